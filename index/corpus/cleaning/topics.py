"""Lines of topics: « Sujets associés : … », hashtags, lists."""

from __future__ import annotations

import re

from index.corpus.cleaning.phrases import plain

_TAGS = re.compile(
    r"(?:(?:sujets?|th[èe]mes?|articles?|tags?|mots?)[ -]?(?:associ[ée]s?|abord[ée]s?|li[ée]s?|cl[ée]s?|connexes)?|th[ée]matiques?|[ée]tiquettes?|keywords?|hashtags?|dossiers?|class[ée] (?:dans|sous)|tagu[ée]|filed under|mots[ -]cl[ée]fs?|sur le m[êe]me th[èe]me|lieux|pays|personnes|public(?:s|s? vis[ée]s?| concern[ée])?|territoires?|domaines?|topics?)\s*:\s*(?P<tags>.+)",
    re.IGNORECASE,
)

_TAGS_LABEL = re.compile(
    r"(?:sujets? (?:associes|abordes|lies)|themes?(?: (?:associes|abordes|lies))?|tags?|mots?[ -]cles?|mots[ -]clefs|etiquettes|thematiques|keywords|topics|poursuivez votre lecture sur .{2,30}?)\s*:?"
)

_HASHTAGS = re.compile(r"(?:#[\w-]+[\s,]*)+")

_LIST = re.compile(r"\s*[,;•|]\s*|\s+[-–—/·]\s+")


def read_tags(line: str) -> tuple[str, ...] | None:
    """The topics of « Sujets associés : a - b » or of a row of hashtags."""
    if _HASHTAGS.fullmatch(line):
        return tuple(tag.strip("# ,") for tag in line.split() if tag.strip("# ,"))
    match = _TAGS.fullmatch(line)
    if match is None:
        return None
    tags = split_list(match["tags"])
    if any(len(tag.split()) > 6 for tag in tags):
        return None
    return tags


def is_tags_label(line: str) -> bool:
    return bool(_TAGS_LABEL.fullmatch(plain(line)))


def split_list(text: str) -> tuple[str, ...]:
    """« a, b » or « a - b » → a, b."""
    return tuple(part for part in (p.strip(" .#\u00a0") for p in _LIST.split(text)) if part)
