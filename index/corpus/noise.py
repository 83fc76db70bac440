"""Lines that repeat across the articles of one source, learnt as its noise.

A page's own phrases stand on many pages of its site; an article's sentences do not. The learnt
lines are shown to the reader, who can refuse one (`keep` in a rule file).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import PurePosixPath

from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.strand import Strand, Weaver, cut
from index.model.article import Article, Repair, SetAside
from index.model.text import Span

_WORDS = 40
"""The most words of a line that is learnt."""
_FEWEST = 4
"""The fewest articles with different titles that must have the line."""
_SHARE = 0.2
"""The least share of a source's articles that must have the line."""
_FEWEST_TOLD = 10
_SHARE_TOLD = 0.5
"""The same for a whole sentence."""
_SENTENCE = 9
"""The fewest words of a line that counts as a sentence because of the stop at its end."""
_SHORT_SENTENCE = 4
"""The same for a line that neither addresses the reader nor speaks of the page."""
_LONGEST = 320
"""The most characters of a paragraph that is examined."""


@dataclass(frozen=True, slots=True)
class LearntLine:
    """A line that a source repeats."""

    source: str
    text: str
    articles: int
    """The number of the source's articles with the line."""


class NoiseLearner:
    """Counts the short paragraphs of each source over a stream of articles; learners can be merged.

    Lines and titles are kept as digests: most lines stand in one article and are never shown.
    """

    def __init__(self) -> None:
        self._titles: dict[str, set[int]] = defaultdict(set)
        self._lines: dict[str, dict[int, int | set[int]]] = defaultdict(dict)
        self._texts: dict[tuple[str, int], str] = {}

    def add(self, article: Article) -> None:
        source = noise_key(article)
        title = _digest(plain(article.title))
        self._titles[source].add(title)
        for span in article.paragraphs:
            self._add_line(source, title, span.of(article.text))
        # Lines learnt before and taken over count as if they still stood in the articles.
        for aside, text in zip(article.set_aside, article.set_aside_texts, strict=True):
            if aside.reason == Reason.LEARNT.value:
                self._add_line(source, title, text)

    def _add_line(self, source: str, title: int, text: str) -> None:
        if len(text) > _LONGEST or (len(text) > 2 * _WORDS and len(text.split()) > _WORDS):
            return
        simple = plain(text)
        if not simple:
            return
        digest = _digest(simple)
        self._texts.setdefault((source, digest), text)
        lines = self._lines[source]
        seen = lines.get(digest)
        if isinstance(seen, set):
            seen.add(title)
        else:
            lines[digest] = _joined(seen, title)

    def merge(self, other: NoiseLearner) -> None:
        """Adds the counts of another learner."""
        for source, titles in other._titles.items():
            self._titles[source] |= titles
        for source, lines in other._lines.items():
            own = self._lines[source]
            for digest, seen in lines.items():
                own[digest] = _joined(own.get(digest), seen)
        for key, text in other._texts.items():
            self._texts.setdefault(key, text)

    def learnt(self, *, keep: Iterable[str] = ()) -> tuple[LearntLine, ...]:
        """The lines to set aside, most frequent first; `keep` are lines that the reader refused."""
        kept = {_digest(plain(line)) for line in keep}
        return tuple(
            sorted(self._learnt(kept), key=lambda line: (-line.articles, line.source, line.text))
        )

    def _learnt(self, kept: set[int]) -> Iterator[LearntLine]:
        for source, lines in self._lines.items():
            articles = len(self._titles[source])
            for digest, seen in lines.items():
                number = len(seen) if isinstance(seen, set) else 1
                if number < _FEWEST or digest in kept:
                    continue
                text = self._texts[source, digest]
                told = _reads_as_told(text)
                fewest, share = (_FEWEST_TOLD, _SHARE_TOLD) if told else (_FEWEST, _SHARE)
                if number >= max(fewest, share * articles):
                    yield LearntLine(source, text, number)


def _joined(seen: int | set[int] | None, more: int | set[int]) -> int | set[int]:
    """The titles seen so far with the new ones: the same article twice counts once."""
    if seen is None or seen == more:
        return more
    whole = seen if isinstance(seen, set) else {seen}
    return whole | (more if isinstance(more, set) else {more})


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


_OF_PAGE = re.compile(
    r"\b(?:vous|votre|vos|nous|notre|nos|abonne\w*|cliquez|lire|lisez|droits|copyright|article|articles|newsletter"
    r"|redaction|site|page|photo|credit|inscri\w*|connect\w*|decouvr\w*|suivez|partage\w*|commentaires?|you|your|our"
    r"|mis a jour|publie|partenaires?|journal|edition|cookies?|publicite|application)\b"
)
"""Words of a page's own phrases, which address the reader or speak of the page."""


def _reads_as_told(text: str) -> bool:
    """Whether a line is a sentence of an article: copies of an agency's text repeat these within
    one event.
    """
    if not text.rstrip(' »”"').endswith((".", "!", "?", "…")):
        return False
    words = len(text.split())
    if words >= _SENTENCE:
        return True
    return words >= _SHORT_SENTENCE and text[0].isupper() and not _OF_PAGE.search(plain(text))


def noise_key(article: Article) -> str:
    """The key of a source for learning: its name, else the folder of the file."""
    return article.source or str(PurePosixPath(article.path).parent)


def by_source(lines: Iterable[LearntLine]) -> Mapping[str, frozenset[str]]:
    """The plain forms of learnt lines by source, for `without_noise`."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        found[line.source].add(plain(line.text))
    return {source: frozenset(entries) for source, entries in found.items()}


def without_noise(article: Article, lines: frozenset[str]) -> Article:
    """The article without the paragraphs of these plain forms, which are set aside.

    It must not be annotated yet: annotations of its text would no longer be in place.
    """
    drop = {span for span in article.paragraphs if plain(span.of(article.text)) in lines}
    if not drop or len(drop) == len(article.paragraphs):
        return article
    whole = Strand(article.text, article.pieces)
    weaver = Weaver()
    moved: list[tuple[Span, int]] = []
    if article.title_span is not None:
        moved.append((article.title_span, 0))
        weaver.add(cut(whole, article.title_span))
    paragraphs: list[Span] = []
    for span in article.paragraphs:
        if span in drop:
            continue
        strand = cut(whole, span)
        if weaver.length:
            at = strand.pieces[0].raw_start
            weaver.put("\n\n", at, at)
        moved.append((span, weaver.length - span.start))
        paragraphs.append(Span(weaver.length, weaver.length + span.length))
        weaver.add(strand)
    woven = weaver.strand()
    aside, texts = _with_dropped(article, whole, sorted(drop))
    return replace(
        article,
        text=woven.text,
        pieces=woven.pieces,
        paragraphs=tuple(paragraphs),
        set_aside=aside,
        set_aside_texts=texts,
        repairs=tuple(_moved(article.repairs, moved)),
    )


def _moved(repairs: Iterable[Repair], moved: list[tuple[Span, int]]) -> Iterator[Repair]:
    for repair in repairs:
        for span, delta in moved:
            # A break between two paragraphs begins at the end of the first of them.
            if span.start <= repair.start <= span.end:
                yield replace(repair, start=repair.start + delta, end=repair.end + delta)
                break


def _with_dropped(
    article: Article, whole: Strand, drop: list[Span]
) -> tuple[tuple[SetAside, ...], tuple[str, ...]]:
    entries = list(zip(article.set_aside, article.set_aside_texts, strict=True))
    for span in drop:
        pieces = cut(whole, span).pieces
        start, end = min(p.raw_start for p in pieces), max(p.raw_end for p in pieces)
        entries.append((SetAside(start, end, Reason.LEARNT.value), span.of(article.text)))
    entries.sort(key=lambda entry: entry[0].raw_start)
    return tuple(entry[0] for entry in entries), tuple(entry[1] for entry in entries)
