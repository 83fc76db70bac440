"""Press panoramas of several pages: a list of contents, then the articles, with outlet and day beside each title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from index.corpus.bundles.parts import Part, Row, rows_of
from index.corpus.bundles.review_heads import reads_as_title
from index.corpus.bundles.review_parts import part_of
from index.corpus.cleaning.name_looks import is_person
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.fields import Field, Value
from index.corpus.formats.beside_titles import said_beside
from index.corpus.page_dates import find_dates
from index.model.text import Span
from index.text.folding import fold

_CONTENTS = re.compile(
    r"(?:sommaire|table des matieres|contents|table of contents|au sommaire|index des articles|liste des articles)\s?:?"
)
_PAGE = re.compile(r"(?:\s*[.…_·]{2,}|(?:\s\.){2,}|\s)\s*(?:p(?:age)?\.? ?)?\d{1,4}$")
_MARK = re.compile(r"(?:[-–—•*·]|\d{1,3}[.)])\s+")
_BEHIND = re.compile(
    r"\s*(?:[(\[](?P<bracket>[^()\[\]]{2,60})[)\]]|,\s*(?P<dash>[^()\[\],]{2,60}))$"
)
_BETWEEN = re.compile(r"\s+[-–—|]\s+|\s?:\s+")
_NO_WORD = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"(?:L[ea]s? |L[’'])[A-ZÀ-Ý]|(?:LES? |LA |L[’'])")
_HEADING = 40
_FAR = 60
"""How far down the rows a list of contents begins, and how many of its rows are one entry, at the most."""
_ENTRY = 4
_KEY = 10
"""The fewest letters of a title that is sought again."""
_LONGEST, _TAIL, _SIGNS = 300, 120, 6
"""The most characters of a title with its outlet, and of the dots and the number behind; the most signs that part them."""
_BROKEN = 3
"""The most rows of a title."""
_ABOVE, _BELOW = 3, 5
"""The most rows of a head above and below its title."""
_SHORT = 110
_FEWEST = 2
_OUTLET_WORDS = 6
_LINE = 50
"""The fewest characters of a line of a paragraph."""
_FOREWORD = 80
"""So many words of such lines above the first article are one too."""


class _Head(NamedTuple):
    first: int
    end: int
    """The rows of a head, its title among them."""
    pairs: list[tuple[Field, Value]]


class _Title(NamedTuple):
    first: int
    last: int
    """The rows of a title that stands on a page."""
    outlet: str = ""
    """The outlet that the list of contents names with it."""


def parts_of(text: str, outline: Sequence[str] = ()) -> list[Part]:
    """The articles of a panorama, by its list of contents, the bookmarks of its `outline`, or heads at the tops of its
    pages; empty for any other text.
    """
    rows = rows_of(text)
    # Imported here: only PDF files are asked.
    from index.corpus.formats import press_clippings

    if clippings := press_clippings.parts_of(text, rows):
        return clippings
    marked = [([title], 0) for title in outline]
    for found in (_listed(rows), _standing(rows, marked, 0), _at_tops(text, rows)):
        titles = list(found)
        heads = [_head(text, rows, title) for title in titles]
        if len(heads) >= _FEWEST and 2 * sum(bool(head.pairs) for head in heads) >= len(heads):
            return list(_parts(text, rows, titles, heads))
    return []


def _listed(rows: Sequence[Row]) -> Iterator[_Title]:
    """The titles of a list of contents where they stand again."""
    heading = next((at for at, row in enumerate(rows[:_FAR]) if _is_contents(row.text)), None)
    if heading is not None:
        yield from _standing(rows, _entries(rows, heading + 1), heading + 1)


def _standing(
    rows: Sequence[Row], entries: Iterable[tuple[Sequence[str], int]], start: int
) -> Iterator[_Title]:
    """The titles of some entries where they stand on the rows below, each below the one before."""
    places: dict[str, list[tuple[int, int]]] = {}
    for at in range(start, len(rows)):
        told = ""
        for last in range(at, min(at + _BROKEN, len(rows))):
            told = f"{told} {rows[last].text}"
            if len(told) > _LONGEST:
                break
            places.setdefault(_key(told), []).append((at, last))
    first = last = 0
    for entry, end in entries:
        if first and end > first:
            return
        for title, outlet in _readings(entry):
            key = _key(title)
            known = places.get(key, ()) if len(key) >= _KEY else ()
            place = next((place for place in known if place[0] > max(last, end - 1)), None)
            if place is not None:
                # « Le Fanal – Le port rouvre » is the outlet above the title as well.
                above = place[0] < place[1] and _is_outlet(rows[place[0]].text, "")
                first, last = first or place[0], place[1]
                yield _Title(place[0] + above, last, outlet)
                break


def _entries(rows: Sequence[Row], start: int) -> Iterator[tuple[list[str], int]]:
    """The rows of each entry of a list of contents, and the row below it; one ends at the number of its page, and
    where no entry has one each row is an entry.
    """
    numbered = sum(_numbered(row.text) is not None for row in rows[start : start + _FAR])
    entry: list[str] = []
    for at in range(start, len(rows)):
        named = _numbered(rows[at].text)
        entry.append(rows[at].text if named is None else named)
        if numbered < _FEWEST or named is not None or len(entry) == _ENTRY:
            yield entry, at + 1
            entry = []


def _readings(entry: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What may be the title of an entry, and its outlet: the name of a section or of an outlet may stand above."""
    for start in range(len(entry)):
        text = _MARK.sub("", " ".join(entry[start:])[:_LONGEST].strip(), count=1)
        above = entry[start - 1] if start else ""
        yield text, above if is_outlet_name(above) else ""
        if (match := _BEHIND.search(text)) is not None:
            yield text[: match.start()], match["bracket"] or match["dash"]
        for sign in islice(_BETWEEN.finditer(text), _SIGNS):
            yield text[sign.end() :], text[: sign.start()]
            yield text[: sign.start()], text[sign.end() :]


def _numbered(line: str) -> str | None:
    """A line of a list of contents without the number of its page; None for one without a number."""
    tail = line[-_TAIL:]
    match = _PAGE.search(tail)
    return line[: len(line) - len(tail) + match.start()] if match else None


def _at_tops(text: str, rows: Sequence[Row]) -> Iterator[_Title]:
    """The titles at the tops of pages, each with an outlet and a day, or a day and a name, beside it."""
    for at, row in enumerate(rows):
        if at and "\f" not in text[rows[at - 1].end : row.start]:
            continue
        near = rows[at : at + _BELOW]
        dated = next((n for n, one in enumerate(near) if _dated(one.text)), None)
        if dated is None:
            continue
        above = [n for n in range(dated) if not _is_outlet(near[n].text, "")]
        title = above or [dated + 1]
        lines = [near[n].text for n in title if n < len(near)]
        if lines and len(title) <= _BROKEN and reads_as_title(" ".join(lines)):
            yield _Title(at + title[0], at + title[-1])


def _dated(line: str) -> bool:
    return len(line) <= _SHORT and bool(said_beside(line)) and bool(find_dates(line))


def _is_outlet(line: str, listed: str) -> bool:
    """Whether a line beside a title is the name of an outlet: the one of the list of contents, a known one, one in
    capitals, or one with an article.
    """
    if listed and _key(line) == _key(listed):
        return True
    few = len(line.split()) <= _OUTLET_WORDS and line[-1] not in ".!?:,;»"
    capitals = line.isupper() and not is_person(line)
    return few and (capitals or is_outlet_name(line) or _ARTICLE.match(line) is not None)


def _head(text: str, rows: Sequence[Row], title: _Title) -> _Head:
    """The rows around a title that say where, when and by whom; they end at a page's edge."""
    pairs: list[tuple[Field, Value]] = []
    first, end = title.first, title.last + 1

    def said(at: int) -> bool:
        line = rows[at].text
        told = said_beside(line)
        if not told and _is_outlet(line, title.outlet):
            told = [(Field.SOURCE, line)]
        pairs.extend(told)
        return bool(told)

    while (
        first
        and title.first - first < _ABOVE
        and "\f" not in text[rows[first - 1].end : rows[first].start]
        and said(first - 1)
    ):
        first -= 1
    while end < len(rows) - 1 and end - title.last <= _BELOW and said(end):
        end += 1
    if title.outlet and all(
        field is not Field.SOURCE or _key(str(value)) == _key(title.outlet)
        for field, value in pairs
    ):
        # The list has the name as it is written, a head often in capitals.
        pairs.insert(0, (Field.SOURCE, title.outlet))
    return _Head(first, end, pairs)


def _parts(
    text: str, rows: Sequence[Row], titles: Sequence[_Title], heads: Sequence[_Head]
) -> Iterator[Part]:
    above = [
        row
        for row in rows[: heads[0].first]
        if len(row.text) >= _LINE and _numbered(row.text) is None
    ]
    if sum(len(row.text.split()) for row in above) >= _FOREWORD:
        foreword = part_of(text, list(rows[: heads[0].first]))
        if foreword is not None:
            yield foreword
    stops = [*(head.first for head in heads[1:]), len(rows)]
    for title, head, stop in zip(titles, heads, stops, strict=True):
        part = Part(Span(rows[head.first].start, rows[stop - 1].end), None)
        part.title = [Span(row.start, row.end) for row in rows[title.first : title.last + 1]]
        part.pairs = head.pairs
        if head.end < stop:
            part.body = Span(rows[head.end].start, rows[stop - 1].end)
        yield part


def _is_contents(line: str) -> bool:
    return len(line) < _HEADING and _CONTENTS.fullmatch(fold(line)) is not None


def _key(text: str) -> str:
    return _NO_WORD.sub(" ", fold(text)).strip()
