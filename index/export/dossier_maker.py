"""The common parts of a dossier's sections: the material, its articles, and the numbered proofs."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.compare.whole import placed
from index.export.dossier_tree import Proof
from index.export.material import Material
from index.interface.texts import Texts
from index.model.article import Article, ArticleId, Basis, DateValue
from index.model.claims import Part
from index.model.notes import NotedProof
from index.model.text import Span


@dataclass(slots=True)
class Maker:
    """The common parts of one dossier's sections: the material, and the proofs in the order of
    their numbers.
    """

    material: Material
    proofs: list[Proof] = field(default_factory=list)
    by_id: dict[ArticleId, Article] = field(default_factory=dict)

    @property
    def t(self) -> Texts:
        return self.material.texts

    def prove(self, article: Article, span: Span, *, words: str = "") -> Proof:
        """Adds a proof; `span` is over the text with the lead after it."""
        at, part = placed(span, len(article.text))
        return self._numbered(
            id=article.id, source=self.source(article), title=article.title, date=self.date(article),
            file=article.path, span=at, sha256=article.sha256, words=words, part=part,
        )  # fmt: skip

    def prove_noted(self, proof: NotedProof) -> Proof:
        return self._numbered(
            id=proof.article, source=proof.source or self.t("source not stated"), title=proof.title,
            date=self.dated(proof.published), file=proof.file, span=proof.kept_span or Span(0, 0),
            sha256=proof.sha256, words="", part=Part(proof.part),
        )  # fmt: skip

    def _numbered(
        self, *, id: ArticleId, source: str, title: str, date: str, file: str, span: Span, sha256: str,
        words: str, part: Part,
    ) -> Proof:  # fmt: skip
        proof = Proof(
            len(self.proofs) + 1, id, source, title, date, file, span.start, span.end, sha256,
            " ".join(words.split()), part is Part.DESCRIPTION,
        )  # fmt: skip
        self.proofs.append(proof)
        return proof

    def source(self, article: Article) -> str:
        return article.source or self.t("source not stated")

    def date(self, article: Article) -> str:
        return self.dated(article.published)

    def dated(self, published: DateValue) -> str:
        """A date with its basis if the file does not state it."""
        told = self.t.date(published)
        return f"{told} ({self.t('inferred')})" if published.basis is Basis.INFERRED else told
