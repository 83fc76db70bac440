"""Two halves of a corpus as a document, as a table, and as sections of a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from index.export.documents import FORMAT
from index.export.dossier_tree import Block, Cell, Section, Table, Text
from index.interface.texts import Texts
from index.model.halves import Contrast, Halves, Key

COLUMNS = ("half", "list", "text", "first", "second", "likelihood", "effect")
LETTERS = "AB"


def rows(found: Contrast) -> list[tuple[str, ...]]:
    """A line for each key, in the order of COLUMNS, for a spreadsheet."""
    return list(_rows(found))


def _rows(found: Contrast) -> Iterator[tuple[str, ...]]:
    for side, half in enumerate(LETTERS):
        lists = (
            ("words", found.more_words),
            ("names", found.more_names),
            ("quoted", found.only_quoted),
        )
        for name, keys in lists:
            for key in keys[side]:
                counts = [str(key.first), str(key.second)]
                yield (half, name, key.text, *counts, f"{key.likelihood:.2f}", f"{key.effect:.3f}")


def halves_document(halves: Halves) -> dict[str, Any]:
    """The document of two halves, as `contrast --json` prints it."""
    found = halves.found
    return {
        "format": FORMAT,
        "halves": [
            {
                "query": query,
                "articles": found.articles[side],
                "words": found.words[side],
                "sources": found.sources[side],
                "more_words": _documents(found.more_words[side]),
                "more_names": _documents(found.more_names[side]),
                "only_quoted": _documents(found.only_quoted[side]),
            }
            for side, query in enumerate(halves.queries)
        ],
    }


def _documents(keys: tuple[Key, ...]) -> list[dict[str, Any]]:
    return [
        {
            "text": key.text,
            "first": key.first,
            "second": key.second,
            "likelihood": round(key.likelihood, 2),
            "effect": round(key.effect, 3),
        }
        for key in keys
    ]


def size_of_half(t: Texts, found: Contrast, side: int) -> str:
    """« 12 articles · 3 400 mots · 3 sources »."""
    return " · ".join(
        (
            t.count("{n} article", "{n} articles", found.articles[side]),
            t.count("{n} word", "{n} words", found.words[side]),
            t.count("{n} source", "{n} sources", found.sources[side]),
        )
    )


def times_as_often(t: Texts, key: Key) -> str:
    """« ×4,2 »: the ratio between the half that has it more often and the other."""
    return f"×{t.number(round(2 ** abs(key.effect), 1))}"


def sections(t: Texts, halves: Halves) -> Iterator[Section]:
    """A section for each half, with tables of what it has more often than the other."""
    found = halves.found
    for side, query in enumerate(halves.queries):
        blocks: list[Block] = [
            _table(t, t("Words"), found.more_words[side], side),
            _table(t, t("Names"), found.more_names[side], side),
        ]
        if alone := found.only_quoted[side]:
            told = tuple((Cell(key.text), Cell(t.number(_counts(key, side)[0]))) for key in alone)
            blocks.append(Table(("", t("quotations")), told, caption=t("Quoted here only")))
        yield Section(
            f"{LETTERS[side]} · {query}", tuple(blocks), known=size_of_half(t, found, side)
        )


def _table(t: Texts, title: str, keys: tuple[Key, ...], side: int) -> Block:
    if not keys:
        return Text(f"{title} – {t('Nothing that chance would not explain.')}", muted=True)
    letters = LETTERS if side == 0 else LETTERS[::-1]
    lines = []
    for key in keys:
        counts = (Cell(t.number(count)) for count in _counts(key, side))
        sure = Cell(t.number(round(key.likelihood, 1)))
        lines.append((Cell(key.text, grave=True), *counts, Cell(times_as_often(t, key)), sure))
    return Table(("", *letters, t("ratio"), "G²"), tuple(lines), caption=title)


def _counts(key: Key, side: int) -> tuple[int, int]:
    """The counts in this half and in the other."""
    return (key.first, key.second) if side == 0 else (key.second, key.first)
