"""How a sentence tells what a claim says to have happened: as done, as to come, as what may be, or as what is not so.

« va fermer », « sur le point de se briser » say that it has not happened yet, « craint la fermeture », « aurait
fermé » that it may be, « n'a pas fermé », « dément toute fermeture » that it has not.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from index.compare.claim_predicate import Predicate, Told, places, verb_family
from index.french.denial import denial

_S = r"[ \u00a0\u202f]"
_REACH = 110
"""Letters before a word in which what governs it stands."""
_BEFORE = 60
"""Letters before a word in which its auxiliary or its negation stands."""


class Stance(IntEnum):
    """How surely something is told to have happened, the surest first."""

    DONE = 0
    AHEAD = 1
    """It is announced, planned or due."""
    SUPPOSED = 2
    """It is feared, wished, asked for, or told in the conditional."""
    DENIED = 3


_CLITICS = rf"(?:(?:ne|n['’]|se|s['’]|l['’]|la|les?|lui|leur|y|en|pas|plus|jamais|rien|donc|aussi|encore|toujours|même|bientôt|déjà|ainsi|[^\W\d_]+ment)(?:{_S}|(?<=['’])))*"
_BEEN = rf"(?:(?:être|avoir|été|eu|fait|faire|mise?s?|placée?s?|pris|prise?s?|en|sous|à|sur|dans|la|le|les|une?|l['’]){_S}?)*"
_VERBS_AHEAD = re.compile(
    rf"\b(?:va|vont|allait|allaient|doi(?:t|vent)|dev(?:ait|aient|ra|ront)|devrai(?:t|ent)|sera|seront|aura|auront|fera|feront|prendra|prendront|mettra|mettront"
    rf"|prévoi(?:t|ent)|compte(?:nt)?|s['’]apprêt[^\W\d_]+{_S}à|sur{_S}le{_S}point{_S}de?|en{_S}passe{_S}de?|promet(?:tent)?{_S}de?|promis{_S}de?|prêt(?:e|s|es)?{_S}à|en{_S}train{_S}de?|avant{_S}de?"
    rf"|(?:prévue?s?|programmée?s?|attendue?s?|annoncée?s?){_S}(?:de|pour)){_S}?(?:d['’])?{_CLITICS}(?:{_BEEN})$",
    re.IGNORECASE,
)
_VERBS_SUPPOSED = re.compile(
    rf"\b(?:serai(?:t|ent)|aurai(?:t|ent)|pourrai(?:t|ent)|peu(?:t|vent)|pourra|pourront|voudrai(?:t|ent)|faudrai?t?|faut|soi(?:t|ent)|ferai(?:t|ent)|allai(?:t|ent)){_S}{_CLITICS}(?:{_BEEN})$",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    rf"\b(?:ne{_S}|n['’])(?!(?:[^.;:«»]{{0,30}}\bque?\b))[^.,;:«»“”\n]{{0,40}}?\b(?:pas|plus|jamais|rien|nullement|aucun(?:e|ement)?|guère){_S}?[^.,;:«»“”\n]{{0,45}}$",
    re.IGNORECASE,
)
_NONE = re.compile(
    rf"\b(?:aucune?|nulle?|zéro|ni|sans|pas{_S}(?:de|d['’])|(?:non|et{_S}non|mais{_S}pas|non{_S}pas)){_S}?(?:(?:toute|la|le|les|une?|l['’]|de|d['’]|du|des|à|en|avoir|être){_S}?)*(?:(?:projet|intention|plan|volonté|question|décision|risque|trace|signe|preuve)s?{_S}(?:de{_S}|d['’]|du{_S}|des{_S})(?:la{_S}|l['’]|les?{_S}|une?{_S})?)?$",
    re.IGNORECASE,
)
_OUGHT_NOT = re.compile(
    rf"\bne{_S}(?:doi(?:t|vent)|dev(?:ait|aient|ra|ront)|devrai(?:t|ent)|faut|faudra(?:it)?){_S}(?:pas|plus|jamais){_S}{_CLITICS}(?:{_BEEN})$",
    re.IGNORECASE,
)
"""« ne doit pas fermer » is a wish."""
_NOT_TO = re.compile(rf"\bne{_S}(?:pas|plus|jamais|rien){_S}{_CLITICS}(?:{_BEEN})$", re.IGNORECASE)
"""« a décidé de ne pas fermer »."""
_NE = re.compile(
    rf"(?:\bne{_S}|\bn['’])(?:(?:se|le|la|les|lui|leur|y|en){_S}|[sly]['’]|en{_S})*$", re.IGNORECASE
)
_NOT_BEHIND = re.compile(
    rf"{_S}(?:[^\W\d_]+ment{_S}|donc{_S}|bien{_S}|encore{_S}|toujours{_S})?(?:pas|plus|jamais|rien|nullement|guère|aucune?|ni)\b(?!{_S}qu)",
    re.IGNORECASE,
)
"""« ne paie pas »."""
_BARE_NOT = re.compile(
    rf"(?<!\bun )(?<!\ble )(?<!\bpremier )\bpas{_S}(?:(?:encore|toujours|été){_S})*$", re.IGNORECASE
)
"""« loi pas promulguée »."""
_NOT_SO = re.compile(
    rf"[^.;!?«»]{{0,50}}?\b(?:n['’](?:est|était|a)|ne{_S}(?:sera|serait|ser(?:ont|aient)|sont)|ne{_S}(?:figure|fait))\b(?:{_S}été)?{_S}(?:pas|plus|jamais|nullement|aucunement){_S}"
    rf"(?:encore{_S})?(?:une{_S}(?:volonté|option|intention)|à{_S}l['’]ordre|d['’]actualité|prévue?|envisagée?|en{_S}question|question|décidée?|actée?|confirmée?|sur{_S}la{_S}table|à{_S}l['’]étude|partie|exacte?|vraie?)\b",
    re.IGNORECASE,
)
"""« la fermeture du site n'est pas à l'ordre du jour »."""
_MAY_BRING = re.compile(
    rf"\b(?:pourrai(?:t|ent)|pourra|pourront|peu(?:t|vent)|devrai(?:t|ent)|doi(?:t|vent)|va|vont|serai(?:t|ent)|aurai(?:t|ent)){_S}{_CLITICS}[^\W\d_]+(?:er|ir|re|é|i|u){_S}[^,;:.«»\n]{{0,30}}$",
    re.IGNORECASE,
)
"""« pourrait comprendre la fermeture »."""
_REALISED = re.compile(
    rf"\b(?:v(?:ient|iennent|enait|enaient){_S}(?:tout{_S}juste{_S})?d|(?:réussi[^\W\d_]*|parven[^\W\d_]+|parvien[^\W\d_]+|commenc[^\W\d_]+|contraint[^\W\d_]*|forcé[^\W\d_]*|obligé[^\W\d_]*|amené[^\W\d_]*|conduit[^\W\d_]*){_S}à"
    rf"|(?:fini[^\W\d_]*){_S}par|(?:décid[^\W\d_]+|choisi[^\W\d_]*|accept[^\W\d_]+|cess[^\W\d_]+|reconn[^\W\d_]+|avoue?[^\W\d_]*|annonc[^\W\d_]+)(?:{_S}[^\W\d_]+){{0,2}}?{_S}(?:de|d['’])?|après|a{_S}(?:dû|pu|fait|su)|ont{_S}(?:dû|pu|fait|su)|fait|font|laisse[^\W\d_]*){_S}?(?:de{_S}|d['’]|e{_S})?(?:{_CLITICS})(?:avoir{_S}|être{_S}|s['’]être{_S})?$",
    re.IGNORECASE,
)
_PERFECT_INFINITIVE = re.compile(rf"\b(?:avoir|être){_S}(?:{_CLITICS})(?:été{_S})?$", re.IGNORECASE)
_IF = re.compile(
    rf"(?:^|[\s«(])(?:si{_S}(?!bien\b)|s['’]ils?{_S}|à{_S}moins{_S}qu|au{_S}cas{_S}où{_S}|pourvu{_S}qu|à{_S}condition{_S}(?:qu|d)|tant{_S}qu|à{_S}ce{_S}qu|avant{_S}qu)[^;:.«»\n]{{0,60}}$",
    re.IGNORECASE,
)


def stance(predicate: Predicate, text: str) -> Stance | None:
    """The surest way in which a text tells a predicate; denied only where it is nowhere told otherwise. None where it is not told."""
    return min((stance_at(text, place) for place in places(predicate, text)), default=None)


def stance_at(text: str, place: Told) -> Stance:
    """How a text tells what stands at a place."""
    start = place.start
    clause = text[_clause_start(text, start) : start]
    lead = clause[-_BEFORE:]
    far = text[max(_sentence_start(text, start), start - _REACH) : start]
    word = place.word
    if _OUGHT_NOT.search(lead):
        return Stance.SUPPOSED
    if _NE.search(lead) and _NOT_BEHIND.match(text, place.end):
        return Stance.DENIED
    if _denied(lead, far) or (not _is_verb(word) and _NOT_SO.match(text, place.end)):
        return Stance.DENIED
    if _IF.search(far):
        return Stance.SUPPOSED
    if _finite(word, "ait", "aient"):
        return Stance.SUPPOSED
    if _finite(word, "a", "ont"):
        return Stance.AHEAD
    if _VERBS_SUPPOSED.search(lead):
        return Stance.SUPPOSED
    if _supposing().search(far):
        return Stance.SUPPOSED
    if _VERBS_AHEAD.search(lead):
        return Stance.AHEAD
    if word.endswith(("er", "ir", "re")) and not _REALISED.search(lead) and _is_verb(word):
        return Stance.AHEAD
    if not _is_verb(word) and _MAY_BRING.search(lead):
        return Stance.SUPPOSED
    if _ahead().search(far) or _BEHIND_NOUN.match(text, place.end):
        return Stance.AHEAD
    return Stance.DONE


def _denied(lead: str, far: str) -> bool:
    if _NONE.search(lead):
        return True
    if (
        _NOT_TO.search(lead)
        or _BARE_NOT.search(lead)
        or (_NEGATED.search(lead) and not _REALISED.search(lead))
    ):
        return True
    return _denying().search(far) is not None


_BEHIND_NOUN = re.compile(
    rf"{_S}(?:[^\W\d_]+{_S}){{0,2}}?(?:éventuel|envisagé|prévu|programmé|annoncé|demandé|réclamé|redouté|possible|à{_S}venir)",
    re.IGNORECASE,
)


def _clause_start(text: str, at: int) -> int:
    """Where the clause of a place begins: behind the last sign before it."""
    return max(text.rfind(sign, 0, at) for sign in ".;:«»“”(),!?\n") + 1


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(sign, 0, at) for sign in ".;:«»“”!?\n") + 1


def _is_verb(word: str) -> bool:
    return verb_family(word) is not None


@lru_cache(1 << 12)
def _finite(word: str, *endings: str) -> bool:
    """Whether a word is a verb's infinitive, its e left out, and one of these endings: « fermera », « fermerait »."""
    from index.french.families import families

    for ending in endings:
        stem = word.removesuffix(ending)
        if stem == word or not stem.endswith("r"):
            continue
        known = families().of(word)
        if known is None:
            return False
        if stem in known.kin or f"{stem}e" in known.kin or stem.endswith(("dr", "vr", "rr", "ier")):
            return stem not in ("entr", "montr", "rencontr") and f"{stem}er" not in known.kin
        return False
    return False


@cache
def _denying() -> re.Pattern[str]:
    """« dément toute fermeture », « a démenti avoir vu », « exclut une fermeture »."""
    words = denial()
    return re.compile(
        rf"(?:\b(?:{words.governing}|{words.refusing}|exclu(?:t|ent|ait)?|écart(?:e|ent|ait|é))\b(?!{_S}(?:les|la|ces|cette){_S}(?:accusation|critique|reproche))[^,;:.«»\n]{{0,60}}"
        rf"|\b(?:fausse?s?){_S}[^,;:.«»\n]{{0,30}})$",
        re.IGNORECASE,
    )


@cache
def _supposing() -> re.Pattern[str]:
    words = "|".join(_words("supposing"))
    return re.compile(
        rf"\b(?:{words})(?:{_S}(?:pas|plus|aussi|également|encore|même|hier))?(?:{_S}[^,;:.«»\n]{{0,45}}?)?{_S}?(?:qu(?:e{_S}|['’])|de{_S}|d['’]|du{_S}|des{_S}|à{_S}|au{_S}|la{_S}|l['’]|le{_S}|les{_S}|une?{_S}|sa{_S}|son{_S}|leur{_S}|toute{_S}|cette{_S}|ce{_S}|,{_S})[^,;:.«»\n]{{0,25}}$",
        re.IGNORECASE,
    )


@cache
def _ahead() -> re.Pattern[str]:
    words = "|".join(_words("ahead"))
    return re.compile(rf"\b(?:{words}){_S}?[^,;:.«»\n]{{0,25}}$", re.IGNORECASE)


@cache
def _lists() -> dict[str, list[str]]:
    import yaml

    read = yaml.safe_load(
        (files("index.french") / "data" / "not_done.yaml").read_text(encoding="utf-8")
    )
    return {name: [str(one) for one in words] for name, words in read.items()}


def _words(name: str) -> list[str]:
    stems = sorted(_lists()[name], key=len, reverse=True)
    return [
        re.escape(word).replace("\\*", r"[^\W\d_]*").replace("\\ ", _S).replace("'", "['’]")
        for word in stems
    ]
