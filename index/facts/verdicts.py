"""How claims about one thing stand to each other: by their values, their manner, and when they appeared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, permutations

from index.facts.claims_in_context import Told
from index.facts.doubt import UNSURE, one_doubts
from index.facts.givers import NOBODY
from index.facts.groups import COURSE, LASTING
from index.facts.moments import of_two_days, of_two_moments, only_of_other_days
from index.facts.past_days import by_one_spokesman, is_revised, of_one_past_day
from index.facts.running import has_grown, may_run, of_one_moment, runs
from index.facts.value_relations import relation
from index.french.plurals import singular
from index.model.claims import ClaimKind, ClaimManner
from index.model.facts import FactVerdict
from index.text.folding import fold

_MAY_CHANGE = frozenset(
    (
        ClaimKind.COUNT,
        ClaimKind.STATUS,
        ClaimKind.MEASURE,
        ClaimKind.SHARE,
        ClaimKind.CLASSIFICATION,
    )
)
_OPPOSED = {
    frozenset(pair)
    for pair in (
        ("for", "against"), ("for", "demand"), ("silent", "for"), ("silent", "against"),
        ("silent", "demand"), ("silent", "admit"), ("demand", "against"), ("admit", "against"),
    )
}  # fmt: skip
_GRAVITY = {verdict: place for place, verdict in enumerate(FactVerdict)}
"""The place of each verdict, the gravest first."""
LATER_STAGE = "a later stage of the same course"
OF_ONE_DAY = "figures of one day: which is later is not known"


def verdict_of(accounts: Sequence[Sequence[Told]]) -> tuple[FactVerdict, str]:
    """The gravest verdict over every two accounts, and its reason."""
    found = [_pair(one, other) for one, other in combinations(accounts, 2)]
    verdict, why = min(found, key=_by_gravity)
    if verdict in _MILD and (turned := _denied_by_one(accounts)):
        return turned, ""
    return verdict, why


_MILD = frozenset((FactVerdict.AGREE, FactVerdict.NARROWER, FactVerdict.HEDGED))


def _denied_by_one(accounts: Sequence[Sequence[Told]]) -> FactVerdict | None:
    """How accounts stand of which one reports a denial of what another one tells, also where it tells that itself: a
    denial is no agreement. Its speaker may say the contrary elsewhere.
    """
    found: FactVerdict | None = None
    for one, other in permutations(accounts, 2):
        for no in one:
            if no.claim.manner is not ClaimManner.DENIED:
                continue
            for yes in other:
                if yes.claim.manner is ClaimManner.DENIED or relation(no, yes) != "equal":
                    continue
                if no.speaker and yes.speaker and _same_speaker(no.speaker, yes.speaker):
                    return FactVerdict.DENIED
                found = FactVerdict.TO_CHECK
    return found


def _pair(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[FactVerdict, str]:
    """Two accounts: what both give counts before what only one of them adds."""
    ours, theirs = _without_mixed(ours), _without_mixed(theirs)
    held = [(claims_held(a, b), a, b) for a in ours for b in theirs]
    kind, of = ours[0].claim.kind, ours[0].claim.of
    if kind is ClaimKind.STATUS and of in COURSE and (staged := _stages(ours, theirs)):
        return staged
    if kind is ClaimKind.CLASSIFICATION and of == "offence" and (terms := _terms(ours, theirs)):
        return terms
    if kind is ClaimKind.CAUSE and (causes := _causes(ours, theirs)):
        return causes
    renewed = [t for t in (*ours, *theirs) if t.claim.was]
    if renewed:
        return FactVerdict.UPDATE, ""
    equal = [
        each for each in held
        if each[0][0] in (FactVerdict.AGREE, FactVerdict.NARROWER, FactVerdict.HEDGED)
    ]  # fmt: skip
    if equal:
        # One that agrees with the other somewhere is not in conflict; a denial still stands.
        denied = next((v for v, a, b in held if _stands_denied(v[0], a, b)), None)
        best = max((v for v, _, _ in equal), key=_by_gravity)
        return denied or best
    of_one = [v for v, a, b in held if v[0] is FactVerdict.CONFLICT and by_one_spokesman(a, b)]
    if of_one:
        return of_one[0]
    # The same two figures as of two days contradict each other nowhere.
    later = {(a.claim.value, b.claim.value) for v, a, b in held if v[0] is FactVerdict.UPDATE}
    kept = [
        v for v, a, b in held
        if v[0] is not FactVerdict.CONFLICT or (a.claim.value, b.claim.value) not in later
    ]  # fmt: skip
    return min(kept, key=_by_gravity)


def _stands_denied(verdict: FactVerdict, one: Told, other: Told) -> bool:
    """Whether one account denies what the other tells, or denied it before."""
    manners = [told.claim.manner is ClaimManner.DENIED for told in (one, other)]
    return verdict is FactVerdict.DENIED or (verdict is FactVerdict.UPDATE and any(manners))


def _by_gravity(found: tuple[FactVerdict, str]) -> int:
    return _GRAVITY[found[0]]


def _stages(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[FactVerdict, str] | None:
    """The latest stage that each account tells; nothing where they tell the same, or one denies."""
    told = [[t for t in own if t.claim.manner is not ClaimManner.DENIED] for own in (ours, theirs)]
    if not all(told) or len(told[0]) != len(ours) or len(told[1]) != len(theirs):
        return None
    latest = [max(own, key=lambda t: t.claim.low or 0) for own in told]
    if latest[0].claim.value == latest[1].claim.value:
        return None
    values = [{t.claim.value for t in own} for own in told]
    if values[0] & values[1]:
        if ours[0].published is not None and ours[0].published == theirs[0].published:
            return FactVerdict.NARROWER, ""  # one of the same day tells more
        return FactVerdict.UPDATE, LATER_STAGE
    return None


def _causes(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[FactVerdict, str] | None:
    """Two accounts that share a cause, of which one adds another one."""
    one, other = ({t.claim.value for t in own} for own in (ours, theirs))
    if not one & other or one == other:
        return None
    added = [t for t in (*ours, *theirs) if t.claim.value not in one & other]
    unsure = any(t.claim.manner in UNSURE for t in added)
    return (FactVerdict.HEDGED if unsure else FactVerdict.NARROWER), ""


def _terms(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[FactVerdict, str] | None:
    """Terms of law as sets: each having one that the other lacks is a conflict, more is narrower."""
    one, other = (
        {t.claim.value for t in own if t.claim.manner is not ClaimManner.DENIED}
        for own in (ours, theirs)
    )
    if not one & other:
        return None
    if one == other:
        return FactVerdict.AGREE, ""
    # Who is charged with much is so in the words of each account: of such pairs hardly one was a contradiction.
    return (FactVerdict.TO_CHECK if one - other and other - one else FactVerdict.NARROWER), ""


def _without_mixed(own: Sequence[Told]) -> Sequence[Told]:
    """Claims without denials of what the same account gives plainly elsewhere."""
    # What a title puts shortly does not take back the denial that the text reports.
    plain = {
        t.claim.value
        for t in own
        if t.claim.manner is not ClaimManner.DENIED and not t.statement.in_title
    }
    kept = [
        t for t in own
        if t.claim.manner is not ClaimManner.DENIED or t.claim.value not in plain
        or t.claim.resolved
    ]  # fmt: skip
    return kept or own


def claims_held(one: Told, other: Told) -> tuple[FactVerdict, str]:
    """How two claims of different accounts stand to each other."""
    a, b = one.claim, other.claim
    denied = (a.manner is ClaimManner.DENIED) != (b.manner is ClaimManner.DENIED)
    held = relation(one, other)
    if held == "equal":
        if denied:
            return _denied(one, other)
        return (FactVerdict.HEDGED if one_doubts(one, other) else FactVerdict.AGREE), ""
    if held == "crossing":
        return FactVerdict.TO_CHECK, ""
    if held == "own-days":
        return FactVerdict.NOT_COMPARABLE, ""
    if held == "near" and has_grown(one, other):
        return FactVerdict.UPDATE, ""
    if a.kind is ClaimKind.TIME and held == "apart" and (planned := _planned(one, other)):
        return planned, ""
    if held == "near" or (a.kind is ClaimKind.COUNT and _is_part(one, other)):
        return FactVerdict.NARROWER, ""
    if denied:
        if a.kind in (
            ClaimKind.STATUS,
            ClaimKind.CAUSE,
            ClaimKind.CLASSIFICATION,
            ClaimKind.STANCE,
        ):
            # « n'a pas été incarcéré » and « libre » do not exclude each other.
            return FactVerdict.NOT_COMPARABLE, ""
        return FactVerdict.DENIED, ""
    if a.kind is ClaimKind.STANCE and frozenset((a.value, b.value)) not in _OPPOSED:
        return FactVerdict.NOT_COMPARABLE, ""
    return _excluding(one, other)


def _planned(one: Told, other: Told) -> FactVerdict | None:
    """What an hour that is planned says beside one that was: it came otherwise; None where neither is, or both."""
    ahead = [told for told in (one, other) if told.claim.manner is ClaimManner.ANNOUNCED]
    if len(ahead) != 1:
        return None
    then = other if ahead[0] is one else one
    if ahead[0].published and then.published and ahead[0].published < then.published:
        return FactVerdict.UPDATE
    return FactVerdict.TO_CHECK


_OF_WHICH = frozenset(("dont", "parmi", "notamment", "compris"))


def _is_part(one: Told, other: Told) -> bool:
    """Whether one sentence gives the count of the other beside its own: « sept blessés, dont cinq enfants »
    and « cinq enfants ».
    """
    return any(
        whole.claim.unit != part.claim.unit
        and any(token.folded in _OF_WHICH for token in whole.statement.tokens)
        and any(
            quantity.value == part.claim.low and singular(quantity.unit or "") == part.claim.unit
            for quantity in whole.statement.quantities
        )
        for whole, part in ((one, other), (other, one))
        if part.claim.unit and part.claim.low == part.claim.high
    ) or any(_names_as_part(whole, part) for whole, part in ((one, other), (other, one)))


def _names_as_part(whole: Told, part: Told) -> bool:
    """Whether the figure of the other stands right behind « dont »: « six enfants, dont quatre avec lui »."""
    figure = f"{part.claim.low:g}" if part.claim.low == part.claim.high else ""
    tokens, stems = whole.statement.tokens, whole.statement.stems
    return bool(figure) and any(
        token.folded == "dont" and figure in stems[at + 1 : at + 2]
        for at, token in enumerate(tokens)
    )


def _denied(one: Told, other: Told) -> tuple[FactVerdict, str]:
    """What one account says is not so: not yet, where the other appeared later, or not at all."""
    turned, plain = (one, other) if one.claim.manner is ClaimManner.DENIED else (other, one)
    not_yet = _not_yet(turned)
    if turned.published is None or plain.published is None:
        return (FactVerdict.NOT_COMPARABLE if not_yet else FactVerdict.DENIED), ""
    of_its_moment = not_yet or _NEGATED.match(turned.given.text)
    if turned.published < plain.published and of_its_moment and plain.claim.of not in LASTING:
        return FactVerdict.UPDATE, ""
    if not_yet and turned.published == plain.published:
        return FactVerdict.UPDATE, ""
    return FactVerdict.DENIED, ""


def is_by_negation(told: Told) -> bool:
    """Whether a claim is denied by a negation alone, which may reach less far than it seems."""
    text = told.given.text
    denied = told.claim.manner is ClaimManner.DENIED and not _OF_ONESELF.match(text)
    return denied and _NEGATED.match(text) is not None


_OF_ONESELF = re.compile(
    r"(?:n['’](?:avoir|être)|ne[ \u00a0](?:pas|jamais|rien)[ \u00a0](?:avoir|être))\b",
    re.IGNORECASE,
)
"""« assure n'avoir jamais été averti »: who says so denies it."""


_NEGATED = re.compile(r"(?:n['’]|(?:ne|aucune?|pas|sans|ni|jamais|personne)\b)", re.IGNORECASE)
"""What is denied by a negation, which holds for its moment; « dément » and « conteste » do for good."""


_BESIDE = 40
"""The characters around a denied claim in which « pour l'instant » stands."""


def _not_yet(told: Told) -> bool:
    """Whether « pas encore » or « à ce stade » stands beside a denied claim."""
    claim, statement = told.claim, told.statement
    words = " ".join(
        token.folded for token in statement.tokens
        if claim.start - _BESIDE <= token.start < claim.end + _BESIDE
    )  # fmt: skip
    return _NOT_YET.search(words) is not None


_NOT_YET = re.compile(
    r"\b(?:pas encore|toujours pas|encore pas|pour le moment|pour l heure|pour l instant|a ce stade)\b"
)


def _of_two_times(one: Told, other: Told, *, settled: bool) -> FactVerdict | None:
    """What two values of two moments say of each other; `settled` is whether both are of one day that is over."""
    a, b = one.claim, other.claim
    if (a.now != b.now and a.kind in _MAY_CHANGE) or is_revised(one, other):
        return FactVerdict.UPDATE
    if a.kind is ClaimKind.COUNT and (
        of_two_days(one, other)
        # two samples, two journeys
        or (not may_run(one, other) and only_of_other_days(one, other))
    ):
        return FactVerdict.NOT_COMPARABLE
    if a.kind is ClaimKind.STATUS and by_one_spokesman(one, other):
        return None
    may_change = a.kind in _MAY_CHANGE and not settled
    return FactVerdict.UPDATE if may_change and of_two_moments(one, other) else None


def _excluding(one: Told, other: Told) -> tuple[FactVerdict, str]:
    a, b = one.claim, other.claim
    settled = of_one_past_day(one, other)
    if (changed := _of_two_times(one, other, settled=settled)) is not None:
        return changed, ""
    if a.kind is ClaimKind.STANCE:
        return FactVerdict.CONFLICT, ""
    unsure = [claim for claim in (a, b) if claim.manner in UNSURE]
    if unsure:
        return FactVerdict.HEDGED, ""
    two_speakers = one.speaker and other.speaker and _two_speakers(one.speaker, other.speaker)
    # A toll that another office gives the next day, or in its own « bilan », has grown.
    grown = one.published != other.published or all(map(_of_a_toll, (one, other)))
    if two_speakers and not (grown and runs(one, other)):
        return FactVerdict.DISPUTED, ""
    one_speaker = bool(one.speaker and other.speaker and _same_speaker(one.speaker, other.speaker))
    moment = settled or of_one_moment(one, other, one_speaker=one_speaker)
    if runs(one, other) and not moment:
        known = one.published and other.published and one.published != other.published
        return FactVerdict.UPDATE, "" if known else OF_ONE_DAY
    return FactVerdict.CONFLICT, ""


def _of_a_toll(told: Told) -> bool:
    return any(token.folded == "bilan" for token in told.statement.tokens)


def excluding(one: Told, other: Told) -> bool:
    """Whether two claims, were they about one thing, could not both be true."""
    return relation(one, other) == "apart"


def _same_speaker(one: str, other: str) -> bool:
    return bool(_named(one) & _named(other))


def _two_speakers(one: str, other: str) -> bool:
    """Whether both are named, by no word in common; « selon un premier bilan » names nobody."""
    ours, theirs = _named(one) - _PAPERS, _named(other) - _PAPERS
    return bool(ours and theirs) and not ours & theirs


def _named(speaker: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", fold(speaker))) - NOBODY


_PAPERS = frozenset(
    ["bilan", "communique", "dernier", "derniere", "premier", "premiere", "provisoire", "definitif", "nouveau", "chiffre", "chiffres", "donnees", "decompte", "document", "estimation", "estimations", "midi", "heures", "soir", "matin", "jour", "officiel", "officiels", "un", "une", "le", "la", "les", "de", "du", "des", "a", "au", "par", "dans"]
)  # fmt: skip
"""Words for what is handed out, which name nobody who says it."""
