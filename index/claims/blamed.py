"""What is blamed for an event, told by other words than « la cause »: « la piste du mégot est écartée », « penche pour
un câble rompu », « la fuite vient d'une cuve », « c'est le gel qui a provoqué ».
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from index.claims.before import Before
from index.claims.lexicon import lexicon
from index.claims.sentence import Sentence
from index.model.text import Span

_S = r"[^\S\t-\r]"


class Blamed(NamedTuple):
    """A cause in words, with its place."""

    span: Span
    denied: bool = False
    hedged: bool = False
    value: str = ""
    """The class; empty where the words themselves are the value."""


@cache
def nouns(which: str) -> str:
    """An alternation of the nouns of a list in `data/effects.yaml`, with their plurals."""
    text = (files("index.claims") / "data" / "effects.yaml").read_text(encoding="utf-8")
    listed = sorted(yaml.safe_load(text)[which], key=len, reverse=True)
    return "|".join(re.escape(noun).replace(r"\ ", _S) for noun in listed)


_A = r"(?:une?[ \u00a0]|des[ \u00a0]|quelque[ \u00a0])"
_THE = rf"(?:{_A}|le[ \u00a0]|la[ \u00a0]|les[ \u00a0]|l['’]|cette[ \u00a0]|ce[ \u00a0]|son[ \u00a0]|sa[ \u00a0]|ses[ \u00a0]|toute?[ \u00a0])"
_OF = r"(?:d['’]une?[ \u00a0]|du[ \u00a0]|de[ \u00a0]la[ \u00a0]|de[ \u00a0]l['’]|des[ \u00a0]|de[ \u00a0]|d['’])"
_TO = r"(?:à[ \u00a0]une?[ \u00a0]|au[ \u00a0]|aux[ \u00a0]|à[ \u00a0]la[ \u00a0]|à[ \u00a0]l['’]|à[ \u00a0]des[ \u00a0]|à[ \u00a0])"
_WHAT = r"(?P<what>[^,;.:()«»\n?!]{3,60}?)"
_UNTIL = rf"(?={_S}?[,;.:()«»\n?!]|{_S}(?:qui|dont|selon|d['’]après|mais|et|est|a|ont|pour|avant|après|lors|reste|comme|alors|parce|quand|où|affirme|assure|dit)(?!\w)|$)"
_GONE = r"écartée?s?|exclue?s?|abandonnée?s?|invalidée?s?|refermée?|fermée?|levée?|rejetée?s?|balayée?s?|démentie?s?|infirmée?s?|réfutée?s?|enterrée?s?"
_KEPT = r"privilégiée?s?|retenue?s?|évoquée?s?|étudiée?s?|explorée?s?|examinée?s?|envisagée?s?|avancée?s?|suivie?s?"
_TRACK = rf"(?:piste|hypothèse|thèse|scénario|théorie){_S}"


@cache
def _track() -> re.Pattern[str]:
    """« la piste du mégot est écartée »"""
    return re.compile(
        rf"\b{_TRACK}{_OF}{_WHAT}{_S}(?P<not>n['’]|ne{_S})?(?:(?:est|sont|était|serait|a|avait|aurait|semble|paraît|reste|demeure|tient|convainc)(?!\w)(?:{_S}(?P<no>pas|plus|jamais))?(?:{_S}(?:été|donc|désormais|pour{_S}l['’]instant|ainsi|en{_S}revanche|encore|toujours|la|vite|définitivement))*)"
        rf"(?:{_S}(?:(?P<gone>{_GONE})|(?P<kept>{_KEPT})|plus{_S}(?:probable|plausible|sérieuse)|probable|plausible|sérieuse|possible|sur{_S}la{_S}table))?(?!\w)"
    )


@cache
def _chosen() -> re.Pattern[str]:
    """« penche pour un câble rompu », « soupçonnent une infection », « ne croit pas à la panne »"""
    return re.compile(
        rf"""\b(?:
          (?P<hedged>pench(?:e|ent|ait|aient|erait){_S}pour|privilégi(?:e|ent|ait|aient)|soupçonn(?:e|ent|ait|aient)|suspect(?:e|ent|ait)|évoqu(?:e|ent|ait|aient)(?={_S}(?:la{_S}piste|l['’]hypothèse|la{_S}thèse)))
            {_S}(?:(?:la{_S}|l['’])(?:piste|hypothèse|thèse){_S}{_OF}|{_THE})
        | (?P<blames>accus(?:e|ent|ait|aient)|incrimin(?:e|ent|ait|aient)|point(?:e|ent|ait|aient){_S}du{_S}doigt|(?:met|mettent|mettait){_S}en{_S}cause){_S}{_A}
        | (?P<denied>(?:met|mettent|mis|mettrait){_S}hors{_S}de{_S}cause|(?:(?P<open>n['’])?exclu(?:t|ent|ait)(?:{_S}pas)?|écart(?:e|ent|ait|aient)|bala(?:ie|ient|yait)|rejett(?:e|ent)|récus(?:e|ent|ait)|réfut(?:e|ent|ait)|dément(?:ent|ait)?){_S}(?=(?:une?|toute?|la{_S}piste|l['’]hypothèse|la{_S}thèse)(?!\w))){_S}?(?:(?:la{_S}|l['’])(?:piste|hypothèse|thèse){_S}{_OF}|{_THE})
        | (?P<never>(?:[Pp]ersonne|[Nn]ul){_S}ne{_S}croit|ne{_S}cro(?:it|ient|yait){_S}(?:pas|plus|guère)){_S}{_TO}
        ){_WHAT}{_UNTIL}""",
        re.VERBOSE,
    )


@cache
def _effect() -> re.Pattern[str]:
    """« la fuite vient d'une cuve », « l'affaire serait partie d'une lettre », « attribuent la contamination à un
    élevage ».
    """
    effects = nouns("effects")
    return re.compile(
        rf"""\b(?:
          (?:{effects}|[Tt]out|[Cc]ela)s?(?:{_S}[^\W\d_]+){{0,3}}?{_S}(?:
              (?:vient|venait|viendrait|provient|proviendrait|résulte|résulterait|découle|découlerait){_S}{_OF}
            | (?:est|serait|était){_S}(?:partie?|née?|issue?|l[ae]{_S}(?:conséquence|résultat|fruit)(?:{_S}directe?)?){_S}{_OF}
            | (?:est|serait|était){_S}(?:consécuti(?:f|ve)|imputable){_S}{_TO}
            | (?:a|aurait|avait){_S}pour{_S}(?:origine|cause){_S}{_THE}
            | trouv(?:e|ait|erait){_S}son{_S}origine{_S}dans{_S}{_THE}
            | (?:fait|ferait){_S}suite{_S}{_TO}
            | (?:tient|tenait|tiendrait){_S}{_TO}
            | s['’]expliqu(?:e|ait|erait){_S}par{_S}{_THE}?)
        | (?:attribu(?:e|ent|ait)|imput(?:e|ent|ait)){_S}{_THE}(?:{effects})s?(?:{_S}[^\W\d_]+){{0,3}}?{_S}{_TO}
        | (?:met|mettent|mis|mettait){_S}{_THE}[^,;.:]{{2,40}}?{_S}sur{_S}le{_S}compte{_S}{_OF}
        | (?:analyses?|résultats?|rapports?|experts?|expertises?|enquêteurs?|enquête|autopsie|techniciens?|laboratoire)[^;.:«»\n]{{0,50}}?{_S}(?:(?P<names>désign(?:e|ent|ait)|incrimin(?:e|ent|ait)|point(?:e|ent|ait))|(?:a|ont){_S}mis{_S}en{_S}évidence|mett?(?:ent)?{_S}en{_S}évidence){_S}{_A}
        | [Ll]a{_S}faute{_S}(?:{_TO}|{_OF})
        ){_WHAT}{_UNTIL}""",
        re.VERBOSE,
    )


_PLACED = rf"(?={_S}(?:(?:dans|en|depuis|chez|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\w)|(?:à|au){_S}(?:l['’](?:hôpital|âge)|[A-ZÉÈ])))"
"""Where and when somebody died of something."""
_DIED = re.compile(
    rf"\b(?:est|était|serait|sont|étaient|a|ont|aurait|auraient|avait){_S}(?:(?!une?{_S}|l[ea]s?{_S}|des{_S})[^\W\d_]+{_S}){{0,2}}?(?:succombé{_S}{_TO}|(?:morte?s?|décédée?s?){_S}(?:des{_S}suites{_S})?{_OF}|(?:emportée?s?|terrassée?s?|foudroyée?s?){_S}par{_S}{_THE})"
    rf"(?:s(?:on|a|es){_S}|leurs?{_S})?{_WHAT}(?:{_PLACED}|{_UNTIL})"
)
"""« a succombé à une septicémie », « est morte d'un arrêt du cœur »"""
_NO_ILLNESS = re.compile(
    r"(?:\d|inquiétude|peur|honte|ennui|trouille|jalousie|envie|vivant|retour|chez|nuit|suite|rire|là|l['’]|ce|cette|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))",
    re.IGNORECASE,
)
"""« mort de son vivant », « morte de rire », « morte d'inquiétude »"""
_ANOTHER = re.compile(
    rf"autres?(?:$|{_S}(?:survenue?s?|commise?s?|signalée?s?|du|de|des|qui|en|lundi|mardi)(?!\w))"
)
"""« fait suite à un autre survenu mardi » names another one of its kind."""
_INNOCENT = re.compile(
    rf"(?:^|(?<=\n)|(?<=[,;:»«.?!][ \u00a0])|\bque{_S})(?:[Uu]ne?{_S}|[Ll]e{_S}|[Ll]a{_S}|[Ll]es{_S}|[Ll]['’])(?P<what>[^,;.:()«»\n?!]{{3,50}}?){_S}"
    rf"(?:n['’]y{_S}(?:est|sont|serait|était){_S}pour{_S}rien|n['’](?:est|était|a|ont|avait){_S}(?:pas{_S}(?:été{_S})?en{_S}cause|rien{_S}à{_S}voir)|ne{_S}sont{_S}pas{_S}en{_S}cause|(?:est|sont){_S}hors{_S}de{_S}cause(?={_S}?[,.;]))"
)
"""« le chauffe-eau n'y est pour rien »"""
_BEING = rf"(?:est|sont|serait|seraient|était|étaient|a{_S}(?:bien{_S})?été|(?:pourrai(?:t|ent)|semblent?|paraît)(?:{_S}bien)?{_S}être){_S}"


@cache
def _maker() -> re.Pattern[str]:
    """« Une vanne a causé la fuite », « Un arbre est à l'origine de la coupure »"""
    effects = nouns("effects")
    return re.compile(
        rf"(?:^|(?<=\n)|(?<=[,;:»«.?!][ \u00a0])|\b[Cc]['’](?:est|était|serait){_S})(?:[Uu]ne?{_S}|[Ll]e{_S}|[Ll]a{_S}|[Ll]es{_S}|[Ll]['’]|[Dd]es{_S})(?P<what>[^,;.:()«»\n?!]{{3,50}}?){_S}(?:qui{_S})?"
        rf"(?:(?:a|ont|aurait|auraient){_S}(?:provoqué|causé|déclenché|occasionné|entraîné){_S}{_THE}(?:{effects})s?(?!\w)|{_BEING}(?:bien{_S})?(?:à{_S}l['’]origine{_S}{_OF}|(?:directement{_S})?en{_S}cause|l[ae]{_S}(?:seule{_S})?cause{_S}{_OF}|responsables?(?={_S}?[.,;]|{_S}(?:de|du|des|d['’]))))"
    )


_UNSURE = re.compile(
    r"\b(?:pourrai(?:t|ent)|semblent?|paraît|serai(?:t|ent)|aurai(?:t|ent)|(?:viend|proviend|tiend|résulte)rait)\b"
)
_UNDER = re.compile(
    rf"\b(?:rompu|rompue|cédé|déclenchée?|effondrée?|détachée?|parti|partie|écroulée?|affaissée?|fissurée?){_S}(?:(?:au{_S}(?=passage))|sous{_S}(?:le{_S}|l['’])(?=poids|effet|action)|sous{_S}(?:la{_S})(?=pression|charge)|par{_S}la{_S}(?=faute))(?P<what>(?:passage|poids|effet|action|pression|charge|faute){_S}[^,;.:()«»\n?!]{{3,50}}?){_UNTIL}"
)
_ITSELF = re.compile(
    rf"\bs['’](?:est|était){_S}(?:ouvert|romp|déclench|effondr|détach|mis|allum|enflamm|bris|cass|décroch|fissur|écroul|embras)[^\W\d_]*{_S}(?:d['’]elles?-mêmes?|de{_S}lui-même|d['’]eux-mêmes|toute?{_S}seule?|spontanément)|\bsans{_S}que{_S}personne{_S}(?:n['’])?y{_S}touche|\bsans{_S}(?:aucune{_S})?intervention{_S}(?:humaine|extérieure)"
)
_ASKED_NOUN = re.compile(
    rf"[«\"\s]*(?:[Uu]ne?{_S}|[Ll]e{_S}|[Ll]a{_S}|[Ll]es{_S}|[Ll]['’]|[Dd]es{_S}|[Dd]['’]une?{_S}|[Dd]u{_S}|[Dd]e{_S}la{_S})(?P<what>[^,;.:()«»\n?!]{{3,50}}?)(?={_S}?[,.;]|{_S}(?:selon|d['’]après)(?!\w)|$)"
)
_WORDS = (
    "piste hypothèse thèse scénario théorie penche penchait privilégie soupçonne suspecte évoque accuse incrimine"
    " pointe cause exclut exclu excluent écarte croit croient croyait vient venait viendrait provient proviendrait résulte"
    " résulterait découle tient tenait tiendrait explique attribue impute faute provoqué causé déclenché occasionné"
    " entraîné origine responsable rompu rompue cédé effondré effondrée détaché parti partie écroulé affaissé fissuré ouvert"
    " ouverte allumé enflammé mis brisé cassé décroché embrasé intervention touche compte met balaie rejette récuse réfute dément viennent proviennent découlerait partie né née issu issue imputable consécutif consécutive suite désigne pointe incrimine évidence succombé mort morte décédé décédée emporté terrassé foudroyé voir rien"
).split()


@cache
def _keys() -> frozenset[str]:
    """The stems of words without one of which nothing is blamed."""
    return lexicon().stems(_WORDS)


_PERSON_BLAMES = ("soupçonn", "suspect", "accus", "incrimin", "point", "met")


def blamed(sentence: Sentence, before: Before) -> Iterator[Blamed]:
    """What a sentence blames, each place once; an answer to « Pourquoi ? » needs no other word."""
    text, (start, end) = sentence.text, sentence.span
    held: list[Span] = []
    if not before.why and _keys().isdisjoint(sentence.keys):
        return
    for found in _read(sentence, text, start, end, before):
        words = found.span.of(text).lower()
        if not found.value and _nothing().fullmatch(words):
            continue
        if not any(found.span.overlaps(each) for each in held):
            held.append(found.span)
            yield found


@cache
def _nothing() -> re.Pattern[str]:
    return re.compile(nouns("none"))


def _read(sentence: Sentence, text: str, start: int, end: int, before: Before) -> Iterator[Blamed]:
    for match in _track().finditer(text, start, end):
        # « n'est pas exclue » leaves it open.
        gone = (match["gone"] is not None) != (match["no"] is not None) and not match["kept"]
        yield Blamed(Span(*match.span("what")), denied=gone, hedged=not gone)
    for match in _chosen().finditer(text, start, end):
        verb = match["hedged"] or match["blames"] or ""
        what = Span(*match.span("what"))
        if verb.startswith(_PERSON_BLAMES) and _is_somebody(sentence, what):
            continue
        if match["blames"] and not _of_an_effect(sentence, before):
            continue
        # « n'exclut pas un sabotage » leaves it open.
        denied = bool((match["denied"] or match["never"]) and not match["open"])
        yield Blamed(what, denied=denied, hedged=bool(match["hedged"] or match["open"]))
    for pattern in (_effect(), _maker()):
        for match in pattern.finditer(text, start, end):
            unsure = _UNSURE.search(match.group()) is not None
            what = Span(*match.span("what"))
            names = match.groupdict().get("names") and _names_somebody(sentence, what)
            if not names and not _ANOTHER.match(match["what"]):
                yield Blamed(what, hedged=unsure)
    for match in _DIED.finditer(text, start, end):
        if not _NO_ILLNESS.match(match["what"]) and not _is_somebody(
            sentence, Span(*match.span("what"))
        ):
            yield Blamed(
                Span(*match.span("what")), hedged=_UNSURE.search(match.group()) is not None
            )
    for match in _INNOCENT.finditer(text, start, end):
        yield Blamed(Span(*match.span("what")), denied=True)
    for match in _UNDER.finditer(text, start, end):
        yield Blamed(Span(*match.span("what")))
    for match in _ITSELF.finditer(text, start, end):
        yield Blamed(Span(*match.span()), value="spontaneous")
    if before.why and (own := _ASKED_NOUN.match(text, start, end)):
        yield Blamed(Span(*own.span("what")))


def _of_an_effect(sentence: Sentence, before: Before) -> bool:
    """Whether this sentence or the one before tells of something that has a cause: « il met en cause une
    lecture de l'histoire » blames nothing.
    """
    return before.why or any(
        _effects().search(each.text, each.span.start, each.span.end)
        for each in (sentence, *before.recent[:1])
    )


@cache
def _effects() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{nouns('effects')})s?(?!\w)", re.IGNORECASE)


def _is_somebody(sentence: Sentence, what: Span) -> bool:
    """Whether the first noun of the words is a person's: « accuse un voisin » tells of a charge."""
    # « une infection » has the stem of « un infecté ».
    return any(
        h.start == what.start and h.word.room == "who" and h.word.value != "patient"
        for h in sentence.hits
    )


def _names_somebody(sentence: Sentence, what: Span) -> bool:
    """Whether a person or an office is named: « désignent un nouveau juge » tells who has the case."""
    words = what.of(sentence.text)
    return _is_somebody(sentence, what) or _offices().match(words) is not None


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:nouve(?:au|l|lle)|ancien(?:ne)?|jeune|premi(?:er|ère)|autre|second){_S})?(?:{nouns('offices')})s?(?!\w)",
        re.IGNORECASE,
    )
