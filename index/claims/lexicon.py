"""The words by which claims are read: classes of nouns and predicates, found by their stems."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache, partial
from importlib.resources import files
from itertools import chain, product
from typing import Any, NamedTuple

import yaml

from index.french.families import of_one_word
from index.french.stems import FrenchStemmer
from index.text.tokens import tokenize

SMALL = frozenset(
    "a à au aux avait avaient ont ai as d de des du l la le les en est était étaient été être sont"
    " fut furent sera seront serait seraient aurait auraient un une s se y c ce n ne et"
    " ou par pour j m t qu que son sa ses leur leurs cette cet ces très ainsi aussi encore"
    " également notamment déjà lui il elle ils elles on nous vous".split()
)
"""Words that are skipped in an expression: « garde à vue » is `garde vue`."""
_PARTICIPLES = ("us", "ue", "ues")
"""Endings of participles in « u » for which the stemmer gives other stems."""
_INFINITIVE = ("er", "ir", "re")
"""Endings of infinitives: « demande à rouvrir la ligne » tells of no line that it is open."""
_AHEAD = ("ra", "ront")
"""Endings of the future: « portera plainte » is not « a porté plainte »."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader in C reads the lists ten times as fast."""
_MOST_WORDS = 1 << 16
_STRICT = ("status", "stance", "law", "who", "event", "cause", "thing", "told")
"""Rooms in which a word counts only in forms of its own: another word of its stem says something else."""
_ROOMS = {
    "people": "who", "states": "state", "events": "event", "causes": "cause", "stances": "stance",
    "money": "money",
}  # fmt: skip
"""File of data → the room of its words: what they tell."""
_ROOMS_OF_FAMILIES = {"statuses": "status", "law": "law"}
"""The same for files with families, each with its values in their order."""


class Word(NamedTuple):
    """The meaning of an expression."""

    room: str
    """`who`, `state`, `event`, `status`, `cause`, `law`, `stance` or `money`; `told`, a status where it is
    told of a `thing`.
    """
    family: str
    value: str
    rank: int = 0
    """The place of a status among those of its family, from first to last."""
    of: tuple[str, ...] = ()
    """The classes of things of which it has to be told."""


class Pattern(NamedTuple):
    """An expression: the keys after its first one, and its meaning."""

    rest: tuple[str, ...]
    words: tuple[Word, ...]
    before: tuple[str, ...] = ()
    """Small words that must stand right before it, for an expression with one other word."""
    after: tuple[str, ...] = ()


class Known(NamedTuple):
    """The lexicon's entry for one written word."""

    key: str
    """Its folded stem; empty for a small word."""
    exact: str
    patterns: tuple[Pattern, ...]
    """The patterns that begin with it, longest first."""


class Lexicon(dict[str, Known]):
    """Entries by written word; a lexicon belongs to one thread."""

    def __init__(self) -> None:
        super().__init__()
        self._stemmer = FrenchStemmer()
        events = _data("near")
        self.near = _neighbours(events["events"])
        """For each event, those that may be the same moment."""
        self.generic = frozenset(events["generic"])
        """Events too general to say which event a time or a day belongs to."""
        patterns: dict[tuple[tuple[str, ...], ...], dict[Word, set[str]]] = {}
        for expression, word in self._listed():
            read = self._read(expression)
            if read[1]:
                patterns.setdefault(read, {}).setdefault(word, set()).add(_first_word(expression))
        self._first: dict[str, list[tuple[Pattern, dict[Word, set[str]]]]] = {}
        for (before, keys, after), words in patterns.items():
            self._first.setdefault(keys[0], []).append(
                (Pattern(keys[1:], tuple(words), before, after), words)
            )

    def __missing__(self, surface: str) -> Known:
        if len(self) >= _MOST_WORDS:
            self.clear()
        exact = surface.lower()
        if exact in SMALL:
            known = Known("", exact, ())
        else:
            key = self._stem(exact)
            found = list(self._meant(exact, key))
            found.sort(key=lambda pattern: -len(pattern.rest) - len(pattern.before) / 8)
            known = Known(key, exact, tuple(found))
        self[surface] = known
        return known

    def _meant(self, exact: str, key: str) -> Iterator[Pattern]:
        """The patterns that may begin with a word; those of strict rooms only with a form of their own word.

        « Restaurant » has the stem of « restauré », and « vote » that of « voté ».
        """
        for pattern, _ in self._first.get(f"={exact}", ()):
            yield pattern
        for pattern, words in self._first.get(key, ()):
            # « portera plainte » is what is listed so, not « porté plainte » of the same family.
            listed = {word[:2] for word, forms in words.items() if exact in forms}
            kept = tuple(
                word for word, forms in words.items()
                if exact in forms or (_is_form(word, exact, forms) and not (word.family and word[:2] in listed))
            )  # fmt: skip
            if kept:
                yield pattern if len(kept) == len(words) else pattern._replace(words=kept)

    def stems(self, words: Iterable[str]) -> frozenset[str]:
        """The keys of words and of their plurals, as their entries have them."""
        return frozenset(
            self._stem(form)
            for word in words
            for form in (word, f"{word}nt", f"{word.removesuffix('e')}ait", f"{word}s")
        )

    def _stem(self, exact: str) -> str:
        """The stem of a word; « secourus » and « secourue » have that of « secouru »."""
        if len(exact) > 4 and exact.endswith(_PARTICIPLES):
            exact = exact[: exact.rindex("u") + 1]
        return self._stemmer.stem(exact)

    def _read(self, expression: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The keys of an expression; if there is only one, also the small words around it."""
        keys: list[str] = []
        before: list[str] = []
        after: list[str] = []
        for word in _words(expression):
            if word in SMALL:
                (after if keys else before).append(word)
            else:
                keys.append(word if word.startswith("=") else self._stem(word))
        if len(keys) > 1:
            return (), tuple(keys), ()
        return tuple(before), tuple(keys), tuple(after)

    def _listed(self) -> Iterator[tuple[str, Word]]:
        for name, room in _ROOMS.items():
            for value, words in _data(name).items():
                yield from (
                    (each, Word(room, "", value)) for word in words for each in _alternatives(word)
                )
        for kind, things in _data("things").items():
            for named in things:
                words = [named] if isinstance(named, str) else named
                thing = "" if kind.startswith("any-") else words[0]
                own = Word("thing", kind.removeprefix("any-"), thing)
                for each in chain.from_iterable(map(_alternatives, words)):
                    yield each, own
                    if " " not in each and not each.startswith("="):
                        yield f"={each}s", own  # « foyers » has another stem than « foyer »
        for name, room in _ROOMS_OF_FAMILIES.items():
            for family, values in _data(name).items():
                for rank, (value, words) in enumerate(values.items()):
                    for entry in words:
                        yield from _entered(entry, Word(room, family, value, rank))


def _entered(entry: str | dict[str, list[str]], word: Word) -> Iterator[tuple[str, Word]]:
    """The expressions of an entry: one, or those told of things of some classes: `{road bridge: [coupé]}`."""
    if isinstance(entry, str):
        yield from ((each, word) for each in _alternatives(entry))
        return
    for of, told in entry.items():
        own = word._replace(room="told", of=tuple(kind.removeprefix("any-") for kind in of.split()))
        yield from ((each, own) for expression in told for each in _alternatives(expression))


def _alternatives(expression: str) -> Iterator[str]:
    """« a/ont repris » as « a repris » and « ont repris »."""
    for words in product(*map(_variants, expression.split(" "))):
        yield " ".join(words)


def _variants(word: str) -> list[str]:
    """« =rouvre/rouvrent » as « =rouvre » and « =rouvrent »."""
    sign = "=" if word.startswith("=") else ""
    return [f"{sign}{each.removeprefix('=')}" for each in word.split("/")]


def _first_word(expression: str) -> str:
    """The first telling word of an expression, in small letters."""
    words = (word.removeprefix("=") for word in _words(expression))
    return next((each for each in words if each not in SMALL), "")


def _is_form(word: Word, exact: str, forms: Set[str]) -> bool:
    """Whether a word that shares the stem of an expression's first word is of that word; outside the strict rooms any is.

    An outcome is told by no infinitive, and what is listed in the future alone by no other form.
    """
    if word.room not in _STRICT:
        return True
    if word.room in ("told", "status"):
        if exact.endswith(_INFINITIVE):
            return False
        forms = {form for form in forms if not form.endswith(_AHEAD)}
    return any(map(partial(of_one_word, exact), forms))


def _words(expression: str) -> Iterator[str]:
    """The words of an expression, those that are meant in this form only with their sign."""
    for part in expression.split(" "):
        yield from _of_part(part)


@lru_cache(maxsize=1 << 14)
def _of_part(part: str) -> tuple[str, ...]:
    first, *others = (token.exact for token in tokenize(part))
    return (f"={first}" if part.startswith("=") else first, *others)


def _neighbours(pairs: Sequence[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """For each name, the names that stand beside it in a pair."""
    near: dict[str, set[str]] = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in near.items()}


@cache
def lexicon() -> Lexicon:
    """The lexicon of this process; it keeps the words that it has seen."""
    return Lexicon()


def _data(name: str) -> dict[str, Any]:
    text = (files("index.claims") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return loaded
