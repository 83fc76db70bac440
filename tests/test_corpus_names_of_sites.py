"""Sites and feeds named by tools: one outlet, whatever stands before or behind its name."""

from __future__ import annotations

import json

import pytest

from index.corpus.cleaning.channel_names import outlet_of_channel, without_channel_label
from index.corpus.cleaning.outlets import outlet_of_site
from index.corpus.file_reading import read
from index.model.article import Article

TEXT = "Depuis lundi soir, plus aucun camion ne franchit le pont de Saint-Aubrac, fissuré sous son tablier."


@pytest.mark.parametrize(
    ("site", "outlet"),
    [
        ("www.lemonde.fr", "Le Monde"),
        ("lemonde.fr", "Le Monde"),
        ("https://www.lemonde.fr/", "Le Monde"),
        ("m.lefigaro.fr", "Le Figaro"),
        ("www.franceinfo.fr", "Franceinfo"),
        ("francetvinfo.fr", "Franceinfo"),
        ("www.lyoncapitale.fr", "Lyon Capitale"),
        ("www.unsiteinconnu.test", "unsiteinconnu.test"),
        ("amp.unsiteinconnu.test", "unsiteinconnu.test"),
        # The same names in other countries are other papers.
        ("lexpress.mu", "lexpress.mu"),
        ("www.lematin.ma", "lematin.ma"),
        ("blog.lemonde.fr", "blog.lemonde.fr"),
        ("El Watan.com", "El Watan.com"),
        ("Actu.fr", "Actu.fr"),
        ("L.B. et A.F.", "L.B. et A.F."),
    ],
)
def test_a_site_is_its_outlet(site: str, outlet: str) -> None:
    assert outlet_of_site(site) == outlet


def test_tools_that_name_the_site_or_the_address_agree() -> None:
    urls = ("https://www.franceinfo.fr/a/pont-1.html", "https://www.siteinconnu.test/b/pont-2.html")
    wallabag = [
        {"id": n, "title": f"Le pont fermé aux camions, {n}", "url": url, "content": f"<p>{TEXT}</p>", "domain_name": url.split("/")[2]}
        for n, url in enumerate(urls)
    ]  # fmt: skip
    pocket = "title,url,time_added,tags,status\n" + "".join(f"Le pont fermé aux camions,{url},1678000000,,unread\n" for url in urls)  # fmt: skip
    told = [
        [one.source for one in read(data, relative=name) if isinstance(one, Article)]
        for name, data in (("a.json", json.dumps(wallabag).encode()), ("p.csv", pocket.encode()))
    ]
    assert told == [["Franceinfo", "siteinconnu.test"]] * 2


CHANNELS = (
    ("Lyon Capitale - À la une", "Lyon Capitale"),
    ("La Gazette du Causse : toute l’actualité", "La Gazette du Causse"),
    ("L’Est Républicain | Actualités", "L’Est Républicain"),
    ("Le Fanal – Dernières actualités", "Le Fanal"),
    ("Le Fanal - Flux RSS", "Le Fanal"),
    ("La Une - La Provence", "La Provence"),
    ("franceinfo - Les Titres", "franceinfo"),
)


@pytest.mark.parametrize(("name", "outlet"), CHANNELS)
def test_what_a_feed_says_of_itself_is_no_part_of_its_outlet(name: str, outlet: str) -> None:
    assert outlet_of_channel(name) == without_channel_label(name) == outlet
    feed = f'<rss version="2.0"><channel><title>{name}</title><link>https://x.test</link><item><title>Le pont fermé aux camions</title><description>{TEXT}</description></item></channel></rss>'
    (article,) = (one for one in read(feed.encode(), relative="a.rss") if isinstance(one, Article))
    assert article.source == outlet


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Les Echos - Industrie", "Les Echos"),
        ("Le Monde.fr - Actualités et Infos en France et dans le monde", "Le Monde"),
        ("Ouest-France - Rennes", "Ouest-France"),
    ],
)
def test_sections_are_taken_off_the_names_of_feeds_alone(name: str, outlet: str) -> None:
    assert outlet_of_channel(name) == outlet


@pytest.mark.parametrize(
    "name",
    [
        "Radio Lac | Le journal",
        "Actualités - Rennes",
        "Google Actualités",
        "Le Monde diplomatique",
        "Une semaine à Paris",
    ],
)
def test_other_names_stay(name: str) -> None:
    assert outlet_of_channel(name) == without_channel_label(name) == name
