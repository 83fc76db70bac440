"""The speaker and the manner of a statement, in a few words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model.article import HowSaid
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.interface.texts import Texts
    from index.model.article import EntityId, Said

_PLAIN = (HowSaid.SAID, None)


def quoted(t: Texts, words: str) -> str:
    """Words in the quotation marks of the reader's language."""
    return f"«\u00a0{words}\u00a0»" if t.language == "fr" else f"“{words}”"


def manner_words(t: Texts, said: Said) -> str:
    """Verb and manner: « a dit », « démenti · dément », « rapporté par Hugo Brun · a dit »."""
    parts = []
    if said.manner not in _PLAIN and said.manner is not None:
        parts.append(t(said.manner.value))
    if said.manner is HowSaid.REPORTED and said.via_text:
        parts[-1] = t("reported by {name}", name=said.via_text)
    if said.verb:
        parts.append(said.verb)
    return " · ".join(parts)


def speaker_words(t: Texts, said: Said, *, name_of: Callable[[EntityId], str] | None = None) -> str:
    """The speaker with verb and manner: « Léa Arnal (a dit) », « elle (démenti · nie) »; empty
    without a speaker.

    With `name_of` whoever is known has a name, and the text's words follow where they hold none of
    it: « Léa Arnal (elle · a dit) ».
    """
    who = said.speaker_text
    parts = [manner_words(t, said)]
    if said.speaker is not None and name_of is not None:
        name = name_of(said.speaker)
        if who is None or not set(_words(name)) & set(_words(who)):
            parts.insert(0, who or "")
            who = name
    if not who:
        return ""
    how = " · ".join(part for part in parts if part)
    return f"{who} ({how})" if how else who


def _words(text: str) -> list[str]:
    return [
        word for word in fold(text).replace("-", " ").replace("’", " ").split() if len(word) > 2
    ]
