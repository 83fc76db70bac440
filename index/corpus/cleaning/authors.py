"""The author of an article, by the place of a name: beside the date, after « Par », above an
office.

A name alone on its line may also be a heading or the speaker of an interview; only the lines beside
it decide.
"""

from __future__ import annotations

import re

from index.corpus.cleaning import name_doubts, name_looks
from index.corpus.cleaning.author_boxes import has_biography, judge_biography
from index.corpus.cleaning.breadcrumbs import is_breadcrumb
from index.corpus.cleaning.bylines import without_place
from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.outlets import are_outlets, is_listed_outlet, is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import is_undated_time, plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.signed_names import is_collective, is_short_for, signed_names

_LABEL = re.compile(r"(?:(?:texte |écrit |publié )?par|auteure?|by) ?:?", re.IGNORECASE)
_READING = re.compile(
    r"(?:temps de |durée de )?(?:lecture|(?:\d+-)?\d+ ?(?:min|mn)).*|\d+ ?(?:min|mn|minutes?)\b.*",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:grande? )?(?:(?:data|photo|vid[ée]o)?-?journaliste|reporter|correspondante?|envoyée? spéciale?|rédacteur|rédactrice"
    r"|éditorialiste|chroniqueu(?:r|se)|chef(?:fe)? (?:du|de|adjoint))(?:,? [^.!?]{0,70})?",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"(?:Ma[îi]tre(?:sse)? de conf[ée]rences|Prof(?:esseur)?e?\b|Docteure?\b|Doctorante?\b|Enseignant|Cherch|Charg[ée]e? de (?:recherche|mission|cours|projet)|Ing[ée]nieure?\b|Post-?doc|Directeur|Directrice|Pr[ée]sidente?\b"
    r"|Historien|Sociologue|[ÉE]conomiste|Politologue|Juriste|Avocat|Philosophe|Essayiste|[ÉE]crivain|Auteure?\b|Autrice|M[ée]decin)"
)
_TRADE_WORDS = 14
"""What a line right below an author's name says of them."""
_TIMED = re.compile(
    r"(?:publi|mis|post|paru|modifi|actualis|hier|aujourd)\S* .{0,20}\d ?[h:]|(?:publi\S+ )?il y a \d+ \w+|(?:publi|mis|modifi)\S* (?:à jour )?le \d.*",
    re.IGNORECASE,
)
_OUTLET = re.compile(r"(?:l[ea]s? |l['’])", re.IGNORECASE)
"""The name of an outlet: « LE FLEUVE » between a name and a date is the author's newspaper."""
_OF = re.compile(r"^(?:De|Par|PAR)\s+(?=[A-ZÀ-Ý][a-zà-ÿ’'-])")
"""« De Jeanne Martin », above a date; « Par Jeanne Martin - jmartin@gazette.example »."""
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.?[\s-]?){2,4}")
_BESIDE = 3
"""The most lines between a name and its date: buttons, an account, a sign that parts them."""
_STEPPED_OVER = frozenset(
    (Reason.SOCIAL, Reason.INTERFACE, Reason.SUBSCRIPTION, Reason.CONTACT, Reason.COMMENTS)
)
_SIGN_ALONE = re.compile(r"[\W_]{1,3}|@\w{2,30}|\+ ?(?:suivre|s[’']abonner|follow)", re.IGNORECASE)
_PARTED = re.compile(r"\s*[/|(]\s*|\s+[–—-]\s+")
_AND = re.compile(r"et|&|,|avec")
_ABOVE = 5
"""The most lines above the title at which a name stands whose date, account and section are between."""
_INITIAL = 2
"""The most characters of an initial with its point: « Laurent L. »."""
_TOP = 12
"""The number of lines at the head of a page among which its own name is."""


def judge_authors(page: Page, first: int, last: int) -> None:
    """Bylines without « Par » near the head of a page, and the lines about their author at its
    foot.
    """
    end = end_of_head(page, first)
    for at in range(end):
        _judge_label(page, at)
    _name_correspondent(page, end)
    for at in range(end):
        if _names_outlet(page, at):
            _take(page, at)
            page.facts.sources.append(page.text(at))
            continue
        if not _signs(page, at, last):
            continue
        start = at
        while _signs_above(page, start):
            start -= 1
        doubted = name_doubts.is_of_another(page, start, _name_on(page.text(start)) or "")
        for one in range(start, at + 1):
            if doubted:
                _take(page, one)
            else:
                _take_name(page, one)
        if doubted:
            continue
        if not all(map(name_looks.is_agency, page.facts.authors)):
            break
    for at in range(last + 1, len(page.lines)):
        if page.is_short(at) and _OFFICE.fullmatch(page.text(at)):
            _take(page, at)
    for at in range(1, end):
        if _says_who_is_above(page, at):
            _take(page, at)
    if not page.facts.authors and page.title is not None:
        _judge_group(page, page.title, last)
    judge_biography(page, last)


def is_office(text: str) -> bool:
    """Whether a line is the office of an author: « Journaliste au service Monde »."""
    return bool(_OFFICE.fullmatch(text.strip("()")))


def _name_correspondent(page: Page, end: int) -> None:
    """Gives the name below « De notre correspondante à Niamey » in its stead."""
    for at in range(end - 1):
        named = [name for name in page.facts.authors if name in page.text(at)]
        below = page.text(at + 1)
        if (
            len(named) == 1
            and _CORRESPONDENT.match(named[0])
            and page.is_short(at + 1)
            and name_looks.is_person(below)
        ):
            _take(page, at + 1)
            page.facts.authors[page.facts.authors.index(named[0])] = below
            return


_CORRESPONDENT = re.compile(r"(?:notre|nos) (?:envoy|correspondan)\S+", re.IGNORECASE)


def _tells_trade(text: str) -> bool:
    return _TRADE.match(text) is not None and len(text.split()) <= _TRADE_WORDS


def _says_who_is_above(page: Page, at: int) -> bool:
    """Whether a line tells what the author named right above it does: « Chargée de recherche, Institut du Lac »."""
    text = page.text(at)
    return (
        page.is_short(at)
        and _tells_trade(text)
        and any(page.text(at - 1) in author for author in page.facts.authors)
    )


def _judge_label(page: Page, at: int) -> None:
    """Takes a label such as « Par » alone on its line with the name below it, or an author's office."""
    below = page.text(at + 1) if at + 1 < len(page.lines) else ""
    named = below and (page.is_short(at + 1) or _bracketed(below) is not None)
    signed = bool(page.facts.authors)
    if named and page.is_short(at) and _LABEL.fullmatch(page.text(at)):
        _take(page, at)
        if signed:
            return
        if split := _in_two_lines(page, at + 1):
            _take(page, at + 1)
            _take(page, at + 2)
            page.facts.authors.append(split)
        elif bare := _bracketed(below):
            _take(page, at + 1)
            page.facts.authors.append(bare)
        elif name_looks.is_name(below):
            _take_name(page, at + 1)
            _take_others(page, at + 2)
    elif page.is_short(at) and is_office(page.text(at)):
        _take(page, at)
        name = signed_names(page.text(at)) if not signed else None
        if name is not None and not _OFFICE.match(name):
            page.facts.authors.append(name)


def _judge_group(page: Page, title: int, last: int) -> None:
    """« Collectif » alone right above the title or below the text signs an appeal."""
    around = (*range(max(0, title - _BESIDE), title), *range(last + 1, last + 1 + _BESIDE))
    for at in around:
        if at < len(page.lines) and page.plains[at] == "collectif":
            _take(page, at)
            page.facts.authors = [page.text(at)]


def end_of_head(page: Page, first: int) -> int:
    """The line below which no byline of the head stands: the paragraph after the lead, or after the date
    below that.
    """
    below = [at for at in page.prose() if at > first]
    if not below:
        return first
    start = page.title if page.title is not None else 0
    dated = any(
        page.look(at) is Look.HEADER and any(map(str.isdigit, page.text(at)))
        for at in range(start, below[0])
    )
    if not dated and len(below) > 1:
        between = range(below[0], below[1])
        if any(page.look(at) is Look.HEADER and page.reasons[at] is not None for at in between):
            return below[1]
    return below[0]


def name_by_initials(page: Page, first: int, last: int) -> None:
    """Gives the full name to an author who signs with initials, from a line of the head that holds
    nothing else.
    """
    authors = page.facts.authors
    if len(authors) != 1 or not _INITIALS.fullmatch(authors[0]) or page.title is None:
        return
    end = end_of_head(page, first)
    for at in range(page.title + 1, min(end + 1, last)):
        text = page.text(at)
        if page.is_short(at) and name_looks.is_person(text) and is_short_for(authors[0], text):
            _take(page, at)
            page.facts.authors = [text]
            return
    for at in range(last + 1, len(page.lines)):
        name = _PARTED.split(page.text(at), maxsplit=1)[0]
        if name_looks.is_person(name) and is_short_for(authors[0], name):
            _take(page, at)
            page.facts.authors = [name]
            return


def _take(page: Page, at: int) -> None:
    page.reasons[at] = Reason.METADATA


def _in_two_lines(page: Page, at: int) -> str | None:
    """The name whose parts stand below each other: « Auteur », « Jeanne », « Martin »."""
    parts = [page.text(one) for one in range(at, min(at + 2, len(page.lines)))]
    words = len(parts) == 2 and all(_WORD_OF_NAME.fullmatch(part) for part in parts)
    shorts = words and page.is_short(at) and page.is_short(at + 1)
    return " ".join(parts) if shorts and plain(parts[1]) not in _LABELS else None


_WORD_OF_NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]+")
_LABELS = frozenset(
    ("date", "publie", "source", "rubrique", "partager", "lecture", "photo", "photos", "modifie")
)


def _bracketed(text: str) -> str | None:
    """The name in « (Jeanne Martin/La Gazette) », below « par »."""
    if text[:1] != "(" or text[-1:] != ")":
        return None
    name = text[1:-1].partition("/")[0].strip()
    return name if name_looks.is_person(name) else None


def _take_others(page: Page, at: int) -> None:
    """Takes « et » and the name below it, as often as they follow a first name."""
    while at + 1 < len(page.lines) and _AND.fullmatch(page.text(at)):
        if not name_looks.is_person(page.text(at + 1)):
            return
        _take(page, at)
        _take(page, at + 1)
        page.facts.authors.append(page.text(at + 1))
        at += 2


def _take_name(page: Page, at: int) -> None:
    _take(page, at)
    name = _name_on(page.text(at)) or without_place(page.text(at))
    if name.endswith(".") and len(name.split()[-1]) > _INITIAL:
        name = name[:-1]
    page.facts.authors.append(name)
    after = page.text(at + 1) if at + 1 < len(page.lines) and page.is_short(at + 1) else ""
    if (_TRADE.match(after) and len(after.split()) <= _TRADE_WORDS) or (
        is_outlet_name(after)
        or name_looks.is_agency(after)
        or (_OUTLET.match(after) and name_looks.is_name(after))
    ):
        _take(page, at + 1)


def _name_on(text: str) -> str | None:
    """Who signs on a line of its own: persons, an agency, a newsroom, « Collectif »."""
    text = _OF.sub("", text)
    whole = without_place(text)
    if name_looks.is_agency(whole) or is_collective(whole):
        return whole.strip("()").upper() if whole.islower() and whole[0] == "(" else whole
    return signed_names(text)


def _signs(page: Page, at: int, last: int) -> bool:
    """Whether a name on a line of its own is the byline, if the page has given none yet."""
    # An agency beside the date of its picture does not sign for the person below.
    signed = not all(map(name_looks.is_agency, page.facts.authors))
    if signed or not (page.is_short(at) or _may_sign(page, at)):
        return False
    name = _name_on(page.text(at))
    if name is None or (page.title is not None and name in page.text(page.title)):
        return False
    if page.title is not None and at > page.title and has_biography(page, name, last):
        return True
    if page.title is not None and at < page.title and is_outlet_name(page.text(at)):
        return False
    if page.is_named(at) or (_OUTLET.match(name) and at and page.is_short(at - 1)):
        return False
    if _OUTLET.match(name) and page.is_short(at + 1) and name_looks.is_person(page.text(at + 1)):
        return False  # « La Gazette », and below it its author
    if _is_page_s_name(page, at):
        return False
    beside = [_beside(page, at, -1), _beside(page, at, 1)]
    if page.title is not None and page.title < at and _is_employer(page, at + 1):
        return True
    return any(other is not None and _dates_page(page, other) for other in beside)


def _signs_above(page: Page, at: int) -> bool:
    """Whether a second author stands above the one beside the date: a person whom the text does not name."""
    above = at - 1
    return (
        page.title is not None
        and page.title < above
        and page.is_short(above)
        and name_looks.is_person(page.text(above))
        and name_looks.is_person(page.text(at))
        and not page.is_named(above)
        and not is_outlet_name(page.text(above))
    )


def _beside(page: Page, at: int, step: int) -> int | None:
    """The line beside a name that may be its date, over the title, its outlet, buttons and signs."""
    other = at + step
    below = step > 0 or (page.title is not None and page.title < other)
    for _ in range(_BESIDE):
        if 0 <= other < len(page.lines) and name_doubts.PORTRAIT.fullmatch(page.text(other)):
            _take(page, other)
        if not 0 <= other < len(page.lines):
            return None
        text = page.text(other)
        over = (
            _SIGN_ALONE.fullmatch(text)
            or name_doubts.PORTRAIT.fullmatch(text)
            or page.look(other) is Look.CREDIT
            or (step > 0 and page.is_short(other) and _tells_trade(text))
            or (other == page.title and step < 0)
            or (page.reasons[other] in _STEPPED_OVER and not _dates_page(page, other))
            or (page.is_short(other) and below and are_outlets(text))
        )
        if not over:
            return other
        other += step
    return None


def _is_page_s_name(page: Page, at: int) -> bool:
    """Whether a line that looks like a person is the outlet below its author: « De Jeanne Martin »,
    « Radio Lac ».
    """
    text = page.text(at)
    if not is_outlet_name(text) or at == 0:
        return False
    return name_looks.is_person(_OF.sub("", page.text(at - 1))) or any(
        page.plains[top] == page.plains[at] for top in range(min(at, _TOP))
    )


def _is_employer(page: Page, at: int) -> bool:
    """Whether a line is nothing but an agency or a known outlet, as it stands below its author."""
    if at >= len(page.lines) or not page.is_short(at):
        return False
    return name_looks.is_agency(page.text(at)) or is_listed_outlet(page.text(at))


def _may_sign(page: Page, at: int) -> bool:
    """Whether a line that was set aside for its wording, « La rédaction », may be a signature."""
    if page.title is None:
        return False
    text, reason = page.text(at), page.reasons[at]
    if reason is Reason.INTERFACE and at < page.title:
        # « Jeanne Martin », « Mis en ligne le 12 mars 2025 » right above the title
        return page.title - at <= _ABOVE and name_looks.is_person(text)
    if reason in (Reason.CONTACT, Reason.SOCIAL):
        return at > page.title and "@" in text and _name_on(text) is not None
    return reason is Reason.INTERFACE and is_collective(text)


def _names_outlet(page: Page, at: int) -> bool:
    """Whether a line between title and date is the name of the outlet, if no other line gives it:
    « Ouest-France », « La Gazette du Port ».
    """
    head, text = page.below_title, page.text(at)
    if page.facts.sources or head is None or at < head or any(n < head for n in page.named):
        return False
    # « 20 Minutes » was taken for a time of reading.
    read = page.reasons[at] is Reason.INTERFACE and is_listed_outlet(text) and not text.islower()
    named = is_listed_outlet(text) or (_OUTLET.match(text) and is_outlet_name(text))
    if not named or not (page.is_short(at) or read) or signed_names(text) not in (None, text):
        return False  # « La Gazette du Port – Jeanne Martin »
    return any(_dates_page(page, below) for below in (at + 1, at + 2) if below < len(page.lines))


def _dates_page(page: Page, at: int) -> bool:
    """Whether a line is one that stands beside bylines, such as a date."""
    text = page.text(at)
    if page.reasons[at] is None:
        return is_undated_time(page.plains[at])
    return (
        (page.look(at) is Look.HEADER and not is_breadcrumb(text))
        or bool(_READING.match(text))
        or bool(_TIMED.match(text))
        or (page.reasons[at] is Reason.METADATA and bool(_OFFICE.fullmatch(text.strip("()"))))
    )
