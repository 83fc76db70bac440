"""Whom civilities, surnames and first names stand for, in one article and over many."""

from __future__ import annotations

import pytest

from index.building.settlement import Settlement
from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser
from index.entities.short_names import is_first_name, sex_of
from index.entities.variants import FormCount, join, join_attested
from index.entities.votes import CorpusVotes
from index.model.article import EntityId, Kind


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def named(recogniser: Recogniser, text: str, surface: str) -> set[str]:
    return {
        mention.entity
        for mention in settle(read(recogniser, text), recogniser)
        if text[mention.start : mention.end] == surface
    }


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        # A civility tells which of a family.
        ("Penelope Varnac et François Varnac ont ri. Mme Varnac part.", "Mme Varnac", "penelope-varnac"),
        ("Penelope Varnac et François Varnac ont ri. M. Varnac part.", "M. Varnac", "francois-varnac"),
        ("Hier François Fillon a ri, Penelope Fillon aussi. Mme Fillon part.", "Mme Fillon", "penelope-fillon"),
        ("Hier Marine Le Pen a ri. Puis M. Le Pen est parti.", "M. Le Pen", "m-le-pen"),
        ("Hier Donald Trump a ri. Puis Mme Trump est partie.", "Mme Trump", "mme-trump"),
        ("Hier Jean-Luc Varnac a ri. Puis M. Varnac est parti.", "M. Varnac", "jean-luc-varnac"),
        # Nobody is told apart where the sex of a first name is not known.
        ("Hier Zorvi Varnac a ri. Puis Mme Varnac est partie.", "Mme Varnac", "zorvi-varnac"),
        # A king has no surname.
        ("Édouard Philippe a reçu hier le roi Philippe.", "roi Philippe", "roi-philippe"),
        ("Hier, Paul Charlotte a vu la princesse Charlotte.", "princesse Charlotte", "princesse-charlotte"),
        # Two of one surname.
        ("Hier, Bill et Hillary Clinton ont ri.", "Bill", "bill-clinton"),
        ("Hier, Anne et Odon Varnac ont ri.", "Anne", "anne-varnac"),
        # A first name is the one person of the article who bears it.
        ("Hier, Laura Varnac a ri. Alors Laura part.", "Laura", "laura-varnac"),
        ("Hier, Laura Varnac et Laura Brizec ont ri. Alors Laura part.", "Laura", "laura"),
        # A surname without its particle.
        ("Hier, François de Zorvat a ri. Puis Zorvat est parti.", "Zorvat", "francois-de-zorvat"),
        ("Hier, François d'Orvat a ri. Puis M. Orvat est parti.", "M. Orvat", "francois-d-orvat"),
        # Several of one surname are nobody in particular.
        ("Hier, Odon Varnac a ri. Les frères Varnac partent.", "Varnac", "famille-varnac"),
        ("Hier, Odon Varnac a ri. Le couple Varnac part.", "Varnac", "famille-varnac"),
        ("Hier, Laeticia Hallyday a ri. Les époux Hallyday partent.", "Hallyday", "famille-hallyday"),
        ("Hier, Barack Obama a ri. Puis les Obama sont partis.", "Obama", "famille-obama"),
        ("Hier, la famille Zorvat a ri.", "Zorvat", "famille-zorvat"),
        ("Il gardait les enfants. Odon Varnac a ri.", "Odon Varnac", "odon-varnac"),
        ("« Il garde mes petits-enfants ».Odon Varnac a ri.", "Odon Varnac", "odon-varnac"),
        ("Hier, l'affaire Zorvat a repris.", "Zorvat", "zorvat"),
        ("Bill et Hillary Clinton sont venus.", "Bill", "bill-clinton"),
        # A surname that is a town, a feast or a president's first name too.
        ("Hier, Hervé Marseille a ri. Puis M. Marseille est parti.", "M. Marseille", "herve-marseille"),
        ("Hier, Tariq Ramadan a ri. Puis M. Ramadan est parti.", "M. Ramadan", "tariq-ramadan"),
        ("Hier, Abbas Khasimi a ri. Puis M. Khasimi est parti.", "M. Khasimi", "abbas-khasimi"),
        # The surname may stand first, and the Arabic article may be left out.
        ("Hier, Zhu Ning a ri. Puis M. Zhu est parti.", "M. Zhu", "zhu-ning"),
        ("Hier, Lee Jae-yong a ri. Puis M. Lee est parti.", "M. Lee", "lee-jae-yong"),
        ("Hier, Lee Jae-Yong a ri. Puis M. Lee est parti.", "M. Lee", "lee-jae-yong"),
        ("Hier, Zorvi al-Varnac a ri. Puis M. Varnac est parti.", "M. Varnac", "zorvi-al-varnac"),
        ("Hier, Leung Chun-ying a ri.", "Leung Chun-ying", "leung-chun-ying"),
        # A surname of two words, and one that a firm has too.
        ("Hier, Odon Moreau Varnac a ri. Puis M. Moreau Varnac part.", "M. Moreau Varnac", "odon-moreau-varnac"),
        ("Hier, Caroline Fiat a ri. Puis Mme Fiat est partie.", "Mme Fiat", "caroline-fiat"),
        ("Hier, Jean Moreau Chevrolet a ri. Puis M. Moreau Chevrolet part.", "M. Moreau Chevrolet", "jean-moreau-chevrolet"),
        # The ending of a first name that no list has tells a man from a woman.
        ("Hier, Zorvo Varnac et Zorva Varnac ont ri. M. Varnac part.", "M. Varnac", "zorvo-varnac"),
        ("Hier, Zorvo Varnac et Zorva Varnac ont ri. Mme Varnac part.", "Mme Varnac", "zorva-varnac"),
        # Where somebody lives is no part of a name, nor is what begins a text glued to its heading.
        ("Puis le Lillois Laura Varnac a ri.", "Laura Varnac", "laura-varnac"),
        ("Puis, le Picard Nicolas Varnac a ri.", "Nicolas Varnac", "nicolas-varnac"),
        ("- Combats politiques -Avec Zorvi Varnac, un autre est venu.", "Zorvi Varnac", "zorvi-varnac"),
        # Father and son.
        ("Hier, Odon Varnac fils a ri.", "Odon Varnac fils", "odon-varnac-fils"),
        ("Hier, Odon Varnac senior a ri.", "Odon Varnac senior", "odon-varnac-senior"),
        ("Hier, Odon Varnac fils de Paul a ri.", "Odon Varnac", "odon-varnac"),
        ("Hier, Odon Varnac père et fils ont ri.", "Odon Varnac", "odon-varnac"),
        ("Hier, George Bush père a ri.", "George Bush père", "george-h-w-bush"),
        ("Hier, George Bush fils a ri.", "George Bush fils", "george-w-bush"),
        # Forms of lists, initials, particles.
        ("Ont voté hier BRIZEC Laura et les autres.", "BRIZEC Laura", "laura-brizec"),
        ("Ont voté : Brizec, Laura (PS), et les autres.", "Brizec, Laura", "laura-brizec"),
        ("Hier Jean-Luc Varnac a ri, dit J.-L. Varnac.", "J.-L. Varnac", "jean-luc-varnac"),
        ("Hier Philippe de Varnac a ri. Puis M. de Varnac part.", "M. de Varnac", "philippe-de-varnac"),
        # Surnames of two names, after a civility.
        ("Hier, M. Varnac d’Estaing a ri.", "M. Varnac d’Estaing", "varnac-d-estaing"),
        ("Hier Philippe Varnac de Brizec a ri. Puis M. Varnac de Brizec part.", "M. Varnac de Brizec", "philippe-varnac-de-brizec"),
        ("Hier Philippe Varnac de Brizec a ri. Puis Mme Varnac de Brizec part.", "Mme Varnac de Brizec", "mme-varnac-de-brizec"),
        ("Hier Philippe Varnac de Brizec a ri. Puis M. de Brizec part.", "M. de Brizec", "philippe-varnac-de-brizec"),
        ("Pour Me Varnac de Lazay, tout est clair.", "Me Varnac de Lazay", "varnac-de-lazay"),
        # Where somebody comes from, or works, is no part of a surname.
        ("Hier, M. Varnac de Lyon a ri.", "M. Varnac", "varnac"),
        ("Hier, M. Varnac d’Airbus a ri.", "M. Varnac", "varnac"),
        ("Hier, M. Varnac de la CNDP a ri.", "M. Varnac", "varnac"),
    ],
)  # fmt: skip
def test_whom_a_form_stands_for_in_its_article(
    recogniser: Recogniser, text: str, surface: str, entity: str
) -> None:
    assert named(recogniser, text, surface) == {f"person:{entity}"}


@pytest.mark.parametrize(
    ("surface", "sex"),
    [
        ("Mme Varnac", "f"),
        ("M. Varnac", "m"),
        ("Ségolène Varnac", "f"),
        ("Philippe Varnac", "m"),
        ("Marie-Pierre Varnac", "f"),
        ("Jean-Marie Varnac", "m"),
        ("Claude Varnac", ""),
        ("Varnac", ""),
        ("Zorvi Varnac", ""),
    ],
)
def test_what_a_form_tells_of_the_sex(recogniser: Recogniser, surface: str, sex: str) -> None:
    assert sex_of(surface, recogniser.lexicon) == sex


def person(
    surface: str, mentions: int, id: str = "", *, sex: str = "", first_name: bool = False
) -> FormCount:
    slug = id or surface.lower().replace(" ", "-")
    entity = EntityId(f"person:{slug}")
    return FormCount(entity, Kind.PERSON, surface, mentions, sex=sex, first_name=first_name)


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        # Look-alikes that both stand often are two.
        (person("Odon Delpech", 9), person("Odon Delpuech", 4), False),
        (person("Paul Reynaud", 9), person("Paul Renaud", 9), False),
        (person("Jerry Lee Varnac", 9), person("Jerry Varnac", 9), False),
        # A slip is rare; initials and foreign letters are no other name.
        (person("Odon Delpech", 40), person("Odon Delpuech", 1), True),
        (person("Jerry B. Varnac", 9), person("Jerry Varnac", 9), True),
        (person("Khalil Varkhani", 9), person("Khalil Varkhany", 6), True),
        # Father and son are two, however it is said.
        (person("Odon Varnac", 9), person("Odon Varnac fils", 3), False),
        (person("Odon Varnac père", 9), person("Odon Varnac junior", 3), False),
        (person("Odon Varnac Jr", 9), person("Odon Varnac junior", 3), True),
        (person("Odon Varnac Jr", 9), person("Odon Brizec Jr", 3), False),
        (person("Jean Paul II", 9), person("Jean-Paul II", 3), True),
        # A civility keeps apart.
        (person("Odon Varnac", 9, sex="m"), person("Mme Varnac", 2, "mme-varnac", sex="f"), False),
        (person("Odile Varnac", 9, sex="f"), person("Mme Varnac", 2, "mme-varnac", sex="f"), True),
        # Who is mostly named by one word is somebody else.
        (person("Line Renaud", 20), person("Renaud", 47), False),
        (person("Line Renaud", 20), person("Renaud", 12), True),
        (person("Édouard Philippe", 20), person("roi Philippe", 2, "roi-philippe"), False),
        (person("Odon Varnac", 20), person("Varnac", 2, "famille-varnac"), False),
    ],
)  # fmt: skip
def test_two_persons_of_a_corpus(a: FormCount, b: FormCount, joined: bool) -> None:
    assert (len(join([a, b]).entities) == 1) is joined


def test_a_first_name_of_nobody_stays_out_of_the_list_of_persons() -> None:
    laura = person("Laura", 12, first_name=True)
    joined = join([laura, person("Odon Varnac", 3)])
    assert {(entity.id, entity.kind) for entity in joined.entities} == {
        ("other:laura", Kind.OTHER),
        ("person:odon-varnac", Kind.PERSON),
    }
    assert joined.canonical == {"person:laura": "other:laura"}


def test_a_person_is_called_by_the_form_with_a_first_name() -> None:
    forms = [
        person("Van Varnac", 9, "odon-van-varnac"),
        person("Odon Van Varnac", 2, "odon-van-varnac"),
    ]
    assert [entity.name for entity in join(forms).entities] == ["Odon Van Varnac"]


@pytest.mark.parametrize(
    ("lead", "text", "surface", "entity"),
    [
        ("Penelope Varnac est entendue.", "Hier, Mme Varnac a ri.", "Mme Varnac", "penelope-varnac"),
        ("Philippe Varnac est entendu.", "Hier, Mme Varnac a ri.", "Mme Varnac", "mme-varnac"),
        ("Le maire est entendu.", "Hier, M. Varnac a ri.", "M. Varnac", "varnac"),
        ("Philippe Varnac est entendu.", "Hier, le roi Varnac a ri.", "roi Varnac", "roi-varnac"),
        # The summary is read before the text: a namesake further on is another.
        ("Philippe Varnac est entendu.", "Hier M. Varnac a ri. Paul Varnac aussi.", "M. Varnac", "philippe-varnac"),
        # The text's own word counts more than its summary's.
        ("Philippe Varnac est entendu.", "Hier Paul Varnac a ri. M. Varnac part.", "M. Varnac", "paul-varnac"),
    ],
)  # fmt: skip
def test_whom_the_summary_names(
    recogniser: Recogniser, lead: str, text: str, surface: str, entity: str
) -> None:
    mentions = settle(read(recogniser, text), recogniser, lead=lead)
    found = {m.entity for m in mentions if text[m.start : m.end] == surface}
    assert found == {f"person:{entity}"}


def test_whom_only_the_summary_names_is_called_as_there_and_joined_to_no_namesake(
    recogniser: Recogniser,
) -> None:
    settlement = Settlement(recogniser, CorpusVotes())
    text = "Hier M. Varnac a ri. Plus tard, Paul Varnac est parti."
    settlement.settle(text, read(recogniser, text), lead="Philippe Varnac est entendu.")
    joined = join_attested([settlement.attested()])
    assert {(entity.name, tuple(form.surface for form in entity.forms)) for entity in joined.entities} == {
        ("Philippe Varnac", ("M. Varnac",)),
        ("Paul Varnac", ("Paul Varnac",)),
    }  # fmt: skip


def test_nobody_is_called_tout_le_monde(recogniser: Recogniser) -> None:
    assert not named(recogniser, "Hier, M. et Mme Tout-le-monde ont ri.", "Mme Tout")


def test_a_heritage_is_not_of_whoever_was_named_last(recogniser: Recogniser) -> None:
    text = "Hier, Johnny Hallyday et Laeticia Hallyday ont ri. Voici l'héritage Hallyday."
    assert named(recogniser, text, "Hallyday") == {"person:hallyday"}
    text = "Hier, Johnny Hallyday et Laeticia Hallyday ont ri. Et Hallyday part."
    assert named(recogniser, text, "Hallyday") == {"person:laeticia-hallyday"}


def test_a_person_is_not_called_by_the_end_of_a_name() -> None:
    forms = [
        person("Abdel Varnac", 9, "odon-abdel-varnac"),
        person("Odon Abdel Varnac", 2, "odon-abdel-varnac"),
    ]
    assert [entity.name for entity in join(forms).entities] == ["Odon Abdel Varnac"]


@pytest.mark.parametrize(
    ("surface", "name"),
    [("Varnac, Odile", "Odile Varnac"), ("VARNAC Odile", "Odile Varnac"), ("VGE", "VGE")],
)
def test_a_person_is_called_with_the_first_name_in_front(surface: str, name: str) -> None:
    assert [entity.name for entity in join([person(surface, 2, "odile-varnac")]).entities] == [name]


def test_a_civility_of_the_other_sex_is_not_even_proposed() -> None:
    forms = [
        person("Marine Varnac", 9, sex="f"),
        person("M. Varnac", 2, "m-varnac", sex="m"),
    ]
    joined = join(forms)
    assert len(joined.entities) == 2
    assert not joined.proposals


def test_a_surname_in_the_spelling_of_its_article() -> None:
    recogniser = Recogniser.load()
    text = "Le général Aviv Kohavi est venu. Hier, M. Kohavi est reparti."
    mentions = settle(read(recogniser, text), recogniser)
    assert {m.entity for m in mentions if m.kind.value == "person"} == {"person:aviv-kochavi"}


def test_a_double_first_name_alone_is_one_too(recogniser: Recogniser) -> None:
    assert is_first_name("Jean-Paul", recogniser.lexicon)
    assert not is_first_name("Jean-Zorvat", recogniser.lexicon)
