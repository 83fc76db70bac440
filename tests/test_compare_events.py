"""Articles are grouped by what they report, and background stays background."""

import pytest
from builders import make_article

from index.compare.event_grouping import events
from index.compare.occasions import named_in_lead, occasion
from index.compare.pair_groups import groups
from index.model.article import Article
from index.model.events import Event, LinkKind

NAMES = {
    "person:arnal": ["Léa Arnal"],
    "place:brest": ["Brest"],
    "organisation:armateurs": ["Union des armateurs"],
}
LEAD = (
    "La ministre Léa Arnal a inauguré lundi 15 mai à Brest un quai réservé aux cargos à voile,"
    " devant les membres de l'Union des armateurs."
)
COST = (
    "Le chantier du quai, confié à une entreprise bretonne, a coûté 40 millions d'euros et duré"
    " trois ans malgré deux tempêtes."
)
QUOTE = "« Ce quai change la vie des marins et le visage de toute la rade », a dit Léa Arnal."


def article(identity: str, *paragraphs: str, published: str | None = "2023-05-16") -> Article:
    return make_article(identity, *paragraphs, names=NAMES, published=published)


def corpus() -> list[Article]:
    return [
        article("a", LEAD, COST, QUOTE),
        article("b", LEAD, COST, QUOTE, published="2023-05-17"),
        article(
            "c",
            "À Brest, un quai pour cargos à voile a été inauguré par la ministre Léa Arnal devant"
            " l'Union des armateurs.",
            QUOTE,
            "L'entreprise bretonne du chantier parle de 40 millions d'euros.",
        ),
        article(
            "d",
            "Une tempête de neige a coupé la route du col pendant deux jours en Savoie.",
            "Les secours ont évacué une centaine de skieurs vers la vallée.",
        ),
        article(
            "e",
            "L'Union des armateurs veut des cargos à voile : un quai leur est promis à Brest, où"
            " Léa Arnal a visité le chantier.",
            "Les cargos à voile consomment peu, dit l'union, qui attend le quai.",
            published="2022-09-20",
        ),
    ]


def links(event: Event) -> dict[str, LinkKind]:
    return {member.article: member.link for member in event.articles}


def test_groups_what_reports_one_event() -> None:
    (event,) = events(corpus())
    assert links(event) == {
        "a": LinkKind.REPUBLICATION,
        "b": LinkKind.REPUBLICATION,
        "c": LinkKind.SHARED_SOURCE,
        "e": LinkKind.BACKGROUND,
    }
    assert (event.earliest, event.latest) == ("2023-05-15", "2023-05-15")
    assert event.id == "event:a"


def test_the_order_of_the_articles_changes_nothing() -> None:
    assert events(corpus()) == events(corpus()[::-1])


def test_a_copy_is_found_at_any_distance_of_time() -> None:
    late = article("late", LEAD, COST, QUOTE, published="2023-11-02")
    (event,) = events([*corpus(), late])
    assert links(event)["late"] is LinkKind.REPUBLICATION


def test_the_reader_decides() -> None:
    first, second, *_ = corpus()
    assert not events([first, second], apart=[(first.id, second.id)])
    snow = corpus()[3]
    (event,) = events([first, snow], together=[(first.id, snow.id)])
    assert set(links(event)) == {"a", "d"}


def test_an_undated_article_joins_when_its_weekday_fits() -> None:
    undated = article("u", LEAD, COST, QUOTE, published=None)
    (event,) = events([*corpus(), undated])
    assert "u" in links(event)


def test_one_link_does_not_chain_two_groups() -> None:
    pairs = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.5}
    assert sorted(groups(4, pairs)) == [(0, 1), (2, 3)]


@pytest.mark.parametrize(
    ("links", "near", "joined"),
    [
        ([(0, 2), (0, 3), (1, 2)], [], True),  # three of four pairs
        ([(0, 2), (0, 3)], [], False),
        ([(0, 2), (0, 3)], [(1, 2)], False),  # two and a half
        ([(0, 2), (0, 3)], [(1, 2), (1, 3)], True),
        ([(0, 2), (0, 3), (1, 2), (1, 3)], [], True),
    ],
)
def test_two_groups_are_one_when_two_thirds_of_their_pairs_are_links(
    links: list[tuple[int, int]], near: list[tuple[int, int]], joined: bool
) -> None:
    best = {(0, 1): 0.9, (2, 3): 0.9}
    found = groups(4, best | dict.fromkeys(links, 0.5), near=near)
    assert sorted(found) == ([(0, 1, 2, 3)] if joined else [(0, 1), (2, 3)])


@pytest.mark.parametrize(
    ("before", "named"), [(0, True), (2, True), (3, True), (4, False), (5, False)]
)
def test_the_day_that_an_article_is_about_stands_in_its_first_four_sentences(
    before: int, named: bool
) -> None:
    """As whom it is about does; what is remembered below says neither."""
    text = "La digue est rompue. " * before + "Léa Arnal est venue le 14 mai 2023. Tout va bien."
    found = article("a", text)
    assert bool(occasion(found).about) is named
    assert bool(named_in_lead(found)) is named


def test_an_empty_corpus_has_no_events() -> None:
    assert events([]) == ()
