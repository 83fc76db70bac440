"""One invented article that tests write in files of many kinds, with checks of the articles read
from them.
"""

from __future__ import annotations

from itertools import pairwise

from index.corpus.file_reading import raw_text, read
from index.model.article import Article
from index.model.text import Span, TextMap

TITLE = "Le barrage de l’Aubrac sera rénové"
FIRST = (
    "La région a voté lundi un crédit de 12 millions d’euros pour rénover le barrage, construit en"
    " 1931 et fermé depuis deux ans après l’apparition de fissures dans sa partie haute."
)
SECOND = (
    "« C’est une bonne nouvelle pour toute la vallée », a déclaré la maire de la commune, qui attendait"
    " cette décision depuis longtemps et craignait une fermeture définitive."
)
THIRD = (
    "Les travaux commenceront au printemps. Ils dureront trois ans, selon l’exploitant, et le lac sera"
    " vidé deux fois pour permettre aux ouvriers d’atteindre le pied de l’ouvrage."
)
BODY = [FIRST, SECOND, THIRD]


def articles(data: bytes, relative: str) -> list[Article]:
    found = list(read(data, relative=relative))
    assert all(isinstance(entry, Article) for entry in found), found
    return [entry for entry in found if isinstance(entry, Article)]


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text).replace("\u00a0", " ") for span in article.paragraphs]


def assert_covers(article: Article, data: bytes) -> None:
    """Clean text and what was set aside do not overlap, and the map leads back to equal characters."""
    raw = raw_text(data, article.encoding)
    taken = sorted(
        [(p.raw_start, p.raw_end) for p in article.pieces if p.raw_end > p.raw_start]
        + [(a.raw_start, a.raw_end) for a in article.set_aside]
    )
    assert all(one[1] <= two[0] for one, two in pairwise(taken))
    back = TextMap(article.pieces)
    for at, char in enumerate(article.text):
        span = back.raw_span(Span(at, at + 1))
        if span.length == 1 and not char.isspace():
            assert raw[span.start] == char
    for aside, text in zip(article.set_aside, article.set_aside_texts, strict=True):
        assert raw[aside.raw_start : aside.raw_end] == text
