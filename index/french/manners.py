"""The manner in which a quotation is said, and quotations that nobody says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from index.french.saying_lexicon import lexicon
from index.french.saying_nouns import is_saying_noun
from index.french.saying_verbs import VerbUse, saying_verbs
from index.french.somebody import can_speak
from index.model.article import HowSaid, Quote
from index.model.text import Span

_S = r"[^\S\t-\r]"
_COLON = re.compile(r":[\s«“\"‹]*$")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_REFUSES = re.compile(
    r"(?:a|ont|avait|aurait)?[ \u00a0]?(?:refus|se[ \u00a0]refus|s['’](?:est|était)[ \u00a0]refus)",
    re.IGNORECASE,
)
_REFUSING = re.compile(
    rf"\brefus(?:e|ent|ait|aient|ant|é|a|er)(?:{_S}[^\W\d_]+){{0,2}}{_S}(?:de{_S}|d['’])(?:l['’]|lui{_S})?$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    rf"(?:\bne{_S}(?:pas|jamais)|\bsans|\bsans{_S}jamais){_S}+(?:l['’]|lui{_S}|leur{_S}|en{_S})?$"
)
_JOINED = re.compile(
    r"[^\S\t-\r]?[»”\"],?[^\S\t-\r]?(?:(?:et|ou|mais|puis|voire|ni)[ \u00a0](?:aussi[ \u00a0]|encore[ \u00a0]|surtout[ \u00a0]|même[ \u00a0]|non[ \u00a0])?)?"
    r"(?:(?:de|à|un|une|des|du|le|la|les|son|sa|ses|leur|leurs|aux?|que|en)[ \u00a0]|l['’]|d['’]|qu['’]){0,2}[«“\"][^\S\t-\r]?"
)
_BARE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_QUOTE_MARKS = "«“\"‹‘'" + " \u00a0\u202f"
_DETERMINED = re.compile(
    rf"(?:^|[\s(])(?:les?|la|une?|des?|du|ces?|cette|cet|son|sa|ses|leurs?|aux?|l['’]|d['’]|de{_S}la)[\s«“\"‹‘'’]*$",
    re.IGNORECASE,
)
_HAVING = re.compile(
    rf"(?:\b(?:a|ont|avait|avaient|aurait|auraient|avoir|ayant|pas|jamais|se{_S}(?:sont|serait|seraient))|\bs['’](?:est|était))(?:,{_S}(?:lui|elle|eux|elles)(?:{_S}aussi)?,|{_S}à{_S}l['’]époque|{_S}pour{_S}sa{_S}part|{_S}de{_S}son{_S}côté|{_S}(?:même|aussi|également|déjà|toujours|encore|longtemps|ainsi|alors|lui-même|elle-même|[^\W\d_]+ment)){{0,2}}{_S}$"
)
_ENTITLED = re.compile(
    r"\b(?:intitulé|titré|rebaptisé|baptisé|surnommé)e?s?[ \u00a0]*[:,]?[ \u00a0]*[«“\"][^\S\t-\r]?$"
)
_CHARGE = re.compile(
    r"\b(?:examen|inculp(?:é|és|ée|ées|ation)|poursuivie?s?|poursuites|jugée?s?|condamn(?:é|és|ée|ées|ation)|écrouée?s?|garde à vue|renvoyée?s?|incarcérée?s?|déférée?s?"
    r"|plaintes?|enquêtes?|information judiciaire|judiciaire|procès|instruction|comparaît|comparaissent|comparu|interpellée?s?|arrêtée?s?|mandat d['’]arrêt|prison"
    r"|poursui(?:t|vent|vait|vaient)[ \u00a0](?:une?|des|les?|la|plusieurs|deux|trois|son|sa|ses))\b"
    r"[^.;:«»“”\"]{0,90}?\bpour(?:,?[ \u00a0](?:notamment|entre autres),?)?[ \u00a0](?:(?:des[ \u00a0])?faits[ \u00a0](?:de[ \u00a0]|d['’]))?(?:les?[ \u00a0]|la[ \u00a0]|des[ \u00a0]|l['’]|une?[ \u00a0])?[«“\"][^\S\t-\r]?$",
    re.IGNORECASE,
)
_FOR = 45
"""Characters before a quotation in which the last « pour » of `_CHARGE` stands."""
_PLEA = re.compile(r"\b(?:plaid|milit|appel|vot)[^\W\d_]+[ \u00a0]pour[ \u00a0]")
"""« les victimes du procès plaident pour “une peine juste” »."""
_PROPER = 5
_BEHIND = 40
"""Characters before a quotation in which the word before it stands."""
_AMID = re.compile(
    r"(?:[^\W_:.!?]|,)[ \u00a0](?:de|du|des|dans|à|au|aux|sur|pour|avec|le|la|les|un|une|son|sa)[\s«“\"‹‘]+$|\bd['’][\s«“\"‹‘]*$|\bl['’][\s«“\"‹‘]*$"
)
_BEHIND_NOUN = re.compile(
    r"[\w’'](?:[ \u00a0]|['’])(?P<noun>[^\W\d_A-ZÀ-Þ]{4,}(?:-[^\W\d_A-ZÀ-Þ]+)*)[ \u00a0][«“\"][^\S\t-\r]?$"
)
_BY_AUTHOR = re.compile(
    r"[^\S\t-\r]*[»”\"][ \u00a0](?:de[ \u00a0]|d['’])(?=[A-ZÀ-Þ][\w’'-]+[ \u00a0][A-ZÀ-Þ])"
)
_BESIDE_AUTHOR = re.compile(rf"(?:[A-ZÀ-Þ][\w’'.-]*{_S})+\([«“\"][^\S\t-\r]*$")
_SAID_BY = re.compile(
    r"(?:(?:^|[\s(])(?:les?|la|une?|ces?|cet|cette|du|au)|\b[Ll]['’]|\b(?:phrase|mots?|formule|expression|déclaration|appel|cri|promesse|réplique|réponse|tweet|message|propos))[\s«“\"‹‘]*$",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    rf"(?:^|[.!?»\n][\s]*|(?<!\bde)(?<!\bdu)(?<!\bpar)(?<!\bavec){_S})(?P<phrase>(?:[Ll][ea]{_S}|[Ll]['’])[^\W\d_A-Z][\w-]*(?:{_S}[\w-]+){{0,2}}?){_S}$"
)
_BRACKET_ENDS = re.compile(r"[^\S\t-\r]*[»”\"][ \u00a0]?[),]")
_NEAR = 90
"""Characters before a quotation in which its noun may stand."""
_TWO_WORDS = 45
"""Characters in which the last two words stand."""
_FEW = 3
_LONGEST = 90
"""Characters of a name at the most."""
_LABEL = 20
_FIGURE = 24
"""Characters of a name that begins with a figure, at the most."""
_LONG_NAME = 140
_OWN_VERB = re.compile(rf"\b(?:se|s['’]est|il|elle|on|qui|ne|me|le|lui|leur|nous|je){_S}$")
"""What stands right before « dit » that is a verb."""
_SUBJECT = re.compile(
    rf"(?:(?P<name>[A-ZÀ-Þ][\w’'-]+)"
    rf"|(?P<phrase>(?:\b(?:[Ll][ea]|[Uu]ne?|[Cc]et?|[Cc]ette|[Ss]on|[Ss]a){_S}|\b[Ll]['’])[^\W\d_]+(?:{_S}[\w’'-]+){{0,3}}?)){_S}$"
)
_COLON_AT_END = re.compile(r"[^\S\t-\r]*:$")
_OF_SOMEBODY = re.compile(
    r"(?:chanson|titre|film|livre|roman|essai|album|tube|morceau|hymne|série|pièce|spectacle|documentaire|émission)s?"
    r"(?:[ \u00a0](?:de|du)|[ \u00a0]d['’]|[ \u00a0]?[A-ZÀ-Þ][\w’'-]*)*[ \u00a0]*"
)
"""« chanson de Hugo Brun »: a noun with a name."""
_FIGURE_ALONE = re.compile(r"[\d.,/ -]+")
_IS_CALLED = re.compile(
    rf"(?:\b(?:on|nous|se)|qu['’]on|l['’]on){_S}(?:(?:l|les|la|le|en|y){_S}|l['’])?(?:(?:a|avait){_S})?$|\bs['’]$"
)
"""« on appelle », « s'appelle »: nobody says the name that follows."""
_SPOKEN_OF = re.compile(
    rf"(?:\b(?:le|la|les|du|au|un|une|des|aux|ce|cet|cette|son|sa|de){_S}|['’])[^\W\d_][\w-]*{_S}?[«“\"]{_S}?$"
)
_AFTER_BLANK = re.compile(r"[ \u00a0\u202f'’]")
_OPENING = '«“" \u00a0\u202f\n'
_TO_ACT = re.compile(r"[^\S\t-\r]*[»”\"][ \u00a0]à(?!\w)")
_CALLED = 5
"""Words of what something is called, at the most."""
_TO_DO = re.compile(r"(?:à|au|aux|de|d['’])(?!\w)")
_OF_ONESELF = re.compile(
    r"\b(?:nous|vous|on|je|mon|ma|mes|notre|nos|votre)\b|\bj['’]", re.IGNORECASE
)
_NAME = 9
"""Words of a name at the most."""


def manner_before(use: VerbUse, text: str, quote: Span, floor: int) -> HowSaid:
    """The manner of a quotation that follows its verb."""
    gap = text[use.end : quote.start]
    if use.conditional:
        return HowSaid.CONDITIONAL
    if _REFUSES.match(use.words):
        return HowSaid.SAID if use.negated else HowSaid.DENIED
    if "refus" in text[floor : use.start].lower() and _REFUSING.search(text, floor, use.start):
        return HowSaid.DENIED
    negated = use.negated or _NOT_BEFORE.search(text, floor, use.start) is not None
    if use.verb.manner is HowSaid.DENIED:
        return HowSaid.SAID if negated or _COLON.search(gap) else HowSaid.DENIED
    if negated and use.verb.uttering:
        return HowSaid.DENIED
    return use.verb.manner


def manner_after(use: VerbUse) -> HowSaid:
    """The manner of a quotation that stands before its verb. A denial inside the quotation is the
    speaker's own.
    """
    if use.conditional:
        return HowSaid.CONDITIONAL
    if use.negated and use.verb.uttering:
        return HowSaid.DENIED
    return HowSaid.SAID if use.verb.manner is HowSaid.DENIED else use.verb.manner


def as_name(text: str, quote: Span, floor: int) -> HowSaid | None:
    """Whether a quotation that is not entitled so names something: « son roman “Les Marées” », « dits “volants” »."""
    if quote.length > _LONGEST:
        return None
    head = _WORD.search(text, quote.start, quote.end)
    if head is None:
        return None
    capital = head[0][0].isupper() or (head[0][0].isdigit() and quote.length < _FIGURE)
    floor = max(floor, quote.start - _NEAR)
    before = text[floor : quote.start].rstrip(_QUOTE_MARKS)
    nouns = _nouns()
    near = before.lower()
    if not capital:
        # Two words are asked for; a blank parts words, whatever else may stand in them.
        near = near[near.rfind(" ", 0, -_TWO_WORDS) + 1 :]
    last = _BARE.findall(near)[-7:]
    if not nouns.calls.isdisjoint(last[-2:]) and _is_called(text, quote, before, nouns):
        return HowSaid.TITLE if capital else HowSaid.IRONIC
    if not capital and nouns.participles.isdisjoint(last[-2:]):
        return None
    words = _WORD.findall(text, quote.start, quote.end)
    if len(words) > _NAME:
        return None
    if not nouns.participles.isdisjoint(last[-2:]) and _is_named(before, nouns, capital, words):
        return HowSaid.TITLE if capital else HowSaid.IRONIC
    if not capital:
        return None
    # « un panneau “90” »: a figure is no title.
    figure = _FIGURE_ALONE.fullmatch(text, quote.start, quote.end) is not None
    name = HowSaid.IRONIC if figure else HowSaid.TITLE
    if not nouns.nouns.isdisjoint(last):
        found = nouns.noun.search(_COLON_AT_END.sub("", before))
        if (
            found is not None
            and before.endswith(":")
            and (not _OF_SOMEBODY.fullmatch(found.group()) or is_spoken(quote.of(text)))
        ):
            # « Le message du film est clair : “Partons” », « il parle de l'émission : “Je pars” ».
            found = None
        if found is not None:
            # « le groupe affirme “…” » is said.
            said = next(saying_verbs(text, floor + found.start(), quote.start), None)
            return name if said is None else None
    if len(words) > 6:
        return None
    floor = max(floor, quote.start - 30)
    made = max(saying_verbs(text, floor, quote.start), key=lambda use: use.start, default=None)
    if made is None or not made.verb.doing or text[quote.end - 1] in ".!?…":
        return None
    return HowSaid.TITLE if not text[made.end : quote.start].strip(_QUOTE_MARKS) else None


def _is_named(before: str, nouns: _Nouns, capital: bool, words: Sequence[str]) -> bool:
    """« un plan baptisé “Horizon” », and not « il a baptisé “Horizon” »."""
    found = nouns.participle.search(before)
    if found is None or _HAVING.search(before, 0, found.start()):
        return False
    return (capital and len(words) <= _FEW) or not _is_verb(before, found)


def _is_verb(before: str, found: re.Match[str]) -> bool:
    """« La CGT dit “non” », « se dit “prête” », and not « le dispositif dit “bouclier” »."""
    form, *adverb = found.group().split()
    if form not in ("dit", "dite"):
        return False
    if _OWN_VERB.search(before, 0, found.start()):
        return True
    subject = _SUBJECT.search(before, 0, found.start())
    if subject is None:
        return False
    words = subject["name"] or subject["phrase"]
    return form == "dit" and (
        words.split()[-1][0].isupper() or can_speak(words) or (bool(adverb) and adverb[0] != ",")
    )


def _is_called(text: str, quote: Span, before: str, nouns: _Nouns) -> bool:
    """« ce que l'on appelle le “hub” », and neither « appelle “à voter” » nor « ce que X appelle “…” »."""
    found = nouns.calling.search(before)
    if found is None:
        return False
    passive = "é" in found.group() and not _HAVING.search(before, 0, found.start())
    return (
        (passive or _IS_CALLED.search(before, 0, found.start()) is not None)
        and len(_WORD.findall(quote.of(text))) <= _CALLED
        and not _TO_DO.match(text, quote.start, quote.end)
        # « a appelé “tous les dockers” à se tenir prêts ».
        and not _TO_ACT.match(text, quote.end)
    )


def is_entitled(text: str, quote: Span, floor: int) -> bool:
    """« une étude intitulée “Le port et les gagnants” », be the name ever so long."""
    floor = max(floor, quote.start - 24)
    # Every word of the pattern has an « é », few others have one there.
    return (
        quote.length <= _LONG_NAME
        and text.find("é", floor, quote.start) >= 0
        and _ENTITLED.search(text, floor, quote.start) is not None
    )


def is_charge(text: str, quote: Span, floor: int) -> bool:
    """« mis en examen pour “vol” »: an offence, which nobody says."""
    if text.find("pour", max(floor, quote.start - _FOR), quote.start) < 0:
        return False
    found = _CHARGE.search(text[max(floor, quote.start - 150) : quote.start])
    return found is not None and not _PLEA.search(found.group())


def is_proper(text: str, quote: Span, floor: int) -> bool:
    """Whether a short quotation begins with a capital where a sentence of speech would not stand."""
    if quote.length > _LONGEST or not text[quote.start].isupper():
        return False
    words = _WORD.findall(quote.of(text))
    if len(words) > _PROPER or text[quote.end - 1] in ".!?" or len(words[0]) < 2:
        return False
    floor = max(floor, quote.start - _BEHIND)
    if _AMID.search(text, floor, quote.start):
        return True
    # « a vu “Grand Large” », « une version “Grand Large” », and neither « répond “Merci” » nor « le message “Merci” ».
    noun = _BEHIND_NOUN.search(text, floor, quote.start)
    return noun is not None and not _may_introduce(noun["noun"])


def _may_introduce(word: str) -> bool:
    """Whether what somebody says may stand right behind a word: a verb, an adverb, « message »."""
    if word in _nouns().seen:
        return False
    known = lexicon()
    return (
        word in _nouns().introducing
        or word.endswith(("ment", "ant"))
        or is_saying_noun(word)
        or any(word in forms for forms in (known.finite, known.past, known.infinitive))
    )


def is_work(text: str, quote: Span) -> bool:
    """« “Nuit du quai” de Léa Arnal », « du trublion Hugo Brun (“Sorry for You”) »: a work beside its author."""
    if quote.length > _LONGEST or not text[quote.start].isupper() or text[quote.end - 1] in ".!?…,":
        return False
    if len(_WORD.findall(quote.of(text))) > _PROPER:
        return False
    if _BY_AUTHOR.match(text, quote.end):
        # « le “Yes we can” de X », « la phrase “…” de X »: what X said.
        return _SAID_BY.search(text, max(0, quote.start - _TWO_WORDS), quote.start) is None
    floor = max(0, quote.start - _NEAR)
    beside = _BESIDE_AUTHOR.search(text, floor, quote.start)
    if beside is None or _BRACKET_ENDS.match(text, quote.end) is None:
        return False
    # « Le maire X (“Jamais”) refuse »: he says it.
    subject = _SPEAKING.search(text, floor, beside.start())
    return subject is None or not can_speak(subject["phrase"])


def is_label(text: str, quote: Span) -> bool:
    """Whether it is a word of everybody's that the press quotes always: « les “gilets jaunes” »."""
    return quote.length < _LABEL and quote.of(text).lower() in _nouns().labels


def is_of_work(before: str) -> bool:
    """Whether a noun of a work or of something named stands a few words before: « son film »."""
    return not _nouns().nouns.isdisjoint(_BARE.findall(before.lower())[-4:])


def as_word(text: str, quote: Span) -> HowSaid | None:
    """Whether it is a word of everybody's, or one that is spoken of: « le mot “non” », « la mention “Bio” »."""
    if is_label(text, quote):
        return HowSaid.IRONIC
    floor = max(0, quote.start - _TWO_WORDS)
    noun = text[floor : quote.start].rstrip(_OPENING).rpartition(" ")[2]
    if not noun.isalpha():
        noun = _AFTER_BLANK.split(noun)[-1]
    if noun.lower() not in _nouns().words or not _SPOKEN_OF.search(text, floor, quote.start):
        return None
    if len(_WORD.findall(quote.of(text))) > _CALLED or text[quote.end - 1] in ".!?…":
        return None
    return HowSaid.TITLE if text[quote.start].isupper() else HowSaid.IRONIC


def is_spoken(words: str) -> bool:
    """Whether words are of somebody who speaks of himself, or to somebody."""
    return _OF_ONESELF.search(words) is not None


def is_distanced(text: str, quote: Span) -> bool:
    """Whether the article itself uses a word or two that it holds at a distance."""
    return len(_WORD.findall(quote.of(text))) <= _FEW


def is_noun_of_sentence(text: str, quote: Span, floor: int) -> bool:
    """Whether a short quotation is a noun of the sentence: « les “gilets jaunes” », « sa “soif” »."""
    return is_distanced(text, quote) and _DETERMINED.search(text, floor, quote.start) is not None


def are_joined(text: str, before: Span | Quote, quote: Span) -> bool:
    """Whether « et », « ou », a comma and an article alone stand between two quotations."""
    return _JOINED.fullmatch(text, before.end, quote.start) is not None


class _Nouns(NamedTuple):
    nouns: frozenset[str]
    participles: frozenset[str]
    calls: frozenset[str]
    labels: frozenset[str]
    words: frozenset[str]
    introducing: frozenset[str]
    seen: frozenset[str]
    noun: re.Pattern[str]
    participle: re.Pattern[str]
    calling: re.Pattern[str]


@cache
def _nouns() -> _Nouns:
    # Imported here: most commands never ask for it.
    import yaml

    content = (resources.files("index.french") / "data" / "works.yaml").read_text("utf-8")
    read = yaml.safe_load(content)
    nouns, participles, calls = (read[key].split() for key in ("nouns", "participles", "calls"))
    either, done, call = (
        "|".join(sorted(words, key=len, reverse=True)) for words in (nouns, participles, calls)
    )
    return _Nouns(
        frozenset(nouns),
        frozenset(participles),
        frozenset(calls),
        frozenset(read["labels"]),
        frozenset(read["words"].split()),
        frozenset(read["introducing"].split()),
        frozenset(read["seen"].split()),
        re.compile(
            rf"(?<![\w-])(?:{either}){_S}*"
            rf"(?:(?:{_S}(?:de|du|d['’]|des|sur|à|en|l['’]|la|le)?{_S}?[^\W_][\w'’-]*){{0,4}}{_S}*,?){_S}*,?$",
            re.IGNORECASE,
        ),
        re.compile(rf"(?<![\w-])(?:{done})(?:{_S}[^\W\d_]+ment)?{_S}*,?$", re.IGNORECASE),
        re.compile(
            rf"(?<![\w-])(?:{call})(?:{_S}[^\W\d_]+ment)?(?:{_S}(?:les?|la|une?|des)|{_S}l['’])?{_S}*$"
        ),
    )
