"""What speaks for and against names on a page being its author's: their form, their place, the lines beside them.

Each sign is a name and a number from 0 to 1. Their weights are data (`index/corpus/data/author_weights.tsv`), fitted by
`python -m benchmarks.author_weights`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources

from index.corpus.cleaning import name_looks
from index.corpus.cleaning.author_boxes import has_biography, tells_life
from index.corpus.cleaning.byline_neighbours import (
    ARTICLE,
    dates_page,
    is_account,
    is_employer,
    is_office,
    is_portrait,
    names_role,
    tells_trade,
)
from index.corpus.cleaning.line_looks import Look, is_sentence, is_title_like
from index.corpus.cleaning.outlet_signs import is_label
from index.corpus.cleaning.outlets import is_institution, is_listed_outlet, is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain, reason_of
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.signed_names import INSTITUTION, is_collective, is_short_for
from index.corpus.cleaning.signers import Form, Signer
from index.corpus.page_dates import find_dates

_BESIDE = 3
"""The most lines between a name and its date: buttons, an account, a sign that parts them."""
_STEPPED_OVER = frozenset(
    (Reason.SOCIAL, Reason.INTERFACE, Reason.SUBSCRIPTION, Reason.CONTACT, Reason.COMMENTS)
)
_SIGN_ALONE = re.compile(
    r"[\W_]{1,3}|@[\w.]{2,30}|\+ ?(?:suivre|s[’']abonner|follow)", re.IGNORECASE
)
_WORK = re.compile(
    r"(?:textes?|propos|paroles|recueilli|reportage|enqu[êe]te|r[ée]cit|article|[ée]crit|r[ée]dig|un |une |entretien|interview|auteur|autrice|journaliste)",
    re.IGNORECASE,
)
_POSTED = re.compile(r"(?:envoy[ée]|correspondan)", re.IGNORECASE)
_MONTH_OR_DAY = re.compile(
    r"\b(?:saint|sainte|messe|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b"
)
_JOINED = re.compile(r"\s*[,/]\s*(?:et\s+)?|\s+(?:et|&|avec)\s+")
_FIELD = re.compile(r"(?:authors?|auteure?s?|autrices?)\s?:\s", re.IGNORECASE)
"""« author: Jeanne Martin », as tools write it below a text."""
_WITH = re.compile(r"\W?avec\b", re.IGNORECASE)
_LETTERS = re.compile(r"[A-ZÀ-Ý]{2,4}(?: [A-Z]{2,4})*")
_SMALL = re.compile(r"[a-zà-ÿ][\w-]{3,}")
_SIGN_BESIDE = re.compile(r"[A-Z]{2,4}/[A-ZÀ-Ý]|[a-zà-ÿ]/[A-Z]{2,4}\b")
"""« LM/Luc Amiel », « Luc Amiel/QV », as credits of pictures have it."""
_FAR = 8
_FEW = 4
_TITLES = frozenset((Look.SHORT, Look.RELATED, Look.CROSS_LINK))
LABELS = frozenset((Form.BYLINE, Form.LABELLED))
_OTHERS = frozenset((Look.RELATED, Look.CROSS_LINK, Look.COMMENTS, Look.TAGS_LABEL))
_AWAY = frozenset((Reason.CROSS_LINK, Reason.TEASER, Reason.COMMENTS, Reason.OUTSIDE))


@cache
def _first_names() -> frozenset[str]:
    """The given names that the lexicon of the entities has, read as data."""
    # Imported here: most texts have no name that may have signed them.
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (resources.files("index.entities") / "data" / "lexicon.yaml").read_text("utf-8")
    return frozenset(map(plain, yaml.load(text, loader)["first_names"].split()))


def names_in(names: str) -> list[str]:
    """The single names of a signature."""
    return [name for name in _JOINED.split(names) if name]


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a whole page before the names on it are weighed."""

    title: int
    """The line of the title; -1 if it is not known."""
    first: int
    second: int
    last: int
    """The first, the second and the last paragraph."""
    told: str
    """The paragraphs."""
    credits: str
    """The credits of pictures."""
    addresses: str
    """The letters of the page's mail addresses and accounts."""
    others: int
    """The line below the text from which on other articles or comments stand."""
    days: frozenset[str]
    """The days that the page gives its article."""
    outlets: frozenset[str]
    """Names that the page may have itself, and who holds its rights."""
    rights: str
    signed: Counter[str]
    """In how many signatures each name stands."""
    found: tuple[Signer, ...]


def frame_of(page: Page, found: list[Signer], first: int, last: int) -> Frame:
    prose = page.prose()
    lines = range(len(page.lines))
    last = last if prose else len(page.lines)
    below = [at for at in range(last + 1, len(page.lines)) if is_of_others(page, at)]
    return Frame(
        page.title if page.title is not None else -1,
        first,
        next((at for at in prose if at > first), last + 1),
        last,
        "\n".join(page.text(at) for at in prose),
        "\n".join(page.text(at) for at in lines if page.look(at) is Look.CREDIT),
        " ".join(plain(page.text(at)) for at in lines if "@" in page.text(at)),
        below[0] if below else len(page.lines),
        frozenset((date.value or "")[:10] for date in page.facts.published),
        frozenset(
            (
                *(page.plains[at] for at in page.named),
                *map(plain, page.facts.outlets),
                *map(plain, page.facts.followed),
            )
        ),
        "\n".join(plain(page.text(at)) for at in lines if page.look(at) is Look.COPYRIGHT),
        Counter(plain(name) for one in found for name in set(names_in(one.names))),
        tuple(found),
    )


def is_of_others(page: Page, at: int) -> bool:
    """Whether a line stands above other articles or comments, or is one of them."""
    return page.look(at) in _OTHERS or page.reasons[at] in _AWAY


def signs_of(page: Page, one: Signer, frame: Frame) -> dict[str, float]:
    """The signs of one signature; those that are not named are 0."""
    signs = {**_form(page, one), **_place(page, one, frame), **_beside_it(page, one, frame)}
    signs |= _mentions(page, one, frame)
    return signs


def _form(page: Page, one: Signer) -> dict[str, float]:
    text, names = page.text(one.at), names_in(one.names)
    known = _first_names()
    agencies = [n for n in names if name_looks.is_agency(n) or n.startswith("Agence ")]
    persons = [n for n in names if name_looks.is_person(n) and n not in agencies]
    firsts = [re.split(r"[\s-]", plain(name))[0] in known for name in names]
    words = one.names.split()
    return {
        f"form {one.form.value}": 1.0,
        "says what was written": float(_WORK.match(text) is not None),
        "an outlet with an agency": float(bool(agencies) and is_outlet_name(names[0])),
        "with": float(_WITH.match(text) is not None),
        "a field": float(_FIELD.match(text) is not None),
        "posted": float(_POSTED.search(text) is not None),
        "a person": float(bool(persons)),
        "all persons": float(len(persons) + len(agencies) == len(names)),
        "a known first name": float(any(firsts)),
        "no known first name": float(not any(firsts) and bool(persons)),
        "several": float(len(persons) > 1),
        "initials": float(max(map(len, words)) <= 3 and "." in one.names),
        "letters": float(_LETTERS.fullmatch(one.names) is not None and not agencies),
        "an agency": float(bool(agencies) and not persons),
        "a newsroom": float(is_collective(one.names)),
        "1 word": float(len(words) == 1),
        "5 words or more": float(max(len(name.split()) for name in names) > _FEW),
        "capitals": float(one.names.isupper()),
        "family name in capitals": float(
            any(name.split()[-1].isupper() and not name.isupper() for name in persons)
        ),
        "form of an outlet": float(is_outlet_name(one.names)),
        "listed outlet": float(is_listed_outlet(one.names)),
        "a section": float(any(map(name_looks.is_section, words))),
        "a label": float(is_label(plain(one.names))),
        "a day or a saint": float(bool(_MONTH_OR_DAY.search(plain(one.names)))),
        "small letters": float(any(_SMALL.fullmatch(word) for word in words)),
        "a button": float(reason_of(plain(words[0]), words=1) is not None),
        "an institution": float(is_institution(one.names) or bool(INSTITUTION.search(one.names))),
        "an agency's sign": float(_SIGN_BESIDE.search(text) is not None),
        "long line": min(1.0, max(0, len(text) - len(one.names)) / 80),
    }


def _place(page: Page, one: Signer, frame: Frame) -> dict[str, float]:
    at, title = one.at, frame.title
    top = min((at, *one.lines))
    signs = {
        "above the title": float(at < title),
        "right above the title": float(0 < title - at <= 2),
        "label above the title": float(0 < title - at <= 3 and one.form in LABELS),
        "in the head": float(title < at < frame.first),
        "right below the title": float(title >= 0 and top == title + 1),
        "right above the text": float(at == frame.first - 1),
        "below the lead": float(frame.first < at < frame.second),
        "inside the text": float(frame.second < at < frame.last),
        "below the text": float(at > frame.last),
    }
    if at > frame.last:
        signs |= {
            "newsroom below the text": float(is_collective(one.names)),
            "right below the text": float(top == frame.last + 1),
            "far below the text": min(1.0, (at - frame.last) / (3 * _FAR)),
            "below others": float(at > frame.others),
            "only short lines between": float(
                all(page.reasons[b] in (None, Reason.METADATA) for b in range(frame.last + 1, at))
            ),
            "last line": float(at == len(page.lines) - 1),
        }
    elif title < at:
        signs["lines from the title"] = min(_FAR, at - title) / _FAR
    else:
        signs["lines to the title"] = min(_FAR, title - at) / _FAR
    return signs


def _beside_it(page: Page, one: Signer, frame: Frame) -> dict[str, float]:
    at = one.at
    above, below = _beside(page, one, -1), _beside(page, one, 1)
    found = find_dates(page.text(at))
    days = {(date.date.value or "")[:10] for date in found}
    next_line = page.text(at + 1) if at + 1 < len(page.lines) else ""
    is_next_short = next_line and page.look(at + 1) is not Look.PROSE
    dated = [other for other in (above, below) if other is not None and dates_page(page, other)]
    by_day = [other for other in dated if find_dates(page.text(other))]
    return {
        "dated": float(bool(found)),
        "dated otherwise": float(bool(days) and not days & frame.days),
        "above a date": float(below in by_day),
        "below a date": float(above in by_day),
        "beside a time": float(bool(dated) and not by_day),
        "ago": float(" il y a " in f" {plain(page.text(at))}"),
        "above its trade": float(bool(is_next_short) and tells_trade(next_line)),
        "above its office": float(
            is_office(next_line) and not (at > 0 and names_role(page.text(at - 1)))
        ),
        "above its life": float(bool(next_line) and tells_life(next_line)),
        "above its account": float(is_account(next_line)),
        "above its employer": float(is_employer(page, at + 1)),
        "below a role": float(at > 0 and at - 1 not in one.lines and names_role(page.text(at - 1))),
        "of a teaser": float(_is_of_teaser(page, at, frame)),
        "near a label of others": float(
            any(page.look(b) in _OTHERS for b in range(max(0, at - _BESIDE), at))
        ),
        "below a portrait": float(at > 0 and is_portrait(page.text(at - 1))),
        "heads a paragraph": float(at > frame.first and bool(next_line) and page.is_prose(at + 1)),
        "below a paragraph": float(at > 0 and page.is_prose(at - 1)),
        "below a title of others": float(at > 0 and _is_title_of_others(page, at - 1)),
        "above a title of others": float(_is_title_of_others(page, at + 1)),
        "beside names": float(
            any(
                other is not one and abs(other.at - at) == 1 and other.form is one.form
                for other in frame.found
            )
        ),
    }


def _is_of_teaser(page: Page, at: int, frame: Frame) -> bool:
    """Whether a line stands below the title of another article: « À lire aussi », « Dans les couloirs du Sénat », « Par X »."""
    above = at - 1
    if above < 0 or above == page.title or page.look(above) not in _TITLES:
        return False
    text = page.text(above)
    if is_sentence(text) or ":" in text or names_role(text) or len(text.split()) == 1:
        return False
    return above - 1 > frame.last or (above > 0 and is_of_others(page, above - 1))


def _is_title_of_others(page: Page, at: int) -> bool:
    if not 0 <= at < len(page.lines) or at == page.title:
        return False
    text = page.text(at)
    return (
        page.look(at) in (Look.SHORT, Look.CROSS_LINK)
        and page.reasons[at] is not Reason.REPEATED_TITLE
        and len(text.split()) >= _FEW
        and is_title_like(text)
        and not is_sentence(text)
        and not is_office(text)
        and not tells_trade(text)
    )


def _mentions(page: Page, one: Signer, frame: Frame) -> dict[str, float]:
    names = names_in(one.names)
    title = page.text(page.title) if page.title is not None else ""
    head = page.text(frame.first) if frame.first < len(page.lines) else ""
    families = [name.split()[-1] for name in names]
    told = [family for family in families if len(family) > 2 and family in frame.told]
    others = [other for other in frame.found if other is not one]
    labelled = [other for other in _rivals(page, one, others, frame) if other.form in LABELS]
    above = [
        other
        for other in others
        if frame.title < other.at < one.at and not is_outlet_name(other.names)
    ]
    return {
        "named in the text": float(any(name in frame.told for name in names)),
        "named in the first paragraph": float(any(name in head for name in names)),
        "named in the title": float(any(name in title for name in names)),
        "family name in the text": float(bool(told)),
        "a topic of the text": float(any(frame.told.count(family) > 1 for family in told)),
        "has a biography": float(any(has_biography(page, name, frame.last) for name in names)),
        "signs twice": float(any(frame.signed[plain(name)] > 1 for name in names)),
        "in short elsewhere": float(_is_in_short(names, others)),
        "spelt by an address": float(
            any(len(family) > 3 and plain(family) in frame.addresses for family in families)
        ),
        "names the outlet": float(
            plain(one.names) in frame.outlets or plain(one.names) in frame.rights
        ),
        "took pictures": float(any(name in frame.credits for name in names)),
        "only one": float(not _rivals(page, one, others, frame)),
        "first below the title": float(frame.title < one.at < frame.second and not above),
        "label elsewhere": float(bool(labelled) and one.form not in LABELS),
        "first label": float(
            one.form in LABELS and not any(frame.title < other.at < one.at for other in labelled)
        ),
    }


def _is_in_short(names: list[str], others: list[Signer]) -> bool:
    """Whether another line gives one of the names with initials, or in full."""
    told = [name for other in others for name in names_in(other.names)]
    return any(is_short_for(a, b) or is_short_for(b, a) for a in told for b in names)


def _rivals(page: Page, one: Signer, others: list[Signer], frame: Frame) -> list[Signer]:
    """The other names that may have signed: those of the head, for one that stands there."""
    head = range(frame.title + 1, frame.second)
    return [
        other
        for other in others
        if not is_outlet_name(other.names)
        and not _is_of_teaser(page, other.at, frame)
        and (one.at not in head or other.at in head)
    ]


def _beside(page: Page, one: Signer, step: int) -> int | None:
    """The line beside a name that may be its date, over the title, its outlet, buttons and signs."""
    lines = (one.at, *one.lines)
    other = (max(lines) if step > 0 else min(lines)) + step
    below = step > 0 or (page.title is not None and page.title < other)
    for _ in range(_BESIDE):
        if not 0 <= other < len(page.lines):
            return None
        text = page.text(other)
        over = (
            _SIGN_ALONE.fullmatch(text)
            or is_portrait(text)
            or page.look(other) is Look.CREDIT
            or (step > 0 and page.is_short(other) and (tells_trade(text) or is_office(text)))
            or (other == page.title and step < 0)
            or (page.reasons[other] in _STEPPED_OVER and not dates_page(page, other))
            or (page.is_short(other) and below and (ARTICLE.match(text) or is_outlet_name(text)))
        )
        if not over:
            return other
        other += step
    return None
