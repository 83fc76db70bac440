"""All facts of an event: the values of its accounts for one thing, with a verdict, the highest
stake first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from index.compare.rows import SentencePair
from index.compare.statements import Statement
from index.facts.claim_signals import sort_of
from index.facts.claims_in_context import Told, read
from index.facts.classless_facts import Making
from index.facts.counterparts import Place, counterparts
from index.facts.currencies import two_currencies
from index.facts.denied_deeds import denied_deeds
from index.facts.event_words import Rarity, Weights
from index.facts.framed_figures import OF as FRAMED
from index.facts.framed_figures import framed_figures
from index.facts.gathered_claims import Group, asserted, gathered
from index.facts.groups import ACTORS, CASUALTIES, PEOPLE, THINGS, WHILE_IT_LASTS
from index.facts.lacking import lacking
from index.facts.named_beside import named_beside, of_other_things
from index.facts.opposed import doings, in_their_manner, opposed, taking_part
from index.facts.otherwise_signs import Event
from index.facts.polarity import turned
from index.facts.seldom import is_seldom
from index.facts.sentence_meanings import meanings
from index.facts.silences import silences
from index.facts.spellings import two_spellings
from index.facts.spoken import two_holders, two_speakers
from index.facts.stakes import stake
from index.facts.sureness import each_of_its_day, is_sure, only_grown, worth_checking
from index.facts.told_otherwise import OF as OTHERWISE
from index.facts.told_otherwise import lines_of, told_otherwise
from index.facts.toll_places import with_places
from index.facts.verdicts import verdict_of
from index.facts.whose import whose_values
from index.french.plurals import plural
from index.model.article import Article, EntityId
from index.model.claims import Claim, ClaimKind, Part
from index.model.comparison import Difference, QuoteLine
from index.model.facts import DISAGREEING, Account, Fact, FactVerdict
from index.model.text import Span

_PROMINENT = 0.1
_FRAMED = 0.5
_OTHERWISE = 0.3
"""What is at stake where nothing is known but that two accounts tell one thing in other words."""
_MILD = (FactVerdict.AGREE, FactVerdict.TO_CHECK)
TRIVIAL = frozenset((ClaimKind.DATE, ClaimKind.STATUS, ClaimKind.STANCE, ClaimKind.PLACE))
"""Kinds that are left out if they cannot be compared."""


def facts(
    articles: Sequence[Article],
    wholes: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    claims: Sequence[Sequence[Claim]],
    *,
    aligned: frozenset[SentencePair] = frozenset(),
    quotes: Sequence[QuoteLine] = (),
    differences: Sequence[Difference] = (),
    name_of: Callable[[EntityId], str] = str,
) -> tuple[Fact, ...]:
    """The facts of at least two accounts; `sides` are the sentences of each whole article.

    Aligned sentences, quotes and differences come from the comparison: they are evidence, and make
    facts of their own.
    """
    meant = [meanings(own) for own in sides]
    told = [
        with_places(read(side, article, whole, own, given), own, whole.text)
        for side, (article, whole, own, given) in enumerate(
            zip(articles, wholes, sides, claims, strict=True)
        )
    ]
    taking = taking_part(sides, meant)
    rarity = Rarity(units for own in taking for units in own)
    weights = Weights(sides, aligned)
    weights.sorts = _sorts(told)
    found: list[Fact] = []
    for group in (*gathered(told, weights), *two_currencies(told)):
        fact = _fact(group, len(articles), name_of)
        if fact is not None:
            found.append(fact)
    found = [fact for fact in found if not _told_by_another(fact, found)]
    found = [fact for fact in found if not named_beside(fact, told)]
    made = Making(articles, wholes, sides)
    deeds = map(made.of_deed, denied_deeds(wholes, sides, weights))
    clauses = (*turned(wholes, sides, weights), *lacking(wholes, sides, weights))
    for other in (*deeds, *map(made.of_clauses, clauses)):
        _add(other, found)
    for opposite in opposed(doings(wholes, sides, meant), rarity):
        _add(made.of_doings(in_their_manner(opposite, wholes)), found)
    for words, said, sure in two_speakers(wholes, quotes, name_of=name_of):
        label = f"qui dit « {_short(words)} »"
        found.append(made.of_names(label, said, "quote-speaker", sure=sure))
    for office, held, sure in two_holders(wholes, name_of=name_of):
        found.append(made.of_names(office, held, "holder", sure=sure))
    for silence in silences(wholes, [each for own in told for each in own], name_of=name_of):
        _add(made.of_silence(silence), found)
    for name, spelt in two_spellings(wholes):
        found.append(made.of_spellings(name, spelt))
    for difference in differences:
        differing = made.of_difference(difference)
        if differing is None or of_other_things(differing, told):
            continue
        if not _told_already(differing, found, least=_least(differing)):
            found.append(differing)
    near = counterparts(sides, taking, rarity)
    event = Event(sides, taking, rarity, _by_sentence(told), aligned)
    texts = [whole.text for whole in wholes]
    lines = lines_of(found, quotes, articles, sides)
    for kind, label, held in framed_figures(near, event, lines, texts):
        found.append(made.fact(kind, FRAMED, label, FactVerdict.TO_CHECK, held, _FRAMED))
    lines = lines_of(found, quotes, articles, sides)
    for label, held in told_otherwise(near, event, lines, texts):
        found.append(
            made.fact(ClaimKind.STATUS, OTHERWISE, label, FactVerdict.OTHERWISE, held, _OTHERWISE)
        )
    found = [replace(fact, seldom=True) if is_seldom(fact) else fact for fact in found]
    found.sort(key=lambda fact: (-fact.stake, fact.id))
    return tuple(found)


def _by_sentence(told: Sequence[Sequence[Told]]) -> Mapping[Place, list[Told]]:
    found: dict[Place, list[Told]] = {}
    for account in told:
        for each in account:
            found.setdefault((each.side, each.statement.number), []).append(each)
    return found


def _sorts(told: Sequence[Sequence[Told]]) -> dict[tuple[int, tuple[str, str, str]], int]:
    values: dict[tuple[int, tuple[str, str, str]], set[str]] = {}
    for account in told:
        for each in account:
            values.setdefault((each.side, sort_of(each)), set()).add(each.claim.value)
    return {key: len(found) for key, found in values.items()}


def _least(fact: Fact) -> int:
    """The number of accounts in which another fact must have the same places: for a count or a
    date, one is enough.
    """
    return 1 if fact.about in (ClaimKind.COUNT, ClaimKind.DATE) else 2


def _add(fact: Fact, found: list[Fact]) -> None:
    """Adds a fact that no other one tells; what was only to be checked gives way to it where it has all accounts of it."""
    if _told_already(fact, found):
        return
    if fact.verdict in DISAGREEING:
        found[:] = [
            other for other in found
            if other.verdict is not FactVerdict.TO_CHECK
            or not _told_already(fact, [other], least=len(other.accounts), always=True)
        ]  # fmt: skip
    found.append(fact)


def _told_already(
    fact: Fact, found: Sequence[Fact], *, least: int = 2, always: bool = False
) -> bool:
    """Whether another fact has the same places in at least `least` of its accounts.

    One that agrees, or is only to be checked, does not tell a disagreement, unless `always`.
    """
    places = {account.article: account.claims for account in fact.accounts}
    not_agreed = fact.verdict is FactVerdict.TO_CHECK
    for other in found:
        milder = other.verdict in _MILD and fact.verdict in DISAGREEING
        if not always and (milder or (other.verdict is FactVerdict.AGREE and not_agreed)):
            continue
        met = 0
        for account in other.accounts:
            ours = places.get(account.article, ())
            met += any(
                a.part is b.part and a.span.overlaps(b.span) for a in ours for b in account.claims
            )
        if met >= least:
            return True
    return False


def _told_by_another(fact: Fact, found: Sequence[Fact]) -> bool:
    """Whether another line of the same verdict holds all places of a line, or the same ones and stands before:
    « vigilance orange » is a state and a category.
    """
    if fact.about not in _IN_WORDS:
        return False
    ours = [_places(account) for account in fact.accounts]
    for at, other in enumerate(found):
        if other is fact or other.about not in _IN_WORDS or other.verdict is not fact.verdict:
            continue
        theirs = {account.article: _places(account) for account in other.accounts}
        held = all(
            any(span.overlaps(each) and part is where for each, where in theirs.get(account.article, ()))
            for account, places in zip(fact.accounts, ours, strict=True)
            for span, part in places
        )  # fmt: skip
        more = sum(map(len, theirs.values())) > sum(map(len, ours))
        if held and (more or at < found.index(fact)):
            return True
    return False


_IN_WORDS = frozenset((ClaimKind.STATUS, ClaimKind.CLASSIFICATION))


def _places(account: Account) -> list[tuple[Span, Part]]:
    return [(claim.span, claim.part) for claim in account.claims]


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 44 else f"{words[:42].rstrip()}…"


def _fact(gathered: Group, accounts: int, name_of: Callable[[EntityId], str] = str) -> Fact | None:
    gathered = asserted(gathered)
    group = gathered.members
    by_side: dict[int, list[Told]] = {}
    for told in group:
        by_side.setdefault(told.side, []).append(told)
    ordered = [by_side[side] for side in sorted(by_side)]
    if len(ordered) < 2:
        return None
    held, why = verdict_of(ordered)
    verdict = held
    kind = group[0].claim.kind
    if verdict is FactVerdict.NOT_COMPARABLE and kind in TRIVIAL:
        return None
    shown = _shown_as(gathered, verdict)
    if shown is None:
        return None
    why = why if shown is verdict else ""
    verdict = shown
    if group[0].claim.of.startswith("event-") and FactVerdict.DENIED not in (verdict, held):
        return None
    # Two first hours share no happening that could name them both.
    of = "" if gathered.is_loose and kind is ClaimKind.TIME else _of(group)
    label, weight = _label(kind, of, group)
    prominent = any(told.prominent for told in group)
    at_stake = stake(weight, verdict, told=len(ordered), accounts=accounts)
    at_stake = min(1.0, at_stake + (_PROMINENT if prominent and verdict in DISAGREEING else 0))
    key = "|".join(
        (kind.value, of, label, *sorted({t.article + str(t.claim.start) for t in group}))
    )
    return Fact(
        id=f"fact:{hashlib.sha256(key.encode()).hexdigest()[:12]}",
        about=kind,
        of=of,
        label=_with_owner(label, group, name_of),
        verdict=verdict,
        stake=round(at_stake, 4),
        accounts=tuple(
            Account(own[0].article, tuple(told.given for told in own)) for own in ordered
        ),
        unit=_unit(group),
        why=why,
    )


def _shown_as(gathered: Group, verdict: FactVerdict) -> FactVerdict | None:
    """The verdict of a line, which is only to be checked where it is not sure; None for what is not worth a line."""
    group = gathered.members
    kind = group[0].claim.kind
    if gathered.is_loose:
        apart = len({told.claim.value for told in group}) > 1
        if verdict not in DISAGREEING and not (verdict is FactVerdict.HEDGED and apart):
            return None
        if verdict is FactVerdict.UPDATE and kind in _OF_THEIR_DAY and not _of_fates(group):
            return None
        return FactVerdict.TO_CHECK
    if _claims_to_differ(verdict, group) and not (
        verdict in DISAGREEING and is_sure(gathered, verdict)
    ):
        if each_of_its_day(gathered) or not worth_checking(gathered, _of(group)):
            # What may have grown is at least no disagreement.
            return FactVerdict.NARROWER if only_grown(gathered) else None
        return FactVerdict.TO_CHECK
    return verdict


def _claims_to_differ(verdict: FactVerdict, group: Sequence[Told]) -> bool:
    """Whether a verdict holds only if the claims are about one thing: they exclude each other."""
    apart = len({told.claim.value for told in group}) > 1
    return verdict in DISAGREEING or (verdict is FactVerdict.HEDGED and apart)


_OF_THEIR_DAY = frozenset((ClaimKind.SHARE, ClaimKind.COUNT, ClaimKind.MEASURE))
"""Kinds of which two figures of two days are only worth a line where they are surely of one thing."""


def _of_fates(group: Sequence[Told]) -> bool:
    return any(told.claim.of in CASUALTIES | WHILE_IT_LASTS for told in group)


def _of(group: Sequence[Told]) -> str:
    """The class of most claims in a group, or the people or the thing that they are about."""
    named = [told.claim.of.removeprefix("event-") for told in group if told.claim.of]
    kind = group[0].claim.kind
    if named:
        often = max(set(named), key=lambda each: (named.count(each), each))
        # A sum that each account gives another class has none that would name it.
        doubtful = kind is ClaimKind.MONEY and 2 * named.count(often) <= len(named)
        return "" if doubtful and len(set(named)) > 1 else often
    if kind in (ClaimKind.SHARE, ClaimKind.MEASURE, ClaimKind.MONEY):
        return ""
    about = [
        each for told in group for each in told.claim.about
        if each not in ACTORS
        and not (kind is ClaimKind.AGE and each in THINGS)
        and (each in PEOPLE) == (kind in (ClaimKind.COUNT, ClaimKind.AGE)) and each != "any-person"
    ]  # fmt: skip
    return max(set(about), key=lambda each: (about.count(each), each)) if about else ""


def _unit(group: Sequence[Told]) -> str | None:
    kind = group[0].claim.kind
    if kind in (ClaimKind.COUNT, ClaimKind.DATE, ClaimKind.TIME):
        return None
    return group[0].claim.unit


def _with_owner(label: str, group: Sequence[Told], name_of: Callable[[EntityId], str]) -> str:
    """A label with the person whose value it is."""
    whose = whose_values(group)
    if whose is None:
        return label
    base = _labels()["age"][0] if group[0].claim.kind is ClaimKind.AGE else label
    return f"{base}, {name_of(whose)}"


def _label(kind: ClaimKind, of: str, group: Sequence[Told]) -> tuple[str, float]:
    known = _labels()
    if kind is ClaimKind.PLACE and f"place-{of}" in known:
        return known[f"place-{of}"]
    if kind is ClaimKind.COUNT and of in ("engaged", "present", "absent", "burnt"):
        # « pompiers » says more than « engagés ».
        who = [each for told in group for each in told.claim.about if each in PEOPLE]
        if who:
            name = max(set(who), key=lambda each: (who.count(each), each))
            if name in known:
                return known[name][0], known[of][1]
    if of in known:
        label, weight = known[of]
        if kind is ClaimKind.COUNT and of in PEOPLE and (unit := _one_unit(group)):
            label = plural(unit)  # « enfants » of a couple are no « élèves »
        if kind is ClaimKind.AGE:
            label, weight = f"âge, {label}", known["age"][1]
        elif kind is ClaimKind.DATE:
            label, weight = f"date, {label}", min(weight, 0.55)
        elif kind is ClaimKind.TIME:
            label, weight = f"heure, {label}", min(weight, 0.7)
        return label, weight
    if kind is ClaimKind.COUNT:
        units = [told.claim.unit for told in group if told.claim.unit]
        return (plural(units[0]) if units else known["count"][0]), known["count"][1]
    base, weight = known[kind.value]
    thing = next((t.claim.thing for t in group if t.claim.thing), "")
    return (f"{base}, {thing}" if thing and kind is ClaimKind.MONEY else base), weight


def _one_unit(group: Sequence[Told]) -> str:
    """The noun with which all accounts count."""
    units = {told.claim.unit or "" for told in group}
    return units.pop() if len(units) == 1 else ""


@cache
def _labels() -> Mapping[str, tuple[str, float]]:
    text = (files("index.facts") / "data" / "labels.yaml").read_text(encoding="utf-8")
    return {name: (label, float(weight)) for name, (label, weight) in yaml.safe_load(text).items()}
