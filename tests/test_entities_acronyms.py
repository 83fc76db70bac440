"""What an article says that its acronyms mean, and when that holds in others."""

from __future__ import annotations

import pytest

from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser
from index.entities.variants import FormCount, join
from index.model.article import EntityId, Kind

LAKE = "organisation:bureau-des-lacs-et-canaux"
DAY = "organisation:bal-des-lampions-cosmiques"


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Le bureau des lacs et canaux (BLC) dort. Le BLC rêve.", LAKE),
        ("Le BLC (bureau des lacs et canaux) dort. Le BLC rêve.", LAKE),
        ("Le Bureau des lacs et canaux (« BLC ») dort. Le BLC rêve.", LAKE),
        ("Le bureau des lacs et canaux, BLC, dort. Le BLC rêve.", LAKE),
        ("Le BLC, bureau des lacs et canaux, dort. Le BLC rêve.", LAKE),
        ("Le bureau des lacs et canaux – BLC – dort. Le BLC rêve.", LAKE),
        ("Le BLC, pour bureau des lacs et canaux, dort. Le BLC rêve.", LAKE),
        # A gazetteer's sense yields to the article's own.
        ("La fonte des anciens radeaux (FAR) émeut. Les FAR coulent.", "other:fonte-des-anciens-radeaux"),
        # The letters do not begin the words beside.
        ("Le bureau des eaux (BLC) dort. Le BLC rêve.", "organisation:blc"),
    ],
)  # fmt: skip
def test_an_expansion_given_in_an_article_holds_in_it(
    recogniser: Recogniser, text: str, entity: str
) -> None:
    acronym = "FAR" if "FAR" in text else "BLC"
    found = {
        mention.entity
        for mention in settle(read(recogniser, text), recogniser)
        if text[mention.start : mention.end] == acronym
    }
    assert found == {entity}


def counted(entity: str, surface: str, mentions: int) -> FormCount:
    return FormCount(EntityId(entity), Kind.ORGANISATION, surface, mentions)


@pytest.mark.parametrize(
    ("defined", "bare", "joined", "proposed"),
    [
        ([LAKE] * 3, 40, True, False),
        ([LAKE] * 9 + [DAY], 40, True, False),
        ([LAKE] * 4 + [DAY], 40, False, True),
        # Two articles say nothing of forty others, but of a few.
        ([LAKE] * 2, 40, False, True),
        ([LAKE] * 2, 6, True, False),
        ([LAKE] * 2, 7, False, True),
        # The initials of a name that stands somewhere else are no reason.
        ([], 1, False, True),
    ],
)
def test_elsewhere_an_acronym_means_what_the_corpus_agrees_on(
    defined: list[str], bare: int, joined: bool, proposed: bool
) -> None:
    short = counted("organisation:blc", "BLC", bare)
    forms = [short, counted(LAKE, "Bureau des lacs et canaux", 5)]
    if DAY in defined:
        forms.append(counted(DAY, "Bal des lampions cosmiques", 5))
    one = join(forms, same=[(short.entity, EntityId(long)) for long in defined])
    assert (one.canonical.get(short.entity) == LAKE) is joined
    assert (short.entity in {proposal.other for proposal in one.proposals}) is proposed
