"""`recoupe entities`: the people, organisations, places, equipment… of the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.wishes import find_entity
from index.export.documents import entities_document, together_document
from index.model.article import Kind

if TYPE_CHECKING:
    from index.cli.call import Call
    from index.interface.texts import Texts
    from index.library import Library

NAME = "entities"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("The people, organisations, places… of the corpus."))
    @click.argument("corpus_argument", metavar="[CORPUS]", required=False)
    @click.option("--kind", type=click.Choice([kind.value for kind in Kind]), multiple=True,
                  help=texts("Only this kind; may be repeated."))  # fmt: skip
    @click.option("--limit", type=click.IntRange(min=0), metavar="N", default=0,
                  help=texts("How many; all unless given."))  # fmt: skip
    @click.option("--together", nargs=2, metavar="ENTITY ENTITY",
                  help=texts("The passages that name both of these."))  # fmt: skip
    @click.option("--list", "listed", metavar="FILE",
                  help=texts("Which entity each line of this file is (- for standard input), as a table."))  # fmt: skip
    @click.option("--to", "format", type=click.Choice(["gexf", "edges-csv"]), default=None,
                  help=texts("With --list: the network of those that stand together, weighted by articles."))  # fmt: skip
    @click.option(
        "--out", metavar="PATH", help=texts("Where to write it; standard output otherwise.")
    )
    @common_options(texts)
    def entities(
        corpus_argument: str | None,
        *,
        kind: tuple[str, ...],
        limit: int,
        together: tuple[str, str] | None,
        listed: str | None,
        format: str | None,
        out: str | None,
        **options: Any,
    ) -> None:
        call = make_call(options, corpus_argument)
        if (format or out) and listed is None:
            raise click.UsageError(call.texts("--to and --out go with --list."))
        if format == "edges-csv" and out is None:
            raise click.UsageError(call.texts("Name where to write it: --out PATH."))
        if listed is not None:
            from index.cli.listed_entities import answer_names, write_network

            if format is not None:
                write_network(listed, call, format=format, out=out)
            else:
                answer_names(listed, call)
            return
        with call.library() as library:
            if together:
                _print_together(library, call, together)
            else:
                _print_entities(library, call, kind, limit)

    return entities


def _print_entities(library: Library, call: Call, kinds: tuple[str, ...], limit: int) -> None:
    listed = [entity for entity in library.entities() if not kinds or entity.kind.value in kinds]
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


def _print_together(library: Library, call: Call, wishes: tuple[str, str]) -> None:
    one, other = (find_entity(library, wish) for wish in wishes)
    found = library.together(one, other)
    if call.json:
        call.print_document(together_document(one, other, found))
        return
    for passage in found.passages:
        source = passage.source or call.texts("source not stated")
        call.print(
            f"{call.styled(passage.article, bold=True)}  "
            f"{call.styled(f'{source} · {call.texts.date(passage.published)}', dim=True)}"
        )
        pieces = (" ".join(text.split()) for _, text in passage.pieces)
        call.print("    " + call.styled(" […] ".join(pieces)))
    if not found.passages:
        call.narrate(call.texts("They stand together nowhere."))
