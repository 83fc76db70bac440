"""`recoupe compare`: several sources side by side, statement by statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.comparison_lines import ComparisonLines
from index.export.comparison_documents import comparison_document
from index.model.article import ArticleId

if TYPE_CHECKING:
    from index.interface.texts import Texts

NAME = "compare"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Hold two to four articles against each other."))
    @click.argument("ids", metavar="ID ID [ID …]", nargs=-1)
    @click.option("--event", metavar="ID", help=texts("All accounts of an event, copies folded."))
    @common_options(texts)
    def compare(ids: tuple[str, ...], event: str | None, **options: Any) -> None:
        call = make_call(options)
        if event is None and len(ids) < 2:
            raise click.UsageError(call.texts("Name at least two articles."))
        with call.library() as library:
            wanted = library.accounts(event) if event else [ArticleId(id) for id in ids]
            comparison = library.compare(wanted)
            articles = [library.article(id) for id in comparison.articles]
            if call.json:
                call.print_document(comparison_document(comparison))
                return
            names = {speaker: library.name_of(speaker) for speaker in comparison.speakers}
        for line in ComparisonLines(comparison, articles, call, names=names):
            call.print(line)

    return compare
