"""Sentences of a file that stand in none of its articles: counted and told, whatever the file's structure."""

from __future__ import annotations

import json

import pytest

from index.corpus.file_reading import read
from index.corpus.left_out import LEFT_OUT
from index.model.article import Article, Noted

TITLE = "La digue cède"
TEXT = (
    "La digue de Morsaint a cédé dans la nuit de jeudi à vendredi, sous une houle de six mètres.\n\n"
    "Les habitants de trois rues ont été relogés au gymnase, où quarante lits les attendaient."
)
ASIDE = (
    "Les travaux dureront six mois et coûteront deux millions d’euros, selon la mairie de Morsaint."
)
WORDS = len(ASIDE.split())


def told(text: str, name: str) -> list[tuple[str, int]]:
    found = list(read(text.encode(), relative=name))
    assert any(isinstance(one, Article) for one in found)
    return [(n.what, n.number) for n in found if isinstance(n, Noted) and n.reason == LEFT_OUT]


def in_json(record: object) -> str:
    return json.dumps(record, ensure_ascii=False)


RECORD = {"titre": TITLE, "texte": TEXT}
XML = f"<article><titre>{TITLE}</titre><corps><p>{TEXT}</p></corps>%s</article>"


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (
            "<liste>" + XML % ('<url legende="' + ASIDE + '"/>') + "</liste>",
            "a.xml",
            "legende",
        ),
        (in_json([{**RECORD, "encadres": [{"paragraphe": ASIDE}]}]), "a.json", "paragraphe"),
        (in_json({**RECORD, "suite": {"page2": {"texte": ASIDE}}}), "a.json", "texte"),
        (in_json([{**RECORD, "note": ASIDE.replace("é", "\\u00e9")}]), "a.json", "note"),
        (f'titre;texte;note\n{TITLE};"{TEXT}";{ASIDE}\n', "a.csv", ""),
        (f'titre;texte\n{TITLE};"{TEXT}";"{ASIDE}"\n', "a.csv", ""),
    ],
)
def test_sentences_of_no_article_are_counted_and_told(text: str, name: str, place: str) -> None:
    ((what, number),) = told(text, name)
    assert (what.partition("«")[0].strip(), number) == (place, WORDS)
    assert "Les travaux dureront six mois et" in what


@pytest.mark.parametrize(
    "more",
    [
        {"html": f"<p>{TEXT}</p>".replace("\n\n", "</p>\n<p>")},
        {"extrait": TEXT[:90]},
        {"description": ASIDE},
        {"url": "https://www.phare.example/la-digue-de-morsaint-a-cede-dans-la-nuit-de-jeudi.html"},
        {"codes": "GFR, GEUR, NDIS, NNAT, GSTORM, GFLOOD, REG-FR-29, REG-FR-56, NPRESS, NWEB"},
        {"legende": "La digue de Morsaint"},
    ],
)
def test_a_text_in_two_forms_and_what_is_no_sentence_are_not_told(more: dict[str, str]) -> None:
    assert not told(in_json([{**RECORD, **more}]), "a.json")


def test_a_longer_text_under_another_name_is_told_once() -> None:
    found = list(
        read(
            in_json([{"titre": TITLE, "texte": ASIDE, "brut": TEXT * 6}]).encode(),
            relative="a.json",
        )
    )
    assert sum(isinstance(one, Noted) for one in found) == 1


TABLE = "<table><tr><th>Date</th><th>Journal</th><th>Titre</th><th>Texte</th></tr>{}</table>"
ROW = f"<tr><td>3 mars 2022</td><td>Le Phare</td><td>{TITLE}</td><td>{TEXT}</td></tr>"


def test_what_stands_beside_a_table_of_articles_in_a_page_is_told() -> None:
    page = f"<html><script>var a = 'Nous utilisons des cookies pour mesurer la fréquentation du site, lisez bien.';</script>{TABLE.format(ROW * 2)}<p>{ASIDE}</p></html>"
    assert [number for _, number in told(page, "a.html")] == [WORDS]


def test_what_is_set_aside_around_the_one_article_of_a_page_is_not_told_twice() -> None:
    page = f"<html><body><main><h1>{TITLE}</h1><p>{TEXT}</p></main><aside><p>{ASIDE}</p></aside></body></html>"
    assert not told(page, "a.html")


def test_a_list_of_contents_is_no_sentence() -> None:
    contents = "".join(
        f"Le port rouvre après trois semaines de grève {'.' * 20} {at}\n" for at in range(3)
    )
    notes = "17/01/2023, 08:10 - Les messages sont chiffrés de bout en bout. Aucun tiers, pas même nous, ne peut les lire.\n"
    talk = "17/01/2023, 08:1{} - Jeanne: " + TEXT.replace("\n\n", " ") + "\n"
    assert not told(notes + "".join(talk.format(at) for at in range(1, 5)), "chat.txt")
    record = in_json([{**RECORD, "sommaire": contents}])
    assert not told(record, "a.json")


def test_records_that_are_told_as_no_articles_are_not_told_again() -> None:
    wiki = {"title": "$:/plugins/readme", "text": ASIDE, "type": "text/vnd.tiddlywiki"}
    assert not told(in_json([{"title": TITLE, "text": TEXT}, wiki]), "a.json")
