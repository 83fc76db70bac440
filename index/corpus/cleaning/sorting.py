"""The lines of a page that are its article, by their looks and by the lines around them.

Precision comes first: a line is set aside only for a reason that can be named. A line that is only
short or odd, among paragraphs, stays, as a subheading does.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.blocks import (
    judge_bracketed,
    judge_comments,
    judge_contents,
    judge_links,
    judge_subscriptions,
)
from index.corpus.cleaning.doubles import judge_doubled_captions, judge_pull_quotes
from index.corpus.cleaning.edges import judge_edges
from index.corpus.cleaning.extent import find_extent, judge_outside, judge_pairs
from index.corpus.cleaning.forwarded_mails import judge_mail
from index.corpus.cleaning.leading_labels import judge_kicker, judge_labels
from index.corpus.cleaning.line_judge import judge_by_signs
from index.corpus.cleaning.line_looks import is_sentence
from index.corpus.cleaning.lines import Line
from index.corpus.cleaning.live_entries import keep_entry_times, mark_entries
from index.corpus.cleaning.name_looks import is_person
from index.corpus.cleaning.outlet_choice import outlet_of, own_names
from index.corpus.cleaning.own_references import judge_own_reference
from index.corpus.cleaning.page import Page, open_page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.titled_outlets import judge_outlet_in_title
from index.corpus.cleaning.titles import find_description, find_title, judge_known_title
from index.corpus.document import SourceRules
from index.corpus.patterns import pattern
from index.model.text import Span

_PARAGRAPH = 60
"""The fewest characters of a line that counts as a repeated paragraph if it stands there twice."""
_TITLE_LABEL = re.compile(
    r"(?:(?:titre|intitul[ée]|title|headline)\s*:|#{1,3})\s+(?=\S)", re.IGNORECASE
)
"""« Titre : », and the mark of a heading in a text that is no Markdown otherwise."""
_FEW = 3
_ELSEWHERE = (Reason.CROSS_LINK, Reason.TEASER, Reason.OUTSIDE, Reason.UNLIKE)
_LABEL = 5
"""The most words of a stray label that a page repeats."""


def _line_at(page: Page, place: Span | None) -> int | None:
    """The first line that begins in a place of the content."""
    if place is None:
        return None
    starts = (at for at, line in enumerate(page.lines) if place.start <= line.start < place.end)
    return next(starts, None)


def sort_page(
    lines: list[Line],
    *,
    title: str | None,
    rules: SourceRules,
    weighed: bool = True,
    heading: Span | None = None,
) -> Page:
    """Decides on every line of a page; `title` is the title if it is known from elsewhere, `heading` its place if that is
    known.

    Not `weighed`, only the rules decide; so the weights are fitted to what these leave.
    """
    page = open_page(lines)
    kept = _apply_rules(page, rules)
    judge_contents(page)
    judge_doubled_captions(page)
    labelled = _labelled_title(page, rules, titled=title is not None)
    if labelled is not None and title is None:
        page.title = labelled
        page.facts.title = page.text(labelled)
        judge_known_title(page, page.plains[labelled])
    elif title is None:
        extent = find_extent(page)
        page.named = own_names(page, extent)
        find_title(page, extent, _line_at(page, heading))
        _without_label(page)
        judge_kicker(page)
        judge_outlet_in_title(page)
    else:
        page.title_apart = True
        judge_known_title(page, plain(title))
    judge_links(page)
    judge_bracketed(page)
    if (own := title or (page.text(page.title) if page.title is not None else None)) is not None:
        judge_own_reference(page, own)
    find_description(page)
    _judge_repeats(page)
    judge_subscriptions(page)
    judge_comments(page)
    mark_entries(page)
    judge_pairs(page)
    judge_doubled_captions(page)
    judge_pull_quotes(page)
    judge_edges(page)
    judge_outside(page)
    if weighed:
        judge_by_signs(page)
    keep_entry_times(page)
    _open_what_is_all(page)
    page.facts.name = outlet_of(page)
    for at in kept:
        page.reasons[at] = None
    return page


def _without_label(page: Page) -> None:
    """« Titre : Le port rouvre », the only line with a label."""
    label = None if page.title is None else _TITLE_LABEL.match(page.text(page.title))
    if page.title is not None and label is not None:
        page.cut_front(page.title, label.end(), Reason.METADATA)


def _open_what_is_all(page: Page) -> None:
    """Takes lines back that were set aside as pointing elsewhere where nothing else is left of a text of a few
    lines: « Lire : 700 passagers, et non 900, comme indiqué par erreur. » is a correction.
    """
    lines = range(len(page.lines))
    if len(page.lines) > _FEW or any(page.is_open(at) for at in lines):
        return
    for at in lines:
        if page.reasons[at] in _ELSEWHERE and len(page.text(at).split()) > _LABEL:
            page.reasons[at] = None


def _labelled_title(page: Page, rules: SourceRules, *, titled: bool) -> int | None:
    mail = judge_mail(page)
    return mail if mail is not None else judge_labels(page, rules, titled=titled)


def _apply_rules(page: Page, rules: SourceRules) -> list[int]:
    """Sets aside the lines of the reader's rules, before anything else; gives the lines that must
    stay.
    """
    if rules.noise:
        patterns = [pattern(source) for source in rules.noise]
        for at, line in enumerate(page.lines):
            if any(one.fullmatch(line.text) for one in patterns):
                page.reasons[at] = Reason.RULE
    keep = {plain(line) for line in rules.keep}
    return [at for at in range(len(page.lines)) if keep and plain(page.text(at)) in keep]


def _judge_repeats(page: Page) -> None:
    """Sets aside a paragraph that stands there twice, and short labels that stand below several
    boxes.
    """
    seen: set[str] = set()
    counts: dict[str, int] = {}
    for at, line in enumerate(page.lines):
        if not page.is_open(at):
            continue
        if len(line.text) >= _PARAGRAPH:
            if line.text in seen:
                page.reasons[at] = Reason.REPEATED_PARAGRAPH
            seen.add(line.text)
        elif page.is_short(at):
            counts[page.plains[at]] = counts.get(page.plains[at], 0) + 1
    prose = page.prose()
    for at in range(prose[0] if prose else 0, prose[-1] if prose else 0):
        if page.is_short(at) and counts.get(page.plains[at], 0) > 1:
            _judge_label(page, at)


def _judge_label(page: Page, at: int) -> None:
    """Sets aside « Ajouter à mes lectures » below each picture; single words may be speakers of an
    interview.
    """
    text = page.text(at)
    if not 2 <= len(text.split()) <= _LABEL or is_sentence(text) or text[-1] in ":;,":
        return
    if not page.is_named(at) and not is_person(text):
        page.reasons[at] = Reason.INTERFACE
