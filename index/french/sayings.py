"""Who says what is quoted: the verb of saying, its subject, and pronouns where one name is left."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from index.french.incises import incises
from index.french.saying_verbs import GOES_ON, PRONOUN, SOURCE, VERB, saying_verbs
from index.french.speakers import Speaker, after, before, subject_of_sentence
from index.model.article import EntityId, HowSaid, Kind, Mention, Quote
from index.model.text import Span

_MASK = "\x1f"
_RIGHT_AFTER = re.compile(r"[\s\x1f»”\"'’›,!?.–—-]*")
_JOINS = re.compile(
    r"[\s\x1f«»“”\"‹›,]*(?:(?:et|ou|mais|ainsi|que|de|d['’]|qu['’]|des|une?|le|la|les|l['’])[\s\x1f«»“”\"‹›,]+)*"
)
_WEAK = re.compile(
    r"(?:^|[\s'’])(?:lanc|gliss|plac|cit|post|pointé|expos|trouv|invit|lit|avanc|jug|not|qualifi|sai|croi|appel|demand|exig|promet|promi|menac|défen|signal|évoqu|propos|publi|souff)"
)
_DOES = re.compile(r"(?:lanc|trouv|cit|post|expos|publi|propos|lu\b|écri)")
_THING = re.compile(
    r"^[ \u00a0\u202f]+(?:un|une|le|la|les|des|son|sa|ses|leurs?|ce|cet|cette|deux|trois|l['’])[ \u00a0\u202f]?[^\W\d_]{3,}"
)
_LONG_GAP = 60


@dataclass(frozen=True, slots=True)
class _Saying:
    speaker: Speaker | None
    verb: str


def attribute(
    text: str,
    quotes: Sequence[Span],
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
) -> tuple[Quote, ...]:
    """The quotations with speaker and verb of saying, as far as the text says it.

    A pronoun or « ce dernier » is resolved only when one person is left that it can mean; the quote
    is then marked as resolved, otherwise its speaker is None and `speaker_span` shows the pronoun.
    """
    masked = _masked(text, quotes)
    spoken = _outside(mentions, quotes)
    result: list[Quote] = []
    for quote in quotes:
        first = _sentence_at(sentences, quote.start)
        last = _sentence_at(sentences, max(quote.start, quote.end - 1))
        outer = next((q for q in result if q.start <= quote.start and quote.end <= q.end), None)
        saying = _saying(masked, quote, first, last, spoken) or _incised(text, quote, mentions)
        if saying is None and outer is not None:
            result.append(_copy(outer, quote))
            continue
        if saying is None:
            result.append(_continued(text, masked, quote, first, sentences, result))
            continue
        result.append(_quote(text, quote, saying, sentences, spoken, result))
    return tuple(result)


def _outside(mentions: Sequence[Mention], quotes: Sequence[Span]) -> list[Mention]:
    """The mentions that no quotation contains, in one pass over the quotations."""
    starts = sorted(quotes)
    reach = list(accumulate((quote.end for quote in starts), max))
    heads = [quote.start for quote in starts]
    return [
        mention
        for mention in mentions
        if not (at := bisect_right(heads, mention.start)) or reach[at - 1] < mention.end
    ]


def _masked(text: str, quotes: Sequence[Span]) -> str:
    """The text with what is quoted blotted out, so that verbs and names there do not count."""
    parts: list[str] = []
    position = 0
    for quote in sorted(quotes):
        if quote.start < position:
            continue
        parts += [text[position : quote.start], _MASK * quote.length]
        position = quote.end
    return "".join([*parts, text[position:]])


def _saying(
    masked: str, quote: Span, first: Span, last: Span, mentions: Sequence[Mention]
) -> _Saying | None:
    return (
        _right_after(masked, quote, last, mentions)
        or _before_quote(masked, quote, first, mentions)
        or _source_after(masked, quote, last, mentions)
    )


def _incised(text: str, quote: Span, mentions: Sequence[Mention]) -> _Saying | None:
    """« Nos marins, a dit la maire, attendaient »."""
    for incise in incises(text, quote):
        verb = text[incise.verb.start : incise.verb.end]
        pronoun = PRONOUN.search(verb)
        if pronoun:
            at = incise.verb.start + pronoun.start(1)
            return _Saying(Speaker(None, Span(at, at + len(pronoun[1])), anaphora=True), verb)
        return _Saying(after(text, incise.verb.end, incise.span.end, mentions), verb)
    return None


def _right_after(
    masked: str, quote: Span, last: Span, mentions: Sequence[Mention]
) -> _Saying | None:
    """« … », souligne Benny Gantz; « … » et « … », a-t-il dit; « … », selon elle."""
    position = quote.end
    for _ in range(4):
        gap = _RIGHT_AFTER.match(masked, position, last.end)
        start = gap.end() if gap else position
        verb = VERB.match(masked, start, last.end)
        if verb is not None and verb.group().endswith("ant"):
            # « … », estimant que: what follows is another saying.
            return None
        if verb is not None and start > quote.end:
            return _with_subject_after(masked, verb, last, mentions)
        source = SOURCE.match(masked, start, last.end)
        if source is not None:
            return _Saying(after(masked, source.end(), last.end, mentions), source.group())
        # Over « et de », « ou encore » to the next quoted piece of the same sentence.
        joined = _JOINS.match(masked, position, last.end)
        if joined is None or _MASK not in joined.group() or joined.end() <= start:
            return None
        position = joined.end()
    return None


def _with_subject_after(
    masked: str, verb: re.Match[str], last: Span, mentions: Sequence[Mention]
) -> _Saying:
    pronoun = PRONOUN.search(verb.group())
    if pronoun:
        at = verb.start() + pronoun.start(1)
        return _Saying(Speaker(None, Span(at, at + len(pronoun[1])), anaphora=True), verb.group())
    return _Saying(after(masked, verb.end(), last.end, mentions), verb.group())


def _before_quote(
    masked: str, quote: Span, first: Span, mentions: Sequence[Mention]
) -> _Saying | None:
    """Selon X, « … »; X a déclaré : « … »; X estime que … « … »; comme l'explique X, « … »."""
    found = saying_verbs(masked, first.start, quote.start)
    verbs = [verb for verb in found if _leads(masked, verb, quote)]
    sources = list(SOURCE.finditer(masked, first.start, quote.start))
    if verbs and (not sources or verbs[-1].start() > sources[-1].start()):
        verb = verbs[-1]
        pronoun = PRONOUN.search(verb.group())
        if pronoun:
            at = verb.start() + pronoun.start(1)
            return _Saying(
                Speaker(None, Span(at, at + len(pronoun[1])), anaphora=True), verb.group()
            )
        if re.search(r"(?i)\b(?:comme|ainsi que)[ \u00a0]$", masked[first.start : verb.start()]):
            return _Saying(after(masked, verb.end(), quote.start, mentions), verb.group())
        subject: Speaker | None
        if verb.group().endswith("ant"):
            # A participle has the subject of the sentence.
            subject = (
                after(masked, sources[-1].end(), quote.start, mentions)
                if sources
                else subject_of_sentence(masked, first.start, verb.start(), mentions)
            )
            return _Saying(subject, verb.group())
        subject = before(masked, first.start, verb.start(), mentions)
        if subject is None:
            subject = subject_of_sentence(masked, first.start, verb.start(), mentions)
        return _Saying(subject, verb.group())
    if sources:
        return _Saying(after(masked, sources[-1].end(), quote.start, mentions), sources[-1].group())
    return None


def _leads(masked: str, verb: re.Match[str], quote: Span) -> bool:
    """Whether a verb before a quotation is the one that gives it."""
    gap = masked[verb.end() : quote.start]
    if ";" in gap or re.search(r"[.!?]\s", gap):
        return False
    if re.search(r":[\s«“\"]*$", gap):
        return True
    if re.match(r"(?:[^\W\d_]+ment|\s)*\s*(?:que|qu['’])", gap.strip("\u00a0 ") and gap):
        return True
    if _DOES.search(verb.group()) and _THING.search(gap):
        # « a trouvé un accord « historique » »: that is done, not said.
        return False
    weak = _WEAK.search(verb.group()) is not None
    return len(gap) <= (12 if weak else _LONG_GAP)


def _source_after(
    masked: str, quote: Span, last: Span, mentions: Sequence[Mention]
) -> _Saying | None:
    """The « selon X » that closes the sentence of a quoted word."""
    source = SOURCE.search(masked, quote.end, last.end)
    if source is None:
        return None
    return _Saying(after(masked, source.end(), last.end, mentions), source.group())


def _quote(
    text: str,
    quote: Span,
    saying: _Saying,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    earlier: Sequence[Quote],
) -> Quote:
    speaker = saying.speaker
    if speaker is None:
        return Quote(quote.start, quote.end, verb=saying.verb, manner=HowSaid.SAID)
    entity = speaker.entity
    if speaker.anaphora:
        entity = _resolve(text, speaker.span, saying.verb, sentences, mentions, earlier)
    return Quote(
        quote.start,
        quote.end,
        entity,
        speaker.span,
        saying.verb,
        speaker.anaphora and entity is not None,
        speaker.span.of(text),
        HowSaid.SAID,
    )


def _resolve(
    text: str,
    pronoun: Span,
    verb: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    earlier: Sequence[Quote],
) -> EntityId | None:
    """The only person that a pronoun can mean: of its sentence, else of the nearest one before."""
    word = pronoun.of(text).lower()
    if word in ("ils", "elles", "on", "je"):
        return None
    feminine = word in (
        "elle",
        "celle-ci",
        "cette dernière",
        "cette\u00a0dernière",
        "l'intéressée",
        "l’intéressée",
    )
    at = bisect_right([s.start for s in sentences], pronoun.start) - 1
    previous = next((q for q in reversed(earlier) if q.speaker_span is not None), None)
    for back in range(at, max(-1, at - 4), -1):
        sentence = sentences[back]
        persons = {
            m.entity
            for m in mentions
            if m.kind is Kind.PERSON
            and sentence.start <= m.start < min(sentence.end, pronoun.start)
            and not _other_gender(m.start, text, feminine)
        }
        goes_on = GOES_ON.search(verb) is not None
        if (
            goes_on
            and previous
            and previous.speaker
            and sentence.start <= previous.start
            and not (persons - {previous.speaker})
        ):
            return previous.speaker
        if len(persons) == 1:
            return persons.pop()
        if persons:
            return None
    return None


def _other_gender(start: int, text: str, feminine: bool) -> bool:
    before = text[max(0, start - 6) : start + 5]
    if feminine:
        return re.search(r"\bM\.[ \u00a0]", before) is not None
    return re.search(r"\b(?:Mme|Mlle)\b", before) is not None


def _continued(
    text: str,
    masked: str,
    quote: Span,
    first: Span,
    sentences: Sequence[Span],
    earlier: Sequence[Quote],
) -> Quote:
    """A sentence that is all quotation goes on with the speaker of the sentence before it."""
    outside = masked[first.start : first.end].replace(_MASK, "")
    if quote.length < 25 or re.search(r"\w", outside) or not earlier:
        return Quote(quote.start, quote.end)
    at = bisect_right([s.start for s in sentences], quote.start) - 1
    previous = earlier[-1]
    near = at > 0 and previous.end > sentences[at - 1].start
    same_paragraph = "\n" not in text[previous.end : quote.start]
    if not near or not same_paragraph or previous.speaker is None:
        return Quote(quote.start, quote.end)
    return replace(previous, start=quote.start, end=quote.end, verb=None, resolved=True)


def _copy(outer: Quote, quote: Span) -> Quote:
    return replace(outer, start=quote.start, end=quote.end)


def _sentence_at(sentences: Sequence[Span], position: int) -> Span:
    at = bisect_right(sentences, position, key=lambda span: span.start) - 1
    return sentences[max(0, at)] if sentences else Span(position, position)
