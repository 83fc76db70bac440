"""Names as libraries and databases invert them, « Vautrin, Jeanne » → « Jeanne Vautrin », or write them with more."""

from __future__ import annotations

import re

_BY = re.compile(r"(?:[Pp]ar|PAR|[Bb]y|BY|[Vv]on|VON|[Pp]or|[Dd]oor)[\s:]+(?=[^\W\d_a-zà-ÿ])")
_ROLE = re.compile(r"(?!(?:d[eu]|von|van|la|le|ben|el|al)\b|d['’])[a-zà-ÿ]")
_ADDRESS = re.compile(r"(?<=\w)\"?\s*<[^<>@\s]+@[^<>\s]+>")


def natural_name(name: str) -> str:
    """« Vautrin, Jeanne » → « Jeanne Vautrin »; a name without one comma stays, and « Jeanne Vautrin, ancienne maire de
    Brest » loses what she is.
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    if " " in family and _ROLE.match(given):
        return family
    return f"{given} {family}" if comma and given and "," not in given else name.strip(" ,")


def natural_names(names: str) -> str:
    """The same for several names, which a semicolon parts."""
    return ", ".join(natural_name(name) for name in names.split(";") if name.strip())


def signed_name(name: str) -> str:
    """« Par Jeanne Vautrin », « Jeanne Vautrin <jv@gazette.example> » → the name."""
    name = _BY.sub("", name, count=1) if _BY.match(name) else name
    return _ADDRESS.sub("", name) if "@" in name else name
