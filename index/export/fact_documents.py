"""The JSON of claims and facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from index.model.claims import ClaimKind, Part
from index.model.facts import FactVerdict

Json = dict[str, Any]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.model.article import Article
    from index.model.claims import Claim
    from index.model.comparison import Comparison
    from index.model.facts import Fact


def fact_json(fact: Fact) -> Json:
    return {
        "id": fact.id,
        "about": fact.about.value,
        "of": fact.of,
        "label": fact.label,
        "unit": fact.unit,
        "verdict": fact.verdict.value,
        "stake": fact.stake,
        "why": fact.why or None,
        "accepted": fact.accepted,
        "in": {
            account.article: [claim_json(claim) for claim in account.claims]
            for account in fact.accounts
        },
    }


_AS_DIFFERENCE = {
    ClaimKind.COUNT: "quantity", ClaimKind.MONEY: "quantity", ClaimKind.SHARE: "quantity",
    ClaimKind.MEASURE: "quantity", ClaimKind.AGE: "quantity", ClaimKind.DURATION: "quantity",
    ClaimKind.DATE: "date", ClaimKind.TIME: "date", ClaimKind.NAME: "name", ClaimKind.ROLE: "role",
}  # fmt: skip
_AS_VERDICT = {
    FactVerdict.UPDATE: "conflict", FactVerdict.DISPUTED: "conflict", FactVerdict.DENIED: "conflict",
    FactVerdict.HEDGED: "narrower", FactVerdict.TO_CHECK: "not-comparable",
}  # fmt: skip


def differences_of(comparison: Comparison) -> Iterator[Json]:
    """The facts in the older form of `differences`, without those that are printed there already."""
    known = {
        (side.article, span) for found in comparison.differences for side in found.sides
        for span in side.spans
    }  # fmt: skip
    for fact in comparison.facts:
        about = _AS_DIFFERENCE.get(fact.about)
        if about is None or fact.verdict is FactVerdict.ONLY:
            continue
        told = sum(
            any(
                article == account.article and span.overlaps(claim.span)
                for article, span in known
                for claim in account.claims
                if claim.part is Part.TEXT
            )
            for account in fact.accounts
        )
        if told > 1:
            continue
        yield {
            "about": about,
            "label": fact.label,
            "verdict": _AS_VERDICT.get(fact.verdict, fact.verdict.value),
            "in": {
                account.article: [
                    [*claim.span, *([claim.part.value] if claim.part is not Part.TEXT else [])]
                    for claim in account.claims
                ]
                for account in fact.accounts
            },
            "why": fact.why or None,
            "days": {account.article: None for account in fact.accounts},
            "pairs": [],
        }


def claim_of_article(claim: Claim, article: Article) -> Json:
    """A claim with spans over the article's text or lead."""
    text = (article.description or "") if claim.part is Part.DESCRIPTION else article.text
    speaker = claim.speaker.of(text) if claim.speaker else ""
    return claim_json(claim._replace(text=claim.span.of(text), speaker_text=speaker))


def claim_json(claim: Claim) -> Json:
    """A claim of an article: its words, its value, its speaker and its manner."""
    return {
        "about": claim.kind.value,
        "of": claim.of,
        "span": [claim.start, claim.end],
        "part": claim.part.value,
        "text": claim.text,
        "value": _value(claim),
        "from": _bound(claim, claim.low),
        "to": _bound(claim, claim.high),
        "unit": claim.unit,
        "said_by": claim.said_by,
        "speaker": claim.speaker_text or None,
        "manner": claim.manner.value,
        "as_of": claim.as_of,
        "resolved": claim.resolved,
    }


_NUMBERS = (
    ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.MEASURE, ClaimKind.AGE,
    ClaimKind.DURATION,
)  # fmt: skip


def _value(claim: Claim) -> str | float | int | None:
    if claim.kind in _NUMBERS and claim.low is not None and claim.low == claim.high:
        return int(claim.low) if claim.low == int(claim.low) else claim.low
    return claim.value


def _bound(claim: Claim, bound: float | None) -> str | float | int | None:
    """A day for dates, `23:10` for times, else the number; empty without a bound."""
    if bound is None or bound in (float("inf"), float("-inf")):
        return None
    if claim.kind is ClaimKind.DATE:
        return date.fromordinal(int(bound)).isoformat()
    if claim.kind is ClaimKind.TIME:
        return f"{int(bound) // 60 % 24:02}:{int(bound) % 60:02}"
    if claim.kind in _NUMBERS:
        return int(bound) if bound == int(bound) else round(bound, 4)
    return None
