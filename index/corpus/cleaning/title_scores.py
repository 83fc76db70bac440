"""What speaks for a line of a page being its title, and what against it: its words, repetitions, the lines around it."""

from __future__ import annotations

import re

from index.corpus.cleaning import (
    breadcrumbs,
    bylines,
    headers,
    name_looks,
    rights,
    signed_names,
)
from index.corpus.cleaning.line_looks import Look, is_title_like, truncation, without_kicker
from index.corpus.cleaning.outlet_signs import HOME
from index.corpus.cleaning.outlets import is_institution, is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import is_undated_time, plain
from index.corpus.page_dates import find_dates

_WORD = re.compile(r"[a-z0-9]{4,}")
_USUAL = 18
"""The number of words from which on a title is unusually long."""
SHARED = 0.2
"""The least share of common words between a possible title and the article."""
_BULLET = re.compile(r"[•*·▪►▶+-]\s")
_TWO_WORDS = re.compile(r"\s*\S+\s+\S+\s+")
_CREDITED = re.compile(
    r"[.)»](?<=[^\s.].)\s*(?:[|•–—-]\s*|[(\[])\s*\S.{1,45}$"
    r"|\.(?<=[^\s.].)\s+(?:D\.?R\.?|[A-Z]{2,4}/[A-ZÀ-Ý].{2,30})$"
)
"""The end of a sentence with a credit behind it; the sign is sought, which is rarer than what stands before it."""
_SIGNED_BELOW = 7
_BETWEEN = frozenset({Look.SHORT, Look.PROSE, Look.CREDIT, Look.NOISE, Look.TAGS})
_LEAST_OF_CAPTION = 3
_TITLE = 15
"""The fewest letters of a title at the end of a path."""
_TOPIC = 3
_OFFICE = re.compile(
    r"(?:Grande? )?(?:(?:[Dd]ata|[Pp]hoto)?-?[Jj]ournaliste|Correspondante?|Reporter|R[ée]dact(?:eur|rice)|[ÉE]ditorialiste|Chroniqueu(?:r|se)|Envoyée? spéciale?|Chef(?:fe)? (?:du|de|adjoint))\b(?: (?:au|à|en|de|du|des|pour|chez|adjoint|économique|politique|culture|sport).{0,50})?$"
)
"""Who an author is, on a line below the name: « Journaliste au service Mer »."""
_SIGNED = 14
"""The most words of a line that only signs."""
_BEYOND = 60
_EXPLAINS = 1.5
"""What a line loses right below one that may be the title, or below its section."""
_SPOKEN_OF = 3.0
"""What a line gains where the foot of the page names it: « 3 réflexions sur « Le port rouvre » »."""
_SITE = re.compile(
    r"^(?:toute )?(?:l'|les )?(?:actualites?|actus?|infos?|informations?|news)\b|dernieres (?:actus?|infos|actualites)"
    r"|toute l'(?:actu|info)|en temps reel|site d'info|journal en ligne|quotidien (?:d'info|national|en ligne)"
    r"|en direct (?:sur|et en continu)|premier site|\bwebzine\b"
    r"|(?:^|, |[|–-] )(?:le|la|l'|un|une) ?(?:premiere? |seule? )?(?:media|site|journal|quotidien|hebdo(?:madaire)?|mensuel|magazine|revue|blog|radio|webradio|television|gazette|info(?:rmation)?)s?"
    r" (?:qui|de|du|des|d'|en|pour|sans|a|au|aux|libre|local\w*|independant\w*|gratuit\w*|regional\w*|citoyen\w*|participati\w*)\b"
)
"""The words of a site about itself, above its articles."""
NAME = 5
"""The most words of a line that may be the outlet's own name."""
_NUMBERED = re.compile(
    r"(?:episode|chapitre|partie|volet|acte|saison|serie|numero|n°|edition|page|article|jour)(?: n°| numero)? ?\d{1,4}(?: ?(?:/|sur) ?\d{1,3})?"
)
"""Which part of a series or an issue a page is: « Épisode n° 4 »."""
_OUTLET_LENGTH = 40


def score_of(
    page: Page, at: int, body: set[str], slug: set[str], bares: list[str], *, first: int
) -> tuple[float, float]:
    """The score of a line, and the share of its words that the article also has.

    `bares` are the lines of the page in their plain form, without their kickers.
    """
    simple, text = page.plains[at], page.text(at)
    words = words_of_title(simple)
    length = len(simple.split())
    share = len(words & body) / max(len(words), 4) if words else 0.0
    score = 2.0 if length >= 4 else 0.0
    own_name = is_institution(text) or (
        length <= NAME and is_outlet_name(text) and at in page.named
    )
    if length >= 3 and not own_name:
        score += _said_again(page, at, bares, first=first, known=share >= SHARED)
    score += 6.0 * share
    score += 4.0 * (len(words & slug) >= 0.6 * len(words) and len(words) >= 2)
    # The name of a newsletter stands above its date too, but has no word of the article.
    score += _signed(page, at) * (
        1.0 if share else 0.5 * (length >= (5 if is_outlet_name(text) else 3))
    )
    score -= _EXPLAINS * (0 < at < first and _may_be_explained(page, at - 1))
    score += _SPOKEN_OF * (length >= 4 and _is_spoken_of(page, text, first=first))
    score += 1.5 * (length >= 5 and _stands_below_date(page, at, body))
    score -= _against(page, at, text, simple) + _of_others(
        page, at, text, simple, own_name=own_name
    )
    if at >= first:
        score -= 4.0  # a sentence of the article rather than its title
    if _stands_below_byline(page, at, body):
        score -= 4.0  # a question of an interview, a subheading
    score -= 0.15 * max(0, length - _USUAL)
    return score, share


def _against(page: Page, at: int, text: str, simple: str) -> float:
    """What a line loses for being a summary, a signature, a caption, a row of topics or a path."""
    lost = 0.0
    if headers.split_summary(text)[0] != text or truncation(text):
        lost += 8.0
    if _is_signature(text):
        lost += 6.0
    if _is_captioned(text) or _is_row_of_topics(text):
        lost += 4.0
    if at and page.look(at - 1) is Look.CREDIT:
        lost += 2.0  # the caption of that picture
    if _ends_with_next(page, at, simple):
        lost += 6.0  # its section and the title, as a path: « Innovation Le port rouvre »
    if simple.partition(" ")[0] in HOME and any(
        len(other) > _TITLE and simple.endswith(other) for other in page.plains if other != simple
    ):
        lost += 6.0  # a path on one line: « Accueil Économie Le port rouvre »
    return lost


def _ends_with_next(page: Page, at: int, simple: str) -> bool:
    """Whether the line below is the end of a line, which has a few words more before it."""
    below = page.plains[at + 1] if at + 1 < len(page.lines) else ""
    return (
        len(below) > _TITLE
        and simple.endswith(f" {below}")
        and len(simple.split()) - len(below.split()) <= _TOPIC
    )


def _of_others(page: Page, at: int, text: str, simple: str, *, own_name: bool) -> float:
    """What a line loses for being a name: of the outlet, of a section, of a person."""
    lost = 0.0
    if _SITE.search(simple) or simple in {plain(name) for name in page.facts.outlets}:
        lost += 4.0
    elif own_name or (is_outlet_name(text) and name_looks.is_name(text)):
        lost += 3.0
    if _NUMBERED.fullmatch(simple):
        lost += 6.0
    if name_looks.is_section(text) or _BULLET.match(text) or name_looks.is_person(text):
        lost += 3.0
    return lost


def _is_captioned(text: str) -> bool:
    """Whether a line is a sentence with a credit behind it: « Des pièces retrouvées. DR », « Le port en
    1998. (COLLECTION PRIVÉE) ».
    """
    words = _TWO_WORDS.match(text)
    return words is not None and _CREDITED.search(text, words.end() + 1) is not None


def _is_signature(text: str) -> bool:
    """Whether a line is who wrote or took pictures: « Par La Gazette / Luc Amiel », « Jeanne Martin, Université du Lac »."""
    if len(text.split()) > _SIGNED:
        return False
    if _OFFICE.match(text) and is_title_like(text):
        return True
    if text.startswith(("Par ", "PAR ", "De ")) and (
        "/" in text or bylines.read_byline(text) is not None
    ):
        return True
    return signed_names.with_institutions(text) is not None


def _said_again(page: Page, at: int, bares: list[str], *, first: int, known: bool) -> float:
    """The score of a line for its repetitions on the page; `known`, its words are the article's."""
    simple, text = page.plains[at], page.text(at)
    bare = plain(without_kicker(text))
    same = sum(other == simple for other in page.plains[:first]) > 1
    below = not same and simple in page.plains[first:]
    spellings = tuple({simple, bare})
    longer = any(
        has_outlet(page, other, one, spelling)
        for other, one in enumerate(page.plains)
        if one.startswith(spellings)
        for spelling in spellings
    )
    # After the text, a list of links also repeats the titles of others.
    score = 5.0 * same + 4.0 * longer + (4.0 if known else 1.0) * below
    return score - 4.0 * _is_suffixed(page, at, simple, bares)


def _is_spoken_of(page: Page, text: str, *, first: int) -> bool:
    """Whether a line below the head quotes a line whole: comments on it, an address to share it."""
    return any(
        text in line.text
        and len(line.text) > len(text)
        and line.text[line.text.find(text) - 1] in ' «“"\u00a0'
        for line in page.lines[first:]
        if len(line.text) <= len(text) + _BEYOND
    )


def _stands_below_byline(page: Page, at: int, body: set[str]) -> bool:
    """Whether a byline or a date stands right above a line, below another line that could be the
    title.
    """
    for header in range(at - 1, max(-1, at - 5), -1):
        if page.look(header) is Look.HEADER and not breadcrumbs.is_breadcrumb(page.text(header)):
            return any(
                page.is_short(line)
                and len(page.plains[line].split()) >= 5
                and is_title_like(page.text(line))
                and words_of_title(page.plains[line]) & body
                for line in range(max(0, header - 2), header)
            )
    return False


def _stands_below_date(page: Page, at: int, body: set[str]) -> bool:
    """Whether the line above is a date alone and the one above that no title, as blogs have it."""
    if at == 0 or page.look(at - 1) is not Look.HEADER or not find_dates(page.text(at - 1)):
        return False
    above = page.plains[at - 2]
    return at == 1 or len(above.split()) < 5 or not words_of_title(above) & body


def _is_suffixed(page: Page, at: int, simple: str, bares: list[str]) -> bool:
    """Whether a line is another line with the outlet's name after it, as in a browser's tab."""
    return any(
        len(one) > 12
        and simple.startswith(one)
        and other != at
        and has_outlet(page, at, simple, one)
        for plains in (page.plains, bares)
        for other, one in enumerate(plains)
    )


def _signed(page: Page, at: int) -> float:
    """The score for a byline or a date after a line, even after a lead."""
    below = [
        Look.HEADER if is_undated_time(page.plains[other]) else page.look(other)
        for other in range(at + 1, min(at + 3, len(page.lines)))
    ]
    if below[:1] == [Look.HEADER]:
        # The path « Accueil > Monde » stands above a title, and below the title of another article.
        return 0.0 if breadcrumbs.is_breadcrumb(page.text(at + 1)) else 2.0
    if below == [Look.PROSE, Look.HEADER]:
        return 1.5
    if len(page.plains[at].split()) < NAME:
        return 0.0
    # A lead, captions and their credits, topics, buttons may stand between.
    for other in range(at + 1, min(at + _SIGNED_BELOW, len(page.lines))):
        look = page.look(other)
        if _is_long(page, other) and not _is_captioned(page.text(other)):
            break  # the title itself, below that of another article
        if look is Look.HEADER or is_undated_time(page.plains[other]):
            return 1.5
        if look not in _BETWEEN or (
            look is Look.SHORT and not _may_stand_between(page.text(other))
        ):
            break
    return 0.0


def _may_be_explained(page: Page, at: int) -> bool:
    """Whether a line, or the one above a section, has the length and the form of a title."""
    if at and name_looks.is_section(page.text(at)):
        at -= 1
    if at and _is_long(page, at - 1):
        return False  # one of several titles of others
    return (
        _is_long(page, at)
        and not _SITE.search(page.plains[at])
        and not _is_signature(page.text(at))
    )


def _is_long(page: Page, at: int) -> bool:
    return (
        page.is_short(at) and len(page.plains[at].split()) > NAME and is_title_like(page.text(at))
    )


def _may_stand_between(text: str) -> bool:
    return (
        _is_captioned(text)
        or _is_row_of_topics(text)
        or _is_signature(text)
        or name_looks.is_section(text)
        or len(text.split()) >= _LEAST_OF_CAPTION
    )


def _is_row_of_topics(text: str) -> bool:
    """Whether a line is a list of sections and topics: « Intempéries, Faits divers, Aude »."""
    if "," not in text or len(text) > _OUTLET_LENGTH * 2:
        return False
    parts = [part.strip() for part in text.split(",")]
    if any(len(part.split()) > _TOPIC for part in parts):
        return False
    return len(parts) > 2 or any(map(name_looks.is_section, parts))


def words_of_title(text: str) -> set[str]:
    return set(_WORD.findall(plain(text)))


def has_outlet(page: Page, at: int, simple: str, title: str) -> bool:
    """Whether a line, `simple` in its plain form, is the title with an outlet's name after it."""
    extra = len(simple) - len(title)
    if not 0 < extra <= _OUTLET_LENGTH or not simple.startswith(title):
        return False
    return rights.outlet_after(page.text(at), extra) is not None
