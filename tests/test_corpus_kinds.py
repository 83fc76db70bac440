"""Every kind of file that people have, made small: its articles counted, told, and whole."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from email.message import EmailMessage

import pytest

from index.corpus.file_reading import raw_text, read
from index.model.article import INTERNAL, Article, Loss, Noted, Unread
from tests.test_corpus_fuzz import mangled

ONE = "Le maire de Valombre a présenté lundi le plan de rénovation du port devant le conseil municipal."
TWO = "Les travaux dureront deux ans et le quai nord sera fermé aux piétons dès le mois de mars."
THREE = "Une grue de trente tonnes est arrivée jeudi au port, où elle restera une année entière."
PAGE = f"<p>{ONE}</p><p>{TWO}</p>"


def zipped(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def lexis(labels: tuple[str, str, str, str], counter: str) -> bytes:
    by, section, length, load = labels
    return "\n\n".join(
        f"                  {counter.format(n=n)}\n\n\n       La Gazette du Port\n\n       {day} janvier 2023 mardi\n\n"
        f"{title}\n\n{by}: Jeanne Vautrin\n\n{section}: Région; Pg. {n + 10}\n\n{length}: 143 words\n\n{text}\n\n"
        f"{load}: January 18, 2023\n\n       Copyright 2023 Éditeur SA\n            All Rights Reserved"
        for n, (day, title, text) in enumerate(
            (
                (17, "Le port rénové", ONE),
                (18, "Le quai fermé", TWO),
                (19, "La grue arrive", THREE),
            ),
            1,
        )
    ).encode()


def nexis(body: str, end: str) -> bytes:
    return "\n".join(
        f"{title}\nLa Gazette du Port\n{day} janvier 2023 mardi\n\nCopyright 2023 Éditeur All Rights Reserved\n"
        f"Section: REGION; Pg. 12\nLength: 143 words\nByline: Jeanne Vautrin\n{body}\n\n{text}\n\n"
        f"Load-Date: January 18, 2023\n\n{end}\n"
        for day, title, text in ((17, "Le port rénové", ONE), (18, "Le quai fermé", TWO))
    ).encode()


def factiva_lines() -> str:
    return "\n\n".join(
        f"{title}\n\nPar Jeanne Vautrin\n\n877 {words}\n\n{day}\n\n19:06\n\nLa Gazette du Port\n\nGAZPOR\n\n12\n\n"
        f"Français\n\nCopyright 2023 Éditeur.\n\n{text}\n\nDocument GAZPOR0020230117ej1h0000{n}"
        for n, (title, words, day, text) in enumerate(
            (
                ("Le port de Valombre sera rénové", "mots", "17 janvier 2023", ONE),
                ("Le quai nord fermé dès le mois de mars", "Wörter", "18 Januar 2023", TWO),
            )
        )
    )


def in_rtf(text: str) -> bytes:
    coded = "".join(
        char if char.isascii() else f"\\u{ord(char)}?" for char in text.replace("\n\n", "\\par\n")
    )
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\*\\generator X;}\\f0 " + coded + "}"
    ).encode()


def word(paragraphs: list[tuple[str, str]]) -> bytes:
    import docx

    made = docx.Document()
    for style, text in paragraphs:
        made.add_paragraph(text, style=style or None)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def open_document() -> bytes:
    content = (
        '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>'
        "<text:tracked-changes><text:p>Ce qui fut supprimé.</text:p></text:tracked-changes>"
        f'<text:h text:outline-level="1">Le port rénové</text:h><text:p>{ONE}</text:p>'
        f"<text:p>{TWO}<text:note><text:note-body><text:p>Une note.</text:p></text:note-body></text:note></text:p>"
        "</office:text></office:body></office:document-content>"
    )
    return zipped(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml=content)


def book() -> bytes:
    package = (
        '<package xmlns:dc="d"><metadata><dc:title>La Gazette du Port [17 janv. 2023]</dc:title><dc:creator>calibre</dc:creator>'
        "<dc:date>2023-01-17</dc:date><dc:language>fr</dc:language></metadata><manifest>"
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>'
        '</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    pages = [
        f"<html><body><h1>{title}</h1><p>{text}</p><p>{THREE}</p></body></html>"
        for title, text in (("Le port rénové", ONE), ("Le quai fermé", TWO))
    ]
    return zipped(
        mimetype="application/epub+zip",
        **{
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="x.opf"/></rootfiles></container>',
            "x.opf": package,
            "a.xhtml": pages[0],
            "b.xhtml": pages[1],
        },
    )


def database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE TABLE articles (titre, journal, date, auteur, texte)")
        row = ("Le port rénové", "La Gazette du Port", "2023-01-17", "Jeanne Vautrin", ONE)
        base.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", row)
        base.commit()
        return base.serialize()


def workbook(head: list[str]) -> bytes:
    import openpyxl

    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(head)
    sheet.append(["Le port rénové", "2023-01-17", "La Gazette du Port", f"{ONE} {TWO}"])
    sheet.append(["Le quai fermé", "2023-01-18", "La Gazette du Port", f"{TWO} {THREE}"])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def mail(subject: str = "Le port rénové", *, page: bool = False) -> bytes:
    made = EmailMessage()
    made["From"] = "Jeanne <jeanne@exemple.test>"
    made["Subject"] = f"TR: {subject}"
    made["Date"] = "Tue, 17 Jan 2023 19:06:00 +0100"
    made["Message-ID"] = "<1@exemple.test>"
    if page:
        made.set_content(f"<html><body>{PAGE}</body></html>", subtype="html")
    else:
        made.set_content(f"{ONE}\n\n{TWO}\n")
        made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    return made.as_bytes()


def mailbox() -> bytes:
    return b"".join(
        b"From jeanne@exemple.test Tue Jan 17 19:06:00 2023\n" + mail(subject) + b"\n"
        for subject in ("Le port rénové", "Le quai fermé")
    )


MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.test/2023/01/17/port\r\nSubject: x\r\n"
    'Date: Sun, 1 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    "Content-Location: https://gazette.test/2023/01/17/port\r\n\r\n"
    f"<html><head><title>Le port rénové</title></head><body><article><h1>Le port rénové</h1>{PAGE}</article></body></html>\r\n--b--\r\n"
)
TEI = (
    '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Le port rénové</title>'
    '<author>Jeanne Vautrin</author></titleStmt><sourceDesc><bibl><title level="j">La Gazette du Port</title>'
    '<date when="2023-01-17"/><biblScope unit="page">12</biblScope></bibl></sourceDesc></fileDesc></teiHeader>'
    f"<text><body><p>{ONE}</p><p>{TWO}</p></body></text></TEI>"
)
ALTO = (
    '<alto><Layout><Page PHYSICAL_IMG_NR="4"><PrintSpace><TextBlock><TextLine><String CONTENT="Le"/><SP/><String CONTENT="conseil"/><SP/>'
    '<String CONTENT="municipal"/><SP/><String CONTENT="a"/><SP/><String CONTENT="débat-"/><HYP CONTENT="-"/></TextLine>'
    '<TextLine><String CONTENT="tu"/><SP/><String CONTENT="lundi"/><SP/><String CONTENT="du"/><SP/><String CONTENT="port."/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>'
)
NEWSML = (
    '<newsMessage><itemSet><newsItem guid="urn:1"><itemMeta><itemClass qcode="ninat:text"/><provider literal="AFP"/>'
    "<versionCreated>2023-01-17T19:06:00+01:00</versionCreated></itemMeta><contentMeta><by>Jeanne Vautrin</by>"
    '<language tag="fr"/><headline>Le port rénové</headline></contentMeta><contentSet><inlineXML><html><head><title>x</title></head>'
    f"<body>{PAGE}</body></html></inlineXML></contentSet></newsItem>"
    '<newsItem guid="urn:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem></itemSet></newsMessage>'
)
NITF = (
    '<nitf><head><title>x</title><docdata><date.issue norm="20230117"/><doc-id id-string="d1"/></docdata>'
    '<pubdata name="La Gazette du Port" position.section="Région" position.sequence="12"/></head><body><body.head><hedline><hl1>Le port rénové</hl1></hedline>'
    f"<byline>Par Jeanne Vautrin</byline></body.head><body.content>{PAGE}</body.content></body></nitf>"
)
FACTIVA = (
    "<ppsArticleResponse><article><accessionNo>GAZPOR1</accessionNo><baseLang>fr</baseLang><byline>Jeanne Vautrin</byline>"
    f"<headline><paragraph>Le port rénové</paragraph></headline><leadParagraph><paragraph>{ONE}</paragraph></leadParagraph>"
    f"<tailParagraphs><paragraph>{TWO}</paragraph></tailParagraphs><publicationDate><date>20230117</date></publicationDate>"
    "<sourceName>La Gazette du Port</sourceName></article></ppsArticleResponse>"
)
TXM = f'<corpus><text id="a" titre="Le port rénové" journal="La Gazette du Port" date="2023/01/17" auteur="Jeanne Vautrin"><p>{ONE}</p><p>{TWO}</p></text></corpus>'
WIRE = f"\x01AFP0123 4 POL 0087 /AFP-AA01\r\n\x02Le port rénové\r\n   VALOMBRE, 17 jan 2023 (AFP) - {ONE}\r\n   {TWO}\r\n\x03 171906 GMT JAN 23\r\n\x04"
IRAMUTEQ = f"**** *source_LaGazette *date_2023-01-17 *auteur_Vautrin\n{ONE}\n\n**** *source_LePhare *am_2023-02\n{TWO}\n"
REVIEW = f"Le port rénové\nLa Gazette du Port, 17 janvier 2023, p. 12\n\n{ONE}\n{TWO}\n\n==========\n\nLe quai fermé\nLe Phare, 18 janvier 2023\n\n{TWO}\n{THREE}\n"
LABELLED = f"Titre : Le port rénové\nSource : La Gazette du Port\nDate : 17 janvier 2023\n\n{ONE}\n\nTitre : Le quai fermé\nSource : Le Phare\nDate : 18 janvier 2023\n\n{TWO}\n"
RIS = f"TY  - NEWS\nTI  - Le port rénové\nAU  - Vautrin, Jeanne\nT2  - La Gazette du Port\nDA  - 2023/01/17/\nSP  - 12\nAB  - {ONE}\nER  - \n"
BIBTEX = f"@article{{v, title = {{Le port r{{\\'e}}nov{{\\'e}}}}, author = {{Vautrin, Jeanne}}, journaltitle = {{La Gazette du Port}}, date = {{2023-01-17}}, abstract = {{{ONE}}}}}"


def in_json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


GAZETTE, DAY = "La Gazette du Port", "2023-01-17"
Told = tuple[str | None, str | None, str | None, str | None]
"""Title, source, author, day of publication of the first article."""
FILES: dict[str, tuple[Callable[[], bytes] | bytes, int, Told]] = {
    "lexis-en.txt": (lambda: lexis(("BYLINE", "SECTION", "LENGTH", "LOAD-DATE"), "{n} of 3 DOCUMENTS"), 3, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "lexis-fr.txt": (lambda: lexis(("AUTEUR", "RUBRIQUE", "LONGUEUR", "DATE-CHARGEMENT"), "{n} de 3 DOCUMENTS"), 3, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "lexis-de.txt": (lambda: lexis(("AUTOR", "RUBRIK", "LÄNGE", "UPDATE"), "{n} von 3 DOKUMENTEN"), 3, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "lexis-nl.txt": (lambda: lexis(("AUTEUR", "RUBRIEK", "LENGTE", "LAADDATUM"), "{n} van 3 DOCUMENTEN"), 3, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "nexis.txt": (lambda: nexis("Body", "End of Document"), 2, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "nexis-fr.docx": (lambda: word([("", line) for line in nexis("Corps", "Fin du document").decode().split("\n") if line]), 2, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "factiva.txt": (lambda: factiva_lines().encode(), 2, ("Le port de Valombre sera rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "factiva.rtf": (lambda: in_rtf(factiva_lines()), 2, ("Le port de Valombre sera rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "rtf-named.txt": (lambda: in_rtf(f"Le port rénové\n\n{ONE}\n\n{TWO}"), 1, ("Le port rénové", None, None, None)),
    "iramuteq.txt": (IRAMUTEQ.encode(), 2, (None, "LaGazette", "Vautrin", DAY)),
    "review.txt": (REVIEW.encode(), 2, ("Le port rénové", GAZETTE, None, DAY)),
    "labelled.txt": (LABELLED.encode(), 2, ("Le port rénové", GAZETTE, None, DAY)),
    "review.docx": (lambda: word([("Heading 1", "Le port rénové"), ("", "La Gazette du Port, 17 janvier 2023"), ("", ONE), ("", TWO), ("Heading 1", "Le quai fermé"), ("", "Le Phare, 18 janvier 2023"), ("", TWO), ("", THREE)]), 2, ("Le port rénové", GAZETTE, None, DAY)),
    "one.docx": (lambda: word([("Title", "Le port rénové"), ("", ONE), ("", TWO)]), 1, ("Le port rénové", None, None, None)),
    "one.odt": (open_document, 1, ("Le port rénové", None, None, None)),
    "book.epub": (book, 2, ("Le port rénové", GAZETTE, None, DAY)),
    "a.yaml": (f"- titre: Le port rénové\n  journal: {GAZETTE}\n  date: 2023-01-17\n  auteur: Jeanne Vautrin\n  texte: |\n    {ONE}\n".encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "a.tex": (f"\\documentclass{{article}}\\title{{Le port rénové}}\\author{{Jeanne Vautrin}}\\date{{17 janvier 2023}}\\begin{{document}}\\maketitle {ONE}\n\n{TWO}\\end{{document}}".encode(), 1, ("Le port rénové", None, "Jeanne Vautrin", DAY)),
    "a.sqlite": (database, 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "a.rst": (f"Le port rénové\n==============\n\n:Author: Jeanne Vautrin\n:Date: 2023-01-17\n\n{ONE}\n\n*{TWO}*\n".encode(), 1, ("Le port rénové", None, "Jeanne Vautrin", DAY)),
    "a.adoc": (f"= Le port rénové\nJeanne Vautrin\nv1, 2023-01-17\n\n{ONE}\n\n_{TWO}_\n".encode(), 1, ("Le port rénové", None, "Jeanne Vautrin", DAY)),
    "texts.zip": (lambda: zipped(un_dot_txt=REVIEW.encode(), deux_dot_txt=LABELLED.encode()), 4, ("Le port rénové", GAZETTE, None, DAY)),
    "table.xlsx": (lambda: workbook(["Titre", "Date", "Journal", "Texte"]), 2, ("Le port rénové", GAZETTE, None, DAY)),
    "unnamed.xlsx": (lambda: workbook(["Titre", "Date", "Journal", "Colonne 4"]), 2, ("Le port rénové", GAZETTE, None, DAY)),
    "one.eml": (mail, 1, ("Le port rénové", None, None, DAY)),
    "page.eml": (lambda: mail(page=True), 1, ("Le port rénové", None, None, DAY)),
    "box.mbox": (mailbox, 2, ("Le port rénové", None, None, DAY)),
    "saved.mhtml": (MHTML.encode(), 1, ("Le port rénové", "gazette.test", None, DAY)),
    "a.ris": (RIS.encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "a.bib": (BIBTEX.encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "csl.json": (in_json([{"type": "article-newspaper", "title": "Le port rénové", "container-title": GAZETTE, "issued": {"date-parts": [[2023, 1, 17]]}, "author": [{"family": "Vautrin", "given": "Jeanne"}], "abstract": ONE}]), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "tei.xml": (TEI.encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "txm.xml": (TXM.encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "alto.xml": (ALTO.encode(), 1, (None, None, None, None)),
    "newsml.xml": (NEWSML.encode(), 1, ("Le port rénové", "AFP", "Jeanne Vautrin", DAY)),
    "nitf.xml": (NITF.encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "factiva.xml": (FACTIVA.encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "wire.txt": (WIRE.encode(), 1, ("Le port rénové", "AFP", "AFP", DAY)),
    "wordpress.json": (in_json([{"id": 7, "date": "2023-01-17T19:06:00", "link": "https://gazette.test/port", "title": {"rendered": "Le port r&eacute;nov&eacute;"}, "content": {"rendered": PAGE}, "author": 3, "categories": [4]}]), 1, ("Le port rénové", "gazette.test", None, DAY)),
    "newsplease.json": (in_json({"title": "Le port rénové", "maintext": f"{ONE}\n{TWO}", "date_publish": "2023-01-17 19:06:00", "date_download": "2026-03-01 10:00:00", "authors": ["Jeanne Vautrin"], "source_domain": "gazette.test", "url": "https://gazette.test/a"}), 1, ("Le port rénové", "gazette.test", "Jeanne Vautrin", DAY)),
    "trafilatura.json": (in_json({"title": "Le port rénové", "author": "Jeanne Vautrin", "hostname": "gazette.test", "date": "2023-01-17", "filedate": "2026-03-01", "source": "https://gazette.test/a", "source-hostname": GAZETTE, "raw_text": ONE, "text": f"{ONE}\n{TWO}"}), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "wallabag.json": (in_json([{"id": 1, "title": "Le port rénové", "url": "https://gazette.test/a", "content": PAGE, "created_at": "2026-03-01T10:00:00+0100", "published_at": "2023-01-17T10:00:00+0100", "published_by": ["Jeanne Vautrin"], "domain_name": "gazette.test", "tags": ["port"]}]), 1, ("Le port rénové", "gazette.test", "Jeanne Vautrin", DAY)),
    "newsapi.json": (in_json({"status": "ok", "totalResults": 1, "articles": [{"source": {"id": None, "name": GAZETTE}, "author": "Jeanne Vautrin", "title": "Le port rénové", "publishedAt": "2023-01-17T10:00:00Z", "content": f"{ONE} {TWO}"}]}), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "elastic.json": (in_json({"hits": {"total": 1, "hits": [{"_id": "a", "_source": {"title": "Le port rénové", "body": ONE, "date": "2023-01-17", "source": GAZETTE, "author": "Jeanne Vautrin"}}]}}), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "minet.csv": (f'url,title,date,author,sitename,raw_content\nhttps://gazette.test/a,Le port rénové,2023-01-17,Jeanne Vautrin,{GAZETTE},"{ONE} {TWO}"\n'.encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "zotero.csv": (f'Key,Item Type,Author,Title,Publication Title,Url,Abstract Note,Date,Date Added,Date Modified\nK,newspaperArticle,Jeanne Vautrin,Le port rénové,{GAZETTE},,"{ONE}",2023-01-17,2026-03-01,2026-03-02\n'.encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
    "list.xml": (f"<articles><article><titre>Le port rénové</titre><journal>{GAZETTE}</journal><date>2023-01-17</date><auteur>Jeanne Vautrin</auteur><texte>{ONE}</texte></article></articles>".encode(), 1, ("Le port rénové", GAZETTE, "Jeanne Vautrin", DAY)),
}  # fmt: skip


def found_in(name: str) -> tuple[bytes, list[Article], list[Article | Noted | Unread]]:
    made = FILES[name][0]
    data = made if isinstance(made, bytes) else made()
    found = list(read(data, relative=name))
    return data, [one for one in found if isinstance(one, Article)], found


@pytest.mark.parametrize("name", FILES)
def test_its_articles_are_counted_and_told(name: str) -> None:
    _, number, told = FILES[name]
    data, articles, found = found_in(name)
    assert not [one for one in found if isinstance(one, Unread)]
    assert len(articles) == number
    first = articles[0]
    title, source, author, day = told
    if title is not None:
        assert first.title == title
    assert (first.source, first.author, first.published.earliest) == (source, author, day)
    assert "présenté lundi" in first.text or "a débattu lundi" in first.text
    for article in articles:
        raw = raw_text(data, article.encoding)
        for piece in article.pieces:
            assert 0 <= piece.raw_start <= piece.raw_end <= len(raw)


@pytest.mark.parametrize(
    ("name", "page"),
    [("lexis-fr.txt", "11"), ("factiva.rtf", "12"), ("review.txt", "12"), ("a.ris", "12"), ("tei.xml", "12"), ("alto.xml", "4"), ("nitf.xml", "12")],
)  # fmt: skip
def test_the_page_is_kept(name: str, page: str) -> None:
    assert found_in(name)[1][0].page == page


@pytest.mark.parametrize(
    ("name", "words"),
    [("unnamed.xlsx", "Colonne 4"), ("one.eml", "a.pdf"), ("newsml.xml", "urn:2")],
)
def test_what_was_lost_or_decided_is_said(name: str, words: str) -> None:
    notes = [one for one in found_in(name)[2] if isinstance(one, Noted)]
    assert words in [note.what for note in notes]


def test_a_mail_is_dated_by_inference_only() -> None:
    assert found_in("one.eml")[1][0].published.basis.value == "inferred"


def test_what_was_deleted_is_not_read() -> None:
    article = found_in("one.odt")[1][0]
    assert "supprimé" not in article.text and "Une note" not in article.text


def test_no_label_of_a_database_is_an_author_or_a_text() -> None:
    for name in ("lexis-fr.txt", "lexis-de.txt", "nexis.txt"):
        for article in found_in(name)[1]:
            assert article.author == "Jeanne Vautrin"
            assert "Load" not in article.text and "Copyright" not in article.text


BAD = [
    (b"\xd0\xcf\x11\xe0" + bytes(600), "a.doc", "password"),
    (zipped(word__document_dot_xml="<a>")[:60], "a.docx", "cut short"),
    (zipped(word__document_dot_xml="<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "a.docx", "entities"),
    (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><TEI>&b;</TEI>', "a.xml", "entities"),
    (TEI[:-60].encode(), "a.xml", "cut short"),
    (b"<mets><structMap/></mets>", "a.xml", "ALTO"),
    (("Un mot de plus sans fin. " * 60_000).encode(), "a.txt", "book"),
    (b"\x89PNG", "photo.png", "picture"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "name", "words"), BAD, ids=[f"{name}-{words}" for _, name, words in BAD]
)
def test_what_cannot_be_read_has_a_sentence(data: bytes, name: str, words: str) -> None:
    unread = [one for one in read(data, relative=name) if isinstance(one, Unread)]
    assert len(unread) == 1
    assert words in unread[0].reason


def test_a_page_with_its_own_list_of_headings_is_one_article() -> None:
    text = f"Faut-il rénover le port ?\n\nSommaire\n\nLe plan du maire\n\nLe prix des travaux\n\n{ONE}\n\nLe plan du maire\n\n{TWO}\n\nLe prix des travaux\n\n{THREE}\n"
    assert (
        len([one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article)]) == 1
    )


def test_an_article_without_text_is_counted() -> None:
    export = '<html><article><header><span class="DocPublicationName">La Gazette</span><span class="DocHeader">17 janvier 2023</span><p class="titreArticleVisu">Lien seul</p></header><section><p class="link-not-hosted"><a href="https://a.test">Voir</a></p></section></article></html>'
    (note,) = [one for one in read(export.encode(), relative="a.html") if isinstance(one, Noted)]
    assert (note.loss, note.what) == (Loss.WITHOUT_TEXT, "Lien seul")


@pytest.mark.parametrize("name", FILES)
def test_mangled_files_fail_by_their_own_fault(name: str) -> None:
    made = FILES[name][0]
    data = made if isinstance(made, bytes) else made()
    for seed in range(8):
        found = list(read(mangled(data, seed), relative=name))
        assert INTERNAL not in [one.reason for one in found if isinstance(one, Unread)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("base.accdb", "A database"),
        ("table.parquet", "A table of a statistics program"),
        ("table.feather", "A table of a statistics program"),
        ("feuille.numbers", "A spreadsheet"),
        ("page.webloc", "A shortcut to a page"),
        ("note.textile", "A text with marks of its own"),
    ],
)
def test_a_kind_with_a_long_ending_is_named_and_no_plain_text(name: str, kind: str) -> None:
    (told,) = read(b"Le port rouvre mardi, a annonce la mairie. " * 9, relative=name)
    assert isinstance(told, Unread) and told.reason.startswith(kind)
