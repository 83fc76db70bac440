"""The JSON of sources side by side and of events: the half of the contract that speaks of several articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.export.documents import FORMAT, Json, spans_json
from index.model.comparison import Comparison
from index.model.document import document
from index.model.events import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.model.article import ArticleId, Said
    from index.model.comparison import Passage


@document.register
def comparison_document(comparison: Comparison) -> Json:
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
                        "spans": spans_json(use.spans),
                        "relation": use.relation.value,
                        "differing": spans_json(use.differing),
                        **_who(use.said),
                    }
                    for use in line.uses
                },
                "speakers_differ": line.speakers_differ,
            }
            for line in comparison.quotes
        ],
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
        ],
        "asserted": [
            {
                "id": asserted.article,
                "start": asserted.span.start,
                "end": asserted.span.end,
                "manner": asserted.manner.value,
                "cue": list(asserted.cue) if asserted.cue else None,
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


def events_document(events: Iterable[Event]) -> Json:
    return {"format": FORMAT, "events": [event_document(event) for event in events]}


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
            }
            for member in event.articles
        ],
    }


def _passages(passages: Iterable[Passage]) -> Json:
    return {passage.article: spans_json(passage.spans) for passage in passages}


def _by_article(articles: Sequence[ArticleId], passages: Iterable[Passage]) -> Json:
    """Every article has its entry, be it empty."""
    return {article: [] for article in articles} | _passages(passages)


def _who(said: Said | None) -> Json:
    return {
        "speaker": said.speaker if said else None,
        "speaker_text": said.speaker_text if said else None,
        "verb": said.verb if said else None,
        "manner": said.manner.value if said and said.manner else None,
        "resolved": said.resolved if said else False,
    }
