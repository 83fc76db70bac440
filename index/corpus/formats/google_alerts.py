"""Google's alerts as mails: an article for each result, with its title, outlet, first words and address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from index.corpus.bundles.parts import Part, Row, documents_of, rows_of
from index.corpus.cleaning.titled_outlets import end_before_outlet
from index.corpus.document import Document, Found
from index.corpus.fields import Field, Value
from index.corpus.formats.exports import export_document, region_of
from index.corpus.formats.within import moved
from index.corpus.markup import Block
from index.corpus.strand import cut, identity
from index.model.text import Span

_SUBJECT = re.compile(r"(?:Alertes? Google|Google Alerts?)\b")
_SENDER = re.compile(r"googlealerts|google alert", re.IGNORECASE)
_POINTED = re.compile(r"https?://[\w.]*google\.[a-z.]{2,6}/url\?\S*?[?&](?:url|q)=(?P<url>https?[^&\s>]+)")  # fmt: skip
_BUTTON = re.compile(
    r"(?:facebook|twitter|x|signaler\b.*|flag as\b.*|partager|share|en savoir plus|texte intégral)(?:\s*:)?",
    re.IGNORECASE,
)
_HEADING = re.compile(r"===.*===|<?https?://\S+>?|[-\s]+")
_OUTLET_WORDS = 7
_TITLE_WORDS = 3


def is_alert(subject: str, sender: str) -> bool:
    """Whether a mail is such an alert, by its subject and the name of its sender."""
    return _SUBJECT.match(subject) is not None or _SENDER.search(sender) is not None


def of_page(letter: str, blocks: Sequence[Block], raw: str, begin: int) -> list[Found]:
    """The results of an alert in HTML, which begins at `begin` of a text."""
    heads = [at for at, block in enumerate(blocks) if _address(block) and _is_title(block.text)]
    found: list[Found] = []
    if not heads:
        return found
    for at, stop in zip(heads, [*heads[1:], len(blocks)], strict=True):
        below = list(_of_result(blocks[at + 1 : stop]))
        named, body = _parted([block.text for block in below])
        title = blocks[at]
        title = title._replace(strand=cut(title.strand, Span(0, _end(title.text, named))))
        pairs: list[tuple[Field, Value]] = [(Field.URL, _address(blocks[at]))]
        pairs += [(Field.SOURCE, named)] if named else []
        texts = below[body:]
        region = region_of([title, *texts])
        one = export_document(letter, region, title=[title], body=texts, pairs=pairs)
        found.append(moved(one, raw, begin) if isinstance(one, Document) else one)
    return found


def of_text(raw: str, region: Span) -> list[Found]:
    """The results of an alert in plain text, each above its address."""
    text = raw[region.start : region.end]
    parts: list[Part] = []
    above: list[Row] = []
    for row in rows_of(text):
        pointed = _POINTED.search(row.text)
        if pointed is not None and above:
            parts.append(_part(above, pointed["url"]))
        if _HEADING.fullmatch(row.text) or _BUTTON.fullmatch(row.text):
            above = []
        else:
            above.append(row)
    return list(documents_of(raw, identity(text, region.start), parts))


def _part(rows: Sequence[Row], url: str) -> Part:
    title, *below = rows
    named, body = _parted([row.text for row in below])
    part = Part(Span(title.start, rows[-1].end), None)
    part.title = [Span(title.start, title.start + _end(title.text, named))]
    part.pairs = [(Field.URL, unquote(url))]
    if named:
        part.pairs.append((Field.SOURCE, named))
    if below[body:]:
        part.body = Span(below[body].start, below[-1].end)
    return part


def _of_result(blocks: Sequence[Block]) -> Iterator[Block]:
    """What stands below the title of a result, up to its buttons."""
    for block in blocks:
        if _BUTTON.fullmatch(block.text.strip()):
            return
        yield block


def _parted(texts: Sequence[str]) -> tuple[str, int]:
    """The outlet above the first words of a result, and the number of the text with which these begin."""
    if len(texts) > 1 and len(texts[0].split()) <= _OUTLET_WORDS and texts[0][-1] not in ".!?…":
        return texts[0].strip(), 1
    return "", 0


def _end(title: str, outlet: str) -> int:
    return end_before_outlet(title, outlet) if outlet else len(title)


def _is_title(text: str) -> bool:
    return len(text.split()) >= _TITLE_WORDS and not _BUTTON.fullmatch(text.strip())


def _address(block: Block) -> str:
    """The address to which a result leads, in the link around its title."""
    for element in block.path:
        if element.tag != "a":
            continue
        address = element.get("href")
        # A mail that was sent on may have each address within that of a guard.
        match = _POINTED.match(address) or _POINTED.search(unquote(address))
        if match is not None:
            return unquote(match["url"])
    return ""
