"""No file hangs a build, our own failures are called so, a full disk is a sentence."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

import index.building.limit as limit
from index.building.build import rebuild, update
from index.building.difference import TOO_SLOW
from index.building.limit import TooSlowError, each_limited, limits
from index.cli.main import run
from index.corpus.file_reading import is_ours, read
from index.errors import CorpusError
from index.library import Library
from index.model.article import INTERNAL, NAMES_LOST, ArticleId, Unread
from index.settings.log import log_failure, log_path
from index.settings.places import Places, find_places
from index.shelf.generations import Shelf

ROOT = Path(__file__).parent.parent
PROSE = "Le conseil municipal a voté mardi le budget, qui prévoit de réparer la digue et le phare."
NAMED = "« La digue tiendra », a dit Paul Durand, maire de Nador."
timed = pytest.mark.skipif(not hasattr(__import__("signal"), "setitimer"), reason="no such timer")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"Le phare {name}\n\n{PROSE}\n", encoding="utf-8")
    return find_places(corpus=str(folder), index=str(tmp_path / "index"))


def nobody(event: object) -> None:
    del event


@timed
def test_what_never_ends_is_ended() -> None:
    def endless() -> Any:
        yield 1
        while True:
            pass

    found = each_limited(endless(), 0.05)
    assert next(found) == 1
    with pytest.raises(TooSlowError):
        next(found)
    with limits(0.05) as begin:
        for _ in range(2):
            begin(True)
            with pytest.raises(TooSlowError):
                re.fullmatch(r"(a|aa)+b", "a" * 60)  # a match of `re` is ended, too
        begin(True)
        begin(False)
        sum(range(3_000_000))  # no alarm is left
        begin(True)
    sum(range(3_000_000))


@timed
def test_a_file_that_takes_too_long_is_recorded_and_tried_again(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.building.file_articles as reading

    annotate = reading.annotate_text

    def slow(article: Any, *read: Any) -> Any:
        while article.id == "b":
            pass
        return annotate(article, *read)

    # The first article of a process loads lists and patterns, which takes a tenth of a second.
    monkeypatch.setattr(limit, "SECONDS", 0.5)
    monkeypatch.setattr(reading, "annotate_text", slow)
    assert rebuild(places, nobody).articles == 2
    library = Library.open(places)
    assert library.unread() == (Unread("b.txt", TOO_SLOW),)
    library.close()
    monkeypatch.setattr(reading, "annotate_text", annotate)
    assert update(places, nobody).articles == 3
    assert update(places, nobody).skipped == 0


def test_a_failure_of_ours_is_called_one(
    places: Places, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import index.building.file_articles as reading

    annotate = reading.annotate_text

    def wrong(article: Any, *read: Any) -> Any:
        return {}["\x1b[31mrien"] if article.id == "b" else annotate(article, *read)

    monkeypatch.setattr(reading, "annotate_text", wrong)
    assert rebuild(places, nobody).articles == 2
    assert "KeyError" in log_path().read_text("utf-8") and "b.txt" in log_path().read_text("utf-8")
    assert "\x1b" not in log_path().read_text("utf-8")
    where = ("--corpus", str(places.corpus), "--index", str(places.index.parent))
    assert run(["check", "--json", *where]) == 0
    sys.stdout.flush()
    document = json.loads(capfd.readouterr().out)
    assert document["internal"] == 1
    assert document["unread"] == [{"path": "b.txt", "reason": INTERNAL}]


@pytest.mark.parametrize("step", ["words", "names"])
def test_a_failure_of_ours_on_one_article_does_not_stop_the_rest(
    step: str, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names and words of the index are found while the file is read, so that it can be told."""
    import index.entities.statistical as statistical
    from index.search.embedded import EmbeddedEngine

    words, readings = EmbeddedEngine.words, statistical.readings
    marked = read_text(places, "b.txt")

    def no_words(self: EmbeddedEngine, article: Any) -> Any:
        return [][1] if article.id == "b" else words(self, article)

    def no_names(recogniser: Any, texts: Any, **named: Any) -> Any:
        return (
            [][1] if any(text in marked for text in texts) else readings(recogniser, texts, **named)
        )

    if step == "words":
        monkeypatch.setattr(EmbeddedEngine, "words", no_words)
    else:
        monkeypatch.setattr(statistical, "readings", no_names)
    assert rebuild(places, nobody).articles == 2
    library = Library.open(places)
    assert library.unread() == (Unread("b.txt", INTERNAL),)
    assert "IndexError" in log_path().read_text("utf-8")
    library.close()


@pytest.mark.parametrize(
    ("failing", "left"),
    [
        ({"annotate": 4}, {1, 2, 3}),
        ({"words": 1}, set()),
        ({"annotate": 4, "names": 2, "words": 3}, {1}),
        ({"names": 30}, {*range(1, 30)}),
    ],
    ids=["a later one", "the first", "an earlier one at a later step", "beyond the first few"],
)
def test_of_a_file_the_articles_before_the_failing_one_stay(
    failing: dict[str, int], left: set[int], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Steps are taken for several articles at a time; it is as if it were for one after the other."""
    import index.building.file_articles as reading
    import index.entities.statistical as statistical
    from index.search.embedded import EmbeddedEngine

    records = [{"title": f"Le phare {n}", "text": f"{PROSE} Phare {n}z."} for n in range(1, 41)]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (places.corpus / "b.jsonl").write_text(lines, encoding="utf-8")
    (places.corpus / "b.txt").unlink()

    def unless(step: str, done: Any, text_of: Any) -> Any:
        def stepped(*arguments: Any, **named: Any) -> Any:
            if step in failing and f" {failing[step]}z" in text_of(*arguments):
                raise IndexError
            return done(*arguments, **named)

        return stepped

    annotate = unless("annotate", reading.annotate_text, lambda article, *read: article.text)
    names = unless("names", statistical.readings, lambda lists, texts: "".join(texts))
    words = unless("words", EmbeddedEngine.words, lambda engine, article: article.text)
    monkeypatch.setattr(reading, "annotate_text", annotate)
    monkeypatch.setattr(statistical, "readings", names)
    monkeypatch.setattr(EmbeddedEngine, "words", words)
    assert rebuild(places, nobody).articles == 2 + len(left)
    with contextlib.closing(Library.open(places)) as library:
        assert library.unread() == (Unread("b.jsonl", INTERNAL),)
        titles = {library.article(id).title for id in library.ids()}
        assert titles == {"Le phare a", "Le phare c", *(f"Le phare {number}" for number in left)}


def read_text(places: Places, name: str) -> str:
    return (places.corpus / name).read_text("utf-8")


def test_whose_failure_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    import index.corpus.file_reading as reading

    def fail(*arguments: object, **named: object) -> Any:
        raise IndexError

    for error, ours in ((UnicodeDecodeError("utf-8", b"", 0, 1, "x"), False), (KeyError(1), False)):
        assert is_ours(error) is ours  # raised nowhere
    (broken,) = read(b"{{{", relative="a.jsonl")
    assert isinstance(broken, Unread) and broken.reason != INTERNAL
    monkeypatch.setattr(reading, "clean", fail)
    try:
        Path.read_bytes(Path("/nowhere/at all"))
    except OSError as error:
        assert not is_ours(error)
    (found,) = read(PROSE.encode(), relative="a.txt")
    assert isinstance(found, Unread)


def test_the_log_begins_anew_when_it_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.settings.log._MOST_BYTES", 100)
    for number in range(5):
        log_failure(f"failure {number}", ValueError("x" * 60))
    assert "failure 4" in log_path().read_text("utf-8")
    assert len(list(log_path().parent.iterdir())) == 2


FULL = [
    OSError(errno.ENOSPC, "x"),
    OSError(errno.EDQUOT, "x"),
    sqlite3.OperationalError("database or disk is full"),
]


@pytest.mark.parametrize("error", FULL)
@pytest.mark.parametrize(
    "place",
    [
        "index.building.part.ArticleWriter.add",
        "index.building.spool.Spool.add",
        "index.building.part.save_tally",
        "index.shelf.generations.sums_of",
        "index.search.segments.write_arrays",
    ],
)
def test_a_full_disk_is_told_and_the_old_index_stands(
    place: str, error: Exception, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(places, nobody)
    before = Shelf.of(places).require()

    def full(*arguments: object, **named: object) -> Any:
        raise error

    with monkeypatch.context() as narrow:
        narrow.setattr(place, full)
        with pytest.raises(CorpusError, match="no room"):
            rebuild(places, nobody)
    assert Shelf.of(places).require() == before
    assert not list(places.index.glob("*.building"))
    library = Library.open(places)
    assert len(library.ids()) == 3
    library.close()


def test_no_advice_names_the_distribution_to_an_index() -> None:
    """No such distribution is published: the advice would install whatever takes the name."""
    wrong = re.compile(r"(?:pip|pipx|uv)(?: tool)? (?:install|run)[^\n`]*\brecoupe\b(?!\.)")
    texts = [
        *ROOT.glob("index/**/*.py"), *ROOT.glob("tui/**/*.py"), *ROOT.glob("index/**/*.po"),
        ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/*.md"),
    ]  # fmt: skip
    assert len(texts) > 100
    named = [
        f"{path.name}: {found[0]}"
        for path in texts
        for found in wrong.finditer(path.read_text("utf-8"))
    ]
    assert not named


def test_advice_has_the_bounds_of_the_project() -> None:
    import tomllib

    extra = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    known = {requirement for group in extra.values() for requirement in group}
    said = {
        found
        for path in ROOT.glob("index/**/*.py")
        for found in re.findall(r"pip install '([^']+)'", path.read_text("utf-8"))
    }
    assert said and said <= known


@pytest.mark.skipif(os.name != "posix", reason="a device of Linux")
def test_repeated_pieces_are_read_in_linear_time() -> None:
    """Counted in calls of functions, not in seconds; what one match of a pattern does is not seen."""
    from benchmarks.growth import MOST, OTHERS, TEXTS, calls, exponent
    from index.entities.recognition import Recogniser

    recogniser = Recogniser.load()
    kinds = (*TEXTS, *OTHERS)
    assert len(kinds) >= 60
    sizes = (2000, 8000)
    grows = {}
    for kind in kinds:
        calls(kind, 500, recogniser)  # all imports and tables
        for _ in range(2):
            grows[kind] = exponent([calls(kind, size, recogniser) for size in sizes], sizes)
            if grows[kind] <= MOST:
                break  # else the larger text may have been the first to ask for some table
    assert {kind: grown for kind, grown in grows.items() if grown > MOST} == {}


@pytest.mark.parametrize("step", ["settled", "offices_of", "annotate_names"])
@pytest.mark.parametrize("added", [False, True])
def test_an_article_whose_names_fail_is_found_without_them_and_told(
    step: str, added: bool, places: Places, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    """In the passes over the whole corpus, too, of a whole build and of an update."""
    import index.building.part as part
    import index.building.settlement as settlement

    where = part if step == "annotate_names" else settlement
    plain = getattr(where, step)

    def wrong(first: Any, *arguments: Any, **named: Any) -> Any:
        text = first if isinstance(first, str) else getattr(first, "words", first).text
        return [][1] if "zorbek" in text else plain(first, *arguments, **named)

    for name in "abc":
        (places.corpus / f"{name}.txt").write_text(f"Le phare {name}\n\n{PROSE} {NAMED}\n", "utf-8")
    if added:
        (places.corpus / "b.txt").unlink()
        rebuild(places, nobody)
    (places.corpus / "b.txt").write_text(f"Le zorbek\n\n{PROSE} {NAMED}\n", "utf-8")
    monkeypatch.setattr(where, step, wrong)
    assert (update if added else rebuild)(places, nobody).articles == 3
    assert "IndexError" in log_path().read_text("utf-8") and "b.txt" in log_path().read_text(
        "utf-8"
    )
    with contextlib.closing(Library.open(places)) as library:
        assert library.unread() == ()
        assert library.article(ArticleId("b")).annotations.mentions == ()
        assert library.article(ArticleId("a")).annotations.mentions
    told = ("--corpus", str(places.corpus), "--index", str(places.index.parent))
    assert run(["check", "--json", *told]) == 0
    sys.stdout.flush()
    document = json.loads(capfd.readouterr().out)
    assert document["internal"] == 1
    (told_of,) = [file for file in document["files"] if file["path"] == "b.txt"]
    assert [one["reason"] for one in told_of["remarks"]] == [NAMES_LOST]


def test_a_process_that_is_done_ends_without_a_word(places: Places, capfd: Any) -> None:
    """Processes of their own read what libraries read that are not ours."""
    pytest.importorskip("trafilatura")
    (places.corpus / "d.html").write_text(f"<p>{'un mot de plus ' * 40}</p>", "utf-8")
    told = ("--corpus", str(places.corpus), "--index", str(places.index.parent))
    assert run(["rebuild", *told]) == 0
    said = capfd.readouterr().err
    assert "Traceback" not in said and "fault" not in said
    assert not log_path().exists()


@pytest.mark.parametrize("foreign", [False, True])
def test_a_failure_of_a_pass_over_all_is_told_and_the_old_index_stays(
    foreign: bool, places: Places, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    import index.building.build as build

    rebuild(places, nobody)
    if foreign:
        (places.corpus / "d.html").write_text(f"<p>{'un mot de plus ' * 40}</p>", "utf-8")
    monkeypatch.setattr(build, "join_attested", lambda attested: [][1])
    told = ("--corpus", str(places.corpus), "--index", str(places.index.parent))
    assert run(["rebuild", *told]) == 1
    said = capfd.readouterr().err
    assert "fault of Recoupe" in said and "as it was" in said
    assert "unforeseen" not in said and "Traceback" not in said
    assert "IndexError" in log_path().read_text("utf-8")
    with contextlib.closing(Library.open(places)) as library:
        assert len(library.ids()) == 3
