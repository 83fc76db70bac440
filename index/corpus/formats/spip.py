"""The marks of SPIP inside the texts of its dumps: « {{{intertitre}}} », « {italique} », « [lien->adresse] »."""

from __future__ import annotations

import re

from index.corpus.strand import Strand, Weaver, compose

_MARK = re.compile(
    r"(?P<heading>\{\{\{(?P<head>[^{}]{1,300})\}\}\})|\{\{?(?P<strong>[^{}\n]{1,400})\}?\}"
    r"|\[(?P<label>[^\[\]\n]{1,300}?)->[^\[\]\n]{0,300}\]|(?P<note>\[\[[^\[\]]{0,2000}\]\])|<(?:doc|img|emb)\d+(?:\|\w+)*>"
)
_SIGNS = ("{", "->", "[[", "<doc", "<img", "<emb")


def without_marks(strand: Strand) -> Strand:
    """The text of a field without them; a heading is a paragraph of its own, notes are left out."""
    text = strand.text
    if not any(sign in text for sign in _SIGNS):
        return strand
    weaver = Weaver()
    at = 0
    for mark in _MARK.finditer(text):
        weaver.take(text[at : mark.start()], at)
        name = next((one for one in ("head", "strong", "label") if mark[one] is not None), None)
        if mark["heading"]:
            weaver.put("\n\n", mark.start(), mark.start())
        if name is not None:
            weaver.take(mark[name], mark.start(name))
        if mark["heading"]:
            weaver.put("\n\n", mark.end(), mark.end())
        at = mark.end()
    weaver.take(text[at:], at)
    seen = weaver.strand()
    return Strand(seen.text, compose(seen.pieces, strand.pieces))
