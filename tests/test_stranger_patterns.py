"""Patterns that a settings file of a stranger brings: refused when they never end, alone or together."""

from __future__ import annotations

import pytest

from index.corpus.patterns import Globs, Pattern
from index.errors import SettingsError

ENDLESS = [
    r"/(a|aa)+$/", r"/(\w+\s?)+$/", r"/(.*)*x/", r"/(a?){40}a{40}b/", r"/(?:x+x+)+y/",
    r"/(.+)+\1z/", r"/^(([a-z])+.)+[A-Z]([a-z])+$/",
]  # fmt: skip


@pytest.mark.parametrize("line", ENDLESS)
def test_a_pattern_that_never_ends_is_refused(line: str) -> None:
    made = Pattern(line[1:-1], told=line)
    refused = []
    for text in ("a" * 60 + "b", "mot " * 40 + "!", "x" * 60, "aaaa" * 10, "é" * 99 + "?"):
        try:
            made.fullmatch(text)
        except SettingsError as error:
            refused.append(str(error))
    assert all("takes too long" in told for told in refused)
    if line in ENDLESS[:1]:  # the others end with `regex`, where `re` does not
        assert refused


def test_a_pattern_that_takes_little_each_time_is_refused_by_its_sum(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr("index.corpus.patterns.time.process_time", lambda: float(next(clock)))
    made = Pattern("a", told="a")
    with pytest.raises(SettingsError, match="too long"):
        for _ in range(10):
            made.fullmatch("b")


@pytest.mark.parametrize("kind", ["matched", "compiled", "globs"])
def test_many_patterns_that_take_little_each_are_refused_together(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(1_000_000))
    monkeypatch.setattr("index.corpus.patterns.time.process_time", lambda: next(clock) / 10_000_000)
    assert not any(Pattern("a", told="a").fullmatch("b") for _ in range(100))
    monkeypatch.setattr("index.corpus.patterns.time.process_time", lambda: next(clock) / 50)
    with pytest.raises(SettingsError, match="together"):
        if kind == "compiled":
            for _ in range(2000):
                Pattern("a", told="a")
        elif kind == "globs":
            Globs(["a"] * 2000)
        else:
            many = [Pattern("a", told="a") for _ in range(100)]
            for text in map(str, range(2000)):
                assert not any(one.fullmatch(text) for one in many)


def test_few_patterns_may_be_matched_as_often_as_there_are_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter(range(10_000_000))
    monkeypatch.setattr("index.corpus.patterns.time.process_time", lambda: next(clock) / 5000)
    few = [Pattern("a", told="a") for _ in range(5)]
    for text in map(str, range(50_000)):
        assert not any(one.fullmatch(text) for one in few)


@pytest.mark.parametrize(
    ("lines", "path", "named"),
    [
        (["*.tmp"], "a/b.tmp", True),
        (["*.tmp", "!b.tmp"], "a/b.tmp", False),
        (["a/"], "a/b.txt", True),
        (["a/", "!a/b.txt"], "a/b.txt", False),
        (["/b.txt"], "a/b.txt", False),
        (["**/c/*.txt"], "a/b/c/d.txt", True),
        (["# rien", ""], "a", False),
        (["a/"], "a", False),
    ],
)
def test_globs_name_what_git_ignores(lines: list[str], path: str, named: bool) -> None:
    import pathspec

    assert Globs(lines).match_file(path) is named
    assert pathspec.GitIgnoreSpec.from_lines(lines).match_file(path) is named
