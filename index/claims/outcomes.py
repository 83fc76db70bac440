"""Claims that are no figures: outcomes, causes, terms of law, categories, stances, places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.claims.before import Before
from index.claims.blamed import blamed
from index.claims.claimants import claimants
from index.claims.given_reasons import reasons
from index.claims.grades import grades
from index.claims.of_things import Hit
from index.claims.other_senses import in_another_sense
from index.claims.professions import callings
from index.claims.sentence import Sentence
from index.claims.unreal import is_unreal
from index.claims.where import where
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_CAPITAL = r"[A-ZÀ-ÞŒ][\w'’-]*"
_PLACE = re.compile(
    rf"\b(?P<sort>quartier|rue|place|avenue|boulevard|hôpital|centre{_S}hospitalier|prison|maison{_S}d['’]arrêt|centre{_S}pénitentiaire|gare|stade|lieu-dit|clinique|CHU|CHRU|CHR|urgences|commissariat|aéroport|cimetière|forêt|col|refuge)"
    rf"(?P<gap>{_S}(?:de{_S}la{_S}|de{_S}l['’]|des{_S}|de{_S}|du{_S}|d['’]|le{_S}|la{_S}|les{_S})?)(?P<name>{_CAPITAL}(?:{_S}(?:de{_S}|du{_S}|des{_S}|la{_S})?{_CAPITAL})*)"
)
_REGION = re.compile(
    rf"\b(?:dans{_S}le{_S}|en{_S}(?=région|banlieue)|à{_S}l['’]|au{_S})(?P<name>(?:nord|sud|est|ouest|sud-est|sud-ouest|nord-est|nord-ouest)(?:{_S}de{_S}la{_S}France)?|région{_S}[^\W\d_]+|banlieue(?:{_S}[^\W\d_]+)?)\b"
)
_SORTS = {
    "rue": "street", "place": "street", "avenue": "street", "boulevard": "street",
    "hôpital": "hospital", "centre hospitalier": "hospital", "clinique": "hospital", "chu": "hospital",
    "chru": "hospital", "chr": "hospital", "urgences": "hospital",
    "prison": "prison", "maison d'arrêt": "prison", "centre pénitentiaire": "prison", "quartier": "quarter",
}  # fmt: skip
_WHERE = re.compile(
    rf"\b(?P<verb>retrouvée?s?|découverte?s?|abandonnée?s?|interpellée?s?|arrêtée?s?|appréhendée?s?|transportée?s?|transférée?s?"
    rf"|hospitalisée?s?|évacuée?s?|produite?s?|survenue?s?|inhumée?s?|signée?s?|célébrée?s?|repérée?s?|aperçue?s?|capturée?s?)"
    rf"(?:{_S}(?!à{_S}|au{_S}|aux{_S}|dans{_S})[^\W\d_]+){{0,5}}?{_S}(?:(?:à|au|aux|près{_S}de|en|dans{_S}(?:le|la)){_S}"
    rf"|dans{_S}(?:une?{_S}|la{_S}|le{_S}|l['’])(?:ferme|hameau|village|commune|ville|quartier|forêt|bois|hôtel|port|station|banlieue|vallée|plaine){_S}(?:de{_S}|d['’]|du{_S}))(?P<name>{_CAPITAL}(?:{_S}{_CAPITAL})*)"
)
"""A participle and the place after it: « retrouvée incendiée à Courvoise », « s'est produit mardi
près de Montbrac ».
"""
_WHERE_SORTS = {
    "retrouv": "found", "découver": "found", "abandonn": "found", "interpell": "arrested",
    "arrêt": "arrested", "appréhend": "arrested", "transport": "taken", "transfér": "taken",
    "hospitalis": "taken", "évacu": "taken", "produit": "happened", "surven": "happened", "inhum": "buried",
    "captur": "arrested", "sign": "signed", "célébr": "celebrated", "repér": "seen", "aper": "seen",
}  # fmt: skip
_WHERE_QUICK = re.compile("|".join(_WHERE_SORTS))
_COLOUR = re.compile(
    rf"\b(?P<noun>[^\W\d_]{{3,}}){_S}(?P<colour>noire?|grise?|blanche?|rouge|bleue?|verte?|jaune|blanc)s?\b(?!{_S}(?:et|ou|d))"
)
_NOT_COLOURED = frozenset(
    [
        "carte",
        "zone",
        "alerte",
        "vigilance",
        "drapeau",
        "maison",
        "livre",
        "carton",
        "ligne",
        "feu",
        "vin",
        "mer",
        "croix",
        "casque",
    ]
)
_PLACE_WORDS = frozenset(
    "quartier rue place avenue boulevard hôpital centre prison maison gare stade lieu clinique chu chru chr urgences commissariat aéroport cimetière forêt col refuge".split()  # noqa: SIM905
)
_REGION_WORDS = frozenset("nord sud est ouest région banlieue".split())  # noqa: SIM905
_COLOUR_WORDS = frozenset(
    "noir noire gris grise blanc blanche rouge bleu bleue vert verte jaune".split()  # noqa: SIM905
)
_OPINION = re.compile(
    rf"\bavis{_S}(?:(?:consultatif|motivé|très|plutôt|globalement){_S})?(?P<which>favorable|défavorable)s?\b",
    re.IGNORECASE,
)
"""What a commission or a council says of a project."""
_PARTY = re.compile(r"(?P<name>" + _CAPITAL + r")[ \u00a0]\((?P<party>[A-Z][A-Za-zÉ]{1,5})\)")
_CHARGED = re.compile(
    r"enquête|information judiciaire|mise?s?[ \u00a0]en[ \u00a0]examen|condamn|reconnue?s?[ \u00a0]coupable|coupable|chefs?[ \u00a0]d|qualifi|poursuivi|soupçonn|accus|plainte|inculp|écrou|jug|garde à vue|procès|tribunal|relax|acquitt|parquet|procureur",
    re.IGNORECASE,
)
"""Words that make a term of law a charge in this case; without them « meurtre » is mentioned in
passing.
"""
_ASSERTED = frozenset(("notice", "inspection", "resignation", "signature", "aid", "explosion"))
"""Events of which an account may say that they did not take place."""
_SIDE = re.compile(
    r"\b(?P<noun>genou|bras|jambe|œil|main|pied|épaule|cheville|oreille|poumon|cuisse|poignet|coude|rive|aile)[ \u00a0](?P<side>droite?|gauche)\b"
)
_SIDE_WORDS = frozenset("droit droite gauche".split())  # noqa: SIM905
_DUE = re.compile(
    rf"\b(?:(?:dû|due|dus|dues|imputée?s?|attribuée?s?|liée?s?){_S}(?:à{_S}|au{_S}|aux{_S})|(?:provoquée?s?|causée?s?|déclenchée?s?|occasionnée?s?){_S}par{_S}|à{_S}cause{_S}d(?:e{_S}|['’])|s['’]explique{_S}par{_S})(?P<what>(?:une?{_S}|le{_S}|la{_S}|les{_S}|l['’]|des{_S})?[^,;.:()«»\n]{{4,60}})"
)
_DUE_WORDS = frozenset(
    [
        "dû",
        "due",
        "dus",
        "dues",
        "imputé",
        "imputée",
        "attribué",
        "attribuée",
        "lié",
        "liée",
        "provoqué",
        "provoquée",
        "causé",
        "causée",
        "déclenché",
        "déclenchée",
        "cause",
        "explique",
    ]
)
_MEANT = re.compile(
    r"\b(?:incendie|feu|sinistre|explosion|origine|acte|mort|décès|accident)\b", re.IGNORECASE
)
_CUE_REACH = 90
_HYPOTHETIC = re.compile(
    r"privilégi|probable|vraisembl|suspect|soupçon|piste|thèse|hypothèse|écart", re.IGNORECASE
)


class Outcome(NamedTuple):
    """A value in words."""

    kind: ClaimKind
    of: str
    span: Span
    value: str
    rank: int = 0
    thing: str = ""
    hedged: bool = False
    denied: bool | None = None
    """Whether its own words deny it; None where the sentence tells."""


def outcomes(sentence: Sentence, before: Before) -> Iterator[Outcome]:
    """The outcomes, causes, terms of law, stances and places in a sentence."""
    if sentence.hits:
        told = sentence.of("status")
        yield from _statuses(sentence, told)
        for hit in sentence.of("event"):
            if hit.word.value in _ASSERTED and not is_unreal(sentence, hit.start, hit.end):
                yield Outcome(
                    ClaimKind.STATUS, f"event-{hit.word.value}", Span(hit.start, hit.end), "yes"
                )
        terms = sentence.of("law")
        charged = terms and _CHARGED.search(sentence.text, sentence.span.start, sentence.span.end)
        for hit in terms:
            if hit.word.family == "offence" and not charged:
                continue
            if in_another_sense(sentence, hit):
                continue
            yield Outcome(
                ClaimKind.CLASSIFICATION, hit.word.family, Span(hit.start, hit.end), hit.word.value
            )
        for hit in sentence.of("stance"):
            if any(other.start <= hit.start < other.end for other in told):
                continue
            yield Outcome(ClaimKind.STANCE, "stance", Span(hit.start, hit.end), hit.word.value)
    yield from _callings(sentence, before)
    found = list(_blames(sentence, before))
    yield from found
    for outcome in _causes(sentence, before):
        if not any(outcome.span.overlaps(each.span) for each in found):
            yield outcome
    text, (start, end) = sentence.text, sentence.span
    yield from _written(text, start, end, sentence.words)


def _statuses(sentence: Sentence, told: Sequence[Hit]) -> Iterator[Outcome]:
    text = sentence.text
    for hit in told:
        if not (
            _is_somebody(text, hit)
            or _is_halted(text, hit, told)
            or in_another_sense(sentence, hit)
            or is_unreal(sentence, hit.start, hit.end)
        ):
            word = hit.word
            span = Span(hit.start, hit.end)
            yield Outcome(ClaimKind.STATUS, word.family, span, word.value, word.rank, hit.thing)


_OF_ONE = re.compile(
    r"(?:\b(?:une?|cet|cette|ce|le|la|les|des|ces|du|au)[ \u00a0]|\b[ld]['’])$", re.I
)
_PARTICIPLE = re.compile(r"[^\W\d_]+(?:ée?s?|ue?s?)", re.I)
_BEFORE = 8


def _is_somebody(text: str, hit: Hit) -> bool:
    """« l'élu parisien », « le condamné »: who was elected or sentenced once does something else here."""
    if not _PARTICIPLE.fullmatch(text, hit.start, hit.end):
        return False
    return _OF_ONE.search(text, max(0, hit.start - _BEFORE), hit.start) is not None


_OF_HALTING = re.compile(
    r"[ \u00a0](?:de|d['’]|ses|son|sa|leurs?|la production|la diffusion|la vente|toute)(?!\w)",
    re.IGNORECASE,
)


def _is_halted(text: str, hit: Hit, told: Sequence[Hit]) -> bool:
    """« Le chantier a été arrêté », « a arrêté ses remontées », « se poursuivaient »: a thing that stands still or goes
    on is under no arrest.
    """
    if hit.word.family != _CUSTODY:
        return False
    before = text[max(0, hit.start - 4) : hit.start].lower().replace("’", "'")
    return (
        before.endswith((" se ", " s'"))
        or _STOPS_BY_ITSELF.search(text, max(0, hit.start - _NEAR_THING), hit.end) is not None
        or (text[hit.start : hit.end].lower().startswith("arrêt") and _is_drawn_up(text, hit))
        or any(
            other.word.value in _HALTED and other.start <= hit.start and hit.end <= other.end
            and other.end - other.start > hit.end - hit.start
            for other in told
        )
    )  # fmt: skip


_STOPS_BY_ITSELF = re.compile(
    r"(?<!\w)s['’](?:est|était|étaient|étant|y[ \u00a0](?:est|était))[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,2}?arrêtée?s?\Z"
    r"|(?<!\w)se[ \u00a0](?:sont|sera|seront|serait|seraient|soit|soient)[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,2}?arrêtée?s?\Z",
    re.IGNORECASE,
)
"""« s'est longuement arrêté sur », « se sont arrêtés »: nobody arrests himself."""


def _is_drawn_up(text: str, hit: Hit) -> bool:
    """Whether a thing is stopped or settled, not a person arrested: « le bilan arrêté à midi », « a arrêté la liste »."""
    return (
        _OF_HALTING.match(text, hit.end) is not None
        or _SETTLED_BEFORE.search(text, max(0, hit.start - _NEAR_THING), hit.start) is not None
        or _SETTLED_BEHIND.match(text, hit.end) is not None
    )


_SETTLED = (
    r"(?:bilans?|d[ée]comptes?|comptes?|chiffres?|listes?|montants?|programmes?|calendriers?|dates?|budgets?|positions?|d[ée]cisions?"
    r"|choix|plans?|textes?|versions?|barèmes?|tarifs?|prix|horaires?|trac[ée]s?|projets?|principes?|modalit[ée]s|mesures?|strat[ée]gies?)"
)
_NEAR_THING = 70
_SETTLED_BEFORE = re.compile(
    rf"\b{_SETTLED}(?:[ \u00a0][^\W\d_]+)?(?:[ \u00a0](?:de|du|des|d['’])[^,;.:]{{2,40}})?[ \u00a0]?,?[ \u00a0](?:(?:a|ont|avait|est|sont|était|sera|définitivement|provisoirement|été)[ \u00a0]){{0,3}}$",
    re.IGNORECASE,
)
_SETTLED_BEHIND = re.compile(
    rf"[ \u00a0](?:le|la|les|l['’]|un|une|des|ses|son|sa|leurs?)[ \u00a0]?(?:[^\W\d_]+[ \u00a0]){{0,2}}?{_SETTLED}\b",
    re.IGNORECASE,
)
"""Things that are drawn up by a day or decided."""
_CUSTODY = "custody"
_HALTED = frozenset("stopped paused off cancelled down ended shut grounded".split())  # noqa: SIM905
"""The values of things that stand still."""


def _written(text: str, start: int, end: int, words: frozenset[str]) -> Iterator[Outcome]:
    """Places, colours, levels and parties; each pattern is tried only if a word of it occurs."""
    for match in _PLACE.finditer(text, start, end) if words & _PLACE_WORDS else ():
        sort = match["sort"].lower().replace("’", "'").replace("\u00a0", " ")
        yield _place(_SORTS.get(sort, sort), match)
    for match in _WHERE.finditer(text, start, end) if _WHERE_QUICK.search(text, start, end) else ():
        sort = next(sort for stem, sort in _WHERE_SORTS.items() if match["verb"].startswith(stem))
        yield _place(f"where-{sort}", match)
    for place in where(text, start, end, words):
        yield Outcome(ClaimKind.PLACE, place.of, place.span, place.value, denied=place.denied)
    for match in _REGION.finditer(text, start, end) if words & _REGION_WORDS else ():
        yield _place("region", match)
    for match in _COLOUR.finditer(text, start, end) if words & _COLOUR_WORDS else ():
        noun = match["noun"].lower()
        if noun not in _NOT_COLOURED:
            span, colour = Span(*match.span()), match["colour"][:3].lower()
            yield Outcome(ClaimKind.CLASSIFICATION, "colour", span, colour, thing=noun)
    for match in _OPINION.finditer(text, start, end) if "avis" in words else ():
        yield Outcome(
            ClaimKind.CLASSIFICATION,
            "opinion",
            Span(*match.span()),
            match["which"].rstrip("s").lower(),
        )
    for span, value in claimants(text, start, end, words):
        yield Outcome(ClaimKind.STATUS, "claimed-by", span, value, denied=False)
    for kind, of, span, value in grades(text, start, end, words):
        yield Outcome(kind, of, span, value)
    for match in _SIDE.finditer(text, start, end) if words & _SIDE_WORDS else ():
        yield Outcome(
            ClaimKind.CLASSIFICATION,
            f"side-{match['noun']}",
            Span(*match.span()),
            match["side"][:5],
        )
    for match in _PARTY.finditer(text, start, end) if "(" in text[start:end] else ():
        yield Outcome(
            ClaimKind.ROLE, f"party-{match['name'].lower()}", Span(*match.span()), match["party"]
        )


def _callings(sentence: Sentence, before: Before) -> Iterator[Outcome]:
    for each in callings(sentence, before):
        yield Outcome(ClaimKind.ROLE, each.of, each.span, each.value, denied=each.denied)


def _place(of: str, match: re.Match[str]) -> Outcome:
    """A place that a sentence names: where it denies something, it does not deny the place."""
    return Outcome(ClaimKind.PLACE, of, Span(*match.span()), match["name"].lower(), denied=False)


def _blames(sentence: Sentence, before: Before) -> Iterator[Outcome]:
    """The causes that a sentence blames by other words than those that mark a cause."""
    text = sentence.text
    for each in (*blamed(sentence, before), *reasons(sentence)):
        named = [
            h for h in sentence.of("cause")
            if h.word.value != "cues" and each.span.start <= h.start < each.span.end
        ]  # fmt: skip
        value = each.value or (_blamed(text, named[0]) if named else each.span.of(text).lower())
        yield Outcome(
            ClaimKind.CAUSE, "cause", each.span, value, hedged=each.hedged, denied=each.denied
        )


def _causes(sentence: Sentence, before: Before) -> Iterator[Outcome]:
    """The causes that are blamed: a word for a cause beside a word that marks a cause."""
    hits = sentence.of("cause")
    cues = [hit for hit in hits if hit.word.value == "cues"]
    named = [hit for hit in hits if hit.word.value != "cues"]
    text = sentence.text
    if sentence.words & _DUE_WORDS:
        for match in _DUE.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            if not any(hit.start < span.end and span.start < hit.end for hit in named):
                yield Outcome(ClaimKind.CAUSE, "cause", span, match["what"].lower())
    if not named:
        return
    for hit in named:
        near = [cue for cue in cues if _gap(cue, hit) < _CUE_REACH]
        own = hit.word.value == "unknown" or "volontairement" in text[hit.start : hit.end]
        meant = hit.word.value in ("criminal", "accidental") and _MEANT.search(
            text, sentence.span.start, sentence.span.end
        )
        if near or meant or before.why or (own and cues):
            start = hit.start
            clause = sentence.clause(hit.start)
            hedged = _HYPOTHETIC.search(text, clause.start, sentence.span.end) is not None
            yield Outcome(
                ClaimKind.CAUSE, "cause", Span(start, _stretched(near, hit)), _blamed(text, hit),
                hedged=hedged,
            )  # fmt: skip


def _blamed(text: str, hit: Hit) -> str:
    """The class of a cause; a bacterium, a dish or a kind of weather has its own name."""
    if hit.word.value in ("bacteria", "food", "weather", "illness"):
        named = text[hit.start : hit.end].lower()
        return hit.word.value if named.startswith(_BAD_WEATHER) else named
    return hit.word.value


_BAD_WEATHER = ("météo", "orage", "vent", "intempéries", "pluie", "tempête", "inondation")
"""Words for one storm: none of them excludes another as a cause."""


def _stretched(cues: list[Hit], hit: Hit) -> int:
    ends = [cue.end for cue in cues if cue.start >= hit.end and cue.end - hit.end < 40]
    return max([hit.end, *ends])


def _gap(one: Hit, other: Hit) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
