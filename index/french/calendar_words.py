"""How French writes dates: one pattern for every expression, and the names of days and months."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from functools import cache

from index.french.numerals import SMALL_WORDS, WORDS
from index.text.folding import fold

MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
    "juillet": 7, "août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11,
    "décembre": 12, "decembre": 12, "janv": 1, "févr": 2, "fév": 2, "avr": 4, "juil": 7,
    "sept": 9, "oct": 10, "nov": 11, "déc": 12,
}  # fmt: skip
WEEKDAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
}  # fmt: skip
SEASONS = {"printemps": (3, 5), "été": (6, 8), "automne": (9, 11), "hiver": (12, 2)}
ORDINALS = {
    "premier": 1, "1er": 1, "deuxième": 2, "second": 2, "2e": 2, "2ème": 2, "troisième": 3,
    "3e": 3, "3ème": 3, "quatrième": 4, "4e": 4, "4ème": 4, "dernier": 4,
}  # fmt: skip

DECADES = {
    "vingt": 1920, "trente": 1930, "quarante": 1940, "cinquante": 1950, "soixante": 1960,
    "soixante-dix": 1970, "quatre-vingt": 1980, "quatre-vingts": 1980, "quatre-vingt-dix": 1990,
}  # fmt: skip
_S = r"[ \u00a0\u202f\n]"
_LONG_MONTH = (
    "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre"
    "|décembre|decembre"
)
_SHORT_MONTH = r"(?:(?:janv|févr|fév|avr|juil|sept|oct|nov|déc)(?:\.|(?=[ \u00a0]20\d\d)))"
_MONTH = rf"(?:{_LONG_MONTH}|{_SHORT_MONTH})"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_DAY = r"(?:1er|1ᵉʳ|[12]\d|3[01]|0?[1-9])"
DAY_WORDS = {
    word: number
    for number, word in enumerate(
        "premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
        " dix-sept dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq"
        " vingt-six vingt-sept vingt-huit vingt-neuf trente trente-et-un".split(),
        start=1,
    )
}
_DAY_WORD = (
    "(?:" + "|".join(sorted(DAY_WORDS, key=len, reverse=True)).replace("-", rf"(?:-|{_S})") + ")"
)
_YEAR = r"(?:1[4-9]\d\d|20\d\d)(?!\d|[.,]\d)"
_PART = rf"(?:(?:le{_S}|la{_S}|au{_S}|à{_S}la{_S})?(?:début|mi|fin|courant)(?:{_S}|-)(?:du{_S}mois{_S})?(?:de{_S}|d['’])?)"
_LATER = rf"(?:{_S}(?:dernier|dernière|passée?|prochaine?|suivante?|précédente?))"
_SEPARATOR = rf"(?:{_S}?,{_S}?|{_S}?[-–/]{_S}?|{_S}(?:et|ou|à|au){_S}(?:le{_S}|au{_S})?)"
_FEAST = "(?:p[âa]ques|pentec[ôo]te|ascension|saint|gras|cendres|rameaux)"
_NUMBER = rf"(?:\d{{1,3}}|{WORDS}|quelques)"

_EXPRESSION = rf"""
    (?<![\w-])
    (?:
      # 16 et 17 janvier 2023, mardi 17 janvier, du 17 au 20 juillet, 1er mai
      (?: (?P<weekend> (?:ce|le) {_S} week-end {_S} (?:prolongé{_S})? du {_S} ) )?
      (?P<days> (?: (?P<this>ce{_S}) ? (?: {_WEEKDAY} (?:,?{_S}(?:le{_S})?) )? {_DAY}
                    (?: {_SEPARATOR} (?:{_WEEKDAY}{_S})? {_DAY} ){{0,40}} ) )
      {_S} (?P<days_month>{_MONTH}) (?! [\w-] ) (?: {_S} (?P<days_year>{_YEAR}) )?
    | # premier mars, trois mars 2021, 8-Mai, 11-Septembre
      (?: (?P<day_word>{_DAY_WORD}) {_S} | (?P<day_figure>{_DAY}) - )
      (?P<day_month>{_LONG_MONTH}) (?! [\w-] ) (?: {_S} (?P<day_year>{_YEAR}) )?
    | # 2023-01-17, 17/01/2023, 17.01.2023
      (?P<iso> (?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) ) (?!\d)
    | (?P<numeric> (?:0?[1-9]|[12]\d|3[01])(?P<dot>[./-])(?:0?[1-9]|1[0-2])(?P=dot)(?:19|20)\d\d ) (?!\d)
    | (?P<short> (?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])/\d\d ) (?![\d/])
    | # le 1er, of the month in which one reads it
      (?P<first> 1(?:er|ᵉʳ) ) (?= {_S}?(?:[.;)\n]|,{_S}|$) )
    | (?P<century> [ivx]+ ) e {_S} siècle (?!\w)
    | # fin juin, mi-janvier 2023, en juillet dernier, novembre 2021
      (?P<month_part>{_PART})? (?P<month>{_MONTH}) (?![\w-])
      (?: {_S} (?P<month_year>{_YEAR}) | {_S} (?P<month_short>[3-9]\d) (?={_S}?[.,;:)\n]|$)
        | {_S} de {_S}? (?P<month_of>(?:la{_S}même{_S}année|cette{_S}année))
        | {_S} de {_S} l['’]an(?:née)? (?P<month_of_year>{_LATER})
        | (?P<month_later>{_LATER}) )?
    | # été 2022, au printemps dernier, premier trimestre 2022
      (?P<season>printemps|été|automne|hiver) (?!\w)
      (?: {_S} (?P<season_year>{_YEAR}) | (?P<season_later>{_LATER}) )?
    | (?P<rank>premier|1er|deuxième|second|2e|2ème|troisième|3e|3ème|quatrième|4e|4ème|dernier) {_S}
      (?P<term>trimestre|semestre) (?!\w) (?: {_S} (?:de{_S}(?:l['’]année{_S})?)? (?P<term_year>{_YEAR}) )?
    | # 2014-2016, entre 2014 et 2016
      (?P<from_year>{_YEAR}) (?: {_S}?[-–/]{_S}? | {_S}(?:à|et){_S} ) (?P<to_year>(?:{_YEAR}|\d\d(?![\d]))) (?![\w.,]\d)
    | années {_S} (?: (?P<decade>(?:19|20)?\d0) (?!\d)
                  | (?P<decade_word>{"|".join(sorted(DECADES, key=len, reverse=True))}) (?![\w-]) )
    | # T1 2021, S2 2020: quarters and halves in the language of business
      (?P<quarter>[ts])(?P<quarter_rank>[1-4]) {_S} (?P<quarter_year>{_YEAR})
    | # Noël 2019, Pâques 2020, lundi de Pentecôte, vendredi saint 2021
      (?P<feast>noël|saint-sylvestre|toussaint|rentrée|p[âa]ques|pentec[ôo]te|ascension) {_S} (?P<feast_year>{_YEAR})
    | (?:ce{_S})? (?P<feast_day>{_WEEKDAY}) {_S} (?:de{_S}(?:la{_S}|l['’])?|des{_S})?
      (?P<feast_of>{_FEAST}) (?![\w-])
      (?: {_S} (?P<feast_day_year>{_YEAR}) )?
    | (?P<year_part>{_PART})? (?P<year>{_YEAR}) (?![\w%€$]|-\d|{_S}?(?:%|€|\$))
    | # mardi, lundi et mardi, jeudi dernier
      (?P<weekdays> (?:ce{_S})? {_WEEKDAY} (?: (?:,{_S}|{_S}(?:et|ou|à|au){_S}) {_WEEKDAY} ){{0,40}} ) (?!\w)
      (?! {_S} (?:noir|(?:de{_S}(?:la{_S}|l['’])?|des{_S})?{_FEAST}) (?!\w) )
      (?! {_S} {_DAY} {_S} {_MONTH} ) (?P<weekday_later>{_LATER})?
    | (?P<ago>il{_S}y{_S}a|voici|voilà|dans|d['’]ici){_S} (?:(?:environ|près{_S}de|moins{_S}de|plus{_S}de){_S})?
      (?P<ago_number>{_NUMBER}) {_S} (?P<ago_unit>jours?|semaines?|mois|ans?|années?) (?!\w)
    | (?P<after_number>{_NUMBER}) {_S} (?P<after_unit>jours?|semaines?|mois|ans?|années?) {_S}
      (?:à{_S}peine{_S}|jour{_S}pour{_S}jour{_S})?
      (?P<after>après|plus{_S}tard|plus{_S}tôt|avant|auparavant) (?!\w)
    | (?P<edge>début|fin) {_S} (?P<edge_of>du{_S}mois|de{_S}l['’]année|de{_S}semaine(?P<edge_later>{_LATER})?) (?! {_S}\d | {_LATER} | {_S}d[e'’] )
    | (?<!\bni[^\S\t-\r]) (?P<word> la{_S}nuit{_S}dernière | avant-hier | hier | aujourd['’]hui | après-demain | demain
        | ce{_S}(?:matin|midi|soir|week-end|mois-ci|mois) | cet(?:te{_S}(?:après-midi|nuit) | {_S}après-midi)
        | (?:cette{_S}(?:semaine|année) | cet{_S}(?:été|hiver|automne) | ce{_S}printemps)(?!-là)
        | (?:la{_S}semaine|le{_S}mois|le{_S}week-end|l['’]an(?:née)?) {_LATER}
        | (?:la{_S}veille|le{_S}lendemain|le{_S}même{_S}jour|le{_S}surlendemain|l['’]avant-veille)
          (?!{_S}(?:de|du|des|d['’])) ) (?!\w)
    )
    """


@cache
def expression() -> re.Pattern[str]:
    """The pattern of every expression of time that the normaliser knows, each form in groups of its own.

    For text in lower case: to look for both cases at every place takes half as long again. Compiling
    it takes 60 ms, and a caller that only asks for the names of months does not pay for it.
    """
    return re.compile(_EXPRESSION, re.VERBOSE)


FIGURE = "0"
"""Stands in `FOLLOWERS` for any word that begins with a figure, but a year by itself."""
_PARTS = frozenset("debut mi fin courant".split())
_UNITS = frozenset("jour jours semaine semaines mois an ans annee annees".split())
_SMALL = frozenset(map(fold, SMALL_WORDS))
_COUNTS = _SMALL | {FIGURE, "quelques", "environ", "pres", "moins", "plus"}
_ANY: frozenset[str] | None = None
_NAMES = [fold(word) for word in (*MONTHS, *WEEKDAYS)]
FOLLOWERS: dict[str, frozenset[str] | None] = {
    FIGURE: frozenset([FIGURE, *_NAMES, *_UNITS, *"et ou a au trimestre semestre".split()]),
    **dict.fromkeys(_SMALL, _SMALL | _UNITS | {"et"} | frozenset(_NAMES)),
    **dict.fromkeys(
        (fold(word) for word in ORDINALS if word.isalpha()), frozenset({"trimestre", "semestre"})
    ),
    "premier": frozenset({"trimestre", "semestre", *_NAMES}),
    **dict.fromkeys((*_NAMES, *map(fold, SEASONS)), _ANY),
    **dict.fromkeys(_PARTS, _ANY),
    "le": _PARTS | {"mois", "week", "lendemain", "meme", "surlendemain"},
    "la": _PARTS | {"semaine", "veille", "nuit"},
    "au": _PARTS,
    "a": frozenset({"la"}),
    **dict.fromkeys(
        "xe xie xiie xiiie xive xve xvie xviie xviiie xixe xxe xxie".split(), frozenset({"siecle"})
    ),
    "l": frozenset({"an", "annee", "avant"}),
    "ce": frozenset([FIGURE, *WEEKDAYS, *"matin midi soir week mois printemps".split()]),
    "cet": frozenset("ete hiver automne apres".split()),
    "cette": frozenset("apres nuit semaine annee".split()),
    "annees": frozenset([FIGURE, *(fold(word).split("-")[0] for word in DECADES)]),
    **dict.fromkeys(("t1", "t2", "t3", "t4", "s1", "s2"), frozenset({FIGURE})),
    **dict.fromkeys(
        "noel toussaint rentree paques pentecote ascension".split(), frozenset({FIGURE})
    ),
    "saint": frozenset({"sylvestre"}),
    "il": frozenset({"y"}),
    "voici": _COUNTS,
    "voila": _COUNTS,
    "dans": _COUNTS,
    "d": frozenset({"ici"}),
    "quelques": _UNITS,
    "avant": frozenset({"hier"}),
    "hier": _ANY,
    "aujourd": frozenset({"hui"}),
    "apres": frozenset({"demain"}),
    "demain": _ANY,
}
"""The folded words that an expression can begin with, and for each the words that can follow it there;
None where any can. `expression()` is asked at these places only.
"""

MONTH_NEEDS = re.compile(
    rf"(?:\b(?:en|entre|depuis|de|dès|jusqu['’]en|mois{_S}de|partir{_S}de|vers|courant|pour){_S}|\bd['’]|\b(?:et|à|ou){_S})$",
    re.IGNORECASE,
)
"""What has to stand before a month alone, so that « Mars » the planet is no date."""

DAY_PARTS = re.compile(rf"({_WEEKDAY})|({_DAY})|([-–/]|à|au|,|et|ou)", re.IGNORECASE)
WEEKDAY_NAMES = re.compile(_WEEKDAY, re.IGNORECASE)
