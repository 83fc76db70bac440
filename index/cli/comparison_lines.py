"""A comparison in lines for a person at a terminal: all that the room shows below its columns, too."""

from __future__ import annotations

import string
from itertools import zip_longest
from typing import TYPE_CHECKING

from index.compare.source_comparison import MOST_BESIDE
from index.compare.whole import whole
from index.interface.days import meant
from index.interface.fact_labels import told_label
from index.interface.facts_in_words import SIGNS, cell, folded, laid_beside, verdict_word
from index.interface.saying import speaker_words
from index.model.comparison import GRAVEST_FIRST, Manner, Strength, Verdict
from index.model.statement_rows import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.cli.call import Call
    from index.model.article import Article, ArticleId, EntityId
    from index.model.comparison import Comparison, Days, Difference, Passage, QuoteLine, Row
    from index.model.facts import Fact
    from index.model.statement_rows import Statement
    from index.model.text import Span


_MEETING = (Verdict.AGREE, Verdict.NARROWER, Verdict.NOT_COMPARABLE)
_SIGNS = {Verdict.AGREE: "=", Verdict.NARROWER: "⊂", Verdict.NOT_COMPARABLE: "?"}


class ComparisonLines:
    """The articles compared, each under a letter, with the lines of one chapter after the other.

    `names` are those of the speakers.
    """

    def __init__(
        self,
        comparison: Comparison,
        articles: Sequence[Article],
        call: Call,
        *,
        names: Mapping[EntityId, str],
    ) -> None:
        self._found = comparison
        self._names = names
        self._articles = articles
        self._call = call
        self._letters = dict(zip(comparison.articles, string.ascii_uppercase, strict=False))
        self._text_of = {article.id: whole(article).text for article in articles}

    def __iter__(self) -> Iterator[str]:
        yield from self._heads()
        found = self._found
        yield from self._facts()
        yield from self._statements()
        yield from self._chapter("Quotes", map(self._quote, found.quotes), apart=True)
        gravest = sorted(found.differences, key=lambda one: GRAVEST_FIRST.index(one.verdict))
        apart = (one for one in gravest if one.verdict not in _MEETING)
        yield from self._chapter("Differences", map(self._difference, apart))
        meeting = (one for one in gravest if one.verdict in _MEETING)
        yield from self._chapter("Agreements", map(self._agreement, meeting))
        yield from self._chapter("Assertions", self._assertions())
        yield from self._chapter("Dependence", self._dependence(), counted=False)
        if found.communique:
            said = ([self._passage(p.article, p.spans, quoted=True)] for p in found.communique)
            yield from self._chapter("Communiqué", said)
        for only in found.only:
            lines = ([f"  {self._said(only.article, [span])}"] for span in only.spans)
            yield from self._chapter("Only {letter}", lines, letter=self._letters[only.article])

    def _heads(self) -> Iterator[str]:
        call = self._call
        for article in self._articles:
            source = article.source or call.texts("source unknown")
            date = call.texts.date(article.published)
            yield f"{self._letters[article.id]}  {call.styled(article.title, bold=True)}"
            yield f"   {call.styled(f'{source} · {date} · {article.id}', dim=True)}"

    def _chapter(
        self,
        name: str,
        entries: Iterable[list[str]],
        *,
        counted: bool = True,
        apart: bool = False,
        **values: object,
    ) -> Iterator[str]:
        listed = list(entries)
        head = self._call.texts(name, **values)
        yield ""
        yield self._call.styled(f"{head} ({len(listed)})" if counted else head, bold=True)
        for number, lines in enumerate(listed):
            if apart and number:
                yield ""
            yield from lines

    def _facts(self) -> Iterator[str]:
        """What the sources contradict each other about, then what one gives more precisely."""
        texts = self._call.texts
        grave, detail, to_check, seldom, otherwise, agreed = folded(self._found.facts)
        shown, agreed = laid_beside([*grave, *detail], agreed)
        yield from self._chapter("Facts", ([line] for line in map(self._fact, shown)))
        if to_check:
            checked = ([line] for line in map(self._fact, to_check))
            yield from self._chapter("To check: perhaps not about one thing", checked)
        for name, facts in (
            ("To check: seldom about one thing", seldom), ("Told in other words", otherwise)
        ):  # fmt: skip
            if facts:
                yield from self._chapter(name, ([line] for line in map(self._fact, facts)))
        if agreed:
            yield self._call.styled(
                f"  = {texts.count('{n} agreement', '{n} agreements', len(agreed))}: "
                + ", ".join(dict.fromkeys(told_label(texts, fact.label) for fact in agreed)),
                dim=True,
            )

    def _fact(self, fact: Fact) -> str:
        call, texts = self._call, self._call.texts
        cells = (
            f"{self._letters[account.article]} " + cell(texts, fact, account)
            for account in fact.accounts
        )
        head = f"  {SIGNS[fact.verdict]} {call.styled(told_label(texts, fact.label), bold=True)}"
        colon = self._colon
        why = call.styled(f"  [{verdict_word(texts, fact.verdict)}]", dim=True)
        return f"{head}{colon} {call.styled('   '.join(cells))}{why}"

    def _statements(self) -> Iterator[str]:
        if len(self._articles) > MOST_BESIDE:
            # « Statements (0) » would say that nothing is told alike.
            told = self._call.texts("Statements stand side by side for at most four articles.")
            yield from ("", self._call.styled(told, dim=True))
            return
        aligned = [one for one in statements_of(self._found) if one.row is not None]
        yield from self._chapter("Statements", map(self._statement, aligned))

    def _statement(self, statement: Statement) -> list[str]:
        """A statement with the passages of all sources, and under it what is linked less surely."""
        assert statement.row is not None
        lines = [self._judgement(statement.row)]
        surely = dict(statement.further)
        for column in statement.sources:
            line = self._cell(column, statement.cells[column])
            row = surely.get(column)
            lines.append(line if row is None else f"{line}  [{self._judgement(row)}]")
        for link in statement.weaker:
            assert link.row is not None
            lines.append(f"  ↳ {self._judgement(link.row)}")
            lines += [
                f"  {self._cell(column, link.cells[column])}"
                for column in link.sources
                if link.cells[column] != statement.cells[column]
            ]
        return lines

    def _judgement(self, row: Row) -> str:
        texts = self._call.texts
        why = ", ".join(texts(evidence.value) for evidence in row.because)
        judged = f"{texts(row.strength.value)} {texts.number(round(row.score, 2))} ({why})"
        if row.strength is Strength.PROBABLE and row.doubts:
            judged = f"{judged}, {', '.join(texts(doubt.told) for doubt in row.doubts)}"
        return judged

    def _cell(self, column: int, spans: Sequence[Span]) -> str:
        return self._passage(self._articles[column].id, spans)

    def _quote(self, line: QuoteLine) -> list[str]:
        texts = self._call.texts
        lines = []
        for use in line.uses:
            how = texts("alone" if len(line.uses) == 1 else use.relation.value)
            said = self._said(use.article, use.spans)
            who = (
                speaker_words(texts, use.said, name_of=self._names.__getitem__) if use.said else ""
            )
            by = f" — {self._call.styled(who)}" if who else ""
            lines.append(f"  {self._letters[use.article]} [{how}] « {said} »{by}")
        if line.speakers_differ:
            lines.append(f"  ≠ {texts('These words are given to several speakers.')}")
        having = {use.article for use in line.uses}
        lacking = [
            self._letters[article.id] for article in self._articles if article.id not in having
        ]
        if lacking:
            lines.append(f"  {', '.join(lacking)} [{texts('absent')}]")
        return lines

    def _difference(self, found: Difference) -> list[str]:
        call, texts = self._call, self._call.texts
        why = f" ({texts(found.why)})" if found.why else ""
        verdict = f"{texts(found.verdict.value)}{why}"
        if len(found.sides) > 2 and found.pairs:
            held = (
                f"{self._letters[h.one]}–{self._letters[h.other]} {texts(h.verdict.value)}"
                for h in found.pairs
            )
            verdict = f"{verdict} [{', '.join(held)}]"
        label = texts(found.label)
        colon = self._colon
        head = f"  {call.styled(label)}{colon} {verdict}" if label else f"  {verdict}"
        sides = zip_longest(found.sides, found.days)
        return [head, *(f"  {self._value(side, days)}" for side, days in sides)]

    def _agreement(self, found: Difference) -> list[str]:
        """What the sources give alike, or one more precisely, or not so that it could be compared: one line."""
        sides = zip_longest(found.sides, found.days)
        told = "  ".join(self._value(side, days).strip() for side, days in sides)
        why = f" ({self._call.texts(found.why)})" if found.why else ""
        label = f"{self._call.styled(found.label)}{self._colon} " if found.label else ""
        return [f"  {_SIGNS[found.verdict]} {label}{told}{why}"]

    @property
    def _colon(self) -> str:
        return "\u00a0:" if self._call.texts.language == "fr" else ":"

    def _value(self, side: Passage, days: Days | None) -> str:
        said = self._passage(side.article, side.spans)
        return said + self._call.styled(meant(self._call.texts, said, days), dim=True)

    def _assertions(self) -> Iterator[list[str]]:
        """What is said least surely before the rest."""
        surest_last = list(Manner)
        for one in sorted(self._found.asserted, key=lambda one: surest_last.index(one.manner)):
            manner = self._call.texts(one.manner.value)
            said = self._said(one.article, [one.span])
            yield [f"  {self._letters[one.article]} [{manner}] {said}"]

    def _dependence(self) -> Iterator[list[str]]:
        """What of each source others have too, and the words of its title and lead that are its own."""
        texts = self._call.texts
        own = {passage.article: passage.spans for passage in self._found.own_words}
        for found in self._found.dependence:
            said = texts(
                "{share} of its words also stand elsewhere", share=self._percent(found.text)
            )
            if found.quotes is not None:
                quoted = texts("{share} of its quotations", share=self._percent(found.quotes))
                said = f"{said} · {quoted}"
            lines = [f"  {self._letters[found.article]}  {said}"]
            if spans := own.get(found.article, ()):
                text = self._text_of[found.article]
                words = " · ".join(dict.fromkeys(span.of(text) for span in spans))
                lines.append(f"     {texts('in its own words')} {self._call.styled(words)}")
            yield lines

    def _percent(self, share: float) -> str:
        sign = "\u202f%" if self._call.texts.language == "fr" else "%"
        return f"{round(100 * share)}{sign}"

    def _passage(self, article: ArticleId, spans: Iterable[Span], *, quoted: bool = False) -> str:
        said = self._said(article, spans)
        return f"  {self._letters[article]}  {f'« {said} »' if quoted else said}"

    def _said(self, article: ArticleId, spans: Iterable[Span]) -> str:
        # What an article says in several places in the same words is shown once.
        text = self._text_of[article]
        said = " […] ".join(dict.fromkeys(" ".join(span.of(text).split()) for span in spans))
        return self._call.styled(said)
