"""How many plain files a second become articles on one core, in seconds of the processor.

    python -m benchmarks.reading CORPUS.jsonl.xz [N]

Takes every eighth article (title, article a line) as the bytes of a text file, N at the most (1,500).
"""

from __future__ import annotations

import argparse
import json
import lzma
import time
from itertools import islice

from index.corpus.reading import read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("number", type=int, nargs="?", default=1500)
    told = parser.parse_args()
    files = []
    with lzma.open(told.corpus, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, 8 * told.number, 8):
            record = json.loads(line)
            body = record["article"].replace("\n", "\n\n")
            files.append(f"{record['title']}\n\n{body}\n".encode())
    started = time.process_time()
    for at, data in enumerate(files):
        list(read(data, relative=f"{at}.txt"))
    taken = time.process_time() - started
    print(
        f"{len(files) / taken:.0f} files a second, {sum(map(len, files)) // len(files)} bytes each"
    )


if __name__ == "__main__":
    main()
