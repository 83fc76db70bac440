"""`recoupe export`: what is found, compared or noted, in a format that others read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.wishes import find_entity, tell_folder_among
from index.errors import ArticleUnknownError
from index.export.material import Share, Subject
from index.model.article import ArticleId

if TYPE_CHECKING:
    from index.export.gathering import Gathering
    from index.export.material import Material
    from index.interface.texts import Texts

NAME = "export"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Write what is found in a format that other programs read."))
    @click.argument("wishes", metavar="[QUERY | ID…]", nargs=-1)
    @click.option(
        "--to",
        "format",
        metavar="FORMAT",
        required=True,
        help=texts(
            "html, docx, md, xlsx, csv, json, ris, bibtex, csl, iramuteq, txm, tei, gexf, edges-csv or kwic."
        ),
    )
    @click.option(
        "--out",
        metavar="PATH",
        help=texts("The file (or folder) to write; without it, standard output."),
    )
    @click.option(
        "--compare", is_flag=True, help=texts("The articles named, held against each other.")
    )
    @click.option(
        "--event", metavar="ID", help=texts("All accounts of an event, held against each other.")
    )
    @click.option("--notes", is_flag=True, help=texts("The notebook."))
    @click.option(
        "--entity", metavar="NAME", help=texts("The card of a person, an organisation, a place…")
    )
    @click.option("--concordance", metavar="QUERY", help=texts("Every occurrence of a query."))
    @click.option(
        "--text",
        "share",
        type=click.Choice([one.value for one in Share]),
        default=Share.FULL.value,
        show_default=True,
        help=texts("How much of each article goes out."),
    )
    @click.option(
        "--csv",
        "delimiter",
        type=click.Choice([";", ",", "tab"]),
        default=";",
        show_default=True,
        help=texts("What stands between the cells of a table; “;” is for Excel in French."),
    )
    @common_options(texts)
    def export(
        wishes: tuple[str, ...],
        format: str,
        out: str | None,
        compare: bool,
        event: str | None,
        notes: bool,
        entity: str | None,
        concordance: str | None,
        share: str,
        delimiter: str,
        **options: Any,
    ) -> None:
        from index.export.export_registry import find_format
        from index.export.file_writing import write_out
        from index.export.gathering import Gathering

        call = make_call(options)
        asked = [
            bool(wishes),
            event is not None,
            entity is not None,
            concordance is not None,
            notes,
        ]
        if sum(asked) > 1:
            raise click.UsageError(call.texts("Name one thing to export."))
        subject = (
            Subject.NOTEBOOK
            if notes
            else _subject(compare=compare, event=event, entity=entity, concordance=concordance)
        )
        known = find_format(format, subject)
        if out is None and (not known.ending or (known.library and sys.stdout.isatty())):
            raise click.UsageError(call.texts("Name where to write it: --out PATH."))
        tell_folder_among(wishes, call)
        with call.library() as library:
            gathering = Gathering(
                library, call.texts, Share(share), "\t" if delimiter == "tab" else delimiter
            )
            if notes:
                material = gathering.notebook()
            elif entity is not None:
                material = gathering.entity(find_entity(library, entity))
            elif concordance is not None:
                material = gathering.concordance(concordance)
            elif event is not None:
                material = _event(gathering, event)
            elif compare:
                if len(wishes) < 2:
                    raise click.UsageError(call.texts("Name at least two articles."))
                material = gathering.comparison([ArticleId(id) for id in wishes])
            else:
                material = _found(gathering, wishes)
            if out is None:
                for _, content in known.write(material):
                    sys.stdout.flush()
                    sys.stdout.buffer.write(content)
                return
            written = write_out(known, material, Path(out))
        call.narrate(material.written_to(written[0] if len(written) == 1 else out))

    return export


def _subject(
    *, compare: bool, event: str | None, entity: str | None, concordance: str | None
) -> Subject:
    if entity is not None:
        return Subject.ENTITY
    if concordance is not None:
        return Subject.CONCORDANCE
    return Subject.COMPARISON if compare or event is not None else Subject.RESULTS


def _found(gathering: Gathering, wishes: tuple[str, ...]) -> Material:
    """Articles when all wishes are ids, else what the query finds."""
    try:
        return (
            gathering.articles([gathering.library.article(ArticleId(id)).id for id in wishes])
            if wishes
            else gathering.results("")
        )
    except ArticleUnknownError:
        return gathering.results(" ".join(wishes))


def _event(gathering: Gathering, wish: str) -> Material:
    """All accounts of an event, copies left out; an event of one account is its article."""
    library = gathering.library
    accounts = library.accounts(wish)
    label = next(event.label for event in library.events() if event.id == wish)
    if len(accounts) < 2:
        return gathering.articles(accounts)
    return gathering.comparison(accounts, title=label)
