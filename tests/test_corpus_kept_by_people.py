"""Files in which people keep several articles: corpora of pupils, notes in Org, sheets, references, old archives."""

from __future__ import annotations

import json

import pytest

from index.corpus.file_reading import read
from index.model.article import Article, Unread
from tests.test_corpus_structures import STORIES

TITLES = [title for title, *_ in STORIES[:3]]
PROSE = [f"{first} {second}" for _, _, first, second in STORIES[:3]]


def articles(text: str, name: str) -> list[Article]:
    return [one for one in read(text.encode(), relative=name) if isinstance(one, Article)]


def wrapped(text: str) -> str:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


FEET = (
    "Source : Le Courrier, 3 novembre 2023",
    "Source : Le Fanal, n° 611, 10 novembre 2023, Diane Escoffier",
    "(source : La Gazette du 17/11/2023 ; Pauline Santerre)",
)


def test_a_corpus_with_sources_below_wrapped_texts() -> None:
    stars = ("*" * 40, "***", "*" * 40)
    text = "Exposé – la digue – corpus\n" + "".join(
        f"{rule}\n\n{at + 1}) {title}\n\n{wrapped(prose)}\n\n{foot}\n\n"
        for at, (rule, title, prose, foot) in enumerate(zip(stars, TITLES, PROSE, FEET, strict=True))
    ) + f"{stars[0]}\n\nbilan : il en faut encore deux\n"  # fmt: skip
    found = articles(text, "corpus.txt")
    assert [(one.title, one.source, one.author) for one in found] == [
        (TITLES[0], "Le Courrier", None),
        (TITLES[1], "Le Fanal", "Diane Escoffier"),
        (TITLES[2], "La Gazette", "Pauline Santerre"),
    ]
    assert [one.published.value for one in found] == ["2023-11-03", "2023-11-10", "2023-11-17"]


ORG = """#+TITLE: Veille du port

* TODO Rappeler la mairie
* Presse
** {0} :digue:
:PROPERTIES:
:SOURCE:   Le Fanal
:DATE:     [2023-02-27 lun.]
:AUTEUR:   Jeanne Martin
:END:

{3}

** {1}
/La Gazette/, [2023-04-17 lun.]

{4}

* Notes
- [ ] commander le plan
"""


def test_headings_below_others_in_org() -> None:
    found = articles(ORG.format(*TITLES, *PROSE), "veille.org")
    assert [(one.title, one.source, one.author, one.published.value) for one in found] == [
        (TITLES[0], "Le Fanal", "Jeanne Martin", "2023-02-27"),
        (TITLES[1], "La Gazette", None, "2023-04-17"),
    ]


def test_a_text_that_a_program_cut_into_two_columns() -> None:
    head, tail = (
        PROSE[0][:90].rsplit(" ", 1)[0],
        PROSE[0][len(PROSE[0][:90].rsplit(" ", 1)[0]) + 1 :],
    )
    data = f"text_1\ttext_2\toutlet\theadline\tbyline\n{head}\t{tail}\tLe Fanal\t{TITLES[0]}\tNA\n"  # fmt: skip
    (one,) = articles(data, "a.tsv")
    assert PROSE[0] in one.text
    assert (one.title, one.source, one.author) == (TITLES[0], "Le Fanal", None)


def test_the_heading_of_an_article_below_the_name_of_its_issue() -> None:
    data = (
        "<TEI><teiHeader><fileDesc><titleStmt><title>La Vigie, mardi 16 mai 1911</title></titleStmt></fileDesc></teiHeader>"
        f"<text><body><div type='article'><head>{TITLES[0]}</head><p>{PROSE[0]}</p></div></body></text></TEI>"
    )
    (one,) = articles(data, "a.xml")
    assert one.title == TITLES[0]


@pytest.mark.parametrize(
    ("fields", "source", "day"),
    [
        ("journal = {Le Fanal}, year = {2023}, month = dec, day = {4}", "Le Fanal", "2023-12-04"),
        ("howpublished = {Le Fanal}, date = {2023-12-18}", "Le Fanal", "2023-12-18"),
        ("howpublished = {\\url{https://x.example}}, year = {2023}", None, "2023"),
    ],
)
def test_where_and_when_a_reference_appeared(fields: str, source: str | None, day: str) -> None:
    data = f"@misc{{a, title = {{{TITLES[0]}}}, abstract = {{{PROSE[0]}}}, {fields}}}"
    (one,) = articles(data, "a.bib")
    assert (one.source, one.published.value) == (source, day)


ARCHIVE = '<!DOCTYPE REVUE [<!ELEMENT REVUE ANY><!ENTITY {entity}>]><REVUE><PERIODIQUE CODE="RDM">Le Réveil</PERIODIQUE>{arts}</REVUE>'
ARTS = "".join(
    f'<ART NUM="{at}"><DPAR>2015062{at}</DPAR><PG>{at}</PG><TI>{title}</TI><SIGN>Luc Amiel</SIGN><TX><P>{prose} 5 &euro;.</P></TX></ART>'
    for at, (title, prose) in enumerate(zip(TITLES, PROSE, strict=True), 1)
)


def test_an_archive_that_names_characters() -> None:
    found = articles(ARCHIVE.format(entity='euro "&#8364;"', arts=ARTS), "a.xml")
    assert [(one.title, one.source, one.author, one.published.value, one.page) for one in found] == [
        (title, "Le Réveil", "Luc Amiel", f"2015-06-2{at}", f"{at}")
        for at, title in enumerate(TITLES, 1)
    ]  # fmt: skip
    assert "5 €." in found[0].text


@pytest.mark.parametrize(
    "entity",
    ['euro "ha"', 'a "&euro;&euro;"', 'x SYSTEM "file:///etc/passwd"', '% p "<!ELEMENT a ANY>"'],
)
def test_an_archive_that_declares_more_is_refused(entity: str) -> None:
    data = ARCHIVE.format(entity=entity, arts=ARTS).encode()
    (told,) = read(data, relative="a.xml")
    assert isinstance(told, Unread)
    assert "entities" in told.reason


def test_a_letter_whose_contents_name_its_articles() -> None:
    links = "".join(f'<li><a href="#a{at}">{title}</a></li>' for at, title in enumerate(TITLES))
    cells = "".join(
        f'<tr><td id="a{at}" style="font-weight:bold">{title}</td></tr><tr><td><p>{prose}</p><p>{prose[::-1][:90]}.</p></td></tr>'
        for at, (title, prose) in enumerate(zip(TITLES, PROSE, strict=True))
    )
    page = (
        "<html><head><title>La Matinale du Port – jeudi 27 février 2025</title></head><body><table>"
        f"<tr><td><b>Dans cette lettre</b><ul>{links}</ul></td></tr>{cells}</table></body></html>"
    )
    found = articles(page, "lettre.html")
    assert [(one.title, one.source, one.published.value) for one in found] == [
        (title, "La Matinale du Port", "2025-02-27") for title in TITLES
    ]


def test_an_article_that_was_kept_in_the_note_of_a_bookmark() -> None:
    page = (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL><p>"
        f'<DT><A HREF="https://m.example/a" ADD_DATE="1700500000">{TITLES[0]}</A>\n'
        f"<DD>Le Fanal, 2 octobre 2023, par Jeanne Martin\n\n{PROSE[0]}\n</DL>"
    )
    (one,) = articles(page, "signets.html")
    assert (one.source, one.author, one.published.value) == ("Le Fanal", "Jeanne Martin", "2023-10-02")  # fmt: skip


def test_authors_that_an_interface_lists_as_edges() -> None:
    node = {
        "title": TITLES[0],
        "publication": {"name": "Le Fanal"},
        "authors": {"edges": [{"node": {"displayName": "Jeanne Martin"}}]},
        "body": {"blocks": [{"text": PROSE[0]}, {"text": PROSE[1]}]},
    }
    data = json.dumps({"data": {"search": {"edges": [{"node": node}, {"node": {**node, "title": TITLES[1]}}]}}})  # fmt: skip
    found = articles(data, "reponse.json")
    assert [(one.title, one.source, one.author) for one in found] == [
        (title, "Le Fanal", "Jeanne Martin") for title in TITLES[:2]
    ]


@pytest.mark.parametrize("cover", ["Dossier de presse – la digue", "Revue de presse du 3 mars", ""])
def test_the_name_of_a_review_is_not_the_title_of_its_first_article(cover: str) -> None:
    days = ("3 mars 2024", "4 mars 2024", "5 mars 2024")
    parts = (
        f"{title}\nLe Fanal, {day}\n\n{prose}"
        for title, day, prose in zip(TITLES, days, PROSE, strict=True)
    )
    found = articles("\n\n".join((cover, *parts)).lstrip(), "a.txt")
    assert [one.title for one in found] == TITLES


def test_articles_in_a_narrow_column_of_print() -> None:
    """No blank lines, titles of two lines, outlet, day and author below: the text of a PDF of cuttings."""

    def narrow(text: str) -> str:
        words, lines = text.split(" "), [""]
        for word in words:
            if len(lines[-1]) + len(word) > 42:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        return "\n".join(lines)

    titles = ("Dans les vignes, la pyrale ne\nconnaît pas la trêve", "Le moulin reprend du\nservice", "Le port rouvre lundi")  # fmt: skip
    text = "Coupures de presse\n" + "\n".join(
        f"{title}\nLe Cep, {at} août 2023 – Bérénice Aumont\n{narrow(prose)}\n{narrow(prose)}"
        for at, (title, prose) in enumerate(zip(titles, PROSE, strict=True), 3)
    )
    found = articles(text, "coupures.txt")
    assert [(one.title, one.author) for one in found] == [
        (title.replace("\n", " "), "Bérénice Aumont") for title in titles
    ]


@pytest.mark.parametrize(
    ("sender", "head", "source"),
    [
        ("Pierres vives <lettre@pierres.example>", "", "Pierres vives"),
        ("Pierres vives <a@b.example>", "List-Unsubscribe: <mailto:x@b.example>\n", "Pierres vives"),
        ("Jeanne Martin <lettre@pierres.example>", "", None),
        ("Pierres vives <bureau@pierres.example>", "", None),
    ],
)  # fmt: skip
def test_a_letter_to_subscribers_is_named_by_its_sender(
    sender: str, head: str, source: str | None
) -> None:
    data = f"From: {sender}\n{head}Subject: {TITLES[0]}\nContent-Type: text/plain; charset=utf-8\n\n{PROSE[0]}\n\n{PROSE[1]}\n"
    (one,) = articles(data, "a.eml")
    assert one.source == source


def test_columns_of_one_text_that_have_numbers_and_no_known_name() -> None:
    rows = f"Titre;Support;Extrait 1;Extrait 2\n{TITLES[0]};Le Fanal;{PROSE[0]};{PROSE[1]}\n"
    (one,) = articles(rows, "a.csv")
    assert PROSE[0] in one.text
    assert PROSE[1] in one.text


def test_a_title_behind_the_number_of_its_article() -> None:
    text = "\n\n".join(
        f"ARTICLE {at} : {title}\nJournal : Le Fanal\nJour : 0{at}.03.2024\n\n{prose}\n\n{prose}"
        for at, (title, prose) in enumerate(zip(TITLES, PROSE, strict=True), 1)
    )
    assert [one.title for one in articles(text, "a.txt")] == TITLES
