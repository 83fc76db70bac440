"""The words of the interface: message catalogues, numbers and dates in French and English.

The catalogues are `.po` files read directly, so that a translator's change needs no build step; all
files in the folder of a language together are its catalogue.
"""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from index.interface.catalogue import read_catalogue
from index.model.article import Basis, DateValue, shown_days
from index.text.visible import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGES = ("fr", "en")


def preferred_language(environment: Mapping[str, str] | None = None) -> str:
    """`fr` or `en`, from the usual environment variables; English for other languages."""
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language: `texts("No article has the id {id}.", id=…)`."""

    language: str
    _messages: dict[str, str] = field(default_factory=dict, repr=False)
    _plurals: dict[str, tuple[str, str]] = field(default_factory=dict, repr=False)

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, its `{places}` filled."""
        text = self._messages.get(message) or message
        return text.format(**harmless(values)) if values else text

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """`one` or `many` as the language wants it for a number, which fills `{n}`."""
        forms = self._plurals.get(one, (one, many))
        # French counts zero as singular (CLDR), English does not.
        singular = number in (0, 1) if self.language == "fr" else number == 1
        return forms[0 if singular else 1].format(n=self.number(number), **harmless(values))

    def has(self, message: str) -> bool:
        """Whether the catalogue has a message, also one with a number."""
        return bool(self._messages.get(message)) or message in self._plurals

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each message with its translation; a plural has two."""
        yield from ((message, told) for message, told in self._messages.items() if message)
        for message, forms in self._plurals.items():
            yield from ((message, told) for told in forms)

    def number(self, value: float) -> str:
        """A number with its digits grouped as in the language."""
        if isinstance(value, int) and 0 <= value < 1000:
            return str(int(value))  # nothing to group, and the library costs a tenth of a second
        # Imported where it is used, here and below: a script that asks for JSON needs none of it.
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self.language)

    def day(self, day: date) -> str:
        """« 17 janv. 2023 », « 1er juin 2023 »."""
        from babel.dates import format_date

        if self.language == "fr" and day.day == 1:
            return format_date(day, "d'er' MMM y", locale="fr")
        return format_date(day, "d MMM y", locale=self.language)

    def language_name(self, code: str) -> str:
        """`de` → « allemand »; the code itself if it has no name."""
        from babel import Locale

        return str(Locale(self.language).languages.get(code, code))

    def month(self, month: str) -> str:
        """`2022-07` → « juil. 2022 »."""
        from babel.dates import format_date

        return format_date(date.fromisoformat(f"{month}-01"), "MMM y", locale=self.language)

    def date(self, value: DateValue) -> str:
        """A publication date for a line of results, with « ~ » before an inferred one, of which the first
        possible day stands.
        """
        if value.basis is Basis.NONE or value.earliest is None:
            return self("undated")
        mark = "~" if value.basis is Basis.INFERRED else ""
        first, last = shown_days(value)
        if first == last:
            return mark + self.day(date.fromisoformat(first))
        if first[:7] == last[:7]:
            return mark + self.month(first[:7])
        if first[:4] == last[:4]:
            return mark + first[:4]
        return f"{mark}{first[:4]}–{last[:4]}"

    def moment(self, value: DateValue) -> str:
        """Like `date`, with the hour and its zone if they are stated: « 17 janv. 2023 à 19 h 06 »."""
        day = self.date(value)
        if value.value is None or "T" not in value.value:
            return day
        stated = datetime.fromisoformat(value.value)
        if self.language == "fr":
            day = f"{day} à {stated.hour}\u00a0h\u00a0{stated.minute:02}"
        else:
            day = f"{day}, {stated.hour:02}:{stated.minute:02}"
        return day if stated.tzinfo is None else f"{day} ({stated.tzname()})"


@lru_cache(maxsize=len(LANGUAGES))
def texts_for(language: str) -> Texts:
    """The catalogue of a language; English if there is none."""
    if language not in LANGUAGES:
        language = "en"
    folder = files("index") / "interface" / "locale" / language / "LC_MESSAGES"
    messages: dict[str, str] = {}
    plurals: dict[str, tuple[str, str]] = {}
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".po"):
            continue
        catalogue = read_catalogue(path.read_text(encoding="utf-8"))
        messages |= catalogue.messages
        for one, (many, told_one, told_many) in catalogue.plurals.items():
            plurals[one] = (told_one or one, told_many or many)
    return Texts(language, messages, plurals)
