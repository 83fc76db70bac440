"""The one small family of errors: a sentence that the reader can act on, and an exit status."""

from __future__ import annotations


class RecoupeError(Exception):
    """Something could not be done; `str(error)` is one sentence for the reader.

    `advice` is a second sentence that says what to do about it, or empty.
    """

    exit_status = 1

    def __init__(self, sentence: str, *, advice: str = "") -> None:
        super().__init__(sentence)
        self.advice = advice


class CorpusError(RecoupeError):
    """The corpus is missing, empty or cannot be read at all."""


class ArticleUnknownError(RecoupeError):
    """No article of the corpus has this id."""


class SettingsError(RecoupeError):
    """A file of settings or of a gazetteer is not as it must be."""


class QueryError(RecoupeError):
    """The query cannot be understood; `column` counts from 1 in the text that was typed."""

    exit_status = 2

    def __init__(self, sentence: str, *, column: int, advice: str = "") -> None:
        super().__init__(sentence, advice=advice)
        self.column = column


class IndexMissingError(RecoupeError):
    """There is no index of this corpus, or it is of another version or out of date."""

    exit_status = 3


class IndexBusyError(RecoupeError):
    """Another process is building the index of this corpus."""

    exit_status = 3
