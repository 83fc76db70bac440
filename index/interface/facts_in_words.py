"""Facts in words for people: the value of each account, its speaker and its certainty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.interface.texts import Texts
from index.model.claims import Claim, ClaimKind, ClaimManner
from index.model.facts import Account, Fact, FactVerdict
from index.model.text import Span

SIGNS = {
    FactVerdict.CONFLICT: "≠",
    FactVerdict.DENIED: "¬",
    FactVerdict.DISPUTED: "⇄",
    FactVerdict.UPDATE: "→",
    FactVerdict.HEDGED: "±",
    FactVerdict.NARROWER: "⊂",
    FactVerdict.TO_CHECK: "≟",
    FactVerdict.OTHERWISE: "≈",
    FactVerdict.NOT_COMPARABLE: "?",
    FactVerdict.AGREE: "=",
    FactVerdict.ONLY: "·",
}
_LONGEST = 64
_SPEAKER = 30
_NUMBER_KINDS = (ClaimKind.COUNT,)
_ARTICLE = re.compile(r"^(?:(?:le|la|les|un|une|des|son|sa|ses)[ \u00a0]|l['’])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ValueInWords:
    """One value in words, with its qualification."""

    claim: Claim
    value: str
    note: str = ""
    """The speaker and the manner, without brackets; empty for a plain statement."""


def verdict_word(t: Texts, verdict: FactVerdict) -> str:
    return {
        FactVerdict.CONFLICT: t("they contradict each other"),
        FactVerdict.DENIED: t("asserted and denied"),
        FactVerdict.DISPUTED: t("disputed by two speakers"),
        FactVerdict.UPDATE: t("changed since"),
        FactVerdict.HEDGED: t("sure here, unsure there"),
        FactVerdict.NARROWER: t("one is more precise"),
        FactVerdict.TO_CHECK: t("to check: perhaps not about one thing"),
        FactVerdict.OTHERWISE: t("told in other words"),
        FactVerdict.NOT_COMPARABLE: t("not comparable"),
        FactVerdict.AGREE: t("they agree"),
        FactVerdict.ONLY: t("only one says so"),
    }[verdict]


def said(t: Texts, fact: Fact, account: Account) -> Iterator[ValueInWords]:
    """The values of an account, equal ones once; a value that the account itself replaces stands
    first.
    """
    shown: set[str] = set()
    claims = sorted(account.claims, key=lambda claim: not claim.was)
    for claim in claims:
        value = value_in_words(t, fact, claim)
        note = _note(t, claim, value)
        key = value.casefold()
        if claim.manner is ClaimManner.DENIED and claim.resolved:
            # In « La préfecture dément » the value stands there already.
            value = t("denied")
            speaker = " ".join(claim.speaker_text.split())
            note, key = shortened(_ARTICLE.sub("", speaker), _SPEAKER), f"denied {speaker}"
        if key in shown:
            continue
        shown.add(key)
        yield ValueInWords(claim, value, note)


def cell(t: Texts, fact: Fact, account: Account) -> str:
    """`2 → 4 — préfecture`: the values of an account on one line."""
    return marked_cell(t, fact, account)[0]


def marked_cell(t: Texts, fact: Fact, account: Account) -> tuple[str, list[Span]]:
    """The same, with the place of speaker and manner, which may be drawn fainter.

    They stand behind a dash: brackets belong to values, « rouvert (classe) ».
    """
    text = ""
    notes: list[Span] = []
    arrow = False
    for each in said(t, fact, account):
        if text:
            text += " → " if arrow else " · "
        arrow = each.claim.was
        text += each.value
        if each.note and not arrow:
            notes.append(Span(len(text) + 1, len(text) + 3 + len(each.note)))
            text += f" —\u00a0{each.note}"
    return text, notes


def value_in_words(t: Texts, fact: Fact, claim: Claim) -> str:
    words = " ".join(claim.text.split())
    if claim.kind in _NUMBER_KINDS and claim.of != "said" and claim.low is not None:
        return _number(t, claim, words)
    if claim.kind is ClaimKind.CAUSE:
        words = _IS_THE_CAUSE.sub("", words) or words
    if claim.kind is ClaimKind.NAME and fact.of in ("quote-speaker", "holder", "spelling"):
        return claim.value
    return shortened(words, _LONGEST)


_IS_THE_CAUSE = re.compile(
    r" (?:en )?(?:est|sont|serait|seraient|était|étaient|reste|resterait) "
    r"(?:bien |toujours )?(?:(?:à )?l['’]origine|la (?:seule |principale )?cause|en cause|mise? en cause"
    r"|responsables?|privilégiée?s?|suspectée?s?|évoquée?s?|avancée?s?)\b.*$"
)
"""What stands behind a cause: « un court-circuit | est la cause la plus probable »."""


def shortened(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


_BETWEEN = re.compile(
    r"\bentre\b|\b(?:de|d['’])[ \u00a0]?[^\W_]+[ \u00a0]à[ \u00a0]|\d[ \u00a0]?(?:à|-|–)[ \u00a0]?\d",
    re.IGNORECASE,
)
"""« entre 100 et 150 », « de trois à cinq », « 10-20 »: both ends are told, not the middle."""


def _number(t: Texts, claim: Claim, words: str) -> str:
    low, high = claim.low, claim.high
    if low is None or high is None:
        return words
    if low == high == 0:
        return t("none")
    if low == high:
        return t.number(low)
    if high == float("inf"):
        return f"> {t.number(low)}" if "plus" in words.lower() else f"≥ {t.number(low)}"
    if low == float("-inf"):
        return f"≤ {t.number(high)}"
    if re.search(r"\b(?:des|plusieurs|quelques)\b", words, re.IGNORECASE):
        return shortened(words, 28)
    if _BETWEEN.search(words):
        return f"{t.number(low)}–{t.number(high)}"
    if re.match(r"au moins\b", words, re.IGNORECASE):
        return f"≥ {t.number(round((low + high) / 2, 2))}"
    middle = high if re.search(r"(?:près|presque) d", words, re.IGNORECASE) else (low + high) / 2
    return f"~ {t.number(round(middle, 2))}"


def _note(t: Texts, claim: Claim, value: str) -> str:
    parts = []
    if claim.speaker_text and claim.of not in ("quote-speaker", "stance"):
        speaker = _ARTICLE.sub("", " ".join(claim.speaker_text.split()))
        if speaker.casefold() not in value.casefold():  # « cour d'assises — cour d'assises »
            parts.append(shortened(speaker, _SPEAKER))
    manner = {
        ClaimManner.CONDITIONAL: t("conditional"),
        ClaimManner.ANONYMOUS: t("anonymous source"),
        ClaimManner.ANNOUNCED: t("to come"),
        ClaimManner.DENIED: t("denied"),
        ClaimManner.ASKED: t("asked"),
    }.get(claim.manner)
    if manner:
        parts.append(manner)
    return ", ".join(parts)


class Folded(NamedTuple):
    """The facts of a comparison in groups, each in the order given; rejected ones are left out."""

    grave: list[Fact]
    """Those that disagree or differ in certainty."""
    detail: list[Fact]
    """Hours, ages and sums of which one is more precise, and what cannot be compared."""
    to_check: list[Fact]
    """Those that may not be about one thing."""
    seldom: list[Fact]
    """Those of kinds of which few were worth it."""
    otherwise: list[Fact]
    """Sentences that tell one thing in other words: of seventy such lines of the press six held a difference that a
    reader wanted, so they are not to be checked but to be read beside each other.
    """
    agreed: list[Fact]
    """Those that say the same, be it more precisely: an office, a name, a day, a rounded count. Of a hundred such lines
    of the press readers wanted ten.
    """


_HELD_CLOSELY = frozenset((ClaimKind.TIME, ClaimKind.AGE, ClaimKind.MONEY))
"""Kinds of which « vers 7 heures » beside « 6 h 40 » may matter."""
_FORECAST = frozenset(("alert", "storm"))
"""What has many hours, each of its own bulletin."""


def folded(facts: Sequence[Fact]) -> Folded:
    grave, detail, to_check, seldom, otherwise, agreed = found = Folded([], [], [], [], [], [])
    for fact in facts:
        if fact.accepted is False:
            continue
        finer = fact.verdict is FactVerdict.NARROWER and (
            fact.about not in _HELD_CLOSELY or fact.of in _FORECAST
        )
        if finer or fact.verdict in (FactVerdict.AGREE, FactVerdict.ONLY):
            agreed.append(fact)
        elif fact.verdict in (FactVerdict.NARROWER, FactVerdict.NOT_COMPARABLE):
            detail.append(fact)
        elif fact.verdict is FactVerdict.TO_CHECK and not fact.accepted:
            (seldom if fact.seldom else to_check).append(fact)
        elif fact.verdict is FactVerdict.OTHERWISE and not fact.accepted:
            otherwise.append(fact)
        else:
            grave.append(fact)
    return found


def laid_beside(shown: Sequence[Fact], agreed: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts shown, with the agreements of the same name under them, and the other agreements.

    Shown elsewhere, « agreement: hospitalised » would contradict « hospitalised: A 2, B 4 ».
    """
    last = {fact.label: at for at, fact in enumerate(shown)}
    rows: list[Fact] = []
    for at, fact in enumerate(shown):
        rows.append(fact)
        if last[fact.label] == at:
            rows += [one for one in agreed if one.label == fact.label]
    return rows, [one for one in agreed if one.label not in last]
