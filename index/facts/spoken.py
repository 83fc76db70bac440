"""The same words given to two speakers, and one office given to two persons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from index.compare.named import bare_name
from index.entities.offices import office_key, offices_of
from index.facts.givers import Apart, Giver, Givers, words_of
from index.facts.spellings import plain
from index.french.function_words import FUNCTION_WORDS
from index.french.noun_sentences import author
from index.model.article import Article, EntityId, Kind, Quote
from index.model.claims import Claim, ClaimKind, ClaimManner
from index.model.comparison import QuoteLine, Rendering
from index.model.text import Span
from index.text.folding import fold

_OF_SOME_STATE = re.compile(
    r"(?:[^\W\d_]+-)?(?:premi[eè]re?[ \u00a0])?(?:ministre|président)", re.IGNORECASE
)
_TELLING = 2
"""The words of an office by which it is one of a kind: « présidente de Rivage vivant »."""
_WORDS = 4
_RUN = 5
"""Words in a row that two accounts of one utterance share, unless one has fewer."""
_PRONOUNS = frozenset(
    ("il", "elle", "ils", "elles", "on", "je", "celui-ci", "celle-ci", "ce dernier", "cette dernière", "l'intéressé",
     "l’intéressé", "l'intéressée", "l’intéressée")
)  # fmt: skip
_OF_ANOTHER = re.compile(
    r"(?:[^\W\d_]+['’]|[^\W\d_]+[ \u00a0])?(?:avocate?|épou(?:x|se)|femme|mari|fils|fille|frère|sœur|soeur|père|mère|neveu|nièce|cousine?|veu(?:f|ve)|compa(?:gnon|gne)|proche|entourage|porte-parole|attachée?|directe(?:ur|rice)|conseill(?:er|ère)|collaborat(?:eur|rice))s?[ \u00a0](?:[^\W\d_]+[ \u00a0])?(?:de|du|des|d['’])",
    re.IGNORECASE,
)
"""« La nièce de Mme Vernin » is not Mme Vernin, and may be named elsewhere."""


def two_speakers(
    wholes: Sequence[Article],
    quotes: Sequence[QuoteLine],
    *,
    name_of: Callable[[EntityId], str],
) -> Iterator[tuple[str, list[tuple[int, Claim]], bool]]:
    """Utterances that accounts give to different speakers, with the claim of each who says it, and
    whether both speakers are surely two: each is named beside the words, as a person or by an office.
    """
    at = {article.id: side for side, article in enumerate(wholes)}
    persons = {
        mention.entity
        for article in wholes
        for mention in article.annotations.mentions
        if mention.kind is Kind.PERSON
    }
    givers = Givers(wholes)
    for line in quotes:
        told: list[tuple[int, Claim]] = []
        named: list[Giver] = []
        for use in line.uses:
            if use.relation in (Rendering.UNQUOTED, Rendering.ALTERED, Rendering.REWORDED):
                continue
            article = wholes[at[use.article]]
            quote = _quote_at(article, use.spans[0])
            if quote is None:
                continue
            speaker, entity = _speaker(article, quote)
            if speaker is None:
                continue
            words = speaker.of(article.text)
            if words.lower() in _PRONOUNS and entity is None:
                continue
            of_another = bool(_OF_ANOTHER.match(words)) and not _in_apposition(
                article, speaker, entity
            )
            if of_another:
                entity = None
            name = name_of(entity) if entity else words
            span = Span(use.spans[0].start, use.spans[-1].end)
            if not span.overlaps(Span(quote.start, quote.end)):
                span = Span(quote.start, quote.end)
            told.append((at[use.article], Claim(
                ClaimKind.NAME, "quote-speaker", span.start, span.end, name, span,
                manner=ClaimManner.ATTRIBUTED, speaker=speaker,
            )))  # fmt: skip
            # Whom « il » means is not certain where the account names the other one too.
            by_pronoun = words.lower() in _PRONOUNS
            others = {m.entity for m in article.annotations.mentions} if by_pronoun else ()
            named.append(Giver(
                entity if entity in persons else None, words_of(f"{name} {words}"),
                frozenset(others), not quote.resolved,
                frozenset(m.entity for m in article.annotations.mentions), of_another,
            ))  # fmt: skip
        differing = [
            (named[a], named[b], apart)
            for a, b in combinations(range(len(named)), 2)
            if (apart := givers.apart(named[a], named[b])) is not Apart.NO
            and _share_a_run(*(wholes[told[at][0]].text[slice(*told[at][1].span)] for at in (a, b)))
        ]
        if not differing:
            continue
        sure = _surely_two(differing)
        first = told[0][1].span.of(wholes[told[0][0]].text)
        if not sure and _told_around_alike(wholes, told):
            continue
        if len(first.split()) >= _WORDS:
            yield first, told, sure


def _surely_two(differing: Sequence[tuple[Giver, Giver, Apart]]) -> bool:
    """Whether two persons are named beside the words: « l'élu » may be « le maire », « l'hôpital » its doctors."""
    return any(
        apart is Apart.SURELY
        and one.beside
        and other.beside
        and one.person is not None
        and other.person is not None
        for one, other, apart in differing
    )


def _told_around_alike(wholes: Sequence[Article], told: Sequence[tuple[int, Claim]]) -> bool:
    """Whether two accounts have the words around an utterance from one text, so that who says it is one, however called:
    « les préfets auront la “…”, a-t-il ajouté », « … a ajouté le Premier ministre ».
    """
    around = [_around(wholes[side].text, claim) for side, claim in told]
    return any(
        len(ours & theirs) >= max(_FEWEST, _ALIKE * min(len(ours), len(theirs)))
        for ours, theirs in combinations(around, 2)
    )


def _around(text: str, claim: Claim) -> frozenset[str]:
    """The folded words beside an utterance in its sentence, without those for who says it."""
    before = _END.split(text[max(0, claim.start - _BESIDE) : claim.start])[-1]
    after = _END.split(text[claim.end : claim.end + _BESIDE])[0]
    speaker = claim.speaker.of(text) if claim.speaker else ""
    words = set(re.findall(r"[^\W\d_]+", fold(f"{before} {after}")))
    return frozenset(words - set(re.findall(r"[^\W\d_]+", fold(speaker))) - FUNCTION_WORDS)


_END = re.compile(r"[.!?…][ \u00a0\n»\"]|\n")
_BESIDE, _FEWEST, _ALIKE = 160, 3, 0.6
"""The characters on either side, and the words that two accounts of one text have in common there."""


def _in_apposition(article: Article, speaker: Span, entity: EntityId | None) -> bool:
    """Whether the name of who speaks stands behind a comma: « l'avocate de M. Vernin, Me Lise Garand »."""
    return entity is not None and any(
        mention.entity == entity
        and speaker.contains(Span(mention.start, mention.end))
        and "," in article.text[speaker.start : mention.start]
        for mention in article.annotations.mentions
    )


def _share_a_run(one: str, other: str) -> bool:
    """Whether two utterances have a run of words in common: « l'Etat de droit » alone is none."""
    told = [re.findall(r"\w+", fold(each)) for each in (one, other)]
    run = min(_RUN, *map(len, told))
    ours, theirs = (
        {tuple(words[at : at + run]) for at in range(len(words) - run + 1)} for words in told
    )
    return bool(ours & theirs)


def _speaker(article: Article, quote: Quote) -> tuple[Span | None, EntityId | None]:
    """Who says a quotation: as it is known, else as a sentence with a noun tells it."""
    if quote.speaker_span is not None:
        return quote.speaker_span, quote.speaker
    span = author(article.text, Span(quote.start, quote.end))
    if span is None:
        return None, None
    inside = [
        m.entity
        for m in article.annotations.mentions
        if m.kind is Kind.PERSON and span.overlaps(Span(m.start, m.end))
    ]
    return span, inside[0] if inside else None


_Holder = tuple[int, EntityId, Claim, str]
_Held = dict[frozenset[str], list[_Holder]]


def two_holders(
    wholes: Sequence[Article], *, name_of: Callable[[EntityId], str]
) -> Iterator[tuple[str, list[tuple[int, Claim]], bool]]:
    """An office with its « de … » that accounts give to different persons, and whether it is surely one
    office: each state has a minister of health.
    """
    held: _Held = {}
    named = [{m.entity for m in article.annotations.mentions} for article in wholes]
    for side, article in enumerate(wholes):
        mentions = article.annotations.mentions
        for office in offices_of(article.text, mentions):
            mention = mentions[office.mention]
            words = article.text[office.start : office.end]
            key = office_key(words)
            if not key or mention.kind is not Kind.PERSON or _FORMER.search(words):
                continue
            start, end = min(office.start, mention.start), max(office.end, mention.end)
            claim = Claim(
                ClaimKind.NAME, "holder", start, end, name_of(mention.entity), Span(start, end)
            )
            held.setdefault(key, []).append((side, mention.entity, claim, words))
    told: set[frozenset[EntityId]] = set()
    for key, several in _of_one_office(held):
        for one, other in combinations(several, 2):
            persons = frozenset((one[1], other[1]))
            # « sa présidente » is one of many, unless both have one surname.
            if len(key) < _TELLING and not _of_one_surname(one[2].value, other[2].value):
                continue
            if one[0] == other[0] or len(persons) < 2 or persons in told:
                continue
            if _may_be_one_name(one[2].value, other[2].value):
                continue
            # Two who both stand in one account are two persons of one title, not one called twice.
            if one[1] in named[other[0]] or other[1] in named[one[0]]:
                continue
            told.add(persons)
            claims = [(side, claim) for side, person, claim, _ in several if person in persons]
            yield one[3], claims, not _OF_SOME_STATE.match(one[3]) and not _OF_MANY.search(one[3])


def _of_one_office(held: _Held) -> Iterator[tuple[frozenset[str], list[_Holder]]]:
    """The holders of each office; then those of one surname whose offices have a word in common: « Pascal Arnal, maire
    de la ville », « Patrick Arnal, maire de Brévens ».
    """
    yield from held.items()
    for (key, ours), (other, theirs) in combinations(held.items(), 2):
        if not key & other:
            continue
        for one in ours:
            near = [each for each in theirs if _of_one_surname(one[2].value, each[2].value)]
            if near:
                yield frozenset(), [one, *near]


_FORMER = re.compile(r"\b(?:ex-|ancien)", re.IGNORECASE)
_OF_MANY = re.compile(
    r"\b(?:porte-parole|candidate?|conseill(?:er|ère)|membre|députée?|sénat(?:eur|rice)|adjointe?|avocate?)",
    re.IGNORECASE,
)
"""Offices that several hold at a time."""


def _of_one_surname(one: str, other: str) -> bool:
    ours, theirs = fold(plain(one)).split(), fold(plain(other)).split()
    return len(ours) > 1 and len(theirs) > 1 and ours[-1] == theirs[-1] and ours[0] != theirs[0]


def _may_be_one_name(one: str, other: str) -> bool:
    """Whether one name may be the other, shortened: « Mme Goeffroy », « Hélène Goeffroy »."""
    ours, theirs = (set(fold(plain(bare_name(name))).split()) for name in (one, other))
    alike = SequenceMatcher(None, fold(plain(one)), fold(plain(other))).ratio() >= _ALIKE_NAMES
    return ours <= theirs or theirs <= ours or alike


_ALIKE_NAMES = 0.85


def _quote_at(article: Article, span: Span) -> Quote | None:
    """The quotation at a place, or the same words beside which the article names who says them: a title tells them
    again.
    """
    quotes = article.annotations.quotes
    found = next((q for q in quotes if q.start < span.end and span.start < q.end), None)
    if found is None or not found.resolved:
        return found
    words = _plain_words(article, found)
    named = (
        q for q in quotes
        if not q.resolved and q.speaker_span is not None and _plain_words(article, q) == words
    )  # fmt: skip
    return next(named, found)


def _plain_words(article: Article, quote: Quote) -> str:
    return " ".join(re.findall(r"\w+", fold(article.text[quote.start : quote.end])))
