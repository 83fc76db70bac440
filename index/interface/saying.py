"""Who says something and how, in a few words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model.article import HowSaid

if TYPE_CHECKING:
    from index.interface.texts import Texts
    from index.model.article import Said

_PLAIN = (HowSaid.SAID, None)


def manner_words(t: Texts, said: Said) -> str:
    """« a dit », « démenti · dément », « rapporté par Hugo Brun · a dit »: verb and manner."""
    parts = []
    if said.manner not in _PLAIN and said.manner is not None:
        parts.append(t(said.manner.value))
    if said.manner is HowSaid.REPORTED and said.via_text:
        parts[-1] = t("reported by {name}", name=said.via_text)
    if said.verb:
        parts.append(said.verb)
    return " · ".join(parts)


def speaker_words(t: Texts, said: Said, *, name: str | None = None) -> str:
    """« Léa Arnal (a dit) », « elle (démenti · nie) »; empty where nobody is told."""
    who = name or said.speaker_text
    if not who:
        return ""
    how = manner_words(t, said)
    return f"{who} ({how})" if how else who
