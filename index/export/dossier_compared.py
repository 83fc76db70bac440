"""The sections of a dossier about a comparison: facts, quotations, common statements, statements of
one source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.compare.whole import in_whole, placed, text_of
from index.export.dossier_maker import Maker
from index.export.dossier_tree import Block, Cell, Cited, Proof, Section, Table, TableKind
from index.interface.fact_labels import told_label
from index.interface.facts_in_words import SIGNS, cell, folded, laid_beside, verdict_word
from index.interface.saying import speaker_words
from index.model.article import Article, ArticleId
from index.model.comparison import Comparison, QuoteLine
from index.model.facts import Account, Fact
from index.model.text import Span


def compared(maker: Maker, comparison: Comparison) -> Iterator[Section]:
    t, letters = maker.t, letters_of(comparison)
    yield Section(t("Sources"), (sources(maker, letters),))
    grave, detail, to_check, seldom, otherwise, agreed = folded(comparison.facts)
    shown, agreed = laid_beside((*grave, *detail), agreed)
    if shown:
        table = _facts(maker, shown, letters)
        yield Section(t("What the sources contradict each other about"), (table,))
    if to_check:
        yield Section(
            t("To check: perhaps not about one thing"), (_facts(maker, to_check, letters),)
        )
    if seldom:
        yield Section(t("To check: seldom about one thing"), (_facts(maker, seldom, letters),))
    if otherwise:
        yield Section(t("Told in other words"), (_facts(maker, otherwise, letters),))
    if agreed:
        yield Section(t("What they agree on"), (_facts(maker, agreed, letters),))
    quotes = tuple(_quotes(maker, comparison, letters))
    if quotes:
        yield Section(t("Who says what"), quotes)
    rows = tuple(_rows(maker, comparison, letters))
    if rows:
        yield Section(t("The same statements, side by side"), rows)
    only = tuple(_only(maker, comparison, letters))
    if only:
        yield Section(t("Only one says so"), only)


def letters_of(comparison: Comparison) -> dict[ArticleId, str]:
    return {
        id: chr(ord("A") + at) if at < 26 else str(at + 1)
        for at, id in enumerate(comparison.articles)
    }


def sources(maker: Maker, letters: dict[ArticleId, str]) -> Table:
    """The article that each letter stands for."""
    t = maker.t
    rows = [
        (Cell(letter), Cell(maker.source(article)), Cell(maker.date(article)), Cell(article.title))
        for id, letter in letters.items()
        if (article := maker.by_id.get(id)) is not None
    ]
    return Table(("", t("source"), t("date"), t("title")), tuple(rows), TableKind.SOURCES)


def _facts(maker: Maker, facts: Sequence[Fact], letters: dict[ArticleId, str]) -> Table:
    """A line for each fact: the value of each account, with its sentence as the proof."""
    t = maker.t
    rows = []
    for fact in facts:
        verdict = f"{SIGNS[fact.verdict]} {verdict_word(t, fact.verdict)}"
        cells = [Cell(told_label(t, fact.label), grave=True), Cell(verdict)]
        told = {account.article: account for account in fact.accounts}
        for id in letters:
            account, article = told.get(id), maker.by_id.get(id)
            if account is None or article is None:
                cells.append(Cell("–"))
            else:
                cells.append(Cell(cell(t, fact, account), _proofs(maker, article, account)))
        rows.append(tuple(cells))
    return Table(("", t("verdict"), *letters.values()), tuple(rows), TableKind.FACTS)


def _proofs(maker: Maker, article: Article, account: Account) -> tuple[Proof, ...]:
    claim = account.claims[0]
    span = in_whole(article, claim.sentence, claim.part)
    return (maker.prove(article, span, words=claim.sentence.of(text_of(article, claim.part))),)


def _quotes(maker: Maker, comparison: Comparison, letters: dict[ArticleId, str]) -> Iterator[Block]:
    """A table for each utterance: its speaker, and the version of each source."""
    for line in comparison.quotes:
        rows = []
        for use in line.uses:
            article = maker.by_id.get(use.article)
            if article is not None:
                relation = maker.t(use.relation.value) if len(line.uses) > 1 else ""
                words = f"«\u00a0{_words(article, use.spans)}\u00a0»"
                proof = maker.prove(article, use.spans[0])
                rows.append(
                    (Cell(letters[use.article], grave=True), Cell(words, (proof,)), Cell(relation))
                )
        if rows:
            caption = _speakers(maker, line) or maker.t("nobody is named")
            yield Table(("", "", ""), tuple(rows), TableKind.SAID, caption)


def _speakers(maker: Maker, line: QuoteLine) -> str:
    told = (
        speaker_words(maker.t, use.said, name_of=maker.material.name_of)
        for use in line.uses
        if use.said is not None
    )
    return " / ".join(dict.fromkeys(words for words in told if words))


def _rows(maker: Maker, comparison: Comparison, letters: dict[ArticleId, str]) -> Iterator[Block]:
    for row in comparison.rows:
        cells = []
        for passage in row.passages:
            article = maker.by_id.get(passage.article)
            if article is not None:
                proof = maker.prove(article, passage.spans[0])
                words = Cell(_words(article, passage.spans), (proof,))
                cells.append((Cell(letters[passage.article], grave=True), words, Cell("")))
        strength = maker.t(row.strength.value)
        yield Table(("", "", ""), tuple(cells), TableKind.SAID, strength)


def _only(maker: Maker, comparison: Comparison, letters: dict[ArticleId, str]) -> Iterator[Block]:
    for passage in comparison.only:
        article = maker.by_id.get(passage.article)
        for span in passage.spans if article is not None else ():
            assert article is not None
            lead = f"{letters[passage.article]} · {maker.source(article)}"
            yield Cited(_words(article, (span,)), maker.prove(article, span), lead)


def _words(article: Article, spans: Sequence[Span]) -> str:
    """The words of some spans over the text with the lead after it."""
    told = []
    for span in spans:
        at, part = placed(span, len(article.text))
        told.append(" ".join(at.of(text_of(article, part)).split()))
    return " […] ".join(told)
