"""GEXF 1.2 for Gephi: the network of entities with kinds, counts and dates."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from index.export.export_format import ExportFormat, Files
from index.export.material import Material, Subject
from index.export.network import network
from index.text.visible import visible


def write(material: Material) -> Files:
    nodes, edges = network(material)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
        f'  <meta lastmodifieddate="{material.generation[:10]}"><creator>Recoupe</creator>'
        f"<description>{_text(material.title)}</description></meta>",
        '  <graph mode="static" defaultedgetype="undirected" timeformat="date">',
        '    <attributes class="node"><attribute id="0" title="nature" type="string"/>'
        '<attribute id="1" title="articles" type="integer"/></attributes>',
        "    <nodes>",
    ]
    for node in nodes:
        span = f' start="{node.first}" end="{node.last}"' if node.first else ""
        lines.append(
            f"      <node id={_value(node.id)} label={_value(node.name)}{span}><attvalues>"
            f'<attvalue for="0" value="{node.kind.value}"/><attvalue for="1" value="{node.articles}"/>'
            "</attvalues></node>"
        )
    lines += ["    </nodes>", "    <edges>"]
    for number, edge in enumerate(edges):
        lines.append(
            f'      <edge id="{number}" source={_value(edge.source)} target={_value(edge.target)} weight="{edge.weight}"/>'
        )
    lines += ["    </edges>", "  </graph>", "</gexf>", ""]
    yield "", "\n".join(lines).encode()


def _value(text: str) -> str:
    return quoteattr(visible(text))


def _text(text: str) -> str:
    return quoteattr(visible(text))[1:-1]


FORMAT = ExportFormat("gexf", "gexf", frozenset((Subject.RESULTS, Subject.ENTITY)), write)
