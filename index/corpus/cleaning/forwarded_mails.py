"""Forwarded, answered or copied mails: their heads, the subject as the title, the signature at the foot.

Heads as mail programs write them in French, English, German, Spanish, Dutch and Italian. Nothing in them is a
fact of the article: neither who sent it, nor to whom, nor when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason

_SUBJECTS = ("objet", "subject", "sujet", "betreff", "asunto", "onderwerp", "oggetto", "assunto")
_SENDERS = frozenset(("de", "from", "von", "van", "da", "expediteur", "sender", "remitente"))
_OTHERS = (
    r"date(?: d'envoi)?|envoye(?: le)?|sent|gesendet|datum|fecha|enviado(?: el)?|verzonden|data|inviato|received|recu(?: le)?"
    r"|a|to|pour|an|aan|para|cc|cci|bcc|ccn|copie|kopie|copia|destinataires?"
    r"|repondre a|reply-to|antwort an|importance|priorite|pieces? jointes?|attachments?|anlagen|adjuntos|bijlagen?|allegati"
)
_FIELD = re.compile(rf"(?P<name>{'|'.join((*_SUBJECTS, *sorted(_SENDERS), _OTHERS))})\s?$")
_NAME = 20
"""The most characters of the name of a field."""
_PREFIX = re.compile(
    r"(?:(?:tr|re|ré|r|fwd?|fw|rv|rif|wg|aw|antw|doorst|transf|i)\s?:\s*)+", re.IGNORECASE
)
_FEWEST = 3
"""The fewest fields of a mail's head."""
_MOST = 20
"""The most mails of one text whose titles are sought; a file of more is a bundle, or mangled."""
_CARD = 10
"""The most lines of a signature below « -- »."""
_ABOVE = re.compile(r"message|nachricht|bericht|mensaje|messaggio")
_ANNOUNCED = 60
"""The most characters of « ---------- Forwarded message --------- »."""
_WROTE = re.compile(
    r"(?:le|on|am|el|op|il|em) .{0,120}(?:\d ?[:h] ?\d\d|@).{0,120}\b(?:(?:ecrit|wrote|escribio|scritto|escreveu)|(?:schrieb|schreef)\b.{0,80})(?: ?:)?"
)
"""« Le 18/01/2023 à 08:15, Jeanne Martin a écrit : »; without a time or an address it is a sentence."""
_CLOCK = re.compile(r"\d ?[:h] ?\d\d")
_ADDRESS = re.compile(r"[\w.+-]@[\w-]+\.\w")
_NEAR = 3
"""The most lines between a mail's head and such a line: away from all signs of a mail it is a sentence too."""
_TITLE = 200
_SUBJECT_PARTS = re.compile(r"\s*(?:[:\]|»]|\s[-–—])\s+")
_WORDS = re.compile(r"\w+")
_FEWEST_WORDS = 3


class _Line(NamedTuple):
    at: int
    name: str
    value: str


def judge_mail(page: Page) -> int | None:
    """Sets the heads and the signature of a mail aside; gives the line of its title, if it states one.

    The date of a mail is not the date of the article in it.
    """
    # Most pages have no line that begins so.
    subjects = [at for at, simple in enumerate(page.plains) if simple.startswith(_SUBJECTS)]
    title, last, reached, heads = None, -1, -1, 0
    told: set[int] = set()
    for subject in subjects:
        # Several subjects in one run of fields are of one head, or of none.
        if subject <= reached:
            continue
        head, reached = _head(page, subject)
        if not head:
            continue
        heads += 1
        last = head[-1].at
        told.update(line.at for line in head)
        for line in head:
            page.reasons[line.at] = Reason.METADATA
        above = head[0].at - 1
        announced = above >= 0 and len(page.text(above)) <= _ANNOUNCED
        if announced and _ABOVE.search(page.plains[above]):
            page.reasons[above] = Reason.METADATA
        value = next(line.value for line in head if line.at == subject)
        if heads <= _MOST:
            title = _title(page, subject, last, value) or title
    _judge_announcements(page, told)
    if told:
        page.forget_facts_of(told)
        _judge_card(page, last + 1)
    return title


def _title(page: Page, subject: int, last: int, value: str) -> int | None:
    """The line below a head that begins with the subject, else the subject itself."""
    bare = _PREFIX.sub("", value)
    simple = plain(bare)
    if not simple:
        return None
    wanted = set(said_by(bare))
    for at in range(last + 1, len(page.lines)):
        known = page.plains[at].startswith(simple) or words_of(page.plains[at]) in wanted
        if known and len(page.text(at)) <= _TITLE:
            return at
    if any(page.is_prose(at) for at in range(subject)):
        return None  # the head of an older mail, below another text
    page.cut_front(subject, len(page.text(subject)) - len(bare), Reason.METADATA)
    return subject


def said_by(subject: str) -> Iterator[str]:
    """The words of a subject: all of them, and those behind its other words, « Article - … »."""
    yield words_of(subject)
    for match in _SUBJECT_PARTS.finditer(subject):
        rest = words_of(subject[match.end() :])
        if len(rest.split()) >= _FEWEST_WORDS:
            yield rest


def words_of(line: str) -> str:
    """The words of a line without its signs: a desk's subject has neither accents nor French spaces."""
    return " ".join(_WORDS.findall(plain(line)))


def _head(page: Page, subject: int) -> tuple[list[_Line], int]:
    """The lines of the head around the one with the subject, empty if they are none; and the last line of the run."""
    found: list[_Line] = []
    start = subject
    while start and (_field(page, start - 1) or (start > 1 and _goes_on(page, start - 1))):
        start -= 1
    for at in range(start, len(page.lines)):
        line = _field(page, at)
        if line is None and not (found and _goes_on(page, at)):
            break
        found.append(line or _Line(at, "", ""))
    named = {line.name for line in found if line.name}
    whole = len(named) >= _FEWEST and named & _SENDERS and named.intersection(_SUBJECTS)
    return found if whole else [], start + len(found) - 1


def _field(page: Page, at: int) -> _Line | None:
    name, sign, value = page.text(at).partition(":")
    if not sign or len(name) > _NAME:
        return None
    match = _FIELD.match(plain(name))
    return _Line(at, match["name"], value.strip()) if match else None


def _goes_on(page: Page, at: int) -> bool:
    """Whether a line has only more addresses of the one above it."""
    text = page.text(at)
    return "@" in text and ("<" in text or ";" in text) and _field(page, at - 1) is not None


class Head(NamedTuple):
    """The lines of a mail's head, with the one above that announces it."""

    start: int
    end: int


def heads_in(texts: Sequence[str]) -> list[Head]:
    """The heads of forwarded mails among the lines of a text."""
    found: list[Head] = []
    at = 0
    while at < len(texts):
        end = at
        names: set[str] = set()
        while end < len(texts) and (
            (name := _name_of(texts[end])) or (names and _is_address(texts[end]))
        ):
            names.add(name or "")
            end += 1
        if len(names) >= _FEWEST and names & _SENDERS and names.intersection(_SUBJECTS):
            announced = (
                at and len(texts[at - 1]) <= _ANNOUNCED and _ABOVE.search(plain(texts[at - 1]))
            )
            found.append(Head(at - bool(announced), end))
        elif announces_mail(texts[at]):
            found.append(Head(at, at + 1))
        at = max(end, at + 1)
    return found


def subject_of(texts: Sequence[str]) -> str | None:
    """The subject in the lines of a mail's head, without « TR: »; None without one."""
    value = next((text for text in texts if _name_of(text) in _SUBJECTS), None)
    return _PREFIX.sub("", value.partition(":")[2].strip()) if value is not None else None


def _name_of(text: str) -> str | None:
    """The name of the field of a mail's head in a line."""
    name, sign, _ = text.partition(":")
    match = _FIELD.match(plain(name)) if sign and len(name) <= _NAME else None
    return match["name"] if match else None


def _is_address(text: str) -> bool:
    return "@" in text and ("<" in text or ";" in text)


def announces_mail(text: str) -> bool:
    """Whether a text is « Le 18/01/2023 à 08:15, Jeanne Martin a écrit : », as above a quoted mail."""
    return text[-1:] == ":" and len(text) <= _TITLE and bool(_WROTE.fullmatch(plain(text)))


def _judge_announcements(page: Page, told: set[int]) -> None:
    """Sets aside such a line, which may be wrapped, if it has a time and an address or stands near a
    mail's head.
    """
    for at, line in enumerate(page.lines):
        if line.text[-1] != ":" or len(line.text) > _TITLE:
            continue
        if announces_mail(line.text):
            parts, text = [at], line.text
        elif at and len(line.text) < _NAME:
            parts, text = [at - 1, at], f"{page.text(at - 1)} {line.text}"
        else:
            continue
        near = any(abs(at - other) <= _NEAR for other in told)
        if (near or (_CLOCK.search(text) and _ADDRESS.search(text))) and announces_mail(text):
            for part in parts:
                page.reasons[part] = Reason.METADATA


def _judge_card(page: Page, start: int) -> None:
    """Sets aside the lines below « -- » (RFC 3676, § 4.3)."""
    for at in range(start, len(page.lines)):
        if page.text(at) in ("--", "—") and 0 < len(page.lines) - at - 1 <= _CARD:
            for below in range(at, len(page.lines)):
                if page.is_open(below):
                    page.reasons[below] = Reason.CONTACT
            return
