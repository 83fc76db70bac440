"""A record's text is never dropped unsaid, whatever its key or column is called."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from index.corpus.document import SourceRules
from index.corpus.file_reading import read
from index.model.article import Article, Basis, Noted, TitleBasis, Unread

BODY = (
    "La digue de Port-Blanc a cédé dans la nuit de lundi à mardi, sous une houle de quatre mètres.",
    "Les habitants du quai ont été relogés au gymnase, a dit la préfecture dans la matinée.",
)
TEXT = "\n\n".join(BODY)
OTHER = "Le port de Valombre attend le retour des chalutiers, que la tempête retient au large depuis dimanche."
LONG = " ".join([*BODY, OTHER] * 3)


def found(
    data: str, name: str, rules: SourceRules | None = None
) -> tuple[list[Article], list[Noted | Unread]]:
    articles: list[Article] = []
    told: list[Noted | Unread] = []
    for one in read(data.encode(), relative=name, rules=rules):
        if isinstance(one, Article):
            articles.append(one)
        else:
            told.append(one)
    return articles, told


@pytest.mark.parametrize(
    "record",
    [
        {"title": "La digue cède", "html_content": f"<p>{BODY[0]}</p><p>{BODY[1]}</p>"},
        {"title": "La digue cède", "contentHtml": f"<p>{BODY[0]}</p><p>{BODY[1]}</p>", "summary": "Une digue."},
        {"title": "La digue cède", "summary": "", "wysiwyg": TEXT},
        {"title": "La digue cède", "summary": "Une digue cède.", "paragraphes": list(BODY)},
        {"title": "La digue cède", "blocks": [{"type": "p", "data": {"text": line}} for line in BODY]},
        {"title": "La digue cède", "article": {"title": "La digue cède", "body": TEXT}},
        {"url": "https://a.example/1", "page": {"titre": "La digue cède", "corps": TEXT}},
        {"title": "La digue cède", "text": None, "payload": {"deep": {"deeper": TEXT}}},
        {"title": "", "headline": "La digue cède", "description": "", "chapo": "", "body_2": TEXT},
        {"title": "La digue cède", "content": "ONLY AVAILABLE IN PAID PLANS", "long_form": TEXT},
        {"title": "La digue cède", "text": f"{BODY[0]} ", "content": f"{BODY[0]}", "full_text": TEXT},
    ],
)  # fmt: skip
def test_the_body_of_a_record_is_read(record: dict[str, object]) -> None:
    (article,), _ = found(json.dumps([record], ensure_ascii=False), "a.json")
    assert article.title == "La digue cède"
    assert all(line in article.text for line in BODY)


@pytest.mark.parametrize("shape", ["list", "keys", "columns", "split", "rows", "two lists", "deep"])
def test_every_shape_of_records(shape: str) -> None:
    one = {"titre": "La digue cède", "texte": TEXT}
    two = {"titre": "Les chalutiers", "texte": OTHER}
    shapes = {
        "list": [one, two],
        "keys": {"a1": one, "a2": two},
        "columns": {key: {"0": one[key], "1": two[key]} for key in one},
        "split": {"columns": [*one], "index": [0, 1], "data": [[*one.values()], [*two.values()]]},
        "rows": [[*one], [*one.values()], [*two.values()]],
        "two lists": {"articles": [one], "breves": [{**two, "date": "2023-01-17"}]},
        "deep": {"export": {"resultats": [{**one, "date": "2023-01-17"}, {**two, "url": "https://a.example"}]}},
    }  # fmt: skip
    articles, told = found(json.dumps(shapes[shape], ensure_ascii=False, indent=1), "a.json")
    assert sorted(a.title for a in articles) == ["La digue cède", "Les chalutiers"]
    assert all(any(line in a.text for a in articles) for line in (*BODY, OTHER))
    assert told == []


def test_a_second_list_about_the_same_articles_gives_no_more() -> None:
    article = {"title": "La digue cède", "text": TEXT, "url": "https://a.example/1"}
    hit = {"title": "La digue cède", "text": BODY[0], "url": "https://a.example/1"}
    data = json.dumps({"articles": [article], "passages": [hit]}, ensure_ascii=False)
    (found_one,), told = found(data, "a.json")
    assert BODY[1] in found_one.text
    assert [(one.what, one.number) for one in told if isinstance(one, Noted)] == [("passages", 1)]


@pytest.mark.parametrize(
    "apart",
    [
        lambda day: {"text": f"{OTHER} Le vent a soufflé du nord le {day} janvier."[day:]},
        lambda day: {"text": [f"Le vent a soufflé du nord le {day} janvier."]},
        lambda day: {"text": TEXT, "url": f"https://a.example/{day}"},
        lambda day: {"text": TEXT, "date": f"2023-01-{day}"},
    ],
    ids=["text", "paragraphs", "address", "date"],
)
def test_a_title_that_comes_again_in_another_list_drops_nothing(
    apart: Callable[[int], dict[str, object]],
) -> None:
    days = {17: ["Météo", "Retraites"], 18: ["Météo", "Grève", "Port"]}
    data = {
        f"2023-01-{day}": [
            {"title": title, "section": "Région", "author": "J. Martin", **apart(day)}
            for title in titles
        ]
        for day, titles in days.items()
    }
    articles, told = found(json.dumps(data, ensure_ascii=False), "a.json")
    assert [article.title for article in articles] == [*days[17], *days[18]]
    assert told == []


def test_a_record_without_anything_to_read_is_counted() -> None:
    records = [
        {"title": "La digue", "text": TEXT},
        {"id": 2, "url": "https://a.example/2"},
        {"id": 3},
    ]
    _, told = found(json.dumps(records), "a.json")
    assert [(one.reason, one.number) for one in told if isinstance(one, Noted)] == [
        ("The record has neither a title nor a text.", 2)
    ]


def test_a_much_longer_text_under_another_key_is_told() -> None:
    record = {"title": "La digue", "text": BODY[0], "transcript_raw": LONG}
    (article,), told = found(json.dumps(record, ensure_ascii=False), "a.json")
    assert BODY[0] in article.text
    assert [one.what for one in told if isinstance(one, Noted)] == ["transcript_raw"]


def test_a_row_without_text_in_its_column_gives_that_of_another() -> None:
    table = f'titre;texte;colonne_9\nLa digue;"{TEXT}";\nLes chalutiers;;"{OTHER}"\n'
    articles, told = found(table, "a.csv")
    assert OTHER in articles[1].text
    assert [one.what for one in told if isinstance(one, Noted)] == ["colonne_9"]


def test_two_texts_that_begin_with_the_same_words_of_the_outlet_are_both_kept() -> None:
    head = "Depuis le port de Valombre, notre envoyée raconte la semaine des marins, jour après jour et heure par heure. "
    record = {"title": "La digue", "texte": head + BODY[0], "contenu": head + OTHER}
    (article,), _ = found(json.dumps(record, ensure_ascii=False), "a.json")
    assert BODY[0] in article.text
    assert OTHER in article.text


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_the_reader_names_counts_before_every_guess(kind: str) -> None:
    rules = SourceRules(
        fields=(
            ("paru le", "date"),
            ("corps_final", "text"),
            ("signature_web", "author"),
            ("titraille", "title"),
        )
    )
    record = {
        "date": "2026-03-01",
        "texte": OTHER,
        "auteur": "admin web",
        "titre": "La Vigie",
        "Paru_le": "2023-01-17",
        "corps_final": TEXT,
        "signature_web": "Jeanne Martin",
        "titraille": "La digue cède",
    }
    if kind == "json":
        data = json.dumps([record], ensure_ascii=False)
    else:
        rows = [record.keys(), record.values()]
        data = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)
    (article,), _ = found(data, f"a.{kind}", rules)
    assert (article.title, article.author, article.published.value) == (
        "La digue cède",
        "Jeanne Martin",
        "2023-01-17",
    )
    assert BODY[1] in article.text
    assert OTHER not in article.text


def test_the_day_of_publication_counts_before_the_day_of_saving() -> None:
    record = {
        "title": "La digue",
        "text": TEXT,
        "created_at": "2026-03-01",
        "published_date": 1673913600000,
    }
    (article,), _ = found(json.dumps(record), "a.json")
    assert (article.published.earliest, article.published.basis) == ("2023-01-17", Basis.STATED)


@pytest.mark.parametrize(
    ("value", "section"), [("article", None), ("RSS", None), ("Région", "Région")]
)
def test_the_kind_of_a_record_is_no_section(value: str, section: str | None) -> None:
    record = {"title": "La digue", "text": TEXT, "category": value}
    (article,), _ = found(json.dumps(record), "a.json")
    assert article.section == section


def test_a_list_written_into_a_table_that_was_cut_short_takes_no_time() -> None:
    cut = "[" + " ".join(f"'Jeanne Martin {n}'" for n in range(5_000))
    start = time.process_time()
    (article,), _ = found(f'titre,texte,auteur\nLa digue,"{TEXT}","{cut}"\n', "a.csv")
    assert article.title == "La digue"
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("record", "title", "author"),
    [
        ({"name": "Le pont ferme"}, "Le pont ferme", None),
        ({"name": "Yann Le Gall"}, None, "Yann Le Gall"),
        ({"name": "Yann"}, None, "Yann"),
        (
            {"name": "les amis du port", "title": "Le pont ferme"},
            "Le pont ferme",
            "les amis du port",
        ),
    ],
)
def test_a_name_beside_an_account_is_whoever_posts_unless_it_reads_as_a_title(
    record: dict[str, str], title: str | None, author: str | None
) -> None:
    text = (
        "Les travaux du pont de la Sourle ont commencé lundi matin, a annoncé la mairie de Vaubrac."
    )
    data = json.dumps([{"username": "u1", **record, "text": text}]).encode()
    (article,) = [one for one in read(data, relative="a.json") if isinstance(one, Article)]
    stated = article.title if article.title_basis is TitleBasis.STATED else None
    assert (stated, article.author) == (title, author)
