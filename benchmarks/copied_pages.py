"""Pages as people copy them, made of real articles: what the cleaning makes of them, by outlet.

    python -m benchmarks.copied_pages GLUED.jsonl.xz [--form select-all|title-to-foot|reader|wrapped|glued|html|w3m|lynx|pdf] [--show N]

GLUED holds articles with their true paragraphs (`glued-paragraphs.jsonl.xz`). Forty outlets are
composed from `outlets.yaml`; outlets with an even number were looked at when the rules were written,
odd ones are held out. Printed for both: titles right, precision and recall of the words of the text,
pages that lose more than a twentieth, authors and dates right and wrong.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import shutil
import textwrap
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from benchmarks.dumped import TOOLS, dumped
from index.corpus.cleaning.phrases import plain
from index.corpus.file_reading import read
from index.model.article import Article, Unread

OUTLETS = 40
POOLS: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("outlets.yaml").read_text(encoding="utf-8")
)
_WORD = re.compile(r"\w+")
_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


@dataclass
class Source:
    title: str
    paragraphs: list[str]


@dataclass
class Made:
    """A page and what is true of it."""

    lines: list[str]
    title: str
    paragraphs: list[str]
    author: str | None
    day: str
    outlet: str
    first: int = 0
    """The line of the title."""
    last: int = 0
    blanks: bool = True


@dataclass
class Outlet:
    """How the pages of one outlet are composed; the same for all its pages."""

    number: int
    rules: random.Random = field(init=False)

    def __post_init__(self) -> None:
        r = random.Random(f"outlet {self.number}")
        self.name = POOLS["names"][self.number % len(POOLS["names"])]
        menu = r.sample(POOLS["menu"], r.choice([0, 6, 12, 20, 35, 60]))
        self.menu = [r.choice(["  • ", "* ", "", "", ""]) + label for label in menu[:1]] and menu
        self.bullet = r.choice(["  • ", "* ", "", "", "", ""])
        self.top = r.sample(POOLS["top"], r.choice([0, 1, 3, 5]))
        self.tagline = r.choice(POOLS["taglines"])
        self.alerts = r.choice([0, 0, 0, 3, 5])
        self.consent = r.random() < 0.3
        self.names_itself = r.random() < 0.4
        self.suffix = r.random() < 0.2
        self.crumbs = r.choice(["", "", "lines", "line"])
        self.kicker = r.choice(["", "", "section", "abonnés", "VIDÉO. ", "EN DIRECT. "])
        self.byline = r.choice(POOLS["bylines"])
        self.byline_after_lead = r.random() < 0.3
        self.lead = r.random() < 0.6
        self.share = r.sample(POOLS["share"], r.choice([0, 2, 4, 6]))
        self.share_before = r.random() < 0.5
        self.picture = r.random() < 0.6
        self.caption = r.random() < 0.5
        self.inline = r.choice([0, 0, 1, 2, 3])
        self.inline_form = r.choice(POOLS["inline"])
        self.ads = r.random() < 0.3
        self.tags = r.choice([0, 0, 2, 4])
        self.bio = r.random() < 0.2
        self.boxes = r.choice([0, 1, 2, 3])
        self.teaser = r.choice(
            ["title", "title", "title and lead", "section and title", "lead only"]
        )
        self.most = r.choice([0, 0, 5, 10])
        self.hours = r.random() < 0.3
        self.letter = r.random() < 0.4
        self.comments = r.random() < 0.4
        self.footer = r.sample(POOLS["footer"], r.choice([0, 5, 10, 18]))
        self.repeats_menu = r.random() < 0.3
        self.blanks = r.random() < 0.6

    def page(self, article: Source, others: list[Source], r: random.Random) -> Made:
        lines: list[str] = []
        author, second = r.sample(POOLS["authors"], 2)
        year, month, day = r.randrange(2008, 2024), r.randrange(1, 13), r.randrange(1, 29)
        hour, minute = r.randrange(6, 23), r.randrange(10, 60)
        values = {
            "a": author, "b": second, "o": self.name,
            "A": f"{author.split(' ', 1)[0]} {author.split(' ', 1)[1].upper()}",
            "AA": author.upper(),
            "d": f"{day} {_MONTHS[month - 1]} {year}", "n": f"{day:02}/{month:02}/{year}",
            "p": f"{day:02}.{month:02}.{year}", "s": f"{day:02}/{month:02}/{year % 100:02}",
            "h": f"{hour:02}h{minute}", "c": f"{hour:02}:{minute}", "w": r.choice(_DAYS),
        }  # fmt: skip
        told = [line.format(**values) for line in self.byline]
        if self.suffix:
            lines.append(f"{article.title} - {self.name}")
        lines += self._above(others, r)
        section = r.choice(POOLS["sections"])
        if self.crumbs == "lines":
            lines += ["Accueil", section]
        elif self.crumbs == "line":
            lines.append(f"Accueil > {section} > {r.choice(POOLS['words'])}")
        title = article.title
        if self.kicker == "section":
            lines.append(section)
        elif self.kicker == "abonnés":
            lines.append("Article réservé aux abonnés")
        elif self.kicker:
            title = self.kicker + title
        first = len(lines)
        lines.append(title)
        body = list(article.paragraphs)
        lead = body.pop(0) if self.lead and len(body) > 2 else ""
        head = [lead] if lead else []
        share = self.share if self.share_before else []
        if self.byline_after_lead:
            lines += [*head, *told, *share]
        else:
            lines += [*told, *share, *head]
        if self.picture:
            if self.caption:
                lines.append(r.choice(POOLS["captions"]))
            lines.append(r.choice(POOLS["credits"]).format(**values))
        places = set(r.sample(range(1, len(body)), min(self.inline, max(0, len(body) - 1))))
        for at, paragraph in enumerate(body):
            if at in places:
                lines.append(self.inline_form.format(t=r.choice(others).title))
            if self.ads and at == 2:
                lines.append(r.choice(POOLS["ads"]))
            lines.append(paragraph)
        last = len(lines) - 1
        lines += self._below(others, values, r)
        has_author = any("{a" in line or "{A" in line for line in self.byline)
        return Made(
            lines, title, [*head, *body], author if has_author else None,
            f"{year}-{month:02}-{day:02}" if any("{" + k + "}" in " ".join(self.byline) for k in "dnps") else "",
            self.name, first, last, self.blanks,
        )  # fmt: skip

    def _above(self, others: list[Source], r: random.Random) -> list[str]:
        """The lines of the site above the section and the title."""
        lines = list(self.top)
        if self.names_itself:
            lines.append(self.name)
            if self.tagline:
                lines.append(self.tagline)
        lines += [self.bullet + label for label in self.menu]
        if self.consent:
            lines.append(r.choice(POOLS["consent"]))
            lines += ["Paramétrer", "Accepter et fermer"]
        if self.alerts:
            lines.append(r.choice(POOLS["alerts"]))
            lines += [other.title for other in r.sample(others, self.alerts)]
        return lines

    def _below(self, others: list[Source], values: dict[str, str], r: random.Random) -> list[str]:
        """The lines of the site below the text."""
        lines: list[str] = []
        if self.bio:
            lines.append(r.choice(POOLS["bio"]).format(**values))
        if not self.share_before:
            lines += self.share
        if self.tags:
            lines += [r.choice(POOLS["tags"]), *r.sample(POOLS["words"], self.tags)]
        if self.letter:
            lines += r.choice(POOLS["newsletter"])
        for _ in range(self.boxes):
            lines.append(r.choice(POOLS["related"]))
            for other in r.sample(others, r.choice([2, 3, 5])):
                lines += self._teaser(other, r)
        if self.comments:
            lines.append(r.choice(POOLS["comments"]))
        if self.most:
            lines.append(r.choice(POOLS["most"]))
            for n, other in enumerate(r.sample(others, self.most), start=1):
                if self.hours:
                    lines.append(f"{r.randrange(6, 23):02}:{r.randrange(10, 60)}")
                else:
                    lines.append(str(n))
                lines.append(other.title)
        if self.repeats_menu:
            lines += [self.bullet + label for label in self.menu]
        lines += self.footer
        if self.footer:
            lines.append(r.choice(POOLS["copyright"]).format(**values))
        return lines

    def _teaser(self, other: Source, r: random.Random) -> list[str]:
        lead = other.paragraphs[0]
        if self.teaser == "title":
            return [other.title]
        if self.teaser == "lead only":
            return [other.title, lead[:160].rsplit(" ", 1)[0] + "…"]
        if self.teaser == "section and title":
            return [r.choice(POOLS["sections"]), other.title]
        return [other.title, lead, *([r.choice(POOLS["more"])] if r.random() < 0.5 else [])]


def text_of(made: Made, form: str, r: random.Random) -> tuple[bytes | str, str]:
    """The page as a file: its text and the ending of its name."""
    lines = made.lines
    if form == "title-to-foot":
        lines = lines[made.first :]
    elif form == "reader":
        lines = lines[made.first : made.last + 1]
    if form in TOOLS:
        page, _ = text_of(made, "html", r)
        return dumped(form, page)
    if form == "glued":
        # A scrape keeps the lines of the head, and loses the breaks between paragraphs.
        head = [line for line in lines[made.first : made.last + 1] if line not in made.paragraphs]
        return "\n".join([*head, "".join(made.paragraphs)]) + "\n", "txt"
    if form == "html":
        inside = "".join(
            f"<p>{escape(line)}</p>\n" for line in lines[made.first + 1 : made.last + 1]
        )
        above = "".join(
            f"<li><a href='#'>{escape(line)}</a></li>\n" for line in lines[: made.first]
        )
        below = "".join(
            f"<div><a href='#'>{escape(line)}</a></div>\n" for line in lines[made.last + 1 :]
        )
        return (
            f"<!doctype html><html lang=fr><head><title>{escape(made.title)} | {escape(made.outlet)}</title></head><body><nav><ul>{above}</ul></nav>"
            f"<main><h1>{escape(made.title)}</h1>{inside}</main><aside>{below}</aside></body></html>",
            "html",
        )
    if form == "wrapped":
        width = r.choice([72, 76, 79])
        lines = ["\n".join(textwrap.wrap(line, width)) for line in lines]
        # w3m and lynx keep menus together and put a blank line around paragraphs.
        out = ""
        for line in lines:
            out += ("\n" + line + "\n") if len(line) > 60 else line + "\n"
        return out, "txt"
    return ("\n\n" if made.blanks else "\n").join(lines) + "\n", "txt"


def sources(path: Path) -> list[Source]:
    found = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            cuts = [0, *record["cuts"], len(record["glued"])]
            paragraphs = [record["glued"][a:b].strip() for a, b in pairwise(cuts)]
            paragraphs = [p for p in paragraphs if p]
            site = " : actualité automobile" in record["title"]
            if not site and len(paragraphs) >= 4 and all(len(p) > 40 for p in paragraphs):
                found.append(Source(record["title"], paragraphs))
    return found


_FORMS = ("select-all", "title-to-foot", "reader", "wrapped", "glued", "html")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("glued", type=Path)
    parser.add_argument("--form", action="append")
    parser.add_argument("--pages", type=int, default=5, help="of each outlet")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--held-out", action="store_true", help="show held out ones too")
    given = parser.parse_args()
    known = sources(given.glued)
    for form in given.form or [*_FORMS, *TOOLS]:
        if form in TOOLS and shutil.which(TOOLS[form][0]) is None:
            print(f"{form:14} {TOOLS[form][0]} is not installed")
        else:
            tell(form, known, given)


def tell(form: str, known: list[Source], given: argparse.Namespace) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    shown = 0
    for number in range(OUTLETS):
        outlet = Outlet(number)
        half = "held out" if number % 2 else "seen"
        for page in range(given.pages):
            r = random.Random(f"{number} {page}")
            article, *others = r.sample(known, 40)
            made = outlet.page(article, others, r)
            text, ending = text_of(made, form, r)
            data = text.encode() if isinstance(text, str) else text
            (got, *_) = read(data, relative=f"page.{ending}")
            told = judge(made, got)
            counts[half].update({k: v for k, v in told.items() if not isinstance(v, str)})
            wrong = (
                not told["title"]
                or told["missed"] > 0.05 * told["true"]
                or told["extra"] > 0.1 * told["true"]
            )
            if wrong and shown < given.show and half == "seen":
                shown += 1
                print(f"-- outlet {number} page {page} {told}\n   title {made.title!r}")
                if isinstance(got, Article):
                    print(
                        f"   got   {got.title!r} author {got.author!r} for {made.author!r} day {got.published.value} for {made.day}"
                    )
                    mine = {plain(p)[:60] for p in made.paragraphs}
                    for s, e in got.paragraphs:
                        if plain(got.text[s:e])[:60] not in mine:
                            print("   +", got.text[s:e][:110])
                    have = plain(got.text)
                    for p in made.paragraphs:
                        if plain(p)[:60] not in have:
                            print("   -", p[:110])
    for half, c in sorted(counts.items()):
        p, rec = 1 - c["extra"] / max(1, c["found"]), 1 - c["missed"] / c["true"]
        print(
            f"{form:14} {half:9} title {c['title'] / c['pages']:.3f}  P {p:.3f} R {rec:.4f} F {2 * p * rec / (p + rec):.3f}"
            f"  hurt {c['hurt']}/{c['pages']}  author {c['author']}/{c['authors']} wrong {c['wrong author']}"
            f"  date {c['date']}/{c['dates']}  outlet {c['outlet']} wrong {c['wrong outlet']} of {c['pages']}"
        )


def judge(made: Made, got: Article | Unread) -> dict[str, Any]:
    true = Counter(_WORD.findall(" ".join(made.paragraphs).lower()))
    if isinstance(got, Unread):
        return {
            "pages": 1,
            "true": true.total(),
            "missed": true.total(),
            "hurt": 1,
            "title": 0,
            "extra": 0,
        }
    body = got.text[got.title_span.end if got.title_span else 0 :]
    text = Counter(_WORD.findall(body.lower()))
    if got.description:
        # The lead counts as found; it is no part of the text.
        text |= true & Counter(_WORD.findall(got.description.lower()))
    missed, extra = (true - text).total(), (text - true).total()
    title = plain(got.title) in (plain(made.title), plain(re.sub(r"^[A-ZÉ ]+\. ", "", made.title)))
    authors = made.author is not None
    return {
        "pages": 1, "title": int(title), "true": true.total(), "found": text.total(), "missed": missed, "extra": extra,
        "hurt": int(missed > 0.05 * true.total()),
        "authors": int(authors),
        "author": int(authors and got.author is not None and plain(made.author or "") in plain(got.author)),
        "wrong author": int(got.author is not None and (made.author is None or plain(made.author) not in plain(got.author)) and "AFP" not in got.author and plain(made.outlet) not in plain(got.author)),
        "dates": int(bool(made.day)), "date": int(bool(made.day) and (got.published.value or "")[:10] == made.day),
        "outlet": int(got.source is not None and plain(got.source) == plain(made.outlet)),
        "wrong outlet": int(got.source is not None and plain(got.source) != plain(made.outlet)),
    }  # fmt: skip


if __name__ == "__main__":
    main()
