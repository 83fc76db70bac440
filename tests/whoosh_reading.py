"""What Whoosh reads from an index, and articles to write into one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from whoosh.index import open_dir

from index.model.article import Article, ArticleId, Basis, DateValue, TitleBasis
from index.model.text import Span
from index.search.schema import PARAGRAPH_GAP
from index.search.zones import zone_texts
from index.text.index_words import written_tokens


def make_article(
    number: int,
    title: str | None,
    description: str | None,
    body: str,
    *,
    source: str | None = None,
    day: str | None = None,
) -> Article:
    return Article(
        id=ArticleId(f"a{number:03}"),
        path=f"a{number:03}.txt",
        sha256="",
        encoding="utf-8",
        title=title or "…",
        title_basis=TitleBasis.STATED if title else TitleBasis.FIRST_WORDS,
        title_span=Span(0, len(title)) if title else None,
        text=f"{title}\n\n{body}" if title else body,
        description=description,
        source=source,
        published=DateValue(day, day, day, Basis.STATED) if day else DateValue(),
    )


def placed_words(article: Article) -> dict[str, list[tuple[str, int]]]:
    """By zone, the words and their positions, with a gap between paragraphs."""
    found: dict[str, list[tuple[str, int]]] = {}
    offsets: Counter[str] = Counter()
    for part in zone_texts(article):
        tokens = [token.exact for token in written_tokens(part.text)]
        place = offsets[part.zone]
        found.setdefault(part.zone.value, []).extend(
            (word, place + at) for at, word in enumerate(tokens)
        )
        offsets[part.zone] += len(tokens) + PARAGRAPH_GAP
    return found


def everything_in(folder: Path) -> list[Any]:
    """All that Whoosh reads from a folder: terms, statistics, postings, positions, lengths, stored
    fields.
    """
    index = open_dir(str(folder))
    seen: list[Any] = []
    with index.reader() as reader:
        for field, term in reader.all_terms():
            info = reader.term_info(field, term)
            statistics = (
                info.weight(), info.doc_frequency(), info.min_length(), info.max_length(),
                info.max_weight(), info.min_id(), info.max_id(),
            )  # fmt: skip
            matcher = reader.postings(field, term)
            postings = []
            while matcher.is_active():
                placed = tuple(matcher.value_as("positions")) if field in ("title", "words") else ()
                often = matcher.value_as("frequency") if field == "stems" else None
                postings.append((matcher.id(), matcher.weight(), placed, often))
                matcher.next()
            seen.append((field, term, statistics, postings))
        for number in range(reader.doc_count_all()):
            lengths = [
                reader.doc_field_length(number, name) for name in ("stems", "title", "words")
            ]
            seen.append((lengths, reader.stored_fields(number)))
        seen.append([reader.field_length(name) for name in ("stems", "title", "words")])
    return seen
