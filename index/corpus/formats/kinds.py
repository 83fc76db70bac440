"""Kinds of files that are not read: their names, and advice for the reader."""

from __future__ import annotations

from pathlib import PurePosixPath

from index.corpus.formats.format import MEGABYTE

MOST_OF_UNKNOWN = 60 * MEGABYTE
"""The size in bytes of the largest file with an unknown ending that is opened to find its kind."""

_OLD_OFFICE = (
    "An Office document of before 2007, or one with a password: save it as .docx or .xlsx."
)
_LOCK = "A lock that Word or Excel leaves beside an open document; it holds no article."
SETTINGS = "A file of settings or of a program's log: it holds no article."
_KINDS = (
    ("gz bz2 xz zst tar tgz 7z rar", "Archives are not opened; unpack it into the folder."),
    ("jpg jpeg png gif webp bmp svg ico heic", "A picture: only text is read."),
    ("tif tiff jp2", "A scanned picture: have its text recognised (OCR) and saved as PDF, ALTO or text."),
    ("mp3 wav ogg m4a flac aac mp4 mkv avi mov webm", "Sound or film: only text is read."),
    ("doc dot xls ppt wpd", _OLD_OFFICE),
    ("pptx odp key", "Slides: save their text as .docx, .odt or .txt."),
    ("ods numbers", "A spreadsheet: save it as .xlsx or .csv."),
    ("pages", "A document of Pages: export it as .docx."),
    ("msg pst ost", "Mail of Outlook: save it as .eml or .mbox."),
    ("mobi azw azw3 kfx djvu", "An electronic book of a closed kind: convert it to .epub."),
    ("mdb accdb", "A database: export its table as .csv."),
    ("parquet feather arrow rdata rds rda sav dta pkl", "A table of a statistics program: export it as .csv."),
    ("css js mjs map woff woff2 ttf eot otf", "It goes with a web page; it holds no article."),
    ("py r ipynb sh bat exe dll so class jar", "A program: it holds no article."),
    ("webloc url desktop", "A shortcut to a page: save the page itself."),
    ("vert", "A vertical corpus, one word a line: export its texts (.prevert) instead."),
    ("ics ical vcf", "A calendar or an address book: it holds no article."),
    ("textile", "A text with marks of its own: save it as .md, .docx or .txt."),
    ("toml ini cfg log lock", SETTINGS),
)  # fmt: skip
_BY_ENDING = {ending: told for endings, told in _KINDS for ending in endings.split()}
_OPENED = frozenset(("doc", "xls", "xml", "log", "js"))
"""Endings of unread kinds that files of other kinds often have."""


def is_kind(ending: str) -> bool:
    """Whether an ending, without its point, is that of a kind that has a name here."""
    return ending in _BY_ENDING


def is_never_read(relative: str) -> bool:
    """Whether a file's ending alone shows that it holds no article that could be read."""
    ending = _ending(relative)
    return ending in _BY_ENDING and ending not in _OPENED


def why_not_read(relative: str, data: bytes = b"") -> str:
    """One sentence for a file that cannot be read: its kind, and what to do."""
    if is_lock(relative):
        return _LOCK
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _OLD_OFFICE
    if data.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")):
        return _BY_ENDING["gz"]
    return _BY_ENDING.get(_ending(relative), "Files of this kind are not read.")


def sentences() -> tuple[str, ...]:
    """All these sentences, for the catalogues."""
    return tuple(dict.fromkeys((_LOCK, *(told for _, told in _KINDS))))


def is_lock(relative: str) -> bool:
    """Whether a file is the lock of an open document: « ~$revue.docx »."""
    return relative.rpartition("/")[2].startswith("~$")


def _ending(relative: str) -> str:
    return PurePosixPath(relative).suffix.lower().lstrip(".")
