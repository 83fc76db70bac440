"""What an article tells of somebody's life: the year of birth, the trade, the town of a mayor. Two
people of one name are told apart by it.
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from index.model.article import GLUED, EntityId, Kind
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from index.model.article import Mention

_AGE = re.compile(
    r"[ \u00a0]*[,(][ \u00a0]*(?:aujourd['’]hui[ \u00a0])?(?:âgée?[ \u00a0]de[ \u00a0])?"
    r"(?P<age>[1-9]\d?|10\d)[ \u00a0]ans(?=[ \u00a0]*[,.;:)\n]|[ \u00a0]et\b|$)"
)
_OF_AGE = re.compile(
    r"[ \u00a0]*,[ \u00a0]*(?!ans)[^\W\d]+(?:[ '’-](?!(?:une?|et|avec|dont|pour|contre|à|deux|trois|quatre)\b)"
    r"[^\W\d_]+){0,5}?[ \u00a0](?:âgée?[ \u00a0])?de[ \u00a0](?P<age>[1-9]\d)[ \u00a0]ans(?![ \u00a0]d[e'’])"
)
"""« Jean Varnac, boulanger de 42 ans »"""
_AGED = re.compile(r"[^\W\d_][ \u00a0]de[ \u00a0](?P<age>[1-9]\d)[ \u00a0]ans $")
_YEARS_OF = frozenset(
    "peine contrat mandat bail carrière règne condamné condamnée père mère parents parent papa maman jumeaux jumelles"
    " enfants enfant fort forte riche sous après pendant plus moins près depuis garçon fille"
    " son sa leur ce cet cette".split()
)
"""Words that years belong to, and people who are not the one named before them."""
_LATE = re.compile(r"mort|tuée?|décéd|assassin|disparu|victime")
"""What tells that an age is that of a day gone by."""
_THEN = re.compile(r"alors|à l['’]époque|au moment|à sa mort|lors")
_BORN = re.compile(
    r"[ \u00a0]*(?:[,(]|est)[ \u00a0]*(?:née?[ \u00a0][^,.;:)\n]{0,40}?(?P<born>1[89]\d\d|20[01]\d)\b"
    r"|(?P<first>1[5-9]\d\d|20[01]\d)[ \u00a0]?[-–/][ \u00a0]?(?P<last>1[6-9]\d\d|20\d\d)\))"
)
_SHORTEST = 15
"""The fewest years that « (1912-1998) » tells of a life; fewer are those of an office."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BOUNDS = re.compile(r"[,.;:!?()«»“”\"\n]")
_BEFORE_TRADES = frozenset(
    "le la l les un une du au aux son sa notre leur ancien ancienne ex celebre jeune nouveau nouvelle"
    " ex-premier premier premiere futur future actuel actuelle feu".split()
)
_OF = frozenset("de du des d l la le les a au aux en".split())
_OF_A_TOWN = frozenset("de d du des".split())
_ARTICLES = frozenset("le la les l".split())
_SAINTS = frozenset("saint sainte".split())
_PARTING = frozenset(
    "et ou avec contre pour que qu qui par selon chez comme sans entre face sur dans est etait sont dit"
    " mais dont encore ni puis ne pas se s son sa ses".split()
)
"""Words between a trade and a name that give the trade to somebody else."""
_VERBS = frozenset("a avait ont avaient est était sont étaient sera fut aurait".split())
_REACH, _BEHIND = 70, 60
"""How many characters before and behind a name are looked at."""
_MENTIONS = 2
"""How many full mentions of a person are looked at, the first ones."""


class Life(NamedTuple):
    """What one article tells of one person; whatever it does not tell is empty."""

    born: tuple[int, int] = (0, 0)
    """The first and the last year in which the person may be born."""
    trades: tuple[str, ...] = ()
    """The fields that the trades belong to, sorted."""
    town: str = ""
    """The folded name of the town whose mayor it is, without an article: « saint-denis », « rochelle »."""
    said: str = ""
    """The words that tell it."""


def lives_of(text: str, mentions: Iterable[Mention], year: int | None) -> dict[EntityId, Life]:
    """What a text of some year tells of the persons whom it names in full."""
    found: dict[EntityId, Life] = {}
    looked: dict[EntityId, int] = {}
    for mention in mentions:
        if mention.kind is not Kind.PERSON or mention.by == GLUED:
            continue
        times = looked.get(mention.entity, 0)
        if times >= _MENTIONS or " " not in text[mention.start : mention.end]:
            continue
        looked[mention.entity] = times + 1
        life = _life(text, mention.start, mention.end, year)
        if life is not None:
            earlier = found.get(mention.entity)
            found[mention.entity] = life if earlier is None else _both(earlier, life)
    return found


def _both(one: Life, other: Life) -> Life:
    said = one.said if other.said in one.said else f"{one.said} · {other.said}"
    return Life(
        one.born if one.born[0] else other.born,
        tuple(sorted({*one.trades, *other.trades})),
        one.town or other.town,
        said,
    )


def _life(text: str, start: int, end: int, year: int | None) -> Life | None:
    behind = text[end : end + _BEHIND]
    born, told = _born(behind, year)
    if not told and text[start - 4 : start] == "ans ":
        born, told = _aged_before(text[max(0, start - _REACH) : start], year)
    said = [told] if told else []
    trades: set[str] = set()
    town = ""
    before = _BOUNDS.split(text[max(0, start - _REACH) : start])[-1]
    apposition = _BOUNDS.split(behind[2:])[0] if behind[:2] in (", ", " (", ",\u00a0") else ""
    for words, is_behind in ((before, False), (apposition, True)):
        place = _trade(words, behind=is_behind) if words else None
        if place is not None:
            first, field, of = place
            trades.add(field)
            town = town or of
            said.append(words[first:].strip())
    if not (born[0] or trades):
        return None
    return Life(born, tuple(sorted(trades)), town, " · ".join(said))


def _born(behind: str, year: int | None) -> tuple[tuple[int, int], str]:
    """The years of birth that the words behind a name allow, and these words."""
    if "ans" in behind and year is not None:
        age = _AGE.match(behind) or _aged(behind)
        if age and not _THEN.search(behind[age.start() : age.end() + 20]):
            born = year - int(age["age"])
            return (born - 1, born), age.group().strip(" \u00a0,(")
    stated = _BORN.match(behind)
    if stated and (not stated["last"] or int(stated["last"]) - int(stated["first"]) >= _SHORTEST):
        born = int(stated["born"] or stated["first"])
        return (born, born), stated.group().strip(" \u00a0,()")
    return (0, 0), ""


def _aged_before(before: str, year: int | None) -> tuple[tuple[int, int], str]:
    """The same for an age right before a name: « le boulanger de 42 ans Jean Varnac »."""
    aged = _AGED.search(before)
    if aged is None or year is None:
        return (0, 0), ""
    born = year - int(aged["age"])
    return (born - 1, born), aged.group().strip(" ")


def _aged(behind: str) -> re.Match[str] | None:
    """What gives the age behind a role: « , boulanger de 42 ans »."""
    aged = _OF_AGE.match(behind)
    if aged is None or _LATE.search(behind, aged.end()):
        return None
    return aged if _YEARS_OF.isdisjoint(aged.group().split()) else None


def _trade(words: str, *, behind: bool) -> tuple[int, str, str] | None:
    """Where a trade stands in the words beside a name, its field, and the town of a mayor.

    Before a name it has an article before it, and nothing between it and the name but what belongs
    to it; behind the name it begins the apposition.
    """
    trades = known_trades()
    near = fold(words)
    if "ex-" not in near and trades.keys().isdisjoint(_WORD.findall(near)):
        return None
    row = [(match.start(), match.group()) for match in _WORD.finditer(words)]
    folded = [fold(word).removeprefix("ex-") for _, word in row]
    places = [at for at, word in enumerate(folded) if word in trades]
    if not places:
        return None
    at = places[0] if behind else places[-1]
    tail = row[at + 1 :]
    belongs = _begins(folded, at) if behind else _leads_to_the_name(folded, at)
    if not belongs or _names_another(tail, folded[at + 1 :]):
        return None
    return row[at][0], trades[folded[at]], _town(tail) if folded[at] == "maire" else ""


def _begins(folded: list[str], at: int) -> bool:
    return all(word in _BEFORE_TRADES for word in folded[:at])


def _leads_to_the_name(folded: list[str], at: int) -> bool:
    if at == 0 or folded[at - 1] not in _BEFORE_TRADES or folded[-1] in _OF:
        return False
    return _PARTING.isdisjoint(folded[at + 1 :])


def _names_another(tail: list[tuple[int, str]], folded: list[str]) -> bool:
    """Whether the words behind a trade name somebody: « le député Jean Varnac », « la maire de Paris
    Anne Varnac »; or go on with a sentence: « l'acteur avait ri ».
    """
    row = 0
    for place, (_, word) in enumerate(tail):
        if word in _VERBS:
            return True
        capital = word[0].isupper() and not word.isupper()
        row = row + 1 if capital else 0
        of = place - row >= 0 and folded[place - row] in _OF
        if row > (2 if of else 0):
            return True
    return False


def _town(tail: list[tuple[int, str]]) -> str:
    """The town in what follows « maire »: « maire de Zorville », « maire LR d'Ifs ».

    Without its article, since « du Havre » hides that of « Le Havre ».
    """
    words = [fold(word) for _, word in tail]
    capital = [word[0].isupper() for _, word in tail]
    for at, word in enumerate(words, start=1):
        if word not in _OF_A_TOWN:
            continue
        first = at if _ARTICLES.isdisjoint(words[at : at + 1]) else at + 1
        if any(capital[first : first + 1]):
            more = words[first] in _SAINTS and any(capital[first + 1 : first + 2])
            return "-".join(words[first : first + 1 + more])
    return ""


def one_town(one: str, other: str) -> bool:
    """Whether two names may be those of one town: « Boulogne » and « Boulogne-sur-Mer »."""
    return f"{one}-".startswith(f"{other}-") or f"{other}-".startswith(f"{one}-")


@cache
def known_trades() -> Mapping[str, str]:
    """The field of each trade, by folded word."""
    return dict(_rows("data/trades.tsv"))


@cache
def apart() -> frozenset[frozenset[str]]:
    """Pairs of fields that one person hardly ever works in."""
    return frozenset(map(frozenset, _rows("data/trades_apart.tsv")))


def _rows(name: str) -> Iterator[tuple[str, str]]:
    text = resources.files("index.entities").joinpath(name).read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            one, other = line.split("\t")
            yield one, other
