"""Lines that state who wrote an article, when, and in which section."""

from __future__ import annotations

import re

from index.corpus.cleaning.facts import Facts
from index.corpus.cleaning.names import is_agency, is_name, is_person, is_section
from index.corpus.cleaning.phrases import plain
from index.corpus.dates import DateFound, find_dates

_SEPARATORS = re.compile(r"\s+[-–—|•·/>»]\s+|\s*[|•·]\s*")

_BY = re.compile(
    r"""(?:
        (?:(?:[ée]crit|r[ée]dig[ée]|publi[ée]|post[ée]|propos(?:\ recueillis)?|propos\ recueillis\ et\ traduits|reportage|traduit|synth[èe]se|article|texte|recueilli)s?(?:\s+\w+){0,3}?\s+par
          |par|by|written\ by|posted\ by|auteure?s?|author|r[ée]daction|r[ée]dacteur|r[ée]dactrice|journalistes?|texte|signature)\s*:?\s+
      | (?:de\ )?(?:notre|nos|l[’']un\ de\ nos)\ (?:envoy|correspondan)\S*(?:\s(?:sp[ée]cia\w+|permanente?s?))?\s*(?:[àa]|au|en|aux|:|,)?\s*
    )""",
    re.IGNORECASE | re.VERBOSE,
)

_WITH_AGENCY = re.compile(
    r"[^\W_a-zà-ÿ][\w .’'&-]{1,40} (?:avec|et) (?:l['’])?(?:AFP|Reuters|AP|MAP|APS|agences?)"
)
_BRACKETS = re.compile(r"\s*\([^()]{1,60}\)")
_COLLECTIVE = re.compile(
    r"(?:la )?redaction(?: (?:de|du|avec) .{2,40})?|(?:le|la|les) .{2,30} avec (?:afp|reuters|ap|agences?|aps|map)"
)

_DATE_WORDS = re.compile(
    r"\b(?:publi[ée]e?s?|mis(?:e)?(?:\s+|-)(?:à|a)(?:\s+|-)jour|modifi[ée]e?|actualis[ée]e?|cr[ée]{2}e?|post[ée]e?|paru(?:e)?|mise? en ligne|updated|published|posted|last|derni[èe]re|(?:mise (?:à|a) jour|modification)|date|heure|le|la|on|at|à|a|de|du|en|article|par|maj|et|vers|the)\b",
    re.IGNORECASE,
)

_CHANGED = re.compile(
    r"(?:mis(?:e)?(?:\s+|-)(?:à|a)(?:\s+|-)jour|modifi|actualis|updated|modification|maj)\b[^0-9]{0,40}$",
    re.IGNORECASE,
)

_READING = re.compile(
    r"(?:temps de |dur[ée]e de )?lecture(?: estim[ée])?\s*:?\s*\d+\s*(?:min\w*|mn|')\.?|\d+\s*(?:min|mn|minutes?)(?: de lecture)?|\d+ (?:vues|commentaires?|partages?)",
    re.IGNORECASE,
)

_CRUMBS = re.compile(
    r"(?:(?:accueil|home|vous etes ici ?:? ?(?:accueil)?)\s*(?:[>/»›|:•]+\s*[^>/»›|•]{2,60})+[>/»›|\s]*|[^>»›]{2,30}(?:\s*[>»›]\s*[^>»›]{2,60}){2,})"
)

_SUMMARY_END = 100
"""Characters at the end of a summary in which its date and outlet stand."""


def read_byline(line: str) -> str | None:
    """« Ecrit par : S.A » → `S.A`; None when the line is no byline."""
    line = line.strip(" \u00a0")
    match = _BY.match(line)
    if match is None:
        return line if _COLLECTIVE.fullmatch(plain(line)) or _WITH_AGENCY.fullmatch(line) else None
    name = line[match.end() :].strip(" :\u00a0,")
    found = find_dates(name)
    if found:
        name = re.sub(r"[\s,|–-]*\b(?:le|on)?\s*$", "", name[: found[0].start])
    if _COLLECTIVE.fullmatch(plain(name)) or is_name(_BRACKETS.sub("", name)):
        return name
    return None


def read_header(line: str, facts: Facts) -> bool:
    """Takes a line such as « 20 septembre 2022 - 07h20 - Maroc - Ecrit par : S.A » apart.

    True when all of the line is understood; only then are `facts` added to.
    """
    if len(line) > 240:
        return False
    found = find_dates(line)
    byline = read_byline(line) if not found else None
    if byline:
        facts.authors.append(byline)
        return True
    if not found:
        return False
    parts = _SEPARATORS.split(_without(line, found))
    authors: list[str] = []
    sections: list[str] = []
    for part in parts:
        rest = part.strip(" ,.:;()\u00a0")
        if not rest or _READING.fullmatch(rest):
            continue
        name = read_byline(rest)
        if name is None:
            rest = re.sub(_READING, " ", rest)
            rest = _DATE_WORDS.sub(" ", rest).strip(" ,.:;()-–|\u00a0")
        if name:
            authors.append(name)
        elif not rest or not re.search(r"\w", rest):
            continue
        elif is_section(rest):
            sections.append(rest)
        elif len(rest.split()) <= 6 and (is_person(rest) or is_agency(rest)):
            authors.append(rest)
        else:
            return False
    _add_dates(line, found, facts)
    facts.authors.extend(authors)
    facts.sections.extend(sections)
    return True


def _without(line: str, found: list[DateFound]) -> str:
    for date in reversed(found):
        line = f"{line[: date.start]} | {line[date.end :]}"
    return line


def _add_dates(line: str, found: list[DateFound], facts: Facts) -> None:
    before = 0
    for date in found:
        changed = _CHANGED.search(line[before : date.start])
        (facts.modified if changed else facts.published).append(date.date)
        before = date.end


def is_breadcrumb(line: str) -> bool:
    return len(line) <= 200 and bool(_CRUMBS.fullmatch(plain(line)))


def section_of_breadcrumb(line: str) -> str | None:
    """The last section of « Accueil > Monde > Afrique > … »."""
    crumbs = [crumb.strip(" :\u00a0") for crumb in re.split(r"[>/»›|•]", line)]
    known = [crumb for crumb in crumbs if is_section(crumb)]
    return known[-1] if known else None


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
