"""Labels before a title or a text that are no part of it: « Titre : », a section glued on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.corpus.cleaning.name_looks import is_name, is_section
from index.corpus.cleaning.outlets import could_be_outlet
from index.corpus.cleaning.reasons import Reason
from index.corpus.fields import Field, field_of, read_tags
from index.corpus.page_dates import read_date
from index.model.article import Basis

if TYPE_CHECKING:
    from index.corpus.cleaning.page import Page
    from index.corpus.document import SourceRules

_LABELLED = re.compile(
    r"(?P<label>[^\W\d_][\w’' -]{1,24}?)[\s\u00a0\u202f]*:[\s\u00a0\u202f]+(?P<value>.+)"
)
_FEWEST = 3
"""The fewest labelled lines of a head; two are enough if one of them is the title."""
_LABEL = 27
"""The characters of a line in which the sign behind a label stands."""
_BELOW = 3
"""A page with a title and two labels has more lines than these."""
_NEAR = 4
_SECTION = 5
"""The fewest letters of a section in small letters that may be glued to a title."""
_GLUED = re.compile(r"(?P<section>[^\W\d_][^\W\d_ -]{2,24})(?=[A-ZÀ-ÝŒ][a-zà-ÿœ’'])")
_FACTS = frozenset(
    (
        Field.TITLE,
        Field.DESCRIPTION,
        Field.PUBLISHED,
        Field.MODIFIED,
        Field.SOURCE,
        Field.AUTHOR,
        Field.URL,
        Field.TAGS,
        Field.SECTION,
        Field.TEXT,
    )
)


class _Labelled(NamedTuple):
    at: int
    field: Field
    value: str
    start: int
    """The start of the value in the line."""


def judge_labels(page: Page, rules: SourceRules, *, titled: bool = False) -> int | None:
    """Reads a head of labelled lines; gives the line of its title, if it names one.

    `titled`, the title stands apart, above all lines of the page.
    """
    found = _head(page, rules, 0)
    if not found and len(page.lines) > _BELOW and ":" in page.text(1)[:_LABEL]:
        # Below the title, the source or the author must be among them.
        found = _head(page, rules, 1)
        sure = any(entry.field in (Field.SOURCE, Field.AUTHOR) for entry in found)
    else:
        sure = any(
            entry.field is Field.TITLE or (titled and entry.field in (Field.SOURCE, Field.AUTHOR))
            for entry in found
        )
    if len(found) < (_FEWEST - 1 if sure else _FEWEST):
        return None
    title = None
    for entry in found:
        if entry.field in (Field.TITLE, Field.TEXT):
            page.cut_front(entry.at, entry.start, Reason.METADATA)
            if entry.field is Field.TITLE:
                title = entry.at
        else:
            page.reasons[entry.at] = Reason.METADATA
            _note(page, entry)
    return title


def _head(page: Page, rules: SourceRules, start: int) -> list[_Labelled]:
    """The labelled lines from one on, up to the first other one."""
    found: list[_Labelled] = []
    for at, line in enumerate(page.lines[start : start + len(_FACTS)], start):
        match = _LABELLED.fullmatch(line.text)
        field = field_of(match["label"], rules=rules) if match else None
        if match is not None and match["label"] == "From" and _is_of_gale(page, at):
            field = Field.SOURCE
        if match is None or field not in _FACTS or any(e.field is field for e in found):
            break
        entry = _Labelled(at, field, match["value"].strip(), match.start("value"))
        if not _fits(entry):
            break
        found.append(entry)
        if field is Field.TEXT:
            break
    return found


def _is_of_gale(page: Page, at: int) -> bool:
    """Whether « Publisher: … » or « Document Type: … » stands near, as in the exports of Gale; mails have neither."""
    near = (line.text for line in page.lines[at : at + _NEAR])
    return any(text.startswith(("Publisher:", "Document Type:")) for text in near)


def _fits(entry: _Labelled) -> bool:
    """Whether a value fits its label, if that can be checked."""
    if entry.field in (Field.PUBLISHED, Field.MODIFIED):
        return read_date(entry.value).basis is Basis.STATED
    if entry.field is Field.AUTHOR:
        return is_name(entry.value)
    if entry.field in (Field.SOURCE, Field.SECTION):
        return could_be_outlet(entry.value)
    return True


def _note(page: Page, entry: _Labelled) -> None:
    facts, value = page.facts, entry.value
    if entry.field is Field.PUBLISHED:
        facts.published.append(read_date(value))
    elif entry.field is Field.MODIFIED:
        facts.modified.append(read_date(value))
    elif entry.field is Field.AUTHOR:
        facts.authors.append(value)
    elif entry.field is Field.SOURCE:
        facts.sources.append(value)
    elif entry.field is Field.SECTION:
        facts.sections.append(value)
    elif entry.field is Field.URL:
        facts.urls.append(value)
    elif entry.field is Field.TAGS:
        facts.tags.extend(read_tags(value))
    elif entry.field is Field.DESCRIPTION:
        facts.description = value


def judge_kicker(page: Page) -> None:
    """Separates a section from the title that it was glued to: « MAROCCoopération militaire »."""
    at = page.title
    if at is None:
        return
    match = _GLUED.match(page.text(at))
    if match is None or not is_section(match["section"]):
        return
    if len(match["section"]) < _SECTION and not match["section"].isupper():
        return  # « TechArt » is a name
    page.facts.sections.append(match["section"])
    page.cut_front(at, match.end(), Reason.METADATA)
    page.facts.title = page.text(at)
