"""A query in the words of the interface's language: « accord ET titre:drone », `accord AND
title:drone`.

The canonical form of a query (`str`) is French; the parser accepts both.
"""

from __future__ import annotations

import re

from index.query.tree import MANNER_NAMES

_ENGLISH = {"ET": "AND", "OU": "OR", "SAUF": "NOT"}
_FIELDS = {
    "titre": "title", "chapo": "lead", "texte": "text", "cite": "quote", "partout": "everywhere",
    "auteur": "author", "personne": "person", "lieu": "place", "organisation": "organization",
    "materiel": "equipment", "evenement": "event", "groupe": "group", "dit-par": "said-by",
    "aussi": "like", "fichier": "file", "rubrique": "section", "langue": "language", "notice": "record",
}  # fmt: skip
_MANNERS = {name: how.value for how, name in MANNER_NAMES.items()}
_TOLD = re.compile(
    r"(?P<quoted>«[^»]*»|\"[^\"]*\"|“[^”]*”)"
    r"|(?<![^\s(])(?:(?P<operator>ET|OU|SAUF)(?=[\s(])|(?P<near>PRES)(?=/)|(?P<none>date:aucune)(?![^\s)])"
    rf"|manière:(?P<manner>{'|'.join(_MANNERS)})(?![^\s)])|(?P<field>{'|'.join(_FIELDS)}):)"
)


def in_language(canonical: str, language: str) -> str:
    """The canonical form of a query as a reader of that language would type it; `fr` or another."""
    return canonical if language == "fr" else _TOLD.sub(_english, canonical)


def _english(match: re.Match[str]) -> str:
    if match["operator"]:
        return _ENGLISH[match["operator"]]
    if match["near"]:
        return "NEAR"
    if match["manner"]:
        return f"manner:{_MANNERS[match['manner']]}"
    if match["none"]:
        return "date:none"
    return f"{_FIELDS[match['field']]}:" if match["field"] else match.group()
