"""The notebook's entries: kept with their proof, changed, ordered, and found again in the present
corpus.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from index.compare.whole import placed, text_of
from index.errors import ArticleUnknownError, RecoupeError
from index.model.article import Article, ArticleId, Basis, DateValue
from index.model.claims import Part
from index.model.notes import Noted, NotedProof
from index.model.text import Span
from index.notebook.cited import located
from index.notebook.decisions import Cited, Decision, Kept, KeptKind, KeptProof, KeptState
from index.notebook.keepable import Keepable, Place
from index.notebook.typed_dates import interval

_ReadArticle = Callable[[ArticleId], Article]
_WORD_EDGE = re.compile(r"\s+")


def kept(wanted: Keepable, *, article: _ReadArticle, order: float = 0.0, who: str = "") -> Kept:
    """A new entry with its proofs. Raises RecoupeError when a span is not inside its text."""
    first, *others = (_proof(place, article(place.article)) for place in wanted.places)
    return Kept(
        id=wanted.id,
        kind=KeptKind.ARTICLE if wanted.places[0].span is None else wanted.kind,
        article=first.article,
        span=first.span,
        part=first.part,
        text=first.text,
        gives=first.gives,
        sha256=first.sha256,
        file=first.file,
        source=first.source,
        published=first.published,
        basis=first.basis,
        label=wanted.label,
        verdict=wanted.verdict,
        others=tuple(others),
        order=order,
        who=who,
    )


def _proof(place: Place, article: Article) -> KeptProof:
    span, part = place.span, place.part or Part.TEXT
    if span is not None and place.part is None:
        span, part = placed(span, len(article.text))
    if span is not None and not 0 <= span.start < span.end <= len(text_of(article, part)):
        raise RecoupeError(
            "{id} has no text from {start} to {end}.", id=article.id, start=span.start, end=span.end
        )
    if span is not None and place.around:
        span = _with_its_surroundings(span, article, most=place.around)
    published, basis = written_date(article.published)
    return KeptProof(
        article=article.id,
        span=None if span is None else (span.start, span.end),
        part=part.value,
        text=article.title if span is None else span.of(text_of(article, part)),
        gives=place.gives,
        sha256=article.sha256,
        file=article.path,
        source=article.source or "",
        published=published,
        basis=basis,
    )


def _with_its_surroundings(span: Span, article: Article, *, most: int) -> Span:
    """A stretch with the text around it in its paragraph, cut between words."""
    home = next(
        (one for one in article.paragraphs if one.start <= span.start and span.end <= one.end),
        article.title_span or span,
    )
    if not home.start <= span.start <= span.end <= home.end:
        return span
    start, end = max(home.start, span.start - most), min(home.end, span.end + most)
    if start > home.start:
        edge = _WORD_EDGE.search(article.text, start, span.start)
        start = edge.end() if edge else span.start
    if end < home.end:
        edges = [edge.start() for edge in _WORD_EDGE.finditer(article.text, span.end, end)]
        end = edges[-1] if edges else span.end
    return Span(start, end)


def written_date(value: DateValue) -> tuple[str, str]:
    """A date in the form of the file of decisions, and its basis."""
    if value.basis is Basis.NONE:
        return "", ""
    days = f"{value.earliest}/{value.latest}" if value.earliest else ""
    return value.value or days, value.basis.value


def read_date(written: str, basis: str) -> DateValue:
    """A date read from that form; none if it is not one."""
    if basis not in (Basis.STATED.value, Basis.INFERRED.value) or not written:
        return DateValue()
    if "/" in written:
        earliest, _, latest = written.partition("/")
        return DateValue(None, earliest, latest, Basis(basis))
    days = interval(written[:10])
    return DateValue(written, *days, Basis(basis)) if days else DateValue()


def entries(decisions: Iterable[Decision]) -> dict[str, Kept]:
    """The last state of each entry by its id, in the reader's own order, dropped ones too."""
    found: dict[str, Kept] = {}
    for decision in decisions:
        if isinstance(decision, Kept):
            found[decision.id] = decision
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


def noted(
    decisions: Iterable[Decision],
    *,
    article: _ReadArticle,
    dropped: bool = False,
    now: Callable[[Kept], Kept] = lambda entry: entry,
) -> Iterator[Noted]:
    """The entries with the present state of their articles; an entry keeps its words if the article
    no longer exists.

    `now` gives an entry with the present ids of its articles.
    """
    for entry in entries(decisions).values():
        if entry.state is not KeptState.DROPPED or dropped:
            yield _noted(now(entry), article)


def _noted(entry: Kept, article: _ReadArticle) -> Noted:
    proofs = tuple(_noted_proof(proof, article) for proof in entry.proofs)
    first = proofs[0]
    return Noted(
        id=entry.id,
        kind=entry.kind.value,
        article=first.article,
        title=first.title,
        source=first.source,
        published=first.published,
        path=first.path,
        span=first.span,
        kept_span=first.kept_span,
        part=first.part,
        text=first.text,
        sha256=first.sha256,
        changed=any(proof.changed for proof in proofs),
        label=entry.label,
        verdict=entry.verdict,
        proofs=proofs,
        note=entry.note,
        tags=entry.tags,
        state=entry.state.value,
        who=entry.who,
        when=entry.when,
    )


def _noted_proof(proof: KeptProof, read: _ReadArticle) -> NotedProof:
    stood = None if proof.span is None else Span(*proof.span)
    try:
        article = read(proof.article)
    except ArticleUnknownError:
        return NotedProof(
            article=proof.article,
            title=proof.text if stood is None else "",
            source=proof.source or None,
            published=read_date(proof.published, proof.basis),
            path="",
            file=proof.file or str(proof.article),
            span=None,
            kept_span=stood,
            part=proof.part,
            text=proof.text,
            gives=proof.gives,
            sha256=proof.sha256,
            changed=True,
        )
    return NotedProof(
        article=proof.article,
        title=article.title,
        source=article.source,
        published=article.published,
        path=article.path,
        file=article.path,
        span=None if proof.span is None else _stands_now(proof, proof.span, article),
        kept_span=stood,
        part=proof.part,
        text=proof.text,
        gives=proof.gives,
        sha256=proof.sha256,
        changed=article.sha256 != proof.sha256,
    )


def _stands_now(proof: KeptProof, span: tuple[int, int], article: Article) -> Span | None:
    if proof.part == Part.TEXT.value:
        return located(Cited(article=proof.article, span=span, text=proof.text), article)
    at = (article.description or "").find(proof.text)
    return Span(at, at + len(proof.text)) if at >= 0 else None


def last_place(decisions: Iterable[Decision]) -> float:
    """The order value for an entry in the last place."""
    return max((entry.order for entry in entries(decisions).values()), default=0.0) + 1.0


def moved_entry(decisions: Iterable[Decision], id: str, *, by: int) -> Kept:
    """An entry moved some places up or down in the reader's order. Raises RecoupeError."""
    standing = [one for one in entries(decisions).values() if one.state is not KeptState.DROPPED]
    at = next((place for place, one in enumerate(standing) if one.id == id), None)
    if at is None:
        raise unknown(id)
    to = max(0, min(len(standing) - 1, at + by))
    others = [one.order for one in standing if one.id != id]
    before = others[to - 1] if to > 0 else (others[0] - 2.0 if others else 0.0)
    after = others[to] if to < len(others) else (others[-1] + 2.0 if others else 2.0)
    return replace(standing[at], order=(before + after) / 2)


def entry_with(
    entry: Kept,
    decisions: Iterable[Decision],
    *,
    note: str | None,
    tags: Iterable[str] | None,
    state: KeptState | None,
    by: int,
) -> Kept:
    """An entry with the given note, tags and state, moved some places down. Raises RecoupeError."""
    if by:
        entry = replace(entry, order=moved_entry(decisions, entry.id, by=by).order)
    return replace(
        entry,
        note=entry.note if note is None else note,
        tags=entry.tags if tags is None else tuple(tags),
        state=state or entry.state,
    )


def unknown(id: str) -> RecoupeError:
    return RecoupeError(
        "The notebook has no entry {id}.", advice="`recoupe notes` prints them.", id=id
    )
