"""The verbs of saying in the data file, with all their forms and properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from index.errors import SettingsError
from index.french.conjugation import Forms, conjugate
from index.model.article import HowSaid

_MANNERS = {
    "said": HowSaid.SAID,
    "asked": HowSaid.ASKED,
    "promised": HowSaid.PROMISED,
    "threatened": HowSaid.THREATENED,
    "denied": HowSaid.DENIED,
}
_MARKS = ("beside", "calling", "doing", "going_on", "thought", "uttering")
_KEYS = {*_MANNERS, *_MARKS, "also_nouns", "introducing", "likening", "willing", "wording"}
_TABLES = ("finite", "past", "acting", "infinitive")
_FILE = "saying_verbs.yaml"


@dataclass(frozen=True, slots=True)
class SayingVerb:
    """One line of the data file."""

    infinitive: str
    """The infinitive with its pronoun or the words of its phrase: « s'étonner », « mettre en
    garde ».
    """
    manner: HowSaid
    reflexive: bool = False
    after: str = ""
    """The words of a phrase after the verb: « en garde »."""
    before: str = ""
    """A word of a phrase before the verb: « en » in « s'en prendre », « y » in « y voir »."""
    beside: bool = False
    """Whether it introduces a quotation only right beside it."""
    calling: bool = False
    """Whether it calls its object something: « traite Y de “menteur” », « compare Y à “un volcan” »."""
    doing: bool = False
    """Whether its object may be a thing that is named: « lance un site “unique” »."""
    going_on: bool = False
    """Whether it continues words of the same speaker."""
    thought: bool = False
    """Whether its participle tells what somebody thinks while he acts: « en pensant gagner »."""
    uttering: bool = False
    """Whether its negation says that the words were not spoken: « n'a pas dit »."""

    @property
    def gives_words(self) -> bool:
        """Whether it gives the words themselves: « a qualifié le port de “ruine”, selon La Gazette »."""
        return (self.calling or self.uttering) and not self.doing


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each form in small letters, the verbs that it may belong to."""

    finite: dict[str, tuple[SayingVerb, ...]]
    past: dict[str, tuple[SayingVerb, ...]]
    acting: dict[str, tuple[SayingVerb, ...]]
    infinitive: dict[str, tuple[SayingVerb, ...]]
    also_nouns: frozenset[str]
    introducing: frozenset[str]
    """Third persons of the verbs that an infinitive of saying may follow: « tient à préciser »."""
    introducing_past: frozenset[str]
    willing: frozenset[tuple[str, str]]
    """Third persons of the verbs of wanting, with the preposition before what is wanted, if any."""
    willing_past: frozenset[tuple[str, str]]
    likening: frozenset[str]
    """Third persons of the verbs that give a quotation behind « comme »: « voit la loi comme “une chance” »."""
    likening_past: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The verbs that come with the program. Raises SettingsError, with the line, if the data file
    is not valid.
    """
    # Imported here: most commands never need the speakers.
    import yaml

    folder = resources.files("index.french") / "data"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read = {
        name: yaml.load((folder / name).read_text(encoding="utf-8"), Loader=loader)
        for name in (_FILE, "conjugation.yaml")
    }
    return parse_lexicon(read[_FILE], irregular=read["conjugation.yaml"])


def parse_lexicon(document: Any, *, irregular: dict[str, str]) -> Lexicon:
    """The content of a data file.

    Raises SettingsError for an unknown key, for a verb that stands twice or cannot be conjugated,
    and for a property of a verb that is not listed.
    """
    if not isinstance(document, dict) or set(document) - _KEYS:
        raise _wrong(f"unknown key {sorted(set(document) - _KEYS)}")
    lines = [(manner, line) for key, manner in _MANNERS.items() for line in document.get(key) or ()]
    names = [line for _, line in lines]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise _wrong(f"{', '.join(twice)} twice")
    marks = {key: frozenset(document.get(key) or ()) for key in _MARKS}
    phrases = list(_wording(document.get("wording") or {}))
    for key, marked in marks.items():
        if marked - set(names):
            raise _wrong(f"{key}: {', '.join(sorted(marked - set(names)))} is no verb of the file")
    marks["uttering"] |= {line for _, line in phrases}
    tables = _tables((*lines, *phrases), marks, irregular)
    finite, past = _introducing(document.get("introducing") or (), irregular)
    likening = [conjugate(verb, irregular) for verb in document.get("likening") or ()]
    willing = list(_willing(document.get("willing") or (), irregular))
    return Lexicon(
        **tables,
        also_nouns=frozenset(str(document.get("also_nouns", "")).split()),
        introducing=finite,
        introducing_past=past,
        willing=frozenset((form, to) for forms, to in willing for form in forms.finite),
        willing_past=frozenset((form, to) for forms, to in willing for form in forms.past),
        likening=frozenset(form for forms in likening for form in forms.finite),
        likening_past=frozenset(form for forms in likening for form in forms.past),
    )


def _tables(
    lines: Iterable[tuple[HowSaid, str]],
    marks: dict[str, frozenset[str]],
    irregular: dict[str, str],
) -> dict[str, dict[str, tuple[SayingVerb, ...]]]:
    """By kind of form and by form, the verbs of the lines."""
    tables: dict[str, dict[str, tuple[SayingVerb, ...]]] = {key: {} for key in _TABLES}
    for manner, line in lines:
        verb, bare = _verb(line, manner, marks)
        try:
            forms = conjugate(bare, irregular)
        except ValueError as error:
            raise _wrong(f"{line} cannot be conjugated") from error
        for key in _TABLES:
            of: str | frozenset[str] = getattr(forms, key)
            for form in (of,) if isinstance(of, str) else (*of, *map(_respelt, of)):
                if verb in tables[key].get(form, ()):
                    continue
                tables[key][form] = (*tables[key].get(form, ()), verb)
    return tables


def _wording(document: Mapping[str, Iterable[str]]) -> Iterator[tuple[HowSaid, str]]:
    """The phrases of what is done with words: « refuser le terme »."""
    for key, verbs in document.items():
        if key != "nouns":
            yield from (
                (_MANNERS[key], f"{verb} {noun}") for verb in verbs for noun in document["nouns"]
            )


def _willing(lines: Iterable[str], irregular: Mapping[str, str]) -> Iterator[tuple[Forms, str]]:
    """The forms of the verbs of wanting, each with its preposition: « tenir à »."""
    for line in lines:
        verb, _, to = line.removeprefix("se ").removeprefix("s'").partition(" ")
        yield conjugate(verb, irregular), to


def _introducing(
    lines: Iterable[str], irregular: Mapping[str, str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Third persons and participles of the verbs that an infinitive of saying may follow."""
    known = [
        conjugate(line.removeprefix("se ").removeprefix("s'").split()[0], irregular)
        for line in lines
    ]
    finite = [form for forms in known for form in (*forms.finite, *map(_respelt, forms.finite))]
    return frozenset(finite), frozenset(form for forms in known for form in forms.past)


def _verb(line: str, manner: HowSaid, marks: dict[str, frozenset[str]]) -> tuple[SayingVerb, str]:
    words = line.replace("s'", "s' ").split()
    reflexive = words[0] in ("se", "s'")
    if reflexive:
        words = words[1:]
    before = words.pop(0) if words[0] in ("en", "y") else ""
    verb = SayingVerb(
        infinitive=line,
        manner=manner,
        reflexive=reflexive,
        after=" ".join(words[1:]).replace("s' ", "s'"),
        before=before,
        **{key: line in marked for key, marked in marks.items()},
    )
    return verb, words[0]


def _respelt(form: str) -> str:
    """The form without the circumflex that the spelling of 1990 omits: « reconnait »."""
    return form.replace("aît", "ait")


def _wrong(what: str) -> SettingsError:
    return SettingsError(
        "The verbs of saying are not as they should be: {what}.",
        advice="Mend that line of saying_verbs.yaml.",
        what=what,
    )
