"""Every screen at three sizes, in two languages and all looks, with what can be checked of a picture.

    python -m docs.matrix FOLDER [--only WAY…] [--languages fr en] [--pictures]

Opens the sample in a room without a terminal, goes to each screen and writes what stands there as text
(with `--pictures` as SVG in each look, too). Prints what is wrong: a word that is cut without an
ellipsis, a line that is wider than the screen, letters that hardly stand out from their ground, words of
the other language. Nothing is printed where nothing is wrong; the exit status says it as well.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.cells import cell_len, set_cell_size
from rich.color import ColorType
from textual.color import Color
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.widgets._toast import ToastRack

from docs.pictures import arrive, press, room
from index.building.build import rebuild
from index.interface.texts import LANGUAGES, texts_for
from index.library import Library
from index.settings.places import find_places, sample_corpus
from tui.app import RoomApp
from tui.palettes import PALETTES
from tui.session import Kept

SIZES = ((80, 24), (120, 40), (200, 60))
XTERM = (
    *("#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5"),
    *("#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"),
)
"""The sixteen colours of a terminal, as xterm has them; every terminal has its own."""
AA = 4.5
"""WCAG 2.1, contrast (minimum), for text of usual size."""
WAYS: dict[str, tuple[str, ...]] = {
    "search": ("text:gantz accord",),
    "claim-offered": ("text:le feu a pris à 23 heures",),
    "nothing": ("text:zzyzx",),
    "wrong": ("text:(gantz",),
    "filtered": ("enter", "shift+tab", "down", "enter", "down", "enter", "enter"),
    "reading": ("text:vaubrac", "enter", "enter"),
    "aside": ("text:source:détroit", "enter", "enter", "z"),
    "raw": ("enter", "enter", "o"),
    "selection": ("text:vaubrac", "enter", "enter", "v", "down"),
    "facts": ("enter", "2", "enter"),
    "fact-open": ("enter", "2", "enter", "enter"),
    "aligned": ("enter", "2", "enter", "V"),
    "why": ("enter", "2", "enter", "V", "r"),
    "quotes": ("enter", "2", "enter", "V", "d"),
    "names": ("enter", "2", "enter", "V", "d", "d"),
    "assertions": ("enter", "2", "enter", "V", "d", "d", "d"),
    "dependence": ("enter", "2", "enter", "V", "d", "d", "d", "d"),
    "text": ("enter", "2", "enter", "V", "V"),
    "table": ("enter", "2", "enter", "V", "V", "V"),
    "events": ("enter", "2"),
    "entities": ("enter", "3"),
    "entity": ("enter", "3", "down", "down", "enter"),
    "timeline": ("enter", "4"),
    "notebook": ("enter", "K", "5"),
    "halves": ("text:vaubrac", "enter", "h"),
    "concordance": ("text:accord", "enter", "C"),
    "unread": ("enter", "P"),
    "help": ("enter", "question_mark"),
    "palette": ("enter", "ctrl+p"),
    "looks": ("enter", "l"),
    "history": ("enter", "H"),
    "sets": ("enter", "space", "S"),
    "export": ("text:vaubrac", "enter", "E"),
    "note": ("enter", "w"),
    "decide-entity": ("enter", "3", "down", "down", "D"),
    "merge": ("enter", "3", "down", "down", "D", "m"),
    "split": ("enter", "3", "down", "down", "D", "s"),
    "rename": ("enter", "3", "down", "down", "D", "r"),
    "nature": ("enter", "3", "down", "down", "D", "n"),
    "decide-event": ("enter", "2", "D"),
    "move-article": ("enter", "2", "down", "D", "d"),
    "merge-events": ("enter", "2", "D", "m"),
    "proposals": ("enter", "3", "D", "p"),
    "told": ("enter", "Z", "D"),
}
"""Name of a screen → what is pressed on the search before it is looked at."""
_COVERS = ("│", "█")
"""Edges of a pane that lies over another one, where words begin in the middle."""
_TYPED = " ".join(key for keys in WAYS.values() for key in keys)
_LOOKS = " ".join(palette.name for palette in PALETTES)
_ALWAYS = f"Recoupe SVG UTC {sample_corpus().name} {_LOOKS} {_TYPED}"
"""Words of neither catalogue that may stand anywhere."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True)
class Words:
    """What may stand on a screen: words of the catalogue of a language, and of the corpus."""

    own: frozenset[str]
    foreign: frozenset[str]
    """Words of the other language that neither this one nor the corpus has."""
    sentences: frozenset[str]
    """Sentences of the other language, as they stand in its catalogue."""
    corpus: frozenset[str]


def words_of(text: str) -> set[str]:
    return {part.casefold() for word in _WORD.findall(text) for part in re.split("['’]", word)}


def vocabulary(language: str, corpus: frozenset[str]) -> Words:
    """The words that a room in a language may show."""
    from tui.keytable import TABLE

    def told(name: str) -> set[str]:
        return {re.sub(r"{\w+}", " ", words) for _, words in texts_for(name).pairs()}

    own = {word for sentence in told(language) for word in words_of(sentence)}
    own |= {
        w for row in TABLE for w in words_of(f"{row.keys} {' '.join(row.commands)}")
    } | words_of(f"{_ALWAYS} {Path.cwd()}")
    months = (texts_for(language).day(date(2023, month, 2)) for month in range(1, 13))
    own |= {word for month in months for word in words_of(month)}
    other = "en" if language == "fr" else "fr"
    foreign = {word for sentence in told(other) for word in words_of(sentence) if len(word) > 3}
    mine = told(language)
    sentences = {s for s in told(other) - mine if len(s.split()) > 2 and "  " not in s}
    return Words(frozenset(own), frozenset(foreign - own - corpus), frozenset(sentences), corpus)


def corpus_words(library: Library) -> frozenset[str]:
    """All that articles hold, with what the index made of them."""
    found: set[str] = set()
    for id in library.ids():
        article = library.article(id)
        parts = (
            article.text, article.title, article.path, article.source, article.author, article.url,
            article.section, article.description, article.sha256, *article.tags, *article.related,
            library.raw_text(id), *article.set_aside_texts, id,
        )  # fmt: skip
        found |= words_of(" ".join(part for part in parts if part))
    for entity in library.entities():
        found |= words_of(" ".join((entity.name, *(form.surface for form in entity.forms))))
    return frozenset(found)


def lines_of(app: RoomApp) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def checked(app: RoomApp) -> list[Region]:
    """Where a screen is looked at: of a box that asks something the box, which may cover half a word."""
    if not isinstance(app.screen, ModalScreen):
        return [app.screen.region]
    boxes = (child for child in app.screen.children if not isinstance(child, ToastRack))
    return [box.region for box in boxes if box.region.area]


def lines_to_check(app: RoomApp) -> list[str]:
    lines = lines_of(app)
    return [
        set_cell_size(line, x + width)[x:]
        for x, y, width, height in checked(app)
        for line in lines[y : y + height]
    ]


def wrong_in_text(lines: Iterable[str], width: int, words: Words) -> Iterator[str]:
    """Lines that are too wide, words that are cut without a sign of it, words of the other language."""
    lines = list(lines)
    for number, line in enumerate(lines):
        if cell_len(line.rstrip()) > width:
            yield f"line {number} is {cell_len(line)} wide"
        for found in _WORD.finditer(line):
            before, after = line[: found.start()][-1:], line[found.end() :][:1]
            if after in ("…", "-") or before in ("…", *_COVERS) or {before, after} & {"/", "."}:
                continue
            for part in re.split("['’]", found[0]):
                word = part.casefold()
                if len(word) > 2 and word not in words.own and word not in words.corpus:
                    kind = "the other language" if word in words.foreign else "cut, or no word"
                    yield f"line {number}: “{part}” ({kind}): {line.strip()[:70]}"
    text = " ".join(" ".join(lines).split())
    for sentence in words.sentences:
        if len(sentence) > 12 and sentence in text:
            yield f"a sentence of the other language: {sentence}"


def cut_placeholders(app: RoomApp) -> Iterator[str]:
    """What stands in a line where nothing was typed yet, and has no room."""
    for line in app.screen.query(Input):
        if (
            line.region.area
            and not line.value
            and cell_len(str(line.placeholder)) > line.size.width
        ):
            yield f"a placeholder is cut at {line.size.width}: {line.placeholder}"


def poor_contrasts(app: RoomApp) -> Iterator[str]:
    """Letters and figures whose ink is too near to their ground, each pair once."""
    seen: set[tuple[str, str]] = set()
    ground = Color.parse(app.theme_variables["background"]) if not app.native_ansi_color else None
    strips = app.screen._compositor.render_strips()
    for x, y, width, height in checked(app):
        segments = (part for strip in strips[y : y + height] for part in strip.crop(x, x + width))
        for segment in segments:
            style = segment.style
            if style is None or not any(char.isalnum() for char in segment.text):
                continue
            ink, behind = style.color, style.bgcolor
            if style.reverse:
                ink, behind = behind, ink
            one, other = _rgb(ink, ground, (229, 229, 229)), _rgb(behind, ground, (0, 0, 0))
            ratio = contrast(one, other)
            if ratio < AA and (one.hex, other.hex) not in seen:
                seen.add((one.hex, other.hex))
                yield f"{one.hex} on {other.hex} is {ratio:.2f}: “{segment.text.strip()[:30]}”"


def _rgb(colour: object, ground: Color | None, default: tuple[int, int, int]) -> Color:
    if colour is None or colour.is_default:  # type: ignore[attr-defined]
        return ground if ground is not None and default == (0, 0, 0) else Color(*default)
    if colour.type is ColorType.STANDARD:  # type: ignore[attr-defined]
        return Color.parse(XTERM[colour.number])  # type: ignore[attr-defined]
    return Color(*colour.get_truecolor())  # type: ignore[attr-defined]


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = [c / 255 for c in colour.rgb]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def back_to_search(app: RoomApp) -> None:
    """As if nothing had been pressed yet."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
    app.session.kept = Kept()
    app.clear_notifications()
    screen = app.screen
    screen.query_line.put("")  # type: ignore[attr-defined]
    screen.query_line.focus()  # type: ignore[attr-defined]
    screen.action_release()  # type: ignore[attr-defined]


async def walk(
    app: RoomApp, folder: Path, words: Words, *, size: tuple[int, int], ways: Iterable[str],
    pictures: bool,
) -> list[str]:  # fmt: skip
    """Each screen of a room: its text, its pictures, and what is wrong with them."""
    found: list[str] = []
    language = app.session.t.language
    async with app.run_test(size=size) as pilot:
        await arrive(app, pilot)
        for way in ways:
            back_to_search(app)
            await press(pilot, list(WAYS[way]))
            name = f"{way}-{size[0]}x{size[1]}-{language}"
            lines = lines_of(app)
            (folder / f"{name}.txt").write_text("\n".join(lines), encoding="utf-8")
            found += [
                f"{name}: {told}" for told in wrong_in_text(lines_to_check(app), size[0], words)
            ]
            found += [f"{name}: {told}" for told in cut_placeholders(app)]
            for palette in PALETTES:
                app.theme = palette.name
                await pilot.pause(0.05)
                found += [f"{name}-{palette.name}: {told}" for told in poor_contrasts(app)]
                if pictures:
                    picture = app.export_screenshot(title=name)
                    path = folder / f"{name}-{palette.name}.svg"
                    path.write_text(picture, encoding="utf-8")
            app.theme = PALETTES[0].name
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Every screen, size, language and look.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=list(WAYS), choices=list(WAYS), metavar="WAY")
    parser.add_argument("--languages", nargs="*", default=list(LANGUAGES), choices=LANGUAGES)
    parser.add_argument("--pictures", action="store_true")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CACHE", "STATE", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name)
        index = str(Path(folder) / "index")
        places = find_places(index=index, language="fr", environment={})
        rebuild(places, lambda event: None)
        library = Library.open(places)
        corpus = corpus_words(library)
        library.close()
        for language in asked.languages:
            words = vocabulary(language, corpus)
            for size in SIZES:
                app = room(find_places(index=index, language=language, environment={}))
                found += asyncio.run(
                    walk(
                        app,
                        asked.folder,
                        words,
                        size=size,
                        ways=asked.only,
                        pictures=asked.pictures,
                    )
                )
    print("\n".join(found), end="\n" if found else "")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
