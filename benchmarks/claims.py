"""Claims found in a corpus: the title of one article as the claim, another on the same story as the answer.

    python -m benchmarks.claims EVAL_FOLDER CORPUS [ARTICLES] [CLAIMS]

Silver, not gold: pairs of different sources that tell the same story (`story-pairs.jsonl`); the article that the
title is of is left out of the corpus. Printed: claims with a passage of the other article among the first five.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
import tempfile
from pathlib import Path

from tui import recoupe


def main() -> None:
    folder, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    size = int(sys.argv[3]) if len(sys.argv) > 3 else 3_000
    asked = int(sys.argv[4]) if len(sys.argv) > 4 else 200
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    told = (folder / "story-pairs.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(line) for line in told]
    pairs = [
        p
        for p in pairs
        if p["kind"] == "same_story"
        and p["source_a"] != p["source_b"]
        and p["a"] in records
        and p["b"] in records
    ]
    chance = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 3)
    chance.shuffle(pairs)
    claims: dict[str, str] = {}
    for pair in pairs:
        if pair["a"] not in claims.values() and pair["b"] not in claims and len(claims) < asked:
            claims[pair["a"]] = pair["b"]
    held = [id for id in claims.values() if id not in claims]
    others = [id for id in records if id not in claims and id not in held]
    chosen = [
        *dict.fromkeys(held),
        *chance.sample(others, max(0, min(size - len(held), len(others)))),
    ]
    with tempfile.TemporaryDirectory() as room:
        file = Path(room, "press.jsonl")
        with file.open("w", encoding="utf-8") as out:
            for id in chosen:
                r = records[id]
                out.write(
                    json.dumps(
                        {
                            "id": id,
                            "title": r["title"],
                            "heading": r["heading"],
                            "article": r["article"],
                            "date": r["date"],
                        },
                        ensure_ascii=False,
                    )
                    + "\n"
                )
        with recoupe.open(file, index=str(Path(room, "index"))) as opened:
            found = total = said = 0
            for one, other in claims.items():
                if other not in held:
                    continue
                total += 1
                answers = opened.library.claim(records[one]["title"], most=5)
                ids = [opened.article(answer.article).record_id for answer in answers]
                found += other in ids
                said += any(
                    i == other and a.relation.value == "says"
                    for i, a in zip(ids, answers, strict=True)
                )
    print(
        f"{total} claims on {len(chosen)} articles: {found / total:.3f} among the first five, {said / total:.3f} said to say it"
    )


if __name__ == "__main__":
    main()
