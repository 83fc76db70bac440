"""What became of a file of the corpus: the articles that it gave, and what of it was lost and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.model.article import INTERNAL, NAMES_LOST, Loss, Noted


@dataclass(frozen=True, slots=True)
class FileAccount:
    """A file with all that has to be said of it; nothing of it is lost in silence."""

    path: str
    articles: int
    without_text: tuple[Noted, ...] = ()
    """Articles of which the file holds no text."""
    refused: tuple[Noted, ...] = ()
    """Parts that could not be read."""
    remarks: tuple[Noted, ...] = ()
    """What was decided while it was read."""
    reason: str | None = None
    """Why it gave no article, or why not all of it was read."""

    @property
    def internal(self) -> bool:
        """Whether it was our own failure."""
        return self.reason == INTERNAL or any(note.reason == NAMES_LOST for note in self.remarks)

    @property
    def is_remarkable(self) -> bool:
        """Whether there is more to say than that it gave one article."""
        told = self.without_text or self.refused or self.remarks
        return bool(told) or self.articles > 1 or (self.reason is not None and self.articles > 0)


def accounts(
    articles: Mapping[str, int],
    notes: Mapping[str, Iterable[Noted]],
    reasons: Mapping[str, str | None],
) -> tuple[FileAccount, ...]:
    """An account for each file by its path, in order."""
    found = []
    for path in sorted(reasons):
        own = tuple(notes.get(path, ()))
        found.append(
            FileAccount(
                path,
                articles.get(path, 0),
                tuple(note for note in own if note.loss is Loss.WITHOUT_TEXT),
                tuple(note for note in own if note.loss is Loss.REFUSED),
                tuple(note for note in own if note.loss is Loss.REMARK),
                reasons[path],
            )
        )
    return tuple(found)
