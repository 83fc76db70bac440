"""The heads of messages in conversations that were saved as text: when each was written, and by whom.

Forms after the exports of WhatsApp (« 17/01/2023, 08:15 - Jeanne: … », « [17/01/2023 08:15:32] Jeanne: … »),
signal-export (« [2023-01-17 08:15] Jeanne: … »), sigtop (labels), DiscordChatExporter and Teams (« [17/01/2023 08:15]
jeanne » above the message), Telegram's copies (« Jeanne Martin, [17/01/2023 08:15] » above it), iMessage Exporter
(« Jan 17, 2023  8:15:32 AM » above the name), logs of IRC (« [2023-01-17 08:15:32] <jeanne> … ») and of Zoom (« 08:15:32 From Jeanne to Everyone : … »).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_MARKS = "\u200e\u200f\ufeff"
_DAY = r"(?P<one>\d{1,4})(?P<sign>[/.-])(?P<two>\d{1,2})(?P=sign)(?P<three>\d{2,4})"
_CLOCK = (
    r"(?P<hour>\d{1,2})[:h.](?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?:[ \u202f\u00a0]?(?P<half>[AaPp])\.?[ ]?[Mm]\.?)?"
)
_MOMENT = rf"{_DAY},?[T \u202f\u00a0]{{1,2}}(?:à |at )?{_CLOCK}"
_LONG_DAY = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?P<day>\d{1,2}), (?P<year>\d{4})"
_LABELS = r"From: (?P<name>[^\n]{1,60}?)(?: \(\+?[\d ]{5,20}\))?\r?\n(?:(?!Sent: )[A-Z][a-z]+: [^\n]*\n){0,4}"
_LABELLED_DAY = (
    r"Sent: (?:[A-Z][a-z]{2}, )?(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})"
)
_NAMED = r"[\u200e~ ]*(?P<name>[^:\n]{1,60}?)[^\S\t-\r]?: ?(?=\S)"
_ABOVE = r"(?P<name>[^\n:,\[\]<>]{1,60}?)(?: \(pinned\)| \(edited\))?[ \t]*\r?\n(?=\S)"
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        start=1,
    )
}


class Style(NamedTuple):
    """How the exports of some tools write a head."""

    head: re.Pattern[str]
    """A whole head; a message without the part for its writer is the service's own."""
    begins: re.Pattern[str]
    """The moment of a head, with which also the service's own messages begin."""


def _style(before: str, after: str) -> Style:
    begin = rf"^[{_MARKS}]?{before}"
    return Style(re.compile(begin + after, re.MULTILINE), re.compile(begin, re.MULTILINE))


_DATED = rf"\[?{_MOMENT}(?:\] | [-–] )"


@cache
def styles() -> tuple[Style, ...]:
    """All that are known, compiled when a text may be a conversation: most runs read none."""
    return (
        _style(_DATED, r"<(?P<name>[^<>\n]{1,60})> "),
        _style(_DATED, _NAMED),
        _style(rf"\[{_MOMENT}\] ", _ABOVE),
        _style(rf"(?P<name>[^\n:\[\]<>]{{1,60}}?), \[{_MOMENT}\](?: ?:|\r?\n)", ""),
        _style(rf"{_LONG_DAY} {{1,2}}{_CLOCK}(?: \([^()\n]{{3,60}}\))?\r?\n", _ABOVE),
        _style(
            rf"{_CLOCK}(?:\t ?(?:From |De |Von )?| (?:From|De|Von) )(?P<name>[^\n:\t]{{1,60}}?)(?: (?:to|à|an) [^\n:\t]{{1,40}})? ?:[\t ]",
            "",
        ),
        _style(rf"{_LABELS}{_LABELLED_DAY} {_CLOCK}[^\n]*\n(?:[A-Z][a-z]+: [^\n]*\n)*", ""),
    )


def moment_of(head: re.Match[str], *, day_first: bool) -> str:
    """The day and hour of a head, as ISO 8601 writes them; empty for Zoom's, which has no day."""
    parts = head.groupdict()
    if "year" not in parts and "one" not in parts:
        return ""
    if parts.get("month"):
        year, month, day = parts["year"], str(_MONTHS.get(parts["month"], 0)), parts["day"]
    elif len(parts["one"]) == 4:
        year, month, day = parts["one"], parts["two"], parts["three"]
    elif day_first:
        day, month, year = parts["one"], parts["two"], parts["three"]
    else:
        month, day, year = parts["one"], parts["two"], parts["three"]
    hour = int(parts["hour"])
    if parts["half"]:
        hour = hour % 12 + 12 * (parts["half"].lower() == "p")
    year = year if len(year) == 4 else f"20{year}"
    clock = f"{hour:02d}:{parts['minute']}:{parts['second'] or '00'}"
    return f"{year}-{int(month):02d}-{int(day):02d}T{clock}"


def is_day_first(heads: list[re.Match[str]]) -> bool:
    """Whether the day stands before the month, as the days themselves tell."""
    return not any(int(head.groupdict().get("two") or 0) > 12 for head in heads)
