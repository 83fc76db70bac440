"""One article of a press review by its rows: the labels of its head, its title, the labels at its foot."""

from __future__ import annotations

import re

from index.corpus.bundles.database_labels import read_label
from index.corpus.bundles.parts import Part, Row
from index.corpus.cleaning.name_looks import is_person
from index.corpus.column_heads import column_field
from index.corpus.fields import Field, Value, field_of, header_pairs
from index.corpus.inverted_names import natural_names
from index.corpus.page_dates import find_dates
from index.model.text import Span
from index.text.folding import fold

LABEL = re.compile(r"(?P<label>[^\W\d_][\w’' -]{2,20}?)\s?:\s+(?P<value>\S.*)")
_LABEL_ALONE = re.compile(r"(?P<label>[^\W\d_][\w’' -]{2,20}?)\s?:")
_COUNTER = re.compile(
    r"(?:\S+ )?(?:record|document|dokument|documento|article|artikel|notice|item|r[ée]sultat|texte|papier|coupure|n°|no)\s?:? ?\d+(?: (?:of|von|sur|de|van|di) \d+|/\d+)?",
    re.IGNORECASE,
)
"""« Record: 1 », « GENIOS Dokument 1 von 3 »."""
_HEAD_FIELDS = frozenset(
    {
        Field.TITLE,
        Field.SOURCE,
        Field.PUBLISHED,
        Field.AUTHOR,
        Field.URL,
        Field.SECTION,
        Field.PAGE,
        Field.DESCRIPTION,
        Field.TAGS,
    }
)
_NAME = re.compile(r"[^\W\d_a-zß-ÿ].{1,58}")
_BETWEEN = re.compile(r"[\s,;|–—·•()/-]+|\b(?:du|le|en date du|paru le|publie le|numero|no|n°)\b")
_FEWEST_WORDS = 12
"""The fewest words between two borders that are an article."""
_TITLE_WORDS = 25
_HEAD = 10
"""The most rows of a head."""
_FOOT = 2
"""The fewest rows of a foot: a single one may end a text."""
_FOOT_LABEL = 40
"""The most characters of a label of a foot."""
_BY = re.compile(
    r"[\s,;|(–—-]+(?:[Pp]ar|PAR|[Bb]y|signé)\s+(?P<name>[A-ZÀ-Ý][^,;|()\d]{2,60}?)\)?$"
)
"""« …, par Jeanne Martin », behind the outlet and the day."""
_SIGNED = re.compile(r"[\s,;|•–—-]+(?P<name>[A-ZÀ-Ý][^,;|()\d]{2,60})")
"""« … - Jeanne Martin », behind the day."""
_NUMBER = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)])\s+(?=\S)")
_IN_BRACKETS = re.compile(r"(?P<title>\S.*?) [(\[](?P<told>[^()\[\]]{12,80})[)\]]")
"""« Le port rouvre (La Gazette, 17 janvier 2023) »."""
_ADDRESS = re.compile(r"[^:]{2,40}: ?https?://\S+")
_RIGHTS = ("©", "(c)", "Copyright", "Alle Rechte", "Tous droits")


def part_of(text: str, piece: list[Row]) -> Part | None:
    """One article of a review by its rows; None for a stretch that is too short, such as a cover."""
    words = sum(len(row.text.split()) for row in piece)
    if words < _FEWEST_WORDS:
        return None
    part = Part(Span(piece[0].start, piece[-1].end), None)
    at = 0
    while at < min(len(piece) - 1, _HEAD) and (taken := _take(part, piece, at)):
        at += taken
    stop = _before_foot(piece, at)
    if at + 1 < stop and not part.pairs and (foot := _foot_outlet(piece[stop - 1].text)):
        part.pairs += foot
        stop -= 1
    if at < stop:
        part.body = Span(piece[at].start, piece[stop - 1].end)
    return part


def _take(part: Part, piece: list[Row], at: int) -> int:
    """Notes what a row of the head says; gives the number of its rows, 0 where the text begins."""
    row, line = piece[at], piece[at].text
    if not part.title and not part.pairs and _COUNTER.fullmatch(line):
        return 1
    alone = _LABEL_ALONE.fullmatch(line) if line[-1] == ":" else None
    if alone is not None and (field := _head_field(alone["label"], f"{line} -")) is not None:
        # « Title: », and the title on the line below
        _note(part, field, piece[at + 1])
        return 2
    if outlet := outlet_and_date(line):
        part.pairs += outlet
        return 1
    if not part.title and (headed := title_and_outlet(line)) is not None:
        title, told = headed
        part.title = [Span(row.start, row.start + len(title))]
        part.pairs += told
        return 1
    if (field := labelled(line)) is not None:
        match = LABEL.fullmatch(line)
        value = match["value"] if match else ""
        _note(part, field, row._replace(text=value, start=row.end - len(value)))
        return 1
    if at and not row.apart and LABEL.fullmatch(line) and labelled(piece[at - 1].text):
        return 1  # « Diffusion : 41 230 », between the labels
    if not part.title and reads_as_title(line):
        number = _NUMBER.match(line)
        part.title = [Span(row.start + (number.end() if number else 0), row.end)]
        return 1
    return 0


def _note(part: Part, field: Field, value: Row) -> None:
    if field is Field.TITLE:
        part.title = [Span(value.start, value.end)]
        return
    told = outlet_and_date(value.text) if field is Field.SOURCE else None
    name = natural_names(value.text) if field is Field.AUTHOR else value.text
    part.pairs += told or [(field, name)]


def _foot_outlet(line: str) -> list[tuple[Field, Value]]:
    """The outlet and the day in the last line of an article, with its label or without."""
    match = LABEL.fullmatch(line) if labelled(line) is Field.SOURCE else None
    value = match["value"] if match else line
    return outlet_and_date(value) or ([(Field.SOURCE, value)] if match else [])


def _before_foot(piece: list[Row], start: int) -> int:
    """The row at which the labels below a text begin: « Quelle: … », « Database: … »."""
    stop = len(piece)
    while stop > start + 1:
        if _is_of_foot(piece[stop - 1].text):
            stop -= 1
        elif (
            stop > start + 2
            and _LABEL_ALONE.fullmatch(piece[stop - 2].text)
            and _is_of_foot(f"{piece[stop - 2].text} {piece[stop - 1].text}")
        ):
            stop -= 2
        else:
            break
    return stop if len(piece) - stop >= _FOOT else len(piece)


def _is_of_foot(line: str) -> bool:
    if line.startswith(_RIGHTS):
        return True
    return ":" in line[:_FOOT_LABEL] and bool(read_label(line) or _ADDRESS.fullmatch(line))


def labelled(line: str) -> Field | None:
    match = LABEL.fullmatch(line) if ":" in line[:24] else None
    return _head_field(match["label"], line) if match else None


def _head_field(label: str, line: str) -> Field | None:
    """The field that a label of a head names, also in the languages of press databases."""
    field = field_of(label) or column_field(label)
    if field is None and (told := read_label(line)) is not None:
        field = told.field
    return field if field in _HEAD_FIELDS else None


def outlet_and_date(line: str) -> list[tuple[Field, Value]] | None:
    """« La Gazette du Port, mardi 17 janvier 2023, p. 12 » → its fields; None for any other line."""
    if not 12 <= len(line) <= 110 or line[-1] in ".!?:":
        return None
    by = _BY.search(line)
    line = line[: by.start()] if by else line
    dates = find_dates(line)
    if len(dates) != 1 or dates[0].start < 3:
        return None
    after = line[dates[0].end :]
    signed = _SIGNED.fullmatch(after)
    if signed is not None and is_person(signed["name"]):
        by, after = signed, ""
    name = line[: dates[0].start].strip(" ,;|–—·•(/-")
    name = re.sub(r"[\s,;]+(?:du|le|paru le|publié le|vom|van|del)$", "", name, flags=re.IGNORECASE)
    after = re.sub(
        r"(?:p(?:age|\.)?|s(?:eite|\.)|blz\.?|p[áa]g(?:ina|\.)) ?\.? ?[\w-]{1,6}|\d+ (?:mots|words)",
        "",
        after,
        flags=re.IGNORECASE,
    )
    if not name or len(name.split()) > 6 or not _NAME.fullmatch(name) or _BETWEEN.sub("", after):
        return None
    if (
        re.match(
            r"(?:par|by|publie|paru|mis a jour|poste[der]*|ecrit|depose|signale|la une|a la une|edition|le(?= ?$)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|date|copyright|modifie)\b",
            fold(name),
        )
        or "©" in name
    ):
        return None
    pairs = [(Field.SOURCE, name.split(",")[0]), *header_pairs(line[dates[0].start :])]
    return [*pairs, (Field.AUTHOR, by["name"])] if by else pairs


def title_and_outlet(line: str) -> tuple[str, list[tuple[Field, Value]]] | None:
    """The title in a line with the outlet and the day in brackets behind it, and what these state; else None."""
    match = _IN_BRACKETS.fullmatch(line) if line[-1:] in ")]" else None
    told = outlet_and_date(match["told"]) if match is not None else None
    if match is None or told is None or not reads_as_title(match["title"]):
        return None
    return match["title"], told


def reads_as_title(line: str) -> bool:
    """Whether a line may be a title, with its number or without: « [2] Le port rouvre »."""
    number = _NUMBER.match(line)
    line = line[number.end() :] if number else line
    return (
        len(line.split()) <= _TITLE_WORDS
        and len(line) <= 200
        and line[-1] not in ".;,:"
        and (line[0].isupper() or line[0] in "«“\"'’0123456789¿¡")
        and not re.match(r"(?:par|by)\s+[^\W\d_a-z]", line)
    )


def has_head(piece: list[Row]) -> bool:
    """Whether a label, a byline or a date stands among the first rows."""
    return any(
        bool(labelled(row.text))
        or (len(row.text) < 100 and bool(find_dates(row.text)))
        or (
            len(row.text) < 60
            and re.match(r"(?:par|by)\s+[^\W\d_a-z]", row.text, re.IGNORECASE) is not None
        )
        for row in piece[:5]
    )
