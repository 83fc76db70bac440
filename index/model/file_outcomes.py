"""The outcome of a file of the corpus: its articles, its losses and their reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.model.article import INTERNAL, NAMES_LOST, Loss, Noted


@dataclass(frozen=True, slots=True)
class FileAccount:
    """A file with everything that must be reported of it; nothing is lost in silence."""

    path: str
    articles: int
    without_text: tuple[Noted, ...] = ()
    """Articles without any text in the file."""
    refused: tuple[Noted, ...] = ()
    """Parts that could not be read."""
    remarks: tuple[Noted, ...] = ()
    """Decisions made while it was read."""
    reason: str | None = None
    """The reason why it gave no article, or was not read as a whole."""

    @property
    def internal(self) -> bool:
        """Whether the failure was an error of our own."""
        return self.reason == INTERNAL or any(note.reason == NAMES_LOST for note in self.remarks)

    @property
    def is_remarkable(self) -> bool:
        """Whether there is more to report than one article."""
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
