"""Compiles the thesaurus of news that `index/facts/thesaurus.py` opens: `python tools/concepts.py`.

Reads index/facts/data/concepts/*.yaml and writes index/facts/data/concepts.txt: the forms of all members by
the families of French words, their patterns, and which concepts are opposites. Run it after a change of the
lists or of the families; a test compares.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from index.french.families import families
from index.french.function_words import FUNCTION_WORDS
from index.text.tokens import tokenize

DATA = Path(__file__).resolve().parent.parent / "index" / "facts" / "data"
_REFLEXIVE = re.compile(r"^(?:se |s['’])")
_MARKS = "~<≠"
"""Between concepts that are turned against each other (begin and end), that are stages of one course
(closed and open), and that exclude each other (gratis and against payment).
"""
_A_VERB = 12
"""The least forms of a verb."""
_BOOKISH = re.compile(r".*(?:[âîûû]mes|[âîû]tes|[aiu]ss(?:e|es|ions|iez)|ions|iez|[aiî]ons-)$")
"""Forms of verbs that newspapers do not use."""


class UnfoundedError(ValueError):
    """The lists name a concept that they do not have."""


@dataclass
class Compiled:
    """The thesaurus as numbers."""

    names: list[str] = field(default_factory=list)
    doings: set[int] = field(default_factory=set)
    opposites: list[tuple[str, str, str]] = field(default_factory=list)
    words: dict[str, int] = field(default_factory=dict)
    patterns: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def word(self, word: str) -> str:
        return str(self.words.setdefault(word, len(self.words)))

    def add(self, line: str, *, doing: bool) -> None:
        told, *against = re.split("([≠<~])", line)
        members = [member.strip() for member in told.split(",")]
        name = members[0].rstrip("?")
        if name in self.names:
            number = self.names.index(name)
        else:
            number = len(self.names)
            self.names.append(name)
        if doing:
            self.doings.add(number)
        for mark, others in zip(against[::2], against[1::2], strict=True):
            self.opposites += [(name, each.strip(), mark) for each in others.split(",")]
        for member in members:
            weak = "?" if member.endswith("?") else ""
            member = member.rstrip("?")
            back = "r" if doing and _REFLEXIVE.match(member) else ""
            plain = _REFLEXIVE.sub("", member) if back else member
            entry = f"{number}{weak}{'v' if _begins_with_verb(plain) else ''}{back}"
            key = self._pattern(plain)
            if key and entry not in self.patterns[key]:
                self.patterns[key].append(entry)

    def _pattern(self, member: str) -> str:
        """The words of a member as numbers; small words count if there is only one other."""
        tokens = [token.exact for token in tokenize(member)]
        content = [each for each in tokens if each not in FUNCTION_WORDS]
        if not content:
            return ""
        if len(content) > 1:
            return " ".join(map(self.word, content))
        return " ".join(
            f"={each}" if each in FUNCTION_WORDS else self.word(each) for each in tokens
        )

    def lines(self) -> Iterator[str]:
        """The file: names, opposites, patterns, then forms in the order of their bytes."""
        for number, name in enumerate(self.names):
            yield f"{name}\t{'doing' if number in self.doings else 'thing'}"
        yield ""
        pairs: dict[tuple[int, ...], str] = {}
        for one, other, mark in self.opposites:
            if other not in self.names:
                raise UnfoundedError(f"{one} ≠ {other}: no such concept")
            pair = tuple(sorted((self.names.index(one), self.names.index(other))))
            pairs[pair] = max(mark, pairs.get(pair, mark), key=_MARKS.index)
        yield from (f"{a} {b} {mark}" for (a, b), mark in sorted(pairs.items()))
        yield ""
        yield from (f"{key}\t{' '.join(found)}" for key, found in sorted(self.patterns.items()))
        yield ""
        forms: dict[str, set[int]] = defaultdict(set)
        infinitives: set[str] = set()
        for word, number in self.words.items():
            for form in _forms(word):
                forms[form].add(number)
            if _is_verb(word):
                infinitives.update(_infinitives(word))
        for form in sorted(forms, key=str.encode):
            mark = "i" if form in infinitives else ""
            yield f"{form}\t{' '.join(map(str, sorted(forms[form])))}{mark}"


def _forms(word: str) -> set[str]:
    family = families().of(word)
    if family is None:
        return {word, f"{word}s"} if not word.endswith(("s", "x", "z")) else {word}
    kin = family.kin
    if len(kin) > _A_VERB:
        kin = frozenset(form for form in kin if not _BOOKISH.match(form))
    return {word, *kin}


def _is_verb(word: str) -> bool:
    family = families().of(word)
    return family is not None and len(family.kin) > _A_VERB


def _begins_with_verb(member: str) -> bool:
    content = [t.exact for t in tokenize(member) if t.exact not in FUNCTION_WORDS]
    return bool(content) and _is_verb(content[0])


def _infinitives(verb: str) -> list[str]:
    """Forms in -re are infinitives only of verbs without others: « livre » is a form of « livrer »."""
    forms = _forms(verb)
    return [f for f in forms if f.endswith(("er", "ir"))] or [f for f in forms if f.endswith("re")]


def compiled() -> str:
    found = Compiled()
    listed = [
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted((DATA / "concepts").glob("*.yaml"))
    ]
    for lists in listed:
        for kind in ("things", "doings"):
            for line in lists.get(kind, ()):
                found.add(line, doing=kind == "doings")
    return "\n".join(found.lines()) + "\n"


if __name__ == "__main__":
    text = compiled()
    (DATA / "concepts.txt").write_text(text, encoding="utf-8")
    print(len(text.split("\n\n", 1)[0].split("\n")), "concepts,", len(text), "characters")
