"""`recoupe entities`: the people, organisations, places, equipment… of the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.documents import entities_document
from index.model.article import Kind

if TYPE_CHECKING:
    from index.texts import Texts

NAME = "entities"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("The people, organisations, places… of the corpus."))
    @click.option("--kind", type=click.Choice([kind.value for kind in Kind]), multiple=True,
                  help=texts("Only this kind; may be repeated."))  # fmt: skip
    @click.option("--limit", type=click.IntRange(min=0), metavar="N", default=0,
                  help=texts("How many; all unless given."))  # fmt: skip
    @common_options(texts)
    def entities(kind: tuple[str, ...], limit: int, **options: Any) -> None:
        call = make_call(options)
        with call.library() as library:
            listed = [
                entity
                for entity in library.entities()
                if not kind or entity.kind.value in kind
            ]  # fmt: skip
            if limit:
                listed = listed[:limit]
            if call.json:
                call.print_document(entities_document(listed, roles=library.roles))
                return
        for entity in listed:
            forms = " · ".join(f"{form.surface} {form.mentions}" for form in entity.forms)
            call.print(
                f"{entity.articles:>6}  {call.styled(entity.name, bold=True)}"
                f"  {call.styled(call.texts(entity.kind.value), dim=True)}"
                f"  {call.styled(forms)}"
            )
        if not listed:
            call.narrate(call.texts("No entity was found."))

    return entities
