"""The author of an article, by the place of a name: beside the date, after « Par », above an
office.

A name alone on its line may also be a heading or the speaker of an interview; only the lines beside
it decide.
"""

from __future__ import annotations

import re

from index.corpus.cleaning import name_looks
from index.corpus.cleaning.bylines import without_place
from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.outlets import is_listed_outlet, is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.signed_names import is_collective, signed_names

_LABEL = re.compile(r"(?:(?:texte |écrit |publié )?par|auteure?|by) ?:?", re.IGNORECASE)
_READING = re.compile(
    r"(?:temps de |durée de )?(?:lecture|(?:\d+-)?\d+ ?(?:min|mn)).*|\d+ ?(?:min|mn|minutes?)\b.*",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:grande? )?(?:journaliste|reporter|correspondante?|envoyée? spéciale?|rédacteur|rédactrice"
    r"|éditorialiste|chroniqueu(?:r|se)|chef(?:fe)? (?:du|de|adjoint))(?: [^.!?]{0,70})?",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"(?:publi|mis|post|paru|modifi|actualis|hier|aujourd)\S* .{0,20}\d ?[h:]|(?:publi\S+ )?il y a \d+ \w+|(?:publi|mis|modifi)\S* (?:à jour )?le \d.*",
    re.IGNORECASE,
)
_BIOGRAPHY = r" (?:est|enseigne|dirige|a (?:publié|écrit|dirigé|enseigné)|vient de publier|,)\b.*"
_OUTLET = re.compile(r"(?:l[ea]s? |l['’])", re.IGNORECASE)
"""The name of an outlet: « LE FLEUVE » between a name and a date is the author's newspaper."""
_OF = re.compile(r"^De\s+(?=[A-ZÀ-Ý][a-zà-ÿ])")
"""« De Jeanne Martin », above a date."""
_AND = re.compile(r"et|&|,|avec")
_INITIAL = 2
"""The most characters of an initial with its point: « Laurent L. »."""
_NEAR = 1
"""A byline must stand above so many paragraphs: the article's lead."""


def judge_authors(page: Page, first: int, last: int) -> None:
    """Bylines without « Par » near the head of a page, and the lines about their author at its
    foot.
    """
    lead = [at for at in page.prose() if at > first][:_NEAR]
    end = lead[0] if lead else first
    for at in range(end):
        if page.is_short(at) and _LABEL.fullmatch(page.text(at)) and page.is_short(at + 1):
            _take(page, at)
            if name_looks.is_name(page.text(at + 1)) and not page.facts.authors:
                _take_name(page, at + 1)
                _take_others(page, at + 2)
        elif page.is_short(at) and _OFFICE.fullmatch(page.text(at)):
            _take(page, at)
    for at in range(end):
        if _names_outlet(page, at):
            _take(page, at)
            page.facts.sources.append(page.text(at))
            continue
        if not _signs(page, at, last):
            continue
        _take_name(page, at)
        break
    for at in range(last + 1, len(page.lines)):
        if page.is_short(at) and _OFFICE.fullmatch(page.text(at)):
            _take(page, at)
    _judge_biography(page, last)


def _take(page: Page, at: int) -> None:
    page.reasons[at] = Reason.METADATA


def _take_others(page: Page, at: int) -> None:
    """Takes « et » and the name below it, as often as they follow a first name."""
    while at + 1 < len(page.lines) and _AND.fullmatch(page.text(at)):
        if not name_looks.is_person(page.text(at + 1)):
            return
        _take(page, at)
        _take(page, at + 1)
        page.facts.authors.append(page.text(at + 1))
        at += 2


def _take_name(page: Page, at: int) -> None:
    _take(page, at)
    name = _name_on(page.text(at)) or without_place(page.text(at))
    if name.endswith(".") and len(name.split()[-1]) > _INITIAL:
        name = name[:-1]
    page.facts.authors.append(name)
    after = page.text(at + 1) if at + 1 < len(page.lines) and page.is_short(at + 1) else ""
    if (
        is_outlet_name(after)
        or name_looks.is_agency(after)
        or (_OUTLET.match(after) and name_looks.is_name(after))
    ):
        _take(page, at + 1)


def _name_on(text: str) -> str | None:
    """Who signs on a line of its own: persons, an agency, a newsroom, « Collectif »."""
    text = _OF.sub("", text)
    whole = without_place(text)
    if name_looks.is_agency(whole) or is_collective(whole):
        return whole
    return signed_names(text)


def _signs(page: Page, at: int, last: int) -> bool:
    """Whether a name on a line of its own is the byline, if the page has given none yet."""
    if page.facts.authors or not (page.is_short(at) or _may_sign(page, at)):
        return False
    name = _name_on(page.text(at))
    if name is None or (page.title is not None and name in page.text(page.title)):
        return False
    if page.title is not None and at > page.title and _has_biography(page, name, last):
        return True
    if page.is_named(at) or (_OUTLET.match(name) and at and page.is_short(at - 1)):
        return False
    below = at + 1
    if below + 1 < len(page.lines) and page.is_short(below) and _OUTLET.match(page.text(below)):
        below += 1
    beside = [other for other in (at - 1, below) if 0 <= other < len(page.lines)]
    if page.title is not None and page.title < at and _is_employer(page, at + 1):
        return True
    return any(_dates_page(page, other) for other in beside)


def _is_employer(page: Page, at: int) -> bool:
    """Whether a line is nothing but an agency or a known outlet, as it stands below its author."""
    if at >= len(page.lines) or not page.is_short(at):
        return False
    return name_looks.is_agency(page.text(at)) or is_listed_outlet(page.text(at))


def _may_sign(page: Page, at: int) -> bool:
    """Whether a line that was set aside for its wording, « La rédaction », may be a signature."""
    return (
        page.reasons[at] is Reason.INTERFACE
        and page.title is not None
        and at > page.title
        and is_collective(page.text(at))
    )


def _names_outlet(page: Page, at: int) -> bool:
    """Whether a line between title and date is the name of the outlet, if no other line gives it:
    « Ouest-France », « La Gazette du Port ».
    """
    if page.facts.sources or page.title is None or at <= page.title or not page.is_short(at):
        return False
    text = page.text(at)
    if not (is_listed_outlet(text) or (_OUTLET.match(text) and is_outlet_name(text))):
        return False
    return any(_dates_page(page, below) for below in (at + 1, at + 2) if below < len(page.lines))


def _dates_page(page: Page, at: int) -> bool:
    """Whether a line is one that stands beside bylines, such as a date."""
    if page.reasons[at] is None:
        return False
    text = page.text(at)
    return (
        page.look(at) is Look.HEADER
        or bool(_READING.match(text))
        or bool(_TIMED.match(text))
        or (page.reasons[at] is Reason.METADATA and bool(_OFFICE.fullmatch(text)))
    )


def _has_biography(page: Page, name: str, last: int) -> bool:
    return last >= 0 and bool(re.match(re.escape(name) + _BIOGRAPHY, page.text(last)))


def _judge_biography(page: Page, last: int) -> None:
    """Sets aside « Jeanne Martin est urbaniste… » as the last paragraph of an article that she
    signed.
    """
    if last <= 0 or len(page.prose()) < 2 or not page.is_prose(last):
        return
    if any(_has_biography(page, name, last) for name in page.facts.authors):
        page.reasons[last] = Reason.METADATA
