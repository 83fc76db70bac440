"""How surely passages belong together and why, in the words of the screen."""

from __future__ import annotations

from textual.content import Content

from index.interface.texts import Texts
from index.model.comparison import Doubt, Evidence, Manner, Strength
from tui.rendering import joined


def strength_words(t: Texts, strength: Strength) -> str:
    return {
        Strength.SAME: t("same"),
        Strength.STRONG: t("strong"),
        Strength.PROBABLE: t("probable"),
    }[strength]


def manner_words(t: Texts, manner: Manner) -> str:
    return {
        Manner.ANONYMOUS: t("unnamed source"),
        Manner.CONDITIONAL: t("in the conditional"),
        Manner.ATTRIBUTED: t("attributed"),
        Manner.PLAIN: t("plainly"),
    }[manner]


def manner_sign(t: Texts, manner: Manner) -> Content:
    """The sign behind a sentence that is not plainly asserted."""
    style = "mark--faint" if manner is Manner.ATTRIBUTED else "mark--probable"
    return joined((f" ‹{manner_words(t, manner)}›", style))


def evidence_words(t: Texts, evidence: Evidence) -> str:
    return {
        Evidence.WORDS: t("words"),
        Evidence.QUOTE: t("quotation"),
        Evidence.ENTITY: t("names"),
        Evidence.DATE: t("dates"),
        Evidence.NUMBER: t("figures"),
    }[evidence]


def reason_words(t: Texts, evidence: Evidence) -> str:
    """Why a row belongs together, in the few cells beside it."""
    return {
        Evidence.WORDS: t("same words"),
        Evidence.QUOTE: t("same quotation"),
        Evidence.ENTITY: t("same names"),
        Evidence.DATE: t("same dates"),
        Evidence.NUMBER: t("same figures"),
    }[evidence]


def doubt_words(t: Texts, doubt: Doubt) -> str:
    """Why a row is not surer, in the few cells beside it."""
    return {
        Doubt.NEGATION: t("one denies"),
        Doubt.FIGURES: t("figures ≠"),
        Doubt.PERSONS: t("names ≠"),
        Doubt.DATES: t("dates ≠"),
        Doubt.MODELS: t("models ≠"),
        Doubt.WISH: t("a wish"),
        Doubt.NAMES: t("names only"),
    }[doubt]


def score_words(t: Texts, score: float) -> str:
    """A score between 0 and 1 in two decimals: `0,84` or `0.84`."""
    return f"{score:.2f}".replace(".", "," if t.language == "fr" else ".")
