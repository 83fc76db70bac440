"""Whether a form that looks like a verb of saying is a noun: « la note », « sous la menace »."""

from __future__ import annotations

import re

from index.french.saying_lexicon import lexicon

_S = r"[^\S\t-\r]"
_WORD = re.compile(r"[^\W\d_]+")
_NOUN_FOLLOWS = re.compile(
    rf"""(?:^|[\s'’(«“"–—-])
    (?: (?:le|la|les|un|une|des|du|aux?|ce|cet|cette|ces|mon|ma|mes|ton|ta|son|sa|ses|notre|nos|votre|vos
          |leurs|chaque|aucune?|quel(?:le)?s?|tou(?:te)?s?|plusieurs|deux|trois)
        (?:{_S}+(?:nouve(?:au|lle)|grande?|petite?|premi(?:er|ère)|derni(?:er|ère)|seule?|simple|vraie?|double
          |même|autre|forte|brève|longue|haute|prochaine?|bonne|vieille|sévère))?
      | sur|sous|sans|par|avec|pour|dans|contre|après|avant|entre|selon|depuis|dès|de|à
      | pris|prise?s?|prend|prends|prennent|prenait|prenant|prit|prendre|faire|fait|font|faisait|fit
      | laisser?|laissé|cèdent?|céder|cédé|donner?|donné|tenir|tient|mis|mise|mettre
      | très|trop|plus|moins|assez|désormais
    ) {_S}+ (?:l['’])? $ | (?:^|[\s(«“"–—-]) (?:d['’]|l['’])$ """,
    re.VERBOSE | re.IGNORECASE,
)
_THIS_LAST = re.compile(rf"\b[Cc]e(?:tte)?{_S}derni(?:er|ère){_S}$")
"""« Cette dernière estime »: a pronoun."""
_OWN_PRONOUN = re.compile(
    rf"(?:^|[\s'’(])(?:il|elle|on|ils|elles|qui|comme|je|nous){_S}+(?:l['’])?$", re.IGNORECASE
)


def stands_as_noun(text: str, start: int, head: int, floor: int, *, paired: bool) -> bool:
    """Whether the form at `head`, with pronouns from `start` on, is a noun, by the words before it.

    `paired` tells that the verb has « en » or « y » before it.
    """
    clitics = text[start:head].lower().replace("’", "'")
    bare = _WORD.match(text, head)
    if bare is None or bare.group().lower() not in lexicon().also_nouns:
        return False
    if clitics.strip() == "les" and bare.group()[-1] not in "sx":
        # « Léa Arnal les juge “douteux” »: no noun in the singular.
        return False
    if clitics.strip() in ("l'", "la", "les", "le", "en") and not paired:
        # « l'annonce » against « il l'annonce », « en pointe » against « il en pointe ».
        return _OWN_PRONOUN.search(text[max(floor, start - 40) : start]) is None
    if clitics or _THIS_LAST.search(text, max(floor, head - 20), head):
        return False
    return _NOUN_FOLLOWS.search(text[max(floor, head - 40) : head]) is not None
