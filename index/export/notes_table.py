"""The notebook as a table: a row for each proof, so that an entry from several sources has several
rows.
"""

from __future__ import annotations

from index.export.material import Material

COLUMNS = (
    "entree", "nature", "etat", "intitule", "verdict", "source", "date", "base de la date", "donne",
    "texte", "fichier", "partie", "debut", "fin", "sha256", "change", "titre", "article", "tags",
    "note", "qui", "quand",
)  # fmt: skip


def rows(material: Material) -> list[tuple[str, ...]]:
    """The rows in the reader's own order; places are in code points of the article's clean text or
    lead.
    """
    return [
        (
            one.id, one.kind, one.state, one.label, one.verdict, proof.source or "",
            proof.published.value or (proof.published.earliest or ""), proof.published.basis.value,
            proof.gives, proof.text, proof.file, proof.part,
            str(proof.kept_span.start) if proof.kept_span else "",
            str(proof.kept_span.end) if proof.kept_span else "",
            proof.sha256, "oui" if proof.changed else "", proof.title, proof.article,
            ", ".join(one.tags), one.note, one.who, one.when,
        )
        for one in material.noted
        for proof in one.proofs
    ]  # fmt: skip
