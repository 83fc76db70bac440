"""Outlets that people call by a short name: « Libé » is Libération, « L'Huma » L'Humanité."""

from __future__ import annotations

from functools import cache
from importlib import resources

from index.corpus.cleaning.phrases import plain

_LONGEST = 20
"""No short name has more letters."""


@cache
def _short_names(kind: str) -> dict[str, str]:
    # Imported here: most commands read no file of a corpus.
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (resources.files("index.corpus") / "data" / "short_outlets.yaml").read_text("utf-8")
    names: dict[str, str] = yaml.load(text, loader)[kind]
    return names


def full_name(name: str) -> str:
    """The name that an outlet has itself; any other name stays as it is."""
    return _short_names("everywhere").get(plain(name), name) if len(name) <= _LONGEST else name


def outlet_of_letters(text: str) -> str | None:
    """The outlet of « L. M. », « OF », which are its letters only where a day stands beside them."""
    if len(text) > _LONGEST or not text.isupper():
        return None
    letters = " ".join(plain(text).replace(".", " ").replace("-", " ").split())
    return _short_names("beside_a_day").get(letters)
