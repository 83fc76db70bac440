"""The text of saved web pages as four libraries find it, and as Recoupe does, on the same pages.

    python -m benchmarks.extractors GLUED.jsonl.xz [--pages N]

The pages are those of `benchmarks.copied_pages` as HTML, once with `main`, `nav` and `aside`, once with nothing but
`div` (as many sites have it). Printed: precision, recall and F of the words, and pages that lose more than a twentieth. What is
not installed is left out (trafilatura, readability-lxml, newspaper4k, jusText).
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable
from html import escape, unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.copied_pages import OUTLETS, Made, Outlet, sources, text_of
from index.corpus.file_reading import read
from index.model.article import Article

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]+>")
Extractor = Callable[[str], str]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("glued", type=Path)
    parser.add_argument("--pages", type=int, default=3, help="of each outlet")
    given = parser.parse_args()
    known = sources(given.glued)
    for form, page_as in (("main, nav, aside", _with_elements), ("div alone", _with_divs)):
        pages = []
        for number in range(1, OUTLETS, 2):
            for page in range(given.pages):
                r = random.Random(f"{number} {page}")
                article, *others = r.sample(known, 40)
                made = Outlet(number).page(article, others, r)
                pages.append((made, page_as(made, r)))
        print(f"{form}, {len(pages)} pages of outlets held out")
        for name, extract in extractors().items():
            print(f"  {name:18} {_judged(pages, extract)}")


def extractors() -> dict[str, Extractor]:
    """Recoupe, and the libraries that are installed."""
    known: dict[str, tuple[str, Extractor]] = {
        "Recoupe": ("index", _ours),
        "trafilatura": ("trafilatura", _trafilatura),
        "readability-lxml": ("readability", _readability),
        "newspaper4k": ("newspaper", _newspaper),
        "jusText": ("justext", _justext),
    }
    return {name: extract for name, (module, extract) in known.items() if find_spec(module)}


def _judged(pages: list[tuple[Made, str]], extract: Extractor) -> str:
    total: Counter[str] = Counter()
    for made, html in pages:
        true = Counter(_WORD.findall(" ".join(made.paragraphs).lower()))
        found = Counter(_WORD.findall(extract(html).lower()))
        # The title is no part of the true text; whoever gives it is not blamed for it.
        extra = found - true - Counter(_WORD.findall(made.title.lower()))
        lost = (true - found).total()
        total.update(true=true.total(), lost=lost, right=true.total() - lost, extra=extra.total())
        total["hurt"] += lost > 0.05 * true.total()
    precision = total["right"] / max(1, total["right"] + total["extra"])
    recall = 1 - total["lost"] / total["true"]
    score = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.4f} F {score:.3f}  hurt {total['hurt']}/{len(pages)}"


def _with_elements(made: Made, r: random.Random) -> str:
    return text_of(made, "html", r)[0]


def _with_divs(made: Made, r: random.Random) -> str:
    lines = made.lines
    above = "".join(f"<div><a href='#'>{escape(line)}</a></div>\n" for line in lines[: made.first])
    inside = "".join(
        f"<div>{escape(line)}</div>\n" for line in lines[made.first + 1 : made.last + 1]
    )
    below = "".join(
        f"<div><a href='#'>{escape(line)}</a></div>\n" for line in lines[made.last + 1 :]
    )
    title = escape(made.title)
    return (
        f"<!doctype html><html lang=fr><head><title>{title} | {escape(made.outlet)}</title></head><body><div>{above}</div>"
        f"<div><div>{title}</div>{inside}</div><div>{below}</div></body></html>"
    )


def _ours(html: str) -> str:
    found = [a for a in read(html.encode(), relative="page.html") if isinstance(a, Article)]
    best = max(found, key=lambda article: len(article.text), default=None)
    return f"{best.text} {best.description or ''}" if best else ""


def _trafilatura(html: str) -> str:
    import trafilatura

    found: Any = trafilatura.extract(html, include_comments=False)
    return found or ""


def _readability(html: str) -> str:
    from readability import Document

    return unescape(_TAG.sub(" ", Document(html).summary()))


def _newspaper(html: str) -> str:
    import newspaper

    article = newspaper.article("https://page.example/a", language="fr", input_html=html)
    return str(article.text)


def _justext(html: str) -> str:
    import justext

    found = justext.justext(html.encode(), justext.get_stoplist("French"))
    return " ".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)


if __name__ == "__main__":
    main()
