"""The fields that a web page shows beside the text: `<time>`, microdata, a byline, the address of a
copy.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Sequence

from index.corpus.cleaning import name_looks
from index.corpus.cleaning.bylines import read_byline
from index.corpus.cleaning.headers import read_header
from index.corpus.cleaning.signed_names import signed_names
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.fields import Field, Value
from index.corpus.markup import Block, attributes_of
from index.model.article import DateValue

_ABOVE = 6
"""The number of blocks above the title in which a byline or a date is looked for."""
_BELOW_LEAD = 3
_BYLINE = 100
_MARKED = re.compile(
    r"<(?P<tag>[a-zA-Z][\w-]*)\s(?P<attributes>[^<>]*(?:itemprop|datetime|rel=[\"']?author|class=[\"'][^\"'<>]*(?:author|auteur|byline|signature))[^<>]*)>(?P<content>(?:[^<]|<(?!/(?P=tag)\s*>)){0,400})",
    re.IGNORECASE,
)
_ENTRY_S = re.compile(r"h-entry|h-cite|[pu]-comment|p-author|dt-published", re.IGNORECASE)
_LONGEST_TAG = 1000
_ANY_TAG = re.compile(r"<[^<>]*>")
_CHANGED = re.compile(r"modif|updat|maj|mise?-a-jour", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:photo|image|img|media|picture|figure|illustr|video|teaser|related|card|comment|quote|citation|guest|invite|book|livre|newsletter|sidebar|aside|widget|popular|recommend|footer|menu)[\w-]*?(?:author|auteur|byline|signature)"
    r"|(?:caption|credit|legend)",
    re.IGNORECASE,
)
"""Classes of names that belong to a picture, a teaser, a comment or a box; « author-card » is the author's own."""
_LONGEST_FIGURE = 1500
_PROPERTIES = {
    "datepublished": Field.PUBLISHED,
    "datecreated": Field.PUBLISHED,
    "datemodified": Field.MODIFIED,
    "headline": Field.TITLE,
    "author": Field.AUTHOR,
    "articlesection": Field.SECTION,
    "publisher": Field.SOURCE,
    "keywords": Field.TAGS,
}
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://[^\s\"'<>]+)", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>https?://[^\s\"'<>]+)", re.IGNORECASE
)
_SAVE_PAGE = re.compile(
    r"<meta\s[^<>]*name=[\"']savepage-url[\"'][^<>]*content=[\"'](?P<url>https?://[^\"'<>]+)",
    re.IGNORECASE,
)
_HEAD = 4_000
"""The characters at the start of a file in which a browser notes the address of a saved page."""


def shown(
    raw: str, blocks: Sequence[Block], *, title: int | None, main: Collection[int]
) -> list[tuple[Field, Value]]:
    """The fields that the page shows around the head of its article, the surest first."""
    first = min(main)
    head = title if title is not None else first
    start = blocks[max(0, head - _ABOVE)].strand.pieces[0].raw_start
    end = blocks[sorted(main)[min(1, len(main) - 1)]].strand.pieces[0].raw_start
    pairs = list(_marked(raw, start, end))
    facts = Facts()
    above = [at for at in range(max(0, head - _ABOVE), first) if at not in main and at != title]
    for at in (*above, *_below_lead(blocks, first, title)):
        if not blocks[at].inside("nav", "footer", "form"):
            read_header(blocks[at].text, facts)
    pairs += _microformats(raw, blocks[first].strand.pieces[0].raw_start)
    pairs += [(Field.PUBLISHED, _text_of(date)) for date in facts.published]
    pairs += [(Field.MODIFIED, _text_of(date)) for date in facts.modified]
    pairs += [(Field.AUTHOR, ", ".join(facts.authors))] if facts.authors else []
    return pairs


def _below_lead(blocks: Sequence[Block], lead: int, title: int | None) -> Iterator[int]:
    """The short blocks between a lead right below the title and the text, where many pages have their byline."""
    if title is None or lead != title + 1:
        return
    for at in range(lead + 1, min(lead + 1 + _BELOW_LEAD, len(blocks))):
        if len(blocks[at].text) > _BYLINE:
            return
        yield at


def _microformats(raw: str, before: int) -> Iterator[tuple[Field, Value]]:
    """The author and the date of the first `h-entry` of the page, which begins before the text (microformats2).

    A second one, and what it answers, are a comment's or another article's.
    """
    entries = 0
    for match in _ENTRY_S.finditer(raw):
        start = raw.rfind("<", max(0, match.start() - _LONGEST_TAG), match.start())
        end = raw.find(">", match.end(), match.end() + _LONGEST_TAG)
        if min(start, end) < 0:
            continue
        attributes = attributes_of(raw[start + 1 : end].partition(" ")[2])
        names = attributes.get("class", "").lower().split()
        named = match.group().lower()
        if named not in names:
            continue
        if named not in ("p-author", "dt-published"):
            entries += 1
            if entries > 1 or start > before:
                return
        elif entries and named == "p-author":
            content = raw[end + 1 : end + 201].partition("<")[0]
            author = _name(" ".join(html.unescape(content).split()))
            if author is not None:
                yield Field.AUTHOR, author
        elif entries and attributes.get("datetime"):
            yield Field.PUBLISHED, attributes["datetime"]


def address_of_copy(raw: str) -> str | None:
    """The address that a browser or an extension noted when it saved the page."""
    for pattern in (_SAVED, _SINGLE_FILE, _SAVE_PAGE):
        match = pattern.search(raw, 0, _HEAD)
        if match:
            return html.unescape(match["url"])
    return None


def _marked(raw: str, start: int, end: int) -> Iterator[tuple[Field, Value]]:
    for match in _MARKED.finditer(raw, max(0, start - 600), end):
        attributes = attributes_of(match["attributes"])
        text = " ".join(html.unescape(_ANY_TAG.sub(" ", match["content"])).split())
        named = attributes.get("itemprop", "").lower()
        date = attributes.get("datetime") or (attributes.get("content") if named else None)
        field = _PROPERTIES.get(named)
        if field is None and attributes.get("datetime"):
            around = " ".join(attributes.values()) + raw[max(0, match.start() - 40) : match.start()]
            field = Field.MODIFIED if _CHANGED.search(around) else Field.PUBLISHED
        if field in (Field.PUBLISHED, Field.MODIFIED):
            if date:
                yield field, date
            continue
        if field is None or field is Field.AUTHOR:
            if _is_of_another(raw, match.start(), attributes.get("class", "")):
                continue
            author = _name(attributes.get("content") or text)
            if author is not None:
                yield Field.AUTHOR, author
        elif attributes.get("content"):
            yield field, attributes["content"]


def _is_of_another(raw: str, at: int, names: str) -> bool:
    """Whether a marked name is a picture's or a teaser's, by its own classes or by the `figure` around it."""
    if _OTHERS.search(names):
        return True
    figure = raw.rfind("<figure", max(0, at - _LONGEST_FIGURE), at)
    return figure >= 0 and raw.find("</figure", figure, at) < 0


def _name(text: str) -> str | None:
    """A person's name, with or without « Par » before it; no name is better than a wrong one."""
    found = read_byline(text) or (signed_names(text) if "@" in text else None) or text
    return found if name_looks.is_person(found) or name_looks.are_persons(found) else None


def _text_of(date: DateValue) -> str:
    return date.value or ""
