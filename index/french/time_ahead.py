"""Whether the words around an expression of time are about the future: « viendra lundi »."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.french.expression import YEAR_UNKNOWN, Expression
from index.french.intervals import Interval
from index.text.signs import holds

_VERB = r"(?!ultra\b|extra\b|mantra\b|hydra\b|infra\b)(?:(?-i:[a-zà-öø-ÿœ])[^\W\d_]+|[^\W\d_]{2,}(?=[^\W\d_]+-t-))"
"""The beginning of a verb in the future: a small letter, since Sandra and Taubira are none, except
« Viendra-t-il ».
"""
_FUTURE = re.compile(
    rf"\b(?:{_VERB}(?:era|eront|ira|iront|dra|dront|tra|tront|vra|vront)|aura|auront|sera|seront|fera|feront|ira"
    r"|(?:pour|ver|enver|cour|mour)r(?:a|ont)"
    r"|doit|doivent|devrait|devraient|prévue?s?|attendue?s?|programmée?s?|prochaine?s?"
    r"|au plus t(?:ôt|ard))\b",
    re.IGNORECASE,
)
_FUTURE_SIGNS = ("doi", "devrai", "prévu", "attendu", "programmé", "prochain", "plus t")
_FUTURE_END = re.compile(r"r(?:a|ont)\b")
"""Signs in small letters, of which every match of `_FUTURE` has one: most sentences have none."""
_INTENT = re.compile(
    r"\b(?:(?:appell|invit)(?:e|ent) (?:[^\W\d_]+ ){0,3}?à"
    r"|(?:veut|veulent|(?:compte|souhaite|espère|envisage|menace)(?:nt)?|prévoi(?:t|ent))"
    r" (?:de |d['’]|à )?(?:se |s['’]|l['’]|l[ea]s? |y )?[^\W\d_]{2,}(?:er|ir|re))\b"
    r"|\b(?:va|vont) (?:d['’]abord |[^\W\d_]+ ){0,2}[^\W\d_]{2,}(?:er|ir|re|oir)\b[^,;:]*$"
    r"|\bà (?:partir|compter) d(?:e |u |e ce )$",
    re.IGNORECASE,
)
"""An intention, or a rule that holds from a day on, if it stands before the day."""
_INTENT_SIGNS = (
    "appell", "invit", "veu", "compte", "souhaite", "espère", "envisage", "menace", "prévoi", "va ",
    "vont ", "partir",
)  # fmt: skip
"""Signs in small letters, of which every match of `_INTENT` has one."""
_PAST = re.compile(
    r"\b(?:a|ont|(?:est|sont)(?!\s+(?:prévu|attendu|programmé))|avait|avaient|était|étaient)\s+\w+(?:é|ée|és|ées|i|is|u|us|ue)\b"
)
_WOULD = (
    r"aurai(?:t|ent) lieu|sera(?:it|ient) (?!mort|décéd|né|ven|parti|arriv|tomb|reven|deven|rest|entr|sorti|mont|descend|allé|bien|survenu|intervenu)[^\W\d_]+(?:ée?s?|is|ise|ises|ite?s?|ue?s?)"
    r"|[^\W\d_]{3,}(?:er|ir|dr|tr|vr)ai(?:t|ent)(?<!serait)(?<!seraient)"
)
"""« qu'une autopsie serait pratiquée », « qu'il reviendrait »: what lies ahead of what was said; « serait mort » does not."""
_AHEAD = re.compile(
    r"\b(?:report|repouss|décal|renvoy|ajourn|fix|programm)(?:ée?s?|er) (?:à|au)(?: ce)?[ \u00a0]$"
    r"|\bà (?:paraître|venir)[ \u00a0]$"
    r"|(?<!était )(?<!étaient )(?<!été )(?<!que )\b(?:prévu|attendu|programmé)e?s? (?:pour )?(?:ce |le )?$"
    r"|\bappels? à (?:se |s['’])?[^\W\d_]+(?:er|ir|re)[ \u00a0]$"
    r"|\b(?:promis|espéré|convoqué|reconvoqué|annoncé|donné|pris)e?s? pour (?:ce |le |la |en )?$"
    r"|\b(?:a|ont|avait|avaient) promis [^,;:.]{1,60} (?:en|pour|d['’]ici|avant|dès|à partir de|au) ?$"
    rf"|\bqu(?:e |['’])[^,;:]{{0,60}}\b(?:{_WOULD}) (?:[^,;:]{{1,40}} )?(?:ce |le |en |dès |à partir d[eu] )?$",
    re.IGNORECASE,
)
"""Words right before a day in the future, whatever the rest of the sentence tells."""
_AHEAD_SIGNS = (
    "report", "repouss", "décal", "renvoy", "ajourn", "fix", "programm", "paraître", "venir",
    "prévu", "attendu", "appel", "promis", "espéré", "convoqué", "annoncé", "donné", "pris",
    "rai",
)  # fmt: skip
_PUT_OFF = re.compile(
    r"\bdevai(?:t|ent)\b.*\b(?:est|sont|a été|ont été|sera|seront)"
    r" (?:finalement )?(?:report|annul|ajourn|repouss|décal)ée?s?\b",
    re.IGNORECASE,
)
"""An event planned for the future and put off: « qui devait se jouer mercredi, est reporté »."""
_FROM = re.compile(r"\bdès (?:ce |le )?$", re.IGNORECASE)
_SINCE = re.compile(r"\bdepuis (?:ce |le )?$", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:a|ont|est|sont|avait|avaient|était|étaient|fut)\b")
_OVER = re.compile(r"[ \u00a0](?:dernier|dernière|passée?)\b", re.IGNORECASE)
_SENTENCE_STOP = re.compile(r"[.!?…]\s|\n")
_QUOTE_END = re.compile('[»”"]')
"""In « Nous voulons partir », disent-ils samedi, the intention is not for that day."""


def speaks_of_future(text: str, match: re.Match[str]) -> bool:
    """Whether the words near it, in its sentence, are about the future."""
    before = _SENTENCE_STOP.split(text[max(0, match.start() - 70) : match.start()])[-1]
    after = _SENTENCE_STOP.split(text[match.end() : match.end() + 70])[0]
    around = before + text[match.start() : match.end()] + after
    small, small_before = around.lower(), before.lower()
    if _OVER.match(after) or ("depuis" in small_before and _SINCE.search(before)):
        return False
    if holds(small_before, _AHEAD_SIGNS) and _AHEAD.search(before):
        return True
    if "devai" in small and _PUT_OFF.search(around):
        return True
    if "dès" in small_before and _FROM.search(before) and not _AUXILIARY.search(around):
        # « obligatoire dès lundi » is in the future, « est monté au créneau dès mercredi » is not.
        return True
    told = (_may_be_ahead(small) and _FUTURE.search(around)) or (
        holds(small_before, _INTENT_SIGNS) and _INTENT.search(_QUOTE_END.split(before)[-1])
    )
    return bool(told) and _PAST.search(around) is None


_FINITE = re.compile(
    rf"\b(?:{_VERB}(?:era|eront|ira|iront|dra|dront|tra|tront|vra|vront)|sera|seront|fera|feront|ira)"
    # What hangs on a noun is another day: « fera appel de la décision du 2 octobre ».
    r"(?:[ \u00a0]d[ue][ \u00a0]|(?:[ \u00a0](?!d[ue]\b|des\b|d['’])[^\W_]+(?:['’-][^\W_]+)*){0,5}[ \u00a0])$"
)
_PROMISED = re.compile(r"\b(?:a|ont) promis [^,;:.]{1,60} (?:en|pour|d['’]ici|avant|dès) ?$")
_NEXT = re.compile(r"[ \u00a0]prochaine?s?\b")


def is_surely_ahead(text: str, match: re.Match[str]) -> bool:
    """Whether a verb of its clause, before it, is in the future, or « prochain » follows; asked of what
    speaks of the future.
    """
    before = _SENTENCE_STOP.split(text[max(0, match.start() - 60) : match.start()])[-1]
    if "initialement" in before:
        return False
    return (
        _FINITE.search(before) is not None
        or _NEXT.match(text, match.end()) is not None
        or ("promis" in before and _PROMISED.search(before) is not None)
    )


def without_year(
    text: str,
    match: re.Match[str],
    in_year: Callable[[int], Interval | None],
    *,
    weekdays: tuple[tuple[int, int, int], ...] = (),
) -> Expression:
    """An expression that may be of any year, which the publication tells and the words around it: past or ahead."""
    future = speaks_of_future(text, match)
    return Expression(
        *match.span(), basis=YEAR_UNKNOWN, yearless=in_year, weekdays=weekdays,
        future=future, surely=future and is_surely_ahead(text, match),
    )  # fmt: skip


def _may_be_ahead(small: str) -> bool:
    """Whether words in small letters have a sign of `_FUTURE`."""
    return holds(small, _FUTURE_SIGNS) or _FUTURE_END.search(small) is not None
