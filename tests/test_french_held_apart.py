"""Short quotations: words that somebody says, and words that are only held apart."""

from __future__ import annotations

import pytest
from builders import make_article

from index.french.held_apart import NOBODYS_BELOW, SAID_FROM, probability
from index.model.article import HowSaid

NAMES = {"person:lea-arnal": ["Léa Arnal"], "person:hugo-brun": ["Hugo Brun"]}


def test_a_word_is_said_only_where_that_is_likelier_than_not() -> None:
    assert NOBODYS_BELOW < 0.5 < SAID_FROM


def test_what_stands_around_a_word_tells_whether_it_is_said() -> None:
    """Read off the weights: words that the text has again without marks are a name more often than
    speech, and so are those behind the noun of a work."""
    start = {"2 words", "small", "few said"}
    for sign in ("again unmarked", "behind a work", "several capitals"):
        assert probability({*start, sign}) < probability(start), sign
    for sign in ("given to a name", "said in its sentence"):
        assert probability({*start, sign}) > probability(start), sign


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Les « gilets jaunes » marchent. « Nous partons », a dit Léa Arnal.", HowSaid.IRONIC),
        ("Le film « Fort Rivage » sort mardi. « Nous partons », a dit Léa Arnal.", HowSaid.TITLE),
        ("Léa Arnal a dénoncé une « honte ».", HowSaid.SAID),
        ("« Il ment », souffle-t-on.", HowSaid.SAID),
    ],
)
def test_what_rules_tell_surely_stays(text: str, manner: HowSaid) -> None:
    assert make_article("a", text, names=NAMES).annotations.quotes[0].manner is manner
