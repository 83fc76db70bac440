"""Counts of people and things: who is counted, what is told of them, of all or of a part."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re

from index.claims.number import PART_OF, Number, state_after, state_before
from index.claims.of_things import Hit
from index.claims.sentence import Sentence
from index.compare.figures import Figure
from index.french.plurals import singular
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_NO_COUNT = frozenset(
    "fois point degré étage page ligne épisode saison tour numéro article kilo note set place rang lit série"
    " chose côté main partie cas exemple façon manière raison autre assorti ferme".split()
)
_BE = re.compile(
    r"\b(?:est|sont|été|étaient|était|a|ont|seront|seraient|restent|doivent|dû|puis)\b"
)
_NEW = re.compile(r"\b(?:nouveaux?|nouvelles?|supplémentaires?|de plus)\b", re.IGNORECASE)


def count(
    sentence: Sentence, figure: Figure, unit: str, floor: int, limit: int, *, risen: bool
) -> Number | None:
    """The count that a figure gives with its noun; None for what counts nobody and nothing (« trois fois »)."""
    text, span = sentence.text, figure.span
    own = _nouns(sentence, span, unit)
    who = tuple(dict.fromkeys(hit.word.value for hit in own if hit.word.room == "who"))
    state = next((hit for hit in own if hit.word.room == "state"), None)
    if unit in _NO_COUNT and state is None and not who:
        return None
    end = max([span.end, *(hit.end for hit in own if hit.word.room in ("who", "state"))])
    if state is None or state.word.value in _OF_A_WHOLE:
        ahead = _told_ahead(sentence, figure, limit, known=bool(who or state))
        state = ahead or state_before(sentence, floor, span.start) or state
        if ahead and ahead.end - span.end < 60:
            end = max(end, ahead.end)
    of = _fate(sentence, state, Span(span.start, end), unit)
    return Number(
        ClaimKind.COUNT, of, Span(span.start, end), figure.low, figure.high, unit,
        text[span.start : end], who, _is_part(sentence, Span(span.start, end)), now=risen,
    )  # fmt: skip


def _beyond_whose(sentence: Sentence, ahead: Hit | None, limit: int) -> Hit | None:
    """What is told beyond a state that only says which ones are counted: « patients de réanimation ont été transférés »."""
    text = sentence.text
    if ahead is None or not _WHICH.search(text, max(0, ahead.start - 4), ahead.start):
        return ahead
    told = state_after(sentence, ahead.end, limit)
    return told if told and _BE.search(text, ahead.end, told.start) else ahead


_WHICH = re.compile(rf"{_S}(?:de|en|du){_S}$")


def _nouns(sentence: Sentence, span: Span, unit: str) -> list[Hit]:
    """The words that tell who is counted and of what: in the figure's own words, else a noun that stands before
    them: « des arrestations, il y en a eu dix ».
    """
    own = [hit for hit in sentence.hits if span.start <= hit.start < span.end]
    return own or [
        hit for hit in sentence.hits
        if hit.end < span.start and singular(sentence.text[hit.start : hit.end].lower()) == unit
    ]  # fmt: skip


def _fate(sentence: Sentence, state: Hit | None, span: Span, unit: str) -> str:
    """The class of what is told of those counted, with what makes it another one: those who are new, what there
    is room for.
    """
    of = state.word.value if state else ""
    if unit == _CASE and of == _DEAD:
        of = _ILL  # « 202.222 décès (6.581.156 cas) »
    if of == "demonstrating" and unit in _HEARD:
        of = ""  # « on a vu défiler trente-quatre témoins »
    if of in (_DISMISSED, _CANCELLED) and _STRUCK.match(sentence.text, state.start if state else 0):
        of = _DISMISSED if unit in _JOBS else _CANCELLED
    low = max(sentence.span.start, span.start - 40)
    if unit in _JOBS and of in ("", "employed") and _CREATED.search(sentence.text, low, span.start):
        return HIRED
    if unit in _JOBS and of in ("", "employed", "rescued") and _is_kept(sentence, span, unit):
        return KEPT
    if of in ("", *_OF_A_WHOLE) and is_room(sentence, span.start):
        return CAPACITY
    lives = _POPULATION.search(sentence.text, low, span.start) if unit == "habitant" else None
    if lives and (not of or lives["place"]):
        return POPULATION
    if _NEW.search(sentence.text, span.start - 4, span.end + 18):
        return f"{of}-new" if of else "new"
    if of == "wounded" and _grave_beside(sentence, span.start, span.end + 20):
        return "wounded-grave"
    return of


_CASE, _DEAD, _ILL = "cas", "dead", "ill"
CAPACITY = "capacity"
"""What there is room or leave for: no count of what is there."""
_ROOM = re.compile(
    rf"(?:\b(?:autorisée?s?|prévue?s?|construite?s?|conçue?s?|dimensionnée?s?|calibrée?s?|homologuée?s?|agréée?s?){_S}(?:pour|à){_S}(?:(?:accueillir|contenir|loger|héberger|recevoir|transporter){_S})?"
    rf"|\b(?:limite|plafond){_S}(?:(?:est|était|reste){_S})?(?:de|d['’]|fixée?{_S}à|à){_S}?"
    rf"|\b(?:capacité|jauge)(?:{_S}[^\W\d_]+){{0,3}}?{_S}(?:de|d['’]|fixée{_S}à|à){_S}?"
    rf"|\b(?:peut|peuvent|pouvait|pouvaient|pouvant|pourra|pourrait|permet{_S}d['’]|permettant{_S}d['’]|censée?s?){_S}?(?:accueillir|contenir|loger|héberger|recevoir|transporter|stocker|embarquer){_S})"
    rf"(?:(?:jusqu['’]à|au{_S}(?:plus|maximum)|environ|quelque|près{_S}de|plus{_S}de|les){_S})?$",
    re.IGNORECASE,
)
_BEFORE_ROOM = 70


_HEARD = frozenset(("témoin", "expert"))
HIRED = "hired"
KEPT = "kept"
"""Jobs that a new owner or an agreement keeps: no count of those who work there, nor of those who leave."""
_KEEPING = (
    r"(?:conserv(?:e|ent|er|era|eront|erait|eraient|ait|aient|é|ant)|gard(?:e|ent|er|era|eront|erait|eraient|ait|aient|é|ant)|maint(?:ient|iennent|enir|iendra|iendront|iendrait|enait|enant|enu)"
    r"|repr(?:end|ennent|endre|endra|endront|endrait|enait|enant|is))"
)
_SAVING = r"(?:préserv(?:e|ent|er|era|eront|erait|ait|é|ant)|sauv(?:e|ent|er|era|eront|erait|ait|é|ant)|sauvegard(?:e|ent|er|era|é)|maintien|sauvetage|préservation|sauvegarde)"
_SOME = rf"{_S}(?:(?:de|des|quelque|environ|près{_S}de|plus{_S}de|moins{_S}de|au{_S}moins|que|tous|les|seulement|jusqu['’]à|à{_S}peine){_S}|d['’])*$"
_KEPT_WORKERS = re.compile(rf"\b{_KEEPING}{_SOME}", re.IGNORECASE)
_KEPT_JOBS = re.compile(rf"\b(?:{_KEEPING}|{_SAVING}){_SOME}", re.IGNORECASE)
_ARE_KEPT = re.compile(
    rf"(?:{_S}[^\W\d_]+){{0,2}}?{_S}(?:(?:sont|seront|seraient|ont|été|sera|est|vont|être|devraient|sur{_S}\w+){_S})*(?:conservé|maintenu|préservé|sauvé|sauvegardé|gardé)e?s?(?!\w)",
    re.IGNORECASE,
)


def _is_kept(sentence: Sentence, span: Span, unit: str) -> bool:
    """Whether jobs are those that are kept; of people « sauvé » tells another fate."""
    text = sentence.text
    low = max(sentence.span.start, span.start - _KEPT_REACH)
    led = _KEPT_JOBS if unit in _POSTS else _KEPT_WORKERS
    if led.search(text, low, span.start):
        return True
    end = min(sentence.span.end, span.end + _KEPT_REACH)
    return unit in _POSTS and _ARE_KEPT.search(text, span.start, end) is not None


_KEPT_REACH = 40
_POSTS = frozenset(("emploi", "poste", "CDI", "cdi", "équivalent", "temps-plein"))
POPULATION = "population"
"""How many live in a place: no count of those to whom something happens."""
_POPULATION = re.compile(
    rf"(?:\b(?P<place>bassin|bassin{_S}de{_S}(?:vie|population)|commune|ville|village|agglomération|métropole|bourg|bourgade|cité|population|localité|canton|île|quartier|zone|territoire|département|région){_S}(?:de{_S}|d['’])"
    rf"|\b(?:compte|comptait|dessert|desservait|peuplée?{_S}(?:de|par))|\()(?:{_S}?(?:environ|quelque|près{_S}de|plus{_S}de|moins{_S}de|à{_S}peine|un{_S}bassin{_S}de|les|de))*{_S}?$",
    re.IGNORECASE,
)
_CREATED = re.compile(
    rf"\b(?:création|créer|crée|créera|créerait|créé|recrutement|recruter|recrute|recrutera|embauche|embaucher|embauchera){_S}(?:(?:de{_S}|d['’]|jusqu['’]à{_S}|quelque{_S}|environ{_S}|près{_S}de{_S}|plus{_S}de{_S}|prochaine{_S}de{_S}))*$",
    re.IGNORECASE,
)
_JOBS = frozenset("emploi poste salarié personne agent équivalent CDI cdi temps-plein".split())
_DISMISSED, _CANCELLED = "dismissed", "cancelled"
_STRUCK = re.compile(r"supprimée?s\b", re.IGNORECASE)
"""« supprimés » tells of jobs that are lost and of trains that do not run."""


def is_room(sentence: Sentence, start: int) -> bool:
    """Whether a figure tells what there is room or leave for: « autorisé pour 2 400 porcs »."""
    low = max(sentence.span.start, start - _BEFORE_ROOM)
    return _ROOM.search(sentence.text, low, start) is not None


def _is_part(sentence: Sentence, span: Span) -> bool:
    """Whether a count is that of a part: « dont deux », « quatre autres », the first of a list in brackets."""
    text, first = sentence.text, sentence.span.start
    return (
        PART_OF.search(text, max(first, span.start - 30), span.start) is not None
        or _OTHERS.search(text, *span) is not None
        or _is_listed(text, first, *span)
    )


_OF_A_WHOLE = frozenset(("striking", "demonstrating", "aboard", "employed"))
"""States by which a noun tells who is counted: what is told of them behind it says more."""


def _told_ahead(sentence: Sentence, figure: Figure, limit: int, *, known: bool) -> Hit | None:
    """What is told of those counted behind their noun; `known` is whether the noun tells who they are."""
    start = figure.span.end
    ahead = _beyond_whose(sentence, state_after(sentence, start, limit), limit)
    ahead = ahead or _over_a_part(sentence, start, limit)
    if ahead and figure.low > 1 and _OF_ONE.search(sentence.text, start, ahead.start):
        return None
    if ahead and not known and not _BE.search(sentence.text, start, ahead.start):
        # « 432 foyers d'infection » are no ill: what follows a thing tells of its complement.
        return None
    return ahead


_OF_ONE = re.compile(
    rf",{_S}(?:ne{_S}|n['’])?(?:a|est|était|avait|sera|serait|aurait){_S}(?:[^\W\d_]+{_S})?$"
)
"""A verb of one after a comma has another subject: « la station, qui alimente 18 000 habitants, a été arrêtée »."""
_INSERTED = re.compile(
    rf"(?:{_S}[^\W\d_]+){{0,3}}?(?:,{_S}(?:dont|parmi{_S}lesquel(?:le)?s|y{_S}compris){_S}[^,.;:()]{{3,80}},"
    rf"|{_S}\((?:dont|parmi{_S}lesquel(?:le)?s){_S}[^.;()]{{3,80}}\)|{_S}[–—-]{_S}(?:dont){_S}[^.;–—]{{3,80}}{_S}[–—-]){_S}"
)
_TOLD_OF_ALL = re.compile(
    rf"(?:[^\W\d_]+{_S}){{0,2}}(?:sont|ont|étaient|avaient|seraient|auraient)\b"
)


def _over_a_part(sentence: Sentence, start: int, limit: int) -> Hit | None:
    """What is told of all behind a part of them: « neuf personnes, dont six gendarmes, ont été tuées »."""
    part = _INSERTED.match(sentence.text, start, sentence.span.end)
    if part is None or part.end() < limit or not _TOLD_OF_ALL.match(sentence.text, part.end()):
        return None
    state = state_after(sentence, part.end(), sentence.span.end)
    return state if state and state.start - part.end() < _RIGHT_BEHIND else None


_RIGHT_BEHIND = 40
"""The characters behind an inserted part in which the fate of all stands."""
_NAMELY = re.compile(rf",?{_S}(?:soit|à{_S}savoir){_S}$|{_S}:{_S}$")
_AND_ALSO = re.compile(rf"(?:,|{_S}et){_S}$")


def as_a_part(sentence: Sentence, found: Number, last: Number) -> Number:
    """A count that tells with others what the one before it is made of: « douze morts, soit huit gendarmes et
    quatre chauffeurs » tells of the dead.
    """
    counts = found.kind is last.kind is ClaimKind.COUNT
    if not counts or not last.span.end < found.span.start or last.span.start < sentence.span.start:
        return found
    of_it = _NAMELY.fullmatch(sentence.text, last.span.end, found.span.start)
    beside = last.partial and _AND_ALSO.fullmatch(sentence.text, last.span.end, found.span.start)
    if not last.of or not (of_it or beside) or (of_it and found.low > last.high):
        return found
    return found._replace(partial=True, of=found.of or last.of)


_OTHERS = re.compile(r"\bautres?\b", re.IGNORECASE)
"""« Quatre autres départements » are no count of all."""


def _is_listed(text: str, start: int, at: int, end: int) -> bool:
    """Whether a count opens what a total is made of: « treize personnes – douze femmes et un homme »."""
    opened = _OPENED.search(text, max(start, at - 4), at)
    return opened is not None and _AND_MORE.match(text, end) is not None


_OPENED = re.compile(r"(?:[ \u00a0][–—-]{1,2}[ \u00a0]?|\()$")
_AND_MORE = re.compile(
    r"[^.;()–—]{0,40}?\bet[ \u00a0](?:\d|une?\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)",
    re.IGNORECASE,
)


def _grave_beside(sentence: Sentence, start: int, end: int) -> bool:
    """Whether all of those counted are called grave, not some of them: « 31 blessés, dont six graves »."""
    part = _SOME_OF_THEM.search(sentence.text, start, end)
    end = part.start() if part else end
    return any(h.word.value == "grave" and start <= h.start < end for h in sentence.hits)


_SOME_OF_THEM = re.compile(
    r"\b(?:dont|parmi|dans un cas|notamment|y compris)\b|[,;(:]", re.IGNORECASE
)
