"""The names on a copied page that may be its author's: bylines, names alone on a line, names with what stands beside them.

A name alone on its line may also be a heading, a teaser's author or the speaker of an interview; `author_signs.py` weighs
the lines beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.cleaning import name_looks
from index.corpus.cleaning.bylines import BY, read_byline, without_place
from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.signatures import OF_OTHERS, is_sign_off, lists_names, reads_as_end
from index.corpus.cleaning.signed_names import is_collective, signed_names
from index.corpus.cleaning.signers import Form, Signer
from index.corpus.cleaning.stated_facts import Facts

_LONGEST = 140
"""The most characters of a line that names who wrote."""
_OF = re.compile(r"^(?:De|Par|PAR)\s+(?=[A-ZÀ-Ý][a-zà-ÿ’'-])")
"""« De Jeanne Martin », above a date; « Par Jeanne Martin - jmartin@gazette.example »."""
_AND = re.compile(r"et|&|,|avec")
_INITIAL = 2
"""The most characters of an initial with its point: « Laurent L. »."""
_INITIALED = re.compile(r"(?:^|[\s.-])[A-ZÀ-Ý]$")
_WORD_OF_NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]+")
_LABELS = frozenset(
    ("date", "publie", "source", "rubrique", "partager", "lecture", "photo", "photos", "modifie")
)
_POSTED = re.compile(
    r"(?:de |avec )?(?:notre|nos) (?:envoy|correspondan)\S+(?: [a-zà-ÿ]\S+)?(?: (?:à|au|aux|en) [A-ZÀ-Ý][\w’' -]+)?",
    re.IGNORECASE,
)
_WORKS = re.compile(r"\((?:textes?|photos?|photographies?|vid[ée]os?|dessins?|illustrations?)\)")
_BY_WHOM = re.compile(
    r"(?:r[ée]dig|post|publi|[ée]crit|propos|mis en ligne)[ée]?e?\s(?:(?:le|on)\s)?[^|()]{0,45}?\bpar\s?:?\s(?P<name>(?-i:[A-ZÀ-Ý])[\w’'-]+(?:[ -][\w’'-]+){0,3}?)"
    r"(?=\s+(?-i:dans|à|le|in|,)\s|\s*[|,·•(–—]|\s-\s|\s*$)",
    re.IGNORECASE,
)
"""« Rédigé le 12 novembre 2019 à 21:37 par Poulette dans Maison | Lien permanent », as a blog's software signs."""
_SPEAKERS = frozenset(("speakers", "intervenants", "intervenantes", "participants", "invites"))
"""Below these the speakers of a transcript are named."""
_LOOKS = frozenset((Look.SHORT, Look.AUTHOR_BOX))


def find_signers(page: Page, last: int) -> list[Signer]:
    """All names that may be the author's, in the order of their lines; `last` is the last line of the text."""
    found: list[Signer] = []
    for told in page.signers:
        posted = _POSTED.fullmatch(page.text(told.at)) is not None
        found.append((_below_label(page, told.at) if posted else None) or told)
    known = {at for one in found for at in (one.at, *one.lines)}
    for at in range(len(page.lines)):
        if at in known or len(page.lines[at].text) > _LONGEST or not _may_sign(page, at):
            continue
        one = _below_label(page, at) or _on_line(page, at, last)
        if one is not None and not _is_none(page, one, last):
            known.update(one.lines)
            found.append(one)
    return sorted(found, key=lambda one: one.at)


def _is_none(page: Page, one: Signer, last: int) -> bool:
    """Whether a name alone is an item of a list, or below the text of whom it speaks, a row of such names, the page's own."""
    if one.form is not Form.ALONE:
        return False
    if one.at <= last:
        return page.text(one.at).startswith(("- ", "– ", "— "))
    return (
        page.is_named(one.at)
        or lists_names(page, one.at)
        or page.plains[one.at] in {page.plains[at] for at in page.named}
    )


def _may_sign(page: Page, at: int) -> bool:
    """Whether a line may be a signature, also one that was set aside for its wording: « La rédaction »."""
    text, reason = page.text(at), page.reasons[at]
    above = page.plains[at - 1] if at > 0 else ""
    if at == page.title or above in _SPEAKERS or OF_OTHERS.fullmatch(above):
        return False  # « Directrice de la publication », and below it her name
    if reason is None:
        return page.look(at) in _LOOKS
    if reason in (Reason.CONTACT, Reason.SOCIAL):
        return "@" in text
    if reason is Reason.INTERFACE:
        return is_collective(text) or name_looks.is_person(text)
    return reason is Reason.CREDIT and _WORKS.search(text) is not None


def _below_label(page: Page, at: int) -> Signer | None:
    """The name below a label alone on its line: « Par », « De notre correspondante à Niamey »."""
    label = page.text(at)
    if at + 1 >= len(page.lines) or not (
        BY.fullmatch(f"{label.rstrip(' :')} ") or _POSTED.fullmatch(label)
    ):
        return None
    below = page.text(at + 1)
    if split := _in_two_lines(page, at + 1):
        return Signer(at + 1, split, Form.LABELLED, (at, at + 2))
    if bare := _bracketed(below):
        return Signer(at + 1, bare, Form.LABELLED, (at,))
    name = _name_on(below) if page.is_short(at + 1) or "@" in below else None
    if name is None:
        return None
    others = list(_others(page, at + 2))
    names = ", ".join((name, *(page.text(one + 1) for one in others)))
    taken = (at, *(line for one in others for line in (one, one + 1)))
    return Signer(at + 1, names, Form.LABELLED, taken)


def _in_two_lines(page: Page, at: int) -> str | None:
    """The name whose parts stand below each other: « Auteur », « Jeanne », « Martin »."""
    parts = [page.text(one) for one in range(at, min(at + 2, len(page.lines)))]
    words = len(parts) == 2 and all(_WORD_OF_NAME.fullmatch(part) for part in parts)
    shorts = words and page.is_short(at) and page.is_short(at + 1)
    return " ".join(parts) if shorts and plain(parts[1]) not in _LABELS else None


def _bracketed(text: str) -> str | None:
    """The name in « (Jeanne Martin/La Gazette) », below « par »."""
    if text[:1] != "(" or text[-1:] != ")":
        return None
    name = text[1:-1].partition("/")[0].strip()
    return name if name_looks.is_person(name) else None


def _others(page: Page, at: int) -> Iterator[int]:
    """The lines « et » that have a name below them, as often as they follow a first name."""
    while at + 1 < len(page.lines) and _AND.fullmatch(page.text(at)):
        if not name_looks.is_person(page.text(at + 1)):
            return
        yield at
        at += 2


def _on_line(page: Page, at: int, last: int) -> Signer | None:
    text = page.text(at)
    if (posted := _BY_WHOM.match(text)) is not None:
        return Signer(at, posted["name"], Form.DATED)
    if is_sign_off(text):
        return None
    name = read_byline(text)
    if name is not None and (BY.match(text) or name != text):
        return Signer(at, name, Form.BYLINE)
    name = _name_on(text)
    if name is not None:
        if name.endswith(".") and len(name.split()[-1]) > _INITIAL:
            name = name[:-1]
        return Signer(at, name, Form.ALONE if len(text) <= len(name) + 2 else Form.BESIDE)
    ended = Facts()
    if at > last and reads_as_end(page, at, ended) and ended.authors:
        return Signer(at, ", ".join(_with_point(name, text) for name in ended.authors), Form.END)
    return None


def _with_point(name: str, text: str) -> str:
    """« N. B. » of « (N. B.) », whose last point is its own."""
    return f"{name}." if _INITIALED.search(name) and f"{name}." in text else name


def _name_on(text: str) -> str | None:
    """Who signs on a line of its own: persons, an agency, a newsroom, « Collectif »."""
    text = _OF.sub("", text)
    whole = without_place(text)
    if name_looks.is_agency(whole) or is_collective(whole):
        bare = whole.strip("()[] ")
        return bare.upper() if whole.islower() and whole[0] == "(" else bare
    return signed_names(text)
