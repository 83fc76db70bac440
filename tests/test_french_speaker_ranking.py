"""Quotations that no rule gives to anybody, given to the likeliest candidate."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builders import make_article

from index.french.antecedents import Antecedents
from index.french.speaker_candidates import Candidate, Candidates, is_several
from index.french.speaker_ranking import LIKELY, likeliest, odds, speaker_weights
from index.model.article import HowSaid, Quote
from index.model.text import Span

NAMES = {
    "person:lea-arnal": ["Léa Arnal", "Mme Arnal"],
    "person:hugo-brun": ["Hugo Brun", "M. Brun"],
}


def test_likely_enough() -> None:
    """A wrong speaker is worse than none: from .65 to this, 34 more would be right and nine wrong."""
    assert LIKELY == 0.8


def test_weights_have_a_start_and_distances() -> None:
    weights = speaker_weights()
    assert weights["start"] < 0
    assert weights["0 others named since"] > weights["2 others named since"]


def test_signs_without_a_weight_add_nothing() -> None:
    assert odds(Candidate(None, "x", None, {"a sign of no table"})) == speaker_weights()["start"]


class Backwards(set[str]):
    """A set whose members come in another order."""

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(super().__iter__(), reverse=True))


def test_the_order_of_signs_adds_nothing() -> None:
    signs = sorted(speaker_weights())
    for number in range(len(signs)):
        some = signs[number :: 1 + number % 7]
        one, other = (
            Candidate(None, "x", None, set(some)),
            Candidate(None, "x", None, Backwards(some)),
        )
        assert odds(one) == odds(other)


def test_of_two_that_are_as_likely_it_is_the_first() -> None:
    signs = {"0 others named since", "alone", "1 candidates", "5 of no table"}
    pair = [Candidate(None, words, None, set(signs)) for words in ("une docker", "un marin")]
    assert likeliest(pair) is pair[0]
    assert likeliest(pair[::-1]) is pair[1]
    assert likeliest([]) is None


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("un collectif de médecins", True),
        ("un collectif d'élèves", True),
        ("une centaine de dockers", True),
        ("Une centaine d’élèves", True),
        ("une quinzaine de dockers", True),
        ("des dockers", True),
        ("le docker et sa fille", True),
        ("désormais le docker", False),
        ("un groupe depuis dissous", False),
        ("une Romaine de Zorville", False),
        ("une capitaine d'équipe", False),
        ("un docker", False),
    ],
)
def test_several_are_they(words: str, *, several: bool) -> None:
    assert is_several(words) is several


def test_words_between_two_quotations_of_one_speaker_are_hers() -> None:
    article = make_article(
        "a",
        "« Le service est plein depuis le mois de mars », explique Léa Arnal.",
        "Les malades y ont été isolés, afin de leur épargner d'être « exposés à l'étrangeté d'un lieu nouveau et"
        " bruyant ». « Nous avons tenu », dit Léa Arnal.",
        title="Léa Arnal raconte le confinement",
        names=NAMES,
    )
    between = article.annotations.quotes[1]
    assert (between.speaker, between.verb, between.resolved) == ("person:lea-arnal", None, True)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (Quote(1, 5), True),
        (Quote(1, 5, speaker_text="il", manner=HowSaid.SAID), True),
        (Quote(1, 5, speaker_text="la maire", manner=HowSaid.SAID), False),
        (Quote(1, 5, manner=HowSaid.TITLE), False),
        (Quote(1, 5, manner=HowSaid.IRONIC), False),
        (Quote(21, 24), False),
    ],
)
def test_tells_what_is_open(quote: Quote, *, expected: bool) -> None:
    text = "mis en examen pour « vol »"
    antecedents = Antecedents(text, [Span(0, len(text))], [], tuple, masked=text)
    candidates = Candidates(text, text, [Span(0, len(text))], [], antecedents, None, charges={21})
    assert candidates.is_open(quote) is expected


def test_what_goes_on_with_a_pronoun_has_whom_it_was_given_to() -> None:
    """« “…”, dit-il. “…” »: both are his who is told by the likeliest candidate."""
    article = make_article(
        "a",
        "Le port se vide et les grues sont à l'arrêt. « Je pars demain matin », raconte-t-il. "
        "« Je ne reviendrai plus ici de ma vie. »",
        title="Hugo Brun quitte le port",
        names=NAMES,
    )
    first, second = article.annotations.quotes
    assert first.speaker == second.speaker
    assert first.speaker_text == second.speaker_text
