"""One part of a build: some files, in three passes with what the whole corpus says between them.

First the files become articles, and the names that they may hold are gathered; then the names are
settled by the votes of the whole corpus; then variants are joined, and the articles are stored and
indexed as a segment of their own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice, repeat
from typing import TYPE_CHECKING

from index.building.annotation import annotate_names, annotate_text
from index.building.batches import in_batches
from index.building.file_articles import FileArticles
from index.building.job import Advance, Job, PartDone, Resolution, Seen
from index.building.passed_on import NamedText, SettledArticle
from index.building.pulse import Pulse, no_pulse
from index.building.settlement import Settlement
from index.building.spool import Spool
from index.building.start import lists_for
from index.corpus.noise import LearntLine, NoiseLearner, by_source, noise_key, without_noise
from index.engines import chosen_engine
from index.entities import statistical
from index.entities.name_reading import Reading
from index.entities.variants import Attested
from index.entities.votes import CorpusVotes
from index.entities.words import Words
from index.errors import RecoupeError
from index.model.article import (
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
from index.shelf.articles import ArticleWriter, segment_path
from index.shelf.entity_counts import EntityTally, save_tally

if TYPE_CHECKING:
    from index.entities.offices import Office
    from index.entities.recognition import Recogniser

_MOST_HELD, _EACH = 3_000_000, 1_000
"""Characters from which on what a pass leaves for the next lies on disk, and those that an article counts beside its
own. A thousand articles take some 60 MB of memory; to write and read them again takes a twentieth of a build."""
_MOST_AHEAD = 1_000
"""Articles that are named at most while it is decided which entities are one."""


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
        self._ahead: deque[Article | None] = deque()
        """The first articles as they are if all their entities are kept; None where that failed."""
        self._count = self._held = 0
        self._skipped: list[Unread] = []
        self._renamed: dict[ArticleId, ArticleId] = {}
        self._faults: list[Noted] = []

    def read(self) -> Seen:
        """First pass: the files become articles; gives what they say of the names in them, and
        which lines they repeat."""
        votes = CorpusVotes()
        noise = NoiseLearner()
        for batch in in_batches(self._readings()):
            for article, reading, _ in batch:
                noise.add(article)
                votes.add(reading.words, reading.candidates)
                votes.outlets.add(article.source)
            hold = self._held < _MOST_HELD
            for article, _, _ in batch:
                self._articles.add(article, hold=hold)
                self._held += len(article.text) + _EACH
            for article, reading, _ in batch:
                self._named.add(_named_text(article, reading), hold=hold)
            for _, _, words in batch:
                self._words.add(words, hold=hold)
            self._count += len(batch)
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
        for batch in in_batches(zip(self._named, articles, strict=False)):
            settled = [
                self._settled_or_not(entry, article, noise, settlement) for entry, article in batch
            ]
            hold = self._settled.held < self._articles.held
            for one in settled:
                self._settled.add(one, hold=hold)
        self._named.close()
        return settlement.attested()

    def _settled_or_not(
        self,
        entry: NamedText,
        article: Article | None,
        noise: Mapping[str, frozenset[str]],
        settlement: Settlement,
    ) -> SettledArticle:
        try:
            return self._settle(entry, article, noise, settlement)
        except (RecoupeError, OSError):
            raise
        except Exception as error:
            log_failure(f"the names of an article of {entry.path} could not be settled", error)
            return SettledArticle(failed=True)

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
        led = settlement.settle_lead(text, mentions, entry.lead)
        return SettledArticle(mentions, cleaner, offices, lead_mentions=led)

    def name_ahead(self, wanted: Callable[[], bool]) -> None:
        """Names the first articles as if all their entities were kept, until an order is `wanted`.

        A process that waits for which entities are one has nothing else to do, and of most articles
        all entities are kept; the others are named again.
        """
        for batch in in_batches(zip(self._articles, self._settled, strict=True)):
            if wanted() or len(self._ahead) >= _MOST_AHEAD:
                return
            for article, entry in batch:
                # What fails here fails again when it counts, and is told then.
                named = None
                with suppress(Exception):
                    named = _named_article(article, entry, {})
                self._ahead.append(named)

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
        for batch in in_batches(zip(self._articles, self._words, self._settled, strict=True)):
            named = [self._named_or_as_read(*one, canonical) for one in batch]
            for article, _, offices in named:
                self.writer.add(article)
                tally.add(article, offices)
            for article, words, _ in named:
                yield article, words

    def _named_or_as_read(
        self,
        read: Article,
        words: list[ZoneWords],
        entry: SettledArticle,
        canonical: Mapping[EntityId, EntityId],
    ) -> tuple[Article, list[ZoneWords], Sequence[Office]]:
        """The article with all that is known of it, its words, and the offices of its persons."""
        ahead = self._ahead.popleft() if self._ahead else None
        try:
            if ahead is None or not _all_kept(entry, canonical):
                ahead = _named_article(read, entry, canonical)
            if entry.article:
                words = self._engine.words(ahead)
            named = ahead, words, entry.offices
        except (RecoupeError, OSError):
            raise
        except Exception as error:
            # As it was read, without names: whatever else is known of it fits together.
            log_failure(f"an article of {read.path} could not be told who speaks", error)
            named, entry = (read, words, ()), SettledArticle(failed=True)
        if entry.failed:
            self._faults.append(Noted(read.path, Loss.REMARK, NAMES_LOST, read.title))
        return named

    def _readings(self) -> Iterator[tuple[Article, Reading, list[ZoneWords]]]:
        """The articles of all files, the names that they may hold, and their words."""
        files = FileArticles(
            self._job,
            self._report,
            self._pulse,
            self.writer,
            names=self._names_of,
            words=self._engine.words,
        )
        found = iter(files)
        while batch := list(islice(found, statistical.BATCH)):
            # A model reads many texts at once.
            late = self._read_names([one.article.text for one in batch if one.reading is None])
            for article, reading, words in batch:
                yield article, reading or next(late), words
        self._skipped, self._renamed = files.skipped, files.renamed

    def _names_of(self, article: Article) -> Reading | None:
        """The names that an article may hold; None if a model reads many at once."""
        return next(self._read_names([article.text])) if self._tagger is None else None

    def _read_names(self, texts: Sequence[str]) -> Iterator[Reading]:
        return statistical.readings(self._recogniser, texts, tagger=self._tagger)


def _named_text(article: Article, reading: Reading) -> NamedText:
    words = reading.words
    return NamedText(
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


def _named_article(
    article: Article, entry: SettledArticle, canonical: Mapping[EntityId, EntityId]
) -> Article:
    """The article with its names and who says what."""
    mentions = _resolved(entry.mentions, canonical)
    named = annotate_names(entry.article or article, mentions, offices=entry.offices)
    if entry.lead_mentions:
        named = _with_lead(named, _resolved(entry.lead_mentions, canonical))
    return named


def _all_kept(entry: SettledArticle, canonical: Mapping[EntityId, EntityId]) -> bool:
    """Whether no entity of an article is joined to another one."""
    return canonical.keys().isdisjoint(
        mention.entity for mention in (*entry.mentions, *entry.lead_mentions)
    )


def _resolved(mentions: Sequence[Mention], canonical: Mapping[EntityId, EntityId]) -> list[Mention]:
    """The mentions of the entities that are kept; their kinds are those that the ids say."""
    return [
        mention
        if (entity := canonical.get(mention.entity)) is None
        else replace(mention, entity=entity, kind=Kind(entity.partition(":")[0]))
        for mention in mentions
    ]


def _with_lead(article: Article, mentions: Sequence[Mention]) -> Article:
    """The article with the names of its summary, less whom its text names after all."""
    found = article.annotations
    named = {mention.entity for mention in found.mentions}
    led = tuple(mention for mention in mentions if mention.entity not in named)
    return replace(article, annotations=replace(found, lead_mentions=led))
