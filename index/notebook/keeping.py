"""The notebook's entries: kept with their proof, changed, ordered, and found again in the corpus as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from index.errors import ArticleUnknownError, RecoupeError
from index.model.article import Article, ArticleId
from index.model.notes import Noted
from index.model.text import Span
from index.notebook.cited import located
from index.notebook.decisions import Cited, Decision, Kept, KeptKind, KeptState

_ID = 8
"""Figures of an entry's id."""


def kept(
    article: Article,
    *,
    kind: KeptKind = KeptKind.PASSAGE,
    span: Span | None = None,
    part: str = "text",
    order: float = 0.0,
    who: str = "",
) -> Kept:
    """A new entry with its proof. Raises RecoupeError when the span is not inside the text."""
    whole = article.text if part == "text" else (article.description or "")
    if span is not None and not 0 <= span.start < span.end <= len(whole):
        raise RecoupeError(
            "{id} has no text from {start} to {end}.", id=article.id, start=span.start, end=span.end
        )
    text = article.title if span is None else span.of(whole)
    named = f"{article.id}\0{part}\0{span}\0{kind.value}"
    return Kept(
        id=hashlib.sha256(named.encode()).hexdigest()[:_ID],
        kind=KeptKind.ARTICLE if span is None else kind,
        article=article.id,
        span=None if span is None else (span.start, span.end),
        part=part,
        text=text,
        sha256=article.sha256,
        order=order,
        who=who,
    )


def entries(decisions: Iterable[Decision]) -> dict[str, Kept]:
    """The last state of each entry by its id, in the reader's own order; dropped ones too."""
    found: dict[str, Kept] = {}
    for decision in decisions:
        if isinstance(decision, Kept):
            found[decision.id] = decision
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


def noted(
    decisions: Iterable[Decision], *, article: Callable[[ArticleId], Article], dropped: bool = False
) -> Iterator[Noted]:
    """The entries with what their articles are now; one whose article is gone keeps its words."""
    for entry in entries(decisions).values():
        if entry.state is KeptState.DROPPED and not dropped:
            continue
        try:
            yield _noted(entry, article(entry.article))
        except ArticleUnknownError:
            yield _noted(entry, None)


def _noted(entry: Kept, article: Article | None) -> Noted:
    stood = None if entry.span is None else Span(*entry.span)
    span = stood
    if article is not None and stood is not None and entry.part == "text":
        cited = Cited(article=entry.article, span=(stood.start, stood.end), text=entry.text)
        span = located(cited, article)
    from index.model.article import DateValue

    return Noted(
        id=entry.id,
        kind=entry.kind.value,
        article=entry.article,
        title=article.title if article else "",
        source=article.source if article else None,
        published=article.published if article else DateValue(),
        path=article.path if article else "",
        span=span if article else None,
        kept_span=stood,
        part=entry.part,
        text=entry.text,
        sha256=entry.sha256,
        changed=article is None or article.sha256 != entry.sha256,
        note=entry.note,
        tags=entry.tags,
        state=entry.state.value,
        who=entry.who,
        when=entry.when,
    )


def last_place(decisions: Iterable[Decision]) -> float:
    """The order of an entry that comes last."""
    return max((entry.order for entry in entries(decisions).values()), default=0.0) + 1.0


def moved_entry(decisions: Iterable[Decision], id: str, *, by: int) -> Kept:
    """An entry some places further up or down in the reader's order. Raises RecoupeError."""
    standing = [one for one in entries(decisions).values() if one.state is not KeptState.DROPPED]
    at = next((place for place, one in enumerate(standing) if one.id == id), None)
    if at is None:
        raise unknown(id)
    to = max(0, min(len(standing) - 1, at + by))
    others = [one.order for one in standing if one.id != id]
    before = others[to - 1] if to > 0 else (others[0] - 2.0 if others else 0.0)
    after = others[to] if to < len(others) else (others[-1] + 2.0 if others else 2.0)
    return replace(standing[at], order=(before + after) / 2)


def unknown(id: str) -> RecoupeError:
    return RecoupeError(
        "The notebook has no entry {id}.", advice="`recoupe notes` prints them.", id=id
    )
