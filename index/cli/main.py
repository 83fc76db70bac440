"""The command `recoupe`: finds the subcommand, and is the boundary where errors become sentences."""

from __future__ import annotations

import io
import os
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING

import click

from index.cli.click_words import speak
from index.errors import QueryError, RecoupeError
from index.garbage import collect_seldom, leave_it
from index.interface.texts import LANGUAGES, Texts, preferred_language, texts_for
from index.settings.log import log_failure
from index.text.visible import visible

if TYPE_CHECKING:
    from index.cli.open_command import OpenRoom

_OPEN = "open"
_SUBCOMMANDS = (
    "rebuild",
    "update",
    "search",
    "show",
    "entities",
    "speakers",
    "compare",
    "decide",
    "events",
    "concordance",
    "contrast",
    "timeline",
    "export",
    "notes",
    "searches",
    "check",
    "locate",
)
"""The subcommands, each in a module of its own, which is imported when it is run or when help lists it."""
_TAKE_A_VALUE = ("--corpus", "--index", "--lang")
_INTERRUPTED = 130


def main(open_room: OpenRoom | None = None) -> None:
    """Runs the command with the arguments of the process and leaves with its exit status."""
    # What is imported stays: to look through it for garbage again and again takes a tenth of a start.
    collect_seldom()
    # Read when numpy is loaded: threads that multiply nothing cost each start a thirtieth of a second.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    status = run(sys.argv[1:], open_room)
    leave_it()
    sys.exit(status)


def run(arguments: list[str], open_room: OpenRoom | None = None) -> int:
    """Runs the command; every failure ends here, as one sentence on standard error."""
    texts = texts_for(_language(arguments))
    speak(texts)
    for argument in arguments:
        if not _is_text(argument):
            sentence = texts("An argument is no text in UTF-8: {argument}", argument=argument)
            click.echo(f"recoupe: {sentence}", err=True)
            return 2
    try:
        status = command(texts, open_room).main(
            _sorted_out(arguments), prog_name="recoupe", standalone_mode=False
        )
        sys.stdout.flush()
    except click.UsageError as error:
        _show(error)
        return 2
    except click.ClickException as error:
        _show(error)
        return error.exit_code
    except RecoupeError as error:
        if "--debug" in arguments:
            click.echo(visible(traceback.format_exc()), err=True)
        click.echo(visible(f"recoupe: {_told(error, texts)}"), err=True)
        return error.exit_status
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of our output is gone; nothing more is written, also when Python closes the stream at exit. Click
        # does the same, with this status, for what was written before the last flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if "--debug" in arguments:
            click.echo(visible(traceback.format_exc()), err=True)
        log_failure("a command failed", error)
        sentence = texts(
            "Something unforeseen happened: {error}. With --debug you see where.",
            error=f"{type(error).__name__}: {error}",
        )
        click.echo(visible(f"recoupe: {sentence}"), err=True)
        return 1
    return status if isinstance(status, int) else 0


def command(texts: Texts, open_room: OpenRoom | None = None) -> click.Group:
    """The command with its subcommands, their help in the language of `texts`."""
    group = _Commands(
        "recoupe",
        help=texts(
            "A reading room for corpora of French press articles. Without a subcommand it opens "
            "the reading room on CORPUS."
        ),
        context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    )
    group.texts, group.open_room = texts, open_room
    return click.version_option(package_name="recoupe", prog_name="recoupe")(group)


class _Commands(click.Group):
    """Subcommands that are imported when they are asked for, so that the room opens sooner."""

    texts: Texts
    open_room: OpenRoom | None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in (*_SUBCOMMANDS, _OPEN):
            return None
        module = import_module(f"index.cli.{cmd_name}_command")
        if cmd_name == _OPEN:
            made = module.command(self.texts, self.open_room)
        else:
            made = module.command(self.texts)
        assert isinstance(made, click.Command)
        return made

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists each command with its whole sentence, which Click would cut."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, made.help or "") for name, made in commands if made is not None]
        space = "\u00a0" if self.texts.language == "fr" else ""
        with formatter.section(f"{self.texts('Commands')}{space}"):
            formatter.write_dl(rows)


def _sorted_out(arguments: list[str]) -> list[str]:
    """The arguments with the subcommand in front, the hidden `open` where none is named.

    So `recoupe FOLDER`, `recoupe --lang en` and `recoupe --lang en search mot` all mean what they
    seem to mean.
    """
    at = 0
    while at < len(arguments) and arguments[at].startswith("-") and arguments[at] != "--":
        if arguments[at] in ("--help", "-h", "--version"):
            return [arguments[at]]
        at += 2 if arguments[at] in _TAKE_A_VALUE else 1
    if at < len(arguments) and arguments[at] in (*_SUBCOMMANDS, _OPEN):
        return [arguments[at], *arguments[:at], *arguments[at + 1 :]]
    if at < len(arguments):
        _refuse_slip(arguments[at])
    return [_OPEN, *arguments]


_MEANT = {
    "facts": "compare --event", "faits": "compare --event", "comparer": "compare", "diff": "compare", "event": "events", "evenements": "events",
    "événements": "events", "find": "search", "grep": "search", "query": "search", "chercher": "search", "recherche": "search",
    "rechercher": "search", "claim": "search --claim", "affirmation": "search --claim", "verifier": "search --claim", "vérifier": "search --claim",
    "index": "rebuild", "indexer": "rebuild", "build": "rebuild", "reindex": "rebuild", "quotes": "speakers", "citations": "speakers",
    "persons": "entities", "entites": "entities", "entités": "entities", "chronologie": "timeline", "carnet": "notes", "notebook": "notes",
    "exporter": "export", "articles": "check --articles", "list": "check --articles", "ls": "check --articles", "read": "show", "lire": "show",
}  # fmt: skip
"""What people type for a command, and its name."""


def _refuse_slip(word: str) -> None:
    """Raises RecoupeError, with the command that is near, for a word that names no file or folder."""
    if os.path.lexists(word) or os.sep in word:
        return
    near = _MEANT.get(word.lower()) or _near_command(word)
    if near is not None:
        raise RecoupeError(
            "There is no command “{word}”, and no corpus of that name here.",
            advice="Did you mean: recoupe {near}?",
            word=word,
            near=near,
        )


def _near_command(word: str) -> str | None:
    """The command of which a word is a slip."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    near = process.extractOne(
        word.lower(), _SUBCOMMANDS, scorer=DamerauLevenshtein.distance, score_cutoff=2
    )
    return near[0] if near and len(word) > _SHORT else None


_SHORT = 3
"""No slip of a shorter word is told from a folder's name."""


def _language(arguments: list[str]) -> str:
    """The language for help and errors, which are needed before the options are parsed."""
    for at, argument in enumerate(arguments):
        value = arguments[at + 1] if argument == "--lang" and at + 1 < len(arguments) else None
        if argument.startswith("--lang="):
            value = argument.removeprefix("--lang=")
        if value in LANGUAGES:
            return value
    wished = os.environ.get("RECOUPE_LANG")
    return wished if wished in LANGUAGES else preferred_language()


def _show(error: click.ClickException) -> None:
    """Click's message about an error, which quotes the arguments as they are."""
    told = io.StringIO()
    error.show(file=told)
    click.echo(visible(told.getvalue()), err=True, nl=False)


def _is_text(argument: str) -> bool:
    try:
        argument.encode()
    except UnicodeEncodeError:
        return False
    return True


def _told(error: RecoupeError, texts: Texts) -> str:
    told = error.told(texts)
    if isinstance(error, QueryError):
        return texts("Column {column}: {told}", column=error.column, told=told)
    return told


if __name__ == "__main__":
    main()
