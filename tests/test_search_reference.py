"""The fast way against slow ones, counting word by word; for the way of Whoosh see `test_whoosh_index`."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.french.families import families
from index.model.found import SearchRequest
from index.search.index_folder import add_segment, write_index
from index.search.marking import Marker, Sought, Wanted
from index.search.schema import SEARCHED, ZONES
from index.search.searcher import Searcher
from index.search.zones import zone_texts
from index.text.folding import fold
from tests.whoosh_reading import make_article, placed_words

WORDS = "marche marché marchés cote côte coté accord accords F-16 le la l'élysée".split()  # noqa: SIM905

CORPUS = [
    make_article(
        number,
        " ".join(WORDS[number % 5 : number % 5 + 2]) if number % 3 else None,
        WORDS[number % 7] if number % 4 == 0 else None,
        " ".join(WORDS[(number * step) % len(WORDS)] for step in range(1, 3 + number % 13))
        + ("\n\n" + " ".join(WORDS[number % 9 :: 2]) if number % 2 else ""),
    )
    for number in range(60)
]


@pytest.fixture(scope="module", params=["one segment", "three segments"])
def searcher(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    directory = tmp_path_factory.mktemp("corpus")
    if request.param == "one segment":
        write_index(directory, CORPUS, names=str)
    else:
        write_index(directory, CORPUS[:30], names=str)
        add_segment(directory, CORPUS[30:31], names=str)
        add_segment(directory, CORPUS[31:], names=str)
    return Searcher(directory, read=lambda _: [], name_of=str)


def written(vocabulary: set[str], forms: set[str]) -> set[str]:
    """The words that are one of the forms, or one without its accents that is no word itself."""
    folds = {fold(form) for form in forms}
    return {w for w in vocabulary if w in forms or (fold(w) in folds and not families().knows(w))}


def frequency_in(table: dict[str, list[str]], reading: set[str], means: dict[str, float]) -> float:
    """How often an article has any word of a reading, by zone, against the mean length of the zone."""
    return sum(
        {"title": 2}.get(zone, 1)
        * sum(w in reading for w in table[zone])
        / (0.25 + 0.75 * len(table[zone]) / means[zone])
        for zone in SEARCHED
    )


def slow_scores(query: str) -> dict[str, float]:
    """BM25F over family, kin, folded and accented form, word by word; the words are all required."""
    tables = []
    for article in CORPUS:
        words = placed_words(article)
        tables.append({zone: [word for word, _ in words.get(zone, [])] for zone in ZONES})
    means = {
        zone: sum(len(t[zone]) for t in tables) / max(1, sum(bool(t[zone]) for t in tables))
        for zone in SEARCHED
    }
    vocabulary = {word for table in tables for words in table.values() for word in words}
    total = Counter[str]()
    matched: Counter[str] = Counter()
    typed = query.split()
    for word in typed:
        lexicon = families()
        meant = [f for w in lexicon.meant_by(word) if (f := lexicon.of(w)) is not None]
        kin = written(vocabulary, {form for family in meant for form in family.kin})
        covered = kin | written(vocabulary, {form for family in meant for form in family.others})
        folded = {w for w in covered if fold(w) == fold(word)}
        for reading, weight in ((covered, 1.0), (kin, 0.2), (folded, 0.3), ({word}, 0.3)):
            held = [frequency_in(table, reading, means) for table in tables]
            holding = sum(1 for frequency in held if frequency)
            rarity = log(1 + (len(CORPUS) - holding + 0.5) / (holding + 0.5)) ** 1.2
            for article, frequency in zip(CORPUS, held, strict=True):
                total[article.id] += weight * rarity * 1.9 * frequency / (frequency + 0.9)
                if reading is covered and frequency:
                    matched[article.id] += 1
    for article in CORPUS:
        total[article.id] += closeness(placed_words(article), typed)
    return {one: score for one, score in total.items() if matched[one] == len(typed)}


def closeness(words: dict[str, list[tuple[str, int]]], typed: list[str]) -> float:
    """What two words of a query add that stand near each other; common ones are left out here."""
    added = 0.0
    for one, other in pairwise([word for word in typed if word != "le"]):
        for zone in SEARCHED:
            left = [at for word, at in words.get(zone, []) if word == one]
            right = [at for word, at in words.get(zone, []) if word == other]
            apart = min((abs(a - b) for a in left for b in right), default=13)
            added += 8 * max(0, 1 - (max(apart, 1) - 1) / 12)
    return added


@pytest.mark.parametrize(
    "query", ["marché", "marche", "cote", "accord le", "elysee", "élysée côte"]
)
def test_scores_are_those_of_counting_word_by_word(searcher: Searcher, query: str) -> None:
    hits = searcher.search(SearchRequest(query, limit=0, excerpts=0)).hits
    expected = slow_scores(query)
    assert {str(hit.id) for hit in hits} == set(expected)
    for hit in hits:
        assert hit.score == pytest.approx(expected[hit.id], abs=2e-3)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


MARKED = st.lists(
    st.sampled_from(
        ["le", "Accord", "de", "l'accord", "d’œil", "Œil", "aujourd’hui", "hui", "F-16", "état-major",
         "e\u0301tat", "\n\n", "—", "accords", "_", "le-16", "İ"]
    ),
    max_size=14,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(MARKED)
def test_marks_are_the_same_with_and_without_the_short_way(text: str) -> None:
    def forms(*words: str) -> frozenset[str]:
        return frozenset(words)

    wanted = Wanted(
        (
            Sought((forms("accord", "accords"),), None, 0),
            Sought((forms("le"), forms("accord")), None, 1),
            Sought((forms("état"), forms("major")), None, 2),
            Sought((forms("hui", "aujourd'hui"),), None, 3),
            Sought((forms("f"),), None, 4),
            Sought((forms("le"),), None, 5),
            Sought((forms("d"), forms("œil")), None, 6),
        ),
        (),
    )
    short, slow = Marker(wanted, name_of=str), Marker(wanted, name_of=str)
    slow._pattern = None
    article = make_article(1, None, None, text)
    for part in zone_texts(article):
        assert short.marks(article, part) == slow.marks(article, part)
