"""`recoupe rebuild`: build the index anew and switch to it in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.progress import Narrator

if TYPE_CHECKING:
    from index.interface.texts import Texts

NAME = "rebuild"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Build the index anew and switch to it in one step."))
    @click.argument("corpus_argument", metavar="[CORPUS]", required=False)
    @common_options(texts)
    def rebuild(corpus_argument: str | None, **options: Any) -> None:
        from index.building.build import rebuild as build

        call = make_call(options, corpus_argument)
        with Narrator(call, lines=call.json) as narrator:
            build(call.places, narrator.report)

    return rebuild
