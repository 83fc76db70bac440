"""Words that are needed in a sentence but say nothing about its subject."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text

FUNCTION_WORDS = frozenset(
    "a à afin ai aient ainsi ait alors après as au aucun aucune aujourd'hui aura aurait auraient"
    " auront aussi autant autre autres aux auxquels auxquelles avaient avait avant avec avoir ayant"
    " c car ce ceci cela celle celles celui cependant certain certaine certaines certains ces cet"
    " cette ceux chaque chez ci comme comment d dans de depuis des deux devait devant devra devrait"
    " doit doivent donc dont du durant dès déjà elle elles en encore enfin entre est et étaient était"
    " étant été être eu eux fait faire fois font furent fut hors ici il ils j jamais je jusqu jusque"
    " l la là laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais"
    " malgré me mes mesure même mêmes mieux moi moins mon n ne ni non nos notre notamment nous on ont"
    " or ou où outre par parce parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourrait"
    " pourraient pourtant près puis puisqu puisque qu quand que quel quelle quelles quelque quelques"
    " quels qui quoi s sa sans se selon sera serait seraient seront ses si sinon soi soient soit son"
    " sont sous suis sur t ta tandis tant te tel telle telles tels tes ton tous tout toute toutes"
    " toutefois très trop tu un une vers via voici voilà vos votre vous y également environ faut"
    " autour dit avoir lui-même ceux-ci celui-ci celle-ci dernier dernière derniers dernières".split()
)
"""Exact forms in lower case: articles, pronouns, prepositions, conjunctions, auxiliaries."""

GRAMMAR = frozenset(
    "mais vers fois nos fut dans plus suis entre lui tu sur puis pendant outre durant cela devant"
    " étaient ayant or".split()
)
"""Function words that are also a rare form of a word that people search: « mais » of mai, « vers »
of ver.

They do not count as a form of it, or it would find nearly every article.
"""

DETERMINERS = frozenset(
    "l le la les un une d de du des sa son ses leur leurs ce cet cette ces".split()
)
"""Exact forms that stand before a noun, with « de »."""

NEGATIONS = frozenset("n ne pas non jamais aucun aucune ni sans rien nul nulle".split())
"""Exact forms that negate a statement."""

MODALITY = frozenset(
    "aurait auraient serait seraient pourrait pourraient devrait devraient peut-être probablement"
    " vraisemblablement apparemment présumé présumée présumés présumées supposé supposée prétendu"
    " prétendue prétendument semble semblent semblerait éventuel éventuelle éventuellement".split()
)
"""Exact forms that leave open whether a statement is true."""
