"""The subject of a verb of saying that stands behind it: the names and noun phrases there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.somebody import SOURCES, can_speak
from index.french.speaking_phrases import (
    DETERMINER,
    Speaker,
    apposed,
    institution,
    is_governed,
    mentions_inside,
)
from index.model.article import Kind, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
_PHRASE_END = re.compile(
    rf"""[,;:.!?()\[\]«»“”"\n] | {_S}(?:-|–|—){_S}
    | {_S}(?:dans|lors|avant|après|pour|sur|devant|auprès|qui|que|cité|citée|tout{_S}en
        |à{_S}(?:propos|l['’](?:issue|AFP|agence|occasion|audience|entrée|ouverture)|la{_S}(?:barre|sortie|tribune|volée)|(?:son|leur){_S}(?:arrivée|entrée|procès|départ)
            |(?:plusieurs|maintes|deux|trois|diverses){_S}reprises|mi-voix|demi-mot|voix{_S}(?:basse|haute)|haute{_S}voix|pleins{_S}poumons|notre{_S}micro|huis{_S}clos|chaud)
        |au{_S}(?:micro|cours|lendemain|sujet|quotidien|téléphone|(?:tribunal|procès)(?!{_S}d[eu]{_S}))|interrogée?|et{_S}a|également|aussi|âgée?s?|(?:lui|elle|eux|elles)-mêmes?
        |depuis|avec|par|via|quant|face|ce{_S}(?:matin|soir)|hier|aujourd['’]hui|en{_S}(?:marge|réponse|référence|évoquant|conférence|juillet|janvier|\d)
        |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le{_S}\d|mais|alors{_S}que|dont|où|de{_S}son{_S}côté|pour{_S}sa{_S}part)(?!\w)
    | {_S}en{_S}(?=[^\W\d_]+ant(?!\w)|pleurs|larmes|colère|visite|déplacement|direct)
    | {_S}(?:à|au|en){_S}(?=[a-zéè]*{_S}?(?:presse|journalistes|télévision|radio|micro|direct)) """,
    re.VERBOSE,
)

_LEADING = re.compile(
    rf"""{_S}*(?:(?:également|aussi|encore|notamment|ainsi|alors|ensuite|pourtant|toutefois|cependant|néanmoins|enfin|même|déjà
      |toujours|souvent|parfois|naguère|jadis|puis|auparavant|longtemps|d['’]ailleurs|d['’]emblée|(?:tout{_S})?d['’]abord|de{_S}nouveau|sous{_S}(?:le{_S})?couvert{_S}(?:de{_S}l['’]|d['’])anonymat|plus{_S}tard|plus{_S}tôt|aussitôt|bientôt
      |(?:de{_S}son|de{_S}leur){_S}côté|pour{_S}(?:sa|leur){_S}part|à{_S}(?:son|leur){_S}tour|quant{_S}à{_S}(?:lui|elle|eux|elles)
      |(?:lui|elle|eux|elles){_S}(?:aussi|même)|à{_S}nouveau|au{_S}passage|au{_S}contraire|en{_S}(?:revanche|substance|privé|public|retour|riant|souriant)
      |(?:la{_S}veille|le{_S}lendemain|le{_S}soir{_S}même|dans{_S}la{_S}foulée|sans{_S}détour|non{_S}sans{_S}[^\W\d_]+|mi-[^\W\d_]+)
      |mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche|hier|[^\W\d_]+ment)(?:{_S}+|(?=,)))*""",
    re.VERBOSE,
)


_PART = rf"(?:(?:le|la|les|un|une|son|sa|ses|leur|ce|cet|cette|nos|notre){_S}+|l['’])"

_PLAIN = r"[a-zà-öø-ÿœæ][^\W_]*(?:[-'’][^\W_]+)*"

_NAME = r"[A-ZÀ-ÖØ-Þ0-9][^\W_]*(?:[-'’.][^\W_]+)*"

_TIME = re.compile(
    rf"""(?:(?:ce|cet|cette|dès|depuis|le|au|en|vers|dans|début|fin|il{_S}y{_S}a|tard|tôt|la(?={_S}(?:semaine|nuit|veille){_S})){_S}+(?:la{_S}|le{_S}|l['’])?)*
    (?: (?:(?:semaine|année|nuit){_S}(?:dernière|passée|précédente)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd['’]hui|matin|matinée|midi|après-midi|soir|soirée|nuit
          |journée|semaine|veille|week-end|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|fin|début
          |(?:mois|week-end|été){_S}dernier|(?:dernière?|même){_S}(?=jour|soir|matin|nuit|semaine|année|mois|week)|jour|mois|année|heures?|h|1er|\d{{1,4}}|\d{{1,2}}h\d*){_S}*)+(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)

_ADJUNCT = re.compile(
    rf"""(?:auprès{_S}(?:de|du|des|d['’])|lors{_S}(?:de|du|des|d['’])|au{_S}micro{_S}(?:de|du|d['’])|au{_S}cours{_S}(?:de|du|des|d['’])
      |à{_S}propos{_S}(?:de|du|d['’])|à{_S}l['’]occasion{_S}(?:de|du|d['’])|à{_S}l['’]issue{_S}(?:de|du|d['’])|à{_S}l['’]antenne{_S}(?:de|du|d['’])
      |dans{_S}les{_S}colonnes{_S}(?:de|du|d['’])|face{_S}(?:à|au|aux)|par{_S}la{_S}voix{_S}(?:de|du|d['’])|d['’](?=une?{_S}(?:ton|voix|air|petite{_S}voix){_S})|en{_S}marge{_S}(?:de|du|d['’])
      |à|au|aux|dans|sur|devant|via|en|par|avec|chez|depuis|pour|sans|contre|avant|après|pendant|durant)(?:{_S}+|(?<=['’]))""",
    re.VERBOSE | re.IGNORECASE,
)

_ASIDE = re.compile(
    rf",{_S}+(?:(?:{_PLAIN}){_S}*){{1,4}},{_S}+"
    rf"|,{_S}+(?:lors|dans|sur|à|au|en|devant|avant|après|auprès|depuis|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?!\w)[^,;:.!?\x1f()]{{2,100}},{_S}+(?=(?:le|la|l['’]|les|M\.|Mme|[A-ZÀ-Þ]))"
)
"""« a assuré, lors de ses vœux, le président »."""

_ANY_ASIDE = re.compile(
    rf",{_S}+(?P<first>[^\W\d_A-ZÀ-Þ][\w'’-]*)(?:{_S}[^,;:.!?\x1f()«»]{{2,80}})?,{_S}+"
)
"""« a déclaré, tout de blanc vêtu et coiffé d'un chapeau, Hugo Brun »."""

_OF_QUOTED = re.compile(r"(?:\b(?:de|du|des)|\bd['’])$")

_QUOTED_NOUN = re.compile(rf"{DETERMINER.pattern}{_S}*[«“\"]\s*\x1f+\s*[»”\"]", re.IGNORECASE)
_UP_TO = re.compile(
    rf"(?:le|la|l['’]|un|une){_S}?(?:(?:ancien|ancienne|futur|future|nouveau|nouvelle|actuel|actuelle|jeune){_S})?[^\W\d_]+(?:{_S}(?:du|de{_S}la|de{_S}l['’]){_S}?[^\W\d_]+)?"
)

_QUOTED_THEN = re.compile(r"[\s«“\"\x1f»”]*\x1f[\s«“\"\x1f»”]*,")

_WHO = re.compile(rf"(?:celui|celle|ceux|celles){_S}(?:qui|que|qu['’]|dont)[^,.;:]*")


def after(
    masked: str,
    position: int,
    limit: int,
    mentions: Sequence[Mention],
    *,
    several: bool = False,
    bare: bool = False,
    closed: bool = False,
) -> Speaker | None:
    """The noun phrase that follows a verb of saying or « selon », up to `limit`.

    What stands between is passed over: « a déclaré à l'AFP, mardi soir, Léa Arnal ». With `several`
    the verb is in the plural, and names joined by « et » are one subject; with `bare` the article
    stands in the words before: « selon les termes du procureur »; with `closed` a name behind a comma counts
    only if it ends there: « selon son avocat, Hugo Brun ment » is the lawyer's.
    """
    if masked.startswith(", ", position, limit):
        # « a reconnu, Léa Arnal »: a slip of the pen.
        named = apposed(masked, position + 1, limit, mentions)
        if named is not None:
            return Speaker(named.entity, Span(named.start, named.end))
    lead = _LEADING.match(masked, position, limit)
    start = _past_adjuncts(masked, lead.end() if lead else position, limit, mentions)
    end = _phrase_end(masked, start, limit)
    if end <= start:
        return _glued(masked, lead.end() if lead else position, start, mentions)
    phrase = masked[start:end]
    if (who := _WHO.match(masked, start, limit)) is not None:
        # « celui qui dirige le port, Hugo Brun ».
        named = apposed(masked, who.end() + 1, limit, mentions)
        return Speaker(named.entity if named else None, Span(start, who.end()))
    determined = DETERMINER.match(phrase) is not None
    if (quoted := _QUOTED_NOUN.match(masked, start, limit)) is not None:
        # « répond un “gilet jaune” »: the noun is quoted.
        return Speaker(None, Span(*quoted.span()))
    if (
        not determined
        and not bare
        and not phrase[0].isupper()
        and phrase[0] != "@"
        and not SOURCES.match(phrase)
    ):
        return None
    if (cut := _OF_QUOTED.search(masked, start, end)) is not None:
        return _of_quoted(masked, Span(start, cut.start()), cut.end(), limit, mentions)
    inside = mentions_inside(mentions, start, end)
    end = _before_place(masked, start, _before_recipient(masked, start, end, inside), inside)
    inside = [mention for mention in inside if mention.end <= end]
    if several and len({m.entity for m in inside if m.kind is Kind.PERSON}) > 1:
        return Speaker(None, Span(start, end))
    person = next(
        (m for m in inside if m.kind is Kind.PERSON and not is_governed(masked, start, m.start)),
        None,
    )
    person = person or _behind_comma(masked, end, limit, mentions, closed=closed)
    if person is not None:
        return Speaker(
            person.entity, Span(min(start, person.start), max(person.end, min(end, person.end)))
        )
    entity = institution(masked, Span(start, end), inside)
    # « ajoute ce dernier » points back, as « ajoute-t-il » does.
    return Speaker(entity, Span(start, end), anaphora=masked[start:end].lower() in _LAST)


def _behind_comma(
    masked: str, end: int, limit: int, mentions: Sequence[Mention], *, closed: bool
) -> Mention | None:
    """« le directeur du port (PDB), Hugo Brun », « le préfet dans le Nord, Hugo Brun »."""
    comma = _COMMA.match(masked, end, limit)
    person = apposed(masked, comma.end(), limit, mentions) if comma is not None else None
    if comma is None or person is None:
        return None
    closes = closed or bool(comma["where"])
    return person if not closes or _CLOSED.match(masked, person.end) else None


_LAST = ("ce dernier", "cette dernière")
_COMMA = re.compile(
    rf"(?P<where>{_S}(?:à|au|aux|dans|sur|en){_S}[^,;:.!?()«»“”\"\x1f]{{2,40}})?(?:,|{_S}*\([^()\x1f]{{1,40}}\),?(?={_S}))"
)


def _of_quoted(
    masked: str, phrase: Span, place: int, limit: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """« le producteur d'“Un titre”, Léa Arnal »: who is named behind a title at a place, or what he is."""
    quoted = _QUOTED_THEN.match(masked, place, limit)
    named = apposed(masked, quoted.end(), limit, mentions, other=True) if quoted else None
    if named is not None:
        return Speaker(named.entity, Span(named.start, named.end))
    words = _UP_TO.match(masked, phrase.start, phrase.end)
    return Speaker(None, Span(*words.span())) if words and can_speak(words.group()) else None


def _glued(masked: str, position: int, end: int, mentions: Sequence[Mention]) -> Speaker | None:
    """« déplore dans les colonnes du Monde Maya Hagège »: an outlet and a person taken for one name."""
    for mention in mentions_inside(mentions, position, end):
        words = masked[mention.start : mention.end].split()
        if mention.kind is Kind.PERSON and len(words) >= _GLUED and mention.end == end:
            return Speaker(mention.entity, Span(mention.start, mention.end))
    return None


_CLOSED = re.compile(rf"(?:{_S}\([^()]*\))?{_S}*(?:[,;:.!?»”\"\n]|$)")
"""What closes an apposition."""
_GLUED = 3
"""Words of a name before which an outlet may stand without a comma."""
_CLAUSE_END = re.compile(r"[.,;:!?\n\x1f]")
_BEHIND = 90
"""Characters behind an inverted verb in which its subject may stand."""
_NAME_GOES_ON = re.compile(r"(?:[A-ZÀ-Þ][\w’']*[ \u00a0-])+$")
_NOUN_BEHIND = re.compile(
    rf"(?<![\w’'])(?:(?:le|la|les|une?|cet|cette|ce|des|son|sa){_S}|l['’])[^\W\d_][\w-]+(?:{_S}[^\W\d_][\w-]+)?"
)


def far_behind(
    masked: str, position: int, limit: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """« a lancé hors micro Léa Arnal »: somebody a few words behind a verb, whom no preposition governs."""
    reach = min(limit, position + _BEHIND)
    stop = _CLAUSE_END.search(masked, position, reach)
    end = stop.start() if stop else reach
    for mention in mentions_inside(mentions, position, end):
        # « à Jean-Virgile Brun »: a name of which the mention is a part may be governed.
        name = _NAME_GOES_ON.search(masked, position, mention.start)
        at = name.start() if name else mention.start
        if mention.kind is Kind.PERSON and not is_governed(masked, position, at):
            return Speaker(mention.entity, Span(mention.start, mention.end))
    for noun in _NOUN_BEHIND.finditer(masked, position, end):
        if can_speak(noun.group()) and not is_governed(masked, position, noun.start()):
            return after(masked, noun.start(), limit, mentions)
    return None


def _past_adjuncts(masked: str, start: int, limit: int, mentions: Sequence[Mention]) -> int:
    """Where the subject begins after « à l'AFP », « dans un communiqué », « mardi soir »."""
    position, comma = start, False
    for _ in range(5):
        aside = _ASIDE.match(masked, position, limit) or _past_aside(
            masked, position, limit, mentions
        )
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
            if _TO_DO.match(masked, adjunct.end(), limit):
                # « prend la parole pour apaiser la foule »: that is no subject.
                return start
            position = _past_noun(masked, adjunct.end(), limit, mentions)
            if position < 0:
                return start
        while position < limit and masked[position] in " \u00a0\u202f":
            position += 1
        aside = _past_aside(masked, position, limit, mentions)
        if aside is not None:
            position, comma = aside.end(), True
        elif masked[position : position + 1] == ",":
            position, comma = position + 1, True
            while position < limit and masked[position] in " \u00a0\u202f":
                position += 1
    if comma and position < limit:
        # After a comma only somebody named, or with an article, is still the subject.
        named = any(m.start == position for m in mentions_inside(mentions, position, limit))
        if not named and not DETERMINER.match(masked, position, limit):
            return start
    return position


def _past_aside(
    masked: str, position: int, limit: int, mentions: Sequence[Mention]
) -> re.Match[str] | None:
    """What stands between two commas before somebody who is named, or who can speak."""
    aside = (
        _ANY_ASIDE.match(masked, position, limit)
        if masked[position : position + 1] == ","
        else None
    )
    if aside is None or DETERMINER.match(masked, aside.start("first"), aside.end()):
        return None
    if any(m.start == aside.end() for m in mentions_inside(mentions, aside.end(), limit)):
        return aside
    phrase = DETERMINER.match(masked, aside.end(), limit)
    return aside if phrase and can_speak(masked[aside.end() : aside.end() + 40]) else None


_TO_DO = re.compile(
    rf"(?<=\b(?:pour|sans){_S})(?:(?:les?|la|se|ne{_S}pas|en|y|lui|leur){_S}|[ls]['’])?[^\W\d_]+(?:er|ir|oir|dre|tre|ire)(?={_S})"
)

_NOUN = re.compile(rf"{_PART}?(?:{_PLAIN}|{_NAME})")

_MORE = re.compile(
    rf"{_S}+(?:(?:de|du|des|d['’]|à|au|en|et){_S}*)?(?:(?:(?<=\bde[ \u00a0])|(?<=\bà[ \u00a0]))l['’])?(?!l['’]|(?:le|la|les|un|une|des|ce|cette|son|sa|ses|leur|plusieurs|certains|dans|sur|devant|avec|par|pour|chez|lors|auprès|depuis|sans|contre|face|via|selon)(?!\w))(?:{_PLAIN})"
)

_MORE_NAMES = re.compile(
    rf"{_S}+(?:(?:de|du|des|d['’]){_S}*)?(?:(?:(?<=\bde[ \u00a0])|(?<=\bà[ \u00a0]))l['’])?{_NAME}"
)


_GOVERNED = re.compile(
    r"(?:\b(?:de|du|des|à|au)[ \u00a0]|['’])$|\b(?:compte|page|fil|blog|site|réseau|chaîne)[ \u00a0]$"
)
_AT_PLACE = re.compile(r"[ \u00a0](?:à|au|en)[ \u00a0]$")
_TO_SOMEBODY = re.compile(r"[ \u00a0](?:à|au|aux)[ \u00a0](?:la[ \u00a0]|l['’])?$")
_SHORTENED = re.compile(r"(?:^|\W)(?:M|MM|Dr|Pr|Me|St|[A-Z])$")


def _past_noun(masked: str, position: int, limit: int, mentions: Sequence[Mention]) -> int:
    """Where the noun phrase after a preposition ends, or -1 where none stands there."""
    named = [m for m in mentions_inside(mentions, position, limit) if m.start <= position + 3]
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
        inner = [m for m in mentions_inside(mentions, position, limit) if m.start < more.end()]
        if inner:
            governed = _GOVERNED.search(masked[max(0, position - 9) : inner[0].start])
            if inner[0].kind is Kind.PERSON or not (governed or inner[0].kind is Kind.PLACE):
                return position
            position = inner[0].end
            continue
        position = more.end()


def _before_place(masked: str, start: int, end: int, inside: Sequence[Mention]) -> int:
    """« le chef de l'État à Rabat »: where it is said is no part of who says it."""
    for mention in inside:
        if mention.kind is Kind.PLACE and mention.start < end:
            at = _AT_PLACE.search(masked[start : mention.start])
            if at is not None and at.start() > 0:
                return start + at.start()
    return end


def _before_recipient(masked: str, start: int, end: int, inside: Sequence[Mention]) -> int:
    """« l'otage à Hugo Brun »: to whom it is said is no part of who says it."""
    for mention in inside:
        if mention.kind in (Kind.PERSON, Kind.ORGANISATION) and mention.start > start:
            to = _TO_SOMEBODY.search(masked[start : mention.start])
            if to is not None and to.start() > 0:
                return start + to.start()
    return end


def _phrase_end(masked: str, start: int, limit: int) -> int:
    match = _PHRASE_END.search(masked, start, limit)
    # « M. Gantz »: the stop of a title ends nothing.
    while match and match.group() == "." and _SHORTENED.search(masked[start : match.start()]):
        match = _PHRASE_END.search(masked, match.end(), limit)
    end = match.start() if match else limit
    while end > start and masked[end - 1].isspace():
        end -= 1
    return end
