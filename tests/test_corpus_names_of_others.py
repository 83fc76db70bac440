"""Names on a page that are not its author's: in menus, teasers, boxes, beside who translated; and titles with pictures."""

from __future__ import annotations

import pytest

from index.corpus.cleaning.bylines import read_byline
from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "La digue de Morsaint cède sous la houle"
TEXTS = [
    "La digue de Morsaint a cédé dans la nuit de jeudi à vendredi, a constaté notre correspondant.",
    "Les habitants de trois rues ont été relogés au gymnase, où la Croix-Rouge a installé des lits.",
    "« Nous attendions des travaux depuis dix ans », a déclaré la maire, qui demande une réunion.",
]
DAY = "Publié le 4 mars 2022 à 08h12"


def page(*, head: str = DAY, above: str = "", inside: str = "", below: str = "") -> Article:
    parts = ["Le Phare", "Accueil", "Politique", "Société", "Sports", above, TITLE, head]
    parts += [TEXTS[0], inside, *TEXTS[1:], below, "Mentions légales", "© Le Phare 2022"]
    text = "\n".join(filter(None, parts))
    (article,) = [one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article)]
    for line in TEXTS:
        assert line in article.text
    assert article.title == TITLE
    assert (article.published.value or "")[:10] == "2022-03-04"
    return article


ABOVE = ["Chroniques\nPar Paul Vidal", "Édito de Paul Vidal\nDessin de Kevin Durand"]
BELOW = [
    "À lire aussi\nLe budget adopté\nPaul Vidal\n2 mars 2022",
    "Chronique\nLe goût du sel\nPar Paul Vidal\nRéservé aux abonnés",
    "Sur le même sujet\nLe port rouvre\nPar Paul Vidal\nPublié le 3 mars 2022",
    "Traduit par Paul Vidal",
    "Relu par Paul Vidal",
]
INSIDE = ["LIRE AUSSI\nLe port rouvre\nPar Paul Vidal", "Traduit de l’anglais par Paul Vidal"]
HEADS = ["Par Bahar Makooi\n" + DAY, "Bahar Makooi\n4 mars 2022", DAY + "\nBahar Makooi"]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("place", "lines"),
    [("above", one) for one in ABOVE]
    + [("below", one) for one in BELOW]
    + [("inside", one) for one in INSIDE],
)
def test_a_name_elsewhere_is_not_added_to_the_author(head: str, place: str, lines: str) -> None:
    assert page(head=head, **{place: lines}).author == "Bahar Makooi"


@pytest.mark.parametrize(
    ("place", "lines"), [("below", one) for one in BELOW] + [("inside", one) for one in INSIDE]
)
def test_a_name_in_a_teaser_signs_nothing(place: str, lines: str) -> None:
    assert page(**{place: lines}).author is None


@pytest.mark.parametrize("lines", ["Par Bahar Makooi", "Bahar Makooi", "B. M."])
def test_a_signature_below_the_text_signs_it(lines: str) -> None:
    assert page(below=lines).author == lines.removeprefix("Par ")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Tribune. Par Bahar Makooi, sociologue", "Bahar Makooi"),
        ("Opinion | Par Bahar Makooi", "Bahar Makooi"),
        ("Par Bahar Makooi. Traduit de l’anglais par Luc Amiel", "Bahar Makooi"),
        ("Par Bahar Makooi (traduction : Luc Amiel)", "Bahar Makooi"),
        ("Par Bahar Makooi / APS", "Bahar Makooi"),
        ("Traduit de l’arabe (Liban) par Luc Amiel", None),
        ("Traduction : Luc Amiel", None),
        ("Édité par Luc Amiel", None),
        ("Propos recueillis et traduits par Bahar Makooi", "Bahar Makooi"),
    ],
)
def test_who_translated_or_edited_is_no_author(line: str, author: str | None) -> None:
    assert read_byline(line) == author


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("LEFASO.NET | Par Cryspin Laoundiki\n" + DAY, "Cryspin Laoundiki"),
        ("par\n(Séverine Goffin/L’essentiel)\n" + DAY, "Séverine Goffin"),
        ("Bahar Makooi\nTraduit de l’anglais par Luc Amiel\n" + DAY, "Bahar Makooi"),
        ("4 mars 2022 - 07:15\nPar: Bahar Makooi / comm", "Bahar Makooi"),
        ("4 mars 2022\nUne correspondance particulière de Bahar Makooi", "Bahar Makooi"),
        ("De notre correspondante à Saint-Aubry\nBahar Makooi\n04/03/2022", "Bahar Makooi"),
        (
            "Bahar Makooi - Hier à 18:04 - Temps de lecture : 2 min\n4 mars 2022 à 18:04",
            "Bahar Makooi",
        ),
        ("Bahar Makooi (avec AFP), le 04/03/2022 à 15:20", "Bahar Makooi"),
        ("Bahar Makooi, le 04/03/2022 à 15:20", "Bahar Makooi"),
        ("Bahar Makooi (b.makooi@phare.example) Publié le 04/03/2022 à 18:10", "Bahar Makooi"),
        ("Auteur\nBahar\nMakooi\nDate\n04.03.2022", "Bahar Makooi"),
        ("Publié le 04/03/2022 à 18:31\nCorrespondante\nLa Gazette, Bahar Makooi", "Bahar Makooi"),
        ("par Bahar Makooi.\n" + DAY + ".", "Bahar Makooi"),
        (
            "Agence QMI\n|\n" + DAY + "\nBahar Makooi\nVendredi, 4 mars 2022 08:12",
            "Agence QMI, Bahar Makooi",
        ),
    ],
)
def test_bylines_beside_an_outlet_and_a_translator(head: str, author: str) -> None:
    assert page(head=head).author == author


@pytest.mark.parametrize(
    ("line", "look"),
    [
        ("Morsaint : la digue cède en pleine nuit (photos et vidéo)", Look.SHORT),
        ("Le moulin tourne de nouveau [PHOTOS]", Look.SHORT),
        ("Incendie à Morsaint : une maison détruite (photos + vidéo)", Look.SHORT),
        ("Luc Amiel (photos)", Look.CREDIT),
        ("Le moulin tourne (Photos : Paul Vidal)", Look.CREDIT),
        ("Des pompiers devant la digue, vendredi. (Photo Luc Amiel)", Look.CREDIT),
        ("Jeanne Martin (texte) et Luc Amiel (photos)", Look.HEADER),
        ("Photo La Gazette / Luc AMIEL", Look.CREDIT),
        ("Photo Luc Amiel/Les Heures", Look.CREDIT),
        ("L’association vend un sac de 5 kg. © C. Faimali/GFA", Look.CREDIT),
        ("Une caméra a saisi l’animal dimanche. Photo DNA /Laurent RÉA", Look.CREDIT),
        ("LP/Luc Amiel", Look.CREDIT),
        ("Photo DR", Look.CREDIT),
        ("Photo de classe au lycée Pasteur", Look.SHORT),
    ],
)
def test_a_title_that_says_what_goes_with_it_is_no_credit(line: str, look: Look) -> None:
    assert look_of(line).look is look


@pytest.mark.parametrize("name", ["actu.fr", "StreetPress", "ArcInfo", "El Watan.com"])
def test_the_site_s_name_at_the_head_of_a_page_is_its_outlet(name: str) -> None:
    lines = [name, "Ma ville", "Sports", "Lantigny", TITLE, "Par Bahar Makooi", DAY, *TEXTS]
    (article,) = read("\n".join(lines).encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert (article.source, article.title) == (name, TITLE)


def test_the_number_of_an_episode_is_no_title() -> None:
    lines = ["Les Heures", "Les séries", "Épisode n° 4", TITLE, "Par Bahar Makooi", DAY, *TEXTS]
    (article,) = read("\n".join(lines).encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert article.title == TITLE
