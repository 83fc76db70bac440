"""Amounts of money without their currency, taken from the amount before: « la facture approche les 2,6 »; and
what costs nothing.
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator, Sequence
from functools import cache

from index.claims.before import Before
from index.claims.lexicon import lexicon
from index.claims.number import Number, value_of
from index.claims.sentence import Sentence
from index.french.numerals import FIGURE, WORDS
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_BARE = re.compile(
    rf"\b(?:(?:approch|avoisin|frôl|dépass|atteign|excéd)(?:e|ent|ait|aient|era|eront|erait)|atteint|atteindr(?:a|ait)"
    rf"|(?:est|serait|était|sera|évalu\w+|estim\w+|chiffr\w+|s['’]élèv\w+|fix\w+|tabl\w+){_S}(?:plutôt{_S}|désormais{_S}|maintenant{_S}|en{_S}fait{_S})?(?:à|sur)|parl(?:e|ent|ait|aient){_S}de|avanc(?:e|ent|ait)|réclam(?:e|ent|ait)|propos(?:e|ent|ait)|offr(?:e|ent|ait)|compt(?:e|ent|ait))"
    rf"{_S}(?:plutôt{_S}|désormais{_S}|les{_S}|de{_S}|près{_S}de{_S}|plus{_S}de{_S}|plus{_S}d['’]|environ{_S})*(?P<n>{FIGURE}|{WORDS})(?={_S}?[,.;:)»]|{_S}(?:au|en|dans|selon|pour|à)(?!\w)|{_S}?$)"
)
_BARE_WORDS = (
    "approche avoisine frôle dépasse atteint atteindra atteignent excède évalue évalué estime estimé chiffre chiffré élève"
    " fixe fixé table coûte coûtera réclame demande paie verse exige obtient touche rembourse parle avance réclame propose offre compte"
).split()


@cache
def _bare_keys() -> frozenset[str]:
    return lexicon().stems(_BARE_WORDS)


_OF_IT = re.compile(
    rf"\b[Ee]n{_S}(?:coût|réclam|demand|propos|offr|pay|vers|exig|obten|touch|rembours)[^\W\d_]*{_S}(?:que{_S}|désormais{_S}|maintenant{_S})?(?P<n>{FIGURE}|{WORDS})(?={_S}?[,.;:)»]|{_S}(?:au|en|dans|selon|pour|à)(?!\w)|{_S}?$)"
)
_THE_MILLION = re.compile(
    rf"(?<!\w)(?P<half>un{_S}demi-|le{_S}|un{_S})(?P<size>million|milliard){_S}(?:d['’](?P<euro>euros?)|de{_S}(?P<other>dollars?|francs?|livres?))(?!\w)"
)
_CODES = {"e": "EUR", "d": "USD", "f": "CHF", "l": "GBP"}
_SIZES = (1e9, 1e6, 1e3)
_FREE = re.compile(
    rf"(?<!\w)(?:gratuitement|sans{_S}bourse{_S}délier|(?:est|sont|sera|seront|était|étaient|reste|restent|restera|deviennent|devient){_S}(?:entièrement{_S}|totalement{_S})?(?:gratuite?s?|offerte?s?)"
    rf"|pas{_S}un{_S}(?:centime|euro|sou)|ne{_S}(?:coûte|coûtera|paiera|paieront|coûteront){_S}rien)(?!\w)",
    re.IGNORECASE,
)
_FREE_WORDS = frozenset(
    "gratuitement gratuit gratuite gratuits gratuites offert offerte offerts offertes délier centime sou rien euro".split()
)
_BETWEEN = 0.05, 20.0
"""How much smaller or larger a bare figure may be than the amount that it is read beside."""


def _may_be_bare(sentence: Sentence) -> bool:
    return not _bare_keys().isdisjoint(sentence.keys) or not sentence.words.isdisjoint(_BEING)


_BEING = ("est", "était", "serait", "sera")


def prices(sentence: Sentence, taken: Sequence[Span], before: Before) -> Iterator[Number]:
    """The amounts of a sentence that lack a currency."""
    last = before.amount
    text, (start, end) = sentence.text, sentence.span
    for match in _THE_MILLION.finditer(text, start, end) if "illi" in text[start:end] else ():
        span = Span(*match.span())
        if not any(span.overlaps(each) for each in taken):
            value = 1e6 if match["size"] == "million" else 1e9
            value = value / 2 if "demi" in match["half"] else value
            code = "EUR" if match["euro"] else _CODES[match["other"][0]]
            yield Number(ClaimKind.MONEY, _of(sentence), span, value, value, code)
    if last is not None and _may_be_bare(sentence):
        yield from _bare(sentence, taken, last)
    if not _FREE_WORDS.isdisjoint(sentence.words):
        for match in _FREE.finditer(text, start, end):
            yield Number(ClaimKind.MONEY, "price", Span(*match.span()), 0, 0, "EUR")


def _bare(sentence: Sentence, taken: Sequence[Span], last: Number) -> Iterator[Number]:
    text, (start, end) = sentence.text, sentence.span
    for match in (*_BARE.finditer(text, start, end), *_OF_IT.finditer(text, start, end)):
        span = Span(*match.span("n"))
        value = value_of(match["n"])
        if value is None or any(span.overlaps(each) for each in taken):
            continue
        scale = next((size for size in _SIZES if last.low >= size), 1.0) if value < 1000 else 1.0
        value *= scale
        if last.low <= 0 or not _BETWEEN[0] <= value / last.low <= _BETWEEN[1]:
            continue
        of = _of(sentence) or last.of
        yield Number(ClaimKind.MONEY, of, span, value, value, last.unit, last.thing, resolved=True)


def _of(sentence: Sentence) -> str:
    hits = sentence.of("money")
    return hits[0].word.value if hits else ""
