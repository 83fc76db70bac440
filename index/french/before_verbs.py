"""The subject of a verb of saying that stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.quoted_out import MASK
from index.french.somebody import INSTITUTION, can_speak, is_office_noun
from index.french.speaking_phrases import (
    DETERMINER,
    PREPOSITION,
    Speaker,
    institution,
    is_governed,
    is_governed_but_by_que,
    mentions_inside,
)
from index.model.article import Kind, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
_SUBJECT_GAP = re.compile(
    rf"{_S}*(?:\([^)]*\){_S}*)?(?:,(?![^,]*{_S}(?:et(?!{_S}(?:de|du|des|d['’]|à|aux?)(?!\w))|mais){_S})[^,;:.]{{1,120}},)?{_S}*(?:(?:qui|ne|n['’]|lui|leur|nous|en|y|l['’]|également|aussi|ainsi|ensuite|[^\W\d_]+ment|par{_S}ailleurs|,|de{_S}son{_S}côté|pour{_S}sa{_S}part|-|–|—){_S}*)*"
)

_ANAPHORA_BEFORE = re.compile(
    rf"(?:^|[\s,«“\"'’(])((?:ce|cette){_S}derni(?:er|ère)|celui-ci|celle-ci|il|elle|ils|elles|l['’]intéressée?){_S}*(?:(?:ne|n['’]|lui|leur|nous|en|y|le|la|les|l['’]|également|aussi){_S}*)*$",
    re.IGNORECASE,
)

_OF_HIM = re.compile(
    rf"(?:^|[\s«“\"'’(])(?P<who>(?:(?:les?|la){_S}|l['’])[^\W\d_][\w-]*){_S}(?:de{_S}|d['’])$",
    re.IGNORECASE,
)

_AS_FOR = re.compile(rf"\b(?:quant{_S}à|avec|chez|pour|sans){_S}$|\bd['’]$", re.IGNORECASE)
"""« La préfecture, quant à elle, recommande »: no subject."""

_IN_RELATIVE = re.compile(rf",{_S}(?:qui|dont|que|qu['’]|où|lequel|laquelle)(?!\w)[^,;]*$")

_PARTICIPLE = re.compile(
    rf",{_S}(?:déjà{_S}|lui-même{_S})?[a-zà-ÿœ]{{2,}}(?:ée?s?|ue?s?|ie?s?|is|it|ant){_S}[^,;:.()]*$"
)

_BY_WHOM = re.compile(rf"{_S}par{_S}(?:(?:le|la|l['’]){_S}?[^\W\d_]+{_S})?$")

_CLAUSE_START = re.compile(
    rf"(?:[,;:(«“\"—–]|{_S}-(?={_S})){_S}*(?:(?:et|mais|car|puis){_S})?(?:que{_S}|qu['’])?|{_S}(?:qu['’]|(?:que|et|mais|car|où|alors|comme){_S})"
)

_OPENS = re.compile(
    rf"(?:(?:[^\W\d_]+{_S}){{1,3}}[^,;:.]{{1,120}},{_S})?"
    rf"(?P<phrase>(?:le|la|l['’]|les|un|une|ce|cette|son|sa|des|ces|leurs?|plusieurs|\d+{_S}?%{_S}des){_S}?[^\W\d_][^,;:.()«»“”\"\x1f]{{1,70}}?),{_S}",
    re.IGNORECASE,
)

_OF_BODY = re.compile(
    rf"\b(?:(?:de|à|par|avec|pour){_S}(?:la{_S}|l['’])|du{_S}|des{_S}|au{_S})(?:région|ville|commune|métropole|société|groupe|association|parti|syndicat|chaîne|collectif|mouvement"
    rf"|fédération|entreprise|agence|journal|magazine|hebdomadaire|quotidien|site|radio|ONG|organisation|cabinet|institut|banque|marque|club|liste|fondation|hôpital|lycée|université){_S}$"
)
"""« le président de la région Littoral dénonce »: not the region."""

_NOUN_BESIDE = re.compile(rf"(?<![\w-])([a-zà-ÿœ][\wœ-]+){_S}$")
_NOUN = 40
"""Characters in which a noun beside a name stands."""

_QUOTED_SUBJECT = re.compile(
    r"(?:^|\W)((?:[Dd]es|[Ll]es|[Cc]es|[Cc]ertains|[Pp]lusieurs)[\s«“\"]+\x1f+[\s»”\"]*[»”\"])[^\S\t-\r]+$"
)

_OF_WORK = re.compile(
    rf"(?:^|[\s(])((?:(?:le|la|les|une?|cette|cet?){_S}|l['’])[^\W\d_][\w-]*(?:{_S}[a-zà-ÿ-]+)?{_S}(?:de|du|des|dans){_S}(?:la{_S}|l['’])?[«“\"]{_S}?\x1f+{_S}?[»”\"])"
    rf"(?:{_S}(?:ne|n['’]|lui|leur|nous|en|y|l['’]|le|la|les|se|s['’]|également|aussi|[^\W\d_]+ment))*{_S}*$",
    re.IGNORECASE,
)
"""« l'actrice de “La Marée” a dit »."""

_APPOSITION = re.compile(
    rf",{_S}(?!(?:l[ea]s?|une?|des?|ces?|qui|que|dont|où|et|mais|puis|à|en|dans|sur)(?!\w))[a-zà-ÿœ][^,;:.()\x1f]{{2,60}}?{_S}(?:du|de{_S}la|de|des|d['’])(?:{_S}|(?<=['’]))[^,;:.()\x1f]{{0,50}}"
)

_WHO_DOES = re.compile(
    rf"(?:^|[,;:.«»“”\"\n–—-]{_S}*|{_S}(?:que|et|mais){_S}|qu['’])"
    rf"(?P<who>(?:(?:le|la|les|une?|des|ces?|cette|cet|plusieurs|deux|trois){_S}|l['’])[^\W\d_][\w’'-]*(?:{_S}[\w’'-]+){{0,4}}?|celui|celle),?{_S}qui{_S}"
    rf"(?P<told>[^;:.()«»“”\"\x1f]{{6,140}}?),?{_S}*$",
    re.IGNORECASE,
)
"""« le médecin qui l'a examiné a fait part », « celle qui était alors maire a dit »."""

_RELATIVE_VERB = re.compile(
    rf"(?:(?:ne|n['’]|lui|leur|nous|en|y|l['’]|le|la|les|se|s['’]){_S}?)*(?:a|ont|est|sont|avai(?:t|ent)|étai(?:t|ent)|fut|[^\W\d_]+(?:aient|ait|ent))(?!\w).*[^,\s]",
    re.DOTALL,
)

_SOME_OF_THEM = re.compile(
    rf"(?:^|[.,;:»”\"\n–—-]{_S}?|{_S}(?:que|et|mais|où){_S}|qu['’])"
    rf"(?P<who>(?i:d['’]autres|certaine?s|beaucoup|plusieurs|d['’]aucuns|nombre|tou(?:te)?s(?:{_S}deux)?|la{_S}plupart|un{_S}autre|une{_S}autre|l['’]une?|l['’]autre)"
    rf"(?:{_S}d['’](?:entre{_S})?(?:eux|elles))?)"
    rf"(?:,{_S}[^,;:.()]{{2,40}},)?{_S}(?:(?:ne|n['’]|lui|leur|nous|en|y|l['’]|le|la|les|se|s['’]|également|aussi|{_S})+{_S}?)?$"
)
"""« D'autres, en revanche, dénoncent », « un autre estime »: somebody of those told before."""

_PARTS = re.compile(r"[.;:]")
_ASIDE = re.compile(r",[^,;:.]{1,110}")
_AUXILIARY = re.compile(r"\b(?:a|ont|est|sont|avait|était)\b")
_JOINING = re.compile(rf"^(?:Et|Mais|Puis|Car|Or){_S}")


def before(masked: str, floor: int, verb: int, mentions: Sequence[Mention]) -> Speaker | None:
    """The subject that stands before a verb, not before `floor`."""
    clause = masked[floor:verb]
    pronoun = _ANAPHORA_BEFORE.search(clause)
    if pronoun and (of_him := _OF_HIM.search(clause, 0, pronoun.start(1))):
        # « les avocats de ce dernier ont dénoncé ».
        who = Span(floor + of_him.start("who"), floor + pronoun.end(1))
        return Speaker(None, who) if can_speak(of_him["who"]) else None
    if pronoun and not _AS_FOR.search(clause, 0, pronoun.start(1)):
        return Speaker(None, Span(floor + pronoun.start(1), floor + pronoun.end(1)), anaphora=True)
    # The name right before the verb, apposition and adverbs apart, when no preposition governs it.
    for mention in reversed(mentions_inside(mentions, floor, verb)):
        if _is_beside_person(masked, floor, mention, mentions):
            continue
        gap = masked[mention.end : verb]
        if len(gap) > 170 or not _SUBJECT_GAP.fullmatch(gap):
            continue
        if "," in gap and (
            _IN_RELATIVE.search(masked, floor, mention.start)
            or _beside_participle(masked, floor, mention, mentions)
        ):
            continue
        if mention.kind is not Kind.PERSON and (
            _OF_BODY.search(masked, floor, mention.start) or _is_of_member(masked, floor, mention)
        ):
            continue
        if not is_governed_but_by_que(masked, floor, mention.start):
            mention = _apposed_to(masked, mention, verb, mentions_inside(mentions, floor, verb))
            return Speaker(mention.entity, Span(mention.start, mention.end))
    quoted = _QUOTED_SUBJECT.search(masked, floor, verb)
    if quoted is not None:
        # « des “gilets jaunes” ont annoncé ».
        return Speaker(None, Span(*quoted.span(1)))
    anybody = _SOME_OF_THEM.search(masked, floor, verb)
    if anybody is not None:
        return Speaker(None, Span(*anybody.span("who")))
    phrase = phrase_before(masked, floor, verb)
    if phrase is not None and not phrase.of(masked).endswith(" qui"):
        inside = mentions_inside(mentions, phrase.start, phrase.end)
        person = next((m for m in inside if m.kind is Kind.PERSON), None)
        if person is not None and not is_governed(masked, phrase.start, person.start):
            return Speaker(person.entity, phrase)
        return _named_before(masked, floor, phrase, mentions) or Speaker(
            institution(masked, phrase, inside), phrase
        )
    work = _OF_WORK.search(masked, floor, verb) if MASK in clause else None
    if work is not None and can_speak(work[1]):
        return Speaker(None, Span(*work.span(1)))
    return _after_adjunct(masked, floor, verb, mentions) or _who_does(masked, floor, verb)


def _who_does(masked: str, floor: int, verb: int) -> Speaker | None:
    """« le médecin qui l'a examiné a fait part »: of whom a relative clause tells before the verb."""
    found = _WHO_DOES.search(masked, floor, verb) if "qui" in masked[floor:verb] else None
    if found is None or not _RELATIVE_VERB.match(found["told"]):
        return None
    alone = found["who"].lower() in ("celui", "celle")
    if not alone and not can_speak(found["who"]):
        return None
    return Speaker(None, Span(found.start("who"), found.end("told") if alone else found.end("who")))


def _is_of_member(masked: str, floor: int, mention: Mention) -> bool:
    """« Une députée LREM alerte », « le chef de file des élus LR a dit »: not the party."""
    noun = _NOUN_BESIDE.search(masked, max(floor, mention.start - _NOUN), mention.start)
    return noun is not None and (is_office_noun(noun[1]) or is_office_noun(noun[1].rstrip("s")))


def _after_adjunct(
    masked: str, floor: int, verb: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """« Dans un communiqué l'entreprise assure », « Mardi la ministre a dit »: without a comma."""
    lead = _ADJUNCT.match(masked, floor, verb)
    noun = _NOUN_BEFORE_VERB.search(masked, lead.end(), verb) if lead else None
    if noun is None or not can_speak(noun[1]) or is_governed(masked, floor, noun.start(1)):
        return None
    phrase = Span(*noun.span(1))
    return Speaker(institution(masked, phrase, mentions), phrase)


def _named_before(
    masked: str, floor: int, phrase: Span, mentions: Sequence[Mention]
) -> Speaker | None:
    """« Léa Arnal, la maire de Rabat a déclaré », without the second comma."""
    for mention in mentions_inside(mentions, floor, phrase.start):
        between = masked[mention.end : phrase.start]
        if (
            mention.kind is Kind.PERSON
            and between.strip() == ","
            and not masked[floor : mention.start].strip()
            and can_speak(phrase.of(masked))
        ):
            return Speaker(mention.entity, Span(mention.start, phrase.end))
    return None


def _beside_participle(
    masked: str, floor: int, mention: Mention, mentions: Sequence[Mention]
) -> bool:
    """« Hugo Brun, venu soutenir la candidate Léa Arnal, a dit »: she stands in what is told of him."""
    participle = _PARTICIPLE.search(masked, floor, mention.start)
    if participle is not None and _BY_WHOM.search(participle.group()):
        # « la doyenne, nommée par le président Hugo Brun, a dit ».
        return True
    return participle is not None and any(
        m.kind is Kind.PERSON and m.end == participle.start()
        for m in mentions_inside(mentions, floor, participle.start())
    )


def _is_beside_person(
    masked: str, floor: int, mention: Mention, mentions: Sequence[Mention]
) -> bool:
    """« Léa Arnal (Parti du littoral, Rabat) »: her party and her place do not speak."""
    bracket = _IN_BRACKETS.search(masked, floor, mention.start)
    return bracket is not None and any(
        m.kind is Kind.PERSON and bracket.start() - m.end <= 1
        for m in mentions_inside(mentions, floor, bracket.start())
    )


def _apposed_to(masked: str, mention: Mention, verb: int, inside: Sequence[Mention]) -> Mention:
    """« Léa Arnal, présidente de l'organisme Ports de France, a dit »: she, not what she presides."""
    if "," not in masked[mention.end : verb]:
        return mention
    if mention.kind is Kind.PERSON:
        return _told_by(masked, mention, inside) or mention
    for other in inside:
        if other.kind is Kind.PERSON and other.end < mention.start:
            between = masked[other.end : mention.start]
            if _ASIDE.fullmatch(between) and not is_governed_but_by_que(masked, 0, other.start):
                return other
    return mention


def _told_by(masked: str, mention: Mention, inside: Sequence[Mention]) -> Mention | None:
    """« Chimor, filiale du milliardaire Hugo Brun, a dit »: the body of which an apposition tells by a name."""
    for other in inside:
        if (
            other.kind in (Kind.ORGANISATION, Kind.PERSON)
            and other.end < mention.start
            and _APPOSITION.fullmatch(masked, other.end, mention.start)
            and not is_governed(masked, 0, other.start)
        ):
            return other
    return None


def subject_of_sentence(
    masked: str, floor: int, limit: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """The name with which a sentence begins, its title or office before it included."""
    for mention in mentions_inside(mentions, floor, limit):
        lead = _JOINING.sub("", masked[floor : mention.start])
        if len(lead) > 60 or _PARTS.search(lead):
            break
        if (
            PREPOSITION.search(lead)
            or _BY_WHOM.search(lead)
            or _is_beside_person(masked, floor, mention, mentions)
        ):
            continue
        # « le député LREM Hugo Brun »: the party is not the head of the phrase.
        of_another = (
            _DETERMINED_NOUN.match(lead) and not INSTITUTION.match(lead) and "(" not in lead
        )
        if mention.kind is Kind.PERSON or (mention.kind in _SPEAKING and not of_another):
            return Speaker(mention.entity, Span(mention.start, mention.end))
    return None


def opening_phrase(
    masked: str, floor: int, verb: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """« Le maire, interrogé par la presse, répond : » — the noun phrase that opens the sentence."""
    if masked[floor:verb].rstrip()[-1:] != ",":
        return None
    found = _OPENS.match(masked, floor, verb)
    if found is None or _AUXILIARY.search(found["phrase"]):
        return None
    phrase = Span(*found.span("phrase"))
    inside = mentions_inside(mentions, phrase.start, phrase.end)
    return Speaker(institution(masked, phrase, inside), phrase)


def phrase_before(masked: str, floor: int, verb: int) -> Span | None:
    """« un responsable israélien », « la ministre de la Mer et des Ports » right before a verb."""
    end = verb
    while end > floor and (masked[end - 1].isspace() or masked[end - 1] == ","):
        end -= 1
    bracket = masked.rfind(" (", floor, end) if masked[end - 1 : end] == ")" else -1
    if bracket > 0:
        # « le tribunal de Toulon (Var) a jugé ».
        end = verb = bracket
    for boundary in reversed([None, *_CLAUSE_START.finditer(masked, floor, verb)]):
        start = boundary.end() if boundary else floor
        if boundary is None and (opening := _OPENING.match(masked, floor, end)) is not None:
            start = opening.end()
        if end - start > _LONGEST_PHRASE:
            return None
        if boundary is not None and _OF_BOTH.match(masked, boundary.start(), end):
            # « la ministre de la Mer et des Ports ».
            continue
        if start < end and DETERMINER.match(masked, start, end):
            and_it = bracket > 0 and boundary is not None and boundary.group().strip() == "et"
            if not (and_it or _JOINED.search(masked, start, end)) or can_speak(masked[start:end]):
                return Span(start, end)
            return None
        if boundary is None or start >= end or boundary.group().strip() != "et":
            return None
    return None


_ADJUNCT = re.compile(
    rf"[\s«»“”\"]*(?:(?:Dans|Sur|Lors|Devant|À|A|Au|Aux|En|Après|Avant|Depuis|Dès){_S}"
    rf"|(?:Hier|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche)(?={_S}))"
)
_NOUN_BEFORE_VERB = re.compile(
    rf"(?:^|{_S})((?:(?:le|la|les|une?|ce|cet|cette){_S}|l['’])[^\W\d_][\w’'-]*"
    rf"(?:{_S}(?:(?:de|du|des|en){_S}(?:la{_S}|l['’])?|d['’])?[^\W\d_][\w’'-]*){{0,3}}){_S}"
    rf"(?:(?:ne|n['’]|lui|leur|nous|en|y|l['’]|le|la|les|se|s['’]){_S}*)*$"
)
_OPENING = re.compile(
    rf"(?:[A-ZÀ-Þ]['’A-ZÀ-Þ-]*{_S}(?:[A-ZÀ-Þ'’,!?0-9-]+{_S})*"
    rf"(?:[A-ZÀ-Þ'’,!?0-9-]{{2,}}{_S}+|[A-ZÀ-Þ!?]{{2,}}(?=[A-ZÀ-Þ][a-zà-ÿ])))?"
    rf"(?:(?:Et|Mais|Puis|Car|Or|Ainsi|Pourtant|Toutefois|Cependant|Enfin),?{_S})?"
)
"""A heading in capitals that is glued to a sentence, and « Mais » at its head."""
_OF_BOTH = re.compile(rf"{_S}et{_S}(?:des|du|de{_S}la){_S}")
_JOINED = re.compile(rf"{_S}et{_S}")

_IN_BRACKETS = re.compile(r"\([^()]*$")

_LONGEST_PHRASE = 110

_SPEAKING = (Kind.ORGANISATION, Kind.PLACE)

_DETERMINED_NOUN = re.compile(
    rf"(?:le|la|un|une|ce|cet|cette|son|sa|l['’]){_S}?[^\W\d_]", re.IGNORECASE
)
