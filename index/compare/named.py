"""Different spellings of the sources for one person, body or place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from index.model.article import Article, EntityId, Kind
from index.model.comparison import About, Difference, Passage, Verdict
from index.model.text import Span
from index.text.folding import fold

_BEFORE_NAME = re.compile(
    r"^(?:(?:M|MM|Mme|Mlle|Dr|Pr|Me)\.?|Monsieur|Madame|[Ll]e|[Ll]a|[Ll]['’]|[Rr]oi|[Rr]eine|[Pp]rince|[Pp]ape|[Gg]énéral|[Cc]olonel)[ \u00a0]+"
)

_DESIGNATION = re.compile(r"[^\W\d_]\W?\d")
"""A designation of a model, in letters and figures: « F-16 », « H135 »."""
_PARTICLES = frozenset(("el", "al", "ben", "bin", "de", "du", "von", "van", "le", "la"))


def names_spelt_differently(
    articles: Sequence[Article], *, name_of: Callable[[EntityId], str]
) -> Iterator[Difference]:
    """One entry for each entity that at least two articles name and that is spelt in several ways.

    A shorter form of the name (« M. Gantz », « Gantz ») is no other spelling, nor is an
    abbreviation. Two spellings in one article count if another article names the entity too.
    """
    found: dict[EntityId, dict[int, dict[str, list[Span]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    kinds: dict[EntityId, Kind] = {}
    for side, article in enumerate(articles):
        for mention in article.annotations.mentions:
            surface = bare_name(article.text[mention.start : mention.end])
            found[mention.entity][side][surface].append(Span(mention.start, mention.end))
            kinds[mention.entity] = mention.kind
    yield from _held_apart(articles, found, kinds, name_of)
    for entity, sides in found.items():
        if len(sides) < 2:
            continue
        forms = sorted({form for by_form in sides.values() for form in by_form})
        odd = _misspelt(forms)
        if not odd:
            continue
        passages = tuple(
            Passage(
                articles[side].id,
                tuple(
                    sorted(s for form, spans in sides[side].items() if form in odd for s in spans)
                ),
            )
            for side in sorted(sides)
            if any(form in odd for form in sides[side])
        )
        if len(passages) >= 2 or any(len(sides[side].keys() & odd) > 1 for side in sides):
            yield Difference(About.NAME, name_of(entity), Verdict.VARIANT, passages)


_Found = Mapping[EntityId, Mapping[int, Mapping[str, list[Span]]]]
TWO_PERSONS = "the index knows them as two persons"


def _held_apart(
    articles: Sequence[Article],
    found: _Found,
    kinds: Mapping[EntityId, Kind],
    name_of: Callable[[EntityId], str],
) -> Iterator[Difference]:
    """Persons of near spelling whom no article names together: they may be one person spelt in two
    ways.
    """
    persons = sorted(entity for entity in found if kinds[entity] is Kind.PERSON)
    for one, other in combinations(persons, 2):
        if found[one].keys() & found[other].keys():
            continue
        full = [_fullest(found[entity]) for entity in (one, other)]
        if not _may_be_one(*full):
            continue
        sides = {
            side: tuple(sorted(span for form, spans in forms.items() for span in spans))
            for entity in (one, other)
            for side, forms in found[entity].items()
        }
        passages = tuple(Passage(articles[side].id, sides[side]) for side in sorted(sides))
        label = f"{name_of(one)} / {name_of(other)}"
        yield Difference(About.NAME, label, Verdict.VARIANT, passages, TWO_PERSONS)


def _fullest(sides: Mapping[int, Mapping[str, list[Span]]]) -> str:
    return max((form for forms in sides.values() for form in forms), key=lambda f: (len(f), f))


def _may_be_one(one: str, other: str) -> bool:
    """Whether two full names have the same given name and differ by a slip in the family name."""
    ours, theirs = _name_words(one), _name_words(other)
    if len(ours) != len(theirs) or len(ours) < 2 or ours[0] != theirs[0] or ours == theirs:
        return ours == theirs and len(ours) > 1
    differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return all(
        min(len(a), len(b)) > _SHORT
        and a[0] == b[0]
        and not (_NUMERAL.fullmatch(a) and _NUMERAL.fullmatch(b))
        and DamerauLevenshtein.distance(a, b) <= 1 + (min(len(a), len(b)) >= _LONG)
        for a, b in differing
    )


_SHORT = 3
_LONG = 6
_NUMERAL = re.compile(r"[ivxlc]+|\d+")


def bare_name(surface: str) -> str:
    """A name without the civility, office or article before it."""
    previous = None
    while previous != surface:
        previous, surface = surface, _BEFORE_NAME.sub("", surface)
    return surface


def _misspelt(forms: Sequence[str]) -> set[str]:
    """The forms that are near each other and not a part of each other."""
    odd: set[str] = set()
    for at, one in enumerate(forms):
        for other in forms[at + 1 :]:
            if _is_variant(one, other):
                odd |= {one, other}
    return odd


def _is_variant(one: str, other: str) -> bool:
    """Whether two forms of one entity differ in spelling, not only in length or in case."""
    ours, theirs = _name_words(one), _name_words(other)
    if _DESIGNATION.search(one) and "".join(ours) == "".join(theirs):
        return ours != theirs
    if _without_particle(ours) == theirs or _without_particle(theirs) == ours:
        return len(min(ours, theirs, key=len)) >= 2
    if ours == theirs:
        return _accents(one) != _accents(other) and not (one.isupper() or other.isupper())
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return False
    if one.isupper() or other.isupper():
        return False
    # Words are compared from the end, where the family name stands.
    pairs = list(zip(reversed(ours), reversed(theirs), strict=False))
    return all(_near(a, b) for a, b in pairs) and any(a != b for a, b in pairs)


def _accents(name: str) -> list[str]:
    """The words of a name with their accents; capitals often lack them, which is no other spelling."""
    return [word[:1] and fold(word[:1]) + word[1:].lower() for word in re.findall(r"[^\W_]+", name)]


def _without_particle(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """A name without its « El »: leaving it out is another spelling, not a shorter form."""
    inner = tuple(word for word in words if word not in _PARTICLES)
    return inner if inner != words else None


def _near(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    return DamerauLevenshtein.distance(one, other) <= max(1, longest // 3)


def _name_words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", fold(name)))
