"""What every subcommand shares: its options, its places, its two streams, an index that is fit."""

from __future__ import annotations

import os
import re
import secrets
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from index.errors import IndexBusyError, IndexMissingError, RecoupeError
from index.interface.texts import Texts, texts_for
from index.settings.places import Places, find_places
from index.text.visible import in_a_line, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.building.fitness import Survey
    from index.library import Library
    from index.model.building import BuildEvent

_ACTING = re.compile(rb"\xc2[\x80-\x9f]|\x7f")
"""Characters that act on a terminal and that JSON need not escape."""
_STYLE = f"<{secrets.token_hex(16)}>"
"""Stands for the byte that begins a style until the line is printed: no text can hold it by itself."""
_Command = TypeVar("_Command", bound="Callable[..., Any]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One run of a subcommand."""

    places: Places
    texts: Texts
    json: bool
    plain: bool
    quiet: bool
    no_update: bool

    def print_document(self, document: dict[str, Any]) -> None:
        """One JSON document on a line of standard output."""
        sys.stdout.flush()
        content = _ACTING.sub(_escaped, msgspec.json.encode(document)) + b"\n"
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()

    def print(self, text: str = "") -> None:
        """A line of data, with signs for what would act on the terminal, but for our own styles."""
        sys.stdout.write(visible(text).replace(_STYLE, "\x1b") + "\n")

    def narrate(self, text: str) -> None:
        """A line of narration on standard error, unless `--quiet`."""
        if not self.quiet:
            click.echo(visible(text), err=True)

    def styled(self, text: str, **style: Any) -> str:
        """Visible text of one line, in a style where standard output is a terminal that shows one.

        A name of a file may hold a line end: it becomes a sign, so that a line stays one.
        """
        text = in_a_line(text)
        return click.style(text, **style).replace("\x1b", _STYLE) if self.colours else text

    @property
    def colours(self) -> bool:
        return not self.plain and "NO_COLOR" not in os.environ and sys.stdout.isatty()

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The corpus through an index that is fit, built or updated when it was not.

        Raises IndexMissingError when `--no-update` forbids that.
        """
        from index.building.fitness import survey
        from index.library import Library

        if self.places.corpus_from == "sample" and self.places.index_from == "flag":
            # Who names an index means the corpus in it, which `--index` does not choose.
            self.narrate(
                self.texts("No corpus is named, so the sample answers: name one with --corpus.")
            )
        seen = survey(self.places)
        reason = seen.outdated
        if reason is not None:
            if self.no_update:
                raise IndexMissingError(
                    "The index must be updated: {reason}.",
                    advice="Leave out --no-update, or run: recoupe update",
                    reason=self.texts(reason),
                )
            self._update(seen, reason)
        library = Library.open(self.places)
        try:
            if library.notebook.problem is not None:
                # What is read goes on without the decisions, but never silently.
                self.narrate(library.notebook.problem.told(self.texts))
            if library.notebook.apart is not None:
                self._tell_apart(*library.notebook.apart)
            yield library
        except RecoupeError:
            raise
        except Exception as error:
            # What a damaged file makes its readers raise is told as what it is.
            if (damaged := library.damage()) is None:
                raise
            raise damaged from error
        finally:
            library.close()

    def _tell_apart(self, path: Path, number: int) -> None:
        self.narrate(
            self.texts.count(
                "{n} decision lies in {path}, since the corpus could not be written to; recoupe decide gather puts it beside the corpus.",
                "{n} decisions lie in {path}, since the corpus could not be written to; recoupe decide gather puts them beside the corpus.",
                number,
                path=path,
            )
        )

    def _update(self, seen: Survey, reason: str) -> None:
        """Brings the index up to date; while another process does, the one in use answers."""
        # Imported here: all that reads and annotates articles, which searching does without.
        from index.building.build import update
        from index.cli.progress import Narrator
        from index.model.building import Started

        def tell(event: BuildEvent) -> None:
            # Not before the lock is ours: another process may be building.
            if isinstance(event, Started):
                told = self.texts("Updating the index: {reason}.", reason=self.texts(reason))
                self.narrate(told)
            narrator.report(event)

        try:
            with Narrator(self) as narrator:
                update(self.places, tell)
        except IndexBusyError:
            if seen.generation is None or not seen.readable:
                raise
            self.narrate(
                self.texts(
                    "Another process is building the index; this answer is from the one of {moment}.",
                    moment=f"{seen.generation.built.astimezone():%Y-%m-%d %H:%M}",
                )
            )


def _escaped(found: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(found[0].decode())


def common_options(texts: Texts) -> Callable[[_Command], _Command]:
    """The options that every subcommand takes."""
    options = [
        click.option("--corpus", metavar="PATH", help=texts("The folder or file of articles.")),
        click.option("--index", metavar="DIR", help=texts("The folder that holds indexes.")),
        click.option("--json", is_flag=True, help=texts("Print one JSON document.")),
        click.option("--plain", is_flag=True, help=texts("No colours, no decoration.")),
        click.option("--quiet", is_flag=True, help=texts("Nothing but data and errors.")),
        click.option(
            "--lang", type=click.Choice(["fr", "en"]), help=texts("Language of the interface.")
        ),
        click.option(
            "--no-update",
            is_flag=True,
            help=texts("Never build or update the index; exit 3 when that is needed."),
        ),
        click.option("--debug", is_flag=True, help=texts("Show the whole error.")),
        click.help_option("--help", "-h", help=texts("Show this help.")),
    ]

    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def make_call(options: dict[str, Any], corpus: str | None = None) -> Call:
    """The call that the common options describe; takes them out of `options`.

    `corpus` is one that was named as an argument.
    """
    options.pop("debug")
    flag = options.pop("corpus")
    language = options.pop("lang")
    places = find_places(corpus=corpus or flag, index=options.pop("index"), language=language)
    call = Call(
        places=places,
        texts=texts_for(places.language),
        json=options.pop("json"),
        plain=options.pop("plain"),
        quiet=options.pop("quiet"),
        no_update=options.pop("no_update"),
    )
    _close_cache(call)
    return call


def _close_cache(call: Call) -> None:
    """Sets the reader's own cache folder to 0700 where others could write to it, and says so."""
    from index.shelf.trust import close_cache

    cache = call.places.cache
    if not call.places.index.is_relative_to(cache):
        return
    for folder in (cache, call.places.index):
        if close_cache(folder):
            call.narrate(
                call.texts("Others could write to {path}; it is closed to them now.", path=folder)
            )
