"""The concepts of news: words and expressions that mean one thing, and which of them are opposites.

`data/concepts/*.yaml` lists them by area; `tools/concepts.py` compiles the lists with all forms of the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from index.french.function_words import FUNCTION_WORDS
from index.text.tokens import Token

_BACK = 3
"""The words before a verb among which « se » may stand."""
_REFLEXIVE = frozenset(("se", "s"))


class Meant(NamedTuple):
    """A word or an expression of a text that means a concept."""

    start: int
    end: int
    concept: int
    weak: bool
    """Whether it often means something else."""
    first: int
    last: int
    """The numbers of its first and its last word in the sentence."""
    verb: bool
    """Whether it begins with a form of a verb."""


class _Sense(NamedTuple):
    concept: int
    weak: bool
    verb: bool
    reflexive: bool


class _Pattern(NamedTuple):
    before: tuple[str, ...]
    """The small words right before its first content word."""
    rest: tuple[str, ...]
    """The keys after that word: numbers of words, small words as `=au`."""
    tight: bool
    """Whether its words stand side by side; else small words may stand between them."""
    senses: tuple[_Sense, ...]


class Thesaurus:
    """Finds concepts in the words of a sentence."""

    def __init__(self, text: str) -> None:
        names, opposed, patterns, forms = (part.split("\n") for part in text.split("\n\n"))
        self.names: list[str] = []
        """The name of each concept: its first member."""
        self.doings: set[int] = set()
        """The concepts that say what happens or how something is; the others name things."""
        for number, line in enumerate(names):
            name, _, kind = line.partition("\t")
            self.names.append(name)
            if kind == "doing":
                self.doings.add(number)
        self.opposites: dict[int, set[int]] = {}
        self.excluding: dict[int, set[int]] = {}
        """Those of the opposites that cannot both hold of one thing at one time: open and
        closed, not begin and end.
        """
        self.stages: set[frozenset[int]] = set()
        """Pairs of those: the one may follow the other, as open follows closed."""
        for line in opposed:
            one, other, mark = line.split(" ")
            for a, b in ((int(one), int(other)), (int(other), int(one))):
                self.opposites.setdefault(a, set()).add(b)
                if mark != "~":
                    self.excluding.setdefault(a, set()).add(b)
            if mark == "<":
                self.stages.add(frozenset((int(one), int(other))))
        self._patterns: dict[str, list[_Pattern]] = {}
        for line in patterns:
            keys, _, told = line.partition("\t")
            each = keys.split(" ")
            first = next(at for at, key in enumerate(each) if not key.startswith("="))
            senses = tuple(map(_sense, told.split(" ")))
            self._patterns.setdefault(each[first], []).append(
                _Pattern(tuple(each[:first]), tuple(each[first + 1 :]), "=" in keys, senses)
            )
        self.infinitives: set[str] = set()
        """The infinitives of all members."""
        self._forms: dict[str, str] = {}
        for line in forms:
            form, _, numbers = line.partition("\t")
            if numbers.endswith("i"):
                self.infinitives.add(form)
            self._forms[form] = numbers.rstrip("i")
        self._keys: dict[str, tuple[str, ...]] = {}

    def __call__(self, tokens: Sequence[Token]) -> list[Meant]:
        """The concepts of a sentence in order, without those inside a longer one; the thing in an
        expression of a doing stays.
        """
        keys = [self._keys_of(token.exact) for token in tokens]
        found: list[Meant] = []
        content: list[int] | None = None
        for at, own in enumerate(keys):
            for key in own:
                for pattern in self._patterns.get(key, ()):
                    last: int | None = at
                    if pattern.tight:
                        last = _end_of_tight(pattern, at, tokens, keys)
                    elif pattern.rest:
                        if content is None:
                            content = _content(tokens)
                        last = _end_of_loose(pattern, at, keys, content)
                    if last is not None:
                        found += _meant(pattern, tokens, at, last)
        return self._longest(found) if len(found) > 1 else found

    def _keys_of(self, exact: str) -> tuple[str, ...]:
        """The numbers of the members that a word is a form of."""
        known = self._keys.get(exact)
        if known is None:
            known = () if exact in FUNCTION_WORDS else tuple(self._forms.get(exact, "").split())
            self._keys[exact] = known
        return known

    def _longest(self, found: list[Meant]) -> list[Meant]:
        found = list(dict.fromkeys(found))
        longer = [each for each in found if each.last > each.first]
        if not longer:
            return found
        return [
            each for each in found
            if not any(
                other.first <= each.first and each.last <= other.last
                and other.last - other.first > each.last - each.first
                and (other.concept not in self.doings or each.concept in self.doings)
                for other in longer
            )
        ]  # fmt: skip


def _sense(told: str) -> _Sense:
    return _Sense(int(told.rstrip("?vr")), "?" in told, "v" in told, told.endswith("r"))


def _content(tokens: Sequence[Token]) -> list[int]:
    return [at for at, token in enumerate(tokens) if token.exact not in FUNCTION_WORDS]


def _end_of_loose(
    pattern: _Pattern, at: int, keys: Sequence[tuple[str, ...]], content: Sequence[int]
) -> int | None:
    """The number of the last word of a pattern that begins at a word; None if it does not."""
    first = bisect_right(content, at)
    following = content[first : first + len(pattern.rest)]
    if len(following) < len(pattern.rest):
        return None
    fits = all(key in keys[n] for n, key in zip(following, pattern.rest, strict=True))
    return following[-1] if fits else None


def _end_of_tight(
    pattern: _Pattern, at: int, tokens: Sequence[Token], keys: Sequence[tuple[str, ...]]
) -> int | None:
    first, last = at - len(pattern.before), at + len(pattern.rest)
    if first < 0 or last >= len(tokens):
        return None
    for n, key in (*enumerate(pattern.before, first), *enumerate(pattern.rest, at + 1)):
        if key != f"={tokens[n].exact}" and key not in keys[n]:
            return None
    return last


def _meant(pattern: _Pattern, tokens: Sequence[Token], at: int, last: int) -> Iterator[Meant]:
    for sense in pattern.senses:
        if sense.reflexive and not any(
            token.exact in _REFLEXIVE for token in tokens[max(0, at - _BACK) : at]
        ):
            continue
        first = at - len(pattern.before)
        yield Meant(
            tokens[first].start,
            tokens[last].end,
            sense.concept,
            sense.weak,
            first,
            last,
            sense.verb,
        )


@cache
def thesaurus() -> Thesaurus:
    """The thesaurus that comes with the program."""
    return Thesaurus((files("index.facts") / "data" / "concepts.txt").read_text(encoding="utf-8"))
