"""The list of what was found: title, source and date, and the words around each match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from index.interface.copies_in_words import copies_told
from index.interface.days import proposal_label
from index.interface.texts import Texts
from index.model.article import ArticleId
from index.model.found import Excerpt, Hint, Hit, Proposal
from tui.keytable import bound
from tui.rendering import at_most, joined, mark_spans, spread, styled, truncated, wrap, wrapped
from tui.session import Kept
from tui.widgets.items import Item, Items

NEAR_THE_END = 8
"""How many results before the last known one the next are fetched."""
_TRY = "try:"
_RELEASE = "release"
_CLAIM = "claim"
_UNREAD = "unread"


class Results(Items):
    BINDINGS = [
        bound("results.read", "choose", "Read", tooltip="Open the article"),
        bound("results.retain", "retain", "Retain",
                tooltip="Retain this article to compare it, or let it go"),
    ]  # fmt: skip

    @dataclass
    class Retained(Message):
        """The reader wants to retain an article, or to let it go."""

        id: ArticleId

    @dataclass
    class QueryProposed(Message):
        """The reader took one of the queries that were proposed."""

        query: str
        unfiltered: bool = False
        """Whether it finds something without the filters only."""

    class ClaimWanted(Message):
        """The query is to be compared, as a claim, with the articles."""

    class FiltersReleased(Message):
        """The reader takes all filters away."""

    class UnreadWanted(Message):
        """The reader wants to know which files gave no article."""

    class MoreWanted(Message):
        """The last known results come into view."""

    def __init__(self, t: Texts, kept: Kept, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._t = t
        self._kept = kept
        self.hits: tuple[Hit, ...] = ()
        self.total = 0
        self._hints: tuple[Hint, ...] = ()
        self._proposals: tuple[Proposal, ...] = ()
        self._claim = False
        self._filtered = False
        self._unread = 0
        self._word = t("Searching…")
        """A short text in place of results, also before the first answer."""
        self._drawn: dict[tuple[ArticleId, int, str], Item] = {}
        """Results as they were drawn, by all that changes how they look."""

    def show(
        self,
        hits: Sequence[Hit],
        *,
        total: int,
        hints: Sequence[Hint] = (),
        proposals: Sequence[Proposal] = (),
        claim: bool = False,
        filtered: bool = False,
        unread: int = 0,
        keep_place: bool = False,
    ) -> None:
        """Shows new results from the first one on.

        With `claim` the query may be a claim. `unread` counts the files that gave no article, where the corpus
        holds none. With `keep_place`, when the same was asked before, the cursor stays on its article, and that
        at its height on the screen.
        """
        line = self.line_of(self.cursor)
        below = line - self.top if keep_place and line is not None else None
        self.hits, self.total = tuple(hits), total
        self._hints, self._filtered = tuple(hints), filtered
        self._proposals, self._claim = tuple(proposals), claim
        self._unread = unread
        self._word = ""
        self._drawn = {}
        self.redraw()
        ids = [hit.id for hit in self.hits]
        first = ids[0] if ids else self.first_key()
        at = self.cursor if keep_place and self.cursor in ids else first
        line = self.line_of(at)
        if below is None or line is None or at not in ids:
            self.scroll_home(animate=False)
        else:
            self.scroll_to(y=max(0, line - below), animate=False)
        self.move_to(at, silent=True)

    def extend(self, hits: Sequence[Hit]) -> None:
        """Adds results below those that are shown."""
        known = {hit.id for hit in self.hits}
        self.hits = (*self.hits, *(hit for hit in hits if hit.id not in known))
        self.redraw()

    def say(self, sentence: str) -> None:
        """Shows a short text in place of results."""
        self.hits, self.total, self._hints, self._word = (), 0, (), sentence
        self._proposals = ()
        self.redraw()

    @property
    def current(self) -> Hit | None:
        return next((hit for hit in self.hits if hit.id == self.cursor), None)

    def move_to(self, key: str, *, silent: bool = False) -> None:
        super().move_to(key, silent=silent)
        if key in [hit.id for hit in self.hits[-NEAR_THE_END:]]:
            self._want_more()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self.hits and new_value > old_value and new_value >= self.max_scroll_y - NEAR_THE_END:
            self._want_more()

    def _want_more(self) -> None:
        if len(self.hits) < self.total:
            self.post_message(self.MoreWanted())

    def draw_items(self, width: int) -> list[Item]:
        if self._word:
            lines = wrapped(self._word, width - 4, style="mark--muted")
            return [Item((joined(""), *(joined("  ", line) for line in lines)))]
        if not self.hits:
            return self._nothing(width)
        proposed = list(self._proposed(width))
        return [*proposed, *(self._hit(hit, width) for hit in self.hits)]

    def to_proposal(self) -> None:
        """Puts the cursor on a proposal above the results, if there is one."""
        if self._proposals:
            self.move_to(f"{_TRY}{self._proposals[0].query}")

    def _proposed(self, width: int) -> Iterator[Item]:
        """For dates among the words, the proposal to search what was published then."""
        for at, proposal in enumerate(self._proposals):
            number = joined((self._t.number(proposal.total), "mark--muted"))
            told = wrapped(proposal_label(proposal, self._t), width - 14, style="mark--key")
            lines = [spread(joined("   ▸ ", told[0]), number, width - 1)]
            lines += [joined("     ", line) for line in told[1:]]
            last = at == len(self._proposals) - 1
            yield Item((*lines, *([joined("")] if last else [])), key=f"{_TRY}{proposal.query}")

    def is_noted(self, key: str) -> bool:
        """Whether the notebook holds something of an article, or of a copy that is folded under it."""
        if key in self.pencilled:
            return True
        hit = next((hit for hit in self.hits if hit.id == key), None)
        return hit is not None and any(copy.id in self.pencilled for copy in hit.copies)

    def with_pencil(self, line: Content, number: int) -> Content:
        """Puts a pencil into the margin below the title's first line, where no word has to make room."""
        return joined(line[:1], ("✎", "mark--kept"), line[2:]) if number == 1 else line

    def _hit(self, hit: Hit, width: int) -> Item:
        look = (hit.id, width, self._kept.letter(hit.id))
        if look not in self._drawn:
            self._drawn[look] = self._draw_hit(hit, width, letter=look[2])
        return self._drawn[look]

    def _draw_hit(self, hit: Hit, width: int, *, letter: str) -> Item:
        mark = joined((f"✓{letter}" if letter else "  ", "mark--kept"), " ")
        room = width - 4
        title = at_most(wrapped(hit.title, room, style="mark--strong"), 2, room)
        lines = [joined(mark if n == 0 else "   ", line) for n, line in enumerate(title)]
        source = hit.source or self._t("source not stated")
        date = self._t.date(hit.published)
        where = spread(
            joined((source, "mark--muted" if hit.source else "mark--faint")),
            joined((date, "mark--muted")),
            room,
        )
        lines.append(joined("   ", where))
        if hit.copies:
            told = joined((copies_told(hit.copies, self._t), "mark--key"))
            lines.append(joined("   ", truncated(told, room)))
        for number, excerpt in enumerate(hit.excerpts):
            most = 2 if number == 0 else 1
            lines.extend(joined("   ", line) for line in self._excerpt(excerpt, room, most))
        lines.append(Content(""))
        return Item(tuple(lines), key=hit.id)

    def _excerpt(self, excerpt: Excerpt, width: int, most: int) -> list[Content]:
        text = excerpt.text.strip("\n")
        shift = len(excerpt.text) - len(excerpt.text.lstrip("\n"))
        marks = [
            mark._replace(start=mark.start - shift, end=mark.end - shift)
            for mark in mark_spans(excerpt.matches, "mark--match")
        ]
        # A window that begins in the middle of a sentence says so.
        before = "…" if text[:1].islower() else ""
        place = {"text": "", "description": self._t("summary"), "set aside": self._t("set aside")}
        label = place.get(excerpt.place, excerpt.place)
        head = joined((f"{label} " if label else "", "mark--key"), (before, "mark--faint"))
        content = joined(head, styled(text, marks))
        lines = wrap(content.plain, width)
        if len(lines) > most:
            lines = wrap(content.plain, width - 2)  # a sign at each end says what is left out
        first = min((mark.start for mark in marks), default=0) + len(head)
        at = next((n for n, line in enumerate(lines) if line.end > first), 0)
        # The first match is on the last of the lines that are shown, if not above.
        start = max(0, at - most + 1)
        shown = [content[line.start : line.end] for line in lines[start : start + most]]
        if start:
            shown[0] = joined(("…", "mark--faint"), shown[0])
        if len(lines) > start + most:
            shown[-1] = truncated(joined(shown[-1], ("…", "mark--faint")), width)
        return [truncated(line, width) for line in shown]

    def _nothing(self, width: int) -> list[Item]:
        t = self._t
        if self._unread:
            return self._nothing_read(width)
        words = [joined(""), joined("  ", (t("Nothing found."), "mark--strong"))]
        if self._hints:
            words += [joined(""), joined("  ", (t("This would be found:"), "mark--muted"))]
        items = [*self._proposed(width), Item(tuple(words))]
        for hint in self._hints:
            items.append(Item(tuple(self._hint(hint, width)), key=f"{_TRY}{hint.query}"))
        if self._claim:
            line = joined("   ▸ ", (t("Hold it as a claim"), "mark--key"))
            why = joined("     ", (t("who says it, denies it, gives another value"), "mark--muted"))
            items.append(Item((joined(""), line, truncated(why, width)), key=_CLAIM))
        if self._filtered:
            line = joined("   ▸ ", (t("Release all filters"), "mark--key"))
            items += [Item((joined(""),)), Item((line,), key=_RELEASE)]
        if not self._hints and not self._filtered:
            advice = t("Fewer words, another spelling, or OR between two words may find more.")
            lines = wrapped(advice, width - 4, style="mark--muted")
            items.append(Item((joined(""), *(joined("  ", line) for line in lines))))
        return items

    def _hint(self, hint: Hint, width: int) -> list[Content]:
        """A query that would find something: how many articles, and which part of the query it changes."""
        t = self._t
        why = (
            t("without {part}", part=hint.instead_of)
            if hint.use is None
            else t("{use} for {part}", use=hint.use, part=hint.instead_of)
        )
        number = joined((t.number(hint.articles), "mark--muted"))
        return [
            spread(joined("   ▸ ", (hint.query, "mark--key")), number, width - 1),
            truncated(joined("     ", (why, "mark--muted")), width),
        ]

    def _nothing_read(self, width: int) -> list[Item]:
        t = self._t
        title = wrapped(
            t("No file of this corpus gave an article."), width - 4, style="mark--strong"
        )
        why = t.count("Why {n} file was not read", "Why {n} files were not read", self._unread)
        line = joined("   ▸ ", (why, "mark--key"))
        return [
            Item((joined(""), *(joined("  ", each) for each in title), joined(""))),
            Item((truncated(line, width),), key=_UNREAD),
        ]

    def clicked(self, item: Item, event: events.Click) -> None:
        """A click takes a proposal at once; of an article it shows the text first."""
        if item.key in (_RELEASE, _UNREAD, _CLAIM) or item.key.startswith(_TRY):
            self.move_to(item.key)
            self.action_choose()
        else:
            super().clicked(item, event)

    def action_choose(self) -> None:
        if self.cursor == _RELEASE:
            self.post_message(self.FiltersReleased())
        elif self.cursor == _CLAIM:
            self.post_message(self.ClaimWanted())
        elif self.cursor == _UNREAD:
            self.post_message(self.UnreadWanted())
        elif self.cursor.startswith(_TRY):
            query = self.cursor.removeprefix(_TRY)
            without = any(one.unfiltered for one in self._proposals if one.query == query)
            self.post_message(self.QueryProposed(query, without))
        else:
            super().action_choose()

    def action_retain(self) -> None:
        if self.current is not None:
            self.post_message(self.Retained(self.current.id))
            # Shown at once: a second key may come before the first one is answered.
            self.step(1)
