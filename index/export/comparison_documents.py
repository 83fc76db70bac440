"""The JSON of comparisons and of events: the part of the contract about several articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.compare.whole import placed
from index.export.documents import FORMAT, Json
from index.export.fact_documents import differences_of, fact_json
from index.model.claims import Part
from index.model.comparison import Comparison
from index.model.events import Event
from index.model.json_document import document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.compare.tallies import Tally
    from index.model.article import ArticleId, Said
    from index.model.comparison import Passage
    from index.model.text import Span


@document.register
def comparison_document(comparison: Comparison) -> Json:
    """The document of a comparison. Spans of a lead have its name as a third element."""
    places = _Places(dict(zip(comparison.articles, comparison.lengths, strict=True)))
    _passages, _by_article, spans_json = places.passages, places.by_article, places.spans
    return {
        "format": FORMAT,
        "articles": list(comparison.articles),
        "rows": [
            {
                "passages": _passages(row.passages),
                "strength": row.strength.value,
                "score": round(row.score, 4),
                "because": [evidence.value for evidence in row.because],
                "doubts": [doubt.value for doubt in row.doubts],
                "shared": list(row.shared),
                "differing": _passages(row.differing),
                "accepted": row.accepted,
            }
            for row in comparison.rows
        ],
        "only": _by_article(comparison.articles, comparison.only),
        "quotes": [
            {
                "in": {
                    use.article: {
                        "spans": spans_json(use.article, use.spans),
                        "relation": use.relation.value,
                        "differing": spans_json(use.article, use.differing),
                        **_who(use.said),
                    }
                    for use in line.uses
                },
                "speakers_differ": line.speakers_differ,
            }
            for line in comparison.quotes
        ],
        "nearest": [
            {
                "in": [near.article, places.span(near.article, near.span)],
                "to": [near.other, places.span(near.other, near.other_span)],
                "score": near.score,
            }
            for near in comparison.nearest
        ],
        "facts": [fact_json(fact) for fact in comparison.facts],
        "differences": [
            {
                "about": difference.about.value,
                "label": difference.label,
                "verdict": difference.verdict.value,
                "in": _passages(difference.sides),
                "why": difference.why or None,
                "days": {
                    side.article: list(days) if days else None
                    for side, days in zip(difference.sides, difference.days, strict=False)
                },
                "pairs": [
                    {"of": [held.one, held.other], "verdict": held.verdict.value}
                    for held in difference.pairs
                ],
            }
            for difference in comparison.differences
        ]
        + list(differences_of(comparison)),
        "asserted": [
            {
                "id": asserted.article,
                **places.bounds(asserted.article, asserted.span),
                "manner": asserted.manner.value,
                "cue": places.span(asserted.article, asserted.cue) if asserted.cue else None,
            }
            for asserted in comparison.asserted
        ],
        "own_words": _by_article(comparison.articles, comparison.own_words),
        "dependence": {
            part.article: {"text": round(part.text, 4), "quotes": part.quotes}
            for part in comparison.dependence
        },
        "communique": _passages(comparison.communique),
    }


def events_document(events: Iterable[Event], tallies: Mapping[str, Tally] | None = None) -> Json:
    """The events, each with its counts if it was counted."""
    found = []
    for event in events:
        entry = event_document(event)
        tally = tallies.get(event.id) if tallies else None
        if tally is not None:
            entry |= {
                "accounts": tally.accounts,
                "origins": tally.origins,
                "contradictions": tally.contradictions,
            }
        found.append(entry)
    return {"format": FORMAT, "events": found}


@document.register
def event_document(event: Event) -> Json:
    """One entry of `recoupe events --json`."""
    return {
        "id": event.id,
        "label": event.label,
        "from": event.earliest,
        "to": event.latest,
        "locked": event.locked,
        "articles": [
            {
                "id": member.article,
                "link": member.link.value,
                "because": list(member.because),
                "score": round(member.score, 4),
                "of": member.of,
            }
            for member in event.articles
        ],
    }


class _Places:
    """Turns spans over the whole of an article into spans of its text or of its lead."""

    def __init__(self, lengths: dict[ArticleId, int]) -> None:
        self._lengths = lengths

    def span(self, article: ArticleId, span: Span) -> list[int | str]:
        place, part = placed(span, self._lengths[article])
        return [*place] if part is Part.TEXT else [*place, part.value]

    def bounds(self, article: ArticleId, span: Span) -> Json:
        place, part = placed(span, self._lengths[article])
        found: Json = {"start": place.start, "end": place.end}
        return found if part is Part.TEXT else {**found, "part": part.value}

    def spans(self, article: ArticleId, spans: Iterable[Span]) -> list[list[int | str]]:
        return [self.span(article, span) for span in spans]

    def passages(self, passages: Iterable[Passage]) -> Json:
        return {passage.article: self.spans(passage.article, passage.spans) for passage in passages}

    def by_article(self, articles: Sequence[ArticleId], passages: Iterable[Passage]) -> Json:
        """An entry for every article, even an empty one."""
        return {article: [] for article in articles} | self.passages(passages)


def _who(said: Said | None) -> Json:
    return {
        "speaker": said.speaker if said else None,
        "speaker_text": said.speaker_text if said else None,
        "verb": said.verb if said else None,
        "manner": said.manner.value if said and said.manner else None,
        "resolved": said.resolved if said else False,
    }
