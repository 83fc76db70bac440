"""The second pass over the articles of a part: their names, and the evidence that these give for
joining.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.lead_names import lead_mentions
from index.entities.name_reading import settled
from index.entities.offices import Office, office_key, offices_of
from index.entities.short_names import is_first_name, sex_of
from index.entities.variants import Attested, FormCount
from index.model.article import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.entities.name_reading import Reading
    from index.entities.recognition import Recogniser
    from index.entities.votes import CorpusVotes
    from index.model.article import EntityId, Mention


class Settlement:
    """Settles the names of one article after the other, and adds up their evidence.

    An article whose names cannot be settled adds nothing.
    """

    def __init__(self, recogniser: Recogniser, votes: CorpusVotes) -> None:
        self._recogniser = recogniser
        self._votes = votes
        self._counts: dict[tuple[EntityId, str], list[int]] = {}
        self._kinds: dict[EntityId, Kind] = {}
        self._same: list[tuple[EntityId, EntityId]] = []
        self._held: set[tuple[EntityId, frozenset[str]]] = set()

    def settle(
        self, text: str, reading: Reading, *, lead: str = ""
    ) -> tuple[tuple[Mention, ...], tuple[Office, ...]]:
        """The names of a text, and the offices that it gives to them; `lead` is the page's summary."""
        mentions, defined, led = settled(reading, self._recogniser, votes=self._votes, lead=lead)
        offices = offices_of(text, mentions)
        held = [
            (mentions[office.mention].entity, office_key(text[office.start : office.end]))
            for office in offices
        ]
        self._same.extend(defined)
        for entity, name in led:
            # No mention of the text, but what the person is called.
            self._counts.setdefault((entity, name), [0])
        self._held.update(held)
        self._count(text, mentions)
        return mentions, offices

    def settle_lead(self, text: str, mentions: Sequence[Mention], lead: str) -> tuple[Mention, ...]:
        """The names of a summary that its text does not hold, as spans of the summary."""
        found = lead_mentions(
            lead, text=text, mentions=mentions, recogniser=self._recogniser, votes=self._votes
        )
        self._count(lead, found)
        return found

    def _count(self, text: str, mentions: Sequence[Mention]) -> None:
        for mention in mentions:
            surface = " ".join(text[mention.start : mention.end].split())
            self._counts.setdefault((mention.entity, surface), [0])[0] += 1
            self._kinds[mention.entity] = mention.kind

    def attested(self) -> Attested:
        known = {entity for entity in self._kinds if self._recogniser.known(entity)}
        lexicon = self._recogniser.lexicon
        forms = tuple(
            FormCount(
                entity,
                self._kinds[entity],
                surface,
                count,
                known=entity in known,
                name=self._recogniser.name(entity) if entity in known else "",
                sex=sex_of(surface, lexicon) if self._kinds[entity] is Kind.PERSON else "",
                first_name=self._kinds[entity] is Kind.PERSON and is_first_name(surface, lexicon),
                needs_words=self._recogniser.needs_words(entity),
            )
            for (entity, surface), (count,) in self._counts.items()
        )
        return Attested(forms, tuple(sorted(self._same)), tuple(self._held))
