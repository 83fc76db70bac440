"""The index that a program with only Whoosh can open: segments and the table of contents.

It lies in its own folder beside the files that our reader needs, and nothing in it is ever read
back: Whoosh's files hold pickles, and a pickle can run the code of whoever wrote it.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.model.article import Article
from index.query.engine import Zone
from index.search.arrays import Array
from index.search.contents import WHOOSH_FOLDER
from index.search.inversion import Inversion
from index.search.schema import ZONES
from index.search.whoosh_library import TOC, FileStorage, whoosh3
from index.search.whoosh_postings import Lists, encode, length_bytes
from index.search.whoosh_schema import (
    DATE,
    ID_FIELD,
    SOURCE,
    STEMS,
    TITLE,
    WORDS,
    whoosh_schema,
)
from index.search.whoosh_stems import whoosh_stems
from index.search.whoosh_terms import TermsFile

_NAME = "MAIN"
"""The name that Whoosh gives an index without a name."""
_SEARCHED = (Zone.TITLE, Zone.DESCRIPTION, Zone.BODY)
"""The zones in the fields `words` and `stems`, in the order of their positions."""


class WhooshSegment:
    """Writes one segment of the Whoosh index; `finish` ends it and gives the number of words of
    each field.
    """

    def __init__(self, folder: Path, segment: str) -> None:
        self._storage = FileStorage(str(folder))
        self._segment = _segment(segment)
        self._stored: tuple[Any, Any] | None = None
        self._keys: dict[str, list[str]] = {DATE: [], ID_FIELD: [], SOURCE: []}

    def add(self, article: Article) -> None:
        """Stores the fields of the article that a result of Whoosh shows."""
        keys = {
            DATE: article.published.value or "",
            ID_FIELD: str(article.id),
            SOURCE: (article.source or "").strip(),
        }
        stored = {name: value for name, value in keys.items() if value}
        stored[TITLE] = article.title
        if self._stored is None:
            self._stored = self._column("_stored", whoosh3.STORED_COLUMN)
            weakref.finalize(self, self._stored[1].raw_file().close)
        self._stored[0].add(len(self._keys[ID_FIELD]), stored)
        for name, value in keys.items():
            # A lone surrogate cannot be written in UTF-8, in which Whoosh's terms are.
            plain = value if value.isascii() else value.encode(errors="replace").decode()
            self._keys[name].append(plain)

    def finish(
        self, folder: Path, inversion: Inversion, words: Sequence[str], lengths: Array
    ) -> dict[str, int]:
        """Writes terms and postings; `words` and `lengths` come from the inversion, whose files are
        in `folder`.
        """
        articles = len(lengths)
        if self._stored is not None:
            writer, file = self._stored
            writer.finish(articles)
            file.close()
        searched = lengths[:, [ZONES.index(zone) for zone in _SEARCHED]].sum(axis=1)
        by_field = {STEMS: searched, TITLE: lengths[:, ZONES.index(Zone.TITLE)], WORDS: searched}
        for name, of_article in by_field.items():
            if not of_article.any():
                continue
            _, column = self._column(f"_{name}_len", whoosh3.LENGTHS_COLUMN)
            column.write(length_bytes(of_article).tobytes())
            column.close()
        zones = {STEMS: _SEARCHED, TITLE: (Zone.TITLE,), WORDS: _SEARCHED}
        terms = _Terms(folder / WHOOSH_FOLDER, self._segment)
        # Whoosh wants the fields in the order of their names.
        for name in sorted({*self._keys, *zones}):
            if name in self._keys:
                terms.write(name, _exact_lists(self._keys[name]))
                continue
            vocabulary, groups = _stems(words) if name == STEMS else (words, np.arange(len(words)))
            terms.write(
                name,
                (
                    (
                        [vocabulary[term] for term in slab.words.tolist()],
                        Lists(
                            slab.word_starts,
                            slab.articles,
                            by_field[name][slab.articles],
                            np.diff(slab.place_starts),
                            None if name == STEMS else slab.positions,
                        ),
                    )
                    for slab in inversion.regrouped(folder, groups, zones[name])
                ),
            )
        terms.close()
        return {name: int(of_article.sum()) for name, of_article in by_field.items()}

    def _column(self, name: str, column: Any) -> tuple[Any, Any]:
        """The writer of a column and its file."""
        file = self._storage.create_file(whoosh3.W3Codec.column_filename(self._segment, name))
        return column.writer(file), file


class _Terms:
    """The files of terms and of postings."""

    def __init__(self, folder: Path, segment: Any) -> None:
        codec = whoosh3.W3Codec
        self._postings = (folder / segment.make_filename(codec.POSTS_EXT)).open("wb")
        weakref.finalize(self, self._postings.close)
        file = (folder / segment.make_filename(codec.TERMS_EXT)).open("wb")
        weakref.finalize(self, file.close)
        self._terms = TermsFile(file)

    def write(self, name: str, lists: Iterator[tuple[list[str], Lists]]) -> None:
        """Writes a field: its terms, ascending, with their postings."""
        for terms, found in lists:
            encoded = encode(found, offset=self._postings.tell())
            self._postings.write(encoded.content)
            self._terms.add(name, terms, encoded.records)

    def close(self) -> None:
        self._postings.close()
        self._terms.close()


def write_table(
    folder: Path, segments: Sequence[tuple[str, int, Sequence[int], Mapping[str, int]]], number: int
) -> None:
    """Writes Whoosh's table of contents number `number` and removes older ones.

    For each segment it needs the id, the number of articles, the deleted ones, and the number of
    words of each field.
    """
    table = []
    for id, articles, deleted, lengths in segments:
        segment = _segment(id)
        segment._doccount = articles
        segment._deleted = set(deleted) or None
        segment._fieldlengths = dict(lengths)
        table.append(segment)
    TOC(whoosh_schema(), table, number).write(FileStorage(str(folder)), _NAME)
    current = TOC._filename(_NAME, number)
    kept = tuple(segment.segment_id() for segment in table)
    for path in folder.iterdir():
        if path.name != current and not path.name.startswith(kept):
            path.unlink()


def _segment(id: str) -> Any:
    return whoosh3.W3Segment(whoosh3.W3Codec(), _NAME, segid=id)


def _stems(words: Sequence[str]) -> tuple[list[str], Array]:
    """The sorted stems of words by Whoosh's own stemmer, and for each word the place of its stem."""
    of_word = whoosh_stems(words)
    stems = sorted(set(of_word))
    places = {found: place for place, found in enumerate(stems)}
    return stems, np.array([places[found] for found in of_word], dtype=np.int64)


def _exact_lists(values: Sequence[str]) -> Iterator[tuple[list[str], Lists]]:
    """The articles of each value, empty values left out."""
    known = sorted({*values} - {""})
    places = {value: place for place, value in enumerate(known)}
    found = np.array([places.get(value, -1) for value in values], dtype=np.int64)
    order = np.argsort(found, kind="stable")[int((found < 0).sum()) :]
    if len(order):
        starts = np.searchsorted(found[order], np.arange(len(known) + 1))
        yield known, Lists(starts, order, np.zeros(len(order), dtype="u4"))
