"""Speech without quotation marks: the turns of interviews, of transcripts, and of dialogues with
dashes.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from index.french.saying_verbs import Form, verb_at
from index.model.article import HowSaid, Quote
from index.model.text import Span
from index.text.signs import holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.french.antecedents import Antecedents
    from index.model.article import Mention

_LABEL = re.compile(
    r"(?P<label>[A-ZÀ-Þ][^\s:.«»\"–—]*(?:\.[ \u00a0]?[A-ZÀ-Þ])?\.?(?:[ \u00a0][^\s:.«»\"–—]+){0,4})"
    r"[^\S\t-\r]*(?::|\.[ \u00a0]*[–—-]|[–—])[^\S\t-\r]+(?=\S)"
)
_BLANKS = " \u00a0\u202f"
_SIGNS, _SURE_SIGNS = ":–—-", ":–—"
_STOP_AND_HYPHEN = re.compile(r"\.[^\S\t-\r]*-")
_DASH = re.compile(r"[–—-][^\S\t-\r]+(?=\S)")
_SUBHEADING = re.compile(r"[–—-][ \u00a0][^–—\n.!?,;:«“\"]{2,90}[ \u00a0][–—-][ \u00a0]")
"""« - Un port plein - La maire … »: agencies set their subheadings between dashes."""
_CUT = re.compile(r"(?P<end>[,?!…]+)[^\S\t-\r]+")
_ANSWERED = re.compile(r"[QR]|Question|Réponse|Q\.|R\.")
_LONGEST_LABEL = 160
_MOST = 90
"""The characters after a turn in which its speaker may be named."""


class _Labelled(NamedTuple):
    label: str
    turn: Span


def turns(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The spoken stretches, in order.

    Labels count if two speakers take turns and one of them has at least two: « La Gazette : … »,
    « L. A. – … ». A dash counts if a verb of saying with its speaker follows: « – Partons,
    dit-elle. »
    """
    labelled = list(_labelled(text, paragraphs))
    often = Counter(one.label for one in labelled)
    if len(often) >= 2 and max(often.values()) >= 2:
        heard = {label for label, times in often.items() if times >= 2 or len(labelled) <= 4}
        yield from (one.turn for one in labelled if one.label in heard)
    for paragraph in paragraphs:
        dash = _DASH.match(text, paragraph.start, paragraph.end)
        if dash is not None and not _SUBHEADING.match(text, paragraph.start, paragraph.end):
            end = _told_at(text, dash.end(), paragraph.end)
            if end is not None:
                yield Span(dash.end(), end)


def label_before(text: str, turn: Span) -> Span | None:
    """The label of the turn of an interview; None for any other stretch."""
    start = text.rfind("\n", 0, turn.start) + 1
    # A label ends with its sign and a blank; most stretches have none, which a quick test shows.
    lead = text[start : turn.start]
    if lead[-1:] not in _BLANKS or lead.rstrip(_BLANKS)[-1:] not in _SIGNS:
        return None
    found = _LABEL.match(text, start, turn.start + 1)
    if found is None or found.end() != turn.start:
        return None
    return Span(*found.span("label"))


def labelled(
    text: str, turn: Span, label: Span, spoken: Sequence[Mention], antecedents: Antecedents
) -> Quote:
    """A turn of an interview, with its label: a name, or the letters that it begins with."""
    words = label.of(text)
    if _ANSWERED.fullmatch(words):
        # « Q: … R: … »: who answers is told elsewhere, if at all.
        asking = words.startswith("Q")
        return Quote(*turn, manner=HowSaid.ASKED if asking else HowSaid.SAID)
    entity = next((m.entity for m in spoken if label.start <= m.start and m.end <= label.end), None)
    initials = None if entity else antecedents.of_initials(words)
    asked = text[turn.end - 1] == "?"
    return Quote(
        *turn,
        speaker=entity or initials,
        speaker_span=label,
        resolved=initials is not None,
        speaker_text=words,
        manner=HowSaid.ASKED if asked else HowSaid.SAID,
    )


def _labelled(text: str, paragraphs: Sequence[Span]) -> Iterator[_Labelled]:
    for paragraph in paragraphs:
        # Most paragraphs begin without any sign that ends a label, which a quick test shows.
        head = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_LABEL)]
        if not holds(head, _SURE_SIGNS) and not _STOP_AND_HYPHEN.search(head):
            continue
        found = _LABEL.match(text, paragraph.start, paragraph.end)
        if found is not None:
            yield _Labelled(found["label"], Span(found.end(), paragraph.end))


def _told_at(text: str, start: int, end: int) -> int | None:
    """The end of a speech in a dialogue, if a verb of saying follows it."""
    for cut in _CUT.finditer(text, start, end):
        use = verb_at(text, cut.end(), end)
        if use is None or use.form is not Form.FINITE or end - cut.end() > _MOST:
            continue
        subject = text[use.end : end].lstrip()[:1]
        if use.pronoun is not None or subject.isupper():
            return cut.start() if cut["end"] == "," else cut.end("end")
    return None
