"""What somebody is by calling: « le guide Jérôme Perrin », « il est accompagnateur », « Qui l'a fourni ? Un pharmacien ».

Only callings of which a person has one are read, each family by itself; a claim is about one surname, or about
somebody unnamed whom a question or « c'est un … » asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from index.claims.before import Before
from index.claims.sentence import Sentence
from index.model.text import Span
from index.text.folding import fold

_S = r"[^\S\t-\r]"
_CAPITAL = r"[A-ZÀ-ÞŒ][\w'’-]+"
_TITLE = r"(?:M\.|Mme|Mlle|Me|MM\.|Dr)[ \u00a0]"
NAME = (
    rf"(?:{_TITLE}(?:{_CAPITAL}{_S})?{_CAPITAL}|{_CAPITAL}{_S}(?:(?:de|du|le|la){_S})?{_CAPITAL})"
)
UNNAMED = "?"


class Calling(NamedTuple):
    """A calling, with whose it is."""

    of: str
    span: Span
    value: str
    denied: bool = False


@cache
def _known() -> Mapping[str, tuple[str, str]]:
    """By word: its family and its value."""
    text = (files("index.claims") / "data" / "professions.yaml").read_text(encoding="utf-8")
    return {
        word: (family, value)
        for family, values in yaml.safe_load(text).items()
        for value, words in values.items()
        for word in words
    }


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.split("-")[0] for word in _known())


@cache
def _pattern() -> re.Pattern[str]:
    callings = "|".join(sorted(map(re.escape, _known()), key=len, reverse=True))
    # « avocat général » is no advocate.
    one = rf"(?P<{{}}>{callings})(?![\w-]|{_S}général)"
    a = rf"(?:[Uu]ne?{_S}|[Ll]e{_S}|[Ll]a{_S}|[Ll]['’]|du{_S}|au{_S}|jeune{_S})"
    return re.compile(
        rf"""(?:
          (?P<before>{NAME}),{_S}(?:\d+{_S}ans,{_S})?(?:{a})?{one.format("c1")}
        | {a}(?:jeune{_S})?{one.format("c2")}(?:{_S}(?!et{_S}|de{_S}M|que{_S}|qui{_S}|a{_S}|est{_S})[^\W\d_A-ZÀ-Þ][\w'’-]*){{0,4}},?{_S}(?P<after>{NAME})
        | (?P<is>{NAME}){_S}(?P<no1>n['’])?(?:est|était){_S}(?:pas{_S})?(?:une?{_S})?{one.format("c3")}
        | \b(?P<pronoun>[IiEe]l(?:le)?){_S}(?P<no2>n['’])?(?:est|était){_S}(?:pas{_S})?(?:une?{_S})?{one.format("c4")}
        | \b(?:diplôme|brevet|carte|métier|profession){_S}d(?:e{_S}|['’]){one.format("c5")}
        | \b[Cc](?P<no3>e{_S}n)?['’](?:est|était){_S}(?:pas{_S})?une?{_S}(?:simple{_S}|ancien(?:ne)?{_S})?{one.format("c6")}
        )""",
        re.VERBOSE,
    )


@cache
def _answer() -> re.Pattern[str]:
    callings = "|".join(sorted(map(re.escape, _known()), key=len, reverse=True))
    return re.compile(rf"[«\"\s]*(?:Une?{_S}|L['’]|Le{_S}|La{_S})(?P<c>{callings})(?![\w-])")


def callings(sentence: Sentence, before: Before) -> Iterator[Calling]:
    """The callings of a sentence, each of one surname or of somebody unnamed."""
    if _first_words().isdisjoint(sentence.words):
        return
    text, (start, end) = sentence.text, sentence.span
    if before.who_asked and (own := _answer().match(text, start, end)):
        yield _calling(UNNAMED, own, "c")
        return
    for match in _pattern().finditer(text, start, end):
        groups = match.groupdict()
        at = next(name for name in ("c1", "c2", "c3", "c4", "c5", "c6") if groups[name])
        name = groups["before"] or groups["after"] or groups["is"]
        if name is None and at in ("c4", "c5"):
            name = before.name
        elif name is None:
            name = UNNAMED
        if name:
            denied = bool(groups["no1"] or groups["no2"] or groups["no3"])
            yield _calling(name, match, at)._replace(denied=denied)


def _calling(name: str, match: re.Match[str], group: str) -> Calling:
    family, value = _known()[match[group]]
    surname = fold(re.split(r"[ \u00a0]", name)[-1])
    return Calling(f"calling-{family}-{surname}", Span(*match.span()), value)
