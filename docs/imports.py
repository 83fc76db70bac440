"""Draws which room imports which, from the code: `make pictures` writes it into docs/architecture.md.

python docs/imports.py [--check]
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs/architecture.md"
BEGIN, END = "<!-- imports: begin -->", "<!-- imports: end -->"
EVERYWHERE = frozenset(("index.model", "index.text", "index.errors", "index.interface"))
"""Rooms that nearly all others know; their arrows would hide the rest."""


def room_of(module: str) -> str | None:
    """`index.compare.rows` → `index.compare`; None for what is not ours."""
    parts = module.split(".")
    if parts[0] == "tui":
        return "tui.desk" if parts[1:2] == ["desk"] else "tui"
    return ".".join(parts[:2]) if parts[0] == "index" and len(parts) > 1 else None


def edges() -> dict[str, set[str]]:
    """Room → the rooms that it imports, late and type-only imports included."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted([*ROOT.glob("index/**/*.py"), *ROOT.glob("tui/**/*.py")]):
        here = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                there = room_of(name)
                if here and there and there != here and there not in EVERYWHERE:
                    found[here].add(there)
    return found


def picture() -> str:
    """The graph in Mermaid, which code hosts draw."""
    lines = ["```mermaid", "graph LR"]
    for here, there in sorted(edges().items()):
        lines += [
            f"  {here.replace('.', '/')} --> {one.replace('.', '/')}" for one in sorted(there)
        ]
    return "\n".join([*lines, "```"])


def main() -> int:
    text = TARGET.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    made = f"{before}{BEGIN}\n{picture()}\n{END}{after}"
    if "--check" in sys.argv:
        return int(made != text)
    TARGET.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
