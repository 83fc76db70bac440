"""Lines that state who wrote an article, when, and in which section."""

from __future__ import annotations

import re
from functools import lru_cache

from index.corpus.cleaning.bylines import BRACKETS, BY, is_edited_by, read_byline
from index.corpus.cleaning.clip_lines import read_clip_line
from index.corpus.cleaning.header_dates import (
    CHANGED,
    add_dates,
    read_print_edition,
    without_yearless_change,
)
from index.corpus.cleaning.header_parts import AROUND, DESK, ISSUE, READING, Told
from index.corpus.cleaning.name_looks import is_agency, is_name, is_person
from index.corpus.cleaning.outlets import could_be_outlet, is_institution, is_outlet_name
from index.corpus.cleaning.phrases import plain, reason_of
from index.corpus.cleaning.press_heads import read_press_head
from index.corpus.cleaning.signed_names import is_collective
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.page_dates import ClockFound, DateFound, find_clock, find_dates, read_date
from index.model.article import Basis, DateValue

_SEPARATORS = re.compile(r"\s+[-–—|•·/>»]\s+|\s*[|•·]\s*")
_MAY_PART = re.compile(r"[\s|•·](?:(?<=[|•·])|[-–—/>»]\s)")
"""What every separator has; it is searched faster than a line is split."""


_AGO = re.compile(
    r"(?:(?:publi[ée]e?|mise? [àa] jour|modifi[ée]e?|post[ée]e?|actualis[ée]e?)\s*:?\s*(?:le\s+)?)?il y a (?:environ )?(?:\d{1,3}|une?|quelques) (?:secondes?|minutes?|min|heures?|h|jours?|semaines?|mois|ans?)",
    re.IGNORECASE,
)
"""« Publié il y a 3 heures » dates the copy, which nobody knows any more."""
_AGO_BEHIND = re.compile(rf"\s*(?:[|•·–—-]\s*|\(){_AGO.pattern}\)?$", re.IGNORECASE)
"""« 14 août 2025, 20h05 — il y a 3 heures »."""
_RIGHTS_BEHIND = re.compile(r"\s*(?:©|\([cC]\))\s?(?:19|20)\d\d\s[^©\d]{2,30}$")
"""« Mise à jour 02.02.2026 à 15:30 par AFP © 2026 AFP »."""
_DURATION = re.compile(r"[\s|]*[-–—][\s|]*")


_PUBLISHING = re.compile(
    r"\b(?:publi[ée]|mis(?:e)? (?:à|a|en) |modifi|actualis|post[ée]|paru|r[ée]dig[ée]|updated|posted)"
    r"|^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|\|",
    re.IGNORECASE,
)
"""What tells that a line dates its page rather than an event."""
_UPDATED = re.compile(
    r"(?:mise? [àa] jour|modifi[ée]e?|actualis[ée]e?) (?:le|par|à)\b", re.IGNORECASE
)
"""Who changed an article last, « Mis à jour le 4 mars 2024 par Luc Amiel », need not have written it."""
_GLUED = re.compile(
    r"(?:publi[ée]e?s?|mise? (?:à|a) jour|actualis[ée]e?|modifi[ée]e?|post[ée]|paru)(?: le)?(?=\d)",
    re.IGNORECASE,
)
"""« Publié20 septembre 2022 », as a copy joins a label and its date."""
_ADDRESS = re.compile(r"\s*[(<\[]?[\w.+-]{2,40}@[\w-]+\.[\w.]{2,20}[)>\]]?\s*[-–—|,]?\s*")
"""The address of an author, beside the date."""
_IN_PAPER = re.compile(
    r",?\s+dans (?:l[’']|la |le |son |notre )(?:[ée]dition|num[ée]ro|version|journal|magazine|quotidien|hebdomadaire)\b[^.!?\d]{0,40}$",
    re.IGNORECASE,
)
"""« Paru le 4 mars 2022 dans l’édition papier »."""
_PLACE = re.compile(
    r"(?:[^\W\d_a-zà-ÿ][\w’'-]*(?:,\s|\s?/\s?|\set\s)){0,4}"
    r"(?P<place>[^\W\d_a-zà-ÿ][\w’'-]*(?:[ -][\w’'-]+){0,3})(?:\s?\([^()]{2,40}\))?,\s+le"
)
"""« Rabat, le … », « Rome, Tunis, Paris, le … », as letters and releases are dated."""
_FROM_PLACE = re.compile(r"(?:à|au|aux|en)\s[A-ZÀ-Ý][\w’'-]*(?:[ -][\w’'-]+){0,3}")
_OF_DAY = re.compile(r"\b(?:du|le)\b", re.IGNORECASE)
_WITH = re.compile(
    r"^[(\s]*avec\s+(?:l[’'])?(?=AFP|Reuters|AP\b|MAP\b|APS\b|agences?|Belga)", re.IGNORECASE
)
_DATELINE = 100
_WHERE = re.compile(
    r"[A-ZÀ-Ý][\w’' -]{1,40}(?:\s?\([^()]{2,30}\))?(?:/[A-ZÀ-Ý][\w’' -]{1,30})?,?\s(?:le\s)?"
)
_WIRE = re.compile(r"\s?\((?P<name>[^()]{2,20})\)\s?[-–—:]")
_BY_OUTLET = re.compile(
    r"(?:Par|PAR) (?P<outlet>(?:Radio|T[ée]l[ée]|France|RTS|ICI|Ici|Agence|Rédaction de) (?!.* (?:avec|et) )[A-ZÀ-Ý][\w’' -]{1,40})"
)
"""« Par Radio Lac Vaud », below the name of the author."""
_SIGN = re.compile(r"[A-Z]{3,6}")
"""The sign of an agency that no list has: « BAMAKO, 16 mai 2025 (AMAP) - »."""
_LABELLED_SOURCE = re.compile(r"(?:source|m[ée]dia|journal)\s*:\s*", re.IGNORECASE)
_END_SEPARATORS = re.compile(r"\s*[,|•·;/]\s*|\s+[-–—]\s+")


_SUMMARY_END = 100
"""Characters at the end of a summary in which its date and outlet stand."""


def read_header(line: str, facts: Facts, *, loosely: bool = False) -> bool:
    """Takes a line such as « 20 septembre 2022 - 07h20 - Maroc - Ecrit par : S.A » apart.

    True when all of the line is understood; only then are `facts` added to. `loosely` believes a
    name that nothing tells to be an outlet's, which only the line's place on the page allows.
    """
    if len(line) > 240:
        return False
    told = _header(line, loosely)
    if told is None:
        return False
    facts.add(told)
    return True


@lru_cache(maxsize=1 << 8)
def _header(line: str, loosely: bool) -> Facts | None:
    """What a line states; None if it is not understood."""
    facts = Facts()
    if not _read_header(line, facts, loosely=loosely):
        return None
    if facts.authors and _UPDATED.match(line):
        facts.authors.clear()
    if facts.published and not facts.sources and all(map(is_agency, facts.authors)):
        facts.agencies += _agency_beside_day(line)
    return facts


def _agency_beside_day(line: str) -> list[str]:
    """The agency in a line of nothing but its name and a day, as an outlet stands there: « AFP, 2 mai 2023 ».

    With an hour it is the byline of a site: « AFP - 2 mai 2023 à 14:02 ».
    """
    days = find_dates(line)
    if len(days) != 1 or "T" in (days[0].date.value or ""):
        return []
    rest = f"{line[: days[0].start]} {line[days[0].end :]}"
    name = _OF_DAY.sub(" ", rest).strip(" ,;:.()[]-–—|•·/\u00a0\u202f")
    return [name] if is_agency(name) else []


def _read_header(line: str, facts: Facts, *, loosely: bool) -> bool:
    if _AGO.fullmatch(line) or read_press_head(line, facts) or read_clip_line(line, facts):
        return True
    line = _bared(line)
    found = find_dates(line)
    if not found:
        return _read_undated(line, facts)
    if read_print_edition(line, found, facts):
        return True
    if (shorter := without_yearless_change(line, found)) is not None:
        return read_header(shorter, facts, loosely=loosely)
    if len(found) == 2 and _DURATION.fullmatch(line[found[0].end : found[1].start]):
        # « 2 mars 2015 - 7 octobre 2019 » is a span of time and dates no article.
        return found[0].start == 0 and found[1].end == len(line)
    clock = find_clock(line, found[-1].end)
    told = Told(loosely=loosely or bool(_PUBLISHING.search(line)))
    rest = _without(line, found, clock)
    timed = clock is not None or "T" in (found[-1].date.value or "")
    place = BRACKETS.sub("", rest.split(",")[0]).strip(" |")
    if (
        BY.match(rest)
        # « Jeanne Martin, le 3 mars 2022 à 15:20 »: letters and releases are dated without a time.
        or ((timed or "(avec " in rest) and is_person(place) and " " in place)
        or not _PLACE.fullmatch(rest.replace("|", "").strip())
        or is_outlet_name(rest.split(",")[0].strip())
        or is_collective(rest.split(",")[0].strip())
    ):
        for part in _SEPARATORS.split(rest):
            told.take(part)
    if not told.is_understood():
        return False
    add_dates(line, found, facts)
    if clock and CHANGED.search(line[found[-1].end : clock.start]):
        facts.modified.append(clock.on(found[-1].date))
    facts.authors.extend(told.authors)
    facts.sections.extend(told.sections)
    facts.sources.extend(told.sources)
    if page := _PRINTED.search(line, found[-1].end):
        facts.pages.append(page["page"])
    return True


def _bared(line: str) -> str:
    """A line with a space behind a label glued to its date, without addresses and « dans l’édition papier »."""
    if (glued := _GLUED.match(line)) is not None:
        line = f"{line[: glued.end()]} {line[glued.end() :]}"
    if "@" in line:
        line = _ADDRESS.sub(" ", line)
    if "il y a" in line:
        line = _AGO_BEHIND.sub("", line)
    if "©" in line or "(c)" in line.lower():
        line = _RIGHTS_BEHIND.sub("", line)
    paper = _IN_PAPER.search(line) if " dans " in line else None
    return line[: paper.start()] if paper is not None and _PUBLISHING.match(line) else line


def _read_undated(line: str, facts: Facts) -> bool:
    """Reads a byline without a date, with the outlet beside it or a time of reading."""
    if is_edited_by(line):
        return True
    if (own := _BY_OUTLET.fullmatch(line)) and is_outlet_name(own["outlet"]):
        facts.sources.append(own["outlet"])
        return True
    name, outlet = _parted(line) if "|" in line else (None, [])
    name = name or read_byline(line) or _undated(line)
    if name is not None:
        facts.authors.append(name)
        facts.sources.extend(outlet)
        return True
    desk = DESK.fullmatch(line) if not line[-1].islower() else None
    if desk and is_outlet_name(desk["outlet"]):
        facts.sources.append(desk["outlet"])
        facts.authors.append(desk["name"].strip())
        return True
    published_by = BY.match(line)
    if published_by and is_outlet_name(line[published_by.end() :].strip(AROUND)):
        facts.sources.append(line[published_by.end() :].strip(AROUND))
        return True
    return False


def _parted(line: str) -> tuple[str | None, list[str]]:
    """The author and the outlet of « Par Jeanne Martin | La Gazette du Port »."""
    first, sign, last = (part.strip() for part in line.partition("|"))
    if not sign or not last or "|" in last or not could_be_outlet(last):
        return None, []
    name = read_byline(first)
    if name is None and BY.match(last) and could_be_outlet(first):
        first, last, name = last, first, read_byline(last)
    return name, [last] if name is not None and is_outlet_name(last) else []


def _undated(line: str) -> str | None:
    """The author in « De notre correspondant, Jean Vial - Hier à 20:00 - Temps de lecture : 2 min »:
    a byline beside nothing but a time of the copy or of reading.
    """
    if not _MAY_PART.search(line):
        return None
    first, *others = [part.strip(AROUND) for part in _SEPARATORS.split(line)]
    if not all(
        READING.fullmatch(o) or reason_of(plain(o), words=len(o.split())) for o in others if o
    ):
        return None
    return read_byline(first) or (first if is_person(first) else None)


_PRINTED = re.compile(r"\bpp?\. ?(?P<page>[A-Z]{0,3}\d[\d-]{0,6})")
"""« …, mardi 17 janvier 2023, p. 12 »."""


def read_dateline(line: str, facts: Facts) -> None:
    """Notes the day and the agency of « BREST, 3 mars 2023 (AFP) - … » at the start of a paragraph."""
    if "(" not in line[: _DATELINE + 2]:
        return
    found = find_dates(line[:_DATELINE])
    if not found or not _WHERE.fullmatch(line[: found[0].start]):
        return
    agency = _WIRE.match(line, found[0].end)
    if agency is None:
        return
    if not facts.published:
        facts.published.append(found[0].date)
    if not facts.authors and (is_agency(agency["name"]) or _SIGN.fullmatch(agency["name"])):
        facts.authors.append(agency["name"])


def read_end(line: str, facts: Facts) -> bool:
    """Takes a line below an article apart: « La Gazette du Port, n° 12, mars 2023 », « Source : … ».

    True when all of the line is understood and names an outlet or a person.
    """
    if len(line) > 120:
        return False
    labelled = _LABELLED_SOURCE.match(line)
    text = line[labelled.end() :] if labelled else line
    sources: list[str] = []
    authors: list[str] = []
    dates: list[DateValue] = []
    parts = [text] if is_outlet_name(text) else _END_SEPARATORS.split(text)
    for part in (part.strip(AROUND) for part in parts):
        date = read_date(part)
        if ISSUE.fullmatch(part) or not part or (authors and _FROM_PLACE.fullmatch(part)):
            continue
        if date.basis is Basis.STATED and len(part.split()) <= 5:
            dates.append(date)
        elif is_outlet_name(part) or (labelled and could_be_outlet(part)):
            sources.append(part)
        elif is_person(part) or is_agency(part):
            authors.append(part)
        else:
            return False
    if not sources and not authors:
        return False
    if sources == [text] and not labelled and is_institution(text):
        return False  # a heading of the article, or whom it speaks of
    facts.sources.extend(sources)
    known = {plain(name) for name in facts.authors}
    facts.authors.extend(name for name in authors if plain(name) not in known)
    if not facts.published:
        facts.published.extend(dates)
    return True


def is_labelled_source(line: str) -> bool:
    """Whether a line begins as « Source : Le Monde » does."""
    return _LABELLED_SOURCE.match(line) is not None


def without_with(line: str) -> str:
    """« Avec AFP » → `AFP`."""
    return _WITH.sub("", line)


def _without(line: str, found: list[DateFound], clock: ClockFound | None) -> str:
    spans = [(date.start, date.end) for date in found]
    if clock:
        spans.append((clock.start, clock.end))
    for start, end in reversed(spans):
        line = f"{line[:start]} | {line[end:]}"
    return line


def split_summary(line: str) -> tuple[str, str | None]:
    """« Résumé coupé... 17.01.2023, Le Quotidien » → the summary and the outlet, if one follows."""
    tail = max(0, len(line) - _SUMMARY_END)
    found = find_dates(line[tail:])
    if not found:
        return line, None
    last = found[-1]._replace(start=found[-1].start + tail, end=found[-1].end + tail)
    summary = line[: last.start].rstrip(" ,-–|(\u00a0")
    outlet = line[last.end :].strip(" ,-–|)\u00a0")
    if not re.search(r"(?:[.!?…])[»”\"]?$", summary) or len(outlet.split()) > 5:
        return line, None
    if outlet and not is_name(outlet):
        return line, None
    return summary, outlet or None
