"""The label of a difference: what it is about, in words of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.compare.statements import Statement
from index.entities.offices import OFFICE_WORDS
from index.model.article import Article, EntityId, Kind
from index.model.text import Span
from index.text.tokens import Token

_MOST_WORDS = 4
_MOST_BEFORE = 2
_JOINING = 2
"""The most function words in a row inside a label, such as « de la »."""
_TELLING_KINDS = (
    Kind.PERSON,
    Kind.EQUIPMENT,
    Kind.EVENT,
    Kind.ORGANISATION,
    Kind.PLACE,
)


def label_of(
    article: Article,
    own: Sequence[Statement],
    other: Sequence[Statement],
    *,
    name_of: Callable[[EntityId], str],
) -> str:
    """The longest stretch of one source's sentences whose words the other source's sentences also
    have.

    A single word gets a name that both have: « Benny Gantz : accord ». The result is empty if they
    share nothing.
    """
    elsewhere = {stem for statement in other for stem in statement.stems if stem}
    runs = [(*run, statement) for statement in own for run in _runs(article, statement, elsewhere)]
    name = _common_name(own, other, name_of)
    if not runs:
        return name
    words, _, span, statement = max(runs, key=lambda run: (run[0], -run[1]))
    span = _from_the_noun(article, statement, span)
    label = " ".join(span.of(article.text).split())
    return label if words > 2 or not name or name in label or label in name else f"{name} : {label}"


def _runs(
    article: Article, statement: Statement, elsewhere: set[str]
) -> list[tuple[int, int, Span]]:
    """Stretches of shared words: their weight, their start and their place in the text."""
    values = _values(statement)
    named = [Span(mention.start, mention.end) for mention in statement.mentions]
    found: list[tuple[int, int, Span]] = []
    run: list[Token] = []
    waiting = 0

    def close() -> None:
        if run:
            weight = sum(1 if _within(named, token) else 2 for token in run)
            if any(token.exact in OFFICE_WORDS for token in run):
                # An office says less about a fact than a deed.
                weight = (weight - 1) // 2
            found.append((weight, run[0].start, Span(run[0].start, run[-1].end)))
            run.clear()

    for at, token in enumerate(statement.tokens):
        stem = statement.stems[at]
        apart = at > 0 and not _joined(article.text[statement.tokens[at - 1].end : token.start])
        if apart or _within(values, token) or token.exact[0].isdigit():
            close()
            waiting = 0
            if not apart:
                continue
        if not stem:
            waiting += 1
            if waiting > _JOINING:
                close()
        elif stem in elsewhere and (len(run) < _MOST_WORDS or _same_name(named, run[-1], token)):
            run.append(token)
            waiting = 0
        else:
            close()
            waiting = 0
    close()
    return found


def _from_the_noun(article: Article, statement: Statement, span: Span) -> Span:
    """The stretch with the content words right before it: « sécuritaire a été signé » alone lacks
    its noun.
    """
    values = _values(statement)
    at = next(n for n, token in enumerate(statement.tokens) if token.start == span.start)
    for _ in range(_MOST_BEFORE):
        before = statement.tokens[at - 1]
        if (
            at == 0
            or not statement.stems[at - 1]
            or before.exact[0].isdigit()
            or _within(values, before)
            or not _joined(article.text[before.end : statement.tokens[at].start])
        ):
            break
        at -= 1
    return Span(statement.tokens[at].start, span.end)


def _values(statement: Statement) -> list[Span]:
    """The places of its dates and figures."""
    return [
        Span(item.start, item.end)
        for items in (statement.dates, statement.quantities)
        for item in items
    ]


def _same_name(named: Sequence[Span], one: Token, other: Token) -> bool:
    return any(name.start <= one.start and other.end <= name.end for name in named)


def words_before(statement: Statement, value: Span, text: str) -> str:
    """The last content words before a value, for a difference that has no other name."""
    before = [
        token
        for token, stem in zip(statement.tokens, statement.stems, strict=True)
        if stem and token.end <= value.start
    ][-2:]
    return " ".join(text[before[0].start : before[-1].end].split()) if before else ""


def _joined(between: str) -> bool:
    return between.strip(" \u00a0\u202f\n'’-") == ""


def _within(spans: Sequence[Span], token: Token) -> bool:
    return any(span.start <= token.start < span.end for span in spans)


def _common_name(
    own: Sequence[Statement],
    other: Sequence[Statement],
    name_of: Callable[[EntityId], str],
) -> str:
    kinds = {m.entity: m.kind for statement in own for m in statement.mentions}
    theirs = {entity for statement in other for entity in statement.entities}
    common = [
        entity for entity, kind in kinds.items() if entity in theirs and kind in _TELLING_KINDS
    ]
    return name_of(min(common, key=lambda e: _TELLING_KINDS.index(kinds[e]))) if common else ""
