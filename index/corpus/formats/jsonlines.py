"""JSON Lines: one record a line; and JSON files with one record, a list, or an object around
records.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from index.corpus.document import Document, FileContent, Found, Lost, UnreadableError
from index.corpus.fields import Field, Value, record_pairs
from index.corpus.formats.account_names import Accounts
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.json_cues import transcript_in
from index.corpus.formats.json_inside import articles_inside, articles_spread
from index.corpus.formats.json_records import read_one
from index.corpus.formats.json_rows import table, unnamed_records
from index.corpus.formats.json_shapes import LISTS, Record, records_in
from index.corpus.formats.jsonvalues import BROKEN, read_record, skip
from index.corpus.formats.record_groups import OF_FILE, OF_GROUP, named_by, told_by_key
from index.corpus.formats.records import WITHOUT, title_alone
from index.corpus.formats.unnamed_texts import LEFT
from index.corpus.headless import REMARK
from index.model.article import Loss
from index.model.text import Span
from index.text.folding import fold

_DEEPEST = 4
_MOST_TOLD = 50
"""The most lines of a file that are reported one by one as no records."""
_WRAPPED = re.compile(rf'"(?:{"|".join(LISTS)})"\s*:\s*\[\s*(?=\{{)')
_SCRIPT = re.compile(r"\s*window\.[\w.]+\s*=\s*(?=[\[{])")
"""« window.YTD.tweets.part0 = [ », before the records of an archive of X."""
_CHANNELS = ("name", "title", "threadName")
"""Under these an object with messages names their channel or their conversation."""
TAKEN = "No key is named as a text; the one with the longest text was taken for it."
AGAIN = "Another list of the file holds the same articles; they are read from there."
SERVICE = "Messages that a service writes itself are no articles."
OF_WIKI = "Pieces of the wiki's own program are no articles."
ACCOUNTS = "Accounts of people at a service are no articles."


class _Reading:
    """What a file's records came to, beside its documents."""

    def __init__(self, file: FileContent) -> None:
        self.raw, self.rules = file.text, file.rules
        self.accounts = Accounts(file)
        self.counts: Counter[tuple[Loss, str, str]] = Counter()
        self.passed: defaultdict[str, list[Span]] = defaultdict(list)
        """The records that are no articles, by what is told of them."""
        self._given: dict[int, bool] = {}
        """The texts that were given, and whether their record lies in another."""

    def documents(
        self,
        record: Record,
        shared: tuple[tuple[Field, Value], ...],
        depth: int = 0,
    ) -> Iterator[Found]:
        """The document of a record, or the documents of the records inside it."""
        entries = record.entries
        inside = records_in(self.raw, entries, self.rules) if depth < _DEEPEST else None
        if inside is None:
            yield from self._one_and_inside(record, shared)
            return
        values = {entry.name: entry.value for entry in entries}
        names = [(Field.SOURCE, values[name]) for name in _CHANNELS if name in values][:1]
        if "messages" not in values or ("name" not in values and "participants" not in values):
            names = []
        stated = record_pairs(values, rules=self.rules)
        told = [pair for pair in stated if pair[0] in (OF_GROUP if depth else OF_FILE)]
        if depth:
            told += named_by(values.items(), record.under, self.rules)
        among = len({part.under for part in inside}) > 1
        for part in inside:
            if part.again:
                self.counts[(Loss.REMARK, AGAIN, part.again)] += 1
                continue
            own = among and fold(part.under) not in LISTS
            key = told_by_key(part.under, self.rules, among=own)
            yield from self.documents(part, (*key, *names, *told, *shared), depth + 1)

    def _one_and_inside(
        self, record: Record, shared: tuple[tuple[Field, Value], ...]
    ) -> Iterator[Found]:
        """The document of a record, and those of the articles that lie in it."""
        starts: list[int] = []
        for one in self._once(self._one(record, shared), inside=False):
            if isinstance(one, Document):
                starts += [piece.raw_start for piece in one.pieces]
            yield one
        starts.sort()
        of_article = bool(starts)
        for part in articles_inside(self.raw, record.entries, self.rules, of_article=of_article):
            first = bisect_left(starts, part.span.start)
            if first == len(starts) or starts[first] >= part.span.end:
                yield from self._once(self._one(part, ()), inside=True)

    def _once(self, found: Iterator[Found], *, inside: bool) -> Iterator[Found]:
        """What was found, without the articles that stand in another record as well."""
        for one in found:
            if isinstance(one, Document):
                told = hash(one.content)
                known = self._given.get(told)
                if known is not None and (known or inside):
                    self.counts[(Loss.REMARK, AGAIN, "")] += 1
                    self.passed[AGAIN].append(one.region)
                    continue
                self._given[told] = inside
            yield one

    def _one(self, record: Record, shared: tuple[tuple[Field, Value], ...]) -> Iterator[Found]:
        values = {entry.name: entry.value for entry in record.entries}
        if (name := self.accounts.name_of(values)) is not None:
            shared = (*shared, (Field.AUTHOR, name))
        seen = read_one(self.raw, record.span, record.entries, self.rules, shared)
        if seen.document is None:
            if passed := (
                (seen.service and SERVICE)
                or (seen.of_wiki and OF_WIKI)
                or (seen.account and ACCOUNTS)
            ):
                self.counts[(Loss.REMARK, passed, "")] += 1
                self.passed[passed].append(record.span)
            elif spread := articles_spread(self.raw, record.entries, self.rules):
                for part in spread:
                    yield from self._one(part, shared)
            elif record.entries:
                self.counts[(Loss.WITHOUT_TEXT, WITHOUT, "")] += 1
            return
        if seen.taken:
            self.counts[(Loss.REMARK, TAKEN, seen.taken)] += 1
        if seen.left:
            self.counts[(Loss.REMARK, LEFT, seen.left)] += 1
        yield seen.document
        if (alone := title_alone(seen.document)) is not None:
            yield alone

    def told(self) -> Iterator[Lost]:
        """What is reported of the whole file, once for each kind and key."""
        for (loss, reason, what), number in self.counts.items():
            yield Lost(loss, reason, what, number, tuple(self.passed.get(reason, ())))


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each record that has a title or a text; a line that is no record is reported.

    Raises UnreadableError if no line is a record.
    """
    raw = file.text
    script = _SCRIPT.match(raw)
    at = script.end() if script else skip(raw, 0)
    if (spoken := transcript_in(raw, at)) is not None:
        yield spoken
        return
    found = bad = deep = 0
    refused: list[Lost] = []
    reading = _Reading(file)
    start = at
    if raw[at : at + 1] == "[":
        rows = table(raw, at, file.rules)
        for record in rows or ():
            found += 1
            yield from reading.documents(record, (), _DEEPEST)
        at = len(raw) if rows else skip(raw, at + 1)
    for record in unnamed_records(raw, at) or unnamed_records(raw, start):
        if not found and len(record.entries) > 1:
            yield Lost(Loss.REMARK, REMARK)
        found += 1
        yield from reading.documents(record, (), _DEEPEST)
        at = len(raw)
    while at < len(raw):
        if raw[at] in ",]};":
            at = skip(raw, at + 1)
            continue
        try:
            entries, end = read_record(raw, at)
        except BROKEN as error:
            bad += 1
            deep += isinstance(error, RecursionError)
            line_end = raw.find("\n", at)
            wrapped = _WRAPPED.search(raw, at) if raw[at] == "{" and not found else None
            if bad <= _MOST_TOLD and (found or wrapped or line_end >= 0):
                refused.append(_refused(raw, at))
            if wrapped is not None:
                # In a file that was cut off, the complete elements of its list are still read.
                at = wrapped.end()
                continue
            at = skip(raw, len(raw) if line_end < 0 else line_end + 1)
            continue
        found += 1
        try:
            yield from reading.documents(Record(entries, Span(at, end)), ())
        except RecursionError:
            bad += 1
            if bad <= _MOST_TOLD:
                refused.append(_refused(raw, at))
        at = skip(raw, end)
    if deep:
        raise UnreadableError("A record of the file is nested too deeply.")
    if bad and not found:
        raise UnreadableError("The file holds no JSON record.")
    yield from reading.told()
    yield from refused


def _refused(raw: str, at: int) -> Lost:
    line = raw.count("\n", 0, at) + 1
    return Lost(Loss.REFUSED, "The line is no JSON record.", f"{line}")


FORMAT = Format(
    "JSON Lines",
    (".jsonl", ".ndjson", ".json", ".jl"),
    documents,
    holds_many=True,
    parted_by="",
    holds_records=True,
    limit=300 * MEGABYTE,
)
