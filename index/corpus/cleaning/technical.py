"""Strings of a page that no reader should see: paths, sizes, codes, addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.corpus.cleaning.reasons import Reason

_ADDRESS = r"(?:https?://|www\.)\S+"
_URL_LINE = re.compile(
    rf"(?:(?:url|lien|link|source|adresse|permalien|via|lire sur)\s*:?\s*)?{_ADDRESS}(?:\s+{_ADDRESS})*",
    re.IGNORECASE,
)
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'»)\]]+", re.IGNORECASE)
IMAGE_URL = re.compile(
    r"(?:https?:)?//\S+?\.(?:jpe?g|png|gif|webp|svg|avif|bmp|ico)(?:[?#!]\S*)?", re.IGNORECASE
)
_IMAGE_FILE = re.compile(r"[\w./:~%-]+\.(?:jpe?g|png|gif|webp|svg|avif)", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w/])(?:\+|00)\d[\d .()-]{7,}\d(?!\w)|(?<!\d)0[1-9](?:[ .-]?\d\d){4}(?!\d)"
)
_PHONE_LINE = re.compile(
    r"(?:t[ée]l(?:[ée]phone)?|fax|mobile|gsm|standard|contact)\.?\s*(?:fax)?\s*:?\s*\+?[\d .()/-]{8,}",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    r"""
    (?:/{1,2}[\w:*.-]+(?:\[[^\]]*\])?(?:/{1,2}@?[\w:*.()-]+(?:\[[^\]]*\])?)+/?(?:\s+|$) )+   # XPath, paths
  | (?:\d{2,5}|true|false|null|none|nan|undefined)(?:\s+(?:\d{1,5}|true|false|null|none|nan|undefined|px|x|×))+
  | \d{2,5}\s*(?:px)?\s*[x×]\s*\d{2,5}(?:\s*(?:px|pixels))?
  | true | false | null | none | undefined | nan | NaN | \[object\ Object\]
  | [a-z]{2}[_-][A-Z]{2} | utf-?8 | UTF-?8
  | (?:text|image|video|audio|application)/[\w.+-]+
  | (?:og|twitter|article|fb|dc|al|msapplication|viewport|csrf)[:.-][\w:.-]+(?:\s.*)?
  | [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}
  | (?=[\w-]*\d)(?=[\w-]*[a-zA-Z])[\w-]{20,}
  | [0-9a-f]{12,}
  | \d{5,}
  | (?:summary_large_image|summary|website|article|NewsArticle|WebPage|Article|index,\s*follow.*|noindex.*|max-image-preview:\S*.*)
  | (?:</?[a-zA-Z!][^<>]*>\s*)+
  | (?:function|var|let|const|window|document|jQuery|\$|googletag|dataLayer|gtag|import|return|if|else|try|catch)[\s.(=\[{].*[;{}]
  | [{}\[\]();,\s]+
  | (?:(?:color|font|margin|padding|width|height|display|background|position|border|text|line|float|z|max|min|opacity)[\w-]*:\s*[^;:]+;\s*)+
  | (?:[{\[]*"[\w@-]+"\s*:\s*(?:"[^"]*"|[\d.]+|true|false|null|\{|\[)\s*,?\s*[}\]]*)+
  | <!--.*-->
  | \[/?\w+(?:\s[^\]]*=[^\]]*)\]
  | &\w+;
  | [\W_]*[\u200b-\u200f\u2060\ufeff][\W_]*
    """,
    re.VERBOSE,
)
_STYLE = re.compile(r"[.#@]?[\w-]+(?:[\s,>.#:]+[\w-]+)*\s*\{.*\}?")
_ONLY_SIGNS = re.compile(r"[^\w…?!]+")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def technical_reason(line: str) -> Reason | None:
    """The reason why a line is no prose at all, if its signs show one.

    A bare year is not judged here: it may be a heading of a chronology.
    """
    if _URL_LINE.fullmatch(line):
        return Reason.IMAGE if _all_images(line) else Reason.URL
    if "@" in line and _EMAIL.search(line) and is_contact(line):
        return Reason.CONTACT
    if _PHONE_LINE.fullmatch(line) or _is_phone(line):
        return Reason.CONTACT
    if _IMAGE_FILE.fullmatch(line):
        return Reason.IMAGE
    if (len(line) > 4 or line[:1] == "<") and (
        _TECHNICAL.fullmatch(line) or ("{" in line and _STYLE.fullmatch(line))
    ):
        return Reason.TECHNICAL
    if len(line) <= 4 and line in {"true", "null", "none", "nan", "NaN"}:
        return Reason.TECHNICAL
    if _ONLY_SIGNS.fullmatch(line):
        # A row of stars or dashes only separates.
        return Reason.INTERFACE
    # Prose has a blank every six characters or so.
    if len(line) > 30 and line.count(" ") * 12 < len(line) and not _reads(line):
        return Reason.TECHNICAL
    return None


def is_contact(line: str) -> bool:
    """Whether a line is about a mail address, rather than a sentence that contains one."""
    without = _PHONE.sub(" ", _EMAIL.sub(" ", line))
    return len(_WORDS.findall(without)) <= 12


def before_contact(line: str) -> str | None:
    """The name that stands before the first address of a line of contacts."""
    match = _EMAIL.search(line)
    if match is None:
        return None
    name = line[: match.start()].strip(" :,-–|(<")
    return name or None


class ImageCredit(NamedTuple):
    """A name beside the address of a picture."""

    name: str
    address: str


def image_credit(line: str) -> ImageCredit | None:
    """« AFP https://…/x.jpg » → the name and the address of the image."""
    if "//" not in line:
        return None
    match = IMAGE_URL.search(line)
    if match is None or match.end() != len(line):
        return None
    name = line[: match.start()].strip(" :©-–|")
    return ImageCredit(name, match.group()) if 0 < len(name) <= 60 else None


def is_avatar(address: str) -> bool:
    """Whether the address of an image names a small square, as an author's portrait is."""
    return any(
        match[1] == match[2] and int(match[1]) <= 200
        for match in re.finditer(r"(?<!\d)(\d{2,3})x(\d{2,3})(?!\d)", address)
    )


def is_locale(line: str) -> bool:
    return bool(re.fullmatch(r"[a-z]{2}[_-][A-Z]{2}", line))


def _all_images(line: str) -> bool:
    return all(IMAGE_URL.fullmatch(match.group()) for match in URL.finditer(line))


def _is_phone(line: str) -> bool:
    may_be = len(line) <= 80 and ("0" in line or "+" in line)
    return may_be and bool(_PHONE.search(line)) and len(_WORDS.findall(line)) <= 4


def _reads(line: str) -> bool:
    words = _WORDS.findall(line)
    return sum(map(len, words)) > 0.4 * len(line)
