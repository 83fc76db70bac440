"""The facts of an event, line by line: what each account gives, and on demand the passages side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from index.compare.whole import lead_start, whole
from index.interface.fact_labels import told_label
from index.interface.facts_in_words import SIGNS, folded, laid_beside, marked_cell, verdict_word
from index.interface.saying import quoted
from index.interface.texts import Texts
from index.model.article import Article, ArticleId
from index.model.claims import Claim, Part
from index.model.facts import Account, Fact, FactVerdict
from index.model.text import Span
from index.notebook.keepable import of_fact
from tui.keytable import bound
from tui.rendering import at_most, fitted, joined, mark_spans, spread, styled, truncated, wrapped
from tui.widgets.items import Item, Items
from tui.widgets.statement_columns import letter_of

GRID_FROM = 96
"""Width from which each account has a column of its own, in cells."""
_LEAST_COLUMN = 17
_LABEL = 22
_CELL_LINES = 3
_GAP = 2
"""Cells between columns: with one, the values of two accounts read as one sentence."""
_HEAD_LINES = 2
"""The lines of a source's name over its column."""
FACT_STYLES = {
    FactVerdict.CONFLICT: "mark--error",
    FactVerdict.DENIED: "mark--error",
    FactVerdict.DISPUTED: "mark--probable",
    FactVerdict.UPDATE: "mark--warm",
    FactVerdict.HEDGED: "mark--probable",
    FactVerdict.NARROWER: "mark--good",
    FactVerdict.TO_CHECK: "mark--muted",
    FactVerdict.OTHERWISE: "mark--muted",
    FactVerdict.AGREE: "mark--good",
    FactVerdict.NOT_COMPARABLE: "mark--muted",
    FactVerdict.ONLY: "mark--only",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What else a comparison found, counted in one line under the facts."""

    chapter: str
    words: str


class FactList(Items):
    BINDINGS = [
        bound("facts.passages", "choose", "Passages",
                tooltip="Show the passages of this fact side by side, or fold them again"),
    ]  # fmt: skip

    @dataclass
    class ChapterChosen(Message):
        """The reader asks for one of the lists beside the facts."""

        chapter: str

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._articles: dict[ArticleId, Article] = {}
        self._letters: dict[ArticleId, str] = {}
        self._facts: tuple[Fact, ...] = ()
        self._beside: tuple[Beside, ...] = ()
        self._open: set[str] = set()
        self._shown = False
        self._taken: set[str] = set()
        """The facts that were rejected here, before a comparison knows of it."""

    def show(
        self, articles: Sequence[Article], facts: Sequence[Fact], beside: Sequence[Beside]
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._letters = {article.id: letter_of(n) for n, article in enumerate(articles)}
        self._facts, self._beside, self._shown = tuple(facts), tuple(beside), True
        self._taken -= {fact.id for fact in facts if fact.accepted is False}
        self.redraw_around_cursor()
        if not self.cursor:
            self.move_to(self.first_key(), silent=True)

    def take_away(self, id: str) -> None:
        """Shows a fact no longer; the cursor goes to the line that takes its place."""
        self._taken.add(id)
        self.redraw_around_cursor()

    def bring_back(self, id: str) -> None:
        """Shows a fact again that stays after all."""
        self._taken.discard(id)
        self.redraw_around_cursor()

    @property
    def _standing(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self._facts if fact.id not in self._taken)

    @property
    def current(self) -> Fact | None:
        return next((fact for fact in self._facts if fact.id == self.cursor), None)

    def mark_kept(self, ids: Collection[str]) -> None:
        """Marks with a pencil the facts that the notebook holds, by the ids of their entries."""
        self.mark_noted(fact.id for fact in self._facts if of_fact(fact).id in ids)

    def action_choose(self) -> None:
        key = self.cursor
        if key.startswith("chapter:"):
            self.post_message(self.ChapterChosen(key.partition(":")[2]))
        elif key:
            self._open ^= {key}
            self.redraw()
            self.move_to(key, silent=True)

    def fold(self) -> bool:
        """Folds what is open under the cursor, or the group around it; false where nothing is open."""
        groups = folded(self._standing)
        inside = {
            "to-check": groups.to_check, "seldom": groups.seldom,
            "otherwise": groups.otherwise, "agreed": groups.agreed,
        }  # fmt: skip
        around = next(
            (key for key, facts in inside.items()
             if key in self._open and any(fact.id == self.cursor for fact in facts)), "",
        )  # fmt: skip
        key = self.cursor if self.cursor in self._open else around
        if key:
            self._open.discard(key)
            self.redraw()
            self.move_to(key, silent=True)
        return bool(key)

    def draw_items(self, width: int) -> list[Item]:
        if not self._shown:
            return [
                Item(
                    (
                        joined(
                            "  ",
                            (self._t("Holding the accounts against each other…"), "mark--muted"),
                        ),
                    )
                )
            ]
        grave, detail, to_check, seldom, otherwise, agreed = folded(self._standing)
        grid = self._grid(width)
        items = [self._head(width, grid)] if grid else [self._legend(width)]
        if not grave:
            words = self._t("No account contradicts another in what was read.")
            items.append(Item((joined("  ", (words, "mark--muted")), joined(""))))
        shown, agreed = laid_beside((*grave, *detail), agreed)
        items += [self._fact(fact, width, grid) for fact in shown]
        items.append(Item((joined(""),)))
        if to_check:
            words = self._t("{n} to check", n=len(to_check))
            items += self._group("to-check", f"≟ {words}", "mark--muted", to_check, width, grid)
        if seldom:
            words = self._t("{n} seldom about one thing", n=len(seldom))
            items += self._group("seldom", f"≟ {words}", "mark--muted", seldom, width, grid)
        if otherwise:
            words = self._t("{n} told in other words", n=len(otherwise))
            items += self._group("otherwise", f"≈ {words}", "mark--muted", otherwise, width, grid)
        if agreed:
            words = self._t.count("{n} agreement", "{n} agreements", len(agreed))
            items += self._group("agreed", f"= {words}", "mark--good", agreed, width, grid)
        items += [
            Item((joined("  ", ("▸ ", "mark--key"), each.words),), key=f"chapter:{each.chapter}")
            for each in self._beside
        ]
        return items

    def _grid(self, width: int) -> int:
        """Width of each account's column; zero where they stand under each other."""
        count = len(self._articles)
        each = (width - _LABEL - 3) // max(1, count) - 1
        return each if width >= GRID_FROM and each >= _LEAST_COLUMN else 0

    def _head(self, width: int, grid: int) -> Item:
        """The letter and the source over each column, with its day: below it where a column has no room for both."""
        heads = []
        for id, article in self._articles.items():
            source = self._name_of(article)
            name = joined((f"{self._letters[id]} ", "mark--key"), (source, "mark--strong"))
            day = joined((self._t.date(article.published), "mark--muted"))
            heads.append((name, day))
        if all(name.cell_length + day.cell_length < grid for name, day in heads):
            lines = [[joined(name, " ", day) for name, day in heads]]
        else:
            names = [at_most(_under_letter(name, grid), _HEAD_LINES, grid) for name, _ in heads]
            height = max(map(len, names))
            lines = [
                [name[at] if at < len(name) else joined("") for name in names]
                for at in range(height)
            ]
            lines.append([joined("  ", day) for _, day in heads])
        indent = " " * (_LABEL + 3)
        return Item(
            tuple(
                truncated(
                    joined(indent, *(joined(fitted(cell, grid), " ") for cell in line)), width
                )
                for line in lines
            )
        )

    def _name_of(self, article: Article) -> str:
        """What tells an account from the others: its source, else its title."""
        if article.source or not article.title:
            return article.source or self._t("source not stated")
        return quoted(self._t, article.title)

    def _legend(self, width: int) -> Item:
        """The source of each letter, where the accounts have no columns of their own."""
        line: list[Content | tuple[str, str] | str] = [" "]
        lines, room = [], width - 2
        for id, article in self._articles.items():
            source = self._name_of(article)
            piece = joined((f" {self._letters[id]} ", "mark--key"), (source, "mark--muted"), " ")
            piece = truncated(piece, width - 2)
            if piece.cell_length > room and len(line) > 1:
                lines.append(joined(*line))
                line, room = [" "], width - 2
            line.append(piece)
            room -= piece.cell_length
        return Item((*lines, joined(*line), joined("")))

    def _fact(self, fact: Fact, width: int, grid: int) -> Item:
        lines = list(self._row(fact, width, grid) if grid else self._card(fact, width))
        if fact.id in self._open:
            lines += self._passages(fact, width)
        return Item(tuple(truncated(line, width) for line in lines), key=fact.id)

    def _sign(self, fact: Fact) -> tuple[str, str]:
        mark = "✓" if fact.accepted else SIGNS[fact.verdict]
        return f" {mark} ", FACT_STYLES[fact.verdict]

    def _row(self, fact: Fact, width: int, grid: int) -> Iterator[Content]:
        """One line of the table, as high as its fullest cell, three lines at the most."""
        given = {account.article: account for account in fact.accounts}
        grave = fact.verdict not in (FactVerdict.AGREE, FactVerdict.NARROWER)
        words = told_label(self._t, fact.label)
        label = wrapped(words, _LABEL - _GAP, style="mark--strong" if grave else "")
        label = at_most(label, _CELL_LINES, _LABEL - _GAP)
        columns = []
        for id in self._articles:
            account = given.get(id)
            drawn = [joined(("–", "mark--faint"))]
            if account is not None:
                written, notes = marked_cell(self._t, fact, account)
                drawn = wrapped(written, grid - _GAP + 1, mark_spans(notes, "mark--muted"))
            columns.append(at_most(drawn, _CELL_LINES, grid - _GAP + 1))
        height = max(len(label), *(len(drawn) for drawn in columns))
        for at in range(height):
            pieces: list[Content | tuple[str, str] | str] = [self._sign(fact) if at == 0 else "   "]
            pieces.append(fitted(label[at] if at < len(label) else joined(""), _LABEL))
            for drawn in columns:
                pieces += [fitted(drawn[at] if at < len(drawn) else joined(""), grid), " "]
            yield joined(*pieces)

    def _card(self, fact: Fact, width: int) -> Iterator[Content]:
        """One fact where there is no room for columns: the accounts one after the other."""
        head = joined(self._sign(fact), (told_label(self._t, fact.label), "mark--strong"))
        word = joined((verdict_word(self._t, fact.verdict), "mark--muted"))
        yield spread(head, word, width - 1)
        line: list[Content | tuple[str, str] | str] = ["   "]
        room = width - 4
        for account in fact.accounts:
            written, notes = marked_cell(self._t, fact, account)
            piece = joined(
                (f"{self._letters[account.article]} ", "mark--key"),
                styled(written, mark_spans(notes, "mark--muted")),
                "   ",
            )
            if piece.cell_length > room and len(line) > 1:
                yield joined(*line)
                line, room = ["   "], width - 4
            if piece.cell_length - 3 > room:
                yield from self._long(account.article, written, notes, width)
                continue
            line.append(piece)
            room -= piece.cell_length
        if len(line) > 1:
            yield joined(*line)

    def _long(
        self, id: ArticleId, written: str, notes: Sequence[Span], width: int
    ) -> Iterator[Content]:
        """The values of an account that are longer than a line, under its letter."""
        room = width - 6
        lines = wrapped(written, room, mark_spans(notes, "mark--muted"))
        for at, words in enumerate(at_most(lines, _CELL_LINES, room)):
            letter = f"{self._letters[id]} " if at == 0 else "  "
            yield joined("   ", (letter, "mark--key"), words)

    # Passages

    def _passages(self, fact: Fact, width: int) -> list[Content]:
        why = verdict_word(self._t, fact.verdict)
        if fact.why:
            why = f"{why} · {self._t(fact.why)}"
        lines = [joined("   ", (f"┌ {why}", "mark--muted"))]
        count = len(fact.accounts)
        each = (width - 5) // count - 2
        if width >= GRID_FROM and each >= 26:
            drawn = [self._passage(account, each) for account in fact.accounts]
            for at in range(max(len(column) for column in drawn)):
                pieces: list[Content | tuple[str, str] | str] = [("   │ ", "mark--rule")]
                for column in drawn:
                    pieces += [fitted(column[at] if at < len(column) else joined(""), each), "  "]
                lines.append(joined(*pieces))
        else:
            for account in fact.accounts:
                lines += [
                    joined(("   │ ", "mark--rule"), line)
                    for line in self._passage(account, width - 7)
                ]
        lines.append(joined(("   └", "mark--rule")))
        return lines

    def _passage(self, account: Account, width: int) -> list[Content]:
        """The sentences of an account that give the value, which is marked."""
        article = self._articles[account.article]
        source = self._name_of(article)
        head = joined(
            (f"{self._letters[account.article]} ", "mark--key"), (source, "mark--strong"),
            (f" · {self._t.date(article.published)}", "mark--muted"),
        )  # fmt: skip
        lines = [truncated(head, width)]
        shift = lead_start(article)
        text = whole(article).text
        sentences: dict[Span, list[Span]] = {}
        for claim in account.claims:
            by = shift if claim.part is Part.DESCRIPTION else 0
            sentences.setdefault(_sentence(claim, by), []).append(claim.span.shifted(by))
        for sentence, spans in sentences.items():
            marks = mark_spans([span.shifted(-sentence.start) for span in spans], "mark--match")
            if sentence.start >= shift and len(text) > len(article.text):
                lines.append(joined((self._t("in the lead"), "mark--faint")))
            lines += wrapped(sentence.of(text), width, marks)
        return lines

    def _group(
        self, key: str, count: str, style: str, facts: Sequence[Fact], width: int, grid: int
    ) -> Iterator[Item]:
        """Facts behind one line that counts them, which opens and folds them."""
        sign = "▾" if key in self._open else "▸"
        # Labels have commas of their own.
        labels = " · ".join(dict.fromkeys(told_label(self._t, fact.label) for fact in facts))
        line = joined("  ", (f"{count} {sign} ", style), (labels, "mark--muted"))
        yield Item((truncated(line, width - 1),), key=key)
        if key in self._open:
            yield from (self._fact(fact, width, grid) for fact in facts)


def _under_letter(name: Content, width: int) -> list[Content]:
    """A letter and a name, the further lines of the name under its first one."""
    letter, words = name[:2], name[2:]
    lines = wrapped(words.plain, max(4, width - 2), style="mark--strong")
    return [joined(letter if at == 0 else "  ", line) for at, line in enumerate(lines)]


def _sentence(claim: Claim, by: int) -> Span:
    return claim.sentence.shifted(by)
