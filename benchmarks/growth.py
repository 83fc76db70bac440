"""How the time to read a file grows with its size: repeated pieces of every kind, three sizes each.

    python benchmarks/growth.py [--sizes 20 80 320] [KIND …]

Prints the seconds of the processor and the exponent between the two largest sizes: 1 is linear, 2 grows
with the square. A kind above 1.2 is marked, and makes the command fail.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import sys
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from index.building.annotation import annotate_text
from index.building.worker import collect_seldom
from index.corpus.reading import read
from index.entities.recognition import Recogniser
from index.entities.statistical import readings
from index.model.article import Article
from index.search.zones import article_words

MOST = 1.2
"""The largest exponent that still counts as linear: the processor's caches alone cost some."""
_FEWEST_TURNS, _TURNS = 3, 7
LITTLE = 0.05
"""Seconds below which a kind is quick at the largest size whatever its exponent."""

TEXTS = {
    "numbers in words": "vingt et un ",
    "hundreds in words": "deux cent quatre-vingt-dix-neuf mille ",
    "numbers": "12 345 678,9 ",
    "long number": "1234567890",
    "dates": "le 12 mars 2021, ",
    "weekdays": "lundi mardi mercredi ",
    "days of a month": "les 1er, 2, 3 et 4 mai ",
    "intervals": "du 3 au 4 mai et du 5 ",
    "years": "en 1999, 2000 et 2001-2002 ",
    "times": "à 12 h 30, vers 9h05 ",
    "ages": "âgé de 33 ans et 4 mois ",
    "money": "3,5 millions de dollars ",
    "percent": "3,5 % à 4 % de ",
    "quotations": "« oui », dit Paul. ",
    "nested quotations": "« “oui”, dit Paul. » ",
    "opened quotations": "« oui ",
    "closed quotations": "oui » ",
    "English quotations": "“oui” a dit Paul. ",
    "straight quotations": '"oui", a dit Paul. ',
    "straight marks": '"',
    "dashes": "— oui, dit-il. ",
    "dash lines": "— Oui.\n",
    "incises": "oui, a-t-il dit, non, a-t-elle ajouté, ",
    "verbs of saying": "a dit a ajouté a précisé ",
    "speakers": "selon Paul, d’après Pierre, ",
    "names": "Jean-Pierre Dupont de La Tour ",
    "initials": "J. P. D. ",
    "particles": "de la du des d’ l’ ",
    "capitals": "ACCORD DE PAIX ",
    "acronyms": "Organisation des Nations unies (ONU) ",
    "open brackets": "(",
    "brackets": "(a (b) c) ",
    "square brackets": "[a] [b",
    "apostrophes": "l'l'l'",
    "hyphens": "a-b-c-",
    "points": "a. b.. c... ",
    "commas": "a, b, ",
    "spaces": " a" + " " * 30,
    "non-breaking spaces": "a\u00a0\u202f",
    "line ends": "\n",
    "short lines": "ab\n",
    "paragraphs": "Le budget est voté.\n\n",
    "one word": "a",
    "one sentence": "le conseil vote le budget de la ville et ",
    "glued words": "budgetLe conseilDe ",
    "addresses": "https://exemple.fr/a?b=c ",
    "mails": "a@exemple.fr ",
    "accents apart": "e\u0301",
    "mojibake": "Ã©tÃ© ",
    "signs": "• ★ → ",
    "emoji": "😀👍",
    "shares": "Partager sur Facebook\n",
    "credits": "Par Paul Dupont, AFP\n",
    "read also": "Lire aussi : un autre article\n\n",
    "titles of sections": "Un intertitre\n\nUn paragraphe de quelques mots.\n\n",
    "zero width": "a\u200b\u00ad",
    "ellipses": "… […] (…) ",
    "offices": "le ministre de la Défense, le général ",
    "places": "à Rabat, au Maroc, ",
    "percent signs": "%",
}
"""Pieces of a plain text."""
OTHERS = {
    "Markdown backticks": (".md", "", "`", ""),
    "Markdown emphasis": (".md", "", "**a* ", ""),
    "Markdown links": (".md", "", "[a](b ", ""),
    "Markdown images": (".md", "", "![", ""),
    "Markdown headings": (".md", "", "# a\n\n", ""),
    "Markdown quotes": (".md", "", "> a\n", ""),
    "Markdown fences": (".md", "", "```\na\n", ""),
    "HTML tags": (".html", "<html><body><article>", "<p>un mot", "</article></body></html>"),
    "HTML nesting": (".html", "<html><body>", "<div>a", "</body></html>"),
    "HTML entities": (".html", "<html><body><p>", "&amp;lt;b", "</p></body></html>"),
    "HTML comments": (".html", "<html><body><p>un texte</p>", "<!-- a ", "</body></html>"),
    "feed entities": (
        ".xml", "<rss version='2.0'><channel><title>a</title><item><title>b</title><description>",
        "&amp;lt;b", "</description></item></channel></rss>",
    ),
    "feed items": (
        ".xml", "<rss version='2.0'><channel><title>a</title>",
        "<item><title>b</title><description>un mot de plus</description></item>", "</channel></rss>",
    ),
    "JSON Lines": (".jsonl", "", json.dumps({"title": "a", "text": "Le budget est voté."}) + "\n", ""),
    "CSV": (".csv", "title,text\n", "a,Le budget est voté ce soir.\n", ""),
    "CSV quotes": (".csv", "title,text\n", '"a","', ""),
    "front matter": (".md", "---\ntitle: a\ntags: [", "a, ", "]\n---\nUn texte de quelques mots."),
}  # fmt: skip
"""Kind → ending, what stands before, the piece, what stands after."""


def content(kind: str, size: int) -> tuple[str, bytes]:
    """The name of a file and its bytes, about `size` of them, mostly one piece repeated."""
    if kind in TEXTS:
        ending, head, piece, tail = (
            ".txt",
            "Le budget est voté par le conseil.\n\n",
            TEXTS[kind],
            "",
        )
    else:
        ending, head, piece, tail = OTHERS[kind]
    times = max(1, (size - len(head) - len(tail)) // len(piece.encode()))
    return f"a{ending}", (head + piece * times + tail).encode()


def seconds(kind: str, size: int, recogniser: Recogniser) -> float:
    """Of the processor, for one file from its bytes to words and names."""
    name, data = content(kind, size)
    gc.collect()
    started = time.process_time()
    for found in read(data, relative=name):
        if isinstance(found, Article):
            article = annotate_text(found)
            list(readings(recogniser, [article.text], tagger=None))
            article_words(article)
    return time.process_time() - started


def exponent(kind: str, sizes: tuple[int, int], recogniser: Recogniser) -> tuple[float, float]:
    """Between two sizes, and the seconds at the larger.

    Each is the least of three measurements by turns, of more while the exponent is above the limit:
    whatever else runs on the machine only ever adds to them, in its caches too.
    """
    least = [math.inf, math.inf]
    for turn in range(_TURNS):
        least = [
            min(before, seconds(kind, size, recogniser))
            for before, size in zip(least, sizes, strict=True)
        ]
        first, second = least
        grown = math.log(max(second, 1e-4) / max(first, 1e-4)) / math.log(sizes[1] / sizes[0])
        if turn >= _FEWEST_TURNS - 1 and grown <= MOST:
            break
    return grown, second


def main(arguments: Iterable[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--sizes", nargs=3, type=int, default=[20, 80, 320], help="in kB")
    options = parser.parse_args(None if arguments is None else list(arguments))
    collect_seldom()  # as in a process that builds
    recogniser = Recogniser.load()
    seconds("one sentence", 20_000, recogniser)  # all imports and tables
    worst, failed = 0.0, []
    for kind in options.kinds or [*TEXTS, *OTHERS]:
        small = seconds(kind, options.sizes[0] * 1000, recogniser)
        grown, last = exponent(kind, (options.sizes[1] * 1000, options.sizes[2] * 1000), recogniser)
        counts = last > LITTLE
        worst = max(worst, grown if counts else 0)
        slow = counts and grown > MOST
        failed += [kind] if slow else []
        print(
            f"{kind:<22} {small:7.2f} s {last:7.2f} s  {grown:5.2f}{'  ←' if slow else ''}",
            flush=True,
        )
    print(f"{len(options.kinds or [*TEXTS, *OTHERS])} kinds, largest exponent {worst:.2f}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
