"""The text mode of Gallica (BnF): a notice of the newspaper, a warning about the scan, then the text."""

from __future__ import annotations

import re

from index.corpus.document import Document
from index.corpus.fields import Field, Value, state
from index.corpus.strand import Strand, cut
from index.model.text import Span

_BEGINS = "Rappel de votre demande"
_NEAR = 40
_NOTICE = re.compile(r"^(?P<label>[^\W\d_][\w’' ]{2,30}?) : (?P<value>[^\n]+)", re.MULTILINE)
_END = re.compile(r"Le taux de reconnaissance estimé pour ce document est de [\d,.]+ ?%\.?")
_LABELS = re.compile(
    r"Notice complète ?:\s*(?:(?:[^\W\d_][\w’' ]{2,30} : [^\n]+|[ \t\r]*)(?:\n|$))+"
)
"""A notice whose rate is not told: the lines with labels below its heading."""
_LONGEST = 20_000
"""The most characters of a notice."""
_FIELDS = {
    "Titre": Field.SOURCE,
    "Date d'édition": Field.PUBLISHED,
    "Date d’édition": Field.PUBLISHED,
    "Langue": Field.LANGUAGE,
    "Identifiant": Field.RECORD_ID,
}


def issue_of(raw: str, strand: Strand) -> Document | None:
    """The text of an issue with the facts of its notice; None for any other text."""
    text = strand.text
    if not text[:_NEAR].lstrip("\ufeff\r\n ").startswith(_BEGINS):
        return None
    last = _END.search(text, 0, _LONGEST) or _LABELS.search(text, 0, _LONGEST)
    if last is None:
        return None
    end = last.end()
    pairs: list[tuple[Field, Value]] = []
    for line in _NOTICE.finditer(text, 0, end):
        field, value = _FIELDS.get(line["label"]), line["value"].strip()
        if field is Field.SOURCE:
            # « La Gazette du Port : journal quotidien / directeur Jean Vial »
            value = re.split(r"\s[:/]\s| \(", value)[0].strip(" .")
        if field is Field.RECORD_ID and value.startswith("ark:/"):
            pairs.append((Field.URL, f"https://gallica.bnf.fr/{value}"))
        if field is not None:
            pairs.append((field, value))
    body = cut(strand, Span(end, len(text)))
    if not body.text.strip():
        return None
    first = strand.pieces[0].raw_start
    return Document(
        raw=raw,
        region=Span(first, first + len(text)),
        content=body.text,
        pieces=body.pieces,
        stated=state(pairs),
        rest="metadata",
    )
