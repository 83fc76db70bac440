"""`recoupe update`: index only the files that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.progress import Narrator

if TYPE_CHECKING:
    from index.interface.texts import Texts

NAME = "update"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Index only what changed since."))
    @click.argument("corpus_argument", metavar="[CORPUS]", required=False)
    @common_options(texts)
    def update(corpus_argument: str | None, **options: Any) -> None:
        from index.building.fitness import published_before, survey
        from index.shelf.generations import Shelf

        call = make_call(options, corpus_argument)
        shelf = Shelf.of(call.places)
        with Narrator(call, lines=call.json) as narrator, shelf.locked():
            seen = survey(call.places, retry=True)
            if seen.generation and not seen.outdated:
                narrator.report(published_before(seen.generation))
                return
            # Imported here: reading and building need many modules that an answer does not.
            from index.building.build import bring_up_to_date

            bring_up_to_date(call.places, narrator.report, shelf, seen)

    return update
