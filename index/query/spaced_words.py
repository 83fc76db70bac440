"""Words typed with spaces that mean one thing: « F 16 » for F-16, « 16 h 30 », « neuf heures »,
« 50 % ».
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import NamedTuple

from index.french.amounts import Amount, amount_at, spelt
from index.french.numerals import SMALL_WORDS, digits
from index.query.joined_words import HYPHENS, JOINERS, is_model
from index.query.scanner import CHUNK
from index.query.tree import Phrase, Query, Word, conjunction, disjunction
from index.text.index_words import SYMBOLS, written_tokens
from index.text.tokens import APOSTROPHES, ELIDED, Token

_SPACES = (" ", "\u00a0", "\u202f")
_JOINTS = frozenset(("", "/", *_SPACES, *HYPHENS, *APOSTROPHES))
"""Signs that may stand between the words of an amount: « vingt-deux heures », « 130 km/h », « à
l’heure ».
"""
_MOST_WORDS = 9
_REACH = 80
"""The most characters of an amount."""
_MARK = re.compile(r'[()"«»“”„]')
_NUMBERS = frozenset(SMALL_WORDS)
_ONE = ("un", "une")
_NOUN = 3
"""The fewest letters of a noun that is counted."""
_FIRST = ("1er", "1re", "premier", "première")
_MONTHS = frozenset(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()  # noqa: SIM905
)


class Taken(NamedTuple):
    """The part of a query that several words make, and the place where the text goes on."""

    query: Query
    end: int


def spaced(text: str, first: Token, second: Token | None) -> Taken | None:
    """The part that a token of `text` makes with the tokens after it, or with `second`; None if
    they stay apart.
    """
    if (amount := _amount(text, first)) is not None:
        return amount
    if second is None or text[first.end : second.start] not in _SPACES:
        return None
    chunk = CHUNK.match(text, second.start)
    alone = chunk is not None and chunk.end() == second.end
    # `LE 16` is no model, and neither is `TGV 16 h 30`.
    if (
        alone
        and is_model(text[first.start : first.end], second)
        and _amount(text, second) is None
        and not _is_share(text, second)
    ):
        return Taken(Word(first.exact + second.exact), second.end)
    if first.exact[0].isdigit() and second.exact in SYMBOLS:
        return Taken(Phrase((first.exact, second.exact)), second.end)
    if alone and first.exact in _FIRST and second.folded in _MONTHS:
        return Taken(Phrase((first.exact, second.exact)), second.end)
    if alone and (counted := _counted(text, first, second)) is not None:
        return Taken(counted, second.end)
    return None


def _counted(text: str, number: Token, noun: Token) -> Query | None:
    """Both words, or the number written otherwise beside its noun: « 14 patients », « quatorze patients »."""
    if not (noun.exact.isalpha() and text[noun.start].islower() and len(noun.exact) >= _NOUN):
        return None
    if text[: number.start].endswith(":"):
        return None  # « titre:14 patients » asks for one word of the title
    if noun.folded in _MONTHS or noun.exact in _NUMBERS or noun.folded in ELIDED:
        return None
    if number.exact.isdecimal() and len(number.exact) <= 2 and int(number.exact) > 1:
        ways = spelt(int(number.exact))
    elif number.exact in _NUMBERS and (figures := digits(number.exact)) is not None:
        ways = [(figures,)]
    else:
        return None
    together = conjunction((Word(number.exact), Word(noun.exact)))
    return disjunction((together, *(Phrase((*way, noun.exact)) for way in ways)))


def _is_share(text: str, number: Token) -> bool:
    """Whether a figure has a sign after it: 20 %, 4,5 €."""
    return text[number.end :].lstrip()[:1] in tuple(SYMBOLS)


def _amount(text: str, first: Token) -> Taken | None:
    """An amount of several words that begins with a token."""
    if not first.exact[0].isdigit() and first.exact not in _NUMBERS:
        return None
    mark = _MARK.search(text, first.start)
    stop = min(mark.start() if mark else len(text), first.start + _REACH)
    stretch = text[first.start : stop]
    row = list(islice(written_tokens(stretch), _MOST_WORDS))
    for at, (one, other) in enumerate(pairwise(row)):
        if stretch[one.end : other.start] not in _JOINTS:
            row = row[: at + 1]
            break
    found = amount_at([token.exact for token in row], 0) if len(row) > 1 else None
    if found is None:
        return None
    amount, count = found
    end = row[count - 1].end
    after = stretch[end : end + 2]
    joined = after[:1] in JOINERS and after[1:].isalnum()
    if count == 1 or joined or (row[0].exact in _ONE and not amount.unit.glued):
        return None
    return Taken(_query(amount), first.start + end)


def _query(amount: Amount) -> Query:
    unit = amount.unit
    if unit.glued:
        minutes = f"{amount.minutes:02}" if amount.minutes else ""
        return Word(f"{amount.number}{unit.sign}{minutes}")
    names = unit.plural if amount.number > 1 else unit.singular
    return Phrase((str(amount.number), *(unit.signs or names)[0]))
