"""Lists of bookmarks, as browsers (Netscape's form), Pocket, Raindrop and Pinboard save them: a title and an address each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from index.corpus.document import Found
from index.corpus.fields import Field, Value
from index.corpus.formats.records import Cell, document_of, title_alone
from index.corpus.strand import identity
from index.model.text import Span

_SIGNS = ("NETSCAPE-Bookmark-file", "time_added=")
_LINK = re.compile(
    r"<a\s(?P<attributes>[^<>]*)>(?P<title>[^<]*)</a>(?:\s*<dd>(?P<note>[^<]*))?",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?<![\w-])(?P<name>[\w-]{1,40})=\"(?P<value>[^\"]*)\"")
_FIELDS = {"href": Field.URL, "add_date": Field.KEPT, "time_added": Field.KEPT, "tags": Field.TAGS}


def is_list(raw: str) -> bool:
    """Whether a page is a list of bookmarks."""
    return any(sign in raw[:20_000] for sign in _SIGNS)


def documents_in(raw: str) -> Iterator[Found]:
    """A document for each bookmark; its note, if it has one, is its text."""
    for match in _LINK.finditer(raw):
        pairs: list[tuple[Field, Value]] = [
            (_FIELDS[told["name"].lower()], html.unescape(told["value"]))
            for told in _ATTRIBUTE.finditer(match["attributes"])
            if told["name"].lower() in _FIELDS
        ]
        cells = [Cell(Field.TITLE, identity(match["title"], match.start("title")))]
        if match["note"]:
            note = match["note"].rstrip()
            cells.append(Cell(Field.TEXT, identity(note, match.start("note"))))
        document = document_of(raw, Span(*match.span()), cells=cells, pairs=pairs)
        if document is not None:
            yield document
            if (alone := title_alone(document)) is not None:
                yield alone
