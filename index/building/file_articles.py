"""The articles of a part's files with all that their own text says, a few at a time.

Each step is taken for several articles before the next one (`batches.py`). Whatever goes wrong with
one article is told of its file, from which nothing more is taken then.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from index.building.annotation import STEPS, TextRead, annotate_text, takes
from index.building.batches import BATCH
from index.building.difference import TOO_SLOW
from index.building.job import Advance
from index.building.limit import TooSlowError, each_limited, limits
from index.building.passed_on import Prepared
from index.corpus.file_reading import WHOLE, Share, read_file
from index.corpus.folder import plain_id
from index.errors import RecoupeError
from index.model.article import INTERNAL, Article, ArticleId, Noted, Unread
from index.settings.log import log_failure
from index.shelf.articles import ArticleReader, FileState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.building.job import Job
    from index.building.pulse import Pulse
    from index.corpus.folder import SourceFile
    from index.entities.name_reading import Reading
    from index.query.engine import ZoneWords
    from index.shelf.articles import ArticleWriter

Found: TypeAlias = Article | Noted | Unread

_MOST_NOTES = 1000
"""How many losses of one file are kept."""
_MOST_CHARACTERS = 100_000
"""Characters of articles that wait for the next step at the most, one article apart."""
_EVERY = 0.1
"""Seconds between two reports of progress."""
_ALL = 1 << 60


@dataclass(slots=True)
class _File:
    """A file that is being read."""

    place: int
    """Its place among the files of the part, from 1."""
    source: SourceFile
    share: Share
    reason: str | None = None
    """The reason why it gave no article, or no more."""
    digest: str | None = None
    notes: list[Noted] = field(default_factory=list)
    given: int = 0
    """How much was found in it so far."""
    good: int = _ALL
    """How much of that counts: nothing does from the article on at which something went wrong."""
    wrong: str | None = None
    """What went wrong then."""

    def end_at(self, number: int, reason: str) -> None:
        self.good, self.wrong = number, reason


@dataclass(slots=True)
class _OnItsWay:
    """Something that was found in a file, or the file's end."""

    file: _File
    number: int
    """How much was found in the file before."""
    found: Found | None
    """None at the end of the file."""
    text: TextRead | None = None
    """What is read in the text of an article of which nothing else is known."""
    reading: Reading | None = None
    words: list[ZoneWords] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        return self.number < self.file.good


def _take(step: Callable[[TextRead], None], one: _OnItsWay, article: Article) -> None:
    if one.text is not None and takes(article, step):
        step(one.text)


class FileArticles:
    """Reads the files of a job, in order; those that are taken over are not read again."""

    def __init__(
        self,
        job: Job,
        report: Callable[[Advance], None],
        pulse: Pulse,
        writer: ArticleWriter,
        *,
        names: Callable[[Article], Reading | None],
        words: Callable[[Article], list[ZoneWords]],
    ) -> None:
        """`names` and `words` are asked for each article; what became of each file goes to `writer`."""
        self._job = job
        self._report = report
        self._pulse = pulse
        self._writer = writer
        self._names = names
        self._words = words
        self.skipped: list[Unread] = []
        self.renamed: dict[ArticleId, ArticleId] = {}
        """The ids of articles whose file was moved: from the old to the new one."""
        self._done = self._read = self._count = 0
        """Files, their bytes, and articles so far."""
        self._told = (0, 0, 0, 0)
        self._reported = time.monotonic()

    def __iter__(self) -> Iterator[Prepared]:
        for batch in self._batches():
            for step in STEPS:
                self._each(batch, partial(_take, step))
            self._each(batch, self._annotate)
            self._each(batch, self._read_names)
            self._each(batch, self._take_words)
            for one in batch:
                if one.found is None:
                    self._end(one.file)
                elif not one.counts:
                    continue
                elif isinstance(one.found, Unread):
                    one.file.reason = one.found.reason
                elif isinstance(one.found, Noted):
                    one.file.notes.append(one.found)
                else:
                    one.file.digest = one.found.sha256
                    self._count += 1
                    yield Prepared(one.found, one.reading, one.words)
        self._tell(0)

    def _annotate(self, one: _OnItsWay, article: Article) -> None:
        if one.text is not None:
            one.found = annotate_text(article, one.text)

    def _read_names(self, one: _OnItsWay, article: Article) -> None:
        one.reading = self._names(article)

    def _take_words(self, one: _OnItsWay, article: Article) -> None:
        one.words = self._words(article)

    def _each(self, batch: Sequence[_OnItsWay], step: Callable[[_OnItsWay, Article], None]) -> None:
        """Takes a step for each article; a file of which one fails gives nothing from there on."""
        with limits() as begin:
            for one in batch:
                if not isinstance(one.found, Article) or not one.counts:
                    continue
                self._pulse[0] = one.file.place
                self._pulse[1] += 1
                try:
                    begin(True)
                    step(one, one.found)
                except TooSlowError:
                    one.file.end_at(one.number, TOO_SLOW)
                except RecoupeError:
                    raise
                except Exception as error:
                    # A fault of the program; the rest of the corpus is read all the same.
                    log_failure(f"{one.file.source.relative} could not be annotated", error)
                    one.file.end_at(one.number, INTERNAL)
        self._pulse[0] = 0

    def _batches(self) -> Iterator[list[_OnItsWay]]:
        """What is found in the files, in order, in lists of a few articles."""
        batch: list[_OnItsWay] = []
        articles = characters = 0
        for one in self._found():
            batch.append(one)
            if isinstance(one.found, Article):
                articles += 1
                characters += len(one.found.text)
                if articles >= BATCH or characters >= _MOST_CHARACTERS:
                    yield batch
                    batch, articles, characters = [], 0, 0
        if batch:
            yield batch

    def _found(self) -> Iterator[_OnItsWay]:
        """What is found in all files, with their ends."""
        reader = ArticleReader(self._job.earlier) if self._job.earlier else None
        held = self._held_before(reader) if reader else {}
        try:
            for place, source in enumerate(self._job.files, start=1):
                file = _File(place, source, self._job.shares.get(source.relative, WHOLE))
                self._pulse[0] = place
                for found, is_new in self._found_in(source, reader, held):
                    self._pulse[1] += 1
                    if time.monotonic() - self._reported >= _EVERY:
                        # A large file takes long: how many articles it gave so far is told.
                        self._tell(file.share.read_at(found, source.size))
                    self._pulse[0] = 0
                    text = TextRead(found) if is_new and isinstance(found, Article) else None
                    yield _OnItsWay(file, file.given, found, text)
                    self._pulse[0] = place
                    file.given += 1
                    if file.good < file.given:
                        break
                self._pulse[0] = 0
                self._done += file.share.at == 0
                self._read += source.size // file.share.of
                yield _OnItsWay(file, file.given, None)
        finally:
            if reader:
                reader.close()

    def _end(self, file: _File) -> None:
        """Says what became of a file; of one that is shared, the first part does, but for slowness."""
        source, reason = file.source, file.wrong or file.reason
        if file.share.at == 0 or reason == TOO_SLOW:
            if reason is not None:
                self.skipped.append(Unread(source.relative, reason))
            kept = tuple(file.notes[:_MOST_NOTES])
            self._writer.add_file(
                FileState(source.relative, source.size, source.mtime_ns, reason, file.digest, kept)
            )
        if time.monotonic() - self._reported >= _EVERY:
            self._tell(0)

    def _tell(self, within: int) -> None:
        """Reports what came since the last report; `within` are the bytes read of the file at hand."""
        files, articles, skipped, read = self._told
        self._told = (self._done, self._count, len(self.skipped), self._read + within)
        self._reported = time.monotonic()
        self._report(
            Advance(
                self._done - files,
                self._count - articles,
                tuple(self.skipped[skipped:]),
                self._told[3] - read,
            )
        )

    def _held_before(self, reader: ArticleReader) -> dict[str, list[ArticleId]]:
        """The ids of the articles of each file that may be taken over."""
        if self._job.kept:
            return reader.ids_by_path()
        return {path: list(reader.ids_in([path])) for path in self._job.moved.values()}

    def _found_in(
        self, file: SourceFile, reader: ArticleReader | None, held: dict[str, list[ArticleId]]
    ) -> Iterator[tuple[Found, bool]]:
        """What is found in a file, and whether it is new: taken over where it was read before, else
        read now.
        """
        if file.relative in self._job.slow:
            yield Unread(file.relative, TOO_SLOW), False
            return
        own = self._job.ids[file.relative]
        ids = held.get(file.relative, [])
        # A new file may have taken the id that this one had: then it is read again.
        same = all(id == own or id.startswith(f"{own}#") for id in ids)
        if reader and same and file.relative in self._job.kept:
            kept = self._job.kept[file.relative]
            yield from ((article, False) for article in reader.articles(ids))
            yield from ((note, False) for note in kept.notes)
            if kept.reason is not None:
                yield Unread(file.relative, kept.reason), False
            return
        before = self._job.moved.get(file.relative, "")
        old = held.get(before, [])
        if reader and old:
            for article in reader.articles(old):
                number = article.id.removeprefix(plain_id(before))
                id = ArticleId(own + number) if number.startswith("#") else own
                self.renamed[article.id] = id
                yield replace(article, id=id, path=file.relative), False
            return
        rules = self._job.rules.rules_for(file.relative)
        share = self._job.shares.get(file.relative, WHOLE)
        try:
            for found in each_limited(read_file(file, id=own, rules=rules, share=share)):
                yield found, True
        except TooSlowError:
            yield Unread(file.relative, TOO_SLOW), False
        except RecoupeError:
            raise
        except Exception as error:
            log_failure(f"{file.relative} could not be read", error)
            yield Unread(file.relative, INTERNAL), False
