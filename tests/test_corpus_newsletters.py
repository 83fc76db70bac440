"""Sentences of an author that begin as the labels and offers of pages do: they are text. Labels are none."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

HEAD = "La nuit, à la filature\nCapucine Delorme\n17 janvier 2023\nPartager\n\n"
TEXTS = (
    "Cette semaine, je suis allée passer deux jours à Saint-Orens, où la dernière filature de la vallée a rallumé ses métiers.",
    "L’histoire commence par une facture d’électricité. En octobre, Odile Castan a vu le prix du mégawattheure multiplié par quatre.",
    "Ce qui m’a frappée, c’est que personne ici ne parle de résilience. On parle de laine, de trains à prendre et d’enfants à faire garder.",
)


def read_with(line: str) -> Article:
    text = HEAD + "\n\n".join((*TEXTS[:2], line, TEXTS[2]))
    (article,) = read(text.encode(), relative="n.txt")
    assert isinstance(article, Article)
    assert all(one in article.text for one in TEXTS)
    return article


@pytest.mark.parametrize(
    "sentence",
    [
        "Rechercher un équilibre, voilà l’enjeu.",
        "Cliquer ne suffit pas.",
        "Touchez du bois.",
        "Appuyez fort, et recommencez.",
        "Pour 30 euros par mois, Odile chauffe tout l’atelier.",
        "900 euros par mois, c’est peu.",
        "À partir de 12 €, on mange bien ici.",
        "Pour lire, il faut du silence, et se connecter à rien.",
        "Vous avez lu tous mes billets sur la laine ?",
        "Restez connectés à ce qui compte, sans notification.",
        "Soutenez le travail des filatures, achetez leur laine.",
        "Chaque matin, recevez le jour comme il vient.",
        "Vous souhaitez réagir vite, elle aussi.",
        "Abonnez-vous, m’a dit un jour mon grand-père : c’était à la salle de sport.",
        "Je m’abonne à la pluie, dit-elle.",
        "S’inscrire à la fanfare prend cinq minutes.",
    ],
)
def test_a_sentence_of_the_author_stays(sentence: str) -> None:
    assert sentence in read_with(sentence).text


@pytest.mark.parametrize(
    "label",
    [
        "Cliquez ici pour voir la vidéo",
        "Rechercher un article",
        "À partir de 1 € par mois",
        "1 € le premier mois, puis 9,99 € par mois",
        "Pour lire la suite, abonnez-vous",
        "Vous avez lu tous vos articles offerts ce mois-ci",
        "Soutenez notre travail",
        "Chaque matin, recevez l’essentiel de l’actualité",
        "Abonnez-vous à notre newsletter",
        "Je m’abonne pour 1 €",
        "S’inscrire à la newsletter du soir",
        "Merci de lire Les Mains dans le fil ! Abonnez-vous gratuitement pour recevoir les prochains numéros.",
        "Vous pouvez vous désinscrire à tout moment.",
        "Ajouter l’article à vos sélections",
        "Suivre ce sujet",
        "Afficher la légende",
        "Voir la galerie (4 photos)",
        "Réagir (12)",
        "Lire en anglais",
        "Temps de lecture : 2 min 30",
        "Écouter l’article 2 min",
        "Une faute dans le texte ? Signalez-la",
        "Subscribe now",
    ],
)
def test_a_label_or_an_offer_is_set_aside(label: str) -> None:
    assert label not in read_with(label).text


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("© 2023 La Vigie de l’Estrie inc. Tous droits réservés.", "La Vigie de l’Estrie"),
        ("L’Écho de la Mitidja © 2023 Tous droits réservés. Conception DZ Web", "L’Écho de la Mitidja"),
        ("© 2023 Rhodan Publishing SA. Tous droits réservés", None),
        ("Copyright © 1998-2023 Weblogy Bandama. Tous droits réservés.", None),
        ("© 2023 Capucine Delorme", None),
    ],
)  # fmt: skip
def test_the_holder_of_the_rights_is_the_outlet_only_if_it_is_one(
    line: str, source: str | None
) -> None:
    text = HEAD + "\n\n".join((*TEXTS, line))
    (article,) = read(text.encode(), relative="n.txt")
    assert isinstance(article, Article)
    assert (article.source, article.author) == (source, "Capucine Delorme")


def test_the_outlet_of_the_byline_counts_more_than_the_holder_of_the_rights() -> None:
    head = (
        "Titre du jour au village\nPublié le mardi 17 janvier 2023 à 18h42 | La Voix du Bandama\n\n"
    )
    text = head + "\n\n".join((*TEXTS, "© 2023 La Gazette du Fleuve. Tous droits réservés."))
    (article,) = read(text.encode(), relative="n.txt")
    assert isinstance(article, Article) and article.source == "La Voix du Bandama"


def test_a_name_with_an_office_below_the_text_signs_it() -> None:
    text = "Les pompes remises au village\n17 janvier 2023\n\n" + "\n\n".join(
        (*TEXTS, "Awa Koné, correspondante régionale", "Lu 1 284 fois")
    )
    (article,) = read(text.encode(), relative="n.txt")
    assert isinstance(article, Article) and article.author == "Awa Koné"
