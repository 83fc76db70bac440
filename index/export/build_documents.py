"""The JSON documents of a build and of a check: files that were read, files that were not, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.export.documents import FORMAT, Json
from index.model.article import INTERNAL
from index.model.building import BuildEvent, Progressed, Published, Skipped, Started

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.corpus.noise import LearntLine
    from index.model.article import Noted, Unread
    from index.model.file_outcomes import FileAccount
    from index.shelf.learnt_noise import Learning


def build_line(event: BuildEvent) -> Json:
    """One line of `rebuild --json`."""
    line: Json
    match event:
        case Started(files):
            line = {"event": "started", "files": files}
        case Progressed(done, files, articles, read, size):
            line = {
                "event": "progress",
                "done": done,
                "files": files,
                "articles": articles,
                "bytes": read,
                "of_bytes": size,
            }
        case Skipped(path, reason):
            line = {"event": "skipped", "path": path, "reason": reason}
        case Published(articles, skipped, seconds, generation):
            line = {
                "event": "published",
                "articles": articles,
                "skipped": skipped,
                "seconds": seconds,
                "generation": generation,
                "model": event.model or None,
                "read_without_model": event.read_without,
                "lost_model": event.lost_model or None,
            }
    return {"format": FORMAT, **line}


def check_document(
    *,
    corpus: str,
    articles: Sequence[Json],
    unread: Sequence[Unread],
    files: Sequence[FileAccount],
    sources: Json,
    reasons: Json,
    model: str,
    read_without: int,
    learnt: Sequence[LearntLine] | None = None,
    learning: Learning | None = None,
) -> Json:
    document: Json = {
        "format": FORMAT,
        "corpus": corpus,
        "articles": list(articles),
        "unread": [{"path": file.path, "reason": file.reason} for file in unread],
        "internal": len(
            {file.path for file in unread if file.reason == INTERNAL}
            | {file.path for file in files if file.internal}
        ),
        "files": [_account(file) for file in files],
        "sources": sources,
        "set_aside": reasons,
        "model": model or None,
        "read_without_model": read_without,
    }
    if learnt is not None:
        document["noise"] = [
            {"source": line.source, "text": line.text, "articles": line.articles} for line in learnt
        ]
    if learning is not None:
        document["noise_learnt"] = {"at": learning.at, "articles": learning.articles}
    return document


def _account(file: FileAccount) -> Json:
    def told(notes: Sequence[Noted]) -> list[Json]:
        return [
            {"reason": note.reason, "what": note.what or None, "number": note.number}
            for note in notes
        ]

    return {
        "path": file.path,
        "articles": file.articles,
        "without_text": sum(note.number for note in file.without_text),
        "without_text_titles": [note.what for note in file.without_text if note.what],
        "refused": told(file.refused),
        "remarks": told(file.remarks),
        "reason": file.reason,
        "internal": file.internal,
    }
