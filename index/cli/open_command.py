"""`recoupe [CORPUS]`: open the reading room."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.errors import RecoupeError
from index.places import Places

if TYPE_CHECKING:
    from index.texts import Texts

NAME = "open"


OpenRoom = Callable[[Places], int]
"""Opens the reading room and gives its exit status. Handed in, since `index` knows no interface."""


def command(texts: Texts, open_room: OpenRoom | None) -> click.Command:
    @click.command(NAME, hidden=True, help=texts("Open the reading room on a corpus."))
    @click.argument("corpus_argument", metavar="[CORPUS]", required=False)
    @common_options(texts)
    @click.pass_context
    def open(context: click.Context, /, corpus_argument: str | None, **options: Any) -> None:
        call = make_call(options, corpus_argument)
        if open_room is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise RecoupeError(
                "The reading room needs a terminal.",
                advice="Without one, use the subcommands: recoupe --help lists them.",
            )
        context.exit(open_room(call.places))

    return open
