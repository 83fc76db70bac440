"""Lines around a title that are none: captions, topics, who signs, paths, what explains it."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "Le phare de Kerlouan rouvre après dix ans de travaux"
MENU = ("La Tribune du Lac", "Menu", "Se connecter", "Politique", "Culture", "Sports", "Bretagne")
TEXT = (
    "Dix ans de bâches, et puis la lumière. La lanterne tourne à nouveau depuis mardi soir, à 54 mètres.",
    "« Les goélands nous ont manqué », sourit la gardienne, qui avait gardé les clés tout ce temps.",
    "Les visites reprennent samedi, par groupes de douze, tant que dure le vent d’est sur la pointe.",
)
BELOW = ("Partager", "Copier le lien", "Mentions légales", "© La Tribune du Lac")
DATE = "Publié le 3 juin 2024 à 18h42"


def article_of(*lines: str) -> Article:
    (one,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(one, Article)
    return one


@pytest.mark.parametrize(
    "between",
    [
        "Quelques marches de la lanterne rouvertes. DR",
        "Le phare en 1998, un soir de tempête. (COLLECTION PRIVÉE)",
        "Le phare retrouve sa lumière au bout de dix ans. | Inès Vautrin",
        "Patrimoine, Vie locale, Kerlouan",
        "Par La Tribune du Lac / Luc Amiel",
        "Les travaux du phare (illustration). - Canal Lac",
    ],
)
def test_what_stands_between_title_and_date_is_no_title(between: str) -> None:
    assert article_of(*MENU, TITLE, between, DATE, *TEXT, *BELOW).title == TITLE


def test_a_path_on_one_line_is_no_title() -> None:
    path = f"Accueil Bretagne {TITLE}"
    assert article_of(*MENU, path, TITLE, "Jeanne Martin", DATE, *TEXT, *BELOW).title == TITLE


def test_names_with_where_they_work_are_authors_and_no_title() -> None:
    names = "Jeanne Martin, Université de Brest, Luc Amiel, CNRS"
    article = article_of(*MENU, "Pourquoi les murs chantent-ils ?", DATE, names, *TEXT, *BELOW)
    assert article.title == "Pourquoi les murs chantent-ils ?"
    assert article.author == "Jeanne Martin, Luc Amiel"


def test_comments_that_quote_a_title_tell_it_from_the_name_of_the_blog() -> None:
    title = "Ma cabane au printemps : ce qui tient"
    article = article_of(
        "Le carnet de la pointe", "Un jardin, des livres et un chat", "Accueil", "À propos", title, DATE, *TEXT,
        f"3 réflexions sur « {title} »", "Annick dit :", "Chez moi aussi.", "Laisser un commentaire",
    )  # fmt: skip
    assert article.title == title


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("De Élodie Vautrin", "Élodie Vautrin"),
        ("Aïssata Keïta - à Koutiala", "Aïssata Keïta"),
        ("Par Gaspard Amiel - g.amiel@tribune.example", "Gaspard Amiel"),
        ("Texte web : Céline Martin avec ats", "Céline Martin"),
        ("Propos recueillis par Clément Vial | Photos : Lou Amiel", "Clément Vial"),
        ("Par Un collectif d’alpinistes", "Un collectif d’alpinistes"),
        ("La Tribune du Lac (Jeanne Martin)", "Jeanne Martin"),
        ("Par Jeanne Martin et Paul Amiel (photographies)", "Jeanne Martin"),
        ("Par Jeanne Martin (texte) et Paul Amiel (photos)", "Jeanne Martin"),
        ("Par Jeanne Martin (photographies : Paul Amiel)", "Jeanne Martin"),
        ("Avec notre correspondante à Brest, Jeanne Martin", "Jeanne Martin"),
        ("Jeanne Martin – Édité par Luc Amiel – 3 juin 2024 à 18h42", "Jeanne Martin"),
        ("La critique d’Emmanuel Macron", None),
        ("Édito : Emmanuel Macron", None),
        ("Critique : Emily Cooper", None),
        ("Chronique : Anna Karénine", None),
        ("Sujet radio : Emmanuel Macron", None),
        ("Version numérique : Les Misérables", None),
        ("Par Le Monde / AFP", "Le Monde / AFP"),
        ("Portrait de Jeanne Martin", None),
        ("Jeanne Martin, La Presse Canadienne", "Jeanne Martin"),
        ("Par Jeanne Martin, Initiative de journalisme local", "Jeanne Martin"),
        ("Par Jeanne MARTIN / La Tribune", "Jeanne MARTIN"),
        ("Citation de Jeanne Martin, gardienne", None),
        ("Photo : Jeanne Martin", None),
    ],
)
def test_bylines_of_broadcasters_magazines_and_researchers(line: str, author: str) -> None:
    assert article_of(*MENU, TITLE, line, DATE, *TEXT, *BELOW).author == author


def test_an_office_below_a_name_is_no_title() -> None:
    article = article_of(
        *MENU, TITLE, "Jeanne Martin", "Journaliste au service Mer", "Suivre", DATE, *TEXT, *BELOW
    )
    assert (article.title, article.author) == (TITLE, "Jeanne Martin")


def test_where_an_author_was_stands_below_the_signature() -> None:
    article = article_of(
        *MENU, TITLE, DATE, *TEXT, "Jeanne Martin", "Brest, envoyée spéciale", *BELOW
    )
    assert article.author == "Jeanne Martin"


def test_the_station_below_its_author_is_no_author() -> None:
    article = article_of(
        *MENU, TITLE, "De Élodie Vautrin", DATE, "Par Radio Lac Vaud", *TEXT, *BELOW
    )
    assert article.author == "Élodie Vautrin"


@pytest.mark.parametrize(
    ("first", "source"),
    [
        ("Le Globe - Retour à la page d’accueil", "Le Globe"),
        ("Retour à l’accueil de Rade Info", "Rade Info"),
        ("Léman Sports", "Léman Sports"),
        ("Mon Compte", None),
        ("Espace Abonnés", None),
        ("Rubrique A", None),
    ],
)
def test_the_name_above_a_menu_is_the_outlet(first: str, source: str | None) -> None:
    article = article_of(first, *MENU[1:], TITLE, DATE, *TEXT, "Partager", "Copier le lien")
    assert article.source == source


@pytest.mark.parametrize(
    "lines",
    [
        ("Votre météo avec", "Brest", "12° / 24°", "Demain", "14° / 27°"),
        ("Faut-il rouvrir les phares ?", "Ne se prononce pas", "Voir les résultats", "1 245 votes"),
        ("18h30", "Cholet. Un chien retrouvé", "18h12", "Football. Le gardien prolonge", "17h48", "La foire annulée"),
        ("Vos réactions (12)", "Le 3 juin 2024 à 12:50, par Citoyen En réponse à : Le phare", "Chaque année la même chanson.", "Répondre à ce message"),
        ("Nous croyons à la libre circulation de l’information", "Republiez nos articles gratuitement, en ligne ou sur papier"),
        ("Pariez avec notre partenaire", "Jouer comporte des risques : endettement, isolement, dépendance."),
        ("Vous avez déjà lu 3 articles gratuits ce mois-ci", "Profitez d’un accès illimité à partir de 0,99 €"),
        ("En vous inscrivant, vous acceptez de recevoir nos courriels.", "Les commentaires sont fermés."),
        ("Une erreur, une suggestion ? Écrivez-nous", "Suivre ce média"),
        ("La météo", "Aujourd’hui", "9°", "Les tops de la semaine", "1 Rugby. Le pilier blessé", "Zaza09 Il y a 3 heures", "Courage à tous."),
        ("Après cet article", "Enquête — Eau", "La Tribune est un média indépendant, sans actionnaire. Chaque don compte."),
        ("Recevez les offres d’emploi près de chez vous", "Matelot (H/F)", "Postuler", "Toutes les offres"),
        ("Siège social : 12 quai des Brumes, 29000 Brest", "Commission paritaire 0225 W 90000", "Site réalisé par Agence Tangente"),
    ],
)  # fmt: skip
def test_boxes_below_a_text_are_set_aside(lines: tuple[str, ...]) -> None:
    article = article_of(*MENU, TITLE, DATE, *TEXT, *BELOW[:2], *lines, *BELOW[2:])
    assert [span.of(article.text) for span in article.paragraphs][-3:] == list(TEXT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pour 30 euros par mois, le gardien loue une chambre avec vue sur les brisants et le chenal.",
        "Au sommet, il fait 12° en plein été, et les visiteurs gardent leur manteau jusqu’en bas.",
        "En vous inscrivant à la mairie, a-t-elle dit, vous aiderez les bénévoles à compter les marches.",
        "Jouer du cor en haut de la tour reste interdit, même le dimanche, rappelle la préfecture.",
        "Les commentaires sont acerbes dans le village, où chacun se souvient du prix de la peinture.",
    ],
)
def test_sentences_that_begin_so_stay(sentence: str) -> None:
    article = article_of(*MENU, TITLE, DATE, *TEXT[:2], sentence, TEXT[2], *BELOW)
    assert sentence in article.text
