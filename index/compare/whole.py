"""An article with its lead as a part of it: the text, an empty line, then the lead.

The lead (`description`) is no part of the clean text, but belongs to what the article says. It
comes after the text and moves no position in it, so spans of rows, quotes and decisions stay the
same.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.french.dates import anchor_of, dates
from index.french.quantities import quantities
from index.french.quotations import quotations
from index.french.sayings import attribute
from index.french.sentences import sentences
from index.model.article import Article, Mention, Quote
from index.model.claims import Part
from index.model.text import Span

_BETWEEN = "\n\n"
_WORD = re.compile(r"[^\W_]+")
_RUN = 5
_TOLD = 0.7
"""The share of a lead's runs of words at which the text already contains the lead."""


def lead_of(article: Article) -> str:
    """The lead, if the text does not contain it already; else an empty text."""
    # Spans of the lead count from the start of `description`, so it is not trimmed.
    lead = article.description or ""
    if len(lead.strip()) < 20:
        return ""
    words = _WORD.findall(lead.casefold())
    body = " ".join(_WORD.findall(article.text.casefold()))
    if len(words) < _RUN:
        return "" if " ".join(words) in body else lead
    runs = [" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    held = sum(run in body for run in runs)
    return "" if held >= _TOLD * len(runs) else lead


def whole(article: Article) -> Article:
    """The article with its lead behind its text, annotated; unchanged where it has none."""
    lead = lead_of(article)
    if not lead:
        return article
    at = len(article.text) + len(_BETWEEN)
    known = article.annotations
    block = Span(0, len(lead))
    found = sentences(lead, (block,))
    mentions = _mentions(lead, article)
    quotes = tuple(Quote(*span) for span in quotations(lead, (block,)))
    named = attribute(lead, tuple(Span(q.start, q.end) for q in quotes), found, mentions)
    spoken = dates(lead, anchor=anchor_of(article.published))
    return replace(
        article,
        text=f"{article.text}{_BETWEEN}{lead}",
        paragraphs=(*article.paragraphs, block.shifted(at)),
        annotations=replace(
            known,
            sentences=(*known.sentences, *(span.shifted(at) for span in found)),
            mentions=(
                *known.mentions,
                *(replace(m, start=m.start + at, end=m.end + at) for m in mentions),
            ),
            quotes=(*known.quotes, *(_shifted(quote, at) for quote in named)),
            dates=(
                *known.dates,
                *(replace(d, start=d.start + at, end=d.end + at) for d in spoken),
            ),
            quantities=(
                *known.quantities,
                *(replace(q, start=q.start + at, end=q.end + at) for q in quantities(lead)),
            ),
        ),
    )


def lead_start(article: Article) -> int:
    """The start of the lead in the whole, for an article given with its own text."""
    return len(article.text) + len(_BETWEEN)


def in_whole(article: Article, span: Span, part: Part) -> Span:
    """A span of the text or of the lead as a span of the whole."""
    return over_whole(span, part, len(article.text))


def over_whole(span: Span, part: Part, text_length: int) -> Span:
    """The same, for an article whose own text has a length that is known."""
    return span.shifted(text_length + len(_BETWEEN)) if part is Part.DESCRIPTION else span


def placed(span: Span, text_length: int) -> tuple[Span, Part]:
    """A span of the whole as a span of the text or of the description."""
    at = text_length + len(_BETWEEN)
    if span.start >= at:
        return span.shifted(-at), Part.DESCRIPTION
    return span, Part.TEXT


def text_of(article: Article, part: Part) -> str:
    """The text in which the spans of a part count."""
    return (article.description or "") if part is Part.DESCRIPTION else article.text


def _mentions(lead: str, article: Article) -> tuple[Mention, ...]:
    """The names of the lead: those that it alone has, and those of the text, the longest first."""
    surfaces: dict[str, Mention] = {}
    of_lead = article.annotations.lead_mentions
    for mention in article.annotations.mentions:
        surfaces.setdefault(article.text[mention.start : mention.end], mention)
    found = list(of_lead)
    for surface, mention in sorted(surfaces.items(), key=lambda item: -len(item[0])):
        at = lead.find(surface)
        while at >= 0:
            span = Span(at, at + len(surface))
            ends = not lead[span.end : span.end + 1].isalnum()
            begins = at == 0 or not lead[at - 1].isalnum()
            if ends and begins and not any(span.overlaps(Span(m.start, m.end)) for m in found):
                found.append(replace(mention, start=span.start, end=span.end))
            at = lead.find(surface, at + 1)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _shifted(quote: Quote, by: int) -> Quote:
    speaker = quote.speaker_span.shifted(by) if quote.speaker_span else None
    return replace(quote, start=quote.start + by, end=quote.end + by, speaker_span=speaker)
