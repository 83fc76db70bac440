"""A claim as it is looked for: its words with what they weigh, its figures, whether it negates."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from index.compare.claim_counts import counted, lacked
from index.compare.claim_predicate import Predicate, derived, places_behind, predicate_in
from index.compare.claim_slots import Slots, slots_in
from index.compare.claim_stance import Stance, stance
from index.facts.thesaurus import thesaurus
from index.french.denial import denial
from index.french.families import families, representative
from index.french.function_words import FUNCTION_WORDS, NEGATIONS
from index.french.numerals import SMALL_WORDS, WORDS, words_value
from index.french.paraphrases import other_words
from index.text.tokens import Token, tokenize

MOST_WORDS = 24
"""How many words of a claim are searched, the rarest ones."""
_NAMED = 1.5
"""What a word with a capital counts for: a claim is about someone, somewhere."""
_ALIKE = 0.8
"""What a word of the same meaning counts for: « signé » for « paraphé »."""
_LOOSELY = 0.6
"""What a looser word for it counts for: « édile » for « municipalité »."""
_TOLD = 0.15
"""The share of a claim's own words from which a sentence is searched for words of the same meaning."""
_TELLING = 0.34
"""The least share of what is told that who says a claim must tell, and who denies it or gives another value."""
_SURE_FIGURE = 10
"""Spelt figures from this one on are always told by a figure; « les deux hommes » are « le couple »."""
_FAR = 6
"""Words in which « ne » stands before « pas »."""
_SPELT = re.compile(rf"(?<![\w-])(?:{WORDS})(?![\w-])", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d\s.,\u00a0\u202f]*\d|\d")


_INSIDE_NAMES = (" ", "-", "\u00a0", "’", "'")


@dataclass(frozen=True, slots=True)
class AskedClaim:
    """A claim as it is looked for."""

    weights: Mapping[str, float]
    """Family, or `=` and a figure → weight."""
    figures: frozenset[str]
    """The figures that who says it must give."""
    negated: bool
    meanings: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Family → the concepts that it means in the claim."""
    counted: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Family → what the claim counts of it."""
    lacked: frozenset[str] = frozenset()
    """The families of which the claim says that there are none."""
    others: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Family → the families of looser words for it."""
    told: frozenset[str] = frozenset()
    """The families of what is no name and no figure."""
    verbs: frozenset[str] = frozenset()
    """Those of its participles with an auxiliary: « a démissionné », « ont été tuées »."""

    names: tuple[frozenset[str], ...] = ()
    """The families of each name, « Olivier Véran »: an article may give one of them."""

    slots: Slots = field(default_factory=Slots)
    """Its years and hours, and of which place or body something is."""

    predicate: Predicate = field(default_factory=Predicate)
    """What it says to have happened."""
    where: frozenset[str] = frozenset()
    """The families of the place behind it: « arrêté à Nantes »."""
    level: Stance = Stance.DONE
    """How surely it says so."""

    @property
    def counts_predicate(self) -> bool:
        """Whether it counts what it says of something: « a fait sept morts »."""
        return self.predicate.nominal and not self.predicate.families.isdisjoint(self.counted)

    @property
    def only_figures(self) -> bool:
        return all(one.startswith("=") for one in self.weights)

    @property
    def total(self) -> float:
        return sum(self.weights.values())

    def held_by(self, text: str, *, any_way: bool = False) -> dict[str, float]:
        """What of the claim a text holds, each with what it counts for: 1, less for another word for it.

        Other words are looked for where the text has some of the claim already, or `any_way`.
        """
        tokens = list(tokenize(text))
        families = {representative(token.exact) for token in tokens}
        families.update(f"={figure}" for figure in figures_in(text))
        held = dict.fromkeys((one for one in self.weights if one in families), 1.0)
        missing = [one for one in self.meanings if one not in held]
        if missing and (any_way or self.worth(held) >= _TOLD * self.total):
            meant = {hit.concept for hit in thesaurus()(tokens) if not hit.weak}
            held.update((one, _ALIKE) for one in missing if self.meanings[one] & meant)
        for one, others in self.others.items():
            if one not in held and not others.isdisjoint(families):
                held[one] = _LOOSELY
        return held

    def worth(self, held: Mapping[str, float]) -> float:
        return sum(self.weights[one] * counts for one, counts in held.items())

    def share_told(self, held: Mapping[str, float]) -> float:
        """The share of what is no name and no figure that a sentence has; all of it where there is none."""
        told = {one: weight for one, weight in self.weights.items() if one in self.told}
        share = sum(weight * held.get(one, 0.0) for one, weight in told.items())
        return share / sum(told.values()) if told and sum(told.values()) else 1.0

    def tells(self, text: str, held: Mapping[str, float]) -> bool:
        """Whether a sentence tells what the claim does: its verb, and enough of all that is no name; `held` is what it has."""
        if self.share_told(held) < _TELLING:
            return False
        return (
            not self.verbs
            or any(one in held for one in self.verbs)
            or any(True for _ in self.verbs_in(text))
        )

    def verbs_in(self, text: str) -> Iterator[Token]:
        """The words of a sentence that may be forms of the claim's verbs: « ferme » is one of « fermer » too."""
        for token in tokenize(text):
            family = families().of(token.exact)
            if representative(token.exact) in self.verbs or (
                family is not None and not self.verbs.isdisjoint(map(representative, family.others))
            ):
                yield token


def words_of(text: str) -> list[str]:
    """The telling words of a claim in their exact form, each once, in order."""
    found = [
        token.exact
        for token in tokenize(text)
        if len(token.exact) > 2 and token.exact not in FUNCTION_WORDS and not token.exact.isdigit()
    ]
    return list(dict.fromkeys(found))


def read_claim(text: str, *, articles: int, holding: Callable[[str], int]) -> AskedClaim:
    """`holding` gives the number of articles, of `articles` in all, that hold a word."""

    def rarity(*words: str) -> float:
        # An article may hold both « 2 » and « deux »: together they are in no more than all.
        return math.log((articles + 2) / (min(articles, sum(map(holding, words))) + 1))

    tokens = list(tokenize(text))
    named = {token.exact for token in tokens if text[token.start].isupper() and token.start}
    weights: dict[str, float] = {}
    for word in words_of(text):
        if word not in SMALL_WORDS:
            weights[representative(word)] = rarity(word) * (_NAMED if word in named else 1.0)
    spelt = _spelt(text)
    for figure in _figures(text):
        weights[f"={figure}"] = rarity(figure)
    for figure, words in spelt.items():
        weights[f"={figure}"] = rarity(figure, *words)
    rarest = sorted(weights, key=lambda family: -weights[family])[:MOST_WORDS]
    kept = {family: weights[family] for family in rarest}
    sure = (figure for figure in spelt if int(figure) >= _SURE_FIGURE)
    meanings: dict[str, set[int]] = {}
    for hit in thesaurus()(tokens):
        for token in () if hit.weak else tokens[hit.first : hit.last + 1]:
            family = representative(token.exact)
            if family in kept and token.exact not in named:
                meanings.setdefault(family, set()).add(hit.concept)
    none_of = lacked(text) & kept.keys()
    capitals = {representative(word) for word in named}
    others = {family: other_words(family, named=family in capitals) for family in kept}
    names = tuple(_names(text, tokens, kept))
    predicate = predicate_in(text, tokens, kept.keys(), frozenset().union(*names))
    predicate = replace(
        predicate,
        nouns={one: derived(one) for one in predicate.families},
        meanings={one: frozenset(meanings.get(one, ())) for one in predicate.families},
    )
    return AskedClaim(
        kept,
        frozenset((*_figures(text), *sure)),
        negates(text, kept) or bool(none_of),
        {family: frozenset(meant) for family, meant in meanings.items()},
        {family: values for family, values in counted(text).items() if family in kept},
        none_of,
        {family: told for family, told in others.items() if told},
        frozenset(
            kept.keys()
            - capitals
            - _first_name(text, tokens)
            - {one for one in kept if one[0] == "="}
        ),
        frozenset(_done(text, tokens)) & kept.keys(),
        names,
        slots_in(text),
        predicate,
        places_behind(predicate, text) & kept.keys() if predicate.passive else frozenset(),
        _level(predicate, text),
    )


def _level(predicate: Predicate, text: str) -> Stance:
    """How surely a claim says what it does; « Renault ferme l'usine » may be told ahead."""
    how = stance(predicate, text)
    if how is None or how is Stance.DENIED:
        return Stance.DONE
    return max(how, Stance.AHEAD) if predicate.present else how


def _names(
    text: str, tokens: Sequence[Token], kept: Mapping[str, float]
) -> Iterator[frozenset[str]]:
    """The words of each name in a row, as far as they are looked for."""
    first = _first_name(text, tokens)
    row: set[str] = set()
    end = -1
    for at, token in enumerate(tokens):
        family = representative(token.exact)
        named = text[token.start].isupper() and (at > 0 or family in first)
        if row and not (named and text[end : token.start] in _INSIDE_NAMES):
            yield frozenset(row)
            row = set()
        if named:
            end = token.end
            if family in kept:
                row.add(family)
    if row:
        yield frozenset(row)


def _first_name(text: str, tokens: Sequence[Token]) -> set[str]:
    """The family of the first word where it is a name: « Paul Vernin », « Jouanno » that no lexicon knows."""
    if not tokens or tokens[0].exact in (*FUNCTION_WORDS, *SMALL_WORDS):
        return set()
    first, follows = tokens[0], text[tokens[0].end : tokens[0].end + 2]
    if not text[first.start].isupper():
        return set()
    before_name = follows[:1] in ("-", " ") and follows[1:].isupper()
    return (
        {representative(first.exact)}
        if before_name or families().of(first.exact) is None
        else set()
    )


def _done(text: str, tokens: Sequence[Token]) -> Iterator[str]:
    """The families of participles behind an auxiliary, over « pas », « été » and adverbs."""
    for at, token in enumerate(tokens):
        if not _PARTICIPLE.search(token.exact) or token.exact in _AUXILIARIES:
            continue
        before = at - 1
        while before > 0 and (
            tokens[before].exact in _BETWEEN or tokens[before].exact.endswith("ment")
        ):
            before -= 1
        if before >= 0 and tokens[before].exact in _AUXILIARIES and not text[token.start].isupper():
            yield representative(token.exact)


_AUXILIARIES = frozenset(
    ["a", "ont", "est", "sont", "était", "étaient", "avait", "avaient", "sera", "seront", "fut", "furent", "aura", "auront", "serait", "seraient", "aurait", "auraient", "été"]
)  # fmt: skip
_BETWEEN = frozenset("pas plus jamais été se s bien déjà enfin".split())  # noqa: SIM905
_PARTICIPLE = re.compile(r"..(?:ée?s?|ie?s?|ue?s?|te?s?|ises?)$")


def figures_in(text: str) -> frozenset[str]:
    """The figures of a passage, and those that it spells out: « dix-sept départements »."""
    return frozenset((*_figures(text), *_spelt(text)))


def has_figures(text: str) -> bool:
    return bool(_figures(text))


def _spelt(text: str) -> dict[str, tuple[str, ...]]:
    """Figure → the words that spell it; « un » is mostly an article."""
    found: dict[str, tuple[str, ...]] = {}
    for match in _SPELT.finditer(text):
        value = words_value(match.group())
        if value and value > 1:
            found[f"{value:.0f}"] = (match.group().lower(),)
    return found


@cache
def _denying() -> re.Pattern[str]:
    words = denial()
    return re.compile(rf"\b(?:{words.verbs}|{words.untrue})\b", re.IGNORECASE)


def negates(text: str, told: Collection[str]) -> bool:
    """Whether a text denies what is told, by the families of its words.

    « ne … pas » counts where the verb is one of these: a long sentence negates much else. « ne … que »
    says, « sans précédent » says. A title leaves « ne » out: « La loi pas promulguée ».
    """
    if _denying().search(text):
        return True
    tokens = list(tokenize(text))
    for at, token in enumerate(tokens):
        if token.exact == "pas" and _without_ne(tokens, at, told):
            return True
        if token.exact not in ("n", "ne"):
            continue
        for after in range(at + 1, min(at + 6, len(tokens))):
            if tokens[after].exact in NEGATIONS - {"n", "ne", "sans"}:
                verb = [*tokens[at + 1 : after], *_of_clause(text, tokens[after : after + 3])]
                if any(representative(one.exact) in told for one in verb):
                    return True
                break
    return False


_STEPS = frozenset(("un", "le", "ce", "son", "leur", "premier", "grand", "faux"))
"""Words before the noun: « un pas vers la paix » denies nothing."""


def _without_ne(tokens: Sequence[Token], at: int, told: Collection[str]) -> bool:
    if any(before.exact in ("n", "ne") for before in tokens[max(0, at - _FAR) : at]):
        return False
    if at and tokens[at - 1].exact in _STEPS:
        return False
    after = (
        at + 1 + (tokens[at + 1 : at + 2] != [] and tokens[at + 1].exact in ("encore", "toujours"))
    )
    return after < len(tokens) and representative(tokens[after].exact) in told


def _of_clause(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """The words after the first one, up to a sign between them."""
    for before, token in pairwise(tokens):
        if text[before.end : token.start].strip(" '’-\u00a0\u202f"):
            return
        yield token


def _figures(text: str) -> list[str]:
    """Figures without years, in one form: « 1 200 » and « 1.200 » are `1200`."""
    found = [
        re.sub(r"[\s.\u00a0\u202f]", "", match.group().rstrip(".,"))
        for match in _FIGURE.finditer(text)
    ]
    return [figure for figure in found if not re.fullmatch(r"(?:19|20)\d\d", figure)]
