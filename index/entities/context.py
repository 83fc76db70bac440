"""Words that tell what stands beside them: first names, common words, prepositions of place."""

from __future__ import annotations

from dataclasses import dataclass

from index.entities.gazetteer import GazetteerFile, check_keys, load_yaml
from index.errors import SettingsError
from index.french.tokens import fold

_KEYS = ("first_names", "common", "locative", "before_names", "units", "never_in_unit")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words by what they tell."""

    first_names: frozenset[str]
    common: frozenset[str]
    """Words that are names of places too: « Tours », « Nice », « Lens »."""
    locative: frozenset[str]
    before_names: frozenset[str]
    """Words that may bear a capital before a name without being part of it: « Président »."""
    units: frozenset[str]
    never_in_unit: frozenset[str]

    @classmethod
    def parse(cls, file: GazetteerFile) -> Lexicon:
        """Raises SettingsError where the file is not as it must be."""
        document = load_yaml(file)
        if not isinstance(document, dict):
            raise SettingsError(f"{file.label} holds no words.")
        check_keys(file.label, document, known=(*_KEYS, "note"))
        sets = {key: frozenset(fold(str(document.get(key, ""))).split()) for key in _KEYS}
        return cls(**sets)
