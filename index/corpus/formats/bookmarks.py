"""Lists of bookmarks, as browsers (Netscape's form), Pocket, Raindrop and Pinboard save them: a title and an address each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.document import Found, Lost
from index.corpus.fields import Field, Value
from index.corpus.formats.records import Cell, document_of, title_alone
from index.corpus.strand import identity
from index.model.article import Loss
from index.model.text import Span
from index.text.folding import fold

_SIGNS = ("NETSCAPE-Bookmark-file", "time_added=")
_LINK = re.compile(
    r"<a\s(?P<attributes>[^<>]*)>(?P<title>[^<]*)</a>(?:\s*<dd>(?P<note>[^<]*))?",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?<![\w-])(?P<name>[\w-]{1,40})=\"(?P<value>[^\"]*)\"")
_FIELDS = {"href": Field.URL, "add_date": Field.KEPT, "time_added": Field.KEPT, "tags": Field.TAGS}

_NO_PAGE = re.compile(
    r"(?<![\w-])href=\"(?:place|javascript|about|chrome|file|data|edge|mailto):", re.IGNORECASE
)
_SITE = re.compile(r"(?P<title>.{3,400}\S)\s+[-–—|·]\s+(?P<site>[^-–—|·]{2,60})")
_HOST = re.compile(r"https?://(?P<host>[^/:?#]{3,200})")
_NO_LETTER = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:l[ea]s?|l|the)\b")
_SMALL = re.compile(r"\b(?:l[ea]s?|l|du|de|des|d|the|of)\b")
ELSEWHERE = "Bookmarks that lead to no page of the web are no articles."


def is_list(raw: str) -> bool:
    """Whether a page is a list of bookmarks."""
    return any(sign in raw[:20_000] for sign in _SIGNS)


def documents_in(raw: str) -> Iterator[Found]:
    """A document for each bookmark; its note, if it has one, is its text."""
    elsewhere = 0
    for match in _LINK.finditer(raw):
        if _NO_PAGE.search(match["attributes"]):
            elsewhere += 1
            continue
        pairs: list[tuple[Field, Value]] = [
            (_FIELDS[told["name"].lower()], html.unescape(told["value"]))
            for told in _ATTRIBUTE.finditer(match["attributes"])
            if told["name"].lower() in _FIELDS
        ]
        title, outlet = _parted(match["title"], dict(pairs).get(Field.URL))
        if outlet:
            pairs.append((Field.SOURCE, html.unescape(outlet)))
        cells = [Cell(Field.TITLE, identity(title, match.start("title")))]
        if match["note"]:
            note = match["note"].rstrip()
            cells.append(Cell(Field.TEXT, identity(note, match.start("note"))))
            # Of an article that was kept in the note, with its outlet and day on the first line.
            pairs = [
                *(outlet_and_date(html.unescape(note.split("\n", 1)[0]).strip()) or ()),
                *pairs,
            ]
        document = document_of(raw, Span(*match.span()), cells=cells, pairs=pairs)
        if document is not None:
            yield document
            if (alone := title_alone(document)) is not None:
                yield alone
    if elsewhere:
        yield Lost(Loss.REMARK, ELSEWHERE, "", elsewhere)


def _parted(title: str, address: Value) -> tuple[str, str]:
    """A page's title without the name of its site, and this name, if the address has it too."""
    match = _SITE.fullmatch(title)
    host = _HOST.match(str(address or ""))
    if match is None or host is None:
        return title, ""
    site, known = fold(match["site"]), _NO_LETTER.sub("", fold(host["host"]))
    forms = (site, _ARTICLE.sub("", site), _SMALL.sub("", site))
    same = any(letters in known for form in forms if (letters := _NO_LETTER.sub("", form)))
    return (match["title"], match["site"]) if same else (title, "")
