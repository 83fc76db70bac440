"""Groups whose name a newspaper or a party bears too, told by the words around: « confie-t-elle au Parisien », « le président
des Républicains ».
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from index.entities.names import keys, slug
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from index.entities.found_names import Found
    from index.entities.words import Words

_ONE = frozenset(("le", "au", "du"))
_SEVERAL = frozenset(("les", "des", "aux"))
_KINDS = (Kind.GROUP, Kind.ORGANISATION)
"""« le parti les Républicains » is an organisation already, though not the one that lists know."""
_BESIDE = 5
"""How many words before or behind a name may tell the body."""
_SENTENCE = 12
"""How many words away a sign of the group counts where the article names the body elsewhere."""


class _Body(NamedTuple):
    """A line of the table."""

    entity: EntityId
    single: bool
    beside: tuple[str, ...]
    against: tuple[str, ...]


@cache
def _bodies() -> dict[str, _Body]:
    """The bodies by the folded word of the group."""
    text = resources.files("index.entities").joinpath("data/double_names.tsv").read_text("utf-8")
    found: dict[str, _Body] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            word, article, body, beside, against = line.split("\t")
            entity = EntityId(f"organisation:{slug(body)}")
            found[keys(word)[-1]] = _Body(
                entity, article == "le", tuple(beside.split()), tuple(against.split())
            )
    return found


def with_bodies(words: Words, found: list[Found]) -> list[Found]:
    """The names of an article, with the groups that stand for a newspaper or a party as these."""
    bodies = _bodies()
    replaced: dict[Found, Found] = {}
    for match in found:
        if match.kind not in _KINDS or match.after - match.first > 1 or not match.first:
            continue
        body = bodies.get(words.folded[match.first])
        if body is None:
            continue
        named = any(other.entity == body.entity for other in found)
        means = _means_paper if body.single else _means_party
        if means(words, match.first, body, found, named=named):
            replaced[match] = match._replace(entity=body.entity, kind=Kind.ORGANISATION)
    return [replaced.get(match, match) for match in found] if replaced else found


def _means_paper(words: Words, at: int, body: _Body, found: list[Found], *, named: bool) -> bool:
    """« au Parisien », « selon le Parisien », but not « le Parisien de 32 ans », « le Parisien Hugo Brun »."""
    article = words.folded[at - 1]
    if article not in _ONE or words.gap(at) not in (" ", "\u00a0"):
        return False
    if _follows(words, at, body.against):
        return False
    beside = _told_beside(words, at, body.beside)
    if article != "au" and not beside and _bears_name(words, at, found):
        return False  # « le Parisien Hugo Brun »
    return named or beside or article == "au"


def _means_party(words: Words, at: int, body: _Body, found: list[Found], *, named: bool) -> bool:
    """« le président des Républicains », unless the article is about those of the United States."""
    if words.folded[at - 1] not in _SEVERAL:
        return False
    if named:
        near = words.folded[max(0, at - _SENTENCE) : at + _SENTENCE]
        return not _holds(near, body.against)
    return not _holds(words.folded, body.against) and _told_beside(words, at, body.beside)


def _follows(words: Words, at: int, signs: tuple[str, ...]) -> bool:
    after = at + 1
    return after < len(words) and words.gap(after) in (" ", ", ") and words.folded[after] in signs


def _bears_name(words: Words, at: int, found: list[Found]) -> bool:
    """Whether a person is named right behind."""
    after = at + 1
    return (
        after < len(words)
        and words.gap(after) == " "
        and any(match.first == after and match.kind is Kind.PERSON for match in found)
    )


def _told_beside(words: Words, at: int, beginnings: tuple[str, ...]) -> bool:
    near = words.folded[max(0, at - _BESIDE) : at] + words.folded[at + 1 : at + _BESIDE - 1]
    return any(word.startswith(beginnings) for word in near)


def _holds(row: list[str], signs: tuple[str, ...]) -> bool:
    return not set(signs).isdisjoint(row)
