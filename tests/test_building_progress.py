"""The progress of a build counts the bytes of files that are being read, and their articles."""

from __future__ import annotations

import io

import pytest

from index.cli.progress import Narrator
from index.corpus.file_reading import Share, read
from index.export.build_documents import build_line
from index.interface.texts import texts_for
from index.model.building import Progressed, Started

TEXT = "Les dockers ont voté la reprise du travail mardi matin, après trois semaines de grève."


@pytest.mark.parametrize(
    ("event", "share"),
    [
        (Progressed(0, 1, 40, 30, 90), 1 / 3),
        (Progressed(0, 1, 40, 120, 90), 1.0),
        (Progressed(1, 4, 40), 0.25),
        (Progressed(1, 1, 40, 80, 90), 1.0),
        (Progressed(0, 0, 0), 1.0),
    ],
)
def test_the_share_is_of_bytes_where_they_are_known(event: Progressed, share: float) -> None:
    assert event.share == pytest.approx(share)


def test_an_article_tells_how_much_of_its_file_was_read() -> None:
    lines = "".join(f'{{"title": "Le port {n}", "text": "{TEXT}"}}\n' for n in range(10))
    data = lines.encode()
    told = [Share(0, 1).read_at(one, len(data)) for one in read(data, relative="a.jsonl")]
    assert told == sorted(told) and 0 < told[0] < len(data) / 8
    assert len(data) * 0.9 < told[-1] <= len(data)
    halves = [
        max(Share(at, 2).read_at(one, len(data)) for one in read(data, relative="a.jsonl", share=Share(at, 2)))
        for at in (0, 1)
    ]  # fmt: skip
    assert sum(halves) <= len(data)


def test_a_program_is_told_the_bytes() -> None:
    line = build_line(Progressed(0, 1, 40, 30, 90))
    assert (line["bytes"], line["of_bytes"], line["articles"]) == (30, 90, 40)
    assert Share(0, 1).read_at(next(iter(read(b"", relative="a.txt"))), 10) == 0


def test_one_large_file_moves_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    class Call:
        texts, quiet = texts_for("en"), False

        def narrate(self, text: str) -> None: ...

        def print_document(self, document: object) -> None: ...

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with Narrator(Call()) as narrator:
        narrator.report(Started(1))
        for articles in (10, 20, 30):
            narrator.report(Progressed(0, 1, articles, 30 * articles, 1000))
    shown = terminal.getvalue()
    for told in ("30%", "60%", "90%", "10 articles", "20 articles", "30 articles"):
        assert told in shown
