"""Kinds, verdicts and bases in words, for the sheets that people read; programs read their names in JSON and CSV."""

from __future__ import annotations

from index.interface.texts import Texts
from index.model.article import Basis
from index.model.claims import ClaimKind
from index.model.comparison import Rendering


def basis_words(t: Texts, basis: Basis) -> str:
    """What the date of an article rests on."""
    return {
        Basis.STATED: t("stated"),
        Basis.INFERRED: t("inferred"),
        Basis.NONE: t("undated"),
    }[basis]


def kind_words(t: Texts, kind: ClaimKind) -> str:
    """What sort of value a fact is about."""
    return {
        ClaimKind.COUNT: t("count"),
        ClaimKind.MONEY: t("money"),
        ClaimKind.SHARE: t("share"),
        ClaimKind.MEASURE: t("measure"),
        ClaimKind.AGE: t("age"),
        ClaimKind.DURATION: t("duration"),
        ClaimKind.DATE: t("date"),
        ClaimKind.TIME: t("time"),
        ClaimKind.PLACE: t("place"),
        ClaimKind.NAME: t("name"),
        ClaimKind.ROLE: t("role"),
        ClaimKind.STATUS: t("status"),
        ClaimKind.CAUSE: t("cause"),
        ClaimKind.CLASSIFICATION: t("classification"),
        ClaimKind.DECISION: t("decision"),
        ClaimKind.STANCE: t("stance"),
    }[kind]


def relation_words(t: Texts, relation: Rendering) -> str:
    """How a source gives an utterance that others give too."""
    return {
        Rendering.IDENTICAL: t("identical"),
        Rendering.CUT: t("cut"),
        Rendering.SPLIT: t("split"),
        Rendering.ALTERED: t("altered"),
        Rendering.REWORDED: t("in other words"),
        Rendering.UNQUOTED: t("without quotation marks"),
    }[relation]
