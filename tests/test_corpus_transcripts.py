"""Transcripts in JSON are one text; messages, articles and other lists with times are none."""

from __future__ import annotations

import json

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

WORDS = (
    "La digue du port a cédé lundi",
    "à l’aube sous une vague de quatre mètres.",
    "Le maire demande une aide à la région.",
)
SAID = " ".join(WORDS)


def texts_of(value: object) -> list[str]:
    data = json.dumps(value, ensure_ascii=False).encode()
    return [one.text for one in read(data, relative="a.json") if isinstance(one, Article)]


@pytest.mark.parametrize(
    "value",
    [
        [{"text": w, "start": n * 4.2, "duration": 4.2} for n, w in enumerate(WORDS)],
        [{"content": w, "startTime": f"{n}.5"} for n, w in enumerate(WORDS)],
        {"events": [{"tStartMs": n * 4000, "segs": [{"utf8": f" {part}"} for part in w.split(" ")]} for n, w in enumerate(WORDS)]},
        {"segments": [{"start": n, "end": n + 1, "text": f" {w}", "speaker": "A"} for n, w in enumerate(WORDS)]},
    ],
)  # fmt: skip
def test_words_with_their_times_are_one_text(value: object) -> None:
    (text,) = texts_of(value)
    assert " ".join(text.split()) == SAID


def test_another_speaker_begins_a_paragraph() -> None:
    value = {
        "segments": [{"start": n, "text": w, "speaker": "AAB"[n]} for n, w in enumerate(WORDS)]
    }
    (text,) = texts_of(value)
    assert text == f"{WORDS[0]} {WORDS[1]}\n\n{WORDS[2]}"


@pytest.mark.parametrize(
    "value",
    [
        [{"from": "Jeanne", "text": w, "time": f"2024-03-04T08:0{n}"} for n, w in enumerate(WORDS)],
        [{"time": 1709535600 + n, "text": w, "name": "Jeanne Martin"} for n, w in enumerate(WORDS)],
        [{"sender": "Jeanne", "text": w, "offset": n} for n, w in enumerate(WORDS)],
        [{"title": f"Titre {n}", "text": w, "start": n} for n, w in enumerate(WORDS)],
    ],
)
def test_messages_and_articles_stay_apart(value: object) -> None:
    assert len(texts_of(value)) == len(WORDS)


LONG = "La digue du port a cédé lundi à l’aube sous une vague de quatre mètres. " * 3


@pytest.mark.parametrize(
    "about",
    [
        {"headline": "La digue", "published_at": "2023-01-04", "source": "La Vague"},
        {"titre": "La digue", "auteur": "Jeanne Martin"},
        {"auteur": "Jeanne Martin"},
        {"journal": "La Vague"},
        {"date": "2023-01-04"},
        {"id": 7},
    ],
)
@pytest.mark.parametrize("key", ["text", "content"])
@pytest.mark.parametrize("time", ["offset", "start", "begin", "from", "time"])
def test_articles_with_a_figure_that_rises_stay_apart(
    about: dict[str, object], key: str, time: str
) -> None:
    rows = [{**about, key: f"{LONG} {n}", time: 20230104 + n} for n in range(3)]
    assert len(texts_of(rows)) == len(texts_of({"status": "ok", "results": rows})) == 3


def test_long_texts_with_a_figure_that_rises_stay_apart() -> None:
    assert len(texts_of([{"text": LONG * 4, "offset": n} for n in range(3)])) == 3


def test_the_paragraphs_of_one_article_leave_it_its_head() -> None:
    value: dict[str, object] = {
        "title": "La digue cède",
        "author": "Jeanne Martin",
        "date": "2023-01-04",
    }
    value["body"] = [{"type": "p", "text": LONG, "offset": n} for n in range(3)]
    data = json.dumps(value, ensure_ascii=False).encode()
    found = [one for one in read(data, relative="a.json") if isinstance(one, Article)]
    assert {(one.title, one.author, one.published.value) for one in found} == {
        ("La digue cède", "Jeanne Martin", "2023-01-04")
    }


def test_the_object_around_a_transcript_states_its_title() -> None:
    value: dict[str, object] = {"title": "Conseil du port", "date": "2023-01-04"}
    value["segments"] = [{"start": n, "end": n + 1, "text": w} for n, w in enumerate(WORDS)]
    data = json.dumps(value, ensure_ascii=False).encode()
    (one,) = [one for one in read(data, relative="a.json") if isinstance(one, Article)]
    assert (one.title, one.published.value) == ("Conseil du port", "2023-01-04")
