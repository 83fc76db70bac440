"""Org-mode: headings with their drawers of properties are articles each, any other file is one.

After the syntax that orgmode.org describes: « #+TITLE: », « * Heading :tag: », « :PROPERTIES: … :END: », « [[address][words]] ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.document import Document, FileContent, Found
from index.corpus.fields import Field, Value, field_of, state
from index.corpus.formats.format import Format
from index.corpus.strand import Weaver
from index.model.text import Span

_KEYWORD = re.compile(r"[ \t]*#\+(?P<name>\w+)(?:\[[^\]]*\])?:[ \t]*(?P<value>.*)")
_HEADING = re.compile(
    r"(?P<stars>\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAIT(?:ING)?|LU|À LIRE)[ \t]+)?(?:\[#\w\][ \t]*)?(?P<text>.*)"
)
_TAGS = re.compile(r":([\w@#%:]+):")
_PROPERTY = re.compile(r"[ \t]*:(?P<name>[\w-]+)\+?:[ \t]*(?P<value>.*)")
_PLANNED = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):[ \t]*[<\[]")
_COMMENT = re.compile(r"[ \t]*#(?: |$)")
_ITEM = re.compile(r"[ \t]*[-+][ \t]+(?:\[[ xX-]\][ \t]+)?")
_STAMP = re.compile(
    r"[<\[](?P<day>\d{4}-\d\d-\d\d)(?:[ ][^\s\d<>\[\]]{1,10})?(?:[ ](?P<time>\d{1,2}:\d\d))?[^<>\[\]]{0,20}[>\]]"
)
_MARK = re.compile(
    r"\[\[(?P<address>[^\[\]]{1,1500})\](?:\[(?P<words>[^\[\]]{1,1500})\])?\]"
    r"|(?<![\w*/_=~+])(?P<mark>[*/_=~+])(?=[^\s*/_=~+])(?P<inner>[^\n]{0,600}?[^\s])(?P=mark)(?![\w*/_=~+])"
)
_LINE = 130
"""The most characters of a line that says where an article is from."""
_PROSE = re.compile(r"(?!\*+ |#)\S.{50,}[.!?…»”]\s*")
"""A line between articles that is a text of its own: notes and tasks are none."""
_FACTS = frozenset((Field.SOURCE, Field.AUTHOR, Field.PUBLISHED, Field.URL))


class _Line(NamedTuple):
    text: str
    start: int


def documents(file: FileContent) -> Iterator[Found]:
    """The articles of a file, or all of it as one."""
    raw = file.text
    lines = list(_lines(raw))
    articles = _articles(lines)
    if articles:
        ends = [0, *(end for _, end in articles)]
        starts = [*(start for start, _ in articles), len(lines)]
        rests = [lines[end:start] for end, start in zip(ends, starts, strict=True)]
        for rest, article in zip_longest(rests, articles):
            if any(map(_is_prose, rest)):
                yield _document(raw, rest, [])
            if article is not None:
                yield _document(raw, lines[slice(*article)], [])
        return
    keywords = [match for line in lines if (match := _KEYWORD.match(line.text))]
    pairs = [
        pair for match in keywords if (pair := _pair(match["name"], match["value"])) is not None
    ]
    yield _document(raw, lines, pairs)


def _articles(lines: list[_Line]) -> list[tuple[int, int]]:
    """The first and the last line, exclusive, of the headings that are articles, at the level that has most of them.

    At least half of those with a text state who wrote them, where or when.
    """
    headings = [
        (at, len(match["stars"]))
        for at, line in enumerate(lines)
        if (match := _HEADING.match(line.text))
    ]
    for level in sorted({depth for _, depth in headings}):
        found: list[tuple[int, int]] = []
        stated = 0
        for number, (at, depth) in enumerate(headings):
            if depth != level:
                continue
            later = (other for other, below in headings[number + 1 :] if below <= level)
            end = next(later, len(lines))
            told = bool(_FACTS & {field for field, _ in _facts(lines, at + 1)[0]})
            if told or any(_words(line.text) for line in lines[at + 1 : end]):
                found.append((at, end))
                stated += told
        if stated and stated * 2 >= len(found):
            return found
    return []


def _is_prose(line: _Line) -> bool:
    return _PROSE.fullmatch(line.text.lstrip()) is not None


def _lines(raw: str) -> Iterator[_Line]:
    at = 0
    for whole in raw.splitlines(keepends=True):
        yield _Line(whole.rstrip("\r\n"), at)
        at += len(whole)


def _document(raw: str, lines: list[_Line], pairs: list[tuple[Field, Value]]) -> Document:
    weaver = Weaver()
    title: Span | None = None
    own = next(
        (
            match
            for line in lines
            if (match := _KEYWORD.match(line.text)) and match["name"].lower() == "title"
        ),
        None,
    )
    if own is not None:
        line = next(line for line in lines if line.text == own.string)
        _add(weaver, own["value"], line.start + own.start("value"))
        title = Span(0, weaver.length)
    tags: list[Value] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        heading = _HEADING.match(line.text)
        told, labels = _untagged(heading["text"]) if heading else (_words(line.text), [])
        if told is None:
            continue
        if weaver.length:
            weaver.put("\n" if told else "\n\n", line.start, line.start)
        begin = weaver.length
        _add(
            weaver,
            told,
            line.start + (heading.start("text") if heading else len(line.text) - len(told)),
        )
        if heading:
            if title is None:
                title = Span(begin, weaver.length)
                drawer, at = _facts(lines, at)
                pairs = [*pairs, *drawer]
            else:
                _, at = _drawer(lines, at)
            tags += labels
    strand = weaver.strand()
    end = lines[-1].start + len(lines[-1].text) if lines else 0
    return Document(
        raw=raw,
        region=Span(lines[0].start if lines else 0, end),
        content=strand.text,
        pieces=strand.pieces,
        title=title,
        stated=state([*pairs, (Field.TAGS, [tag for tag in tags if tag])]),
        rest="metadata",
    )


def _untagged(heading: str) -> tuple[str, list[str]]:
    """A heading without the labels at its end, and these."""
    words = heading.rstrip()
    last = words.split(" ")[-1].split("\t")[-1]
    if last == words or _TAGS.fullmatch(last) is None:
        return words, []
    return words[: -len(last)].rstrip(), last.strip(":").split(":")


def _words(text: str) -> str | None:
    """A line of text without the sign of a list before it; None for lines that only direct the program."""
    if (
        _KEYWORD.match(text)
        or text.lstrip().startswith("#+")
        or _COMMENT.match(text)
        or _PLANNED.match(text)
    ):
        return None
    item = _ITEM.match(text)
    return text[item.end() :] if item else text.strip()


def _drawer(lines: list[_Line], at: int) -> tuple[list[tuple[Field, Value]], int]:
    """The properties below a heading, and the line after them."""
    while at < len(lines) and _PLANNED.match(lines[at].text):
        at += 1
    if at >= len(lines) or lines[at].text.strip().upper() != ":PROPERTIES:":
        return [], at
    pairs: list[tuple[Field, Value]] = []
    for end in range(at + 1, len(lines)):
        match = _PROPERTY.match(lines[end].text)
        if match is None:
            return pairs, end
        if match["name"].upper() == "END":
            return pairs, end + 1
        if (pair := _pair(match["name"], match["value"])) is not None:
            pairs.append(pair)
    return pairs, len(lines)


def _facts(lines: list[_Line], at: int) -> tuple[list[tuple[Field, Value]], int]:
    """What a drawer below a heading states, or a line such as « /La Gazette/, [2023-04-17 lun.] », and the line after."""
    pairs, after = _drawer(lines, at)
    if pairs:
        return pairs, after
    below = next((n for n in range(after, len(lines)) if lines[n].text.strip()), None)
    if below is None or len(lines[below].text) > _LINE:
        return pairs, after
    plain = _STAMP.sub(lambda stamp: stamp["day"], lines[below].text.strip())
    told = outlet_and_date(_MARK.sub(lambda mark: mark["inner"] or mark["words"] or "", plain))
    return (told, below + 1) if told else (pairs, after)


def _pair(name: str, value: str) -> tuple[Field, Value] | None:
    field = field_of(name)
    if field is None or not value.strip():
        return None
    stamp = _STAMP.fullmatch(value.strip())
    if stamp is not None:
        value = f"{stamp['day']}T{stamp['time']}" if stamp["time"] else stamp["day"]
    link = _MARK.fullmatch(value.strip())
    if link is not None and link["address"]:
        value = link["address"] if field is Field.URL else link["words"] or link["address"]
    return field, value.strip()


def _add(weaver: Weaver, text: str, offset: int) -> None:
    """Adds a line's words without emphasis and with the words of links."""
    at = 0
    for match in _MARK.finditer(text):
        weaver.take(text[at : match.start()], offset + at)
        at = match.end()
        name = next(
            (one for one in ("words", "inner", "address") if match[one] is not None), "address"
        )
        weaver.take(match[name], offset + match.start(name))
    weaver.take(text[at:], offset + at)


FORMAT = Format("Org", (".org",), documents, numbered_if_many=True)
