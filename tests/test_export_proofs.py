"""The proofs at the end of a dossier: each names its own article, also where one file holds several."""

from __future__ import annotations

import re
from typing import Any

import pytest
from exported import bytes_of, text_of_docx

from index.export.gathering import Gathering
from index.export.material import Material
from index.interface.texts import texts_for
from index.model.article import ArticleId
from index.model.text import Span
from tui import recoupe

FILE = """titre;source;date;texte
Le quai ferme;La Gazette du Port;2023-01-17;"Le maire de Lissac a fermé mardi le quai nord. Les pêcheurs attendent la réouverture depuis des mois."
Le bac reste à quai;Le Courrier de l’Est;2023-02-03;"Le bac de Lissac n’a pas quitté son quai vendredi. Les voyageurs prennent le car jusqu’à nouvel ordre."
"""
WORDS = {"cahier#1": "a fermé mardi le quai nord", "cahier#2": "n’a pas quitté son quai vendredi"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "cahier.csv").write_text(FILE, encoding="utf-8")
    with recoupe.open(folder, index=str(tmp_path_factory.mktemp("index"))) as opened:
        yield opened


@pytest.fixture(scope="module", params=["notebook", "comparison"])
def material(request: pytest.FixtureRequest, corpus: Any) -> Material:
    library = corpus.library
    gathering = Gathering(library, texts_for("fr"))
    if request.param == "comparison":
        return gathering.comparison([ArticleId(id) for id in WORDS])
    for id, words in WORDS.items():
        article = library.article(ArticleId(id))
        at = article.text.index(words)
        library.keep(article.id, span=Span(at, at + len(words)))
    library.keep(ArticleId("cahier#2"))
    return gathering.notebook()


def _shown(name: str, material: Material) -> str:
    content = bytes_of(name, material)
    if name == "docx":
        return text_of_docx(content)
    return re.sub("<[^>]+>", "\n", content.decode())


@pytest.mark.parametrize("name", ["html", "docx"])
def test_a_proof_stands_under_its_own_article(name: str, material: Material) -> None:
    proofs = _shown(name, material).rpartition("\nPreuves\n")[2]
    first, second = (proofs.index(source) for source in ("La Gazette", "Le Courrier"))
    for start, stop, title, id in (
        (first, second, "Le quai ferme", "cahier#1"),
        (second, len(proofs), "Le bac reste à quai", "cahier#2"),
    ):
        under = proofs[start:stop]
        assert title in under and re.findall(r"cahier#\d", under) == [id]
        assert "cahier.csv" in under and "SHA-256" in under and "caractères" in under
    assert "3 févr. 2023" in proofs[second:]


@pytest.mark.parametrize("name", ["html", "docx", "md"])
def test_the_characters_of_a_proof_count_within_its_article(name: str, material: Material) -> None:
    shown = _shown(name, material)
    places = re.findall(r"caractères \d+–\d+(.*)", shown)
    assert places and all(place.startswith(" de l’article") for place in places)


@pytest.mark.parametrize("name", ["html", "docx", "md"])
def test_an_article_printed_whole_has_the_id_that_tells_it_from_others(
    name: str, material: Material
) -> None:
    shown = _shown(name, material).replace("\\", "")
    assert re.search(r"cahier\.csv, article cahier#2 · SHA-256", shown)


def test_a_numbered_heading_of_markdown_is_not_escaped(material: Material) -> None:
    shown = bytes_of("md", material).decode()
    assert "\n### \\1" not in shown
