"""Rows of a comparison: passages of at least two sources that report the same statement.

Every two passages of a row are linked themselves, so a weak link of one source never joins two
statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from index.compare.alignment import STRONG, Link
from index.compare.statements import Statement
from index.french.function_words import NEGATIONS
from index.model.article import ArticleId
from index.model.comparison import Doubt, Evidence, Passage, Row, Strength
from index.model.text import Span

_ORDER = {Strength.SAME: 0, Strength.STRONG: 1, Strength.PROBABLE: 2}
_Key = tuple[int, int]
"""The side and the number of a sentence."""
SentencePair = tuple[_Key, _Key]
"""Two sentences of different sides, the lower side first."""


def rows(
    links: Iterable[Link], sides: Sequence[Sequence[Statement]], articles: Sequence[ArticleId]
) -> tuple[Row, ...]:
    """The links as rows, in the order of the first article.

    The strength of a row is that of its weakest pair. Sources with stronger links also have a row
    of their own before it.
    """
    by_pair = {_pair(link): link for link in links}
    groups: list[frozenset[_Key]] = []
    for level in Strength:
        allowed = {
            pair: link for pair, link in by_pair.items() if _ORDER[link.strength] <= _ORDER[level]
        }
        for group in _groups(allowed):
            claims = _claims(group)
            weakest = max(_ORDER[by_pair[pair].strength] for pair in claims)
            if weakest == _ORDER[level] and not any(group <= known for known in groups):
                groups.append(group)
    # Rows stand in the order of the first article; those of later articles only come after.
    groups.sort(key=lambda group: (min(group), -len(group)))
    return tuple(_row(group, by_pair, sides, articles) for group in groups)


def aligned_sentences(
    rows: Iterable[Row], sides: Sequence[Sequence[Statement]], articles: Sequence[ArticleId]
) -> frozenset[SentencePair]:
    """The pairs of sentences that share a row."""
    side_of = {article: side for side, article in enumerate(articles)}
    number_of = [{s.span: s.number for s in own} for own in sides]
    found = set()
    for row in rows:
        members = [
            (side_of[passage.article], number_of[side_of[passage.article]][span])
            for passage in row.passages
            for span in passage.spans
        ]
        for one, other in combinations(sorted(members), 2):
            if one[0] != other[0]:
                found.add((one, other))
    return frozenset(found)


def _pair(link: Link) -> tuple[_Key, _Key]:
    return _ordered(_key(link.one), _key(link.other))


def _ordered(one: _Key, other: _Key) -> tuple[_Key, _Key]:
    return (one, other) if one < other else (other, one)


def _key(statement: Statement) -> _Key:
    return statement.side, statement.number


def _claims(group: Iterable[_Key]) -> list[tuple[_Key, _Key]]:
    """The pairs of sentences of different articles that a row holds."""
    members = sorted(group)
    return [
        (one, other)
        for at, one in enumerate(members)
        for other in members[at + 1 :]
        if one[0] != other[0]
    ]


def _groups(allowed: dict[tuple[_Key, _Key], Link]) -> list[frozenset[_Key]]:
    """Groups in which every pair of different articles is linked; together they contain every link."""
    neighbours: dict[_Key, set[_Key]] = defaultdict(set)
    for one, other in allowed:
        neighbours[one].add(other)
        neighbours[other].add(one)
    covered: set[tuple[_Key, _Key]] = set()
    found = []
    for pair, _ in sorted(allowed.items(), key=lambda item: (-item[1].score, item[0])):
        if pair in covered:
            continue
        group = set(pair)
        candidates = sorted(
            {key for member in pair for key in neighbours[member]} - group,
            key=lambda key: -_support(key, group, allowed),
        )
        for key in candidates:
            across = [member for member in group if member[0] != key[0]]
            # Links that another row shows already need no row of their own.
            if all(member in neighbours[key] for member in across) and any(
                _ordered(key, member) not in covered for member in across
            ):
                group.add(key)
        covered.update(_claims(group))
        found.append(frozenset(group))
    return found


def _support(key: _Key, group: set[_Key], allowed: dict[tuple[_Key, _Key], Link]) -> float:
    scores = []
    for member in group:
        link = allowed.get(_ordered(key, member))
        if link is not None:
            scores.append(link.score)
    return sum(scores)


def _row(
    group: frozenset[_Key],
    by_pair: dict[tuple[_Key, _Key], Link],
    sides: Sequence[Sequence[Statement]],
    articles: Sequence[ArticleId],
) -> Row:
    links = [by_pair[pair] for pair in _claims(group)]
    members: dict[int, list[Statement]] = defaultdict(list)
    for side, number in sorted(group):
        members[side].append(sides[side][number])
    because = [kind for kind in Evidence if any(kind in link.because for link in links)]
    score = min(link.score for link in links)
    doubts = [kind for kind in Doubt if any(kind in link.doubts for link in links)]
    return Row(
        passages=tuple(
            Passage(articles[side], tuple(statement.span for statement in members[side]))
            for side in sorted(members)
        ),
        strength=max((link.strength for link in links), key=lambda strength: _ORDER[strength]),
        score=round(score, 4),
        because=tuple(because),
        shared=_shared(members),
        differing=tuple(
            Passage(articles[side], _differing(side, members)) for side in sorted(members)
        ),
        doubts=tuple(doubts) if score >= STRONG else (),
    )


def _shared(members: dict[int, list[Statement]]) -> tuple[str, ...]:
    """The words that all sources of the row have, as the first source writes them."""
    stems = [
        {stem for statement in side for stem in statement.stems if stem}
        for side in members.values()
    ]
    common = set.intersection(*stems)
    found: dict[str, str] = {}
    for statement in members[min(members)]:
        for token, stem in zip(statement.tokens, statement.stems, strict=True):
            if stem in common:
                found.setdefault(stem, token.exact)
    return tuple(found.values())


def _differing(side: int, members: dict[int, list[Statement]]) -> tuple[Span, ...]:
    """The words of one source that no other source of the row has; neighbouring words are joined.

    Punctuation, case and function words do not count, except « ne … pas » and the like.
    """
    elsewhere = {
        word
        for other, group in members.items()
        if other != side
        for statement in group
        for word in _telling(statement)
    }
    spans: list[Span] = []
    for statement in members[side]:
        open_run = False
        for token, word in zip(statement.tokens, _telling(statement), strict=True):
            if not word:
                continue
            if word in elsewhere:
                open_run = False
            elif open_run:
                spans[-1] = Span(spans[-1].start, token.end)
            else:
                spans.append(Span(token.start, token.end))
                open_run = True
    return tuple(spans)


def _telling(statement: Statement) -> list[str]:
    """For each token its stem, or a negation itself, as these decide the meaning; empty for the
    others.
    """
    return [
        stem or (token.exact if token.exact in NEGATIONS else "")
        for token, stem in zip(statement.tokens, statement.stems, strict=True)
    ]
