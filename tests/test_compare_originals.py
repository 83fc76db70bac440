"""What the five original articles must show side by side, as the issue on comparison lists it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.building.annotation import annotate_names, annotate_text
from index.compare.event_grouping import events
from index.compare.source_comparison import compare
from index.corpus.file_reading import read
from index.entities.recognition import Recogniser
from index.model.article import Article
from index.model.comparison import About, Comparison, Manner, QuoteLine, Rendering, Verdict
from index.model.events import LinkKind

ORIGINALS = os.environ.get("RECOUPE_ORIGINALS")
pytestmark = pytest.mark.skipif(
    not ORIGINALS, reason="RECOUPE_ORIGINALS does not name the folder of the original articles"
)


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    folder = Path(str(ORIGINALS))
    recogniser = Recogniser.load()
    found = {}
    for path in sorted(folder.glob("*.txt")):
        for article in read(path.read_bytes(), relative=path.name):
            assert isinstance(article, Article), article
            found[path.name[:3]] = annotate_names(
                annotate_text(article), recogniser.mentions(article.text)
            )
    return found


def beside(articles: dict[str, Article], *names: str) -> Comparison:
    return compare([articles[name] for name in names], name_of=str)


def words(comparison: Comparison, articles: dict[str, Article], line: QuoteLine) -> str:
    text = {article.id: article.text for article in articles.values()}
    return " | ".join(span.of(text[use.article]) for use in line.uses for span in use.spans)


def line_with(comparison: Comparison, articles: dict[str, Article], part: str) -> QuoteLine:
    (line,) = [line for line in comparison.quotes if part in words(comparison, articles, line)]
    return line


def relations(line: QuoteLine) -> list[Rendering]:
    return [use.relation for use in line.uses]


def test_the_long_quotations_of_the_communique_are_identical(articles: dict[str, Article]) -> None:
    found = beside(articles, "000", "002")
    for part in ("renforcer davantage", "confiance et le soutien"):
        line = line_with(found, articles, part)
        assert relations(line) == [Rendering.IDENTICAL, Rendering.IDENTICAL]


def test_the_quotation_on_logistics_is_split_in_one_and_whole_in_the_other(
    articles: dict[str, Article],
) -> None:
    line = line_with(beside(articles, "000", "002"), articles, "modernisation")
    assert relations(line) == [Rendering.SPLIT, Rendering.IDENTICAL]
    assert len(line.uses[0].spans) == 4


def test_the_days_of_the_meeting_agree_and_the_first_is_narrower(
    articles: dict[str, Article],
) -> None:
    text = {article.id: article.text for article in articles.values()}
    found = {
        tuple(span.of(text[side.article]) for side in d.sides for span in side.spans): d.verdict
        for d in beside(articles, "000", "002").differences
        if d.about is About.DATE
    }
    assert found["16 et 17 janvier", "lundi et mardi"] is Verdict.AGREE
    assert found["mardi 17 janvier", "lundi et mardi"] is Verdict.NARROWER


def test_a_word_of_the_title_is_in_no_quotation(articles: dict[str, Article]) -> None:
    found = beside(articles, "000", "002")
    own = {span.of(articles["000"].text).lower() for span in found.own_words[0].spans}
    assert "cybersécurité" in own
    quoted = " ".join(words(found, articles, line) for line in found.quotes)
    assert "cybersécurité" not in quoted


@pytest.mark.parametrize(
    ("pair", "side", "parts"),
    [
        (("000", "002"), 1, ("mauvais oeil", "Abraham")),
        (("000", "002"), 0, ("webinaire", "Nos valeurs")),
        (("001", "003"), 1, ("Pegasus", "sous couvert")),
        (("001", "003"), 0, ("Twitter",)),
    ],
)
def test_only_one_source_says_so(
    articles: dict[str, Article], pair: tuple[str, str], side: int, parts: tuple[str, ...]
) -> None:
    only = beside(articles, *pair).only[side]
    told = " ".join(span.of(articles[pair[side]].text) for span in only.spans)
    assert all(part in told for part in parts)


def test_the_quotation_on_joint_projects_is_altered(articles: dict[str, Article]) -> None:
    line = line_with(beside(articles, "001", "003"), articles, "projets conjoints")
    assert relations(line) == [Rendering.ALTERED, Rendering.IDENTICAL]
    assert line.uses[0].differing


def test_one_person_has_three_spellings_and_one_thing_three_names(
    articles: dict[str, Article],
) -> None:
    text = {article.id: article.text for article in articles.values()}
    names = [
        [{span.of(text[side.article]) for span in side.spans} for side in d.sides]
        for d in beside(articles, "001", "003").differences
        if d.about is About.NAME
    ]
    assert any(len(first) == 2 and len(second) == 1 for first, second in names)
    assert [{"accord de coopération", "accord"}, {"accord-cadre", "protocole"}] in names


def test_the_anonymous_official_is_marked(articles: dict[str, Article]) -> None:
    found = beside(articles, "001", "003").asserted
    assert [a.article for a in found if a.manner is Manner.ANONYMOUS] == [articles["003"].id]


def test_the_formula_returns_unquoted(articles: dict[str, Article]) -> None:
    line = line_with(beside(articles, "000", "001"), articles, "intérêts mutuels")
    assert relations(line) == [Rendering.IDENTICAL, Rendering.UNQUOTED]


def test_events_are_the_two_meetings_with_one_article_as_background(
    articles: dict[str, Article],
) -> None:
    found = {
        frozenset(m.article[:3] for m in e.articles if m.link is not LinkKind.BACKGROUND): [
            m.article[:3] for m in e.articles if m.link is LinkKind.BACKGROUND
        ]
        for e in events(list(articles.values()))
    }
    assert found == {frozenset({"001", "003"}): ["004"], frozenset({"000", "002"}): ["004"]}
