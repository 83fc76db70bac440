"""Pages, feeds, exports, PDF and web archives that we made give their articles."""

from __future__ import annotations

import gzip
import sys
import time
from itertools import pairwise

import pytest

from index.corpus.markup import read_markup
from index.corpus.reading import raw_text, read
from index.model.article import Article, TitleBasis, Unread
from index.model.text import Span, TextMap

for library in ("trafilatura", "feedparser", "pypdf", "warcio"):
    pytest.importorskip(library)

TITLE = "Le barrage de l’Aubrac sera rénové"
FIRST = (
    "La région a voté lundi un crédit de 12 millions d’euros pour rénover le barrage, construit en"
    " 1931 et fermé depuis deux ans après l’apparition de fissures dans sa partie haute."
)
SECOND = (
    "« C’est une bonne nouvelle pour toute la vallée », a déclaré la maire de la commune, qui attendait"
    " cette décision depuis longtemps et craignait une fermeture définitive."
)
THIRD = (
    "Les travaux commenceront au printemps. Ils dureront trois ans, selon l’exploitant, et le lac sera"
    " vidé deux fois pour permettre aux ouvriers d’atteindre le pied de l’ouvrage."
)
BODY = [FIRST, SECOND, THIRD]

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


def articles(data: bytes, relative: str) -> list[Article]:
    found = list(read(data, relative=relative))
    assert all(isinstance(entry, Article) for entry in found), found
    return [entry for entry in found if isinstance(entry, Article)]


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text).replace("\u00a0", " ") for span in article.paragraphs]


def assert_covers(article: Article, data: bytes) -> None:
    """Clean text and what was set aside do not overlap, and the map leads back to equal characters."""
    raw = raw_text(data, article.encoding)
    taken = sorted(
        [(p.raw_start, p.raw_end) for p in article.pieces if p.raw_end > p.raw_start]
        + [(a.raw_start, a.raw_end) for a in article.set_aside]
    )
    assert all(one[1] <= two[0] for one, two in pairwise(taken))
    back = TextMap(article.pieces)
    for at, char in enumerate(article.text):
        span = back.raw_span(Span(at, at + 1))
        if span.length == 1 and not char.isspace():
            assert raw[span.start] == char
    for aside, text in zip(article.set_aside, article.set_aside_texts, strict=True):
        assert raw[aside.raw_start : aside.raw_end] == text


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
        assert "recoupe[formats]" in found.reason


EUROPRESSE = f"""<html><head><title>Europresse</title></head><body>
<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Courrier du Causse, no. 4301</span></div>
<div><span class="DocHeader">Région, mardi 17 janvier 2023 312 mots, p. 5</span></div>
<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">{TITLE}</p></div>
<div class="sm-margin-bottomNews">Jeanne Martin</div></header>
<section><div class="docOcurrContainer"><p>{FIRST}</p><p>{SECOND}</p></div></section>
<footer><div class="publiC-lblNodoc">news·20230117·CC·430100012</div><small>© 2023 CEDROM-SNi inc.</small></footer></article>
<article><header><span class="DocPublicationName">La Gazette</span><span class="DocHeader">18 janvier 2023</span>
<div class="titreArticle"><p class="titreArticleVisu">Un autre titre</p></div></header>
<section><div class="DocText clearfix"><p>{THIRD}</p></div></section></article>
</body></html>"""


def test_an_export_of_europresse() -> None:
    data = EUROPRESSE.encode()
    first, second = articles(data, "export.html")
    assert (first.id, second.id) == ("export#1", "export#2")
    assert (first.title, first.source, first.author) == (
        TITLE,
        "Le Courrier du Causse",
        "Jeanne Martin",
    )
    assert first.published.value == "2023-01-17"
    assert (first.section, first.record_id) == ("Région", "news·20230117·CC·430100012")
    assert paragraphs(first) == [FIRST, SECOND]
    assert (second.title, second.source, paragraphs(second)) == (
        "Un autre titre",
        "La Gazette",
        [THIRD],
    )
    assert_covers(first, data)


OLD_EUROPRESSE = f"""<html><head><META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body>
<form><input type="button" value="Sauvegarder" /></form>
<table align="center"><tr><td><table><tr><td id="celPublication"><img src="x.gif"><br></td></tr></table>
<span class="DocPublicationName">Le Courrier du Causse, no. 4301</span><br><span class="DocHeader">Région, </span><span class="DocHeader">jeudi </span><span class="DocHeader">4 octobre 2012</span><span class="DocHeader">, p. 03</span><br><br>
<span class="TitreArticleVisu">Le <span style="color:red; font-weight:bold">barrage</span> attendra</span><br><br>Jeanne Martin<br>
<p></p><font style="font-weight:bold;">{FIRST}</font><p></p>{SECOND}<p></p><b><i>© 2012 Le Courrier du Causse. Tous droits réservés.</i></b><p></p>Numéro de document : news·20121004·CC·430100012<br>
<table><tr><td align="center">news·20121004·CC·430100012</td></tr><tr><td>Ce certificat est émis à <b>Bibliothèque</b> à des fins de visualisation.</td></tr></table></td></tr></table>
<p><br><table align="center"><tr><td><span class="DocPublicationName">La Gazette</span><br><span class="DocHeader">vendredi </span><span class="DocHeader">5 octobre 2012</span><br><br><span class="TitreArticleVisu">Un autre titre</span><br><br>{THIRD}<p></p>Numéro de document : news·20121005·GA·1</td></tr></table>
</body></html>"""


def test_an_old_export_of_europresse_in_tables() -> None:
    data = OLD_EUROPRESSE.encode("cp1252")
    first, second = articles(data, "export.html")
    assert (first.title, first.source, first.author) == (
        "Le barrage attendra",
        "Le Courrier du Causse",
        "Jeanne Martin",
    )
    assert (first.published.value, first.section) == ("2012-10-04", "Région")
    assert first.record_id == "news·20121004·CC·430100012"
    assert paragraphs(first) == [FIRST, SECOND]
    assert (second.title, second.source, second.author, paragraphs(second)) == (
        "Un autre titre",
        "La Gazette",
        None,
        [THIRD],
    )
    assert_covers(first, data)


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        (
            '<div><span class="DocPublicationName">La Gazette, no. 12</span></div><div><span class="DocHeader">'
            f'World, Friday, November 13, 2015</span></div><p class="titreArticleVisu">{TITLE}</p><div>Paul Lenoir</div>',
            {"source": "La Gazette", "author": "Paul Lenoir", "published": "2015-11-13", "section": "World"},
        ),
        (
            '<div class="rdp__DocPublicationName"><span class="DocPublicationName">La Gazette (site web)</span>'
            '<span class="DocTitreSousSection">Cahier été</span><span>16 mars 2021 - 19:06 UTC +01:00</span></div>'
            '<div class="titreArticle"><p class="sm-margin-bottomNews">Barrages</p><p class="sm-margin-TopNews'
            f' titreArticleVisu rdp__articletitle">{TITLE}</p><p class="sm-margin-TopNews rdp__subtitle">Un chapô</p></div>'
            '<p class="sm-margin-bottomNews">Jeanne Martin</p>',
            {
                "source": "La Gazette",
                "author": "Jeanne Martin",
                "published": "2021-03-16T19:06:00+01:00",
                "description": "Un chapô",
            },
        ),
        (
            '<span class="DocPublicationName"><div class="icon-logo"></div>La Gazette</span><span class="DocHeader">'
            'Votre ville, jeudi 6 février 2014 134 mots, p. 93_T_17</span><div class="titreArticle"><div class="titreArticleVisu'
            f' grandTitre">{TITLE}</div></div><div class="docAuthors">Jeanne Martin ; Paul Lenoir</div>',
            {"source": "La Gazette", "author": "Jeanne Martin ; Paul Lenoir", "published": "2014-02-06", "section": "Votre ville"},
        ),
    ],
)  # fmt: skip
def test_heads_of_europresse_through_the_years(head: str, fields: dict[str, str]) -> None:
    data = (
        f"<html><body><article><header>{head}</header><section><div class='docOcurrContainer'><p>{FIRST}</p>"
        f"<p>Le <mark>barrage</mark> {SECOND[0].lower()}{SECOND[1:]}</p><div class='apd-wrapper'>Publicité</div>"
        "<p>Cet article est paru dans <a href='https://gazette.test'>La Gazette (site web)</a></p></div></section>"
        "<footer><small>© 2021 La Gazette</small><p>Numéro de document : news·20210316·GA·1</p></footer></article></body></html>"
    ).encode()
    (article,) = articles(data, "export.html")
    found = {
        "source": article.source,
        "author": article.author,
        "published": article.published.value,
        "section": article.section,
        "description": article.description,
    }
    assert {name: found[name] for name in fields} == fields
    assert (article.title, article.record_id) == (TITLE, "news·20210316·GA·1")
    assert paragraphs(article) == [FIRST, f"Le barrage {SECOND[0].lower()}{SECOND[1:]}"]
    assert_covers(article, data)


def test_an_export_of_several_hundred_articles() -> None:
    one = EUROPRESSE[EUROPRESSE.index("<article>") : EUROPRESSE.index("</article>") + 10]
    many = "".join(one.replace(TITLE, f"{TITLE} numéro {n}") for n in range(400))
    data = f"<html><body>{many}</body></html>".encode()
    started = time.process_time()
    found = articles(data, "export.html")
    assert [article.title for article in found] == [f"{TITLE} numéro {n}" for n in range(400)]
    assert found[-1].id == "export#400"
    assert time.process_time() - started < 10


FACTIVA = f"""<html><body><div id="article-COCA1" class="article frArticle"><p>
<div id="hd"><span class="frHeadline">{TITLE}</span></div>
<div class="author">Par Jeanne Martin</div><div>312 mots</div><div>17 janvier 2023</div><div>19:06</div>
<div>Le Courrier du Causse</div><div>COCA</div><div>Français</div><div>© 2023 Le Courrier du Causse.</div>
<p class="articleParagraph frarticleParagraph">{FIRST}</p><p class="articleParagraph frarticleParagraph">{SECOND}</p>
<p>Document COCA000020230117ej1h0002x</p></div>
<div class="article frArticle"><table><tr><td><b>HD</b></td><td>Un autre titre</td></tr>
<tr><td><b>BY</b></td><td>P. L.</td></tr><tr><td><b>PD</b></td><td>18 janvier 2023</td></tr><tr><td><b>ET</b></td><td>08:00</td></tr>
<tr><td><b>SN</b></td><td>La Gazette</td></tr><tr><td><b>LP</b></td><td><p>{SECOND}</p></td></tr>
<tr><td><b>TD</b></td><td><p>{THIRD}</p></td></tr><tr><td><b>AN</b></td><td>Document GAZ0000020230118</td></tr></table></div>
</body></html>"""


def test_an_export_of_factiva() -> None:
    data = FACTIVA.encode()
    first, second = articles(data, "factiva.html")
    assert (first.title, first.source, first.author) == (
        TITLE,
        "Le Courrier du Causse",
        "Jeanne Martin",
    )
    assert first.published.value == "2023-01-17T19:06:00"
    assert first.record_id == "COCA000020230117ej1h0002x"
    assert paragraphs(first) == [FIRST, SECOND]
    assert (second.title, second.source, second.author) == ("Un autre titre", "La Gazette", "P. L.")
    assert second.published.value == "2023-01-18T08:00:00"
    assert (second.record_id, paragraphs(second)) == ("GAZ0000020230118", [SECOND, THIRD])
    assert_covers(first, data)


FACTIVA_INDEXED = f"""<html><body><form><div id="contentLeft"><span></span><div class="article frArticle"><table>
<tr><td class="index"><b>SE</b>&nbsp;</td><td>Région</td></tr><tr><td class="index"><b>HD</b>&nbsp;</td><td><b class='frHeadline'>{TITLE}</b></td></tr>
<tr><td class="index"><b>BY</b>&nbsp;</td><td>Par Jeanne Martin</td></tr><tr><td class="index"><b>WC</b>&nbsp;</td><td>295 mots</td></tr>
<tr><td class="index"><b>PD</b>&nbsp;</td><td>29 décembre 2011</td></tr><tr><td class="index"><b>ET</b>&nbsp;</td><td>15:32</td></tr>
<tr><td class="index"><b>SN</b>&nbsp;</td><td>La Gazette</td></tr><tr><td class="index"><b>SC</b>&nbsp;</td><td>GAZFR</td></tr>
<tr><td class="index"><b>NGC</b>&nbsp;</td><td>Groupe</td></tr><tr><td class="index"><b>ED</b>&nbsp;</td><td>Lot</td></tr>
<tr><td class="index"><b>PG</b>&nbsp;</td><td>12</td></tr><tr><td class="index"><b>VOL</b>&nbsp;</td><td>14</td></tr>
<tr><td class="index"><b>LA</b>&nbsp;</td><td>Français</td></tr><tr><td class="index"><b>CY</b>&nbsp;</td><td>(c) La Gazette.   </td></tr>
<tr><td class="index"><p><b>LP</b>&nbsp;</p></td><td><p class="articleParagraph frarticleParagraph">{FIRST}</p></td></tr>
<tr><td class="index"><p><b>TD</b>&nbsp;</p></td><td><p class="articleParagraph frarticleParagraph">{SECOND}</p>
<p class="articleParagraph frarticleParagraph">{THIRD}</p></td></tr>
<tr><td class="index"><br/><b>NS</b>&nbsp;</td><td><br/>gvote1 : Élections | gpol : Politique intérieure</td></tr>
<tr><td class="index"><br/><b>RE</b>&nbsp;</td><td><br/>fra : France | eurz : Europe</td></tr>
<tr><td class="index"><br/><b>AN</b>&nbsp;</td><td><br/>Document GAZFR0020111229e7ct0001r</td></tr></table><br/></div></div></form></body></html>"""


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_an_export_of_factiva_with_its_indexing(language: str) -> None:
    data = FACTIVA_INDEXED.replace("frArticle", f"{language}Article").encode()
    (article,) = articles(data, "Factiva.htm")
    assert (article.title, article.source, article.author, article.section) == (
        TITLE,
        "La Gazette",
        "Jeanne Martin",
        "Région",
    )
    assert (article.published.value, article.language) == ("2011-12-29T15:32:00", language)
    assert article.tags == ("Élections", "Politique intérieure")
    assert article.record_id == "GAZFR0020111229e7ct0001r"
    assert paragraphs(article) == [FIRST, SECOND, THIRD]
    assert_covers(article, data)


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
