"""Names as libraries and databases invert them: « Vautrin, Jeanne » → « Jeanne Vautrin »."""

from __future__ import annotations


def natural_name(name: str) -> str:
    """« Vautrin, Jeanne » → « Jeanne Vautrin »; a name without one comma stays."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return f"{given} {family}" if comma and given and "," not in given else name.strip(" ,")


def natural_names(names: str) -> str:
    """The same for several names, which a semicolon parts."""
    return ", ".join(natural_name(name) for name in names.split(";") if name.strip())
