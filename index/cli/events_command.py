"""`recoupe events`: the articles grouped by the event that they report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.export.comparison_documents import events_document
from index.interface.event_size import link_words
from index.model.article import Basis, DateValue

if TYPE_CHECKING:
    from index.cli.call import Call
    from index.compare.tallies import Tally
    from index.interface.texts import Texts
    from index.library import Library
    from index.model.events import Event

NAME = "events"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("The articles grouped by the event that they report."))
    @click.argument("corpus_argument", metavar="[CORPUS]", required=False)
    @click.option("--limit", type=click.IntRange(min=0), metavar="N", default=0,
                  help=texts("How many; all unless given."))  # fmt: skip
    @click.option("--sort", "order", type=click.Choice(["date", "contradictions", "accounts"]),
                  default="date", help=texts("Newest first, or most contradictions, or most accounts."))  # fmt: skip
    @common_options(texts)
    def events(corpus_argument: str | None, *, limit: int, order: str, **options: Any) -> None:
        call = make_call(options, corpus_argument)
        with call.library() as library:
            found = library.events()
            # Counted for all events only if the order needs it: counting reads every article of
            # them.
            if order == "date":
                found = found[: limit or None]
            counted = library.tallies(found)
            if order != "date":
                found = tuple(sorted(found, key=lambda event: -getattr(counted[event.id], order)))[
                    : limit or None
                ]
            if call.json:
                call.print_document(events_document(found, counted))
                return
            for event in found:
                _print(event, library, call, counted[event.id])
        if not found:
            call.narrate(call.texts("No event is reported by two articles or more."))

    return events


def _print(event: Event, library: Library, call: Call, tally: Tally) -> None:
    texts = call.texts
    when = DateValue(None, event.earliest, event.latest, Basis.STATED)
    date = texts.date(when) if event.earliest else texts("undated")
    head = f"{call.styled(event.label, bold=True)}  {call.styled(date, dim=True)}"
    if event.locked:
        head += f"  [{texts('locked')}]"
    call.print(head)
    parts = [
        texts.count("{n} account", "{n} accounts", tally.accounts),
        texts.count("{n} origin", "{n} origins", tally.origins),
        texts.count("{n} contradiction", "{n} contradictions", tally.contradictions),
    ]
    call.print(f"  {call.styled(event.id, dim=True)}  {call.styled(' · '.join(parts), dim=True)}")
    for member in event.articles:
        article = library.article(member.article)
        source = article.source or texts("source unknown")
        why = ", ".join(texts(reason) for reason in member.because)
        link = link_words(member, event, library.article(member.of) if member.of else None, texts)
        call.print(
            f"  {call.styled(source)} · {texts.date(article.published)} · {call.styled(article.id)}"
            f"  [{link}{': ' + why if why else ''}]"
        )
    call.print()
