"""The family of errors: each has a sentence that the reader can act on, and an exit status.

Sentences are written in English with `{places}` for values; the code that shows one passes the
catalogue of its language.
"""

from __future__ import annotations

from collections.abc import Callable

from index.text.visible import harmless


class RecoupeError(Exception):
    """Something could not be done; `str(error)` is one English sentence for the reader.

    `advice` is a second sentence that says what to do about it, or empty. `values` fill the
    `{places}` of both.
    """

    exit_status = 1

    def __init__(self, sentence: str, *, advice: str = "", **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice
        self.values = values

    def __str__(self) -> str:
        return self.told(lambda text: text)

    def told(self, texts: Callable[[str], str], *, advised: bool = True) -> str:
        """The sentence and, if `advised`, the advice in the language of `texts`, a catalogue's look-up."""
        parts = (self.sentence, self.advice if advised else "")
        told = " ".join(texts(part) for part in parts if part)
        if not self.values:
            return told
        # A cause named by the system or by us may stand in the catalogue, too.
        values = {
            name: texts(str(value)) if name == "cause" else value
            for name, value in self.values.items()
        }
        return told.format(**harmless(values))


class CorpusError(RecoupeError):
    """The corpus is missing, empty or cannot be read at all."""


class ArticleUnknownError(RecoupeError):
    """No article of the corpus has this id."""


class SettingsError(RecoupeError):
    """A file of settings or of a gazetteer is not as it must be."""


class QueryError(RecoupeError):
    """The query cannot be understood; `column` counts from 1 in the text that was typed."""

    exit_status = 2

    def __init__(self, sentence: str, *, column: int, advice: str = "", **values: object) -> None:
        super().__init__(sentence, advice=advice, **values)
        self.column = column


class IndexMissingError(RecoupeError):
    """There is no index of this corpus, or it is of another version or out of date."""

    exit_status = 3


class IndexBusyError(RecoupeError):
    """Another process is building the index of this corpus."""

    exit_status = 3


class IndexDamagedError(IndexMissingError):
    """A file of the index is not as it was written."""


class IndexUntrustedError(RecoupeError):
    """Somebody else could have written the index."""
