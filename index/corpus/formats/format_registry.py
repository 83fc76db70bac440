"""The format of a file by its ending."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath

from index.corpus.formats import (
    books,
    feeds,
    jsonlines,
    mails,
    markdown,
    office,
    pdf,
    plain,
    references,
    rtf,
    tables,
    warc,
    webpage,
    wires,
    workbook,
    xmlfiles,
)
from index.corpus.formats.format import Format

FORMATS: tuple[Format, ...] = (
    plain.FORMAT,
    markdown.FORMAT,
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
)


def format_of(relative: str) -> Format | None:
    """The format of a file by the ending of its path; None if it cannot be read."""
    by_ending = _by_ending()
    suffixes = PurePosixPath(PurePosixPath(relative).name.lower()).suffixes
    for start in range(len(suffixes)):
        known = by_ending.get("".join(suffixes[start:]))
        if known is not None:
            return known
    ending = suffixes[-1] if suffixes else ""
    if ending and (len(ending) > 6 or not ending[1:].isalnum() or ending[1:].isdigit()):
        # In « rapport.du 3 mai » or « note.2021 » the point begins no ending.
        ending = ""
    return by_ending.get(ending)


@cache
def _by_ending() -> dict[str, Format]:
    return {ending: known for known in FORMATS for ending in known.endings}
