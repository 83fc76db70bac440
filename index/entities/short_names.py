"""The person that a surname, a civility or a first name stands for in one article.

« Mme Fillon » is not François Fillon if Penelope Fillon is named too, « le roi Philippe » is no
surname, and the first name in « Bill et Hillary Clinton » is another person.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from index.entities.names import folded_key, slug
from index.entities.persons import ROYAL, gender_of, likely_gender, surname, without_title
from index.entities.spelling import person_name
from index.entities.weighed_kinds import PERSON
from index.model.article import EntityId, Kind
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.entities.context import Lexicon
    from index.entities.discovery import Candidate
    from index.entities.found_names import Found
    from index.entities.recognition import Recogniser
    from index.entities.words import Words

_OF = re.compile(r" (?:de |d[’']|du |des )")
_OF_FOLDED = re.compile(r" (?:de|d|du|des) ")
_LEFT_OUT = frozenset(("al", "el", "ul", "de", "d"))
"""First words of surnames without which these stand too: « al-Sissi », « de Rugy »."""
_SYLLABLE = 5
_HERS = frozenset(("mme", "mmes", "mlle", "mlles", "madame", "mademoiselle"))
_HIS = frozenset(("m", "mr", "monsieur"))


class Member(NamedTuple):
    """A person whom the article names in full."""

    entity: EntityId
    given: str
    """The folded first name, or all words before the surname."""
    first: int
    """The first place of the full name."""
    times: int


class Families:
    """The persons of one article by surname and by first name."""

    def __init__(
        self,
        words: Words,
        found: Iterable[Found],
        accepted: Iterable[tuple[Candidate, int]],
        recogniser: Recogniser,
    ) -> None:
        self._words = words
        self._lexicon = recogniser.lexicon
        members: dict[str, dict[EntityId, Member]] = {}
        self._given: dict[str, set[EntityId]] = {}
        self.names: dict[EntityId, str] = {}
        """The persons' names as the article has them in full."""
        self._fronts: dict[str, set[EntityId]] = {}
        for first, entity, name in _full_names(words, found, accepted, recogniser):
            short = surname(name)
            if not short:
                continue
            self.names.setdefault(entity, name)
            given = fold((name.removesuffix(short).strip() or name).split(" ")[0])
            keys = _keys(name, short)
            parts = name.split(" ") if "-" in name else ()
            if len(parts) == 2 and _is_korean(parts[1], self._lexicon):
                keys = (*keys, folded_key(parts[0]))
            for key in keys:
                family = members.setdefault(key, {})
                known = family.get(entity)
                family[entity] = (
                    known._replace(times=known.times + 1)
                    if known
                    else Member(entity, given, first, 1)
                )
            self._given.setdefault(given, set()).add(entity)
            if given not in self._lexicon.first_names:
                self._fronts.setdefault(given, set()).add(entity)
        self._members = {key: tuple(family.values()) for key, family in members.items()}

    def __contains__(self, key: str) -> bool:
        return key in self._members

    def family(self, key: str) -> tuple[Member, ...]:
        """The persons with a folded surname, in the order of the article."""
        return self._members.get(key, ())

    def owner(self, key: str, first: int, titled: int) -> EntityId | None:
        """The entity that a surname stands for at a word; None if nobody has it.

        If several persons have it, the entity is that of the surname alone, unless a civility tells
        which person is meant.
        """
        civility = civility_of(self._words, titled, first)
        if not self.family(key):
            # « M. Zhu » after « Zhu Ning »: the surname may stand first.
            fronts = self._fronts.get(key, ()) if civility else ()
            return next(iter(fronts)) if len(fronts) == 1 else None
        if any(self._words.folded[at] in ROYAL for at in range(titled, first)):
            return None
        return self.owner_called(key, civility)

    def written(self, key: str, surface: str) -> bool:
        """Whether somebody has a surname with the same accents: « Lâcher » is not « Lacher »."""
        return any(surface in self.names[member.entity] for member in self.family(key))

    def names_before(self, key: str, first: int) -> bool:
        """Whether the article names somebody with a surname in full before a word."""
        return any(member.first < first for member in self.family(key))

    def owner_called(self, key: str, civility: str) -> EntityId | None:
        """The entity that a surname stands for behind a civility: `f`, `m` or none."""
        family = self.family(key)
        if not family:
            return None
        if civility:
            fitting = [m for m in family if gender_of(m.given, self._lexicon) in (civility, "")]
            if not fitting:
                return EntityId(f"person:{'mme' if civility == 'f' else 'm'}-{slug(key)}")
            sure = [m for m in fitting if likely_gender(m.given, self._lexicon) == civility]
            family = tuple(sure or fitting)
        if len(family) == 1:
            return family[0].entity
        return EntityId(f"person:{slug(key)}")

    def by_initials(self, initials: str, key: str) -> EntityId | None:
        """The person that « J.-L. Nom » names, if the article also gives the full name."""
        fitting = [
            member.entity
            for member in self.family(key)
            if "." not in member.given
            and "".join(part[0] for part in member.given.split("-") if part).startswith(initials)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def called(self, given: str) -> EntityId | None:
        """The only person of the article with a first name."""
        entities = self._given.get(given, ())
        return next(iter(entities)) if len(entities) == 1 else None


@lru_cache(maxsize=1 << 14)
def _keys(name: str, short: str) -> tuple[str, ...]:
    """The folded surnames that a full name may leave alone: « giscard d estaing », « sissi » of
    « al-Sissi », « moreau chevrolet ».
    """
    key = folded_key(short)
    keys = {key, _compound(name) or key}
    parts = name.split(" ")
    if len(parts) == 3:
        keys.add(folded_key(" ".join(parts[1:])))
    article, _, rest = key.partition(" ")
    if rest and article in _LEFT_OUT:
        keys.add(rest)
    return tuple(sorted(keys))


def _is_korean(given: str, lexicon: Lexicon) -> bool:
    """Whether a last word is a first name of two syllables, as Korea and Hong Kong write it behind
    the surname: « Kim Jong-un », « Lee Jae-Yong ».
    """
    one, hyphen, other = given.partition("-")
    syllables = one.isalpha() and other.isalpha() and max(len(one), len(other)) <= _SYLLABLE
    french = fold(one) in lexicon.first_names or fold(other) in lexicon.first_names
    return bool(hyphen) and syllables and one[0].isupper() and not french


def _compound(name: str) -> str:
    """The folded surname of two names with « de » between them: « giscard d estaing »; empty if the
    name has none.
    """
    _, _, rest = name.partition(" ")
    match = _OF.search(rest)
    return folded_key(rest) if match and match.start() > 0 else ""


def sex_of(surface: str, lexicon: Lexicon) -> str:
    """The sexes that the civility, or else the first name, in a form tells."""
    parts = surface.replace("\u00a0", " ").split(" ")
    civility = fold(parts[0].rstrip("."))
    if civility in _HERS:
        return "f"
    if civility in _HIS:
        return "m"
    given = person_name(surface).given and fold(without_title(surface).split(" ")[0])
    return gender_of(given, lexicon) if given else ""


_BEFORE_FIRST = frozenset(("", "sir", "lady", "dame", "saint", "sainte"))


def is_first_name(surface: str, lexicon: Lexicon) -> bool:
    """Whether a form is one first name, « Paul », « Jean-Paul », alone or behind what stands before first names only: « Sir Paul »."""
    before, _, name = surface.rpartition(" ")
    parts = fold(name).split("-")
    return fold(before) in _BEFORE_FIRST and lexicon.first_names.issuperset(parts)


def civility_of(words: Words, titled: int, first: int) -> str:
    """« f » after « Mme », « m » after « M. », empty after titles of both sexes."""
    for at in range(titled, first):
        word = words.folded[at]
        if word in _HERS:
            return "f"
        if word in _HIS:
            return "m"
    return ""


def _spelt_otherwise(words: Words, match: Found, name: str) -> str:
    """The name of a person as the text spells the surname, so that « M. Kohavi » is « Aviv Kohavi » whom
    lists call Kochavi; empty where nothing differs.
    """
    row, given = words.folded[match.first : match.after], fold(name).split()[0]
    if given not in row[:-1]:
        return ""
    at = match.first + row.index(given)
    differs = fold(name).split()[-1] != row[-1] and words.capital(match.after - 1)
    return words.surface(at, match.after) if differs and match.after - at == 2 else ""


def _full_names(
    words: Words,
    found: Iterable[Found],
    accepted: Iterable[tuple[Candidate, int]],
    recogniser: Recogniser,
) -> Iterator[tuple[int, EntityId, str]]:
    for match in found:
        if match.kind is Kind.PERSON:
            # A person whom the text names only by an alias or a surname counts with the full name
            # too.
            name = recogniser.name(match.entity)
            yield match.first, match.entity, name
            if spelt := _spelt_otherwise(words, match, name):
                yield match.first, match.entity, spelt
    for run, kind in accepted:
        if kind == PERSON and run.after - run.first > 1:
            given = words.folded[run.first] in recogniser.lexicon.first_names
            if (
                civility_of(words, run.titled, run.first)
                and not given
                and _OF_FOLDED.search(run.key)
            ):
                continue  # « M. Giscard d'Estaing » is a surname
            entity = EntityId(f"person:{run.key.replace(' ', '-')}")
            yield run.first, entity, words.surface(run.first, run.after)
