"""The lists below a comparison: what disagrees, what is to be checked, and what agrees, each under its own name."""

from __future__ import annotations

from dataclasses import replace

from builders import make_article, name_of

from index.compare.source_comparison import compare
from index.interface.facts_in_words import folded
from index.interface.texts import texts_for
from index.model.article import Article, ArticleId
from index.model.comparison import Comparison
from tui.widgets.chapters import Chapter, chapters_of

ONE = (
    "L'incendie du quai voilier a fait deux blessés, selon la préfecture."
    " Il s'est déclaré lundi 15 mai à 23 h 10. Quelque 120 pompiers ont été engagés."
    " Un voisin de 28 ans a donné l'alerte."
)
OTHER = (
    "L'incendie du quai voilier a fait quatre blessés, selon la préfecture."
    " Il s'est déclaré lundi 15 mai à 22 h 50. Quelque 120 pompiers ont été engagés."
    " La crue de 1978 avait détruit 28 maisons du port."
)


def lists(*texts: str) -> tuple[Comparison, dict[str, Chapter]]:
    articles = [
        make_article(f"a{at}", text, published="2023-05-17") for at, text in enumerate(texts)
    ]
    found = compare(articles, name_of=name_of)
    return found, {
        chapter.name: chapter for chapter in chapters_of(texts_for("fr"), found, articles, {})
    }


def test_the_first_list_counts_what_disagrees_and_nothing_else() -> None:
    found, named = lists(ONE, OTHER)
    groups = folded(found.facts)
    assert groups.grave
    assert groups.agreed
    assert next(iter(named)) == "Écarts"
    assert len(named["Écarts"].entries) == len(groups.grave)
    told = [entry.head[1].plain for entry in named["Écarts"].entries if entry.head]
    assert told == [fact.label for fact in groups.grave]
    assert not any(
        entry.head and entry.head[0].plain[0] in "=⊂?≟" for entry in named["Écarts"].entries
    )
    assert len(named["Accords"].entries) >= len(groups.agreed)


def test_a_line_leads_to_the_place_of_its_value() -> None:
    _found, named = lists(ONE, OTHER)
    entry = next(e for e in named["Écarts"].entries if e.head and e.head[1].plain == "blessés")
    assert entry.place is not None
    assert entry.place.span.of(make_article("a0", ONE).text) == "deux blessés"
    assert entry.line.plain.split() == ["A", "2", "—", "préfecture", "B", "4", "—", "préfecture"]


def test_a_line_leads_into_the_lead_too() -> None:
    articles = [
        replace(make_article(id, "Le musée rouvre ses portes.", published="2023-05-17"), description=lead)
        for id, lead in (("a", ONE), ("b", OTHER))
    ]  # fmt: skip
    found = compare(articles, name_of=name_of)
    wholes = [f"{article.text}\n\n{article.description}" for article in articles]
    chapters = list(chapters_of(texts_for("fr"), found, articles, {}))
    entry = next(e for e in chapters[0].entries if e.head and e.head[1].plain == "blessés")
    assert entry.place is not None
    assert entry.place.span.of(wholes[0]) == "deux blessés"


def test_more_accounts_than_letters_have_numbers() -> None:
    articles: list[Article] = [
        replace(make_article(f"a{at:02}", ONE if at else OTHER), id=ArticleId(f"a{at:02}"))
        for at in range(28)
    ]
    found = compare(articles, name_of=name_of)
    names = [chapter.name for chapter in chapters_of(texts_for("fr"), found, articles, {})]
    assert names[-1] == "Seulement 28"
