"""Words that tell the kind of the name beside them: first names, roles, cues of place, common
words.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from index.entities.gazetteer import GazetteerFile, check_keys, load_yaml
from index.errors import SettingsError
from index.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

_CUES = (
    "roles",
    "organisation_cues",
    "place_cues",
    "place_of_cues",
    "member_cues",
    "equipment_cues",
    "event_cues",
    "work_cues",
)
_OF = ("de", "des")
_OF_BUILDINGS = frozenset(("scolaire", "hospitalier"))
_DERIVED = ("compounds", "halves")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words, grouped by what they tell."""

    first_names: frozenset[str]
    feminine: frozenset[str]
    """First names of women that end neither in -a nor in -e."""
    masculine: frozenset[str]
    """First names of men that end in -a or in -e."""
    either: frozenset[str]
    """First names of both women and men: « Claude », « Dominique »."""
    common: frozenset[str]
    """Common words that are names of places too: « Tours », « Nice », « Lens »."""
    locative: frozenset[str]
    """Words that stand before a place: « à », « en », « ville »."""
    before_names: frozenset[str]
    """Words that may have a capital before a name without being part of it: « Président »."""
    units: frozenset[str]
    never_in_unit: frozenset[str]
    starters: frozenset[str]
    """Words that begin a sentence without being a name."""
    plain: frozenset[str]
    """Words that have a capital but name no entity by themselves: « État », « Défense »."""
    roles: frozenset[str]
    kin: frozenset[str]
    """What somebody has, or what happened to somebody: « la mère de X », « le meurtre de X »."""
    young: frozenset[str]
    """What stands right before somebody: « la petite X », « le prophète X »."""
    illnesses: frozenset[str]
    """What is called after whom it does not name: « la maladie de X », « l'échelle de X »."""
    say_verbs: frozenset[str]
    organisation_cues: frozenset[str]
    organisation_heads: frozenset[str]
    place_cues: frozenset[str]
    place_of_cues: frozenset[str]
    """Words that tell a place only when « de » follows: « le maire de », « à l'entrée de »."""
    place_heads: frozenset[str]
    equipment_cues: frozenset[str]
    equipment_words: frozenset[str]
    """Bodies, trims and units, which alone name no equipment: « Roadster », « Black Series »."""
    event_cues: frozenset[str]
    event_heads: frozenset[str]
    event_words: frozenset[str]
    """Words which alone name no event: « Congrès national », « Grand Prix »."""
    event_of: frozenset[str]
    """Nouns without a capital that are part of a name before « de »: « accords d'Abraham »."""
    member_cues: frozenset[str]
    """What only a body has: « les militants de X », « la filiale de X »."""
    work_cues: frozenset[str]
    """Nouns and participles before what is nobody's name: « le film X », « la loi X », « classé X »."""
    tail_heads: frozenset[str]
    """First words of names that go on in small letters: « Forces armées royales »."""
    place_tails: frozenset[str]
    person_links: frozenset[str]
    """Small words inside the names of persons: « el », « von der »."""
    name_links: frozenset[str]
    """Small words inside other names: « de la », « sur », « of »."""
    tail_links: frozenset[str]
    tail_words: frozenset[str]
    """Adjectives of institutions that cannot be recognised by their ending: « armées », « unies »."""
    never_tail: frozenset[str]
    namesakes: frozenset[str]
    """Places called after persons: « avenue Victor Hugo » does not name the person."""
    namesake_tails: frozenset[str]
    """What may stand between a building and the name that it bears: « centre hospitalier X », « maison de retraite X »."""
    building_heads: frozenset[str]
    """Buildings and bodies of which these tell: « centre », « maison »."""
    sites: frozenset[str]
    """Places called after anything: « rue des Tanneurs », « musée de la Marine »."""
    firm_verbs: frozenset[str]
    """Verbs for what firms do: « X supprime 300 postes », « X commercialise »."""
    water_verbs: frozenset[str]
    """Verbs for what rivers do: « la Cisse déborde »."""
    measures: frozenset[str]
    """Nouns for things that have an acronym but are no organisation: « projet », « taxe »."""
    several: frozenset[str]
    """Words before a surname that stands for all who bear it: « les frères X », « les X »."""
    of_all: frozenset[str]
    """What belongs to all who bear a surname: « l'héritage X »."""
    outlets: frozenset[str]
    """Nouns that alone may stand for an outlet whose name they begin: « le Courrier », « la Dépêche »."""
    inhabitants: frozenset[str]
    """Names of inhabitants that do not end as most do: « le Picard Jean Dupont »."""
    realms: frozenset[str]
    """« Royaume », « République »: a place together with an adjective or with the words after
    « du ».
    """
    compounds: frozenset[str]
    """The compounds among the cues, with a space: « sous marin », « lieu dit »."""
    halves: frozenset[str]
    """The last words of these that are no cues alone: « marin », « dit »."""

    def building_before(self, folded: Sequence[str], first: int) -> int:
        """Where the noun begins of what bears the name at a word, « lycée X », « centre hospitalier X »; -1 without one."""
        at = first - 1
        if at < 0:
            return -1
        word = folded[at]
        if word in self.namesake_tails and word not in self.namesakes:
            while at > 0 and (folded[at] in self.namesake_tails or folded[at] in _OF):
                at -= 1
            # « le groupe public X » is a firm.
            body = folded[at] == "groupe" and word not in _OF_BUILDINGS
            return at if folded[at] in self.building_heads and not body else -1
        return at if word in self.namesakes else -1

    @classmethod
    def parse(cls, file: GazetteerFile) -> Lexicon:
        """Raises SettingsError where the file is not as it must be."""
        document = load_yaml(file)
        if not isinstance(document, dict):
            raise SettingsError(f"{file.label} holds no words.")
        known = [field.name for field in fields(cls) if field.name not in _DERIVED]
        check_keys(file.label, document, known=(*known, "note"))
        rows = {
            key: [
                [token.folded for token in tokenize(word)]
                for word in str(document.get(key, "")).split()
            ]
            for key in known
        }
        # The tokenizer makes two words of « sous-préfecture » and « sud-est »: the last one counts.
        words = {key: frozenset(row[-1] for row in rows[key]) for key in known}
        compounds, halves = _compounds([row for key in _CUES for row in rows[key]])
        return cls(**words, compounds=compounds, halves=halves)


def _compounds(cues: list[list[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """The compounds among cues, given as rows of words, and the last words of those that are no cues
    alone.
    """
    alone = {row[0] for row in cues if len(row) == 1}
    halved = [row for row in cues if len(row) > 1 and row[-1] not in alone]
    return (
        frozenset(" ".join(row[-2:]) for row in halved),
        frozenset(row[-1] for row in halved),
    )
