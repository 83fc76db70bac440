"""`recoupe search`: results, excerpts, facets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.claimed import answer_claim
from index.cli.echo import echo_lines, hint_lines, proposal_lines
from index.cli.layout import facet_lines, hit_lines
from index.cli.listed import answer_list
from index.cli.wishes import tell_folder_among
from index.compare.asked_claim import may_be_claim
from index.export.documents import search_document
from index.interface.copies_in_words import origins_told
from index.model.found import SearchRequest, Sort

if TYPE_CHECKING:
    from index.cli.call import Call
    from index.interface.texts import Texts
    from index.model.found import Page

NAME = "search"

_ENTRIES = 200
"""Values of a facet in a document that was not asked for them."""


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Find articles: results, excerpts, facets."))
    @click.argument("query", nargs=-1)
    @click.option(
        "--claim",
        is_flag=True,
        help=texts(
            "The words are a claim: who says it, denies it, gives another value, and who said it first."
        ),
    )
    @click.option(
        "--list",
        "listed",
        metavar="FILE",
        help=texts("Ask a line of this file at a time (- for standard input); a table of counts."),
    )
    @click.option(
        "--limit",
        type=click.IntRange(min=0),
        metavar="N",
        default=20,
        show_default=True,
        help=texts("How many results; 0 for all."),
    )
    @click.option(
        "--offset",
        type=click.IntRange(min=0),
        metavar="N",
        default=0,
        help=texts("How many results to pass over."),
    )
    @click.option(
        "--sort",
        type=click.Choice([sort.value for sort in Sort]),
        default=Sort.RELEVANCE.value,
        show_default=True,
        help=texts("The order of the results."),
    )
    @click.option(
        "--unfold",
        is_flag=True,
        help=texts("List articles that repeat one text one by one, not under the fullest of them."),
    )
    @click.option("--facets", is_flag=True, help=texts("Count people, places, sources, years…"))
    @common_options(texts)
    def search(
        query: tuple[str, ...],
        claim: bool,
        listed: str | None,
        limit: int,
        offset: int,
        sort: str,
        unfold: bool,
        facets: bool,
        **options: Any,
    ) -> None:
        call = make_call(options)
        if listed is not None:
            answer_list(listed, call)
            return
        if not query:
            raise click.UsageError(call.texts("Ask something, or name a list: --list FILE."))
        tell_folder_among(query, call)
        if claim:
            answer_claim(" ".join(query), call, limit=limit)
            return
        request = SearchRequest(
            query=" ".join(query),
            sort=Sort(sort),
            limit=limit,
            offset=offset,
            facets=facets or call.json,
            # Who asks for facets is given all their values, on paper the ten first ones.
            entries=0 if facets and call.json else _ENTRIES,
            fold=not unfold,
            finished=True,
            today=date.today(),
        )
        with call.library() as library:
            page = library.search(request)
        if call.json:
            call.print_document(search_document(page, call.texts))
        else:
            _print(page, call)

    return search


def _print(page: Page, call: Call) -> None:
    texts = call.texts
    for hit in page.hits:
        for line in hit_lines(hit, call):
            call.print(line)
        call.print()
    if page.request.facets:
        for line in facet_lines(page, call):
            call.print(line)
    for line in echo_lines(page, call):
        call.narrate(line)
    if not page.hits and page.total:
        call.narrate(
            texts("There are {total} results; the offset is beyond them.", total=page.listed)
        )
    else:
        call.narrate(
            texts.count("{n} article in {ms} ms.", "{n} articles in {ms} ms.", page.total,
                        ms=texts.number(round(page.took_ms, 1)))
        )  # fmt: skip
    if page.origins < page.total:
        call.narrate("  " + origins_told(page.origins, texts))
    for line in proposal_lines(page, call):
        call.narrate(line)
    for line in hint_lines(page, call):
        call.narrate(line)
    if not page.total and may_be_claim(page.request.query):
        call.narrate("  " + texts("A sentence? Hold it as a claim: recoupe search --claim"))
