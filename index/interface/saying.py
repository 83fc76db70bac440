"""The speaker and the manner of a statement, in a few words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model.article import HowSaid

if TYPE_CHECKING:
    from index.interface.texts import Texts
    from index.model.article import Said

_PLAIN = (HowSaid.SAID, None)


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


def speaker_words(t: Texts, said: Said, *, name: str | None = None) -> str:
    """The speaker with verb and manner: « Léa Arnal (a dit) », « elle (démenti · nie) »; empty
    without a speaker.
    """
    who = name or said.speaker_text
    if not who:
        return ""
    how = manner_words(t, said)
    return f"{who} ({how})" if how else who
