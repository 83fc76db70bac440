"""Press panoramas in PDF: running lines are none of the text, and each article stands alone with its own facts."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

import pytest

from index.corpus.file_reading import read
from index.corpus.formats.running_lines import running_lines, without
from index.model.article import Article
from tests.test_corpus_formats import make_pdf


class Piece(NamedTuple):
    title: str
    outlet: str
    day: str
    author: str | None
    text: str


PIECES = (
    Piece(
        "Le port de Valombre électrifie ses quais",
        "Le Marin de l'Ouest",
        "2023-05-11",
        "Jeanne Vautrin",
        "Pendant l'escale, un ferry brûle autant de gazole que deux mille voitures. Le port va installer trois prises le long du quai nord avant l'automne. La présidente du port, Claire Abgrall, attend de la région la moitié des quatorze millions.",
    ),
    Piece(
        "Algues vertes : un été sous surveillance",
        "L'Écho des Marais",
        "2023-05-15",
        None,
        "Les premières laitues de mer sont apparues dès la fin avril dans l'anse. Huit capteurs ont été posés sur des piquets, reliés à une sirène. La mesure divise les commerçants, qui redoutent de voir fuir leur clientèle au premier bruit.",
    ),
    Piece(
        "La criée menacée de fermeture à l'automne",
        "La Gazette du Port",
        "2023-05-26",
        "Luc Amiel",
        "La criée ne vend plus que trois tonnes par semaine, et la chambre de commerce ne paiera plus la glace après septembre. Les patrons pêcheurs se sont réunis hier soir dans la salle des fêtes, à huis clos.",
    ),
)
DAYS = {"2023-05-11": "jeudi 11 mai 2023", "2023-05-15": "lundi 15 mai 2023", "2023-05-26": "vendredi 26 mai 2023"}  # fmt: skip


def by_day_and_name(piece: Piece) -> list[str]:
    said = DAYS[piece.day] + (f" | {piece.author}" if piece.author else "")
    return [piece.outlet.upper(), piece.title, said]


def in_one_line(piece: Piece) -> list[str]:
    by = [f"Par {piece.author}"] if piece.author else []
    return [f"{piece.outlet}, {DAYS[piece.day]}", piece.title, *by]


def below(piece: Piece) -> list[str]:
    by = f", par {piece.author}" if piece.author else ""
    return [piece.title, f"{piece.outlet}, {DAYS[piece.day]}{by}"]


HEADS = {"outlet above, day below": by_day_and_name, "outlet and day above": in_one_line, "below": below}  # fmt: skip
CONTENTS = {
    "brackets": lambda piece, page: f"{piece.title} ({piece.outlet}) . . . . . . . . {page}",
    "outlet first": lambda piece, page: f"{piece.outlet} - {piece.title} ........ {page}",
    "titles": lambda piece, page: f"{piece.title} {page}",
    "capitals": lambda piece, page: f"{piece.title.upper()} .... p. {page}",
}
COVER = ["Panorama de presse maritime", "Mai 2023", "Observatoire du littoral"]
RUNNING = (["Panorama de presse - Observatoire du littoral", "Mai 2023"], ["Usage interne", "Page {page} sur {all}"])  # fmt: skip


def running(pages: list[list[str]], place: str) -> list[list[str]]:
    """The pages with running lines at one edge, or at both."""
    made = []
    for number, page in enumerate(pages, start=1):
        top, foot = ([line.format(page=number, all=len(pages)) for line in part] for part in RUNNING)  # fmt: skip
        if number == 1:
            made.append(page)
        elif place == "above":
            made.append([*top, *foot, *page])
        elif place == "below":
            made.append([*page, *top, *foot])
        else:
            made.append([*top, *page, *foot])
    return made


def wrapped(piece: Piece) -> list[str]:
    return textwrap.wrap(piece.text, 90)


def assert_told(data: bytes) -> None:
    articles = [one for one in read(data, relative="p.pdf") if isinstance(one, Article)]
    assert [one.title for one in articles] == [piece.title for piece in PIECES]
    for article, piece in zip(articles, PIECES, strict=True):
        body = " ".join(span.of(article.text) for span in article.paragraphs)
        assert body == piece.text
        assert (article.source or "").lower() == piece.outlet.lower()
        assert (article.published.value, article.author) == (piece.day, piece.author)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("contents", CONTENTS)
@pytest.mark.parametrize("place", ["above", "below", "both"])
def test_each_article_of_a_panorama_stands_alone(head: str, contents: str, place: str) -> None:
    listed = ["Sommaire", *(CONTENTS[contents](piece, n) for n, piece in enumerate(PIECES, 3))]
    pages = [COVER, listed, *([*HEADS[head](piece), *wrapped(piece)] for piece in PIECES)]
    assert_told(make_pdf(*running(pages, place)))


@pytest.mark.parametrize("head", HEADS)
def test_an_article_may_begin_amid_a_page(head: str) -> None:
    listed = ["Sommaire", *(CONTENTS["brackets"](piece, 3) for piece in PIECES)]
    first, second, third = ([*HEADS[head](piece), *wrapped(piece)] for piece in PIECES)
    cut = len(second) - 1
    pages = [COVER, listed, [*first, *second[:cut]], [*second[cut:], *third]]
    assert_told(make_pdf(*running(pages, "both")))


@pytest.mark.parametrize("head", HEADS)
def test_heads_at_the_tops_of_pages_are_borders_without_a_list(head: str) -> None:
    pages = [COVER, *([*HEADS[head](piece), *wrapped(piece)] for piece in PIECES)]
    assert_told(make_pdf(*running(pages, "both")))


def test_titles_may_be_wrapped_on_the_page_and_in_the_list() -> None:
    listed = ["Table des matières"]
    pages = [COVER, listed]
    for number, piece in enumerate(PIECES, 3):
        start, end = piece.title.rsplit(" ", 2)[0], " ".join(piece.title.rsplit(" ", 2)[1:])
        listed += [start, f"{end} ({piece.outlet}) ....... {number}"]
        outlet, title, said = by_day_and_name(piece)
        pages.append([outlet, *title.split(" ", 3)[:0], start, end, said, *wrapped(piece)])
    assert_told(make_pdf(*running(pages, "both")))


def test_a_report_with_chapters_stays_one() -> None:
    titles = ("Introduction générale", "Les ports de la façade", "Conclusion du rapport")
    listed = ["Sommaire", *(f"{title} ...... {n}" for n, title in enumerate(titles, 3))]
    pages = [COVER, listed, *([title, *wrapped(piece)] for title, piece in zip(titles, PIECES, strict=True))]  # fmt: skip
    from index.corpus.formats import panoramas

    assert panoramas.parts_of("\n\f\n".join("\n".join(page) for page in pages)) == []


@pytest.mark.parametrize(
    ("pages", "running"),
    [
        (["A\n1\nx", "A\n2\ny", "A\n3\nz"], ["A", "1", "A", "2", "A", "3"]),
        (["x\nPage 1/3", "y\nPage 2/3", "z\nPage 3/3"], ["Page 1/3", "Page 2/3", "Page 3/3"]),
        (["cover", "A\nB\nx", "A\nB\ny", "A\nB\nz"], ["A", "B", "A", "B", "A", "B"]),
        (["L\nx", "R\ny", "L\nz", "R\nv", "L\nw", "R\nu"], ["L", "R", "L", "R", "L", "R"]),
        (["La Criée\nx", "Le Marin\ny", "La Criée\nz", "Le Phare\nw", "Le Lac\nv"], []),
        (["A\nx", "A\ny"], []),
        (["", "", ""], []),
    ],
)
def test_lines_that_stand_again_at_the_same_place_of_pages_run(
    pages: list[str], running: list[str]
) -> None:
    raw = "\n\f\n".join(pages)
    places = running_lines(raw, "\n\f\n")
    assert [raw[start:end] for start, end in places] == running
    still = without(raw, places)
    assert len(still) == len(raw)
    assert still.split() == [word for word in raw.split() if word not in " ".join(running).split()]
