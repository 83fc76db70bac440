"""XML of programs that transcribe: what is said on each tier of ELAN, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator

from index.corpus.document import Document, Found, Lost
from index.corpus.fields import Field, Value, state
from index.corpus.formats.speech import Speech, spoken
from index.corpus.strand import Strand, cut
from index.corpus.xml import Node, flow_of
from index.model.article import Loss
from index.model.text import Span

WITHOUT = "The file of subtitles holds no words."
_LONGEST = 12
"""The most figures of a time in thousandths of a second."""
_FLAT: frozenset[str] = frozenset()


def elan(raw: str, tree: Node) -> Iterator[Found]:
    """The conversation of an annotated recording (.eaf): each tier is a speaker's.

    Tiers that depend on another, such as translations and notes, are told of and left out.
    """
    times = {one.get("time_slot_id"): _thousandths(one) for one in tree.all("time_slot")}
    said: list[tuple[int, str, Node]] = []
    beside = 0
    for tier in tree.all("tier"):
        voice = tier.get("participant") or tier.get("tier_id")
        cues = tier.all("alignable_annotation")
        if tier.get("parent_ref") or not cues:
            beside += bool(cues or tier.all("ref_annotation"))
            continue
        said += [
            (times.get(cue.get("time_slot_ref1"), 0), voice, cue.first("annotation_value") or cue)
            for cue in cues
        ]
    said.sort(key=lambda cue: cue[0])
    yield _spoken(raw, tree, said, [])
    if beside:
        yield Lost(Loss.REMARK, "Tiers that depend on another one were left out.", "", beside)


def _thousandths(slot: Node) -> int:
    """The time of a slot; 0 where the file gives none."""
    value = slot.get("time_value")
    return int(value) if value.isdecimal() and len(value) < _LONGEST else 0


def _spoken(
    raw: str, tree: Node, said: list[tuple[int, str, Node]], pairs: list[tuple[Field, Value]]
) -> Found:
    speech = Speech()
    for _, voice, node in said:
        strand = _stripped(flow_of(raw, [node], blocks=_FLAT))
        if strand.text:
            speech.say((strand,), strand.text, node.start, voice=voice)
    strand = speech.strand()
    if not strand.text:
        return Lost(Loss.WITHOUT_TEXT, WITHOUT)
    top = next(tree.elements(), tree)
    return Document(
        raw=raw,
        region=Span(top.start, top.end),
        content=strand.text,
        pieces=strand.pieces,
        stated=spoken(state(pairs)),
        rest="technical",
    )


def _stripped(strand: Strand) -> Strand:
    return cut(strand, Span(0, len(strand.text.rstrip())))
