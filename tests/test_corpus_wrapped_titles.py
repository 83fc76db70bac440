"""Lines wrapped at a width, with titles in larger letters and menus in other widths around them."""

from __future__ import annotations

import textwrap
from textwrap import wrap

import pytest

from index.corpus.cleaning.line_looks import begins_with_sentence
from index.corpus.cleaning.lines import split_lines
from index.corpus.file_reading import read
from index.model.article import Article

TEXT = (
    "Il y avait du monde, jeudi soir, sous la tribune de l’église. L’orgue est muet depuis Noël, quand le ventilateur a rendu l’âme.",
    "Le facteur d’orgues, venu de Nancy par le train, demande 61 000 euros. La commune en donnera vingt mille, la paroisse prie encore.",
    "Un concert sans orgue est prévu dans la nef, avec les deux chorales, et l’entrée en sera libre pour tous les habitants.",
)
BODY = "\n\n".join("\n".join(wrap(paragraph, 46)) for paragraph in TEXT)


def texts(content: str) -> list[str]:
    return [line.text for line in split_lines(content)]


@pytest.mark.parametrize("label", ["", "VIE ASSOCIATIVE\n"])
def test_a_title_in_larger_letters_is_one_line(label: str) -> None:
    told = texts(f"{label}Les Amis des orgues cherchent\nun souffle nouveau\n\n{BODY}\n")
    assert told == [
        *label.split("\n")[:-1],
        "Les Amis des orgues cherchent un souffle nouveau",
        *TEXT,
    ]


def test_lines_of_a_page_that_is_not_wrapped_stay() -> None:
    content = "Les Amis des orgues cherchent\nun souffle nouveau\n\n" + "\n\n".join(TEXT)
    assert texts(content)[:2] == ["Les Amis des orgues cherchent", "un souffle nouveau"]


def test_a_menu_wider_than_the_text_does_not_set_the_width() -> None:
    menu = "[Accueil] [Enquêtes] [Reportages] [Ça se passe ici] [La boutique] [Faire un\ndon]"
    assert texts(f"{menu}\n\n{BODY}\n")[-len(TEXT) :] == list(TEXT)


@pytest.mark.parametrize(
    "byline", ["par Sophie Le Gall , le 20 février 2023", "par Sophie Le Gall et Paul Renaud"]
)
def test_a_byline_below_a_title_is_no_second_line_of_it(byline: str) -> None:
    title = "Un collège évacué après des menaces"
    assert texts(f"{title}\n{byline}\n\n{BODY}\n") == [title, byline, *TEXT]


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.example/report/covid_report_fr.pdf",
        "https://exemple-infodemie.example/rapport-de-l-annee/covid_report_fr.pdf",
    ],
)
def test_an_address_that_a_sentence_gives_stays_with_it(address: str) -> None:
    """It was set aside where it stood on a line of its own, and lost the hyphen at which it was cut."""
    said = f"Le rapport est consultable à cette adresse : {address}"
    paragraphs = [
        "Le gouvernement a publié mercredi un rapport sur la désinformation en ligne, qui porte sur les neuf "
        "premiers mois de l’année et sur douze pays.",
        "Les auteurs recommandent de former les enseignants et de publier chaque mois les chiffres des "
        "signalements reçus par les plateformes.",
        said,
    ]
    lines = ["\n".join(textwrap.wrap(one, 76)) for one in paragraphs]
    text = "Un rapport sur la désinformation\n\n" + "\n\n".join(lines) + "\n"
    (article,) = (one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article))
    assert article.text.endswith(said)


@pytest.mark.parametrize(
    "end", ['"Temps nouveaux".', "« Temps nouveaux ».", "« C’est fini ! »", "temps nouveaux."]
)
def test_a_last_sentence_with_a_label_joined_to_it_is_a_sentence(end: str) -> None:
    """« …, il a écrit "Temps nouveaux". Newsletter » was set aside as a label."""
    assert begins_with_sentence(f"À la place de la devise, il a écrit {end} Newsletter")
