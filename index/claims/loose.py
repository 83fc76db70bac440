"""Figures without a noun beside them: « trois d'entre eux », « ils étaient quatre », « aucun blessé »."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import math
import re
from collections.abc import Iterator, Sequence

from index.claims.counts import CAPACITY
from index.claims.number import ASKED_FOR, NUMBER, PART_OF, Number, state_after, value_of
from index.claims.of_things import Hit
from index.claims.sentence import Sentence
from index.french.numerals import COLLECTIVES, FIGURE, WORDS, figure_value, leeway
from index.french.plurals import singular
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_OPEN = re.compile(
    rf"""(?:\b[Ii]ls|\b[Ee]lles){_S}(?:ne{_S}|n['’])?(?:étaient|sont|seraient|restent|restaient){_S}
        (?:(?:désormais|maintenant|aujourd['’]hui|à{_S}présent|encore|déjà|environ|quelque|au{_S}moins|plus{_S}que|plus{_S}de|moins{_S}de|près{_S}de|bien|pourtant|alors){_S})*
        (?P<n2>{NUMBER})(?=[,.;:»]|{_S}(?:à|en|dans|sur|au|aux|ce|cette|hier|selon|devant|autour)\b|{_S}?$)
      | (?:(?<=[,;:]{_S})|(?<=^)|(?<=\n)|(?<=[.?!]{_S})|(?<=et{_S})|(?<=dont{_S}))(?=[\dA-Za-z])(?P<n3>{NUMBER})(?:{_S}seulement)?(?=(?:,{_S}tous)|{_S}(?:sont|ont{_S}été|étaient|restent|seraient|auraient|selon)\b|{_S}seulement)
      | \b[Ee]n{_S}(?:(?:a|ont|avait|avaient){_S}(?:compté|dénombré|recensé|annoncé|revendiqué|vu|relevé|décompté|aperçu)
          |(?:revendiqu|compt|annonc|dénombr|évoqu|recens|déplor|décompt|avanc|relèv|relev)(?:e|ent|ait|aient)|rest(?:e|ent|ait|aient)|(?:y{_S})?(?:avait|aurait))
        {_S}(?:(?:désormais|maintenant|aujourd['’]hui|à{_S}présent|encore|déjà|environ|quelque|au{_S}moins|plus{_S}de|moins{_S}de|près{_S}de){_S})*(?P<n4>{NUMBER})(?=[,.;:»]|{_S}(?:à|en|dans|sur|au|aux|ce|cette|hier|selon|chez|parmi|pour|dont)\b|{_S}?$)
      | dont{_S}(?P<n6>{NUMBER})(?={_S}(?:grièvement|gravement|légèrement|dans|en|avec|assorti|ferme)\b)
      | \b[Uu]n[e]?{_S}(?P<ordinal>deuxième|second[e]?|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième)[ ](?P<noun>[^\W\d_]+)""",
    re.VERBOSE,
)
_AMONG = re.compile(
    rf"(?P<n1>{NUMBER}){_S}(?:d['’]entre{_S}(?:eux|elles)|autres?(?={_S}(?:ont|sont|étaient|restent|seraient|avaient|personnes)\b))"
)
_NONE = re.compile(
    rf"\b(?:[Aa]ucune?{_S}|pas{_S}(?:de{_S}|d['’])|[Ss]ans{_S}(?:faire{_S})?(?:de{_S}|d['’])|ni{_S})(?P<noun>[^\W\d_]+)"
)
_ORDINALS = {
    name: number
    for number, names in enumerate(
        "deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième dixième".split(),
        2,
    )
    for name in names.split("|")
}


def open_numbers(
    sentence: Sentence,
    taken: Sequence[Span],
    before: Sequence[str],
    last: Number | None,
    *,
    risen: bool,
) -> Iterator[Number]:
    """Numbers without a noun: « trois d'entre eux », « ils étaient quatre », « un troisième suspect »."""
    text, (start, limit) = sentence.text, sentence.span
    words = text[start:limit]
    among: tuple[re.Match[str], ...] = ()
    if "entre e" in words or "autre" in words:
        among = tuple(_AMONG.finditer(text, start, limit))
    for match in (*among, *_OPEN.finditer(text, start, limit)):
        span = Span(*match.span())
        if not any(span.overlaps(each) for each in taken):
            number = _open_number(sentence, match, before, last, risen=risen)
            if number is not None:
                yield number


def _open_number(
    sentence: Sentence,
    match: re.Match[str],
    before: Sequence[str],
    last: Number | None,
    *,
    risen: bool,
) -> Number | None:
    text, span = sentence.text, Span(*match.span())
    groups = match.groupdict()
    ordinal = groups.get("ordinal")
    written = next((groups[g] for g in ("n1", "n2", "n3", "n4", "n6") if groups.get(g)), "")
    value = float(_ORDINALS[ordinal]) if ordinal else value_of(written)
    if value is None or written.lower() in ("un", "une"):
        return None
    asked_from = match.start("noun") if ordinal else match.end()
    ahead = state_after(sentence, asked_from, sentence.span.end)
    # « ils étaient quatre » may go back to the number before; « quatre sont … » must.
    may_go_back = any(groups.get(g) for g in ("n2", "n3", "n4"))
    must_go_back = bool(groups.get("n3") or groups.get("n4"))
    same = last if ahead is None and may_go_back else None
    if ahead is None and (not may_go_back or (must_go_back and same is None)):
        return None
    of = ahead.word.value if ahead else same.of if same and same.of != CAPACITY else ""
    end = ahead.end if ahead and ahead.end - span.end < 60 else span.end
    who = _who(sentence, span, same, last) or tuple(before)
    partial = bool(groups.get("n6")) or bool(
        PART_OF.search(text, max(sentence.span.start, span.start - 30), span.start)
    )
    low, high = _bounds(
        value,
        match.group().lower(),
        collective=bool(written and re.search(COLLECTIVES, written)),
    )
    return Number(
        ClaimKind.COUNT, of, Span(span.start, end), low, high, "",
        text[span.start : end], who, partial, now=risen or bool(ordinal), resolved=not ordinal,
    )  # fmt: skip


def _who(
    sentence: Sentence, span: Span, same: Number | None, last: Number | None
) -> tuple[str, ...]:
    """Who is counted by a number without a noun: by its own words, else those counted before it in its sentence, or
    to whom it goes back.
    """
    own = [h for h in sentence.hits if h.word.room == "who" and span.start <= h.start < span.end]
    if own:
        return tuple(h.word.value for h in own)
    if last is not None and last.who and last.span.start >= sentence.span.start:
        return last.who
    return same.who if same else ()


def _bounds(value: float, how: str, *, collective: bool) -> tuple[float, float]:
    """The interval of a number by the words around it: « plus de », « environ », « une dizaine »."""
    wide = value * 0.15 if collective else 0
    low, high = value - wide, value + wide
    if "plus de" in how or "au moins" in how:
        high = math.inf
    elif "moins de" in how:
        low = -math.inf
    elif not wide and re.search(r"\b(?:près|environ|quelque)\b", how):
        low, high = value - leeway(value), value + leeway(value)
    return low, high


_SURSIS = re.compile(
    rf"dont{_S}(?P<number>{NUMBER})(?:{_S}(?P<unit>ans?|mois))?{_S}(?:(?P<firm>ferme)|avec{_S}sursis|assortis?{_S}d[^\W\d_]+{_S}sursis)"
)
_BARE = re.compile(
    rf"(?:(?:compté|dénombré|recensé|répertorié\w*|élev\w+|élèv\w+|total{_S}de|atteint|atteignait|remboursera{_S}que|seulement|à)(?:{_S}(?:désormais|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?(?:{_S}à)?{_S})(?P<n>{FIGURE})(?={_S}?[,.;:)]|{_S}(?:au|en|dans|contre|depuis|soit|selon)\b|$)"
)
_BARE_QUICK = re.compile(
    r"compté|dénombré|recensé|répertorié|élev|élèv|total|attei|rembours|seulement"
)


_DECADES = {
    "quadra": 40,
    "quinqua": 50,
    "sexa": 60,
    "septua": 70,
    "octo": 80,
    "nona": 90,
}
_DECADE = re.compile(r"\b(?P<name>quadra|quinqua|sexa|septua|octo|nona)génaires?\b", re.IGNORECASE)


def decades(sentence: Sentence) -> Iterator[Number]:
    """« un quinquagénaire »: an age of ten years' width."""
    for match in _DECADE.finditer(sentence.text, sentence.span.start, sentence.span.end):
        low = float(_DECADES[match["name"].lower()])
        yield Number(ClaimKind.AGE, "", Span(*match.span()), low, low + 9, "an")


def suspended(sentence: Sentence) -> Iterator[Number]:
    """« dont deux avec sursis »: a part of a sentence to prison."""
    for match in _SURSIS.finditer(sentence.text, sentence.span.start, sentence.span.end):
        value = value_of(match["number"])
        if value is not None:
            asked = ASKED_FOR.search(sentence.text, sentence.span.start, match.start())
            of = "firm" if match["firm"] else "suspended"
            unit = "mois" if match["unit"] == "mois" else "an"
            yield Number(
                ClaimKind.DURATION, f"{of}-asked" if asked else of, Span(*match.span()),
                value, value, unit,
            )  # fmt: skip


def bare(sentence: Sentence, taken: Sequence[Span]) -> Iterator[Number]:
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
        after = state_after(sentence, span.end, end)
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


_MILLIONS = re.compile(
    rf"(?P<n>(?<![\d.,])\d+(?:[.,]\d+)?|(?i:{WORDS})){_S}(?P<size>millions?|milliards?)"
    rf"(?={_S}?[,.;:)»]|{_S}(?:au|aux|en|dans|pour|selon|à|sur|que|soit|par|contre|et|chaque)\b|{_S}(?:d['’]après|l['’]an)|{_S}?$)"
)
_CURRENCIES = (("EUR", "euro"), ("EUR", "€"), ("USD", "dollar"), ("CHF", "franc"), ("GBP", "livre"))
_SIZES = {"million": 1e6, "milliard": 1e9}


def millions(sentence: Sentence, taken: Sequence[Span]) -> Iterator[Number]:
    """« l'assureur avance 3,8 millions »: money, where the article names its currency elsewhere."""
    text, (start, end) = sentence.text, sentence.span
    if "illi" not in text[start:end]:
        return
    currency = next((code for code, sign in _CURRENCIES if sign in text), None)
    if currency is None and sentence.of("money"):
        # An account that names no currency at all means that of its readers.
        currency = _CURRENCIES[0][0]
    for match in _MILLIONS.finditer(text, start, end) if currency else ():
        span = Span(*match.span())
        value = value_of(match["n"])
        if value is None or any(span.overlaps(each) for each in taken):
            continue
        value *= _SIZES[match["size"].rstrip("s")]
        money = sentence.of("money")
        money.sort(key=lambda hit: min(abs(hit.start - span.end), abs(span.start - hit.end)))
        of = money[0].word.value if money else ""
        yield Number(ClaimKind.MONEY, of, span, value, value, currency, resolved=True)


def state_words(sentence: Sentence, state: Hit) -> str:
    return sentence.text[state.start : state.end]


def nobody(sentence: Sentence) -> Iterator[Number]:
    """« aucun blessé », « n'a procédé à aucune interpellation »: a count of none."""
    for match in _NONE.finditer(sentence.text, sentence.span.start, sentence.span.end):
        at = match.start("noun")
        hit = next((h for h in sentence.hits if h.start == at and h.word.room == "state"), None)
        who: tuple[str, ...] = ()
        named = next((h for h in sentence.hits if h.start == at and h.word.room == "who"), None)
        if hit is None and named is not None and "ucun" in match.group():
            # « aucun policier n'a été blessé »
            hit = state_after(sentence, named.end, sentence.span.end)
            who = (named.word.value,)
        if hit is None and named is not None and "ucun" in match.group():
            noun = singular(match["noun"].lower())
            span = Span(match.start(), named.end)
            yield Number(
                ClaimKind.COUNT, "", span, 0, 0, noun, sentence.text[at : named.end], who
            )  # fmt: skip
        if hit is not None and hit.word.value not in ("engaged", "present", "employed"):
            span = Span(match.start(), hit.end)
            yield Number(
                ClaimKind.COUNT, hit.word.value, span, 0, 0, "", sentence.text[at : hit.end], who
            )  # fmt: skip
