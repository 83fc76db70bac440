"""Figures without a noun right after them: shares in words, rival figures, models, « il en a reçu
quatre ».
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator

from index.french.numerals import FIGURE, SHARES, WORDS, figure_value, words_value
from index.french.plurals import singular
from index.model.article import Quantity
from index.text.folding import fold
from index.text.signs import holds
from index.text.word_columns import columns

_S = r"[^\S\t-\r]"
DATED = re.compile(
    r"(?:\b(?:en|depuis|dès|de|et|fin|début|mi|année|janvier|février|mars|avril|mai|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre|été|automne|hiver|printemps)[ \u00a0-]|[(/-])$",
    re.IGNORECASE,
)


_SHARE = re.compile(
    rf"(?<![\w-])(?:(?:la|une?|les|aux|des)?{_S}*)(?:(?P<many>deux|trois|quatre|neuf){_S}+)?"
    rf"(?P<share>{'|'.join(SHARES)})(?={_S}(?:des?|du|d['’])[^\S\t-\r]?)"
    rf"(?!{_S}(?:de|d['’]){_S}?(?:finale?|siècle|seconde|heure))",
    re.IGNORECASE,
)
_SHARE_WORDS = frozenset(map(fold, SHARES))
_WORDS_BEFORE_SHARE = 2
"""An article and « deux »."""
_SHARE_WITHIN = 40
"""Characters from a share on that tell whether it is one."""
_OWN_SHARE = re.compile(r"(?i:la|une?|les|aux|des|deux|trois|quatre|neuf)")


def _shares(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_SHARE`, each sought from the words before its noun on: nouns are rare."""
    read = columns(text)
    if _SHARE_WORDS.isdisjoint(read.run_folded):
        return
    reached = 0
    for at, word in enumerate(read.run_folded):
        if word in _SHARE_WORDS and (noun := read.run_starts[at]) >= reached:
            before = at - _WORDS_BEFORE_SHARE
            floor = max(reached, read.run_starts[before] if before >= 0 else 0)
            match = _SHARE.search(text, floor, noun + _SHARE_WITHIN)
            if match is not None:
                reached = match.end()
                yield match


def with_shares(text: str, found: list[Quantity]) -> list[Quantity]:
    """Adds shares in words, in %: « un tiers des élus », « la moitié du parc »."""
    extra: list[Quantity] = []
    for match in _shares(text):
        words = match.group().strip()
        share = SHARES[match["share"].lower()]
        if not _OWN_SHARE.match(words):
            continue
        many = words_value(match["many"].lower()) if match["many"] else 1
        start = match.start("many") if match["many"] else match.end() - len(words)
        value = round(100 * share * (many or 1), 3)
        if value < 100:
            extra.append(Quantity(start, match.end(), float(value), "%"))
    clear = [q for q in found if not any(e.start < q.end and q.start < e.end for e in extra)]
    return sorted([*clear, *extra], key=lambda quantity: quantity.start)


_VERSUS = re.compile(rf"{_S}contre{_S}(?P<figure>{FIGURE}|{WORDS})(?=[{_S[1:-1]}]*[.,;:!?)\n]|$)")


_SAYS_ANOTHER = re.compile(
    rf"[^.!?…;:\n\d]{{0,60}}(?:,|{_S}et|{_S}mais|{_S}contre){_S}(?:(?:plus|près|moins)?{_S}?(?:de|d['’]){_S}?|quelque{_S}|environ{_S})?"
    rf"(?P<figure>{FIGURE}|{WORDS}){_S}(?=selon|d['’]après|de{_S}source|pour{_S}l)"
)


_SAID_SIGNS = ("selon", "après", "source", "pour")
"""Signs of which every match of `_SAYS_ANOTHER` is followed by one."""
_SAID_WITHIN = 240


def with_rivals(text: str, found: list[Quantity]) -> list[Quantity]:
    """Adds figures that count the same as the one before: « par 18 voix contre 15 », « 12 000
    manifestants selon la police, 25 000 selon les syndicats ».
    """
    extra = []
    for quantity in found:
        if quantity.unit.isupper():
            continue
        match = _VERSUS.match(text, quantity.end)
        if match is None and holds(text[quantity.end : quantity.end + _SAID_WITHIN], _SAID_SIGNS):
            match = _SAYS_ANOTHER.match(text, quantity.end)
        if match is None:
            continue
        value = _plain_value(match["figure"])
        if value is not None:
            span = match.span("figure")
            extra.append(Quantity(*span, float(value), quantity.unit))
    return sorted([*found, *extra], key=lambda quantity: quantity.start) if extra else found


# Here and in `_MODEL`: a pattern that begins with a letter is searched faster than one that begins
# with a look-behind.
_OF_THEM = re.compile(
    rf"en(?<![\w'’]en){_S}(?:a|ont|avait|avaient|aura|auront|aurait|auraient|compte|comptent|comptait"
    rf"|attend|attendent|attendait|possède|possèdent|voulait|espère|espérait|recense|dénombre|prévoit|produit|fournit|vend|signale|veut|veulent|demande|demandent|reçoit|recevra|achète|restait|reste|fallait|faut)"
    rf"(?:{_S}[^\W\d_]+){{0,3}}?{_S}(?P<figure>{FIGURE}|{WORDS})"
    rf"(?={_S}?[.,;:!?)\n]|$|{_S}(?:pour|en|à|au|aux|dans|et|l['’]an|cette|depuis|contre|sur|de{_S}plus|par)(?!\w))"
)
_INDEFINITE = re.compile(
    rf"(?<!\w)(?:[Dd]es|[Dd]e{_S}nouveaux|[Dd]e{_S}nouvelles){_S}(?P<noun>[^\W\d_]{{3,}}[sx])(?!\w)"
)
_BEFORE_THEM = 260
_STOP = re.compile(r"[.!?…]\s")


def with_nouns_before(text: str, found: list[Quantity]) -> list[Quantity]:
    """Adds figures such as « Elle en a reçu quatre »: they count the noun of the sentence before,
    if it has only one.
    """
    extra: list[Quantity] = []
    for match in _OF_THEM.finditer(text):
        span = match.span("figure")
        if any(q.start < span[1] and span[0] < q.end for q in found):
            continue
        value = _plain_value(match["figure"])
        floor = max(0, match.start() - _BEFORE_THEM)
        before = text[floor : match.start()].rpartition("\n\n")[2]
        floor = match.start() - len(before)
        stops = list(_STOP.finditer(before))
        own = floor + (stops[-1].end() if stops else 0)
        if _INDEFINITE.match(text, own):
            floor = own  # « Des arrestations, il y en a eu vingt-trois »
        elif len(stops) > 1:
            floor += stops[-2].end()
        counted = {
            q.unit for q in found if floor <= q.start and q.end <= match.start() and _thing(q)
        }
        named = counted or {
            singular(m["noun"].lower())
            for m in _INDEFINITE.finditer(text, floor, match.start())
            if m["noun"].islower()
        }
        named = named or {_model(m) for m in _MODEL.finditer(text, floor, match.start())}
        if value is not None and len(named) == 1:
            extra.append(Quantity(*span, float(value), named.pop()))
    return sorted([*found, *extra], key=lambda quantity: quantity.start) if extra else found


_MODEL = re.compile(
    r"(?P<letters>[A-Z](?<![\w-].)[A-Z]{0,2})[- \u00a0\u202f]?(?P<number>\d{1,3})(?![\w%,.]\d|\w)"
)
_FIGURE_OF_MODEL = re.compile(r"[0-9](?:(?<=[A-Z].)|(?<=[A-Z][- \u00a0\u202f].))")
"""The first figure of `_MODEL`: figures are rarer than capitals, and ten signs are found faster than
all that `\\d` stands for."""
_MOST_LETTERS = 3
_COUNT_BEFORE = re.compile(
    rf"(?<![\w-])(?P<figure>{FIGURE}|(?i:{WORDS})){_S}(?:[^\W\d_]{{4,}}s{_S})?$"
)


def _model(match: re.Match[str]) -> str:
    return f"{match['letters']}{match['number']}".lower()


def _models(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_MODEL`, in order."""
    for figure in _FIGURE_OF_MODEL.finditer(text):
        after = figure.start() - (not text[figure.start() - 1].isupper())
        start = after - 1
        while start and after - start < _MOST_LETTERS and "A" <= text[start - 1] <= "Z":
            start -= 1
        match = _MODEL.match(text, start)
        if match is not None:
            yield match


def with_models(text: str, found: list[Quantity]) -> list[Quantity]:
    """Adds figures that count a model, in any of its spellings: « vingt-cinq F 16 »."""
    extra = []
    for model in _models(text):
        floor = max(0, model.start() - 40)
        match = _COUNT_BEFORE.search(text[floor : model.start()])
        if match is None:
            continue
        start, value = floor + match.start(), _plain_value(match["figure"])
        taken = any(q.start <= start < q.end for q in found)
        dated = DATED.search(text, max(0, start - 14), start)
        if value is not None and value >= 2 and not taken and not dated:
            extra.append(Quantity(start, model.end(), float(value), _model(model)))
    return sorted([*found, *extra], key=lambda quantity: quantity.start) if extra else found


def _thing(quantity: Quantity) -> bool:
    unit = quantity.unit
    return unit.islower() and len(unit) > 3 and unit not in _TIMES and unit not in _CURRENCIES


_CURRENCIES = frozenset("dinar peso couronne".split())
_TIMES = frozenset("année mois semaine jour heure minute seconde siècle point".split())


def _plain_value(written: str) -> float | None:
    return figure_value(written) if written[0].isdigit() else words_value(written)


_RANGE = re.compile(
    rf"(?<![\w.,])(?P<low>{FIGURE}){_S}?(?:à|et|ou|-|–){_S}?(?P<high>{FIGURE})(?!\d)", re.VERBOSE
)


def with_ranges(text: str, figures: list[int], found: list[Quantity]) -> list[Quantity]:
    """Adds the first figure of a range: « 10 à 15 % » gives two figures of one unit."""
    starts = {quantity.start: quantity for quantity in found}
    extra: list[Quantity] = []
    reached = 0
    for start in figures:
        match = _RANGE.match(text, start) if start >= reached else None
        if match is None:
            continue
        reached = match.end()
        high = starts.get(match.start("high"))
        if high is None or match.start("low") in starts:
            continue
        scale = high.value / max(figure_value(match["high"]), 1e-9)
        low = figure_value(match["low"]) * scale
        if low < high.value:
            extra.append(Quantity(match.start("low"), match.end("low"), float(low), high.unit))
    return sorted([*found, *extra], key=lambda quantity: quantity.start)
