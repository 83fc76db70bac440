"""The forms of the index that a word of the query covers, and the weight of each way of reading it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.french.amounts import Way
from index.french.families import Families
from index.french.function_words import FUNCTION_WORDS
from index.french.stems import FrenchStemmer
from index.query.tree import Exact, Pattern, Phrase, Query, Similar, Word
from index.query.word_patterns import expression, pieces
from index.search.segment_words import Lexicon
from index.search.similar import nearest_first, similar_folds
from index.search.snapshot import OpenSegment
from index.search.sought import in_parts, same_in_a_row, variants
from index.text.folding import fold

FAMILY_WEIGHT = 1.0
KIN_WEIGHT = 0.2
RELATED_WEIGHT = 0.4
FOLDED_WEIGHT = 0.3
ACCENTED_WEIGHT = 0.3
"""How much each reading of a word counts; measured with `benchmarks/quality.py`."""
MOST_WORDS_OF_A_PATTERN = 3_000
"""Forms of a pattern at most; of more, the most frequent ones."""

_MOST_REMEMBERED = 256
_NEAR_WORDS = 3
_ACRONYM = 3
"""Letters up to which a word that the French lexicon lacks is an acronym, and no form of another: « OMS », « OM »."""

Numbers = tuple[frozenset[int], ...]
"""Words by their number in the lexicon, segment by segment."""


class Reading(NamedTuple):
    """One way to read a word."""

    words: Numbers
    weight: float


class Readings:
    """Looks words up in all segments.

    A word of the French lexicon covers its family, another one what Snowball gives the same stem as
    far as the lexicon does not know that either.
    """

    def __init__(
        self, segments: Sequence[OpenSegment], stemmer: FrenchStemmer, families: Families
    ) -> None:
        self._segments = segments
        self._lexicons = [segment.lexicon for segment in segments]
        self._stemmer = stemmer
        self._families = families
        self._known: dict[Query, tuple[Reading, ...]] = {}
        self._cut: set[Query] = set()

    def of(self, query: Query) -> tuple[Reading, ...]:
        """The readings of a single word; the first holds the words of all others."""
        known = self._known.get(query)
        if known is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
                self._cut.clear()
            known = self._known[query] = self._read(query)
        return known

    def _read(self, query: Query) -> tuple[Reading, ...]:
        if isinstance(query, Word):
            kin, others = self._family(query.text)
            covered = _both(kin, others)
            same = self.folding_to(query.text)
            return _merged(
                Reading(covered, FAMILY_WEIGHT),
                Reading(kin, KIN_WEIGHT),
                Reading(tuple(map(frozenset.intersection, same, covered)), FOLDED_WEIGHT),
                Reading(self.exactly(query.text), ACCENTED_WEIGHT),
            )
        if isinstance(query, Exact):
            return (Reading(self.exactly(query.words[0]), 1.0),)
        if isinstance(query, Phrase):
            return (
                Reading(self.folding_to(query.words[0]), 1.0),
                Reading(self.exactly(query.words[0]), ACCENTED_WEIGHT),
            )
        if isinstance(query, Pattern | Similar):
            return (Reading(tuple(self._expanded(query, s) for s in self._segments), 1.0),)
        raise TypeError(f"{query!r} is no single word")

    def _family(self, word: str) -> tuple[Numbers, Numbers]:
        """The words of the indexes that a word covers: those of its kind, and its other forms."""
        meant = self._families.meant_by(word)
        if not meant:
            stem = self._stemmer.stem(word)
            same = self.folding_to(word)
            none: frozenset[int] = frozenset()
            covered = [
                {
                    n
                    for n in lexicon.stemming_to(stem)
                    if min(len(word), len(lexicon.words[n])) > _ACRONYM
                    and not self._knows(lexicon.words[n])
                }
                for lexicon in self._lexicons
            ]
            return tuple(map(frozenset.union, same, covered)), (none,) * len(same)
        families = [family for one in meant if (family := self._families.of(one)) is not None]
        kin = frozenset(form for family in families for form in family.kin)
        others = frozenset(form for family in families for form in family.others) - kin
        held = self._holding(kin)
        return held, tuple(map(frozenset.difference, self._holding(others), held))

    def _holding(self, forms: frozenset[str]) -> Numbers:
        """The forms as they stand in the index, also where capitals lost their accents: « ELU »."""
        found: list[frozenset[int]] = []
        for lexicon in self._lexicons:
            words = lexicon.words
            found.append(
                frozenset(
                    number
                    for folded in {fold(form) for form in forms}
                    for number in lexicon.folding_to(folded)
                    if words[number] in forms or not self._knows(words[number])
                )
            )
        return tuple(found)

    def near_words(self, word: Word) -> list[str]:
        """The nearest words of the indexes for one that they do not hold; none for one that they hold."""
        if any(self.of(word)[0].words):
            return []
        found: list[str] = []
        for form in nearest_first(word.text, self.forms(Similar(fold(word.text)))):
            if not any(self.is_same(form, other) for other in found):
                found.append(form)
            if len(found) == _NEAR_WORDS:
                break
        return found

    def is_same(self, form: str, other: str) -> bool:
        """Whether two forms are one word, or written alike but for accents."""
        family = self._families.of(other)
        return fold(form) in {fold(other), *(map(fold, family.kin) if family else ())}

    def other_words(self, word: Word, after: Query | None = None) -> tuple[str, ...]:
        """Words that are written like this one but for accents, or its participle, and that it does not
        cover.

        Who asks for « mise en examen » may want « a été mis en examen », too; a noun alone is no verb.
        """
        if not self._knows(word.text):
            return ()
        others = self._families.accented(word.text) if fold(word.text) == word.text else ()
        if isinstance(after, Word) and after.text in FUNCTION_WORDS:
            others += self._participle(word.text)
        covered = self.written(self.of(word)[0].words)
        return tuple(other for other in others if other not in covered)

    def _participle(self, noun: str) -> tuple[str, ...]:
        """« mis » for « mise » and « mises », where the noun is a form of the verb, too."""
        participle = noun.removesuffix("s").removesuffix("e")
        family = self._families.of(participle)
        return (participle,) if family is not None and noun in family.others else ()

    def related(self, word: Word) -> Reading:
        """Words of the same stem that a word does not cover: « communal » of « commune »."""
        covered = self.of(word)[0].words
        stem = self._stemmer.stem(word.text)
        same = (frozenset(lexicon.stemming_to(stem)) for lexicon in self._lexicons)
        return Reading(tuple(map(frozenset.difference, same, covered)), RELATED_WEIGHT)

    def sequences(self, query: Query) -> list[Way]:
        """Words in a row that a word or a phrase covers besides: a designator and a compound in two."""
        if isinstance(query, Phrase):
            ways = variants(query.words)
            if query.hyphenated:
                ways += [way for way in self._compounds("-".join(query.words)) if way not in ways]
            return ways
        if not isinstance(query, Word):
            return []
        found = in_parts(query.text, self._knows)
        if query.text.isalpha():
            found += self._compounds(query.text)
        return list(dict.fromkeys(found))

    def _compounds(self, word: str) -> list[Way]:
        """The forms of a word that are written with hyphens: « start-ups » of « startup »."""
        family = self._families.of(word)
        return [] if family is None else [tuple(f.split("-")) for f in family.kin if "-" in f]

    def in_one(self, query: Query) -> Numbers:
        """The words that a phrase typed with hyphens covers when it is written in one."""
        none: frozenset[int] = frozenset()
        if not isinstance(query, Phrase) or not query.hyphenated:
            return (none,) * len(self._lexicons)
        family = self._families.of("-".join(query.words))
        forms = {form for form in family.kin if "-" not in form} if family else set()
        kin, _ = self._family("".join(query.words))
        return _both(kin, self._holding(frozenset(forms)))

    def in_slot(self, word: str, *, alone: bool) -> Numbers:
        return tuple(frozenset(self.slot(word, lexicon, alone=alone)) for lexicon in self._lexicons)

    def slot(self, word: str, lexicon: Lexicon, *, alone: bool) -> list[int]:
        """The words that match one word of a phrase: the same without regard to accents, or, beside
        other words, its abbreviation.
        """
        same = (word,) if alone else same_in_a_row(word)
        return [n for one in same for n in lexicon.folding_to(fold(one))]

    def _knows(self, word: str) -> bool:
        return self._families.knows(word)

    def exactly(self, word: str) -> Numbers:
        numbers = (lexicon.number_of(word) for lexicon in self._lexicons)
        return tuple(frozenset(() if n is None else (n,)) for n in numbers)

    def folding_to(self, word: str) -> Numbers:
        folded = fold(word)
        return tuple(frozenset(lexicon.folding_to(folded)) for lexicon in self._lexicons)

    def written(self, numbers: Numbers) -> frozenset[str]:
        """The exact forms of the words."""
        return frozenset(
            lexicon.words[number]
            for lexicon, some in zip(self._lexicons, numbers, strict=True)
            for number in some
        )

    def is_cut(self, query: Query) -> bool:
        """Whether a pattern covers more words than are looked for."""
        self.of(query)
        return query in self._cut

    def forms(self, query: Query) -> tuple[str, ...]:
        """The exact forms that a word covers, the most frequent first."""
        counts: dict[str, int] = {}
        for segment, numbers in zip(self._segments, self.of(query)[0].words, strict=True):
            covered = sorted(numbers)
            for number, held in zip(covered, segment.holding(covered).tolist(), strict=True):
                word = segment.lexicon.words[number]
                counts[word] = counts.get(word, 0) + held
        return tuple(sorted(counts, key=lambda word: (-counts[word], word)))

    def _expanded(self, query: Pattern | Similar, segment: OpenSegment) -> frozenset[int]:
        lexicon = segment.lexicon
        if isinstance(query, Similar):
            places = similar_folds(query.text, lexicon, nearest=query.nearest)
        else:
            places = _matching_folds(query.text, lexicon)
        numbers = lexicon.of_folds(places)
        if len(numbers) > MOST_WORDS_OF_A_PATTERN:
            self._cut.add(query)
            order = np.argsort(-segment.holding(numbers), kind="stable")
            numbers = np.array(numbers)[order[:MOST_WORDS_OF_A_PATTERN]].tolist()
        return frozenset(numbers)


def _merged(*readings: Reading) -> tuple[Reading, ...]:
    """Readings with the same words as one: each reading costs as much as it has words."""
    weights: dict[Numbers, float] = {}
    for reading in readings:
        weights[reading.words] = weights.get(reading.words, 0.0) + reading.weight
    return tuple(Reading(words, weight) for words, weight in weights.items())


def _both(one: Numbers, other: Numbers) -> Numbers:
    return tuple(map(frozenset.union, one, other))


def _matching_folds(pattern: str, lexicon: Lexicon) -> list[int]:
    head, *parts, tail = pieces(pattern)
    if "?" in pattern:
        parts.append("")  # No list of forms has just these.
    if head and not tail and not parts:
        return list(lexicon.folds_with_prefix(head))
    if tail and not head and not parts:
        return lexicon.folds_ending_in(tail)
    longest = max((head, *parts, tail), key=len)
    if head and longest == head:
        places: Sequence[int] = lexicon.folds_with_prefix(head)
    else:
        places = lexicon.folds_with(longest)
    if len(parts) == 1 and not head and not tail:
        return list(places)
    folds, fits = lexicon.folds, expression(pattern).fullmatch
    return [place for place in places if fits(folds[place])]
