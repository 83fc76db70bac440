"""The words of denial in the data file, with all forms of the verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import NamedTuple

from index.french.conjugation import conjugate


class Denial(NamedTuple):
    """Alternatives for a pattern; an apostrophe matches both signs, a space also no-break spaces."""

    governing: str
    """Forms of verbs, and phrases, that deny what follows: « dément », « a contesté », « se
    défend ».
    """
    verbs: str
    """All forms of these verbs, participles with their endings too: « contestée »."""
    refusing: str
    """All forms of the verbs of refusal: « renonce », « déboutée »."""
    unconfirmed: str
    """Phrases that do not confirm: « ne confirme pas »."""
    untrue: str
    """Words for false news: « infox »."""
    idle: tuple[str, ...]
    """Words that set phrases deny: « pas question »."""


_HAVING = "(?:{})".format(
    "|".join(
        rf"(?<=\b{word}[ \u00a0])"
        for word in [
            "a",
            "ont",
            "ai",
            "avons",
            "avez",
            "avait",
            "avaient",
            "ayant",
            "avoir",
            "aura",
            "auront",
            "aurait",
            "auraient",
            "eut",
            "toujours",
            "jamais",
            "aussi",
            "encore",
            "aussitôt",
            "ailleurs",
            "pas",
            "rien",
            "formellement",
            "catégoriquement",
            "officiellement",
            "publiquement",
            "fermement",
            "vivement",
            "également",
            "totalement",
            "farouchement",
            "vigoureusement",
            "énergiquement",
        ]
    )
)
"""What stands before a participle that has « avoir »: its forms, and adverbs that may stand between, whole: « le règlement
contesté » ends like « formellement »."""


@cache
def denial() -> Denial:
    """The words that come with the program."""
    # Imported here: most commands never read denials.
    import yaml

    folder = resources.files("index.french") / "data"
    read = {
        name: yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        for name in ("denial.yaml", "conjugation.yaml")
    }
    words, irregular = read["denial.yaml"], read["conjugation.yaml"]
    verbs = [conjugate(verb, irregular) for verb in words["verbs"]]
    refusing = [conjugate(verb, irregular) for verb in words["refusing"]]
    governing = {form for verb in verbs for form in (*verb.finite, verb.acting, verb.infinitive)}
    # « la mesure contestée » and « le plan contesté prévoit » deny nothing: only « avoir » makes the participle do.
    having = _pattern(min(verb.past, key=len) for verb in verbs)
    every = {
        form for verb in verbs for form in (*verb.finite, verb.acting, verb.infinitive, *verb.past)
    }
    refused = {
        form
        for verb in refusing
        for form in (*verb.finite, verb.acting, verb.infinitive, *verb.past)
    }
    return Denial(
        f"{_pattern([*governing, *words['phrases']])}|{_HAVING}(?:{having})",
        _pattern(every),
        _pattern(refused),
        _pattern(words["unconfirmed"]),
        _pattern(words["untrue"]),
        tuple(words["idle"]),
    )


def _pattern(words: Iterable[str]) -> str:
    """Alternatives of a pattern, the longest first."""
    escaped = map(re.escape, sorted(words, key=lambda word: (-len(word), word)))
    return "|".join(word.replace("\\ ", r"[^\S\t-\r]").replace("'", "['’]") for word in escaped)
