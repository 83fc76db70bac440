"""Ages told otherwise than « âgé de 40 ans »: of babies in months, by a birth year, by candles, by decades."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator
from datetime import date

from index.claims.number import Number, value_of
from index.claims.sentence import Sentence
from index.french.calendar_words import MONTHS
from index.french.numerals import WORDS
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_N = rf"(?:\d{{1,3}}|(?i:{WORDS}))"
_YEARS = {"jour": 1 / 365, "semaine": 7 / 365, "mois": 1 / 12, "an": 1.0}
_BABY = re.compile(
    rf"\b(?:nourrisson|bébé|nouveau-née?|fillette|garçonnet|enfant|garçon|fille|bambin|jum(?:eaux?|elles?)|petite?|tout-petit|fils){_S}(?:âgée?s?{_S})?d['’e]{_S}?(?:à{_S}peine{_S}|seulement{_S})?(?P<n>{_N}){_S}(?P<unit>jours?|semaines?|mois)(?!\w)"
    rf"|\bâgée?s?{_S}d['’e]{_S}?(?P<n2>{_N}){_S}(?P<unit2>jours?|semaines?|mois)(?!\w)",
    re.IGNORECASE,
)
_AT = re.compile(
    rf"(?:^|(?<=[.,:;«][ \u00a0])|(?<=\n))[ÀA]{_S}(?:tout{_S}juste{_S}|seulement{_S}|presque{_S})?(?P<n>{_N}){_S}(?P<unit>jours?|semaines?|mois|ans)(?:{_S}(?:à{_S}peine|seulement|tout{_S}juste|passés|révolus))?(?={_S}?,)"
)
_BORN = re.compile(
    rf"\bnée?s?{_S}(?:à{_S}[A-ZÀ-Þ][\w'’-]*{_S})?(?:le{_S}(?P<day>1er|\d{{1,2}}){_S}(?P<month>[a-zéû]+){_S}|en{_S}(?:(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre){_S})?)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_CANDLES = re.compile(
    rf"\b(?:souffl\w+|fêt\w+|célébr\w+){_S}(?:hier{_S}|aujourd['’]hui{_S}|demain{_S}|bientôt{_S})?(?:ses|leurs){_S}(?P<n>{_N}){_S}(?P<what>bougies|ans|printemps)(?!\w)"
)
_JUST = re.compile(
    rf"(?:^|[,(]{_S}?|{_S})(?:tout{_S}juste|à{_S}peine|bientôt|presque|déjà){_S}(?P<n>{_N}){_S}ans(?={_S}?[,.;)])"
)
_HAD = re.compile(
    rf"\b(?:n['’](?:a|avait|aurait){_S}que|(?:a|avait|aurait){_S}eu|aura|auront|(?:va|allait|vient{_S}d['’]|venait{_S}d['’]){_S}?avoir){_S}(?P<n>{_N}){_S}ans(?!{_S}(?:de|d['’]|pour|après|avant))(?!\w)"
)
_OTHER = re.compile(
    rf"\b(?:une?|l['’])[ \u00a0]?(?:autre|second|seconde|deuxième|troisième)?{_S}?d['’e]{_S}?(?P<n>{_N}){_S}ans(?!\w)(?={_S}?[,.;)]|{_S}(?:est|a|et|était|avait)(?!\w))"
    rf"|\bâgée?s{_S}de{_S}(?P<n2>{_N})(?={_S}(?:et|à){_S}{_N}{_S}ans(?!\w))"
)
_SINCE_BIRTH = re.compile(rf"\b[Nn]ée?{_S}il{_S}y{_S}a{_S}(?P<n>{_N}){_S}ans(?!\w)")
_TOWARDS = re.compile(rf"\b(?:va|allait|vont){_S}sur{_S}(?:ses|leurs){_S}(?P<n>{_N}){_S}ans(?!\w)")
_DECADES = {
    "trent": 30,
    "quarant": 40,
    "cinquant": 50,
    "soixant": 60,
    "quatre-vingt": 80,
    "vingt": 20,
}
_DECADE = re.compile(
    rf"\b(?P<how>approch\w+(?:{_S}de)?|frôl\w+|dans|passé|dépassé|une|la){_S}(?:(?:bonne|petite){_S})?(?:la{_S})?(?P<stem>trent|quarant|cinquant|soixant|vingt)aine(?P<of>{_S}d['’]années)?(?!\w)(?!{_S}(?:de|d['’])(?!années))"
)
_COMMA = re.compile(r",[ \u00a0]?$")
_NAMED = {"trentenaire": 30, "vingtenaire": 20}
_NAMED_RE = re.compile(r"\b(?P<name>trentenaire|vingtenaire)s?\b", re.IGNORECASE)
_WORDS = frozenset(
    "mois semaine semaines jour jours ans né née nés nées bougies printemps vingtaine trentaine quarantaine"
    " cinquantaine soixantaine trentenaire trentenaires vingtenaire vingtenaires".split()
)
_OF_BODIES = re.compile(
    r"\b(?:club|association|entreprise|festival|école|musée|loi|commune|société|groupe|parti|magazine|journal|traité|accord|couple)\b",
    re.IGNORECASE,
)

_BODY_BORN = re.compile(
    r"\b(?:mouvement|collectif|contestation|idée|projet|club|association|entreprise|société|parti|syndicat|groupe|festival|magazine|journal|marque|tradition|crise|hirak|fronde|site|réseau)s?\b[^.;«»]{0,70}$",
    re.IGNORECASE,
)
"""« le mouvement, né en février 2019 » has no age."""


def ages(sentence: Sentence, today: date | None) -> Iterator[Number]:
    """The ages of a sentence that are not « N ans » beside « âgé de », in years."""
    text, (start, end) = sentence.text, sentence.span
    if _WORDS.isdisjoint(sentence.words):
        return
    for match in _BABY.finditer(text, start, end):
        part = "n" if match["n"] else "n2"
        unit = match["unit"] or match["unit2"]
        yield from _young(sentence, match, part, unit)
    for match in _AT.finditer(text, start, end):
        yield from _young(sentence, match, "n", match["unit"])
    for pattern in (_CANDLES, _JUST, _TOWARDS, _HAD, _SINCE_BIRTH):
        for match in pattern.finditer(text, start, end):
            value = value_of(match["n"])
            about = pattern is _CANDLES and _OF_BODIES.search(text, start, match.start())
            if value is not None and not about:
                low = value - 1 if pattern is _TOWARDS else value
                yield _age(sentence, Span(match.start("n"), match.end()), low, value)
    for match in _OTHER.finditer(text, start, end):
        part = "n" if match["n"] else "n2"
        value = value_of(match[part].lower())
        if value is not None:
            yield _age(sentence, Span(match.start(part), match.end()), value, value)
    for match in _BORN.finditer(text, start, end) if today else ():
        assert today
        if _BODY_BORN.search(text, start, match.start()):
            continue
        yield _born(sentence, match, today)
    for match in _DECADE.finditer(text, start, end):
        low = float(_DECADES[match["stem"]])
        how = match["how"]
        if how.startswith(("approch", "frôl")):
            yield _age(sentence, Span(*match.span()), low - 3, low)
        elif how == "dans" or (how == "la" and _COMMA.search(text, start, match.start())):
            # « dans la trentaine », « La victime, la quarantaine, »
            yield _age(sentence, Span(*match.span()), low, low + 9)
        elif match["of"] and how == "une":
            yield _age(sentence, Span(*match.span()), low - low // 12, low + low // 10)
    for match in _NAMED_RE.finditer(text, start, end):
        low = float(_NAMED[match["name"].lower()])
        yield _age(sentence, Span(*match.span()), low, low + 9)


def _young(sentence: Sentence, match: re.Match[str], part: str, unit: str) -> Iterator[Number]:
    value = value_of(match[part].lower())
    if value is None:
        return
    name = unit if unit == "mois" else unit.rstrip("s")
    low = value * _YEARS[name]
    # One who is two months old is not yet three.
    high = low if name == "an" else (value + 1) * _YEARS[name]
    yield _age(sentence, Span(match.start(part), match.end()), round(low, 4), round(high, 4))


def _born(sentence: Sentence, match: re.Match[str], today: date) -> Number:
    year = int(match["year"])
    low, high = float(today.year - year - 1), float(today.year - year)
    month = MONTHS.get(match["month"] or "")
    if month and match["day"]:
        day = int(match["day"].removesuffix("er"))
        past = (today.month, today.day) >= (month, day)
        low = high = high if past else low
    return _age(sentence, Span(*match.span()), low, high)


def _age(sentence: Sentence, span: Span, low: float, high: float) -> Number:
    hits = sentence.of("who")
    before = [hit for hit in hits if hit.end <= span.end]
    after = [hit for hit in hits if span.end <= hit.start < span.end + 40]
    near = [hit.word.value for hit in (*reversed(before[-2:]), *after[:1])]
    return Number(ClaimKind.AGE, "", span, low, high, "an", "", tuple(dict.fromkeys(near)))
