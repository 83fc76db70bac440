"""The words of articles for the reference engine: those that a typed word covers, and their places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from index.french.families import families
from index.french.stems import FrenchStemmer
from index.model.article import Article
from index.model.text import Span
from index.query.engine import Zone, ZoneWords
from index.query.tree import Exact, Near, Or, Pattern, Phrase, Query, Similar, Word
from index.search.schema import PARAGRAPH_GAP
from index.search.similar import nearest_first
from index.search.sought import DESIGNATOR, in_parts, same_in_a_row, variants
from index.text.folding import fold
from index.text.index_words import lookup_forms

Stretch = tuple[int, int]
"""Positions of the first and the last word."""
_STEMMER = FrenchStemmer()


class Text:
    """The words of one article by zone and position, and the quotations among them."""

    def __init__(self, article: Article, parts: Sequence[ZoneWords]) -> None:
        self.article = article
        self.words: dict[Zone, dict[int, str]] = {zone: {} for zone in Zone}
        self.spans: dict[tuple[Zone, int], Span] = {}
        self.quotes: list[tuple[Zone, int, int, int]] = []
        """Zone, first and last position, and which quotation of the article."""
        reached: Counter[Zone] = Counter()
        for part in parts:
            placed = list(
                enumerate(zip(part.starts, part.surfaces, strict=True), reached[part.zone])
            )
            for at, (start, surface) in placed:
                self.words[part.zone][at] = lookup_forms(surface)[0]
                if part.start is not None:
                    self.spans[part.zone, at] = Span(start, start + len(surface))
            for number, quote in enumerate(article.annotations.quotes):
                inside = [at for at, (start, _) in placed if quote.start <= start < quote.end]
                if part.start is not None and inside:
                    self.quotes.append((part.zone, inside[0], inside[-1], number))
            reached[part.zone] += len(placed) + PARAGRAPH_GAP


class Vocabulary:
    """All words of some articles."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._texts = list(texts)
        self._vocabulary = {
            word for text in self._texts for zone in text.words.values() for word in zone.values()
        }

    def stretches(self, query: Query, text: Text, zone: Zone) -> Iterator[Stretch]:
        words = text.words[zone]
        if isinstance(query, Or):
            for part in query.parts:
                yield from self.stretches(part, text, zone)
        elif isinstance(query, Near):
            left = sorted(self.stretches(query.left, text, zone))
            right = sorted(self.stretches(query.right, text, zone))
            for one, other in ((left, right), (right, left)):
                for first, last in one:
                    behind = next((stretch for stretch in other if stretch[0] > last), None)
                    if behind is not None and behind[0] - last <= query.distance + 1:
                        yield first, behind[1]
        elif isinstance(query, Exact):
            yield from _rows(words, [{word} for word in query.words])
        else:
            single = self.covered(query)
            yield from ((at, at) for at, word in words.items() if word in single)
            for way in self._ways(query):
                yield from _rows(words, [self._slot(word) for word in way])

    def covered(self, query: Query) -> set[str]:
        """The words of the corpus that a typed word covers, each by itself."""
        if isinstance(query, Word):
            return self._family(query.text)
        if isinstance(query, Pattern):
            pattern = re.compile(".*".join(map(re.escape, query.text.split("*"))))
            return {word for word in self._vocabulary if pattern.fullmatch(fold(word))}
        if isinstance(query, Similar):
            slips = 1 if len(query.text) < 6 else 2
            near = {w for w in self._vocabulary if fold(w)[:1] == query.text[:1]}
            by_slips = {w: OSA.distance(fold(w), query.text) for w in near}
            if query.nearest:
                slips = min(slips, max(1, min(by_slips.values(), default=1)))
            return {word for word, apart in by_slips.items() if apart <= slips}
        if isinstance(query, Phrase) and query.hyphenated:
            family = families().of("-".join(query.words))
            forms = {form for form in family.kin if "-" not in form} if family else set()
            return self._written(forms) | self._family("".join(query.words), kin_only=True)
        if isinstance(query, Phrase) and len(query.words) == 1:
            return {word for word in self._vocabulary if fold(word) == fold(query.words[0])}
        return set()

    def _family(self, word: str, *, kin_only: bool = False) -> set[str]:
        lexicon = families()
        meant = lexicon.meant_by(word)
        if not meant:
            stem = _STEMMER.stem(word)
            return {
                one
                for one in self._vocabulary
                if fold(one) == fold(word)
                or (
                    _STEMMER.stem(one) == stem
                    and not lexicon.knows(one)
                    and min(len(one), len(word)) > 3
                )
            }
        known = [family for one in meant if (family := lexicon.of(one)) is not None]
        kin = {form for family in known for form in family.kin}
        others = {form for family in known for form in family.others}
        return self._written(kin) | (set() if kin_only else self._written(others))

    def _written(self, forms: set[str]) -> set[str]:
        """The forms as the corpus has them, also without accents where that is no word itself."""
        folds = {fold(form) for form in forms}
        return {
            word
            for word in self._vocabulary
            if fold(word) in folds and (word in forms or not families().knows(word))
        }

    def _ways(self, query: Query) -> list[tuple[str, ...]]:
        """Rows of words that a word or a phrase also covers."""
        found: list[tuple[str, ...]] = []
        compound = ""
        if isinstance(query, Phrase) and (
            len(query.words) > 1 or DESIGNATOR.fullmatch(query.words[0])
        ):
            found = variants(query.words)
            compound = "-".join(query.words) if query.hyphenated else ""
        elif isinstance(query, Word):
            found = in_parts(query.text, families().knows)
            compound = query.text if query.text.isalpha() else ""
        family = families().of(compound) if compound else None
        return found + [
            tuple(form.split("-")) for form in (family.kin if family else ()) if "-" in form
        ]

    def _slot(self, word: str) -> set[str]:
        folds = {fold(one) for one in same_in_a_row(word)}
        return {one for one in self._vocabulary if fold(one) in folds}

    def near(self, word: Word) -> list[str]:
        if self.covered(word):
            return []
        held = Counter(
            form
            for text in self._texts
            for zone in text.words.values()
            for form in set(zone.values())
        )
        near = sorted(self.covered(Similar(fold(word.text))), key=lambda form: (-held[form], form))
        near = nearest_first(word.text, near)
        found: list[str] = []
        for form in near:
            known = (families().of(other) for other in found)
            folds = {fold(one) for family in known if family for one in family.kin}
            if fold(form) not in folds | {fold(other) for other in found}:
                found.append(form)
        return found[:3]


def _rows(words: dict[int, str], slots: Sequence[set[str]]) -> Iterator[Stretch]:
    """The places of rows with one word of each slot after one of the slot before."""
    for first in words:
        if all(words.get(first + at) in slot for at, slot in enumerate(slots)):
            yield first, first + len(slots) - 1
