"""The offices and roles of persons, as an article states them beside their names."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from index.entities.office_words import (
    clause_in,
    inner_office,
    inner_pattern,
    is_cut,
    is_named_after,
    is_of_kin,
    office_words,
    stands_apart,
)
from index.french.function_words import FUNCTION_WORDS
from index.model.article import Kind
from index.model.text import Span
from index.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model.article import EntityId, Mention

_OFFICES = (
    "ministre président présidente directeur directrice chef cheffe secrétaire porte-parole général"
    " colonel amiral commandant commandante inspecteur inspectrice patron patronne député députée"
    " sénateur sénatrice maire roi reine prince princesse ambassadeur ambassadrice conseiller"
    " conseillère gouverneur gouverneure préfet préfète procureur procureure juge avocat avocate"
    " responsable fondateur fondatrice dirigeant dirigeante leader candidat candidate professeur"
    " professeure entraîneur sélectionneur capitaine chancelier chancelière"
    " vice-président vice-présidente commissaire délégué déléguée représentant représentante"
    " coprésident coprésidente pdg dg gérant économiste chercheur chercheuse épidémiologiste"
    " infectiologue médecin chirurgien écrivain écrivaine auteur auteure acteur actrice chanteur"
    " chanteuse réalisateur réalisatrice journaliste homologue héritier héritière envoyé envoyée"
    " coordinateur coordinatrice trésorier trésorière adjoint adjointe administrateur"
    " administratrice éleveur éleveuse agriculteur agricultrice berger bergère pêcheur guide pilote"
    " prévisionniste conservateur conservatrice historien historienne analyste expert experte spécialiste militant militante opposant opposante"
).split()
_NUMBERED = r"numéro[ \u00a0](?=(?:une?|deux|trois|quatre|\d)\b)"
_OFFICE = rf"(?:{_NUMBERED}|(?:(?:ex|vice|sous|co)-?|premier[ \u00a0]|première[ \u00a0])?(?:{'|'.join(sorted(_OFFICES, key=len, reverse=True))}))"
OFFICE_WORDS = frozenset((*(office.partition("-")[0] for office in _OFFICES), "numéro"))
"""The first words of offices, in the singular."""
_WORD = re.compile(r"[^\W\d_]+")
_PREFIXES = ("ex", "co", "vice", "sous")
_BOUNDS = '\n,;:.!?()«»“”"'
_INSIDE = rf"[^{_BOUNDS}]"
_BEFORE = re.compile(
    rf"(?:\b(?:le|la|les|l['’]|un|une|du|au|des|de|son|sa|par|celle|celui|ancien|ancienne|nouveau|nouvelle|[Ll]['’]ex-|ex-)[ \u00a0]?)?"
    rf"\b(?P<office>(?:ancien(?:ne)?[ \u00a0]|futur(?:e)?[ \u00a0]|nouveau[ \u00a0]|nouvelle[ \u00a0])?{_OFFICE}\b{_INSIDE}{{0,110}}?)[ \u00a0]?,?[ \u00a0]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[ \u00a0]*(?:,[ \u00a0](?:(?:le|la|l['’]|un|une|désormais|alors|également|aussi)[ \u00a0]?){{0,2}}|\()(?P<office>(?:ancien(?:ne)?[ \u00a0]|futur(?:e)?[ \u00a0]|nouveau[ \u00a0]|nouvelle[ \u00a0])?{_OFFICE}\b{_INSIDE}{{0,110}})(?=[,;:.!?)\n]|$)",
    re.IGNORECASE,
)
_PROFESSION = re.compile(
    r"[ \u00a0]*,[ \u00a0](?P<office>(?:(?:ancien(?:ne)?|alors|désormais)[ \u00a0]|ex-)?"
    r"[^\W\d_-]{3,}(?:eure?|euse|rice|iste|logue|ien|ienne|ier|ière|aire|graphe)s?"
    r"[ \u00a0](?:de[ \u00a0]|du[ \u00a0]|des[ \u00a0]|d['’]|au[ \u00a0]|aux[ \u00a0]|à[ \u00a0]|en[ \u00a0]|chez[ \u00a0])"
    rf"{_INSIDE}{{1,110}})(?=[,;:.!?)\n]|$)"
)
"""A profession after a name, known by its ending and the words after it: « Nom, hydrologue au
service … ».
"""
_REACH = 170
"""The characters before a name within which its office may begin."""
_SMALL = frozenset(
    ("ex", "ancien", "ancienne", "actuel", "actuelle", "nouveau", "nouvelle", "son", "sa")
)


_OF_ANOTHER = re.compile(
    r"[ \u00a0](?:d['’]|(?:de|du|des|auprès[ \u00a0]d[eu]|à|aux?|avec|chez|contre|devant|envers|par|pour|sur|vers)[ \u00a0]*)$",
    re.IGNORECASE,
)
"""« chef de cabinet d'Emmanuel Macron », « la ministre répond à Hugo Brun »: somebody else is."""


_INNER = inner_pattern(_OFFICE)
_ANOTHER = re.compile(
    r"[ \u00a0](?:et|ou)[ \u00a0](?=(?:d[eu][ \u00a0](?:la[ \u00a0]|l['’])?|l['’]|(?:le|la|son|sa)[ \u00a0])(?:ancien(?:ne)?[ \u00a0])?"
    rf"{_OFFICE}\b)"
    r"|[ \u00a0]et[ \u00a0](?=(?:l['’]|(?:le|la)[ \u00a0]))"
)
_ARTICLES = frozenset(("le", "la", "l'", "l’"))
_FAMILY = "person:famille-"
_WITH_DE = re.compile(r"[ \u00a0](?:d['’]|(?:de|du|des|à|au|aux|en|chargée?)\b)")
_AND = re.compile(
    r"[ \u00a0](?:et|ou|ni|comme|puis|mais|que)(?:[ \u00a0](?:de|d['’]|à|avec|pour))?[ \u00a0]?$"
)
_NEXT = re.compile(
    r"[ \u00a0](?:(?:et|ou|puis|mais)[ \u00a0](?:(?:l['’]|(?:le|la|une?|son|sa)[ \u00a0])(?:ancien(?:ne)?[ \u00a0]|ex-)?"
    rf"(?:ensemble\b|{_OFFICE}\b)|ses\b)|où\b|lors[ \u00a0]d)",
    re.IGNORECASE,
)
"""Where an office behind a name ends and something else goes on."""
_MANY = re.compile(r"(?:[^\W\d_]+[ \u00a0-]en[ \u00a0])$")


class _Beside(NamedTuple):
    """The persons named before and after a name in its line."""

    before: Mention | None
    after: Sequence[tuple[int, Mention]]
    """Those behind the name, with their numbers; the name itself stands first."""
    led: bool = False
    """Whether an office stood in front of the one before: « le préfet A, la maire, B »."""


def _stated_before(text: str, name: Mention, first: int, last: int, beside: _Beside) -> Span | None:
    """The office in front of a name."""
    first = max(first, name.start - _REACH, beside.before.end if beside.before else 0)
    near = text[first : name.start]
    # An office contains no sign that ends a phrase, except a comma before the name.
    cut = max(map(near.rstrip(", \u00a0").rfind, _BOUNDS)) + 1
    found = _nearest(text[first + cut : name.start])
    if found is None or is_cut(found.office) or _OF_ANOTHER.search(found.office):
        return None
    start = first + cut + found.start
    ahead = text[first + cut : start]
    if _is_verb(found) or _is_anothers(found, ahead, text, name, last):
        return None
    inner = None if found.apposed else inner_office(found.office, _INNER)
    if inner is None:
        if _is_of_earlier(text, start, found, beside):
            return None
    elif _WITH_DE.search(inner["rest"]):
        return None  # « l'avocat de la maire de X B » may be either
    else:
        start += inner.start("inner")
    return _trimmed(text, start, first + cut + found.start + len(found.office))


class _Found(NamedTuple):
    """An office in the words in front of a name."""

    office: str
    start: int
    """Where it begins in these words."""
    article: str
    """The article or preposition in front of it."""
    apposed: bool
    """Whether a comma stands between it and the name."""


def _nearest(near: str) -> _Found | None:
    """The office at the end of some words, behind the last clause in them."""
    if not _holds_office(near):
        return None
    skipped = 0
    while match := _BEFORE.search(near, skipped):
        office = match["office"]
        ends = max(clause_in(office), _coordinated(office))
        if not ends:
            start, end = match.span("office")
            article = near[match.start() : start]
            if skipped and not article:
                return None  # « qui représente le parquet général, X »
            return _Found(office, start, article, "," in near[end:])
        # « le préfet reçoit le maire X »: behind the clause another office may begin.
        skipped = match.start("office") + ends
    return None


def _is_verb(found: _Found) -> bool:
    """Whether the word of an office is a verb: « “…”, juge X », « il juge X »."""
    first = found.office.partition(" ")[0].lower()
    return not found.article and first in office_words().verb_too


def _is_anothers(found: _Found, ahead: str, text: str, name: Mention, last: int) -> bool:
    """Whether an office in front of a name is that of somebody else: « le gouvernement X », « la femme du
    préfet, X », « face au maire, X part ».
    """
    if found.apposed:
        return is_of_kin(ahead) or stands_apart(ahead, text, name.end, last)
    return " " not in text[name.start : name.end] and is_named_after(found.office)


def _is_of_earlier(text: str, start: int, found: _Found, beside: _Beside) -> bool:
    """Whether an office is that of the person right before it: « A, ancien maire de X, B »."""
    if beside.before is None:
        return False
    between = text[beside.before.end : start - len(found.article)]
    apart = not found.article or (found.apposed and not beside.led)
    return apart and between.strip(" \u00a0") in (",", "(")


def _coordinated(office: str) -> int:
    """Where the last « et le », « et du » before another office ends: « chef de l'État et du Premier
    ministre »; 0 without one.
    """
    return max((match.end() for match in _ANOTHER.finditer(office)), default=0)


def _stated_behind(text: str, name: Mention, last: int, beside: _Beside) -> Span | None:
    """The office behind a name."""
    found = _AFTER.match(text, name.end, last) or _PROFESSION.match(text, name.end, last)
    if found is None:
        return None
    start, end = found.span("office")
    following = next((m for _, m in beside.after if m.start >= name.end), None)
    if following is not None:
        article = text[name.end : start].strip(" \u00a0,(").lower() in _ARTICLES
        if start < following.start < end:
            end = _end_before(text, Span(start, end), following, article=article)
        elif following.start == start or (
            # « le préfet A, la maire, B »: it is that of B.
            (beside.led and article and text[end : following.start].strip() == ",")
            and not _AFTER.match(text, following.end, last)
        ):
            return None
    if (cut := _NEXT.search(text, start, end)) is not None:
        end = cut.start()
    return None if start == end or clause_in(text[start:end]) else _trimmed(text, start, end)


def _end_before(text: str, office: Span, following: Mention, *, article: bool) -> int:
    """Where an office ends in which another name stands; its start if it is that of the other one."""
    ahead = text[office.start : following.start]
    if listed := _AND.search(ahead):
        return office.start + listed.start()
    if article and not _NEXT.search(ahead) and not _holds_name(ahead, following):
        return office.start  # « A, la maire de X B »: it is that of B.
    return office.end


def _holds_name(ahead: str, following: Mention) -> bool:
    """Whether an office goes on with somebody's name: « avocat de », « premier adjoint de la maire »."""
    return (
        following.entity.startswith(_FAMILY)
        or is_named_after(ahead.rstrip())
        or _OF_ANOTHER.search(ahead) is not None
        or inner_office(ahead.rstrip(), _INNER) is not None
    )


def _holds_office(text: str) -> bool:
    """Whether the text has a word for an office; asked first, since `_BEFORE` costs ten times as
    much.
    """
    words = _WORD.findall(text.lower())
    return not OFFICE_WORDS.isdisjoint(words) or any(
        word.removeprefix(prefix) in OFFICE_WORDS
        for word in words
        if word.startswith(_PREFIXES)
        for prefix in _PREFIXES
    )


class Office(NamedTuple):
    """An office stated for the person of a mention; it stands at `[start, end)` of the text."""

    mention: int
    """The number of the mention among those of the text."""
    start: int
    end: int


def offices_of(text: str, mentions: Sequence[Mention]) -> tuple[Office, ...]:
    """The offices of the persons of a text, once for each person and wording."""
    found: list[Office] = []
    told: set[tuple[EntityId, str]] = set()
    persons = [pair for pair in enumerate(mentions) if pair[1].kind is Kind.PERSON]
    before: Mention | None = None
    led = False
    first, last = 0, -1
    for at, (number, mention) in enumerate(persons):
        if mention.start > last:
            # Another line begins.
            before, led = None, False
            first, last = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
            last = len(text) if last < 0 else last
        earlier, before = before, mention
        if mention.entity.startswith(_FAMILY):
            led = False
            continue
        after = persons[at : at + 3]
        ahead = _stated_before(text, mention, first, last, _Beside(earlier, after, led))
        led = ahead is not None
        behind = _stated_behind(text, mention, last, _Beside(earlier, after, led))
        for span in (ahead, behind):
            if span is None:
                continue
            wording = (mention.entity, text[span.start : span.end].casefold())
            if wording not in told:
                told.add(wording)
                found.append(Office(number, span.start, span.end))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def office_key(office: str) -> frozenset[str]:
    """The folded words that distinguish an office from others, whether it is held now or was
    before.
    """
    return frozenset(
        token.folded
        for token in tokenize(office)
        if not token.elided and token.exact not in FUNCTION_WORDS and token.folded not in _SMALL
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " \u00a0,":
        end -= 1
    behind_en = text[max(0, start - 3) : max(0, start - 1)] == "en"
    if (
        behind_en
        and text[start : start + 4].lower() == "chef"
        and (whole := _MANY.search(text, 0, start))
    ):
        # « rédacteur en chef »
        start = whole.start()
    # « l'ex-ministre »: the word that makes it a former office belongs to the office.
    former = re.search(r"(?:ex-|ancien(?:ne)? )$", text[max(0, start - 9) : start], re.IGNORECASE)
    return Span(start - len(former.group()) if former else start, end)
