"""Saved searches among the decisions: a query and its filters by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.errors import RecoupeError
from index.model.found import Facet, Filter
from index.notebook.decisions import Decision, SavedSearch


def searches(decisions: Iterable[Decision]) -> dict[str, SavedSearch]:
    """The saved searches by their names, in the order in which they were first saved."""
    found: dict[str, SavedSearch] = {}
    for decision in decisions:
        if isinstance(decision, SavedSearch):
            found[decision.name] = decision
    return {name: one for name, one in found.items() if not one.dropped}


def written_filters(filters: Sequence[Filter]) -> tuple[str, ...]:
    return tuple(f"{'-' if f.exclude else ''}{f.facet.value}={f.id}" for f in filters)


def read_filters(written: Sequence[str]) -> tuple[Filter, ...]:
    """Filters from their written form. Raises RecoupeError for text that is no filter."""
    found = []
    for one in written:
        facet, equals, value = one.removeprefix("-").partition("=")
        try:
            found.append(Filter(Facet(facet), value, exclude=one.startswith("-")))
        except ValueError:
            equals = ""
        if not equals:
            raise RecoupeError("“{filter}” is no filter.", filter=one)
    return tuple(found)
