"""`recoupe notes`: the notebook with the source of every entry; entries can be added and changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypedDict

import click

from index.cli.call import common_options, make_call
from index.cli.kept_wishes import wanted
from index.export.notes_documents import notes_document
from index.interface.fact_labels import told_label
from index.interface.proof_words import place_words
from index.model.article import Basis
from index.model.claims import Part
from index.model.text import Span
from index.notebook.decisions import KeptState
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.cli.call import Call
    from index.interface.texts import Texts
    from index.model.notes import Noted, NotedProof

NAME = "notes"


class _Given(TypedDict):
    """The values that are written with an entry, in one step."""

    note: str | None
    tags: tuple[str, ...] | None
    by: int
    state: KeptState | None


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("What was kept in the notebook, with its proofs."))
    @click.argument("query", nargs=-1)
    @click.option(
        "--keep",
        metavar="ID",
        multiple=True,
        help=texts(
            "Keep an article, or a passage of it with --span; repeated, what was found between articles."
        ),
    )
    @click.option(
        "--span",
        metavar="FROM-TO",
        help=texts("The characters of the passage, over the article’s text."),
    )
    @click.option(
        "--fact",
        metavar="FACT",
        help=texts("A fact of the articles to keep, by its id or its name."),
    )
    @click.option(
        "--row", metavar="N", type=int, help=texts("The N-th row of the articles to keep.")
    )
    @click.option(
        "--quotation",
        metavar="N",
        type=int,
        help=texts("The N-th quotation of the articles to keep."),
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
        keep: tuple[str, ...],
        span: str | None,
        fact: str | None,
        row: int | None,
        quotation: int | None,
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
        between = [one for one in (fact, row, quotation) if one is not None]
        if len(between) > 1 or (bool(between) != (len(keep) > 1)):
            raise click.UsageError(
                call.texts(
                    "Name two articles or more with --keep, and one of --fact, --row, --quotation."
                )
            )
        with call.library() as library:
            given: _Given = {
                "note": note,
                "tags": tags or None,
                "by": move,
                "state": KeptState(state) if state else None,
            }
            if keep:
                found_one = wanted(
                    library, keep, span=where, fact=fact, row=row, quotation=quotation
                )
                library.keep_this(found_one, who=_who(), **given)
            changing = note is not None or tags or move
            if entry is not None and (changing or state):
                library.change_kept(entry, **given)
            elif not keep and entry is None and (changing or (state and not query)):
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
    told = [note.note, note.label, *note.tags, note.state, note.kind]
    for proof in note.proofs:
        told += [proof.text, proof.gives, proof.title, proof.source or ""]
    held = fold(" ".join(told))
    return all(fold(word) in held for word in query)


def _lines(note: Noted, call: Call) -> Iterator[str]:
    t = call.texts
    head = " · ".join((note.id, t(note.kind), t(note.state), *(f"#{tag}" for tag in note.tags)))
    if note.label and note.kind != "line":
        head += f" · {told_label(t, note.label)}"
    if note.verdict:
        head += f" ({t(note.verdict)})"
    yield call.styled(head, bold=True)
    for number, line in enumerate(note.note.splitlines()):
        yield call.styled(f"    {line}" if number else f"  ✎ {line}")
    for proof in note.proofs:
        yield from _proof_lines(proof, call, several=len(note.proofs) > 1)


def _proof_lines(proof: NotedProof, call: Call, *, several: bool) -> Iterator[str]:
    t = call.texts
    given = f"{proof.gives} — " if several and proof.gives else ""
    for line in f"{given}{proof.text}".splitlines():
        yield call.styled(f"  {line}")
    place = ""
    if proof.kept_span is not None:
        start, end = proof.kept_span
        place = ", " + place_words(t, start, end, in_lead=proof.part != Part.TEXT.value)
    date = t.date(proof.published)
    if proof.published.basis is Basis.INFERRED:
        date += f" ({t('inferred')})"
    known = ", ".join(part for part in (proof.source or t("source not stated"), date) if part)
    yield call.styled(
        f"    {known} · {proof.article}{place} · SHA-256 {proof.sha256[:12]}…", dim=True
    )
    if proof.kept_span is not None and proof.span is None:
        yield call.styled("    " + t("These words are no longer in the article."), fg="yellow")
    elif proof.changed:
        yield call.styled("    " + t("The file has changed since."), fg="yellow")
