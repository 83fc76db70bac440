"""`recoupe contrast`: the words and names that one half of a corpus has more often than the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.export.csv_table import in_csv
from index.export.halves_sections import (
    COLUMNS,
    halves_document,
    rows,
    size_of_half,
    times_as_often,
)
from index.export.material import Subject
from index.model.found import SearchRequest
from index.model.halves import Halves

if TYPE_CHECKING:
    from index.cli.call import Call
    from index.export.export_format import ExportFormat
    from index.export.material import Material
    from index.interface.texts import Texts
    from index.model.halves import Contrast, Key

NAME = "contrast"
_SHOWN = 12
"""The words of each list in the printed lines; the JSON document has forty."""


def command(texts: Texts) -> click.Command:
    @click.command(
        NAME, help=texts("What two halves of the corpus, each a query, say more than each other.")
    )
    @click.argument("first")
    @click.argument("second", required=False, default="")
    @click.option("--csv", "as_table", is_flag=True,
                  help=texts("As a table: half, list, text, counts, G², effect size."))  # fmt: skip
    @click.option(
        "--to",
        "format",
        metavar="FORMAT",
        help=texts(
            "Write a document instead: {formats}.", formats="html, docx, md, xlsx, csv, json"
        ),
    )
    @click.option(
        "--out",
        metavar="PATH",
        help=texts("The file (or folder) to write; without it, standard output."),
    )
    @common_options(texts)
    def contrast(
        first: str, second: str, as_table: bool, format: str | None, out: str | None, **options: Any
    ) -> None:
        from index.export.export_registry import find_format
        from index.export.gathering import Gathering

        call = make_call(options)
        known = find_format(format, Subject.HALVES) if format else None
        with call.library() as library:
            one = library.saved_search(first) or SearchRequest(query=first, finished=True)
            found = library.contrast(one, second)
            first, second = first or call.texts("everything"), second or call.texts("all the rest")
            if known is not None:
                material = Gathering(library, call.texts).halves(Halves((first, second), found))
                _write(known, material, out, call)
                return
        if call.json:
            call.print_document(halves_document(Halves((first, second), found)))
            return
        if as_table:
            sys.stdout.buffer.write(in_csv(COLUMNS, rows(found), delimiter=";"))
            return
        for line in _lines(found, first, second, call):
            call.print(line)

    return contrast


def _write(known: ExportFormat, material: Material, out: str | None, call: Call) -> None:
    from index.export.file_writing import write_out

    if out is not None:
        write_out(known, material, Path(out))
        call.narrate(material.written_to(out))
        return
    for _, content in known.write(material):
        sys.stdout.buffer.write(content)


def _lines(found: Contrast, first: str, second: str, call: Call) -> Iterator[str]:
    t = call.texts
    for side, query in enumerate((first, second)):
        told = size_of_half(t, found, side)
        yield call.styled(f"{'AB'[side]} · {query}", bold=True) + f" · {told}"
        yield from _list(t("Words"), found.more_words[side], side, call)
        yield from _list(t("Names"), found.more_names[side], side, call)
        alone = ", ".join(
            f"{key.text} ({key.first or key.second})" for key in found.only_quoted[side][:_SHOWN]
        )
        if alone:
            yield call.styled(f"  {t('Quoted here only')} : {alone}")
        yield ""


def _list(title: str, keys: tuple[Key, ...], side: int, call: Call) -> Iterator[str]:
    if not keys:
        return
    yield call.styled(f"  {title}", dim=True)
    for key in keys[:_SHOWN]:
        counts = f"{key.first} / {key.second}" if side == 0 else f"{key.second} / {key.first}"
        sure = call.texts.number(round(key.likelihood, 1))
        yield f"    {key.text:<28} {counts:>12}   {times_as_often(call.texts, key)}   G² {sure}"
