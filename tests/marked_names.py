"""Articles with marked names, and a measure of how well these are found."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from index.entities.name_reading import read, settle
from index.entities.persons import without_title
from index.entities.recognition import Recogniser
from index.entities.votes import CorpusVotes
from index.model.article import Kind

_KINDS = {
    "p": Kind.PERSON,
    "o": Kind.ORGANISATION,
    "l": Kind.PLACE,
    "e": Kind.EQUIPMENT,
    "v": Kind.EVENT,
    "g": Kind.GROUP,
    "x": Kind.OTHER,
}
_GENERIC = re.compile(r"(?:[a-zà-ÿ-]+ |[ld]['’])+(?=[^a-zà-ÿ])")
_MARK = re.compile(r"\[([polevgx?]) ([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """An article and the names in it; `optional` may be found or not."""

    subject: str
    text: str
    names: frozenset[tuple[int, int, Kind]]
    optional: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """A name that was found wrongly, or not found."""

    subject: str
    sign: str
    """`+` found where none or another is, `-` not found so."""
    kind: Kind
    surface: str
    context: str


@dataclass(frozen=True, slots=True)
class Outcome:
    right: int
    found: int
    wanted: int
    misses: tuple[Miss, ...]

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.wanted


def read_marked(path: Path) -> tuple[Marked, ...]:
    """The articles of a file: `== subject`, the title, the text."""
    content = path.read_text(encoding="utf-8")
    return tuple(_marked(part) for part in re.split(r"^== ", content, flags=re.M)[1:])


def _marked(part: str) -> Marked:
    subject, title, body = part.strip().split("\n", 2)
    marked = f"{title}\n\n{body}"
    text = ""
    names: set[tuple[int, int, Kind]] = set()
    optional: list[tuple[int, int]] = []
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        start = len(text)
        text += mark[2]
        at = mark.end()
        if mark[1] == "?":
            optional.append((start, len(text)))
        else:
            names.add(_bare(text, start, len(text), _KINDS[mark[1]]))
    return Marked(subject, text + marked[at:], frozenset(names), tuple(optional))


def _bare(text: str, start: int, end: int, kind: Kind) -> tuple[int, int, Kind]:
    """The span without words before the name: a title, or « rue de la »."""
    surface = text[start:end]
    if kind is Kind.PERSON:
        return end - len(without_title(surface)), end, kind
    small = _GENERIC.match(surface) if kind is Kind.PLACE else None
    return start + (small.end() if small else 0), end, kind


def found_again(articles: tuple[Marked, ...], *, recogniser: Recogniser | None = None) -> Outcome:
    """Exact span and kind; a person's mention may begin with a title, names inside names are free."""
    recogniser = recogniser or Recogniser.load()
    readings = [read(recogniser, article.text) for article in articles]
    votes = CorpusVotes()
    for reading in readings:
        votes.add(reading.words, reading.candidates)
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    for article, reading in zip(articles, readings, strict=True):
        found = set()
        mentions = settle(reading, recogniser, votes=votes)
        for m in mentions:
            inside = any(
                o.start <= m.start and m.end <= o.end and (o.start, o.end) != (m.start, m.end)
                for o in mentions
            )
            optional = any(a < m.end and m.start < b for a, b in article.optional)
            if inside or optional:
                continue
            found.add(_bare(article.text, m.start, m.end, m.kind))
        counts["right"] += len(found & article.names)
        counts["found"] += len(found)
        counts["wanted"] += len(article.names)
        for sign, items in (("+", found - article.names), ("-", article.names - found)):
            for start, end, kind in sorted(items):
                near = " ".join(article.text[max(0, start - 25) : end + 15].split())
                misses.append(Miss(article.subject, sign, kind, article.text[start:end], near))
    return Outcome(counts["right"], counts["found"], counts["wanted"], tuple(misses))
