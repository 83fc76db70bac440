"""Names that accounts of one event spell in two ways: « Marsault » and « Marceau », « Kastoria » and « Castoria »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from index.french.genders import is_registered
from index.french.sounds import sound
from index.model.article import Article, EntityId, Kind
from index.model.claims import Claim, ClaimKind
from index.model.text import Span
from index.text.folding import fold
from index.text.tokens import ONE_APOSTROPHE

_NAME_WORDS = 2
_NEARLY = 60
"""How alike two spellings of a name are at the least, of 100."""
_LONG = 6
"""Letters of a name of one word that is no person's."""
_MAC = re.compile(r"\b(ma?c) (?=\w)")
_TITLES = frozenset("m mme mlle me mm dr pr".split())  # noqa: SIM905

Spelt = tuple[str, list[tuple[int, Claim]]]


def two_spellings(wholes: Sequence[Article]) -> Iterator[Spelt]:
    """The names that are spelt otherwise in another account, with the claims of each, none of which
    stands in the account of the other.
    """
    accounts = [_names(article) for article in wholes]
    texts = [set(re.findall(r"[^\W\d_]+", article.text)) for article in wholes]
    told: set[frozenset[str]] = set()
    for (one, ours), (other, theirs) in combinations(enumerate(accounts), 2):
        for name, held in ours.items():
            for rival, claims in theirs.items():
                if name == rival or not _one_name(held[0], claims[0]):
                    continue
                strange = _strange(name, rival), _strange(rival, name)
                # A spelling that both accounts have tells of two names.
                if strange[0] & texts[other] or strange[1] & texts[one]:
                    continue
                pair = frozenset(" ".join(sorted(each)) for each in strange)
                if pair in told:
                    continue
                told.add(pair)
                yield (
                    held[0][1].value,
                    [*((one, c[1]) for c in held), *((other, c[1]) for c in claims)],
                )


def is_transliterated(one: str, other: str) -> bool:
    """Whether two names of a person come from another alphabet, by a given name that no register knows: « Cyrous Asgari »,
    « Cyrus Asgari ».
    """
    names = [re.findall(r"[^\W\d_]+", fold(name)) for name in (one, other)]
    whole = len(names[0]) == len(names[1]) >= _NAME_WORDS
    return whole and not all(is_registered(words[0]) for words in names)


def plain(name: str) -> str:
    """A name with straight apostrophes and one sort of hyphen: how they are typed is no spelling."""
    return name.translate(ONE_APOSTROPHE).translate(_ONE_HYPHEN)


_ONE_HYPHEN = str.maketrans(dict.fromkeys("\u2010\u2011\u2013\u2212", "-"))


def spelt_alike(names: frozenset[str]) -> bool:
    """Whether two of some names may be two spellings of one: not « l'Allemagne » and « l'Etat allemand »."""
    return any(
        SequenceMatcher(None, one, other).ratio() >= _SPELT_ALIKE
        for one, other in combinations(sorted(names), 2)
    )


_SPELT_ALIKE = 0.7
_Held = tuple[Kind, Claim, EntityId]


def _names(article: Article) -> dict[str, list[_Held]]:
    """The names of an account by their spelling, without titles, each with its places."""
    found: dict[str, list[_Held]] = {}
    for mention in article.annotations.mentions:
        start, end = mention.start, mention.end
        # A name that is known may be the beginning of the word that stands here: « Vestrel|le ».
        while article.text[end : end + 1].isalpha():
            end += 1
        words = article.text[start:end].split()
        while words and fold(words[0].rstrip(".")) in _TITLES:
            start = article.text.index(words[1], start) if len(words) > 1 else end
            words = words[1:]
        if not words:
            continue
        span = Span(start, end)
        name = " ".join(words)
        claim = Claim(ClaimKind.NAME, "spelling", *span, name, span)
        found.setdefault(plain(name), []).append((mention.kind, claim, mention.entity))
    # The fullest name of several first: it says most to a reader.
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _strange(name: str, rival: str) -> set[str]:
    """The words of a name that the other one has not."""
    ours, theirs = (set(re.findall(r"[^\W\d_]+", each)) for each in (name, rival))
    shared = {word for word in ours if any(fold(word) == fold(each) for each in theirs)}
    apart = ours - shared
    return {w for w in apart if any(sound(w) == sound(e) for e in theirs)} or apart


def _one_name(one: _Held, other: _Held) -> bool:
    from rapidfuzz import fuzz

    # « Mc Dermott » is no other spelling of « McDermott ».
    a, b = (_MAC.sub(r"\1", fold(plain(each[1].value))).split() for each in (one, other))
    if a == b or _glued(a[-1], b[-1]):
        return False
    persons = one[0] is Kind.PERSON and other[0] is Kind.PERSON
    if persons and len(a) == len(b) == _NAME_WORDS:
        near = [fuzz.ratio(x, y) for x, y in zip(a, b, strict=True)]
        if max(near) == 100 and _NEARLY <= min(near) < 100 and a[-1][0] == b[-1][0]:
            return True
    if persons and len(a) != len(b) and 1 in (len(a), len(b)):
        # « Mme Carbonel » beside « Inès Carbonnel »
        a, b = a[-1:], b[-1:]
    if persons and len(a) != len(b) and a[0] == b[0] and "".join(a) == "".join(b):
        # « Le Noir » beside « Lenoir »
        return True
    if len(a) != len(b) or a == b:
        return False
    if not all(sound(x) == sound(y) for x, y in zip(a, b, strict=True)):
        return False
    if persons:
        return True
    named = {one[0], other[0]} <= _NAMING
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    long = all(min(len(x), len(y)) >= _LONG and abs(len(x) - len(y)) < _LONG / 2 for x, y in apart)
    return named and long and not _inflected(a, b)


def _glued(one: str, other: str) -> bool:
    """Whether one name has the next word of its sentence stuck to it: « Agnès Buzynpar »."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in _STUCK


def _inflected(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names differ only as words do: « Fromagerie » and « Fromageries », « Marseille » and
    « Marseillais ».
    """
    return all(_STEM.sub("", x) == _STEM.sub("", y) for x, y in zip(a, b, strict=True))


_STEM = re.compile(r"(?:[eéiu]?(?:ais|ois|aise|oise|ien|ienne|ains?|aine|ines?|iques?))?[esx]*$")
_STUCK = frozenset("par pour avec dans sur sous est qui que dont chez mais".split())  # noqa: SIM905
"""Words that stick to a name where a space is lost; « Vestrelle » is one name."""
_NAMING = frozenset((Kind.PLACE, Kind.ORGANISATION, Kind.PERSON, Kind.OTHER))
