"""Tables of labels above an article, in documents of word processors: « Source | La Gazette du Port ».

Such a table becomes lines, « Source : La Gazette du Port », as press reviews without tables have them; a
table in which each row is an article becomes such lines above each text. Any other table stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.corpus.column_heads import column_field
from index.corpus.fields import Field

_FACTS = frozenset((Field.TITLE, Field.SOURCE, Field.PUBLISHED, Field.AUTHOR))
"""Two of these make a table one of labels; others may stand beside them."""
_FEWEST = 2
_MOST = 0.6
"""The least share of names among the labels: « Diffusion » and the like are unknown."""
_LONGEST = 300
"""The most characters of a value that is no text of its own."""
_LABEL = 40

Row = Sequence[str]


def paragraphs_of(rows: Sequence[Row]) -> list[str] | None:
    """The paragraphs for a table of labels, with its labels as lines; None for any other table."""
    rows = [[cell.strip() for cell in row] for row in rows]
    heads = rows[0] if rows else []
    if not heads or not any(_field(cell) for cell in heads):
        return None
    if _are_labels(heads) and len(rows) > 1 and all(len(row) == len(heads) for row in rows):
        if len(rows) == 2 or any(_field(head) is Field.TEXT for head in heads):
            pairs = (zip(heads, row, strict=True) for row in rows[1:])
            return [paragraph for row in pairs for paragraph in _paragraphs(list(row))]
        return None  # a list of contents, or of other things
    labels = [row[at] for row in rows for at in range(0, len(row) - 1, 2)]
    if any(len(row) % 2 and len(row) > 1 for row in rows) or not _are_labels(labels):
        return None
    pairs_below = [(row[at], row[at + 1]) for row in rows for at in range(0, len(row) - 1, 2)]
    alone = [row[0] for row in rows if len(row) == 1 and row[0]]
    return [*_paragraphs(pairs_below), *alone]


def stated_in(rows: Sequence[Row]) -> list[tuple[Field, str]]:
    """What a table of two columns states of an article, by the labels in its first one; empty for any other."""
    if any(len(row) != 2 for row in rows) or not _are_labels([row[0] for row in rows]):
        return []
    named = ((_field(label), value.lstrip("@ ")) for label, value in rows)
    return [(field, value) for field, value in named if field is not None and value]


def _field(cell: str) -> Field | None:
    return column_field(cell.rstrip(" :\u00a0")) if 0 < len(cell) <= _LABEL else None


def _are_labels(cells: Sequence[str]) -> bool:
    """Whether most of some cells are names of an article's fields."""
    fields = [_field(cell) for cell in cells]
    known = {field for field in fields if field is not None}
    return len(known & _FACTS) >= _FEWEST and sum(map(bool, fields)) >= _MOST * len(fields)


def _paragraphs(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The labels with their values, line by line, then the texts."""
    lines, texts = [], []
    for label, value in pairs:
        if len(label) > _LABEL and (not value or len(value) > _LONGEST):
            texts.append(label)  # a text of its own, which is no label
        if not value:
            continue
        if _field(label) is Field.TEXT or len(value) > _LONGEST:
            texts.append(value)
        else:
            lines.append(f"{label.rstrip(' :')} : {' '.join(value.split())}")
    if lines:
        yield "\n".join(lines)
    yield from texts
