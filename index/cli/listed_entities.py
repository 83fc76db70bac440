"""A list of names, one a line: the entity of each, its number of articles, and who appears
together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.cli.listed import lines_of
from index.export.documents import FORMAT
from index.export.material import Subject
from index.model.found import Facet, Filter, SearchRequest
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.cli.call import Call
    from index.library import Library
    from index.model.article import ArticleId
    from index.model.found import Entity


def answer_names(file: str, call: Call) -> None:
    """Writes a row for every line; a name of no entity, or of several, is reported in its row."""
    names = lines_of(file)
    with call.library() as library:
        rows = [(name, found) for name, found in zip(names, named(library, names), strict=True)]
    if call.json:
        call.print_document({"format": FORMAT, "list": [_row(*row) for row in rows]})
        return
    widest = max((len(name) for name in names), default=0)
    for name, found in rows:
        if not found:
            call.print(f"{name:<{widest}}  {'0':>6}  {call.texts('nobody of this name')}")
        for entity in found:
            kind = call.texts(entity.kind.value)
            told = f"{entity.name} · {kind} · {call.styled(entity.id, dim=True)}"
            call.print(f"{name:<{widest}}  {entity.articles:>6}  {told}")


def named(library: Library, names: Sequence[str]) -> list[tuple[Entity, ...]]:
    """For each name its entities, found by id, else by name, else by spelling."""
    by_id: dict[str, Entity] = {}
    by_name: dict[str, list[Entity]] = defaultdict(list)
    by_form: dict[str, list[Entity]] = defaultdict(list)
    for entity in library.entities():
        by_id[str(entity.id)] = entity
        by_name[fold(entity.name)].append(entity)
        for surface in {fold(form.surface) for form in entity.forms}:
            by_form[surface].append(entity)
    found: list[tuple[Entity, ...]] = []
    for name in names:
        if name in by_id:
            found.append((by_id[name],))
        else:
            found.append(tuple(by_name.get(fold(name)) or by_form.get(fold(name)) or ()))
    return found


def write_network(file: str, call: Call, *, format: str, out: str | None) -> None:
    """Writes the known entities of the list, with the number of articles in which two of them
    appear together.
    """
    import sys

    from index.export.export_registry import find_format
    from index.export.file_writing import write_out
    from index.export.gathering import Gathering

    known = find_format(format, Subject.RESULTS)
    names = lines_of(file)
    with call.library() as library:
        entities = {one.id: one for found in named(library, names) for one in found}
        ids: dict[ArticleId, None] = {}
        for entity in entities.values():
            ids.update(dict.fromkeys(_naming(library, entity)))
        material = Gathering(library, call.texts).articles(list(ids))
        material = replace(material, title=Path(file).name, among=frozenset(entities))
        if out is not None:
            for path in write_out(known, material, Path(out)):
                call.narrate(call.texts("Written: {path}", path=path))
            return
        for _, content in known.write(material):
            sys.stdout.buffer.write(content)


def _naming(library: Library, entity: Entity) -> list[ArticleId]:
    which = (Filter(Facet(entity.kind.value), entity.id),)
    request = SearchRequest(filters=which, limit=0, facets=False, excerpts=0)
    return [hit.id for hit in library.search(request).hits]


def _row(name: str, found: Sequence[Entity]) -> dict[str, Any]:
    return {
        "name": name,
        "entities": [
            {
                "id": one.id, "name": one.name, "kind": one.kind.value,
                "articles": one.articles, "mentions": one.mentions,
            }
            for one in found
        ],
    }  # fmt: skip
