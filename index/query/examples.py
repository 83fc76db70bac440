"""An example for every line of the query language, shared by README, the help and the tests."""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """A query on the sample corpus, and what it finds."""

    query: str
    finds: str
    """The description of its results in English, for the catalogue."""


EXAMPLES = (
    Example("maroc drone", "articles that hold all these words, in any form"),
    Example("maroc ET drone", "the same, said (AND, or + before a word); capitals only"),
    Example("drone OU accord", "one of the two (OR); capitals only"),
    Example("maroc SAUF gantz", "without a word (NOT, or - before it)"),
    Example("(gantz OU f16) far", "parentheses group"),
    Example("« accord-cadre »", 'these words side by side; “…” and "…" do the same'),
    Example("accord-cadre", "a hyphen joins words likewise"),
    Example("l'armée", "an article or pronoun before ’ or ' is left out"),
    Example("F 16", "a model in all its spellings: F-16, F 16, F16"),
    Example("3 h 30", "an hour in all its spellings: 3h30, 3:30, 03h30; « neuf heures » is 9 h"),
    Example("F.A.R.", "an acronym with points or without, in any case"),
    Example("4 %", "a figure with its sign; likewise C++, #MeToo, @name, example.org"),
    Example("=armée", "exactly this form, with its accents"),
    Example("hélico* *optère", "words that begin or end so"),
    Example("hélicopt?re", "one letter left open within a word"),
    Example("kohavi~", "near spellings of a name"),
    Example("gantz PRES/5 rabat", "both within five words (NEAR/5)"),
    Example("titre:accord", "in the title (title:)"),
    Example("chapo:armée", "in the lead or the summary (lead:, description:)"),
    Example("texte:drones", "in the body of the article (text:)"),
    Example("cite:coopération", "inside quotations only (quote:)"),
    Example("dit-par:gantz", "articles that quote somebody (said-by:)"),
    Example("personne:gantz", "who is named in the article (person:)"),
    Example("organisation:far", "organisations, in any form of their name (organization:)"),
    Example("lieu:rabat", "places that are named (place:)"),
    Example("materiel:f-16", "equipment that is named (equipment:)"),
    Example("evenement:lion", "events that are named (event:)"),
    Example("groupe:marocains", "groups that are named (group:)"),
    Example("source:gazette", "the newspaper or agency, as far as it is stated"),
    Example("auteur:vautrin", "who signed the article (author:)"),
    Example("tag:défense", "a keyword that the article bears"),
    Example(
        "date:2022",
        "published in a year, a month (2022-07) or on a day (17/01/2023, « 17 janvier 2023 »)",
    ),
    Example("date:janvier 2023", "a date as one types it; among other words it is proposed"),
    Example("date:2021-11..2022", "published between the two"),
    Example("date:>=2022-07", "published from then on; also > <= <"),
    Example("avant:2022", "published before; also apres:, depuis: (before:, after:, since:)"),
    Example("date:aucune", "of unknown date (date:none)"),
    Example("fichier:depeches", "from files whose path holds this (file:)"),
    Example("aussi:f16-viper", "articles like that one, by its id (like:)"),
    Example("partout:abonnez", "in what was set aside too: teasers, captions (everywhere:)"),
)
