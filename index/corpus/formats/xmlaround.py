"""What the elements around a record say of it: the outlet, the section or the day of the group that it lies in."""

from __future__ import annotations

from collections.abc import Iterator

from index.corpus.document import SourceRules
from index.corpus.fields import Field, Value, field_of
from index.corpus.formats.record_groups import OF_FILE, OF_GROUP, named_by
from index.corpus.formats.xmlnames import field_in
from index.corpus.xml import Node, plain_text


class Around:
    """The elements around each record of a file; asked for one record at a time."""

    def __init__(self, raw: str, top: Node, rules: SourceRules) -> None:
        self._raw, self._top, self._rules = raw, top, rules
        self._outer: dict[int, Node] = {}
        for node in top.walk():
            for child in node.elements():
                self._outer[child.start] = node
        self._said: dict[int, list[tuple[Field, Value]]] = {}

    def pairs(self, node: Node, articles: set[int]) -> list[tuple[Field, Value]]:
        """The fields that the elements around a record state for it, the nearest first.

        `articles` are the places of all records: what one of them says is of itself.
        """
        told: list[tuple[Field, Value]] = []
        outer = self._outer.get(node.start)
        while outer is not None:
            if outer.start not in articles:
                if outer.start not in self._said:
                    self._said[outer.start] = list(self._of(outer, articles))
                told += self._said[outer.start]
            outer = self._outer.get(outer.start)
        return told

    def _of(self, group: Node, articles: set[int]) -> Iterator[tuple[Field, Value]]:
        wanted = OF_GROUP if group is not self._top else OF_FILE
        members: list[tuple[str, Value]] = list(group.attributes.items())
        for name, value in group.attributes.items():
            if (stated := field_of(name, rules=self._rules)) in wanted and stated is not None:
                yield stated, value
        for child in group.elements():
            if child.start in articles or any(True for _ in child.elements()):
                continue
            said = plain_text(self._raw, child)
            members.append((child.tag, said))
            if (named := field_in(child, self._rules)) in wanted and named is not None:
                yield named, said
        if group is not self._top:
            yield from named_by(members, group.tag, self._rules)
