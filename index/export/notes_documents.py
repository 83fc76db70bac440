"""The JSON of the notebook and of saved searches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from index.export.documents import FORMAT, Json, date_json

if TYPE_CHECKING:
    from index.model.notes import Noted, NotedProof
    from index.notebook.searches import SearchState


def notes_document(notes: Iterable[Noted]) -> Json:
    return {
        "format": FORMAT,
        "notes": [
            {
                "id": note.id,
                "kind": note.kind,
                "article": note.article,
                "title": note.title,
                "source": note.source,
                "span": list(note.span) if note.span else None,
                "part": note.part,
                "text": note.text,
                "path": note.path,
                "sha256": note.sha256,
                "changed": note.changed,
                "label": note.label or None,
                "verdict": note.verdict or None,
                "proofs": [_proof(proof) for proof in note.proofs],
                "note": note.note,
                "tags": list(note.tags),
                "state": note.state,
                "who": note.who or None,
                "when": note.when,
            }
            for note in notes
        ],
    }


def _proof(proof: NotedProof) -> Json:
    return {
        "article": proof.article,
        "title": proof.title,
        "source": proof.source,
        "published": date_json(proof.published),
        "path": proof.file,
        "span": list(proof.span) if proof.span else None,
        "kept_span": list(proof.kept_span) if proof.kept_span else None,
        "part": proof.part,
        "text": proof.text,
        "gives": proof.gives or None,
        "sha256": proof.sha256,
        "changed": proof.changed,
    }


def searches_document(standing: Iterable[SearchState]) -> Json:
    return {
        "format": FORMAT,
        "searches": [
            {
                "id": one.search.name,
                "name": one.search.name,
                "query": one.search.query,
                "filters": list(one.search.filters),
                "seen": one.seen,
                "total": one.total,
                "new": [{"id": new.id, "change": new.change} for new in one.new],
            }
            for one in standing
        ],
    }
