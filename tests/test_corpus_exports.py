"""Exports of press databases, in the layouts of their years, give every article."""

from __future__ import annotations

import time

import pytest
from a_story import FIRST, SECOND, THIRD, TITLE, articles, assert_covers, paragraphs

for library in ("trafilatura",):
    pytest.importorskip(library)

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
    # What the row « LA » says counts; without it the class of the article does.
    data = (
        FACTIVA_INDEXED.replace("frArticle", f"{language}Article")
        .replace("<b>LA</b>", "<b>ED</b>")
        .encode()
    )
    (article,) = articles(data, "Factiva.htm")
    assert (article.title, article.source, article.author, article.section) == (
        TITLE,
        "La Gazette",
        "Jeanne Martin",
        "Région",
    )
    # The layout of every language is read; which one the article is in, its text tells.
    assert (article.published.value, article.language) == ("2011-12-29T15:32:00", "fr")
    assert article.tags == ("Élections", "Politique intérieure")
    assert article.record_id == "GAZFR0020111229e7ct0001r"
    assert paragraphs(article) == [FIRST, SECOND, THIRD]
    assert_covers(article, data)
