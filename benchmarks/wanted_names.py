"""How many of the names that a corpus tells of its lists hold: `python -m benchmarks.wanted_names PRESS [PART [show]]`.

PRESS is press-fr; PART is `read`, `fresh` or `unread`, the parts of `wanted_names.tsv`, whose names
were counted by raw patterns before recognition was run on them. `show` prints those that are missing.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.entity_lists import articles_of, settled_corpus
from index.entities.recognition import Recogniser
from index.text.tokens import words

_PARTS = {"read": slice(0, 8000), "fresh": slice(8000, 14800), "unread": slice(14800, 21588)}
_NEITHER = frozenset("de du des d la le les l a au aux un une".split())  # noqa: SIM905


class Wanted(NamedTuple):
    """A name that a list must hold."""

    part: str
    kinds: frozenset[str]
    """The first one is the kind of the list; the others are right for it too."""
    kind: str
    name: str
    keys: frozenset[str]


def key(name: str) -> str:
    """What counts of a name: its words without accents, plurals and small words."""
    plain = unicodedata.normalize("NFD", name.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    kept = (word for word in words(letters.replace("œ", "oe")) if word not in _NEITHER)
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in kept)


def wanted_names() -> Iterator[Wanted]:
    """The names of the table."""
    path = Path(__file__).with_name("wanted_names.tsv")
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        part, kinds, name, others = line.split("\t")
        names = [name, *others.split(" = ")] if others else [name]
        kind = kinds.split()[0]
        yield Wanted(
            part, frozenset(kinds.split()), kind, name, frozenset(key(one) for one in names)
        )


def measure(path: Path, part: str, *, show: bool) -> None:
    """Prints for each kind how many of the names the lists of a part hold."""
    corpus = settled_corpus(articles_of(path, None)[_PARTS[part]], Recogniser.load())
    kinds: dict[str, set[str]] = defaultdict(set)
    for entity in corpus.joined.entities:
        for name in (entity.name, *(form.surface for form in entity.forms)):
            kinds[key(name)].add(entity.kind.value)
    held: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for wanted in wanted_names():
        if wanted.part != part:
            continue
        found = set().union(*(kinds.get(one, ()) for one in wanted.keys))
        total[wanted.kind] += 1
        held[wanted.kind] += not found.isdisjoint(wanted.kinds)
        if show and found.isdisjoint(wanted.kinds):
            print(f"  {wanted.kind} {wanted.name}: {', '.join(sorted(found)) or 'missing'}")
    for kind, number in total.items():
        print(f"{part} {kind}: {held[kind]} of {number}, {held[kind] / number:.3f}")


def main(what: list[str]) -> None:
    parts = [part for part in _PARTS if part in what[1:]] or list(_PARTS)
    for part in parts:
        measure(Path(what[0]), part, show="show" in what)


if __name__ == "__main__":
    main(sys.argv[1:])
