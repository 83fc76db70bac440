"""Quick looks before slow patterns: they never leave out what the pattern would find."""

from itertools import chain

import pytest

from index.corpus.cleaning.breadcrumbs import is_breadcrumb
from index.corpus.cleaning.headers import _MAY_PART, _SEPARATORS
from index.corpus.cleaning.letters import may_be_roundabout
from index.corpus.cleaning.rights import _MAY_CREDIT
from index.corpus.cleaning.signed_names import without_buttons
from index.corpus.formats.pasted_mails import _ends_head
from index.corpus.page_dates import date_in_name
from index.model.article import Basis

_UNUSUAL = chain(
    range(0x300, 0x370),
    (0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x2BC),
    range(0xFB00, 0xFB07),
    range(0xFF01, 0xFF5F),
    range(0x1D400, 0x1D800),
)


def test_every_unusual_letter_is_seen():
    assert [code for code in _UNUSUAL if not may_be_roundabout(f"Le port{chr(code)}")] == []


@pytest.mark.parametrize(
    "text", ["Le port", "L’été à l’œuvre — 5 €", "Чайка", "Ł, ő and ș", "\ud800"]
)
def test_usual_letters_are_passed_over(text):
    assert not may_be_roundabout(text)


@pytest.mark.parametrize("sign", "-–—|•·/>»")
@pytest.mark.parametrize(
    "blanks", [("", ""), (" ", " "), ("\u00a0", "\u202f"), ("\t", " "), (" ", "")]
)
def test_what_parts_a_line_is_seen(sign, blanks):
    line = f"Jeanne Martin{blanks[0]}{sign}{blanks[1]}Hier à 20:00"
    assert (_MAY_PART.search(line) is not None) == (len(_SEPARATORS.split(line)) > 1)


@pytest.mark.parametrize(
    ("line", "may"),
    [
        ("Le port, photo", True),
        ("Le port. Ph.", True),
        ("Le port, CRÉDIT inconnu", True),
        ("Le port via une agence", True),
        ("Le port, via", False),
        ("Un lot de bois, au large", False),
    ],
)
def test_words_of_credits_are_seen(line, may):
    assert (_MAY_CREDIT.search(line) is not None) == may


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("Accueil > Monde > Afrique", True),
        ("Accueil / Monde", True),
        ("Accueil : Monde", True),
        ("Vous êtes ici : Accueil › Monde", True),
        ("La Gazette › Monde › Afrique", True),
        ("Monde : le port rouvre", False),
        ("Monde / Afrique", False),
    ],
)
def test_paths_are_seen(line, path):
    assert is_breadcrumb(line) is path


@pytest.mark.parametrize(
    "noun", ["Photos", "VIDÉO", "Vidéo", "Images", "Illustration", "Dessins", "deſſin"]
)
def test_who_took_pictures_is_left_out(noun):
    assert without_buttons(f"Jeanne Martin, {noun} : Luc Amiel") == "Jeanne Martin"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Objet :", True),
        ("OBJET :", True),
        ("> Betreff:", True),
        ("Le 18/01/2023 à 08:15, Jeanne Martin a écrit\u00a0:", True),
        ("Am 18.01.2023 um 08:15 schrieb Jeanne Martin <jmartin@gazette.example>:", True),
        ("Voici le sujet dont tout le monde parle au port :", False),
        ("Le port rouvre :", False),
    ],
)
def test_colons_of_mails_are_seen(text, ends):
    assert _ends_head(text, text.rindex(":")) is ends


@pytest.mark.parametrize("name", ["2023-01-17 port.txt", "a/2023/01/b.txt", "20230117.txt"])
def test_days_in_names_are_seen(name):
    assert date_in_name(name).basis is Basis.INFERRED
