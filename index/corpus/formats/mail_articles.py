"""The article in a mail that sends one on: below the heads of forwarding and a greeting, above a signature.

The subject is a title only where no line of the text is one: it often tells what is sent (« Article - … »,
« TR: à lire »), and what the text itself says of title, outlet, author and day counts more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from index.corpus.cleaning.forwarded_mails import heads_in, said_by, words_of
from index.corpus.cleaning.headers import read_header
from index.corpus.cleaning.line_looks import Look, is_title_like, look_of
from index.corpus.cleaning.outlets import is_listed_outlet, is_outlet_name
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.document import UNDATED, Document
from index.corpus.formats.mail_comments import said_in, sender_of
from index.corpus.page_dates import find_dates
from index.corpus.strand import Strand, cut, pieces_in
from index.model.article import Basis, DateValue, SetAside
from index.model.text import Span

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_NEAR = 40
"""The title is one of the first lines below the heads of forwarding."""
_BELOW = 4
"""In so many lines below a title stands who wrote it, where or when."""
_ABOVE = 3
_BROKEN = 3
_WRAPPED = 50
"""So many lines in a row, all but the last so long, are a paragraph that a mail program broke."""
_FEWEST = 3
"""The fewest words of a title, and of what a subject says behind other words."""
_LONGEST = 200
_COMMENT = 60
"""The most words above an article that are no text of their own, but what its sender says of it."""
_GREETING = re.compile(
    r"(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|chere?s?|madame|monsieur|mesdames|bonne lecture|a lire|pour info|fyi|voici|ci-dessous|tu as vu|avez-vous|as-tu|envoye de|sent from|message\b)"
)
_CLOSING = re.compile(
    r"(?:(?:bien |tres |tres |amicalement|et )*(?:cordialement|a vous|a toi|amicalement)|amities|salutations.*|sinceres salutations|bonne (?:lecture|journee|soiree|reception)|a bientot|a plus|a\+|bises|merci|best(?: regards)?|kind regards|regards|sincerely|cheers|thanks)(?: a tous| a toutes)?"
)
_PROGRAM = re.compile(
    r"(?:envoye (?:de|depuis|a partir)|sent from|obtenez outlook|get outlook|telecharger outlook|provenance :)\b.*"
    r"|(?:ce (?:message|courriel|mail|e-?mail) (?:vous )?(?:a ete|est) (?:envoye|transmis|adresse)|this (?:e-?mail|message) was sent|vous recevez ce (?:message|courriel|mail|e-?mail)|votre adresse (?:e-?mail |electronique )?(?:n.est|ne sera))\b.*"
)
_CARD = 8
"""The most lines below a closing formula, and the most characters of each."""
_SHORT = 90
_SENT_ON = re.compile(
    r"\b(?:partag|recommande|conseille|suggere|envoye un article|shared|recommends)"
)
"""What the subject says that a site's button sends."""
_ARTICLE = re.compile(r"(?:L[ea]s? |L[’'])[A-ZÀ-Ý][\w’' -]*")
_NAME = 30
_SENDER = re.compile(
    r"\s*(?:de|from|von|van|da)\s*:\s*(?P<name>[^<@]{3,60})<(?P<box>[^<>@]*)@(?P<host>[^<>]+)>",
    re.IGNORECASE,
)
_FAMILY = re.compile(r"(?:L[ea]s? |L[’'])[\w’-]+")
"""« Les Dupont », « Le Phare »: an article and one word tell no outlet from a family or a house."""
_OFFICE = re.compile(
    r"(?:news)?-?letters?|lettres?|infolettre|redaction|abonne(?:s|ments?|es)|alertes?|editions?|journal|matinale|quotidien|hebdo|no-?reply|ne-?pas-?repondre"
)
"""The box from which an outlet writes: a family has no such one."""
_ADDRESS = re.compile(
    r"\d{1,4}(?: ?(?:bis|ter|quater|[a-d]))?,? (?:rue|avenue|av|quai|boulevard|bd|place|chemin|route|allees?|impasse|square|cours|esplanade|passage|sentier|ruelle|villa|lotissement|hameau|faubourg|lieu-dit)\b.*"
    r"|(?:bp|cs|boite postale) ?\d+\b.*"
)
_TOWN = re.compile(r"(?:[A-Z]{1,2}-)?\d{5} [A-ZÀ-Ý][\w’' -]*")
_SALUTATION = re.compile(
    r"(?:(?:tres )?cher(?:e?s|e)?\b|madame|monsieur|mesdames|messieurs|mesdemoiselles).{0,80}"
)


class _Line(NamedTuple):
    start: int
    end: int
    text: str


class Pasted(NamedTuple):
    """An article in a mail."""

    document: Document
    names_outlet: bool
    """Whether a line beside its title names an outlet."""


def article_in(document: Document, subject: str, *, by_outlet: bool) -> Pasted | None:
    """The article that a mail sends on, without what stands around it; None if no line is surely its title.

    `by_outlet`, the sender is an outlet, whose letter to its readers has titles of several articles.
    """
    content = document.content
    lines = [
        _Line(match.start(), match.end(), match.group().strip())
        for match in _LINE.finditer(content)
    ]
    texts = [line.text for line in lines]
    heads = heads_in(texts)
    below = heads[-1].end if heads else 0
    # The head of an answer below a letter is none of forwarding.
    if _words(texts[: heads[-1].start if heads else 0]) > _COMMENT:
        return None
    sent_on = bool(heads) or not by_outlet or _SENT_ON.search(plain(subject)) is not None
    title = _title(texts, below, subject, by_head=sent_on)
    if title is None:
        return None
    first = title
    while first > below and title - first < _ABOVE and _is_above(texts[first - 1]):
        first -= 1
    if _words(texts[below:first]) > _COMMENT:
        return None
    sender = sender_of(texts[heads[-1].start : below]) if heads else ""
    end = end_of(texts, title, sender)
    told, outlet = _stated_above(texts[first:title])
    beside = any(_names_outlet(text) for text in texts[title + 1 : title + 1 + _BELOW])
    if outlet is None and not beside and heads:
        outlet = _sender_in(texts[heads[-1].start : heads[-1].end], texts[heads[-1].end :])
    said = said_in(texts[below:first], texts[heads[-1].start : below] if heads else ())
    if outlet is None and not beside:
        outlet = said.outlet
    article = _cut(document, lines, (title, end), " ".join(texts[title].split()))
    stated = article.stated
    day = stated.published if stated.published.basis is Basis.STATED else told
    if day.basis is Basis.NONE and not any(
        find_dates(text) for text in texts[title + 1 : title + 1 + _BELOW]
    ):
        day = said.day
    source = stated.source or outlet
    stated = replace(stated, source=source, published=day)
    return Pasted(replace(article, stated=stated), beside or source is not None)


def _stated_above(texts: Sequence[str]) -> tuple[DateValue, str | None]:
    """The day and the outlet in the lines above a title."""
    facts, outlet = Facts(), None
    for text in texts:
        if not read_header(text, facts) and (_names_outlet(text) or _ARTICLE.match(text)):
            outlet = outlet or text
    day = facts.published[0] if facts.published else UNDATED
    return day, outlet or next(iter(facts.sources), None)


def _sender_in(texts: Sequence[str], below: Sequence[str]) -> str | None:
    """The outlet that sent what was forwarded: its name is one, or an outlet's address or a line of the text says so.

    « Les Dupont » is a family's name as often.
    """
    for text in texts:
        match = _SENDER.match(text)
        if match is None:
            continue
        name = match["name"].strip(" \"'«»")
        of_family = _FAMILY.fullmatch(name) is not None
        if is_listed_outlet(name) or (is_outlet_name(name) and not of_family):
            return name
        if not _ARTICLE.match(name):
            continue
        words = [word for word in plain(name).split() if len(word) > _FEWEST]
        of_office = _OFFICE.fullmatch(plain(match["box"])) is not None
        if of_office and words and all(word in match["host"] for word in words):
            return name
        rights = re.compile(
            rf"(?:©|\(c\)|copyright|source :) ?(?:\d{{4}} )?{re.escape(plain(name))}\b"
        )
        if any(rights.match(plain(text)) for text in below):
            return name
    return None


def _title(texts: Sequence[str], below: int, subject: str, *, by_head: bool) -> int | None:
    """The line that the subject repeats, else the first one with who wrote it, where or when beside it."""
    wanted = set(said_by(subject))
    lines = range(below, min(len(texts), below + _NEAR))
    for at in lines:
        if len(texts[at]) <= _LONGEST and words_of(texts[at]) in wanted:
            return at
    announced = False
    for at in lines if by_head else ():
        if look_of(texts[at]).look is Look.PROSE and not is_title_like(texts[at]):
            if at > below + _BELOW:
                return None
            continue
        if _is_of_letter(texts, at, below):
            return None
        announced = announced or (at > below and said_in(texts[at - 1 : at], ()).outlet is not None)
        if _could_be_title(texts[at]) and (
            _has_head(texts, at, below) or (announced and _is_text(texts, at + 1))
        ):
            return at
        announced = announced or texts[at][-1] == ":"
    return None


def _could_be_title(text: str) -> bool:
    simple = plain(text)
    return (
        len(simple.split()) >= _FEWEST
        and len(text) <= _LONGEST
        and is_title_like(text)
        and text[-1] not in ":;,!"
        and "@" not in text
        and not _GREETING.match(simple)
        and not _CLOSING.fullmatch(simple)
        and not _is_header(text)
        and look_of(text).look in (Look.SHORT, Look.PROSE)
    )


def _is_of_letter(texts: Sequence[str], at: int, below: int) -> bool:
    """Whether a line stands in the head of a letter: beside an address, or between a day and a salutation."""
    end = at + 1
    while end < min(len(texts), at + 3 + _BELOW) and look_of(texts[end]).look is not Look.PROSE:
        end += 1
    if any(map(_is_address, texts[max(below, at - _ABOVE) : end])):
        return True
    greeted = [n for n in range(at + 1, end) if _is_salutation(texts[n])]
    return bool(greeted) and any(map(_is_header, texts[max(below, at - _ABOVE) : greeted[0]]))


def _is_address(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(plain(text)) or _TOWN.fullmatch(text))


def _is_salutation(text: str) -> bool:
    return text.endswith((",", "!")) and _SALUTATION.fullmatch(plain(text)) is not None


def _has_head(texts: Sequence[str], at: int, below: int) -> bool:
    """Whether a line beside a title states something of its article, and sentences follow."""
    beside = [
        *texts[max(below, at - _ABOVE) : at],
        *texts[at + 1 : at + 1 + _BELOW],
    ]
    follows = any(_is_text(texts, below) for below in range(at + 1, at + 3 + _BELOW))
    return follows and any(_is_header(text) for text in beside)


def _is_text(texts: Sequence[str], at: int) -> bool:
    """Whether a line is a sentence, or one of several into which a paragraph was broken."""
    if at >= len(texts):
        return False
    broken = texts[at : at + _BROKEN]
    return look_of(texts[at]).look is Look.PROSE or (
        len(broken) == _BROKEN and all(len(text) >= _WRAPPED for text in broken[:-1])
    )


def _is_above(text: str) -> bool:
    """Whether a line above a title states where or when: a name with an article is an outlet's there."""
    return _is_header(text) or (len(text) <= _NAME and bool(_ARTICLE.fullmatch(text)))


def _is_header(text: str) -> bool:
    return look_of(text).look is Look.HEADER or _names_outlet(text) or read_header(text, Facts())


def _names_outlet(text: str) -> bool:
    parts = re.split(r"\s+[-–—|•·]\s+|\s*[|•·]\s*|,\s", text)
    return len(text) <= _SHORT and any(
        is_listed_outlet(part) or is_outlet_name(part) for part in parts if part
    )


def end_of(texts: Sequence[str], title: int, sender: str) -> int:
    """The line at which the article ends: a closing formula or the sender's name with a signature below, or its last
    one.
    """
    end = len(texts)
    while end > title + 1 and _is_below(texts[end - 1], sender):
        end -= 1
    prose = [at for at in range(title + 1, end) if look_of(texts[at]).look is Look.PROSE]
    # Of a paragraph that was broken into lines none is a sentence.
    for at in range(max(prose[-1] if prose else title, end - _CARD - 1) + 1, end):
        simple = plain(texts[at]).rstrip(" ,.!")
        if _CLOSING.fullmatch(simple) or texts[at] in ("--", "—"):
            return at if all(len(text) <= _SHORT for text in texts[at:end]) else end
    return end


def _is_below(text: str, sender: str) -> bool:
    """Whether a line is one of the mail program's, or all of it is in the name of who sent the mail."""
    simple = plain(text)
    names = set(plain(sender).split())
    return bool(_PROGRAM.fullmatch(simple)) or (bool(simple) and names.issuperset(simple.split()))


def _cut(
    document: Document, lines: Sequence[_Line], place: tuple[int, int], title: str
) -> Document:
    """The document of the lines from its title to before the end."""
    at, end = place
    strand = Strand(document.content, document.pieces)
    span = Span(lines[at].start, lines[end - 1].end)
    kept = cut(strand, span)
    aside = [
        SetAside(pieces[0].raw_start, pieces[-1].raw_end, reason.value)
        for part, reason in (
            (lines[:at], Reason.METADATA),
            (lines[end:], Reason.CONTACT),
        )
        if part and (pieces := pieces_in(strand.pieces, Span(part[0].start, part[-1].end)))
    ]
    return replace(
        document,
        content=kept.text,
        pieces=kept.pieces,
        title=Span(lines[at].start - span.start, lines[at].end - span.start),
        stated=replace(document.stated, title=title),
        aside=(*document.aside, *aside),
    )


def _words(texts: Sequence[str]) -> int:
    """How many words stand in lines that are sentences."""
    return sum(len(text.split()) for text in texts if look_of(text).look is Look.PROSE)
