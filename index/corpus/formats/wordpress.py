"""What an export of WordPress (WXR) says beside a feed: the kind and the state of each entry, and who its authors are.

The format is that of WordPress's own exporter (`wp-admin/includes/export.php`): a feed whose entries are posts, pages,
pictures, menus and earlier versions alike.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.corpus.strand import Strand, Weaver, cut
from index.model.text import Span

_VALUE = r">\s*(?:<!\[CDATA\[)?\s*(?P<value>[^<\]]*)"
_TYPE = re.compile(r"<wp:post_type" + _VALUE)
_STATUS = re.compile(r"<wp:status" + _VALUE)
_DATE = re.compile(r"<wp:post_date" + _VALUE)
_CHANGED = re.compile(r"<wp:post_modified" + _VALUE)
_LOGIN = re.compile(r"<wp:author_login" + _VALUE)
_SHOWN = re.compile(r"<wp:author_display_name" + _VALUE)
_AUTHOR = re.compile(r"<wp:author>.{0,4000}?</wp:author>", re.DOTALL)
_PARTS_OF_SITES = re.compile(
    r"attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|elementor_library"
    r"|wpcf7_\w+|mc4wp-form|wp_\w+|acf-\w+|acf|shop_\w+"
)
"""Kinds of entries that are no articles, of WordPress and of its usual plugins."""
_BINNED = frozenset(("trash", "auto-draft", "spam"))
_UNPUBLISHED = frozenset(("draft", "private", "pending", "future"))
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|[a-z]+_\w[\w-]*)(?:\s[^\[\]]{0,400})?/?\]"
    r"|\[/[a-z]+-[\w-]+\]|\[[a-z]+-[\w-]+\s[^\[\]=]{0,100}=[^\[\]]{0,400}\]"
)
"""« [caption width="300"] », « [su_note] »: what the site puts in their place is not in the export.
« [celui-ci a été rejeté] » is French: a hyphen alone tells no short code.
"""
_BLANK_LINES = re.compile(r"\n[ \t\r]*\n\s*")


class Entry(NamedTuple):
    """What is told of one entry."""

    part: str
    """The kind of entry, if it is a part of the site and no article; else empty."""
    binned: bool
    unpublished: bool
    date: str
    changed: str


def is_export(raw: str) -> bool:
    """Whether a feed is an export of WordPress."""
    return "<wp:wxr_version" in raw[:20_000] or "wordpress.org/export/" in raw[:4096]


def entry_of(inner: str) -> Entry:
    """What the elements of an entry say of it."""
    kind, status = _found(_TYPE, inner), _found(_STATUS, inner)
    return Entry(
        kind if _PARTS_OF_SITES.fullmatch(kind) else "",
        status in _BINNED,
        status in _UNPUBLISHED,
        _found(_DATE, inner),
        _found(_CHANGED, inner),
    )


def authors_in(raw: str) -> dict[str, str]:
    """The names of the authors as the site shows them, by their logins."""
    found = (match.group() for match in _AUTHOR.finditer(raw))
    return {_found(_LOGIN, one): _found(_SHOWN, one) for one in found if _found(_SHOWN, one)}


def as_shown(text: Strand) -> Strand:
    """A text with its paragraphs as the site makes them, of blank lines, and without its short codes."""
    weaver = Weaver()
    at = 0
    cuts = [(m.span(), "") for m in _SHORTCODE.finditer(text.text)]
    cuts += [(m.span(), "\n<p>\n") for m in _BLANK_LINES.finditer(text.text)]
    for (start, end), instead in sorted(cuts):
        if start < at:
            continue
        weaver.add(cut(text, Span(at, start)))
        if instead:
            place = cut(text, Span(start, end)).pieces
            weaver.put(instead, place[0].raw_start, place[-1].raw_end)
        at = end
    weaver.add(cut(text, Span(at, len(text.text))))
    return weaver.strand()


def bare(value: str) -> str:
    """The words of an element, without the marks of CDATA."""
    return value.removeprefix("<![CDATA[").removesuffix("]]>").strip()


def _found(pattern: re.Pattern[str], inner: str) -> str:
    match = pattern.search(inner)
    return match["value"].strip() if match else ""
