"""The forms of French verbs in newspapers: third persons, participles, infinitive."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_E_BEFORE_MUTE = re.compile(r"e(?=[bcdfgklmnprstvz]$)|é(?=[bcdfgjklmnprstvz]{1,2}$)")
_DOUBLING = ("appel", "jet")
_BEFORE_A = {"c": "ç", "g": "ge"}


class Forms(NamedTuple):
    """The forms of one verb."""

    finite: frozenset[str]
    """Third persons, singular and plural, of the indicative."""
    acting: str
    """The present participle: « affirmant »."""
    past: frozenset[str]
    """The past participle in both genders and numbers."""
    infinitive: str


def conjugate(infinitive: str, irregular: Mapping[str, str]) -> Forms:
    """The forms of a verb.

    `irregular` gives seven forms and stems by the end of an infinitive: the third persons of the
    present, the stem of the imperfect, the third persons of the simple past, the stem of the future
    and the past participle. Raises ValueError if the infinitive has no ending of a French verb or
    an irregular one lacks a form.
    """
    ending = next(
        (infinitive[at:] for at in range(len(infinitive)) if infinitive[at:] in irregular), None
    )
    if ending is not None:
        return _irregular(infinitive, infinitive.removesuffix(ending), irregular[ending].split())
    stem = infinitive[:-2]
    if infinitive.endswith("er"):
        return _first_group(infinitive, stem)
    if infinitive.endswith("ir"):
        given = [f"{stem}it", f"{stem}issent", f"{stem}iss", f"{stem}it", f"{stem}irent"]
        return _irregular(infinitive, "", [*given, f"{stem}ir", f"{stem}i"])
    if infinitive.endswith("re"):
        given = [stem, f"{stem}ent", stem, f"{stem}it", f"{stem}irent", f"{stem}r", f"{stem}u"]
        return _irregular(infinitive, "", given)
    raise ValueError(infinitive)


def _irregular(infinitive: str, lead: str, given: list[str]) -> Forms:
    if len(given) != 7:
        raise ValueError(infinitive)
    one, several, imperfect, past_one, past_several, future, past = (lead + form for form in given)
    acting = "sachant" if imperfect == "sav" else f"{imperfect}ant"
    return Forms(
        finite=frozenset(
            (
                one,
                several,
                f"{imperfect}ait",
                f"{imperfect}aient",
                past_one,
                past_several,
                f"{future}a",
                f"{future}ont",
            )
        ),
        acting=acting,
        past=_agreeing(past),
        infinitive=infinitive,
    )


def _in_i(stem: str) -> tuple[str, ...]:
    """« balaie » beside « balaye »; « étaient » is of « être » first."""
    return (f"{stem[:-1]}ie", f"{stem[:-1]}ient") if stem.endswith("ay") and stem != "étay" else ()


def _first_group(infinitive: str, stem: str) -> Forms:
    before_a = stem[:-1] + _BEFORE_A.get(stem[-1], stem[-1])
    mute = _before_mute_e(stem)
    futures = {f"{mute}er", f"{stem}er"} if "é" in stem else {f"{mute}er"}
    return Forms(
        finite=frozenset(
            [
                f"{mute}e",
                f"{mute}ent",
                f"{before_a}ait",
                f"{before_a}aient",
                f"{before_a}a",
                f"{stem}èrent",
                *(future + ending for future in futures for ending in ("a", "ont")),
                *_in_i(stem),
            ]
        ),
        acting=f"{before_a}ant",
        past=_agreeing(f"{stem}é"),
        infinitive=infinitive,
    )


def _before_mute_e(stem: str) -> str:
    """« rappel » → « rappell », « martel » → « martèl », « répét » → « répèt », « appuy » → « appui »."""
    if stem.endswith(_DOUBLING):
        return stem + stem[-1]
    if stem.endswith(("oy", "uy")):
        return f"{stem[:-1]}i"
    return _E_BEFORE_MUTE.sub("è", stem)


def _agreeing(past: str) -> frozenset[str]:
    if past.endswith("s"):
        return frozenset((past, f"{past}e", f"{past}es"))
    return frozenset((past, f"{past}e", f"{past}s", f"{past}es"))
