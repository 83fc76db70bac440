"""Pages, feeds, exports, PDF and web archives that we made give their articles."""

from __future__ import annotations

import gzip
import sys

import pytest
from a_story import BODY, FIRST, SECOND, THIRD, TITLE, articles, assert_covers, paragraphs

from index.corpus.file_reading import read
from index.corpus.languages import reads_as_french
from index.corpus.markup import read_markup
from index.model.article import Article, TitleBasis, Unread
from index.model.text import Span, TextMap

for library in ("trafilatura", "feedparser", "pypdf", "warcio"):
    pytest.importorskip(library)

PAGE = f"""<!DOCTYPE html>
<html lang="fr-FR"><head><meta charset="utf-8">
<title>{TITLE} | Le Courrier du Causse</title>
<meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="Le Courrier du Causse">
<meta property="og:description" content="Un crédit de 12 millions.">
<meta property="article:published_time" content="2023-01-17T19:06:00+01:00">
<link rel="canonical" href="https://courrier.test/barrage">
<meta property="article:tag" content="barrage"><meta property="article:tag" content="Aubrac">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"NewsArticle",
"headline":"{TITLE}","author":{{"@type":"Person","name":"Jeanne Martin"}},"articleSection":"Région",
"datePublished":"2023-01-17T19:06:00+01:00","dateModified":"2023-01-18T08:00:00+01:00"}}]}}</script>
<style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/r">Région</a></li></ul></nav>
<main><article><h1>{TITLE}</h1>
<p class="meta">Par Jeanne Martin - Publié le 17/01/2023 à 19:06</p>
<figure><img src="a.jpg"><figcaption>Le lac vu du ciel, l’été dernier. © Paul Le Goff</figcaption></figure>
<div class="text"><p>{FIRST.replace("’", "&rsquo;")}</p>
<p><strong>Lire aussi :</strong> <a href="/x">La vallée attend toujours son train</a></p>
<p>{SECOND.replace("« ", "&laquo;&nbsp;").replace(" »", "&nbsp;&raquo;")}</p>
<div class="ad">Publicité</div>
<p>{THIRD.replace("Ils dureront", "Ils <em>dureront</em>")}</p></div>
<p>Partager sur Facebook</p></article>
<aside><h2>Sur le même sujet</h2><ul><li><a href="/1">Une centrale solaire verra le jour sur le plateau</a></li>
<li><a href="/2">{TITLE}</a></li></ul></aside></main>
<footer><p>© 2023 Le Courrier du Causse. Tous droits réservés.</p></footer>
<script>var x = "<p>rien</p>";</script></body></html>
"""


def test_a_saved_page() -> None:
    data = PAGE.encode()
    (article,) = articles(data, "barrage.html")
    assert article.id == "barrage"
    assert article.title == TITLE
    assert article.title_basis is TitleBasis.STATED
    assert paragraphs(article) == BODY
    assert article.source == "Le Courrier du Causse"
    assert article.author == "Jeanne Martin"
    assert article.section == "Région"
    assert article.published.value == "2023-01-17T19:06:00+01:00"
    assert article.modified.value == "2023-01-18T08:00:00+01:00"
    assert article.url == "https://courrier.test/barrage"
    assert article.tags == ("barrage", "Aubrac")
    assert article.language == "fr"
    assert article.description == "Un crédit de 12 millions."
    assert article.related == (
        "La vallée attend toujours son train",
        "Une centrale solaire verra le jour sur le plateau",
    )
    reasons = {aside.reason for aside in article.set_aside}
    assert {"credit", "cross-link", "advertising", "copyright", "social", "markup"} <= reasons
    assert_covers(article, data)


def test_markup_knows_places() -> None:
    text = "<p>Un <b>mot</b>&nbsp;&amp;\n  deux</p><p>Fin<br>Suite<!-- rien --> ici</p>"
    markup = read_markup(text)
    assert [block.text for block in markup.blocks] == ["Un mot\u00a0& deux", "Fin", "Suite ici"]
    first = TextMap(markup.blocks[0].strand.pieces)
    assert first.raw_span(Span(7, 8)) == Span(text.index("&amp;"), text.index("&amp;") + 5)


@pytest.mark.parametrize(
    "text",
    [
        "<p" * 5000,
        "<div>" * 50_000 + "a",
        "<!--" * 3000,
        "&#x110000;&#0;&bogus;",
        "</p></div>a<p>b",
        "<a b='c>d",
    ],
)
def test_markup_reads_anything(text: str) -> None:
    read_markup(text)


def test_a_page_without_article_is_said_so() -> None:
    (found,) = read(b"<html><body><nav>Menu</nav></body></html>", relative="a.html")
    assert isinstance(found, Unread)


def test_without_the_library_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, relative, data in (
        ("trafilatura", "a.html", PAGE.encode()),
        ("pypdf", "a.pdf", b"%PDF-1.4"),
        ("feedparser", "a.rss", b"<rss><channel></channel></rss>"),
    ):
        monkeypatch.setitem(sys.modules, name, None)
        (found,) = read(data, relative=relative)
        assert isinstance(found, Unread)
        assert f"pip install '{name}>=" in found.reason


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Le Courrier du Causse</title><language>fr</language>
<item><title>Le barrage &amp; le lac</title><link>https://courrier.test/1</link><guid>n1</guid>
<pubDate>Tue, 17 Jan 2023 19:06:00 +0100</pubDate><dc:creator>Jeanne Martin</dc:creator><category>Région</category>
<description>Un crédit a été voté.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Sans contenu</title><description>&lt;p&gt;{THIRD}&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>La Gazette</title>
<entry><title>{TITLE}</title><id>tag:1</id><updated>2023-01-17T19:06:00Z</updated><author><name>P. L.</name></author>
<link href="https://gazette.test/1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p></div></content></entry></feed>"""


def test_a_feed() -> None:
    data = RSS.encode()
    first, second = articles(data, "flux.rss")
    assert (first.title, first.source, first.author) == (
        "Le barrage & le lac",
        "Le Courrier du Causse",
        "Jeanne Martin",
    )
    assert first.published.value == "2023-01-17T19:06:00+01:00"
    assert (first.url, first.record_id, first.tags) == (
        "https://courrier.test/1",
        "n1",
        ("Région",),
    )
    assert first.description == "Un crédit a été voté."
    assert paragraphs(first) == [FIRST, SECOND]
    assert paragraphs(second) == [THIRD]
    assert_covers(first, data)


def test_an_atom_feed() -> None:
    data = ATOM.encode()
    (article,) = articles(data, "flux.xml")
    assert (article.id, article.title, article.source) == ("flux#1", TITLE, "La Gazette")
    assert (article.author, article.url) == ("P. L.", "https://gazette.test/1")
    assert article.published.value == "2023-01-17T19:06:00+00:00"
    assert paragraphs(article) == [FIRST]


def make_pdf(*pages: list[str]) -> bytes:
    """A PDF with a line of text for each entry, by hand (PDF 1.4, section 3.4)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        shown = b"".join(
            b"(" + line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*\n"
            for line in lines
        )
        stream = b"BT /F1 11 Tf 14 TL 50 780 Td\n" + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        start,
    )


def test_a_pdf_with_a_text_layer() -> None:
    data = make_pdf(
        [
            "Le barrage sera rénové",
            "La région a voté lundi un crédit de 12 millions d'euros pour réno-",
            "ver le barrage, construit en 1931 et fermé depuis deux ans après",
            "l'apparition de fissures.",
            "Les travaux commenceront au printemps. Ils dureront trois ans, selon",
            "l'exploitant, qui prévoit de vider le lac.",
            "3",
        ]
    )
    (article,) = articles(data, "barrage.pdf")
    assert article.encoding == "PDF"
    assert article.title == "Le barrage sera rénové"
    assert paragraphs(article) == [
        "La région a voté lundi un crédit de 12 millions d'euros pour rénover le barrage, construit en"
        " 1931 et fermé depuis deux ans après l'apparition de fissures.",
        "Les travaux commenceront au printemps. Ils dureront trois ans, selon l'exploitant, qui prévoit"
        " de vider le lac.",
    ]
    assert_covers(article, data)


def test_a_line_of_a_pdf_with_room_for_the_next_word_ends_there() -> None:
    """A paragraph below « À lire aussi : … » was set aside with it."""
    wide = (
        "La région a voté lundi un crédit de douze millions pour rénover le barrage de la vallée de"
    )
    data = make_pdf(
        [
            "Le barrage sera rénové",
            wide,
            "Cernay, construit en 1931 et fermé depuis deux ans après l'apparition de fissures larges.",
            "À lire aussi : La vallée attend son barrage depuis deux ans déjà",
            "Les travaux commenceront au printemps. Ils dureront trois ans, selon la région, qui prévoit",
            "de vider le lac et de le repeupler ensuite avec les poissons que les pêcheurs auront mis",
            "à l'abri dans les bassins de la pisciculture voisine.",
        ]
    )
    (article,) = articles(data, "barrage.pdf")
    first, last = paragraphs(article)
    assert first.startswith("La région") and "vallée de Cernay, construit" in first
    assert last.startswith("Les travaux commenceront")


@pytest.mark.parametrize(
    ("data", "words"),
    [(make_pdf([]), "text layer"), (b"%PDF-1.4\nrien", "broken")],
)
def test_a_pdf_without_text(data: bytes, words: str) -> None:
    (found,) = read(data, relative="a.pdf")
    assert isinstance(found, Unread)
    assert words in found.reason


def make_record(number: int, *, url: str, status: str, kind: str, body: str) -> bytes:
    """A response of a web archive (WARC 1.0, ISO 28500)."""
    response = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2023-01-17T19:06:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(response)}\r\n\r\n"
    )
    return head.encode() + response + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(packed: bool) -> None:
    other = PAGE.replace(TITLE, "Un tout autre titre de page")
    other = other.replace("https://courrier.test/barrage", "")
    pages = (
        ("https://courrier.test/a", "200 OK", "text/html; charset=utf-8", PAGE),
        ("https://courrier.test/style", "200 OK", "text/css", "p {}"),
        ("https://courrier.test/gone", "404 Not Found", "text/html", PAGE),
        ("https://courrier.test/b", "200 OK", "text/html", other),
    )
    records = [
        make_record(number, url=url, status=status, kind=kind, body=body)
        for number, (url, status, kind, body) in enumerate(pages)
    ]
    data = b"".join(gzip.compress(record) for record in records) if packed else b"".join(records)
    first, second = articles(data, "pages.warc.gz" if packed else "pages.warc")
    assert [first.url, second.url] == ["https://courrier.test/barrage", "https://courrier.test/b"]
    assert paragraphs(first) == BODY
    assert second.title == "Un tout autre titre de page"
    assert_covers(second, data)


def test_a_broken_archive_is_said_so() -> None:
    (found,) = read(b"WARC/1.0\r\nrien", relative="a.warc")
    assert isinstance(found, Unread)


def test_many_unknown_columns_hide_no_heads_below_other_lines() -> None:
    data = (
        "Export du 12 mars 2024\n"
        "Date;Heure;Média;Typologie;Audience;Valorisation;Tonalité;Pays;Titre;Texte;Auteur\n"
        "10/02/2024;08:00;Le Courrier;PQR;1;2;3;FR;Le port rouvre;Le port de Montbrac a rouvert mardi matin.;Léa Arnal\n"
        "11/02/2024;09:00;La Gazette;PQN;1;2;3;FR;Le pont ferme;Le pont de Montbrac a fermé mercredi soir.;Luc Amiel\n"
    )
    articles = [a for a in read(data.encode(), relative="veille.csv") if isinstance(a, Article)]
    assert [a.title for a in articles] == ["Le port rouvre", "Le pont ferme"]


def test_brackets_of_an_editor_are_no_short_codes() -> None:
    entry = (
        '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<wp:wxr_version>1.2</wp:wxr_version><item><title>Le dossier</title><wp:post_type>post</wp:post_type>"
        "<content:encoded><![CDATA[[su_note]Mon adjoint a vu le dossier : [celui-ci a été rejeté] [peut-être] par le préfet."
        '[contact-form-7 id="4"]]]></content:encoded></item></channel></rss>'
    )
    (article,) = (a for a in read(entry.encode(), relative="export.xml") if isinstance(a, Article))
    assert "[celui-ci a été rejeté] [peut-être] par le préfet." in article.text
    assert "su_note" not in article.text and "contact-form" not in article.text


@pytest.mark.parametrize(
    "text",
    [
        "Governo dá resposta à crise e promete apoio à habitação até ao final do ano, diz o primeiro-ministro aos jornalistas",
        "O ministro chegou à capital à tarde e foi recebido pelo presidente da câmara",
    ],
)
def test_portuguese_is_not_french_for_its_accents(text: str) -> None:
    assert not reads_as_french(text)
