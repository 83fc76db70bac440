"""Figures as ranges: « environ 140 » is around 140, « entre 100 et 150 » is every value between
them.
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.french.numerals import COLLECTIVES, leeway
from index.french.plurals import singular
from index.model.article import Quantity
from index.model.comparison import Verdict
from index.model.text import Span

_S = r"[^\S\t-\r]"
_ABOUT = re.compile(r"(?:environ|quelque|autour de|presque|à peu près|approximativement)\W*$", re.I)
_NEARLY = re.compile(r"(?:près d[e'’]|pas loin de|bientôt)\W*$", re.I)
_AT_LEAST = re.compile(r"(?:plus d[e'’]|au moins|au minimum|minimum)\W*$", re.I)
_AT_MOST = re.compile(r"(?:moins d[e'’]|au plus|jusqu['’]à|au maximum|maximum)\W*$", re.I)
_COLLECTIVE = re.compile(rf"(?:une?{_S}+(?:[^\W\d_]+{_S}+)?(?:{COLLECTIVES})\b)", re.I)
_VAGUE = re.compile(
    rf"(?:des|plusieurs|quelques|de{_S}nombreu(?:x|ses)){_S}+(?:{COLLECTIVES}|million|milliard)s\b",
    re.I,
)
_RATE = re.compile(
    rf"{_S}?(?:par{_S}|/{_S}?|chaque{_S})(?P<per>[^\W\d_]+)|{_S}(?P<each>chacune?s?|l['’]unité|pièce)\b"
)
_BETWEEN = re.compile(rf"^{_S}*(?:et|à|ou|-|–){_S}*$")
_OPENS = re.compile(r"(?:entre|de|d['’])\W*$", re.I)
_MADE_OF = re.compile(rf"{_S}(?:de{_S}|d['’])([^\W\d_]+)")
_LOOSE = 0.15
"""How far a value of « une cinquantaine » may be from 50, as a share."""
_NEAR_MISS = 0.25
"""How far a rough figure may be from another before the two contradict each other, as a share."""
_ROUNDED = 0.05
_MONEY = re.compile(r"[A-Z]{3}|dinar|peso|couronne")
OTHER_RATE = "the figures count over different spans"
ROUGH = "one is only approximate"
OTHER_CURRENCY = "the currencies differ"
POINTS = "one counts points, the other a share"
_BEFORE = 18
_OPENING = 8
"""The characters before a figure in which « entre » may begin a range."""
AGE, TIME = "an d'âge", "an de durée"
"""The units of years, if the words before them tell which; otherwise both."""
_AGED = re.compile(
    rf"(?:âgée?s?{_S}d[e'’]|âge{_S}d[e'’]|[^\W\d_]{{3,}}{_S}de|[,(]){_S}?$", re.IGNORECASE
)
_TIMES = (
    "bail délai peine prison contrat durée période mandat plan cycle règne conflit guerre accord"
    " programme emprisonnement réclusion retard engagement suspension moratoire interdiction"
    " concession absence carrière amitié mariage enquête procédure bataille attente"
).split()
_LASTING = re.compile(
    rf"\b(?:{'|'.join(_TIMES)}){_S}de{_S}$|\b(?:pendant|depuis|après|durant|dans|pour|voici|voilà|sur|il{_S}y{_S}a|en){_S}(?:(?:plus|moins|près){_S}de{_S}|environ{_S})?$",
    re.IGNORECASE,
)
_SPANS_OF_TIME = frozenset("jour heure minute seconde semaine mois siècle".split())
_PEOPLE = frozenset(
    "personne habitant gens riverain individu homme femme civil sinistré évacué résident"
    " voyageur passager manifestant".split()
)

_COMMON_UNITS = frozenset(
    (
        "personne",
        AGE,
        TIME,
        "année",
        "mois",
        "semaine",
        "jour",
        "heure",
        "minute",
        "seconde",
        "pays",
    )
)
"""Nouns with which articles count many different things; any other noun names the thing that it
counts.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the text with all the values that it allows."""

    span: Span
    """The figure with its qualifier: « environ », « au moins »."""
    low: float
    high: float
    units: frozenset[str]
    """The things it counts; several if these are made of others (« maquettes de péniches »)."""
    rate: str = ""
    """The span of time of a rate: `jour` in « soixante trains par jour »."""
    decimals: int = 0
    thing: str = ""
    """The noun that says what an amount of money is: « l'amende s'élève à », « d'amende »."""

    @property
    def exact(self) -> bool:
        return self.low == self.high


def figures_of(text: str, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """The figures of a sentence; the two ends of a range are one figure."""
    items = list(quantities)
    at = 0
    while at < len(items):
        quantity = items[at]
        following = items[at + 1] if at + 1 < len(items) else None
        if following is not None and _bounds(text, quantity, following):
            opens = _OPENS.search(text, max(0, quantity.start - _OPENING), quantity.start)
            span = Span(opens.start() if opens else quantity.start, following.end)
            rate = _rate(text, following.end)
            yield Figure(span, quantity.value, following.value, _units(text, following), rate)
            at += 2
            continue
        low, high, start = _range(text, quantity)
        units, rate = _units(text, quantity), _rate(text, quantity.end)
        thing = _thing(text, quantity) if quantity.unit.isupper() else ""
        decimals = _decimals(text[quantity.start : quantity.end])
        yield Figure(Span(start, quantity.end), low, high, units, rate, decimals, thing)
        at += 1


def _rate(text: str, end: int) -> str:
    match = _RATE.match(text, end)
    return "" if match is None else (match["per"] or "each").lower()


def _decimals(written: str) -> int:
    match = re.match(r"-?\d+[.,](\d+)(?!\d)", written)
    grouped = match is not None and len(match[1]) == 3 and "." in match[0]
    return 0 if match is None or grouped else len(match[1])


def verdict_of(ours: Figure, theirs: Figure) -> Verdict:
    """The verdict on two figures of one unit."""
    return held(ours, theirs)[0]


def held(ours: Figure, theirs: Figure) -> tuple[Verdict, str]:
    """The verdict on two figures, and the reason if they cannot be compared."""
    if not ours.units & theirs.units:
        return (
            Verdict.NOT_COMPARABLE,
            POINTS if "point" in ours.units | theirs.units else OTHER_CURRENCY,
        )
    plain = _plain(ours, theirs)
    if ours.rate != theirs.rate and (plain is not Verdict.AGREE or (ours.rate and theirs.rate)):
        return Verdict.NOT_COMPARABLE, OTHER_RATE
    rough = not (ours.exact and theirs.exact)
    if plain is Verdict.CONFLICT and rough and _misses_by(ours, theirs) <= _NEAR_MISS:
        return Verdict.NOT_COMPARABLE, ROUGH
    return plain, ""


def of_other_measure(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures measure the same sort of thing in measures that cannot be compared."""
    a, b = "".join(sorted(ours.units)), "".join(sorted(theirs.units))
    if {a, b} == {"%", "point"}:
        return True
    return a != b and bool(_MONEY.fullmatch(a) and _MONEY.fullmatch(b))


def names_a_thing(unit: str) -> bool:
    """Whether a unit is a noun that says what is counted: « péniches », not « personnes », « ans » or « km »."""
    return unit not in _COMMON_UNITS and unit.islower() and len(unit) > 3


def _plain(ours: Figure, theirs: Figure) -> Verdict:
    if (ours.low, ours.high) == (theirs.low, theirs.high):
        return Verdict.AGREE
    if _holds(ours, theirs) or _holds(theirs, ours) or _rounds(ours, theirs):
        return Verdict.NARROWER
    if ours.low <= theirs.high and theirs.low <= ours.high:
        return Verdict.OVERLAP
    return Verdict.CONFLICT


def _rounds(ours: Figure, theirs: Figure) -> bool:
    """Whether one figure is the other rounded: « 43 degrés » and « 43,2 °C »."""
    if not (ours.exact and theirs.exact) or ours.decimals == theirs.decimals:
        return False
    coarse, fine = sorted((ours, theirs), key=lambda figure: figure.decimals)
    scale = 10 ** _magnitude(fine, coarse)
    near = abs(coarse.low - fine.low) <= _ROUNDED * max(abs(coarse.low), abs(fine.low))
    return near and abs(coarse.low - fine.low) <= 0.5 * scale


def _magnitude(fine: Figure, coarse: Figure) -> int:
    """The power of ten of the last digit of the coarser figure."""
    size = max(abs(coarse.low), 1.0)
    power = 0
    while size >= 1000 and size % 1000 == 0:
        size, power = size / 1000, power + 3
    return power - coarse.decimals


def _misses_by(ours: Figure, theirs: Figure) -> float:
    gap = max(ours.low - theirs.high, theirs.low - ours.high)
    return gap / max(abs(min(ours.high, theirs.high)), abs(max(ours.low, theirs.low)), 1.0)


def _holds(wide: Figure, narrow: Figure) -> bool:
    return wide.low <= narrow.low and narrow.high <= wide.high


def _bounds(text: str, one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit or one.value >= other.value:
        return False
    gap = text[one.end : other.start]
    if not _BETWEEN.match(gap):
        return False
    opens = _OPENS.search(text, max(0, one.start - _OPENING), one.start)
    return opens is not None or "et" not in gap


def _range(text: str, quantity: Quantity) -> tuple[float, float, int]:
    """The lowest and the highest value that the words allow, and the start of these words."""
    value, start = quantity.value, quantity.start
    if _VAGUE.match(text, start):
        # « des centaines »: at least two hundred, but not thousands.
        return value, value * 5, start
    if _COLLECTIVE.match(text, start):
        return value * (1 - _LOOSE), value * (1 + _LOOSE), start
    from_, wide = max(0, start - _BEFORE), leeway(value)
    before = text[from_:start]
    for qualifier, low, high in (
        (_ABOUT, value - wide, value + wide),
        (_NEARLY, value - wide, value),
        (_AT_LEAST, value, math.inf),
        (_AT_MOST, -math.inf, value),
    ):
        if match := qualifier.search(before):
            return low, high, from_ + match.start()
    return value, value, start


_IS_OF = re.compile(
    rf"(?P<thing>[^\W\d_]{{5,}})(?:{_S}[^\W\d_]{{4,}})?{_S}(?:(?:s['’]élève(?:nt)?|s['’]élèverait|fixée?s?|portée?s?|évaluée?s?|estimée?s?|chiffrée?s?){_S}à"
    rf"|(?:est|était|sera|serait){_S}de|atteint|de|d['’]){_S}?(?:(?:plus|près|moins){_S}d[e'’]{_S}?|quelque{_S}|environ{_S})?$",
    re.IGNORECASE,
)
_OF_THING = re.compile(rf"{_S}d(?:e{_S}|['’])(?P<thing>[^\W\d_]{{5,}})", re.IGNORECASE)
_NO_THING = frozenset(
    "montant somme total environ hauteur moins enveloppe mieux valeur euros dollars".split()
)


def _thing(text: str, quantity: Quantity) -> str:
    """The noun that says what an amount of money is, in the singular; empty if there is none."""
    after = _OF_THING.match(text, quantity.end)
    before = _IS_OF.search(text[max(0, quantity.start - 60) : quantity.start])
    found = after or before
    thing = singular(found["thing"].lower()) if found else ""
    return "" if thing in _NO_THING else thing


def _units(text: str, quantity: Quantity) -> frozenset[str]:
    units = {"personne" if quantity.unit in _PEOPLE else quantity.unit}
    if quantity.unit == "an":
        before = text[max(0, quantity.start - 24) : quantity.start]
        if _LASTING.search(before):
            return frozenset([TIME])
        return frozenset([AGE] if _AGED.search(before) else [AGE, TIME])
    made_of = _MADE_OF.match(text, quantity.end)
    # Measures have short signs (`kg`); and « deux jours de garde » does not count two guards.
    thing = (
        quantity.unit.islower() and len(quantity.unit) > 3 and quantity.unit not in _SPANS_OF_TIME
    )
    if made_of and thing:
        units.add(singular(made_of[1].lower()))
    return frozenset(units)
