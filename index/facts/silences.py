"""Who says nothing in one account and speaks in another: « la préfecture n'a pas souhaité réagir » and « …, a répondu
le préfet ».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from index.facts.claims_in_context import Told
from index.facts.givers import roles, words_of
from index.facts.groups import ONE_HOLDER
from index.model.article import Article, EntityId, Kind, Quote
from index.model.claims import Claim, ClaimKind, ClaimManner
from index.model.text import Span
from index.text.folding import fold

SILENT = "silent"
_S = r"[^\S\t-\r]"
_SUBJECT = re.compile(
    rf"(?P<who>(?:l[ea]s?{_S}|l['’]|s(?:on|a){_S}|leur{_S}|m\.{_S}|mme{_S})?[^,;:.«»()\n]{{2,60}}?)(?:,[^,;:.]{{2,60}},)?"
    rf"{_S}(?:n['’](?:a|ont|avai(?:en)?t|est|étai(?:en)?t)|ne|se|a|ont|avait|reste|restait|garde|est|était|demeure|s['’])(?!\w)[^,;:.]{{0,24}}$",
    re.IGNORECASE,
)
_LED = re.compile(
    rf"(?:[^,;:.]*\b(?:contacté|sollicité|joint|interrogé|questionné|interpellé)[^,]*,{_S}*)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    rf"{_S}(?:à{_S}(?:la|l['’])|au|aux){_S}?(?!questions?|sollicitations?|demandes?|appels?|journalistes?|AFP|agence|presse|Gazette)",
    re.IGNORECASE,
)
"""« n'a pas répondu à la canicule par un plan » is no silence."""
_LONGEST = 90
"""The characters of a passage that shows who speaks."""


class Silence(NamedTuple):
    """Who is silent in one account, with the places where others let them speak."""

    who: str
    side: int
    silent: Claim
    speaking: tuple[tuple[int, Claim], ...]


class _Who(NamedTuple):
    person: EntityId | None
    words: frozenset[str]
    """The words that tell no office: « chimor » of « la direction de Chimor »."""
    offices: frozenset[str]
    """The offices of which an event has one."""


def silences(
    wholes: Sequence[Article], told: Sequence[Told], *, name_of: Callable[[EntityId], str]
) -> Iterator[Silence]:
    """The silences of accounts that another account does not tell, each person or body once.

    One is the same as the speaker by name, by all words of a body (« la chambre d'agriculture », « le président
    de la chambre d'agriculture »), or by an office of which an event has one (`groups.yaml`).
    """
    speaking: list[list[tuple[_Who, Claim]]] | None = None
    seen: set[str] = set()
    for each in told:
        claim = each.claim
        if claim.kind is not ClaimKind.STANCE or claim.value != SILENT:
            continue
        if claim.manner in (ClaimManner.DENIED, ClaimManner.ASKED):
            continue
        found = _subject(wholes[each.side], each, name_of)
        text = wholes[each.side].text
        if found is None or (
            "répondu" in claim.span.of(text) and _OF_ANOTHER.match(text, claim.end)
        ):
            continue
        name, who = found
        if speaking is None:
            speaking = [list(_speaking(whole, name_of)) for whole in wholes]
        if name in seen or any(_same(who, other) for other, _ in speaking[each.side]):
            continue
        others = []
        for side, own in enumerate(speaking):
            first = next((said for other, said in own if _same(who, other)), None)
            if side != each.side and first is not None:
                others.append((side, first))
        if others:
            seen.add(name)
            yield Silence(name, each.side, claim, tuple(others))


def _subject(
    whole: Article, told: Told, name_of: Callable[[EntityId], str]
) -> tuple[str, _Who] | None:
    """Who is silent: the person named before the verb, else the words before it."""
    start, end = told.statement.span.start, told.claim.start
    led = _LED.match(whole.text, start, end)
    persons = [m for m in told.statement.mentions if m.kind is Kind.PERSON and m.end <= end]
    if persons:
        entity = persons[-1].entity
        name = name_of(entity)
        return name, _who(entity, words_of(name))
    match = _SUBJECT.search(whole.text, led.end() if led else start, end)
    if match is None:
        return None
    name = " ".join(match["who"].split())
    name = name if re.match(r"[A-ZÀ-Þ]{2}", name) else name[:1].lower() + name[1:]
    words = words_of(name)
    meant = words and fold(name) not in _PRONOUNS
    return (name, _who(None, words)) if meant else None


_PRONOUNS = frozenset(
    [
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "je",
        "nous",
        "celui",
        "celle",
        "ceux",
        "celles",
        "lui",
        "qui",
        "ce",
        "cela",
    ]
)
"""Words that name nobody: « elle » of one account is not « elle » of another."""


def _speaking(whole: Article, name_of: Callable[[EntityId], str]) -> Iterator[tuple[_Who, Claim]]:
    """Who is quoted by an account, in its order, with the words that show it."""
    found = whole.annotations
    persons = {m.entity for m in found.mentions if m.kind is Kind.PERSON}
    for each in found.quotes:
        if each.speaker is None and not each.speaker_text:
            continue
        name = name_of(each.speaker) if each.speaker else ""
        words = words_of(f"{name} {each.speaker_text or ''} {_owner(each, whole)}")
        yield (
            _who(each.speaker if each.speaker in persons else None, words),
            _shown(each, whole.text),
        )


def _who(person: EntityId | None, words: frozenset[str]) -> _Who:
    told = {word: roles(frozenset((word,))) for word in words}
    names = frozenset(word for word, meant in told.items() if not meant)
    return _Who(person, names, roles(words) & ONE_HOLDER)


def _owner(quote: Quote, whole: Article) -> str:
    """The body of « son directeur »: the last one named before, not far."""
    if not _OWNED.match(quote.speaker_text or ""):
        return ""
    bodies = [
        m for m in whole.annotations.mentions
        if m.kind is Kind.ORGANISATION and quote.start - _NOT_FAR < m.start < quote.start
    ]  # fmt: skip
    return whole.text[bodies[-1].start : bodies[-1].end] if bodies else ""


_OWNED = re.compile(rf"s(?:on|a){_S}", re.IGNORECASE)
_NOT_FAR = 200
"""The characters before a quotation in which the body stands that « son » points to."""


def _shown(said: Quote, text: str) -> Claim:
    """The words of who speaks with the verb beside them, and the beginning of what is said."""
    speaker = said.speaker_span
    start, end = (said.start, said.end) if speaker is None else speaker
    if speaker is not None and said.verb:
        low, high = max(0, start - _LONGEST), end + _LONGEST
        places = [
            match.span() for match in re.finditer(re.escape(said.verb), text[low:high])
        ]  # fmt: skip
        near = min(places, key=lambda at: abs(low + at[0] - start), default=None)
        if near is not None:
            start, end = min(start, low + near[0]), max(end, low + near[1])
    end = min(end, start + 2 * _LONGEST)
    span = Span(start, end)
    return Claim(
        ClaimKind.STANCE, "stance", start, end, "speaks", span,
        manner=ClaimManner.ATTRIBUTED, speaker=speaker,
    )  # fmt: skip


def _same(one: _Who, other: _Who) -> bool:
    if one.person is not None:
        return one.person == other.person
    if one.words:
        # Where both name whose office it is, they have to be one: « le procureur de Rouen », « … d'Évreux ».
        named = one.words <= other.words or (not other.words and bool(one.offices & other.offices))
        return named or bool(one.offices & other.offices and one.words & other.words)
    return bool(one.offices & other.offices)
