"""How the time to read a file grows with its size: repeated pieces of every kind, three sizes each.

    python benchmarks/growth.py [--sizes 20 80 320] [KIND …]

Prints the seconds of the processor, the exponent over all three sizes and the one between the two largest:
1 is linear, 2 grows with the square. A kind above 1.2, or above 1.4 at last, is marked, and makes the
command fail.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import math
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from index.building.annotation import annotate_names, annotate_text
from index.corpus.file_reading import read
from index.corpus.noise import NoiseLearner
from index.entities.name_reading import settled
from index.entities.offices import offices_of
from index.entities.recognition import Recogniser
from index.entities.statistical import readings
from index.entities.votes import CorpusVotes
from index.garbage import collect_seldom
from index.model.article import Article
from index.search.zones import article_words

MOST = 1.2
"""The largest exponent that still counts as linear: the processor's caches alone cost some."""
_FEWEST_TURNS, _TURNS = 3, 7
_LONG = 2.0
"""Seconds from which one measurement is enough, unless it looks worse than linear."""
MOST_AT_LAST = 1.4
"""The same between two sizes alone, where a fifth more time by chance makes .13 of it."""
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
    "sayings in a row": "Paul Dupont a dit « oui ». Il a ajouté « non ». ",
    "persons and pronouns": "Paul Dupont est venu. « Oui », a-t-il dit. ",
    "words said again": "Le « pont de bois rouge » est là. « Nous partons demain », a dit Paul Dupont. ",
    "pronouns": "« Oui », a-t-il dit. « Non », a répondu la ministre. ",
    "quotations in one sentence": "le « budget » et la « ville » de « Nador », ",
    "persons who speak": "Selon Paul Dupont, « oui ». Marie Durand estime que « non ». ",
    "turns of an interview": "Paul Dupont : Oui, c'est voté.\n\nMarie Durand : Non.\n\n",
    "offices": "le ministre de la Défense, le général ",
    "places": "à Rabat, au Maroc, ",
    "percent signs": "%",
}
"""Pieces of a plain text."""
_WIKI = "<mediawiki><page><title>a</title><ns>0</ns><revision><text>"
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
    "JSON article": (".json", '{"title": "a", "text": "', r"Le conseil a vot\u00e9. « Oui », a dit Paul Dupont.\n\n", '"}'),
    "JSON paragraph": (".json", '{"title": "a", "text": "', "Le conseil vote le budget 5. « Oui ». ", '"}'),
    "JSON of web text": (".json", '{"title": "a", "text": "', "<p>Le conseil a vot&eacute; ce soir.</p>", '"}'),
    "wiki templates": (".xml", _WIKI, "{{a|b ", "</text></revision></page></mediawiki>"),
    "wiki links": (".xml", _WIKI, "[[a|b ", "</text></revision></page></mediawiki>"),
    "wiki comments": (".xml", _WIKI, "&lt;!-- a ", "</text></revision></page></mediawiki>"),
    "messages": (".txt", "", "17/01/2023, 08:15 - Paul: Le budget est voté.\n", ""),
    "pasted mails": (".txt", "", "De : a <a@b>\nDate : lundi\nObjet : un\nÀ : c\n\nLe budget est voté.\n\n", ""),
    "heads of mails": (".txt", "", "Objet : un\n", ""),
    "YAML": (".yaml", "", "- titre: a\n  texte: Le budget est voté.\n", ""),
    "YAML nesting": (".yaml", "", "a:\n- b: c\n", ""),
    "LaTeX": (".tex", "", "Le \\emph{budget} est vot\\'e, dit-on.\n\n", ""),
    "LaTeX braces": (".tex", "", "{\\section{a ", ""),
    "reStructuredText": (".rst", "", "Le *budget*\n===========\n\nIl est `voté <a>`_.\n\n", ""),
    "AsciiDoc": (".adoc", "", "== Le *budget*\n\nIl est link:a[voté] https://b[ce soir].\n\n", ""),
    "bookmarks": (".html", "<!DOCTYPE NETSCAPE-Bookmark-file-1>", "<a href=\"x\">a</a><dd>un mot ", ""),
    "JSON under keys": (".json", "{", '"k": {"titre": "T", "texte": "Le budget est voté."}, ', '"z": 1}'),
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
    """Of the processor, for one file."""
    gc.collect()
    started = time.process_time()
    read_through(kind, size, recogniser)
    return time.process_time() - started


def calls(kind: str, size: int, recogniser: Recogniser) -> int:
    """How many functions are called for one file, which no other work on the machine changes."""
    profile = cProfile.Profile()
    profile.runcall(read_through, kind, size, recogniser)
    return sum(entry.callcount for entry in profile.getstats())


def read_through(kind: str, size: int, recogniser: Recogniser) -> None:
    """Reads one file from its bytes to words, names and who says what."""
    name, data = content(kind, size)
    for found in read(data, relative=name):
        if isinstance(found, Article):
            article = annotate_text(found)
            (reading,) = readings(recogniser, [article.text], tagger=None)
            article_words(article)
            votes = CorpusVotes()
            votes.add(reading.words, reading.candidates)
            NoiseLearner().add(article)
            mentions = settled(reading, recogniser, votes=votes).mentions
            offices = offices_of(article.text, mentions)
            annotate_names(article, mentions, offices=offices)


def measured(kind: str, sizes: Sequence[int], recogniser: Recogniser) -> list[float]:
    """Seconds at each size, the least of three measurements by turns, of more while they look worse
    than linear: whatever else runs on the machine only ever adds to them."""
    least = [math.inf] * len(sizes)
    for turn in range(_TURNS):
        least = [
            min(before, seconds(kind, size, recogniser))
            for before, size in zip(least, sizes, strict=True)
        ]
        enough = turn >= _FEWEST_TURNS - 1 or least[-1] > _LONG
        if enough and not is_worse(least, sizes):
            break
    return least


def exponent(times: Sequence[float], sizes: Sequence[int]) -> float:
    """From the first to the last, which is the slope of the line through all when they are in a row."""
    return math.log(max(times[-1], 1e-4) / max(times[0], 1e-4)) / math.log(sizes[-1] / sizes[0])


def is_worse(times: Sequence[float], sizes: Sequence[int]) -> bool:
    """Than linear: over all sizes, or steeply from the last but one on."""
    return times[-1] > LITTLE and (
        exponent(times, sizes) > MOST or exponent(times[-2:], sizes[-2:]) > MOST_AT_LAST
    )


def main(arguments: Iterable[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--sizes", nargs=3, type=int, default=[20, 80, 320], help="in kB")
    options = parser.parse_args(None if arguments is None else list(arguments))
    collect_seldom()  # as in a process that builds
    recogniser = Recogniser.load()
    seconds("one sentence", 20_000, recogniser)  # all imports and tables
    sizes = [size * 1000 for size in options.sizes]
    worst = worst_at_last = 0.0
    failed = []
    for kind in options.kinds or [*TEXTS, *OTHERS]:
        times = measured(kind, sizes, recogniser)
        whole, last = exponent(times, sizes), exponent(times[-2:], sizes[-2:])
        slow = is_worse(times, sizes)
        failed += [kind] if slow else []
        if times[-1] > LITTLE:
            worst, worst_at_last = max(worst, whole), max(worst_at_last, last)
        told = " ".join(f"{time:7.2f}" for time in times)
        print(f"{kind:<22} {told} s  {whole:5.2f} {last:5.2f}{'  ←' if slow else ''}", flush=True)
    print(
        f"{len(options.kinds or [*TEXTS, *OTHERS])} kinds, largest exponent {worst:.2f}, "
        f"between the two largest sizes {worst_at_last:.2f}"
    )
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
