"""Wikitext as it is shown: links by their words, without templates, notes, pictures and categories.

Marks as MediaWiki documents them (https://www.mediawiki.org/wiki/Help:Formatting). What a template would put
in its place is not in the file; of a few that only wrap words in a sentence the words stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.corpus.strand import Strand, Weaver, compose
from index.model.text import Span
from index.text.folding import fold

_TOKEN = re.compile(
    r"(?P<gone><!--.{0,2000}?-->|<ref\b[^<>]{0,500}/>|<ref\b[^<>]{0,500}>.{0,2000}?</ref>"
    r"|<(?P<block>gallery|timeline|math|source|syntaxhighlight|imagemap)\b[^<>]{0,500}>.{0,5000}?</(?P=block)>"
    r"|</?[a-zA-Z][^<>\n]{0,300}>|'{2,5}|__[A-Z]{3,20}__)"
    r"|(?P<open>\{\{|\[\[|\{\||\[(?=(?:https?:)?//))|(?P<close>\}\}|\]\]|\|\}(?!\})|\])|(?P<bar>\|)",
    re.DOTALL,
)
_CLOSES = {"}}": "{{", "]]": "[[", "|}": "{|", "]": "["}
_UNSEEN_LINK = re.compile(
    r"\s*(?:fichier|file|image|media|datei|categorie|category|kategorie|[a-z]{2,3}(?:-[a-z]+)?)\s*:(?!\s)",
)
_ADDRESS = re.compile(r"(?:https?:)?//\S*\s?")
_WRAPPING = frozenset(
    (
        "w",
        "lien",
        "nobr",
        "unite",
        "citation",
        "lang",
        "petite",
        "heure",
        "date-",
        "siecle",
        "nombre",
        "abbr",
        "refnec",
        "formatnum",
    )
)
"""Templates that only wrap words; their first value is shown, of links and quotations the last one."""
_LAST_VALUE = frozenset(("w", "lien", "lang"))
_DATE = re.compile(
    r"\{\{\s*(?:date|publie|published|article date)\s*\|(?P<value>[^{}]{4,60})\}\}", re.IGNORECASE
)
_HEADING = re.compile(r"\s*(={2,6})(?P<words>.*)\1\s*$")
_ENDS = re.compile(
    r"(?:sources?|voir aussi|notes?(?: et references)?|references?|liens? externes?|bibliographie|annexes?|articles? connexes?"
    r"|see also|external links|related news|sister links|pour en savoir plus|a lire(?: aussi)?)"
)
"""Headings below which a page names its sources and other pages."""
_MOST_NESTED = 100
_LONGEST_NAME = 80
"""In so many characters a template or a link tells what it is."""
_LONGEST_ADDRESS = 2_000
_PREFIX = re.compile(r"\s*[*#:;]+\s*")


@dataclass(slots=True)
class _Frame:
    mark: str
    start: int
    values: list[list[Span]] = field(default_factory=lambda: [[]])


def stated_date(text: str) -> str | None:
    """The date that a page states by a template, as Wikinews does; None without one."""
    match = _DATE.search(text)
    return match["value"].replace("|", " ").strip() if match else None


def shown(strand: Strand) -> Strand:
    """The text that a reader of the page sees, without its list of sources."""
    kept = _kept(strand.text)
    weaver = Weaver()
    for span in kept:
        weaver.take(strand.text[span.start : span.end], span.start)
    plain = weaver.strand()
    lines = _lines(plain)
    return Strand(lines.text, compose(compose(lines.pieces, plain.pieces), strand.pieces))


def _kept(text: str) -> list[Span]:
    """The stretches that are shown, in order."""
    stack = [_Frame("", 0)]
    at = 0
    for match in _TOKEN.finditer(text):
        _take(stack[-1], at, match.start())
        at = match.end()
        if match["gone"]:
            continue
        if match["open"] and len(stack) < _MOST_NESTED:
            stack.append(_Frame(match["open"], match.start()))
        elif match["bar"]:
            if len(stack) > 1:
                stack[-1].values.append([])
            else:
                _take(stack[-1], match.start(), match.end())
        elif len(stack) > 1 and stack[-1].mark == _CLOSES.get(match["close"]):
            frame = stack.pop()
            stack[-1].values[-1].extend(_of_frame(text, frame))
        else:
            _take(stack[-1], match.start(), match.end())
    _take(stack[-1], at, len(text))
    return [span for frame in stack for value in frame.values for span in value]


def _take(frame: _Frame, start: int, end: int) -> None:
    if end > start:
        frame.values[-1].append(Span(start, end))


def _of_frame(text: str, frame: _Frame) -> list[Span]:
    """What is shown of a link, an address, a template or a table."""
    longest = _LONGEST_ADDRESS if frame.mark == "[" else _LONGEST_NAME
    first = _beginning(text, frame.values[0], longest)
    if frame.mark == "[[":
        return [] if _UNSEEN_LINK.match(fold(first)) else frame.values[-1]
    if frame.mark == "[":
        address = _ADDRESS.match(first)
        return _after(frame.values[0], len(address.group()) if address else 0)
    name = " ".join(fold(first).split())
    if frame.mark == "{{" and ":" in first and name.partition(":")[0] == "formatnum":
        return _after(frame.values[0], first.index(":") + 1)
    if frame.mark == "{{" and name in _WRAPPING and len(frame.values) > 1:
        return frame.values[-1] if name in _LAST_VALUE else frame.values[1]
    return []


def _beginning(text: str, spans: list[Span], longest: int) -> str:
    """The first characters of the spans."""
    found = ""
    for span in spans:
        found += text[span.start : min(span.end, span.start + longest - len(found))]
        if len(found) >= longest:
            break
    return found


def _after(spans: list[Span], length: int) -> list[Span]:
    """The spans without so many characters at their beginning."""
    found = []
    for span in spans:
        gone = min(length, span.end - span.start)
        length -= gone
        if span.start + gone < span.end:
            found.append(Span(span.start + gone, span.end))
    return found


def _lines(strand: Strand) -> Strand:
    """The lines without the marks of headings and lists, up to the list of sources."""
    weaver = Weaver()
    at = 0
    for line in strand.text.splitlines(keepends=True):
        start, at = at, at + len(line)
        heading = _HEADING.match(line)
        if heading is not None:
            words = heading["words"].strip()
            if _ENDS.fullmatch(fold(words).strip(" :")):
                break
            begin = start + heading.end("words") - len(heading["words"].lstrip())
            span = Span(begin, begin + len(words))
        else:
            prefix = _PREFIX.match(line)
            span = Span(start + (prefix.end() if prefix else 0), start + len(line.rstrip()))
        if span.end > span.start and strand.text[span.start : span.end].strip():
            if weaver.length:
                weaver.put("\n\n", start, start)
            weaver.take(strand.text[span.start : span.end], span.start)
    return weaver.strand()
