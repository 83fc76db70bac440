"""How a sentence asserts a claim, and who says it."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.claims.sentence import Sentence
from index.french.before_verbs import before
from index.french.saying_verbs import Form, VerbUse, saying_verbs
from index.french.somebody import can_speak
from index.french.source_words import SOURCE
from index.french.speakers import after
from index.french.times_beside import without_time
from index.model.claims import ClaimManner
from index.model.text import Span

_S = r"[^\S\t-\r]"
_ANONYMOUS = re.compile(
    rf"""\b(?: (?:selon|d['’]après|dit|confie|affirme|indique|de){_S}(?:une|des|plusieurs|certaines|deux)?{_S}?(?:sources?|témoins?|informations){_S}?
      | une{_S}source | des{_S}sources | nos{_S}informations | anonymat | un{_S}(?:proche|collègue|cadre|parent|salarié|témoin|habitué)
      | dit-on | croit-on | confie{_S}un | plusieurs{_S}(?:parents|témoins|proches|médias) )""",
    re.VERBOSE | re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"(?<![\w'’-])(?:n['’])?(?:aurait|auraient|serait|seraient|atteindrait|pourrait|pourraient|s['’]élèverait|s['’]élèveraient)(?:-(?:t-)?(?:il|elle|ils|elles|on))?(?!\w|-ce\b)",
    re.IGNORECASE,
)
_WOULD_DO = re.compile(
    r"(?<![\w'’-])(?:n['’]|s['’])?(?!(?:re|at|é|sou)?tirai|[^\W\d_]*(?:m|as|res|ns|x|sou|em)pirai|(?:ad)?mirai|(?:dé)?(?:si|chi|li)rai(?:t|ent)\b|(?:cha)?virai|cirai|attrai|engendr|effondr|poudr|saupoudr|fourr|bourr"
    r"|voud|souhait|aim|préfér|faud|vaud|dir)"
    r"[^\W\d_]*(?:er|ir|(?:iend|end|erd|aind|eind|oind|oud|ond|ett|att|aît|cev|uiv|viv|ver|our|cl[uo])r)ai(?:t|ent)(?:-(?:t-)?(?:ils?|elles?|on))?(?!\w|-ce\b)",
    re.IGNORECASE,
)
"""The conditional of any verb: « accorderait », « rachèteraient »; « voudrait » and « il faudrait » tell what is wished."""
_THAT = re.compile(rf"\b(?:que{_S}|qu['’])[^,;:.«»\n]*$", re.IGNORECASE)
"""« a dit qu'il accorderait »: what lay ahead then."""
_AHEAD = re.compile(
    rf"\b(?:devrai(?:t|ent)|est{_S}prévue?|sont{_S}prévue?s|prévue?s?|va|vont|attendue?s?|[^\W\d_]{{2,}}(?:era|eront|iront|ira|dra|dront))\b",
    re.IGNORECASE,
)
_HYPOTHESIS = re.compile(rf"(?:^|[\s,«])(?:si|s['’]ils?){_S}", re.IGNORECASE)
_WOULD = re.compile(
    rf"\b(?:annoncé|promis|juré|décidé|prévu){_S}(?:[^,;:.«»\n]{{0,40}}{_S})?qu(?:e{_S}|['’])[^,;:.«»\n]{{0,60}}$",
    re.IGNORECASE,
)
"""« avait annoncé qu'il serait candidat »: what lies ahead of the past, which nobody doubts."""
_BEEN = re.compile(
    rf"(?:(?:aurait|auraient)(?!{_S}(?:lieu|droit|besoin)\b)|(?:serait|seraient){_S}(?:[^\W\d_]+{_S})?[^\W\d_]+(?:ée?s?|is|ise|ue?s?)\b)",
    re.IGNORECASE,
)
"""A conditional of what is over: « aurait tué », « serait mort »."""
_ASKED = re.compile(r"\?\s*[»”\"]?\s*$")


_REFUTING = re.compile(
    rf"\b(?:dément\w*|contredi\w*|réfut\w*|balay\w*|infirm\w*|rejet\w*){_S}(?:[^\W\d_]+['’]?{_S}?){{0,3}}$",
    re.IGNORECASE,
)
_REFUTED = 40
"""The characters in which « démentant les informations de » stands before « plusieurs médias »."""
_GOVERNS, _GOVERNED = 80, 60
"""The characters over which a conditional doubts what follows it, and what stands before it."""


class SaidHow(NamedTuple):
    """The manner of a claim, and the place where its speaker is named."""

    manner: ClaimManner
    speaker: Span | None = None


def said(sentence: Sentence, place: int) -> SaidHow:
    """The manner in which a sentence asserts the words around a place; denial is read elsewhere."""
    text, (start, end) = sentence.text, sentence.span
    clause = sentence.clause(place)
    near = SOURCE.search(text, place, clause.end)
    local = after(text, near.end(), clause.end, ()) if near else None
    if local is not None and _NO_SOURCE.match(local.span.of(text)):
        local = None
    speaker = local.span if local else _speaker(text, start, end)
    speaker = without_time(text, speaker) if speaker else None
    if _ASKED.search(text, start, end):
        return SaidHow(ClaimManner.ASKED, speaker)
    for conditional in _CONDITIONAL.finditer(text, clause.start, clause.end):
        if place - conditional.end() > _GOVERNS or conditional.start() - place > _GOVERNED:
            continue
        ahead = _is_ahead_of_the_past(text, start, conditional.start(), end)
        if not ahead and not _HYPOTHESIS.search(text, start, conditional.start()):
            return SaidHow(ClaimManner.CONDITIONAL, speaker)
    if _would_do(text, start, clause, place):
        return SaidHow(ClaimManner.CONDITIONAL, speaker)
    if (unnamed := _ANONYMOUS.search(text, start, end)) and not _REFUTING.search(
        text, max(start, unnamed.start() - _REFUTED), unnamed.start()
    ):
        return SaidHow(ClaimManner.ANONYMOUS, speaker)
    if _AHEAD.search(text, clause.start, clause.end):
        return SaidHow(ClaimManner.ANNOUNCED, speaker)
    return SaidHow(ClaimManner.ATTRIBUTED if speaker else ClaimManner.PLAIN, speaker)


def _would_do(text: str, start: int, clause: Span, place: int) -> bool:
    """Whether a verb in the conditional before a place tells what is said to come, not what lay ahead of the past or
    hangs on an « if ».
    """
    return any(
        place - verb.end() <= _GOVERNS
        and not _THAT.search(text, start, verb.start())
        and not _HYPOTHESIS.search(text, start, verb.start())
        for verb in _WOULD_DO.finditer(text, clause.start, place)
    )


def _is_ahead_of_the_past(text: str, start: int, conditional: int, end: int) -> bool:
    """Whether a conditional tells what lay ahead, and doubts nothing: « avait annoncé qu'il serait candidat »."""
    led = _WOULD.search(text, start, conditional) is not None
    return led and not _BEEN.match(text, conditional, end)


def _speaker(text: str, start: int, end: int) -> Span | None:
    source = SOURCE.search(text, start, end)
    if source is not None:
        found = after(text, source.end(), end, ())
        return found.span if found and not _NO_SOURCE.match(found.span.of(text)) else None
    told: Span | None = None
    for verb in saying_verbs(text, start, end):
        if verb.form is not Form.FINITE:
            continue
        aside = verb.pronoun is not None or _opens(text, start, verb)
        if verb.pronoun is not None:
            beside = _BESIDE.match(text, verb.end, end)
            found = after(text, beside.end(), end, (), bare=True) if beside else None
        elif aside:
            found = after(text, verb.end, end, ())
        else:
            # « X a annoncé la fermeture »: what follows is announced, and announces nothing.
            found = before(text, start, verb.start, ())
        if found is not None and not found.anaphora:
            if aside:
                if (spoke := _who_speaks(text, found.span)) is not None:
                    return spoke
                continue
            if told is None and can_speak(found.span.of(text)):
                told = found.span
    return told


def _who_speaks(text: str, span: Span) -> Span | None:
    """Who is named behind a verb of saying, if it is somebody: not what was said, « a rejeté la demande », and of « avant
    le départ Hugo Brun » only the name.
    """
    bare = without_time(text, span)
    words = bare.of(text)
    if can_speak(words) or _NAMED.match(words) or can_speak(f"le {words}"):
        return span
    name = _NAME_BEHIND.search(words)
    return Span(bare.start + name.start("name"), bare.end) if name else None


_NAMED = re.compile(
    rf"(?:(?:le|la|les|l['’]|un|une|ce|cette|son|sa|des|du|de{_S}la){_S}?)?[A-ZÀ-Þ]|[a-zà-ÿ’'-]+s?{_S}[A-ZÀ-Þ]|M[.me]+{_S}|(?:celui|celle|ceux|celles){_S}qui\b|l['’]une?{_S}d|plusieurs\b|on\b|ils?\b|elles?\b"
    rf"|sources?\b|anonymement"
)
_NAME_BEHIND = re.compile(
    rf"^[a-zà-ÿ’']+{_S}?[a-zà-ÿ-]+{_S}(?P<name>[A-ZÀ-Þ][\w’'-]+(?:{_S}[A-ZÀ-Þ][\w’'-]+)+)$"
)
_NO_SOURCE = re.compile(r"(?:leurs?|ses|mes|nos|vos)[ \u00a0]yeux|les?quel", re.IGNORECASE)


_BESIDE = re.compile(
    rf"{_S}(?:[^\W\d_]+{_S}){{0,2}}?(?:auprès{_S}d(?:e{_S}|u{_S}|es{_S}|['’])|de{_S}(?=sources?\b))",
    re.IGNORECASE,
)
"""« a-t-on appris auprès de la préfecture »"""


def _opens(text: str, start: int, verb: VerbUse) -> bool:
    """Whether a verb of saying opens an aside, so that who says it follows: « …, a annoncé la préfecture »."""
    led = text[start : verb.start].rstrip()
    return led[-1] in ',»”"–—(:' if led else verb.start == verb.head or verb.compound
