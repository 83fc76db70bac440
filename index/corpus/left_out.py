"""Sentences of a file of records that stand in none of its articles: counted, and told by where they stand."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.document import Document, Lost
from index.corpus.formats.unnamed_texts import LEFT
from index.model.article import Loss
from index.model.text import Span

LEFT_OUT = "Words of the file in sentences that stand in no article."

_ROW = re.compile(
    r"\b(?:[^\W\d_]+(?:[ \u00a0]?[,;:.!?…»”)]+)*[ \u00a0\r\n]+(?:[«“(–—-][ \u00a0]?)?(?:[^\W\d_]{1,2}[’'])?){8}"
)
"""Words that follow each other: what no address, name of a key or list of codes has."""
_ROW_WORDS, _ROW_LENGTH = 8, 16
"""The words of a row, and the characters that it has at the least."""
_SPACES = 6
"""The fewest blanks of a stretch that is searched: most between two articles have a name and a date."""
_BOUNDS = r"</?(?P<tag>[\w:.-]+)(?:\s[^<>]*)?>|\"|\t|(?:\\[nrt])+|\n\s*\n|<!\[CDATA\[|\]\]>"
_INLINE = frozenset("a abbr b bold code em emph hi i ital italic mark q s small span strong sub sup u br lb".split())  # noqa: SIM905 # fmt: skip
_FEWEST = 10
"""The fewest words of what is told: shorter lines are labels and credits as often as sentences."""
_ELEMENT = re.compile(r"<(?P<name>[A-Za-z][\w:.-]*)(?:\s[^<>]*)?>")
_KEY = re.compile(r'"(?P<name>[^"\\\n]{1,60})"\s*:')
_ATTRIBUTE = re.compile(r"(?P<name>[\w:.-]+)\s*=\s*[\"']$")
_NEAREST = 80
_WRAPPED = 60
"""The average length, in characters, from which lines are those of a wrapped paragraph."""
_NEAR = 4_000
"""How many characters above a sentence the name of its element or key is sought."""
_APART = 24
"""Given stretches with fewer characters between them are one: what parts them is no sentence."""
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\[a-z\"/]")
_TAG = re.compile(r"<[^<>]*>")
_STOP = re.compile(r"[^\W\d_]{3}(?:[.!?…]|\.{3})(?:[ \u00a0]?[»”])?(?:\s|$)")
"""The end of a sentence, wherever it stands: a text may be cut short behind it."""
_LEADERS = re.compile(r"[.…_]{4,}")
"""The dots between a title and its page in a list of contents."""
_NO_LETTER = re.compile(r"[\W_]+")
_PROBE = 24
"""Letters in a row by which a sentence is found again among what was given."""
_PROBES = 16
"""How many of them are tried."""
_FIRST = 6
_MOST_NAMED = 20
"""The most places that are told one by one."""


class _Run(NamedTuple):
    """Sentences without a break, by their place in the file."""

    start: int
    end: int
    words: int


class LeftOut:
    """Gathers what the articles of a file took, then tells the sentences that none took."""

    def __init__(self, parted_by: str = "", *, quiet: frozenset[str] = frozenset()) -> None:
        self._bounds = _bounds(parted_by)
        self._quiet = quiet
        """Names of elements or keys whose text is left out on purpose."""
        self._taken: list[tuple[int, int]] = []
        self._stated: list[str] = []
        self._told: set[str] = set()
        self._raw = ""
        self._waiting: Document | None = None

    def note(self, lost: Lost) -> None:
        """Keeps what is told already."""
        self._taken += [(span.start, span.end) for span in lost.spans]
        if lost.reason == LEFT:
            self._told.add(lost.what.rpartition(".")[2].rstrip("[]"))

    def add(self, document: Document) -> None:
        """Keeps the stretches of the file that an article shows, and what its fields say."""
        # Most files hold one article, of which nothing is asked.
        waiting, self._waiting = self._waiting, document
        if waiting is not None:
            self._keep(waiting)

    def _keep(self, document: Document) -> None:
        self._raw = document.raw
        stated = document.stated
        self._stated += filter(None, (stated.description, stated.title, *stated.tags))
        self._taken += _merged(
            [(piece.raw_start, piece.raw_end) for piece in document.pieces]
            + [(aside.raw_start, aside.raw_end) for aside in document.aside]
            + [(span.start, span.end) for span in document.told]
        )

    def lost(self) -> Iterator[Lost]:
        """What no article has, a remark for each name of an element or key; `number` counts words."""
        if self._waiting is not None:
            self._keep(self._waiting)
        raw = self._raw
        taken = _merged(sorted(self._taken))
        counts: Counter[str] = Counter()
        firsts: dict[str, str] = {}
        said: str | None = None
        given: str | None = None
        seen: set[str] = set()
        for run in _runs(raw, taken, self._bounds):
            letters = _letters(raw[run.start : run.end])
            if letters in seen:
                continue
            seen.add(letters)
            name = _name_of(raw, run.start)
            if name.lower() in self._quiet or name in self._told:
                continue
            if said is None:
                said = "\n".join({_letters(one) for one in self._stated})
            if letters in said:
                continue
            if given is None:
                given = _letters(" ".join(raw[start:end] for start, end in taken))
            if not _is_given(letters, given):
                counts[name] += run.words
                firsts.setdefault(name, _beginning(raw[run.start : run.end]))
        told = counts.most_common()
        for name, words in told[:_MOST_NAMED]:
            yield Lost(Loss.REMARK, LEFT_OUT, f"{name} {firsts[name]}".lstrip(), words)
        if rest := sum(words for _, words in told[_MOST_NAMED:]):
            yield Lost(Loss.REMARK, LEFT_OUT, "", rest)


@cache
def _bounds(parted_by: str) -> re.Pattern[str]:
    """What ends a run of sentences: tags, marks of strings, empty lines; a sign between values has no blank behind it."""
    return re.compile(_BOUNDS + (rf"|[{re.escape(parted_by)}](?=\S)" if parted_by else ""))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    first, reached = 0, -_APART - 1
    for start, end in spans:
        if end <= start:
            continue
        if not first <= start <= reached + _APART:
            found.append((start, end))
            first, reached = start, end
        elif end > reached:
            found[-1] = (first, end)
            reached = end
    return found


def _runs(raw: str, taken: list[tuple[int, int]], bounds: re.Pattern[str]) -> Iterator[_Run]:
    """The sentences outside what was taken."""
    at = 0
    for start, end in (*taken, (len(raw), len(raw))):
        searched = raw.count(" ", at, start) >= _SPACES and _may_hold_row(raw[at:start])
        if searched and _ROW.search(raw, at, start):
            yield from _runs_in(raw, Span(at, start), bounds)
        at = max(at, end)


def _may_hold_row(gap: str) -> bool:
    """Whether eight words stand between two marks of strings, which no row goes over: a tenth of the cost of the row itself."""
    return any(
        len(part) >= _ROW_LENGTH and len(part.split()) >= _ROW_WORDS for part in gap.split('"')
    )


def _runs_in(raw: str, gap: Span, bounds: re.Pattern[str]) -> Iterator[_Run]:
    """The sentences of a gap: between the tags of blocks, the marks of strings, and empty lines."""
    at = gap.start
    for bound in bounds.finditer(raw, *gap):
        if bound["tag"] and bound["tag"].rpartition(":")[2].lower() in _INLINE:
            continue
        if bound.group() == '"' and raw[bound.start() - 1] == "\\":
            continue
        yield from _run(raw, at, bound.start())
        if bound["tag"] and len(bound.group()) > 60:
            yield from _runs_in_tag(raw, bound)
        at = bound.end()
    yield from _run(raw, at, gap.end)


_VALUE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")


def _runs_in_tag(raw: str, tag: re.Match[str]) -> Iterator[_Run]:
    for value in _VALUE.finditer(raw, *tag.span()):
        yield from _run(raw, *value.span(1 if value[1] is not None else 2))


def _run(raw: str, start: int, end: int) -> Iterator[_Run]:
    """The sentences between two bounds; short lines below each other, as in a list of contents, are judged one by one."""
    if raw.count(" ", start, end) < _SPACES or not _ROW.search(raw, start, end):
        return
    lines = [len(line) for line in raw[start:end].split("\n") if line.strip()]
    short = sum(lines) < _WRAPPED * len(lines) or _LEADERS.search(raw, start, end)
    if len(lines) > 1 and short:
        at = start
        for line in raw[start:end].splitlines(keepends=True):
            yield from _told(raw, at, at + len(line))
            at += len(line)
        return
    yield from _told(raw, start, end)


def _told(raw: str, start: int, end: int) -> Iterator[_Run]:
    text = _LEADERS.sub(" ", html.unescape(_TAG.sub("", raw[start:end])))
    text = " ".join(text.split())
    words = len(text.split())
    if (
        words >= _FEWEST
        and not text.startswith("©")
        and (_STOP.search(text) or look_of(text).look is Look.PROSE)
    ):
        yield _Run(start, end, words)


def is_sentences(text: str) -> bool:
    """Whether a line is sentences, though its end may be cut off or have something behind it."""
    return _STOP.search(text) is not None or look_of(text).look is Look.PROSE


def _name_of(raw: str, at: int) -> str:
    """The name of the attribute, the element or the key around a place: the last one above it."""
    above = raw[max(0, at - _NEAR) : at]
    if (attribute := _ATTRIBUTE.search(above[-_NEAREST:])) is not None:
        return attribute["name"]
    last = max(
        (*_KEY.finditer(above), *(m for m in _ELEMENT.finditer(above) if m["name"].lower() not in _INLINE)),
        key=lambda match: match.start(),
        default=None,
    )  # fmt: skip
    return last["name"] if last is not None else ""


def _beginning(raw: str) -> str:
    """« The first words… » of a run, by which it is found in the file."""
    words = html.unescape(_TAG.sub("", raw)).split()
    return f"« {' '.join(words[:_FIRST])}… »"


def _letters(raw: str) -> str:
    """The letters of a text as it stands in a file, without tags and escapes."""
    text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else " ", raw) if "\\" in raw else raw
    text = _TAG.sub(" ", html.unescape(text))
    return _NO_LETTER.sub("", text).lower()


def _is_given(letters: str, given: str) -> bool:
    """Whether an article has the sentences in another form: HTML beside plain text, a summary cut short."""
    step = max(_PROBE, (len(letters) - _PROBE) // _PROBES)
    probes = [letters[at : at + _PROBE] for at in range(0, len(letters) - _PROBE + 1, step)]
    found = sum(probe in given for probe in probes or [letters])
    return 2 * found > len(probes or [letters])
