"""The verbs of saying in a French text, in all their forms and with the words inside them."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from index.french.passives import is_passive
from index.french.saying_lexicon import SayingVerb, lexicon
from index.french.verbs_or_nouns import stands_as_noun
from index.model.article import HowSaid
from index.model.text import Span

_S = r"[^\S\t-\r]"
_ADVERB = (
    rf"(?:{_S}+(?:également|aussi|encore|notamment|ainsi|alors|ensuite|enfin|toutefois|cependant|pas|jamais|point|rien"
    rf"|néanmoins|pourtant|longtemps|brièvement|vite|tôt|tard|toujours|désormais|souvent|parfois|aussitôt|tout{_S}de{_S}même|quand{_S}même|plus|guère|nullement|aucunement|déjà|même|donc|bien|certes|ici|hier|aujourd['’]hui|par{_S}ailleurs|d['’]ailleurs"
    rf"|par{_S}exemple|en{_S}outre|de{_S}(?:son|leur){_S}côté|pour{_S}(?:sa|leur){_S}part|en{_S}effet|d['’]abord|à{_S}(?:son|leur){_S}tour|dans{_S}la{_S}foulée"
    rf"|quant{_S}à{_S}(?:lui|elle|eux)|(?:lui|elle|eux)(?:-même|{_S}aussi)|en{_S}revanche|au{_S}passage|sans{_S}détours?"
    rf"|à{_S}plusieurs{_S}reprises|dans{_S}un{_S}premier{_S}temps|[^\W\d_]+ment"
    rf"|(?:de|à){_S}nouveau|tout{_S}(?:de{_S}suite|d['’]abord|à{_S}l['’]heure)|d['’]ores{_S}et{_S}déjà|pour{_S}(?:l['’]instant|le{_S}moment|autant|finir|commencer)"
    rf"|(?:plusieurs|maintes|de{_S}nombreuses|deux|trois){_S}fois|(?:une|cette){_S}fois(?:{_S}(?:de{_S}plus|encore))?|de{_S}plus|en{_S}même{_S}temps|dans{_S}le{_S}même{_S}temps"
    rf"|(?:(?:dès|ce|depuis){_S})?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:{_S}(?:matin|midi|soir|après-midi))?|dans{_S}la{_S}(?:matinée|soirée|journée|nuit)))"
)
_PRONOUN = (
    rf"(?:{_S}?-{_S}?(?:t['’-]{_S}?)?|{_S}t['’-])(?P<pronoun>ils?|elles?|on|je|nous)(?![\w-])"
)
_NEGATION = re.compile(rf"{_S}(?:pas|jamais|nullement|aucunement|point|guère)(?!\w)")
_AVOIR = frozenset("a ont avait avaient aura auront eut eurent ai avons".split())
_AVOIR_CONDITIONAL = frozenset(("aurait", "auraient"))
_ETRE = frozenset("est sont était étaient sera seront fut furent suis".split())
_ETRE_CONDITIONAL = frozenset(("serait", "seraient"))
_CLITICS = re.compile(
    rf"(?:(?:ne|me|te|se|lui|leur|nous|vous|y|en|les|le|la){_S}+|(?:n|m|t|s|l)['’])*", re.IGNORECASE
)
_CLITICS_BEFORE = re.compile(
    rf"(?<![\w'’-])(?:(?:ne|me|te|se|lui|leur|nous|vous|y|en|les|le|la){_S}+|(?:n|m|t|s|l)['’])+\Z",
    re.IGNORECASE,
)
_CLITIC_WORDS = frozenset("ne me te se lui leur nous vous y en les le la n m t s l".split())
_LAST_CLITICS = (*"ne me te se lui leur ous y en les le la".split(), *" \u00a0\u202f")
_APOSTROPHES, _BLANKS = "'’", " \u00a0\u202f"
_WORD = re.compile(r"[^\W\d_]+")
_APART = rf"(?:,{_S}[^,;:.!?()\x1f«»“”\"\n]{{2,45}},|{_S}(?:à{_S}l['’]époque|lui|elle|eux|elles)(?={_S}))"
"""« a, lui, estimé », « a, dans la foulée, dénoncé », « a lui estimé »."""
_COMPOUND = re.compile(
    rf"(?:{_PRONOUN})?(?P<adverbs>{_APART}?{_ADVERB}*){_S}+(?P<past>[^\W\d_]+)(?![\w-])"
)
_AFTER_FINITE = re.compile(rf"(?:{_PRONOUN})?")
_ADVERBS = re.compile(rf"{_ADVERB}*")
_TO = re.compile(
    rf"(?:{_PRONOUN})?{_ADVERB}*(?:{_S}+(?:soin|garde|plaisir|la{_S}peine))?{_S}+(?:(?:à|de|par){_S}+|d['’])?{_CLITICS.pattern}(?P<infinitive>[^\W\d_]+)(?![\w-])"
)
_STILL = re.compile(r"(?:hésit|manqu|tard|priv|cess|rechign)")
"""« n'hésite pas à parler de », « n'a pas manqué de rappeler »: it is said."""
_NOT, _REFLEXIVE = frozenset(("n'", "ne")), frozenset(("s'", "se"))
_NO_PARTICIPLE = frozenset(("maintenant",))
"""Adverbs that look like one: « lui maintenant la tête » is done, too, and never said."""


_AUXILIARIES = frozenset(
    (*_AVOIR, *_AVOIR_CONDITIONAL, *_ETRE, *_ETRE_CONDITIONAL, "avoir", "ayant", "être", "étant")
)
_SHARING = re.compile(
    rf"(?:{_S}(?:et|mais|puis)|,{_S}puis){_S}(?:(?:également|aussi|encore|ensuite|[^\W\d_]+ment){_S})?$"
)
_TELLS = re.compile(
    rf"(?:{_S}(?:notamment|également|aussi|ainsi|[^\W\d_]+ment))?(?:,[^,;:.]{{2,60}},)?"
    rf"(?:{_S}(?:que{_S}|qu['’]|(?:(?:une?|le|la|les|des|son|sa|ses|leurs?|ce|cette){_S}|l['’])?[«“\"])|{_S}?:{_S}?[«“\"])"
)
_ASKS = re.compile(
    rf"(?:{_S}[^,;:.«“\"\x1f]{{2,60}})?{_S}(?:(?:à|de|au|aux|des){_S}|d['’])(?:[^\W\d_]+{_S}(?:(?:une?|le|la|les|des|son|sa|ses){_S}|l['’])?)?[«“\"]"
)
"""« appelé les dockers à “rester” », « demandé d'ouvrir le “dialogue” »."""
_OTHER_AUXILIARY = re.compile(
    r"(?:^|[^\w’']|[nl]['’])(?P<had>a|ont|avait|avaient|aurait|auraient)[ \u00a0]"
)
"""An auxiliary that a participle after « et » may share."""


_CLAUSES = 250
"""Characters before a participle in which the auxiliary stands that it shares."""
_STOP = re.compile(r"(?<![A-ZÀ-Þ])(?<!\bMM)(?<!\bDr)(?<!\bPr)[.!?]\s")


class Form(Enum):
    FINITE = auto()
    ACTING = auto()
    """« affirmant »: its subject stands earlier in the sentence."""
    INFINITIVE = auto()
    """« avant d'ajouter »: its subject stands earlier in the sentence."""


class VerbUse(NamedTuple):
    """A verb of saying in a text: with auxiliary, adverbs and an inverted pronoun."""

    start: int
    end: int
    words: str
    verb: SayingVerb
    form: Form
    negated: bool = False
    conditional: bool = False
    compound: bool = False
    pronoun: Span | None = None
    """The subject that stands after the verb: « a-t-il dit »."""
    head: int = 0
    """The start of the verb without the pronouns before it."""

    shared: int = -1
    """Where the auxiliary begins that it shares with a participle before it."""


def verb_at(text: str, start: int, end: int) -> VerbUse | None:
    """The verb of saying that begins at a place, with the object pronouns before it."""
    word = _WORD.match(text, start, end)
    if word is None:
        return None
    head = start
    if word[0].lower() in _CLITIC_WORDS:
        clitics = _CLITICS.match(text, start, end)
        head = clitics.end() if clitics else start
        behind = _WORD.match(text, head, end)
        if behind is None:
            head = start
        else:
            word = behind
    if word[0].lower() not in _beginnings():
        return None
    return _use(text, word, text[start:head], start, end)


def saying_verbs(text: str, start: int, end: int) -> Iterator[VerbUse]:
    """The verbs of saying between two places, without the nouns that look like one.

    « la note », « sous la menace », « sa demande » are none; « le maire note » is one.
    """
    beginnings = _beginnings()
    reached = start
    for word in _WORD.finditer(text, start, end):
        beginning = beginnings.get(word[0])
        if beginning is None or word.start() < reached:
            continue
        if (
            not beginning
            and _SHARING.search(text, max(start, word.start() - 30), word.start()) is None
        ):
            continue
        before = _clitics_before(text, max(start, word.start() - 20), word.start())
        first = before.start() if before else word.start()
        use = _use(text, word, before.group() if before else "", first, end)
        if use is not None and not is_noun(text, use, start):
            reached = use.end
            yield use


def _clitics_before(text: str, floor: int, at: int) -> re.Match[str] | None:
    """The object pronouns before a verb; most verbs have another word before them."""
    end = at - 1
    if end <= floor:
        return None
    if text[end] not in _APOSTROPHES:
        if text[end] not in _BLANKS:
            return None
        last = text[max(floor, end - 4) : end].lower()
        if not last.endswith(_LAST_CLITICS):
            return None
    return _CLITICS_BEFORE.search(text, floor, at)


_SET_PHRASE = re.compile(r"(?<!\w)(?:autrement|soit|ceci|cela)[ \u00a0]$", re.IGNORECASE)
"""« autrement dit »: nobody says it."""


@cache
def _beginnings() -> dict[str, bool]:
    """The words that a verb of saying may begin with, and whether anywhere: a participle only after « et »."""
    known = lexicon()
    anywhere = _AUXILIARIES.union(known.finite, known.acting, known.infinitive, known.introducing)
    # « Saluant “…”, la maire a … »: of those that begin a sentence, a participle alone has its subject in it.
    anywhere |= {form.capitalize() for form in known.acting}
    return {**dict.fromkeys(known.past, False), **dict.fromkeys(anywhere, True)}


@cache
def _alone() -> dict[str, list[tuple[tuple[SayingVerb, ...], Form]]]:
    """By form that needs no auxiliary: the verbs that it may belong to, and as what."""
    known = lexicon()
    found: dict[str, list[tuple[tuple[SayingVerb, ...], Form]]] = {}
    for table, kind in (
        (known.finite, Form.FINITE),
        (known.acting, Form.ACTING),
        (known.infinitive, Form.INFINITIVE),
    ):
        for form, verbs in table.items():
            if kind is not Form.ACTING or form not in _NO_PARTICIPLE:
                found.setdefault(form, []).append((verbs, kind))
    return found


def _use(text: str, word: re.Match[str], clitics: str, start: int, end: int) -> VerbUse | None:
    if text[word.start() - 1 : word.start()] == "-":
        return None
    known, form = lexicon(), word.group().lower()
    small = clitics.lower().replace("’", "'").replace("'", "' ").split() if clitics else []
    if form in _AUXILIARIES:
        compound = _compound(text, word, form, small, start, end)
        if compound is not None:
            return compound
    if form == "dit" and _SET_PHRASE.search(text, max(0, word.start() - 11), word.start()):
        return None
    if form in known.past and _SHARING.search(text, max(0, word.start() - 30), word.start()):
        shared = _shared(text, word, form, start, end)
        if shared is not None:
            return shared
    if form in known.introducing:
        introduced = _introduced(text, word, form, small, start, end)
        if introduced is not None:
            return introduced
    kinds = _alone().get(form)
    if kinds is None:
        return None
    place = word.end()
    following = text[place : place + 2]
    # Every inverted pronoun has one of them near: « dit-il », « a t'il ».
    tail = _AFTER_FINITE.match(text, place, end) if "-" in following or "t" in following else None
    if tail is not None:
        place = tail.end()
    if (place < end and text[place] == "-") or _glued(text, place, end):
        return None
    for verbs, kind in kinds:
        chosen = _choice(verbs, text, place, end, small)
        if chosen is None:
            continue
        if kind is Form.FINITE and form in known.past and is_passive(text, start, place):
            return None
        verb, last = chosen
        pronoun = _span(tail, "pronoun")
        said_not = _negation(small, text, place, end)
        if said_not is not None and last == place and not verb.after:
            last = said_not.end()
        return VerbUse(
            start, last, text[start:last], verb, kind, said_not is not None,
            pronoun=pronoun, head=word.start(),
        )  # fmt: skip
    return None


def _glued(text: str, place: int, end: int) -> bool:
    following = text[place : min(end, place + 1)]
    return following.isalnum() or following in ("'", "’")


def _compound(
    text: str, word: re.Match[str], form: str, clitics: list[str], start: int, end: int
) -> VerbUse | None:
    if form in _AVOIR or form in _AVOIR_CONDITIONAL or form in ("ayant", "avoir"):
        reflexive = False
    elif form in _ETRE or form in _ETRE_CONDITIONAL or form in ("être", "étant"):
        reflexive = True
        if not {"s'", "se", "m'", "nous"} & set(clitics):
            return None
    else:
        return None
    rest = _COMPOUND.match(text, word.end(), end)
    if rest is None:
        return None
    known = lexicon()
    past, place = rest["past"].lower(), rest.end()
    adverbs = rest["adverbs"]
    kind = {"ayant": Form.ACTING, "avoir": Form.INFINITIVE, "être": Form.INFINITIVE}.get(
        form, Form.FINITE
    )
    introducing = past in known.introducing_past
    chosen = None
    if introducing:
        following = _TO.match(text, place, end)
        if following is not None and following["infinitive"] in known.infinitive:
            chosen = _choice(
                known.infinitive[following["infinitive"]], text, following.end(), end, []
            )
    if chosen is None and past in known.past:
        own = [one for one in clitics if reflexive or one not in _REFLEXIVE]
        chosen = _choice(known.past[past], text, place, end, own)
    if chosen is None:
        return None
    verb, last = chosen
    negated = not (introducing and _STILL.match(past)) and _is_negated(clitics, adverbs)
    return VerbUse(
        start, last, text[start:last], verb, kind, negated,
        form in _AVOIR_CONDITIONAL or form in _ETRE_CONDITIONAL, compound=True,
        pronoun=_span(rest, "pronoun"), head=word.start(),
    )  # fmt: skip


def _shared(text: str, word: re.Match[str], form: str, start: int, end: int) -> VerbUse | None:
    """« n'a pas suivi le parquet et estimé que »: a participle that shares the auxiliary before it."""
    chosen = _choice(lexicon().past[form], text, word.end(), end, [])
    if chosen is None:
        return None
    asks = chosen[0].manner is HowSaid.ASKED and _ASKS.match(text, chosen[1], end)
    if not asks and not _TELLS.match(text, chosen[1], end):
        return None
    floor = max(0, word.start() - _CLAUSES)
    ends = [stop.end() for stop in _STOP.finditer(text, floor, word.start())]
    others = list(_OTHER_AUXILIARY.finditer(text, ends[-1] if ends else floor, word.start()))
    if not others:
        return None
    other = others[-1]
    first = _clitics_before(text, floor, other.start("had"))
    verb, last = chosen
    return VerbUse(
        start, last, text[start:last], verb, Form.FINITE, compound=True, head=word.start(),
        shared=first.start() if first else other.start("had"),
    )  # fmt: skip


def _introduced(
    text: str, word: re.Match[str], form: str, clitics: list[str], start: int, end: int
) -> VerbUse | None:
    """A verb of saying after another verb: « tient à rappeler », « veut souligner », « vient-il de
    déclarer ».
    """
    known = lexicon()
    rest = _TO.match(text, word.end(), end)
    if rest is None or rest["infinitive"] not in known.infinitive:
        return None
    negated = _STILL.match(form) is None and _is_negated(clitics, rest.group())
    chosen = _choice(known.infinitive[rest["infinitive"]], text, rest.end(), end, [])
    if chosen is None:
        return None
    verb, last = chosen
    return VerbUse(
        start, last, text[start:last], verb, Form.FINITE, negated,
        pronoun=_span(rest, "pronoun"), head=word.start(),
    )  # fmt: skip


def _choice(
    verbs: tuple[SayingVerb, ...], text: str, place: int, end: int, clitics: list[str]
) -> tuple[SayingVerb, int] | None:
    """The verb whose phrase and reflexive pronoun fit best, and the end of its last word."""
    reflexive = not _REFLEXIVE.isdisjoint(clitics)
    best: tuple[int, SayingVerb, int] | None = None
    at = -1
    """Where a phrase behind the adverbs would begin, once one is looked for."""
    for verb in verbs:
        if verb.reflexive != reflexive or (verb.before and verb.before not in clitics):
            continue
        last = place
        if verb.after:
            if at < 0:
                adverbs = _ADVERBS.match(text, place, end)
                at = adverbs.end() if adverbs else place
                while at < end and text[at] in " \u00a0\u202f":
                    at += 1
            words = text[at : at + len(verb.after)].replace("’", "'")
            if verb.after == "de" and words == "d'":
                words = "de"
            if words != verb.after or (
                text[at + 1] != "'" and text[at + len(words) : at + len(words) + 1].isalnum()
            ):
                continue
            last = at + len(words)
        rank = len(verb.after) + 2 * len(verb.before)
        if best is None or rank > best[0]:
            best = (rank, verb, last)
    return (best[1], best[2]) if best else None


def _negation(clitics: list[str], text: str, place: int, end: int) -> re.Match[str] | None:
    """« pas » among the adverbs behind a verb that has « ne » before it."""
    adverbs = None if _NOT.isdisjoint(clitics) else _ADVERBS.match(text, place, end)
    return _NEGATION.search(text, place, adverbs.end()) if adverbs else None


def _is_negated(clitics: list[str], following: str) -> bool:
    return not _NOT.isdisjoint(clitics) and _NEGATION.search(following) is not None


def _span(match: re.Match[str] | None, group: str) -> Span | None:
    return Span(*match.span(group)) if match is not None and match[group] else None


def is_noun(text: str, use: VerbUse, floor: int) -> bool:
    """Whether a form is a noun and no verb of saying: « la note », « sous la menace »."""
    if use.compound or use.form is not Form.FINITE or use.pronoun is not None:
        return False
    return stands_as_noun(text, use.start, use.head, floor, paired=bool(use.verb.before))
