"""One record of a JSON file → one document: the fields by the names of its keys, its text by its length
where no key names one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from index.corpus.cleaning.name_looks import is_person
from index.corpus.column_heads import key_field
from index.corpus.document import Document, SourceRules
from index.corpus.fields import INNER, Field, Value, record_pairs, without_rivals
from index.corpus.formats.jsonvalues import Entry, elements, read_record, string_strand, text_strand
from index.corpus.formats.records import Cell, document_of
from index.corpus.formats.unnamed_texts import LEAST, is_much_longer, reads_as_text
from index.corpus.strand import Strand, Weaver
from index.corpus.walls import is_sold_elsewhere
from index.model.text import Span
from index.text.folding import fold

_TEXTS = (Field.TITLE, Field.TEXT, Field.DESCRIPTION)
_DEEPEST = 4
_SHORT = 20
"""The most characters of a string that is no text, whatever it says."""
_NEAR = 2000
"""Characters of a list of pictures in which the time of one stands."""
_PAGES = frozenset(("html", "rawhtml", "pagehtml", "sourcehtml", "fullhtml"))
"""Keys under which a scraper keeps the whole page beside the text that it took from it."""
_SERVICE = frozenset(
    [
        "channel_join",
        "channel_leave",
        "channel_topic",
        "channel_purpose",
        "channel_name",
        "group_join",
        "group_leave",
        "bot_add",
    ]
)
_POSTED = frozenset(("message", "user"))
_INVERTED = "abstract_inverted_index"
_OF_WIKI = "$:/"
"""With which the names of a TiddlyWiki's own pieces begin: « $:/StoryList »."""
_OF_META = {"title": "text", "creation_timestamp": "timestamp"}
"""What Instagram calls the text and the time of a post; Facebook names them so."""
_MESSAGES = ("message", "m.room.message")
_MOMENTS = ("ts", "origin_server_ts")
"""The times of messages of Slack and Matrix; in other records such a key is a tool's own."""


_CREATED = ("createdAt", "created_at")
_OF_POSTS = frozenset(
    (
        "reblogs_count",
        "favourites_count",
        "retweet_count",
        "full_text",
        "public_metrics",
        "in_reply_to_status_id",
        "repostCount",
    )
)
"""How often a post was passed on and the like (Bluesky, Mastodon, X): it was made when it appeared."""


class RecordRead(NamedTuple):
    """What became of one record."""

    document: Document | None
    service: bool = False
    """Whether it is a message such as « X joined the channel »."""
    taken: str = ""
    """The key without a known name whose text was taken."""
    of_wiki: bool = False
    """Whether it is a piece of a wiki's own program."""
    account: bool = False
    """Whether it is somebody's account at a service."""
    left: str = ""
    """A key without a known name whose text is much longer than the one that was taken."""


def read_one(
    raw: str,
    region: Span,
    entries: Sequence[Entry],
    rules: SourceRules,
    shared: tuple[tuple[Field, Value], ...],
) -> RecordRead:
    """The document of a record, if it has a title or a text."""
    record = {entry.name: entry.value for entry in entries}
    if "messages" in record or record.get("type") == "service" or record.get("subtype") in _SERVICE:
        return RecordRead(None, service=True)
    if str(record.get("title", "")).startswith(_OF_WIKI):
        return RecordRead(None, of_wiki=True)
    if (post := _post_of_meta(raw, entries)) is not None:
        entries = post
    profile = record.get("profile")
    if isinstance(profile, dict) and "text" not in record and "real_name" in {**record, **profile}:
        return RecordRead(None, account=True)
    inner = list(_inner_objects(raw, entries, rules, 0))
    pairs: list[tuple[Field, Value]] = []
    cells: list[Cell] = []
    for members in (entries, *inner):
        fields = _fields(members, rules)
        pairs += _pairs(members, fields, rules)
        cells += _cells(raw, members, fields)
    if not any(cell.field is Field.TEXT and cell.strand.text.strip() for cell in cells):
        # Only where nothing else is the text: beside one, « html » is the whole page.
        html = next((entry for entry in entries if fold(entry.name) in _PAGES), None)
        strand = text_strand(raw, html) if html is not None else None
        cells += [Cell(Field.TEXT, strand)] if strand is not None else []
    taken, left = _by_length(
        raw, [*entries, *(one for many in inner for one in many)], cells, rules
    )
    document = document_of(raw, region, cells=cells, pairs=[*pairs, *shared])
    return RecordRead(document, taken=taken, left=left)


def _post_of_meta(raw: str, entries: Sequence[Entry]) -> list[Entry] | None:
    """The members of a post of Instagram (`posts_1.json`), whose text stands beside its pictures or with the first of
    them; None for other records.
    """
    media = next(
        (one for one in entries if one.name == "media" and isinstance(one.value, list)), None
    )
    if media is None or "creation_timestamp" not in str(media.value)[:_NEAR]:
        return None
    within = [
        read_record(raw, part.start)[0]
        for part in elements(raw, media)
        if isinstance(part.value, dict)
    ]
    for members in (entries, *within):
        told = {one.name: one for one in members}
        if "title" in told and str(told["title"].value or "").strip():
            return [
                told[name]._replace(name=known) for name, known in _OF_META.items() if name in told
            ]
    return None


def _pairs(
    entries: Sequence[Entry], fields: dict[str, Field | None], rules: SourceRules
) -> list[tuple[Field, Value]]:
    record = {entry.name: entry.value for entry in entries}
    if record.get("type") in _MESSAGES:
        # The time of a message is when it was written.
        kept = [name for name in _MOMENTS if fields.get(name) is Field.KEPT]
        fields = fields | dict.fromkeys(kept, Field.PUBLISHED)
    if Field.TEXT in fields.values() and _is_post(record):
        kept = [name for name in _CREATED if fields.get(name) is Field.KEPT]
        fields = fields | dict.fromkeys(kept, Field.PUBLISHED)
    return record_pairs(record, rules=rules, named=fields.get)


def _is_post(record: Mapping[str, Value]) -> bool:
    """Whether a record with a text is what somebody posted on a network, by marks that no tool for keeping articles has."""
    kind, address = record.get("$type"), record.get("uri")
    return (
        (isinstance(kind, str) and kind.startswith("app.bsky."))
        or (isinstance(address, str) and address.startswith("at://"))
        or not _OF_POSTS.isdisjoint(record)
    )


def _fields(entries: Sequence[Entry], rules: SourceRules) -> dict[str, Field | None]:
    fields = {entry.name: key_field(entry.name, rules=rules) for entry in entries}
    if fields.keys() >= _POSTED and Field.TEXT not in fields.values():
        # What somebody wrote in a room of a team (Mattermost, Rocket.Chat).
        fields |= {"message": Field.TEXT, "user": Field.AUTHOR}
    if "username" in fields and fields.get("name") is Field.TITLE:
        filled = {entry.name: str(entry.value).strip() for entry in entries if entry.value}
        name = filled.get("name", "")
        other = any(fields[one] is Field.TITLE for one in filled if one != "name")
        if other or " " not in name or is_person(name):
            fields["name"] = Field.AUTHOR  # whoever posts on a forum has an account and a name
    return without_rivals(fields, rules) if rules.fields else fields


def _cells(raw: str, entries: Sequence[Entry], fields: dict[str, Field | None]) -> Iterator[Cell]:
    for entry in entries:
        field = fields[entry.name]
        if entry.name == _INVERTED and isinstance(entry.value, dict):
            yield Cell(Field.DESCRIPTION, _righted(entry))
        if field in _TEXTS:
            if field is Field.TITLE and isinstance(entry.value, list) and len(entry.value) > 1:
                entry = elements(raw, entry)[0]  # a title in several languages
            strand = text_strand(raw, entry)
            if strand is not None and not is_sold_elsewhere(strand.text):
                yield Cell(field, strand)


def _righted(entry: Entry) -> Strand:
    """An abstract that is kept as a list of its words with their places (OpenAlex), in its order."""
    words = [
        (place, word)
        for word, places in (entry.value.items() if isinstance(entry.value, dict) else ())
        for place in (places if isinstance(places, list) else ())
        if isinstance(place, int)
    ]
    weaver = Weaver()
    weaver.put(" ".join(word for _, word in sorted(words)), entry.start, entry.end)
    return weaver.strand()


def _inner_objects(
    raw: str, entries: Sequence[Entry], rules: SourceRules, depth: int
) -> Iterator[list[Entry]]:
    """The members of the objects inside a record that hold its fields: « _source », « object », « post »."""
    objects = [entry for entry in entries if isinstance(entry.value, dict)]
    if depth >= _DEEPEST or not objects:
        return
    whole = any(
        key_field(entry.name, rules=rules) is Field.TEXT
        and not isinstance(entry.value, dict)
        and entry.value
        for entry in entries
    )
    for entry in objects:
        if fold(entry.name) in INNER or (not whole and _holds_fields(entry, rules, depth)):
            members, _ = read_record(raw, entry.start)
            yield members
            yield from _inner_objects(raw, members, rules, depth + 1)


def _holds_fields(entry: Entry, rules: SourceRules, depth: int) -> bool:
    """Whether an object is a record with its own text; one with the name of a field must have a title too."""
    return isinstance(entry.value, dict) and _text_inside(
        entry.value, rules, depth, titled=key_field(entry.name, rules=rules) is not None
    )


def _text_inside(value: dict[str, Value], rules: SourceRules, depth: int, *, titled: bool) -> bool:
    fields = {key_field(name, rules=rules) for name, inner in value.items() if inner}
    if (Field.TEXT in fields or value.keys() >= _POSTED) and (not titled or Field.TITLE in fields):
        return True
    return depth < _DEEPEST and any(
        isinstance(inner, dict) and _text_inside(inner, rules, depth + 1, titled=titled)
        for name, inner in value.items()
        if key_field(name, rules=rules) is None
    )


def _by_length(
    raw: str, entries: Sequence[Entry], cells: list[Cell], rules: SourceRules
) -> tuple[str, str]:
    """The key whose text was taken because no other is one, and one whose longer text was left.

    Adds the text to the cells.
    """
    known = max((len(cell.strand.text) for cell in cells if cell.field is Field.TEXT), default=0)
    summary = max(
        (len(cell.strand.text) for cell in cells if cell.field is Field.DESCRIPTION), default=0
    )
    walked: list[Entry] = []
    for entry in entries:
        held = isinstance(entry.value, dict) and text_strand(raw, entry) is None
        field = key_field(entry.name, rules=rules)
        if (field is None or (field is Field.TEXT and held)) and fold(entry.name) not in INNER:
            walked.append(entry)
    whole = sum(entry.end - entry.start for entry in walked)
    if whole < LEAST or (known and not is_much_longer(whole, known)):
        return "", ""
    paths: dict[str, list[Entry]] = {}
    for entry in walked:
        _walk(raw, entry, entry.name, paths, 0)
    titles = {cell.strand.text for cell in cells if cell.field is Field.TITLE}
    lengths = {
        path: sum(one.end - one.start for one in many if one.value not in titles)
        for path, many in paths.items()
    }
    path = max(lengths, key=lambda one: lengths[one], default="")
    if not path or lengths[path] < LEAST:
        return "", ""
    if known:
        page = fold(path) in _PAGES
        return "", path if is_much_longer(lengths[path], known) and not page else ""
    if summary and not is_much_longer(lengths[path], summary):
        return "", ""
    cells.append(Cell(Field.TEXT, _joined(raw, paths[path])))
    return path, ""


def _walk(raw: str, entry: Entry, path: str, paths: dict[str, list[Entry]], depth: int) -> None:
    """Gathers the texts below a value by the path of their keys."""
    if isinstance(entry.value, str):
        if not _is_short(entry.value) and reads_as_text(entry.value):
            paths.setdefault(path, []).append(entry)
    elif depth >= _DEEPEST:
        return
    elif isinstance(entry.value, list):
        if all(_is_short(one) for one in entry.value):
            return  # places are read only where there may be a text
        if any(isinstance(one, str | dict) for one in entry.value):
            for part in elements(raw, entry):
                _walk(raw, part, f"{path}[]", paths, depth + 1)
    elif isinstance(entry.value, dict):
        members, _ = read_record(raw, entry.start)
        for member in members:
            if key_field(member.name) in (None, Field.TEXT):
                again = path == f"{member.name}[]"  # lines of an outline below one of its lines
                inner = member.name if again else f"{path}.{member.name}"
                _walk(raw, member, inner, paths, depth + 1 - 2 * again)


def _is_short(value: Value) -> bool:
    """Whether a value is a string that is too short for a text, such as a name in a list of them."""
    return isinstance(value, str) and len(value) <= _SHORT


def _joined(raw: str, entries: Sequence[Entry]) -> Strand:
    weaver = Weaver()
    for entry in entries:
        if weaver.length:
            weaver.put("\n\n", entry.start, entry.start)
        weaver.add(string_strand(raw, entry.start, entry.end))
    return weaver.strand()
