"""The same network as two tables, nodes.csv and edges.csv, as Gephi and R read them."""

from __future__ import annotations

from index.export.csv_table import in_csv
from index.export.export_format import ExportFormat, Files
from index.export.material import Material, Subject
from index.export.network import network


def write(material: Material) -> Files:
    nodes, edges = network(material)
    yield (
        "nodes.csv",
        in_csv(
            ("Id", "Label", "Nature", "Articles", "Premier", "Dernier"),
            [(n.id, n.name, n.kind.value, str(n.articles), n.first, n.last) for n in nodes],
            delimiter=material.delimiter,
        ),
    )
    yield (
        "edges.csv",
        in_csv(
            ("Source", "Target", "Type", "Weight"),
            [(e.source, e.target, "Undirected", str(e.weight)) for e in edges],
            delimiter=material.delimiter,
        ),
    )


FORMAT = ExportFormat("edges-csv", "", frozenset((Subject.RESULTS, Subject.ENTITY)), write)
