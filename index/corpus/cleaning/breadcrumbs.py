"""The path of a page in its site: « Accueil > Monde > Afrique »."""

from __future__ import annotations

import re

from index.corpus.cleaning.name_looks import is_section
from index.corpus.cleaning.outlets import could_be_outlet
from index.corpus.cleaning.phrases import plain
from index.text.signs import holds

_CRUMBS = re.compile(
    r"(?:(?:accueil|home|vous etes ici ?:? ?(?:accueil)?)\s*(?:[>/»›|:•]+\s*[^>/»›|•]{2,60})+[>/»›|\s]*|[^>»›]{2,30}(?:\s*[>»›]\s*[^>»›]{2,60}){2,})"
)
_STARTS = ("accueil", "home", "vous etes ici")
_SIGNS = ">/»›|:•"
_ARROWS = ">»›"
"""Without them, a path begins at the page of the site."""


def is_breadcrumb(line: str) -> bool:
    """« Accueil > Monde > Afrique »; quotations, whose marks are in the way, are none."""
    if len(line) > 200 or not holds(line, _SIGNS):
        return False
    simple = plain(line)
    if not simple.startswith(_STARTS) and not holds(line, _ARROWS):
        return False
    return not _QUOTED.search(line) and bool(_CRUMBS.fullmatch(simple))


_QUOTED = re.compile(r"«[^»]*»|[.!?…]\s*[«»]|,\s\w+[\w’'-]* (?:l[’']un|[^\W\d_a-z])|[.!?]$")
"""« Nous partons », lance l’une."""


def section_of_breadcrumb(line: str) -> str | None:
    """The last section that is known as one of « Accueil > Monde > Afrique > … », else the first."""
    crumbs = [crumb.strip(" :\u00a0") for crumb in re.split(r"[>/»›|•]", line)]
    known = [crumb for crumb in crumbs if is_section(crumb)]
    if known:
        return known[-1]
    first = crumbs[1] if len(crumbs) > 2 and plain(crumbs[0]) in ("accueil", "home") else ""
    return first if could_be_outlet(first) and len(first.split()) <= 3 else None
