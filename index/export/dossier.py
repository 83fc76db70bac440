"""The tree of a dossier: HTML, Word and Markdown draw the same tree, so that all show the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from index.export.dossier_compared import compared
from index.export.dossier_maker import Maker
from index.export.dossier_tree import (
    Block,
    Cell,
    Cited,
    Dossier,
    Note,
    Proof,
    Section,
    Table,
    TableKind,
    Text,
)
from index.export.halves_sections import LETTERS, size_of_half
from index.export.halves_sections import sections as halved
from index.export.material import Material, Share, Subject
from index.interface.days import appearance
from index.interface.fact_labels import told_label
from index.interface.proof_words import file_words, place_words
from index.interface.saying import manner_words
from index.interface.texts import Texts
from index.model.article import Article
from index.model.notes import Noted
from index.model.text import Span

_PRINTED_WHOLE = ("article",)
"""Kinds of entries whose articles are printed whole behind a notebook."""


def dossier(material: Material) -> Dossier:
    """The tree of a dossier; what the material does not have makes no section."""
    maker = Maker(material, by_id={article.id: article for article in material.articles})
    sections: list[Section] = []
    if material.comparison is not None:
        sections += compared(maker, material.comparison)
    if material.entity is not None:
        sections += _card(maker)
    if material.concordance is not None:
        sections += _occurrences(maker)
    if material.subject is Subject.NOTEBOOK:
        sections += _notebook(maker)
    if material.halves is not None:
        sections += halved(material.texts, material.halves)
    sections += _articles(maker)
    return Dossier(
        title=material.title,
        corpus=material.corpus,
        facts=tuple(_facts_of_halves(material) if material.halves else _facts(material)),
        sections=tuple(sections),
        proofs=tuple(maker.proofs),
        language=material.texts.language,
    )


def _facts(material: Material) -> Iterator[str]:
    t = material.texts
    counts = []
    if material.noted:
        counts.append(t.count("{n} entry", "{n} entries", len(material.noted)))
    counts.append(t.count("{n} article", "{n} articles", len(material.articles)))
    named = {article.source for article in material.articles if article.source}
    if named:
        counts.append(t.count("{n} source", "{n} sources", len(named)))
    if days := appearance(t, (article.published for article in material.articles)):
        counts.append(days)
    yield " · ".join(counts)
    yield _indexed(material)


def _facts_of_halves(material: Material) -> Iterator[str]:
    assert material.halves is not None
    for side, (letter, query) in enumerate(zip(LETTERS, material.halves.queries, strict=True)):
        size = size_of_half(material.texts, material.halves.found, side)
        yield f"{letter} · {query} · {size}"
    yield _indexed(material)


def _indexed(material: Material) -> str:
    t = material.texts
    return t("index of {date}", date=t.day(date.fromisoformat(material.generation[:10])))


def _notebook(maker: Maker) -> Iterator[Section]:
    """The entries in the reader's order, each with the words that were kept, their proofs and the note."""
    t = maker.t
    yield Section(t("Notebook"), ())
    for number, one in enumerate(maker.material.noted, start=1):
        several = len(one.proofs) > 1
        blocks: list[Block] = []
        for proof in () if one.kind == "article" else one.proofs:
            lead = f"{proof.source or t('source not stated')}, {maker.dated(proof.published)}"
            gives = proof.gives if several else ""
            blocks.append(
                Cited(" ".join(proof.text.split()), maker.prove_noted(proof), lead, gives)
            )
        if one.note:
            blocks.append(Note(one.note))
        yield Section(f"{number}. {_heading(one, t)}", tuple(blocks), level=3, known=_known(one, t))


def _heading(one: Noted, t: Texts) -> str:
    """The heading of an entry: its label, else its kind."""
    label = told_label(t, one.label) if one.kind in ("fact", "quote") else ""
    if one.kind == "line":
        label = one.proofs[0].gives
    if one.kind == "article":
        label = one.text
    label = " ".join((label or t(one.kind)).split())
    return f"{label[:1].upper()}{label[1:]}"


def _known(one: Noted, t: Texts) -> str:
    parts = [t(one.kind), t(one.verdict) if one.verdict else "", t(one.state)]
    parts += [f"#{tag}" for tag in one.tags]
    if one.kind == "article":
        proof = one.proofs[0]
        parts += [proof.source or t("source not stated"), t.date(proof.published)]
        parts += [file_words(t, proof.file, proof.article), f"SHA-256 {proof.sha256}"]
    if one.changed:
        parts.append(t("The file has changed since."))
    return " · ".join(part for part in parts if part)


def _card(maker: Maker) -> Iterator[Section]:
    entity, t = maker.material.entity, maker.t
    assert entity is not None
    forms = ", ".join(f"{form.surface} ({t.number(form.mentions)})" for form in entity.forms)
    colon = "\u00a0: " if t.language == "fr" else ": "
    yield Section(
        entity.name,
        (
            Text(t.count("{n} article", "{n} articles", entity.articles)),
            Text(f"{t('Spellings')}{colon}{forms}" if forms else ""),
            *(Text(role.text) for role in maker.material.roles),
        ),
    )
    quoted = []
    for article in maker.material.articles:
        for quote in article.annotations.quotes:
            if quote.speaker == entity.id:
                span = Span(quote.start, quote.end)
                how = manner_words(t, quote)
                lead = f"{maker.source(article)}, {maker.date(article)}" + (
                    f" · {how}" if how else ""
                )
                quoted.append(Cited(span.of(article.text), maker.prove(article, span), lead))
    if quoted:
        yield Section(t("Quoted as saying"), tuple(quoted))


def _occurrences(maker: Maker) -> Iterator[Section]:
    concordance = maker.material.concordance
    assert concordance is not None
    rows = []
    for line in concordance.lines:
        article = maker.by_id.get(line.article)
        proof = (maker.prove(article, line.span),) if article is not None else ()
        place = f"{line.source or maker.t('source not stated')}, {maker.dated(line.published)}"
        form = Cell(line.form, proof, grave=True)
        rows.append((Cell(line.left), form, Cell(line.right), Cell(place)))
    table = Table(("", "", "", ""), tuple(rows), TableKind.LINES)
    yield Section(maker.t("Occurrences"), (table,))


def _articles(maker: Maker) -> Iterator[Section]:
    material, t = maker.material, maker.t
    articles = material.articles
    if material.subject is Subject.NOTEBOOK:
        whole = {one.article for one in material.noted if one.kind in _PRINTED_WHOLE}
        articles = tuple(article for article in articles if article.id in whole)
    if not articles or material.subject is Subject.CONCORDANCE:
        return
    yield Section(t("Articles"), ())
    for article in articles:
        parts = (
            maker.source(article),
            maker.date(article),
            article.section,
            t("p. {page}", page=article.page) if article.page else "",
            t("edition: {edition}", edition=article.edition) if article.edition else "",
            t("record {record}", record=article.record_id) if article.record_id else "",
            article.author,
            article.url,
        )
        blocks: list[Block] = []
        note = material.notes.get(article.id)
        if note and material.subject is not Subject.NOTEBOOK:
            blocks.append(Note(note))
        if article.description and material.share is not Share.NONE:
            blocks.append(Text(article.description))
        blocks += [Text(part) for part in material.text_of(article).split("\n\n") if part]
        blocks.append(Text(_proven(article, t), muted=True))
        known = " · ".join(part for part in parts if part)
        yield Section(article.title, tuple(blocks), level=3, known=known)


def _proven(article: Article, t: Texts) -> str:
    return f"{file_words(t, article.path, article.id)} · SHA-256 {article.sha256}"


def proof_line(proof: Proof, t: Texts) -> str:
    """« La Gazette, 17 janv. 2023 — Titre — fichier.txt, caractères 12–80, SHA-256 ab… »."""
    said = f"«\u00a0{proof.words}\u00a0» — " if proof.words else ""
    return (
        f"{said}{proof.source}, {proof.date} — {proof.title} — "
        f"{file_words(t, proof.file, proof.article)}, {place_of(proof, t)}, SHA-256 {proof.sha256}"
    )


def place_of(proof: Proof, t: Texts) -> str:
    if proof.end == 0:
        return t("the whole article")
    return place_words(t, proof.start, proof.end, in_lead=proof.in_lead)


def by_article(proofs: Sequence[Proof]) -> list[list[Proof]]:
    """The proofs by article, so that a reader opens each once to check them.

    One file may hold articles of many sources; a file that changed has a checksum for each state.
    """
    articles: dict[tuple[str, str, str], list[Proof]] = {}
    for proof in proofs:
        articles.setdefault((proof.article, proof.file, proof.sha256), []).append(proof)
    return list(articles.values())
