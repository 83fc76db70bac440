"""An entry as text for another program: the exact words of each source, with their place."""

from __future__ import annotations

from collections.abc import Callable

from index.interface.proof_words import file_words, place_words
from index.interface.saying import quoted
from index.interface.texts import Texts
from index.model.article import Article, ArticleId
from index.model.claims import Part
from index.notebook.decisions import KeptKind, KeptProof
from index.notebook.entries import kept, read_date
from index.notebook.keepable import Keepable


def pasted(wanted: Keepable, t: Texts, *, article: Callable[[ArticleId], Article]) -> str:
    """The label, then each passage with source, date, file and characters, an empty line between."""
    entry = kept(wanted, article=article)
    head = [entry.label] if wanted.kind is KeptKind.FACT and entry.label else []
    return "\n\n".join((*head, *(_told(proof, t) for proof in entry.proofs)))


def _told(proof: KeptProof, t: Texts) -> str:
    words = " ".join(proof.text.split())
    date = t.date(read_date(proof.published, proof.basis))
    where = file_words(t, proof.file, proof.article)
    if proof.span is not None:
        start, end = proof.span
        where += ", " + place_words(t, start, end, in_lead=proof.part != Part.TEXT.value)
    return f"{quoted(t, words)}\n— {proof.source or t('source not stated')}, {date} ({where})"
