"""The stretches of a file that were set aside: where each belongs in the clean text, and why."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from index.corpus.cleaning.reasons import Reason
from index.interface.accounts import with_signs
from index.interface.texts import Texts
from index.model.article import Article
from index.model.text import Span, TextMap


class Aside(NamedTuple):
    """A stretch of the file that is no part of the article."""

    text: str
    reason: str
    signs: tuple[str, ...] = ()
    """What spoke most for it, where the line was weighed."""
    after: int = 0
    """The number of lines between the paragraph that it follows and its first one."""


def asides_by_place(article: Article) -> dict[int, list[Aside]]:
    """The stretches set aside, by the number of the paragraph that they follow in the file; -1 is before all.

    A stretch follows the paragraph in or after which it stands in the file.
    """
    ways = TextMap(article.pieces)
    starts = sorted(
        (ways.raw_span(Span(paragraph.start, paragraph.start + 1)).start, number)
        for number, paragraph in enumerate(article.paragraphs)
    )
    raw_starts = [start for start, _ in starts]
    placed: dict[int, list[Aside]] = {}
    for aside, text in zip(article.set_aside, article.set_aside_texts, strict=False):
        if text.strip():
            at = bisect_right(raw_starts, aside.raw_start) - 1
            number = starts[at][1] if at >= 0 else -1
            here = placed.setdefault(number, [])
            passed = sum(one.text.count("\n") + 1 for one in here)
            if here and here[-1].reason == aside.reason == Reason.OUTSIDE.value:
                here[-1] = here[-1]._replace(text=f"{here[-1].text}\n{text}")
            else:
                here.append(Aside(text, aside.reason, aside.signs, passed))
    return placed


def place_in_words(t: Texts, aside: Aside, *, above: bool) -> str:
    """The reason; where the place alone is the reason, how far from the article the stretch stands."""
    if aside.reason != Reason.OUTSIDE.value:
        return reason_in_words(t, aside.reason, aside.signs)
    lines = t.count("{n} line", "{n} lines", aside.text.count("\n") + 1)
    if above:
        return t("outside the article, {lines} above its text", lines=lines)
    if not aside.after:
        return t("outside the article, {lines} right below its text", lines=lines)
    passed = t.count("{n} line", "{n} lines", aside.after)
    return t("outside the article, {lines}, {passed} below its text", lines=lines, passed=passed)


def reason_in_words(t: Texts, reason: str, signs: tuple[str, ...] = ()) -> str:
    """The reason in the reader's language, with what spoke for it; as it is where the catalogue does not
    know it.
    """
    return with_signs(t, reason, signs)
