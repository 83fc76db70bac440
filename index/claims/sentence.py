"""One sentence for the reading of claims: its words, their meaning, and what is denied or uncertain
in it.
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from index.claims.lexicon import Known, Lexicon, Pattern
from index.claims.of_things import Hit, of_things
from index.claims.other_things import without_other_things
from index.french.denial import denial
from index.model.text import Span
from index.text.word_columns import columns

_NEGATING = frozenset("pas aucun aucune jamais ni nul nulle rien".split())
_INSTEAD = frozenset("d de pas un une le la les l à au aux par".split())
_WITHOUT_DOING = re.compile(
    r"(?:[^\W\d_]+(?:er|ir|re)|qu[e'’]|aucune?|l[ae] moindre|l[ae]|l['’]|être|y|en|nul(?:le)?)\b|l['’]",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\bsans[ \u00a0](?!précédent|doute|cesse|compter|surprise)", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:refus|renonc|exclu)\w*[ \u00a0](?:de|à|d['’])[ \u00a0]?(?:(?:se|le|la|les|lui|leur)[ \u00a0]|[sl]['’])?$",
    re.IGNORECASE,
)
"""« son refus de soutenir », « renonce à le poursuivre »: the predicate comes right behind."""
_BREAK = re.compile(
    r"[,;:()«»\n]|[ \u00a0](?:qui|mais|dont|tandis|alors que|où)[ \u00a0]|[ \u00a0](?:que[ \u00a0]|qu['’])"
)
_HARD = re.compile(r"[;:\n]")
_LET_GO = re.compile(
    r"^[^\S\t-\r]*[,.)»”]"  # « quatre viols qu'il conteste, y raconte … »
    r"|,[ \u00a0](?:(?!pourtant|cependant|pendant|durant|avant|devant)[^\W\d_]+ant|y|ils?|elles?|on|qui|où|et|mais|alors|tandis|puis)\b"  # « a nié tout, disant payer … »
    r"|[ \u00a0](?:mais|tandis|alors[ \u00a0]que|tout[ \u00a0]en)[ \u00a0]",
    re.IGNORECASE,
)
"""What ends the reach of a verb of denial."""
_ASIDE = re.compile(
    r"^[ \u00a0]*,[^,;:]{1,60},(?=[ \u00a0](?:l[’']|[^\W\d_]+(?:er|ir|re)\b))", re.IGNORECASE
)
"""« dément, en marge d'un déplacement, avoir démissionné »"""
_GROUNDS = re.compile(
    r"[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,3}?(?:l[ae]s?[ \u00a0]|l['’]|ses[ \u00a0]|leurs?[ \u00a0])"
    r"(?:fondements?|motifs?|raisons?|causes?|conditions?|régularité|légalité|légitimité|validité|bien-fondé|opportunité|proportionnalité|modalités|forme|durée|montant|ampleur|utilité|nécessité|constitutionnalité)[ \u00a0](?:de[ \u00a0]|d['’]|du[ \u00a0]|des[ \u00a0])(?:l['’]|(?:sa|son|ses|leurs?|la|une?|cette|ce|cet)[ \u00a0])?",
    re.IGNORECASE,
)
"""« conteste les fondements de sa mise en examen »: that it is so is granted."""
_FOCUS = re.compile(
    r"[ \u00a0](?:à[ \u00a0]la[ \u00a0]demande|seulement|uniquement)\b",
    re.IGNORECASE,
)
"""What alone is denied where it stands behind a predicate: « n'a pas été mis en examen à la demande du pouvoir »."""
_CONCEDED = re.compile(
    r"[\s«“\"]*(?:(?:Même[ \u00a0])?[Ss](?:i|['’]ils?)|Bien[ \u00a0]qu(?:e|['’][^\W\d_]+)|Alors[ \u00a0]qu(?:e|['’][^\W\d_]+)|Tandis[ \u00a0]que|Quand|Lorsqu(?:e|['’][^\W\d_]+))[ \u00a0]"
)
"""A sentence that opens with what is granted, up to its first comma: « Si le quai d'Orsay … »."""
_PARTED = re.compile(
    r"(?:\bne[ \u00a0]|\b[Nn]['’])[^,;.:«»]{1,25}\b(?:pas|plus|jamais),[ \u00a0][^,;.:«»]{1,40},[ \u00a0](?:été[ \u00a0]|encore[ \u00a0]|pu[ \u00a0])?$"
)
"""An aside between a negation and its predicate: « n'a pas, selon le préfet, cédé », « n'a pas, lui, été arrêté »."""
_DENIED_WITHIN = 80
"""The characters after a verb of denial that it may govern."""
_AUXILIARIES = frozenset(
    "a ont est sont sera seront était étaient avait avaient fut furent".split()
)
_CLAUSE_WORDS = 2
"""The fewest words between a negation and the next verb that show that another verb was denied."""
_KEEPING = frozenset(
    "regrette regrettent regrettait regrettaient regretté cache cachent cachait caché oublie oublient oublié ignore"
    " ignorent ignorait nie nient niait nié conteste contestent contestait contesté".split()
)  # fmt: skip
"""Verbs whose denial says nothing against what they govern, or grants it."""
_NO_FURTHER = frozenset("malgré où dont lorsque quand après avant car parce puisque".split())
"""Words over which no negation reaches: « ne s'améliore pas malgré les mesures adoptées »."""
_REACH = 7
"""The words after a negation that it may deny."""


@cache
def _denying() -> re.Pattern[str]:
    """The words that deny what follows them, also « ne confirme pas »."""
    return re.compile(
        rf"\b(?:{denial().governing}"
        r"|(?:n['’]a|n['’]ont|ne|n['’])[ \u00a0](?:pas[ \u00a0])?confirm(?:é|e|ent|ait)(?:[ \u00a0]pas)?)(?!\w)",
        re.IGNORECASE,
    )


@dataclass(slots=True)
class Sentence:
    """The words of a sentence, with the hits of the lexicon."""

    text: str
    span: Span
    starts: Sequence[int]
    known: Sequence[Known]
    hits: list[Hit] = field(default_factory=list)
    """The hits in order; if two of one room overlap, the longer one."""
    _breaks: list[tuple[int, int]] | None = None
    _words: frozenset[str] | None = None
    _keys: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words in small letters: to look here first costs less than to search for a pattern."""
        if self._words is None:
            self._words = frozenset([known.exact for known in self.known])
        return self._words

    @property
    def keys(self) -> frozenset[str]:
        """The stems of the telling words, as the lexicon has them."""
        if self._keys is None:
            self._keys = frozenset([known.key for known in self.known])
        return self._keys

    def of(self, room: str) -> list[Hit]:
        return [hit for hit in self.hits if hit.word.room == room]

    def clause(self, place: int) -> Span:
        """The stretch around a place between two breaks of the sentence."""
        if self._breaks is None:
            found = _BREAK.finditer(self.text, self.span.start, self.span.end)
            self._breaks = [mark.span() for mark in found]
        start, end = self.span
        for opens, closes in self._breaks:
            if closes <= place:
                start = closes
            elif opens > place:
                end = opens
                break
        return Span(start, end)

    def negated(self, start: int, end: int) -> bool:
        """Whether a predicate is denied by « ne … pas », « aucun », « dément »; two denials cancel
        each other.
        """
        clause = self.clause(start)
        if _FOCUS.match(self.text, end) and " pas " in self.text[clause.start : start]:
            return False
        first = bisect_left(self.starts, clause.start)
        here = bisect_left(self.starts, start)
        inside = bisect_left(self.starts, end)
        near = range(max(first, here - _REACH), here)
        turns = False
        for at in reversed(near):
            if self.known[at].exact in _NO_FURTHER or self._another_verb(at, here):
                break
            turns = (
                turns
                or (self.known[at].exact in _NEGATING and not self._kept(at))
                or self._rather(at)
            )
        if not turns:
            without = _WITHOUT.search(self.text, max(clause.start, start - 40), start)
            turns = without is not None and self._without_it(without.end(), start)
        if not turns:
            turns = _REFUSED.search(self.text, max(clause.start, start - 40), start) is not None
        if not turns and self.text[max(0, start - 9) : start].count(","):
            turns = _PARTED.search(self.text, max(self.span.start, start - 90), start) is not None
        if not turns and inside < len(self.known):
            # A negation rarely stands after the predicate; it does in « ne rouvrira pas », « n'a reçu aucun appel ».
            after = self.known[inside].exact
            ahead = {each.exact for each in self.known[max(0, here - 2) : here]} & {"ne", "n"}
            own = {
                each.exact for each in self.known[here:inside]
            }  # « paierons pas, ni aujourd'hui »
            turns = bool(ahead) and after in _NEGATING and _NEGATING.isdisjoint(own)
        return turns != self.denied(start)

    def _another_verb(self, at: int, here: int) -> bool:
        """Whether the verb of a predicate stands at a place, and another one was denied before it: « la femme qui n'a pas
        porté l'enfant sera reconnue ».
        """
        if at != here - 1 or self.known[at].exact not in _AUXILIARIES:
            return False
        before = [each.exact for each in self.known[max(0, at - _REACH) : at]]
        nots = [place for place, word in enumerate(before) if word in ("pas", "jamais", "plus")]
        between = before[nots[-1] + 1 :] if nots else []
        relative = bool(nots) and bool({"qui", "dont"} & set(before[: nots[-1]]))
        return relative and len(between) >= _CLAUSE_WORDS and not {"que", "qu"} & set(between)

    def _without_it(self, after: int, start: int) -> bool:
        """Whether « sans » reaches a predicate: « sans avoir été blessé », not « sans explication sa visite »."""
        between = self.text[after:start].split()
        return not between or _WITHOUT_DOING.match(self.text, after, start) is not None

    def _kept(self, at: int) -> bool:
        """Whether a negation denies a verb that leaves what follows it as it is: « ne regrette pas d'avoir voté »."""
        return at > 0 and self.known[at - 1].exact in _KEEPING

    def _rather(self, at: int) -> bool:
        """Whether a word is the « non » of « non d'une fermeture mais d'une vente »."""
        after = self.known[at + 1].exact if at + 1 < len(self.known) else ""
        return self.known[at].exact == "non" and after in _INSTEAD

    def _led_in(self, start: int, end: int, place: int) -> bool:
        """Whether « pour contester son transfert, … » or « si l'élu conteste les faits, … » ends before a
        place.
        """
        if "," not in self.text[end:place]:
            return False
        led = self.text[max(self.span.start, start - 8) : start].lower()
        return led.endswith(("pour ", "afin de ")) or (
            _CONCEDED.match(self.text, self.span.start) is not None
            and "," not in self.text[self.span.start : start]
        )

    def denial_start(self, start: int) -> int:
        """The start of the words that deny a predicate: « n'a pas été », « dément avoir »."""
        reach = max(self.span.start, start - _DENIED_WITHIN)
        verbs = [v.start() for v in _denying().finditer(self.text, reach, start)]
        if verbs:
            return verbs[-1]
        clause = self.clause(start)
        here = bisect_left(self.starts, start)
        first = bisect_left(self.starts, clause.start)
        turning = ("n", "ne", "aucun", "aucune", "sans", "ni")
        found = [
            self.starts[at]
            for at in range(max(first, here - _REACH), here)
            if self.known[at].exact in turning
        ]
        return found[0] if found else start

    def denied(self, start: int) -> bool:
        """Whether a verb of denial governs a place."""
        return any(
            start - verb.end() < _DENIED_WITHIN
            and not _HARD.search(self.text, verb.end(), start)
            and not _LET_GO.search(_ASIDE.sub(" ", self.text[verb.end() : start]))
            and not self._led_in(verb.start(), verb.end(), start)
            and not _GROUNDS.fullmatch(self.text, verb.end(), start)
            for verb in _denying().finditer(self.text, self.span.start, start)
        )


def sentences_of(text: str, spans: Sequence[Span], lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences of a text with words of the lexicon, or with possible figures."""
    read = columns(text)
    starts, ends = read.starts, read.ends
    known = [lexicon[surface] for surface in read.surfaces]
    for span in spans:
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
        own = known[low:high]
        yield Sentence(
            text, span, starts[low:high], own, _hits(text, own, starts[low:high], ends[low:high])
        )


def _hits(
    text: str, known: Sequence[Known], starts: Sequence[int], ends: Sequence[int]
) -> list[Hit]:
    telling: list[int] | None = None
    place: dict[int, int] = {}
    found: list[Hit] = []
    for at, word in enumerate(known):
        if not word.patterns:
            continue
        if telling is None:
            telling = [n for n, each in enumerate(known) if each.key]
            place = {n: p for p, n in enumerate(telling)}
        p = place[at]
        for pattern in word.patterns:
            if (pattern.before or pattern.after) and not _between(known, at, pattern):
                continue
            length = len(pattern.rest)
            if length:
                following = telling[p + 1 : p + 1 + length]
                if len(following) < length or not all(
                    key == known[n].key or (key[0] == "=" and key[1:] == known[n].exact)
                    for n, key in zip(following, pattern.rest, strict=True)
                ):
                    continue
                end = ends[following[-1]]
                if _HARD.search(text, starts[at], end):
                    continue
            else:
                end = ends[at]
            found += [Hit(starts[at], end, meaning, at) for meaning in pattern.words]
    found = [hit for hit in found if not _is_half_a_word(text, hit)]
    found = of_things(text, without_other_things(text, found))
    return _longest(found) if len(found) > 1 else found


_JOINED = re.compile(
    r"[-\u2010\u2011](?!(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|ci|là|mêmes?|moi|toi|lui|leur|les?|la|en|y)\b)[^\W\d_]",
    re.IGNORECASE,
)


def _is_half_a_word(text: str, hit: Hit) -> bool:
    """Whether a hit is the first half of a compound: the « aide » of « aide-soignante »."""
    return text[hit.end : hit.end + 1] in _HYPHENS and _JOINED.match(text, hit.end) is not None


_HYPHENS = frozenset("-\u2010\u2011")


def _between(known: Sequence[Known], at: int, pattern: Pattern) -> bool:
    """Whether the small words of an expression stand around its only other word."""
    first = at - len(pattern.before)
    if first < 0:
        return False
    return all(known[n].exact == word for n, word in enumerate(pattern.before, first)) and all(
        n < len(known) and known[n].exact == word for n, word in enumerate(pattern.after, at + 1)
    )


def _longest(found: list[Hit]) -> list[Hit]:
    """The hits without those inside a longer one of the same family, or inside a term of law."""
    kept = []
    for hit in dict.fromkeys(found):
        held = any(
            other is not hit
            and other.start <= hit.start
            and hit.end <= other.end
            and other.end - other.start > hit.end - hit.start
            and (
                (other.word.room, other.word.family) == (hit.word.room, hit.word.family)
                or (other.word.room == "law" and hit.word.room == "state")
            )
            for other in found
        )
        if not held:
            kept.append(hit)
    return kept
