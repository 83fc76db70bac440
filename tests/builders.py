"""Articles for tests, annotated: paragraphs and names in, an `Article` out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from index.building.annotation import held_offices
from index.french.dates import dates, publication
from index.french.quantities import quantities
from index.french.quotations import quotations
from index.french.sayings import attribute
from index.french.sentences import sentences
from index.model.article import (
    Annotations,
    Article,
    ArticleId,
    Basis,
    DateValue,
    EntityId,
    Kind,
    Mention,
    TitleBasis,
)
from index.model.text import Span


def make_article(
    identity: str,
    *paragraphs: str,
    title: str | None = None,
    names: Mapping[str, Sequence[str]] | None = None,
    published: str | None = None,
    source: str | None = None,
) -> Article:
    """An annotated article.

    `names` gives the surfaces of each entity (`person:gantz`, `place:rabat`); every occurrence of a
    surface is a mention. The kind stands before the colon; without one it is `person`.
    """
    text = "\n\n".join([title, *paragraphs] if title else paragraphs)
    spans: list[Span] = []
    position = 0
    for part in [title, *paragraphs] if title else paragraphs:
        spans.append(Span(position, position + len(part)))
        position += len(part) + 2
    mentions = find_names(text, names or {})
    cut = sentences(text, spans)
    quoted = quotations(text, spans)
    anchor = date.fromisoformat(published[:10]) if published else None
    found_dates = dates(text, anchor=anchor)
    if published:
        stated = DateValue(published, published[:10], published[:10], Basis.STATED)
    else:
        stated = publication(text, found_dates)
    return Article(
        id=ArticleId(identity),
        path=f"{identity}.txt",
        sha256="0" * 64,
        encoding="utf-8",
        title=title or " ".join(paragraphs[0].split()[:8]),
        title_basis=TitleBasis.STATED if title else TitleBasis.FIRST_WORDS,
        title_span=spans[0] if title else None,
        text=text,
        paragraphs=tuple(spans[1:] if title else spans),
        source=source,
        published=stated,
        annotations=Annotations(
            sentences=cut,
            mentions=mentions,
            quotes=attribute(
                text,
                quoted,
                cut,
                mentions,
                title=spans[0] if title else None,
                offices=partial(held_offices, text, mentions),
            ),
            dates=found_dates,
            quantities=quantities(text),
        ),
    )


def find_names(text: str, names: Mapping[str, Sequence[str]]) -> tuple[Mention, ...]:
    """Every occurrence of every surface, nested ones of the same entity left out."""
    found: list[Mention] = []
    for entity, surfaces in names.items():
        kind = Kind(entity.partition(":")[0]) if ":" in entity else Kind.PERSON
        taken: list[Span] = []
        for surface in sorted(surfaces, key=len, reverse=True):
            at = text.find(surface)
            while at >= 0:
                span = Span(at, at + len(surface))
                whole = not (text[at - 1 : at].isalnum() or text[span.end : span.end + 1].isalnum())
                if whole and not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    found.append(Mention(span.start, span.end, EntityId(entity), kind))
                at = text.find(surface, at + 1)
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))


def name_of(entity: EntityId) -> str:
    """A readable name from the identity that a test gave."""
    return str(entity).partition(":")[2] or str(entity)
