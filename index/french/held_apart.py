"""Whether a quotation of one to three words is somebody's, by weighed signs: « un “bilan positif” », « les “gilets jaunes” ».

A sign is a name; its weight is data (`index/french/data/short_weights.tsv`), fitted by
`python -m benchmarks.short_weights`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from importlib import resources

from index.french.antecedents import Antecedents
from index.french.manners import is_label, is_of_work
from index.model.article import HowSaid, Quote
from index.model.text import Span

SAID_FROM = 0.65
"""From which probability one to which a verb without a subject leads is said; chosen on articles left out
(`benchmarks.short_weights`)."""
OPEN_FROM = 0.5
"""From which a word held apart may as well be somebody's: nothing is told of it."""
NOBODYS_BELOW = 0.35
"""Below which one to which a verb without a subject leads is nobody's."""
_LONGEST = 60
"""Characters of three words at the most."""
_AFAR = 20
"""Characters between a verb and words that it may not give."""
_FEW = 3
_LEAD = 60
"""Characters before a quotation at which it is looked."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BLANKS = "«»“”\"‹›‘’' \u00a0\u202f"
_BEFORE = re.compile(r"(?P<word>[^\W_]+(?:-[^\W_]+)*['’]?)$")
_AFTER = re.compile(r"[^\W_]+['’]?|.", re.DOTALL)
_KINDS = {
    **dict.fromkeys(("le", "la", "les", "l'"), "the"),
    **dict.fromkeys(("un", "une"), "a"),
    **dict.fromkeys(("des",), "some"),
    **dict.fromkeys(("de", "d'"), "of"),
    **dict.fromkeys(("du",), "of the"),
    **dict.fromkeys(("au", "aux", "à"), "to"),
    **dict.fromkeys(("ce", "cet", "cette", "ces"), "this"),
    **dict.fromkeys(("son", "sa", "ses", "leur", "leurs"), "own"),
    **dict.fromkeys(("que", "qu'"), "that"),
    **dict.fromkeys(("est", "sont", "était", "étaient", "être"), "is"),
    **{word: word for word in ("en", "comme", "plus", "très", "et", "ou", "par", "pour", "dans")},
}
_ENDS = (
    "ment",
    "isme",
    "iste",
    "able",
    "tion",
    "eux",
    "ant",
    "ing",
    "er",
    "ir",
    "if",
    "ée",
    "é",
    "s",
)
_UNSAID = (HowSaid.TITLE, HowSaid.IRONIC, None)
_OFTEN = 4
_SHORT_WORD = 6
_DISTANCES = ((20, "beside"), (45, "near"), (90, "off"))
"""Characters between a quotation and its speaker."""
_START = "start"
_MARKED = "again marked"


class HeldApart:
    """Judges the short quotations of one text that rules have read."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        antecedents: Antecedents,
        quotes: Sequence[Quote],
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._antecedents = antecedents
        self._quotes = quotes
        self._again: dict[str, Counter[str]] = {}

    def judged(self) -> tuple[Quote, ...]:
        """The quotations; a short one that is likely nobody's is a name or a word, one that may be either is open."""
        told = tuple(
            self._judge(quote) if self.is_judged(quote) else quote for quote in self._quotes
        )
        held = {self._words(quote) for quote in told if quote.manner is HowSaid.IRONIC}
        return tuple(self._as_elsewhere(quote, held) for quote in told) if held else told

    def _as_elsewhere(self, quote: Quote, held: set[str]) -> Quote:
        """A few words to which a verb leads from afar, as what they are where nothing does: « des navires “douteux” »."""
        if quote.speaker_text is None or quote.end - quote.start > _LONGEST:
            return quote
        if self._words(quote) not in held or not self._is_led_to(quote, from_afar=_AFAR):
            return quote
        return Quote(quote.start, quote.end, manner=HowSaid.IRONIC)

    def _words(self, quote: Quote) -> str:
        return self._lower[quote.start : quote.end]

    def is_judged(self, quote: Quote) -> bool:
        """Whether a quotation is short, and held apart or only led to by a verb that has no subject.

        Others that a rule gives to somebody are his nine times of ten.
        """
        if quote.manner is not HowSaid.IRONIC and (
            quote.speaker_text is not None or not quote.verb or not self._is_led_to(quote)
        ):
            return False
        return self.is_short(quote)

    def _is_led_to(self, quote: Quote, *, from_afar: int = 0) -> bool:
        """Whether the verb of a quotation stands before it in its sentence, and no colon."""
        first = self._sentences[self._antecedents.sentence_at(quote.start)]
        at = self._text.rfind(quote.verb, first.start, quote.start) if quote.verb else -1
        if at < 0 or not quote.verb or quote.start - at - len(quote.verb) < from_afar:
            return False
        # « témoignent avec le masque : “Nous avions peur.” » is said by somebody.
        return not self._text[first.start : quote.start].rstrip(_BLANKS).endswith(":")

    def is_short(self, quote: Quote) -> bool:
        """Whether a quotation is of one to three words, and no title, told to be said or held apart."""
        if quote.end - quote.start > _LONGEST or quote.manner in (HowSaid.TITLE, None):
            return False
        if len(_WORD.findall(self._text, quote.start, quote.end)) > _FEW:
            return False
        return not is_label(self._text, Span(quote.start, quote.end))

    def _judge(self, quote: Quote) -> Quote:
        likely = probability(self.signs(quote))
        if quote.manner is HowSaid.IRONIC:
            return replace(quote, manner=None) if likely >= OPEN_FROM else quote
        if likely >= NOBODYS_BELOW:
            told = quote.manner is HowSaid.SAID and likely < SAID_FROM
            return replace(quote, manner=None) if told else quote
        name = self._text[quote.start].isupper()
        return Quote(quote.start, quote.end, manner=HowSaid.TITLE if name else HowSaid.IRONIC)

    def signs(self, quote: Quote) -> set[str]:
        """What tells whether a short quotation is said."""
        number = self._antecedents.sentence_at(quote.start)
        first = self._sentences[number]
        last = self._sentences[self._antecedents.sentence_at(max(quote.start, quote.end - 1))]
        lead = self._text[max(first.start, quote.start - _LEAD) : quote.start].rstrip(_BLANKS)
        return {
            *self._of_itself(quote, opens=not lead),
            *self._beside(quote, lead, last),
            *self._elsewhere(quote),
            *self._of_sentence(quote, number, first, last),
        }

    def _of_itself(self, quote: Quote, *, opens: bool) -> set[str]:
        words = _WORD.findall(self._text, quote.start, quote.end)
        begin = self._text[quote.start]
        found = {f"{len(words)} words"}
        found.add("capital" if begin.isupper() else "figure" if begin.isdigit() else "small")
        if begin.isupper() and opens:
            found.add("capital opens")
        if sum(word[0].isupper() for word in words) > 1:
            found.add("several capitals")
        if words:
            found.add(f"first {words[0].lower()}")
            end = words[-1].lower()
            if end.endswith(_ENDS):
                found.update(f"ends {ending}" for ending in _ENDS if end.endswith(ending))
        return found

    def _beside(self, quote: Quote, lead: str, last: Span) -> set[str]:
        found = set()
        before = _BEFORE.search(lead)
        if before is not None:
            word = before["word"].replace("’", "'")
            kind = _KINDS.get(word.lower())
            found.add(f"behind {kind}" if kind else f"behind a word {_ending(word)}")
        elif lead.endswith((",", ":")):
            found.add(f"behind {lead[-1]}")
        after = self._text[quote.end : last.end].lstrip(_BLANKS)
        word = _AFTER.match(after)
        told = word.group().lower() if word else "nothing"
        found.add(f"before {told}" if len(told) < _SHORT_WORD else "before a long word")
        if is_of_work(lead):
            found.add("behind a work")
        return found

    def _elsewhere(self, quote: Quote) -> set[str]:
        """Whether the text has the same words again, in marks or without."""
        words = self._lower[quote.start : quote.end]
        known = self._again.get(words)
        if known is None:
            known = self._again[words] = self._held(words)
        # The quotation itself is one of those in marks.
        return {sign for sign, times in known.items() if times > (sign == _MARKED)}

    def _held(self, words: str) -> Counter[str]:
        """How often the text holds some words: as a whole quotation, in one, or outside."""
        found: Counter[str] = Counter()
        at = self._lower.find(words)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            other = self._quotes[number] if number >= 0 else None
            span = at, at + len(words)
            if other is None or other.end < span[1]:
                found["again unmarked"] += 1
            else:
                found[_MARKED if (other.start, other.end) == span else "again said"] += 1
            at = self._lower.find(words, span[1])
        return found

    def _of_sentence(self, quote: Quote, number: int, first: Span, last: Span) -> set[str]:
        found = set()
        if quote.speaker_text is not None:
            found.add("given")
            found.add("given to a name" if quote.speaker is not None else "given in words")
            found.add(f"given {_distance(quote)}")
            if quote.resolved:
                found.add("given by a rule")
        if quote.verb is not None:
            found.add("by a verb")
        others = len(self._said) - (quote.manner not in _UNSAID)
        found.add("none said" if not others else "few said" if others < _OFTEN else "many said")
        near = self._said_in(first, last, quote)
        found.add("said in its sentence" if near else "none said in its sentence")
        around = Span(
            self._sentences[max(0, number - 1)].start,
            self._sentences[min(len(self._sentences) - 1, number + 1)].end,
        )
        if self._said_in(around, around, quote) > near:
            found.add("said beside its sentence")
        return found

    def _said_in(self, first: Span, last: Span, quote: Quote) -> int:
        """How many other quotations that are said begin between two places."""
        begin, end = bisect_left(self._said, first.start), bisect_left(self._said, last.end)
        own = quote.manner not in _UNSAID and quote.speaker_text is not None
        return end - begin - own

    @cached_property
    def _lower(self) -> str:
        lower = self._text.lower()
        return lower if len(lower) == len(self._text) else self._text

    @cached_property
    def _starts(self) -> list[int]:
        return [quote.start for quote in self._quotes]

    @cached_property
    def _said(self) -> list[int]:
        """Where the quotations begin that somebody is told to say."""
        return [
            quote.start
            for quote in self._quotes
            if quote.manner not in _UNSAID and quote.speaker_text is not None
        ]


def _distance(quote: Quote) -> str:
    """How far from a quotation the words for its speaker stand."""
    own = quote.speaker_span
    if own is None:
        return "nowhere"
    far = own.start - quote.end if own.start >= quote.end else quote.start - own.end
    where = "behind" if own.start >= quote.end else "before"
    return f"{next((name for most, name in _DISTANCES if far < most), 'far')} {where}"


def _ending(word: str) -> str:
    """What sort of word stands before a quotation, by its form."""
    if word[0].isupper():
        return "in capitals"
    return next(
        (
            f"in {end}"
            for end in ("ment", "ées", "és", "ée", "é", "ant", "er")
            if word.endswith(end)
        ),
        "",
    )


def probability(signs: set[str]) -> float:
    """How likely a short quotation with these signs is somebody's."""
    weights = _weights()
    odds = math.fsum((weights[_START], *(weights.get(sign, 0.0) for sign in signs)))
    return 1 / (1 + math.exp(-odds))


@cache
def _weights() -> Mapping[str, float]:
    text = (resources.files("index.french") / "data" / "short_weights.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {sign: float(weight) for sign, weight in rows}
