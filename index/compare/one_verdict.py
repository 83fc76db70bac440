"""One verdict for each thing, so that a difference of values and a fact of the same values agree.

Facts know more of manner, denial and changes in time; differences know better what cannot be
compared. If the difference is not comparable, the fact is not either; otherwise the verdict of the
fact counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.compare.row_sentences import OTHER_TIMES
from index.compare.whole import placed
from index.facts.event_facts import TRIVIAL
from index.model.article import Article, ArticleId
from index.model.claims import ClaimKind
from index.model.comparison import About, Difference, Verdict
from index.model.facts import Fact, FactVerdict

_SAME = {
    FactVerdict.CONFLICT: Verdict.CONFLICT,
    FactVerdict.DENIED: Verdict.CONFLICT,
    FactVerdict.DISPUTED: Verdict.CONFLICT,
    FactVerdict.UPDATE: Verdict.UPDATE,
    FactVerdict.NARROWER: Verdict.NARROWER,
    FactVerdict.AGREE: Verdict.AGREE,
    FactVerdict.NOT_COMPARABLE: Verdict.NOT_COMPARABLE,
}
"""The verdict on values for each verdict of a fact; for others the verdict of the difference stays."""
_LIKE = {Verdict.OVERLAP: Verdict.NARROWER}
"""Differences have two verdicts for « near », facts have one."""
_DAYS = (ClaimKind.DATE, ClaimKind.TIME)
_SLIP = 3 * 366
"""The most days between two dates of one known event that count as a slip of the year."""


def as_one(
    differences: Sequence[Difference], facts: Sequence[Fact], articles: Sequence[Article]
) -> tuple[tuple[Difference, ...], tuple[Fact, ...]]:
    """Differences of dates and figures, and facts of the same values, with one verdict for both."""
    lengths = {article.id: len(article.text) for article in articles}
    held: dict[str, Fact | None] = {fact.id: fact for fact in facts}
    found: list[Difference] = []
    for difference in differences:
        fact = next((f for f in held.values() if f and _holds(f, difference, lengths)), None)
        if fact is None or difference.about not in (About.DATE, About.QUANTITY):
            found.append(difference)
        elif (
            difference.verdict is Verdict.NOT_COMPARABLE
            and not _is_slip(fact, difference)
            and not _in_two_currencies(fact)
        ):
            found.append(difference)
            held[fact.id] = _not_comparable(fact, difference)
        else:
            found.append(_judged(difference, fact))
    return tuple(found), tuple(fact for fact in held.values() if fact)


def _in_two_currencies(fact: Fact) -> bool:
    """Whether a line sets a sum in euros against one in dollars, to be checked."""
    units = {claim.unit for account in fact.accounts for claim in account.claims}
    return fact.about is ClaimKind.MONEY and fact.verdict is FactVerdict.TO_CHECK and len(units) > 1


def _is_slip(fact: Fact, found: Difference) -> bool:
    """Whether the two times belong to one event of a known class, and are not far apart."""
    if found.why != OTHER_TIMES or not fact.of or found.about is not About.DATE:
        return False
    days = [claim.low for account in fact.accounts for claim in account.claims if claim.low]
    return bool(days) and max(days) - min(days) <= _SLIP


def _not_comparable(fact: Fact, found: Difference) -> Fact | None:
    """The fact as not comparable; None if nothing is left to tell, as of a day."""
    if fact.verdict is FactVerdict.NOT_COMPARABLE:
        return fact
    if len(fact.accounts) > len(found.sides):
        return fact  # other accounts give the value too, and may contradict each other.
    if fact.about in TRIVIAL:
        return None
    return replace(fact, verdict=FactVerdict.NOT_COMPARABLE, why=found.why)


def _judged(found: Difference, fact: Fact) -> Difference:
    verdict = _SAME.get(fact.verdict)
    if found.verdict is Verdict.AGREE and len(fact.accounts) > len(found.sides):
        return found  # « 42 ans » twice is one age, whatever the other accounts of the fact say.
    if verdict is None or verdict is _LIKE.get(found.verdict, found.verdict):
        return found
    pairs = found.pairs
    if len(pairs) == 1:
        pairs = (replace(pairs[0], verdict=verdict),)
    return replace(found, verdict=verdict, why=fact.why, pairs=pairs)


def _holds(fact: Fact, found: Difference, lengths: Mapping[ArticleId, int]) -> bool:
    """Whether a fact has a claim in the passage of every side of a difference."""
    if (fact.about in _DAYS) != (found.about is About.DATE):
        return False
    claims = {account.article: account.claims for account in fact.accounts}
    for side in found.sides:
        places = [placed(span, lengths[side.article]) for span in side.spans]
        if not any(
            claim.part is part and claim.span.overlaps(span)
            for claim in claims.get(side.article, ())
            for span, part in places
        ):
            return False
    return bool(found.sides)
