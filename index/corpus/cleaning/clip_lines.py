"""The line that people write on what they cut out: « [Le Monde, 3/3/98, p. 7] », « Luc Amiel, Libé, 3 mars 1998 ».

It names one outlet and one day; the other parts, in any order, are a page, the number of an issue, an edition, a
section and the author. A line with a part of another kind is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.corpus.cleaning.bylines import BY, read_byline
from index.corpus.cleaning.name_looks import is_agency, is_person, is_section
from index.corpus.cleaning.outlets import (
    could_be_outlet,
    has_outlet_noun,
    is_institution,
    is_listed_beside_words,
    is_listed_outlet,
    listed_spelling,
)
from index.corpus.cleaning.short_outlets import full_name, outlet_of_letters
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.clip_days import find_clip_days

_LONGEST = 120
_SHORTEST = 5
"""The fewest letters of a name in capitals that is written otherwise elsewhere: « RTL » is not."""
_AROUND = " ,.:;()[]-–—|/\u00a0\u202f"
_LEAD = re.compile(
    r"(?:(?:source|r[ée]f(?:[ée]rences?)?|origine|journal|m[ée]dia)\s?:\s*"
    r"|(?:article )?(?:in|dans|d[’']apr[èe]s|extraits?\s(?:de|du)|tir[ée]e?\s(?:de|du)|(?:paru|publi[ée])e?\s(?:dans|en|sur))\b\s?:?\s*)",
    re.IGNORECASE,
)
_OF_DAY = re.compile(
    r"[\s,;(\[–—-]*(?:\b(?:(?:dat[ée]e?|[ée]d(?:ition|\.)|num[ée]ro|parue?|publi[ée]e?)\s?)?(?:du|de|des|le))?\s*$",
    re.IGNORECASE,
)
"""What joins a day to the outlet before it: « (daté du », « , éd. du », « du »."""
PAGE = re.compile(
    r"(?<!\w)(?:pp?\.?|pages?)\s?(?P<page>[A-Z]{0,2}\d{1,3}(?:\s?(?:[-–/,]|et|à)\s?\d{1,3})*)(?!\w)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?<!\w)(?:n\s?[°ºo]s?\.?|num[ée]ros?|vol\.|volume|ann[ée]e|tome)\s?\d[\d  .]{0,7}(?:\s?[-–/]\s?\d{1,6})?(?!\w)",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"(?:[ée]dition|[ée]d\.|cahier|suppl[ée]ment|rubrique|(?:[àa] la )?une|col(?:\.|onnes?))(?!\w).{0,30}"
    r"|(?:\de|derni[èe]re|premi[èe]re) (?:[ée]dition|[ée]d\.)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[;,|•·()\[\]]\s*|\s+[-–—/]\s+")
_BRACKETS = {"[": "]", "(": ")"}


def read_clip_line(line: str, facts: Facts) -> bool:
    """Notes what a line on a clipping states; False for any other line, which adds nothing."""
    if len(line) > _LONGEST:
        return False
    told = _told(line)
    if told is not None:
        facts.add(told)
    return told is not None


@lru_cache(maxsize=1 << 8)
def _told(line: str) -> Facts | None:
    text = _without_brackets(line.strip(" \u00a0"))
    if (lead := _LEAD.match(text)) is not None:
        text = text[lead.end() :]
    days = find_clip_days(text)
    if len(days) != 1:
        return None
    start, end, day = days[0]
    text = f"{_OF_DAY.sub('', text[:start])};{text[end:]}"
    facts = Facts(published=[day])
    if page := PAGE.search(text):
        facts.pages.append(page["page"])
        text = PAGE.sub(";", text)
    text = _ISSUE.sub(";", text)
    parts = [part for part in (one.strip(_AROUND) for one in _PARTS.split(text)) if part]
    outlet = _outlet_among(parts)
    if outlet is None:
        return None
    facts.sources.append(outlet_named(parts.pop(outlet)))
    return facts if all(_take(part, facts) for part in parts) else None


def outlet_named(text: str) -> str:
    """The outlet that a part of such a line names, by its full name."""
    spelt = listed_spelling(text) if text.isupper() and len(text) >= _SHORTEST else None
    return outlet_of_letters(text) or spelt or full_name(text)


def is_outlet_of_list(text: str) -> bool:
    """Whether a part of such a line is a known outlet's name, or its short name."""
    if outlet_of_letters(text) is not None or full_name(text) != text:
        return True
    listed = is_listed_outlet(text) or is_listed_beside_words(text)
    return listed and not text.islower() and not is_agency(text)


def _outlet_among(parts: list[str]) -> int | None:
    """The one part that names an outlet: a listed one, else one with a noun of outlets."""
    for is_one in (is_outlet_of_list, _looks_like_outlet):
        found = [at for at, part in enumerate(parts) if is_one(part)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _looks_like_outlet(part: str) -> bool:
    return (
        " " in part
        and could_be_outlet(part)
        and has_outlet_noun(part)
        and not is_institution(part)
        and not is_section(part)
        and not BY.match(part)
        and not _EDITION.fullmatch(part)
    )


def _take(part: str, facts: Facts) -> bool:
    """Notes a part that names no outlet; False when nothing tells what it is."""
    if _EDITION.fullmatch(part):
        return True
    if is_section(part):
        facts.sections.append(part)
        return True
    name = read_byline(part) or (part if is_person(part) else None)
    if name is None or is_agency(name):
        return False
    facts.authors.append(name)
    return True


def _without_brackets(text: str) -> str:
    """« (Le Monde, 3 mars 1998). » without its point and its brackets."""
    text = text.rstrip(".")
    if text and _BRACKETS.get(text[0]) == text[-1] and text[0] not in text[1:]:
        text = text[1:-1]
    return text.strip(_AROUND[:7])
