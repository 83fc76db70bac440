"""Grades on a scale: a danger of avalanche, a vigilance, a category, a magnitude, stars of a hotel."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator

from index.claims.number import value_of
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_N = r"(?P<value>\d+(?:,\d+)?)"
_LEVEL = re.compile(
    rf"\b(?P<noun>catégorie|niveau|magnitude|échelon|classe|force|stade|degré){_S}(?:de{_S})?{_N}(?![\d%]|{_S}(?:sur|%))(?:{_S}sur{_S}(?:une{_S}échelle|\d))?\b"
)
_RANKED = re.compile(
    rf"\b(?:au|du|le|son){_S}(?P<rank>premier|deuxième|second|troisième|quatrième|cinquième|sixième|septième){_S}(?P<noun>échelon|niveau|stade)\b"
)
_RANKS = {
    "premier": "1", "deuxième": "2", "second": "2", "troisième": "3", "quatrième": "4", "cinquième": "5",
    "sixième": "6", "septième": "7",
}  # fmt: skip
_DANGER = re.compile(
    rf"\b(?P<noun>danger|risque|indice)(?:{_S}(?:d['’]|de{_S})[^\W\d_]+)?{_S}(?:(?:avait|a){_S}été{_S})?(?:(?:est|était|reste|restait|passe|passait|passé|(?:est{_S})?(?:monté|descendu|remonté|retombé)|établi|évalué|coté|estimé|fixé|relevé){_S})?(?:(?:de|à|au|en){_S})?(?:niveau{_S})?(?P<value>[1-9])(?!\d|[,.]\d|%|{_S}(?:%|pour|fois|millions?|ans|mois|h\b))(?:{_S}(?:sur|/){_S}(?:une{_S}échelle{_S}de{_S})?[1-9]\d?)?"
    rf"|\b(?P<told>bulletin){_S}(?:du{_S}(?:matin|soir|jour){_S})?(?:disait|affichait|annonçait|indiquait|donnait|portait|prévoyait|parlait{_S}de|dit|affiche|annonce|indique)(?:{_S}(?:un{_S})?(?:danger|risque|niveau)(?:{_S}de)?)?{_S}(?P<grade>[1-9])(?!\d|[,.]\d|%|{_S}(?:%|pour|fois|millions?|ans|mois|h\b|[^\W\d_]+s\b))"
)
_SCALE = re.compile(
    rf"(?<![\d,]){_N}{_S}sur{_S}l['’]échelle{_S}(?:ouverte{_S})?(?:de{_S}|d['’])(?P<scale>Richter|Ines|INES|Beaufort|Mercalli)\b"
)
_SCALES = {"richter": "magnitude", "ines": "niveau", "beaufort": "force", "mercalli": "intensité"}
_COLOUR = {
    "jaune": "yellow",
    "orange": "orange",
    "rouge": "red",
    "verte": "green",
    "violette": "purple",
}
_VIGILANCE = re.compile(
    rf"\b(?:vigilance|alerte){_S}(?:[^\W\d_]+{_S}){{0,3}}?(?:(?:au|à{_S}l['’]|en){_S}?)?(?P<colour>jaune|orange|rouge|verte|violette)(?!\w)"
    rf"|\b(?:pass\w+|placée?s?|maintenue?s?|bascul\w+|rest\w+){_S}(?:en|au|à{_S}l['’]){_S}?(?P<colour2>orange|rouge|jaune)(?!\w)(?={_S}?[,.;]|{_S}pour{_S})"
)
_STARS = re.compile(r"\b(?P<n>une|deux|trois|quatre|cinq|[1-5])[^\S\t-\r](?:étoiles?|épis)(?!\w)")
_WORDS = frozenset(
    "catégorie niveau magnitude échelon échelle classe force stade degré danger risque indice bulletin vigilance alerte"
    " orange rouge jaune étoile étoiles épi épis".split()
)
_SNOW = re.compile(r"avalanche|neige|nivolog|montagne|plaque|bulletin", re.IGNORECASE)
_WEATHER = re.compile(
    r"vigilance|orage|crue|vent|canicule|météo|pluie|inondation|tempête|neige|département",
    re.IGNORECASE,
)

Grade = tuple[ClaimKind, str, Span, str]


def grades(text: str, start: int, end: int, words: frozenset[str]) -> Iterator[Grade]:
    """The grades of a sentence: kind, scale, place, value; `words` are its words in small letters."""
    if _WORDS.isdisjoint(words):
        return
    taken: list[Span] = []
    for of, span, value in _read(text, start, end):
        if not any(span.overlaps(each) for each in taken):
            taken.append(span)
            yield ClaimKind.CLASSIFICATION, of, span, value


def _read(text: str, start: int, end: int) -> Iterator[tuple[str, Span, str]]:
    for match in _DANGER.finditer(text, start, end):
        yield "level-danger", Span(*match.span()), match["value"] or match["grade"]
    for match in _SCALE.finditer(text, start, end):
        yield f"level-{_SCALES[match['scale'].lower()]}", Span(*match.span()), match["value"]
    for match in _LEVEL.finditer(text, start, end):
        noun = match["noun"]
        if noun == "niveau" and _SNOW.search(text, start, end):
            noun = "danger"
        yield f"level-{noun}", Span(*match.span()), match["value"]
    for match in _RANKED.finditer(text, start, end):
        yield f"level-{match['noun']}", Span(*match.span()), _RANKS[match["rank"]]
    for match in _VIGILANCE.finditer(text, start, end):
        if match["colour2"] and not _WEATHER.search(text, start, end):
            continue
        yield "vigilance", Span(*match.span()), _COLOUR[match["colour"] or match["colour2"]]
    for match in _STARS.finditer(text, start, end):
        yield (
            "level-étoiles",
            Span(*match.span()),
            f"{value_of(match['n'].replace('une', 'un')) or 0:g}",
        )
