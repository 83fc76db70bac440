"""Forty files in which people keep press articles, by somebody who knew no program: each article stands alone and whole.

`key.yaml` beside the files says what is in each; `known.yaml` what is still told otherwise, so that neither a fault nor
its end goes unseen. The articles are invented.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.corpus.file_reading import read
from index.model.article import Article

FOLDER = Path(__file__).parent / "data" / "kept_files"
KEY: dict[str, Any] = yaml.safe_load((FOLDER / "key.yaml").read_text(encoding="utf-8"))
KNOWN: dict[str, list[str]] = yaml.safe_load((FOLDER / "known.yaml").read_text(encoding="utf-8"))
_START = 40


def plain(text: object) -> str:
    folded = unicodedata.normalize("NFKC", str(text or "")).lower().replace("’", "'")
    return re.sub(r"[\W_]+", " ", folded).strip()


def told_otherwise(name: str) -> list[str]:
    """What is not told of a file as its key has it."""
    data = (FOLDER / name).read_bytes()
    found = [one for one in read(data, relative=name) if isinstance(one, Article)]
    wanted = KEY[name]["articles"] or []
    misses = [f"{len(found)} articles"] if len(found) != len(wanted) else []
    for number, one in enumerate(wanted, 1):
        holding = [a for a in found if plain(one["first"])[:_START] in plain(a.text)]
        if not holding:
            misses.append(f"{number} is not found")
            continue
        article = holding[0]
        others = [
            other for other in wanted if plain(other["first"])[:_START] in plain(article.text)
        ]
        if len(others) > 1:
            misses.append(f"{number} stands with others")
        if plain(one["last"]) not in plain(article.text):
            misses.append(f"{number} is cut")
        told = {
            "title": article.title,
            "source": article.source,
            "author": article.author,
            "date": (article.published.value or "")[:10],
        }
        misses += [
            f"{number} {field}: {value}"
            for field, value in told.items()
            if (field == "title" or one.get(field) or value)
            and plain(value) != plain(one.get(field))
        ]
    return misses


@pytest.mark.parametrize("name", KEY)
def test_what_people_keep_is_read_as_they_know_it(name: str) -> None:
    assert told_otherwise(name) == KNOWN.get(name, [])
