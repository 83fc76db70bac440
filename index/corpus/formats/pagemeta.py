"""The statements in a web page's head about its article: JSON-LD, Open Graph, and the older names."""

from __future__ import annotations

import json
from collections.abc import Iterator

from index.corpus.document import SourceRules, Stated
from index.corpus.fields import Field, Value, field_of, state
from index.corpus.formats.author_statements import without_labels
from index.corpus.markup import Markup

_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle")
_LD_FIELDS = {
    "headline": Field.TITLE,
    "description": Field.DESCRIPTION,
    "datePublished": Field.PUBLISHED,
    "dateModified": Field.MODIFIED,
    "publisher": Field.SOURCE,
    "author": Field.AUTHOR,
    "url": Field.URL,
    "keywords": Field.TAGS,
    "articleSection": Field.SECTION,
    "inLanguage": Field.LANGUAGE,
}
_META_FIELDS = {
    "og:title": Field.TITLE,
    "og:description": Field.DESCRIPTION,
    "description": Field.DESCRIPTION,
    "article:published_time": Field.PUBLISHED,
    "article:modified_time": Field.MODIFIED,
    "og:site_name": Field.SOURCE,
    "author": Field.AUTHOR,
    "article:author": Field.AUTHOR,
    "og:url": Field.URL,
    "keywords": Field.TAGS,
    "news_keywords": Field.TAGS,
    "article:section": Field.SECTION,
    "og:locale": Field.LANGUAGE,
}
_DEEPEST = 6


def page_statements(markup: Markup, *, rules: SourceRules) -> Stated:
    """The fields that the head of a page states; structured data count before the older names."""
    pairs = [*_linked_data(markup), *_named(markup, rules)]
    if markup.language:
        pairs.append((Field.LANGUAGE, markup.language))
    return without_labels(state(pairs))


def _named(markup: Markup, rules: SourceRules) -> list[tuple[Field, Value]]:
    pairs: list[tuple[Field, Value]] = []
    topics: list[Value] = []
    for entry in markup.meta:
        if entry.tag == "link" and entry.attributes.get("rel", "").lower() == "canonical":
            pairs.append((Field.URL, entry.attributes.get("href", "")))
        if entry.tag != "meta":
            continue
        name = (
            entry.attributes.get("property")
            or entry.attributes.get("name")
            or entry.attributes.get("itemprop")
            or ""
        ).lower()
        value = entry.attributes.get("content", "")
        if name == "article:tag":
            topics.append(value)
            continue
        field = _META_FIELDS.get(name) or _LD_FIELDS.get(name)
        if field is None and rules.fields:
            field = field_of(name, rules=rules) if name in dict(rules.fields) else None
        # The author's address at a social network is no name.
        if field is Field.AUTHOR and value.startswith("http"):
            continue
        if field is not None and value:
            pairs.append((field, value))
    if topics:
        pairs.insert(0, (Field.TAGS, topics))
    return pairs


def _linked_data(markup: Markup) -> list[tuple[Field, Value]]:
    for entry in markup.meta:
        if entry.tag != "script" or "ld+json" not in entry.attributes.get("type", ""):
            continue
        try:
            data = json.loads(entry.content, strict=False)
        except (ValueError, RecursionError):
            continue
        for record in _records(data, 0):
            kinds = record.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(kind in _ARTICLES for kind in named):
                return [
                    (_LD_FIELDS[name], value)
                    for name, value in record.items()
                    if name in _LD_FIELDS
                ]
    return []


def _records(data: object, depth: int) -> Iterator[dict[str, Value]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for entry in data[:100]:
            yield from _records(entry, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _records(data.get("@graph"), depth + 1)
