"""An index that somebody else wrote, or a broken one: nothing of it runs, and it heals."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from four_articles import PROSE, command_on, nobody, places_of, written

from index.building.build import rebuild, update
from index.errors import IndexDamagedError, IndexUntrustedError
from index.library import Library
from index.settings.places import Places, find_places
from index.shelf.generations import TALLIES, Shelf
from index.shelf.soundness import SMALL
from index.shelf.trust import close_cache

posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes of Unix")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return written(tmp_path / "corpus")


@pytest.fixture
def places(corpus: Path) -> Places:
    return places_of(corpus)


@pytest.fixture
def recoupe(capfd: pytest.CaptureFixture[str], corpus: Path) -> Any:
    return command_on(corpus, capfd)


COMMANDS = [
    ("rebuild",),
    ("search", "accord", "--facets"),
    ("show", "a1"),
    ("entities",),
    ("compare", "a0", "a1"),
    ("events",),
    ("concordance", "accord"),
    ("check",),
    ("check", "--noise"),
    ("check", "--checksums"),
    ("locate",),
    ("decide", "note", "a1", "À relire"),
    ("decide", "list"),
    ("update",),
]


def test_nothing_is_ever_unpickled(
    recoupe: Any, corpus: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    import whoosh.compat
    import whoosh.filedb.structfile

    for command in COMMANDS[
        :2
    ]:  # Babel unpickles what it ships itself: once, and not from an index
        recoupe(*command)

    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("something was unpickled")

    class Refused:
        def __init__(self, *arguments: object, **named: object) -> None:
            refuse()

    for module in (pickle, whoosh.compat.pickle):
        for name in ("load", "loads"):
            monkeypatch.setattr(module, name, refuse)
        monkeypatch.setattr(module, "Unpickler", Refused)
    monkeypatch.setattr(whoosh.compat, "load", refuse)
    monkeypatch.setattr(whoosh.compat, "loads", refuse)
    monkeypatch.setattr(whoosh.filedb.structfile, "load_pickle", refuse)
    for command in COMMANDS:
        status, _, err = recoupe(*command)
        assert status == 0, (command, err)
    (corpus / "b.txt").write_text(PROSE.format(n=9), encoding="utf-8")
    assert recoupe("search", "accord", "--json")[0] == 0  # by a small update
    with closing(Library.open(places)) as library:
        assert library.generation.manifest.segments == 2


def test_whoosh_still_reads_the_folder(places: Places, corpus: Path) -> None:
    from whoosh.index import open_dir

    rebuild(places, nobody)
    (corpus / "b.txt").write_text(PROSE.format(n=9), encoding="utf-8")
    (corpus / "a0.txt").unlink()
    update(places, nobody)
    folder = Shelf.of(places).require().folder / "search" / "whoosh"
    with open_dir(str(folder)).reader() as reader:
        assert reader.doc_count() == 4


class Evil:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_a_planted_pickle_runs_nothing(recoupe: Any, places: Places, tmp_path: Path) -> None:
    recoupe("rebuild")
    for command in COMMANDS[1:]:
        folder = Shelf.of(places).require().folder / "search" / "whoosh"
        table = sorted(folder.glob("*.toc"))[-1]
        table.write_bytes(table.read_bytes()[:40] + pickle.dumps(Evil(tmp_path / "ran")))
        (folder / "_MAIN_99.toc").write_bytes(pickle.dumps(Evil(tmp_path / "ran")))
        recoupe(*command, "--no-update") if command[0] != "update" else recoupe(*command)
        assert not (tmp_path / "ran").exists(), command


@pytest.mark.parametrize(
    "name", ["../elsewhere", "/etc", ".", "..", "a\x00b", "2020-01-01T00-00-00Z/../x", "\x1b[31m"]
)
def test_current_is_a_plain_name(name: str, places: Places, recoupe: Any, tmp_path: Path) -> None:
    rebuild(places, nobody)
    Shelf.of(places).require().folder.rename(tmp_path / "elsewhere")
    (places.index / "current").write_text(name, encoding="utf-8")
    assert Shelf.of(places).current() is None
    assert recoupe("search", "accord", "--no-update")[0] == 3
    assert recoupe("search", "accord")[0] == 0


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x10
    path.write_bytes(content)


def removed(path: Path) -> None:
    path.unlink()


def linked(path: Path) -> None:
    target = path.with_name(path.name + ".moved")
    path.rename(target)
    path.symlink_to(target.name)


DAMAGES = (halved, emptied, flipped, removed)


def test_every_damaged_file_is_noticed_and_heals(places: Places, recoupe: Any) -> None:
    recoupe("rebuild")
    wanted = {
        command: recoupe(*command, "--json")[1] for command in (("entities",), ("show", "a1"))
    }
    kinds = cycle(DAMAGES if os.name != "posix" else (*DAMAGES, linked))
    folder = Shelf.of(places).require().folder
    names = sorted(p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    assert len(names) > 10
    for name in names:
        damage = next(kinds)
        path = Shelf.of(places).require().folder / name
        if not path.exists():  # a segment has another name in each build
            path = next(iter(sorted(path.parent.glob(f"*{path.suffix}"))))
        if path.stat().st_size == 0:  # the short lists of Whoosh stand in another file
            damage = removed
        damage(path)
        refused = recoupe("search", "accord", "--no-update")
        assert refused[0] == 3, (name, damage)
        status, _, err = recoupe("search", "accord")
        assert status == 0 and "4 articles" in err and "Updating" in err, (name, damage)
        for command, document in wanted.items():
            assert recoupe(*command, "--json")[1] == document, (name, damage)


def test_what_is_counted_later_is_no_damage(places: Places, recoupe: Any) -> None:
    """After `recoupe events` the index counted as damaged and was built anew."""
    recoupe("rebuild")
    assert recoupe("events")[0] == 0
    assert recoupe("search", "accord", "--no-update")[0] == 0
    folder = Shelf.of(places).require().folder
    assert (folder / TALLIES).is_file()


def test_files_are_exchanged_between_generations(
    places: Places, corpus: Path, recoupe: Any
) -> None:
    recoupe("rebuild")
    old = Shelf.of(places).require().folder
    (corpus / "a0.txt").write_text("Tout autre chose\n\n" + PROSE.format(n=77), encoding="utf-8")
    recoupe("rebuild")
    new = Shelf.of(places).require().folder
    for path in old.glob("*.msgpack"):
        (new / path.name).write_bytes(path.read_bytes())
    assert recoupe("entities", "--no-update")[0] == 3
    assert recoupe("entities")[0] == 0


def test_a_large_file_that_decayed_unseen_is_told_when_it_is_read(
    places: Places, corpus: Path, recoupe: Any
) -> None:
    """Neither size nor time tell; reading fails, or `check --checksums` finds it."""
    text = "\n\n".join(PROSE.format(n=n) for n in range(3000))
    (corpus / "long.txt").write_text(f"Un long texte\n\n{text}", encoding="utf-8")
    recoupe("rebuild")
    folder = Shelf.of(places).require().folder
    (store,) = folder.glob("*.sqlite")
    assert store.stat().st_size > SMALL
    before = store.stat()
    content = bytearray(store.read_bytes())
    for at in range(SMALL // 2, SMALL // 2 + 64):
        content[at] ^= 0xFF
    store.write_bytes(content)
    os.utime(store, ns=(before.st_atime_ns, before.st_mtime_ns))
    status, _, err = recoupe("check", "--checksums", "--no-update")
    assert status == 3 and "damaged" in err
    status, _, err = recoupe("search", "accord")
    assert status == 0 and "damaged" in err and "5 articles" in err
    assert recoupe("check", "--checksums", "--no-update")[0] == 0


def test_a_read_that_fails_has_the_next_update_build_anew(places: Places, recoupe: Any) -> None:
    recoupe("rebuild")
    library = Library.open(places)
    library.close()
    with pytest.raises(IndexDamagedError):
        (library.generation.folder / "entities-0000.msgpack").unlink()
        library.entities()
    assert library.damage() is not None
    status, _, err = recoupe("entities")
    assert status == 0 and "damaged" in err


@posix
@pytest.mark.parametrize("mode", [0o777, 0o757, 0o707])
def test_an_index_that_others_can_write_to_is_not_opened(
    mode: int, places: Places, recoupe: Any
) -> None:
    recoupe("rebuild")
    places.index.chmod(mode)
    for command in (("search", "accord"), ("show", "a1"), ("update",), ("rebuild",), ("entities",)):
        for more in ((), ("--no-update",)):
            status, _, err = recoupe(*command, *more)
            assert status == 1 and "others can write" in err, command
    with pytest.raises(IndexUntrustedError):
        Library.open(places)


@posix
def test_a_file_of_an_open_folder_that_others_can_write_to_is_not_read(
    places: Places, recoupe: Any
) -> None:
    recoupe("rebuild")
    places.index.chmod(0o755)
    assert recoupe("search", "accord")[0] == 0
    generation = Shelf.of(places).require().folder
    (generation / "canonical.msgpack").chmod(0o666)
    assert recoupe("search", "accord")[0] == 1
    (generation / "canonical.msgpack").chmod(0o644)
    (places.index / "current").chmod(0o622)
    assert recoupe("search", "accord")[0] == 1


@posix
def test_an_index_of_somebody_else_is_opened_when_the_reader_says_so(
    places: Places, recoupe: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    recoupe("rebuild")
    if os.geteuid() == 0:
        owner = 54321
        os.chown(places.index, owner, owner)
    else:
        owner = os.geteuid()
        monkeypatch.setattr("index.shelf.trust.os.geteuid", lambda: 54321)
    status, _, err = recoupe("search", "accord")
    assert status == 1 and "belongs to" in err
    places.settings_file.parent.mkdir(parents=True, exist_ok=True)
    places.settings_file.write_text(f"trust: [{owner}]\n", encoding="utf-8")
    assert recoupe("search", "accord")[0] == 0


@posix
def test_new_folders_are_closed_and_the_readers_own_cache_is_closed_again(
    recoupe: Any, corpus: Path
) -> None:
    before = os.umask(0)
    try:
        recoupe("rebuild", index=None)
        own = find_places(corpus=str(corpus))
        assert own.index.stat().st_mode & 0o777 == 0o700
        assert Shelf.of(own).require().folder.stat().st_mode & 0o777 == 0o700
        for folder in (own.cache, own.index):
            folder.chmod(0o777)
        status, _, err = recoupe("search", "accord", index=None)
        assert status == 0 and err.count("closed") == 2
        assert own.cache.stat().st_mode & 0o777 == 0o700
        assert "closed" not in recoupe("search", "accord", index=None)[2]
        assert not close_cache(corpus / "not-there")
    finally:
        os.umask(before)
