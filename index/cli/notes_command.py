"""`recoupe notes`: the notebook, with the proof of every entry; keeping and changing entries by hand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.export.notes_documents import notes_document
from index.model.article import ArticleId
from index.model.text import Span
from index.notebook.decisions import KeptState
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.cli.call import Call
    from index.interface.texts import Texts
    from index.model.notes import Noted

NAME = "notes"


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("What was kept in the notebook, with its proofs."))
    @click.argument("query", nargs=-1)
    @click.option(
        "--keep", metavar="ID", help=texts("Keep an article, or a passage of it with --span.")
    )
    @click.option(
        "--span",
        metavar="FROM-TO",
        help=texts("The characters of the passage, over the article’s text."),
    )
    @click.option("--on", "entry", metavar="ENTRY", help=texts("The entry to change."))
    @click.option("--note", metavar="TEXT", help=texts("A note on the entry."))
    @click.option(
        "--tag", "tags", metavar="TAG", multiple=True, help=texts("A tag; may be repeated.")
    )
    @click.option(
        "--state",
        type=click.Choice([one.value for one in KeptState]),
        help=texts("Where you stand with it; dropped entries are listed with --all."),
    )
    @click.option(
        "--move",
        metavar="N",
        type=int,
        default=0,
        help=texts("Places further down; negative for up."),
    )
    @click.option("--all", "dropped", is_flag=True, help=texts("Dropped entries too."))
    @common_options(texts)
    def notes(
        query: tuple[str, ...],
        keep: str | None,
        span: str | None,
        entry: str | None,
        note: str | None,
        tags: tuple[str, ...],
        state: str | None,
        move: int,
        dropped: bool,
        **options: Any,
    ) -> None:
        call = make_call(options)
        where = _span(span, call) if span else None
        with call.library() as library:
            if keep is not None:
                entry = library.keep(library.article(ArticleId(keep)).id, span=where, who=_who()).id
            if entry is not None:
                if note is not None or tags or state or move:
                    library.change_kept(
                        entry,
                        note=note,
                        tags=tags or None,
                        by=move,
                        state=KeptState(state) if state else None,
                    )
            elif note is not None or tags or move or (state and not query):
                raise click.UsageError(call.texts("Name the entry to change: --on ENTRY."))
            found = [
                one
                for one in library.noted(dropped=dropped or state == KeptState.DROPPED.value)
                if _matches(one, query)
            ]
        if call.json:
            call.print_document(notes_document(found))
            return
        for one in found:
            for line in _lines(one, call):
                call.print(line)
            call.print()
        call.narrate(
            call.texts.count(
                "{n} entry in the notebook.", "{n} entries in the notebook.", len(found)
            )
        )

    return notes


def _span(text: str, call: Call) -> Span:
    start, dash, end = text.partition("-")
    if not (dash and start.isdigit() and end.isdigit() and int(start) < int(end)):
        raise click.UsageError(call.texts("A span is written FROM-TO, as 120-245."))
    return Span(int(start), int(end))


def _who() -> str:
    return os.environ.get("USER") or os.environ.get("USERNAME") or ""


def _matches(note: Noted, query: tuple[str, ...]) -> bool:
    held = fold(
        " ".join((note.text, note.note, note.title, note.source or "", *note.tags, note.state))
    )
    return all(fold(word) in held for word in query)


def _lines(note: Noted, call: Call) -> Iterator[str]:
    t = call.texts
    head = f"{note.id} · {t(note.kind)} · {t(note.state)}"
    yield call.styled(head + "".join(f" · #{tag}" for tag in note.tags), bold=True)
    yield call.styled(f"  {note.text}")
    if note.note:
        yield call.styled(f"  ✎ {note.note}")
    place = ""
    if note.kept_span is not None:
        place = ", " + t(
            "characters {start}–{end}", start=note.kept_span.start, end=note.kept_span.end
        )
    known = ", ".join(
        part for part in (note.source or t("source not stated"), t.date(note.published)) if part
    )
    yield call.styled(f"  {known} · {note.article}{place} · SHA-256 {note.sha256[:12]}…", dim=True)
    if note.kept_span is not None and note.span is None:
        yield call.styled("  " + t("These words are no longer in the article."), fg="yellow")
    elif note.changed:
        yield call.styled("  " + t("The file has changed since."), fg="yellow")
