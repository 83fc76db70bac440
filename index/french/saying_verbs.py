"""The verbs with which French press text gives somebody's words, in all their forms."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator

_REGULAR = (
    "accus affirm ajout alert annonc argument assur avanc avou cit clam comment confess confi"
    " confirm considér constat contest critiqu déclar décrét demand dénonc déplor détaill"
    " développ dévoil énumér espér estim évoqu exhort exig expliqu expos exprim félicit fustig"
    " gliss indiqu insist invit ironis jubil jug justifi lâch lanc lou martel mentionn minimis"
    " ni not nuanc object observ ordonn pest plaid pointé précis préconis proclam promulgu propos"
    " protest qualifi rapport rassur recommand redout regrett relat relativis relev remarqu"
    " reproch résum rétorqu salu soulign soupir suggér suppli témoign titr tonn tweet twitt vant"
    " écri indign alarm étonn exclam inquièt inquiét interrog emport offusqu interrogé réjou"
    " rappel rappell martèl complét complèt répèt répét révèl révél tempér tempèr suggèr"
    " considèr espèr exagér énumèr menac pens stipul analys conclur prêch revendiqu trouv"
    " souhait signal raill résum pronostiqu"
).split()
_PRESENT_PAST = ("e", "ent", "ait", "aient", "a", "èrent", "era", "eront", "erait", "ant")
_PARTICIPLES = ("é", "ée", "és", "ées")
_IRREGULAR_FINITE = (
    "dit disent disait disaient dira diront dirait disant redit conclut concluent concluait concluant"
    " poursuit poursuivent poursuivait poursuivant prévient préviennent prévenait prévenant"
    " soutient soutiennent soutenait soutenant maintient maintiennent maintenait maintenant-il"
    " reconnaît reconnaissent reconnaissait reconnaissant admet admettent admettait admettant"
    " promet promettent promettait promettant répond répondent répondait répondant écrit écrivent"
    " écrivait écrivant prédit prédisait contredit interdit renchérit renchérissent avertit"
    " avertissent avertissait avertissant s'enthousiasme réagit réagissent réagissait réagissant"
    " décrit décrivent décrivait décrivant lit prétend prétendent prétendait prétendant dément"
    " démentent démentait démentant convient défend défendent défendait défendant réjouit"
    " réjouissent réjouissait réjouissant souscrit résout croit croient sourit entend sait"
    " enchaîne reprend applaudit applaudissent garantit garantissent souffle rit glisse"
    " appelle appelait appelant"
).split()
_IRREGULAR_PARTICIPLES = (
    "dit conclu poursuivi prévenu soutenu maintenu reconnu admis promis répondu écrit prédit"
    " renchéri averti réagi décrit prétendu démenti convenu défendu réjoui dite écrits ri souri"
    " repris applaudi garanti entendu réjouis réjouie réjouies enchaîné appelé"
).split()

_STEMS = "|".join(sorted(set(_REGULAR) - {"inquiét"}, key=len, reverse=True))
_FINITE = rf"(?:(?:{_STEMS})(?:{'|'.join(_PRESENT_PAST)})|{'|'.join(sorted(_IRREGULAR_FINITE, key=len, reverse=True))})"
_PARTICIPLE = rf"(?:(?:{_STEMS}|inquiét)(?:{'|'.join(reversed(_PARTICIPLES))})|{'|'.join(sorted(_IRREGULAR_PARTICIPLES, key=len, reverse=True))})"
_S = r"[ \u00a0\u202f]"
_ADVERB = (
    rf"(?:{_S}+(?:également|aussi|encore|notamment|ainsi|alors|ensuite|enfin|toutefois|cependant"
    rf"|déjà|même|par{_S}ailleurs|d['’]ailleurs|en{_S}outre|de{_S}son{_S}côté|pour{_S}sa{_S}part"
    rf"|en{_S}effet|quant{_S}à{_S}(?:lui|elle)|lui-même|en{_S}revanche|[^\W\d_]+ment))"
)
_PRONOUN = r"(?:-(?:t-)?(?:il|elle|on|ils|elles|je))"
_AUXILIARIES = ("a", "ont", "avait", "avaient", "aurait", "auraient", "eut", "ai", "avons")
_BEFORE_AUXILIARY = ("l", "m", "nous", "lui", "leur", "y", "les")
_AUX = f"(?:{'|'.join(_AUXILIARIES)})"
_ETRE = "(?:est|était|serait|sera|fut)"
_ETRE_PLURAL = "(?:sont|étaient|seraient|seront)"

VERB = re.compile(
    rf"""
    (?<![\w-])
    (?: (?P<aux> (?:(?:{"|".join(_BEFORE_AUXILIARY)}){_S}+|(?:l|m)['’])? {_AUX} {_PRONOUN}? {_ADVERB}* {_S}+ {_PARTICIPLE} )
      | (?P<reflexive> (?: s['’]{_ETRE} | se{_S}+{_ETRE_PLURAL} ) {_PRONOUN}? {_ADVERB}* {_S}+ {_PARTICIPLE} )
      | (?P<finite> (?:s['’]|se{_S}+|l['’])? {_FINITE} {_PRONOUN}? )
    ) (?![\w-])
    """,
    re.VERBOSE,
)
"""A verb of saying as it stands: with auxiliary, adverbs between and an inverted pronoun."""

SOURCE = re.compile(
    rf"(?<![\w-])(?:selon|d['’]après|aux{_S}dires{_S}de|au{_S}dire{_S}de|de{_S}l['’]avis{_S}de"
    rf"|de{_S}source(?=s?{_S}))(?!\w)",
    re.IGNORECASE,
)
"""What names a source without a verb."""

_NOUNS = frozenset(
    "note demande juge menace alerte remarque titre annonce critique avance estime lance nuance analyse"
    " invite peste tonne tweet tweete souffle reproche écrit dit lit interdit loue signale plaide témoigne"
    " conteste prêche trouve cite publie pense appelle".split()
)
"""Forms that are, or stand where, a noun may: what is before them decides."""
_NOUN_FOLLOWS = re.compile(
    rf"""(?:^|[\s'’(«“"–—-])
    (?: (?:le|la|les|un|une|des|du|aux?|ce|cet|cette|ces|mon|ma|mes|ton|ta|son|sa|ses|notre|nos|votre|vos
          |leurs|chaque|aucune?|quel(?:le)?s?|tou(?:te)?s?|plusieurs|deux|trois)
        (?:{_S}+(?:nouve(?:au|lle)|grande?|petite?|premi(?:er|ère)|derni(?:er|ère)|seule?|simple|vraie?|double
          |même|autre|forte|brève|longue|haute|prochaine?|bonne|vieille|sévère))?
      | sur|sous|sans|par|avec|pour|dans|contre|après|avant|entre|selon|depuis|dès|de|à
      | pris|prise?s?|prend|prends|prennent|prenait|prenant|prit|prendre|faire|fait|font|faisait|fit
      | laisser?|laissé|cèdent?|céder|cédé|donner?|donné|tenir|tient|mis|mise|mettre
    ) {_S}+ (?:l['’])? $ | (?:^|[\s(«“"–—-]) (?:d['’]|l['’])$ """,
    re.VERBOSE | re.IGNORECASE,
)
_OWN_PRONOUN = re.compile(
    rf"(?:^|[\s'’(])(?:il|elle|on|ils|elles|qui|comme|je|nous){_S}+(?:l['’])?$", re.IGNORECASE
)


_WORD = re.compile(r"[^\W\d_]+")
_BEGINNINGS = frozenset(
    {*_BEFORE_AUXILIARY, *_AUXILIARIES, "s", "se"}
    | {stem + ending for stem in _REGULAR for ending in _PRESENT_PAST}
    | {_WORD.match(form).group() for form in _IRREGULAR_FINITE}  # type: ignore[union-attr]
)
"""The words that `VERB` can begin with: it is asked at these only, which takes less than half as long."""


def saying_verbs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The verbs of saying between two places, without the nouns that look like one.

    « la note », « sous la menace », « sa demande » are none; « le maire note » is one.
    """
    reached = start
    for word in _WORD.finditer(text, start, end):
        if word.group() in _BEGINNINGS and word.start() >= reached:
            verb = VERB.match(text, word.start(), end)
            if verb is not None:
                reached = verb.end()
                if not is_noun(text, verb, start):
                    yield verb


def is_noun(text: str, verb: re.Match[str], floor: int) -> bool:
    """Whether what looks like a verb of saying is a noun, by what stands before it."""
    word = verb.group().lower().replace("’", "'")
    bare = word.removeprefix("l'")
    if verb.lastgroup != "finite" or bare not in _NOUNS or PRONOUN.search(word):
        return False
    before = text[max(floor, verb.start() - 40) : verb.start()]
    if word != bare:
        # « l'annonce » against « il l'annonce ».
        return _OWN_PRONOUN.search(before) is None
    return _NOUN_FOLLOWS.search(before) is not None


PRONOUN = re.compile(r"-(?:t-)?(il|elle|on|ils|elles|je)\b")
GOES_ON = re.compile(r"(?:ajout|poursui|conclu|enchaîn|renchér|insist|précis|répét|repris|rappel)")
"""Verbs that take up what the same speaker said before."""
