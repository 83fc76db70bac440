"""The signature below the last paragraph of an article: a name, initials, an agency, the outlet and its issue."""

from __future__ import annotations

import re
from itertools import pairwise

from index.corpus.cleaning import headers, name_doubts, name_looks
from index.corpus.cleaning.line_looks import Look, begins_with_sentence, is_sentence
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.signed_names import is_short_for, signed_names
from index.corpus.cleaning.stated_facts import Facts

INVITING = re.compile(
    r"(?:consultez|d[ée]couvrez|retrouvez|[ée]coutez|regardez|lisez|participez|r[ée]agissez|testez|visitez|voyez|achetez|commandez|r[ée]servez|profitez)\b",
    re.IGNORECASE,
)
_NAMES = 3
"""The most words of a line of names that is no row of topics."""
_SHORTEST_SENTENCE = 3
_WITH = re.compile(r"(?:avec|et avec)\s+(?=[A-ZÀ-Ý])", re.IGNORECASE)
_MARKED = re.compile(
    r"[(/]| et | - |, (?=(?:notre|nos|envoy|correspond|journaliste|reporter|pigiste|stagiaire|chef|r[ée]dact))"
)
"""What parts the name of a signature from the rest of its line: « Jeanne Martin / La Tribune »."""
_POSTED = re.compile(
    r"[A-ZÀ-Ý][^.!?]{1,40}, (?:envoyée?s? sp[ée]cia\w+|correspondan\w+|de notre (?:correspondan|envoy)\w+).{0,20}|\(?(?:[àa] )?[A-ZÀ-Ý][\w’' -]{1,30}, correspondance\)?"
)
"""Where an author was, below the name: « Niamey, envoyée spéciale »."""
_WORKS = re.compile(r"\((?:textes?|photos?|photographies?|vid[ée]os?|dessins?|illustrations?)\)")
_SIGN_OFF = re.compile(r"[a-z]{2,5}(?:[-/][a-z]{1,5}){1,5}")
_OF_OTHERS = re.compile(
    r"(?:contacts?|service|attachee?s?|relations?)(?: (?:de |avec la |avec les )?(?:presse|medias?|redaction|abonnes|communication))?(?: (?:du|de la|des|de l'|d'|de) ?.{2,40})?"
    r"|credits?(?: .{3,30})?|abonnements?|publicite|remerciements?|(?:directeur|directrice|redacteur|redactrice|responsable|conception|maquette|hebergement)\b.{0,40}"
)
_SIGN_OFF_CAPITALS = re.compile(
    r"[A-Z]{2,5}(?:/[A-Z]{1,3}){2,4}|[A-Z]{2,5}/[a-z]{2,3}(?:/[a-z]{2,3}){0,3}"
)
_TRANSMITTED = re.compile(
    r"(?:[A-Z]{2,9}[ -]+)?[0-3]\d[0-2]\d[0-5]\d(?: ?(?:GMT|UTC|Z|LOC))? (?:jan|f[ée]v|feb|mar|avr|apr|mai|may|jun|jui|jul|ao[uû]|aug|sep|oct|nov|d[ée]c)[a-zé]?\.? (?:20)?\d\d",
    re.IGNORECASE,
)
"""The last line of an agency's dispatch, day, hour and minute: « AFP 171906 JAN 23 »."""
_PARAGRAPHS = 3
_BOX = 4
"""The most of an article's text that a box below its signature is, as a part of the whole."""
_SIGNATURE = 3
"""The most lines of a signature."""


def judge_signature(page: Page, last: int) -> None:
    """Reads a signature after the last paragraph: « Pascal C-M », « J. D. avec AFP », « La Gazette
    du Port, n° 12 ».
    """
    below = (at for at in range(last + 1, len(page.lines)) if page.is_open(at))
    # A last sentence of a few words does not look like a paragraph, but is no signature either.
    after = next((at for at in below if not is_last_sentence(page, at)), None)
    if after is None or page.look(after) is not Look.SHORT or page.is_named(after):
        return
    if _names_others(page, after) or _is_of_others(page, last, after):
        return
    if name_doubts.is_no_signature(page, after):
        return
    if _lists_names(page, after):
        page.reasons[after] = Reason.TAGS
        return
    if not _reads_as_end(page, after, Facts()):
        return
    following = after + 1
    while following < len(page.lines) and page.is_short(following):
        # Two short lines in a row are topics or links, unless both are names.
        if INVITING.match(page.text(following)):
            break
        if not _is_post(page, following) and not _reads_as_end(page, following, Facts()):
            if after != last + 1 or not _heads_box(page, after + 1):
                return
            following = after + 1
            break
        following += 1
    if following - after > _SIGNATURE:
        return  # a list of topics or links, which look like names
    for at in range(after, following):
        page.reasons[at] = Reason.METADATA
        if at == after or not _is_post(page, at):
            _reads_as_end(page, at, page.facts)


def _is_of_others(page: Page, last: int, at: int) -> bool:
    """Whether a name below the text is another article's: below « À lire aussi », or of another person than the
    one whom the head names, if anything stands between the text and the name.
    """
    between = range(last + 1, at)
    if any(page.look(one) in _LISTS or page.reasons[one] in _AWAY for one in between):
        return True
    signed = any(map(name_looks.is_person, page.facts.authors))
    return (
        signed
        and bool(between)
        and name_looks.is_person(page.text(at))
        and not any(
            is_short_for(page.text(at), name) or is_short_for(name, page.text(at))
            for name in page.facts.authors
        )
    )


_LISTS = (Look.RELATED, Look.CROSS_LINK)
_AWAY = (Reason.CROSS_LINK, Reason.TEASER)


def _names_others(page: Page, at: int) -> bool:
    """Sets a line aside that is a label below which others than the author are named, « Service de presse », or
    the name below one.
    """
    above = at - 1
    if page.reasons[above] is Reason.CONTACT or _OF_OTHERS.fullmatch(page.plains[above]):
        page.reasons[at] = Reason.CONTACT
        return True
    if not _OF_OTHERS.fullmatch(page.plains[at]):
        return False
    page.reasons[at] = Reason.CONTACT
    if at + 1 < len(page.lines) and page.is_short(at + 1):
        page.reasons[at + 1] = Reason.CONTACT
    return True


def _heads_box(page: Page, at: int) -> bool:
    """Whether a line is the heading of a box that holds sentences: « DON », « Souscription ouverte … »."""
    below = [page.text(other) for other in range(at, min(at + 2, len(page.lines)))]
    return any(map(begins_with_sentence, below))


def judge_signature_above_box(page: Page, first: int) -> None:
    """Reads a name on a line of its own below a paragraph as the author's, though a box follows: « DON »,
    and how to give. A name right above a paragraph is a heading.
    """
    prose = page.prose()
    if page.facts.authors or len(prose) < _PARAGRAPHS:
        return
    alone = [
        at
        for at in range(first + 1, prose[-1])
        if page.is_short(at) and name_looks.is_person(page.text(at))
    ]
    if len(alone) != 1:
        return
    at = alone[0]
    if name_doubts.is_no_signature(page, at):
        return
    below = sum(len(page.text(other)) for other in prose if other > at)
    if (
        page.is_prose(at - 1)
        and not page.is_prose(at + 1)
        and below * _BOX <= sum(len(page.text(other)) for other in prose)
        and not page.is_named(at)
        and not is_outlet_name(page.text(at))
    ):
        page.reasons[at] = Reason.METADATA
        page.facts.authors.append(page.text(at))


def _is_post(page: Page, at: int) -> bool:
    """Whether a line tells where the author was: « Niamey, envoyée spéciale », and names nobody."""
    text = page.text(at)
    return _POSTED.fullmatch(text) is not None and not name_looks.is_person(text.partition(",")[0])


def judge_works(page: Page, last: int) -> None:
    """Reads « Jeanne Martin (texte) et Luc Amiel (photographies) » wherever it stands below the text."""
    for at in range(last + 1, len(page.lines)):
        names = signed_names(page.text(at)) if _WORKS.search(page.text(at)) else None
        if names is not None and page.look(at) in (Look.SHORT, Look.CREDIT):
            page.reasons[at] = Reason.METADATA
            if not page.facts.authors:
                page.facts.authors.append(names)


def _lists_names(page: Page, at: int) -> bool:
    """Whether a line of names is a row of topics, since the article speaks of one of them: « Mali
    Ibrahim Keïta Bamako ».
    """
    words = page.text(at).split()
    return len(words) > _NAMES and any(
        first[0].isupper() and second[0].isupper() and page.is_named(at, f"{first} {second}")
        for first, second in pairwise(words)
    )


def is_last_sentence(page: Page, at: int) -> bool:
    text = page.text(at)
    if begins_with_sentence(text):
        return True
    if not is_sentence(text) or text.endswith("...") or name_looks.is_name(text):
        return False
    return len(text.split()) >= _SHORTEST_SENTENCE


def judge_sign_off(page: Page, last: int) -> None:
    """Reads an agency's sign-off in initials, « abc/def/gh », below the text or as its last line."""
    for at in range(max(0, last), len(page.lines)):
        if page.is_open(at) and _is_sign_off(page.text(at)):
            page.reasons[at] = Reason.METADATA


def _is_sign_off(text: str) -> bool:
    """« abc/def/gh », « ABN/TS/KM »; « AFP/AP » are agencies that sign."""
    if _SIGN_OFF.fullmatch(text) or _TRANSMITTED.fullmatch(text):
        return True
    return _SIGN_OFF_CAPITALS.fullmatch(text) is not None and not name_looks.is_agency(text)


def _reads_as_end(page: Page, at: int, facts: Facts) -> bool:
    text = _without_brackets(page.text(at))
    text = headers.without_with(text)
    if facts.authors and name_looks.is_agency(text):
        return True  # « (avec AFP) » below a signature
    if _WITH.match(text) and name_looks.is_person(_WITH.sub("", text).split(",")[0]):
        return True  # « Avec Jeanne Martin, La Gazette »
    if headers.read_end(text, facts):
        return True
    if not (
        name_looks.is_agency(text) or name_looks.is_person(text) or name_looks.is_signature(text)
    ):
        names = signed_names(text) if _MARKED.search(text) else None
        if names is None:
            return False
        text = names
    if plain(text) not in {plain(author) for author in facts.authors}:
        facts.authors.append(text)
    return True


def _without_brackets(text: str) -> str:
    """A signature without the brackets or dashes around it."""
    text = text.strip(" –—-")
    return text[1:-1].strip() if text[:1] in "([" and text[-1:] in ")]" else text
