"""The field that an element of an XML file names: by its tag, or by an attribute or a key beside a general tag."""

from __future__ import annotations

import re

from index.corpus.document import SourceRules
from index.corpus.fields import Field, field_of
from index.corpus.strand import Strand, Weaver
from index.corpus.xml import Node, plain_text

_GENERAL = frozenset(
    [
        "field",
        "fields",
        "col",
        "column",
        "colonne",
        "cell",
        "cellule",
        "champ",
        "item",
        "value",
        "val",
        "valeur",
        "prop",
        "property",
        "propriete",
        "attr",
        "attribute",
        "data",
        "str",
        "string",
        "arr",
        "array",
        "meta",
        "metadata",
        "element",
        "entry",
        "zone",
        "var",
        "variable",
        "rubrique",
        "info",
        "donnee",
        "param",
    ]
)
"""Tags that say nothing of what stands in them: « <field name="title"> »."""
_NAMING = ("name", "nom", "key", "cle", "label", "libelle", "id", "type", "property", "code", "k")
_KEYED = "recoupe-key"
_ATTRIBUTE = re.compile(
    r"\s(?P<name>[\w:.-]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')"
)


def field_in(node: Node, rules: SourceRules) -> Field | None:
    """The field of an element."""
    if (key := node.attributes.get(_KEYED)) is not None:
        return field_of(key, rules=rules)
    if node.tag in _GENERAL:
        for name in _NAMING:
            if (told := node.attributes.get(name)) and (field := field_of(told, rules=rules)):
                return field
    return field_of(node.tag, rules=rules)


def name_keys(raw: str, tree: Node) -> None:
    """Gives each value of a property list (`<key>title</key><string>…`) the name of its key."""
    for node in tree.walk():
        if node.tag != "dict":
            continue
        key = None
        for child in node.elements():
            if child.tag == "key":
                key = plain_text(raw, child)
            elif key is not None:
                child.attributes[_KEYED] = key
                key = None
        node.children = [c for c in node.children if not (isinstance(c, Node) and c.tag == "key")]


def attribute_strand(raw: str, node: Node, name: str) -> Strand:
    """The text of an attribute at its place in the file; empty without one."""
    weaver = Weaver()
    for match in _ATTRIBUTE.finditer(raw, node.start, raw.find(">", node.start) + 1):
        if match["name"].rpartition(":")[2].lower() == name:
            _resolve(
                weaver, raw, *match.span("double" if match["double"] is not None else "single")
            )
            break
    return weaver.strand()


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")


def _resolve(weaver: Weaver, raw: str, start: int, end: int) -> None:
    import html

    at = start
    for match in _ENTITY.finditer(raw, start, end):
        weaver.take(raw[at : match.start()], at)
        weaver.put(html.unescape(match.group()), *match.span())
        at = match.end()
    weaver.take(raw[at:end], at)
