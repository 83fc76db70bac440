"""What a claim says to have happened, and where a sentence tells it: its verb, or the nouns behind a verb that says little.

« s'est brisé » is told by « se brise », « cassé », « la rupture »; « a été placé en réanimation » by « réanimation », not
by « placé » nor by « hospitalisé ».
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files as resources
from typing import NamedTuple

from index.facts.thesaurus import thesaurus
from index.french.families import families, representative
from index.french.function_words import DETERMINERS, FUNCTION_WORDS
from index.text.tokens import Token, tokenize

_VERB_FORMS = 12
"""A family with more forms is a verb's."""
_BEHIND = 4
"""Words after a verb that says little in which what it says stands."""
_OVER = 4
"""Words over which an auxiliary has its participle."""
_INFINITIVES = ("er", "ir", "re")


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a claim says to have happened."""

    families: frozenset[str] = frozenset()
    """The families of its verb, or of the nouns behind a verb that says little."""
    nominal: bool = False
    """Whether these are nouns behind a verb that says little."""
    present: bool = False
    """Whether its verb stands in the present, which may mean what is to come: « Renault ferme l'usine »."""
    nouns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Each of these families → those of the nouns made of it."""
    passive: bool = False
    """Whether it is told in the passive: « a été arrêté »."""
    meanings: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Each of these families → the concepts that it means in the claim."""

    def __bool__(self) -> bool:
        return bool(self.families)


class Told(NamedTuple):
    """A place of a text that tells a predicate."""

    start: int
    end: int
    word: str


def predicate_in(
    text: str, tokens: Sequence[Token], kept: Collection[str], names: Collection[str]
) -> Predicate:
    """The predicate of the main clause; an empty one where no verb is found. `names` are families of names."""
    at = _main_verb(text, tokens)
    if at is None:
        return Predicate()
    verb = tokens[at]
    present = _PRESENT.search(verb.exact) is not None
    family = verb_family(verb.exact)
    if family is not None and family not in _light() and verb.exact not in _AUXILIARY:
        passive = at > 0 and tokens[at - 1].exact in _PASSIVE
        return Predicate(frozenset((family,)), present=present, passive=passive)
    behind = []
    for token in tokens[at + 1 : at + 1 + 2 * _BEHIND]:
        family = representative(token.exact)
        if _STOP.search(text, verb.end, token.start):
            break
        if token.exact in FUNCTION_WORDS or family in names or family not in kept:
            continue
        if verb_family(token.exact) in _light():
            continue
        behind.append(family)
        if len(behind) == 2:
            break
    return Predicate(frozenset(behind), nominal=True, present=present)


def _main_verb(text: str, tokens: Sequence[Token]) -> int | None:
    for at, token in enumerate(tokens):
        if _of_relative(tokens, at):
            continue
        if token.exact in _AUXILIARY and (at == 0 or tokens[at - 1].exact not in _BEFORE_NOUN):
            return _behind_auxiliary(text, tokens, at)
        if token.exact in _MODAL:
            return next(
                (
                    behind
                    for behind in range(at + 1, min(at + 4, len(tokens)))
                    if tokens[behind].exact.endswith(_INFINITIVES)
                    and verb_family(tokens[behind].exact)
                ),
                at,
            )
        if _is_finite(text, tokens, at):
            return at
    return next(
        (
            at
            for at, token in enumerate(tokens)
            if _PARTICIPLE.search(token.exact)
            and not text[token.start].isupper()
            and (at == 0 or tokens[at - 1].exact not in _BEFORE_NOUN)
            and verb_family(token.exact)
        ),
        None,
    )


def _behind_auxiliary(text: str, tokens: Sequence[Token], at: int) -> int:
    """The participle or infinitive of an auxiliary; the auxiliary itself where it has none."""
    for behind in range(at + 1, min(at + 1 + _OVER, len(tokens))):
        token = tokens[behind]
        if token.exact in _AUXILIARY or token.exact in _SMALL or token.exact.endswith("ment"):
            continue
        if _PARTICIPLE.search(token.exact) and verb_family(token.exact):
            return behind
        break
    return at


def _of_relative(tokens: Sequence[Token], at: int) -> bool:
    return any(one.exact in _RELATIVE for one in tokens[max(0, at - 2) : at])


def _is_finite(text: str, tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if at == 0 or text[token.start].isupper() or not _FINITE.search(token.exact):
        return False
    before = tokens[at - 1]
    if before.exact in _BEFORE_NOUN or before.exact[0].isdigit():
        return False
    return token.exact not in FUNCTION_WORDS and verb_family(token.exact) is not None


@lru_cache(1 << 12)
def verb_family(word: str) -> str | None:
    """The family of a verb of which a word is a form; « ferme » is one of « fermer » too."""
    known = families().of(word)
    if known is None:
        return None
    if len(known.kin) > _VERB_FORMS:
        return representative(word)
    return next(
        (representative(one) for one in sorted(known.others) if one.endswith(_INFINITIVES)), None
    )


def derived(family: str) -> frozenset[str]:
    """The families of the nouns that are made of a verb: « fermeture » of « fermer »."""
    known = families().of(family)
    if known is None or len(known.kin) <= _VERB_FORMS:
        return frozenset()
    made: set[str] = set()
    for infinitive in known.kin:
        if infinitive.endswith(("er", "ir")):
            stem = infinitive[:-2]
            made.update(stem + ending for ending in _ENDINGS)
    return frozenset(representative(one) for one in made if families().knows(one))


_ENDINGS = ("ation", "ition", "ement", "issement", "eture", "ature", "ure", "age")


def places(predicate: Predicate, text: str) -> list[Told]:
    """Where a text tells a predicate, by its own word or by another one for it; nowhere where it lacks one of two nouns."""
    tokens = list(tokenize(text))
    found = {
        family: list(_places_of(family, predicate, text, tokens)) for family in predicate.families
    }
    if not all(found.values()):
        return []
    return sorted(place for told in found.values() for place in told)


_WHERE = re.compile(
    r"[ \u00a0\u202f](?:[^\W\d_A-ZÀ-Ý][^\W\d_A-ZÀ-Ý]*[ \u00a0\u202f]){0,3}?(?:à|au|aux|en)[ \u00a0\u202f](?P<name>[A-ZÀ-Ý][^\W\d_]+)"
)


def places_behind(predicate: Predicate, text: str) -> frozenset[str]:
    """The families of the names of places right behind what a predicate tells: « arrêté lundi à Nantes »."""
    found = (_WHERE.match(text, place.end) for place in places(predicate, text))
    return frozenset(representative(one["name"].lower()) for one in found if one)


def _places_of(
    family: str, predicate: Predicate, text: str, tokens: Sequence[Token]
) -> Iterator[Told]:
    nouns = predicate.nouns.get(family, frozenset())
    meant = predicate.meanings.get(family, frozenset())
    alike = {
        hit.last if predicate.nominal else hit.first
        for hit in (thesaurus()(tokens) if meant else ())
        if not hit.weak and hit.concept in meant and (hit.verb or hit.first == hit.last)
    }
    for at, token in enumerate(tokens):
        if len(token.exact) < 3:
            continue
        own = representative(token.exact)
        verb = not predicate.nominal and verb_family(token.exact) == family
        own_word = (own == family or verb) and (
            predicate.nominal or token.exact.endswith(_INFINITIVES) or _not_a_noun(text, token)
        )
        if own_word or own in nouns or at in alike:
            yield Told(token.start, token.end, token.exact)


def _not_a_noun(text: str, token: Token) -> bool:
    """« la ferme » is no form of « fermer »."""
    before = _LAST_WORD.search(text, max(0, token.start - 20), token.start)
    return before is None or before.group(1).lower() not in _BEFORE_NOUN


_LAST_WORD = re.compile(r"([^\W\d_]+)['’ \u00a0]+$")
_PARTICIPLE = re.compile(r"..(?:é|ée|és|ées|i|ie|is|ies|it|ite|its|ites|u|ue|us|ues|ert|erte|erts|ertes|int|inte|ints|intes|ort|orte|orts|ortes|os|ose|oses|us|ise|ises)$")  # fmt: skip
_FINITE = re.compile(r"..(?:e|ent|t|d|ait|aient|ra|ront|a|èrent|it|irent|ut|urent)$")
_PRESENT = re.compile(r"..(?:e|ent|[^aiuo]t|oit|ient|ît|aît|d)$")
"""Third persons of the present, and no participle."""
_STOP = re.compile(r"[,;:.()«»“”]")
_AUXILIARY = frozenset(
    "a ont est sont était étaient avait avaient sera seront fut furent aura auront serait seraient"  # noqa: SIM905
    " aurait auraient été avoir être eu reste restent demeure demeurent devient deviennent".split()
)
_PASSIVE = frozenset(("été", "est", "sont", "était", "étaient", "être", "sera", "seront"))
_MODAL = frozenset(
    "va vont doit doivent devrait devraient peut peuvent pourrait pourraient veut veulent devra devront"  # noqa: SIM905
    " vient viennent pourra pourront faudra".split()
)
_SMALL = frozenset(
    "pas plus jamais été se s bien déjà enfin ne n y en encore toujours aussi donc tous toutes".split()  # noqa: SIM905
)
_RELATIVE = frozenset(("qui", "que", "qu", "dont", "où", "si"))
_BEFORE_NOUN = DETERMINERS | frozenset(
    "à en par pour sans avec dans sur sous contre au aux mon ma mes notre nos votre vos deux trois quatre"  # noqa: SIM905
    " cinq six sept huit neuf dix chaque plusieurs premier première nouveau nouvelle grande grand".split()
) - {"l", "s"} | {"l"}  # fmt: skip


@cache
def _light() -> frozenset[str]:
    """The families of verbs that say little: « faire », « placer », « mettre »."""
    text = (resources("index.french") / "data" / "light_verbs.txt").read_text(encoding="utf-8")
    return frozenset(
        representative(word)
        for line in text.splitlines()
        if not line.startswith("#")
        for word in line.split()
    )
