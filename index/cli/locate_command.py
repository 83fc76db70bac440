"""`recoupe locate`: the paths of configuration, index, decisions and log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.engines import chosen_engine
from index.export.documents import FORMAT
from index.shelf.generations import Shelf

if TYPE_CHECKING:
    from index.interface.texts import Texts

NAME = "locate"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Where configuration, index, decisions and log lie."))
    @click.argument("corpus_argument", metavar="[CORPUS]", required=False)
    @common_options(texts)
    def locate(corpus_argument: str | None, **options: Any) -> None:
        call = make_call(options, corpus_argument)
        places = call.places
        generation = Shelf.of(places).current()
        engine = chosen_engine()
        portable = engine.portable(engine.folder(generation.folder)) if generation else None
        found = {
            "corpus": str(places.corpus),
            "corpus_from": places.corpus_from,
            "corpus_settings": str(places.corpus_settings_file),
            "settings": str(places.settings_file),
            "index": str(places.index),
            "generation": generation.name if generation else None,
            "whoosh": str(portable) if portable else None,
            "decisions": str(places.state),
            "log": str(places.log),
        }
        if call.json:
            call.print_document({"format": FORMAT, **found})
            return
        for name, value in found.items():
            label = call.texts(name.replace("_", " "))
            call.print(f"{label:<28}{call.styled(str(value or '—'))}")

    return locate
