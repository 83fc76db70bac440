"""The kinds that are weighed for a name, each with its place in the row of scores."""

from __future__ import annotations

from index.model.article import Kind

KINDS = (
    Kind.PERSON,
    Kind.ORGANISATION,
    Kind.PLACE,
    Kind.EQUIPMENT,
    Kind.EVENT,
    Kind.GROUP,
    Kind.OTHER,
)
PERSON, ORGANISATION, PLACE, EQUIPMENT, EVENT, GROUP, OTHER = range(7)
