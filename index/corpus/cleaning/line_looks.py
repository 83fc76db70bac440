"""The look of a line of a page, judged alone before its neighbours."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from index.corpus.cleaning import (
    breadcrumbs,
    headers,
    links,
    name_looks,
    phrases,
    rights,
    technical,
    topics,
)
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.stated_facts import Facts
from index.model.text import Span

_SENTENCE_END = re.compile(r"[.!?…][\s\u00a0]*[»”\"’')\]]*$|[»”\"]\s*\.$")
_FULL_STOP = re.compile(
    r"(?:[^.]\.|…|\.\.\.|;|:|,)[\s\u00a0]*[»”\"’')\]]*$|[!?.][\s\u00a0]*[»”\"]\.?$"
)
_TRUNCATED = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\))(?:\s*(?:lire (?:la suite|plus)|suite))?$",
    re.IGNORECASE,
)
_FIRST_SENTENCE = re.compile(
    r"(?:\S+ ){5,}\S*[^\W\d_]{3}(?: ?[»”\"])?[ \u00a0]?[.!?…](?:[ \u00a0]?[»”\"])? +[A-ZÀ-Ý«“\"]"
)
"""A sentence of at least six words, with something behind it."""
_INNER_STOP = re.compile(r"[.!?…](?<=[^\W\d_]{3}.) +[A-ZÀ-Ý«“\"]")
_KICKER = re.compile(
    r"(?:[A-ZÀ-Ý][A-ZÀ-Ý’' -]{3,23}|(?!(?:Je|Tu|Il|Elle|On|Nous|Vous|Ils|Elles|Ce|Cela|Ça|C[’']|J[’']|Qui|Que|Quand|Mais|Et|Non|Oui|Si|Là|Ici|Puis)\b)[A-ZÀ-Ý][^\W_]*(?:[’' -][^\W_]+){0,5}(?:\s\([^\W\d_][\w -]{2,30}\))?)\.\s+(?=[A-ZÀ-Ý«“\"])"
)
"""Words before a title, whose stop ends no sentence: « EN DIRECT. », « Saint-Malo. », « Guerre en
Ukraine. ».
"""
_POINT = re.compile(r"\.\s")
"""What every kicker ends with."""
_ROW = re.compile(r"\s*[|•·]\s*|\s{2,}|\t")
"""The signs between the labels of a menu that stand on one line."""
_PARTS = re.compile(r"[|•·\t]|\s\s")
"""What every row has; it is searched faster than a row is split."""
_LABELS = 3
_LABEL = 5
"""The fewest labels of a row, and the most words of one."""
_POST = re.compile(r"[—–-]\s.{2,60}\(@\w{1,30}\).{0,40}")
"""The signature of a message that an article cites: « — Jeanne Martin (@jmartin) June 3, 2022 »."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?")
_LONG = 320
"""The fewest characters of a line that is prose, unless its first signs show something else."""
_SENTENCES = 140
"""The number of characters from which on a line with a stop at its end is a label only if it begins
like one.
"""
_MAY_BE_LABEL = re.compile(
    r"[:>»|#©→/@]|\d{4}|\b(?:a(?:bonne|ccedez|fin|rticle|stuce|vez)|c(?:ette page|liquez|ontactez|ontenu|ontinu(?:ant|er)|opyright|orriger|redit)"
    r"|d(?:ecouvrez|eja|roits)|e(?:crit|crivez|nvoyez|ssai)|i(?:llustration|mage|nscri|nstallez)|l(?:a suite|egende|ire|isez)|m(?:is|ot)"
    r"|n(?:e manquez|e ratez|ewsletter|os|otre|ous)|p(?:ar|as|hoto|our|ublie)|r(?:ecevez|edige|ejoignez|eproduction|estez|etrouvez)"
    r"|s(?:aved|eulement|ignaler|oyez|uivez|ujet)|t(?:ag|elecharge|heme|ous|oute)|v(?:oici la|oir|otre|ous)|webpage)"
)
"""Words and signs near the start of a line that may belong to a label; grouped by letters, which is twice as fast."""


class Look(Enum):
    """The kinds of lines."""

    __hash__ = object.__hash__  # That of Enum is a function in Python.

    PROSE = auto()
    """Sentences, long enough to be a paragraph of an article."""
    SHORT = auto()
    """A line that only its neighbours can explain: a title, a heading, a topic, a stray word."""
    NOISE = auto()
    HEADER = auto()
    """A byline, dates, a section: a statement of the page about its article."""
    TAGS = auto()
    TAGS_LABEL = auto()
    CROSS_LINK = auto()
    RELATED = auto()
    AUTHOR_BOX = auto()
    COPYRIGHT = auto()
    CREDIT = auto()
    COMMENTS = auto()
    CONTACT = auto()
    YEAR = auto()


class Seen(NamedTuple):
    """The look of a line, with the reason if it is noise whatever its neighbours are."""

    look: Look
    reason: Reason | None = None


def look_of(line: str) -> Seen:
    """The look of a line."""
    if len(line) > _LONG:
        return _look_of_long(line)
    return look_of_short(line)


def _look_of_long(line: str) -> Seen:
    head = line[:40]
    if head.startswith(
        ("http", "www.", "/", "{", "[", "<", "function", "var ", "window", ".", "#")
    ):
        reason = technical.technical_reason(line)
        if reason is not None:
            return Seen(Look.NOISE, reason)
    if line.startswith(("©", "Copyright", "COPYRIGHT")) and rights.read_copyright(line) is not None:
        return Seen(Look.COPYRIGHT)
    words = line.count(" ") + 1
    if words < 8 and len(line) > 40 * words:
        return Seen(Look.NOISE, Reason.TECHNICAL)
    if words <= phrases.LONGEST:
        reason = phrases.reason_of(phrases.plain(line), words=words)
        if reason is not None and reason is not Reason.INTERFACE:
            return Seen(Look.NOISE, reason)
    return Seen(Look.PROSE)


@lru_cache(maxsize=1 << 14)
def look_of_short(line: str) -> Seen:
    """The look of a line that is no long paragraph; it is remembered, since most noise stands on
    many pages.
    """
    words = len(line.split())
    if technical.image_credit(line):
        return Seen(Look.CREDIT)
    reason = technical.technical_reason(line)
    if reason is Reason.CONTACT:
        return _look_of_contact(line)
    if reason is not None:
        return Seen(Look.NOISE, reason)
    if _YEAR.fullmatch(line):
        return Seen(Look.YEAR)
    prose = words >= 25 or (
        words >= 9 and bool(is_sentence(line) or headers.split_summary(line)[0] != line)
    )
    if prose and len(line) > _SENTENCES and not _may_be_label(line):
        return Seen(Look.CREDIT if rights.ends_with_credit(line) else Look.PROSE)
    simple = phrases.plain(line)
    if not simple:
        return Seen(Look.SHORT)
    reason = phrases.reason_of(simple, words=words) or _reason_of_row(line)
    if reason is Reason.COMMENTS:
        return Seen(Look.COMMENTS, reason)
    if reason is not None and not links.is_related_header(line):
        return Seen(Look.NOISE, reason)
    if _POST.fullmatch(line):
        return Seen(Look.SHORT)
    if breadcrumbs.is_breadcrumb(line):
        return Seen(Look.HEADER)
    if links.read_cross_link(line) is not None and not (prose and _INNER_STOP.search(line)):
        return Seen(Look.CROSS_LINK)
    if links.is_related_header(line):
        return Seen(Look.RELATED)
    if links.is_author_box(line):
        return Seen(Look.AUTHOR_BOX)
    if topics.read_tags(line) is not None:
        return Seen(Look.TAGS)
    if topics.is_tags_label(line):
        return Seen(Look.TAGS_LABEL)
    if rights.read_copyright(line) is not None:
        return _look_of_rights(line)
    if rights.is_credit(line):
        return _look_of_credit(line)
    if headers.read_header(line, Facts()):
        return Seen(Look.HEADER)
    return Seen(Look.PROSE if prose else Look.SHORT)


def _look_of_contact(line: str) -> Seen:
    """« Jeanne Martin jmartin@gazette.fr - 15 janvier 2023 » is a byline; other lines with an address are none."""
    dated = line[-1].isdigit() and headers.read_header(line, Facts())
    return Seen(Look.HEADER) if dated else Seen(Look.CONTACT, Reason.CONTACT)


def _look_of_rights(line: str) -> Seen:
    """« Mise à jour 02.02.2026 à 15:30 par AFP © 2026 AFP » dates the article; other lines with rights do not."""
    dated = line[0].isdigit() and headers.read_header(line, Facts())
    return Seen(Look.HEADER if dated else Look.COPYRIGHT)


_WRITTEN = re.compile(r"texte|propos|recueill|entretien|reportage|par [^\W\d_]", re.IGNORECASE)
"""With which lines begin that say who wrote, whoever took the pictures."""


def _look_of_credit(line: str) -> Seen:
    """« Texte : Jeanne Martin / Photos : Luc Amiel » is a byline; other credits are of pictures."""
    written = (_WRITTEN.match(line) or "(" in line) and headers.read_header(line, Facts())
    return Seen(Look.HEADER if written else Look.CREDIT)


def _reason_of_row(line: str) -> Reason | None:
    """The reason of a row of buttons: « Lire plus tard   Commenter (48)   Partager   Imprimer »."""
    if "  " not in line and "|" not in line and "\t" not in line:
        return None
    labels = [label for label in map(phrases.plain, _ROW.split(line)) if label]
    if len(labels) < _LABELS:
        return None
    reasons = [phrases.reason_of(label, words=len(label.split())) for label in labels]
    told = [reason for reason in reasons if reason is not None]
    return told[0] if len(told) * 2 > len(labels) else None


def _may_be_label(line: str) -> bool:
    """Whether a long line must be tested as a label: for most sentences the start shows that they
    are none.
    """
    if "cookie" in line or "Cookie" in line or "traceur" in line or "©" in line:
        return True
    return bool(_MAY_BE_LABEL.search(phrases.plain(line[:40])))


def is_title_like(line: str) -> bool:
    """Whether a line could be a title: no full stop at its end, not many words."""
    if not 2 <= len(line) <= 220 or len(line.split()) > 32:
        return False
    return not _has_full_stop(line) and not _INNER_STOP.search(without_kicker(line))


def _has_full_stop(line: str) -> bool:
    """Whether a line ends as a sentence or a part of one; a letter or a figure is the end of most."""
    return not line[-1:].isalnum() and bool(_FULL_STOP.search(line))


def without_kicker(line: str) -> str:
    """A title without « EN DIRECT. » or « VIDÉO. » before it."""
    return _KICKER.sub("", line) if _POINT.search(line) else line


def is_row_of_labels(line: str) -> bool:
    """Whether a line is a menu on one line: « Actu | Sports | Culture », « Enquêtes   Opinions   Le
    Club ».

    A row of a table has figures, a byline or a topic list has commas or dates.
    """
    if not _PARTS.search(line):
        return _is_glued_menu(line)
    labels = [label for label in _ROW.split(line.strip(" |•·")) if label]
    return (
        len(labels) >= _LABELS
        and not any(char.isdigit() for char in line)
        and all(
            label[0].isupper() and len(label.split()) <= _LABEL and not _has_full_stop(label)
            for label in labels
        )
    )


_MENU_WORDS = frozenset(
    """
    accueil menu direct live replay podcast podcasts video videos audio audios radio tv jeux newsletters newsletter meteo
    rechercher recherche connexion boutique kiosque agenda annonces abonnement play emploi services regions fil une
    """.split()  # noqa: SIM905
)
"""Labels of menus that are no sections."""
_FEWEST_GLUED, _MOST_GLUED = 5, 24
_TOLD_BY = 3
_SUBSCRIBING = re.compile(
    r"\b(?:s[’']abonner|abonnez-vous|je m[’']abonne|se connecter|connectez-vous|mon compte)\b",
    re.IGNORECASE,
)


def _is_glued_menu(line: str) -> bool:
    """Whether a line is a menu whose labels a copy joined: « Monde Culture Sport Podcasts Jeux », « Menu La Gazette S’abonner »."""
    words = line.split()
    if not line[-1:].isalnum() and line[-1:] not in "€»":
        return False
    if _SUBSCRIBING.search(line) and not is_sentence(line):
        return True
    if not _FEWEST_GLUED <= len(words) <= _MOST_GLUED or any(mark in line for mark in ".,;:!?«»"):
        return False
    told = [name_looks.is_section(word) or phrases.plain(word) in _MENU_WORDS for word in words]
    # A title has small words, which are no labels.
    labels = sum(known or word[0].isupper() for known, word in zip(told, words, strict=True))
    return sum(told) >= _TOLD_BY and labels >= len(words) - 2


def is_sentence(line: str) -> bool:
    return not line[-1:].isalnum() and bool(_SENTENCE_END.search(line))


def begins_with_sentence(line: str) -> bool:
    """Whether a sentence has something behind it: a paragraph to which wrapped lines joined a label."""
    return _FIRST_SENTENCE.match(line) is not None


def truncation(line: str) -> Span | None:
    """The place of the three points that end a cut teaser; None if it is complete."""
    match = _TRUNCATED.search(line)
    return Span(match.start(), match.end()) if match else None
