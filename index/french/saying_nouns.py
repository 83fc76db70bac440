"""Nouns that give somebody's words: « l'appel de Léa Arnal à “partir” », « “…” : la colère de Hugo Brun »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from index.french.given_by import Saying
from index.french.somebody import can_speak
from index.french.speakers import after
from index.french.speaking_phrases import Speaker, is_person
from index.french.subjects import has_auxiliary
from index.model.article import HowSaid, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
_REACH = 120
"""Characters before a quotation in which its noun may stand."""
_OPENING = r"[\s«“\"‹‘]*$"
_ARTICLE = rf"(?:(?:une?|les?|la|des|ces?|cette|son|sa|ses){_S}|l['’]|d['’])?"
_GAPS: dict[str, re.Pattern[str]] = {
    key: re.compile(gap)
    for key, gap in (
        ("urging", rf"[^,;:.()\x1f]{{0,60}}(?:{_S}(?:à|au|aux){_S}){_ARTICLE}{_OPENING}"),
        (
            "pledging",
            rf"[^,;:.()\x1f]{{0,50}}(?:{_S}(?:de|que){_S}|{_S}(?:d|qu)['’])(?:avoir{_S}|être{_S}|{_ARTICLE}){_OPENING}",
        ),
        (
            "aiming",
            rf"[^,;:.()\x1f]{{0,30}}{_S}(?:sur|contre|visant|envers|à{_S}propos{_S}(?:de|du|des)|au{_S}sujet{_S}(?:de|du|des)){_S}{_ARTICLE}{_OPENING}",
        ),
        ("wording", rf",?{_OPENING}"),
        ("behind_a_colon", rf"[^;:.\x1f]{{0,120}}:{_OPENING}"),
    )
}
"""By the group of the data file: what stands between the one who speaks and the quotation."""
_LEADING = re.compile(rf"{_S}(?:d['’]|(?:de|des|du){_S})[\s«“\"‹‘]*$")
_NEARER = ("urging", "aiming")
"""Groups of which a noun gives the quotation although a verb stands before it."""
_IN_SPITE = re.compile(
    rf"\b(?:malgré|après|depuis|suite{_S}à|dans|lors{_S}de){_S}{_ARTICLE}$", re.IGNORECASE
)
_AGAINST = re.compile(rf"{_S}(?:contre|envers|face){_S}")
"""« la colère des dockers contre Hugo Brun »: who stands behind does not speak."""
_NAME_AS_SUBJECT = re.compile(rf"{_S}(?:que{_S}|qu['’])[\s«“\"‹‘]*$")
_FROM = rf"(?:{_S}(?:[^\W\d_A-Z][^\W\d_]{{3,}})){{0,2}}?{_S}(?:(?P<bare>du{_S}|des{_S})|de{_S}(?=la{_S}|l['’]|ce|cet|son|sa|ses|leur|[A-ZÀ-Þ])|d['’](?=[A-ZÀ-Þ]|une?{_S}))"
_HEAD = rf"(?:(?:Les?|les?|[Ll]a|[Uu]ne?|[Cc]ette?|[Cc]et|[Ll]['’]){_S}?)?(?:(?:petite|vive|grande|grosse|nouvelle|grand|gros|vibrant|poignant|terrible|dernière){_S})?"


class _Nouns(NamedTuple):
    first: frozenset[str]
    """The first words of all nouns, in the singular and the plural."""
    before: dict[str, tuple[frozenset[str], re.Pattern[str]]]
    """By what follows the speaker, the first words of the nouns, and the nouns with « de » behind them."""
    heading: re.Pattern[str]


def of_noun(
    masked: str, quote: Span, floor: int, mentions: Sequence[Mention], *, capital: bool = False
) -> Saying | None:
    """The noun behind `floor` that gives a quotation behind it, with whose it is; None where none does.

    With `capital` the quotation begins with one, and is a name behind « que »: « l'annonce que “Le Port” ferme ».
    """
    floor = max(floor, quote.start - _REACH)
    lead = masked[floor : quote.start]
    if " d" not in lead:
        return None
    words = lead.lower().split()
    nouns = _nouns()
    if nouns.first.isdisjoint(words):
        return None
    for kind, (firsts, pattern) in nouns.before.items():
        if firsts.isdisjoint(words):
            continue
        for found in pattern.finditer(masked, floor, quote.start):
            speaker = _speaker(masked, found, quote.start, mentions)
            if speaker is None:
                continue
            gap = _GAPS[kind].fullmatch(masked, speaker.span.end, quote.start)
            if gap is None or (
                kind == "wording" and not (gap[0][0] == "," or is_person(speaker.entity))
            ):
                continue
            if capital and _NAME_AS_SUBJECT.search(gap[0]):
                continue
            nearer = kind in _NEARER or _IN_SPITE.search(masked, floor, found.start()) is not None
            return Saying(
                speaker,
                found["noun"],
                HowSaid.SAID,
                at=found.end() if nearer else -1,
                aside=kind in _NEARER,
            )
    return None


def is_saying_noun(word: str) -> bool:
    """Whether a word in small letters is a noun that gives somebody's words: « message », « appels »."""
    return word in _nouns().first


def of_heading(masked: str, start: int, limit: int, mentions: Sequence[Mention]) -> Saying | None:
    """« “…” : la colère de Hugo Brun »: whose the words before a colon are, which ends at `start`."""
    found = _nouns().heading.match(masked, start, limit)
    against = _AGAINST.search(masked, found.end(), limit) if found else None
    limit = against.start() if against else limit
    speaker = _speaker(masked, found, limit, mentions) if found else None
    return Saying(speaker, found["noun"], HowSaid.SAID) if found and speaker else None


def _speaker(
    masked: str, found: re.Match[str], limit: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """Somebody behind « de », before what leads to a quotation at `limit`."""
    leading = _LEADING.search(masked, found.end(), limit)
    limit = leading.start() if leading else limit
    speaker = after(masked, found.end(), limit, mentions, bare=found["bare"] is not None)
    words = speaker.span.of(masked) if speaker is not None else ""
    if speaker is None or has_auxiliary(words):
        # « les propos du ministre ont été … ».
        return None
    if speaker.entity is not None:
        return speaker
    return speaker if can_speak(f"le {words}" if found["bare"] else words) else None


@cache
def _nouns() -> _Nouns:
    # Imported here: most commands never ask for it.
    import yaml

    content = (resources.files("index.french") / "data" / "saying_nouns.yaml").read_text("utf-8")
    read = {key: _listed(words) for key, words in yaml.safe_load(content).items()}
    every = [noun for nouns in read.values() for noun in nouns]
    read["behind_a_colon"] = list(dict.fromkeys(every))
    either = {key: "|".join(sorted(nouns, key=len, reverse=True)) for key, nouns in read.items()}
    return _Nouns(
        frozenset(form for noun in every for form in _forms(noun)),
        {
            key: (
                frozenset(form for noun in read[key] for form in _forms(noun)),
                re.compile(
                    rf"(?<![\w'-])(?<!à )(?:[Ll]['’]|[Dd]['’])?(?P<noun>(?i:{one})s?){_FROM}"
                ),
            )
            for key, one in either.items()
        },
        re.compile(rf"{_HEAD}(?P<noun>(?i:{either['behind_a_colon']})s?){_FROM}"),
    )


def _listed(words: str) -> list[str]:
    return [word.replace("_", " ").replace("'", "['’]") for word in words.split()]


def _forms(noun: str) -> list[str]:
    first = noun.replace("['’]", "'").split()[0]
    return [
        form
        for one in (first, f"{first}s")
        for form in (one, f"l'{one}", f"l’{one}", f"d'{one}", f"d’{one}")
    ]
