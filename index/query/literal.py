"""A query for articles in another language than French: the typed forms only, no families."""

from __future__ import annotations

from index.query.tree import And, Near, Not, Or, Phrase, Query, Within, Word


def literal(query: Query) -> Query:
    """The same query with each word in its typed form; accents still need not be typed.

    Words with a hyphen are not joined either: that such forms are also written as one word is true
    of French only.
    """
    if isinstance(query, Word):
        # « 16h », « 10km » are written apart in other languages, too.
        measured = query.text[:1].isdigit() and not query.text.isdigit()
        return query if measured else Phrase((query.text,))
    if isinstance(query, Phrase) and query.hyphenated:
        return Phrase(query.words)
    if isinstance(query, And):
        return And(tuple(map(literal, query.parts)))
    if isinstance(query, Or):
        return Or(tuple(map(literal, query.parts)))
    if isinstance(query, Not):
        return Not(literal(query.part))
    if isinstance(query, Within):
        return Within(query.place, literal(query.part))
    if isinstance(query, Near):
        return Near(literal(query.left), literal(query.right), query.distance)
    return query
