"""`recoupe [CORPUS]`: open the reading room."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol

import click

from index.cli.call import common_options, make_call
from index.errors import RecoupeError

if TYPE_CHECKING:
    from index.interface.texts import Texts
    from index.settings.places import Places

NAME = "open"


class OpenRoom(Protocol):
    """Opens the reading room and gives its exit status. It is passed in, since `index` knows no
    interface.
    """

    def __call__(self, places: Places, *, watch: bool) -> int: ...


def command(texts: Texts, open_room: OpenRoom | None) -> click.Command:
    @click.command(NAME, hidden=True, help=texts("Open the reading room on a corpus."))
    @click.argument("corpus_argument", metavar="[CORPUS]", required=False)
    @click.option(
        "--watch",
        is_flag=True,
        help=texts("Follow the corpus: what is added or changed comes into the open room."),
    )
    @common_options(texts)
    @click.pass_context
    def open(
        context: click.Context, /, corpus_argument: str | None, *, watch: bool, **options: Any
    ) -> None:
        call = make_call(options, corpus_argument)
        if open_room is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise RecoupeError(
                "The reading room needs a terminal.",
                advice="Without one, use the subcommands: recoupe --help lists them.",
            )
        context.exit(open_room(call.places, watch=watch))

    return open
