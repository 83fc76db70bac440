"""Nothing is lost: clean text and what was set aside cover each file, and the map between is exact."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.corpus.reading import raw_text, read
from index.model.article import Article
from index.model.text import Span, TextMap

SENTENCES = st.sampled_from(
    [
        "Le conseil municipal a voté mardi soir le budget de la commune, après trois heures de débat.",
        "« Nous n’avons pas été consultés », a regretté le maire.",
        "Les travaux commenceront en mars.Ils dureront un an, selon le préfet de la région.",
        "Un vote serré",
        "Lire aussi : Le budget expliqué en cinq points",
        "Sur le même sujet",
        "Publicité",
        "Par Jeanne Martin",
        "Publié le 3 mars 2021 à 10h30",
        "https://exemple.test/article-12.html",
        "© 2021 La Gazette du Port. Tous droits réservés",
        "budget",
        "port, commune, vote",
        "Partager sur Facebook",
        "\u00a0",
        "1920 1080 true",
        "Titre \U0001f600 d’un article — avec [/b] et \u202egauche",
        "2021",
    ]
)
LINES = st.lists(
    st.one_of(SENTENCES, st.text(max_size=60), st.text(alphabet="ab é.«»\"'-A1", max_size=80)),
    max_size=14,
)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r"])


def read_all(data: bytes, relative: str) -> list[Article]:
    return [found for found in read(data, relative=relative) if isinstance(found, Article)]


def assert_nothing_is_lost(article: Article, raw: str, region: Span) -> None:
    covered = [0] * len(raw)
    for piece in article.pieces:
        for at in range(piece.raw_start, piece.raw_end):
            covered[at] += 1
    for aside, text in zip(article.set_aside, article.set_aside_texts, strict=True):
        assert raw[aside.raw_start : aside.raw_end] == text
        for at in range(aside.raw_start, aside.raw_end):
            covered[at] += 1
    for at in range(region.start, region.end):
        assert covered[at] == 1 or (covered[at] == 0 and raw[at].isspace()), (at, raw[at])


def assert_map_is_exact(article: Article, raw: str) -> None:
    end = 0
    for piece in article.pieces:
        assert piece.start == end < piece.end
        end = piece.end
        if piece.end - piece.start == piece.raw_end - piece.raw_start:
            clean, stood = (
                article.text[piece.start : piece.end],
                raw[piece.raw_start : piece.raw_end],
            )
            assert all(a == b or a == " " for a, b in zip(clean, stood, strict=True))
    assert end == len(article.text)
    back = TextMap(article.pieces)
    for at, char in enumerate(article.text):
        span = back.raw_span(Span(at, at + 1))
        if span.length == 1 and char not in " \n":
            assert raw[span.start] == char
            assert back.clean_offset(span.start) == at


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES, end=ENDS)
def test_plain_text_is_covered(lines: list[str], end: str) -> None:
    data = end.join(lines).encode("utf-8", "surrogatepass")
    for article in read_all(data, "a.txt"):
        raw = raw_text(data, article.encoding)
        assert_nothing_is_lost(article, raw, Span(0, len(raw)))
        assert_map_is_exact(article, raw)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines=LINES, front=st.booleans())
def test_markdown_is_covered(lines: list[str], front: bool) -> None:
    head = "---\ntitle: Un titre\ndate: 2021-03-03\n---\n\n" if front else "# Un *titre*\n\n"
    data = (head + "\n\n".join(lines)).encode("utf-8", "surrogatepass")
    for article in read_all(data, "a.md"):
        raw = raw_text(data, article.encoding)
        assert_nothing_is_lost(article, raw, Span(0, len(raw)))
        assert_map_is_exact(article, raw)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records=st.lists(st.tuples(st.text(max_size=40), LINES), min_size=1, max_size=3))
def test_json_lines_are_covered(records: list[tuple[str, list[str]]]) -> None:
    lines = [
        json.dumps({"titre": title, "n": 1, "texte": "\n".join(text)}) for title, text in records
    ]
    data = "\n".join(lines).encode()
    raw = raw_text(data, "utf-8")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    for article in read_all(data, "a.jsonl"):
        number = int(article.id.rpartition("#")[2]) - 1
        # Records without text are not numbered away: find the line by the pieces.
        start = max(at for at in starts if at <= article.pieces[0].raw_start)
        number = starts.index(start)
        region = Span(start, start + len(lines[number]))
        assert_nothing_is_lost(article, raw, region)
        assert_map_is_exact(article, raw)
