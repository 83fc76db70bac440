"""Counts without their noun, which stands before: « Le bilan passe à quatre », « Cinq, hélas », « Il en est
arrivé 240 », « Un seul est parti », « Ils étaient partis à neuf ».
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import math
import re
from collections.abc import Iterator, Sequence

from index.claims.before import Before, Thing
from index.claims.number import ASKED_FOR, Number, state_after, value_of
from index.claims.sentence import Sentence
from index.french.numerals import COLLECTIVES, FIGURE, WORDS, leeway
from index.french.plurals import singular
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_BARE = rf"(?:{FIGURE}|(?:une?{_S})?(?:{COLLECTIVES})|(?i:{WORDS}))"
_ENDS = rf"(?={_S}?(?:[,.;:)»!?\n]|$)|{_S}(?:à|en|dans|sur|au|aux|par|pour|ce|cette|hier|selon|d['’]après|chez|dont|depuis|contre|a|ont|et|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\w))"
_SOME = rf"(?:(?:désormais|maintenant|toujours|encore|déjà|au{_S}moins|au{_S}total|environ|quelque|près{_S}de|plus{_S}de|plus{_S}d['’]|moins{_S}de|que|bien){_S}?){{0,3}}"
_TOLL = re.compile(
    rf"\b[Bb]ilan(?!s)(?P<words>[^.;!?\d»]{{0,60}}?)(?<!abord)(?<!initialement){_S}(?:(?:à|de|atteint){_S}(?P<some>{_SOME})(?P<n>{_BARE})(?:{_S}à{_S}(?P<new>{_BARE}))?){_ENDS}"
)
_ANSWER = re.compile(
    rf"[«\"\s]*(?P<some>(?:(?:toujours|encore|déjà|au{_S}moins|environ|quelque|près{_S}de|plus{_S}de|moins{_S}de|pas{_S}moins{_S}de){_S}){{0,2}})(?P<n>une?{_S}seule?|{_BARE})(?:{_S}(?:seulement|au{_S}total))?"
    rf"(?={_S}?[,.;:!]|{_S}(?:selon|d['’]après|dont|au)\b|{_S}?$)",
    re.IGNORECASE,
)
_ONLY = rf"(?:[Ss]eule?s{_S}|À{_S}peine{_S}|Seulement{_S}|(?P<some>(?:[Aa]u{_S}moins|[Pp]lus{_S}de|[Pp]rès{_S}de|[Pp]as{_S}moins{_S}de|[Ee]nviron|[Qq]uelque){_S}))?"
_SUBJECT = re.compile(
    rf"[«\"\s]*{_ONLY}(?P<n>[Uu]ne?{_S}seule?|{_BARE})(?:{_S}seulement|{_S}au{_S}moins|{_S}au{_S}total)?{_S}(?P<verb>(?:n['’]|ne{_S})?(?:s['’]|se{_S}|y{_S}|en{_S}|lui{_S}|leur{_S}|l['’]|les{_S}|le{_S}|la{_S})?"
    rf"(?:ont|sont|avaient|étaient|auraient|seraient|seront|auront|furent|a|est|avait|était|sera|aura|[^\W\d_]{{3,}}(?:ent|aient|eront|iront)))(?!\w)"
)
_PART = re.compile(
    rf"[«\"\s]*{_ONLY}(?P<n>{_BARE}){_S}(?:des|de{_S}ces|de{_S}ses|de{_S}leurs){_S}(?:{_BARE}{_S})?(?P<noun>[^\W\d_]{{3,}}[sx])(?!\w)"
)
_OF_THEM = re.compile(
    rf"(?:\b[Ee]n|[Nn]['’]en){_S}(?:(?:est|sont|a|ont|avait|avaient|était|étaient|aura|auront|aurait|auraient){_S}(?:(?:déjà|aussi|encore|bien|pas|même){_S})?(?:[^\W\d_]+(?:é|ée|és|ées|i|is|it|u|ue|us|ues|ert|erts|ort|orts){_S})?"
    rf"|(?!effet|outre|tout|fait|plein|avant|revanche|septembre|août)[^\W\d_]{{2,}}(?:e|ent|ait|aient|it|ra|ront){_S}(?:(?:déjà|aussi|encore|bien){_S})?)"
    rf"(?P<some>{_SOME})(?P<n>une?{_S}seule?|{_BARE}){_ENDS}"
)
_TOPIC = re.compile(
    rf"(?:[«\"\s]*|.*?[;:]{_S})(?:[Ee]t{_S})?(?:[DdLl]es|[Qq]uant{_S}aux){_S}(?P<noun>[^\W\d_]{{3,}}s)(?:{_S}[^\W\d_]+){{0,2}}{_S}?[,?](?!{_S}(?:eux|elles|qui|dont)(?!\w))"
)
"""« Des arrestations, il y en a eu vingt-trois »: what is counted stands first."""
_BESIDE = re.compile(
    rf"\b(?:[DdLlCc]es|[Dd]['’]autres){_S}(?P<noun>[^\W\d_]{{3,}}[sx])(?:{_S}[^\W\d_]+){{0,3}}?,{_S}"
    rf"(?P<some>(?:(?:au{_S}moins|environ|quelque|près{_S}de|plus{_S}d(?:e{_S}|['’])|moins{_S}d(?:e{_S}|['’])|peut-être|à{_S}peine){_S}?)?)(?P<n>{_BARE})"
    rf"(?P<more>(?:{_S}(?:tout{_S}au{_S}plus|au{_S}plus|au{_S}moins|environ|au{_S}total|en{_S}tout|seulement|peut-être|à{_S}peine))?)(?=,|{_S}(?:selon|d['’]après)(?!\w))"
)
"""« Des jeunes masqués, une vingtaine tout au plus, »: how many they are stands beside them."""
_AT = re.compile(
    rf"\b[Oo]n{_S}en{_S}(?:est|était|serait){_S}(?P<some>{_SOME})à{_S}(?P<n>{_BARE}){_ENDS}"
)
_EXCEPT = re.compile(
    rf"\b(?:[Ss]auf|[Hh]ormis|[Ee]xcepté|à{_S}l['’]exception{_S}de){_S}(?P<n>{_BARE})(?={_S}?[.,;:»]|{_S}?$)"
)
_CORRECTED = re.compile(
    rf"[«\"\s]*(?P<n>{_BARE})(?:{_S}seulement)?,?{_S}?»?,?{_S}(?:rectifi|corrig|tranch|assur|affirm|répond|rétorqu|précis|nuanc|soutien|maintien|insist|jur|compt|dit{_S}|dis)[^\W\d_]*"
)
_TOGETHER = re.compile(
    rf"\b(?:[Ii]ls|[Ee]lles|[Nn]ous|s['’]étaient|étaient|sont)(?P<words>[^.;:!?,\d]{{0,30}}?)(?:part|mont|ven|rentr|arriv|descend|sort|reven|élanc|vivaient|vivent|log|tenaient|entass|dormaient|embarqu)[^\W\d_]*{_S}à{_S}(?P<n>{_BARE})"
    rf"(?={_S}?[.,;:)»]|{_S}(?:sur|dans|en|pour|au|vers|du|de{_S}la)(?!\w)|{_S}?$)"
)
_WERE = re.compile(
    rf"(?:(?P<noun>[^\W\d_]{{3,}}[sx])|\b[Nn]ous|\b[Ii]ls|\b[Ee]lles){_S}(?:n['’]|ne{_S})?(?:étaient|seraient|sont|sommes|étions|furent){_S}(?P<some>{_SOME})(?P<n>{_BARE})(?={_S}?[.,;:»]|{_S}?$|{_S}(?:dans{_S}(?:la{_S}rue|les{_S}rues|le{_S}cortège)|selon|d['’]après)(?!\w))"
    rf"|\bles{_S}(?:disait|croyait|disent|croyaient|estimait){_S}(?P<n2>{_BARE})(?={_S}?[.,;:»]|{_S}?$)"
)
_SOLE = re.compile(
    rf"\b(?P<no>[Pp]as{_S}|[Nn]i{_S})?(?:[Uu]n{_S}(?:seul|unique)|[Uu]ne{_S}(?:seule|unique))s?{_S}(?P<noun>[^\W\d_]{{3,}}(?:-[^\W\d_]+)*)(?!\w)"
)
_NOT_SOLE = frozenset(
    "fois jour homme mot instant but objectif sens raison doute moyen choix problème question"
    " idée regard geste chose côté point cas exemple façon manière moment coup trait bloc bond"
    " tenant entité voix souci défaut mérite critère sujet impératif obsession envie espoir"
    " certitude nuit soirée année mois semaine seconde minute heure candidat responsable"
    " maître solution réponse règle mission condition possibilité priorité".split()
)
_RANKED = re.compile(
    rf"\b[Uu]ne?{_S}(?P<ordinal>deuxième|second|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième){_S}(?P<noun>[^\W\d_]+)"
)
_ORDINALS = {
    name: number
    for number, names in enumerate(
        ("deuxième second seconde", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième"),
        2,
    )
    for name in names.split()
}  # fmt: skip
_RANKED_NOUNS = frozenset(
    "personne victime corps dépouille cadavre cas décès mort blessé suspect homme femme"
    " individu passager occupant conducteur skieur randonneur soldat policier gendarme pompier"
    " otage détenu complice mineur adolescent élève patient malade plainte arrestation"
    " interpellation foyer lot".split()
)
_SINGLE = re.compile(
    rf"(?<![\w'’-])[Uu]ne?{_S}(?:(?:jeune|autre|petite?|vieille|vieux){_S})?(?P<noun>[^\W\d_]{{3,}})"
)
"""« Une personne est morte »: one that is somebody."""
_FATES = frozenset(("dead", "wounded", "wounded-grave", "grave", "missing"))
_SOON = 60
"""The characters behind one person in which its fate stands."""
_YEARS = range(1900, 2101)
_ONES = re.compile(r"une?", re.IGNORECASE)


def bare_counts(sentence: Sentence, taken: Sequence[Span], before: Before) -> Iterator[Number]:
    """The counts of a sentence whose noun stands before, or that « seul » or an ordinal tell."""
    text, (start, end) = sentence.text, sentence.span
    held = list(taken)
    for number in _read(sentence, before, text, start, end):
        if not any(number.span.overlaps(each) for each in held):
            held.append(number.span)
            yield number


def _read(sentence: Sentence, before: Before, text: str, start: int, end: int) -> Iterator[Number]:
    words = sentence.words
    if "bilan" in words:
        for match in _TOLL.finditer(text, start, end):
            yield from _toll(sentence, match, before)
    asked = before.asked
    if asked is not None and (own := _ANSWER.match(text, start, end)):
        yield from _counted(sentence, own, asked, of=asked.state)
    if before.counts and (own := _CORRECTED.match(text, start, end)):
        yield from _counted(sentence, own, before.thing(near=True))
    own = _SUBJECT.match(text, start, end)
    if own is not None and _agrees(own):
        jobs = any(number.of in _OF_JOBS for _, number in before.counts)
        yield from _counted(sentence, own, before.thing(near=True), ahead=True, jobs=jobs)
    if own := _PART.match(text, start, end):
        noun = singular(own["noun"].lower())
        who = tuple(h.word.value for h in sentence.of("who") if h.start == own.start("noun"))
        for found in _counted(sentence, own, Thing(noun, who), ahead=True):
            # « Deux des trois accusés »: the whole is a count of its own.
            yield found._replace(partial=True, resolved=False, span=Span(*own.span("n")))
    yield from _pointing_back(sentence, before)
    if words & _BEING:
        yield from _were(sentence, before)
    if words & _SOLES:
        yield from _sole(sentence)
    if words & _ONE:
        yield from _single(sentence)
    if words & _ORDINALS.keys():
        yield from _ranked(sentence)


def _pointing_back(sentence: Sentence, before: Before) -> Iterator[Number]:
    """Counts whose noun « en », a list or an apposition points back to."""
    text, (start, end), words = sentence.text, sentence.span, sentence.words
    if "en" in words:
        for match in _OF_THEM.finditer(text, start, end):
            if before.length is not None and not _topic(sentence, match.start()):
                yield from _as_long(sentence, match, before.length)
                continue
            thing = _topic(sentence, match.start()) or before.thing()
            yield from _counted(sentence, match, thing, of=thing.state)
    if "en" in words and "à" in words:
        for match in _AT.finditer(text, start, end):
            yield from _counted(sentence, match, before.thing())
    if words & _PLURALS:
        for match in _BESIDE.finditer(text, start, end):
            thing = _named(sentence, match)
            for found in _counted(sentence, match, thing, of=thing.state):
                yield found._replace(resolved=False)
    if words & _EXCEPTING:
        for match in _EXCEPT.finditer(text, start, end):
            for found in _counted(sentence, match, before.thing()):
                yield found._replace(partial=True)
    if "à" in words:
        for match in _TOGETHER.finditer(text, start, end):
            yield from _counted(sentence, match, before.thing())


def _as_long(sentence: Sentence, match: re.Match[str], length: Number) -> Iterator[Number]:
    """« 25 ans de réclusion. Le parquet en réclamait 28 »: years, since years were told before."""
    value = value_of(match["n"].lower())
    unit = _UNIT.search(sentence.text, *length.span)
    if value is None or unit is None or _ONES.fullmatch(match["n"]):
        return
    name = unit[1].lower()
    name = "an" if name.startswith("an") else name if name == "mois" else name.rstrip("s")
    of = length.of.removesuffix("-asked")
    if of and ASKED_FOR.search(sentence.text, match.start(), match.start("n")):
        of = f"{of}-asked"
    yield Number(
        ClaimKind.DURATION,
        of,
        Span(match.start("n"), match.end()),
        value,
        value,
        name,
        resolved=True,
    )


_UNIT = re.compile(r"\b(ans?|années?|mois|semaines?|jours?|heures?|minutes?)\b", re.IGNORECASE)


def _were(sentence: Sentence, before: Before) -> Iterator[Number]:
    """« Les opposants étaient 6 000 dans la rue », « ils sont trente »."""
    for match in _WERE.finditer(sentence.text, *sentence.span):
        noun = (match["noun"] or "").lower()
        who = tuple(h.word.value for h in sentence.of("who") if h.start == match.start("noun"))
        thing = Thing(singular(noun), who) if noun else before.thing()
        for found in _counted(sentence, match, thing, ahead=match["n"] is not None):
            yield found._replace(resolved=not noun)


def _topic(sentence: Sentence, limit: int) -> Thing | None:
    """What is counted where it stands at the head of the sentence, before « en »."""
    match = _TOPIC.match(sentence.text, sentence.span.start, limit)
    return _named(sentence, match) if match else None


def _named(sentence: Sentence, match: re.Match[str]) -> Thing:
    """The thing of a noun, with the people or the fate that the noun tells."""
    own = [hit for hit in sentence.hits if hit.start == match.start("noun")]
    who = tuple(hit.word.value for hit in own if hit.word.room == "who")
    state = next((hit.word.value for hit in own if hit.word.room == "state"), "")
    return Thing(singular(match["noun"].lower()), who, state)


_PLURALS = frozenset("des les ces autres".split())
_EXCEPTING = frozenset("sauf hormis excepté exception".split())
_BEING = frozenset("étaient seraient sont sommes étions furent disait croyait".split())
_SOLES = frozenset("seul seule unique".split())


def _toll(sentence: Sentence, match: re.Match[str], before: Before) -> Iterator[Number]:
    """« Le bilan passe à quatre »: the dead, unless others were counted before."""
    fate = before.fate or "dead"
    new = value_of((match["new"] or "").lower())
    for found in _counted(sentence, match, Thing(state=fate), of=fate):
        if new is not None:
            yield found._replace(was=True)
            yield found._replace(low=new, high=new, now=True)
        else:
            yield found._replace(now=True)


def _agrees(match: re.Match[str]) -> bool:
    """Whether a numeral is the subject of the verb after it: one alone or several."""
    one = "seul" in match["n"].lower()
    verb = re.split(r"[ \u00a0'’]", match["verb"])[-1].lower()
    several = verb.endswith(("ent", "aient", "ont")) or verb == "furent"
    return several != one


def _counted(
    sentence: Sentence,
    match: re.Match[str],
    thing: Thing,
    *,
    of: str = "",
    ahead: bool = False,
    jobs: bool = False,
) -> Iterator[Number]:
    """The count that a match gives of a thing; none for a year or an article."""
    groups = match.groupdict()
    written = (groups.get("n") or groups.get("n2") or "").lower()
    alone = "seul" in written
    value = 1.0 if alone else value_of(written)
    if value is None or (_ONES.fullmatch(written) and not groups.get("new")):
        return
    if value in _YEARS and written.isdigit():
        return
    low, high = value, value
    some = f"{groups.get('some') or ''} {groups.get('more') or ''}".lower()
    if re.search(COLLECTIVES, written):
        low, high = value * 0.85, value * 1.15
    if "plus d" in some or "au moins" in some or "pas moins" in some:
        low, high = value, math.inf
    elif "moins d" in some or "au plus" in some or "à peine" in some:
        low, high = -math.inf, value
    elif "près" in some or "environ" in some or "quelque" in some:
        low, high = value - leeway(value), value + leeway(value)
    if ahead:
        state = state_after(sentence, match.end(), sentence.span.end)
        of = state.word.value if state else of
        if of in ("", "employed") and _LEAVING.fullmatch(groups.get("verb") or "") and jobs:
            of = "dismissed"
    start = match.start("n") if groups.get("n") else match.start("n2")
    span = Span(start, match.end())
    yield Number(
        ClaimKind.COUNT, of, span, low, high, thing.noun,
        " ".join(sentence.text[start : match.end()].split()), thing.who, resolved=True,
    )  # fmt: skip


_LEAVING = re.compile(r"(?:s['’]en[ \u00a0])?(?:part|quitt)[^\W\d_]+|s['’]en[ \u00a0]iront")
"""« Deux cents partiront »: behind the jobs that are kept these lose theirs."""
_OF_JOBS = frozenset(("kept", "employed", "dismissed"))


def _sole(sentence: Sentence) -> Iterator[Number]:
    """« un seul lot », « pas une seule école »."""
    for match in _SOLE.finditer(sentence.text, sentence.span.start, sentence.span.end):
        noun = match["noun"].lower()
        if noun in _NOT_SOLE:
            continue
        value = 0.0 if match["no"] else 1.0
        who = tuple(h.word.value for h in sentence.of("who") if h.start == match.start("noun"))
        state = state_after(sentence, match.start("noun"), sentence.span.end)
        of = state.word.value if state and state.start - match.end() < 40 else ""
        yield Number(
            ClaimKind.COUNT, of, Span(*match.span()), value, value, noun, match.group(), who
        )


def _single(sentence: Sentence) -> Iterator[Number]:
    """« Une personne est morte », « un homme a été tué »: there is one, by its fate right behind."""
    for match in _SINGLE.finditer(sentence.text, sentence.span.start, sentence.span.end):
        who = tuple(h.word.value for h in sentence.of("who") if h.start == match.start("noun"))
        if not who:
            continue
        limit = min(sentence.clause(match.end()).end, match.end() + _SOON)
        state = state_after(sentence, match.end(), limit)
        told = sentence.text[match.end() : state.start] if state else ""
        if state and state.word.value in _FATES and _IS.search(told) and not _NOT.search(told):
            span = Span(match.start(), state.end)
            yield Number(
                ClaimKind.COUNT, state.word.value, span, 1.0, 1.0, match["noun"].lower(),
                span.of(sentence.text), who,
            )  # fmt: skip


_ONE = frozenset(("un", "une"))
_IS = re.compile(
    rf"^{_S}(?:[^\W\d_]+{_S}){{0,3}}?(?:est|a|était|avait|serait|aurait|sont|reste|restait)(?!\w)"
)
_NOT = re.compile(r"\b(?:pas|jamais|ni)\b|\b[nN]['’]|\bne\b")


def _ranked(sentence: Sentence) -> Iterator[Number]:
    """« une quatrième personne est recherchée »: so there are four."""
    for match in _RANKED.finditer(sentence.text, sentence.span.start, sentence.span.end):
        noun = match["noun"].lower()
        if noun not in _RANKED_NOUNS:
            continue
        value = float(_ORDINALS[match["ordinal"]])
        who = tuple(h.word.value for h in sentence.of("who") if h.start == match.start("noun"))
        span = Span(*match.span())
        yield Number(ClaimKind.COUNT, "", span, value, value, noun, match.group(), who, now=True)
