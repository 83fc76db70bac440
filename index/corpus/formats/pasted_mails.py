"""Several mails pasted into one text, each of which sends an article on: the head of each mail is a border."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from index.corpus.bundles.parts import Row, rows_of
from index.corpus.cleaning.forwarded_mails import Head, announces_mail, heads_in, subject_of
from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.document import Document, Found, Lost
from index.corpus.formats.mail_articles import article_in
from index.corpus.formats.quoted import unquoted
from index.corpus.strand import Strand, cut, pieces_in
from index.model.article import Loss
from index.model.text import Span
from index.text.signs import holds

_SUBJECTS = ("bjet", "ubject", "ujet", "etreff", "sunto", "nderwerp", "ggetto")
_SAID = ("crit", "wrote", "escribio", "escribió", "scritto", "escreveu")
_SAID_BEFORE = ("schr", "Schr", "SCHR")
"""What stands before a colon of the head of a mail: a label, or who wrote it, with more words behind it in German and
Dutch."""
_LABEL = 20
"""The most characters of the name of a field."""
_ANNOUNCED = 300
"""The characters before a colon in which German and Dutch say that somebody wrote."""
_COLON = re.compile(":")
_SIGNS = re.compile(r"(?:>[ \t]?)+")
_FEWEST = 2
_NAMED = 60
"""The most characters by which a mail is named, and of the second line of who wrote it."""
_LETTER = 60
"""The fewest words of the sentences of a mail that is an article though it has no title."""
SAID = "What mails say beside the articles that they send on is no article."


def documents(raw: str, strand: Strand) -> Iterator[Found] | None:
    """The articles of a text that holds several forwarded mails; None for any other text."""
    text = strand.text
    colons = (colon for colon in _COLON.finditer(text) if _ends_head(text, colon.start()))
    if len(list(islice(colons, _FEWEST))) < _FEWEST:
        return None
    rows = [row for row in rows_of(text) if _unsigned(row.text)]
    starts = _starts(rows)
    if len(starts) < _FEWEST:
        return None
    borders = [0, *(rows[at].start for at in starts), len(text)]
    found = [
        _found(raw, cut(strand, Span(a, b)))
        for a, b in pairwise(sorted(set(borders)))
        if text[a:b].strip()
    ]
    if sum(isinstance(one, Document) for one in found) < _FEWEST:
        return None
    return _told(found)


def _unsigned(line: str) -> str:
    """A line without the signs of quotation before it."""
    signs = _SIGNS.match(line)
    return line[signs.end() :] if signs is not None else line


def _ends_head(text: str, colon: int) -> bool:
    """Whether a colon may stand behind the subject of a mail, or behind « Jeanne Martin a écrit »."""
    before = text[max(0, colon - _LABEL) : colon].lower()
    return (
        holds(before, _SUBJECTS)
        or before.rstrip().endswith(_SAID)
        or holds(text[max(0, colon - _ANNOUNCED) : colon], _SAID_BEFORE)
    )


def _starts(rows: Sequence[Row]) -> list[int]:
    """The rows at which the head of a mail begins, without those that follow another one at once."""
    texts = [_unsigned(row.text) for row in rows]
    starts: list[int] = []
    end = 0
    for head in sorted((*heads_in(texts), *_wrapped(texts))):
        alone = head.end - head.start <= 2 and subject_of(texts[head.start : head.end]) is None
        if alone and not _is_sure(rows, head.start, head.end):
            continue
        if head.start > end or not starts:
            starts.append(head.start)
        end = max(end, head.end)
    return starts


def _wrapped(texts: Sequence[str]) -> Iterator[Head]:
    """The announcements that a mail program broke into two lines."""
    for at, (line, after) in enumerate(pairwise(texts)):
        ends = after[-1:] == ":" and len(after) < _NAMED and not announces_mail(after)
        if ends and announces_mail(f"{line} {after}"):
            yield Head(at, at + 2)


def _is_sure(rows: Sequence[Row], start: int, end: int) -> bool:
    """Whether « Le 18 janvier à 08:15, Jeanne Martin a écrit : » announces a mail, and no sentence of an article."""
    quoted = end < len(rows) and rows[end].text.startswith(">")
    return quoted or any("@" in row.text for row in rows[start:end])


def _found(raw: str, strand: Strand) -> Found:
    """The article of one mail, or what is told of a mail that has none."""
    own = unquoted(strand)
    texts = [row.text for row in rows_of(own.text)]
    spans = pieces_in(strand.pieces, Span(0, len(strand.text)))
    region = Span(spans[0].raw_start, spans[-1].raw_end)
    whole = Document(raw=raw, region=region, content=own.text, pieces=own.pieces)
    heads = heads_in(texts)
    subject = subject_of(texts[heads[-1].start : heads[-1].end]) if heads else None
    pasted = article_in(whole, subject or "", by_outlet=False)
    if pasted is not None:
        return pasted.document
    if _words(texts[heads[-1].end if heads else 0 :]) >= _LETTER:
        return whole
    return Lost(Loss.REMARK, SAID, subject or texts[0][:_NAMED], spans=(region,))


def _words(texts: Sequence[str]) -> int:
    """How many words stand in lines that are sentences."""
    return sum(len(text.split()) for text in texts if look_of(text).look is Look.PROSE)


def _told(found: Sequence[Found]) -> Iterator[Found]:
    """The articles, and below them one remark for all that the mails say beside them."""
    yield from (one for one in found if isinstance(one, Document))
    said = [one for one in found if not isinstance(one, Document)]
    if said:
        spans = tuple(span for one in said for span in one.spans)
        yield Lost(Loss.REMARK, SAID, said[0].what, len(said), spans)
