"""Click's own words, such as « Usage », « Options » and its error messages, in the reader's
language.

Click asks gettext for them, whose catalogues are compiled files. Ours are text files, so Click's
modules get a look-up of ours instead. Click offers no other way; sentences that a later version
changes stay English.
"""

from __future__ import annotations

import re

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from index.interface.texts import Texts

_SPEAKING = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.types,
)
_HEADINGS = frozenset({"Options", "Positional arguments"})
"""Words after which Click writes a colon."""

_METAVAR = re.compile(r"\b[A-Z]{2,}\b")
"""The placeholder of a value: a word in capitals, which is the id of its own translation."""
_make_metavar = click.core.Option.make_metavar
_write_usage = click.formatting.HelpFormatter.write_usage


def speak(texts: Texts) -> None:
    """Makes Click speak this language, for the whole process."""

    def look_up(message: str) -> str:
        space = "\u00a0" if message in _HEADINGS and texts.language == "fr" else ""
        return f"{texts(message)}{space}"

    def look_up_number(one: str, many: str, number: int) -> str:
        return texts(one if number == 1 else many)

    def worded(metavar: str) -> str:
        return _METAVAR.sub(lambda word: texts(word[0]), metavar)

    def make_metavar(option: click.Option, ctx: click.Context) -> str:
        return worded(_make_metavar(option, ctx))

    def write_usage(
        formatter: click.HelpFormatter, prog: str, args: str = "", prefix: str | None = None
    ) -> None:
        _write_usage(formatter, prog, worded(args), prefix)

    setattr(click.core.Option, "make_metavar", make_metavar)  # noqa: B010
    setattr(click.formatting.HelpFormatter, "write_usage", write_usage)  # noqa: B010
    for module in _SPEAKING:
        for name, ours in (("_", look_up), ("ngettext", look_up_number)):
            if hasattr(module, name):
                setattr(module, name, ours)
