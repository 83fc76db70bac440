"""Files of subtitles as tools write them: all that is said is read, once, and nothing else."""

from __future__ import annotations

import time

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

SAID = (
    "Les dockers ont voté la reprise du travail mardi matin, après trois semaines de grève.",
    "La direction du port estime les pertes à douze millions d’euros, a dit sa directrice.",
    "Quatre quartiers du nord seront privés d’eau jeudi, a annoncé la régie municipale.",
)


def _cues(ends: str, *, numbered: bool = True, name: str = "") -> str:
    made = []
    for at, said in enumerate(SAID):
        head = f"{name}{at + 1}\n" if numbered else ""
        made.append(f"{head}00:00:0{at},000 --> 00:00:0{at + 1},000\n{said}{ends}")
    return "".join(made)


def _told(text: str, kind: str = "srt") -> str:
    (article,) = [
        one for one in read(text.encode(), relative=f"a.{kind}") if isinstance(one, Article)
    ]
    return " ".join(article.text.split())


@pytest.mark.parametrize(
    "text",
    [
        _cues("\n\n"),
        _cues("\n"),
        _cues("\n \n\n"),
        _cues("\n\n").replace("\n", "\r\n"),
        _cues("\n").replace("\n", "\r\n"),
        _cues("\n", numbered=False),
        "WEBVTT\n\n" + _cues("\n\n", name="cue ").replace(",000", ".000"),
        "WEBVTT\n\nNOTE\nUne note.\n\n" + _cues("\n\nNOTE Une note.\n\n").replace(",000", ".000"),
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n" + _cues("\n\n").replace(",000", ".000"),
    ],
)
def test_only_what_is_said_is_read(text: str) -> None:
    kind = "vtt" if text.startswith("WEBVTT") or text[0] == "0" else "srt"
    assert _told(text, kind) == " ".join(SAID)


@pytest.mark.parametrize("ends", ["\n\n", "\n"])
def test_what_stands_below_a_blank_line_in_a_cue_is_read(ends: str) -> None:
    inside = "Ceci suit une ligne vide dans le sous-titre, dit la voix."
    text = _cues(ends).replace(SAID[0], f"{SAID[0]}\n\n{inside}")
    assert _told(text) == " ".join((SAID[0], inside, *SAID[1:]))
    text = _cues(ends).replace(SAID[2], f"{SAID[2]}\n\n{inside}")
    assert _told(text) == " ".join((*SAID, inside))


def test_a_number_that_is_said_is_read() -> None:
    text = _cues("\n\n").replace(SAID[1], f"{SAID[1]}\n2023")
    assert _told(text) == f"{SAID[0]} {SAID[1]} 2023 {SAID[2]}"


def test_rolling_captions_give_each_line_once() -> None:
    parts = ["WEBVTT\nKind: captions\nLanguage: fr\n"]
    before = ""
    for at, said in enumerate(SAID):
        words = said.split()
        timed = words[0] + "".join(f"<00:00:0{at}.500><c> {word}</c>" for word in words[1:])
        both = f"{before}\n{timed}" if before else timed
        parts.append(f"00:00:0{at}.010 --> 00:00:0{at}.990 align:start position:0%\n{both}\n")
        parts.append(f"00:00:0{at}.990 --> 00:00:0{at + 1}.010 align:start position:0%\n{said}\n")
        before = said
    assert _told("\n".join(parts), "vtt") == " ".join(SAID)


def test_a_line_that_is_said_again_later_stays() -> None:
    text = _cues("\n\n") + f"9\n00:00:09,000 --> 00:00:10,000\n{SAID[0]}\n"
    assert _told(text).count(SAID[0]) == 2


def test_a_word_that_is_said_twice_in_a_row_stays() -> None:
    text = _cues("\n\n").replace(SAID[1], SAID[0])
    assert _told(text).count(SAID[0]) == 2


def test_blanks_and_marks_without_an_end_cost_no_time() -> None:
    start = time.process_time()
    for piece in (
        "\n",
        " \n",
        "1\n",
        "NOTE\n\n",
        "00:00:01,000 --> 00:00:02,000\n",
        "a\n\n",
        "<v ",
    ):
        list(
            read(("1\n00:00:01,000 --> 00:00:02,000\n" + piece * 20000).encode(), relative="a.srt")
        )
    assert time.process_time() - start < 20
