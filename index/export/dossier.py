"""A dossier before its format: headings, paragraphs, tables and cited passages, each with its proof.

HTML, Word and Markdown draw the same tree, so that what one shows the others show too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from index.export.material import Material, Share, Subject
from index.interface.texts import Texts
from index.model.article import Article, ArticleId
from index.model.comparison import Comparison
from index.model.facts import Fact, FactVerdict
from index.model.text import Span


@dataclass(frozen=True, slots=True)
class Proof:
    """Where words stand: enough for somebody else to find them in the same file."""

    number: int
    source: str
    title: str
    date: str
    file: str
    start: int
    end: int
    """Code points of the article's clean text."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a source, as they stand there."""

    text: str
    proof: Proof | None
    lead: str = ""
    """Who or which source, before the words."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Text | Cited | Table


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    blocks: tuple[Block, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Dossier:
    title: str
    facts: tuple[str, ...]
    """The lines below the title: corpus, date, counts."""
    sections: tuple[Section, ...]
    proofs: tuple[Proof, ...]
    language: str


@dataclass(slots=True)
class _Maker:
    material: Material
    proofs: list[Proof] = field(default_factory=list)
    by_id: dict[ArticleId, Article] = field(default_factory=dict)

    @property
    def t(self) -> Texts:
        return self.material.texts

    def prove(self, article: Article, span: Span) -> Proof:
        proof = Proof(
            len(self.proofs) + 1, self.source(article), article.title,
            self.t.date(article.published), article.path, span.start, span.end, article.sha256,
        )  # fmt: skip
        self.proofs.append(proof)
        return proof

    def source(self, article: Article) -> str:
        return article.source or self.t("source not stated")


def dossier(material: Material) -> Dossier:
    """The tree of a dossier; what the material does not have makes no section."""
    maker = _Maker(material, by_id={article.id: article for article in material.articles})
    t = material.texts
    sections: list[Section] = []
    if material.comparison is not None:
        sections += _compared(maker, material.comparison)
    if material.entity is not None:
        sections += _card(maker)
    if material.concordance is not None:
        sections += _occurrences(maker)
    if material.noted:
        sections += _notebook(maker)
    sections += _articles(maker)
    count = t.count("{n} article", "{n} articles", len(material.articles))
    return Dossier(
        title=material.title,
        facts=(
            material.corpus,
            f"{count} · {t('index of {date}', date=t.day(date.fromisoformat(material.generation[:10])))}",
        ),
        sections=tuple(sections),
        proofs=tuple(maker.proofs),
        language=t.language,
    )


def _letters(comparison: Comparison) -> dict[ArticleId, str]:
    return {
        id: chr(ord("A") + at) if at < 26 else str(at + 1)
        for at, id in enumerate(comparison.articles)
    }


def _compared(maker: _Maker, comparison: Comparison) -> Iterator[Section]:
    t, letters = maker.t, _letters(comparison)
    legend = [
        Text(
            f"{letters[id]} — {maker.source(article)}, {t.date(article.published)} : {article.title}"
        )
        for id in comparison.articles
        if (article := maker.by_id.get(id)) is not None
    ]
    yield Section(t("Sources"), tuple(legend))
    facts = [
        fact
        for fact in comparison.facts
        if fact.verdict not in (FactVerdict.AGREE, FactVerdict.ONLY)
    ]
    if facts:
        yield Section(
            t("What the sources contradict each other about"), (_fact_table(maker, facts, letters),)
        )
    quotes = tuple(_quotes(maker, comparison, letters))
    if quotes:
        yield Section(t("Who says what"), quotes)
    rows = tuple(_rows(maker, comparison, letters))
    if rows:
        yield Section(t("The same statements, side by side"), rows)
    only = tuple(_only(maker, comparison, letters))
    if only:
        yield Section(t("Only one says so"), only)


def _fact_table(maker: _Maker, facts: Sequence[Fact], letters: dict[ArticleId, str]) -> Table:
    t = maker.t
    rows = []
    for fact in facts:
        cells = [Cell(fact.label), Cell(t(fact.verdict.value))]
        told = {account.article: account for account in fact.accounts}
        for id in letters:
            account = told.get(id)
            article = maker.by_id.get(id)
            if account is None or article is None:
                cells.append(Cell("–"))
                continue
            claim = account.claims[0]
            words = claim.text or claim.span.of(article.text)
            said = f" ({claim.speaker_text})" if claim.speaker_text else ""
            cells.append(Cell(words + said, (maker.prove(article, claim.span),)))
        rows.append(tuple(cells))
    return Table(("", t("verdict"), *letters.values()), tuple(rows))


def _quotes(
    maker: _Maker, comparison: Comparison, letters: dict[ArticleId, str]
) -> Iterator[Block]:
    """A table an utterance: what each source makes of it."""
    for line in comparison.quotes:
        rows = []
        for use in line.uses:
            article = maker.by_id.get(use.article)
            if article is not None:
                words = " […] ".join(span.of(article.text) for span in use.spans)
                proof = maker.prove(article, use.spans[0])
                relation = maker.t(use.relation.value) if len(line.uses) > 1 else ""
                rows.append((Cell(letters[use.article]), Cell(words, (proof,)), Cell(relation)))
        yield Table(("", "", ""), tuple(rows))


def _rows(maker: _Maker, comparison: Comparison, letters: dict[ArticleId, str]) -> Iterator[Block]:
    for row in comparison.rows:
        cells = []
        for passage in row.passages:
            article = maker.by_id.get(passage.article)
            if article is not None:
                words = " […] ".join(span.of(article.text) for span in passage.spans)
                proof = maker.prove(article, passage.spans[0])
                cells.append((Cell(letters[passage.article]), Cell(words, (proof,))))
        yield Table(("", maker.t(row.strength.value)), tuple(cells))


def _only(maker: _Maker, comparison: Comparison, letters: dict[ArticleId, str]) -> Iterator[Block]:
    for passage in comparison.only:
        article = maker.by_id.get(passage.article)
        for span in passage.spans if article is not None else ():
            assert article is not None
            inside = span.end <= len(article.text)
            words = span.of(article.text) if inside else (article.description or "")
            yield Cited(words, maker.prove(article, span), letters[passage.article])


def _notebook(maker: _Maker) -> Iterator[Section]:
    """The entries in the reader's order, each with the words that were kept and their proof."""
    t = maker.t
    blocks: list[Block] = []
    for one in maker.material.noted:
        proof = Proof(
            len(maker.proofs) + 1, one.source or t("source not stated"), one.title,
            t.date(one.published), one.path or one.article,
            one.kept_span.start if one.kept_span else 0, one.kept_span.end if one.kept_span else 0,
            one.sha256,
        )  # fmt: skip
        maker.proofs.append(proof)
        known = " · ".join(
            part
            for part in (proof.source, proof.date, t(one.state), *(f"#{tag}" for tag in one.tags))
            if part
        )
        blocks.append(Cited(one.text, proof, known))
        if one.note:
            blocks.append(Text(f"✎ {one.note}"))
    yield Section(t("Notebook"), tuple(blocks))


def _card(maker: _Maker) -> Iterator[Section]:
    entity, t = maker.material.entity, maker.t
    assert entity is not None
    forms = ", ".join(f"{form.surface} ({t.number(form.mentions)})" for form in entity.forms)
    yield Section(
        entity.name,
        (
            Text(t.count("{n} article", "{n} articles", entity.articles)),
            Text(f"{t('Spellings')} : {forms}" if forms else ""),
            *(Text(role.text) for role in maker.material.roles),
        ),
    )
    quoted = []
    for article in maker.material.articles:
        for quote in article.annotations.quotes:
            if quote.speaker == entity.id:
                span = Span(quote.start, quote.end)
                lead = f"{maker.source(article)}, {t.date(article.published)}"
                quoted.append(Cited(span.of(article.text), maker.prove(article, span), lead))
    if quoted:
        yield Section(t("Quoted as saying"), tuple(quoted))


def _occurrences(maker: _Maker) -> Iterator[Section]:
    concordance = maker.material.concordance
    assert concordance is not None
    rows = []
    for line in concordance.lines:
        article = maker.by_id.get(line.article)
        proof = (maker.prove(article, line.span),) if article is not None else ()
        place = f"{line.source or maker.t('source not stated')}, {maker.t.date(line.published)}"
        rows.append((Cell(line.left), Cell(line.form, proof), Cell(line.right), Cell(place)))
    yield Section(maker.t("Occurrences"), (Table(("", "", "", ""), tuple(rows)),))


def _articles(maker: _Maker) -> Iterator[Section]:
    material, t = maker.material, maker.t
    if not material.articles or material.subject is Subject.CONCORDANCE:
        return
    yield Section(t("Articles"), ())
    for article in material.articles:
        known = (
            maker.source(article),
            t.date(article.published),
            article.section,
            article.author,
            article.url,
        )
        blocks: list[Block] = [Text(" · ".join(part for part in known if part), muted=True)]
        note = material.notes.get(article.id)
        if note:
            blocks.append(Cited(note, None, t("Note")))
        if article.description and material.share is not Share.NONE:
            blocks.append(Text(article.description))
        blocks += [Text(part) for part in material.text_of(article).split("\n\n") if part]
        blocks.append(Text(f"{article.path} · SHA-256 {article.sha256}", muted=True))
        yield Section(article.title, tuple(blocks), level=3)


def proof_line(proof: Proof, t: Texts) -> str:
    """« La Gazette, 17 janv. 2023 — « Titre » — fichier.txt, caractères 12–80, SHA-256 ab… »."""
    place = t("characters {start}–{end}", start=proof.start, end=proof.end)
    return f"{proof.source}, {proof.date} — {proof.title} — {proof.file}, {place}, SHA-256 {proof.sha256}"
