"""The short lines and the metadata before an article's first paragraph and after its last."""

from __future__ import annotations

import re

from index.corpus.cleaning import breadcrumbs, bylines, headers, name_doubts, rights
from index.corpus.cleaning.author_boxes import judge_life
from index.corpus.cleaning.authors import (
    end_of_head,
    is_office,
    judge_authors,
    name_by_initials,
)
from index.corpus.cleaning.clip_lines import read_clip_line
from index.corpus.cleaning.crew import judge_counts, judge_crew
from index.corpus.cleaning.extent import end_of_letter, find_extent
from index.corpus.cleaning.label_runs import STRAY, judge_lists, judge_runs
from index.corpus.cleaning.line_looks import Look, is_sentence
from index.corpus.cleaning.line_signs import has_verb
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.signatures import (
    is_last_sentence,
    judge_sign_off,
    judge_signature,
    judge_signature_above_box,
    judge_works,
)
from index.corpus.cleaning.signed_names import is_collective, signed_names
from index.corpus.cleaning.site_days import judge_site_days
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.page_dates import find_dates, read_date
from index.model.article import Basis, DateValue

_ENTRIES = 3
"""The fewest dates of a chronology."""
_BY_AGENCY = re.compile(r"[.»”\"]\s?[-–—/(]\s?(?:AFP|Reuters|AP|Belga|Keystone|ATS|DR)\)?$")
"""The end of a caption: « Des maisons éventrées, le 28 avril. - AFP »."""
_ISSUED = re.compile(
    r"(?:(?:publi[ée]e?|parue?) (?:en|dans le num[ée]ro de)|num[ée]ro (?:de|du)|n°\s?\d+\s?[,–—|-]|[ée]dition de)\s*(?P<month>[^\W\d_]{3,9}\.? (?:19|20)\d\d)"
    r"|(?P<first>[^\W\d_]{3,9} (?:19|20)\d\d)\s*[|•·–—-]\s*.{0,60}?\bn\s?[°º]\s?\d{1,5}",
    re.IGNORECASE,
)
"""« Publié en juin 2025 », « N° 45 – juin 2025 », as monthlies date an article."""
_HEADED = 2
"""The fewest paragraphs below the first that have a heading above them, for the first to have one."""
_CAPTION = 12
"""The most words of a caption without a verb."""
_DAY = 10
"""The characters of a day in a date's value."""
_TITLE = 4
"""The fewest words of another article's title."""


def judge_edges(page: Page) -> None:
    """Sets aside bylines, dates, topics, sections and stray words around the article."""
    prose = _of_article(page)
    first = prose[0] if prose else len(page.lines)
    last = _last_of_text(page, prose[-1]) if prose else -1
    days = _chronology(page)
    of_site = judge_site_days(page)
    elsewhere: list[str] = []
    for at in range(len(page.lines)):
        if not page.is_open(at) or at in days:
            continue
        inside = first < at < last
        look = page.look(at)
        if look is Look.HEADER and (
            not inside or _dates_page(page, at, prose) or not _only_a_date(page.text(at))
        ):
            _take_header(page, at, prose, elsewhere)
        elif look is Look.TAGS_LABEL and not inside:
            page.reasons[at] = Reason.TAGS
        elif look is Look.YEAR and not inside and prose:
            page.reasons[at] = Reason.TECHNICAL
    if not prose:
        page.facts.published.extend(of_site)
        return
    _judge_bylines_like_comments(page, first)
    if not days:
        _judge_datelines(page, first)
    headers.read_dateline(page.text(first), page.facts)
    _note_owner(page, last)
    judge_authors(page, first, last)
    if not page.facts.authors:
        page.facts.authors.extend(elsewhere)
    judge_crew(page, first, last)
    judge_counts(page, end_of_head(page, first))
    last = _last_of_text(page, _of_article(page)[-1])
    _judge_repeated_names(page, first, last)
    judge_lists(page, first, last)
    _judge_captions(page, first)
    judge_runs(page, 0, first - _first_headings(page, first))
    judge_sign_off(page, last)
    judge_life(page, last)
    judge_signature(page, last)
    judge_works(page, last)
    judge_signature_above_box(page, first)
    name_by_initials(page, first, last)
    judge_runs(page, last + 1, len(page.lines))
    judge_lists(page, first, last)
    if not page.facts.published:
        page.facts.published.extend(of_site)


def _of_article(page: Page) -> list[int]:
    """The paragraphs of the article: those of the main block, if the page goes on after it with noise."""
    prose = page.prose()
    # Most pages hold nothing below their text.
    extent = find_extent(page) if prose and page.has_noise(prose[0], prose[-1]) else None
    if extent is None:
        return prose
    within = [at for at in prose if at <= extent.last]
    beyond = prose[len(within) :]
    return within if within and beyond and page.has_noise(extent.last + 1, beyond[0]) else prose


def _first_headings(page: Page, first: int) -> int:
    """How many of the short lines right above the first paragraph are its headings: as many as stand
    above the others, if several have some.
    """
    own = len(_run_above(page, first))
    if page.title is None or not own:
        return 0
    runs = [len(_run_above(page, at)) for at in page.prose() if at > first]
    headed = [length for length in runs if length]
    if len(headed) < _HEADED or 2 * len(headed) < len(runs):
        return 0
    return min(own, first - page.title - 1, *headed)


def _run_above(page: Page, at: int) -> range:
    """The open short lines right above a paragraph, without sentences."""
    start = at
    while start > 0 and page.is_short(start - 1) and not is_sentence(page.text(start - 1)):
        start -= 1
    return range(start, at)


def _last_of_text(page: Page, prose: int) -> int:
    """The last line of the article: short sentences after the last long one belong to it, with the
    lines between.

    « 1. Nancy, 41 points » and « Il joue samedi. » are too short to be judged alone.
    """
    last = prose
    for at in range(prose + 1, len(page.lines)):
        if not page.is_short(at):
            break
        if is_last_sentence(page, at) and page.text(at)[-1] in ".»":
            last = at
        elif (end := end_of_letter(page, at)) is not None:
            last = end
    return last


def _dates_page(page: Page, at: int, prose: list[int]) -> bool:
    """Whether a date right below the lead is the page's own: it has a time, or a name above it."""
    if page.facts.published or len(prose) < 2 or not prose[0] < at < prose[1]:
        return False
    dates = [found.date.value or "" for found in find_dates(page.text(at))]
    if any("T" in date for date in dates):
        return True
    if page.title == prose[0] - 1 == at - 2 and all(len(date) >= _DAY for date in dates):
        return True  # title, lead, « jeudi 3 mars 2022 »; several of them are a chronology
    return any(
        page.look(other) in (Look.HEADER, Look.CONTACT)
        or (page.is_short(other) and signed_names(page.text(other)) is not None)
        for other in (*range(prose[0] + 1, at), *range(at + 1, min(at + 2, prose[1])))
    )


def _judge_captions(page: Page, first: int) -> None:
    """Sets aside a caption: a line without a full stop right below the credit of a picture above
    the article, or one without a verb right above a credit.
    """
    prose = page.prose()
    head = prose[2] if len(prose) > 2 else first
    for at in range((page.title if page.title is not None else 0) + 2, head):
        text = page.text(at)
        if page.reasons[at + 1] is not Reason.CREDIT or not page.is_open(at):
            continue
        if len(text.split()) <= _CAPTION and is_sentence(text) and not has_verb(text):
            page.reasons[at] = Reason.CREDIT
    for at in range((page.title if page.title is not None else first) + 1, first):
        if not page.is_short(at) or is_sentence(page.text(at)):
            continue
        long = len(page.text(at).split()) > STRAY and at + 1 < first
        if (long and page.reasons[at - 1] is Reason.CREDIT) or _BY_AGENCY.search(page.text(at)):
            page.reasons[at] = Reason.CREDIT


def _chronology(page: Page) -> frozenset[int]:
    """The dates above the entries of a chronology: several, different, each with words below it."""
    found = [
        at
        for at in range(len(page.lines) - 1)
        if page.is_open(at)
        and (page.look(at) is Look.YEAR or _heads_day(page, at))
        and page.look(at + 1) in (Look.PROSE, Look.SHORT)
        and page.is_open(at + 1)
    ]
    different = {page.plains[at] for at in found}
    return frozenset(found) if len(different) >= _ENTRIES else frozenset()


def _heads_day(page: Page, at: int) -> bool:
    text = page.text(at)
    return (
        page.look(at) is Look.HEADER
        and text[-1].isdigit()
        and ":" not in text
        and _only_a_date(text)
    )


def _only_a_date(text: str) -> bool:
    """Whether a line is a date alone: inside an article, it may be a heading in a chronology."""
    found = find_dates(text)
    return bool(found) and found[0].end - found[0].start >= len(text) - 4


def _take_header(page: Page, at: int, prose: list[int], elsewhere: list[str]) -> None:
    """Notes what a line states; who is named away from the head signs only where the head names nobody."""
    text = page.text(at)
    page.reasons[at] = Reason.METADATA
    if breadcrumbs.is_breadcrumb(text):
        section = breadcrumbs.section_of_breadcrumb(text)
        if section:
            page.facts.sections.append(section)
        return
    below = at > prose[-1] if prose else False
    told = Facts()
    if below and _is_of_references(page, at, prose):
        return
    if below and page.facts.published and (dates := _days_of(text)):
        # If the article has a date, other dates below it belong to other articles.
        if any(date.earliest != page.facts.published[0].earliest for date in dates):
            return
        if headers.read_header(text, told) and not page.facts.sources:
            page.facts.sources.extend(told.sources)
        return
    if not headers.read_header(text, told):
        return
    if prose and at > prose[0] and _is_of_teaser(page, at, prose):
        told.authors.clear()
    in_head = not prose or (
        (page.title is None or at > page.title) and (len(prose) < 2 or at < prose[1])
    )
    if not in_head:
        # « La rédaction » of a menu, the author of another article or of a comment
        apart = (below and is_collective(text)) or name_doubts.is_byline_of_another(
            page, at, below=below
        )
        elsewhere += [] if apart else told.authors
        told.authors.clear()
    page.facts.add(told)


def _days_of(text: str) -> list[DateValue]:
    """The days of a line, also as people write them on what they cut out."""
    clip = Facts()
    if read_clip_line(text, clip):
        return clip.published
    return [found.date for found in find_dates(text)]


def _is_of_references(page: Page, at: int, prose: list[int]) -> bool:
    """Whether a line below the text is one of several that name other days or outlets: a list of articles."""
    told = Facts()
    if not read_clip_line(page.text(at), told):
        return False
    others = Facts()
    for other in range(prose[-1] + 1, len(page.lines)):
        if other != at:
            read_clip_line(page.text(other), others)
    return any(day.earliest != told.published[0].earliest for day in others.published) or any(
        plain(name) != plain(told.sources[0]) for name in others.sources
    )


def _is_of_teaser(page: Page, at: int, prose: list[int]) -> bool:
    """Whether a byline stands below the title of another article: « Dans les couloirs du Sénat », « Par X ».

    Below the text something stands between both, or the article's author is known; above its end a label such as
    « À lire aussi » does.
    """
    above = page.text(at - 1)
    words = len(above.split())
    if is_sentence(above) or page.look(at - 1) not in _TITLES or ":" in above or is_office(above):
        return False
    if at > prose[-1]:
        return words >= _TITLE
    return words > 1 and (page.look(at - 2) in _LABELS or page.reasons[at - 2] in _AWAY)


_TITLES = (Look.SHORT, Look.RELATED, Look.CROSS_LINK)
_LABELS = (Look.RELATED, Look.CROSS_LINK, Look.TAGS_LABEL)
_AWAY = (Reason.CROSS_LINK, Reason.TEASER)


def _judge_repeated_names(page: Page, first: int, last: int) -> None:
    """Sets aside a repeated byline or outlet at an edge, and a byline above a note about how the
    article was made.
    """
    authors = {plain(name) for name in page.facts.authors}
    known = authors | {plain(name) for name in page.facts.outlets}
    if not known:
        return
    for at in range(len(page.lines)):
        name = plain(bylines.without_place(page.text(at))) if page.is_short(at) else ""
        if first <= at <= last and page.plains[at] not in authors and name not in authors:
            continue
        if page.is_short(at) and (page.plains[at] in known or name in known):
            page.reasons[at] = Reason.METADATA


def _judge_datelines(page: Page, first: int) -> None:
    """Sets aside a line with a date between the title and the first paragraph, whatever the name of
    its outlet.
    """
    if page.below_title is None:
        return
    for at in range(page.below_title, first):
        if page.is_open(at) and headers.is_labelled_source(page.text(at)):
            if headers.read_end(page.text(at), page.facts):
                page.reasons[at] = Reason.METADATA
        elif page.is_short(at) and (month := _ISSUED.fullmatch(page.text(at))):
            date = read_date(month["month"] or month["first"])
            if date.basis is not Basis.NONE:
                page.facts.published.append(date)
                page.reasons[at] = Reason.METADATA
        elif page.is_short(at) and headers.read_header(page.text(at), page.facts, loosely=True):
            page.reasons[at] = Reason.METADATA


def _judge_bylines_like_comments(page: Page, first: int) -> None:
    """Reads « Le 4 mars 2024 à 08:12, par X », with which SPIP heads comments, as a byline between title and text."""
    for at in range(page.title + 1 if page.title is not None else first, first):
        if page.look(at) is Look.COMMENTS and headers.read_header(page.text(at), page.facts):
            page.reasons[at] = Reason.METADATA


def _note_owner(page: Page, last: int) -> None:
    for at in range(last + 1, len(page.lines)):
        owner = rights.read_owner(page.text(at)) if page.look(at) is Look.COPYRIGHT else None
        if owner:
            page.facts.holders.append(owner)
