"""The heads that firms of press monitoring put above each clipping: outlet, « Date : », « Pays : », « OJD : », « Journaliste : », « Page 1/2 »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.corpus.bundles.broken_titles import title_key, title_rows
from index.corpus.bundles.parts import Part, Row
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.fields import Field, Value
from index.corpus.page_dates import find_dates
from index.model.text import Span
from index.text.folding import fold

_LABEL = re.compile(
    r"(?:^|(?<=\s))(?P<label>Date(?: de parution)?|Heure|Pays|P[ée]riodicit[ée]|OJD|Diffusion(?: OJD)?|Tirage|Audience|Lecteurs|Lectorat"
    r"|Journalistes?|Auteurs?|Pages?(?:\(s\))?(?: de l['’]article)?|Famille du m[ée]dia|Type de m[ée]dia|M[ée]dia|Support|Rubrique"
    r"|[ÉE]dition|R[ée]gion|Surface|Num[ée]ro|N°|Valorisation|[ÉE]quivalent publicitaire|EAE|Th[ée]matique|Sujet du m[ée]dia|Circulation"
    r"|Country|Frequency|Journalists?|Page of the article)\s?:(?=\s|$)\s*",
    re.IGNORECASE,
)
_PAGE = re.compile(r"Page (?P<page>\d{1,3}) ?(?:/|sur|of) ?\d{1,3}")
_BUTTON = re.compile(r"(?:Visualiser l['’]article|Consulter en ligne|View (?:the )?article)", re.I)
_SURE = frozenset(("pays", "periodicite", "ojd", "diffusion", "famille du media", "country"))
"""Labels that hardly any article has of its own."""
_FIELDS = {
    "media": Field.SOURCE,
    "support": Field.SOURCE,
    "rubrique": Field.SECTION,
    "edition": Field.EDITION,
}
_NAMES = ("journaliste", "auteur")
_FEWEST, _DEEPEST, _LONGEST = 3, 3, 12
"""The fewest labels of a head, how far down its page it begins, and its most rows, at the most."""
_OUTLET_WORDS = 7
_NAMELESS = re.compile(r"[\s/–—-]*|n\.?c\.?|inconnu", re.IGNORECASE)


class _Head(NamedTuple):
    first: int
    end: int
    """The rows of a head, without its title."""
    pairs: list[tuple[Field, Value]]
    goes_on: bool
    """Whether it stands above a further page of the article before it."""


def parts_of(text: str, rows: Sequence[Row]) -> list[Part]:
    """The clippings of a panorama; empty for any other text. What stands above the first one is its cover."""
    heads = [
        head
        for at in range(len(rows))
        if _is_top(text, rows, at) and (head := _head(text, rows, at)) is not None
    ]
    starts = [head for head in heads if not head.goes_on]
    if not starts:
        return []
    contents = title_key(" ".join(row.text for row in rows[: starts[0].first]))
    stops = [*(head.first for head in starts[1:]), len(rows)]
    found = []
    for head, stop in zip(starts, stops, strict=True):
        begin = head.end + title_rows(rows[head.end : stop], contents)
        part = Part(Span(rows[head.first].start, rows[stop - 1].end), None)
        part.title = [Span(row.start, row.end) for row in rows[head.end : begin]]
        part.pairs = head.pairs
        if begin < stop:
            part.body = Span(rows[begin].start, rows[stop - 1].end)
        for other in heads:
            if other.goes_on and begin <= other.first < stop:
                part.passed += [Span(row.start, row.end) for row in rows[other.first : other.end]]
        found.append(part)
    return found


def _is_top(text: str, rows: Sequence[Row], at: int) -> bool:
    return at == 0 or "\f" in text[rows[at - 1].end : rows[at].start]


def _head(text: str, rows: Sequence[Row], top: int) -> _Head | None:
    """The head at the top of a page."""
    first = next((at for at in range(top, min(top + _DEEPEST, len(rows))) if _told(rows[at].text)), None)  # fmt: skip
    if first is None or any(_is_top(text, rows, at) for at in range(top + 1, first + 1)):
        return None
    end = first
    names: set[str] = set()
    pairs: list[tuple[Field, Value]] = []
    page = 1
    while end < min(len(rows), first + _LONGEST) and (end == first or not _is_top(text, rows, end)):
        line = rows[end].text
        told = _told(line)
        if told is None or (end > first and told[0] and not _is_wrapped(told[0])):
            break
        for label, value in told[1:]:
            names.add(label)
            pairs += _pairs(label, value)
        if (match := _PAGE.search(line)) is not None:
            page = int(match["page"])
        end += 1
    if len(names) < _FEWEST or not names & _SURE:
        return None
    outlet = (_told(rows[first].text) or ("",))[0]
    if not outlet and first > top and _may_be_outlet(rows[first - 1].text):
        outlet = rows[first - 1].text
        first -= 1
    if not outlet and end < len(rows) and is_outlet_name(rows[end].text):
        outlet = rows[end].text
        end += 1
    if outlet and all(field is not Field.SOURCE for field, _ in pairs):
        pairs.insert(0, (Field.SOURCE, outlet))
    return _Head(first, end, pairs, page > 1)


Told = tuple[str, *tuple[tuple[str, str], ...]]


def _told(line: str) -> Told | None:
    """What stands above the first label of a row, then its labels and values; None for a row without any."""
    bare = _BUTTON.sub("", _PAGE.sub("", line)).strip()
    if not bare:
        return ("",)
    labels = list(_LABEL.finditer(bare))
    before = bare[: labels[0].start()].strip() if labels else ""
    if not labels or (before and not _may_be_outlet(before)):
        return None
    stops = [*(label.start() for label in labels[1:]), len(bare)]
    pairs = (
        (fold(label["label"]), bare[label.end() : stop].strip())
        for label, stop in zip(labels, stops, strict=True)
    )
    return (before, *pairs)


def _is_wrapped(before: str) -> bool:
    """Whether words before a label may end the value of the row above: « Quotidien régional » in a narrow column."""
    return len(before.split()) <= 2


def _pairs(label: str, value: str) -> list[tuple[Field, Value]]:
    if not value:
        return []
    if label.startswith("date"):
        return [(Field.PUBLISHED, value)] if find_dates(value) else []
    if label.startswith(_NAMES):
        return [] if _NAMELESS.fullmatch(value) else [(Field.AUTHOR, value)]
    if label.startswith("page"):
        return [(Field.PAGE, re.sub(r"^p+\.?\s?", "", value))]
    field = _FIELDS.get(label)
    return [(field, value)] if field is not None else []


def _may_be_outlet(line: str) -> bool:
    return len(line.split()) <= _OUTLET_WORDS and line[-1] not in ".!?:;," and "©" not in line
