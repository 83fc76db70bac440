"""Texts with light marks of their own: reStructuredText and AsciiDoc, their words without the marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from index.corpus.bundles.finding import bundle
from index.corpus.bundles.headed import ONE, articles_below, in_doubt
from index.corpus.bundles.parts import documents_of
from index.corpus.document import Document, FileContent, Found, Lost
from index.corpus.fields import Field, Value, field_of, state
from index.corpus.formats.format import Format
from index.corpus.page_dates import find_dates
from index.corpus.strand import Weaver
from index.model.article import Loss
from index.model.text import Span

_LINE = re.compile(r"[^\n]*\n?")
_MARK = re.compile(
    r"``(?P<code>[^`\n]{1,400})``|(?::[\w:+.-]{1,30}:)?`(?P<words>[^`<>\n]{1,400}?)(?:\s*<[^<>\n]{1,800}>)?`_{0,2}"
    r"|(?<![\w*])\*\*?(?=[^\s*])(?P<strong>[^*\n]{1,600}?)(?<=[^\s*])\*\*?(?![\w*])"
)
"""The marks of reStructuredText inside a line."""
_MARK_ADOC = re.compile(
    r"(?:link:|mailto:)?(?<!\w)https?://[^\s\[\]]{1,800}\[(?P<words>[^\[\]\n]{0,400})\]|image:[^\s\[\]:][^\s\[\]]{0,300}\[[^\]\n]{0,300}\]"
    r"|`(?P<code>[^`\n]{1,400})`|(?<![\w*_])(?P<sign>\*\*?|__?)(?=[^\s*_])(?P<strong>[^*_\n]{1,600}?)(?<=[^\s*_])(?P=sign)(?![\w*_])"
)
_UNDERLINE = re.compile(r"(?P<char>[=\-~^\"'`#*+.:_])(?P=char){2,}\s*")
_FIELD = re.compile(r":(?P<name>[^:\n]{1,40}):(?:[ \t]+(?P<value>.*))?")
_DIRECTIVE = re.compile(r"\.\.(?:[ \t]+(?P<name>[\w-]+)::|[ \t]|\s*$)")
_TEXTS = frozenset(
    "note tip warning important hint epigraph pull-quote highlights topic sidebar container compound rubric".split()  # noqa: SIM905
)
"""Directives of which what is indented below is text."""
_HEADING_ADOC = re.compile(r"(?P<level>={1,6})[ \t]+(?P<text>\S.*)")
_FENCE_ADOC = re.compile(r"(?P<char>[-./+=*_])(?P=char){3,}\s*|--\s*|\|===\s*")
_SKIPPED = "-./+|"
"""Fences in AsciiDoc between which stand code, comments, tables and pictures of text, which are not read."""
_ABOVE_ADOC = re.compile(
    r"(?:image|video|audio|include|toc|ifdef|ifndef|endif|ifeval)::.*|\[[^\]\n]*\]\s*|//.*|\+\s*|:[\w!-]+:.*"
)
_AUTHOR_ADOC = re.compile(
    r"(?P<name>[A-ZÀ-Ý][\w’'.-]*(?: [\w’'.-]+){1,3})(?:\s*<[^<>\n]*>)?(?:;.*)?\s*"
)
UNREAD = "Code, tables and pictures of the text are not read."


class _Reading:
    """The words of a file as they are gathered."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.weaver = Weaver()
        self.heads: dict[int, list[int]] = {}
        self.title: Span | None = None
        self.pairs: list[tuple[Field, Value]] = []
        self.left = 0
        """How many blocks were left out."""

    def add(self, line: re.Match[str], text: str, at: int, marks: re.Pattern[str]) -> None:
        """Adds the words of a line, which begin at a place of the file, and its end."""
        self._words(text, at, marks)
        self.end(line)

    def _words(self, text: str, at: int, marks: re.Pattern[str]) -> None:
        done = 0
        for match in marks.finditer(text):
            self.weaver.take(text[done : match.start()], at + done)
            done = match.end()
            group = next((name for name in ("code", "words", "strong") if match[name]), None)
            if group is not None:
                self.weaver.take(match[group], at + match.start(group))
        self.weaver.take(text[done:], at + done)

    def end(self, line: re.Match[str]) -> None:
        if line.group().endswith("\n"):
            self.weaver.take("\n", line.end() - 1)

    def head(
        self, line: re.Match[str], text: str, at: int, level: int, marks: re.Pattern[str]
    ) -> None:
        """Adds a heading, of which the first one of the first level is the title."""
        begin = self.weaver.length
        self._words(text, at, marks)
        self.heads.setdefault(level, []).append(begin)
        if self.title is None and level == 1:
            self.title = Span(begin, self.weaver.length)
        self.end(line)


def _restructured(raw: str) -> _Reading:
    reading = _Reading(raw)
    lines = list(_LINE.finditer(raw))
    levels: list[str] = []
    inside: int | None = None
    spoken = False
    for at, line in enumerate(lines):
        text = line.group().rstrip()
        words = text.lstrip()
        indent = len(text) - len(words)
        if inside is not None and (not words or indent > inside):
            if not words:
                reading.end(line)
            continue
        inside = None
        below = lines[at + 1].group().rstrip() if at + 1 < len(lines) else ""
        if directive := _DIRECTIVE.match(words):
            if directive["name"] not in _TEXTS:
                inside = indent
                reading.left += directive["name"] in (
                    "image",
                    "figure",
                    "code-block",
                    "code",
                    "table",
                    "csv-table",
                    "list-table",
                    "math",
                )
            else:
                start = line.start() + indent + directive.end()
                rest = raw[start : line.start() + len(text)].strip()
                reading.add(
                    line, rest, start + raw[start : line.end()].find(rest) if rest else start, _MARK
                )
        elif _UNDERLINE.fullmatch(text):
            continue
        elif (field := _FIELD.fullmatch(words)) is not None and (known := field_of(field["name"])):
            reading.pairs.append((known, field["value"] or ""))
        elif field is not None and not spoken:
            continue
        elif (
            words
            and (rule := _UNDERLINE.fullmatch(below))
            and len(below) >= min(len(text), 4)
            and not indent
        ):
            above = lines[at - 1].group().rstrip() if at else ""
            mark = rule["char"] + str(above == below)
            if mark not in levels:
                levels.append(mark)
            reading.head(line, text, line.start(), levels.index(mark) + 1, _MARK)
        else:
            spoken = spoken or bool(words)
            reading.add(line, words, line.start() + indent, _MARK)
    return reading


def _asciidoc(raw: str) -> _Reading:
    reading = _Reading(raw)
    lines = list(_LINE.finditer(raw))
    fence = ""
    above_text = False
    for line in lines:
        text = line.group().rstrip()
        if fence:
            fence = "" if text == fence else fence
            continue
        if _FENCE_ADOC.fullmatch(text):
            if text[0] in _SKIPPED and text != "--":
                fence = text
                reading.left += text[0] != "/"
            continue
        if heading := _HEADING_ADOC.fullmatch(text):
            above_text = heading["level"] == "=" and reading.title is None
            start = line.start() + heading.start("text")
            reading.head(line, heading["text"], start, len(heading["level"]), _MARK_ADOC)
        elif above_text and text and _is_of_head(reading, text):
            continue
        elif _ABOVE_ADOC.fullmatch(text):
            reading.left += text.startswith(("image::", "video::", "audio::"))
        else:
            above_text = above_text and not text
            dot = text.startswith(".") and text[1:2].isalpha()
            reading.add(line, text[dot:], line.start() + dot, _MARK_ADOC)
    return reading


def _is_of_head(reading: _Reading, text: str) -> bool:
    """Whether a line below the title names the author, or the version and its day."""
    if _ABOVE_ADOC.fullmatch(text):
        return True
    known = {field for field, _ in reading.pairs}
    dates = find_dates(text)
    if Field.AUTHOR not in known and (author := _AUTHOR_ADOC.fullmatch(text)) and not dates:
        reading.pairs.append((Field.AUTHOR, author["name"]))
        return True
    if Field.PUBLISHED not in known and len(dates) == 1 and re.match(r"v?[\d.]+,|\d", text):
        reading.pairs.append((Field.PUBLISHED, text[dates[0].start : dates[0].end]))
        return True
    return False


def _documents(read: Callable[[str], _Reading], file: FileContent) -> Iterator[Found]:
    """The whole text as one document, or the articles below its headings or of its bundle."""
    raw = file.text
    reading = read(raw)
    strand = reading.weaver.strand()
    parts = articles_below(reading.heads, strand.text)
    many = documents_of(raw, strand, parts) if len(parts) > 1 else bundle(raw, strand)
    if many is not None:
        yield from many
    else:
        yield Document(
            raw=raw,
            region=Span(0, len(raw)),
            content=strand.text,
            pieces=strand.pieces,
            title=reading.title,
            stated=state(reading.pairs),
        )
        if in_doubt(reading.heads):
            yield Lost(Loss.REMARK, ONE)
    if reading.left:
        yield Lost(Loss.REMARK, UNREAD, "", reading.left)


def restructured_documents(file: FileContent) -> Iterator[Found]:
    return _documents(_restructured, file)


def asciidoc_documents(file: FileContent) -> Iterator[Found]:
    return _documents(_asciidoc, file)


RESTRUCTURED = Format(
    "reStructuredText",
    (".rst", ".rest"),
    restructured_documents,
    numbered_if_many=True,
    parted_by="",
)
ASCIIDOC = Format(
    "AsciiDoc", (".adoc", ".asciidoc"), asciidoc_documents, numbered_if_many=True, parted_by=""
)
