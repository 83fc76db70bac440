"""Who may say a quotation that no rule gives to anybody, with the signs by which each is weighed.

A sign is a name; its weight is data (`index/french/data/speaker_weights.tsv`), fitted by
`python -m benchmarks.speaker_weights`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from index.french.antecedents import Antecedents
from index.french.genders import Gender, of_words
from index.french.held_apart import HeldApart
from index.french.plural_antecedents import GROUP, PLURALS, SEVERAL
from index.french.quoted_out import MASK
from index.french.somebody import can_speak
from index.french.source_words import sources
from index.french.speaking_phrases import is_body, is_person
from index.french.told_by import is_told_of
from index.model.article import EntityId, HowSaid, Kind, Mention, Quote
from index.model.text import Span

PRONOUNS = frozenset(("il", "elle", "ils", "elles", "lui", "eux"))
_ON = re.compile(r"-on(?!\w)|^(?:est|était|sera)-il(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_SPOKEN = re.compile(
    r"\b(?:nous|vous|on|je|mon|ma|mes|notre|nos|votre|moi)\b|\bj['’]", re.IGNORECASE
)
_STOPPED = re.compile(r"[^\S\t-\r]*[»”\"’›]?[^\S\t-\r]*[.!?…]")
_THAT = re.compile(r"(?:\bque?|\bqu['’])[\s«“\"]*$")
_DETERMINED = re.compile(
    r"(?:^|[\s(])(?:les?|la|une?|des?|du|ces?|cette|cet|son|sa|ses|leurs?|aux?|l['’]|d['’])[\s«“\"‹‘'’]*$",
    re.IGNORECASE,
)
_COLON = re.compile(r":[\s«“\"‹‘–—-]*$")
_HEADING_DASH = re.compile(r"(?:^|[\s])[–—-][ \u00a0]?[«“\"][^\S\t-\r]?$")
_DIED = re.compile(
    r"\b(?:est|était)[ \u00a0](?:morte?|décédée?)\b|\bs['’](?:est|était)[ \u00a0]éteinte?\b|\ba[ \u00a0]été[ \u00a0](?:tuée?|assassinée?|retrouvée?[ \u00a0]morte?)\b"
)
"""« Hugo Brun est mort jeudi. “C'était un marin sans égal” »: he does not say so."""
_UNSAID = (HowSaid.TITLE, HowSaid.IRONIC, None)
_HOPELESS = ("short", "heading")
"""Forms in which a quotation is a word held apart or a subheading, and seldom anybody's."""
_SUBJECTS = ("subject of it", "subject one before", "subject two before")
"""How far before the sentence of a quotation a subject stands."""
_NAMED = ("named in it", "named one before", "named two before")
_FAR = ("in it", "one off", "two off")
_LEAD = 140
"""Characters before a quotation at which it is looked."""
_FEW, _SOME = 4, 8
"""Words of a quotation that is no longer short, and of one that is long."""
_SPEAKS_WITHIN = {"some words": 1, "long": 1 << 30}
"""By form of a quotation within a sentence: how many sentences before somebody must have spoken; others are hardly ever
told to say it."""
_SPOKE = 3
"""Quotations before of which the speakers are looked at."""


@dataclass(slots=True)
class Candidate:
    """Somebody who may say a quotation."""

    entity: EntityId | None
    words: str
    span: Span | None
    """Where the words stand; None for somebody who is only of the title, or named often."""
    signs: set[str] = field(default_factory=set)


class Candidates:
    """Looks around the open quotations of one text for those who may say them."""

    def __init__(
        self,
        text: str,
        masked: str,
        sentences: Sequence[Span],
        spoken: Sequence[Mention],
        antecedents: Antecedents,
        title: Span | None,
        *,
        charges: Collection[int] = (),
    ) -> None:
        """`masked` is the text without its quotations, `spoken` are the names that stand in that, `charges`
        the begins of quotations that are offences.
        """
        self._charges = charges
        self._text = text
        self._masked = masked
        self._sentences = sentences
        self._spoken = spoken
        self._antecedents = antecedents
        self._title = title
        self._places = [m.start for m in spoken]

    def held_apart(self, quotes: Sequence[Quote]) -> HeldApart:
        """What judges the short ones of the quotations that rules have read."""
        return HeldApart(self._text, self._sentences, self._antecedents, quotes)

    def is_open(self, quote: Quote) -> bool:
        """Whether nobody is told to say a quotation that is no title, no charge and no word held apart."""
        if quote.speaker is not None or quote.manner in (HowSaid.TITLE, HowSaid.IRONIC):
            return False
        if quote.speaker_text is None and _ON.search(quote.verb or ""):
            return False  # « souffle-t-on », « est-il précisé »: others than those who are named
        if is_told_of(self._text, quote.start):
            return (
                False  # « il est présenté comme un “menteur” »: others than he of whom it is told
            )
        words = (quote.speaker_text or "").lower()
        return (not words or words in PRONOUNS) and quote.start not in self._charges

    def of(self, number: int, quotes: Sequence[Quote]) -> list[Candidate]:
        """The candidates for a quotation, with the signs of each and those of the quotation."""
        quote = quotes[number]
        pronoun = (quote.speaker_text or "").lower()
        at = quote.start
        if pronoun and quote.speaker_span is not None:
            at = min(at, quote.speaker_span.start)
        if pronoun in PLURALS or (not pronoun and (quote.verb or self._is_short_amid(quote))):
            # A verb without a subject has most often a thing as its subject, and « ils » are seldom told.
            return []
        own = self._place_signs(quote)
        shape = self._shape(quote, pronoun, own)
        if shape in _HOPELESS:
            return []
        found = _Found()
        if self._spoke(found, number, quotes, at) > _SPEAKS_WITHIN.get(shape, math.inf):
            return []
        own |= self._own_signs(quote)
        self._subjects(found, quotes[:number], at, behind=shape == "alone")
        self._named(found, at)
        if pronoun and quote.speaker_span is not None:
            self._guessed(found, quote.speaker_span.start)
        gender = of_words(pronoun) if pronoun else None
        left = [one for one in found if not pronoun or self._fits(one, pronoun, gender)]
        own.add(f"{min(len(left), 3)} candidates")
        for one in left:
            one.signs |= {f"{shape}: {sign}" for sign in one.signs}
            one.signs |= own
            one.signs.add(shape)
            self._add_kinds(one, gender)
        return left

    def _spoke(self, found: _Found, number: int, quotes: Sequence[Quote], at: int) -> float:
        """Those who speak before and behind it, by distance in sentences; gives that of who spoke last."""
        here = self._antecedents.sentence_at(at)
        before = [q for q in quotes[max(0, number - 3 * _SPOKE) : number] if _is_told(q)][-_SPOKE:]
        far: float = math.inf
        for quote in before[:-1]:
            found.of(quote).signs.add("spoke before")
        for quote in before[-1:]:
            one = found.of(quote)
            far = here - self._antecedents.sentence_at(quote.end - 1)
            one.signs.add(f"spoke last, {_distance(far)}")
            one.signs.add(f"{min(self._others_since(quote, at), 2)} others named since")
        following = next((q for q in quotes[number + 1 : number + 4] if _is_told(q)), None)
        if following is not None:
            one = found.of(following)
            end = self._antecedents.sentence_at(quotes[number].end - 1)
            ahead = self._antecedents.sentence_at(following.start) - end
            one.signs.add(f"speaks next, {_distance(ahead)}")
            if any(sign.startswith("spoke last") for sign in one.signs):
                one.signs.add("spoke last and speaks next")
        return far

    def _guessed(self, found: _Found, at: int) -> None:
        """Whom the pronoun at a place would mean by a rule that is often wrong."""
        guess = self._antecedents.guess_at(at)
        if guess is not None:
            found.named(guess.meant.entity, guess.meant.words, None).signs.add(guess.far)

    def _others_since(self, quote: Quote, at: int) -> int:
        """How many persons and bodies the text names between a quotation and a place."""
        own = quote.speaker_span
        return len(
            {
                m.entity
                for m in self._mentions(quote.end, at)
                if m.kind in (Kind.PERSON, Kind.ORGANISATION)
                and m.entity != quote.speaker
                and not (own and own.start <= m.start < own.end)
            }
        )

    def _subjects(self, found: _Found, quotes: Sequence[Quote], at: int, *, behind: bool) -> None:
        """The subjects of the sentences around it; `quotes` are those before it."""
        here = self._antecedents.sentence_at(at)
        numbers = [*range(here, max(-1, here - len(_SUBJECTS)), -1)]
        if behind and here + 1 < len(self._sentences):
            numbers.append(here + 1)
        for number in numbers:
            told = self._antecedents.subject_of(number, quotes)
            if told is None or (number == here and told[0].span.start >= at):
                continue
            subject, meant = told
            words = meant.words or subject.span.of(self._text)
            if meant.entity is None and words.lower() in PRONOUNS:
                continue
            sentence = self._sentences[number]
            if _DIED.search(self._text, subject.span.end, sentence.end):
                found.dead.add(_key(meant.entity, words))
            sign = "subject behind" if number > here else _SUBJECTS[here - number]
            found.named(meant.entity, words, subject.span).signs.add(sign)

    def _named(self, found: _Found, at: int) -> None:
        """The persons named in the sentences before, and those of whom the text tells."""
        here = self._antecedents.sentence_at(at)
        for far, sign in enumerate(_NAMED[: here + 1]):
            sentence = self._sentences[here - far]
            for mention in self._mentions(sentence.start, min(sentence.end, at)):
                body = mention.kind is Kind.ORGANISATION and not far
                if mention.kind is not Kind.PERSON and not body:
                    continue
                span = Span(mention.start, mention.end)
                one = found.named(mention.entity, span.of(self._text), span)
                governed = self._antecedents.is_governed(mention, sentence.start)
                one.signs |= {sign, "governed" if governed else "free"}
        for entity, signs in self._tellable.items():
            found.named(entity, "", None).signs.update(signs)

    @cached_property
    def _tellable(self) -> dict[EntityId, set[str]]:
        """The persons of whom the text tells: those of its title, the only one, the one named most."""
        persons = [m for m in self._spoken if m.kind is Kind.PERSON]
        often = Counter(m.entity for m in persons)
        found: dict[EntityId, set[str]] = {}
        end = self._title.end if self._title else 0
        for mention in persons:
            if mention.end <= end:
                found.setdefault(mention.entity, set()).add("in the title")
        most = often.most_common(2)
        if most and (len(most) == 1 or most[0][1] > most[1][1]):
            found.setdefault(most[0][0], set()).add("named most")
        if len(often) == 1:
            found[most[0][0]].add("only person")
        return found

    def _place_signs(self, quote: Quote) -> set[str]:
        """The signs of the place of a quotation, which tell its shape."""
        text, span = self._text, Span(quote.start, quote.end)
        sentence = self._sentences[self._antecedents.sentence_at(span.start)]
        last = self._sentences[self._antecedents.sentence_at(span.end - 1)]
        lead = text[max(sentence.start, span.start - _LEAD) : span.start]
        outside = self._masked[sentence.start : last.end].replace(MASK, "")
        conditions = {
            "stands alone": _WORD.search(outside) is None,
            "stops": text[span.end - 1] in ".!?…" or _STOPPED.match(text, span.end) is not None,
            "between dashes": _HEADING_DASH.search(lead) is not None,
            "in a title": self._title is not None and span.end <= self._title.end,
        }
        return {name for name, holds in conditions.items() if holds}

    def _own_signs(self, quote: Quote) -> set[str]:
        """The other signs of the quotation itself."""
        text, span = self._text, Span(quote.start, quote.end)
        sentence = self._sentences[self._antecedents.sentence_at(span.start)]
        lead = text[max(sentence.start, span.start - _LEAD) : span.start]
        conditions = {
            "speaks of itself": _SPOKEN.search(text, span.start, span.end) is not None,
            "capital": text[span.start].isupper(),
            "behind que": _THAT.search(lead) is not None,
            "behind an article": _DETERMINED.search(lead) is not None,
            "behind a colon": _COLON.search(lead) is not None,
            "a source in it": bool(sources(self._masked, sentence.start, sentence.end)),
        }
        return {name for name, holds in conditions.items() if holds}

    def _is_short_amid(self, quote: Quote) -> bool:
        """Whether a quotation is a few words within a sentence, which is asked before all its signs."""
        words = _WORD.finditer(self._text, quote.start, quote.end)
        if sum(1 for _ in islice(words, _FEW)) == _FEW:
            return False
        sentence = self._sentences[self._antecedents.sentence_at(quote.start)]
        last = self._sentences[self._antecedents.sentence_at(quote.end - 1)]
        return _WORD.search(self._masked[sentence.start : last.end].replace(MASK, "")) is not None

    def _shape(self, quote: Quote, pronoun: str, signs: set[str]) -> str:
        """The form in which a quotation stands, of which the other signs depend."""
        if pronoun:
            return "he or she"
        if "in a title" in signs or "between dashes" in signs:
            return "heading"
        if "stands alone" in signs:
            return "alone" if "stops" in signs else "heading"
        words = len(_WORD.findall(self._text, quote.start, quote.end))
        return "short" if words < _FEW else "some words" if words < _SOME else "long"

    def _add_kinds(self, one: Candidate, gender: Gender | None) -> None:
        """What sort of candidate it is, and whether a pronoun is known to agree."""
        if one.entity is None:
            one.signs.add("words" if can_speak(one.words) else "words of a thing")
            if gender is not None and of_words(one.words) is gender:
                one.signs.add("of the gender")
            if is_several(one.words):
                one.signs.add("several")
        elif is_person(one.entity):
            one.signs.add("a person")
            if gender is not None:
                known = self._antecedents.gender_of(one.entity)
                one.signs.add("of the gender" if known is gender else "of no known gender")
        else:
            one.signs.add("a body" if is_body(one.entity) else "another name")

    def _fits(self, one: Candidate, pronoun: str, gender: Gender | None) -> bool:
        """Whether a pronoun can mean a candidate, by gender and number."""
        if is_person(one.entity) and one.entity is not None:
            known = self._antecedents.gender_of(one.entity)
            return known is None or gender is None or known is gender
        own = of_words(one.words)
        if own is not None and gender is not None and own is not gender:
            return False
        return not is_several(one.words)

    def _mentions(self, start: int, end: int) -> Iterator[Mention]:
        """The names between two places."""
        for number in range(bisect_left(self._places, start), len(self._spoken)):
            if self._spoken[number].start >= end:
                return
            yield self._spoken[number]


class _Found:
    """The candidates by entity, or by their words."""

    def __init__(self) -> None:
        self._by_key: dict[str, Candidate] = {}
        self.dead: set[str] = set()
        """The keys of those who are told to have died."""

    def of(self, quote: Quote) -> Candidate:
        """The speaker of a quotation."""
        return self.named(quote.speaker, quote.speaker_text or "", quote.speaker_span)

    def named(self, entity: EntityId | None, words: str, span: Span | None) -> Candidate:
        key = _key(entity, words)
        one = self._by_key.get(key)
        if one is None:
            one = self._by_key[key] = Candidate(entity, words, span)
        elif not one.words:
            one.words, one.span = words, span
        return one

    def __iter__(self) -> Iterator[Candidate]:
        return iter(one for key, one in self._by_key.items() if key not in self.dead)


def is_several(words: str) -> bool:
    """Whether words stand for several people: « les dockers », « un collectif de médecins »."""
    return SEVERAL.search(words) is not None or GROUP.match(words) is not None


def _key(entity: EntityId | None, words: str) -> str:
    return str(entity) if entity is not None else f"={words.lower()}"


def _is_told(quote: Quote) -> bool:
    return (
        quote.manner not in _UNSAID
        and bool(quote.speaker_text)
        and (quote.speaker is not None or (quote.speaker_text or "").lower() not in PRONOUNS)
    )


def _distance(sentences: int) -> str:
    return _FAR[sentences] if 0 <= sentences < len(_FAR) else "far"
