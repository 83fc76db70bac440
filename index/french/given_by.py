"""What gives a quotation, and whether a verb before it does."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.french.quoted_out import MASK
from index.french.saying_verbs import Form, VerbUse
from index.french.somebody import can_speak
from index.french.speaking_phrases import DETERMINER, Speaker
from index.model.article import HowSaid
from index.model.text import Span
from index.text.signs import holds

_S = r"[^\S\t-\r]"
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui|(?:ce|le){S}(?:matin|soir|jour|week-end|\d+{S}[^\W\d_]+)|en{S}\d{{4}}|la{S}veille)"
_DAYS = rf"(?:{_DAY.format(S=_S)}(?:{_S}(?:matin|midi|soir|après-midi|dernier|\d+{_S}[^\W\d_]+))?)"
_ADVERB = rf"(?:[^\W\d_]+ment|par{_S}ailleurs|d['’]ailleurs|en{_S}(?:effet|outre|revanche)|également|aussi|encore|toutefois|pourtant|enfin|ensuite|ainsi|donc|même|(?:à|de){_S}nouveau|de{_S}son{_S}côté|pour{_S}sa{_S}part|quant{_S}à{_S}(?:lui|elle))"
_BESIDE = rf"(?:{_S}+(?:{_DAYS}|{_ADVERB}))"
_PLACE_WORD = (
    rf"(?:(?:de|à|sous|sur|pour|dans){_S}(?:(?:la|le|les){_S}|l['’]))?"
    r"(?!(?:qui|que|les?|la|une?|ils?|elles?|on)(?!\w)|(?:l|qu)['’])[^\s,;:.!?()\x1f«“\"]++"
)
_PLACE = (
    rf"(?:{_S}+(?:à|au|aux|dans|sur|devant|lors|auprès|en|chez|face)(?:{_S}(?:de|du|des|à))?{_S}(?:(?:la|le|les|une?|son|sa|ses|leurs?){_S}|[ld]['’])?"
    rf"{_PLACE_WORD}(?:{_S}{_PLACE_WORD}){{0,4}}?)"
)
"""« à l'AFP », « dans un entretien à La Gazette »; no subject stands in it."""
_THAT = re.compile(
    rf"{_BESIDE}{{0,2}}{_PLACE}?{_BESIDE}?(?:,{_S}(?:selon|d['’]après|après|citant|dans|lors|à|au|aux|en|sur|devant){_S}[^,;:.]{{2,60}},)?{_S}+(?:que{_S}|qu['’])"
)
"""« que » behind a verb of saying: right behind it, behind « mardi à l'AFP », or behind « , selon une source, »."""
_WITHIN_REACH = 170
"""Characters behind a verb in which its « que » begins."""


def that_behind(masked: str, start: int, end: int) -> re.Match[str] | None:
    """The « que » behind a verb of saying that ends at `start`, if it has one before `end`."""
    if masked.find("qu", start, min(end, start + _WITHIN_REACH)) < 0:
        return None
    return _THAT.match(masked, start, end)


APART = re.compile(r"(?:[,\x1f»”\"›!?…][^\S\t-\r]*|\x1f[^\S\t-\r]*[»”\"›][^\S\t-\r]*)$")
"""Signs between a verb of saying and the words before it: a comma, the end of a quotation."""


class Saying(NamedTuple):
    """The source of a quotation: its verb or « selon », and the subject."""

    speaker: Speaker | None
    words: str
    manner: HowSaid
    going_on: bool = False
    via: Speaker | None = None
    is_source: bool = False
    """Whether it is no verb: « selon »."""
    purpose: bool = False
    """Whether it is an infinitive after « pour »: a verb that closes the sentence tells it better."""
    hanging: bool = False
    """Whether it is an infinitive that goes on with the sentence before: « Et d'ajouter : »."""
    by_body: bool = False
    """Whether it goes on only with a body: « a-t-on ajouté »."""
    at: int = -1
    """Where its verb or noun ends, if that stands before the quotation."""
    aside: bool = False
    """Whether it is told by the way, so that « il » of what follows is whoever spoke before."""


_THAT_SOMEWHERE = re.compile(
    rf"{_S}(?:que{_S}|qu['’]|vouloir{_S}|avoir{_S}|être{_S}|de{_S}|d['’](?:avoir|être){_S}|d['’][\s«“\"‹‘]*$"
    rf"|comme{_S}(?:(?:une?|les?|la|des|son|sa){_S}|l['’])?(?:[^\W\d_]+{_S})?[\s«“\"‹‘]*$)"
)
_ADJUNCT = re.compile(
    rf"{_BESIDE}{{0,2}}{_PLACE}?{_BESIDE}?(?={_S}?(?:$|[«“\"‹‘]|{_S}(?:une?|des|les?|la|son|sa|ses|leurs?)(?!\w)|{_S}[ld]['’]))"
)
_OF_A_NOUN = re.compile(
    rf"{_S}(?:(?:une?|des|les?|la|son|sa|ses|leurs?){_S}|[ld]['’])[^\W\d_]{{3,}}(?:-[^\W\d_]+)?"
    rf"(?:{_S}(?:de|des|du|à|en|pour){_S}(?:la{_S}|l['’])?[^\W\d_]{{3,}}|{_S}d['’][^\W\d_]{{3,}})?(?:{_S}[^\W\d_]+(?:{_S}et)?)?[\s«“\"‹‘]*"
)
"""« évoque un dispositif “approprié” »: the noun of which a quoted word tells more."""

_THING = re.compile(
    rf"^{_BESIDE}?[^\S\t-\r]+(?:un|une|le|la|les|des|son|sa|ses|leurs?|ce|cet|cette|deux|trois|l['’])[^\S\t-\r]?[^\W\d_]{{3,}}"
)

_NEW_CLAUSE = re.compile(
    r"(?:\x1f|,).*\b(?:et|mais)[ \u00a0](?:(?:le|la|les|un|une|ce|cette|son|sa|ses)[ \u00a0]|l['’]|il[ \u00a0]|elle[ \u00a0])"
)

_ANDS = ("et ", "et\u00a0", "mais")
"""Signs of which every match of `_NEW_CLAUSE` has one."""

_STOP = re.compile(r"(?<![A-ZÀ-Þ])(?<!\bMM)(?<!\bDr)(?<!\bPr)[.!?]\s")

_COLON = re.compile(r":[\s«“\"‹‘]*$")

_DOING = re.compile(rf",{_S}[^\W\d_]{{3,}}ant{_S}[^,;:]*$")
"""« , rendant … “…” »: what follows an incise is said, too."""

_TO_DO = re.compile(
    rf"^(?:[^,;:]*{_S})?(?:(?:à|de){_S}(?:ne{_S}pas{_S})?|d['’])(?:se{_S}|s['’]|l['’]|les?{_S}|la{_S}|lui{_S}|leur{_S}|y{_S}|en{_S})?"
    rf"[^\W\d_]{{2,}}(?:er|ir|re|oir)(?!\w)[^,;:]*$"
)
"""« appellent les États à s'assurer que … “…” »: what somebody is to do, be it ever so long."""

_AND = re.compile(rf"{_S}(?:et|ou|ni)[\s«“\"‹‘]*$")

_CALLED = re.compile(
    rf"{_S}(?:(?:de|à){_S}(?:une?{_S}|l['’]|la{_S})?|d['’](?:une?{_S})?|aux?{_S}|des?{_S})[\s«“\"‹‘]*$"
)

_COLON_GAP = 200

_ASIDE = re.compile(rf"^,{_S}[^,;:]{{2,80}},")
"""« a évoqué, dans un entretien à La Gazette, »."""

_LONG_GAP = 110

_SHORT_GAP = 14


def leads(masked: str, use: VerbUse, quote: Span) -> bool:
    """Whether a verb before a quotation is the one that gives it."""
    gap = masked[use.end : quote.start]
    that = that_behind(gap, 0, len(gap)) is not None
    if not that and len(gap) >= _COLON_GAP:
        return False
    if ";" in gap or (holds(gap, ".!?") and _STOP.search(gap)):
        return False
    if that or (":" in gap and len(gap) < _COLON_GAP and _COLON.search(gap)):
        return True
    if use.verb.calling:
        return len(gap) <= _LONG_GAP and _CALLED.search(gap) is not None
    if use.verb.thought and use.form is Form.ACTING:
        # « en pensant remporter un “prix” » tells what is done.
        return False
    parted = "," in gap or MASK in gap
    another = parted and holds(gap, _ANDS) and bool(_NEW_CLAUSE.search(gap))
    if use.verb.manner is HowSaid.ASKED and not another and _is_asked(gap):
        return True
    if len(gap) > _LONG_GAP or (another and not _DOING.match(gap)):
        return False
    if use.verb.doing and _THING.search(gap):
        # « a trouvé un accord “historique” »: that is done, not said.
        return False
    if use.verb.manner is HowSaid.DENIED:
        return len(gap) <= 60
    return _is_beside(gap) if use.verb.beside and use.form is Form.FINITE else True


def _is_asked(gap: str) -> bool:
    """« appelle les dockers à “rester” », « demande que l'on s'assure … »: what somebody is to do."""
    return bool(_TO_DO.search(gap) or (len(gap) <= _LONG_GAP and _CALLED.search(gap)))


def _is_beside(gap: str) -> bool:
    """Whether few words stand between a verb and a quotation, or such as join them."""
    gap = _ASIDE.sub("", gap, count=1)
    if _is_short(gap):
        return True
    # « a évoqué au début du mois une “enquête” », « a promis aux dockers “tout le soutien” ».
    adjunct = _ADJUNCT.match(gap)
    return adjunct is not None and _is_short(gap[adjunct.end() :])


def _is_short(gap: str) -> bool:
    return (
        len(gap) <= _SHORT_GAP
        or (len(gap) <= 60 and _THAT_SOMEWHERE.search(gap) is not None)
        or _OF_A_NOUN.fullmatch(gap) is not None
        or (_AND.search(gap) is not None and "," not in gap)
    )


def is_apposed(masked: str, use: VerbUse) -> bool:
    """« conclut-il, philosophe, promettant »: a word between commas is no verb."""
    return (
        use.pronoun is None
        and not use.compound
        and masked[use.end : use.end + 1] == ","
        and masked[max(0, use.start - 2) : use.start].startswith(",")
    )


def is_somebody(masked: str, speaker: Speaker | None) -> bool:
    """Whether a subject is named, a pronoun, or a noun that speaks; true where there is none."""
    if speaker is None or speaker.anaphora or speaker.entity is not None:
        return True
    words = speaker.span.of(masked)
    return words[0].isupper() or MASK in words or words.endswith("%") or can_speak(words)


def is_of_thing(masked: str, saying: Saying) -> bool:
    """« le dossier illustre », « selon les premiers éléments »: a noun that says nothing."""
    if saying.speaker is None or is_somebody(masked, saying.speaker):
        return False
    return not saying.is_source or DETERMINER.match(saying.speaker.span.of(masked)) is not None
