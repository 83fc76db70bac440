"""What speaks for two sentences is the same from both sides, and never more than there is."""

import numpy as np
import pytest
from builders import make_article
from hypothesis import given
from hypothesis import strategies as st

from index.compare.alignment import align
from index.compare.scores import judged, scores, surroundings
from index.compare.signals import Signals, signals_of
from index.compare.statements import Statement, statements
from index.french.stems import FrenchStemmer

_WORDS = ["port", "quai", "marins", "chantier", "3", "trois", "le", "2023", "vent", "« Oui »"]
_TEXTS = st.lists(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(
        lambda words: " ".join(words).capitalize() + "."
    ),
    min_size=1,
    max_size=6,
)


def side_of(number: int, *sentences: str) -> tuple[Statement, ...]:
    return statements(number, make_article(str(number), *sentences), FrenchStemmer())


def between(one: str, other: str) -> Signals:
    return signals_of(side_of(0, one), side_of(1, other))


@given(_TEXTS, _TEXTS)
def test_it_does_not_matter_which_article_comes_first(one: list[str], other: list[str]) -> None:
    left, right = side_of(0, *one), side_of(1, *other)
    there, back = signals_of(left, right), signals_of(right, left)
    for name in ("words", "part", "context", "quote", "date", "figure", "place", "comparable"):
        assert np.allclose(getattr(there, name), getattr(back, name).T), name
    assert np.allclose(there.ahead, back.ahead_of_other.T)
    assert np.allclose(there.ahead_of_other, back.ahead.T)


@given(_TEXTS, _TEXTS)
def test_signals_and_scores_stay_within_their_bounds(one: list[str], other: list[str]) -> None:
    found = signals_of(side_of(0, *one), side_of(1, *other))
    for name in ("words", "part", "context", "quote", "date", "figure", "place"):
        values = getattr(found, name)
        assert values.min() >= 0 and values.max() <= 1 + 1e-9, name
    likely = scores(found)
    assert likely.shape == (len(found.words), found.words.shape[1])
    assert likely.min() >= 0 and likely.max() <= 1
    assert not likely[~found.comparable].any()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trois navires sont partis.", "3 navires sont partis."),
        ("Il manque soixante caisses.", "Il manque 60 caisses."),
        ("Un contrat de 25 000 euros.", "Un contrat de 25.000 euros."),
    ],
)
def test_a_number_is_the_same_in_words_and_figures(one: str, other: str) -> None:
    assert between(one, other).words[0, 0] == pytest.approx(1)


def test_articles_of_function_words_alone_have_nothing_in_common() -> None:
    left, right = side_of(0, "Il y a."), side_of(1, "Et puis ?", "Non.")
    assert align(left, right) == ()


def test_a_cut_quotation_is_found_whole() -> None:
    one = "« Ce quai change la vie des marins et le visage de la rade », dit-elle."
    other = "Selon elle, « ce quai change la vie des marins »."
    assert between(one, other).quote[0, 0] == 1


def test_the_best_pair_beside_speaks_for_a_pair() -> None:
    alone = np.array([[0.9, 0.2, 0.0], [0.1, 0.3, 0.6]])
    around, common = surroundings(alone)
    assert around.tolist() == [[0.3, 0.9, 0.6], [0.9, 0.9, 0.3]]
    assert np.allclose(common, 2.1 / 2)


@pytest.mark.parametrize(
    ("signal", "value", "speaks"),
    [
        ("words", 0.18, True),
        ("words", 0.17, False),
        ("quote", 0.5, True),
        ("quote", 0.49, False),
        ("date", 1.0, True),
        ("figure", 0.01, True),
        ("part", 1.0, False),
        ("context", 1.0, False),
        ("place", 1.0, False),
    ],
)
def test_a_pair_for_which_only_neighbours_speak_counts_half(
    signal: str, value: float, speaks: bool
) -> None:
    names = ("words", "part", "context", "quote", "date", "figure", "place")
    told = {name: np.array([[value if name == signal else 0.0]]) for name in names}
    for ahead, other, near in ((0.0, 0.0, True), (-0.15, -1.0, True), (-0.16, -0.16, False)):
        made = Signals(
            **told,
            ahead=np.array([[ahead]]),
            ahead_of_other=np.array([[other]]),
            comparable=np.array([[True]]),
        )
        assert judged(np.array([[0.8]]), made) == (0.8 if speaks and near else 0.4)
