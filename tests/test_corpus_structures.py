"""Files of unknown structure: each article its own, in XML and JSON, wherever its fields and texts stand."""

from __future__ import annotations

import json
from html import escape

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

STORIES = [
    (
        "La digue cède sous la houle",
        "2022-03-04",
        "La digue de Morsaint a cédé dans la nuit de jeudi à vendredi, sous une houle de six mètres.",
        "Les habitants de trois rues ont été relogés au gymnase, où quarante lits les attendaient.",
    ),
    (
        "Le moulin reprend du service",
        "2022-05-11",
        "Le moulin de Chastel tourne à nouveau depuis samedi, après vingt ans d’arrêt complet.",
        "L’association qui le gère a réuni soixante mille euros auprès des habitants et de la région.",
    ),
    (
        "Grève des éboueurs à Lantigny",
        "2022-09-20",
        "Les éboueurs de Lantigny ont cessé le travail lundi pour protester contre leurs horaires.",
        "La direction propose une rencontre mercredi, que deux syndicats sur trois ont acceptée.",
    ),
]
MORE = "Les travaux dureront six mois et coûteront un peu plus de deux millions d’euros, selon la mairie."


def each(template: str) -> str:
    return "".join(
        template.format(
            title=title,
            day=day,
            first=first,
            second=second,
            quoted=escape(f"{first} {second}"),
            page=f"<h2>{title}</h2><p>{first}</p><p>{second}</p>",
        )
        for title, day, first, second in STORIES
    )


def nested(at: int) -> str:
    title, _, first, second = STORIES[at]
    inside = f"<annexes>{nested(at + 1)}</annexes>" if at < 2 else ""
    return (
        f"<piece><titre>{title}</titre><corps><p>{first}</p><p>{second}</p></corps>{inside}</piece>"
    )


def several(*names: tuple[str, str, str]) -> str:
    parts = []
    for (outer, head, body), (title, _, first, second) in zip(names, STORIES, strict=True):
        parts.append(
            f"<{outer}><{head}>{title}</{head}><{body}><p>{first}</p><p>{second}</p></{body}></{outer}>"
        )
    return "".join(parts)


XML = {
    "one inside another": f"<fonds>{nested(0)}</fonds>",
    "several names": f"<livraison>{several(('enquete', 'titre', 'texte'), ('entretien', 'titre', 'texte'), ('edito', 'accroche', 'prose'))}</livraison>",
    "no known name": f"<base>{each('<fiche><c1>{day}</c1><c2>{title}</c2><c3>{first} {second}</c3></fiche>')}</base>",
    "pages in CDATA": f"<base>{each('<fiche><lib>{title}</lib><brut><![CDATA[<div>{page}</div>]]></brut></fiche>')}</base>",
    "lines": f"<dossier>{each('<doc>{title}<br/>{day}<br/>{first}<br/>{second}</doc>')}</dossier>",
    "a title as attribute": "<recueil>" + each('<morceau intitule="{title}"><p>{first}</p><p>{second}</p></morceau>') + "</recueil>",
    "all as attributes": "<liste>" + each('<article titre="{title}" date="{day}" texte="{quoted}"/>') + "</liste>",
    "named fields": "<root>" + each('<item><field name="title">{title}</field><field name="body">{first}\n\n{second}</field></item>') + "</root>",
    "a property list": "<plist><array>" + each("<dict><key>title</key><string>{title}</string><key>text</key><string>{first}\n\n{second}</string></dict>") + "</array></plist>",
    "lists by day": "<mois>" + each("<jour><n>{day}</n><x><t>{title}</t><u><p>{first}</p><p>{second}</p></u></x></jour>") + "</mois>",
}  # fmt: skip


@pytest.mark.parametrize("kind", XML)
def test_each_article_of_an_unknown_xml_file_is_its_own(kind: str) -> None:
    data = f'<?xml version="1.0"?>\n{XML[kind]}'.encode()
    articles = [one for one in read(data, relative="a.xml") if isinstance(one, Article)]
    assert [article.title for article in articles] == [story[0] for story in STORIES]
    for article, (_, _, first, second) in zip(articles, STORIES, strict=True):
        assert first in article.text
        assert second in article.text


def record(at: int) -> dict[str, object]:
    title, day, first, second = STORIES[at]
    return {"titre": title, "date": day, "texte": f"{first}\n\n{second}"}


JSON = {
    "in one another": [{**record(0), "voir_aussi": [record(1), {"sous": [record(2)]}]}],
    "beside one another": {"n": 3, "papiers": {"a": record(0), "b": record(1), "c": record(2)}},
    "spread": {
        "medias": [
            {
                "libelle": f"média {at}",
                "rubriques": [
                    {
                        "papiers": [
                            {
                                "entete": {"titre": title, "date": day},
                                "blocs": [{"k": "p", "v": first}, {"k": "p", "v": second}],
                            }
                        ]
                    }
                ],
            }
            for at, (title, day, first, second) in enumerate(STORIES)
        ]
    },
}


@pytest.mark.parametrize("kind", JSON)
def test_each_article_of_a_json_file_is_its_own(kind: str) -> None:
    data = json.dumps(JSON[kind], ensure_ascii=False).encode()
    articles = [one for one in read(data, relative="a.json") if isinstance(one, Article)]
    assert [article.title for article in articles] == [story[0] for story in STORIES]
    for article, (_, day, first, second) in zip(articles, STORIES, strict=True):
        assert article.published.value == day
        assert first in article.text
        assert second in article.text


def test_sections_of_one_text_and_its_boxes_stay_in_it() -> None:
    title, _, first, second = STORIES[0]
    box = f"<encadre><titre>Repères</titre><para>{MORE}</para></encadre>"
    sections = f"<section><intertitre>La nuit</intertitre><alinea>{first}</alinea><section><intertitre>Après</intertitre><alinea>{second}</alinea></section></section>"
    (article,) = read(
        f"<article><titre>{title}</titre>{sections}{box}</article>".encode(), relative="a.xml"
    )
    assert isinstance(article, Article)
    assert article.title == title
    for line in ("La nuit", first, "Après", second, "Repères", MORE):
        assert line in article.text.split("\n\n")


def test_what_stands_beside_the_articles_is_one() -> None:
    rows = each("<article><title>{title}</title><body>{first}</body></article>")
    found = list(
        read(f"<bulletin><avant><p>{MORE}</p></avant>{rows}</bulletin>".encode(), relative="a.xml")
    )
    assert all(isinstance(one, Article) for one in found)
    assert len(found) == 4
    assert any(isinstance(one, Article) and MORE in one.text for one in found)


def test_comments_are_no_text_of_their_article_and_told() -> None:
    title, _, first, _ = STORIES[0]
    article, note = read(
        f"<liste><article><title>{title}</title><body>{first}</body><comments><c>{MORE}</c></comments></article></liste>".encode(),
        relative="a.xml",
    )
    assert isinstance(article, Article)
    assert MORE not in article.text
    assert not isinstance(note, Article)
    assert MORE[:20] in getattr(note, "what", "")


TEXTS = [f"{first}\n\n{second}" for _, _, first, second in STORIES]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (json.dumps(TEXTS), "a.json"),
        ("\n".join(map(json.dumps, TEXTS)), "a.jsonl"),
        (
            json.dumps(
                [[day, title, first + "\n\n" + second] for title, day, first, second in STORIES]
            ),
            "a.json",
        ),
        (
            "\n".join(
                json.dumps([day, first + "\n\n" + second]) for _, day, first, second in STORIES
            ),
            "a.jsonl",
        ),
    ],
)
def test_texts_and_rows_without_names_are_articles(data: str, name: str) -> None:
    articles = [one for one in read(data.encode(), relative=name) if isinstance(one, Article)]
    assert [[span.of(a.text) for span in a.paragraphs] for a in articles] == [
        [first, second] for _, _, first, second in STORIES
    ]


@pytest.mark.parametrize("data", ['["a", "b"]', "[1, 2, 3]", '["une clef", ["x"]]', '["Un début'])
def test_lists_of_keys_stay_unread(data: str) -> None:
    assert not any(isinstance(one, Article) for one in read(data.encode(), relative="a.json"))


HEADS = "<tr><th>N°</th><th>Support</th><th>Parution</th><th>Objet</th><th>Verbatim</th></tr>"
ROW = "<tr><td>3</td><td>La Gazette du Port</td><td>{day}</td><td>{title}</td><td>{first} {second}</td></tr>"


@pytest.mark.parametrize("heads", ["", HEADS])
def test_a_table_of_articles_without_known_heads_is_told_by_its_cells(heads: str) -> None:
    page = f"<html><head><title>Export</title></head><body><table>{heads}{each(ROW)}</table></body></html>"
    articles = [one for one in read(page.encode(), relative="a.html") if isinstance(one, Article)]
    assert [(a.title, a.published.value, a.source) for a in articles] == [
        (title, day, "La Gazette du Port") for title, day, _, _ in STORIES
    ]


def test_a_table_without_days_is_part_of_its_page() -> None:
    rows = each("<tr><td>00:01</td><td>Jeanne</td><td>{first} {second}</td></tr>")
    page = f"<html><body><main><h1>Un débat</h1><table>{rows}</table></main></body></html>"
    articles = [one for one in read(page.encode(), relative="a.html") if isinstance(one, Article)]
    assert len(articles) == 1


DAYS = each("<tr><td>{day}</td><td>{first} {second}</td></tr>")
CHRONICLES = {
    "sentences around it": f"<main><h1>La tempête, jour après jour</h1><p>{MORE}</p><p>{MORE}</p><table>{DAYS}</table><p>{MORE}</p></main>",
    "sentences around it, no heading": f"<div><p>{MORE}</p><table>{DAYS}</table><p>{MORE}</p></div>",
    "an article with a heading": f"<article><h1>La tempête, jour après jour</h1><table>{DAYS}</table><p>Lire aussi</p></article>",
}


@pytest.mark.parametrize("kind", CHRONICLES)
def test_a_table_of_days_inside_an_article_is_a_part_of_it(kind: str) -> None:
    page = f"<html><body>{CHRONICLES[kind]}</body></html>"
    (article,) = [one for one in read(page.encode(), relative="a.html") if isinstance(one, Article)]
    assert MORE not in page or MORE in article.text
    assert all(first in article.text for _, _, first, _ in STORIES)
    assert "<h1>" not in page or article.title == "La tempête, jour après jour"


SENTENCES = [f"<p>{first}</p><p>{second}</p>" for _, _, first, second in STORIES]
ONE_TEXT = {
    "parts": "<reportage><titre>{title}</titre>" + "".join(f"<volet><sous>{head}</sous>{text}</volet>" for head, text in zip(("La nuit", "Le lendemain"), SENTENCES[1:], strict=True)) + "</reportage>",
    "parts of no known name": "<piece><titre>{title}</titre><corps>" + "".join(f"<bloc><rep>{head}</rep>{text}</bloc>" for head, text in zip(("La nuit", "Le lendemain"), SENTENCES[1:], strict=True)) + "</corps></piece>",
    "turns": "<entretien><tete>{title}</tete>" + "".join(f"<tour><qui>{who}</qui><dit>{text}</dit></tour>" for who, text in zip(("Léa Arnal", "Jean Morel"), SENTENCES[1:], strict=True)) + "</entretien>",
    "turns of no known name": "<debat><tete>{title}</tete>" + "".join(f"<voix><nom>{who}</nom><dit>{text}</dit></voix>" for who, text in zip(("Léa Arnal", "Jean Morel"), SENTENCES[1:], strict=True)) + "</debat>",
    "a title as attribute": '<reportage titre="{title}">' + "".join(f"<bloc><sous>{head}</sous>{text}</bloc>" for head, text in zip(("La nuit", "Le lendemain"), SENTENCES[1:], strict=True)) + "</reportage>",
}  # fmt: skip


@pytest.mark.parametrize("kind", ONE_TEXT)
@pytest.mark.parametrize("number", [1, 2])
def test_titled_parts_and_turns_of_one_text_are_one_article(kind: str, number: int) -> None:
    titles = [story[0] for story in STORIES[:number]]
    data = "".join(ONE_TEXT[kind].format(title=title) for title in titles)
    data = f"<fonds>{data}</fonds>" if number > 1 else data
    articles = [one for one in read(data.encode(), relative="a.xml") if isinstance(one, Article)]
    assert [one.title for one in articles] == titles
    for article in articles:
        assert all(said in article.text for story in STORIES[1:] for said in story[2:])


@pytest.mark.parametrize("outer", ["rubrique", "cahier"])
def test_a_heading_above_articles_is_no_article(outer: str) -> None:
    row = "<rubrique><titre>{title}</titre><texte><p>{first}</p><p>{second}</p></texte></rubrique>"
    data = f"<journal><{outer}><titre>Port</titre>{each(row)}</{outer}></journal>"
    articles = [one for one in read(data.encode(), relative="a.xml") if isinstance(one, Article)]
    assert [one.title for one in articles] == [story[0] for story in STORIES]


@pytest.mark.parametrize("outer", ["rubrique", "cahier"])
def test_a_heading_above_articles_whose_text_has_no_name_is_no_article(outer: str) -> None:
    row = "<rubrique><titre>{title}</titre><p>{first}</p><p>{second}</p></rubrique>"
    data = f"<journal><{outer}><titre>Port</titre>{each(row)}</{outer}></journal>"
    articles = [one for one in read(data.encode(), relative="a.xml") if isinstance(one, Article)]
    assert [one.title for one in articles] == [story[0] for story in STORIES]


FLAT = {
    "by id": "<item id='title'>{title}</item><item id='text'>{first} {second}</item>",
    "by name, a day first": "<field name='date'>{day}</field><field name='titre'>{title}</field><field name='texte'>{first} {second}</field>",
}


@pytest.mark.parametrize("kind", FLAT)
@pytest.mark.parametrize("around", ["{}", "<base>{}</base>"])
def test_each_record_of_a_flat_list_of_named_elements_is_its_own(kind: str, around: str) -> None:
    data = around.format(f"<list>{each(FLAT[kind])}</list>").encode()
    articles = [one for one in read(data, relative="a.xml") if isinstance(one, Article)]
    assert [one.title for one in articles] == [story[0] for story in STORIES]
    for article, (_, day, first, second) in zip(articles, STORIES, strict=True):
        assert article.text.endswith(f"{first} {second}")
        assert kind == "by id" or article.published.value == day


BOX = {"titre": "Repères", "texte": f"{MORE} Elle a réuni les élus et les riverains mardi soir."}


@pytest.mark.parametrize(
    "key",
    ["encadres", "sections", "chunks", "historique", "versions", "traductions", "translations"],
)
@pytest.mark.parametrize("value", [[BOX], {"x": BOX}, [{"contenu": [BOX]}]])
def test_boxes_and_versions_of_an_article_are_no_articles(key: str, value: object) -> None:
    data = json.dumps([{**record(0), key: value}, record(1)], ensure_ascii=False).encode()
    found = list(read(data, relative="a.json"))
    articles = [one for one in found if isinstance(one, Article)]
    assert [one.title for one in articles] == [story[0] for story in STORIES[:2]]
    told = any("Les travaux dureront" in getattr(one, "what", "") for one in found)
    assert told or MORE in articles[0].text


@pytest.mark.parametrize(
    "data",
    [
        [{**record(0), "voir_aussi": [record(1)]}, record(1), {**record(2), "liens": [record(0)]}],
        [record(0), {**record(1), "voir_aussi": [record(0), {"a": record(2)}, record(2)]}],
        {"une": record(0), "papiers": {"a": record(0), "b": record(1), "c": record(2)}},
    ],
)
def test_an_article_that_stands_in_two_places_is_given_once(data: object) -> None:
    found = list(read(json.dumps(data, ensure_ascii=False).encode(), relative="a.json"))
    titles = [one.title for one in found if isinstance(one, Article)]
    assert titles == [story[0] for story in STORIES]
    assert not any("stand in no article" in getattr(one, "reason", "") for one in found)


def test_a_titled_collection_of_articles_with_long_heads_is_a_list() -> None:
    row = "<piece><lib>{title}</lib><p>{first}</p><p>{second}</p></piece>"
    data = f"<recueil><titre>Revue de presse</titre>{each(row)}</recueil>".encode()
    articles = [one for one in read(data, relative="a.xml") if isinstance(one, Article)]
    assert [one.title for one in articles] == [story[0] for story in STORIES]
