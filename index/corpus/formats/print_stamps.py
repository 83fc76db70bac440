"""What a browser prints at the edges of a page's sheets: its title, its address, the day of printing, « 1/3 »."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.corpus.bundles.broken_titles import title_key
from index.corpus.bundles.parts import Row, rows_of
from index.corpus.cleaning import rights
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.document import Stated
from index.model.text import Span

_WHEN = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?:,| à)?\s+\d{1,2}\s?[:h]\s?\d{2}(?::\d{2})?(?:[\s\u202f][AP]M)?"
_WHERE = r"(?:https?|ﬁle|file|about)://\S+"
_COUNT = r"(?:page\s)?\d{1,3}\s?(?:/|sur|of|de)\s?\d{1,3}"
_EDGE = re.compile(
    rf"(?:(?P<when>{_WHEN})|(?P<where>{_WHERE})|(?P<count>{_COUNT}))(?=\s|$)", re.IGNORECASE
)
_DEEPEST = 3
"""The most lines of these at either edge of a sheet."""
_MOST_ROWS = 7
_FEWEST_WORDS = 3
_SIGN = re.compile(r"\s[-–—|•·]\s|\s?[|•]\s?")
_CUT = re.compile(r"\s?(?:…|\.\.\.)$")


class Stamps(NamedTuple):
    """The stamps of a print."""

    places: tuple[tuple[int, int], ...]
    title: str | None
    """The title of the page, often with its site behind it, sometimes cut."""
    url: str | None


NONE = Stamps((), None, None)


def stamps_of(raw: str, between: str) -> Stamps:
    """The stamps of a print whose sheets stand apart by `between`; without any of them for another file.

    A sheet has its address or its number, and the day on which it was printed.
    """
    places: list[tuple[int, int]] = []
    titles: list[str] = []
    urls: list[str] = []
    at = 0
    stamped = filled = 0
    for sheet in raw.split(between):
        rows = rows_of(raw, Span(at, at + len(sheet)))
        at += len(sheet) + len(between)
        if not rows:
            continue
        filled += 1
        found = list(_stamped(rows))
        kinds = {kind for _, kinds, _ in found for kind in kinds}
        if "when" not in kinds or not kinds & {"where", "count"}:
            continue
        stamped += 1
        for row, _, rest in found:
            places.append((row.start, row.end))
            titles += [rest] if rest else []
            where = next((m["where"] for m in _EDGE.finditer(row.text) if m["where"]), "")
            urls += [where] if where.lower().startswith("http") else []
    if not stamped or stamped < filled:
        return NONE
    return Stamps(tuple(sorted(places)), _most(titles), _most(urls))


def _stamped(rows: Sequence[Row]) -> Iterator[tuple[Row, set[str], str]]:
    """The stamps of a sheet: each row, the kinds of what stands on it, and the words beside these."""
    edge = dict.fromkeys([*rows[:_DEEPEST], *rows[-_DEEPEST:]])
    for row in edge:
        matches = list(_EDGE.finditer(row.text))
        kinds = {str(match.lastgroup) for match in matches}
        rest = _EDGE.sub("", row.text).strip()
        alone = not rest and bool(kinds & {"when", "where"})
        if alone or "when" in kinds or {"where", "count"} <= kinds or ("where" in kinds and rest):
            if len(rest) > 300 or (
                rest and matches[0].start() and matches[-1].end() < len(row.text)
            ):
                continue  # a sentence with a day in it
            yield row, kinds, rest


def _most(found: Sequence[str]) -> str | None:
    return max(found, key=found.count) if found else None


def title_in(raw: str, stamps: Stamps) -> list[Row]:
    """The rows of the title in the text, by the one of the stamps; none where it does not stand there."""
    if stamps.title is None:
        return []
    cut = bool(_CUT.search(stamps.title))
    named = _CUT.sub("", stamps.title)
    wanted = _letters(named)
    # The title ends before its site; the whole may stand in a line at the head of a page.
    ends = {_letters(named[: sign.start()]) for sign in _SIGN.finditer(named)}
    places = set(stamps.places)
    fewest = _FEWEST_WORDS if places else _FEWEST_WORDS + 1  # « Revue de presse »
    rows = [row for row in rows_of(raw) if (row.start, row.end) not in places]
    best: list[Row] = []
    most = (False, 0)
    for at in range(len(rows)):
        told = ""
        for last in range(at, min(at + _MOST_ROWS, len(rows))):
            told += _letters(rows[last].text)
            whole = wanted.startswith(told)
            if not whole and not (cut and told.startswith(wanted)):
                break
            words = sum(len(row.text.split()) for row in rows[at : last + 1])
            if (told in ends, len(told)) > most and words >= fewest:
                best, most = rows[at : last + 1], (told in ends, len(told))
            if not whole:
                break
    return best


def stated_of(raw: str, stamps: Stamps, heading: Sequence[Row]) -> Stated:
    """What the stamps state of an article whose title stands on some rows: its address, and the site behind the title."""
    site = None
    if stamps.title and heading:
        known = " ".join(row.text for row in heading)
        head = unicodedata.normalize("NFKC", stamps.title)
        behind = len(head) - len(unicodedata.normalize("NFKC", known))
        site = rights.outlet_after(head, behind)
        sure = stamps.places or (
            site and (is_outlet_name(site) or _stands_above(raw, site, heading[0]))
        )
        # Who wrote a document gave it any title.
        site = site if sure else None
    return Stated(url=stamps.url, source=site)


def _stands_above(raw: str, site: str, title: Row) -> bool:
    """Whether the name of a site stands on a line of its own above the title, as at the head of its pages."""
    own = _letters(site)
    return any(_letters(row.text) == own for row in rows_of(raw, Span(0, title.start)))


def _letters(text: str) -> str:
    return title_key(unicodedata.normalize("NFKC", text)).replace(" ", "")
