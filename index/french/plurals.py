"""The singular and the plural of French nouns, by their ending, for the nouns that are counted."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
_INVARIABLE = frozenset(
    "pays mois fois corps temps cas repas bras dos héros discours concours procès succès accès"
    " décès congrès progrès parcours secours avis cours colis tapis permis autobus bus virus campus"
    " palais relais engrais bois poids gens puits fils souris voix croix prix choix noix gaz".split()
)
_AUX_AUX = {"travaux": "travail", "vitraux": "vitrail", "baux": "bail", "coraux": "corail"}
_KEEP_X = ("eaux", "eux", "oux")


def singular(noun: str) -> str:
    """The singular of a French noun in lower case, by its ending; a few exceptions known."""
    if noun in _INVARIABLE or len(noun) < 3:
        return noun
    if noun in _AUX_AUX:
        return _AUX_AUX[noun]
    if noun.endswith(_KEEP_X):
        return noun[:-1]
    if noun.endswith("aux"):
        return noun[:-3] + "al"
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun[:-1]
    return noun


_ALS = frozenset("bal carnaval chacal festival récital régal cal aval final fatal naval".split())
_AUX_OF = {one: several for several, one in _AUX_AUX.items()}


def plural(noun: str) -> str:
    """The plural of a French noun in lower case, by its ending; a few exceptions known."""
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun in _AUX_OF:
        return _AUX_OF[noun]
    if noun.endswith("al") and noun not in _ALS:
        return f"{noun[:-2]}aux"
    return noun + ("x" if noun.endswith(("eau", "eu")) and noun not in ("bleu", "pneu") else "s")
