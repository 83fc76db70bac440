"""From a clean article to an annotated one: what its text alone says, then what the names add."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from index.entities.offices import offices_of
from index.french.date_expressions import expressions
from index.french.dates import anchor_of, dates, publication
from index.french.described import Held
from index.french.quantities import quantities
from index.french.quotations import quotations
from index.french.sayings import attribute
from index.french.sentences import sentences
from index.model.article import Annotations, Article, Basis, Quote
from index.model.text import Span
from index.text.word_columns import columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.entities.offices import Office
    from index.french.expression import Expression
    from index.model.article import EntityId, Mention, Quantity


_OF = re.compile(r"(?:\b(?:de|du|des)|\bd['’])[ \u00a0]*$")


@dataclass(slots=True)
class TextRead:
    """What rules have found in the text of one article so far, before it is put together."""

    article: Article
    expressions: tuple[Expression, ...] = ()
    sentences: tuple[Span, ...] = ()
    quotations: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    @property
    def blocks(self) -> tuple[Span, ...]:
        """The title and the paragraphs, which no sentence crosses."""
        title = self.article.title_span
        return self.article.paragraphs if title is None else (title, *self.article.paragraphs)


def _words(read: TextRead) -> None:
    columns(read.article.text)


def _expressions(read: TextRead) -> None:
    read.expressions = tuple(expressions(read.article.text))


def _sentences(read: TextRead) -> None:
    read.sentences = sentences(read.article.text, read.blocks)


def _quotations(read: TextRead) -> None:
    read.quotations = quotations(read.article.text, read.blocks)


def _quantities(read: TextRead) -> None:
    read.quantities = quantities(read.article.text)


_OF_ANY_LANGUAGE: tuple[Callable[[TextRead], None], ...] = (_sentences,)
STEPS = (_words, _expressions, *_OF_ANY_LANGUAGE, _quotations, _quantities)
"""What is read in a text, one after the other; a build takes each step for several texts."""


def takes(article: Article, step: Callable[[TextRead], None]) -> bool:
    """Whether a step is for the article: dates, figures and who says what are told by rules of French,
    which would tell others wrongly.
    """
    return step in _OF_ANY_LANGUAGE or not article.is_foreign


def annotate_text(article: Article, read: TextRead | None = None) -> Article:
    """The article with its sentences, quotations, dates and figures; nobody is named yet.

    An article that states no date gets the one that its text allows to infer, marked as inferred.
    `read` is what all `STEPS` found, if they were taken already.
    """
    if read is None:
        read = TextRead(article)
        for step in STEPS:
            if takes(article, step):
                step(read)
    if article.is_foreign:
        return replace(article, annotations=Annotations(sentences=read.sentences))
    text, said = article.text, read.expressions
    spoken_of = dates(text, anchor=anchor_of(article.published), said=said)
    published = article.published
    if published.basis is Basis.NONE:
        published = publication(text, spoken_of)
        anchor = anchor_of(published)
        if anchor is not None:
            spoken_of = dates(text, anchor=anchor, said=said)
    return replace(
        article,
        published=published,
        annotations=Annotations(
            sentences=read.sentences,
            quotes=tuple(Quote(*span) for span in read.quotations),
            dates=spoken_of,
            quantities=read.quantities,
        ),
    )


def annotate_names(
    article: Article, mentions: Sequence[Mention], *, offices: Sequence[Office] | None = None
) -> Article:
    """The article, annotated before, with the names in it and with who says what is quoted.

    `offices` are those of the mentions, where they are known already.
    """
    found = article.annotations
    if article.is_foreign:
        return replace(article, annotations=replace(found, mentions=tuple(mentions)))
    spans = tuple(Span(quote.start, quote.end) for quote in found.quotes)
    return replace(
        article,
        annotations=replace(
            found,
            mentions=tuple(mentions),
            quotes=attribute(
                article.text,
                spans,
                found.sentences,
                mentions,
                title=article.title_span,
                offices=partial(held_offices, article.text, mentions, offices),
            ),
        ),
    )


def held_offices(
    text: str, mentions: Sequence[Mention], offices: Sequence[Office] | None = None
) -> list[Held]:
    """What a text says that its persons are; `offices` as `offices_of` gives them, be the mentions
    joined to fewer persons since."""
    found = offices_of(text, mentions) if offices is None else offices
    first: dict[tuple[EntityId, str], Office] = {}
    for office in found:
        wording = text[office.start : office.end].casefold()
        first.setdefault((mentions[office.mention].entity, wording), office)
    return [
        Held(mentions[office.mention].entity, text[office.start : office.end])
        for office in first.values()
        # « l'avocat de Hugo Brun » is not Hugo Brun.
        if not _OF.search(text, office.start, max(office.start, mentions[office.mention].start))
    ]
