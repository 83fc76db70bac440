"""How well files in which people keep several articles are read: `python -m benchmarks.kept_files [FOLDER]`.

A folder holds files and a `key.yaml` with the articles of each: title, outlet, day, author, the first and the last
words. Printed are totals only, so that a folder may stay unread: files with the right number of articles, articles
that are found, that stand alone and whole, and what is told of them, right and wrong of what the key has.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from index.corpus.file_reading import read
from index.model.article import Article

_UNREAD = Path(__file__).parent / "unread" / "kept_files"
_START = 40
_FIELDS = ("title", "source", "author", "date")


def main() -> None:
    parser = argparse.ArgumentParser(description="Files in which people keep several articles.")
    parser.add_argument("folder", type=Path, nargs="?", default=_UNREAD)
    folder: Path = parser.parse_args().folder
    key = yaml.safe_load((folder / "key.yaml").read_text(encoding="utf-8"))
    counted: Counter[str] = Counter()
    for name, entry in key.items():
        data = (folder / name).read_bytes()
        found = [one for one in read(data, relative=name) if isinstance(one, Article)]
        counted += _of_file(found, entry["articles"] or [])
    print(f"{len(key)} files, right number of articles {counted['files']}")
    print(
        f"{counted['wanted']} articles, found {counted['found']}, alone {counted['alone']}, whole {counted['whole']}"
    )
    for field in _FIELDS:
        asked, right, wrong = (counted[f"{field} {what}"] for what in ("asked", "right", "wrong"))
        print(f"{field}: {right} of {asked}, wrong {wrong}, told though there is none {counted[f'{field} made']}")  # fmt: skip


def _of_file(found: Sequence[Article], wanted: Sequence[dict[str, Any]]) -> Counter[str]:
    counted = Counter(wanted=len(wanted), files=int(len(found) == len(wanted)))
    firsts = [_plain(one["first"])[:_START] for one in wanted]
    for one, first in zip(wanted, firsts, strict=True):
        article = next((a for a in found if first in _plain(a.text)), None)
        if article is None:
            continue
        text = _plain(article.text)
        counted["found"] += 1
        counted["alone"] += sum(other in text for other in firsts) == 1
        counted["whole"] += _plain(one["last"]) in text
        told = (article.title, article.source, article.author, (article.published.value or "")[:10])
        for field, value in zip(_FIELDS, told, strict=True):
            if one.get(field) is None:
                counted[f"{field} made"] += bool(value) and field != "title"
                continue
            right = _plain(value) == _plain(one[field])
            counted[f"{field} asked"] += 1
            counted[f"{field} right"] += right
            counted[f"{field} wrong"] += bool(value) and not right
    return counted


def _plain(text: object) -> str:
    folded = unicodedata.normalize("NFKC", str(text or "")).lower().replace("’", "'")
    return re.sub(r"[\W_]+", " ", folded).strip()


if __name__ == "__main__":
    main()
