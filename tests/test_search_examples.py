"""Every line of the query language finds on the sample corpus what it says, and README has them all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.building.build import rebuild
from index.interface.texts import LANGUAGES, texts_for
from index.library import Library
from index.model.article import Article, Kind
from index.model.found import SearchRequest
from index.query.examples import EXAMPLES
from index.query.parser import parse
from index.settings.places import find_places
from index.text.folding import fold

ROOT = Path(__file__).parent.parent


def says(article: Article, pattern: str, *, accents: bool = False) -> bool:
    """Whether the text or the summary holds a pattern, by default without regard to accents."""
    text = f"{article.text}\n{article.description or ''}".lower()
    return re.search(rf"\b(?:{pattern})\b", text if accents else fold(text)) is not None


def names(article: Article, pattern: str, kind: Kind) -> bool:
    return any(
        mention.kind is kind and re.search(pattern, fold(article.text[mention.start : mention.end]))
        for mention in article.annotations.mentions
    )


def quotes(article: Article, pattern: str) -> bool:
    quoted = [article.text[quote.start : quote.end] for quote in article.annotations.quotes]
    return any(re.search(pattern, fold(text)) for text in quoted)


def published(article: Article, first: str, last: str) -> bool:
    value = article.published
    return value.earliest is not None and value.earliest <= last and (value.latest or "") >= first


def title(article: Article) -> str:
    return article.text[slice(*article.title_span)] if article.title_span else ""


HOLDS: dict[str, Callable[[Article], bool]] = {
    "maroc drone": lambda a: says(a, "maroc") and says(a, "drones?"),
    "maroc ET drone": lambda a: says(a, "maroc") and says(a, "drones?"),
    "drone OU accord": lambda a: says(a, "drones?|accords?|accordes?"),
    "maroc SAUF gantz": lambda a: says(a, "maroc") and not says(a, "gantz"),
    "(gantz OU f16) far": lambda a: says(a, "gantz|f[- ]?16") and says(a, "far"),
    "« accord-cadre »": lambda a: says(a, "accord[- ]cadre"),
    "accord-cadre": lambda a: says(a, "accord[- ]cadre"),
    "l'armée": lambda a: says(a, "armee?s?|armes?"),
    "F 16": lambda a: says(a, "f[-\u2011 ]?16"),
    "3 h 30": lambda a: says(a, r"0?3\s?h\s?30"),
    "F.A.R.": lambda a: says(a, r"far|f\.a\.r"),
    "4 %": lambda a: re.search(r"\b4\s?%", a.text) is not None,
    "=armée": lambda a: says(a, "armée", accents=True),
    "hélico* *optère": lambda a: says(a, r"helico\w*") and says(a, r"\w*optere"),
    "hélicopt?re": lambda a: says(a, "helicoptere"),
    "kohavi~": lambda a: says(a, "koc?havi"),
    "gantz PRES/5 rabat": lambda a: says(
        a, r"gantz\b[^\w\n]+(?:\w+[^\w\n]+){0,5}rabat|rabat\b[^\w\n]+(?:\w+[^\w\n]+){0,5}gantz"
    ),
    "titre:accord": lambda a: re.search("accord", fold(title(a))) is not None,
    "chapo:armée": lambda a: re.search("armee", fold(a.description or "")) is not None,
    "texte:drones": lambda a: re.search("drone", fold(a.text[len(title(a)) :])) is not None,
    "cite:coopération": lambda a: quotes(a, "cooper"),
    "dit-par:gantz": lambda a: any(
        quote.speaker and "gantz" in quote.speaker for quote in a.annotations.quotes
    ),
    "personne:gantz": lambda a: names(a, "gantz", Kind.PERSON),
    "organisation:far": lambda a: names(
        a, r"\bfar\b|forces armees royales|armee marocaine", Kind.ORGANISATION
    ),
    "lieu:rabat": lambda a: names(a, "rabat", Kind.PLACE),
    "materiel:f-16": lambda a: names(a, "f[-\u2011 ]?16", Kind.EQUIPMENT),
    "evenement:lion": lambda a: names(a, "lion", Kind.EVENT),
    "groupe:marocains": lambda a: names(a, "marocain", Kind.GROUP),
    "source:gazette": lambda a: "gazette" in fold(a.source or ""),
    "auteur:vautrin": lambda a: "vautrin" in fold(a.author or ""),
    "tag:défense": lambda a: any("defense" in fold(tag) for tag in a.tags),
    "date:2022": lambda a: published(a, "2022-01-01", "2022-12-31"),
    "date:janvier 2023": lambda a: published(a, "2023-01-01", "2023-01-31"),
    "date:2021-11..2022": lambda a: published(a, "2021-11-01", "2022-12-31"),
    "date:>=2022-07": lambda a: published(a, "2022-07-01", "9999-12-31"),
    "avant:2022": lambda a: published(a, "0000-01-01", "2021-12-31"),
    "date:aucune": lambda a: a.published.earliest is None,
    "fichier:depeches": lambda a: "depeches" in fold(a.path),
    "aussi:f16-viper": lambda a: a.id in ("budget-f16", "depeches_amd#3"),
    "partout:abonnez": lambda a: (
        says(a, "abonn(?:ez|es?|ees?)")
        or any("abonne" in fold(text) for text in a.set_aside_texts)
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    index = tmp_path_factory.mktemp("index")
    places = find_places(corpus=str(ROOT / "seeds"), index=str(index), language="fr")
    rebuild(places, lambda event: None)
    library = Library.open(places)
    yield library
    library.close()


def test_every_example_is_checked() -> None:
    assert [example.query for example in EXAMPLES] == list(HOLDS)


@pytest.mark.parametrize("query", HOLDS)
def test_an_example_finds_what_it_says(query: str, sample: Library) -> None:
    page = sample.search(SearchRequest(query, limit=0, excerpts=0, finished=True))
    expected = {id for id in sample.ids() if HOLDS[query](sample.article(id))}
    # Every sample article states or implies a date: here only that nothing else is found.
    assert expected or query == "date:aucune", "an example that finds nothing shows nothing"
    assert {hit.id for hit in page.hits} == expected


@pytest.mark.parametrize("query", HOLDS)
def test_an_example_survives_its_written_form(query: str) -> None:
    assert parse(str(parse(query))) == parse(query)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.query)
def test_readme_has_every_example(example: tuple[str, str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"| `{example[0]}` | {example[1]} |" in readme


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_told_in_both_languages(language: str) -> None:
    missing = [e.finds for e in EXAMPLES if not texts_for(language).has(e.finds)]
    assert missing == []
