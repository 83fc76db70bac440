"""Names of outlets: those of the list, those made as such names are, and what only looks like one."""

import pytest

from index.corpus.cleaning.outlets import is_listed_outlet, is_outlet_name
from index.corpus.file_reading import read
from index.model.article import Article

_OUTLETS = (
    "Ouest-France", "Sud Ouest", "20 Minutes", "Paris Match", "Jeune Afrique",
    "Le Télégramme", "Libération", "La Provence", "France 24", "BFM TV", "L’Express", "Les Échos",
)  # fmt: skip
_OTHERS = (
    "Jean Dupont", "Amnesty International", "Service client", "Accueil", "Sport", "Économie", "CGT",
    "PUBLICITÉ", "FAQ", "MENU", "VIDÉOS", "SNCF", "Mairie de Nantes", "À la une", "Se connecter",
)  # fmt: skip


@pytest.mark.parametrize("name", _OUTLETS)
def test_a_known_outlet_is_told_by_the_list(name: str) -> None:
    assert is_listed_outlet(name)
    assert is_outlet_name(name)


@pytest.mark.parametrize("text", _OTHERS)
def test_what_is_no_outlet(text: str) -> None:
    assert not is_listed_outlet(text)
    assert not is_outlet_name(text)


@pytest.mark.parametrize("word", ["Reporterre", "Numerama", "AFP", "RTBF"])
def test_one_word_is_known_but_may_be_a_heading_or_who_signs(word: str) -> None:
    assert is_listed_outlet(word)
    assert not is_outlet_name(word)


@pytest.mark.parametrize("name", ["Le Reporterre", "le Télégramme"])
def test_an_article_before_the_name_is_no_other_outlet(name: str) -> None:
    assert is_listed_outlet(name)


@pytest.mark.parametrize(
    ("head", "source", "author"),
    [
        ("Ouest-France\nPublié le 5 mai 2021", "Ouest-France", None),
        ("La Gazette du Port\nPublié le 5 mai 2021", "La Gazette du Port", None),
        ("Sud Ouest\nPar Jeanne Marquet\nPublié le 5 mai 2021", "Sud Ouest", "Jeanne Marquet"),
        ("Jeanne Marquet\nPublié le 5 mai 2021", None, "Jeanne Marquet"),
    ],
)
def test_an_outlet_between_title_and_date_is_no_author(
    head: str, source: str | None, author: str | None
) -> None:
    text = (
        f"Le pont de Larmont rouvre après deux mois\n\n{head}\n\n"
        "Le pont de Larmont a rouvert jeudi après deux mois de travaux, a annoncé la mairie de la ville. "
        "Les automobilistes respirent enfin, et les commerçants aussi.\n\n"
        "Le maire assure que la circulation sera surveillée tout l'été dans le centre de la ville.\n"
    )
    (article,) = read(text.encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert (article.source, article.author) == (source, author)


_DIGUE = "La digue et le phare seront réparés avant l’hiver"
_BUDGET = (
    "Le conseil du port a voté mardi son budget, qui prévoit de réparer la digue et le phare avant l’hiver.",
    "« Nous n’avons pas le choix », a dit la maire, qui espère une aide de la région au printemps prochain.",
    "Les travaux dureront huit mois, selon l’entreprise qui a été retenue au début de l’année par la commune.",
)


@pytest.mark.parametrize(
    "name", ["Conseil départemental de l’Eure", "Institut national des forêts du Centre"]
)
def test_an_institution_below_an_article_is_no_source(name: str) -> None:
    (article,) = read("\n\n".join((_DIGUE, *_BUDGET, name)).encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert article.source is None
    assert name in article.text


@pytest.mark.parametrize("inside", [True, False])
def test_a_link_to_read_on_tells_the_source_only_outside_the_article(inside: bool) -> None:
    link = "Lire la suite sur Vaubrac Actu : https://vaubracactu.example/suite"
    lines = (*_BUDGET[:2], link, _BUDGET[2]) if inside else (*_BUDGET, link)
    (article,) = read("\n\n".join((_DIGUE, *lines)).encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert article.source == (None if inside else "Vaubrac Actu")
    assert link not in article.text
