"""Names on a page that are not its author's: of pictures, teasers, boxes, comments, of things that look like persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.other_names import Case, author_of, cases, names
from index.corpus.cleaning.possible_names import may_be_person
from index.corpus.document import Stated
from index.corpus.file_reading import read
from index.corpus.formats.author_statements import without_labels
from index.model.article import Article

SET = Path(__file__).parent / "data" / "other_names.yaml"
DOUBTFUL = frozenset(
    (
        'above <div class="card"><h3>La halle vendue</h3><span class="author">Rémi Salvat</span></div>',
        'above <div class="opinion-author">Rémi Salvat</div><div><a href="/y">Le goût du sel</a></div>',
        "avec la collaboration de",
        "avis d’obsèques",
        "below ['(Agnès Thibault)', '@date']",
        "below ['Agnès Thibault, Rémi Salvat, Luce Pottier, Denis Aubry, Paule Vidal, Jean Coste', '@date']",
        "below ['Animé par Agnès Thibault', '@dateh']",
        "below ['Dr Agnès Thibault', '@date']",
        "below ['Par Val Estuaire', '@dateh']",
        "below ['Rémi Salvat/Le Phare', '@dateh']",
        "below ['THIBAULT Agnès', '@date']",
        "bulletin paroissial",
        "couverture du magazine, éditorialiste annoncé",
        "foot ['Agnès Thibault (avec AFP)']",
        "foot ['Agnès Thibault (propos recueillis à Vendac)']",
        "foot ['Agnès Thibault pour Le Phare']",
        "foot ['Agnès Thibault', '5 commentaires']",
        "foot ['Agnès Thibault, Vendac']",
        "foot ['À propos de l’auteur', 'Agnès Thibault', 'Journaliste au Phare depuis 2011.']",
        "head <p>Agnès Thibault</p>",
        "newsletter signée",
        "par et biographie, plus la personne du titre",
        "portrait signé en pied",
        "signature et AFP",
    )
)
"""What nothing tells, or what is told in another form."""


@pytest.mark.parametrize("case", [*cases(SET)], ids=lambda case: case.kind)
def test_only_who_wrote_is_the_author(case: Case) -> None:
    right = names(author_of(case)) == names(case.author)
    assert right != (case.kind in DOUBTFUL)


@pytest.mark.parametrize(
    "name",
    [
        "Bahar Makooi", "Cryspin Laoundiki", "Kouamé N’Guessan", "Pierre Boulanger", "Rose Dubois", "Marin Canal",
        "Blanche Rivière", "Espoir Iradukunda", "Prince Yassa", "Wilner Jean", "JEANNE MARTIN", "PETIT Jeanne", "J. Petit",
        "Dr Jeanne Petit", "Nguyen Thi Lan", "Jean-Baptiste Le Roux", "La rédaction", "AFP", "Agence Delta",
        "Jeanne Petit et Luc Grand", "N’Deye Sarr", "Yaw Pierre",
    ],
)  # fmt: skip
def test_a_given_name_or_an_unknown_word_begins_a_name(name: str) -> None:
    assert may_be_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Val Estuaire", "Plein Sud", "Dimanche Matin", "Saint Aubin", "Salle Jean Vilar", "Rue Jean Jaurès",
        "D’accord Paramétrer", "Vendac Travaux Circulation", "Petit Écran", "Burkina Faso", "Éditions Bellerive", "EDITION SPECIALE", "Belle Rive", "Jean Bouvier Immobilier",
    ],
)  # fmt: skip
def test_names_of_things_are_no_persons(name: str) -> None:
    assert not may_be_person(name)


@pytest.mark.parametrize(
    ("author", "source", "told"),
    [
        ("admin", "Le Phare", None),
        ("Le Phare", "Le Phare", None),
        ("lephare.fr", "Le Phare", None),
        ("Jeanne Martin, Le Phare", "Le Phare", "Jeanne Martin"),
        ("Webmaster du site", None, None),
        ("@jmartin", None, None),
        ("La rédaction", "Le Phare", "La rédaction"),
        ("AFP", "Le Phare", "AFP"),
        ("Jeanne Martin", None, "Jeanne Martin"),
    ],
)
def test_who_keeps_a_site_is_no_author(author: str, source: str | None, told: str | None) -> None:
    assert without_labels(Stated(author=author, source=source)).author == told


CHAT = """[08/04/2024 07:02:11] Lise P.: Vous avez lu ?
[18/04/2024 20:01:46] Lise P.: Le lavoir sauvé des eaux
La mairie renonce à vendre le lavoir, dont le toit sera refait avant l'hiver par les compagnons du tour de la vallée, a indiqué l'adjoint, \
et la source alimentera la fontaine de la place des Tilleuls dès le mois de mai, si le gel n'en décide pas autrement.
{origin}
[18/04/2024 20:04:09] Jo: incroyable
[19/04/2024 20:01:46] Jo: Moi je trouve ça scandaleux, on nous a dit pendant dix ans qu'il n'y avait plus d'eau et qu'il fallait payer la citerne, \
et voilà que la source est là, sous nos pieds, depuis toujours. Je demande une réunion et des comptes, et vite, sinon j'irai voir la presse !
"""


@pytest.mark.parametrize("origin", ["https://fanal.example/lavoir", "(Le Fanal de Brosses)"])
def test_who_passes_an_article_on_is_not_its_author(origin: str) -> None:
    found = read(CHAT.format(origin=origin).encode(), relative="chat.txt")
    authors = [one.author for one in found if isinstance(one, Article)]
    assert authors == ["Lise P.", None, "Jo", "Jo"]


@pytest.mark.parametrize(
    ("creator", "told"),
    [("admin", None), ("Le Phare", None), ("Jeanne Martin", "Jeanne Martin"), ("AFP", "AFP")],
)
def test_an_account_or_the_feed_itself_signs_no_entry(creator: str, told: str | None) -> None:
    feed = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Le Phare</title>
<item><title>La digue cède</title><dc:creator>{creator}</dc:creator>
<description>La digue de Morsaint a cédé dans la nuit de jeudi à vendredi, sur une trentaine de mètres.</description></item></channel></rss>"""
    (found,) = read(feed.encode(), relative="a.rss")
    assert isinstance(found, Article)
    assert (found.author, found.source) == (told, "Le Phare")
