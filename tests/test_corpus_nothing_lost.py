"""What stands above the first border of a text that holds many is a cover, or it is kept."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

ONE = (
    "Les travaux du pont de la Sourle ont commencé lundi matin et doivent durer encore trois semaines, "
    "a annoncé la mairie de Vaubrac. Le trafic sera dévié par la route du port."
)
TWO = (
    "La préfecture a ouvert une enquête sur les causes de la crue qui a touché la ville en janvier et fait "
    "deux victimes. Les habitants attendent encore les indemnisations promises."
)
THREE = (
    "Le conseil municipal a voté mardi soir le budget de la commune, en hausse de quatre pour cent sur un an. "
    "L’opposition a dénoncé des dépenses jugées inutiles dans un contexte difficile."
)
WRAPPED = (
    "Les travaux du pont de la Sourle ont commencé lundi matin et doivent\n"
    "durer encore trois semaines, a annoncé la mairie de Vaubrac."
)


def articles(text: str) -> list[Article]:
    return [one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article)]


def review(first: str, rule: str = "*****") -> str:
    crue, budget = "Une enquête sur la crue de janvier", "Le budget de la commune voté mardi"
    return (
        f"{first}\n\n{rule}\n\n{crue}\nPar Paul Lefort\n\n{TWO}\n\n{ONE}\n\n{rule}\n\n"
        f"{budget}\nPar Luc Amiel\n\n{THREE}\n\n{TWO}\n"
    )


LISTED = "Une enquête sur la crue de janvier\nLe budget de la commune voté mardi"
HEADED = "Le pont ferme pour trois semaines\nPar Jeanne Martin"


@pytest.mark.parametrize(
    "first",
    [
        f"{HEADED}\n\n{ONE}\n\n{THREE}\n\nLire aussi :\n{LISTED}",
        f"{HEADED}\n\n{ONE}\n\nLire aussi :\n{LISTED}",
        f"{HEADED}\n\n{WRAPPED}\n\nÀ lire également\n{LISTED}",
        f"{HEADED}\n\n{ONE}\n\n- Une enquête sur la crue de janvier\n\n{THREE}\n\n- Le budget de la commune voté mardi",
        f"Sommaire\n{LISTED}\n\n{HEADED}\n\n{ONE}\n\nLire aussi :\n{LISTED}",
    ],
)
@pytest.mark.parametrize("rule", ["*****", "====="])
def test_a_list_below_the_first_article_of_a_review_is_no_contents(first: str, rule: str) -> None:
    found = articles(review(first, rule))
    assert len(found) == 3
    assert "a annoncé la mairie de Vaubrac." in found[0].text
    assert found[0].title == "Le pont ferme pour trois semaines"


def test_a_list_above_the_first_article_of_a_review_is_contents() -> None:
    found = articles(review(f"Revue de presse\n\n{LISTED}\n\n{HEADED}\n\n{ONE}\n\n{THREE}"))
    assert len(found) == 3
    assert found[0].title == "Le pont ferme pour trois semaines"


LIVE = (
    f"[17/01/2023 08:15] Deux personnes évacuées\n{TWO}\n\n"
    f"[17/01/2023 09:20] La route du port fermée\n{THREE}\n\n"
    f"[17/01/2023 10:30] Une cellule de crise\n{ONE}\n"
)
SAID = (
    "17/01/2023 08:15 - Les pompiers : deux personnes ont été évacuées par hélicoptère dans la nuit.\n\n"
    "17/01/2023 09:20 - La préfecture : la route du port est fermée jusqu’à nouvel ordre.\n\n"
    "17/01/2023 10:30 - Le maire : une cellule de crise est ouverte à la mairie pour les familles.\n"
)
ABOVE = [
    f"3 morts dans la crue de la Sourle\n\n{ONE}",
    f"17 janvier : la crue de la Sourle, suivez notre direct\n\n{ONE}",
    f"Conversation: le fil de la crue de la Sourle, heure par heure\n\n{ONE}",
    f"[Direct] La crue de la Sourle\n\n{WRAPPED}",
    "3 morts dans la crue de la Sourle",
    f"=====\n{ONE}",
]


@pytest.mark.parametrize("live", [LIVE, SAID])
@pytest.mark.parametrize("above", ABOVE)
def test_a_page_that_follows_events_by_the_hour_is_no_conversation(above: str, live: str) -> None:
    found = articles(f"{above}\n\n{live}")
    whole = " ".join(" ".join(one.text for one in found).split())
    assert " ".join(above.split())[-30:] in whole
    assert {one.source for one in found} == {None}
    assert not {one.author for one in found} & {"Deux personnes évacuées", "Les pompiers"}


def test_headings_below_an_hour_are_no_writers() -> None:
    assert [one.author for one in articles(LIVE)] == [None]


@pytest.mark.parametrize(
    "above",
    [
        "",
        "=====\nGuild: Rédaction\nChannel: Desk / port\nTopic: La crue de la Sourle et ses suites\n=====\n\n",
    ],
)
@pytest.mark.parametrize(
    "names", [("Jeanne Martin", "Yann de La Tour"), ("le chat du port", "luc")]
)
def test_a_conversation_has_its_writers(above: str, names: tuple[str, str]) -> None:
    said = zip((*names, names[0]), (ONE, TWO, THREE), strict=True)
    text = above + "\n".join(f"[17/01/2023 08:1{n}] {a}\n{b}\n" for n, (a, b) in enumerate(said))
    assert [one.author for one in articles(text)] == [*names, names[0]]


NOTICE = "Rappel de votre demande:\nNombre de pages: 4\nNotice complète:\nTitre : La Gazette\nDate d'édition : 1893-01-17\nDroits : domaine public\nIdentifiant : ark:/12148/x\n"
RATE = "Le texte affiché peut comporter un certain nombre d'erreurs.\nLe taux de reconnaissance estimé pour ce document est de 98%.\n"


@pytest.mark.parametrize("rate", [RATE, ""])
@pytest.mark.parametrize(
    "line",
    ["Droits : la Chambre vote demain", "Titre : un débat", "Le taux de reconnaissance baisse."],
)
def test_the_notice_of_an_issue_ends_above_its_text(rate: str, line: str) -> None:
    (found,) = articles(f"{NOTICE}{rate}\nLE PONT FERMÉ\n\n{ONE}\n\n{line}\n\n{TWO}\n")
    whole = found.text
    assert ONE in whole and line in whole and TWO in whole
    assert "domaine public" not in whole
    assert (found.source, found.published.value) == ("La Gazette", "1893-01-17")


def clipping(title: str, text: str, foot: str = "") -> str:
    return f"{title}\nLa Gazette, 2023-01-17\nSida 4\nPublicerat i print.\n\n{text}\n{foot}"


RULE = "=" * 60
QUOTED = "> Le pont ferme\n> La crue\n"


@pytest.mark.parametrize(
    "note", ["Mes notes sur la revue de janvier, avant la réunion de lundi. " + ONE, WRAPPED]
)
def test_what_somebody_wrote_above_the_list_of_a_service_is_kept(note: str) -> None:
    text = f"{note}\n{QUOTED}\n{clipping('Le pont ferme', TWO)}{RULE}\n{clipping('La crue', THREE)}"
    found = articles(text)
    assert [one.title for one in found][-2:] == ["Le pont ferme", "La crue"]
    assert len(found) == 3
    assert note.split()[-1] in found[0].text


def test_quoted_lines_in_an_article_are_no_list() -> None:
    text = f"{clipping('Le pont ferme', TWO, QUOTED)}{RULE}\n{clipping('La crue', THREE)}"
    found = articles(text)
    assert [one.title for one in found] == ["Le pont ferme", "La crue"]
    assert TWO in found[0].text


def layered(*groups: tuple[str, tuple[str, ...]]) -> str:
    return "".join(
        f"<h1>{above}</h1>\n"
        + "".join(f"<h2>{title}</h2>\n{ONE}\n{title}.\n\n" for title in titles)
        for above, titles in groups
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("Janvier", "Février"), ("2023-01-17 La Gazette", "2023-01-18 Le Courrier")],
)
def test_each_text_below_a_heading_of_groups_is_an_article(first: str, second: str) -> None:
    found = articles(
        layered((first, ("Le pont ferme", "La crue monte")), (second, ("Le budget", "Le port")))
    )
    assert [one.title for one in found] == [
        "Le pont ferme",
        "La crue monte",
        "Le budget",
        "Le port",
    ]
    days = [one.published.value for one in found]
    assert days[:2] == days[1:2] * 2 and days[2:] == days[3:] * 2
    assert (days[0] == "2023-01-17") == (first != "Janvier")


def test_headings_below_the_text_of_an_article_are_its_own() -> None:
    text = "".join(
        f"<h1>{title}</h1>\n{ONE}\n<h2>Les causes</h2>\n{TWO}\n<h2>Les suites</h2>\n{THREE}\n"
        for title in ("Le pont ferme", "La crue monte")
    )
    assert [one.title for one in articles(text)] == ["Le pont ferme", "La crue monte"]


def proquest(head: str) -> str:
    return (
        f"Document 1 de 1\n\n{'_' * 60}\n\nLa crue\n\nTitre: La crue\n{head}Titre de la publication: La Gazette\n"
        f"Date de publication: 17 janvier 2023\nTexte intégral: {ONE}\n\n{TWO}\n\nIdentifiant de document ProQuest: 1\n"
    )


@pytest.mark.parametrize(
    ("head", "author", "section"),
    [
        ("Auteur: Lefort, Paul\nColonne: Débats\n", "Paul Lefort", None),
        ("Auteur: Lefort, Paul\nNombre de mots : 300\nSection: Ville\nEncart: non\n", "Paul Lefort", "Ville"),
        ("Auteur: Lefort, Paul;\nMartin, Jeanne\nNote: relu\n", "Paul Lefort, Jeanne Martin", None),
        ("Section: Ville et\nport\nColonne: Débats\n", None, "Ville et port"),
        ("Auteur:\nColonne: Débats\n", None, None),
    ],
)  # fmt: skip
def test_a_line_with_a_label_of_its_own_ends_a_value(
    head: str, author: str | None, section: str | None
) -> None:
    (found,) = articles(proquest(head))
    assert (found.author, found.section, found.title) == (author, section, "La crue")


@pytest.mark.parametrize("counter", ["", "Document 1 de 2 ProQuest\n"])
@pytest.mark.parametrize("title", ["Titre: Le pont ferme\n", ""])
def test_a_document_above_the_first_rule_is_read(counter: str, title: str) -> None:
    first = f"{counter}Le pont ferme\n\n{title}Auteur: Martin, Jeanne\nTexte intégral: {THREE}\n\nIdentifiant de document ProQuest: 2\n\n"
    found = articles(first + proquest("Auteur: Lefort, Paul\n").partition("\n\n")[2])
    assert [one.author for one in found] == ["Jeanne Martin", "Paul Lefort"]
    assert THREE in found[0].text and found[0].title == "Le pont ferme"
