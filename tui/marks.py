"""The marks of an article: mentions by kind, quotations, words of the query, the current one."""

from __future__ import annotations

from collections.abc import Iterable

from index.model.article import Article
from index.model.text import Span
from tui.rendering import Mark, mark_spans
from tui.stretches import Sign
from tui.theme import KIND_SIGNS


def reading_marks(
    article: Article,
    matches: Iterable[Span],
    here: Span | None = None,
    noted: Iterable[Span] = (),
) -> tuple[Mark, ...]:
    """From the lowest layer to the uppermost."""
    found = article.annotations
    return (
        *mark_spans(((q.start, q.end) for q in found.quotes), "mark--quote"),
        *(Mark(m.start, m.end, f"kind--{m.kind}") for m in found.mentions),
        *mark_spans(noted, "mark--noted"),
        *mark_spans(matches, "mark--match"),
        *(mark_spans([here], "mark--here") if here else ()),
    )


def reading_signs(
    article: Article, matches: Iterable[Span], noted: Iterable[Span] = ()
) -> tuple[Sign, ...]:
    """Glyphs for the margin: a mark for a match, then the kinds of what is named in the line."""
    return (
        *(Sign(span.start, "✎", "mark--kept") for span in noted),
        *(Sign(span.start, "›", "mark--key") for span in matches),
        *(
            Sign(m.start, KIND_SIGNS[m.kind], f"kind--{m.kind}")
            for m in article.annotations.mentions
        ),
    )
