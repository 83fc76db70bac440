"""One article of a press review by its rows: the labels of its head, its title, the labels at its foot."""

from __future__ import annotations

import re
from itertools import pairwise

from index.corpus.bundles.database_labels import read_label
from index.corpus.bundles.parts import Part, Row
from index.corpus.bundles.review_heads import (
    NUMBER,
    is_day,
    outlet_and_date,
    reads_as_title,
    title_and_outlet,
    title_of_line,
    unmarked,
)
from index.corpus.cleaning.name_looks import is_person
from index.corpus.column_heads import column_field
from index.corpus.fields import Field, Value, field_of, header_pairs
from index.corpus.inverted_names import natural_names
from index.corpus.page_dates import find_dates
from index.model.text import Span
from index.text.folding import fold

LABEL = re.compile(r"(?P<label>[^\W\d_][\w’' -]{2,20}?)\s?::?\s+(?P<value>\S.*)")
"""« Source : La Gazette », and « source:: La Gazette » of notes kept in Obsidian."""
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
_FEWEST_WORDS = 12
"""The fewest words between two borders that are an article."""
_HEAD = 10
"""The most rows of a head."""
_FOOT = 2
"""The fewest rows of a foot: a single one may end a text."""
_FOOT_LABEL = 40
"""The most characters of a label of a foot."""
_ADDRESS = re.compile(r"[^:]{2,40}: ?https?://\S+")
_COVER = re.compile(
    r"\b(?:revue|dossier|recueil|panorama|coupures?|veille|corpus|bulletin|pieces jointes|resultats? de (?:la )?recherche|articles? (?:sur|pour|de presse)|annexes?)\b"
)
"""Words in the name of a review as a whole."""
_FIRST = 40
"""The characters at the beginning of a text in which such a name stands."""
_FEW_WORDS = 2
_TITLE_LINES = 4
_SMALL_END = re.compile(
    r"(?:[,:]|\b(?:de|du|des|la|le|les|un|une|à|au|aux|et|en|pour|sur|dans|par|avec|sans|que|qui|ne|n[’'])|[dl][’'])$"
)
"""With what a line of a title ends that goes on below."""
_OUTLET_WORDS = 5
_BELOW_OUTLET = 3
_BY = re.compile(r"(?:[Pp]ar|PAR|[Bb]y)\s+")
_URL = re.compile(r"https?://\S+")
_NAME, _PARAGRAPH = 40, 80
"""The most characters of a byline that is a name alone, and the fewest of a paragraph."""
_RIGHTS = ("©", "(c)", "Copyright", "Alle Rechte", "Tous droits")


def part_of(text: str, piece: list[Row]) -> Part | None:
    """One article of a review by its rows; None for a stretch that is too short, such as a cover."""
    words = sum(len(row.text.split()) for row in piece)
    if words < _FEWEST_WORDS:
        return None
    part = Part(Span(piece[0].start, piece[-1].end), None)
    at = _below_cover(piece) or _broken_title(part, piece)
    while at < min(len(piece) - 1, _HEAD) and (taken := _take(part, piece, at)):
        at += taken
    stop = _before_foot(piece, at)
    if at + 1 < stop and not part.pairs and (foot := _foot_outlet(piece[stop - 1].text)):
        part.pairs += foot
        stop -= 1
    if at < stop:
        part.body = Span(piece[at].start, piece[stop - 1].end)
    return part


def _broken_title(part: Part, piece: list[Row]) -> int:
    """Notes a title of several lines of a column above the outlet and the day; gives the number of its lines."""
    for number in range(2, min(_TITLE_LINES + 1, len(piece) - 1)):
        if not outlet_and_date(piece[number].text):
            continue
        lines = piece[:number]
        goes_on = all(
            not after.apart and (after.text[0].islower() or _SMALL_END.search(line.text))
            for line, after in pairwise(lines)
        )
        if goes_on and reads_as_title(" ".join(line.text for line in lines)):
            part.title = [Span(line.start, line.end) for line in lines]
            return number
        return 0
    return 0


def _below_cover(piece: list[Row]) -> int:
    """The row below the name of a whole review that stands above its first title: « Dossier de presse du 3 mars »."""
    if piece[0].start > _FIRST or not _COVER.search(fold(piece[0].text)):
        return 0
    for at in range(1, min(len(piece) - 1, _HEAD)):
        line = piece[at].text
        if outlet_and_date(line) or len(line) >= _PARAGRAPH:
            return 0
        named = reads_as_title(line) and not is_day(line) and not _COVER.search(fold(line))
        if (
            named
            and len(line.split()) > _FEW_WORDS
            and any(
                outlet_and_date(row.text) or len(row.text) >= _PARAGRAPH
                for row in piece[at + 1 : at + 4]
            )
        ):
            return at
    return 0


def _take(part: Part, piece: list[Row], at: int) -> int:
    """Notes what a row of the head says; gives the number of its rows, 0 where the text begins."""
    row = unmarked(piece[at])
    line = row.text
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
    if not part.title and (one_line := title_of_line(line)) is not None:
        title, told = one_line
        begin = row.start + line.index(title)
        part.title = [Span(begin, begin + len(title))]
        part.pairs += told
        return 1
    if is_day(line):
        part.pairs += header_pairs(line)
        return 1
    if not part.title and _is_outlet_above(piece, at):
        part.pairs.append((Field.SOURCE, line))
        return 1
    if (field := labelled(line)) is not None:
        match = LABEL.fullmatch(line)
        value = match["value"] if match else ""
        _note(part, field, row._replace(text=value, start=row.end - len(value)))
        return 1
    if _URL.fullmatch(line):
        part.pairs.append((Field.URL, line))
        return 1
    if part.title and part.pairs and (name := _byline(piece, at)):
        part.pairs.append((Field.AUTHOR, name))
        return 1
    if at and not row.apart and LABEL.fullmatch(line) and labelled(piece[at - 1].text):
        return 1  # « Diffusion : 41 230 », between the labels
    if not part.title and reads_as_title(line):
        number = NUMBER.match(line)
        part.title = [Span(row.start + (number.end() if number else 0), row.end)]
        return 1
    return 0


def _is_outlet_above(piece: list[Row], at: int) -> bool:
    """Whether a line is the outlet above a day, with a title below them."""
    line = piece[at].text
    below = [row.text for row in piece[at + 1 : at + 4]]
    return (
        len(line.split()) <= _OUTLET_WORDS
        and line[-1] not in ".!?:"
        and len(below) == _BELOW_OUTLET
        and is_day(below[0])
        and any(reads_as_title(text) and len(text.split()) > 2 for text in below[1:])
    )


def _byline(piece: list[Row], at: int) -> str:
    """The name in a line that is nothing but a byline above the text; empty for any other line."""
    line = unmarked(piece[at]).text
    after = piece[at + 1] if at + 1 < len(piece) else None
    if after is None or len(line) > _NAME or not (after.apart or len(after.text) >= _PARAGRAPH):
        return ""
    name = _BY.sub("", line, count=1)
    return name if is_person(name) else ""


def _note(part: Part, field: Field, value: Row) -> None:
    if field is Field.TITLE:
        part.title = [Span(value.start, value.end)]
        return
    told = outlet_and_date(value.text) if field is Field.SOURCE else None
    name = natural_names(value.text) if field is Field.AUTHOR else value.text
    part.pairs += told or [(field, name)]


def _foot_outlet(line: str) -> list[tuple[Field, Value]]:
    """The outlet and the day in the last line of an article, with its label or without."""
    line = line[1:-1].strip() if line[:1] + line[-1:] in ("()", "[]") else line
    line = line[:1].upper() + line[1:]
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


def has_foot(piece: list[Row]) -> bool:
    """Whether the last line names the outlet by a label, or together with the day."""
    return len(piece) > 2 and bool(_foot_outlet(piece[-1].text))
