"""What is put right in a text that was damaged: missing breaks, wrapped lines, wrongly decoded letters."""

from __future__ import annotations

import textwrap

import pytest
from a_story import FIRST, SECOND, THIRD, TITLE, articles, paragraphs

from index.model.article import Article


def page(*lines: str) -> Article:
    (article,) = articles("\n\n".join(lines).encode(), "page.txt")
    return article


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            f"{FIRST} {SECOND}{THIRD}Le marché revient aussi. Il se tiendra le samedi.",
            [f"{FIRST} {SECOND}", THIRD, "Le marché revient aussi. Il se tiendra le samedi."],
        ),
        (f"{FIRST}{THIRD}", [FIRST, THIRD]),
    ],
)
def test_paragraphs_run_together_are_apart_again(text: str, wanted: list[str]) -> None:
    article = page(text)
    assert paragraphs(article) == wanted
    for repair in article.repairs:
        assert article.text[repair.start : repair.end].isspace()
        assert repair.reason == "missing space"


def test_a_single_missing_space_is_only_a_space() -> None:
    article = page(TITLE, FIRST, THIRD + "Le reste suivra.", SECOND)
    assert paragraphs(article) == [FIRST, THIRD + " Le reste suivra.", SECOND]
    (repair,) = article.repairs
    assert (article.text[repair.start : repair.end], repair.raw) == (" ", "l’ouvrage.Le")


def test_wrapped_lines_are_paragraphs_again() -> None:
    text = (
        "Les quais du vieux port ont rouvert samedi devant plus de\n"
        "centaines d’habitants, a annoncé la mairie. Les travaux ont\n"
        "duré deux ans et coûté plus cher que prévu. La réhabilita-\n"
        "tion du quai nord, elle, attendra encore un an, a-t-on ap-\n"
        "pris de source officielle en fin de semaine. Selon le porte-\n"
        "parole de la mairie, le budget est voté.\n"
        "\n"
        "Les premiers bateaux sont attendus la semaine prochaine, se-\n"
        "lon la capitainerie du port, qui en prévoit une vingtaine\n"
        "d’ici à la fin du mois.\n"
    )
    article = page(text)
    assert len(article.paragraphs) == 2
    first = article.paragraphs[0].of(article.text)
    assert "La réhabilitation du quai nord" in first
    assert "a-t-on appris" in first
    assert "Selon le porte-parole de" in first
    assert any(repair.reason == "hyphen at a line end" for repair in article.repairs)


@pytest.mark.parametrize(
    ("width", "joined"), [(110, True), (128, True), (140, False), (158, False)]
)
def test_lines_that_no_editor_wraps_are_paragraphs(width: int, joined: bool) -> None:
    prose = " ".join(
        f"Le conseil du port numéro {number} a voté son budget, a annoncé la mairie de la ville."
        for number in range(24)
    )
    lines = textwrap.wrap(prose, width)
    article = page(TITLE, "\n".join(lines))
    found = paragraphs(article)
    assert found == ([prose] if joined else lines)


def test_wrongly_decoded_letters_are_right_again() -> None:
    pytest.importorskip("ftfy")
    broken = FIRST.replace("’", "â€™").replace("é", "Ã©")
    article = page(
        TITLE, broken, "Un vol pour SÃO PAULO, l’« aéroport » d’à côté, part demain.", THIRD
    )
    assert paragraphs(article)[0] == FIRST
    assert "SÃO PAULO, l’« aéroport » d’à" in paragraphs(article)[1]
    repair = article.repairs[0]
    assert (article.text[repair.start : repair.end], repair.raw) == ("é", "Ã©")
    assert {repair.reason for repair in article.repairs} == {"encoding"}
