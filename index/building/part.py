"""One part of a build: some files, in three passes with what the whole corpus says between them.

First the files become articles, and the names that they may hold are gathered; then the names are
settled by the votes of the whole corpus; then variants are joined, and the articles are stored and
indexed as a segment of their own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, repeat
from typing import TYPE_CHECKING

from index.building.annotation import annotate_names, annotate_text
from index.building.difference import TOO_SLOW
from index.building.job import Advance, Job, PartDone, Resolution, Seen
from index.building.limit import TooSlowError, each_limited
from index.building.passed_on import NamedText, Prepared, SettledArticle
from index.building.pulse import Pulse, no_pulse
from index.building.settlement import Settlement
from index.building.spool import Spool
from index.building.start import lists_for
from index.corpus.file_reading import WHOLE, read_file
from index.corpus.folder import SourceFile, plain_id
from index.corpus.noise import LearntLine, NoiseLearner, by_source, noise_key, without_noise
from index.engines import chosen_engine
from index.entities import statistical
from index.entities.name_reading import Reading
from index.entities.variants import Attested
from index.entities.votes import CorpusVotes
from index.entities.words import Words
from index.errors import RecoupeError
from index.model.article import (
    INTERNAL,
    NAMES_LOST,
    Article,
    ArticleId,
    EntityId,
    Kind,
    Loss,
    Mention,
    Noted,
    Unread,
)
from index.query.engine import ZoneWords
from index.settings.log import log_failure
from index.shelf.articles import ArticleReader, ArticleWriter, FileState, segment_path
from index.shelf.entity_counts import EntityTally, save_tally

if TYPE_CHECKING:
    from index.entities.recognition import Recogniser

_MOST_NOTES = 1000
"""How many losses of one file are kept."""
_EVERY = 0.1
"""Seconds between two reports of progress."""


class Part:
    """Carries out a job; nothing of it is seen before it is published."""

    def __init__(
        self,
        job: Job,
        report: Callable[[Advance], None],
        pulse: Pulse | None = None,
        lists: Recogniser | None = None,
    ) -> None:
        """`lists` are the lists of names, if they are loaded already."""
        self._job = job
        self._report = report
        self._pulse = no_pulse() if pulse is None else pulse
        self._recogniser = lists_for(job) if lists is None else lists
        if job.number == 0:
            self._recogniser.keep(job.folder)
        self._tagger = statistical.load_tagger(job.model)
        self.writer = ArticleWriter(segment_path(job.folder, job.number))
        """The writer of the segment of articles; open until `finish`."""
        self._articles = Spool(job.folder / f"articles-{job.number}.spool", Article)
        self._named = Spool(job.folder / f"names-{job.number}.spool", NamedText)
        self._engine = chosen_engine()
        self._words = Spool(job.folder / f"words-{job.number}.spool", list[ZoneWords])
        self._settled = Spool(job.folder / f"mentions-{job.number}.spool", SettledArticle)
        self._prepared: dict[ArticleId, Prepared] = {}
        """The ids of articles that are read and not yet taken up."""
        self._count = 0
        self._skipped: list[Unread] = []
        self._renamed: dict[ArticleId, ArticleId] = {}
        self._faults: list[Noted] = []

    def read(self) -> Seen:
        """First pass: the files become articles; gives what they say of the names in them, and
        which lines they repeat."""
        votes = CorpusVotes()
        noise = NoiseLearner()
        for article, reading in self._readings():
            noise.add(article)
            votes.add(reading.words, reading.candidates)
            votes.outlets.add(article.source)
            self._articles.add(article)
            words = reading.words
            self._named.add(
                NamedText(
                    article.text,
                    words.starts,
                    words.ends,
                    words.folded,
                    list(words.small),
                    reading.found,
                    reading.candidates,
                    article.path,
                    article.description or "",
                )
            )
            prepared = self._prepared.pop(article.id, None)
            self._words.add(self._engine.words(article) if prepared is None else prepared.words)
            self._count += 1
        # Every path of the part, which nobody asks for any more.
        self._job = replace(self._job, files=(), ids={}, kept={}, moved={})
        return Seen(votes, noise)

    def withdraw(self, ids: Sequence[ArticleId], gone: Sequence[str]) -> None:
        """The articles and files of earlier segments that are gone, or stand here anew."""
        self.writer.withdraw(ids)
        self.writer.add_gone(gone)

    def settle(self, votes: CorpusVotes, learnt: tuple[LearntLine, ...] = ()) -> Attested:
        """Second pass: what is a name, and of what kind; gives what the articles attest.

        An article that holds a learnt line loses it first, and is annotated again.
        """
        noise = by_source(learnt)
        settlement = Settlement(self._recogniser, votes)
        # Only where something was learnt are the articles themselves read again.
        articles = self._articles if noise else repeat(None)
        for entry, article in zip(self._named, articles, strict=False):
            try:
                self._settled.add(self._settle(entry, article, noise, settlement))
            except (RecoupeError, OSError):
                raise
            except Exception as error:
                log_failure(f"the names of an article of {entry.path} could not be settled", error)
                self._settled.add(SettledArticle(failed=True))
        return settlement.attested()

    def _settle(
        self,
        entry: NamedText,
        article: Article | None,
        noise: Mapping[str, frozenset[str]],
        settlement: Settlement,
    ) -> SettledArticle:
        cleaner = self._without_noise(article, noise) if article else None
        if cleaner is not None:
            text = cleaner.text
            (reading,) = self._read_names([text])
        else:
            text = entry.text
            words = Words.restored(
                text,
                starts=entry.starts,
                ends=entry.ends,
                folded=entry.folded,
                small=entry.small,
            )
            reading = Reading(words, entry.found, entry.candidates)
        mentions, offices = settlement.settle(text, reading, lead=entry.lead)
        return SettledArticle(mentions, cleaner, offices)

    def finish(self, resolution: Resolution, removed: EntityTally | None = None) -> PartDone:
        """Third pass: one id for each entity; the articles are stored and indexed.

        The counts of entities are written too, less those of the articles that were `removed`.
        """
        names = resolution.names
        tally = EntityTally()
        segments = self._engine.write(
            self._engine.folder(self._job.folder),
            self._resolved(resolution.canonical, tally),
            names=lambda entity: names.get(entity, entity),
        )
        tally.names = {entity: names[entity] for entity in tally.articles if entity in names}
        tally.known = {entity for entity in tally.articles if entity in resolution.known}
        if removed is not None:
            tally.merge(removed)
        save_tally(self._job.folder, self._job.number, tally)
        self.close()
        return PartDone(
            segments=tuple(segments),
            articles=self._count,
            skipped=len(self._skipped),
            renamed=self._renamed,
            faults=tuple(self._faults),
        )

    def close(self) -> None:
        self.writer.close()
        self._articles.close()
        self._named.close()
        self._words.close()
        self._settled.close()

    def _without_noise(
        self, article: Article, noise: Mapping[str, frozenset[str]]
    ) -> Article | None:
        """The article without the lines that its source repeats, annotated again; None when it has none."""
        lines = noise.get(noise_key(article))
        cleaner = without_noise(article, lines) if lines else article
        return None if cleaner is article else annotate_text(cleaner)

    def _resolved(
        self, canonical: dict[EntityId, EntityId], tally: EntityTally
    ) -> Iterator[tuple[Article, Sequence[ZoneWords]]]:
        for read, words, entry in zip(self._articles, self._words, self._settled, strict=True):
            offices = entry.offices
            try:
                article, words = self._named_article(read, words, entry, canonical)
            except (RecoupeError, OSError):
                raise
            except Exception as error:
                # As it was read, without names: whatever else is known of it fits together.
                log_failure(f"an article of {read.path} could not be told who speaks", error)
                article, offices, entry = read, (), SettledArticle(failed=True)
            if entry.failed:
                self._faults.append(Noted(read.path, Loss.REMARK, NAMES_LOST, read.title))
            self.writer.add(article)
            tally.add(article, offices)
            yield article, words

    def _named_article(
        self,
        article: Article,
        words: list[ZoneWords],
        entry: SettledArticle,
        canonical: Mapping[EntityId, EntityId],
    ) -> tuple[Article, list[ZoneWords]]:
        """The article with its names and who says what, and its words."""
        mentions = [
            _resolved(mention, canonical[mention.entity])
            if mention.entity in canonical
            else mention
            for mention in entry.mentions
        ]
        named = annotate_names(entry.article or article, mentions, offices=entry.offices)
        return named, self._engine.words(named) if entry.article else words

    def _readings(self) -> Iterator[tuple[Article, Reading]]:
        """The articles of all files with the names that they may hold; a model reads many at once."""
        files = self._read_files()
        if self._tagger is None:
            for article in files:
                prepared = self._prepared.get(article.id)
                if prepared is not None and prepared.reading is not None:
                    yield article, prepared.reading
                else:
                    yield article, next(iter(self._read_names([article.text])))
            return
        while articles := list(islice(files, statistical.BATCH)):
            yield from zip(
                articles, self._read_names([article.text for article in articles]), strict=True
            )

    def _read_names(self, texts: Sequence[str]) -> Iterator[Reading]:
        return statistical.readings(self._recogniser, texts, tagger=self._tagger)

    def _read_files(self) -> Iterator[Article]:
        """The articles of all files, with what their text alone says."""
        reported = time.monotonic()
        told, read = (0, 0, 0, 0), 0
        reader = ArticleReader(self._job.earlier) if self._job.earlier else None
        held = self._held_before(reader) if reader else {}
        try:
            done = 0
            for place, file in enumerate(self._job.files, start=1):
                reason = digest = None
                notes: list[Noted] = []
                share = self._job.shares.get(file.relative, WHOLE)
                self._pulse[0] = place
                for found in self._read_one(file, reader, held):
                    self._pulse[1] += 1
                    if time.monotonic() - reported >= _EVERY:
                        # A large file takes long: how many articles it gave so far is told.
                        reported = time.monotonic()
                        told = self._tell(told, done, read + share.read_at(found, file.size))
                    if isinstance(found, Unread):
                        reason = found.reason
                    elif isinstance(found, Noted):
                        notes.append(found)
                    else:
                        digest = found.sha256
                        self._pulse[0] = 0
                        yield found
                        self._pulse[0] = place
                self._pulse[0] = 0
                done += share.at == 0
                if share.at == 0 or reason == TOO_SLOW:
                    # Of a file that is shared, the first part says what became of it, but for this.
                    if reason is not None:
                        self._skipped.append(Unread(file.relative, reason))
                    kept = tuple(notes[:_MOST_NOTES])
                    self.writer.add_file(
                        FileState(file.relative, file.size, file.mtime_ns, reason, digest, kept)
                    )
                read += file.size // share.of
                if time.monotonic() - reported >= _EVERY or place == len(self._job.files):
                    reported = time.monotonic()
                    told = self._tell(told, done, read)
        finally:
            if reader:
                reader.close()

    def _tell(
        self, told: tuple[int, int, int, int], done: int, read: int
    ) -> tuple[int, int, int, int]:
        """Reports what came since `told` (files, articles, skipped ones, bytes); gives the new sums."""
        files, articles, skipped, before = told
        self._report(
            Advance(
                done - files,
                self._count - articles,
                tuple(self._skipped[skipped:]),
                read - before,
            )
        )
        return done, self._count, len(self._skipped), read

    def _held_before(self, reader: ArticleReader) -> dict[str, list[ArticleId]]:
        """The ids of the articles of each file that may be taken over."""
        if self._job.kept:
            return reader.ids_by_path()
        return {path: list(reader.ids_in([path])) for path in self._job.moved.values()}

    def _read_one(
        self, file: SourceFile, reader: ArticleReader | None, held: dict[str, list[ArticleId]]
    ) -> Iterator[Article | Noted | Unread]:
        """The articles of a file, taken over where it was read before, else read now."""
        if file.relative in self._job.slow:
            yield Unread(file.relative, TOO_SLOW)
            return
        own = self._job.ids[file.relative]
        ids = held.get(file.relative, [])
        # A new file may have taken the id that this one had: then it is read again.
        same = all(id == own or id.startswith(f"{own}#") for id in ids)
        if reader and same and file.relative in self._job.kept:
            yield from reader.articles(ids)
            yield from self._job.kept[file.relative].notes
            reason = self._job.kept[file.relative].reason
            if reason is not None:
                yield Unread(file.relative, reason)
            return
        before = self._job.moved.get(file.relative, "")
        old = held.get(before, [])
        if reader and old:
            for article in reader.articles(old):
                number = article.id.removeprefix(plain_id(before))
                id = ArticleId(own + number) if number.startswith("#") else own
                self._renamed[article.id] = id
                yield replace(article, id=id, path=file.relative)
            return
        rules = self._job.rules.rules_for(file.relative)
        try:
            share = self._job.shares.get(file.relative, WHOLE)
            read = read_file(file, id=own, rules=rules, share=share)
            yield from each_limited(self._annotated(read))
        except TooSlowError:
            yield Unread(file.relative, TOO_SLOW)
        except RecoupeError:
            raise
        except Exception as error:
            # A fault of the program; the rest of the corpus is read all the same.
            log_failure(f"{file.relative} could not be annotated", error)
            yield Unread(file.relative, INTERNAL)

    def _annotated(
        self, found: Iterable[Article | Noted | Unread]
    ) -> Iterator[Article | Noted | Unread]:
        """What was found; articles are annotated with all that their own text says, names and words too.

        A fault of the program on an article is raised here, where its file is known.
        """
        for one in found:
            if isinstance(one, Article):
                one = annotate_text(one)
                reading = None
                if self._tagger is None:
                    (reading,) = self._read_names([one.text])
                self._prepared[one.id] = Prepared(reading, self._engine.words(one))
            yield one


def _resolved(mention: Mention, entity: EntityId) -> Mention:
    """A mention of the entity that is kept; its kind is the one that the id says."""
    return replace(mention, entity=entity, kind=Kind(entity.partition(":")[0]))
