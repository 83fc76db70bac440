"""`recoupe contrast`: two halves of a corpus, and what is said more in the one than in the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.export.csv_table import in_csv
from index.export.documents import FORMAT
from index.model.found import SearchRequest

if TYPE_CHECKING:
    from index.cli.call import Call
    from index.compare.contrast import Contrast, Key
    from index.interface.texts import Texts

NAME = "contrast"
_SHOWN = 12
"""Words of each list on paper; a document has forty."""


def command(texts: Texts) -> click.Command:
    @click.command(
        NAME, help=texts("What two halves of the corpus, each a query, say more than each other.")
    )
    @click.argument("first")
    @click.argument("second", required=False, default="")
    @click.option("--csv", "as_table", is_flag=True,
                  help=texts("As a table: half, list, text, counts, G², effect size."))  # fmt: skip
    @common_options(texts)
    def contrast(first: str, second: str, as_table: bool, **options: Any) -> None:
        call = make_call(options)
        with call.library() as library:
            one = library.saved_search(first) or SearchRequest(query=first, finished=True)
            found = library.contrast(one, second)
        second = second or call.texts("all the rest")
        if call.json:
            call.print_document(_document(found, first, second))
            return
        if as_table:
            head, *rows = _rows(found)
            sys.stdout.buffer.write(in_csv(head, rows, delimiter=";"))
            return
        for line in _lines(found, first, second, call):
            call.print(line)

    return contrast


def _rows(found: Contrast) -> Iterator[tuple[str, ...]]:
    """For a spreadsheet: a line a key, under a head."""
    yield ("half", "list", "text", "first", "second", "likelihood", "effect")
    for side, half in enumerate("AB"):
        lists = (
            ("words", found.more_words),
            ("names", found.more_names),
            ("quoted", found.only_quoted),
        )
        for name, keys in lists:
            for key in keys[side]:
                counts = [str(key.first), str(key.second)]
                yield (half, name, key.text, *counts, f"{key.likelihood:.2f}", f"{key.effect:.3f}")


def _lines(found: Contrast, first: str, second: str, call: Call) -> Iterator[str]:
    t = call.texts
    for side, query in enumerate((first, second)):
        count = t.count("{n} article", "{n} articles", found.articles[side])
        words = t.count("{n} word", "{n} words", found.words[side])
        sources = t.count("{n} source", "{n} sources", found.sources[side])
        yield (
            call.styled(f"{'AB'[side]} · {query}", bold=True) + f" · {count} · {words} · {sources}"
        )
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
        times = 2 ** abs(key.effect)
        yield f"    {key.text:<28} {counts:>12}   ×{call.texts.number(round(times, 1))}   G² {call.texts.number(round(key.likelihood, 1))}"


def _document(found: Contrast, first: str, second: str) -> dict[str, Any]:
    def keys(found: tuple[Key, ...]) -> list[dict[str, Any]]:
        return [
            {
                "text": k.text,
                "first": k.first,
                "second": k.second,
                "likelihood": round(k.likelihood, 2),
                "effect": round(k.effect, 3),
            }
            for k in found
        ]

    return {
        "format": FORMAT,
        "halves": [
            {
                "query": query, "articles": found.articles[side], "words": found.words[side], "sources": found.sources[side],
                "more_words": keys(found.more_words[side]), "more_names": keys(found.more_names[side]),
                "only_quoted": keys(found.only_quoted[side]),
            }
            for side, query in enumerate((first, second))
        ],
    }  # fmt: skip
