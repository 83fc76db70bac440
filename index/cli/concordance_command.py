"""`recoupe concordance`: every occurrence in its context, one a line, the word in the middle."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.wishes import tell_folder_among
from index.export.documents import concordance_document
from index.model.found import Neighbours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.cli.call import Call
    from index.interface.texts import Texts
    from index.model.found import Concordance, ConcordanceLine

NAME = "concordance"

_WIDEST_FORM = 32
_WIDEST_PLACE = 28
_NARROWEST_SIDE = 8
_GROUPS = 10


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Every occurrence in its context, a line each."))
    @click.argument("query", nargs=-1, required=True)
    @click.option(
        "--by",
        type=click.Choice([by.value for by in Neighbours]),
        default=Neighbours.RIGHT.value,
        show_default=True,
        help=texts("What the lines are sorted and counted by."),
    )
    @click.option(
        "--limit",
        type=click.IntRange(min=0),
        metavar="N",
        default=0,
        help=texts("How many lines; 0 for all."),
    )
    @common_options(texts)
    def concordance(query: tuple[str, ...], by: str, limit: int, **options: Any) -> None:
        call = make_call(options)
        tell_folder_among(query, call)
        asked, order = " ".join(query), Neighbours(by)
        with call.library() as library:
            found = library.concordance(asked, by=order, finished=True)
        lines = found.lines[:limit] if limit else found.lines
        if call.json:
            call.print_document(concordance_document(found, query=asked, by=order, lines=lines))
            return
        for line in aligned(lines, call, width=shutil.get_terminal_size().columns):
            call.print(line)
        _print_groups(found, order, call)
        _narrate(found, call)

    return concordance


def aligned(lines: Sequence[ConcordanceLine], call: Call, *, width: int) -> Iterator[str]:
    """The lines in columns, `width` characters in all: left, form, right, article."""
    if not lines:
        return
    form_width = min(_WIDEST_FORM, max(len(line.form) for line in lines))
    place_width = min(_WIDEST_PLACE, width // 4, max(len(line.article) for line in lines))
    side = max(_NARROWEST_SIDE, (width - form_width - place_width - 2) // 2)
    for line in lines:
        form = _start_of(line.form, form_width)
        rest = side + form_width - len(form)
        yield (
            call.styled(_end_of(line.left, side).rjust(side))
            + call.styled(form, bold=True, fg="yellow")
            + call.styled(_start_of(line.right, rest).ljust(rest))
            + "  "
            + call.styled(_start_of(line.article, place_width), dim=True)
        )


def _print_groups(found: Concordance, by: Neighbours, call: Call) -> None:
    texts = call.texts
    if not found.groups:
        return
    headings = {
        Neighbours.LEFT: texts("Words before it"),
        Neighbours.RIGHT: texts("Words after it"),
        Neighbours.FORM: texts("Forms"),
        Neighbours.SOURCE: texts("Sources"),
        Neighbours.DATE: texts("Years"),
    }
    none = {
        Neighbours.SOURCE: texts("not stated"),
        Neighbours.DATE: texts("undated"),
    }.get(by, texts("(none)"))
    call.print()
    call.print(call.styled(headings[by], bold=True))
    named = zip(found.groups[:_GROUPS], found.names[:_GROUPS], strict=True)
    for (_, number), name in named:
        call.print(f"  {number:>6}  {call.styled(name or none)}")
    more = len(found.groups) - _GROUPS
    if more > 0:
        call.print("          " + texts.count("… and {n} more", "… and {n} more", more))


def _narrate(found: Concordance, call: Call) -> None:
    texts = call.texts
    lines = texts.count("{n} occurrence", "{n} occurrences", len(found.lines))
    articles = texts.count("{n} article", "{n} articles", found.articles)
    call.narrate(texts("{lines} in {articles}.", lines=lines, articles=articles))
    if not found.complete:
        call.narrate(texts("There are more; these are from the newest articles."))


def _start_of(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _end_of(text: str, width: int) -> str:
    return text if len(text) <= width else "…" + text[len(text) - width + 1 :]
