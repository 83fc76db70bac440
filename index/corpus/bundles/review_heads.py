"""The lines of a review that say where an article is from: outlet and day, in the many ways in which people write them."""

from __future__ import annotations

import re

from index.corpus.bundles.parts import Row
from index.corpus.cleaning.clip_lines import read_clip_line
from index.corpus.cleaning.name_looks import is_person
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.fields import Field, Value, header_pairs
from index.corpus.page_dates import DateFound, find_dates
from index.text.folding import fold

_NAME = re.compile(r"[^\W\d_a-zß-ÿ].{1,58}")
_NAME_WORDS = 6
_LONGEST = 130
_BETWEEN = re.compile(
    r"[\s,;|–—·•()\[\]/-]+|\b(?:du|le|en date du|paru le|publie le|numero|no|n°)\b"
)
_BY = re.compile(
    r"[\s,;|(–—-]+(?:(?:[Pp]ropos |PROPOS )?(?:[Rr]ecueillis?|RECUEILLIS?) )?(?:[Pp]ar|PAR|[Bb]y|signé)\s+(?P<name>[A-ZÀ-Ý][^,;|()\d]{2,60}?)\)?$"
)
"""« …, par Jeanne Martin », « …, propos recueillis par Jeanne Martin », behind the outlet and the day."""
_SIGNED = re.compile(r"[\s,;|•–—(-]+(?P<name>[A-ZÀ-Ý][^,;|()\d]{2,60})\)?")
"""« … - Jeanne Martin », « … (Jeanne Martin) », behind the day."""
_TAIL = re.compile(
    r"\b(?:p(?:ages?|\.)?|s(?:eite|\.)|blz\.?|p[áa]g(?:ina|\.)) ?\.? ?(?=[\w-]*\d)[\w-]{1,6}(?: (?:et|à) \d{1,3})?|\bpages? [^\W\d_]{3,15}|\d+ (?:mots|words|signes|caractères)"
    r"|(?:sur )?(?:le )?site (?:internet|web)|(?:version |édition )?(?:web|en ligne|internet|papier|numérique|imprimée?|print|abonnés)\b"
    r"|édition (?:de |du |d['’])?[^,;|–—\d]{3,30}",
    re.IGNORECASE,
)
"""What may stand behind the day: a page, a length, where it appeared."""
_DAY_BEFORE = re.compile(r"[\s,;]+(?:du|le|paru le|publié le|vom|van|del)$", re.IGNORECASE)
_ISSUE = re.compile(r"[\s,;(]+n(?:°|º|o|uméro)\s?\d+\)?$")
"""« La Croix n° 1234 »."""
_NO_OUTLET = re.compile(
    r"(?:par|by|publie|paru|mis a jour|poste[der]*|ecrit|depose|signale|la une|a la une|edition|le(?= ?$)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|date|copyright|modifie)\b"
)
_EDITION = re.compile(r"(?P<name>\S.*?) ?[(\[](?P<edition>[^()\[\]]{2,40})[)\]]")
"""« Radio Haute-Combe (site) »."""
_LIKE_OUTLETS = re.compile(
    r"(?:Les?|La)\s|L['’]|(?:Radio|Agence|France|TV|Télé|RTL|RTS|Journal|Courrier|Gazette|Revue)\b"
)
"""With what a name behind a day begins: « 3 juin 2024 – Politique » is a section."""
_SMALL = re.compile(r"(?<![\w'’])(?!(?:d[eu]s?|la|les?|et|aux?|à|en|sur)\b)[a-zß-ÿ]")
"""A word without a capital that is none of those in names: « 3 mars 2024 – Le maire réagit »."""
_BULLET = re.compile(r"(?:[•◦▪●■→►‣*>-]|\d{1,2}[.)])\s+")
_LED = re.compile(
    r"(?:(?i:article|papier|extrait|texte|coupure|source)\b(?: paru)?(?: d(?:e|u|ans)| le)?|(?i:(?:paru|publié|lu|vu) (?:dans|sur)|via|in|dans))\s?:? ?(?=[^\W\d_a-zß-ÿ])"
)
"""« article de La Gazette, 3 juin 2024 »."""
_MARKED = re.compile(r"(?<!\w)(?P<sign>[*_]{1,3})(?P<words>\S(?:.*?\S)?)(?P=sign)(?!\w)")
"""« *Le Fanal*, 3 juin 2024 », as messages and notes mark words."""
_NOTED = re.compile(r"\A[^\W\d_A-ZÀ-Þ].*?[.:] (?=[^\W\d_a-zß-ÿ])")
"""« autre, pour l'ambiance. Sud Magazine »: a note of one's own before the outlet."""
_IN_BRACKETS = re.compile(r"(?P<title>\S.*?) [(\[](?P<told>[^()\[\]]{12,80})[)\]]")
"""« Le port rouvre (La Gazette, 17 janvier 2023) »."""
NUMBER = re.compile(
    r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)/]|>{1,3}|[•■▪►→]|(?i:article|texte|document) (?:n° ?)?\d{1,3} ?[:.–—-])\s+(?=\S)"
)
"""The number of an article before its title."""
_TITLE_WORDS = 25


def outlet_and_date(line: str) -> list[tuple[Field, Value]] | None:
    """« La Gazette du Port, mardi 17 janvier 2023, p. 12 » → its fields; None for any other line.

    Brackets, bullets and marks around it are passed over: « [Le Fanal (site), 3 juin 2024] », « • *Le Fanal* – 3 juin 2024 ».
    """
    line = _bare(line)
    if not 12 <= len(line) <= _LONGEST or line[-1] in ".!?:":
        return None
    pairs = _outlet_and_date(line)
    clip = Facts()
    if read_clip_line(line, clip):
        named = dict(pairs or ()).get(Field.SOURCE)
        # « Luc Amiel, Le Monde, 3 mars 2023 »: the first name is not always the outlet.
        if pairs is None or (clip.authors and named != clip.sources[0]):
            return _of_clip(clip)
    return pairs


def _outlet_and_date(line: str) -> list[tuple[Field, Value]] | None:
    """The same of a line that begins with the outlet or the day."""
    by = _BY.search(line)
    line = line[: by.start()] if by else line
    dates = find_dates(line)
    if len(dates) != 1:
        return None
    if dates[0].start < 3:
        return None if by else _date_and_outlet(line, dates[0])
    after = line[dates[0].end :]
    signed = _SIGNED.fullmatch(after)
    if signed is not None and is_person(signed["name"]):
        by, after = signed, ""
    name = _DAY_BEFORE.sub("", line[: dates[0].start].strip(" \u00a0,;|–—·•(/-"))
    name = _ISSUE.sub("", name)
    name = _NOTED.sub("", name, count=1)
    pairs = _named(name)
    if pairs is None or _BETWEEN.sub("", _TAIL.sub("", after)):
        return None
    pairs += header_pairs(line[dates[0].start :])
    return [*pairs, (Field.AUTHOR, by["name"])] if by else pairs


def _of_clip(told: Facts) -> list[tuple[Field, Value]]:
    """What a line on a clipping states: « Luc Amiel, La Gazette, 17 janvier 2023, p. 12 »."""
    pairs: list[tuple[Field, Value]] = [
        (Field.SOURCE, told.sources[0]),
        (Field.PUBLISHED, told.published[0].value or ""),
    ]
    pairs += [(Field.PAGE, page) for page in told.pages]
    pairs += [(Field.SECTION, name) for name in told.sections[:1]]
    return [*pairs, (Field.AUTHOR, ", ".join(told.authors))] if told.authors else pairs


def _date_and_outlet(line: str, date: DateFound) -> list[tuple[Field, Value]] | None:
    """« 12/02/2024 – La Gazette du Port – page 3 »."""
    rest = line[date.end :]
    name, *others = re.split(r"\s[–—|·•-]\s|[,;]\s", rest.strip(" \u00a0,;|–—·•()/-"))
    if any(_BETWEEN.sub("", _TAIL.sub("", other)) for other in others):
        return None
    if date.start or not _LIKE_OUTLETS.match(name) or rest[:1].isalnum() or _SMALL.search(name):
        return None
    pairs = _named(name)
    if pairs is None:
        return None
    pages = [pair for pair in header_pairs(rest) if pair[0] is Field.PAGE]
    return [*pairs, *header_pairs(line[: date.end]), *pages]


def _named(name: str) -> list[tuple[Field, Value]] | None:
    """The outlet of a name, with its edition; None where it is no outlet."""
    edition = _EDITION.fullmatch(name)
    name = edition["name"] if edition else name
    if not name or len(name.split()) > _NAME_WORDS or not _NAME.fullmatch(name):
        return None
    if _NO_OUTLET.match(fold(name)) or "©" in name:
        return None
    pairs: list[tuple[Field, Value]] = [(Field.SOURCE, name.split(",")[0])]
    return [*pairs, (Field.EDITION, edition["edition"])] if edition else pairs


def _bare(line: str) -> str:
    """A line without what stands around it: a bullet, marks, brackets, « article de »."""
    bullet = _BULLET.match(line)
    bare = line[bullet.end() :] if bullet else line
    if "*" in bare or "_" in bare:
        bare = _MARKED.sub(lambda match: match["words"], bare)
    if bare[:1] + bare[-1:] in ("[]", "()") and bare[0] not in bare[1:]:
        bare = bare[1:-1].strip()
    led = _LED.match(bare)
    bare = bare[led.end() :] if led else bare
    return bare.rstrip(" :\u00a0") if bullet or led else bare


def unmarked(row: Row) -> Row:
    """A row without the marks around it: « *Le port rouvre* », « _Par Jeanne Martin_ »."""
    match = _MARKED.fullmatch(row.text) if row.text[0] in "*_" else None
    if match is None:
        return row
    start = row.start + match.start("words")
    return row._replace(text=match["words"], start=start, end=start + len(match["words"]))


def title_and_outlet(line: str) -> tuple[str, list[tuple[Field, Value]]] | None:
    """The title in a line with the outlet and the day in brackets behind it, and what these state; else None."""
    match = _IN_BRACKETS.fullmatch(line) if line[-1:] in ")]" else None
    told = outlet_and_date(match["told"]) if match is not None else None
    if match is None or told is None or not reads_as_title(match["title"]):
        return None
    return match["title"], told


_PARTED = re.compile(r"\s*[|;\t]\s*")
_DAY_WORDS = re.compile(
    r"(?:publié|paru|posté|mis en ligne|modifié|date)\b(?: en ligne)?\s?:?|\b(?:le|à|par la rédaction)\b|\d{1,2}[h:]\d{0,2}",
    re.IGNORECASE,
)


def is_day(line: str) -> bool:
    """Whether a line is nothing but a day: « Publié le 3 juin 2024 à 10h46 », « 03/06/2024 »."""
    if len(line) > 60:
        return False
    dates = find_dates(line)
    if len(dates) != 1:
        return False
    return not _BETWEEN.sub("", _DAY_WORDS.sub("", line[: dates[0].start] + line[dates[0].end :]))


def title_of_line(line: str) -> tuple[str, list[tuple[Field, Value]]] | None:
    """The title in a line of title, outlet and day in any order, and what these state: « 3/6/24 | Le Fanal | Le port rouvre »."""
    parts = _PARTED.split(line) if "|" in line or ";" in line or "\t" in line else []
    if len(parts) != 3:
        return None
    day = next((part for part in parts if is_day(part)), None)
    others = [part for part in parts if part is not day]
    if day is None or len(others) != 2:
        return None
    outlet, title = sorted(others, key=lambda part: len(part.split()))
    named = _named(outlet)
    if named is None or len(title.split()) < 3 or not reads_as_title(title):
        return None
    return title, [*named, *header_pairs(day)]


def reads_as_title(line: str) -> bool:
    """Whether a line may be a title, with its number or without: « [2] Le port rouvre »."""
    number = NUMBER.match(line)
    line = line[number.end() :] if number else line
    return (
        len(line.split()) <= _TITLE_WORDS
        and len(line) <= 200
        and line[-1] not in ".;,:"
        and (line[0].isupper() or line[0] in "«“\"'’0123456789¿¡")
        and not re.match(r"(?:par|by)\s+[^\W\d_a-z]", line)
    )
