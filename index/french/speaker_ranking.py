"""Gives quotations that no rule gives to anybody to the likeliest candidate, where one is likely enough."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from index.french.speaker_candidates import Candidate, Candidates
from index.model.article import HowSaid, Quote
from index.model.text import Span

LIKELY = 0.8
"""From which probability a candidate is told: a wrong speaker is worse than none. From .65 on, of those more that are
told on articles in no fit four in five are right."""
_LEAST = math.log(LIKELY / (1 - LIKELY))
_START = "start"


def ranked(quotes: Sequence[Quote], candidates: Candidates) -> tuple[Quote, ...]:
    """The quotations; an open one has the likeliest speaker, marked as resolved.

    They are read in order: one that was given so may be the last speaker of the next. What goes on with
    the pronoun of one that was given is of the same speaker.
    """
    told = list(quotes)
    given: dict[Span, Quote] = {}
    """By place of a pronoun: what was given to whom it means."""
    for number, quote in enumerate(told):
        if not candidates.is_open(quote):
            continue
        source = given.get(quote.speaker_span) if quote.speaker_span is not None else None
        if source is not None:
            told[number] = replace(
                quote, speaker=source.speaker, speaker_text=source.speaker_text, resolved=True
            )
            continue
        best = likeliest(candidates.of(number, told))
        if best is not None and odds(best) >= _LEAST:
            told[number] = _given(quote, best)
            if quote.speaker_span is not None:
                given[quote.speaker_span] = told[number]
    return tuple(told)


def likeliest(candidates: Sequence[Candidate]) -> Candidate | None:
    """The likeliest candidate; of those that are as likely, the one found first: who spoke last is before who is named."""
    return max(candidates, key=odds, default=None)


def odds(candidate: Candidate) -> float:
    """The log odds that a candidate says the quotation; exact, since the signs come in any order."""
    weights = speaker_weights()
    return math.fsum((weights[_START], *(weights.get(sign, 0.0) for sign in candidate.signs)))


def _given(quote: Quote, candidate: Candidate) -> Quote:
    words = candidate.words or None
    return replace(
        quote,
        speaker=candidate.entity,
        speaker_span=quote.speaker_span or candidate.span,
        speaker_text=words or quote.speaker_text,
        manner=quote.manner or HowSaid.SAID,
        resolved=True,
    )


@cache
def speaker_weights() -> Mapping[str, float]:
    """By sign, what it adds to the log odds."""
    text = (resources.files("index.french") / "data" / "speaker_weights.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {sign: float(weight) for sign, weight in rows}
