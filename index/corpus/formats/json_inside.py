"""Articles inside the record of another: objects with a title and a text of their own, wherever they lie in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.corpus.column_heads import key_field
from index.corpus.document import SourceRules
from index.corpus.fields import Field, Value
from index.corpus.formats.json_shapes import Record
from index.corpus.formats.jsonvalues import Entry, elements, read_record
from index.corpus.formats.unnamed_texts import reads_as_text
from index.model.text import Span
from index.text.folding import fold

_DEEPEST = 8
_FEWEST = 20
"""The fewest words of a text that makes an object an article: teasers of other articles are shorter."""
_BESIDE = frozenset(("comments", "replies", "commentaires", "reponses", "revisions", "versions"))
"""Lists whose elements are no articles, whatever they hold; they are told as left out."""
_OF_ARTICLE = _BESIDE | frozenset(
    [
        "encadre",
        "encadres",
        "boxes",
        "sidebars",
        "reperes",
        "section",
        "sections",
        "chunk",
        "chunks",
        "segments",
        "passages",
        "morceaux",
        "parties",
        "parts",
        "chapitres",
        "chapters",
        "historique",
        "history",
        "modifications",
        "version",
        "older_versions",
        "previous_versions",
        "versions_precedentes",
        "anciennes_versions",
        "traduction",
        "traductions",
        "translation",
        "translations",
        "localizations",
    ]
)
"""Those that are parts, other versions or translations where they stand in an article."""


def articles_inside(
    raw: str,
    entries: Sequence[Entry],
    rules: SourceRules,
    *,
    of_article: bool,
    depth: int = 0,
) -> Iterator[Record]:
    """The records inside the values of another, the outermost ones first.

    `of_article`, the other is an article, whose boxes and translations are none.
    """
    if depth > _DEEPEST:
        return
    passed = _OF_ARTICLE if of_article else _BESIDE
    for entry in entries:
        if not isinstance(entry.value, dict | list) or fold(entry.name) in passed:
            continue
        if not _holds_article(entry.value, rules, 0):
            continue  # places are read only where there is something to show
        if isinstance(entry.value, list):
            if any(isinstance(one, dict | list) for one in entry.value):
                yield from articles_inside(
                    raw, elements(raw, entry), rules, of_article=of_article, depth=depth + 1
                )
            continue
        members, end = read_record(raw, entry.start)
        if depth and _is_article(members, rules):
            yield Record(members, Span(entry.start, end))
        else:
            yield from articles_inside(raw, members, rules, of_article=of_article, depth=depth + 1)


def articles_spread(raw: str, entries: Sequence[Entry], rules: SourceRules) -> list[Record]:
    """The innermost objects with a title and sentences somewhere inside, for a file whose names tell no more."""
    found = list(_spread(raw, entries, rules, 0))
    return found if len(found) > 1 else []


def _spread(raw: str, entries: Sequence[Entry], rules: SourceRules, depth: int) -> Iterator[Record]:
    if depth > _DEEPEST:
        return
    for entry in entries:
        if not isinstance(entry.value, dict | list) or fold(entry.name) in _BESIDE:
            continue
        if isinstance(entry.value, list):
            yield from _spread(raw, elements(raw, entry), rules, depth + 1)
            continue
        members, end = read_record(raw, entry.start)
        inner = list(_spread(raw, members, rules, depth + 1))
        if inner:
            yield from inner
        elif _says(entry.value, rules)[0] and _says(entry.value, rules)[1] >= _FEWEST:
            yield Record(_flat(raw, members, rules, 0), Span(entry.start, end))


def _says(value: Value, rules: SourceRules) -> tuple[bool, int]:
    """Whether a value has a title inside, and how many words its longest texts have together."""
    titled, words = False, 0
    if isinstance(value, str):
        return False, value.count(" ") + 1 if reads_as_text(value) else 0
    parts = (
        value.items()
        if isinstance(value, dict)
        else [("", one) for one in value]
        if isinstance(value, list)
        else ()
    )
    for name, inner in parts:
        title, more = _says(inner, rules)
        named = isinstance(inner, str) and key_field(name, rules=rules) is Field.TITLE
        titled, words = titled or title or named, words + (0 if named else more)
    return titled, words


def _flat(raw: str, entries: Sequence[Entry], rules: SourceRules, depth: int) -> list[Entry]:
    """The members of an object and of the objects of no known name inside it."""
    found: list[Entry] = []
    for entry in entries:
        known = key_field(entry.name, rules=rules) is not None
        if isinstance(entry.value, dict) and not known and depth < _DEEPEST:
            found += _flat(raw, read_record(raw, entry.start)[0], rules, depth + 1)
        else:
            found.append(entry)
    return found


def _holds_article(value: Value, rules: SourceRules, depth: int) -> bool:
    if depth > _DEEPEST:
        return False
    if isinstance(value, list):
        return any(
            _holds_article(one, rules, depth + 1) for one in value if isinstance(one, dict | list)
        )
    if not isinstance(value, dict):
        return False
    long = any(isinstance(one, str) and one.count(" ") >= _FEWEST for one in value.values())
    if long and any(key_field(name, rules=rules) is Field.TEXT for name in value):
        return True
    return any(
        _holds_article(one, rules, depth + 1)
        for one in value.values()
        if isinstance(one, dict | list)
    )


def _is_article(entries: Sequence[Entry], rules: SourceRules) -> bool:
    fields = {
        key_field(entry.name, rules=rules): entry.value
        for entry in entries
        if isinstance(entry.value, str) and entry.value.strip()
    }
    text = fields.get(Field.TEXT)
    return Field.TITLE in fields and isinstance(text, str) and text.count(" ") >= _FEWEST
