"""The lists that the program is made of: a key that stands twice would silently hide the first."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path

import pytest
import yaml

FILES = sorted(Path(__file__).parent.parent.glob("index/**/data/*.yaml"))


class Strict(yaml.SafeLoader):
    """Refuses a key that stands twice."""


def _mapping(loader: Strict, node: yaml.MappingNode) -> dict[Hashable, object]:
    found: dict[Hashable, object] = {}
    for key, value in node.value:
        name = loader.construct_object(key, deep=True)
        assert name not in found, f"{name} stands twice, {node.start_mark}"
        found[name] = loader.construct_object(value, deep=True)
    return found


Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_no_key_stands_twice(path: Path) -> None:
    yaml.load(path.read_text(encoding="utf-8"), Strict)
