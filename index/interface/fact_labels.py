"""The labels of facts in the language of the interface; words of the corpus stay unchanged.

A label is in French, the language of the corpus. Words of the program in it are looked up in the
catalogue; a label made of words of a text is not changed.
"""

from __future__ import annotations

import re

from index.interface.texts import Texts

_WHO_SAYS = re.compile(r"qui dit «[ \u00a0](.*)[ \u00a0]»", re.DOTALL)


def told_label(t: Texts, label: str) -> str:
    """« heure, début du feu » → `time, start of the fire`."""
    if t.has(f"label:{label}"):
        return t(f"label:{label}")
    if quoted := _WHO_SAYS.fullmatch(label):
        return t("who says “{words}”", words=quoted[1])
    before, comma, what = label.partition(", ")
    if not comma:
        return label
    what = told_label(t, what)
    match before:
        case "âge":
            return t("age of: {what}", what=what)
        case "date":
            return t("date of: {what}", what=what)
        case "heure":
            return t("time of: {what}", what=what)
        case "graphie":
            return t("spelling of: {what}", what=what)
    known = f"label:{before}"
    return f"{t(known)}, {what}" if t.has(known) else label
