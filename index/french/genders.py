"""Whether a pronoun or an office can mean a person: by civility, by given name, by the words used."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from index.french.somebody import is_office_noun
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.model.article import EntityId, Mention

_MAN = re.compile(r"\b(?:M|Mgr|Monsieur)\.?[ \u00a0]$|^(?:M\.|Monsieur)[ \u00a0]")
_WOMAN = re.compile(r"\b(?:Mme|Mlle|Madame)\.?[ \u00a0]$|^(?:Mme|Mlle|Madame)\.?[ \u00a0]")
_FEMININE_WORDS = re.compile(
    r"^(?:la|une|cette|sa|elle|celle-ci|celle|l['’](?:[^\W\d_]+(?:trice|euse|ière|ienne|ante)"
    r"|élue|intéressée|accusée|avocate|écrivaine|adolescente|agente|employée|épouse|invitée|institutrice|internée|héroïne))(?!\w)",
    re.IGNORECASE,
)
_MASCULINE_WORDS = re.compile(
    r"^(?:(?:le|un|ce|cet|il|lui|celui-ci|celui)(?!\w)|l['’](?:homme|avocat|écrivain|attaquant|adolescent|étudiant|habitant|élu|intéressé|accusé|agent|employé|époux|invité|abbé|évêque|oncle"
    r"|[^\W\d_]+(?:eur|ien|ier))(?!\w))",
    re.IGNORECASE,
)


_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿœ-]+(?:[ \u00a0](?:[a-z]{2,3}[ \u00a0])?[A-ZÀ-Þ][\w’'-]*)*")
_BESIDE = re.compile(r"[ \u00a0](?:d[eu]s?|à|au|chez|en)[ \u00a0]|[ \u00a0]d['’]")
"""« Shin Beom-chul de l'Institut »: what stands beside a name tells where somebody works."""


class Gender(Enum):
    MASCULINE = "masculine"
    FEMININE = "feminine"


_TOLD = {
    "m": Gender.MASCULINE, "f": Gender.FEMININE, "e": None,
    "masculine": Gender.MASCULINE, "feminine": Gender.FEMININE, "either": None,
}  # fmt: skip
"""The marks and the headings of the two lists."""


@cache
def _known() -> Mapping[str, Gender | None]:
    """The gender of each given name that is known, folded: by the registers of births, and by a shorter list that mends them."""
    # Imported here: most commands never need it.
    import yaml

    data = resources.files("index.french") / "data"
    rows = (data / "registered_names.tsv").read_text("utf-8").splitlines()
    registered = (row.split("\t") for row in rows if not row.startswith("#"))
    found = {name: _TOLD[told] for name, told in registered}
    for told, names in yaml.safe_load((data / "given_names.yaml").read_text("utf-8")).items():
        found.update(dict.fromkeys(names.split(), _TOLD[told]))
    return found


def is_registered(name: str) -> bool:
    """Whether a folded given name is one of the registers of births."""
    return name in _known()


def of_given_name(name: str) -> Gender | None:
    """The gender of a given name, folded; None if it may be either.

    An unknown one is judged by its ending: in -e or -a a woman's, else a man's. `of_name` trusts no such guess of a
    name that stands alone.
    """
    known = _known()
    if name in known:
        return known[name]
    first, hyphen, _ = name.partition("-")
    if hyphen:
        return of_given_name(first)
    if len(name) < 2:
        return None
    return Gender.FEMININE if name.endswith(("e", "a")) else Gender.MASCULINE


def of_name(words: str) -> frozenset[Gender | None] | None:
    """The genders that somebody may be of whom only a name is known; None for words that are no name.

    « Aïcha » is a woman, « Omur » may be either: a foreign name alone tells little.
    """
    name = _NAME.match(words)
    if name is None or not (name.end() == len(words) or _BESIDE.match(words, name.end())):
        return None
    first, *others = name.group().split()
    own = of_given_name(fold(first))
    if own is None or not (others or fold(first) in _known()):
        return frozenset(Gender)
    return frozenset((own,))


@lru_cache(maxsize=1 << 12)
def of_words(words: str) -> Gender | None:
    """The grammatical gender of « la ministre », « ce dernier », « elle »; None for « l'élu »."""
    small = words.strip().lower()
    if small.startswith("cette"):
        return Gender.FEMININE
    if _FEMININE_WORDS.match(small):
        return Gender.FEMININE
    return Gender.MASCULINE if _MASCULINE_WORDS.match(small) else None


def of_persons(text: str, mentions: Sequence[Mention]) -> dict[EntityId, Gender]:
    """The gender of the persons mentioned: by « M. » and « Mme », by a given name that is known, by
    the office beside the name, else by how the given name ends.
    """
    told = of_civilities(text, mentions)
    for mention in mentions:
        entity = mention.entity
        if entity in told or is_listed(entity):
            continue
        gender = _of_office_beside(text, mention)
        if gender is not None:
            told[entity] = gender
    for entity in dict.fromkeys(mention.entity for mention in mentions):
        if entity not in told:
            parts = str(entity).partition(":")[2].split("-")
            gender = of_given_name(parts[0]) if len(parts) > 1 else None
            if gender is not None:
                told[entity] = gender
    return told


_OFFICE_BEFORE = re.compile(
    r"\b([Ll]e|[Ll]a|[Uu]ne?|du|au)[ \u00a0]([a-zà-ÿ][a-zà-ÿœ-]{3,})(?:[ \u00a0](?!(?:de|du|des|et|à|au|en|la|le|les)[ \u00a0])[^\W\d_][\w-]+){0,2}[ \u00a0]$"
)
_OFFICE_BEHIND = re.compile(r",[ \u00a0](?:(le|la|une?)[ \u00a0])?([a-zà-ÿ][a-zà-ÿœ-]{3,})")
_OF_WOMEN = re.compile(r"(?:trice|euse|ière|ienne|ante|ée|s(?:œ|oe)ur)$")
_OF_MEN = re.compile(r"(?:eur|ier|ien|ant)$")


def _of_office_beside(text: str, mention: Mention) -> Gender | None:
    """« la conseillère Sibeth Ndiaye », « Lamorne Morris, acteur »: the gender of the office."""
    before = _OFFICE_BEFORE.search(text, max(0, mention.start - 60), mention.start)
    if before is not None and is_office_noun(before[2]):
        return Gender.FEMININE if before[1].lower() in ("la", "une") else Gender.MASCULINE
    behind = _OFFICE_BEHIND.match(text, mention.end, mention.end + 60)
    if behind is None or not is_office_noun(behind[2]):
        return None
    if behind[1] is not None:
        return Gender.FEMININE if behind[1] in ("la", "une") else Gender.MASCULINE
    if _OF_WOMEN.search(behind[2]):
        return Gender.FEMININE
    return Gender.MASCULINE if _OF_MEN.search(behind[2]) else None


def of_civilities(text: str, mentions: Iterable[Mention]) -> dict[EntityId, Gender]:
    """The gender of the persons whom the text calls « M. » or « Mme »."""
    found: dict[EntityId, Gender] = {}
    for mention in mentions:
        around = text[max(0, mention.start - 9) : mention.start]
        own = text[mention.start : mention.end]
        # Every civility begins so, few names do.
        before, within = "M" in around, own[:1] == "M"
        if (before and _WOMAN.search(around)) or (within and _WOMAN.match(own)):
            found[mention.entity] = Gender.FEMININE
        elif (before and _MAN.search(around)) or (within and _MAN.match(own)):
            found[mention.entity] = Gender.MASCULINE
    return found


@lru_cache(maxsize=1 << 12)
def is_listed(entity: EntityId) -> bool:
    """Whether the given name of a person is one of those whose gender is known."""
    return _known().get(str(entity).partition(":")[2].split("-")[0]) is not None
