"""Passages that speak of a claim, each with its source and whether it says, denies or changes the claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from index.compare.claim import SIGNS, ClaimPassage, ClaimRelation
from index.interface.texts import Texts
from index.model.article import Article, ArticleId
from tui.rendering import joined, truncated, wrapped
from tui.widgets.items import Item, Items

WIDEST = 96
"""Cells of a line of text: longer ones are hard to read."""
_STYLES = {
    ClaimRelation.SAYS: "mark--good",
    ClaimRelation.DENIES: "mark--error",
    ClaimRelation.DIFFERS: "mark--warm",
    ClaimRelation.SPEAKS: "mark--muted",
}


class Sayings(Items):
    def __init__(self, t: Texts, claim: str, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._claim = claim
        self._found: tuple[ClaimPassage, ...] = ()
        self._articles: Mapping[ArticleId, Article] = {}
        self._first: Article | None = None
        self._word = t("Searching…")

    def show(
        self,
        found: Sequence[ClaimPassage],
        articles: Mapping[ArticleId, Article],
        *,
        first: Article | None,
    ) -> None:
        """Shows the passages; `first` is the earliest article that says it."""
        self._found, self._articles, self._first = tuple(found), articles, first
        self._word = "" if found else self._t("No passage speaks of it.")
        count = self._t.count("{n} passage", "{n} passages", len(found))
        self.border_subtitle = joined(f" {count} ")
        self.redraw()

    def say(self, sentence: str) -> None:
        """Shows a short text in place of passages."""
        self._found, self._word = (), sentence
        self.redraw()

    @property
    def current(self) -> ClaimPassage | None:
        return self._found[int(self.cursor)] if self._found and self.cursor else None

    def draw_items(self, width: int) -> list[Item]:
        room = min(width, WIDEST)
        lines = wrapped(f"« {self._claim} »", max(10, room - 4), style="mark--strong")
        head = [joined("  ", line) for line in lines]
        if self._first is not None:
            among = any(said.among_first for said in self._found)
            told = self._t(
                "Among the first to say it: {source}, {date}"
                if among
                else "First said: {source}, {date}",
                source=self._first.source or self._t("source not stated"),
                date=self._t.date(self._first.published),
            )
            head.append(truncated(joined("  ", (told, "mark--key")), room))
        if self._word:
            words = wrapped(self._word, max(10, room - 4), style="mark--muted")
            head += [joined(""), *(joined("  ", line) for line in words)]
        return [Item((*head, joined(""))), *self._passages(room)]

    def _passages(self, width: int) -> Iterator[Item]:
        t = self._t
        for number, said in enumerate(self._found):
            article = self._articles[said.article]
            sign = f"{SIGNS[said.told]} {t(said.told.value)}"
            source = article.source or t("source not stated")
            head = joined(
                "  ", (sign, _STYLES[said.told]), (f" · {source}", "mark--strong"),
                (f" · {t.date(article.published)}", "mark--muted"),
            )  # fmt: skip
            text = wrapped(said.text.replace("\n", " "), max(10, width - 4))
            lines = [truncated(head, width), *(joined("  ", line) for line in text), joined("")]
            yield Item(tuple(lines), key=str(number))
