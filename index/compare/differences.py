"""Values that sources give for the same thing: dates, figures, names and offices, compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from index.compare.counted import quantities_differing
from index.compare.dated import dates_differing
from index.compare.designations import designations_differing
from index.compare.named import names_spelt_differently
from index.compare.office_differences import offices_differing
from index.compare.statements import Statement
from index.model.article import Article, EntityId
from index.model.comparison import Difference, Row


def differences(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    *,
    name_of: Callable[[EntityId], str],
) -> tuple[Difference, ...]:
    """All differences and agreements that a passage of each source can show.

    Dates and figures are compared if a row or a thing pairs them, names and offices by entity.
    Values for one thing that cannot be compared come with the reason.
    """
    found: Iterable[Difference] = (
        *dates_differing(articles, sides, rows, name_of=name_of),
        *quantities_differing(articles, sides, rows, name_of=name_of),
        *designations_differing(articles, rows),
        *names_spelt_differently(articles, name_of=name_of),
        *offices_differing(articles, name_of=name_of),
    )
    return tuple(found)
