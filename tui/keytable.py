"""The table of keys: what each key means on every screen, and which commands have it.

`bound` makes a binding from the name of a command; the key stands here alone. A command that two rows
name has the keys of both. The reader's `keys:` change the keys of a command by its name, never this table.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

PREFIX = "D"
"""The key before the letter of a decision: `D` then `m` is written `D+m` in a binding."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of some keys."""

    keys: str
    """Alternatives as Textual names them, separated by commas."""
    says: str
    commands: tuple[str, ...]
    """Names of commands: ids of bindings."""


def _row(keys: str, says: str, *commands: str) -> Meaning:
    return Meaning(keys, says, commands)


TABLE: tuple[Meaning, ...] = (
    # Moves
    _row("up,k", "move up", "list.up", "paper.up", "article.take-previous"),
    _row("down,j", "move down", "list.down", "paper.down", "article.take-next"),
    _row("home,g", "move to the first", "list.home", "paper.home", "timeline.first"),
    _row("end,G", "move to the last", "list.end", "paper.end", "timeline.last"),
    _row("pageup", "move a page up", "list.page-up", "paper.page-up"),
    _row("pagedown", "move a page down", "list.page-down", "paper.page-down"),
    _row("ctrl+u", "move half a page up", "list.half-up", "paper.half-up"),
    _row("ctrl+d", "move half a page down", "list.half-down", "paper.half-down"),
    _row("up", "up, from a line one types in", "query.recall", "history.up"),
    _row("down", "down, from a line one types in", "query.leave", "history.down", "merge.list",
         "note.list", "event-choice.list", "folder.down", "sets.down"),
    _row("left", "sideways", "folder.fold", "tour.previous", "reading.previous", "findings.previous",
         "concordance.left", "timeline.previous", "facets.fold"),
    _row("right", "sideways", "folder.unfold", "tour.next", "reading.next", "findings.next",
         "concordance.right", "timeline.next", "facets.unfold"),
    _row("shift+down", "further down", "article.longer", "notebook.down"),
    _row("shift+up", "further up", "article.shorter", "notebook.up"),
    _row("shift+right", "a word more", "article.word-more"),
    _row("shift+left", "a word less", "article.word-less"),
    _row("enter", "go in", "query.leave", "results.read", "facets.choose", "columns.read",
         "article.mention", "card.choose", "findings.show", "occurrences.read", "neighbours.choose",
         "facts.passages", "deciding.choose", "entities.choose", "entity.choose", "events.read", "claim.read",
         "export.choose", "history.choose", "notebook.read", "together.read", "opening.again", "timeline.filter", "contrast.look",
         "arrival.choose", "searches.take", "sets.take", "folder.choose", "tour.next",
         "looks.choose", "entry-note.write", "note.write", "sets.keep"),
    _row("escape", "go back", "back", "help.back", "history.back", "export.back",
         "entry-note.back", "folder.back", "sets.back", "tour.leave", "article.leave", "opening.stop", "decide.back", "looks.back", "jump.back"),
    _row("tab", "next pane", "notebook.pane", "folder.complete", "search.next-pane", "compare.column", "concordance.pane", "contrast.pane",
         "entity.pane", "reading.pane", "export.other"),
    _row("shift+tab", "pane before", "search.previous-pane", "reading.previous-pane", "compare.previous-column"),
    # Search and walk
    _row("slash", "the line where one asks", "search.query", "contrast.other", "entities.seek"),
    _row("f", "filter a list by typing", "search.seek", "entities.seek"),
    _row("n", "next", "search.next-match", "article.next-match", "compare.next",
         "concordance.next", "proposals.later", "timeline.next-filled", "events.next"),
    _row("N,p", "previous", "search.previous-match", "article.previous-match", "compare.previous",
         "concordance.previous", "timeline.previous-filled", "events.previous"),
    _row("e", "next entity of the text", "search.next-mention", "article.next-mention"),
    _row("b", "entity of the text before", "search.previous-mention", "article.previous-mention"),
    _row("s", "order", "search.sort", "concordance.sort", "facets.alphabetic"),
    _row("t", "kind", "entities.kind"),
    _row("R", "filter the search by it", "entity.filter"),
    _row("F", "unfold copies, or fold them", "search.unfold"),
    _row("X", "let the filters go", "search.release"),
    _row("H", "earlier queries", "search.history"),
    _row("h", "two halves", "search.contrast"),
    _row("C", "every occurrence", "search.concordance"),
    _row("i", "card of the entity", "card.card", "facets.card", "together.card"),
    # What is read and kept
    _row("space", "retain or mark", "results.retain", "reading.retain", "events.retain",
         "concordance.keep", "compare.keep", "card.keep", "split.mark", "event-parts.mark", "notebook.state"),
    _row("K", "into the notebook", "reading.keep", "search.keep"),
    _row("c", "hold side by side", "compare"),
    _row("S", "sets of what is retained", "sets"),
    _row("A", "all accounts of the event", "reading.event"),
    _row("v", "begin a selection", "article.select"),
    _row("V", "change the view", "compare.mode", "split.turn"),
    _row("d", "differences", "compare.findings"),
    _row("m", "mark all that differs", "columns.marks"),
    _row("w", "note on it", "reading.note", "notebook.note", "notebook.jot"),
    _row("y", "copy with its source", "cite", "compare.copy"),
    _row("E", "export what is shown", "export"),
    _row("z", "what was set aside", "article.asides"),
    _row("o", "raw file", "reading.raw"),
    _row("W", "open the address or the file outside", "outside.open"),
    _row("L", "open the file outside", "outside.file"),
    _row("M", "text editor", "outside.edit"),
    _row("r", "why", "columns.why"),
    _row("a", "accept", "compare.accept", "proposals.yes"),
    _row("x,delete", "not this one", "compare.reject", "proposals.no", "notebook.drop", "searches.drop",
         "note.take-back", "sets.drop"),
    # Decisions
    _row("D", "decide", "decide"),
    _row("D+m", "merge", "decide.merge", "facets.merge", "events.merge"),
    _row("D+s", "split", "decide.split", "facets.split", "events.split"),
    _row("D+r", "rename", "decide.rename", "facets.rename"),
    _row("D+n", "nature", "decide.nature", "facets.nature"),
    _row("D+h", "hide", "decide.hide", "facets.hide"),
    _row("D+d", "move an article to another event", "events.move"),
    _row("D+a", "add what is retained", "events.gather"),
    _row("D+l", "lock", "events.lock"),
    _row("D+p", "answer proposals", "entities.proposals", "facets.proposals"),
    _row("D+k", "let go what is retained", "empty"),
    _row("u", "undo a decision", "decide.undo", "sets.back-again"),
    _row("U", "redo a decision", "decide.redo"),
    # The room
    # The row of digits of a French keyboard gives & é " ' ( without shift.
    _row("1,ampersand", "search", "tab.search"),
    _row("2,é", "events", "search.events"),
    _row("3,quotation_mark", "entities", "search.entities"),
    _row("4,apostrophe,T", "timeline", "search.timeline"),
    _row("5,left_parenthesis", "notebook", "search.notebook"),
    _row("ctrl+right", "next tab", "tab.next", "query.next-tab"),
    _row("ctrl+left", "tab before", "tab.previous", "query.previous-tab"),
    _row("plus", "larger: a pane, the scale of time", "pane.whole", "timeline.closer"),
    _row("less_than_sign", "a pane narrower", "pane.narrower"),
    _row("greater_than_sign", "a pane wider", "pane.wider"),
    _row("J", "jump to a letter", "jump"),
    _row("minus", "smaller: the scale of time", "timeline.farther"),
    _row("O,ctrl+o", "open another corpus", "corpora", "arrival.folder"),
    _row("P", "files not read", "search.unread"),
    _row("ctrl+r", "rebuild", "search.rebuild"),
    _row("ctrl+u", "empty the line", "query.empty"),
    _row("l", "looks", "look"),
    _row("f12", "a picture of the screen", "picture"),
    _row("question_mark,f1,ctrl+g", "help, and out of it", "help", "help.back"),
    # Terminals of editors take ctrl+p and F1.
    _row("ctrl+p,ctrl+t", "all commands", "palette"),
    _row("colon", "all commands", "palette.letter"),
    _row("q", "leave", "quit", "opening.quit", "help.back"),
    _row("ctrl+q", "leave", "quit", "quit.always"),
)  # fmt: skip

COMMANDS: frozenset[str] = frozenset(name for row in TABLE for name in row.commands)
"""Names of all commands: what `keys:` may name."""


KNOWN: frozenset[str] = frozenset(key for row in TABLE for key in row.keys.split(","))
"""All keys that mean something somewhere."""


def keys_of(command: str) -> str:
    """The keys of a command, separated by commas, those of the first row first."""
    return ",".join(row.keys for row in TABLE if command in row.commands)


def bound(
    command: str,
    action: str,
    description: str = "",
    *,
    show: bool = True,
    tooltip: str = "",
    priority: bool = False,
    system: bool = False,
) -> Binding:
    """The binding of a command to the keys that the table gives it."""
    if command not in COMMANDS:
        raise KeyError(f"no row of the table of keys names {command}")
    return Binding(
        keys_of(command),
        action,
        description,
        show=show,
        tooltip=tooltip,
        priority=priority,
        system=system,
        id=command,
    )
