"""When something is said, where it stands beside who says it."""

from __future__ import annotations

import re

from index.model.text import Span
from index.text.signs import holds

_S = r"[^\S\t-\r]"
_DAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_SEASON = "été|hiver|automne|printemps"
_WHEN = r"(?:derni(?:er|ers|ère|ères)|passée?s?|précédente?s?|suivante?s?|prochaine?s?)"
_LENGTH = "jours?|semaines?|mois|ans?|années?|heures?"
_PHRASE = rf"""
    (?: (?:(?:[Ll]a|[Uu]ne|[Ll]e|[Uu]n){_S}(?:semaine|année|nuit|mois|week-end|printemps|{_DAY})|[Ll]['’](?:an|année|{_SEASON})){_S}{_WHEN}
      | [Cc]e(?:t|tte|s)?{_S}(?:semaine|année|nuit|mois|jours?|matin|soir|week-end|après-midi|{_SEASON}|derni(?:ers|ères){_S}(?:{_LENGTH}))(?:-(?:ci|là))?
      | [Ll]a{_S}veille | [Ll]e{_S}(?:sur)?lendemain | [Ll]['’]avant-veille | [Ll]e{_S}même{_S}(?:jour|soir) | [Ll]e{_S}(?:jour|soir|matin){_S}même
      | [Ee]n{_S}(?:(?:début|fin){_S}de{_S}(?:semaine|journée|matinée|soirée|mois|année|week-end)|{_MONTH}) | (?:[Ff]in|[Dd]ébut|[Mm]i)[ \u00a0-](?:{_MONTH})
      | (?:[Aa]u{_S}printemps|[Àà]{_S}l['’](?:été|automne)|[Ee]n{_S}(?:été|hiver|automne))
      | (?:[Qq]uelques|[Pp]eu|[Uu]ne?|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Dd]ix|\d+){_S}(?:(?:{_LENGTH}){_S})?(?:plus{_S}(?:tôt|tard)|auparavant)
    )(?:{_S}(?:{_WHEN}|matin|soir|\d{{4}}))?(?!['’\w-])"""
_AGO = re.compile(
    rf",?{_S}(?:(?:il y a|voil[àa]|voici){_S}.*|(?:récemment|dernièrement|cet|tard|tôt)$)",
    re.DOTALL,
)
"""« cet après-midi » is cut off at its « après » before."""
_BEHIND = re.compile(
    rf"(?<!\bde)(?<!\bdu)(?<!\bdès)(?<!\bdepuis),?{_S}{_PHRASE}(?=$|,|{_S}(?:à|aux?|dans|devant|sur|lors|en)(?!\w))",
    re.VERBOSE,
)
_TIMES = re.compile(
    r"derni|pass|précéd|suiv|prochain|semaine|année|nuit|mois|jour|matin|soir|week-end|après-midi|été|hiver|automne|printemps|veille|lendemain"
    r"|plus|auparavant|" + _MONTH
)
"""Parts of words of which every time of `_PHRASE` has one, and hardly any speaker."""
_AGO_SIGNS = ("il y a", "voil", "voici")
_AGO_ENDS = ("récemment", "dernièrement", "cet", "tard", "tôt")
_TWO = 2
_AHEAD = re.compile(
    rf"(?:{_PHRASE}),?{_S}(?=(?:les?|la|une?|des|son|sa|ses|ce|cette|M\.|Mme|[A-ZÀ-Þ])(?!['’])|l['’])",
    re.VERBOSE,
)


def without_time(text: str, speaker: Span) -> Span:
    """« le maire il y a cinq jours », « la semaine dernière le maire », « le maire en mars »: the mayor."""
    start, end = speaker
    words = speaker.of(text)
    # Most speakers have two words, which no time fits into but « mi-mars » and « l'avant-veille ».
    several = "-" in words or len(words.split()) > _TWO
    timed = several and _TIMES.search(words) is not None
    if not timed and not words.endswith(_AGO_ENDS) and not holds(words, _AGO_SIGNS):
        return speaker
    if timed and (ahead := _AHEAD.match(text, start, end)):
        start = ahead.end()
    for behind in (_BEHIND, _AGO) if timed else (_AGO,):
        found = behind.search(text, start, end)
        if found is not None and found.start() > start:
            end = found.start()
    return Span(start, end)
