"""Queries live on from one visit to the next, in private, and never get in the way."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tui.remembered import LONGEST, MOST, remember, remembered


def test_queries_come_back_in_order(tmp_path: Path) -> None:
    file = tmp_path / "state" / "queries.json"
    remember(file, ["« sans précédent »", "gantz", "l’accord"])
    assert remembered(file) == ["« sans précédent »", "gantz", "l’accord"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_only_the_latest_ones_and_none_that_was_pasted_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "queries.json"
    remember(file, ["x" * (LONGEST + 1), *(str(number) for number in range(MOST + 5))])
    assert remembered(file) == [str(number) for number in range(5, MOST + 5)]


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"[1, null]", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_none_of_ours_is_no_history(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "queries.json"
    file.write_bytes(content)
    assert remembered(file) == []


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    remember(tmp_path / "file" / "queries.json", ["gantz"])
    remember(tmp_path / "odd.json", ["\udc80"])
    assert remembered(tmp_path / "file" / "queries.json") == []
