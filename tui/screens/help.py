"""The help of the screen that the reader comes from: its keys, the query language, the signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from index.interface.facts_in_words import SIGNS, verdict_word
from index.interface.texts import Texts
from index.model.article import Kind
from index.model.comparison import Doubt, Manner, Strength
from index.model.events import LinkKind
from index.model.facts import FactVerdict
from index.query.examples import EXAMPLES
from index.query.printing import in_language
from tui.filters import kind_word
from tui.keys import commands_of, key_names
from tui.keytable import bound
from tui.offered import Command
from tui.palettes import PALETTES
from tui.rendering import fitted, joined, wrapped
from tui.screens.box import Box
from tui.session import Session
from tui.theme import KIND_SIGNS, LINK_SIGNS, STRENGTH_SIGNS
from tui.widgets.factlist import FACT_STYLES
from tui.widgets.paper import Paper
from tui.widgets.row_reasons import doubt_words, manner_words, strength_words

LOOKS = tuple(one.name for one in PALETTES)
Row: TypeAlias = tuple[Content, str, str]
"""A sign or keys, what they mean, and the name of the command, if it is one."""
KEYS = 22
"""Cells for keys and examples, where there is room."""


class HelpPaper(Paper):
    def __init__(self, t: Texts, commands: Sequence[Command], topics: Sequence[str]) -> None:
        super().__init__(id="help")
        self._t = t
        self._commands = tuple(commands)
        self._topics = tuple(topics)

    def draw(self, width: int) -> Sequence[Content]:
        lines: list[Content] = []
        doing = [c for c in self._commands if c.tooltip and not c.typed]
        waiting = [c for c in self._commands if c.tooltip and c.typed]
        moving = [c for c in self._commands if not c.tooltip and not c.typed]
        lines += self._chapter(self._t("What can be done here"), self._keys(doing), width)
        if waiting:
            outside = self._t("Once one has left the line (Esc, Tab), or by ctrl+p")
            lines += self._chapter(outside, self._keys(waiting), width)
        chapters = {
            "query": (self._t("What can be asked"), query_language(self._t)),
            "filters": (self._t("Filters"), filters_help(self._t)),
            "reading": (self._t("Reading"), reading_help(self._t)),
            "compare": (self._t("Side by side"), compare_help(self._t)),
            "events": (self._t("Events"), events_help(self._t)),
            "timeline": (self._t("Timeline"), timeline_help(self._t)),
            "signs": (self._t("The signs"), signs_help(self._t)),
        }
        for topic in self._topics:
            title, rows = chapters[topic]
            lines += self._chapter(title, rows, width)
        lines += self._chapter(self._t("Moving about"), self._keys(moving), width)
        lines += self._chapter(self._t("Keys of one’s own"), own_keys(self._t), width)
        return lines

    def _keys(self, commands: Sequence[Command]) -> Iterator[Row]:
        for command in commands:
            keys = joined((key_names(self._t, command.keys), "mark--key"))
            words = self._t(command.description)
            if command.tooltip:
                words = f"{words} — {self._t(command.tooltip)}"
            yield keys, words, command.id

    def _chapter(self, title: str, rows: Iterable[Row], width: int) -> list[Content]:
        """The third of each row is the name by which `keys:` of the settings knows the command."""
        lines = [joined(""), joined(" ", (title, "mark--title")), joined("")]
        for sign, words, name in rows:
            keys = min(KEYS, max(18, width // 3))
            room = max(10, width - keys - 6)
            explained = wrapped(words, room)
            if name:
                told = joined((f"  {name}", "mark--faint"))
                if explained[-1].cell_length + told.cell_length <= room:
                    explained[-1] = joined(explained[-1], told)
                else:
                    explained.append(told)
            for at, line in enumerate(explained):
                left = sign if at == 0 else Content("")
                lines.append(joined("  ", fitted(left, keys), "  ", line))
        return lines


class HelpScreen(Box[None]):
    BINDINGS = [
        bound("help.back", "dismiss", "Back"),
    ]

    def __init__(self, session: Session, behind: Screen[Any], topics: Sequence[str]) -> None:
        super().__init__(session)
        self._topics = tuple(topics)
        self._commands = commands_of(behind)

    def body(self) -> ComposeResult:
        paper = HelpPaper(self.t, self._commands, self._topics)
        paper.border_title = joined(f" {self.t('Help')} ")
        yield paper


def _row(sign: str, words: str, style: str = "mark--key") -> Row:
    return joined((sign, style)), words, ""


def query_language(t: Texts) -> Iterator[Row]:
    for example in EXAMPLES:
        yield _row(in_language(example.query, t.language), t(example.finds))


def own_keys(t: Texts) -> Iterator[Row]:
    """Explains how keys and looks are changed in the settings."""
    yield _row(
        "keys:", t("in your recoupe.yaml: the name in grey, a colon, other keys"), "mark--muted"
    )
    yield _row("  cite: ctrl+y", t("for instance"), "mark--muted")
    yield _row("theme:", t("one of {names}; l shows them", names=", ".join(LOOKS)), "mark--muted")


def filters_help(t: Texts) -> Iterator[Row]:
    yield _row("+", t("only the articles that have this value"), "mark--kept")
    yield _row("−", t("only the articles that do not have it"), "mark--error")
    yield _row("✕", t("a click on a chip lets a filter go"), "mark--muted")


def reading_help(t: Texts) -> Iterator[Row]:
    yield _row("›", t("a line that holds a word of the query"))
    yield _row("⌁ ┊", t("what is no part of the article, in its place, with the reason"))
    yield _row("~", t("before a date: inferred, not stated"), "mark--muted")
    yield _row("≠", t("one name spelt in two ways in one article"), "mark--probable")


def compare_help(t: Texts) -> Iterator[Row]:
    styles = {
        Strength.SAME: "mark--same",
        Strength.STRONG: "mark--strong-link",
        Strength.PROBABLE: "mark--probable",
    }
    meanings = {
        Strength.SAME: t("the passages report the same statement"),
        Strength.STRONG: t("they very likely do"),
        Strength.PROBABLE: t("they probably do; to be read"),
    }
    for verdict, sign in SIGNS.items():
        if verdict is not FactVerdict.ONLY:
            words = t("facts: {meaning}", meaning=verdict_word(t, verdict))
            yield _row(sign, words, FACT_STYLES[verdict])
    for strength, sign in STRENGTH_SIGNS.items():
        yield _row(f"{sign} {strength_words(t, strength)}", meanings[strength], styles[strength])
    yield _row(
        doubt_words(t, Doubt.NAMES),
        t("beside a row of a high score: why it is probable only"),
        "mark--probable",
    )
    yield _row("∅", t("this source has no such statement"), "mark--faint")
    yield (
        joined((t("underlined"), "mark--differing")),
        t(
            "figures, dates, names, negations and doubts that its counterpart does not have; m: all words"
        ),
        "",
    )
    yield _row(
        f"‹{manner_words(t, Manner.CONDITIONAL)}›",
        t("said with reserve, by an unnamed source, or put into somebody's mouth"),
        "mark--probable",
    )
    yield _row(
        t.count("+{n} weaker link", "+{n} weaker links", 1),
        t("the same sentence, less surely, beside another passage; r shows it"),
        "mark--probable",
    )


def events_help(t: Texts) -> Iterator[Row]:
    meanings = {
        LinkKind.REPUBLICATION: t("most of its words are those of another article"),
        LinkKind.SHARED_SOURCE: t("a long passage or a quotation is that of another article"),
        LinkKind.SAME_EVENT: t("it reports the same event in its own words"),
        LinkKind.BACKGROUND: t("it speaks of the event but reports something else"),
    }
    for kind, meaning in meanings.items():
        sign, style = LINK_SIGNS[kind]
        yield _row(f"{sign} {t(kind.value)}", meaning, style)


def timeline_help(t: Texts) -> Iterator[Row]:
    yield _row("█ ▄", t("articles that appeared in a span, by source"))
    yield _row("⣿ ⣤", t("of these, whose date was inferred; below, days made out from the text"))
    yield _row("●──●", t("the accounts of one event; a click holds them side by side"))
    yield _row("▀", t("the span under the cursor; Enter or a second click filters by it"))


def signs_help(t: Texts) -> Iterator[Row]:
    for kind in Kind:
        yield _row(KIND_SIGNS[kind], kind_word(t, kind), f"kind--{kind}")
    yield _row("✓A ✓B", t("retained, with the letter it will have side by side"), "mark--kept")
