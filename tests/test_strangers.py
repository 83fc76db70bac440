"""A folder from a stranger: links, pipes, devices, escape sequences and patterns that never end."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from index.cli.main import run
from index.errors import RecoupeError
from index.settings.guarded import RefusedError, read_guarded, replace_guarded

PROSE = "Le conseil municipal a voté mardi le budget, qui prévoit de réparer la digue et le phare."
SECRET = "ssh-rsa un secret de quelqu'un"
ESCAPES = "\x1b]52;c;eA==\x07\x9b31m\u202e\x7f"
READ = ("recoupe.yaml", "recoupe-gazette.yaml", "entities/noms.yaml", "recoupe-decisions.yaml")
"""All that is read beside articles."""
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")


class Told:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def all(self) -> str:
        return self.out + self.err


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "entities").mkdir(parents=True)
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"Le phare {name}\n\n{PROSE}\n", encoding="utf-8")
    return folder


@pytest.fixture
def recoupe(capfd: pytest.CaptureFixture[str], corpus: Path) -> Any:
    def call(*arguments: str) -> Told:
        status = run([*arguments, "--corpus", str(corpus)])
        sys.stdout.flush()
        captured = capfd.readouterr()
        told = Told(status, captured.out, captured.err)
        assert "Traceback" not in told.all and "unforeseen" not in told.all, told.all
        return told

    return call


def plant(kind: str, path: Path, outside: Path) -> None:
    path.unlink(missing_ok=True)
    match kind:
        case "link":
            path.symlink_to(outside)
        case "dangling":
            path.symlink_to(outside.with_name("not-there"))
        case "endless":
            path.symlink_to("/dev/zero")
        case "loop":
            path.symlink_to(path.name)
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "large":
            with path.open("wb") as file:
                file.truncate(300_000_000)


KINDS = ("link", "dangling", "endless", "loop", "pipe", "folder", "large")


@needs_links
@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_plain_file_is_told_in_a_sentence(
    kind: str, name: str, recoupe: Any, corpus: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(SECRET, encoding="utf-8")
    plant(kind, corpus / name, outside)
    told = recoupe("search", "budget")
    assert SECRET not in told.all
    assert name.rpartition("/")[2] in told.err
    if "decisions" in name:  # reading never stops because of it
        assert told.status == 0 and "2 articles" in told.err
    else:
        assert told.status == 1 and "\nrecoupe: " in "\n" + told.err


@needs_links
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "large"])
def test_nothing_is_written_through_a_link(
    kind: str, recoupe: Any, corpus: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "profile"
    outside.write_text("", encoding="utf-8")
    (corpus / "$(touch x).txt").write_text(f"Un phare\n\n{PROSE}\n", encoding="utf-8")
    recoupe("update")
    plant(kind, corpus / "recoupe-decisions.yaml", outside)
    told = recoupe("decide", "note", "$(touch x)", "À relire")
    assert told.status == 1 and "recoupe-decisions.yaml" in told.err
    assert outside.read_text("utf-8") == ""
    assert not outside.with_name("not-there").exists()


@needs_links
def test_check_tells_what_was_passed_over_until_it_is_a_file(recoupe: Any, corpus: Path) -> None:
    os.mkfifo(corpus / "tube.txt")
    (corpus / "c.txt").symlink_to(corpus / "d" / "c.txt")
    told = json.loads(recoupe("check", "--json").out)
    assert {one["path"]: one["reason"] for one in told["unread"]} == {
        "c.txt": "The link leads nowhere.",
        "tube.txt": "It is a pipe, a device or a socket, not a file.",
    }
    assert recoupe("check", "--lang", "fr").out.count("Le lien ne mène nulle part.") == 1
    (corpus / "d").mkdir()
    (corpus / "d" / "c.txt").write_text(f"Le phare c\n\n{PROSE}\n", encoding="utf-8")
    told = json.loads(recoupe("check", "--json").out)
    assert [one["path"] for one in told["unread"]] == ["tube.txt"]
    assert len(told["articles"]) == 4  # one of them by the link too


@needs_links
def test_a_folder_of_lists_that_is_a_link_is_not_followed(
    recoupe: Any, corpus: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (away / "noms.yaml").write_text(f"kind: person\nentries: ['{SECRET}', 3]\n", encoding="utf-8")
    (corpus / "entities").rmdir()
    (corpus / "entities").symlink_to(away)
    told = recoupe("search", "budget")
    assert told.status == 0 and SECRET not in told.all


@needs_links
def test_guarded_reading_keeps_within_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "a").write_bytes(b"x")
    (folder / "link").symlink_to(folder / "in")
    assert read_guarded(folder / "in" / "a", within=folder) == b"x"
    for path in (folder / "link" / "a", folder / ".." / "a", folder):
        with pytest.raises(OSError):
            read_guarded(path, within=folder)
    with pytest.raises(RefusedError):
        read_guarded(folder / "in" / "a", within=folder, most_bytes=0)
    own = tmp_path / "own"  # the reader's own settings may be kept elsewhere
    own.symlink_to(folder / "in" / "a")
    assert read_guarded(own, within=None) == b"x"
    with pytest.raises(RefusedError):
        replace_guarded(own, b"y")
    replace_guarded(folder / "in" / "a", b"y")
    assert own.read_bytes() == b"y"
    assert [path.name for path in (folder / "in").iterdir()] == ["a"]


SETTINGS = [
    ("recoupe.yaml", "{key}: 1"),
    ("recoupe.yaml", "name: 3\nlang: [{value}]"),
    ("recoupe.yaml", "sources: [{{source: {value}, fields: {{a: {value}}}}}]"),
    ("recoupe.yaml", "sources: [{{{key}: a}}]"),
    ("recoupe.yaml", "ignore: [{value}, '!']"),
    ("recoupe-a.yaml", "source: {value}\nnoise: ['/(/', {value}]"),
    ("recoupe-a.yaml", "source: a\nnoise: ['/({inner}/']".replace("{inner}", "")),
    ("recoupe-a.yaml", "source: a\n{key}: b"),
    ("entities/noms.yaml", "kind: {value}\nentries: [a]"),
    ("entities/noms.yaml", "kind: person\nentries: [{{name: {value}, kind: {value}}}]"),
    ("entities/noms.yaml", "kind: person\nentries: [{{name: A, {key}: b}}]"),
    ("recoupe-decisions.yaml", "{key}: []"),
    ("recoupe-decisions.yaml", "notes: [{{article: {value}, when: [{value}]}}]"),
    ("recoupe-decisions.yaml", "format: {value}"),
]


def harmless(text: str) -> bool:
    """No control character, and outside JSON, which is for programs, none that turns the text round."""
    return not any(
        (code < 32 and char != "\n")
        or 127 <= code < 160
        or (char == "\u202e" and not text.startswith("{"))
        for char in text
        for code in [ord(char)]
    )


@pytest.mark.parametrize(("name", "content"), SETTINGS)
def test_no_setting_sends_escapes(name: str, content: str, recoupe: Any, corpus: Path) -> None:
    value = '"a\\x1b]52;c;eA==\\x07\\x9b31m\\u202e\\x7f"'
    (corpus / name).write_text(content.format(key=value, value=value), encoding="utf-8")
    for command in (("search", "budget"), ("update",), ("check",), ("decide", "list")):
        assert harmless(recoupe(*command).all), command


ARGUMENTS = [
    ("show", ESCAPES),
    ("compare", "a", ESCAPES),
    ("compare", ESCAPES, ESCAPES),
    ("search", f"date:{ESCAPES}"),
    ("search", f'"{ESCAPES}'),
    ("search", ESCAPES, "--limit", ESCAPES),
    ("search", "a", f"--{ESCAPES}"),
    ("concordance", ESCAPES),
    ("entities", ESCAPES),
    ("decide", ESCAPES),
    ("decide", "note", ESCAPES, ESCAPES),
    ("decide", "rename", ESCAPES, "x"),
    ("events", "--limit", ESCAPES),
    ("show", ESCAPES, "--index", f"/nowhere/{ESCAPES}"),
    ("check", "--lang", ESCAPES),
    (ESCAPES,),
]


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_no_argument_sends_escapes(arguments: tuple[str, ...], recoupe: Any) -> None:
    assert harmless(recoupe(*arguments).all)
    assert harmless(recoupe(*arguments, "--json").all)


@needs_links
def test_no_name_of_a_file_or_folder_sends_escapes(recoupe: Any, corpus: Path) -> None:
    for folder in (ESCAPES, "sous"):
        (corpus / folder).mkdir()
        for ending in (".txt", ".zip", ".pdf", ".json"):
            (corpus / folder / f"x{ESCAPES}\n{ending}").write_text(PROSE, encoding="utf-8")
    for command in (
        ("rebuild",), ("check",), ("search", "budget"), ("search", "budget", "--json"),
        ("locate",), ("entities",), ("events",), ("concordance", "budget"), ("rebuild", "--json"),
    ):  # fmt: skip
        assert harmless(recoupe(*command).all), command


@needs_links
def test_a_line_end_in_a_name_breaks_no_line(recoupe: Any, corpus: Path) -> None:
    (corpus / "un\ndeux.txt").write_text(f"Le quai\n\n{PROSE}\n", encoding="utf-8")
    (corpus / "rien\ndu tout.txt").write_text("", encoding="utf-8")
    recoupe("rebuild")
    for command in (("check",), ("search", "budget"), ("concordance", "budget"), ("entities",)):
        lines = recoupe(*command, "--plain").out.splitlines()
        assert not any(line.startswith(("deux", "du tout")) for line in lines)
    assert "  rien\u240adu tout.txt: " in recoupe("check", "--plain").out
    assert "  un\u240adeux  " in recoupe("check", "--plain").out


@pytest.mark.parametrize(
    "key",
    ["trust", "engine", "opensearch", "decisions", "serve", "whoosh", "keys", "index", "theme"],
)
def test_a_corpus_cannot_set_what_is_the_readers_own(key: str, recoupe: Any, corpus: Path) -> None:
    (corpus / "recoupe.yaml").write_text(f"{key}: a\n", encoding="utf-8")
    told = recoupe("search", "budget")
    assert told.status == 1 and f"“{key}”" in told.err and "your own settings" in told.err


def test_a_glob_with_many_stars_ends(recoupe: Any, corpus: Path) -> None:
    deep = corpus / "/".join(["a"] * 40)
    deep.mkdir(parents=True)
    (deep / ("a" * 120 + ".txt")).write_text(PROSE, encoding="utf-8")
    (corpus / "recoupe.yaml").write_text(
        f"ignore: ['{'**/a/' * 14}b', '{'a*' * 16}b']\n", encoding="utf-8"
    )
    told = recoupe("search", "budget")
    assert told.status == 0 and "3 articles" in told.err


def test_an_argument_that_is_no_text_is_told(
    recoupe: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    for arguments in (
        ("show", "caf\udce9"),
        ("decide", "note", "a", "caf\udce9"),
        ("search", "\udce9"),
    ):
        told = recoupe(*arguments)
        assert told.status == 2 and "UTF-8" in told.err
    assert run(["search", "a", "--corpus", "caf\udce9"]) == 2


@pytest.mark.parametrize(
    "char", ["\x85", "\u2028", "\u2029", "\ufeff", "\u00a0", "\u200b", "\t", "’", "# ", ": "]
)
def test_what_is_noted_comes_back_as_it_was(char: str, corpus: Path) -> None:
    from index.model.article import ArticleId
    from index.notebook.decisions import Note
    from index.notebook.notebook import Notebook

    book = Notebook(corpus / "recoupe-decisions.yaml", state=corpus / ".state")
    for note in (f"a{char}b", f"{char}b", f"a{char}", char):
        made = book.decide(Note(article=ArticleId("a"), note=note))
        again = Notebook(book.path, state=corpus / ".state")
        assert again.problem is None
        assert again.decisions[-1] == made
        assert made.note == note


def test_no_file_that_lies_outside_is_quoted(tmp_path: Path) -> None:
    """Nor is the name told that a link leads to."""
    if sys.platform == "win32":
        pytest.skip("links of Unix")
    outside = tmp_path / "prive" / "secret.yaml"
    outside.parent.mkdir()
    outside.write_text(f"{SECRET}: [", encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "recoupe.yaml").symlink_to(outside)
    from index.settings.settings_files import corpus_settings

    with pytest.raises(RecoupeError) as caught:
        corpus_settings(tmp_path / "corpus" / "recoupe.yaml")
    assert "secret" not in str(caught.value)


@pytest.mark.skipif(os.name != "posix", reason="modes of Unix")
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_has_the_mode_that_the_umask_leaves(
    umask: int, mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found without asking for the umask, which only setting it tells, for all threads at once."""
    before = os.umask(umask)
    try:
        with monkeypatch.context() as guarded:
            guarded.setattr(os, "umask", None)
            replace_guarded(tmp_path / "new", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == mode
    (tmp_path / "new").chmod(0o640)
    replace_guarded(tmp_path / "new", b"y")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
