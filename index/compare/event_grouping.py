"""Articles grouped by the event that they report, not by likeness of wording alone.

Candidates share telling words and may have appeared together; likeness and the days in the leads
decide. Copies are found however far apart they appeared.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from index.compare.likeness import LEAST_CORPUS, Likeness, copied, copies, cosine, likenesses
from index.compare.occasions import (
    APART,
    Occasion,
    days_of_event,
    may_meet,
    named_in_lead,
    occasion,
    read_beside,
    same_day,
)
from index.compare.pair_groups import groups
from index.compare.rare_names import SMALL_CORPUS, RareNames
from index.compare.taken_from import taken_from
from index.model.article import Article, ArticleId
from index.model.events import Event, EventArticle, LinkKind
from index.text.tokens import word_forms, words

ALIKE = 0.4
"""The least cosine of two articles, near enough in time, that report one event.

It was measured on silver pairs of press articles from different sources: `python -m
benchmarks.events`.
"""
ALIKE_IN_LEAD = 0.25
"""The same for two articles whose leads speak of the same days and name the same rare things."""
_NAMED = 2.0
"""The least rarity of the names that two leads share, in units of the greatest possible rarity of
one name.
"""
_NEAR = 0.33
"""The cosine at which two articles with somewhat similar leads no longer keep their groups apart."""
_NAMED_NEAR = 1.5
_SMALL_ALIKE = 0.1
"""The least cosine of two articles of a small corpus that report one event if they share a rare
name.
"""
_SMALL_APART = timedelta(7)
_FEW_NAMED = 0.7
_AS_NEAR = 0.85
"""An article is background to the event most like it, and to events with at least this part of that
likeness.
"""
BACKGROUND = 0.32
COPIED = 0.6
SHARED = 0.1
"""The share of common runs of five words at which two articles have a common source."""
_QUOTE_WORDS = 8
_CANDIDATE = 0.05
"""The least cosine of the telling words for a pair to be compared at all."""
_UNDATED_HOLDERS = 60
"""An undated article is compared with all others, but only by words that at most so many articles
hold.
"""

_Pairs = Iterable[tuple[ArticleId, ArticleId]]


def events(
    articles: Sequence[Article], *, together: _Pairs = (), apart: _Pairs = ()
) -> tuple[Event, ...]:
    """Events that at least two articles report, newest first, with their background articles.

    `together` and `apart` are pairs that a reader decided; they win. An article is background only
    if it reports no event of the corpus itself.
    """
    likeness = likenesses(articles)
    times = [occasion(article) for article in articles]
    small = len(articles) <= SMALL_CORPUS
    close = _close_pairs(likeness, times, apart=_SMALL_APART if small else APART)
    leads = _Leads(articles)
    rare = RareNames(articles, likeness, times)
    links: dict[tuple[int, int], float] = {}
    near: set[tuple[int, int]] = set()
    for (a, b), score in close.items():
        if score >= _threshold(articles, times, leads, a, b) or (
            small and leads.of_few(a, b) and score >= _SMALL_ALIKE
        ):
            links[a, b] = score
        elif (
            score >= _NEAR and same_day(times[a], times[b]) and leads.alike(a, b, least=_NAMED_NEAR)
        ):
            near.add((a, b))
    links.update((pair, rare.likeness[pair]) for pair in rare.linked)
    near.update(rare.likeness.keys() - links.keys())
    copied_pairs = copies(likeness, least=COPIED)
    for a, b in copied_pairs:
        links[a, b] = 1.0
    at = {article.id: number for number, article in enumerate(articles)}
    found = groups(
        len(articles),
        links,
        near=near,
        together=[(at[a], at[b]) for a, b in together if a in at and b in at],
        apart=[(at[a], at[b]) for a, b in apart if a in at and b in at],
    )
    cores = [group for group in found if len(group) > 1]
    alone = {group[0] for group in found if len(group) == 1}
    background = _background(cores, alone, likeness, articles)
    quoted = long_quotations(articles, {number for core in cores for number in core})
    result = [
        _event(core, background[index], articles, likeness, times, quoted)
        for index, core in enumerate(cores)
    ]
    return tuple(sorted(result, key=lambda event: (event.latest or "", event.id), reverse=True))


def told_together(
    reporting: Sequence[Article], background: Sequence[Article], *, decided: Collection[ArticleId]
) -> Event:
    """The event of articles that a reader put together; at least two of them report it.

    The reasons for the event are looked for among these articles only. `decided` are those that the
    reader added: likeness of wording is no reason for them.
    """
    articles = [*reporting, *background]
    likeness = likenesses(articles)
    times = [occasion(article) for article in articles]
    core = range(len(reporting))
    beside = [
        (number, max(cosine(likeness[number], likeness[other]) for other in core))
        for number in range(len(reporting), len(articles))
    ]
    found = _event(core, beside, articles, likeness, times, long_quotations(articles, core))
    return replace(
        found,
        articles=tuple(
            replace(
                member, because=("decision", *(why for why in member.because if why != "words"))
            )
            if member.article in decided
            else member
            for member in found.articles
        ),
    )


class _Leads:
    """The persons and things that the leads name, and their rarity in the corpus."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._named = [named_in_lead(article) for article in articles]
        self._everywhere = [
            article.annotations.entities if len(articles) <= SMALL_CORPUS else frozenset()
            for article in articles
        ]
        self._holding = Counter(
            entity for article in articles for entity in article.annotations.entities
        )
        self._size = max(len(articles), LEAST_CORPUS)

    def alike(self, a: int, b: int, *, least: float = _NAMED) -> bool:
        shared = self._named[a] & self._named[b]
        rarity = sum(math.log(self._size / self._holding[entity]) for entity in shared)
        return rarity >= least * math.log(self._size)

    def of_few(self, a: int, b: int) -> bool:
        """Whether two articles name, anywhere, something that few articles of the corpus name."""
        shared = self._everywhere[a] & self._everywhere[b]
        rarity = sum(math.log(self._size / self._holding[entity]) for entity in shared)
        return rarity >= _FEW_NAMED * math.log(self._size)


def _threshold(
    articles: Sequence[Article], times: Sequence[Occasion], leads: _Leads, a: int, b: int
) -> float:
    """The cosine that two articles need, given when they appeared and which days they speak of."""
    one = read_beside(articles[a], times[a], times[b])
    other = read_beside(articles[b], times[b], times[a])
    if not may_meet(one, other):
        return 2.0
    undated = one.published is None or other.published is None
    if undated and not same_day(one, other):
        # Nothing shows that they belong to the same days.
        return 2.0 if one.about and other.about else ALIKE + 0.1
    if same_day(one, other) and leads.alike(a, b):
        return ALIKE_IN_LEAD
    return ALIKE


def _close_pairs(
    likeness: Sequence[Likeness], times: Sequence[Occasion], *, apart: timedelta = APART
) -> dict[tuple[int, int], float]:
    """Pairs near enough in time that share telling words, with their cosine."""
    dated = sorted(
        (number for number, when in enumerate(times) if when.published),
        key=lambda number: _first(times[number]),
    )
    undated = [number for number, when in enumerate(times) if when.published is None]
    least = ALIKE_IN_LEAD if len(likeness) > SMALL_CORPUS else _SMALL_ALIKE
    found: dict[tuple[int, int], float] = {}
    active: dict[str, list[int]] = defaultdict(list)
    for number in dated:
        item = likeness[number]
        sums: dict[int, float] = defaultdict(float)
        first = _first(times[number])
        for stem in item.telling:
            holders = active[stem]
            kept = [other for other in holders if _last(times[other]) + apart >= first]
            active[stem] = kept
            weight = item.weights[stem]
            for other in kept:
                sums[other] += weight * likeness[other].weights[stem]
            kept.append(number)
        _take(number, sums, likeness, found, least=least)
    holders_of: dict[str, list[int]] = defaultdict(list)
    if undated:
        for number, item in enumerate(likeness):
            for stem in item.telling:
                holders_of[stem].append(number)
    for number in undated:
        sums = defaultdict(float)
        for stem in likeness[number].telling:
            held = holders_of[stem]
            if len(held) <= _UNDATED_HOLDERS:
                for other in held:
                    if other != number:
                        sums[other] += (
                            likeness[number].weights[stem] * likeness[other].weights[stem]
                        )
        _take(number, sums, likeness, found, least=least)
    return found


def _take(
    number: int,
    sums: dict[int, float],
    likeness: Sequence[Likeness],
    found: dict[tuple[int, int], float],
    *,
    least: float,
) -> None:
    for other, partial in sums.items():
        pair = (min(number, other), max(number, other))
        if partial >= _CANDIDATE and pair not in found:
            score = cosine(likeness[number], likeness[other])
            if score >= least:
                found[pair] = score


def _first(when: Occasion) -> date:
    return when.published.first if when.published else date.min


def _last(when: Occasion) -> date:
    return when.published.last if when.published else date.max


def _background(
    cores: Sequence[tuple[int, ...]],
    alone: set[int],
    likeness: Sequence[Likeness],
    articles: Sequence[Article],
) -> list[list[tuple[int, float]]]:
    """For each event, the articles outside all events that are like one of its articles and name
    the same things.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for index, core in enumerate(cores):
        for stem in {stem for number in core for stem in likeness[number].telling}:
            holders[stem].append(index)
    result: list[list[tuple[int, float]]] = [[] for _ in cores]
    for number in sorted(alone):
        shared: dict[int, int] = defaultdict(int)
        for stem in likeness[number].telling:
            held = holders.get(stem, [])
            if len(held) <= _UNDATED_HOLDERS:
                for index in held:
                    shared[index] += 1
        like: dict[int, float] = {}
        for index, count in shared.items():
            if count < 3 or not _named_alike(number, cores[index], articles):
                continue
            best = max(cosine(likeness[number], likeness[other]) for other in cores[index])
            if best >= BACKGROUND:
                like[index] = best
        for index, best in like.items():
            if best >= _AS_NEAR * max(like.values()):
                result[index].append((number, best))
    return result


def _named_alike(number: int, core: Sequence[int], articles: Sequence[Article]) -> bool:
    """Whether an article names at least two things that the articles of an event name."""
    ours = articles[number].annotations.entities
    theirs = {entity for other in core for entity in articles[other].annotations.entities}
    return len(ours & theirs) >= 2


def long_quotations(
    articles: Sequence[Article], numbers: Iterable[int]
) -> dict[int, frozenset[str]]:
    """The longer quotations, as folded words."""
    found = {}
    for number in numbers:
        article = articles[number]
        long_ones = set()
        for quote in article.annotations.quotes:
            folded = [word_forms(word)[1] for word in words(article.text[quote.start : quote.end])]
            if len(folded) >= _QUOTE_WORDS:
                long_ones.add(f" {' '.join(folded)} ")
        found[number] = frozenset(long_ones)
    return found


def _event(
    core: Sequence[int],
    background: Sequence[tuple[int, float]],
    articles: Sequence[Article],
    likeness: Sequence[Likeness],
    times: Sequence[Occasion],
    quoted: dict[int, frozenset[str]],
) -> Event:
    dated = [number for number in core if times[number].published]
    ordered = sorted(core, key=lambda n: (n not in dated, _first(times[n]), articles[n].id))
    closeness = {
        number: sum(cosine(likeness[number], likeness[o]) for o in core if o != number)
        for number in core
    }
    stated = [n for n in core if articles[n].title_span is not None] or list(core)
    central = max(stated, key=lambda number: (closeness[number], articles[number].id))
    beside = times[ordered[0]]
    when = days_of_event(
        [read_beside(articles[number], times[number], beside) for number in ordered]
    )
    members = [_member(number, core, articles, likeness, times, quoted) for number in ordered]
    members += [
        EventArticle(articles[number].id, LinkKind.BACKGROUND, ("words", "entity"), round(score, 3))
        for number, score in sorted(background, key=lambda item: -item[1])
    ]
    return Event(
        id=f"event:{articles[ordered[0]].id}",
        label=articles[central].title,
        earliest=when.first.isoformat() if when else None,
        latest=when.last.isoformat() if when else None,
        articles=tuple(members),
    )


def _member(
    number: int,
    core: Sequence[int],
    articles: Sequence[Article],
    likeness: Sequence[Likeness],
    times: Sequence[Occasion],
    quoted: dict[int, frozenset[str]],
) -> EventArticle:
    others = [other for other in core if other != number]
    runs = max(copied(likeness[number], likeness[other]) for other in others)
    score = max(cosine(likeness[number], likeness[other]) for other in others)
    quote = any(share_quotation(quoted[number], quoted[other]) for other in others)
    because = ["words"]
    if runs >= SHARED:
        because.append("run")
    if quote:
        because.append("quote")
    if any(same_day(times[number], times[other]) for other in others):
        because.append("date")
    if _named_alike(number, others, articles):
        because.append("entity")
    if runs >= COPIED:
        kind = LinkKind.REPUBLICATION
    elif runs >= SHARED or quote:
        kind = LinkKind.SHARED_SOURCE
    else:
        kind = LinkKind.SAME_EVENT
    of = taken_from(number, others, articles, likeness, least=COPIED) if runs >= COPIED else None
    return EventArticle(articles[number].id, kind, tuple(because), round(score, 3), of)


def share_quotation(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(a in b or b in a for a in ours for b in theirs)
