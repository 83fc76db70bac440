"""Articles in one plain text that only bare borders part: lines of signs, counters, page breaks, addresses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.corpus.file_reading import read
from index.corpus.formats.plain import IN_DOUBT
from index.model.article import Article, Noted
from tests.test_corpus_structures import STORIES

FOURTH = (
    "Un loup photographié à Brévent",
    "",
    "Un loup a été photographié dimanche par un promeneur, au-dessus des granges de Brévent.",
    "Les éleveurs demandent une réunion en préfecture avant la montée en alpage du troupeau.",
)
ALL = [*STORIES, FOURTH]
Joined = Callable[[int], str]


def article(at: int, *, below: str = "") -> str:
    title, _, first, second = ALL[at]
    return f"{title}\n{below}\n{first}\n\n{second}"


def by(line: str) -> Joined:
    return lambda number: f"\n\n{line}\n\n".join(map(article, range(number)))


LINES = {
    "dashes": "----------",
    "long dashes": "———————",
    "stars": "***",
    "stars apart": "* * *",
    "underlines": "____________",
    "page breaks": "\f",
}
BORDERS: dict[str, Joined] = {
    **{kind: by(line) for kind, line in LINES.items()},
    "page breaks": lambda number: "\n\f".join(map(article, range(number))),
    "counters": lambda number: "\n\n".join(
        f"Article {at + 1}\n\n{article(at)}" for at in range(number)
    ),
    "numbers": lambda number: "\n\n".join(f"N° {at + 1}\n{article(at)}" for at in range(number)),
    "gaps above bylines": lambda number: "\n\n\n\n".join(
        article(at, below=f"Par Jeanne Martin, le {at + 3} juin 2024\n") for at in range(number)
    ),
    "addresses": lambda number: "\n\n".join(
        article(at, below=f"https://www.journal{at}.example/{at}\n") for at in range(number)
    ),
}


def found(text: str) -> tuple[list[str], list[str]]:
    told = list(read(text.encode(), relative="revue.txt"))
    titles = [one.title for one in told if isinstance(one, Article)]
    return titles, [one.reason for one in told if isinstance(one, Noted)]


@pytest.mark.parametrize("kind", BORDERS)
@pytest.mark.parametrize("number", [3, 4])
def test_bare_borders_part_what_all_begins_as_an_article(kind: str, number: int) -> None:
    titles, _ = found(BORDERS[kind](number))
    assert titles == [story[0] for story in ALL[:number]]


@pytest.mark.parametrize("kind", ["dashes", "stars", "page breaks"])
def test_two_stretches_may_be_one_article_and_that_is_told(kind: str) -> None:
    titles, reasons = found(BORDERS[kind](2))
    assert titles == [ALL[0][0]]
    assert IN_DOUBT in reasons


PROSE = " ".join((ALL[1][2], ALL[1][3]))
ONE = {
    "breaks in a story": "\n\n***\n\n".join((article(0), PROSE, PROSE)),
    "breaks above short headings": "\n\n***\n\n".join(
        (article(0), f"Les faits\n\n{PROSE}", f"La suite\n\n{PROSE}")
    ),
    "articles of a law": f"{article(0)}\n\nArticle 1\n{PROSE}\n\nArticle 2\n{PROSE}",
    "an address in the text": f"{article(0)}\n\nÀ lire aussi sur notre site\nhttps://x.example/1\n\n{PROSE}",
    "pages of print": f"{article(0)}\n{PROSE[:60]}\n\f{PROSE[61:]}\n\n\f{PROSE}",
    "gaps above long headings": "\n\n\n\n".join(
        (article(0), f"Un chantier qui tarde à finir\n\n{PROSE}", PROSE, PROSE)
    ),
    "questions": "\n\n---\n\n".join(
        (article(0), *(f"Pourquoi avoir choisi ce chantier ?\n\n{PROSE}" for _ in range(3)))
    ),
    "one title over and over": "\n\n------\n\n".join(article(0) for _ in range(3)),
}


@pytest.mark.parametrize("kind", ONE)
def test_parts_of_one_article_stay_together(kind: str) -> None:
    titles, reasons = found(ONE[kind])
    assert titles == [ALL[0][0]]
    if kind != "one title over and over":
        assert IN_DOUBT not in reasons


COVER = "La lettre du littoral n° 88\n3 juin 2024\n\n"
IMPRINT = "Document réalisé par le service de presse\nTél. 01 02 03 04 05"


@pytest.mark.parametrize("kind", BORDERS)
def test_a_cover_and_an_imprint_are_no_articles(kind: str) -> None:
    """An imprint stands behind a border of its own; one behind the last article is a part of it."""
    line = "\n" if kind.startswith("gaps") else LINES.get(kind, "")
    cover = COVER + (f"{line}\n\n" if line else "")
    titles, _ = found(cover + BORDERS[kind](3))
    assert titles == [story[0] for story in ALL[:3]]
    if line:
        titles, _ = found(f"{cover}{BORDERS[kind](3)}\n\n{line}\n\n{IMPRINT}")
        assert titles == [story[0] for story in ALL[:3]]


def test_gaps_alone_are_told_as_doubtful() -> None:
    """Three titles apart may be three articles, or one with long headings."""
    titles, reasons = found("\n\n\n\n".join(map(article, range(3))))
    assert titles == [ALL[0][0]]
    assert IN_DOUBT in reasons
