"""One document → one article: lines sorted, text joined, everything else set aside with its reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from index.corpus.cleaning.assembly import assemble
from index.corpus.cleaning.channel_names import without_channel_label
from index.corpus.cleaning.clip_names import read_clip_name
from index.corpus.cleaning.dump_marks import marks_in, without_marks
from index.corpus.cleaning.escape_origins import as_they_stood
from index.corpus.cleaning.letters import may_be_roundabout, plain_letters
from index.corpus.cleaning.lines import Line, split_lines
from index.corpus.cleaning.mojibake import may_be_garbled, repair_mojibake, repaired
from index.corpus.cleaning.name_looks import is_agency, is_person
from index.corpus.cleaning.outlets import LABEL_START, is_listed_outlet, outlet_of_site
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.possible_names import is_account
from index.corpus.cleaning.press_heads import (
    head_before_title,
    is_kind_of_release,
    read_press_head,
)
from index.corpus.cleaning.short_outlets import full_name
from index.corpus.cleaning.signed_names import is_short_for
from index.corpus.cleaning.slips import likely_slips
from index.corpus.cleaning.sorting import sort_page
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.cleaning.titled_outlets import end_before_outlet
from index.corpus.document import Document, SourceRules
from index.corpus.languages import language_of
from index.corpus.page_dates import date_in_name, is_later
from index.corpus.strand import compose, is_file
from index.model.article import (
    Article,
    ArticleId,
    Basis,
    DateValue,
    Repair,
    SetAside,
    TitleBasis,
)
from index.model.text import Piece, Span, TextMap

_TITLE_WORDS = 10
_WITH_AGENCY = re.compile(
    r"(?P<outlet>\S.*?)(?: avec(?: l[’']| )?| ?[/+] ?)(?P<agency>[\w .-]{2,12})"
)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[\w.-]+\.\w+)", re.IGNORECASE)


class Origin(NamedTuple):
    """The file from which an article comes."""

    id: ArticleId
    path: str
    """The path in the corpus, with `/`."""
    sha256: str
    encoding: str
    of_many: bool = False
    """Whether the file holds many articles: then a date in its name is not theirs."""


def clean(
    document: Document, origin: Origin, *, rules: SourceRules | None = None
) -> Article | None:
    """The article of a document; None when no part of it reads as text."""
    rules = rules or SourceRules()
    document = _well_decoded(document)
    lines = _plain_lines(document.content)
    document, title, rest, kind = _titled(document, lines)
    known = title.text if title else document.stated.title
    page = sort_page(rest, title=known, rules=rules, heading=document.heading)
    if title is None:
        title = _found_title(page, known) or kind
    body = [line for at, line in enumerate(page.lines) if page.is_open(at) and line != title]
    if not body and page.title is None and document.title is None:
        return None
    woven = assemble(title, body, content=document.content)
    pieces = compose(woven.strand.pieces, document.pieces)
    aside = _set_aside(document, page, pieces)
    text = woven.strand.text
    stated = document.stated
    facts = page.facts
    path = "" if origin.of_many else origin.path
    published, modified = _dates(document, facts, path)
    url = stated.url or (facts.urls[0] if facts.urls else None)
    tags = stated.tags or facts.tags
    source, author = _signed(
        _outlet(stated.source, rules, facts, url) or read_clip_name(path).outlet,
        stated.author or _author(facts),
        facts,
    )
    repairs = (*woven.repairs, *likely_slips(text))
    return Article(
        id=origin.id,
        path=origin.path,
        sha256=origin.sha256,
        encoding=origin.encoding,
        title=title.text if title else _first_words(text),
        title_basis=TitleBasis.STATED if title else TitleBasis.FIRST_WORDS,
        title_span=woven.title,
        text=text,
        paragraphs=woven.paragraphs,
        pieces=pieces,
        description=stated.description or facts.description,
        source=source,
        author=author,
        published=published,
        modified=modified,
        url=url,
        section=stated.section or next(iter(facts.sections), None),
        tags=_unique(tags),
        language=language_of(text, stated.language or facts.language),
        record_id=stated.record_id,
        page=stated.page or next(iter(facts.pages), None),
        edition=stated.edition,
        set_aside=aside,
        set_aside_texts=tuple(document.raw[a.raw_start : a.raw_end] for a in aside),
        repairs=_in_order(repairs)
        if _is_as_written(document, (title, *body))
        else _repairs(document, repairs, text, pieces),
        kept_whole=sum(page.is_open(at) for at in page.doubtful),
        related=_related((*page.related, *document.related), title.text if title else ""),
    )


def _well_decoded(document: Document) -> Document:
    """The document with the letters of its stated names corrected; most have no sign of wrong ones."""
    stated = document.stated
    names = (stated.title, stated.author, stated.source, stated.section, stated.description)
    if not any(name and may_be_garbled(name) for name in names):
        return document
    title, author, source, section, description = (name and repaired(name) for name in names)
    right = replace(
        stated, title=title, author=author, source=source, section=section, description=description
    )
    return replace(document, stated=right)


def _repairs(
    document: Document, found: tuple[Repair, ...], text: str, pieces: tuple[Piece, ...]
) -> tuple[Repair, ...]:
    told = as_they_stood(found, text, pieces=pieces, raw=document.raw)
    return _in_order(told)


def _in_order(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    return tuple(sorted(repairs, key=lambda repair: (repair.start, repair.end)))


def _is_as_written(document: Document, lines: Iterable[Line | None]) -> bool:
    """Whether the lines stand in the file with the same letters, as in most plain text."""
    return is_file(document.pieces) and not any(line.pieces for line in lines if line is not None)


def _plain_lines(content: str) -> list[Line]:
    """The lines of a content with plain letters. Whole contents are asked first: most need neither."""
    lines = split_lines(content)
    if (marks := marks_in(content)) is not None:
        lines = [without_marks(line, marks) for line in lines]
    garbled = may_be_garbled(content)
    if garbled:
        lines = [repair_mojibake(line) for line in lines]
    if garbled or may_be_roundabout(content):
        lines = [plain_letters(line) for line in lines]
    return lines


def _titled(
    document: Document, lines: list[Line]
) -> tuple[Document, Line | None, list[Line], Line | None]:
    """The title that the format marks, and the other lines; the head of a press release is none, but its
    kind, given last, is one where there is no other.
    """
    title, rest = _marked_title(document, lines)
    if title is not None and document.stated.source:
        title = title.before(end_before_outlet(title.text, document.stated.source))
    named = title.text if title is not None else document.stated.title
    if named is None:
        return document, None, rest, None
    if read_press_head(named, Facts()):
        stated = replace(document.stated, title=None)
        kind = (title or _line_of(named)) if is_kind_of_release(named) else None
        return replace(document, title=None, stated=stated), None, lines, kind
    if title is not None and (head := head_before_title(named)):
        title = title.after(head)
    return document, title, rest, None


def _found_title(page: Page, known: str | None) -> Line | None:
    """The title that stands in the page, else the one that the file states."""
    if page.title is not None:
        return page.lines[page.title]
    return _line_of(known) if known else None


def _line_of(title: str) -> Line:
    """A title that stands nowhere in the content."""
    return Line(title, 0, 0, (Piece(0, len(title), 0, 0),))


def _marked_title(document: Document, lines: list[Line]) -> tuple[Line | None, list[Line]]:
    if document.title is None:
        return None, lines
    inside = [line for line in lines if document.title.start <= line.start < document.title.end]
    if not inside:
        return None, lines
    rest = [line for line in lines if line not in inside[:1]]
    return inside[0], rest


def _set_aside(document: Document, page: Page, pieces: tuple[Piece, ...]) -> tuple[SetAside, ...]:
    """Every stretch of the file outside the clean text, in order, without blank ones."""
    labelled: list[SetAside] = list(document.aside)
    back = TextMap(document.pieces)
    for at, line in enumerate(page.lines):
        reason = page.reasons[at]
        if reason is not None:
            span = back.raw_span(Span(line.start, line.end))
            labelled.append(SetAside(span.start, span.end, reason.value, page.signs.get(at, ())))
    for inside, reason in page.cut_off:
        span = back.raw_span(inside)
        labelled.append(SetAside(span.start, span.end, reason.value))
    labelled.sort(key=lambda aside: aside.raw_start)
    used = sorted([(start, end) for _, _, start, end in pieces if end > start])
    starts = [aside.raw_start for aside in labelled]
    found: list[SetAside] = []
    at = document.region.start
    for start, end in (*used, (document.region.end, document.region.end)):
        if start > at and not document.raw[at:start].isspace():
            _fill(document, labelled, starts, Span(at, start), found)
        if end > at:
            at = end
    return tuple(found)


def _fill(
    document: Document,
    labelled: list[SetAside],
    starts: list[int],
    gap: Span,
    found: list[SetAside],
) -> None:
    at = gap.start
    for number in range(max(0, bisect_right(starts, gap.start) - 1), len(labelled)):
        aside = labelled[number]
        if aside.raw_start >= gap.end:
            break
        start, end = max(at, aside.raw_start), min(gap.end, aside.raw_end)
        if start >= end:
            continue
        _append(document, Span(at, start), document.rest, found)
        _append(document, Span(start, end), aside.reason, found, aside.signs)
        at = end
    _append(document, Span(at, gap.end), document.rest, found)


def _append(
    document: Document,
    span: Span,
    reason: str,
    found: list[SetAside],
    signs: tuple[str, ...] = (),
) -> None:
    """Adds a stretch without the blanks at its ends, unless it is blank."""
    if span.start >= span.end:
        return
    text = document.raw[span.start : span.end]
    inner = text.strip()
    if inner:
        start = span.start + text.index(inner[0])
        found.append(SetAside(start, start + len(inner), reason, signs))


def _dates(document: Document, facts: Facts, path: str) -> tuple[DateValue, DateValue]:
    published, modified = document.stated.published, document.stated.modified
    # The day on which a tool saved the page is inferred; the page's own word counts more.
    if published.basis is not Basis.STATED and facts.published:
        published = facts.published[0]
    if modified.basis is Basis.NONE:
        later = [date for date in facts.published if is_later(date, published)]
        if facts.modified:
            modified = facts.modified[0]
        elif later and published.basis is Basis.STATED:
            modified = later[-1]
    if published.basis is Basis.NONE:
        address = document.stated.url or (facts.urls[0] if facts.urls else "")
        published = date_in_name(address)
        if published.basis is Basis.NONE:
            published = date_in_name(path)
        if published.basis is Basis.NONE:
            published = read_clip_name(path).day
        if published.basis is Basis.NONE and modified.basis is not Basis.NONE:
            # The article is not younger than its last change, and rarely much older.
            published = replace(modified, basis=Basis.INFERRED)
    return published, modified


def _outlet(stated: str | None, rules: SourceRules, facts: Facts, url: str | None) -> str | None:
    """The outlet that the file, the reader, the page or its address names, by its full name."""
    stated = without_channel_label(stated) if stated else stated
    name = stated or rules.name or _source(facts) or _host(url)
    return full_name(outlet_of_site(name)) if name else None


def _signed(source: str | None, author: str | None, facts: Facts) -> tuple[str | None, str | None]:
    """The outlet and the author; an agency beside a day is the outlet where nothing else is, and signs else."""
    if source is None and facts.agencies:
        source = facts.agencies[0]
        return source, None if author == source else author
    shared = _WITH_AGENCY.fullmatch(source) if source else None
    if shared is not None and is_agency(shared["agency"]) and is_listed_outlet(shared["outlet"]):
        return shared["outlet"], author or source
    return source, author


def _source(facts: Facts) -> str | None:
    if facts.name is not None:
        return facts.name
    signed = {plain(name) for name in facts.authors}
    # « © 2023 Jeanne Martin » below her newsletter names its author.
    holders = [name for name in facts.holders if plain(name) not in signed]
    names = [*facts.sources, *holders] or facts.followed
    # « Programme TV » is a magazine, and a label of many menus.
    names = [name for name in names if not LABEL_START.match(plain(name))] or names
    return Counter(names).most_common(1)[0][0] if names else None


def _author(facts: Facts) -> str | None:
    names = _unique(facts.authors or facts.avatars)
    if not names:
        return None
    outlets = {plain(source) for source in (*facts.outlets, facts.name or "")}
    names = tuple(name for name in names if not (_BODY.match(plain(name)) or is_account(name)))
    # « Par La Gazette » stands above, and the name of the author at the foot.
    persons = tuple(name for name in names if plain(name) not in outlets)
    if not persons and len(names) == 1 and _ARTICLE.match(names[0]):
        return None  # « Par Le Phare » names the outlet once more
    persons = persons or names
    # « La rédaction » beside a name adds nothing to it.
    named = tuple(name for name in persons if not _NEWSROOM.match(plain(name)))
    persons = named if any(map(is_person, named)) else persons
    if any(is_person(name) and not _SIGN.fullmatch(name) for name in persons):
        # « RGM », and below it « Avec notre correspondante, Jeanne Martin »
        persons = tuple(n for n in persons if not (_SIGN.fullmatch(n) and not is_agency(n)))
    # « Jeanne Martin » above the text, and « J. M. » below it.
    full = [name for name in persons if not any(is_short_for(name, one) for one in persons)]
    # « Jeanne Martin et Luc Amiel » above, and each of them below.
    single = [name for name in full if not any(_is_among(name, one) for one in full)]
    return ", ".join(single) or None


def _is_among(name: str, names: str) -> bool:
    """Whether a name is one of several that another byline joins."""
    joined = [plain(one) for one in _JOINED.split(names)]
    return len(joined) > 1 and plain(name) in joined


_NEWSROOM = re.compile(r"(?:la |notre )?redaction\b")
_SIGN = re.compile(r"[A-ZÀ-Ý]{2,5}")
_BODY = re.compile(
    r"(?:la )?(?:mairie|ville|commune|prefecture|metropole|office de tourisme|conseil (?:departemental|regional|municipal)) (?:de|du|des|d'|la)"
)
"""A body that publishes is no author: « Publié par Mairie de Lantigny »."""
_ARTICLE = re.compile(r"(?:L[ae]s? |L[’'])(?!\S*[Rr][ée]daction)")
_JOINED = re.compile(r"\s*,\s*|\s+(?:et|&|avec)\s+")


def _host(url: str | None) -> str | None:
    """The site of an address, which published the article."""
    match = _HOST.match(url) if url else None
    return match["host"].lower() if match else None


def _first_words(text: str) -> str:
    words = text.split("\n", 1)[0].split()
    if len(words) <= _TITLE_WORDS:
        return " ".join(words)
    return " ".join(words[:_TITLE_WORDS]).rstrip(' ,;:–—-(«"“') + "…"


def _unique(names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(plain(name), name)
    return tuple(seen.values())


def _related(names: tuple[str, ...], title: str) -> tuple[str, ...]:
    own = plain(title)
    return tuple(name for name in _unique(names) if plain(name) != own)
