"""What speaks for a line of a page being its title, and what against it: its words, repetitions, the lines around it.

Each sign is a name and a number. Their weights are data (`index/corpus/data/title_weights.tsv`), fitted by
`python -m benchmarks.title_weights`.
"""

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
from index.corpus.cleaning.byline_neighbours import is_office, tells_trade
from index.corpus.cleaning.line_looks import (
    Look,
    begins_with_sentence,
    is_sentence,
    is_title_like,
    truncation,
    without_kicker,
)
from index.corpus.cleaning.outlet_signs import HOME
from index.corpus.cleaning.outlets import is_institution, is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import is_undated_time, plain
from index.corpus.page_dates import find_dates

_WORD = re.compile(r"[a-z0-9]{4,}")
_USUAL = 18
"""The number of words from which on a title is unusually long."""
SHARE = "shared words"
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


def signs_of(
    page: Page, at: int, body: set[str], slug: set[str], bares: list[str], *, first: int
) -> dict[str, float]:
    """The signs of a line; those that are not named are 0.

    `bares` are the lines of the page in their plain form, without their kickers; `first` is the line at which the text begins.
    """
    simple, text = page.plains[at], page.text(at)
    words = words_of_title(simple)
    length = len(simple.split())
    share = len(words & body) / max(len(words), 4) if words else 0.0
    own_name = is_institution(text) or (
        length <= NAME and is_outlet_name(text) and at in page.named
    )
    signed = _signed(page, at)
    outlet = is_outlet_name(text)
    signs = {
        "4 words or more": float(length >= 4),
        SHARE: share,
        "spelt by the address": float(len(words & slug) >= 0.6 * len(words) and len(words) >= 2),
        "signed": signed if share else 0.0,
        # The name of a newsletter stands above its date too, but has no word of the article.
        "signed, of other words": signed * (not share and length >= (5 if outlet else 3)),
        "explains a title": float(0 < at < first and _may_be_explained(page, at - 1)),
        "spoken of below": float(length >= 4 and _is_spoken_of(page, text, first=first)),
        "below a date": float(length >= 5 and _stands_below_date(page, at, body)),
        "in the text": float(at >= first),
        "below a byline": float(_stands_below_byline(page, at, body)),
        "unusually long": max(0.0, length - _USUAL),
        **_against(page, at, text, simple),
        **_of_others(page, at, text, simple, own_name=own_name),
        **_around(page, at, text, simple, first=first),
    }
    if length >= 3 and not own_name:
        signs |= _said_again(page, at, bares, first=first, known=share >= SHARED)
    return signs


def _around(page: Page, at: int, text: str, simple: str, *, first: int) -> dict[str, float]:
    """What stands beside a line, and how it speaks."""
    between = range(at + 1, first)
    above = page.text(at - 1) if at else ""
    return {
        "right above the text": float(at == first - 1),
        "only its head between": float(
            at < first and all(_is_of_head(page, other) for other in between)
        ),
        "below a section": float(bool(above) and name_looks.is_section(above)),
        "below a name": float(bool(above) and name_looks.is_person(above)),
        "above a name": float(at + 1 < first and name_looks.is_person(page.text(at + 1))),
        "a time": float(_AGO.search(simple) is not None),
        "a trade": float(tells_trade(text) or is_office(text)),
        "a name with a trade": float(
            "," in text
            and name_looks.is_person(text.partition(",")[0])
            and _FUNCTION.search(text) is not None
        ),
        "a sentence and capitals": float(_CAPTIONED.search(text) is not None),
        "below a date, above the text": float(
            at == first - 1 and at > 0 and bool(find_dates(page.text(at - 1)))
        ),
        "in brackets": float(text[0] in "[(~•>" or text.startswith("--")),
        "speaks to readers": float(_TO_READERS.search(simple) is not None),
        "a price": float("€" in text or "$" in text),
        "a row": float(sum(text.count(sign) for sign in "·•|") > 1 or text.count("[") > 1),
        "small letter": float(text[0].islower()),
        "quotes or colon": float(any(sign in text for sign in ':«“"?')),
        "6 words or more": float(len(simple.split()) > NAME),
        "likely the outlet": page.named.get(at, 0.0),
        "an account": float("@" in text),
    }


def _is_of_head(page: Page, at: int) -> bool:
    """Whether a line may stand between a title and its text: a byline, a date, a lead, a picture's credit, a button."""
    text = page.text(at)
    return (
        page.look(at) not in (Look.SHORT, Look.PROSE)
        or page.reasons[at] is not None
        or name_looks.is_person(text)
        or is_office(text)
        or tells_trade(text)
        or _AGO.search(page.plains[at]) is not None
        or "@" in text
        or begins_with_sentence(text)
        or is_sentence(text)
    )


_FUNCTION = re.compile(r", [a-zà-ÿ’' -]{4,60}$")
_CAPTIONED = re.compile(
    r"[.!?»]\s+[A-ZÀ-Ý/][A-ZÀ-Ý/ .’'&«»-]{3,}$|^(?:Photo|Cr[ée]dit|Image|Illustration)s?\s[^?!]*/"
)
"""« Le kiosque datait de 1898. POLICE CANTONALE », a caption and who took the picture."""
_AGO = re.compile(r"\bil y a (?:\d+|une?|quelques) |\d+ ?min(?:utes?)? de lecture")
_TO_READERS = re.compile(
    r"^(?:abonnez|essayez|decouvrez|inscrivez|recevez|profitez|telechargez|soutenez|rejoignez|suivez|ecoutez|regardez|retrouvez|offrez|testez|participez|votez|lisez|achetez|je m'|offre )"
    r"|\b(?:abonn\w+|newsletters?|sans engagement|premier mois|nos offres|horaires|permanence)\b"
)


def _against(page: Page, at: int, text: str, simple: str) -> dict[str, float]:
    """A line's being a summary, a signature, a caption, a row of topics or a path."""
    path = simple.partition(" ")[0] in HOME and any(
        len(other) > _TITLE and simple.endswith(other) for other in page.plains if other != simple
    )
    return {
        "a summary": float(headers.split_summary(text)[0] != text or truncation(text) is not None),
        "a signature": float(_is_signature(text)),
        "a caption or topics": float(_is_captioned(text) or _is_row_of_topics(text)),
        # the caption of that picture
        "below a credit": float(at > 0 and page.look(at - 1) is Look.CREDIT),
        # its section and the title, as a path: « Innovation Le port rouvre »
        "ends as the next line": float(_ends_with_next(page, at, simple)),
        # a path on one line: « Accueil Économie Le port rouvre »
        "a path": float(path),
    }


def _ends_with_next(page: Page, at: int, simple: str) -> bool:
    """Whether the line below is the end of a line, which has a few words more before it."""
    below = page.plains[at + 1] if at + 1 < len(page.lines) else ""
    return (
        len(below) > _TITLE
        and simple.endswith(f" {below}")
        and len(simple.split()) - len(below.split()) <= _TOPIC
    )


def _of_others(page: Page, at: int, text: str, simple: str, *, own_name: bool) -> dict[str, float]:
    """A line's being a name: of the outlet, of a section, of a person."""
    of_site = _SITE.search(simple) is not None or simple in map(plain, page.facts.outlets)
    named = own_name or (is_outlet_name(text) and name_looks.is_name(text))
    other = name_looks.is_section(text) or _BULLET.match(text) or name_looks.is_person(text)
    return {
        "words of a site": float(of_site),
        "name of an outlet": float(named and not of_site),
        "a number": float(_NUMBERED.fullmatch(simple) is not None),
        "a section or a person": float(bool(other)),
    }


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


def _said_again(
    page: Page, at: int, bares: list[str], *, first: int, known: bool
) -> dict[str, float]:
    """The repetitions of a line on the page; `known`, its words are the article's."""
    simple, text = page.plains[at], page.text(at)
    bare = plain(without_kicker(text))
    same = sum(other == simple for other in page.plains[:first]) > 1
    # After the text, a list of links also repeats the titles of others.
    below = not same and simple in page.plains[first:]
    longer = any(
        has_outlet(page, other, page.plains[other], one)
        for other in range(len(page.lines))
        for one in {simple, bare}
    )
    return {
        "twice": float(same),
        "with an outlet elsewhere": float(longer),
        "again below": float(below and known),
        "again below, of other words": float(below and not known),
        "with an outlet": float(_is_suffixed(page, at, simple, bares)),
    }


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
        other != at and len(one) > 12 and has_outlet(page, at, simple, one)
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
