"""The outlet of a copied page is chosen among all names on it, by what speaks for each; none is told without enough."""

from __future__ import annotations

import pytest

from index.corpus.cleaning.lines import split_lines
from index.corpus.cleaning.outlet_candidates import candidates, key_of
from index.corpus.cleaning.outlet_choice import weights
from index.corpus.cleaning.outlet_signs import frame_of, signs_of
from index.corpus.cleaning.sorting import sort_page
from index.corpus.document import SourceRules
from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "Le quai nord rouvre après onze jours de travaux"
BODY = (
    "Le quai nord a rouvert jeudi matin après onze jours de travaux, et le premier cargo est entré peu avant huit heures.",
    "« Nous avons tenu parce que tout le monde a joué le jeu », a déclaré la directrice du port devant les dockers.",
    "Les travaux, prévus depuis deux ans, ont coûté quatre millions d’euros et doivent durer jusqu’au printemps prochain.",
)
MENU = ("Accueil", "Le Mag", "Sports", "Culture", "Annonces légales")


def article_of(*lines: str) -> Article:
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("above", "below", "source"),
    [
        (("Marée & Vent", "Le média de l’estuaire"), ("© Marée & Vent 2024",), "Marée & Vent"),
        ((), ("Recevez Le Courrier de l’Aulne chaque matin", "Le Courrier de l’Aulne – 4 rue du Port"), "Le Courrier de l’Aulne"),
        (("Rivages Hebdo N° 88",), ("Abonnez-vous à Rivages Hebdo",), "Rivages Hebdo"),
        (("L’AVIRON LIBRE",), ("© 2024 L’Aviron libre, tous droits réservés",), "L’Aviron libre"),
        (("Delta24",), ("contact@delta24.example", "Suivez Delta24 sur Facebook"), "Delta24"),
        (("La Vigie respecte votre vie privée",), ("© La Vigie 24/24 – tous droits réservés",), "La Vigie"),
        (("Avel-Mor et ses partenaires souhaitent déposer des traceurs",), ("© 2024 Avel-Mor",), "Avel-Mor"),
        ((), ("© Libé 2024 – Licence – Données personnelles – Proposer une tribune – Nous contacter",), "Libération"),
        (("Le Soir",), ("© Rosset & Cie - 2024 - Tous droits réservés - Contactez-nous - GDPR",), "Le Soir"),
        ((), ("Le Fanal de l’Aulne – Infomar – Mentions légales – CGV – Données personnelles",), "Le Fanal de l’Aulne"),
        (("Le Blog",), ("Mentions légales – Contact",), None),
        ((), ("Proposer une tribune – Mentions légales – CGU",), None),
        ((), ("Mentions légales", "Contact"), None),
        ((), ("© 2024 Rosset Publishing SA",), None),
        ((), ("Commentaires", "Jeanne Vautrin"), None),
    ],
)  # fmt: skip
def test_names_in_several_places_are_one_outlet(
    above: tuple[str, ...], below: tuple[str, ...], source: str | None
) -> None:
    article = article_of(*above, *MENU, TITLE, "Publié le 14 mars 2024", *BODY, *below)
    assert (article.title, article.source) == (TITLE, source)


def test_the_outlet_above_a_byline_is_no_title() -> None:
    article = article_of(
        "Ville, Port & Rail du Sud", "Jeanne Vautrin", "14/03/2024 à 16:02", "Trois ans sans quai", *BODY,
        "Abonnez-vous à Ville, Port & Rail du Sud", "Ville, Port & Rail du Sud",
    )  # fmt: skip
    assert article.title == "Trois ans sans quai"
    assert article.author == "Jeanne Vautrin"


def test_a_title_that_speaks_as_a_site_stays_the_title_above_a_day() -> None:
    title = "Nouveau coupé Aravis X2 : actualité automobile, infos, scoop"
    article = article_of(title, "27 mai", *BODY)
    assert (article.title, article.source) == (title, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le Courrier de l’Aulne", "COURRIER DE L’AULNE"),
        ("www.rivages-hebdo.fr", "Rivages Hebdo"),
        ("L’Aviron", "« l'Aviron »".strip("« »")),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_a_name_counts_more_than_the_address_that_it_spells() -> None:
    article = article_of(
        "lemarin.example", *MENU, TITLE, "le 14/03/2024 à 17:30", *BODY, "Le Marin", "Abonnez-vous au Marin"
    )  # fmt: skip
    assert article.source == "Le Marin"


def test_every_weight_is_of_a_sign_and_every_sign_has_one() -> None:
    lines = ("Marée & Vent", *MENU, TITLE, "Publié le 14 mars 2024", *BODY, "© Marée & Vent")
    page = sort_page(split_lines("\n".join(lines)), title=None, rules=SourceRules())
    head = page.title or 0
    found = candidates(page, head)
    frame = frame_of(page, found, head)
    assert {name for one in found for name in signs_of(page, one, frame)} <= set(weights())
