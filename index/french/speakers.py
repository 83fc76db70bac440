"""The subject of a verb of saying: the names and noun phrases beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from index.model.article import EntityId, Kind, Mention
from index.model.text import Span

_S = r"[ \u00a0\u202f]"
_PHRASE_END = re.compile(
    rf"""[,;:.!?()\[\]«»“”"\n] | {_S}(?:-|–|—){_S}
    | {_S}(?:dans|lors|avant|après|pour|sur|devant|auprès|qui|que|cité|citée|tout{_S}en|à{_S}propos
        |à{_S}l['’](?:issue|AFP|agence|occasion)|au{_S}(?:micro|cours|lendemain|sujet|quotidien)|interrogée?|et{_S}a
        |depuis|avec|par|via|quant|face|ce{_S}(?:matin|soir)|hier|aujourd['’]hui|en{_S}(?:marge|réponse|référence|évoquant|conférence|juillet|janvier|\d)
        |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le{_S}\d|mais|alors{_S}que|dont|où|de{_S}son{_S}côté|pour{_S}sa{_S}part)(?!\w)
    | {_S}(?:à|au|en){_S}(?=[a-zéè]*{_S}?(?:presse|journalistes|télévision|radio|micro|direct)) """,
    re.VERBOSE,
)
_LEADING = re.compile(
    rf"""{_S}*(?:(?:également|aussi|encore|notamment|ainsi|alors|ensuite|pourtant|toutefois|cependant|néanmoins|enfin|même|déjà
      |toujours|souvent|parfois|naguère|jadis|puis|d['’]ailleurs|d['’]emblée|plus{_S}tard|plus{_S}tôt|aussitôt|bientôt
      |(?:de{_S}son|de{_S}leur){_S}côté|pour{_S}(?:sa|leur){_S}part|à{_S}(?:son|leur){_S}tour|quant{_S}à{_S}(?:lui|elle|eux|elles)
      |(?:lui|elle|eux|elles){_S}(?:aussi|même)|à{_S}nouveau|au{_S}passage|au{_S}contraire|en{_S}(?:revanche|substance|privé|public|retour|riant|souriant)
      |(?:la{_S}veille|le{_S}lendemain|le{_S}soir{_S}même|dans{_S}la{_S}foulée|sans{_S}détour|non{_S}sans{_S}[^\W\d_]+|mi-[^\W\d_]+)
      |mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche|hier|[^\W\d_]+ment){_S}+)*""",
    re.VERBOSE,
)
_DETERMINER = re.compile(
    rf"(?:le|la|les|l['’]|un|une|des|ce|cet|cette|son|sa|ses|leur|leurs|plusieurs|certains|deux|trois|\d[\d,.]*(?:{_S}?%(?:{_S}(?:des|du|de{_S}la))?|(?={_S}[a-zà-öø-ÿ]))){_S}?",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    rf"(?:\b(?:avec|de|du|des|par|à|au|aux|pour|contre|chez|selon|sur|sous|dans|en|vers|sans|entre|et|envers|face{_S}à|que)"
    rf"{_S}(?:la{_S}|le{_S}|les{_S}|l['’]|M\.{_S}|Mme{_S})?|\bd['’])$",
    re.IGNORECASE,
)
_GOVERNING = re.compile(
    _PREPOSITION.pattern.replace(rf"|face{_S}à|que)", rf"|face{_S}à)"), re.IGNORECASE
)
"""Prepositions without « que », after which a subject may stand."""
_INSTITUTION = re.compile(
    rf"(?:le|la|les|l['’]|un|une|des|ce|dans){_S}?(?:[^\W\d_]+{_S})?(?:communiqué|état-major|ministère|direction|service|services"
    r"|département|commandement|gouvernement|présidence|parquet|agence|administration|armée|cabinet|site|compte|organisation|association"
    r"|rapport|étude|journal|quotidien|hebdomadaire|chaîne|radio|groupe|société|entreprise|préfecture|police|mairie|syndicat|parti)",
    re.IGNORECASE,
)
_SUBJECT_GAP = re.compile(
    rf"{_S}*(?:\([^)]*\){_S}*)?(?:,(?![^,]*{_S}(?:et|mais){_S})[^,;:.]{{1,120}},)?{_S}*(?:(?:qui|ne|n['’]|lui|leur|nous|en|y|l['’]|également|aussi|ainsi|ensuite|[^\W\d_]+ment|par{_S}ailleurs|,|de{_S}son{_S}côté|pour{_S}sa{_S}part|-|–|—){_S}*)*"
)
_ANAPHORA_BEFORE = re.compile(
    rf"(?:^|[\s,«“\"'’(])((?:ce|cette){_S}derni(?:er|ère)|celui-ci|celle-ci|il|elle|ils|elles|l['’]intéressée?){_S}*(?:(?:ne|n['’]|lui|leur|nous|en|y|l['’]|également|aussi){_S}*)*$",
    re.IGNORECASE,
)
_IN_RELATIVE = re.compile(rf",{_S}(?:qui|dont|que|qu['’]|où|lequel|laquelle)(?!\w)[^,;]*$")
_CLAUSE_START = re.compile(rf"[,;:(«“\"—–]{_S}*|{_S}(?:que|qu['’]|et|mais|car|où|alors|comme){_S}")


_PART = rf"(?:(?:le|la|les|un|une|son|sa|ses|leur|ce|cet|cette|nos|notre){_S}+|l['’])"
_PLAIN = r"[a-zà-öø-ÿœæ][^\W_]*(?:[-'’][^\W_]+)*"
_NAME = r"[A-ZÀ-ÖØ-Þ0-9][^\W_]*(?:[-'’.][^\W_]+)*"
_TIME = re.compile(
    rf"""(?:(?:ce|cet|cette|dès|depuis|le|au|en|vers|dans|début|fin|il{_S}y{_S}a|tard|tôt){_S}+(?:la{_S}|le{_S}|l['’])?)*
    (?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd['’]hui|matin|matinée|midi|après-midi|soir|soirée|nuit
          |journée|semaine|week-end|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|fin|début
          |dernière?|même|jour|mois|année|heures?|h|1er|\d{{1,4}}|\d{{1,2}}h\d*){_S}*)+(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_ADJUNCT = re.compile(
    rf"""(?:auprès{_S}(?:de|du|des|d['’])|lors{_S}(?:de|du|des|d['’])|au{_S}micro{_S}(?:de|du|d['’])|au{_S}cours{_S}(?:de|du|des|d['’])
      |à{_S}propos{_S}(?:de|du|d['’])|à{_S}l['’]occasion{_S}(?:de|du|d['’])|à{_S}l['’]issue{_S}(?:de|du|d['’])|à{_S}l['’]antenne{_S}(?:de|du|d['’])
      |dans{_S}les{_S}colonnes{_S}(?:de|du|d['’])|face{_S}(?:à|au|aux)|par{_S}la{_S}voix{_S}(?:de|du|d['’])|en{_S}marge{_S}(?:de|du|d['’])
      |à|au|aux|dans|sur|devant|via|en|par|avec|chez|depuis|pour|sans|contre)(?:{_S}+|(?<=['’]))""",
    re.VERBOSE | re.IGNORECASE,
)
_ASIDE = re.compile(rf",{_S}+(?:(?:{_PLAIN}){_S}*){{1,4}},{_S}+")
_OF_QUOTED = re.compile(r"(?:\b(?:de|du|des)|\bd['’])$")
_QUOTED_THEN = re.compile(r"[\s«“\"\x1f»”]*\x1f[\s«“\"\x1f»”]*,")
_OPENS = re.compile(
    rf"(?:(?:[^\W\d_]+{_S}){{1,3}}[^,;:.]{{1,120}},{_S})?"
    rf"(?P<phrase>(?:le|la|l['’]|les|un|une|ce|cette|son|sa|des|ces|leurs?|plusieurs|\d+{_S}?%{_S}des){_S}?[^\W\d_][^,;:.()«»“”\"\x1f]{{1,70}}?),{_S}",
    re.IGNORECASE,
)
_QUOTED_SUBJECT = re.compile(
    r"(?:^|\W)((?:[Dd]es|[Ll]es|[Cc]es|[Cc]ertains|[Pp]lusieurs)[\s«“\"]+\x1f+[\s»”\"]*[»”\"])[ \u00a0\u202f]+$"
)
_SOMEBODY = re.compile(
    rf"(?:le|la|les|l['’]|un|une|des|ce|cet|cette|son|sa|ses|leurs?|plusieurs|certains|deux|trois|celui|celle){_S}?(?:[^\W\d_]+{_S}|ex-|vice-)?"
    r"(?:[^\W\d_]+(?:eure?|euse|rice|iste|ien|ienne|ier|ière|aire|logue|ant|ante|graphe)s?"
    r"|maires?|ministres?|préfets?|préfètes?|avocate?s?|témoins?|proches?|familles?|députée?s?|juges?|élue?s?|otages?|pères?|mères?"
    r"|frères?|sœurs?|fils|filles?|amie?s?|voisine?s?|chef(?:fe)?s?|cadres?|porte-parole|pape|roi|reine|prince|princesse|colonel|capitaine"
    r"|général|amiral|médecins?|pilotes?|expert[es]*|parents?|homme|femme|hommes|femmes|jeunes?|salariée?s?|employée?s?|chef"
    r"|pompiers?|gendarmes?|gendarmerie|policiers?|dockers?|mari|épouse|époux|compagnon|compagne|vice-présidente?|numéro|conseil|tribunal"
    r"|cour|commission|comité|collectif|fédération|ONG|Croix|diplomate|patron(?:ne)?|PDG|entourage|camp|équipe|club|autorités|secours"
    r"|avis|bulletin|texte|lettre|message|Élysée|Matignon|Quai|Beauvau)(?!\w)",
    re.IGNORECASE,
)
_JOINING = re.compile(rf"^(?:Et|Mais|Puis|Car|Or){_S}")
_WHO = re.compile(rf"(?:celui|celle|ceux|celles){_S}(?:qui|que|qu['’]|dont)[^,.;:]*")
_SOURCES = re.compile(rf"(?:des{_S}|de{_S})?sources?{_S}", re.IGNORECASE)


class Speaker(NamedTuple):
    """A subject: the entity when it is one, where it stands, whether it has to be resolved."""

    entity: EntityId | None
    span: Span
    anaphora: bool = False


def after(
    masked: str,
    position: int,
    limit: int,
    mentions: Sequence[Mention],
    *,
    several: bool = False,
) -> Speaker | None:
    """The noun phrase that follows a verb of saying or « selon », up to `limit`.

    What stands between is passed over: « a déclaré à l'AFP, mardi soir, Léa Arnal ». With `several`
    the verb is in the plural, and names joined by « et » are one subject.
    """
    lead = _LEADING.match(masked, position, limit)
    start = _past_adjuncts(masked, lead.end() if lead else position, limit, mentions)
    end = _phrase_end(masked, start, limit)
    if end <= start:
        return None
    phrase = masked[start:end]
    if (who := _WHO.match(masked, start, limit)) is not None:
        # « celui qui dirige le port, Hugo Brun ».
        named = _apposed(masked, who.end() + 1, limit, mentions)
        return Speaker(named.entity if named else None, Span(start, who.end()))
    determined = _DETERMINER.match(phrase) is not None
    if not determined and not phrase[0].isupper() and not _SOURCES.match(phrase):
        return None
    if (cut := _OF_QUOTED.search(masked, start, end)) is not None:
        # « le producteur d'“Un titre”, Léa Arnal ».
        quoted = _QUOTED_THEN.match(masked, cut.end(), limit)
        named = _apposed(masked, quoted.end(), limit, mentions, other=True) if quoted else None
        return Speaker(named.entity, Span(named.start, named.end)) if named else None
    inside = _inside(mentions, start, end)
    end = _before_recipient(masked, start, end, inside)
    inside = [mention for mention in inside if mention.end <= end]
    if several and len({m.entity for m in inside if m.kind is Kind.PERSON}) > 1:
        return Speaker(None, Span(start, end))
    person = next(
        (
            m
            for m in inside
            if m.kind is Kind.PERSON and not _PREPOSITION.search(masked, start, m.start)
        ),
        None,
    )
    if person is None and masked[end : end + 1] == ",":
        person = _apposed(masked, end + 1, limit, mentions)
    if person is not None:
        return Speaker(
            person.entity, Span(min(start, person.start), max(person.end, min(end, person.end)))
        )
    return Speaker(_institution(masked, Span(start, end), inside), Span(start, end))


def _past_adjuncts(masked: str, start: int, limit: int, mentions: Sequence[Mention]) -> int:
    """Where the subject begins after « à l'AFP », « dans un communiqué », « mardi soir »."""
    position, comma = start, False
    for _ in range(5):
        aside = _ASIDE.match(masked, position, limit)
        if aside is not None:
            position, comma = aside.end(), True
            continue
        time = _TIME.match(masked, position, limit)
        if time is not None:
            position = time.end()
        else:
            adjunct = _ADJUNCT.match(masked, position, limit)
            if adjunct is None:
                break
            position = _past_noun(masked, adjunct.end(), limit, mentions)
            if position < 0:
                return start
        while position < limit and masked[position] in " \u00a0\u202f":
            position += 1
        if masked[position : position + 1] == ",":
            position, comma = position + 1, True
            while position < limit and masked[position] in " \u00a0\u202f":
                position += 1
    if comma and position < limit:
        # After a comma only somebody named, or with an article, is still the subject.
        named = any(m.start == position for m in _inside(mentions, position, limit))
        if not named and not _DETERMINER.match(masked, position, limit):
            return start
    return position


_NOUN = re.compile(rf"{_PART}?(?:{_PLAIN}|{_NAME})")
_MORE = re.compile(
    rf"{_S}+(?:(?:de|du|des|d['’]|à|au|en|et){_S}*)?(?:l['’])?(?!(?:le|la|les|un|une|des|ce|cette|son|sa|ses|leur|plusieurs|certains)(?!\w))(?:{_PLAIN})"
)
_MORE_NAMES = re.compile(rf"{_S}+(?:(?:de|du|des|d['’]){_S}*)?(?:l['’])?{_NAME}")


def _past_noun(masked: str, position: int, limit: int, mentions: Sequence[Mention]) -> int:
    """Where the noun phrase after a preposition ends, or -1 where none stands there."""
    named = [m for m in _inside(mentions, position, limit) if m.start <= position + 3]
    if named and (named[0].start == position or _NOUN.match(masked, position, named[0].end)):
        return max(m.end for m in named if m.start == named[0].start)
    noun = _NOUN.match(masked, position, limit)
    if noun is None:
        return -1
    position = noun.end()
    while True:
        more = _MORE.match(masked, position, limit) or _MORE_NAMES.match(masked, position, limit)
        if more is None:
            return position
        inner = [m for m in _inside(mentions, position, limit) if m.start < more.end()]
        if inner:
            governed = re.search(
                r"(?:\b(?:de|du|des|à|au)[ \u00a0]|['’])$", masked[position : inner[0].start]
            )
            if inner[0].kind is Kind.PERSON or not (governed or inner[0].kind is Kind.PLACE):
                return position
            position = inner[0].end
            continue
        position = more.end()


def _before_recipient(masked: str, start: int, end: int, inside: Sequence[Mention]) -> int:
    """« l'otage à Hugo Brun »: to whom it is said is no part of who says it."""
    for mention in inside:
        if mention.kind in (Kind.PERSON, Kind.ORGANISATION) and mention.start > start:
            to = re.search(
                r"[ \u00a0](?:à|au|aux)[ \u00a0](?:la[ \u00a0]|l['’])?$",
                masked[start : mention.start],
            )
            if to is not None and to.start() > 0:
                return start + to.start()
    return end


def before(masked: str, floor: int, verb: int, mentions: Sequence[Mention]) -> Speaker | None:
    """The subject that stands before a verb, not before `floor`."""
    clause = masked[floor:verb]
    pronoun = _ANAPHORA_BEFORE.search(clause)
    if pronoun:
        return Speaker(None, Span(floor + pronoun.start(1), floor + pronoun.end(1)), anaphora=True)
    # The name right before the verb, apposition and adverbs apart, when no preposition governs it.
    for mention in reversed(_inside(mentions, floor, verb)):
        gap = masked[mention.end : verb]
        if len(gap) > 170 or not _SUBJECT_GAP.fullmatch(gap):
            continue
        if _IN_RELATIVE.search(masked, floor, mention.start) and "," in gap:
            continue
        if not _GOVERNING.search(masked, floor, mention.start):
            return Speaker(mention.entity, Span(mention.start, mention.end))
    quoted = _QUOTED_SUBJECT.search(masked, floor, verb)
    if quoted is not None:
        # « des “gilets jaunes” ont annoncé ».
        return Speaker(None, Span(*quoted.span(1)))
    phrase = _phrase_before(masked, floor, verb)
    if phrase is not None:
        inside = _inside(mentions, phrase.start, phrase.end)
        person = next((m for m in inside if m.kind is Kind.PERSON), None)
        if person is not None and not _PREPOSITION.search(masked, phrase.start, person.start):
            return Speaker(person.entity, phrase)
        return Speaker(_institution(masked, phrase, inside), phrase)
    return None


def subject_of_sentence(
    masked: str, floor: int, limit: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """The name with which a sentence begins, its title or office before it included."""
    for mention in _inside(mentions, floor, limit):
        lead = _JOINING.sub("", masked[floor : mention.start])
        if len(lead) <= 60 and not re.search(r"[.;:]", lead) and not _PREPOSITION.search(lead):
            if mention.kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE):
                return Speaker(mention.entity, Span(mention.start, mention.end))
        else:
            break
    return None


def can_speak(words: str) -> bool:
    """Whether a noun phrase is of somebody, or of a body or a paper that speaks."""
    return bool(_INSTITUTION.match(words) or _SOMEBODY.match(words) or _SOURCES.match(words))


def opening_phrase(
    masked: str, floor: int, verb: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """« Le maire, interrogé par la presse, répond : » — the noun phrase that opens the sentence."""
    if masked[floor:verb].rstrip()[-1:] != ",":
        return None
    found = _OPENS.match(masked, floor, verb)
    if found is None or re.search(r"\b(?:a|ont|est|sont|avait|était)\b", found["phrase"]):
        return None
    phrase = Span(*found.span("phrase"))
    inside = _inside(mentions, phrase.start, phrase.end)
    return Speaker(_institution(masked, phrase, inside), phrase)


def _phrase_end(masked: str, start: int, limit: int) -> int:
    match = _PHRASE_END.search(masked, start, limit)
    # « M. Gantz »: the stop of a title ends nothing.
    while (
        match
        and match.group() == "."
        and re.search(r"(?:^|\W)(?:M|MM|Dr|Pr|Me|St|[A-Z])$", masked[start : match.start()])
    ):
        match = _PHRASE_END.search(masked, match.end(), limit)
    end = match.start() if match else limit
    while end > start and masked[end - 1].isspace():
        end -= 1
    return end


def _phrase_before(masked: str, floor: int, verb: int) -> Span | None:
    """« un responsable israélien », « le ministre de la Défense » right before a verb."""
    start = floor
    for boundary in _CLAUSE_START.finditer(masked, floor, verb):
        start = boundary.end()
    end = verb
    while end > start and (masked[end - 1].isspace() or masked[end - 1] == ","):
        end -= 1
    phrase = masked[start:end]
    if not phrase or len(phrase) > 110 or not _DETERMINER.match(phrase):
        return None
    return Span(start, end)


def _apposed(
    masked: str,
    position: int,
    limit: int,
    mentions: Sequence[Mention],
    *,
    other: bool = False,
) -> Mention | None:
    """The name in « , Benny Gantz »; with `other` of an organisation too."""
    while position < limit and masked[position].isspace():
        position += 1
    return next(
        (
            m
            for m in _inside(mentions, position, limit)
            if m.start == position
            and (m.kind is Kind.PERSON or (other and m.kind is Kind.ORGANISATION))
        ),
        None,
    )


def _institution(masked: str, phrase: Span, inside: Sequence[Mention]) -> EntityId | None:
    """The body that speaks: named at the head of the phrase, or through its communiqué."""
    if not inside:
        return None
    lead = _DETERMINER.match(masked, phrase.start, phrase.end)
    head = lead.end() if lead else phrase.start
    for mention in inside:
        if mention.start <= head:
            return mention.entity
    if _INSTITUTION.match(masked, phrase.start, phrase.end):
        bodies = [m for m in inside if m.kind in (Kind.ORGANISATION, Kind.GROUP)]
        if bodies:
            return bodies[0].entity
    return None


def _inside(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    at = bisect_left(mentions, start, key=lambda mention: mention.start)
    found = []
    for number in range(at, len(mentions)):
        mention = mentions[number]
        if mention.start >= end:
            break
        if mention.end <= end:
            found.append(mention)
    return found
