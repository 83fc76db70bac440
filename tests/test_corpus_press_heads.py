"""What heads a press release is neither its title nor its author: an embargo, « COMMUNIQUÉ DE PRESSE »."""

from __future__ import annotations

import io

import pytest

from index.corpus.cleaning.press_heads import read_press_head
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.file_reading import read
from index.model.article import Article, TitleBasis

TITLE = "La Ville de Valombre rouvre le quai nord après deux ans de travaux"
BODY = (
    "Le quai nord a rouvert mardi matin à Valombre, après deux ans de travaux et quatre millions d’euros dépensés.",
    "« On attendait ça depuis longtemps », dit un patron pêcheur, Yann Le Gall, qui a sorti son bateau dès l’aube.",
    "La maire a coupé le ruban à onze heures, devant une centaine d’habitants venus malgré la pluie froide.",
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("COMMUNIQUÉ DE PRESSE", None),
        ("Communiqué de presse n° 12", None),
        ("Communiqué de presse – Valombre, le 17 janvier 2023", "2023-01-17"),
        ("DOSSIER DE PRESSE", None),
        ("INVITATION PRESSE", None),
        ("Note aux rédactions", None),
        ("Conférence de presse", None),
        ("SOUS EMBARGO JUSQU’AU MARDI 17 JANVIER 2023, 11 H", "2023-01-17"),
        ("Sous embargo jusqu'au 17 janvier 2023 à 11h", "2023-01-17"),
        ("Embargo : 17/01/2023 – 11h00", "2023-01-17"),
        ("EMBARGO STRICT", None),
        ("Ne pas diffuser avant le 17 janvier 2023", "2023-01-17"),
        ("POUR DIFFUSION IMMÉDIATE", None),
        ("À diffuser immédiatement", None),
        ("À PUBLIER DÈS RÉCEPTION", None),
        ("Pour diffusion dès réception", None),
        ("FOR IMMEDIATE RELEASE: January 17, 2023", "2023-01-17"),
        ("COMMUNIQUÉ", None),
        ("Pressemitteilung", None),
        ("Persbericht", None),
    ],
)
def test_heads_of_releases(line: str, day: str | None) -> None:
    facts = Facts()
    assert read_press_head(line, facts)
    assert [date.earliest for date in facts.published] == ([day] if day else [])


@pytest.mark.parametrize(
    "line",
    [
        "Embargo sur les armes : le Conseil de sécurité vote mardi",
        "L’embargo est levé",
        "Communiqué de presse : le maire répond à l’opposition",
        "Conférence de presse du président : ce qu’il faut retenir",
        "La presse sous embargo",
        "Publication des résultats du bac",
        "Communiqué du syndicat des dockers",
        "Médias : la presse écrite en crise",
    ],
)
def test_titles_that_speak_of_them(line: str) -> None:
    assert not read_press_head(line, Facts())


@pytest.mark.parametrize(
    "heads",
    [
        ("SOUS EMBARGO JUSQU’AU MARDI 17 JANVIER 2023, 11 H", "COMMUNIQUÉ DE PRESSE"),
        ("COMMUNIQUÉ DE PRESSE", "Embargo : 17/01/2023 – 11h00"),
        ("Communiqué de presse", "Valombre, le 17 janvier 2023"),
    ],
)
@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_a_release_has_its_own_title_and_no_author(heads: tuple[str, ...], kind: str) -> None:
    lines = [*heads, TITLE, *BODY]
    data = "\n\n".join(lines).encode() if kind == "txt" else word(lines)
    (article,) = [one for one in read(data, relative=f"a.{kind}") if isinstance(one, Article)]
    assert (article.title, article.author, article.published.earliest) == (
        TITLE,
        None,
        "2023-01-17",
    )
    assert [span.of(article.text) for span in article.paragraphs] == list(BODY)


def word(lines: list[str]) -> bytes:
    import docx

    made = docx.Document()
    for line in lines:
        made.add_paragraph().add_run(line).bold = line not in BODY
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "# COMMUNIQUÉ DE PRESSE – Valombre, le 17 janvier 2023\n\n## {title}\n\n{body}",
        "# POUR DIFFUSION IMMÉDIATE\n\n# {title}\n\n{body}",
        "---\ntitle: COMMUNIQUÉ DE PRESSE – 17 janvier 2023\n---\n\n# {title}\n\n{body}",
        "# COMMUNIQUÉ DE PRESSE – {title}\n\n{body}",
        "# Communiqué : {title}\n\n{body}",
        "COMMUNIQUÉ DE PRESSE\n====\n\n{title}\n----\n\n{body}",
        "# SOUS EMBARGO JUSQU’AU 17 JANVIER 2023, 6 H\n\n## {title}\n\n{body}",
    ],
)
def test_a_heading_that_is_such_a_head_is_no_title(text: str) -> None:
    data = text.format(title=TITLE, body="\n\n".join(BODY)).encode()
    (article,) = [one for one in read(data, relative="a.md") if isinstance(one, Article)]
    assert article.title == TITLE
    assert all(paragraph in article.text for paragraph in BODY)
    assert "COMMUNIQUÉ" not in article.text and "DIFFUSION" not in article.text


@pytest.mark.parametrize(
    "title",
    [
        "Conférence de presse : le maire annonce la fermeture",
        "Alerte aux médias : la presse locale se meurt",
        "Point presse – ce que le préfet a dit",
        "Dossier de presse : comment les élus l’écrivent",
        "CONFÉRENCE DE PRESSE : LE MAIRE ANNONCE LA FERMETURE",
        "Déclaration à la presse : la ministre se tait toujours",
    ],
)
@pytest.mark.parametrize("form", ["# {}\n\n{}", '---\ntitle: "{}"\n---\n\n{}'])
def test_a_title_that_begins_with_an_event_keeps_its_beginning(title: str, form: str) -> None:
    data = form.format(title, "\n\n".join(BODY)).encode()
    (article,) = [one for one in read(data, relative="a.md") if isinstance(one, Article)]
    assert article.title == title


@pytest.mark.parametrize("title", ["Dossier de presse", "Communiqué", "COMMUNIQUÉ DE PRESSE"])
@pytest.mark.parametrize("form", ["# {}\n\n{}", "---\ntitle: {}\n---\n\n{}"])
def test_the_kind_of_a_release_is_its_title_where_there_is_no_other(title: str, form: str) -> None:
    data = form.format(title, "\n\n".join(BODY)).encode()
    (article,) = [one for one in read(data, relative="a.md") if isinstance(one, Article)]
    assert (article.title, article.title_basis) == (title, TitleBasis.STATED)
    assert article.text.count(title) == 1
    assert [span.of(article.text) for span in article.paragraphs] == list(BODY)
    assert not any(title in told for told in article.set_aside_texts if "---" not in told)


def test_a_head_in_capitals_stands_before_a_title() -> None:
    data = f"# CONFÉRENCE DE PRESSE – {TITLE}\n\n{BODY[0]}\n\n{BODY[1]}\n".encode()
    (article,) = [one for one in read(data, relative="a.md") if isinstance(one, Article)]
    assert article.title == TITLE
