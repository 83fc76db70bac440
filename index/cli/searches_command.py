"""`recoupe searches`: saved searches and their new results since the last look; suitable for cron."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.export.notes_documents import searches_document

if TYPE_CHECKING:
    from index.interface.texts import Texts

NAME = "searches"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("Saved searches, and what is new in each: `searches new`."))
    @click.argument(
        "action", type=click.Choice(["list", "new", "save", "drop", "seen"]), default="list"
    )
    @click.argument("words", metavar="[NAME [QUERY]]", nargs=-1)
    @common_options(texts)
    def searches(action: str, words: tuple[str, ...], **options: Any) -> None:
        from index.notebook.decisions import SavedSearch
        from index.notebook.searches import SavedSearches

        call = make_call(options)
        if action in ("save", "drop", "seen") and not words:
            raise click.UsageError(call.texts("Name the search."))
        with call.library() as library:
            saved = SavedSearches(library, call.places.searches)
            if action == "save":
                query = " ".join(words[1:]) or words[0]
                library.decide(SavedSearch(name=words[0], query=query))
                saved.mark_seen(words[0])
            elif action == "drop":
                library.decide(SavedSearch(name=words[0], query="", dropped=True))
            elif action == "seen":
                saved.mark_seen(words[0])
            standing = saved.standing()
        if action == "new":
            standing = tuple(one for one in standing if one.new)
        if call.json:
            call.print_document(searches_document(standing))
            return
        t = call.texts
        for one in standing:
            since = t.day(date.fromisoformat(one.seen[:10])) if one.seen else ""
            new = (
                t.count("{n} new since {day}", "{n} new since {day}", len(one.new), day=since)
                if since
                else ""
            )
            found = t.count("{n} article", "{n} articles", one.total)
            call.print(
                call.styled(one.search.name, bold=True)
                + call.styled(f" · {one.search.query} · {found}" + (f" · {new}" if new else ""))
            )
            for article in one.new if action == "new" else ():
                call.print(call.styled(f"  {t(article.change)} · {article.title} · {article.id}"))

    return searches
