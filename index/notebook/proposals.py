"""The questions to the reader: pairs of names that may be one, names that may stand for two people,
and words stuck to a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.entities.homonyms import Homonyms
from index.entities.variants import Proposal as Pair
from index.model.article import ArticleId, EntityId
from index.model.found import Entity
from index.notebook.decisions import Apart, Decision, Merge, OnePerson, Slip, Split
from index.notebook.ruling import Ruling
from index.shelf.entity_counts import Slips

GLUED_WORD = "glued word"
NAMESAKES = "namesakes"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question: whether `other` is `kept`, whether the glued word `surface` is `kept` and another
    word, or whether `kept` is somebody else in some articles.
    """

    id: str
    """An id that stays the same as long as the question does."""
    kept: EntityId
    other: EntityId | None
    reason: str
    """`spelling`, `surname`, `acronym`, `part of the name`, `glued word` or `namesakes`."""
    surface: str = ""
    """The glued word with the name, for a proposal without `other`."""
    form: str = ""
    """The name alone in it."""
    articles: tuple[ArticleId, ...] = ()
    """The articles with the glued word, or those about the other namesake."""
    told: tuple[str, str] = ("", "")
    """What articles tell of two namesakes: of the more frequent one, and of the other."""


def proposals(
    pairs: Iterable[Pair],
    slips: Slips,
    homonyms: Iterable[Homonyms] = (),
    *,
    ruling: Ruling,
    entities: Mapping[EntityId, Entity],
) -> tuple[Proposal, ...]:
    """The open questions, the most mentioned first; `entities` are those that are shown now."""
    found: dict[str, Proposal] = {}
    for pair in pairs:
        kept = ruling.finals.get(pair.kept, pair.kept)
        other = ruling.finals.get(pair.other, pair.other)
        refused = {frozenset((pair.kept, pair.other)), frozenset((kept, other))} & ruling.apart
        if kept == other or refused or kept not in entities or other not in entities:
            continue
        id = f"{kept}={other}"
        if id not in found and f"{other}={kept}" not in found:
            found[id] = Proposal(id, kept, other, pair.reason)
    for entity, words in slips.items():
        for word, slip in words.items():
            articles = tuple(sorted(id for id, number in slip.articles.items() if number > 0))
            if articles and (entity, word) not in ruling.slips and entity not in ruling.hidden:
                id = f"{entity}+{word}"
                found[id] = Proposal(
                    id, entity, None, GLUED_WORD, surface=word, form=slip.form, articles=articles
                )

    for one in homonyms:
        entity = ruling.finals.get(one.entity, one.entity)
        if entity not in entities or not ruling.parted(entity).isdisjoint(one.articles):
            continue
        id = f"{entity}~{one.articles[0]}"
        found[id] = Proposal(
            id, entity, None, NAMESAKES, articles=one.articles, told=(one.one, one.other)
        )

    def weight(proposal: Proposal) -> tuple[int, str]:
        ids = (proposal.kept, proposal.other)
        counts = [entities[id].mentions for id in ids if id is not None and id in entities]
        return -min(counts, default=0), proposal.id

    return tuple(sorted(found.values(), key=weight))


def accepted(proposal: Proposal, *, into: EntityId, reason: str = "") -> Decision:
    """The decision that a proposal is right; `into` is a new id for the other one of two namesakes."""
    if proposal.reason == NAMESAKES:
        return Split(entity=proposal.kept, into=into, articles=proposal.articles, reason=reason)
    if proposal.other is None:
        return Slip(entity=proposal.kept, surface=proposal.surface, accepted=True, reason=reason)
    return Merge(into=proposal.kept, others=(proposal.other,), reason=reason)


def refused(proposal: Proposal, *, reason: str = "") -> Decision:
    if proposal.reason == NAMESAKES:
        return OnePerson(entity=proposal.kept, articles=proposal.articles, reason=reason)
    if proposal.other is None:
        return Slip(entity=proposal.kept, surface=proposal.surface, accepted=False, reason=reason)
    return Apart(kept=proposal.kept, other=proposal.other, reason=reason)
