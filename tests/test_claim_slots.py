"""A passage that gives another year, hour, town or name than a claim does not say it."""

from __future__ import annotations

import pytest

from index.compare.claim import ClaimRelation, passages
from index.compare.claim_saying import judged
from index.compare.claim_slots import slots_in
from index.compare.claim_words import read_claim
from index.model.article import Annotations, Article, ArticleId, Basis, DateValue, TitleBasis
from index.model.text import Span


def _told(claim: str, text: str, *, beside: str = "", year: int = 2026) -> ClaimRelation | None:
    whole = f"{text} {beside}".strip()
    spans = [Span(0, len(text))]
    if beside:
        spans.append(Span(len(text) + 1, len(whole)))
    day = f"{year}-03-12"
    article = Article(
        id=ArticleId("a"), path="a.txt", sha256="", encoding="utf-8", title="",
        title_basis=TitleBasis.FIRST_WORDS, text=whole,
        published=DateValue(day, day, day, Basis.STATED),
        annotations=Annotations(sentences=tuple(spans)),
    )  # fmt: skip
    asked = read_claim(claim, articles=100, holding=lambda word: 3)
    found = judged(asked, passages(asked, [article]), {article.id: article})
    return found[0].told if found else None


SAYS, DIFFERS, SPEAKS = ClaimRelation.SAYS, ClaimRelation.DIFFERS, ClaimRelation.SPEAKS


@pytest.mark.parametrize(
    ("claim", "text", "told"),
    [
        ("Arnal est maire depuis 2014", "Léa Arnal est maire de la ville depuis 2014.", SAYS),
        ("Arnal est maire depuis 2014", "Léa Arnal est maire de la ville depuis 2008.", DIFFERS),
        ("Arnal est maire depuis 2014", "Léa Arnal est maire de la ville et députée.", SPEAKS),
        ("l’attaque a été détectée à 3 h 20", "L’attaque a été détectée à 3h20.", SAYS),
        ("l’attaque a été détectée à 3 h 20", "L’attaque a été détectée à 2 h 20.", DIFFERS),
        ("l’attaque a été détectée à 3 h 20", "L’attaque a été détectée dans la nuit.", SPEAKS),
        ("le parquet de Nantes a ouvert une enquête", "Le parquet de Nantes a ouvert une enquête.", SAYS),
        ("le parquet de Nantes a ouvert une enquête", "Le parquet de Paris a ouvert une enquête.", DIFFERS),
        ("Léa Arnal a 55 ans", "Léa Arnal, 55 ans, est directrice.", SAYS),
        ("Léa Arnal a 55 ans", "Léa Arnal, 54 ans, est directrice.", DIFFERS),
        ("Léa Arnal a 55 ans", "Léa Arnal a reporté 310 consultations.", SPEAKS),
        ("Noirloup a revendiqué l’attaque", "Le groupe Noirloup a revendiqué l’attaque.", SAYS),
        ("Noirloup a revendiqué l’attaque", "Le groupe Brisevent a revendiqué l’attaque.", SPEAKS),
    ],
)  # fmt: skip
def test_what_a_passage_does_with_a_claim(claim: str, text: str, told: ClaimRelation) -> None:
    assert _told(claim, text) is told


def test_a_year_that_the_article_appeared_in_need_not_be_told() -> None:
    claim, text = "le pont a fermé en 2026", "Le pont a fermé lundi."
    assert _told(claim, text, year=2026) is SAYS
    assert _told(claim, text, year=2031) is SPEAKS


def test_a_name_may_stand_in_another_sentence() -> None:
    told = _told(
        "Olivier Vérac a démissionné", "Le ministre a démissionné.", beside="M. Vérac part."
    )
    assert told is SAYS


@pytest.mark.parametrize(
    ("text", "years", "hours", "of"),
    [
        ("à 3 h 20", [], ["3h20"], {}),
        ("à 16:30, en 2019", ["2019"], ["16h30"], {}),
        ("vers 7 heures", [], ["7h"], {}),
        ("pendant 3 heures", [], [], {}),
        ("après 12 heures de garde", [], [], {}),
        ("n° 20195, 2019e", [], [], {}),
        ("le tribunal de Rennes et celui de Brest", [], [], {"tribunal": ["rennes"]}),
        ("l’hôpital d’Angers", [], [], {"hôpital": ["angers"]}),
    ],
)
def test_what_a_text_gives(
    text: str, years: list[str], hours: list[str], of: dict[str, list[str]]
) -> None:
    found = slots_in(text)
    assert (sorted(found.years), sorted(found.hours)) == (years, hours)
    for head, names in of.items():
        assert sorted(found.of[head]) == names
