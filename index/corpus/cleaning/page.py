"""The lines of one article's page, and the decision on each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.corpus import walls
from index.corpus.cleaning import name_looks, outlets, rights, technical, topics
from index.corpus.cleaning.dump_marks import length_of_bar, list_of_links
from index.corpus.cleaning.line_looks import Look, Seen, look_of
from index.corpus.cleaning.lines import Line
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.strand import Strand, cut
from index.model.text import Span

_LONGEST = 260
"""The most characters of a line whose wording is compared with others."""
_SHORTEST = 3
"""The fewest characters of an outlet's name before an address."""
_TOP = 6
_HEADLINE = 120
"""The most characters of a line with a stop at its end that may repeat the title below the top."""
_PROSE, _SHORT = Look.PROSE, Look.SHORT
"""Named once: Python 3.11 looks each member of an enumeration up by a call of a function."""
_UNTITLED = frozenset((None, Reason.REPEATED_TITLE, Reason.REPEATED_PARAGRAPH))


@dataclass(slots=True)
class Page:
    """A page being turned into an article; each step decides on more lines."""

    lines: list[Line]
    looks: list[Seen]
    plains: list[str]
    """The plain form of each line that could be a title or a topic; empty for longer ones."""
    reasons: list[Reason | None]
    title: int | None = None
    title_apart: bool = False
    """Whether the title is known and no line of the page: a heading of Word, a field of a file."""
    facts: Facts = field(default_factory=Facts)
    related: list[str] = field(default_factory=list)
    cut_off: list[tuple[Span, Reason]] = field(default_factory=list)
    """The parts cut off at the front or the end of a line; offsets in the content."""
    doubtful: set[int] = field(default_factory=set)
    """Paragraphs away from the main block that stay, since too much would have gone with them."""
    signs: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """What spoke most against lines that were weighed and set aside."""
    entries: set[int] = field(default_factory=set)
    """Headings and paragraphs below the times of a live blog."""
    named: dict[int, float] = field(default_factory=dict)
    """The lines above the text that may be the outlet's name before the title is known, with the probability."""
    _told: str | None = None
    """The paragraphs in which names are searched, joined once."""

    def text(self, at: int) -> str:
        return self.lines[at].text

    @property
    def below_title(self) -> int | None:
        """The first line that may stand below the title; None where no title is known."""
        if self.title is not None:
            return self.title + 1
        return 0 if self.title_apart else None

    def settle_look(self, at: int) -> None:
        """Judges the look of a line again after its text was changed."""
        self.looks[at] = look_of(self.text(at))
        self.plains[at] = plain(self.text(at)) if len(self.text(at)) <= _LONGEST else ""
        self.reasons[at] = None

    def cut_front(self, at: int, length: int, reason: Reason) -> None:
        """Cuts off the first characters of a line, whose look is then judged again."""
        line, rest = self.lines[at], self.lines[at].after(length)
        self.cut_off.append((Span(line.start, rest.start), reason))
        self.lines[at] = rest
        self.settle_look(at)

    def cut_back(self, at: int, length: int, reason: Reason) -> None:
        """Cuts a line off after so many characters; its look is then judged again."""
        line, rest = self.lines[at], first_of(self.lines[at], length)
        self.cut_off.append((Span(rest.end, line.end), reason))
        self.lines[at] = rest
        self.settle_look(at)

    def forget_facts_of(self, passed_over: set[int]) -> None:
        """Notes the facts of all lines again that each line states alone, without those of some lines."""
        reasons, self.facts = list(self.reasons), Facts()
        for at, seen in enumerate(self.looks):
            if at not in passed_over:
                _judge_alone(self, at, seen)
        self.reasons = reasons

    def look(self, at: int) -> Look:
        return self.looks[at].look

    def is_open(self, at: int) -> bool:
        """Whether a line still counts as a part of the article."""
        return self.reasons[at] is None and at != self.title

    def is_prose(self, at: int) -> bool:
        return self.looks[at].look is _PROSE and self.reasons[at] is None and at != self.title

    def is_short(self, at: int) -> bool:
        return self.looks[at].look is _SHORT and self.reasons[at] is None and at != self.title

    def prose(self) -> list[int]:
        """The lines that are paragraphs of the article, as known so far."""
        reasons, title = self.reasons, self.title
        return [
            at
            for at, seen in enumerate(self.looks)
            if seen.look is _PROSE and reasons[at] is None and at != title
        ]

    def has_noise(self, start: int, end: int) -> bool:
        return any(self.reasons[at] not in _UNTITLED for at in range(start, end))

    def is_named(self, at: int, name: str = "") -> bool:
        """Whether the words of a short line, or some of them, also stand in the article's sentences
        or in its title.
        """
        name = name or self.text(at)
        told = self._sentences()
        return name in told or (self.title is not None and name in self.text(self.title))

    def is_called(self, family: str, *, of: str) -> bool:
        """Whether the article's sentences have a family name without the given name that it stands with."""
        told = self._sentences()
        return (
            family in told
            and re.search(rf"\b{re.escape(family)}\b", told.replace(of, "")) is not None
        )

    def _sentences(self) -> str:
        if self._told is None:
            self._told = "\n".join(self.text(other) for other in self.prose())
        return self._told


def open_page(lines: list[Line]) -> Page:
    """A page with only the decisions that each line allows alone."""
    bar = length_of_bar(lines)
    archive = [(Span(line.start, line.end), Reason.INTERFACE) for line in lines[:bar]]
    links = len(lines) - list_of_links(lines)
    archive += [(Span(line.start, line.end), Reason.URL) for line in lines[links:]]
    lines, cut_off = _without_rights(lines[bar:links])
    cut_off = [*archive, *cut_off]
    looks = [look_of(line.text) for line in lines]
    plains = [
        plain(line.text) if _is_compared(at, len(line.text), looks[at].look) else ""
        for at, line in enumerate(lines)
    ]
    page = Page(lines, looks, plains, [None] * len(lines), cut_off=cut_off)
    for at, seen in enumerate(looks):
        _judge_alone(page, at, seen)
    return page


def first_of(line: Line, length: int) -> Line:
    """The first characters of a line, without blanks at their end."""
    text = line.text[:length].rstrip()
    if not line.pieces:
        return Line(text, line.start, line.start + len(text))
    strand = cut(Strand(line.text, line.pieces), Span(0, len(text)))
    return Line(text, line.start, strand.pieces[-1].raw_end, strand.pieces)


def _without_rights(lines: list[Line]) -> tuple[list[Line], list[tuple[Span, Reason]]]:
    """The lines without a mark of rights after their last sentence, or one that the text was cut:
    « … avant l’été. © AFP 2023 », « … avant l’ét… [+1204 chars] ».
    """
    kept: list[Line] = []
    cut_off: list[tuple[Span, Reason]] = []
    for line in lines:
        at, reason = rights.rights_at_end(line.text), Reason.COPYRIGHT
        if at is None:
            at, reason = walls.cut_at_end(line.text), Reason.SUBSCRIPTION
        if at is None:
            kept.append(line)
            continue
        rest = first_of(line, at)
        cut_off.append((Span(rest.end, line.end), reason))
        kept.append(rest)
    return kept, cut_off


def _is_compared(at: int, length: int, look: Look) -> bool:
    """Whether a line may be a title, anywhere, or a summary, near the top."""
    if look is Look.PROSE and at >= _TOP:
        return length <= _HEADLINE
    return length <= _LONGEST


def _judge_alone(page: Page, at: int, seen: Seen) -> None:
    if seen.look is _PROSE or seen.look is _SHORT:
        return
    text, facts = page.lines[at].text, page.facts
    if seen.look is Look.NOISE:
        page.reasons[at] = seen.reason
        _note_noise(text, seen.reason, facts)
    elif seen.look is Look.CONTACT:
        page.reasons[at] = Reason.CONTACT
        source = technical.before_contact(text)
        if source and _is_outlet_of_contact(source):
            facts.sources.append(source)
    elif seen.look is Look.TAGS:
        page.reasons[at] = Reason.TAGS
        facts.tags.extend(topics.read_tags(text) or ())
    elif seen.look is Look.COPYRIGHT:
        page.reasons[at] = Reason.COPYRIGHT
        holder = rights.read_copyright(text)
        if holder and not name_looks.is_agency(holder):
            facts.holders.append(holder)
    elif seen.look is Look.CREDIT:
        credit = technical.image_credit(text)
        page.reasons[at] = Reason.CREDIT
        if credit and technical.is_avatar(credit.address) and name_looks.is_name(credit.name):
            facts.avatars.append(credit.name)


def _is_outlet_of_contact(name: str) -> bool:
    """Whether the name before an address may be an outlet's; « À : <jeanne@…> » and « Jeanne Martin <…> » are none."""
    if len(name) < _SHORTEST or not name_looks.is_outlet(name):
        return False
    return not name_looks.is_person(name) or outlets.is_outlet_name(name)


def _note_noise(text: str, reason: Reason | None, facts: Facts) -> None:
    if reason is Reason.URL:
        match = technical.URL.search(text)
        if match:
            facts.urls.append(match.group())
    elif reason is Reason.SOCIAL:
        source = rights.source_to_follow(text)
        if source:
            facts.followed.append(source)
    elif reason is Reason.TECHNICAL and technical.is_locale(text):
        facts.language = facts.language or text[:2]
