"""A stretch that was cited is found again by its place, else by its first words."""

from __future__ import annotations

import pytest
from builders import make_article

from index.model.article import EntityId
from index.model.text import Span
from index.notebook.cited import cite, located
from index.notebook.names_in_context import contexts

TEXT = "Le phare est allumé. " + "La digue tient. " * 20 + "Le port rouvre."


@pytest.mark.parametrize(("length", "kept"), [(5, 5), (79, 79), (80, 80), (81, 80), (200, 80)])
def test_the_first_eighty_characters_are_kept(length: int, kept: int) -> None:
    """Enough to find it again, and no copy of the article."""
    article = make_article("a", TEXT)
    cited = cite(article, Span(3, 3 + length))
    assert (cited.span, cited.text) == ((3, 3 + length), TEXT[3 : 3 + kept])


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        (TEXT, Span(0, 20)),
        (f"Titre. {TEXT}", Span(7, 27)),
        (f"x{TEXT}", Span(1, 21)),
        (TEXT[:20], Span(0, 20)),
        ("Un autre texte.", None),
        ("e phare est allumé.", None),
    ],
)
def test_it_is_found_where_it_stands_now(now: str, stands: Span | None) -> None:
    cited = cite(make_article("a", TEXT), Span(0, 20))
    assert located(cited, make_article("a", now)) == stands


def test_it_is_found_at_the_beginning_of_what_is_left() -> None:
    cited = cite(make_article("a", TEXT), Span(3, 20))
    assert located(cited, make_article("a", "phare est allumé. Plus rien.")) == Span(0, 17)


def test_it_ends_where_the_text_does() -> None:
    cited = cite(make_article("a", TEXT), Span(3, 300))
    assert located(cited, make_article("a", TEXT[:100])) == Span(3, 100)


@pytest.mark.parametrize(("words", "cut"), [(1, False), (26, False), (27, True), (60, True)])
def test_a_name_is_shown_with_what_a_line_has_room_for(words: int, cut: bool) -> None:
    """On each side 160 characters at the most, in whole words."""
    around = " ".join(["phare"] * words)
    article = make_article("a", f"Ce {around[3:]} Gantz {around}.", names={"gantz": ["Gantz"]})
    (line,) = contexts([article], [EntityId("gantz")], most=1)
    assert (line.left.startswith("… "), line.right.endswith(" …")) == (cut, cut)
    assert len(line.left) <= 162 and len(line.right) <= 162
    assert {*line.left.split()} <= {"Ce", "re", "phare", "…"}
    assert {*line.right.split()} <= {"phare", "phare.", "…"}
