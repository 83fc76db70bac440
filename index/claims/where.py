"""Where a thing began, a gathering was held, or a court sits: « parti d'une colonie », « un stage à Font-Rosière », « le
parquet de Nantes ».
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from index.claims.blamed import nouns
from index.model.text import Span

_S = r"[^\S\t-\r]"
_CAPITAL = r"[A-ZÀ-ÞŒ][\w'’-]*"
_AT = r"(?:à[ \u00a0]la[ \u00a0]|à[ \u00a0]l['’]|au[ \u00a0]|aux[ \u00a0]|dans[ \u00a0](?:le[ \u00a0]|la[ \u00a0]|les[ \u00a0]|l['’]|une?[ \u00a0])|sur[ \u00a0](?:le[ \u00a0]|la[ \u00a0]|l['’]|une?[ \u00a0]))"
_FROM = r"(?:d['’]une?[ \u00a0]|du[ \u00a0]|de[ \u00a0]la[ \u00a0]|de[ \u00a0]l['’]|depuis[ \u00a0](?:le[ \u00a0]|la[ \u00a0]|l['’]|une?[ \u00a0]))"
_NOUN = r"(?P<name>[^\W\d_]{3,}(?:-[^\W\d_]+)*)"
_NO_PLACES = frozenset(
    "suite fois moment cours début fin milieu lendemain matin soir nuit sein nom cause faveur profit lieu moins plus"
    " total départ terme fil titre tour compte part point heures heure minuit midi".split()
)


class Where(NamedTuple):
    of: str
    span: Span
    value: str
    denied: bool = False


@cache
def _began() -> re.Pattern[str]:
    effects = nouns("effects")
    return re.compile(
        rf"""\b(?:(?:{effects})s?(?:{_S}[^\W\d_]+){{0,3}}?{_S}(?:(?:a|aurait|avait|est|serait|était){_S}(?:sans{_S}doute{_S}|d['’]abord{_S}|probablement{_S})?
            (?:(?:démarré|pris|commencé|débuté|éclaté|eu{_S}lieu|été{_S}contractée?){_S}(?:lundi{_S}|mardi{_S}|mercredi{_S}|jeudi{_S}|vendredi{_S}|samedi{_S}|dimanche{_S})?{_AT}|(?:partie?|venue?|née?|sortie?){_S}(?:{_FROM}|{_AT})))
          |(?:point{_S}de{_S}départ|foyer(?:{_S}(?:de{_S}départ|initial|d['’]origine))?|origine)(?:{_S}[^\W\d_]+){{0,3}}?{_S}(?:se{_S}(?:situe|trouve|trouverait|situerait)|est|serait|remonte|remonterait){_S}{_AT}
          |au{_S}retour{_S}(?:{_FROM}|de{_S}))(?:petite?{_S}|grande?{_S})?{_NOUN}""",
        re.VERBOSE,
    )


@cache
def _held() -> re.Pattern[str]:
    gatherings = nouns("gatherings")
    return re.compile(
        rf"""\b(?:(?P<noun>{gatherings})(?P<between>[^.;:«»\n]{{0,50}}?)?{_S}(?P<not>n['’])?(?:(?:a|avait|aura|aurait){_S}(?P<no>pas{_S})?(?:bien{_S}|finalement{_S})?(?:eu{_S})?lieu|s['’](?:est|était){_S}(?:tenue?|déroulée?|jouée?|ouverte?)|se{_S}(?:tiendra|déroulera|jouera|tient|déroule|tiendrait))
            (?:{_S}(?!à{_S}|au{_S}|en{_S}|dans{_S})[^\W_]+){{0,3}}?
          |(?:pendant|lors{_S}(?:d['’]|de{_S}|du{_S})|durant|au{_S}cours{_S}(?:d['’]|de{_S}|du{_S})){_S}?(?:une?{_S}|le{_S}|la{_S}|l['’]|son{_S}|sa{_S}|leur{_S}|ce{_S}|cette{_S})?(?P<noun2>{gatherings})(?:{_S}(?!à{_S}|au{_S}|en{_S})[^\W\d_]+){{0,2}}?)
        {_S}(?:à|au|aux|en|près{_S}de){_S}(?P<name>{_CAPITAL}(?:{_S}{_CAPITAL})*)""",
        re.VERBOSE,
    )


_COURT = re.compile(
    rf"\b(?P<noun>parquet|procureure?|tribunal|cour{_S}d['’](?:assises|appel))"
    rf"(?:{_S}(?:de{_S}la{_S}République|générale?|national|correctionnel|judiciaire|administratif|de{_S}commerce|de{_S}grande{_S}instance|pour{_S}enfants|de{_S}police)){{0,2}}"
    rf"{_S}(?:de{_S}(?:la{_S}|l['’])?|d['’]|du{_S}|des{_S})(?P<name>{_CAPITAL}(?:{_S}{_CAPITAL}){{0,2}})"
)
_TRIP = re.compile(
    rf"\b(?:séjours?|voyages?|vacances|week-end|escapade|croisière|déplacement|excursion){_S}(?:[^\W\d_]+{_S}){{0,2}}?(?:à|au|aux|en|pour){_S}(?P<name>{_CAPITAL}(?:{_S}{_CAPITAL})?)"
)
_TRIP_WORDS = frozenset(
    "séjour séjours voyage voyages vacances week escapade croisière déplacement excursion".split()
)
_COURT_WORDS = frozenset("parquet procureur procureure tribunal cour".split())
_COURTS = (
    ("parquet", "where-prosecutor"), ("procureur", "where-prosecutor"), ("commerce", "where-commerce"),
    ("administratif", "where-administrative"), ("appel", "where-appealed"), ("assises", "where-assizes"),
    ("tribunal", "where-judged"),
)  # fmt: skip
"""A word of a court's name → the class of its place."""
_BEGAN_WORDS = frozenset(
    "démarré pris commencé débuté éclaté eu contracté contractée parti partie venu venue né née sorti sortie point foyer"
    " origine retour".split()
)
_HELD_WORDS = frozenset(
    "lieu tenu tenue déroulé déroulée joué jouée ouvert ouverte tiendra déroulera jouera tient déroule tiendrait pendant lors"
    " durant cours".split()
)


def where(text: str, start: int, end: int, words: frozenset[str]) -> Iterator[Where]:
    """The places of a sentence where a thing began or a gathering was held."""
    if not _BEGAN_WORDS.isdisjoint(words):
        for match in _began().finditer(text, start, end):
            name = match["name"].lower()
            if name not in _NO_PLACES:
                yield Where("where-began", Span(*match.span()), name)
    if not _TRIP_WORDS.isdisjoint(words):
        for match in _TRIP.finditer(text, start, end):
            yield Where("where-travelled", Span(*match.span()), match["name"].lower())
    if not _COURT_WORDS.isdisjoint(words):
        for match in _COURT.finditer(text, start, end):
            called = text[match.start() : match.start("name")].lower()
            of = next(of for word, of in _COURTS if word in called)
            yield Where(of, Span(*match.span()), match["name"].lower())
    if not _HELD_WORDS.isdisjoint(words):
        for match in _held().finditer(text, start, end):
            noun = (match["noun"] or match["noun2"]).lower()
            denied = bool(match["no"])
            if match["name"].isupper():
                continue  # a channel or a party: « lors d'une visite à TFN »
            yield Where(f"where-{noun}", Span(*match.span()), match["name"].lower(), denied)
