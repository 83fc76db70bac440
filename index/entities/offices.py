"""The offices and roles of persons, as an article states them beside their names."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from typing import TYPE_CHECKING, NamedTuple

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
    " professeure entraîneur sélectionneur capitaine numéro chancelier chancelière"
    " vice-président vice-présidente commissaire délégué déléguée représentant représentante"
    " coprésident coprésidente pdg dg gérant économiste chercheur chercheuse épidémiologiste"
    " infectiologue médecin chirurgien écrivain écrivaine auteur auteure acteur actrice chanteur"
    " chanteuse réalisateur réalisatrice journaliste homologue héritier héritière envoyé envoyée"
    " coordinateur coordinatrice trésorier trésorière adjoint adjointe administrateur"
    " administratrice éleveur éleveuse agriculteur agricultrice berger bergère pêcheur guide pilote"
    " prévisionniste conservateur conservatrice historien historienne analyste expert experte spécialiste militant militante opposant opposante"
).split()
_OFFICE = rf"(?:(?:ex|vice|sous|co)-?|premier[ \u00a0]|première[ \u00a0])?(?:{'|'.join(sorted(_OFFICES, key=len, reverse=True))})"
OFFICE_WORDS = frozenset(office.partition("-")[0] for office in _OFFICES)
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
_VERB_INSIDE = re.compile(
    r"\b(?:a|ont|est|sont|était|avait|avaient|sera|doit|dit|qui|que|dont|s['’]est|et[ \u00a0](?:le|la|l['’])|se)\b|\b(?:avec|selon)\b",
    re.IGNORECASE,
)
_JUDGES = "juge"
"""« …, juge Marie Blanc »: right behind a quotation or an aside it is the verb."""
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


def offices(text: str, name: Span, *, first: int, last: int) -> tuple[Span, ...]:
    """The offices that a text states right before or after the name.

    `first` and `last` bound the search: the sentence, from the last person named before.
    """
    found = []
    first = max(first, name.start - _REACH)
    near = text[first : name.start]
    # An office contains no sign that ends a phrase, except a comma before the name.
    cut = max(map(near.rstrip(", \u00a0").rfind, _BOUNDS)) + 1
    first, near = first + cut, near[cut:]
    before = _BEFORE.search(near) if _holds_office(near) else None
    if (
        before
        and not (cut and near.strip(" \u00a0") == _JUDGES)
        and not _VERB_INSIDE.search(before["office"])
        and not _OF_ANOTHER.search(before["office"])
    ):
        start = first + before.start("office")
        found.append(_trimmed(text, start, first + before.end("office")))
    after = _AFTER.match(text, name.end, last) or _PROFESSION.match(text, name.end, last)
    if after and not _VERB_INSIDE.search(after["office"]):
        found.append(_trimmed(text, after.start("office"), after.end("office")))
    return tuple(found)


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
    before = Span(0, 0)
    for number, mention in enumerate(mentions):
        if mention.kind is not Kind.PERSON:
            continue
        first = max(text.rfind("\n", 0, mention.start) + 1, before.end)
        last = text.find("\n", mention.end)
        name = before = Span(mention.start, mention.end)
        for span in offices(text, name, first=first, last=len(text) if last < 0 else last):
            wording = (mention.entity, text[span.start : span.end].casefold())
            if wording not in told:
                told.add(wording)
                found.append(Office(number, span.start, span.end))
    return tuple(found)


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
    # « l'ex-ministre »: the word that makes it a former office belongs to the office.
    former = re.search(r"(?:ex-|ancien(?:ne)? )$", text[max(0, start - 9) : start], re.IGNORECASE)
    return Span(start - len(former.group()) if former else start, end)
