"""How many plain files a second become articles on one core, and how often an encoding is told right.

    python -m benchmarks.reading CORPUS.jsonl.xz [N]

Takes every eighth article (title, article a line) as the bytes of a text file, N at the most (1,500).
Then cuts stretches of 60 to 20,000 characters out of the same articles, writes them in the encodings
that French was saved in, some damaged, and prints how many are read back as they were.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import time
from collections.abc import Callable
from itertools import islice

from index.corpus.document import UnreadableError
from index.corpus.encoding import decoded, find_encoding
from index.corpus.file_reading import read

_LENGTHS = {60: 60, 120: 60, 300: 60, 1000: 60, 5000: 20, 20_000: 20}
"""Characters of a stretch, and how many stretches of that length are asked about."""
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u202f": "\u00a0"}
    | {"œ": "oe", "Œ": "OE", "€": "euros", "\u2009": " "}
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("number", type=int, nargs="?", default=1500)
    told = parser.parse_args()
    files, articles = [], []
    with lzma.open(told.corpus, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, 8 * told.number, 8):
            record = json.loads(line)
            articles.append(record["article"])
            body = record["article"].replace("\n", "\n\n")
            files.append(f"{record['title']}\n\n{body}\n".encode())
    started = time.process_time()
    for at, data in enumerate(files):
        list(read(data, relative=f"{at}.txt"))
    taken = time.process_time() - started
    print(
        f"{len(files) / taken:.0f} files a second, {sum(map(len, files)) // len(files)} bytes each"
    )
    _report_encodings("\n\n".join(articles))


def _report_encodings(text: str) -> None:
    print(f"{'encoding':>16} " + " ".join(f"{length:>8}" for length in _LENGTHS))
    chance = random.Random(3)
    names = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "iso8859-15")
    for name in (*names, "mac_roman", "cp850"):
        cells = [_told(text, length, name, None, chance) for length in _LENGTHS]
        print(f"{name:>16} " + " ".join(f"{cell:>8}" for cell in cells), flush=True)
    for label, damage in (("foreign byte", _with_a_byte), ("lost byte", _without_a_byte)):
        cells = [_told(text, length, "utf-8", damage, chance) for length in _LENGTHS]
        print(f"{label:>16} " + " ".join(f"{cell:>8}" for cell in cells), flush=True)


def _told(
    text: str,
    length: int,
    encoding: str,
    damage: Callable[[bytes, random.Random], bytes] | None,
    chance: random.Random,
) -> str:
    """Right answers of those asked; stretches of ASCII alone say nothing and are left out."""
    right = asked = 0
    for _ in range(_LENGTHS[length]):
        at = chance.randrange(len(text) - length)
        stretch = _fitting(text[at : at + length], encoding)
        if stretch.isascii() and not encoding.startswith("utf-16"):
            continue
        data = stretch.encode(encoding)
        asked += 1
        try:
            if damage is None:
                right += decoded(data, find_encoding(data)) == stretch
            else:
                right += find_encoding(damage(data, chance)) == "utf-8"
        except UnreadableError:
            continue
    return f"{right}/{asked}"


def _fitting(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "ignore").decode(encoding)
    return text


def _with_a_byte(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + b"\xff" + data[at + 1 :]


def _without_a_byte(data: bytes, chance: random.Random) -> bytes:
    at = chance.choice([place for place, byte in enumerate(data) if byte >= 0xC0])
    return data[:at] + data[at + 1 :]


if __name__ == "__main__":
    main()
