"""The filters of a question: a click on a value keeps it, the next leaves it out, the third lets it go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from index.interface.texts import Texts
from index.model.article import Kind
from index.model.found import Facet, FacetEntry, Filter
from tui.theme import KIND_SIGNS


class Stand(Enum):
    """Whether a question keeps a value, leaves it out, or says nothing of it."""

    FREE = " "
    INCLUDED = "+"
    EXCLUDED = "−"


@dataclass(frozen=True, slots=True)
class NamedFilter:
    """A filter with the name that its chip bears."""

    filter: Filter
    name: str


def stand_of(filters: tuple[NamedFilter, ...], facet: Facet, id: str) -> Stand:
    for named in filters:
        if (named.filter.facet, named.filter.id) == (facet, id):
            return Stand.EXCLUDED if named.filter.exclude else Stand.INCLUDED
    return Stand.FREE


def cycled(
    filters: tuple[NamedFilter, ...], facet: Facet, id: str, name: str
) -> tuple[NamedFilter, ...]:
    """The filters after one more click on a value: keep → leave out → let go."""
    match stand_of(filters, facet, id):
        case Stand.FREE:
            return (*filters, NamedFilter(Filter(facet, id), name))
        case Stand.INCLUDED:
            return tuple(
                NamedFilter(Filter(facet, id, exclude=True), named.name)
                if (named.filter.facet, named.filter.id) == (facet, id)
                else named
                for named in filters
            )
        case Stand.EXCLUDED:
            return released(filters, facet, id)


def released(filters: tuple[NamedFilter, ...], facet: Facet, id: str) -> tuple[NamedFilter, ...]:
    return tuple(named for named in filters if (named.filter.facet, named.filter.id) != (facet, id))


def with_filtered(
    entries: Sequence[FacetEntry], filters: tuple[NamedFilter, ...], facet: Facet
) -> list[FacetEntry]:
    """The values found, and those that a filter names: a value that is left out is let go in its row."""
    known = {entry.id for entry in entries}
    mine = (named for named in filters if named.filter.facet is facet)
    kept = [FacetEntry(one.filter.id, one.name, 0) for one in mine if one.filter.id not in known]
    return [*entries, *kept]


def told_filters(t: Texts, filters: tuple[NamedFilter, ...]) -> str:
    """« § La Gazette · sans ● Renaud »: filters as their chips have them, in a line of text."""
    return " · ".join(
        f"{t('without')} {told}" if named.filter.exclude else told
        for named in filters
        for told in (f"{sign_of(named.filter.facet)} {named.name}",)
    )


def sign_of(facet: Facet) -> str:
    """The glyph of a facet's values: that of the kind of entity, or another for what is no entity."""
    if facet.value in set(Kind):
        return KIND_SIGNS[Kind(facet.value)]
    return {Facet.SOURCE: "§", Facet.AUTHOR: "✎", Facet.TAG: "#"}.get(facet, "◷")


def style_of(facet: Facet) -> str:
    """The component class of a facet's values."""
    return f"kind--{facet.value}" if facet.value in set(Kind) else "mark--muted"


def heading_of(t: Texts, facet: Facet) -> str:
    return {
        Facet.PERSON: t("People"),
        Facet.ORGANISATION: t("Organisations"),
        Facet.PLACE: t("Places"),
        Facet.EQUIPMENT: t("Equipment"),
        Facet.EVENT: t("Events"),
        Facet.GROUP: t("Groups"),
        Facet.OTHER: t("Others"),
        Facet.SOURCE: t("Sources"),
        Facet.AUTHOR: t("Authors"),
        Facet.TAG: t("Tags"),
        Facet.YEAR: t("Years"),
        Facet.MONTH: t("Months"),
        Facet.SECTION: t("Sections"),
        Facet.PAGE: t("Pages"),
        Facet.LANGUAGE: t("Languages"),
        Facet.EDITION: t("Editions"),
        Facet.RECORD: t("Records"),
    }[facet]


def value_name(t: Texts, facet: Facet, id: str, name: str) -> str:
    """What a value is called; the empty one says what is not stated."""
    if id:
        return name
    return t("undated") if facet in (Facet.YEAR, Facet.MONTH) else t("not stated")


def kind_word(t: Texts, kind: Kind) -> str:
    return {
        Kind.PERSON: t("person"),
        Kind.ORGANISATION: t("organisation"),
        Kind.PLACE: t("place"),
        Kind.EQUIPMENT: t("equipment"),
        Kind.EVENT: t("event"),
        Kind.GROUP: t("group"),
        Kind.OTHER: t("other"),
    }[kind]
