"""What claims that sources exclude each other, and what is only to be checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.facts import gathered_claims
from index.facts.sureness import bounds, worth
from index.interface.facts_in_words import folded
from index.model.claims import ClaimKind
from index.model.facts import DISAGREEING, Fact, FactVerdict, contradicts
from tests.test_facts import facts_of


def verdicts(one: str, other: str, folder: Path, days: tuple[str, str]) -> set[FactVerdict]:
    return {fact.verdict for fact in facts_of(one, other, folder, days=days)}


DAYS = ("2023-03-04", "2023-03-05")
SAME_DAY = ("2023-03-04", "2023-03-04")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A day has several bulletins.
        ("Neuf communes ont été placées en vigilance orange.", "Douze communes sont en vigilance orange."),
        ("Le gérant n'avait pas encore été interpellé samedi soir.",
         "Le gérant a été interpellé dimanche à l'aube."),
    ],
)  # fmt: skip
def test_a_later_state_changes_and_contradicts_nobody(one: str, other: str, tmp_path: Path) -> None:
    days = SAME_DAY if "vigilance" in one else DAYS
    found = verdicts(one, other, tmp_path, days)
    assert not found & (DISAGREEING - {FactVerdict.UPDATE})


def test_what_was_not_yet_so_is_denied_when_told_afterwards(tmp_path: Path) -> None:
    found = verdicts(
        "Le gérant de la scierie a été interpellé samedi soir.",
        "Le gérant de la scierie n'a toujours pas été interpellé.",
        tmp_path, DAYS,
    )  # fmt: skip
    assert FactVerdict.UPDATE not in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seules deux lignes de bac seront fermées samedi 4 mars.",
         "Cinq lignes de bac seront fermées dimanche 5 mars."),
        ("Le trou s'est formé place Léon-Vernin.", "Un trou s'est ouvert place Léon Vernin."),
        ("Marc Ollier n'a plus donné signe de vie depuis jeudi.",
         "Marc Ollier n'a pas donné signe de vie depuis jeudi."),
        ("L'élu a annulé sa visite à la foire.", "L'élu a reporté sans explication sa visite à la foire."),
        ("L'enquête conclut qu'il ne peut être établi de lien entre la noyade et la crue du fleuve.",
         "L'enquête n'établit pas de lien entre la noyade et la crue du fleuve."),
        ("Le guide, non prise au sérieux par la tour, a été trouvé noyé.",
         "Le guide, pas prise au sérieux par la tour, a été trouvé noyé."),
        ("Le notaire dit que le port encourt une sanction en refusant de rendre les digues au fleuve.",
         "Le port encourt une sanction en refusant de rendre les digues au fleuve, a-t-il estimé."),
        ("Cela ouvre un champ de fouilles dont on ne sait où il finira.",
         "Cela ouvre un champ de fouilles dont on ne sait pas où il finira."),
        ("M. Vernin, poursuivi pour deux vols qu'il conteste, y raconte ses dix mois de prison.",
         "M. Vernin, poursuivi pour deux vols, a passé dix mois en prison."),
        ("Le gérant a nié toute faute dans la noyade, disant payer son amitié.",
         "« Je paie mon amitié », a dit le gérant."),
        ("Pour contester son transfert, ses avocats ont cité le cas de sept accusés malades.",
         "Ils citent le cas de sept accusés malades."),
        ("Au total, 45 plongeurs ont été arrêtés pour le vol. La mairie a démenti toute implication.",
         "45 plongeurs ont été arrêtés pour le vol."),
        ("M. Vernin n'a pas été mis en examen à la demande du maire.", "M. Vernin a été mis en examen lundi."),
        ("L'avocat récuse l'idée que les 14 accusés soient de seconds rôles.", "Quatorze accusés sont jugés."),
        ("Le taux est de 158 malades pour 100.000 habitants.", "Le taux est de 212 malades pour 100.000 habitants."),
        ("Une bousculade a tué treize personnes – douze femmes et un homme.", "La bousculade a tué treize personnes."),
        ("Le précédent bilan faisait état de deux disparus.", "Le bilan est de quatre disparus."),
        ("Le typhon est passé à 8 heures locales (23H00 GMT) devant le cap.",
         "Le typhon est passé devant le cap à 8 heures."),
        ("Le premier condamné, Marc Ollier, âgé de 19 ans au moment des faits, se tait.",
         "Le premier condamné, Marc Ollier, 22 ans, se tait."),
        ("Paul Vernin, préfet du Nord, a parlé.", "Paul Vernin, préfet, a parlé."),
        ("Les deux arrêtés ont été adoptés, si la pêche ne s'améliore pas.",
         "Si la pêche ne s'améliore pas malgré les arrêtés déjà adoptés, dit le maire, il en faudra d'autres."),
        ("Les recherches ont été arrêtées en raison de fortes pluies.",
         "Un avis exhortait les gens à ne pas y pénétrer en raison de fortes pluies."),
        ("Ted Mc Dorval a vendu sa ferme.", "Ted McDorval a vendu sa ferme."),
        ("José Luis Vernino a parlé au marché.", "Jose Luis Vernino a parlé au marché."),
        # The age of somebody is not denied with what he contests, nor what follows what is granted.
        ("Le sculpteur de 51 ans a parlé de sa lettre au marché.",
         "Venu contester le plan de la halle, le sculpteur de 51 ans a parlé de sa lettre au marché."),
        ("Deux des plongeurs souffraient de blessures légères.",
         "Si le port n'a pas confirmé l'identité des plongeurs, deux d'entre eux ont été légèrement touchés."),
        # A figure is read whole.
        ("La Vire a atteint lundi 5,85 m au pont.", "La Vire avait atteint 8,62 m au pont en 1910."),
        # Parts of one whole, and a part beside its whole.
        ("Avec les sept autres statues du parc, celle de Vernin sera repeinte.",
         "Cinq des huit statues du parc seront repeintes."),
        ("Sept plongeurs sont dans un état d'urgence absolue, dont cinq enfants.",
         "Cinq enfants sont dans un état d'urgence absolue."),
        # Two things of one owner.
        ("Le corps de la plongeuse n'a jamais été retrouvé.",
         "L'ADN de la plongeuse a été retrouvé dans la cabane du gérant."),
        # The next word sticks to the name.
        ("« Il faut des digues », explique Agnès Vernin dans la gazette.",
         "« Il faut des digues », explique Agnès Verninpar téléphone."),
        # Who works for somebody is somebody else.
        ("L'ancien chef de mission d'Ahmed Vernin a été entendu par les élus.",
         "Le chef de cabinet d'Ahmed Vernin, Paul Ollier, a été entendu par les élus."),
    ],
)  # fmt: skip
def test_what_says_the_same_is_no_contradiction(one: str, other: str, tmp_path: Path) -> None:
    assert not verdicts(one, other, tmp_path, DAYS) & (DISAGREEING - {FactVerdict.UPDATE})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le gérant de la scierie a été mis en demeure en mars.",
         'Le gérant de la scierie dément "avoir été mis en demeure".'),
        ("Le gérant de la scierie a été mis en examen.",
         "Le gérant de la scierie a démenti, mardi, être mis en examen."),
        ("Le préfet de la Vire a démissionné.",
         "Le préfet de la Vire dément, en marge d'un déplacement, avoir démissionné."),
        ("Le préfet de la Vire a démissionné.",
         "Le préfet de la Vire dément, pourtant accusé par trois élus, avoir démissionné."),
        ("Le gérant de la scierie a été mis en examen.",
         "Le gérant de la scierie n'a pas été mis en examen en raison de la prescription."),
        ("Le gérant de la scierie a été condamné.",
         "Le gérant de la scierie n'a pas été condamné parce que les faits étaient prescrits."),
    ],
)  # fmt: skip
def test_a_denial_reaches_what_it_denies(one: str, other: str, tmp_path: Path) -> None:
    # Below the bound of its class a denial may be only to be checked.
    assert verdicts(one, other, tmp_path, SAME_DAY) & {FactVerdict.DENIED, FactVerdict.TO_CHECK}


def test_who_gave_the_alert_makes_no_bulletin(tmp_path: Path) -> None:
    told = "{} personnes sont mortes dans l'incendie, a indiqué le voisin qui a donné l'alerte."
    found = facts_of(told.format("Trois"), told.format("Cinq"), tmp_path, days=SAME_DAY)
    assert FactVerdict.CONFLICT in {fact.verdict for fact in found}


QUOTE = "« Il est incompréhensible qu'un bac soit en mer un jour pareil »"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (f"{QUOTE}, a dit le maire, Yves Morandeau.", f"{QUOTE}, a dit Paul Vernin.", "conflict"),
        # Who the trainer is nobody says: it may be the mayor.
        (f"{QUOTE}, a dit le maire, Yves Morandeau.", f"{QUOTE}, a dit l'entraîneur du club.", "to-check"),
        (f"{QUOTE}, a dit Yves Morandeau.", f"{QUOTE}, a dit sa mère.", "to-check"),
        (f"{QUOTE}, a dit l'agence régionale de santé.", f"{QUOTE}, a dit le maire.", "to-check"),
        (f"{QUOTE}, a dit la rectrice, Anne Vernin.", f"{QUOTE}, a dit le ministre.", "to-check"),
        (f"{QUOTE}, a dit la directrice, Anne Vernin.", f"{QUOTE}, a dit le chef de service.", "to-check"),
        # Whom « il » means is not certain where the account names the other one too.
        (f"{QUOTE}, a dit Yves Morandeau à Paul Vernin.",
         f"Paul Vernin a visité le port avec Yves Morandeau. {QUOTE}, a-t-il dit.", "to-check"),
    ],
)  # fmt: skip
def test_two_speakers_are_two_where_both_are_named(
    one: str, other: str, verdict: str, tmp_path: Path
) -> None:
    said = [f for f in facts_of(one, other, tmp_path, days=DAYS) if f.of == "quote-speaker"]
    assert {fact.verdict.value for fact in said} == {verdict}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("le magistrat", "le procureur"),
        ("le suspect", "le suspect au juge"),
        ("le pilote", "le commandant de bord"),
        ("le maire, Yves Morandeau", "l'édile"),
        ("Yves Morandeau", "le responsable"),
    ],
)
def test_one_speaker_in_other_words_is_one(one: str, other: str, tmp_path: Path) -> None:
    found = facts_of(f"{QUOTE}, a dit {one}.", f"{QUOTE}, a dit {other}.", tmp_path, days=DAYS)
    assert not [fact for fact in found if fact.of == "quote-speaker"]


def test_what_a_person_is_called_is_read_on_both_sides_of_the_name(tmp_path: Path) -> None:
    one = f"L'avocat Hugo Brun s'est opposé à Paul Vernin, maire de Brest. {QUOTE}, a dit Paul Vernin."
    found = facts_of(one, f"{QUOTE}, a dit le maire.", tmp_path, days=DAYS)
    assert not [fact for fact in found if fact.of == "quote-speaker"]


def test_two_holders_of_an_office_are_one_line(tmp_path: Path) -> None:
    one = "Le porte-parole de la Vigie du port, Paul Vernin, a parlé. "
    other = "« Tout va », dit Yves Morandeau, porte-parole de la Vigie du port."
    third = (("trois", f"{other} Il pleut.", DAYS[1]),)
    found = facts_of(one, other, tmp_path, days=DAYS, third=third)
    assert len([fact for fact in found if fact.of == "holder"]) == 1


def fact(verdict: FactVerdict, accepted: bool | None = None) -> Fact:
    return Fact("1", ClaimKind.COUNT, "", "morts", verdict, 0.5, (), accepted=accepted)


def test_what_is_to_check_stands_apart_until_it_is_accepted() -> None:
    open_, accepted = fact(FactVerdict.TO_CHECK), fact(FactVerdict.TO_CHECK, accepted=True)
    conflict, rejected = fact(FactVerdict.CONFLICT), fact(FactVerdict.TO_CHECK, accepted=False)
    groups = folded([open_, accepted, conflict, rejected])
    assert groups.to_check == [open_]
    assert groups.grave == [accepted, conflict]
    assert [contradicts(one) for one in (open_, accepted, conflict, rejected)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_the_bounds_are_those_that_were_measured() -> None:
    assert dict(bounds()) == {
        "any": 0.65,
        "ineligibility": 0.55,
        "wind": 1,
        "speed": 1,
        "custody": 0.75,
        "rain-fall": 1,
        "ruling": 0.8,
        "talks": 0.8,
        "health": 0.75,
        "age": 0.6,
        "cause": 0.8,
        "classification": 0.7,
        "offence": 0.6,
        "count": 0.65,
        "date": 0.75,
        "measure": 0.75,
        "money": 0.6,
        "place": 0.92,
        "region": 1.0,
        "fares": 0.95,
        "fire": 0.69,
        "works-held": 0.95,
        "system": 0.95,
        "inspection": 0.95,
        "missing": 0.85,
        "weapon": 0.9,
        "job": 0.85,
        "stance": 0.85,
        "status": 0.65,
        "time": 0.6,
    }


def test_what_one_of_the_same_day_adds_is_no_later_stage(tmp_path: Path) -> None:
    one = "Mis en examen pour vol, le gérant de la scierie est incarcéré à la prison du port."
    other = "Le gérant de la scierie a été mis en examen pour vol."
    assert FactVerdict.UPDATE not in verdicts(one, other, tmp_path, SAME_DAY)


def test_figures_of_two_bodies_are_only_to_be_checked(tmp_path: Path) -> None:
    one = "La SNCF versera une prime exceptionnelle à ses 100.000 salariés."
    other = "La Poste versera une prime exceptionnelle à ses 200.000 salariés."
    assert not verdicts(one, other, tmp_path, SAME_DAY) & DISAGREEING


def test_days_that_each_tell_their_own_today_are_not_told(tmp_path: Path) -> None:
    one = "Samedi 4 mars, dix communes de la vallée ont été placées en vigilance orange."
    other = "Dimanche 5 mars, dix communes de la vallée ont été placées en vigilance orange."
    found = facts_of(one, other, tmp_path, days=DAYS)
    assert not [fact for fact in found if fact.about is ClaimKind.DATE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Storeys are not hurt, and a penalty that is risked is not pronounced.
        ("Un immeuble de quatre étages a brûlé rue Haute à Rivac.",
         "Deux personnes ont été blessées dans l'incendie de la rue Haute à Rivac."),
        ("Paul Brun, jugé à Rivac, risque une peine de dix ans.",
         "Paul Brun, jugé à Rivac, a été condamné à deux ans de prison."),
        # A person's house is no place, and an opinion kept for members none.
        ("Le corps de la victime a été retrouvé dans la maison de Paul Brun à Rivac.",
         "Le corps de la victime a été retrouvé à Rivac."),
        ("La commission a rendu un avis réservé aux membres.", "La commission a rendu un avis favorable."),
        # Two spellings of a model are one.
        ("Le Maroc attend ses hélicoptères AB206 et H135 à Rabat.",
         "Le Maroc attend ses hélicoptères AB-206 et H-135 à Rabat."),
    ],
)  # fmt: skip
def test_what_a_stranger_found_is_no_contradiction(one: str, other: str, tmp_path: Path) -> None:
    assert not verdicts(one, other, tmp_path, SAME_DAY) & DISAGREEING


def test_a_day_on_which_something_happened_once_is_to_be_checked(tmp_path: Path) -> None:
    one = "Le meurtre de Rivac s'est produit samedi 4 mars, selon la police."
    other = "Le meurtre de Rivac s'est produit dimanche 5 mars, selon la police."
    assert FactVerdict.TO_CHECK in verdicts(one, other, tmp_path, DAYS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # « L'élu » may be the mayor.
        (
            "« Il est incompréhensible qu’il y ait un bateau à la mer », a fustigé le maire de Courvoise Paul Vernin.",
            "« Il est incompréhensible qu’il y ait un bateau à la mer », a fustigé l’élu écologiste.",
        ),
        # What is not regretted was done.
        (
            "Lise Garand ne regrette pas d’avoir voté le budget de Courvoise.",
            "Lise Garand a voté le budget de Courvoise.",
        ),
        # Two bulletins of one day.
        (
            "La vigilance orange est maintenue, selon le bulletin de Météo-Centre publié à 16 heures.",
            "La vigilance orange est maintenue, selon le bulletin de Météo-Centre publié à 22 heures.",
        ),
        # Two places.
        (
            "La vigilance orange a été levée à Bordeaux.",
            "La vigilance orange est maintenue à Marseille.",
        ),
    ],
)
def test_what_the_press_tells_of_two_is_no_contradiction(
    one: str, other: str, tmp_path: Path
) -> None:
    assert not [f.label for f in facts_of(one, other, tmp_path) if f.verdict in DISAGREEING]


def test_what_is_worth_checking_was_measured() -> None:
    assert (gathered_claims.LEAST_OF_DAYS, gathered_claims._LEAST_LOOSE, dict(worth())) == (
        0.33,
        {ClaimKind.TIME: 0.35},
        {
            "date": 0.45, "cause": 0.45, "place region": 1, "status missing": 0.7,
            "date announcement": 0.6, "date election": 0.6, "date storm": 0.6, "date strike": 0.8,
        },
    )  # fmt: skip
