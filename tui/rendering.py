"""Turns texts and positions into styled lines: the one place where spans meet colours.

Text that comes from a corpus or a reader goes through `visible`, so that nothing in it can steer
the terminal, and is never parsed as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.content import Span as StyleSpan
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from index.model.article import Kind
from index.model.text import Span
from index.text.visible import visible as visible_signs

# Characters that `index.text.visible` leaves as they are, but that would not be visible in a line.
_IN_A_LINE = {ord(char): " " for char in "\n\u2028\u2029"} | {
    ord(char): "·" for char in "\u00ad\u180e\u200b\u200c\u2060\u2061\u2062\u2063\u2064\ufeff"
}


_PICTURE = "[\U0001f000-\U0001faff\u2190-\u2bff\u00a9\u00ae\u203c\u2049\u2122\u2139\u3030\u303d][\U0001f3fb-\U0001f3ff\ufe0f\u20e3]*"
_EMOJI = re.compile(
    f"{_PICTURE}(?:\u200d{_PICTURE})+"
    # The flags of England, Scotland and Wales hold letters that are not seen.
    "|\U0001f3f4[\U000e0061-\U000e007a\U000e0030-\U000e0039]{2,6}\U000e007f"
)
"""An emoji of several parts is one sign, two cells wide."""
_GRAPHEME = re.compile(rf"{_EMOJI.pattern}|{_PICTURE}|[\U0001f1e6-\U0001f1ff]{{2}}|.", re.DOTALL)


SPAN_CLASSES = frozenset(
    {f"kind--{kind}" for kind in Kind}
    | {
        f"mark--{mark}"
        for mark in (
            *("match", "here", "quote", "title", "differing", "shared", "aside", "row"),
            *("muted", "faint", "strong", "warm", "key", "rule", "error", "good", "kept", "noted"),
            *("only", "same", "strong-link", "probable"),
        )
    }
)
"""The component classes that spans are drawn with; every screen has them."""


class Mark(NamedTuple):
    """A stretch of a text and the component class that it is drawn with."""

    start: int
    end: int
    style: str


class LineOfText(NamedTuple):
    """One line of a wrapped text: `[start, end)` of the text, without the space at its end."""

    start: int
    end: int


def visible(text: str) -> str:
    """The same text in one line, with a sign for each character that would act or be invisible; of equal length."""
    seen = visible_signs(text).translate(_IN_A_LINE)
    if seen.isprintable():
        return seen
    # The rest is rare: French spaces and the joiners of emoji stay as they are;
    # format characters such as U+E0001 get a sign.
    kept = {at for joined in _EMOJI.finditer(seen) for at in range(*joined.span())}
    return "".join(
        char if char.isprintable() or char.isspace() or at in kept else "\ufffd"
        for at, char in enumerate(seen)
    )


def styled(text: str, marks: Iterable[Mark] = (), style: str = "") -> Content:
    """A text with marks; later marks lie above earlier ones. Their offsets are places in `text`."""
    spans = [StyleSpan(0, len(text), f".{style}")] if style and text else []
    length = len(text)
    spans += [
        StyleSpan(max(0, mark.start), min(length, mark.end), f".{mark.style}")
        for mark in marks
        if mark.start < length and mark.end > 0 and mark.start < mark.end
    ]
    return Content(visible(text), spans)


def joined(*parts: Content | tuple[str, str] | str) -> Content:
    """One line from pieces, each plain or with a component class."""
    contents = [
        part if isinstance(part, Content) else styled(*_piece(part)) for part in parts if part
    ]
    return Content("").join(contents)


def _piece(part: tuple[str, str] | str) -> tuple[str, tuple[Mark, ...], str]:
    return (part, (), "") if isinstance(part, str) else (part[0], (), part[1])


# A place where a line may end: after ordinary spaces, unless French punctuation follows that must
# not begin a line or an opening guillemet stands before; or after a dash inside a word.
_BREAK = re.compile(r"(?<![«(\[ ]) +(?![ »;:!?)\]])|(?<=[a-zà-ÿœ])[-‐–—/](?=[^\W\d_])|\n")


_NARROW = re.compile("[ -~\xa0-\xac\xae-\u017f‐-‧\u202f€\n]*")
"""Matches text whose characters are one cell wide each, as nearly all French text is."""
_LONG = 1000
"""The rest of a word is measured exactly, joined signs included, up to this number of characters."""


def wrap(text: str, width: int) -> list[LineOfText]:
    """Lines of at most `width` cells; words longer than that are cut."""
    if width < 1:
        return []
    lines: list[LineOfText] = []
    start = end = 0  # of the line being filled
    cells = 0
    position = 0
    plain = _NARROW.fullmatch(text) is not None
    for word_end, next_word in _words(text):
        word = text[position:word_end]
        gap = position - end
        size = len(word) if plain else cell_len(word)
        if end == start:  # The line is empty: a space before it is not drawn.
            start, gap = position, 0
        elif cells + gap + size > width:
            lines.append(LineOfText(start, end))
            start, cells, gap = position, 0, 0
        while size > width - cells - gap and (
            taken := _fitting(
                text[position : min(word_end, position + 8 * width)], width - cells - gap
            )
        ):
            lines.append(LineOfText(start, position + taken))
            # The rest of a very long word is not measured anew for each line.
            size -= cell_len(text[position : position + taken])
            position += taken
            if word_end - position <= _LONG:
                size = cell_len(text[position:word_end])
            start, cells, gap = position, 0, 0
        cells += gap + size
        end = word_end
        position = next_word
        if next_word > word_end and text[word_end] == "\n":
            lines.append(LineOfText(start, end))
            start = end = next_word
            cells = 0
    if end > start or not lines:
        lines.append(LineOfText(start, end))
    return lines


def _words(text: str) -> Iterable[tuple[int, int]]:
    """The end of each unbreakable stretch, and the start of the next."""
    position = 0
    for found in _BREAK.finditer(text):
        if found.start() < position:
            continue
        if text[found.start()] in " \n":
            yield found.start(), found.end()
        else:
            yield found.end(), found.end()
        position = found.end()
    yield len(text.rstrip(" ")) if position < len(text) else len(text), len(text)


def _fitting(word: str, width: int) -> int:
    """How many characters of a word fit; at least one sign when there is any room at all."""
    if width < 1:
        return 0
    taken = used = 0
    for sign in _GRAPHEME.finditer(word):
        used += cell_len(sign[0])
        if used > width:
            break
        taken = sign.end()
    return taken or _GRAPHEME.match(word).end()  # type: ignore[union-attr]  # a word has a sign


def wrapped(text: str, width: int, marks: Iterable[Mark] = (), style: str = "") -> list[Content]:
    """The lines of a text with its marks."""
    content = styled(text, marks, style)
    return [content[line.start : line.end] for line in wrap(text, width)]


def at_most(lines: list[Content], most: int, width: int) -> list[Content]:
    """The first lines of a text, with an ellipsis where there are more."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], truncated(joined(lines[most - 1], "…"), width)]


def truncated(content: Content, width: int) -> Content:
    """A line cut to a width, with an ellipsis where it was cut."""
    if width < 1:
        return Content("")
    return content if content.cell_length <= width else content.truncate(width, ellipsis=True)


def fitted(content: Content, width: int) -> Content:
    """A line of exactly this width."""
    short = truncated(content, width)
    return short.pad_right(max(0, width - short.cell_length))


def spread(left: Content, right: Content, width: int) -> Content:
    """Two pieces at both ends of a line; the left one is cut when there is no room for both."""
    if right.cell_length >= width:
        return truncated(right, width)
    if not right:
        return truncated(left, width)
    return joined(fitted(left, width - right.cell_length - 1), " ", right)


def bar(share: float, width: int) -> str:
    """A bar of block characters, `share` of `width` cells long; a sliver at least, unless the share is zero."""
    eighths = max(1, round(share * width * 8)) if share > 0 else 0
    full, rest = divmod(min(eighths, width * 8), 8)
    return "█" * full + (" ▏▎▍▌▋▊▉"[rest] if rest else "")


def thin_bar(share: float, width: int) -> str:
    """The same bar as a thin line in half cells, for lists whose bars would touch."""
    halves = max(1, round(share * width * 2)) if share > 0 else 0
    full, rest = divmod(min(halves, width * 2), 2)
    return "━" * full + ("╸" if rest else "")


def sparkline(values: Sequence[int]) -> str:
    """One block for each value, as high as its share of the largest."""
    highest = max(values, default=0)
    if not highest:
        return "▁" * len(values)
    return "".join("▁" if not v else "▂▃▄▅▆▇█"[max(0, -(-v * 7 // highest) - 1)] for v in values)


def component_style(widget: Widget, name: str | Style) -> Style:
    """The style of a component class (`.mark--match`), as the widget or its ancestors define it.

    Textual 8.2.8 resolves such names too, but loses their background.
    """
    if isinstance(name, Style):
        return name
    for node in widget.ancestors_with_self:
        if not isinstance(node, Widget):
            break
        try:
            rules = node.get_component_styles(name.removeprefix("."))
        except KeyError:
            continue
        text = rules.text_style
        return Style(
            background=rules.background if rules.has_rule("background") else None,
            foreground=rules.color if rules.has_rule("color") else None,
            bold=text.bold,
            italic=text.italic,
            underline=text.underline,
        )
    raise KeyError(name)


def resolved(content: Content, widget: Widget) -> Content:
    """The same line with styles in place of names, for widgets that Textual itself draws."""
    spans = [
        StyleSpan(span.start, span.end, component_style(widget, span.style))
        for span in content.spans
    ]
    return Content(content.plain, spans)


def strip_of(content: Content, width: int, base: Style, widget: Widget) -> Strip:
    """A line as a strip of Textual, filled up to `width` with the base style."""
    segments = [
        Segment(text, style.rich_style)
        for text, style in content.render(
            base, end="", parse_style=lambda name: component_style(widget, name)
        )
    ]
    return Strip(segments, content.cell_length).adjust_cell_length(width, base.rich_style)


def mark_spans(spans: Iterable[Span | tuple[int, int]], style: str) -> list[Mark]:
    return [Mark(start, end, style) for start, end in spans]
