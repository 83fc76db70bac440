"""Nothing that was decided is lost: two places, two users, merges of git, kills, other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import CorpusError
from index.model.article import ArticleId, EntityId
from index.notebook.decisions import Decision, Hide, Note, Rename
from index.notebook.file import DecisionFile, locked
from index.notebook.notebook import Notebook
from index.notebook.parsed import _read_lines, _read_yaml, read
from index.notebook.written import decisions_in, with_decision
from index.settings.guarded import replace_guarded
from index.settings.places import Places, find_places
from tests.test_notebook_file import decisions

MERGED = """\
format: 1
notes:
- {article: a, note: un, when: '2026-01-01T00:00:00.000Z'}
hidden:
- entity: person:x
  when: '2026-01-02T00:00:00.000Z'
notes:
- article: b
  note: deux
  when: '2026-01-03T00:00:00.000Z'
- {article: a, note: un, when: '2026-01-01T00:00:00.000Z'}
"""


def hide(name: str, when: str = "") -> Hide:
    return Hide(entity=EntityId(f"person:{name}"), when=when)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("Un phare\n\nLe budget prévoit de réparer le phare.", "utf-8")
    return folder


@pytest.fixture
def places(corpus: Path) -> Places:
    return find_places(corpus=str(corpus))


def read_only(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    allowed = os.access
    monkeypatch.setattr(
        "index.notebook.notebook.os.access",
        lambda path, mode: Path(path) != folder and allowed(path, mode),
    )


def test_two_sections_of_one_name_are_both_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(MERGED, "utf-8")
    book = Notebook(path, state=tmp_path / "state")
    assert book.problem is None
    assert [getattr(d, "note", d.when[:10]) for d in book.decisions] == ["un", "2026-01-02", "deux"]
    kept = book.decide(Note(article=ArticleId("c"), note="trois"))
    assert len(book.decisions) == 4
    for decision in (*book.decisions[:3], kept):
        book.withdraw(decision)
        assert decision not in book.decisions
    assert book.decisions == () and book.problem is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hidden:\n- entity: a\n  entity: b\n", "line 3"),
        ("hidden:\n- {entity: a,\n   reason: x, entity: b}\n", "line 3"),
        ("notes:\n- article: a\n  note: [x]\n", "line 2"),
        ("<<<<<<< HEAD\nhidden: []\n=======\n", "line"),
        ("hidden:\n- [a]\n", "line 2"),
        ("? [a]\n: b\n", "line 1"),
        ("hidden: {a: b}\n", "line 1"),
        ("notes:\n- article: a\n  passages: [[a]]\n", "line 2"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, "utf-8")
    book = Notebook(path, state=tmp_path / "state")
    assert book.problem is not None and line in str(book.problem)


@settings(max_examples=80, deadline=None)
@given(st.lists(decisions, max_size=5))
def test_our_own_form_is_read_as_yaml_is(made: list[Decision]) -> None:
    text = ""
    for decision in made:
        text = with_decision(text, decision, name="x")
    quick = _read_lines(text)
    assert quick is None or quick == _read_yaml(text, "x")
    assert decisions_in(read(text, name="x")) == decisions_in(_read_yaml(text, "x"))


VALUES = [
    "simple", "a b", "a #b", "a#b", "a: b", "a:b", "a :b", "'a'", "'a''b'", '"a\\tb"', "[a, b]",
    "[a", "a ", "a:", "~", "null", "yes", "12", "1.5", "é«\u00a0x\u00a0»", "- a", "&a b", "*a", "!a b", "| ", ">",
    "{a: b}", "%a", "@a", "`a", "a\u2028b", "a\x85b", "'a' # b", '"a" b"', "[a] # b", "'", "a'b", "a, b", "a]b",
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_a_value_that_is_read_by_its_line_is_what_yaml_says(value: str) -> None:
    text = f"format: 1\nnotes:\n- article: a\n  note: {value}\n- article: b\n  note: c\n"
    quick = _read_lines(text)
    try:
        (document,) = [yaml.load(text, Loader=yaml.BaseLoader)]
        wanted = document["notes"][0]["note"]
    except yaml.YAMLError:
        assert quick is None
        return
    if quick is not None:
        assert quick == _read_yaml(text, "x")
        decision = quick[0].entries[0].decision
        assert isinstance(decision, Note) and decision.note == wanted


def test_most_of_our_own_lines_are_read_quickly() -> None:
    text = ""
    for note in ("À relire : le passage", "« Un mot »", "l'eau", "un #", "12", "a: b", "oui"):
        text = with_decision(text, Note(article=ArticleId("a b#2"), note=note), name="x")
    assert _read_lines(text) is not None


def test_what_was_decided_on_a_closed_folder_stays_when_it_opens(
    places: Places, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as closed:
        read_only(closed, corpus)
        book = Notebook.of(places)
        first = book.decide(hide("a"))
        assert not (corpus / "recoupe-decisions.yaml").exists()
        assert book.apart is None or book.path.parent != corpus
    book = Notebook.of(places)
    assert book.decisions == (first,)
    assert book.apart is not None and book.apart[1] == 1
    second = book.decide(hide("b"))
    assert second.when > first.when
    assert (corpus / "recoupe-decisions.yaml").exists()
    with monkeypatch.context() as closed:  # and the other way round
        read_only(closed, corpus)
        again = Notebook.of(places)
        assert again.decisions == (first, second)
        assert again.undo() == second and again.undo() == first
        assert again.redo() == first
    assert Notebook.of(places).decisions == (first,)


def test_decisions_are_moved_beside_the_corpus_when_the_reader_says_so(
    places: Places, corpus: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from index.cli.main import run

    with monkeypatch.context() as closed:
        read_only(closed, corpus)
        made = [Notebook.of(places).decide(hide(name)) for name in "abc"]
    assert run(["search", "phare", "--corpus", str(corpus)]) == 0
    assert "recoupe decide gather" in capfd.readouterr().err
    assert run(["decide", "gather", "--corpus", str(corpus)]) == 0
    capfd.readouterr()
    assert run(["search", "phare", "--corpus", str(corpus)]) == 0
    assert "gather" not in capfd.readouterr().err
    book = Notebook.of(places)
    assert list(book.decisions) == made and book.apart is None
    assert book.gather() == ()


def test_a_move_that_moves_nothing_says_why(
    places: Places, corpus: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from index.cli.main import run

    assert run(["decide", "gather", "--corpus", str(corpus), "--lang", "en"]) == 1
    assert "There is nothing to gather." in capfd.readouterr().err
    with monkeypatch.context() as closed:
        read_only(closed, corpus)
        made = Notebook.of(places).decide(hide("a"))
        assert run(["decide", "gather", "--corpus", str(corpus), "--lang", "en"]) == 1
        told = capfd.readouterr().err
        assert "cannot be written to" in told and str(Notebook.of(places).path) in told
        assert Notebook.of(places).decisions == (made,)


def test_a_move_that_dies_half_way_loses_and_doubles_nothing(
    places: Places, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as closed:
        read_only(closed, corpus)
        first = Notebook.of(places).decide(hide("a"))
    book = Notebook.of(places)
    with monkeypatch.context() as dying:
        dying.setattr(
            book._files[1], "change", lambda change: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        with pytest.raises(KeyboardInterrupt):
            book.gather()
    book = Notebook.of(places)
    assert book.decisions == (first,)
    book.withdraw(first)
    assert Notebook.of(places).decisions == ()


def test_two_users_lose_nothing(corpus: Path, tmp_path: Path) -> None:
    """Each has a state folder of their own; the lock lies where the file does."""
    code = (
        "import sys; from pathlib import Path\n"
        "from index.notebook.notebook import Notebook\n"
        "from index.notebook.decisions import Hide\n"
        "folder, name = Path(sys.argv[1]), sys.argv[2]\n"
        "book = Notebook(folder / 'recoupe-decisions.yaml', state=folder.parent / name)\n"
        "for n in range(10): book.decide(Hide(entity=f'person:{name}-{n}'))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(corpus), name]) for name in ("u", "v")
    ]
    assert [process.wait() for process in running] == [0, 0]
    book = Notebook(corpus / "recoupe-decisions.yaml", state=tmp_path / "w")
    assert len(book.decisions) == 20
    assert {path.name for path in corpus.iterdir()} == {"a.txt", "recoupe-decisions.yaml"}


def test_what_another_program_writes_meanwhile_is_kept(tmp_path: Path) -> None:
    file = DecisionFile(tmp_path / "d.yaml")
    others = iter(["# un éditeur\n", "# encore\n"])

    def change(text: str) -> str:
        if (more := next(others, None)) is not None:
            file.path.write_text(text + more, "utf-8")
        return with_decision(text, hide("a", "2026"), name="x")

    file.change(change)
    text = file.text()
    assert "# un éditeur" in text and "# encore" in text and "person:a" in text


def test_a_file_that_never_rests_is_told(tmp_path: Path) -> None:
    file = DecisionFile(tmp_path / "d.yaml")
    numbers = iter(range(1000))

    def change(text: str) -> str:
        file.path.write_text(f"# {next(numbers)}\n", "utf-8")
        return with_decision(text, hide("a", "2026"), name="x")

    with pytest.raises(CorpusError, match="keeps changing"):
        file.change(change)


def test_who_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock: Iterator[float] = iter(float(n) for n in range(10_000))
    monkeypatch.setattr("index.notebook.file.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("index.notebook.file.time.sleep", lambda seconds: None)
    with locked(tmp_path), pytest.raises(CorpusError, match="Another process"):
        DecisionFile(tmp_path / "d.yaml").change(lambda text: text + "# a\n")


def test_what_a_kill_left_is_tidied_at_the_next_start(tmp_path: Path) -> None:
    left, other = tmp_path / ".recoupe-ab3_x9qz", tmp_path / ".recoupe-mine.yaml"
    for path in (left, other):
        path.write_text("half", "utf-8")
    book = tmp_path / "d.yaml"
    with locked(tmp_path):  # somebody writes: what looks left over may be theirs
        Notebook(book, state=tmp_path / "state")
        assert left.exists()
    Notebook(book, state=tmp_path / "state")
    assert not left.exists() and other.exists()


def test_what_writing_leaves_is_known_as_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / "d.yaml"

    def killed(self: Path, target: Path) -> None:
        (tmp_path / "copies").mkdir()
        (tmp_path / "copies" / self.name).write_bytes(self.read_bytes())
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "replace", killed)
        replace_guarded(book, b"half")
    (left,) = (tmp_path / "copies").iterdir()
    left.rename(tmp_path / left.name)  # as after a kill, when nobody takes it away
    Notebook(book, state=tmp_path / "state")
    assert not (tmp_path / left.name).exists()


def test_many_decisions_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deciding reads the old text and the new one, each once, whatever their length."""
    import index.notebook.parsed as parsed

    book = Notebook(tmp_path / "d.yaml", state=tmp_path / "state")
    for number in range(5):
        book.decide(Rename(entity=EntityId(f"person:{number}"), name="x"))
    read_lines, seen = parsed._read_lines, []
    monkeypatch.setattr(parsed, "_read_lines", lambda text: seen.append(text) or read_lines(text))
    book.decide(hide("z"))
    assert len(seen) == len(set(seen)) <= 2
