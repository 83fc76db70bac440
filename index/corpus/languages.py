"""Which language an article is in: told by its small words, or by its script.

The share of function words is what telling languages in running text comes down to: from a few dozen
words on it is hardly ever wrong (Ingle 1976; Grefenstette 1995, Comparing two language identification
schemes).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from index.text.folding import fold

FRENCH = "fr"
_CODE = re.compile(r"(?P<code>[a-z]{2})(?:[-_][A-Za-z]{2,4})?")
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\ud7af]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_READ = 800
"""Characters from which the language is told."""
_FEWEST = 12
"""Words of the shortest text of which the language is told."""
_SHARE = 0.07
"""Of the words must be the language's small words, or none is told."""
_LEAD = 1.25
"""How much more words than of the second language must be those of the first, to contradict what is stated."""


class _Tables(NamedTuple):
    words: dict[str, tuple[str, ...]]
    """For each small word the languages that have it."""
    names: dict[str, str]
    scripts: tuple[tuple[re.Pattern[str], str], ...]
    letters: tuple[tuple[frozenset[str], str, str], ...]
    quick: frozenset[str]
    """Words, as they are written, of which no other language has many."""


@cache
def _tables() -> _Tables:
    import yaml

    told = yaml.load(
        (files("index") / "corpus" / "data" / "languages.yaml").read_text("utf-8"),
        Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    )
    words: dict[str, list[str]] = {}
    for code, line in told["words"].items():
        for word in dict.fromkeys(line.split()):
            words.setdefault(word, []).append(code)
    return _Tables(
        {word: tuple(codes) for word, codes in words.items()},
        {name: code for code, line in told["names"].items() for name in line.split()},
        tuple((re.compile(f"[{letters}]"), code) for letters, code in told["scripts"]),
        tuple((frozenset(letters), code, of) for letters, code, of in told["letters"]),
        frozenset(told["quick"].split()),
    )


def language_code(stated: str) -> str | None:
    """The code of a language by what a file says: `fr_FR`, « Français », « FRENCH; FRANÇAIS »."""
    text = stated.strip()
    code = _CODE.fullmatch(text) or (_CODE.fullmatch(text.lower()) if len(text) == 2 else None)
    if code is not None:
        return code["code"]
    names = _tables().names
    for word in _WORD.findall(fold(text)):
        if word in names:
            return names[word]
    return None


_QUICK = 600
_QUICK_SHARE = 0.1


def reads_as_french(text: str) -> bool:
    """A quick look at the first words: most articles are French, and need no other."""
    words = text[:_QUICK].split()
    found = sum(map(_tables().quick.__contains__, words))
    return len(words) >= _FEWEST and found >= _QUICK_SHARE * len(words)


def tell_language(text: str) -> str | None:
    """The language of a text; None when it is too short or none that is known."""
    if reads_as_french(text):
        return FRENCH
    sample = text if len(text) <= _READ else text[:_READ]
    words = _WORD.findall(sample.lower())
    if not sample.isascii() and (script := _script(sample)) is not None:
        return script
    if len(words) < _FEWEST:
        return None
    ranked = _ranked(words)
    if not ranked or ranked[0][1] < _SHARE * len(words):
        return None
    return ranked[0][0]


def _ranked(words: list[str]) -> list[tuple[str, float]]:
    """Languages by how many of the words are theirs; a word of several counts for each."""
    table = _tables().words
    counts: dict[str, float] = {}
    # Few sets of languages have all the small words: a text is counted by these, not word by word.
    for codes, times in Counter(map(table.get, words)).items():
        if codes is not None:
            weight = times if len(codes) == 1 else 0.85 * times
            for code in codes:
                counts[code] = counts.get(code, 0.0) + weight
    return sorted(counts.items(), key=lambda pair: -pair[1])


def _script(sample: str) -> str | None:
    """The language by the script, when most letters are not Latin."""
    if _OTHER_SCRIPT.search(sample) is None:
        return None
    tables = _tables()
    letters = sum(char.isalpha() for char in sample)
    for pattern, code in tables.scripts:
        # Between kanji stand enough kana; elsewhere foreign names take a share.
        share = 8 if code == "ja" else 3
        if len(pattern.findall(sample)) * share > letters > 0:
            for own, other, of in tables.letters:
                if of == code and sum(char in own for char in sample) * 50 > letters:
                    return other
            return code
    return None


_BY_LANGUAGE = re.compile(
    r"(?:fr|en|de|es|it|pt|nl|ar|ca|br|oc|eu|pl|ro|ru|zh)(?:[-_][A-Za-z]{2})?"
)


def is_by_language(value: object) -> bool:
    """Whether an object holds one text in several languages: « {"fr": …, "en": …} »."""
    return (
        isinstance(value, dict)
        and bool(value)
        and all(_BY_LANGUAGE.fullmatch(str(key)) for key in value)
    )


def in_french(names: Iterable[str]) -> str:
    """The name of the French text among those of several languages, else the first."""
    known = list(names)
    return next((name for name in known if name.startswith("fr")), known[0])


def language_of(text: str, stated: str | None) -> str | None:
    """The language of an article: what the text tells, else what its file states.

    A file states one language for all its pages; a text that clearly is in another one is believed.
    """
    told = tell_language(text)
    if told is None or told == stated:
        return stated
    if stated is None:
        return told
    words = _WORD.findall(text[:_READ].lower())
    counts = dict(_ranked(words))
    return told if counts.get(told, len(words)) >= _LEAD * counts.get(stated, 0.0) else stated
