"""The format of a file by its ending."""

from __future__ import annotations

from functools import cache, lru_cache

from index.corpus.formats import (
    books,
    databases,
    feeds,
    jsonlines,
    latex,
    lightmarks,
    mails,
    markdown,
    office,
    org,
    pdf,
    plain,
    praat,
    references,
    rtf,
    subtitles,
    tables,
    tagged_references,
    warc,
    webarchives,
    webpage,
    wires,
    workbook,
    xmlfiles,
    yamlfiles,
)
from index.corpus.formats.format import Format
from index.corpus.formats.kinds import is_kind

FORMATS: tuple[Format, ...] = (
    plain.FORMAT,
    markdown.FORMAT,
    org.FORMAT,
    jsonlines.FORMAT,
    tables.FORMAT,
    workbook.FORMAT,
    webpage.FORMAT,
    feeds.FORMAT,
    xmlfiles.FORMAT,
    pdf.FORMAT,
    office.WORD,
    office.OPEN_DOCUMENT,
    rtf.FORMAT,
    books.FORMAT,
    mails.MAIL,
    mails.BOX,
    mails.PAGE,
    references.RIS,
    references.BIBTEX,
    wires.FORMAT,
    warc.FORMAT,
    webarchives.FORMAT,
    subtitles.FORMAT,
    references.ENDNOTE,
    tagged_references.FORMAT,
    praat.FORMAT,
    yamlfiles.FORMAT,
    latex.FORMAT,
    databases.FORMAT,
    lightmarks.RESTRUCTURED,
    lightmarks.ASCIIDOC,
)


def format_of(relative: str) -> Format | None:
    """The format of a file by the ending of its path; None if it cannot be read."""
    name = relative.rpartition("/")[2].lower().lstrip(".")
    _, point, endings = name.partition(".")
    return _format_by_endings(endings if point and not name.endswith(".") else None)


@lru_cache(maxsize=1 << 8)
def _format_by_endings(endings: str | None) -> Format | None:
    """The same by all that follows the first point of a name."""
    by_ending = _by_ending()
    suffixes = [f".{ending}" for ending in endings.split(".")] if endings is not None else []
    for start in range(len(suffixes)):
        known = by_ending.get("".join(suffixes[start:]))
        if known is not None:
            return known
    ending = suffixes[-1] if suffixes else ""
    if is_kind(ending[1:]):
        return None
    if ending and (len(ending) > 6 or not ending[1:].isalnum() or ending[1:].isdigit()):
        # In « rapport.du 3 mai » or « note.2021 » the point begins no ending.
        ending = ""
    return by_ending.get(ending)


@cache
def _by_ending() -> dict[str, Format]:
    return {ending: known for known in FORMATS for ending in known.endings}
