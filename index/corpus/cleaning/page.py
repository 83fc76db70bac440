"""Which lines of a page are its article, by their looks and by what stands around them.

Precision first: a line is set aside only for a reason that can be named; what is merely short or odd
and stands among the paragraphs stays, as a subheading does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from index.corpus.cleaning import labels, technical
from index.corpus.cleaning.labels import Facts
from index.corpus.cleaning.lines import Line
from index.corpus.cleaning.looks import (
    Look,
    Seen,
    is_sentence,
    is_title_like,
    look_of,
    truncation,
)
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.teasers import read_teasers
from index.corpus.dates import find_dates

_PLACED = frozenset({Look.PROSE, Look.SHORT, Look.YEAR})
_LONGEST = 260
"""Characters of the longest line whose wording is compared with others."""
_RUN = 2
"""Short lines in a row from which topics are recognised."""


@dataclass(slots=True)
class Page:
    """The lines of one article's page and what was decided of each."""

    lines: list[Line]
    looks: list[Seen]
    plains: list[str]
    """The plain form of each line that could be a title or a topic; of longer ones, nothing."""
    reasons: list[Reason | None]
    title: int | None = None
    facts: Facts = field(default_factory=Facts)
    related: list[str] = field(default_factory=list)

    def is_open(self, at: int) -> bool:
        """Whether a line still counts as the article's."""
        return self.reasons[at] is None and at != self.title

    def is_prose(self, at: int) -> bool:
        return self.looks[at].look is Look.PROSE and self.is_open(at)


def sort_page(lines: list[Line], *, title: str | None = None) -> Page:
    """Decides of every line of a page; `title` is the title when it is known from elsewhere."""
    looks = [look_of(line.text) for line in lines]
    plains = [plain(line.text) if len(line.text) <= _LONGEST else "" for line in lines]
    page = Page(lines, looks, plains, [None] * len(lines))
    for at, seen in enumerate(looks):
        _judge_alone(page, at, seen)
    _find_title(page, title)
    _judge_links(page)
    _find_description(page)
    _judge_repeats(page)
    _judge_comments(page)
    _judge_edges(page)
    return page


def _judge_alone(page: Page, at: int, seen: Seen) -> None:
    text, facts = page.lines[at].text, page.facts
    if seen.look is Look.NOISE:
        page.reasons[at] = seen.reason
        _note_noise(text, seen.reason, facts)
    elif seen.look is Look.CONTACT:
        page.reasons[at] = Reason.CONTACT
        source = technical.before_contact(text)
        if source and labels.is_name(source) and len(source.split()) <= 5:
            facts.sources.append(source)
    elif seen.look is Look.TAGS:
        page.reasons[at] = Reason.TAGS
        facts.tags.extend(labels.read_tags(text) or ())
    elif seen.look is Look.COPYRIGHT:
        page.reasons[at] = Reason.COPYRIGHT
        holder = labels.read_copyright(text)
        if holder and not labels.is_agency(holder):
            facts.sources.append(holder)
    elif seen.look is Look.CREDIT:
        credit = technical.image_credit(text)
        page.reasons[at] = Reason.CREDIT
        if credit and technical.is_avatar(credit.address) and labels.is_name(credit.name):
            facts.avatars.append(credit.name)


def _note_noise(text: str, reason: Reason | None, facts: Facts) -> None:
    if reason is Reason.URL:
        match = technical.URL.search(text)
        if match:
            facts.urls.append(match.group())
    elif reason is Reason.SOCIAL:
        source = labels.source_to_follow(text)
        if source:
            facts.followed.append(source)
    elif reason is Reason.TECHNICAL and technical.is_locale(text):
        facts.language = facts.language or text[:2]


def _first_prose(page: Page) -> int | None:
    return next((at for at in range(len(page.lines)) if page.is_prose(at)), None)


def _find_title(page: Page, known: str | None) -> None:
    """The first line that could head an article, above its first paragraph.

    One that is repeated is preferred, then one of several words: a section's name may stand above.
    """
    if known is not None:
        _judge_known_title(page, plain(known))
        return
    candidates = _title_candidates(page)
    if not candidates:
        return
    counts = {at: page.plains.count(page.plains[at]) for at in candidates}
    repeated = [at for at in candidates if counts[at] > 1 and len(page.plains[at].split()) >= 3]
    telling = [at for at in candidates if len(page.plains[at].split()) >= 4]
    page.title = (repeated or telling or candidates)[0]
    page.facts.title = page.lines[page.title].text
    for at in range(page.title):
        if page.is_open(at):
            _judge_above_title(page, at)
    _judge_known_title(page, page.plains[page.title])


def _title_candidates(page: Page) -> list[int]:
    found: list[int] = []
    open_lines = [at for at in range(len(page.lines)) if page.is_open(at)]
    for position, at in enumerate(open_lines):
        seen, text = page.looks[at], page.lines[at].text
        if page.plains[at] and page.plains.count(page.plains[at]) > 1:
            # Even a title with a stop at its end may be told by its being doubled.
            if seen.look in (Look.SHORT, Look.PROSE) and _comes_before_prose(
                page, open_lines[position + 1 :]
            ):
                found.append(at)
            continue
        if seen.look is Look.SHORT:
            if is_title_like(text) and _comes_before_prose(page, open_lines[position + 1 :]):
                found.append(at)
            continue
        if seen.look is Look.PROSE:
            later = open_lines[position + 1 :]
            if not found and is_title_like(text) and _comes_before_prose(page, later):
                found.append(at)
                continue
            break
        if seen.look in (Look.YEAR, Look.RELATED, Look.CROSS_LINK):
            continue
    return found


def _comes_before_prose(page: Page, later: list[int]) -> bool:
    return any(page.looks[at].look is Look.PROSE for at in later)


def _judge_above_title(page: Page, at: int) -> None:
    look = page.looks[at].look
    text = page.lines[at].text
    if look is Look.SHORT and labels.is_section(text):
        page.reasons[at] = Reason.METADATA
        page.facts.sections.append(text)
    elif look is Look.SHORT and not is_sentence(text):
        page.reasons[at] = Reason.INTERFACE


def _judge_known_title(page: Page, title: str) -> None:
    """Sets repeated titles aside, also those with the outlet's name behind them."""
    if not title:
        return
    for at, simple in enumerate(page.plains):
        if at == page.title or not page.is_open(at):
            continue
        if simple == title:
            page.reasons[at] = Reason.REPEATED_TITLE
        elif simple.startswith(title) and len(simple) <= len(title) + 40:
            outlet = labels.outlet_after(page.lines[at].text, len(simple) - len(title))
            if outlet:
                page.reasons[at] = Reason.REPEATED_TITLE
                page.facts.sources.append(outlet)


def _find_description(page: Page) -> None:
    """A summary above the page's metadata that is cut off or that the text repeats."""
    first = _first_prose(page)
    if first is None:
        return
    text = page.lines[first].text
    summary, outlet = labels.split_summary(text)
    later = [at for at in range(first + 1, len(page.lines)) if page.is_prose(at)]
    if not later:
        return
    between = any(page.looks[at].look not in _PLACED for at in range(first + 1, later[0]))
    cut = truncation(summary)
    stem = plain(summary[: cut.start] if cut else summary)
    repeats = len(stem) >= 30 and any(
        plain(page.lines[at].text[: len(stem) + 40]).startswith(stem) for at in later
    )
    if repeats or (cut is not None and (between or outlet)):
        page.reasons[first] = Reason.DESCRIPTION
        page.facts.description = summary
        if outlet:
            page.facts.sources.append(outlet)


def _judge_links(page: Page) -> None:
    """Cross-links and blocks of teasers, with the titles that they point to."""
    at = 0
    while at < len(page.lines):
        look = page.looks[at].look
        if not page.is_open(at):
            at += 1
        elif look is Look.CROSS_LINK:
            at = _judge_cross_link(page, at)
        elif look is Look.RELATED or look is Look.AUTHOR_BOX:
            at = _judge_block(page, at)
        else:
            at += 1


def _judge_cross_link(page: Page, at: int) -> int:
    link = labels.read_cross_link(page.lines[at].text)
    if link is not None and link.title:
        page.reasons[at] = Reason.CROSS_LINK
        page.related.append(link.title)
        return at + 1
    block = read_teasers(page, at)
    if len(block.titles) > 1:
        return _judge_block(page, at)
    page.reasons[at] = Reason.CROSS_LINK
    after = at + 1
    if after < len(page.lines) and page.is_open(after):
        text = page.lines[after].text
        if is_title_like(text) and len(text.split()) > 2:
            page.reasons[after] = Reason.CROSS_LINK
            page.related.append(text)
            return after + 1
    return after


def _judge_block(page: Page, header: int) -> int:
    """A header such as « Sur le même sujet » with what hangs on it; returns the line after."""
    if page.looks[header].look is Look.AUTHOR_BOX:
        return _judge_author_box(page, header)
    block = read_teasers(page, header)
    if not block.lines:
        # Nothing hangs on it: it may be the heading of a paragraph.
        return header + 1
    page.reasons[header] = Reason.TEASER
    for at in block.lines:
        if page.is_open(at):
            page.reasons[at] = Reason.TEASER
    page.related.extend(page.lines[at].text for at in block.titles)
    return block.end


def _judge_author_box(page: Page, header: int) -> int:
    prose = sum(page.is_prose(at) for at in range(header))
    if not prose:
        return header + 1
    page.reasons[header] = Reason.INTERFACE
    after = [at for at in range(header + 1, len(page.lines)) if page.is_open(at)]
    following = [at for at in after if page.looks[at].look is Look.PROSE]
    if len(following) > 1:
        return header + 1
    for at in after:
        if page.looks[at].look is Look.RELATED:
            break
        page.reasons[at] = Reason.INTERFACE
        if page.looks[at].look is Look.PROSE:
            return at + 1
    return header + 1


def _judge_repeats(page: Page) -> None:
    """A paragraph that stands there twice, as lead and as first paragraph or as a pulled quote."""
    seen: set[str] = set()
    for at, line in enumerate(page.lines):
        if not page.is_open(at) or len(line.text) < 60:
            continue
        if line.text in seen:
            page.reasons[at] = Reason.REPEATED_PARAGRAPH
        seen.add(line.text)


def _judge_comments(page: Page) -> None:
    """Below the invitation to comment stand readers' words, when less follows than came before."""
    total = sum(len(page.lines[at].text) for at in range(len(page.lines)) if page.is_prose(at))
    before = 0
    for at, seen in enumerate(page.looks):
        if page.is_prose(at):
            before += len(page.lines[at].text)
        if seen.look is not Look.COMMENTS or not page.is_open(at):
            continue
        if labels.is_comments_counter(page.lines[at].text) or before * 2 < total:
            page.reasons[at] = Reason.COMMENTS
            continue
        if not before and page.lines[at].text.istitle():
            continue
        for later in range(at, len(page.lines)):
            if page.is_open(later):
                page.reasons[later] = Reason.COMMENTS
        return


def _judge_edges(page: Page) -> None:
    """The short lines and the metadata above the first and below the last paragraph."""
    prose = [at for at in range(len(page.lines)) if page.is_prose(at)]
    first = prose[0] if prose else len(page.lines)
    last = prose[-1] if prose else -1
    for at, seen in enumerate(page.looks):
        if not page.is_open(at):
            continue
        inside = first < at < last
        text = page.lines[at].text
        if seen.look is Look.HEADER and (not inside or not _only_a_date(text)):
            _take_header(page, at)
        elif seen.look is Look.CONTACT or (seen.look is Look.TAGS_LABEL and not inside):
            page.reasons[at] = Reason.TAGS
        elif seen.look is Look.YEAR and not inside and prose:
            page.reasons[at] = Reason.TECHNICAL
    if not prose:
        return
    noisy_head = _has_noise(page, 0, first)
    noisy_tail = _has_noise(page, last + 1, len(page.lines))
    _judge_runs(page, 0, first, noisy=noisy_head)
    _judge_signature(page, last)
    _judge_runs(page, last + 1, len(page.lines), noisy=noisy_tail)
    # Topics that the page names in one place are noise in every other.
    topics = {plain(tag) for tag in page.facts.tags}
    for at in (*range(first), *range(last + 1, len(page.lines))):
        if page.is_open(at) and _is_topic_list(page, at, topics):
            page.reasons[at] = Reason.TAGS


def _only_a_date(text: str) -> bool:
    """Inside an article, a date alone may be the heading of a day in a chronology."""
    found = find_dates(text)
    return bool(found) and found[0].end - found[0].start >= len(text) - 4


def _take_header(page: Page, at: int) -> None:
    text = page.lines[at].text
    page.reasons[at] = Reason.METADATA
    if labels.is_breadcrumb(text):
        section = labels.section_of_breadcrumb(text)
        if section:
            page.facts.sections.append(section)
        return
    labels.read_header(text, page.facts)


def _has_noise(page: Page, start: int, end: int) -> bool:
    return any(
        page.reasons[at] not in (None, Reason.REPEATED_TITLE, Reason.REPEATED_PARAGRAPH)
        for at in range(start, end)
    )


def _judge_runs(page: Page, start: int, end: int, *, noisy: bool) -> None:
    """Short lines at an edge: topics in a row, a section, a name, stray words."""
    at = start
    while at < end:
        if not page.is_open(at) or page.looks[at].look is not Look.SHORT:
            at += 1
            continue
        run = [at]
        while run[-1] + 1 < end and _is_short(page, run[-1] + 1):
            run.append(run[-1] + 1)
        _judge_run(page, run, noisy=noisy, above=start == 0)
        at = run[-1] + 1


def _is_short(page: Page, at: int) -> bool:
    return page.is_open(at) and page.looks[at].look is Look.SHORT


def _judge_run(page: Page, run: list[int], *, noisy: bool, above: bool) -> None:
    few = [at for at in run if len(page.plains[at].split()) <= 4]
    labelled = run[0] > 0 and page.looks[run[0] - 1].look is Look.TAGS_LABEL
    topics = [at for at in few if not is_sentence(page.lines[at].text)]
    in_row = len(topics) == len(run) and len(run) >= _RUN
    small = all(page.lines[at].text[0].islower() for at in topics)
    if topics and (labelled or (noisy and in_row and (small or not above))):
        names = {page.plains[at] for at in topics}
        for at in topics:
            page.reasons[at] = Reason.TAGS
            parts = labels.split_list(page.lines[at].text)
            if len(parts) < 2 or not all(plain(part) in names for part in parts):
                page.facts.tags.append(page.lines[at].text)
        return
    for at in run:
        _judge_short(page, at, noisy=noisy)


def _judge_short(page: Page, at: int, *, noisy: bool) -> None:
    text = page.lines[at].text
    words = len(text.split())
    if labels.is_section(text) and words <= 3 and noisy:
        page.reasons[at] = Reason.METADATA
        page.facts.sections.append(text)
    elif noisy and labels.is_person(text) and not _is_named_in_text(page, at):
        page.reasons[at] = Reason.METADATA
        page.facts.authors.append(text)
    elif noisy and words <= 3 and not is_sentence(text):
        page.reasons[at] = Reason.INTERFACE


def _judge_signature(page: Page, last: int) -> None:
    """« Pascal C-M », « J. D. avec AFP » under the last paragraph."""
    after = next((at for at in range(last + 1, len(page.lines)) if page.is_open(at)), None)
    if after is None or page.looks[after].look is not Look.SHORT:
        return
    text = _unwrapped(page.lines[after].text)
    if _is_named_in_text(page, after):
        return
    if labels.is_agency(text) or labels.is_person(text) or labels.is_signature(text):
        following = after + 1
        if following < len(page.lines) and _is_short(page, following):
            # Two short lines in a row are topics or links, unless both are names.
            other = page.lines[following].text
            if not (labels.is_person(other) or labels.is_agency(other)):
                return
        page.reasons[after] = Reason.METADATA
        page.facts.authors.append(text)


def _unwrapped(text: str) -> str:
    """A signature without the brackets or dashes around it."""
    text = text.strip(" –—-")
    return text[1:-1].strip() if text[:1] in "([" and text[-1:] in ")]" else text


def _is_named_in_text(page: Page, at: int) -> bool:
    name = page.lines[at].text
    others = [other for other in range(len(page.lines)) if page.is_prose(other)]
    if page.title is not None:
        others.append(page.title)
    return any(name in page.lines[other].text for other in others)


def _is_topic_list(page: Page, at: int, topics: set[str]) -> bool:
    if page.plains[at] in topics:
        return True
    parts = labels.split_list(page.lines[at].text)
    if len(parts) < 2:
        return False
    if all(plain(part) in topics for part in parts):
        return True
    return (
        len(parts) >= 3
        and not topics
        and all(len(part.split()) <= 4 and not is_sentence(part) for part in parts)
    )
