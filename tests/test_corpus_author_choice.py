"""The author of a copied page is chosen among all names on it, by what speaks for each; none is told without enough."""

from __future__ import annotations

import pytest

from index.corpus.cleaning.author_choice import chosen
from index.corpus.cleaning.lines import split_lines
from index.corpus.cleaning.logistic import weights_of
from index.corpus.cleaning.signers import Form, Signer
from index.corpus.cleaning.sorting import sort_page
from index.corpus.document import SourceRules
from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "Le quai nord rouvre après onze jours de travaux"
BODY = (
    "Le quai nord a rouvert jeudi matin après onze jours de travaux, et le premier cargo est entré peu avant huit heures.",
    "« Nous avons tenu parce que tout le monde a joué le jeu », a déclaré Solène Prigent, la directrice du port.",
    "Les travaux, prévus depuis deux ans, ont coûté quatre millions d’euros et doivent durer jusqu’au printemps prochain.",
)
TOP = ("Marée Haute", "Accueil", "Sports", "Culture")
FOOT = ("Partager", "Mentions légales", "© Marée Haute")
DAY = "Publié le 14 mars 2024 à 18h02"


def lines_of(
    *, over: str = "", head: str = DAY, inside: str = "", below: str = "", after: str = ""
) -> list[str]:
    parts = [*TOP, *over.split(" / "), TITLE, *head.split(" / "), BODY[0], *inside.split(" / ")]
    parts += [*BODY[1:], *below.split(" / "), *after.split(" / "), *FOOT]
    return [line for line in parts if line]


@pytest.mark.parametrize(
    ("places", "author"),
    [
        ({"head": f"Ivoine Kermeur / {DAY}"}, "Ivoine Kermeur"),
        ({"head": f"{DAY} / Ivoine Kermeur"}, "Ivoine Kermeur"),
        ({"head": "Ivoine Kermeur · 14 mars 2024 · 9 min"}, "Ivoine Kermeur"),
        ({"head": "Ivoine Kermeur / @ivo.k / il y a 2 jours · 5 min de lecture"}, "Ivoine Kermeur"),
        ({"head": f"Par Ivoine Kermeur avec AFP / {DAY}"}, "Ivoine Kermeur"),
        ({"head": f"Ivoine Kermeur / Tom Zeller / {DAY}"}, "Ivoine Kermeur, Tom Zeller"),
        ({"head": f"Par : I. K. / {DAY}", "below": "(I. K.)"}, "I. K."),
        ({"head": f"Par I. K. / {DAY}", "below": "Ivoine Kermeur / ik@maree.example"}, "Ivoine Kermeur"),
        ({"head": f"De notre correspondante à Lissac / Ivoine Kermeur / {DAY}"}, "Ivoine Kermeur"),
        ({"over": f"Par Ivoine Kermeur / {DAY}", "head": ""}, "Ivoine Kermeur"),
        ({"below": "Rédigé le 14 mars 2024 à 21:37 par Poulette dans Maison | Lien permanent"}, "Poulette"),
        ({"below": "Ivoine Kermeur / Journaliste indépendante, elle a publié « L’eau » (récits)."}, "Ivoine Kermeur"),
        ({"head": f"Agence QMI / {DAY}"}, "Agence QMI"),
        ({"head": f"Service Économie / economie@maree.example / {DAY}"}, "Service Économie"),
    ],
)  # fmt: skip
def test_who_signs(places: dict[str, str], author: str) -> None:
    (article,) = read("\n".join(lines_of(**places)).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert (article.title, article.author) == (TITLE, author)
    for line in BODY:
        assert line in article.text


OTHERS = [
    {"over": "14 mars 2024 - Sainte Mathilde"},
    {"over": "Le billet de Ponce Ravel"},
    {"below": "Solène Prigent"},
    {"inside": "Solène Prigent"},
    {"below": "Directrice de la publication / Jeanne Vautrin"},
    {"after": "À lire aussi / Le maire, le golf et la nappe / Par Jeanne Vautrin"},
    {"after": "Sur le même sujet / Un budget voté / Jeanne Vautrin / 12 mars 2024"},
    {"after": "3 commentaires / Jeanne Vautrin — il y a 1 jour / on en parle du chauffage ?"},
    {"after": "CARNET / Baptêmes : Léon Vautrin, Capucine Moret"},
    {"after": "Marée Haute"},
    {"after": "Contenus sponsorisés / Ces retraités adorent cette pompe / Par TopMaison"},
]


@pytest.mark.parametrize("places", OTHERS, ids=lambda places: " ".join(places.values()))
@pytest.mark.parametrize("head", [DAY, f"Par Ivoine Kermeur / {DAY}"])
def test_a_name_of_others_is_no_author(places: dict[str, str], head: str) -> None:
    (article,) = read("\n".join(lines_of(head=head, **places)).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert article.author == ("Ivoine Kermeur" if "Ivoine" in head else None)


def test_a_second_name_signs_only_beside_the_first_in_the_same_form() -> None:
    def signer(at: int, sure: float, form: Form = Form.ALONE) -> Signer:
        return Signer(at, f"Name {at}", form, signs={"an agency": 0.0}, sure=sure)

    beside = [signer(4, 0.9), signer(5, 0.3)]
    assert chosen(beside) == beside
    assert chosen([signer(4, 0.9), signer(9, 0.8)])[0].at == 4
    assert len(chosen([signer(4, 0.9), signer(9, 0.8)])) == 1
    assert len(chosen([signer(4, 0.9), signer(5, 0.8, Form.BYLINE)])) == 1
    assert chosen([signer(4, 0.39)]) == []


def test_every_sign_has_a_weight() -> None:
    known = weights_of("author_weights")
    page = sort_page(
        split_lines(
            "\n".join(lines_of(head=f"Par Ivoine Kermeur / {DAY}", below="Jeanne Vautrin"))
        ),
        title=None,
        rules=SourceRules(),
    )
    assert page.signers
    for one in page.signers:
        assert set(one.signs) <= set(known)
    assert known["names the outlet"] < 0 < known["says what was written"]
