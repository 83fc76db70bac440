"""The arguments for other programs: an address, a file, a place in a file; they are never run.

A corpus comes from strangers: a file that a system could execute is never passed to it.
"""

from __future__ import annotations

import shlex
import stat
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from index.errors import RecoupeError

DOCUMENTS = frozenset(
    [
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".htm",
        ".html",
        ".xhtml",
        ".pdf",
        ".docx",
        ".odt",
        ".rtf",
        ".epub",
        ".csv",
        ".tsv",
        ".json",
        ".jsonl",
        ".ndjson",
        ".xml",
        ".xlsx",
        ".ods",
        ".eml",
        ".mbox",
        ".ris",
        ".bib",
        ".yaml",
        ".yml",
        ".log",
        ".png",
        ".jpg",
        ".jpeg",
    ]
)
"""Endings of files that systems show and do not run; documents that may hold macros are not among
them.
"""
_RUN = (b"#!", b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
"""The first bytes of files that systems run, whatever their name is."""
_LOOKED_AT = 4096
_PLUS = frozenset("vi vim nvim gvim view nano emacs emacsclient micro kak joe ne mg pico".split())  # noqa: SIM905
"""Editors that take a line as `+12 file`."""
_GOTO = frozenset("code codium code-insiders cursor".split())  # noqa: SIM905
"""Editors that take a line as `--goto file:12`."""
_COLON = frozenset("hx helix subl zed".split())  # noqa: SIM905
"""Editors that take a line as `file:12`."""


def web_address(url: str | None) -> str | None:
    """The address as a program may open it; None for any other than http and https."""
    text = (url or "").strip()
    if not text or not text.isprintable() or " " in text:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def document(path: Path) -> Path:
    """The absolute path of a file that a program of the system may show.

    Raises RecoupeError, with advice, for a file that could be run, is no plain file or does not
    exist.
    """
    advice = "Look at it as raw text here, or open its folder yourself."
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise RecoupeError("{path} is no plain file; it is not opened.", path=path.name)
        with path.open("rb") as stream:
            start = stream.read(_LOOKED_AT)
    except OSError as error:
        raise RecoupeError(
            "{path} cannot be opened: {cause}.", path=path.name, cause=error.strerror or error
        ) from error
    runs = status.st_mode & 0o111 or start.startswith(_RUN) or b"[Desktop Entry]" in start
    if runs or path.suffix.lower() not in DOCUMENTS:
        raise RecoupeError(
            "{path} could be run rather than shown; it is not opened.",
            advice=advice,
            path=path.name,
        )
    return path.absolute()


def opening_command(target: str | Path, *, platform: str) -> tuple[str, ...]:
    """The system's command that opens an address or a file; empty on Windows, which has a call for
    it.
    """
    if platform == "win32":
        return ()
    return ("open" if platform == "darwin" else "xdg-open", str(target))


def editor_command(path: Path, line: int, *, environment: Mapping[str, str]) -> tuple[str, ...]:
    """The command that opens the reader's editor at a line, from 1. Raises RecoupeError when no
    editor is set.
    """
    named = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError:
        words = []
    if not words:
        raise RecoupeError(
            "No editor is named.", advice="Set EDITOR, for example: export EDITOR=nano"
        )
    editor = Path(words[0]).stem.lower()
    file = str(path.absolute())
    if editor in _PLUS:
        return (*words, f"+{line}", file)
    if editor in _GOTO:
        return (*words, "--goto", f"{file}:{line}")
    if editor in _COLON:
        return (*words, f"{file}:{line}")
    return (*words, file)
