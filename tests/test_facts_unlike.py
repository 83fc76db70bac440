"""What is filed as agreement though it is none, and what two plain accounts tell against each other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.model.facts import DISAGREEING, FactVerdict
from tests.account_pairs import cases_of
from tests.test_facts import facts_of

_AGREED = frozenset((FactVerdict.AGREE, FactVerdict.NARROWER))


@pytest.mark.parametrize(
    ("says", "kind", "one", "other", "day", "then"),
    cases_of("unlike_facts.yaml"),
)
def test_how_two_accounts_of_one_thing_stand(
    says: str, kind: str, one: str, other: str, day: date, then: date, tmp_path: Path
) -> None:
    days = (day.isoformat(), then.isoformat())
    found = facts_of(one, other, tmp_path, days=days)
    told = {fact.verdict for fact in found if fact.about == kind}
    if says == "grave":
        assert told & DISAGREEING
    elif says == "quiet":
        assert not told & (DISAGREEING | {FactVerdict.TO_CHECK})
    elif says == "aside":
        assert told & (DISAGREEING | {FactVerdict.TO_CHECK})
    elif says == "agreed":
        assert told & _AGREED
    elif says == "unagreed":
        assert not told & _AGREED
    else:
        assert FactVerdict(says) in told
