"""Why a name in the place of a byline is not its author's: it is no person's, or stands where others are named.

Such a place is a weak sign. A name after « Par » needs none of these tests.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.line_looks import Look, is_sentence
from index.corpus.cleaning.line_signs import has_verb
from index.corpus.cleaning.name_looks import is_person
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.possible_names import lists, may_be_person
from index.corpus.cleaning.reasons import Reason
from index.corpus.page_dates import find_dates

_MANY = 4
"""So many names on lines of their own are a list, and not those who wrote together."""
_FAMILY_NAME = 4
"""The fewest letters of a family name by which the text can speak of somebody."""
_PICTURED = re.compile(
    r"\((?:à (?:gauche|droite|dr\.?|g\.?)|au (?:centre|milieu|premier plan|fond)|en (?:haut|bas)|de dos|de face)\b[^)]*\)"
    r"|\b(?:de g(?:auche|\.) à d(?:roite|r?\.)|à la tribune|sur la photo|photographiée?s?)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lors d|hier|ce matin|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))\b",
    re.IGNORECASE,
)
PORTRAIT = re.compile(
    r"(?:photo|portrait|avatar|image|visage)(?: de profil| du profil)? (?:de |d[’'])[A-ZÀ-Ý].{3,50}|[A-ZÀ-Ý].{3,50} \((?:photos?|photographies?|vid[ée]os?|dessins?|illustrations?)\)",
    re.IGNORECASE,
)
"""The picture of an author, and who took pictures: they stand between a name and its date."""
_CIVIL = re.compile(r"(?:M|Mr|Mme|Mlle|MM)\.? ")
_LIVED = re.compile(r"\((?:1[5-9]|20)\d\d\s?[-–]\s?(?:1[5-9]|20)\d\d\)")
_ACCORDING = re.compile(r"(?:d['’]après|selon|source) ", re.IGNORECASE)
_QUOTATION = re.compile(r"[«“\"][^»”\"]+[»”\"][.!]?")
_OF_PICTURES = (
    "Légende",
    "Photo",
    "Vue ",
    "Capture ",
    "Image ",
    "Illustration ",
    "Extrait ",
    "Affiche ",
)
_SLASH = re.compile(r"\s*/\s*|\s+[-–—|]\s+")
_RELATIVE = re.compile(r"il y a (?:environ )?(?:\d+|une?|quelques) \w+|hier\b.*", re.IGNORECASE)


def is_of_another(page: Page, at: int, names: str) -> bool:
    """Whether what stands around a name in the head tells that its owner took pictures, is asked, is shown, is one of
    a list or wrote something else.
    """
    return (
        not may_be_person(names)
        or _CIVIL.match(names) is not None
        or _ACCORDING.match(names) is not None
        or _is_spoken_of(page, names)
        or _is_quoted_above(page, at, names)
        or is_labelled_otherwise(page, at)
        or _is_in_office(page, at)
        or _is_of_picture(page, at)
        or _is_in_list(page, at)
        or _is_of_teaser_above(page, at)
    )


def _is_spoken_of(page: Page, names: str) -> bool:
    """Whether the text speaks of somebody by the family name: « Corvec est déjà dehors »."""
    words = names.split()
    if len(words) < 2 or len(words[-1]) < _FAMILY_NAME or not is_person(names):
        return False
    return page.is_called(words[-1], of=names)


def _is_quoted_above(page: Page, at: int, names: str) -> bool:
    """Whether the line above a name is what its owner said, or names it: « Nous tiendrons », « Jeanne Martin à Lyon »."""
    if at == 0 or at - 1 == page.title or page.look(at - 1) is not Look.SHORT:
        return False
    above = page.text(at - 1)
    if PORTRAIT.fullmatch(above):
        return False
    family = names.split()[-1]
    return _QUOTATION.fullmatch(above) is not None or (
        names != above and (names in above or (len(family) >= _FAMILY_NAME and family in above))
    )


def _is_in_office(page: Page, at: int) -> bool:
    """Whether a name has an office of those whom the press speaks of, behind it or on the line below: « Maire de
    Lantigny »; who writes has it too, and then stands behind « Par ».
    """
    _, comma, behind = page.text(at).partition(", ")
    below = page.text(at + 1) if at + 1 < len(page.lines) and page.is_short(at + 1) else ""
    told = behind if comma else below
    return plain(told).replace("(", " ").partition(" ")[0] in lists().offices


def is_labelled_otherwise(page: Page, at: int) -> bool:
    """Whether the line above a name says that its owner did something else than write: « Photographe »."""
    return (
        at > 0 and at - 1 != page.title and plain(page.text(at - 1)).rstrip(" :") in lists().labels
    )


def _is_of_picture(page: Page, at: int) -> bool:
    """Whether a name is a picture's credit or its caption, or stands below one of them."""
    text = page.text(at)
    if (
        _PICTURED.search(text)
        or _LIVED.search(text)
        or (_WHEN.search(text) and "," in text and not find_dates(text))
    ):
        return True
    agencies = lists().picture_agencies
    if plain(_SLASH.split(text)[-1]) in agencies or "/Agence " in text:
        return True
    above = page.text(at - 1) if at else ""
    if not above or at - 1 == page.title or (page.title is not None and at < page.title):
        return False
    if PORTRAIT.fullmatch(above):
        return False
    if plain(above) in agencies:
        return True
    if page.look(at - 1) is not Look.SHORT or is_sentence(above):
        return False
    if above.startswith(_OF_PICTURES):
        return True
    shown = _WHEN.search(above) is not None and not has_verb(above)
    return shown or _PICTURED.search(above) is not None


def _is_in_list(page: Page, at: int) -> bool:
    """Whether a name is one of several on lines of their own, or the one beside it is one of whom the text speaks."""
    start = end = at
    while start > 0 and start - 1 != page.title and _is_name_alone(page, start - 1):
        start -= 1
    while end + 1 < len(page.lines) and end + 1 != page.title and _is_name_alone(page, end + 1):
        end += 1
    if end - start + 1 >= _MANY:
        return True
    return any(page.is_named(one) for one in range(start, end + 1) if one != at)


def _is_name_alone(page: Page, at: int) -> bool:
    text = page.text(at)
    return page.is_short(at) and is_person(text) and not is_outlet_name(text)


def _is_of_teaser_above(page: Page, at: int) -> bool:
    """Whether a name above the title stands in a teaser: beside « Il y a 2 heures », or another title between."""
    if page.title is None or at > page.title:
        return False
    between = range(at + 1, page.title)
    titles = (one for one in between if page.look(one) is Look.SHORT)
    if any(len(page.text(one).split()) >= _TITLE for one in titles):
        return True
    return any(_RELATIVE.fullmatch(page.text(one)) for one in between) and any(
        page.look(one) is Look.HEADER and find_dates(page.text(one))
        for one in range(page.title + 1, len(page.lines))
    )


def is_no_signature(page: Page, at: int) -> bool:
    """Whether a line below the text that looks like a signature is none."""
    text = page.text(at)
    return (
        (is_person(text) and not is_outlet_name(text) and not may_be_person(text))
        or is_labelled_otherwise(page, at)
        or (is_person(text) and _is_spoken_of(page, text))
        or is_comment(page, at)
        or (at + 1 < len(page.lines) and page.reasons[at + 1] is Reason.CONTACT)
    )


def is_comment(page: Page, at: int) -> bool:
    """Whether a name below the text is a reader's, who wrote on another day or is told to be one: « Abonnée »."""
    if at + 1 >= len(page.lines):
        return False
    below = page.text(at + 1)
    if plain(below) in lists().readers or _RELATIVE.fullmatch(below):
        return True
    return is_of_another_day(page, below)


def is_byline_of_another(page: Page, at: int, *, below: bool) -> bool:
    """Whether a byline away from the head is another article's or a comment's: dated otherwise, « La chronique de X »
    above a title.
    """
    text = page.text(at)
    if is_of_another_day(page, text):
        return True
    after = page.text(at + 1) if at + 1 < len(page.lines) else ""
    if text[:5].lower() == "texte" and plain(after.partition(":")[0]) in lists().labels:
        return True  # of a play, whose staging has the next line
    if _COLUMN.match(plain(text)) is None:
        return False
    if at + 1 >= len(page.lines):
        return below
    titled = page.look(at + 1) is Look.SHORT and not is_person(after)
    return below or (titled and len(after.split()) >= _TITLE)


_COLUMN = re.compile(
    r"(?:la |le |l'|les )?(?:chroniques?|editos?|editorial|billets?|bloc-notes|tribunes?|humeur) d"
)
"""« La chronique de Jeanne Martin », as other articles are announced."""


def is_of_another_day(page: Page, text: str) -> bool:
    """Whether a line beside a name is dated otherwise than the article."""
    known = {(date.value or "")[:_DAY] for date in (*page.facts.published, *page.facts.modified)}
    days = {(found.date.value or "")[:_DAY] for found in find_dates(text)}
    return bool(known) and bool(days) and known.isdisjoint(days)


_DAY = 10
"""The characters of a day in a date's value."""
_TITLE = 4
"""The fewest words of another article's title."""
