"""The files of a folder that are articles: a walk in a fixed order, and an id for each file."""

from __future__ import annotations

import os
import stat
import unicodedata
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from index.errors import CorpusError
from index.model.article import ArticleId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.corpus.patterns import Globs

_NEVER = ("recoupe.yaml", "recoupe-*.yaml", "recoupe-*.yml", "/entities/*.yaml")
_ABOUT = frozenset(
    "readme lisezmoi lisez-moi license licence licences licenses copying notice changelog authors credits".split()  # noqa: SIM905
)
"""Names of files about the folder itself, in any case and with any ending."""


_PAGES = (".html", ".htm", ".xhtml")
_COMPANION_ENDINGS = ("_files", "_fichiers", "-Dateien", "_archivos", "_bestanden", ".files")
TABLES_OF_FACTS = ("metadata.csv", "metadata.tsv")
COMPANIONS = -1
"""A size that marks a folder that goes with a saved page."""
DEAD_LINK, LINK_OUT, LINKED_FOLDER, NO_FILE = -2, -3, -4, -5
"""Sizes that mark entries that are skipped: dead links, links out of the corpus, links to a folder
in it; pipes, devices and sockets.
"""


class SourceFile(NamedTuple):
    """A file that may hold articles."""

    path: str
    """The path of the file, as text, since a corpus has a hundred thousand of them."""
    relative: str
    """The path in the corpus, with `/`, composed (NFC)."""
    size: int
    """The size in bytes, or one of the marks above."""
    mtime_ns: int
    is_corpus: bool = False
    """Whether this file alone is the corpus: others beside it are none of its business."""
    table: str = ""
    """The name of a table of facts about the texts of its folder, if one lies there."""

    @property
    def is_closed_folder(self) -> bool:
        """Whether this is a folder that may not be listed, not a file."""
        return self.relative.endswith("/")

    @property
    def is_passed_over(self) -> bool:
        """Whether this may not be read: a link that is not followed, a pipe, a device."""
        return self.size < COMPANIONS

    @property
    def goes_with_page(self) -> bool:
        """Whether this is the folder of pictures and scripts that a browser saved with a page."""
        return self.is_closed_folder and self.size == COMPANIONS


def walk(corpus: Path, *, ignore: Sequence[str] = ()) -> Iterator[SourceFile]:
    """The files of a corpus, which may be a single file, in the order of their names.

    Hidden files are left out, and so is what the patterns `ignore` (as in a `.gitignore`) name. A folder
    that may not be listed stands for its files, with a `/` at its end; links that are not followed,
    pipes and devices stand for themselves. Raises CorpusError when there is no such folder or file.
    """
    if corpus.is_file():
        status = corpus.stat()
        name = _composed(corpus.name)
        yield SourceFile(str(corpus), name, status.st_size, status.st_mtime_ns, is_corpus=True)
        return
    if not corpus.is_dir():
        raise CorpusError(
            "There is no corpus at {path}.",
            advice="Name a folder or a file that exists.",
            path=corpus,
        )
    ignored = Ignored(ignore)
    home = corpus.resolve()
    yield from _walk_folder(str(corpus), "", ignored, home)


class Ignored:
    """The entries that a walk leaves out: by patterns of the corpus and by those that hold
    everywhere.
    """

    def __init__(self, ignore: Sequence[str]) -> None:
        self._ignore = tuple(ignore)

    def match(self, relative: str) -> bool:
        """Whether a path, with a `/` at its end if it is a folder's, is left out."""
        if not self._ignore and "recoupe" not in relative and not relative.startswith("entities/"):
            return False  # the patterns that hold everywhere need one of these signs; testing them costs ten times more
        return self._patterns.match_file(relative)

    @cached_property
    def _patterns(self) -> Globs:
        # Imported here: most corpora name no file to ignore.
        from index.corpus.patterns import Globs

        return Globs((*_NEVER, *self._ignore))


def _walk_folder(folder: str, prefix: str, ignored: Ignored, home: Path) -> Iterator[SourceFile]:
    try:
        entries = _named(folder)
    except FileNotFoundError:
        return  # it was removed during the walk
    except OSError:
        yield SourceFile(folder, prefix or "./", 0, 0)
        return
    table = next((name for name, _ in entries if name in TABLES_OF_FACTS), "")
    pages = {name.rsplit(".", 1)[0] for name, _ in entries if name.lower().endswith(_PAGES)}
    for name, entry in entries:
        if name.startswith("."):
            continue
        relative = prefix + name
        if pages and _is_of_page(name, pages) and entry.is_dir(follow_symlinks=False):
            if not ignored.match(relative + "/"):
                yield SourceFile(entry.path, relative + "/", COMPANIONS, 0)
            continue
        if entry.is_symlink() and (why := _why_not_followed(Path(entry.path), home)):
            if not is_ignored(relative, ignored) and not ignored.match(relative + "/"):
                yield SourceFile(entry.path, relative, why, 0)
            continue
        # A link to a folder inside the corpus would give its files twice, or lead in a circle.
        if entry.is_dir(follow_symlinks=False):
            if not ignored.match(relative + "/"):
                yield from _walk_folder(entry.path, relative + "/", ignored, home)
        elif not is_ignored(relative, ignored):
            try:
                status = entry.stat()
            except OSError:
                continue  # it was removed during the walk
            if stat.S_ISREG(status.st_mode):
                size, changed = status.st_size, status.st_mtime_ns
                yield SourceFile(entry.path, relative, size, changed, table=table)
            else:
                yield SourceFile(entry.path, relative, NO_FILE, 0)


def _why_not_followed(link: Path, home: Path) -> int:
    """The mark of a link that is skipped; 0 for a link to a file of the corpus."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return DEAD_LINK
    if not target.is_relative_to(home):
        return LINK_OUT
    return LINKED_FOLDER if target.is_dir() else 0


def _is_of_page(name: str, pages: set[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page that a browser saved beside it."""
    return any(
        name.endswith(ending) and name[: -len(ending)] in pages for ending in _COMPANION_ENDINGS
    )


def find_file(corpus: Path, relative: str) -> Path | None:
    """The path of the file that a walk named `relative`; None if it no longer exists."""
    if corpus.is_file():
        return corpus
    folder = corpus
    if relative.startswith("/") or ".." in relative.split("/"):
        return None
    for name in relative.split("/"):
        if not (folder / name).exists():
            try:
                name = next(entry.name for own, entry in _named(folder) if own == name)
            except (OSError, StopIteration):
                return None
        folder = folder / name
    return folder if _stays_inside(folder, corpus.resolve()) else None


def _named(folder: str | Path) -> list[tuple[str, os.DirEntry[str]]]:
    """The entries of a folder with names that can be shown and stored, each once, in order.

    A name on disk may be decomposed (as macOS writes it) or no text at all.
    """
    entries = sorted([(entry.name, entry) for entry in os.scandir(folder)])
    if all(name.isascii() for name, _ in entries):
        return entries
    named: dict[str, os.DirEntry[str]] = {}
    # Names that can stay unchanged come first, so that only the others are changed.
    for _, entry in sorted(entries, key=lambda pair: _composed(pair[0]) != pair[0]):
        name = _composed(entry.name)
        while name in named:
            name += "~"
        named[name] = entry
    return sorted(named.items())


def is_ignored(relative: str, ignored: Ignored) -> bool:
    """Whether a file is left out, by its path or because it is about the folder itself."""
    return ("/" not in relative and is_about(relative)) or ignored.match(relative)


def is_about(name: str) -> bool:
    """Whether a file is about its folder, by its name."""
    return plain_id(name).lower() in _ABOUT


def _stays_inside(path: Path, home: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):
        return False


def assign_ids(files: Iterable[SourceFile]) -> dict[str, ArticleId]:
    """The id of each file by its relative path: the path without its ending.

    If several files differ in their ending only, the first in the order of names gets the short id
    and the others keep their ending, so that an id never depends on the order of a walk.
    """
    ids: dict[str, ArticleId] = {}
    taken: set[str] = set()
    # A file without articles must not take the id of one with articles.
    for _, relative in sorted((file.is_passed_over, file.relative) for file in files):
        short = plain_id(relative)
        chosen = short if short not in taken else relative
        while chosen in taken:
            chosen += "~"
        taken.add(chosen)
        ids[relative] = ArticleId(chosen)
    return ids


def plain_id(relative: str) -> str:
    """The path of a file without its ending."""
    name = relative.rfind("/") + 1
    stop = relative.rfind(".")
    # A point at either end of a name begins no ending.
    return relative[:stop] if name < stop < len(relative) - 1 else relative


def _composed(name: str) -> str:
    if name.isascii():
        return name
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", text)
