"""Sources without a verb: « selon la maire », « pour Léa Arnal, le port est “plein” »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.french.given_by import Saying
from index.french.manners import manner_after
from index.french.relatives import apposed_to
from index.french.saying_verbs import VerbUse
from index.french.somebody import INSTITUTION, can_speak
from index.french.speakers import after
from index.french.speaking_phrases import Speaker, is_body, is_person
from index.model.article import HowSaid, Mention, Quote
from index.model.text import Span

_S = r"[^\S\t-\r]"
_POUR = re.compile(
    rf"(?:{_S}|[»”\"])*(?:(?:Mais|Et|Or|Car|Ainsi|Enfin|Toutefois|Cependant|Pourtant|En{_S}revanche|Au{_S}contraire),?{_S}pour|Pour){_S}+"
)
_POUR_INSIDE = re.compile(rf"(?:[:;]|,{_S}(?:mais|car)){_S}pour{_S}+")
"""« les avis divergent: pour Léa Arnal, … », « , mais pour Léa Arnal, … »."""
_APART_AFTER = re.compile(rf"(?:{_S}\([^()]*\))?,")
_LETTERS_THEN = re.compile(rf"{_S}\([^()]{{2,30}}\){_S}(?=[A-ZÀ-Þ])")
"""« le chef du Parti des quais (PDQ) Hugo Brun »: a name behind the letters of a body."""
_POUR_REACH = 160
"""Characters between « Pour X » and a quotation at the most."""
_SOURCE_PRONOUN = re.compile(rf"{_S}*(lui|elle|eux|elles)(?!\w)")
_OWN_WORDS = re.compile(
    rf"{_S}*(ses|son|leurs?){_S}(?:propres?{_S})?(?:yeux|mots|propos|dires|termes|aveu)(?!\w)"
)
_WHOM = re.compile(rf"{_S}+(?:qui|laquelle|lequel|lesquels|lesquelles)(?!\w)")
_FOR_WHOM = re.compile(rf",{_S}(?:et{_S}|mais{_S})?pour{_S}qui(?={_S}[^;:.]*$)")
_WHERE_TOLD = re.compile(
    rf"{_S}+(?:(?:[^\W\d_]+ment|également|aussi|encore|par{_S}ailleurs|de{_S}même{_S}source|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui)(?:{_S}(?:matin|soir|après-midi))?{_S}+)*"
    rf"(?:(?:à|(?P<bare>au|aux)(?!{_S}sein)|dans|chez|sur|(?:auprès|du{_S}côté|au{_S}sein){_S}(?:(?P<bare_too>du|des)|de)|de(?={_S}source)){_S}+|auprès{_S}d['’])"
)
_SAME_SOURCE = re.compile(rf"{_S}+de{_S}même{_S}source(?!\w)")
_GOING_ON = frozenset(
    ("ajouter", "compléter", "continuer", "expliquer", "indiquer", "poursuivre", "préciser")
)
"""The verbs with which « on » is the body that spoke before; « souffle-t-on », « répète-t-on » are others."""
_BACK = 250
"""Characters before « selon qui » in which it is told who is meant."""


def of_source(
    masked: str, source: re.Match[str], limit: int, mentions: Sequence[Mention]
) -> Saying:
    """« selon la maire », « d'après lui »: whom the words of a source name, up to `limit`."""
    place = source.end()
    if _WHOM.match(masked, place, limit):
        return _of_whom(masked, source, mentions)
    if source.group().lower() == "de source":
        place = source.start() + len("de ")
    own = _OWN_WORDS.match(masked, place, limit)
    pronoun = own or _SOURCE_PRONOUN.match(masked, place, limit)
    if pronoun is not None:
        speaker: Speaker | None = Speaker(None, Span(*pronoun.span(1)), anaphora=True)
    else:
        bare = source.group().lower().endswith((" du", "\u00a0du", " des", "\u00a0des"))
        speaker = after(masked, place, limit, mentions, bare=bare, closed=True)
    words = masked[source.start() : own.end()] if own else source.group()
    return Saying(speaker, words, HowSaid.SAID, is_source=True)


def _of_whom(masked: str, source: re.Match[str], mentions: Sequence[Mention]) -> Saying:
    """« a réagi Léa Arnal, présidente du port, selon qui “…” »: who stands right before it, or whose apposition."""
    end = source.start()
    while end and masked[end - 1] in ", \u00a0":
        end -= 1
    floor = max(masked.rfind("\n", 0, end) + 1, end - _BACK)
    words = source.group() if source.group().strip(", ") == source.group() else "pour"
    return Saying(
        apposed_to(masked, floor, end, mentions), words.strip(), HowSaid.SAID, is_source=True
    )


def of_whom(masked: str, start: int, quote: Span, mentions: Sequence[Mention]) -> Saying | None:
    """« a dit Léa Arnal, pour qui le port est “plein” », behind `start`."""
    if masked.find("pour qui", start, quote.start) < 0:
        return None
    whom = _FOR_WHOM.search(masked, start, quote.start)
    return _of_whom(masked, whom, mentions) if whom else None


def of_opinion(masked: str, quote: Span, first: Span, mentions: Sequence[Mention]) -> Saying | None:
    """« Pour X, … “…” » at the head of a sentence or of a clause, of somebody who is named or described."""
    if masked.find("our ", first.start, quote.start) < 0:
        return None
    lead = _POUR.match(masked, first.start, quote.start)
    for inside in _POUR_INSIDE.finditer(masked, first.start, quote.start):
        lead = inside
    if lead is None:
        return of_whom(masked, first.start, quote, mentions)
    pronoun = _SOURCE_PRONOUN.match(masked, lead.end() - 1, quote.start)
    if pronoun is not None:
        speaker: Speaker | None = Speaker(None, Span(*pronoun.span(1)), anaphora=True)
    else:
        speaker = after(masked, lead.end(), quote.start, mentions, closed=True)
    letters = _LETTERS_THEN.match(masked, speaker.span.end, quote.start) if speaker else None
    if letters is not None:
        speaker = after(masked, letters.end(), quote.start, mentions)
    if (
        speaker is None
        or quote.start - speaker.span.end > _POUR_REACH
        or not _APART_AFTER.match(masked, speaker.span.end, quote.start)
    ):
        return None
    if speaker.entity is None and not speaker.anaphora:
        words = speaker.span.of(masked)
        speaker = speaker if can_speak(words) else None
    elif speaker.entity is not None and not (is_person(speaker.entity) or is_body(speaker.entity)):
        speaker = None
    return Saying(speaker, "Pour", HowSaid.SAID) if speaker is not None else None


def of_anybody(masked: str, use: VerbUse, limit: int, mentions: Sequence[Mention]) -> Saying:
    """« indique-t-on à la préfecture », « a-t-on précisé au ministère », « peut-on lire dans La Gazette »."""
    told = _WHERE_TOLD.match(masked, use.end, limit)
    speaker = None
    if told is not None:
        bare = (told["bare"] or told["bare_too"]) is not None
        speaker = after(masked, told.end(), limit, mentions, bare=bare)
    # « “…”, a-t-on ajouté »: the body that spoke before goes on; « de même source »: whoever spoke.
    same = speaker is None and _SAME_SOURCE.match(masked, use.end, limit) is not None
    goes_on = same or (speaker is None and use.verb.infinitive in _GOING_ON)
    return Saying(
        speaker, use.words, manner_after(use), going_on=goes_on, hanging=goes_on,
        by_body=goes_on and not same,
    )  # fmt: skip


def is_by_body(said: Quote, start: int, mentions: Iterable[Mention]) -> bool:
    """Whether a body spoke, and no person is named up to `start`, who may be one of « on »."""
    body = is_body(said.speaker) or (
        said.speaker is None and INSTITUTION.match(said.speaker_text or "") is not None
    )
    since = said.speaker_span.end if said.speaker_span else said.end
    return body and not any(since <= m.start < start and is_person(m.entity) for m in mentions)
