"""What the reader may have meant: for words that the index does not hold, and parts that find
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from index.french.function_words import FUNCTION_WORDS
from index.model.found import Facet, Hint
from index.query.tree import (
    And,
    Everything,
    Exact,
    Having,
    Near,
    Or,
    Phrase,
    Query,
    SaidBy,
    Similar,
    Within,
    Word,
    conjunction,
)
from index.text.folding import fold

_SHORTEST = 4
"""The fewest letters of a word that may be a slip; shorter words are near to too many others."""
_MOST_HINTS = 5
_BESIDE_THE_TEXT = (Facet.SOURCE, Facet.AUTHOR, Facet.TAG)
"""Facets whose values a reader may type as words, though no text needs to hold them."""
_MOST_PARTS = 12
"""Only the first parts of a long query are tried."""


def with_slips(query: Query, is_absent: Callable[[Word], bool]) -> Query:
    """The query with near spellings for alternatives that the index does not hold.

    Only alternatives are changed: where a word is required, the answer must not hold another word
    instead.
    """
    if isinstance(query, And):
        return conjunction(with_slips(part, is_absent) for part in query.parts)
    if isinstance(query, Or):
        return Or(
            tuple(
                Similar(fold(part.text), nearest=True)
                if isinstance(part, Word) and _may_be_slip(part) and is_absent(part)
                else with_slips(part, is_absent)
                for part in query.parts
            )
        )
    return query


def _may_be_slip(word: Word) -> bool:
    return len(word.text) >= _SHORTEST and word.text.isalpha()


def hints(
    query: Query,
    *,
    near: Callable[[Word], list[str]],
    named: Callable[[Having], Iterable[tuple[str, ...]]],
    count: Callable[[Query], int],
    dated: frozenset[str] = frozenset(),
) -> tuple[Hint, ...]:
    """Queries that would find something: with a near word for an absent one, a source of that name,
    or one part less.

    `near` gives the nearest words of the index for an absent word, none for one that it holds; `named`
    the words of each name that a source, an author or a tag may be short for; `dated` are the words
    that name days, none of which is left out alone.
    """
    found: list[Hint] = []
    for changed, part, use in _changed(query, near, named):
        articles = count(changed)
        if articles:
            found.append(Hint(str(changed), articles, str(part), use))
    if isinstance(query, And):
        found += _glued(query, count)
        told = {hint.instead_of for hint in found}
        for part in query.parts[:_MOST_PARTS]:
            meant = _nearest(part, near)
            if meant is not part and str(part) not in told and (articles := count(meant)):
                found.append(Hint(str(meant), articles, str(part), str(meant)))
    nearest = str(conjunction(_nearest(part, near) for part in _parts(query)))
    found = sorted(_each_once(found), key=lambda hint: (hint.query != nearest, -hint.articles))
    less: list[Hint] = []
    for rest, without in _with_less(query):
        if dated.issuperset(re.findall(r"\w+", fold(str(without)))):
            continue
        articles = 0 if isinstance(rest, Everything) else count(rest)
        if articles:
            less.append(Hint(str(rest), articles, str(without)))
    less.sort(key=lambda hint: -hint.articles)
    if less := [*_without_asking(query, count), *less]:
        found = found[: _MOST_HINTS - 2] + less
    return tuple(found[:_MOST_HINTS])


_ASKING = frozenset(
    """
    parle parlent parler parlant dit disent dire evoque evoquent cite citent mentionne mentionnent article articles texte textes
    passage passages cherche chercher trouve trouver montre montrer liste tout tous toute toutes quel quelle quels quelles qui que quoi
    quand comment pourquoi combien
    """.split()  # noqa: SIM905
)
"""Words by which a reader asks, and which hardly any article has for that."""


def is_asking(word: str) -> bool:
    """Whether a folded word only asks or joins: « qui », « parle », « de »."""
    return word in FUNCTION_WORDS or word in _ASKING


def _without_asking(query: Query, count: Callable[[Query], int]) -> Iterator[Hint]:
    """The query without all words that only ask, if they are several: « qui a dit “aucun dépassement” »."""
    if not isinstance(query, And):
        return
    asking = [one for one in query.parts if isinstance(one, Word) and is_asking(fold(one.text))]
    telling = [one for one in query.parts if one not in asking]
    if len(asking) > 1 and telling and (articles := count(conjunction(telling))):
        yield Hint(str(conjunction(telling)), articles, " ".join(map(str, asking)))


def _glued(query: And, count: Callable[[Query], int]) -> Iterator[Hint]:
    """The query with two words in a row written as one: « cyber attaque », « mini bus »."""
    parts = query.parts[:_MOST_PARTS]
    for at, (one, other) in enumerate(pairwise(parts)):
        if isinstance(one, Word) and isinstance(other, Word) and (one.text + other.text).isalpha():
            glued = Word(one.text + other.text)
            changed = conjunction((*query.parts[:at], glued, *query.parts[at + 2 :]))
            if articles := count(changed):
                yield Hint(str(changed), articles, f"{one} {other}", str(glued))


def _with_less(query: Query) -> Iterator[tuple[Query, Query]]:
    """The query without one of its parts, and that part; a speaker and a manner are two parts of what was said."""
    if isinstance(query, And):
        for part in query.parts[:_MOST_PARTS]:
            others = [other for other in query.parts if other is not part]
            yield conjunction(others), part
            for rest, without in _with_less(part):
                yield conjunction((*others, rest)), without
    elif isinstance(query, SaidBy) and query.words and query.manners:
        speaker, manner = SaidBy(query.words), SaidBy((), query.manners)
        yield manner, speaker
        yield speaker, manner


def _parts(query: Query) -> tuple[Query, ...]:
    return query.parts if isinstance(query, And) else (query,)


def _each_once(found: Iterable[Hint]) -> list[Hint]:
    """One hint for each query; a hint that mends two slips names both."""
    once: dict[str, Hint] = {}
    for hint in found:
        known = once.get(hint.query)
        if known is None:
            once[hint.query] = hint
        elif hint.use is not None and known.use is not None and hint.instead_of != known.instead_of:
            once[hint.query] = replace(
                known,
                instead_of=f"{known.instead_of} {hint.instead_of}",
                use=f"{known.use} {hint.use}",
            )
    return list(once.values())


def _changed(
    query: Query,
    near: Callable[[Word], list[str]],
    named: Callable[[Having], Iterable[tuple[str, ...]]],
) -> Iterator[tuple[Query, Query, str]]:
    """The query with one part respelt or made less strict: the new query, the old part, the new
    part.
    """
    if isinstance(query, And):
        mended = [_nearest(part, near) for part in query.parts[:_MOST_PARTS]]
        mended += query.parts[_MOST_PARTS:]
        for place, part in enumerate(query.parts[:_MOST_PARTS]):
            for changed, instead_of, use in _changed(part, near, named):
                # The other parts are mended too: with two slips, mending one alone finds nothing.
                parts = (*mended[:place], changed, *mended[place + 1 :])
                yield conjunction(parts), instead_of, use
    elif isinstance(query, Word):
        if _may_be_slip(query):
            for word in near(query):
                yield Word(word), query, word
        for facet in _BESIDE_THE_TEXT:
            having = Having(facet, (fold(query.text),))
            yield having, query, str(having)
        return
    if isinstance(query, Having) and query.facet in _BESIDE_THE_TEXT:
        for words in named(query):
            having = Having(query.facet, words)
            yield having, query, str(having)
        for facet in _BESIDE_THE_TEXT:
            # « source:afp », where the agency signs.
            if facet is not query.facet:
                having = Having(facet, query.words)
                yield having, query, str(having)
    if (looser := _looser(query)) is not None:
        yield looser, query, str(looser)
        if isinstance(query, Within):
            for changed, instead_of, use in _changed(query.part, near, named):
                yield Within(query.place, changed), instead_of, use


def _nearest(part: Query, near: Callable[[Word], list[str]]) -> Query:
    """The part itself, or the nearest word of the index if it holds no such word."""
    if isinstance(part, Word) and _may_be_slip(part):
        return next((Word(word) for word in near(part)), part)
    return part


def _looser(query: Query) -> Query | None:
    """A phrase, words nearby or words in a place made less strict: the same words anywhere in the
    article.
    """
    if isinstance(query, Having) and query.facet is Facet.LANGUAGE:
        return None  # « en » is no word that the reader wants
    if isinstance(query, Phrase | Exact | Having):
        return conjunction(Word(word) for word in query.words)
    if isinstance(query, Near):
        return conjunction((query.left, query.right))
    return query.part if isinstance(query, Within) else None
