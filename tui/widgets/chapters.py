"""The lists of what a comparison found: differences, quotations, names, and what only one source says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from index.compare.whole import over_whole
from index.interface.fact_labels import told_label
from index.interface.facts_in_words import SIGNS, folded, marked_cell, verdict_word
from index.interface.saying import speaker_words
from index.interface.sheet_words import relation_words
from index.interface.texts import Texts
from index.model.article import Article, ArticleId, EntityId
from index.model.comparison import (
    About,
    Asserted,
    Comparison,
    Difference,
    Manner,
    Passage,
    QuoteLine,
    Verdict,
)
from index.model.facts import Fact, FactVerdict
from index.model.text import Span
from index.notebook import keepable
from index.notebook.keepable import Keepable
from index.text.folding import fold
from tui.rendering import fitted, joined, mark_spans, styled, thin_bar
from tui.widgets.factlist import FACT_STYLES
from tui.widgets.row_reasons import manner_words
from tui.widgets.statement_columns import letter_of

WORD = 13
MANNER = 20
BAR = 12
ALL_TOLD = 4
"""Of so many accounts each is told to have a quotation or not."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one source."""

    column: int
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a list, and the places that it speaks of."""

    line: Content
    place: Place | None = None
    head: tuple[Content, Content] | None = None
    """Two columns before the line; they stand above it where the line does not fit beside them."""
    keep: Keepable | None = None
    """The part that goes into the notebook, or is copied."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One list of findings, under a name."""

    name: str
    entries: tuple[Finding, ...]
    kind: str = ""
    counted: bool = True
    """Whether the number of entries follows the name."""


def chapters_of(
    t: Texts, comparison: Comparison, articles: Sequence[Article], names: Mapping[EntityId, str]
) -> Iterator[Chapter]:
    """The findings of a comparison, list by list; « to be checked », never « false ».

    `names` are those of the speakers.
    """
    columns = {article.id: column for column, article in enumerate(articles)}
    groups = folded(comparison.facts)
    unsure, agreed = list(groups.to_check), list(groups.agreed)
    for fact in groups.detail:
        (agreed if fact.verdict is FactVerdict.NARROWER else unsure).append(fact)

    def told(facts: Sequence[Fact]) -> tuple[Finding, ...]:
        return tuple(_fact(t, fact, comparison, columns) for fact in facts)

    yield Chapter(t("Differences"), told(groups.grave))
    if unsure:
        yield Chapter(t("To check"), told(unsure))
    quotes = sorted(comparison.quotes, key=lambda line: (_first_speaker(line), -len(line.uses)))
    said = tuple(_quote(t, line, articles, columns, names) for line in quotes)
    yield Chapter(t("Quotations"), said, "quotes")
    named = (d for d in comparison.differences if d.about in (About.NAME, About.ROLE))
    yield Chapter(t("Names"), tuple(_difference(t, each, articles, columns) for each in named))
    if groups.seldom:
        yield Chapter(t("Unlikely"), told(groups.seldom))
    if groups.otherwise:
        yield Chapter(t("In other words"), told(groups.otherwise))
    if agreed:
        yield Chapter(t("Agreements"), told(agreed))
    yield Chapter(
        t("Assertions"),
        tuple(_assertion(t, each, articles, columns) for each in asserted_first(comparison)),
    )
    yield Chapter(t("Dependence"), tuple(_dependence(t, comparison, articles)), counted=False)
    if comparison.communique:
        yield Chapter(
            t("Communiqué"),
            tuple(_utterance(each, articles, columns) for each in comparison.communique),
        )
    for passage in comparison.only:
        column = columns[passage.article]
        text = articles[column].text
        yield Chapter(
            t("Only {letter}", letter=letter_of(column)),
            tuple(
                Finding(
                    joined(span.of(text)),
                    Place(column, span),
                    keep=keepable.of_passages((Passage(passage.article, (span,)),)),
                )
                for span in passage.spans
            ),
            "only",
        )


def _first_speaker(line: QuoteLine) -> tuple[bool, str]:
    """The speaker under whom a line is listed; lines without one come last."""
    said = (use.said.speaker or use.said.speaker_text for use in line.uses if use.said)
    who = next((str(name) for name in said if name), "")
    return not who, fold(who)


def _named(t: Texts, verdict: Verdict) -> tuple[str, str]:
    """How two names or offices stand to each other, and the class that this is drawn with."""
    return {
        Verdict.CONFLICT: (f"≠ {t('to be checked')}", "mark--error"),
        Verdict.UPDATE: (f"→ {t('changed since')}", "mark--warm"),
    }.get(verdict, (f"≈ {t('variants')}", "mark--strong-link"))


def _fact(
    t: Texts, fact: Fact, comparison: Comparison, columns: Mapping[ArticleId, int]
) -> Finding:
    """The line of a fact as the list of facts has it, with the place of its first claim."""
    to_check = fact.verdict is FactVerdict.TO_CHECK and not fact.accepted
    words = t("to be checked") if to_check else verdict_word(t, fact.verdict)
    verdict = joined((f"{SIGNS[fact.verdict]} {words}", FACT_STYLES[fact.verdict]))
    label = joined((told_label(t, fact.label), "mark--strong"))
    parts: list[Content | tuple[str, str]] = []
    for account in fact.accounts:
        written, notes = marked_cell(t, fact, account)
        parts.append((f"  {letter_of(columns[account.article])} ", "mark--key"))
        parts.append(styled(written, mark_spans(notes, "mark--muted")))
    if fact.why:
        parts.append((f"  ({t(fact.why)})", "mark--muted"))
    first = fact.accounts[0]
    claim, column = first.claims[0], columns[first.article]
    place = Place(column, over_whole(claim.span, claim.part, comparison.lengths[column]))
    return Finding(joined(*parts), place, head=(verdict, label), keep=keepable.of_fact(fact))


def _difference(
    t: Texts, found: Difference, articles: Sequence[Article], columns: dict[ArticleId, int]
) -> Finding:
    verdict, label = joined(_named(t, found.verdict)), joined((found.label, "mark--strong"))
    parts: list[Content | tuple[str, str] | str] = []
    place: Place | None = None
    for side in found.sides:
        column = columns[side.article]
        text = articles[column].text
        said = ", ".join(dict.fromkeys(" ".join(span.of(text).split()) for span in side.spans))
        parts += [(f"  {letter_of(column)} ", "mark--key"), said]
        if place is None and side.spans:
            place = Place(column, side.spans[0])
    if found.why:
        parts.append((f"  ({t(found.why)})", "mark--muted"))
    keep = keepable.of_difference(found)
    return Finding(joined(*parts), place, head=(verdict, label), keep=keep)


def _quote(
    t: Texts,
    line: QuoteLine,
    articles: Sequence[Article],
    columns: dict[ArticleId, int],
    names: Mapping[EntityId, str],
) -> Finding:
    uses = {columns[use.article]: use for use in line.uses}
    parts: list[Content | tuple[str, str]] = []
    # Of many accounts only those that have it: seven times « absent » would leave no room for the words.
    shown = range(len(articles)) if len(articles) <= ALL_TOLD else sorted(uses)
    for column in shown:
        use = uses.get(column)
        if use is None:
            word, style = t("absent"), "mark--faint"
        elif len(uses) == 1:
            word, style = t("alone"), "mark--only"
        else:
            word, style = relation_words(t, use.relation), "mark--muted"
        told = joined((f"{letter_of(column)} ", "mark--key"), (word, style), "  ")
        parts.append(fitted(told, WORD))
    longest = max(line.uses, key=lambda use: sum(span.length for span in use.spans))
    column = columns[longest.article]
    text = articles[column].text
    said = " […] ".join(span.of(text) for span in longest.spans)
    parts.append((f"« {said} »", "mark--quote"))
    who = dict.fromkeys(
        speaker_words(t, use.said, name_of=names.__getitem__)
        for use in line.uses
        if use.said is not None
    )
    named = " / ".join(words for words in who if words)
    if named:
        parts.append((f" — {named}", "mark--muted"))
    if line.speakers_differ:
        parts.append((f" ≠ {t('given to several speakers')}", "mark--error"))
    return Finding(joined(*parts), Place(column, longest.spans[0]), keep=keepable.of_quote(line))


def asserted_first(comparison: Comparison) -> list[Asserted]:
    """The assertions, the least sure first."""
    return sorted(comparison.asserted, key=lambda each: list(Manner).index(each.manner))


def _assertion(
    t: Texts, found: Asserted, articles: Sequence[Article], columns: dict[ArticleId, int]
) -> Finding:
    column = columns[found.article]
    text = articles[column].text
    sure = found.manner is Manner.ATTRIBUTED
    words = joined((manner_words(t, found.manner), "mark--muted" if sure else "mark--probable"))
    marks = []
    if found.cue is not None:
        marks.append(found.cue.shifted(-found.span.start))
    sentence = styled(found.span.of(text), mark_spans(marks, "mark--probable"))
    head = joined((f"{letter_of(column)} ", "mark--key"))
    line = joined(head, fitted(words, MANNER), " ", sentence)
    keep = keepable.of_passages((Passage(found.article, (found.span,)),))
    return Finding(line, Place(column, found.span), keep=keep)


def _dependence(t: Texts, comparison: Comparison, articles: Sequence[Article]) -> Iterator[Finding]:
    """For each source: how much of it others have too, and the words of its title and lead that are its own."""
    own = {passage.article: passage.spans for passage in comparison.own_words}
    shares = {each.article: each for each in comparison.dependence}
    for column, article in enumerate(articles):
        head = joined((f"{letter_of(column)} ", "mark--key"))
        found = shares.get(article.id)
        if found is not None:
            said = t("{share} of its words also stand elsewhere", share=_percent(t, found.text))
            if found.quotes is not None:
                quoted = t("{share} of its quotations", share=_percent(t, found.quotes))
                said = f"{said} · {quoted}"
            filled = thin_bar(found.text, BAR)
            bar = joined((filled, "mark--key"), ("─" * (BAR - len(filled)), "mark--rule"))
            yield Finding(joined(head, bar, "  ", said))
        spans = own.get(article.id, ())
        if spans:
            words = " · ".join(dict.fromkeys(span.of(article.text) for span in spans))
            label = (f"  {t('in its own words')}  ", "mark--muted")
            yield Finding(joined(label, (words, "mark--warm")), Place(column, spans[0]))


def _percent(t: Texts, share: float) -> str:
    sign = "\u202f%" if t.language == "fr" else "%"
    return f"{round(100 * share)}{sign}"


def _utterance(
    found: Passage, articles: Sequence[Article], columns: dict[ArticleId, int]
) -> Finding:
    column = columns[found.article]
    said = " […] ".join(span.of(articles[column].text) for span in found.spans)
    head = joined((f"{letter_of(column)} ", "mark--key"))
    place, keep = Place(column, found.spans[0]), keepable.of_passages((found,), quoted=True)
    return Finding(joined(head, (f"« {said} »", "mark--quote")), place, keep=keep)
