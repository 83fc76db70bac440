"""The subject with which a sentence begins: a person, somebody who is only described, or a pronoun."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Sequence

from index.french.saying_verbs import Form, verb_at
from index.french.somebody import can_be_meant, can_speak, is_person_noun
from index.french.speaking_phrases import Speaker, institution, is_governed, mentions_inside
from index.model.article import Kind, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
_JOINING = re.compile(
    rf"(?:[\s«»“”\"•–—-]*(?:Et|Mais|Puis|Or|Car|Pourtant|Toutefois|Cependant|Ainsi|Alors|Ensuite|Enfin|Aussi|Puis|Si|Donc|Quant{_S}à|[A-ZÀ-Þ][a-zà-ÿ]+ment){_S}+)?[\s«»“”\"•–—-]*"
)
_SUBHEAD = re.compile(rf"[–—-]{_S}?[^–—\n.!?]{{2,70}}?{_S}?[–—-]{_S}?(?=[«“\"A-ZÀ-Þ])")
"""« - Rite de passage - La pratique … »: agencies set their subheadings between dashes."""
_IMPERSONAL = re.compile(
    rf"(?:il){_S}(?:n['’])?(?:y{_S}a|faut|faudra|fallait|faudrait|s['’]agi|est{_S}[^.,]*(?:que|de)(?!\w)|convien|suffi|rest|sembl|import|vaut|pleu|existe|fait{_S}(?:beau|chaud|froid)|était{_S}une{_S}fois)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(rf"(ils?|elles?)(?={_S})", re.IGNORECASE)
_OWN_PRONOUN = re.compile(r"(?:^|\W)(il|elle|ils|elles)[ \u00a0]", re.IGNORECASE)
_LEAD = re.compile(rf"[^,;:.!?()\x1f\n«»“”\"]{{2,160}}(?:\([^)]*\))?,{_S}+")
_DETERMINED = re.compile(
    rf"(?:(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|leurs?|deux|trois|quatre|plusieurs|certaine?s){_S}|l['’]{_S}?)(?=\w)",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(
    rf"(?:(?:[Ll]e|[Ll]a|[Ll]es|[Uu]ne?|[Dd]es|[Cc]et?|[Cc]ette|[Cc]es|[Ss]on|[Ss]a|[Ss]es|[Ll]eurs?|[Dd]eux|[Tt]rois|[Qq]uatre|[Pp]lusieurs|[Cc]ertaine?s){_S}|[Ll]['’]{_S}?)"
    rf"(?:(?:deux|trois|quatre|jeunes?|ancien|ancienne|ex|future?|nouveau|nouvelle|désormais|vieux|vieil|vieille|petite?s?|grande?s?|mêmes?|premiers?|premières?|autres?|actuel|actuelle){_S})*"
    rf"(?:ex-|vice-)?(?P<noun>[^\W\d_][\w-]*)"
    rf"(?:{_S}(?:de{_S}la|de{_S}l['’]|du|des|de|d['’]|en(?!{_S}(?:a|ont|est|sont){_S})|aux?){_S}?[^\W\d_][\w’'-]*(?:{_S}[A-ZÀ-Þ][\w’'-]*)*"
    rf"|{_S}[a-zà-ÿ-]+(?:ais|aise|ois|oise|ain|aine|ien|ienne|and|ande|al|ale|aux|eux|euse|iste|aire|ier|ière)(?![\w'’-])|{_S}[A-ZÀ-Þ][\w’'-]*)*"
)
_HAS_VERB = re.compile(
    r"(?<![\w'’-])(?:a|ont|est|sont|était|avait|avaient|étaient|sera|va|vont|qui|que|dont|où|et|fut|doit|peut|s['’]est|n['’]a|n['’]est)(?![\w-])|[ \u00a0]qu['’]"
)
_CAPITALISED = re.compile(
    rf"[A-ZÀ-Þ][a-zà-ÿœ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*(?:{_S}(?:(?:de|di|da|van|von|el|al|ben|le|la){_S})?[A-ZÀ-Þ][\w’'-]+){{0,3}}"
)
_OTHER_GOVERNED = re.compile(
    rf"{_S}(?:avec|par|pour|contre|sur|dans|à|entre|chez|vers|sans|envers|après|avant){_S}"
)
_COMPLEMENT = re.compile(rf"{_S}(?:de|du|des|d['’])(?!\w)|{_S}d['’]")
_AND_ANOTHER = re.compile(
    rf"{_S}et{_S}(?:(?:le|la|les|un|une|des|son|sa|ses|leurs?){_S}|l['’]|[A-ZÀ-Þ])"
)
_OF_OTHERS = frozenset(
    (
        "entourage mari femme épouse époux père mère frère sœur fils fille avocat avocate avocats"
        " compagnon compagne ami amie amis proche proches porte-parole cabinet équipe collègue"
        " conseiller conseillère parents famille homologue rival rivale successeur prédécesseur"
        " adversaire"
    ).split()
)
_AUXILIARY = re.compile(
    r"(?<![\w'’-])(?:a|ont|est|sont|était|avait|avaient|étaient|sera|va|vont|fut|doit|peut|s['’]est|n['’]a|n['’]est)(?![\w-])"
)
_CONJUNCTION = re.compile(
    r"(?:si|quand|lorsqu|alors|tandis|comme|puisqu|après|avant|pendant|tant|bien|même|dès|depuis|à|selon|pour)(?![^\W\d_])|s['’]",
    re.IGNORECASE,
)
_PROFESSION = re.compile(
    rf"{_S}[a-zà-ÿ]{{3,}}(?:eure?|euse|rice|iste|ien|ienne|ier|ière|aire|ante?){_S}(?:de|du|des|à|au|en|chez){_S}[^,;:.]{{2,60}},|{_S}?,{_S}(?:le|la|l['’]|un|une)?{_S}?[a-zà-ÿ]{{3,}}(?:eure?|euse|rice|iste|ien|ienne|ier|ière|aire|ante?)(?!\w)"
)
_TOLD_BY = re.compile(rf"(?:[Pp]our|[Ss]elon|[Dd]['’]après){_S}")
_AND_NAME = re.compile(rf"{_S}et{_S}|,{_S}(?=[A-ZÀ-Þ])")
_PARTS = re.compile(r"[;:.\x1f()]")
_BLANK = re.compile(_S)
_AGE = re.compile(rf",{_S}\d{{1,3}}{_S}ans")
_CIVIL = re.compile(rf"(?:M\.|Mme|Mlle|Me|Dr|Pr){_S}")
_LEADS = 3
"""Phrases before the subject that are passed over: « Mardi, au port, la maire »."""
_COMMAS = 3
_REACH = 160
"""Characters behind a quotation in which the main clause begins."""
_HUMAN = (Kind.PERSON,)
_NEVER_AGED = (Kind.ORGANISATION, Kind.GROUP)


def sentence_subject(
    masked: str, sentence: Span, limit: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """The subject that stands at the head of a sentence before `limit`.

    « Mardi, le maire, Hugo Brun, a … » gives the person; « la jeune femme a … » the words; « il a … »
    the pronoun, to be resolved. None where the sentence begins with a thing or a quotation.
    """
    limit = min(limit, sentence.end)
    subhead = _SUBHEAD.match(masked, sentence.start, limit)
    at = subhead.end() if subhead else sentence.start
    for passed in range(_LEADS + 1):
        joining = _JOINING.match(masked, at, limit)
        at = joining.end() if joining else at
        found = _at(masked, at, limit, mentions, first=not passed)
        if found is not None:
            return found
        if _DETERMINED.match(masked, at, limit) and not _is_time(masked, at, limit):
            return None
        lead = _LEAD.match(masked, at, limit)
        if lead is None or (
            _AUXILIARY.search(lead.group()) and not _CONJUNCTION.match(lead.group())
        ):
            return None
        told = _TOLD_BY.match(masked, at, lead.end())
        if told is not None:
            # « Pour Léa Arnal, le port est plein »: she is the one who speaks.
            found = _at(masked, told.end(), lead.end(), mentions, first=False)
            if found is not None and found.entity is not None:
                return found
            if found is not None and _is_somebody(masked, found):
                return _apposed(masked, found, lead.end(), limit, mentions)
        at = lead.end()
    return None


def _is_somebody(masked: str, found: Speaker) -> bool:
    """« Selon la directrice, tout va bien »: somebody who bears an office, and no body or paper."""
    office = _OFFICE.match(masked, found.span.start, found.span.end)
    return office is not None and is_person_noun(office["noun"])


def _apposed(
    masked: str, found: Speaker, at: int, limit: int, mentions: Sequence[Mention]
) -> Speaker:
    """« Pour le président du port, Hugo Brun, tout va bien »: who bears the office, where a name behind it tells."""
    named = next((m for m in mentions_inside(mentions, at, limit) if m.start <= at + 1), None)
    if named is None or named.kind is not Kind.PERSON or masked[named.end : named.end + 1] != ",":
        return found
    return Speaker(named.entity, Span(found.span.start, named.end))


_OFFICE = re.compile(rf"(?:l[ea]{_S}|l['’])(?P<noun>[^\W\d_A-ZÀ-Þ][\w-]+)")


def opening_somebody(masked: str, sentence: Span, mentions: Sequence[Mention]) -> Speaker | None:
    """« Les services météorologiques ont émis …, estimant »: a phrase at the head that may speak."""
    subhead = _SUBHEAD.match(masked, sentence.start, sentence.end)
    joining = _JOINING.match(masked, subhead.end() if subhead else sentence.start, sentence.end)
    phrase = _NOUN_PHRASE.match(masked, joining.end() if joining else sentence.start, sentence.end)
    if phrase is None or not can_speak(phrase.group()):
        return None
    span = Span(*phrase.span())
    if any(m.kind is Kind.PERSON for m in mentions_inside(mentions, span.end, sentence.end)):
        return None
    return Speaker(institution(masked, span, mentions), span)


def pronoun_of_sentence(masked: str, sentence: Span, limit: int) -> Speaker | None:
    """The pronoun near the beginning of a sentence, that is its subject."""
    found = _OWN_PRONOUN.search(masked, sentence.start, min(limit, sentence.start + 60))
    return Speaker(None, Span(*found.span(1)), anaphora=True) if found else None


def main_subject(masked: str, rest: Span, mentions: Sequence[Mention]) -> Speaker | None:
    """« Saluant “…” pour ces dockers, la maire a … »: the subject of the clause behind a participle."""
    comma = rest.start - 1
    for _ in range(_COMMAS):
        comma = masked.find(",", comma + 1, min(rest.end, rest.start + _REACH))
        if comma < 0:
            return None
        main = Span(comma + 1, rest.end)
        found = (
            sentence_subject(masked, main, rest.end, mentions)
            or opening_somebody(masked, main, mentions)
            or _opening_body(masked, main, mentions)
        )
        if found is not None:
            return found
    return None


_BODY = re.compile(rf"{_S}*(?:(?:[Ll][ea]s?{_S}|[Ll]['’])(?=[A-ZÀ-Þ]))?")
_BODY_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+")


def _opening_body(masked: str, main: Span, mentions: Sequence[Mention]) -> Speaker | None:
    """« , la CGT a … », « , la Sepanso estime … »: a body, or a name of none before a verb of saying."""
    article = _BODY.match(masked, main.start, main.end)
    at = article.end() if article else main.start
    start = at - len(article.group().lstrip()) if article else at
    named = next((m for m in mentions_inside(mentions, at, main.end) if m.start == at), None)
    if named is not None:
        return (
            Speaker(named.entity, Span(start, named.end))
            if named.kind is Kind.ORGANISATION
            else None
        )
    name = _BODY_NAME.match(masked, at, main.end) if start < at else None
    use = verb_at(masked, name.end() + 1, main.end) if name else None
    if name is None or use is None or use.form is not Form.FINITE:
        return None
    return Speaker(None, Span(start, name.end()))


_TIMES = re.compile(
    rf"(?:le|la|les|l['’]|une?|ce|cet|cette|deux|trois|plusieurs|quelques){_S}?(?:{_S}?(?:même|dernière?|prochaine?|premier|première))?{_S}?"
    r"(?:\d+|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|veille|lendemain|matin|soir|jour|semaine|mois|année|an|ans|jours|heures|nuit|après-midi|fois)(?!\w)",
    re.IGNORECASE,
)


def has_auxiliary(words: str) -> bool:
    """Whether words contain a finite verb of those that stand most often: « a », « est », « avait »."""
    return _AUXILIARY.search(words) is not None


def _is_time(masked: str, at: int, limit: int) -> bool:
    return _TIMES.match(masked, at, limit) is not None


def _at(
    masked: str, at: int, limit: int, mentions: Sequence[Mention], *, first: bool
) -> Speaker | None:
    """The subject that begins right here."""
    pronoun = _PRONOUN.match(masked, at, limit)
    if pronoun is not None:
        if _IMPERSONAL.match(masked, at, limit):
            return None
        return Speaker(None, Span(*pronoun.span(1)), anaphora=True)
    civil = _CIVIL.match(masked, at, limit)
    start = civil.end() if civil else at
    inside = mentions_inside(mentions, at, min(limit, at + 200))
    named = next((m for m in inside if m.start in (at, start)), None)
    if named is not None and named.kind in _HUMAN:
        if _AND_NAME.match(masked, named.end, limit) and any(
            m.kind is Kind.PERSON and 0 < m.start - named.end <= 5 for m in inside
        ):
            return None
        return Speaker(named.entity, Span(at, named.end))
    phrase = _NOUN_PHRASE.match(masked, at, limit)
    if phrase is not None and _DETERMINED.match(masked, at, limit):
        return _described(masked, at, limit, phrase, inside)
    if named is not None:
        # « Sophie, 25 ans, … »: somebody, for whatever her name was taken.
        aged = named.kind not in _NEVER_AGED and _AGE.match(masked, named.end, limit)
        return Speaker(None, Span(at, named.end)) if aged else None
    name = _CAPITALISED.match(masked, at, limit)
    if name is not None:
        words = name.group()
        certain = (
            (" " in words and not (first and words[1:].islower()))
            or _AGE.match(masked, name.end(), limit)
            or _acts(masked, name.end(), limit)
            or (not first and _PROFESSION.match(masked, name.end(), limit))
        )
        end = name.end()
        if certain and not _is_common(words) and not any(m.start < end for m in inside):
            return Speaker(None, Span(at, end))
    return None


_ACTS = re.compile(
    rf"{_S}(?:a|est|avait|était|aurait|va|veut|peut|doit|se|ne|n['’]a|n['’]est|s['’]\w+)(?![\w'’-])"
)


def _acts(masked: str, at: int, limit: int) -> bool:
    """Whether a verb follows, so that the capitalised word is a name: « Kamel a dû », « Alexandra assure »."""
    if _ACTS.match(masked, at, limit):
        return True
    use = verb_at(masked, at + 1, limit)
    return use is not None and use.form is Form.FINITE


def _is_common(words: str) -> bool:
    """A capital that only begins a sentence: « Selon Brest », « Interrogé »."""
    first = words.split()[0]
    return first.lower() in _COMMON or first.endswith(("é", "és", "ée", "ées", "ant", "ment"))


_COMMON = frozenset(
    (
        "selon pour dans avec sans sur sous après avant depuis pendant lors si quand que qui quel"
        " quelle chacun chacune aucun aucune tout toute tous toutes chaque certains plusieurs deux"
        " trois outre malgré contre face là ici comme pas ne on nous vous je tu cela ceci ça ce c'est"
        " rien personne chez par en au aux à de du des d'après invité invitée né née vu fini impossible"
        " difficile dès entre parmi voici voilà même mais ou où donc or ni car et puis alors ainsi"
        " enfin aussi bien plus moins très trop lundi mardi mercredi jeudi vendredi samedi dimanche"
        " janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier"
        " demain aujourd'hui paris france europe lui eux également autre autres vers afin faute grâce"
        " suite fin début sauf hormis concernant lorsque lorsqu tandis puisque quoique contrairement"
        " réponse résultat jamais parfois souvent pourquoi comment combien hors via interrogé"
        " interrogée objectif preuve"
    ).split()
)


def _described(
    masked: str, at: int, limit: int, phrase: re.Match[str], inside: Sequence[Mention]
) -> Speaker | None:
    """« le député LREM Bruno Bonnell », « la directrice du port, Léa Arnal », « la jeune femme »."""
    named = at
    for mention in inside:
        if mention.kind is not Kind.PERSON:
            continue
        lead = _ASIDE.sub("", masked[at : mention.start])
        # « la conseillère du maire Hugo Brun Léa Arnal »: the second name is hers.
        twice, named = masked[named : mention.start].isspace(), mention.end
        if _PARTS.search(lead) or _HAS_VERB.search(lead):
            break
        if not can_be_meant(phrase["noun"]) or _OTHER_GOVERNED.search(lead):
            break
        apposed = lead.count(",") == 1 and lead.rstrip().endswith(",")
        if phrase["noun"].lower() in _OF_OTHERS and _COMPLEMENT.search(lead):
            if is_governed(masked, at, mention.start):
                continue
            if not (twice or apposed):
                break
        if apposed or ("," not in lead and not is_governed(masked, at, mention.start)):
            return Speaker(mention.entity, Span(at, mention.end))
        if "," in lead:
            break
    words = phrase.group()
    if _POSSESSED.match(words) or not can_be_meant(phrase["noun"]):
        return None
    end = phrase.end()
    if _AND_ANOTHER.match(masked, end, limit):
        return None
    determined = _DETERMINED.match(words)
    for place in _BLANK.finditer(words):
        use = verb_at(masked, at + place.end(), limit)
        if use is None or at + place.end() >= end:
            continue
        if determined is None or place.end() > determined.end():
            end = at + place.start()
            break
        if use.form is Form.ACTING:
            # « la jugeant utile »; but « le juge » is a noun, though a verb is written so.
            return None
    return Speaker(None, Span(at, end))


_ASIDE = re.compile(
    rf"{_S}\([^()]*\)(?=[ \u00a0,])|(?<=[ \u00a0])(?:M|Mme|Mlle|Me|Dr|Pr|Mgr)\.(?={_S})"
)
"""« le président de l'Union (UMF), Hugo Brun », « la porte-parole de M. Brun, Léa Arnal »."""
_POSSESSED = re.compile(rf"(?:son|sa|ses|leurs?){_S}", re.IGNORECASE)
