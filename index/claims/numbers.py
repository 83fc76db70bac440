"""Claims that are figures: people by their state, things, money, shares, measures, ages, durations."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.claims.sentence import Hit, Sentence
from index.compare.figures import AGE, TIME, Figure, figures_of
from index.french.numerals import (
    COLLECTIVES,
    FIGURE,
    WORDS,
    collective_value,
    figure_value,
    words_value,
)
from index.french.plurals import singular
from index.model.article import Quantity
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[ \u00a0\u202f]"
_NUMBER = rf"(?:{FIGURE}|(?:une?{_S})?(?:{COLLECTIVES})|(?i:{WORDS}))"
_OPEN = re.compile(
    rf"""(?:\b[Ii]ls|\b[Ee]lles){_S}(?:étaient|sont|seraient){_S}(?:désormais{_S}|maintenant{_S}|plus{_S}de{_S}|près{_S}de{_S}|environ{_S})?(?P<n2>{_NUMBER})(?=[,.;:]|{_S}(?:à|en|dans|sur)\b|{_S}?$)
      | (?:(?<=[,;:]{_S})|(?<=^)|(?<=\n)|(?<=[.?!]{_S})|(?<=et{_S})|(?<=dont{_S}))(?=[\dA-Za-z])(?P<n3>{_NUMBER})(?:{_S}seulement)?(?=(?:,{_S}tous)|{_S}(?:sont|ont{_S}été|étaient|restent|seraient|auraient|selon)\b|{_S}seulement)
      | \b[Ee]n{_S}(?:(?:a|ont){_S}(?:compté|dénombré|recensé|annoncé|revendiqué)|revendiquent?|comptent?|annoncent?|dénombrent?|évoquent?){_S}(?:plus{_S}de{_S}|près{_S}de{_S})?(?P<n4>{_NUMBER})
      | dont{_S}(?P<n6>{_NUMBER})(?={_S}(?:grièvement|gravement|légèrement|dans|en|avec|assorti|ferme)\b)
      | \b[Uu]n[e]?{_S}(?P<ordinal>deuxième|second[e]?|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième)[ ](?P<noun>[^\W\d_]+)""",
    re.VERBOSE,
)
_AMONG = re.compile(
    rf"(?P<n1>{_NUMBER}){_S}(?:d['’]entre{_S}(?:eux|elles)|autres?(?={_S}(?:ont|sont|étaient|restent|seraient|avaient|personnes)\b))"
)
_OPEN_WORDS = frozenset(
    "en ils elles sont ont étaient seraient restent auraient dont tous seulement selon compté dénombré recensé"
    " deuxième second seconde troisième quatrième cinquième sixième septième huitième neuvième dixième".split()
)
_FROM_TO = re.compile(
    rf"(?:pass\w+|grimp\w+|mont\w+){_S}de{_S}(?P<old>{_NUMBER}){_S}(?:[^\W\d_]+{_S})?à{_S}(?P<new>{_NUMBER})(?:{_S}(?P<noun>[^\W\d_]+))?",
)
_NONE = re.compile(
    rf"\b(?:[Aa]ucune?{_S}|pas{_S}(?:de{_S}|d['’])|[Ss]ans{_S}(?:faire{_S})?(?:de{_S}|d['’])|ni{_S})(?P<noun>[^\W\d_]+)"
)
_NONE_QUICK = re.compile(r"[Aa]ucun|pas d|[Ss]ans |\bni ")
_RISEN = re.compile(
    r"s['’]est[ \u00a0](?:alourdi|aggravé|élevé)|alourdi|nouveau[ \u00a0]bilan|désormais|dernier[ \u00a0]bilan|bilan[ \u00a0]définitif|est[ \u00a0]passé|corrig|à[ \u00a0]présent|porté[ \u00a0]à",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"(?:dont|parmi{_S}(?:les|eux)|y{_S}compris)(?:{_S}[^\W\d_,]+)?,?{_S}(?:au{_S}moins{_S})?$",
    re.IGNORECASE,
)
_ORDINALS = {
    name: number
    for number, names in enumerate(
        "deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième dixième".split(),
        2,
    )
    for name in names.split("|")
}
_ENDS = re.compile(r"[;:.!?\n]")
_PENAL = re.compile(
    rf"(?:{_S}(?:de|d['’]){_S}?(?:prison|réclusion|emprisonnement|détention|bracelet|sursis)|{_S}ferme|{_S}avec{_S}sursis|{_S}assortis?)",
    re.IGNORECASE,
)
_SUSPENDED = re.compile(
    rf"^{_S}(?:ans{_S}|mois{_S})?(?:avec{_S}|assortis?{_S}(?:du|d['’]un){_S})sursis", re.IGNORECASE
)
_FIRM = re.compile(rf"^{_S}(?:ans{_S}|mois{_S})?fermes?\b", re.IGNORECASE)
_ASKED_FOR = re.compile(r"\b(?:requis|requiert|requéri|réclam|demand)", re.IGNORECASE)
_BANNED = re.compile(r"\b(?:interdi|inéligib|privation|suspension|suspendu)", re.IGNORECASE)
_CONTRACT = re.compile(r"\b(?:contrat|bail|engagé|prolong|signé|paraphé|mandat)", re.IGNORECASE)
_SINCE = re.compile(
    rf"(?:depuis|pendant|durant|après|dans|sur|en){_S}(?:plus{_S}de{_S}|moins{_S}de{_S}|près{_S}de{_S}|environ{_S}|quelques?{_S})?$",
    re.IGNORECASE,
)
_SPANS = frozenset("jour heure minute seconde semaine mois siècle trimestre".split()) | {TIME}
_SHORT_UNITS = frozenset(
    "km km/h m cm mm kg g t l ha hl °C m² m³ km² kWh MW GW kW MWh GWh TWh W km³ cm³ cm²".split()
)
_NO_COUNT = frozenset(
    "fois point degré étage page ligne épisode saison tour numéro article kilo note set place rang lit série"
    " chose côté partie cas exemple façon manière raison autre".split()
)


_BE = re.compile(
    r"\b(?:est|sont|été|étaient|était|a|ont|seront|seraient|restent|doivent|dû|puis)\b"
)
_NEW = re.compile(r"\b(?:nouveaux?|nouvelles?|supplémentaires?|de plus)\b", re.IGNORECASE)


class Number(NamedTuple):
    """A figure with what it is a figure of."""

    kind: ClaimKind
    of: str
    span: Span
    low: float
    high: float
    unit: str | None = None
    thing: str = ""
    who: tuple[str, ...] = ()
    partial: bool = False
    was: bool = False
    now: bool = False
    resolved: bool = False


def numbers(
    sentence: Sentence,
    quantities: Sequence[Quantity],
    *,
    before: Sequence[str] = (),
    last: Number | None = None,
    asked: str = "",
) -> Iterator[Number]:
    """The figures of a sentence; `before` are the classes of who was spoken of last before it,
    `last` is the last count of the sentence before, `asked` the state that a question before asks for.
    """
    text, span = sentence.text, sentence.span
    units = {quantity.end: quantity.unit for quantity in quantities}
    words = {known.exact for known in sentence.known}
    figures = list(figures_of(text, quantities)) if quantities else []
    open_words = bool(words & _OPEN_WORDS) or "entre" in words or "autres" in words
    risen = bool(figures or open_words) and (_RISEN.search(text, span.start, span.end) is not None)
    taken = []
    if "à" in words and "de" in words:
        for match in _FROM_TO.finditer(text, span.start, span.end):
            yield from _from_to(sentence, match)
            taken.append(Span(*match.span()))
    for at, figure in enumerate(figures):
        if any(figure.span.overlaps(each) for each in taken):
            continue
        floor = figures[at - 1].span.end if at else span.start
        limit = figures[at + 1].span.start if at + 1 < len(figures) else span.end
        found = _number(sentence, figure, units.get(figure.span.end, ""), floor, limit, risen=risen)
        if found is not None:
            yield found
            taken.append(figure.span)
            last = found if found.kind is ClaimKind.COUNT else last
    if open_words:
        for each in _open(sentence, taken, before, last, risen=risen):
            yield each
            taken.append(each.span)
    if "genaire" in text[span.start : span.end] or "génaire" in text[span.start : span.end]:
        yield from _decades(sentence)
    if asked and (answer := _ANSWER.match(text, span.start, span.end)):
        yield from _answered(answer, asked)
    if "sursis" in text[span.start : span.end] or "ferme" in text[span.start : span.end]:
        yield from _suspended(sentence)
    yield from _bare(sentence, taken)
    if _NONE_QUICK.search(text, span.start, span.end):
        yield from _nobody(sentence)


def _number(
    sentence: Sentence, figure: Figure, unit: str, floor: int, limit: int, *, risen: bool
) -> Number | None:
    units = figure.units
    unit = unit or min(units, key=len)
    if AGE in units or TIME in units:
        return _years(sentence, figure, floor)
    if unit == "%" or unit == "point":
        return Number(
            ClaimKind.SHARE, "", figure.span, figure.low, figure.high, unit, "", (), now=risen
        )
    if unit.isupper() or unit in ("dinar", "peso", "couronne"):
        return _money(sentence, figure, floor, limit, unit)
    if unit == "saison" and _CONTRACT.search(
        sentence.text, max(sentence.span.start, figure.span.start - 60), figure.span.start
    ):
        return _duration(sentence, figure, "an")
    if unit in _SPANS:
        return _duration(sentence, figure, unit)
    if unit in _SHORT_UNITS:
        state = _state_after(sentence, figure.span.end, limit) or _state_before(
            sentence, floor, figure.span.start
        )
        of = state.word.value if state and state.word.value == "burnt" else ""
        thing = figure.thing or (figure.rate and f"par {figure.rate}") or ""
        return Number(
            ClaimKind.MEASURE, of, figure.span, figure.low, figure.high, unit, thing, (), now=risen
        )
    return _count(sentence, figure, unit, floor, limit, risen=risen)


def _count(
    sentence: Sentence, figure: Figure, unit: str, floor: int, limit: int, *, risen: bool
) -> Number | None:
    text, span = sentence.text, figure.span
    own = [hit for hit in sentence.hits if span.start <= hit.start < span.end]
    who = tuple(dict.fromkeys(hit.word.value for hit in own if hit.word.room == "who"))
    state = next((hit for hit in own if hit.word.room == "state"), None)
    if (unit in _NO_COUNT or unit in ("assorti", "ferme")) and state is None and not who:
        return None
    end = span.end
    if own:
        end = max(end, *(hit.end for hit in own if hit.word.room in ("who", "state")), end)
    if state is None or state.word.value in ("striking", "demonstrating", "aboard", "employed"):
        ahead = _state_after(sentence, span.end, limit)
        if ahead and not who and not state and not _BE.search(text, span.end, ahead.start):
            # « 432 foyers d'infection » are no ill: what follows a thing tells of its complement.
            ahead = None
        back = None if ahead else _state_before(sentence, floor, span.start)
        chosen = ahead or back or state
        if chosen is not None:
            state = chosen
            end = max(end, chosen.end) if chosen is ahead and chosen.end - span.end < 60 else end
    of = state.word.value if state else ""
    if _NEW.search(text, span.start - 4, end + 18):
        of = f"{of}-new" if of else "new"
    if of == "wounded" and _grave_beside(sentence, span.start, max(end, span.end) + 20):
        of = "wounded-grave"
    partial = (
        _PART_OF.search(text, max(sentence.span.start, span.start - 30), span.start) is not None
    )
    return Number(
        ClaimKind.COUNT, of, Span(span.start, end), figure.low, figure.high, unit,
        text[span.start : end], who, partial, now=risen,
    )  # fmt: skip


def _state_after(sentence: Sentence, start: int, limit: int) -> Hit | None:
    stop = _ENDS.search(sentence.text, start, limit)
    end = stop.start() if stop else limit
    states = [h for h in sentence.hits if h.word.room == "state" and start <= h.start < end]
    if not states:
        return None
    first = states[0]
    if first.start - start > 70:
        return None
    # « trois personnes grièvement blessées »: what follows says it better than how grave it is.
    for other in states[1:3]:
        if first.word.value in ("grave",) and other.start - first.end < 12:
            return other
    return first


def _state_before(sentence: Sentence, floor: int, start: int) -> Hit | None:
    states = [
        h for h in sentence.hits
        if h.word.room == "state" and floor <= h.start and h.end <= start and start - h.end < 25
    ]  # fmt: skip
    if (
        not states
        or _ENDS.search(sentence.text, states[-1].end, start)
        or "," in sentence.text[states[-1].end : start]
    ):
        return None
    return states[-1]


def _grave_beside(sentence: Sentence, start: int, end: int) -> bool:
    return any(h.word.value == "grave" and start <= h.start < end for h in sentence.hits)


def _years(sentence: Sentence, figure: Figure, floor: int) -> Number | None:
    text, span = sentence.text, figure.span
    penal = _PENAL.match(text, span.end)
    if penal:
        return _sentence(sentence, figure, penal.end())
    if AGE not in figure.units or (TIME in figure.units and not _aged(sentence, span)):
        return _duration(sentence, figure, "an")
    who = [h for h in sentence.hits if h.word.room == "who" and h.end <= span.start]
    near = tuple(dict.fromkeys(h.word.value for h in reversed(who[-2:])))
    return Number(ClaimKind.AGE, "", span, figure.low, figure.high, "an", "", near)


_AGED = re.compile(rf"(?:âgée?s?{_S}d[e'’]|[,(]|homme{_S}de|femme{_S}de|de){_S}?$", re.IGNORECASE)
_AFTER_AGE = re.compile(rf"{_S}?[,).]|{_S}(?:a|ont|est|et|avait|qui|au){_S}")


def _aged(sentence: Sentence, span: Span) -> bool:
    text = sentence.text
    return bool(
        _AGED.search(text, max(sentence.span.start, span.start - 12), span.start)
        and _AFTER_AGE.match(text, span.end)
    )


def _sentence(sentence: Sentence, figure: Figure, end: int) -> Number:
    """Years or months of prison: pronounced, suspended or asked for."""
    text, span = sentence.text, figure.span
    of = "sentence"
    after = text[span.end : span.end + 40]
    if _SUSPENDED.match(after):
        of = "suspended"
    elif re.search(rf"dont{_S}$", text[: span.start]) and _FIRM.match(after):
        of = "firm"
    asked = _ASKED_FOR.search(text, sentence.span.start, sentence.span.end) is not None
    return Number(
        ClaimKind.DURATION, f"{of}-asked" if asked else of, Span(span.start, end),
        figure.low, figure.high, min(figure.units, key=len), "", (),
    )  # fmt: skip


def _duration(sentence: Sentence, figure: Figure, unit: str) -> Number | None:
    text, span = sentence.text, figure.span
    penal = _PENAL.match(text, span.end)
    if penal and unit in ("mois", "jour"):
        return _sentence(sentence, figure, penal.end())
    of = ""
    if _CONTRACT.search(text, max(sentence.span.start, span.start - 60), span.start):
        of = "contract-length"
    if _BANNED.search(text, max(sentence.span.start, span.start - 60), span.start):
        of = "ban"
    lead = _SINCE.search(text, max(sentence.span.start, span.start - 20), span.start)
    start = lead.start() if lead else span.start
    how = lead.group().split()[0].lower() if lead else ""
    return Number(
        ClaimKind.DURATION, of, Span(start, span.end), figure.low, figure.high,
        "an" if unit in (TIME, AGE) else unit, how, (),
    )  # fmt: skip


def _money(sentence: Sentence, figure: Figure, floor: int, limit: int, unit: str) -> Number:
    span = figure.span
    hits = sentence.of("money")
    after = [h for h in hits if span.end <= h.start < limit and h.start - span.end < 40]
    before = [h for h in hits if h.end <= span.start and span.start - h.end < 90]
    near = before[-1:] + after[:1]
    near.sort(key=lambda h: min(abs(h.start - span.end), abs(span.start - h.end)))
    of = near[0].word.value if near else ""
    return Number(ClaimKind.MONEY, of, span, figure.low, figure.high, unit, figure.thing, ())


def _from_to(sentence: Sentence, match: re.Match[str]) -> Iterator[Number]:
    old, new = value_of(match["old"]), value_of(match["new"])
    hits = [h for h in sentence.hits if match.start() <= h.start < match.end() + 30]
    state = next((h for h in hits if h.word.room == "state"), None)
    who = tuple(h.word.value for h in hits if h.word.room == "who")
    if old is None or new is None or (state is None and not who):
        return
    of = state.word.value if state else ""
    unit = singular((match["noun"] or "").lower())
    end = max(match.end(), state.end if state and state.end - match.end() < 30 else match.end())
    thing = sentence.text[match.start("new") : end]
    yield Number(
        ClaimKind.COUNT, of, Span(match.start(), end), new, new, unit, thing, who, now=True
    )
    yield Number(
        ClaimKind.COUNT, of, Span(match.start(), end), old, old, unit, thing, who, was=True
    )


def _open(
    sentence: Sentence,
    taken: Sequence[Span],
    before: Sequence[str],
    last: Number | None,
    *,
    risen: bool,
) -> Iterator[Number]:
    """Numbers without a noun: « trois d'entre eux », « ils étaient quatre », « un troisième suspect »."""
    text, limit = sentence.text, sentence.span.end
    words = text[sentence.span.start : limit]
    among: tuple[re.Match[str], ...] = ()
    if "entre e" in words or "autre" in words:
        among = tuple(_AMONG.finditer(text, sentence.span.start, limit))
    for match in (*among, *_OPEN.finditer(text, sentence.span.start, limit)):
        groups = match.groupdict()
        span = Span(*match.span())
        if any(span.overlaps(each) for each in taken):
            continue
        ordinal = groups.get("ordinal")
        number = next((groups[g] for g in ("n1", "n2", "n3", "n4", "n6") if groups.get(g)), None)
        value = float(_ORDINALS[ordinal]) if ordinal else value_of(number or "")
        if value is None or (number or "").lower() in ("un", "une"):
            continue
        ahead = _state_after(sentence, match.end() if not ordinal else match.start("noun"), limit)
        own = [
            h for h in sentence.hits if h.word.room == "who" and span.start <= h.start < span.end
        ]
        if ahead is None and not (groups.get("n2") or groups.get("n3") or groups.get("n4")):
            continue
        same = last if ahead is None and any(groups.get(g) for g in ("n2", "n3", "n4")) else None
        if ahead is None and (groups.get("n3") or groups.get("n4")) and same is None:
            continue
        of = ahead.word.value if ahead else same.of if same else ""
        end = ahead.end if ahead and ahead.end - span.end < 60 else span.end
        who = tuple(h.word.value for h in own) or (same.who if same else tuple(before))
        partial = bool(groups.get("n6")) or bool(
            _PART_OF.search(text, max(sentence.span.start, span.start - 30), span.start)
        )
        collective = bool(number and re.search(COLLECTIVES, number))
        wide = value * 0.15 if collective else 0
        yield Number(
            ClaimKind.COUNT, of, Span(span.start, end), value - wide, value + wide, "",
            text[span.start : end], who, partial, now=risen or bool(ordinal), resolved=not ordinal,
        )  # fmt: skip


_SURSIS = re.compile(
    rf"dont{_S}(?P<number>{_NUMBER})(?:{_S}(?P<unit>ans?|mois))?{_S}(?:(?P<firm>ferme)|avec{_S}sursis|assortis?{_S}d[^\W\d_]+{_S}sursis)"
)
_BARE = re.compile(
    rf"(?:(?:compté|dénombré|recensé|répertorié\w*|élev\w+|élèv\w+|total{_S}de|atteint|atteignait|remboursera{_S}que|seulement|à)(?:{_S}(?:désormais|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?(?:{_S}à)?{_S})(?P<n>{FIGURE})(?={_S}?[,.;:)]|{_S}(?:au|en|dans|contre|depuis|soit|selon)\b|$)"
)
_BARE_QUICK = re.compile(
    r"compté|dénombré|recensé|répertorié|élev|élèv|total|attei|rembours|seulement"
)


_DECADES = {
    "trente": 30,
    "quadra": 40,
    "quinqua": 50,
    "sexa": 60,
    "septua": 70,
    "octo": 80,
    "nona": 90,
}
_DECADE = re.compile(r"\b(?P<name>quadra|quinqua|sexa|septua|octo|nona)génaires?\b", re.IGNORECASE)


def _decades(sentence: Sentence) -> Iterator[Number]:
    """« un quinquagénaire »: an age of ten years' width."""
    for match in _DECADE.finditer(sentence.text, sentence.span.start, sentence.span.end):
        low = float(_DECADES[match["name"].lower()])
        yield Number(ClaimKind.AGE, "", Span(*match.span()), low, low + 9, "an")


_ANSWER = re.compile(
    rf"[«\"\s]*(?P<how>(?:près|plus|moins){_S}de{_S}|environ{_S}|quelque{_S}|au{_S}moins{_S})?(?P<n>{_NUMBER})(?={_S}?[,.;:]|{_S}(?:selon|d['’]après|au)\b)",
    re.IGNORECASE,
)


def _answered(match: re.Match[str], asked: str) -> Iterator[Number]:
    """« Combien d'évacués ? Près de 300. »"""
    value = value_of(match["n"])
    if value is None:
        return
    how = (match["how"] or "").lower()
    low, high = value, value
    if how.startswith(("environ", "quelque")):
        low, high = value * 0.9, value * 1.1
    elif how.startswith("près"):
        low = value * 0.9
    elif how.startswith(("plus", "au")):
        high = float("inf")
    start = match.start("how") if match["how"] else match.start("n")
    span = Span(start, match.end("n"))
    yield Number(ClaimKind.COUNT, asked, span, low, high, "", match.group().strip(), resolved=True)


def _suspended(sentence: Sentence) -> Iterator[Number]:
    """« dont deux avec sursis »: a part of a sentence to prison."""
    for match in _SURSIS.finditer(sentence.text, sentence.span.start, sentence.span.end):
        value = value_of(match["number"])
        if value is not None:
            asked = _ASKED_FOR.search(sentence.text, sentence.span.start, match.start())
            of = "firm" if match["firm"] else "suspended"
            unit = "mois" if match["unit"] == "mois" else "an"
            yield Number(
                ClaimKind.DURATION, f"{of}-asked" if asked else of, Span(*match.span()),
                value, value, unit,
            )  # fmt: skip


def _bare(sentence: Sentence, taken: Sequence[Span]) -> Iterator[Number]:
    """« s'élève désormais à 30.296 »: a figure whose noun stands before it."""
    text, (start, end) = sentence.text, sentence.span
    if not _BARE_QUICK.search(text, start, end):
        return
    for match in _BARE.finditer(text, start, end):
        span = Span(*match.span("n"))
        if any(span.overlaps(each) for each in taken):
            continue
        value = figure_value(match["n"])
        if 1900 <= value <= 2100 and "." not in match["n"]:
            continue
        before = [h for h in sentence.hits if h.end <= match.start() + 12]
        money = [h for h in before if h.word.room == "money"]
        states = [h for h in before if h.word.room == "state"]
        after = _state_after(sentence, span.end, end)
        if money and value >= 1000 and not states:
            yield Number(
                ClaimKind.MONEY, money[-1].word.value, span, value, value, "EUR", resolved=True
            )
        elif states or after:
            state = states[-1] if states else after
            assert state is not None
            yield Number(
                ClaimKind.COUNT, state.word.value, span, value, value, "",
                state_words(sentence, state), resolved=True,
            )  # fmt: skip


def state_words(sentence: Sentence, state: Hit) -> str:
    return sentence.text[state.start : state.end]


def _nobody(sentence: Sentence) -> Iterator[Number]:
    """« aucun blessé », « n'a procédé à aucune interpellation »: a count of none."""
    for match in _NONE.finditer(sentence.text, sentence.span.start, sentence.span.end):
        at = match.start("noun")
        hit = next((h for h in sentence.hits if h.start == at and h.word.room == "state"), None)
        who: tuple[str, ...] = ()
        named = next((h for h in sentence.hits if h.start == at and h.word.room == "who"), None)
        if hit is None and named is not None and "ucun" in match.group():
            # « aucun policier n'a été blessé »
            hit = _state_after(sentence, named.end, sentence.span.end)
            who = (named.word.value,)
        if hit is not None and hit.word.value not in ("engaged", "present", "employed"):
            span = Span(match.start(), hit.end)
            yield Number(
                ClaimKind.COUNT, hit.word.value, span, 0, 0, "", sentence.text[at : hit.end], who
            )  # fmt: skip


def value_of(written: str) -> float | None:
    """The value of a number as it is written: figures, words, « une dizaine »."""
    written = written.strip()
    if not written:
        return None
    if written[0].isdigit():
        return figure_value(written)
    last = re.split(r"[ \u00a0\u202f]", written)[-1]
    return collective_value(last) or words_value(written)
