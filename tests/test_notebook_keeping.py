"""The notebook: what is kept with its proof, changed, ordered, undone; saved searches and what is new."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import make_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.cli.main import run
from index.errors import RecoupeError
from index.model.article import ArticleId, Basis, DateValue, Quote
from index.model.quoting import Quoted
from index.model.statement_rows import Statement
from index.model.text import Span
from index.notebook import keepable
from index.notebook.decisions import KeptKind, KeptState
from index.notebook.entries import read_date, written_date
from index.notebook.saved_queries import read_filters, written_filters
from index.notebook.searches import ADDED, CHANGED, changes
from tui import recoupe

UN = "Le quai nord ferme\n\nLa mairie a fermé le quai nord mardi. « C’est une faute », dit Paul Renaud.\n"
DEUX = "Le quai rouvre\n\nLe quai nord a rouvert vendredi, a annoncé la mairie.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "un.txt").write_text(UN, encoding="utf-8")
    (corpus / "deux.txt").write_text(DEUX, encoding="utf-8")
    return corpus


@pytest.fixture
def library(folder: Path) -> Any:
    with recoupe.open(folder) as corpus:
        yield corpus.library


def passage(library: Any, words: str) -> Span:
    text = library.article(ArticleId("un")).text
    return Span(text.index(words), text.index(words) + len(words))


def test_a_passage_is_kept_with_its_proof_and_found_again(library: Any, folder: Path) -> None:
    span = passage(library, "fermé le quai nord")
    entry = library.keep(ArticleId("un"), span=span)
    (told,) = library.noted()
    assert (told.text, told.span, told.sha256) == (
        "fermé le quai nord",
        span,
        library.article(ArticleId("un")).sha256,
    )
    assert entry.kind is KeptKind.PASSAGE and not told.changed
    assert library.keep(ArticleId("un"), span=span) == entry
    (folder / "un.txt").write_text("Une ligne de plus.\n\n" + UN, encoding="utf-8")
    with recoupe.open(folder) as newer:
        (after,) = newer.library.noted()
        text = newer.library.article(ArticleId("un")).text
        assert (
            after.changed and after.span is not None and after.span.of(text) == "fermé le quai nord"
        )
        assert after.kept_span == span


def test_words_that_are_gone_stay_in_the_notebook(library: Any, folder: Path) -> None:
    library.keep(ArticleId("un"), span=passage(library, "mardi"))
    library.keep(ArticleId("deux"))
    (folder / "un.txt").write_text(
        "Tout autre chose\n\nIl pleut sur la ville depuis ce matin.\n", encoding="utf-8"
    )
    (folder / "deux.txt").unlink()
    with recoupe.open(folder) as newer:
        words, whole = newer.library.noted()
        assert (words.text, words.span) == ("mardi", None)
        assert (whole.text, whole.path) == ("Le quai rouvre", "")
        assert [
            str(one.decision) for one in newer.library.unapplied() if "deux" in str(one.decision)
        ]


def test_notes_tags_states_and_order_are_changed_and_undone(library: Any) -> None:
    first = library.keep(ArticleId("un"))
    second = library.keep(ArticleId("deux"))
    library.change_kept(first.id, note="à vérifier", tags=["quai"], state=KeptState.TO_READ)
    library.change_kept(second.id, by=-1)
    assert [(one.id, one.note, one.tags, one.state) for one in library.noted()] == [
        (second.id, "", (), "kept"),
        (first.id, "à vérifier", ("quai",), "to-read"),
    ]
    library.undo()
    assert [one.id for one in library.noted()] == [first.id, second.id]
    library.change_kept(first.id, state=KeptState.DROPPED)
    assert [one.id for one in library.noted()] == [second.id]
    assert len(library.noted(dropped=True)) == 2
    assert library.keep(ArticleId("un")).note == "à vérifier"


def test_what_is_no_passage_is_refused(library: Any) -> None:
    with pytest.raises(RecoupeError, match="no text from"):
        library.keep(ArticleId("un"), span=Span(5, 99_999))
    with pytest.raises(RecoupeError, match="no entry"):
        library.change_kept("absent", note="x")


def test_the_notebook_on_the_command_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def call(*arguments: str) -> Any:
        assert run([*arguments, "--corpus", str(folder), "--quiet"]) == 0
        return capfd.readouterr().out

    call("notes", "--keep", "un", "--span", "20-39", "--note", "preuve", "--tag", "quai")
    document = json.loads(call("notes", "preuve", "--json"))
    (entry,) = document["notes"]
    assert (entry["kind"], entry["span"], entry["tags"]) == ("passage", [20, 39], ["quai"])
    assert "preuve" in call("notes") and call("notes", "rien") == ""
    assert "preuve" in call("export", "--notes", "--to", "md")
    call("decide", "undo")
    assert call("notes") == "", "an entry and its note are one step"
    call("notes", "--keep", "un", "--note", "une ligne\nune autre", "--state", "read")
    assert "✎ une ligne\n    une autre" in call("notes", "ligne")
    call("notes", "--keep", "un", "--tag", "lu")
    (entry,) = json.loads(call("notes", "--json"))["notes"]
    assert (entry["note"], entry["tags"], entry["state"]) == (
        "une ligne\nune autre",
        ["lu"],
        "read",
    )
    call("decide", "undo")
    (entry,) = json.loads(call("notes", "--json"))["notes"]
    assert (entry["note"], entry["tags"]) == ("une ligne\nune autre", [])
    assert run(["notes", "--note", "x", "--corpus", str(folder)]) == 2


def test_saved_searches_tell_what_is_new(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def call(*arguments: str) -> Any:
        assert run([*arguments, "--corpus", str(folder), "--json", "--quiet"]) == 0
        return json.loads(capfd.readouterr().out)["searches"]

    assert call("searches", "save", "quais", "quai nord")[0]["new"] == []
    (folder / "trois.txt").write_text(
        "Un autre quai nord\n\nLe quai nord de Lissac est plein.\n", encoding="utf-8"
    )
    (folder / "un.txt").rename(folder / "premier.txt")
    (folder / "deux.txt").write_text(DEUX + "\nLe quai nord a été repeint.\n", encoding="utf-8")
    (new,) = call("searches", "new")
    assert {one["id"]: one["change"] for one in new["new"]} == {"trois": ADDED, "deux": CHANGED}
    call("searches", "seen", "quais")
    assert call("searches", "new") == []
    call("searches", "drop", "quais")
    assert call("searches") == []


_CORPUS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("uvwxyz"), max_size=6)


@settings(max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_CORPUS, _CORPUS)
def test_what_is_new_over_random_changes(before: dict[str, str], now: dict[str, str]) -> None:
    """Checked against the definition: what is new or changed, and no more moves than are gone."""
    found = changes(before, now)
    assert {id for id, change in found.items() if change == CHANGED} == {
        id for id in now if id in before and before[id] != now[id]
    }
    added = [id for id, change in found.items() if change == ADDED]
    assert all(id not in before for id in added)
    gone = sorted(words for id, words in before.items() if id not in now)
    moved = sorted(now[id] for id in now if id not in before and id not in added)
    for words in {*moved}:
        assert moved.count(words) <= gone.count(words)
    for words in {now[id] for id in added}:
        assert gone.count(words) == moved.count(words)


def test_filters_are_written_and_read() -> None:
    written = ("person=benny-gantz", "-source=L’Écho = 2")
    assert written_filters(read_filters(written)) == written
    with pytest.raises(RecoupeError, match="no filter"):
        read_filters(["couleur=bleu"])


MORNING = "Incendie au port\n\nLe feu a fait deux blessés mardi matin. « Personne n’est en danger », a déclaré Paul Renaud.\n"
EVENING = "Incendie au port\n\nLe feu a fait quatre blessés mardi matin. « Personne n’est en danger », a assuré le préfet.\n"


@pytest.fixture
def two_accounts(folder: Path) -> Path:
    for name, source, text in (("matin", "La Gazette", MORNING), ("soir", "Le Port", EVENING)):
        title, body = text.split("\n\n")
        page = {"title": title, "text": body, "source": source, "date": "2024-03-12"}
        (folder / f"{name}.json").write_text(json.dumps(page), encoding="utf-8")
    return folder


def test_a_fact_a_row_and_a_quotation_have_a_proof_for_each_source(two_accounts: Path) -> None:
    ids = [ArticleId("matin#1"), ArticleId("soir#1")]
    with recoupe.open(two_accounts) as corpus:
        library = corpus.library
        compared = library.compare(ids)
        fact = next(one for one in compared.facts if "bless" in one.label)
        library.keep_this(keepable.of_fact(fact))
        library.keep_this(keepable.of_row(compared.rows[0].passages, strength="same"))
        library.keep_this(keepable.of_quote(compared.quotes[0]))
    with recoupe.open(two_accounts) as corpus:
        told = {one.kind: one for one in corpus.library.noted()}
        assert set(told) == {"fact", "row", "quote"}
        for one in told.values():
            assert [proof.article for proof in one.proofs] == ids
            for proof in one.proofs:
                article = corpus.library.article(proof.article)
                assert proof.span is not None and proof.span == proof.kept_span
                assert proof.text == proof.span.of(article.text)
                assert (proof.sha256, proof.file) == (article.sha256, article.path)
                assert proof.published.value == "2024-03-12"
        assert told["fact"].label == fact.label and told["fact"].verdict == fact.verdict.value
        assert ["deux" in proof.gives for proof in told["fact"].proofs] == [True, False]
        assert "Renaud" in told["quote"].proofs[0].gives


def test_a_statement_is_a_row_from_two_sources_on() -> None:
    ids = [ArticleId("a"), ArticleId("b"), ArticleId("c")]
    one, other = (Span(0, 5),), (Span(3, 9), Span(12, 15))
    for cells, kind in (
        ((one, (), ()), KeptKind.PASSAGE),
        (((), other, ()), KeptKind.PASSAGE),
        ((one, other, ()), KeptKind.ROW),
        ((one, other, one), KeptKind.ROW),
    ):
        kept = keepable.of_statement(ids, Statement(cells))
        told = [(id, span) for id, cell in zip(ids, cells, strict=True) for span in cell]
        assert kept.kind is kind
        assert [(place.article, place.span) for place in kept.places] == told


def test_a_proof_outlives_its_file(two_accounts: Path) -> None:
    """Source, date and file stood nowhere but in the article: with it they were gone."""
    with recoupe.open(two_accounts) as corpus:
        text = corpus.library.article(ArticleId("matin#1")).text
        at = text.index("deux blessés")
        corpus.library.keep(ArticleId("matin#1"), span=Span(at, at + 12))
    (two_accounts / "matin.json").unlink()
    with recoupe.open(two_accounts) as corpus:
        (one,) = corpus.library.noted()
        (proof,) = one.proofs
        assert (proof.source, proof.published.value, proof.published.basis.value, proof.file) == (
            "La Gazette",
            "2024-03-12",
            "stated",
            "matin.json",
        )
        assert proof.changed and proof.span is None and one.path == ""


def test_an_entry_follows_a_file_that_was_moved(library: Any, folder: Path) -> None:
    library.keep(ArticleId("un"), span=passage(library, "mardi"))
    (folder / "un.txt").rename(folder / "trois.txt")
    with recoupe.open(folder) as newer:
        (one,) = newer.library.noted()
        assert (one.article, one.path, one.changed) == ("trois", "trois.txt", False)


QUOTED = [
    ("C’est une faute", KeptKind.QUOTE),
    ("« C’est une faute »", KeptKind.QUOTE),
    ("une faute", KeptKind.PASSAGE),
    ("mardi. « C’est une faute »", KeptKind.PASSAGE),
]


@pytest.mark.parametrize(("words", "kind"), QUOTED)
def test_a_passage_that_is_a_quotation_bears_its_speaker(
    library: Any, words: str, kind: KeptKind
) -> None:
    entry = library.keep(ArticleId("un"), span=passage(library, words))
    assert entry.kind is kind
    assert entry.label == ("Paul Renaud" if kind is KeptKind.QUOTE else "")


def test_a_line_of_a_concordance_keeps_what_stands_around_it(library: Any) -> None:
    line = library.concordance("quai").lines[0]
    entry = library.keep_this(keepable.of_line(line))
    (one,) = library.noted()
    text = library.article(one.article).text
    assert one.kind == "line" and one.span is not None
    assert one.span.of(text) == one.text and line.form in one.text
    assert one.proofs[0].gives == line.form
    assert library.keep_this(keepable.of_line(line)) == entry
    around = [keepable.of_line(each).id for each in library.concordance("quai").lines]
    assert len(set(around)) == len(around)


DATES = [
    DateValue("2023-01-17", "2023-01-17", "2023-01-17", Basis.STATED),
    DateValue("2023-01", "2023-01-01", "2023-01-31", Basis.INFERRED),
    DateValue(None, "2023-01-10", "2023-01-20", Basis.INFERRED),
    DateValue("2023-01-17T19:06:00+01:00", "2023-01-17", "2023-01-17", Basis.STATED),
    DateValue(),
]


@pytest.mark.parametrize("value", DATES)
def test_a_date_is_read_as_it_was_written(value: DateValue) -> None:
    assert read_date(*written_date(value)) == value


def test_facts_rows_and_quotations_are_kept_on_the_command_line(
    two_accounts: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def call(*arguments: str, status: int = 0) -> Any:
        assert run([*arguments, "--corpus", str(two_accounts), "--quiet"]) == status
        return capfd.readouterr().out

    both = ("--keep", "matin#1", "--keep", "soir#1")
    facts = json.loads(call("compare", "matin#1", "soir#1", "--json"))["facts"]
    fact = next(one for one in facts if "bless" in one["label"])
    call("notes", *both, "--fact", fact["id"], "--note", "bilan", "--tag", "feu")
    call("notes", *both, "--row", "1")
    call("notes", *both, "--quotation", "1")
    notes = json.loads(call("notes", "--json"))["notes"]
    assert [one["kind"] for one in notes] == ["fact", "row", "quote"]
    assert [len(one["proofs"]) for one in notes] == [2, 2, 2]
    assert notes[0]["proofs"][0]["published"]["basis"] == "stated"
    told = call("notes", "bilan")
    assert "La Gazette" in told and "Le Port" in told and fact["label"] in told
    call("notes", *both, "--row", "99", status=1)
    call("notes", *both, "--fact", "rien", status=1)
    call("notes", *both, status=2)
    call("notes", "--keep", "matin#1", "--row", "1", status=2)


def test_a_quotation_kept_from_the_text_and_from_its_card_is_one_entry() -> None:
    text = "Le maire est en colère. « On nous a prévenus quand c’était fini. » Il attend."
    start, end = text.index("On nous"), text.index(" » Il")
    speaker = Span(0, len("Le maire"))
    said = Quote(start, end, speaker_span=speaker)
    article = make_article("a", text)
    article = replace(article, annotations=replace(article.annotations, quotes=(said,)))
    on_card = Quoted(article.id, None, article.published, said, text[start:end])
    for chosen in (Span(start, end), Span(start - 2, end + 2), Span(start, end - 1)):
        kept = keepable.of_passage(article, chosen)
        assert kept.id == keepable.of_quoted(on_card, who="le maire").id
        assert [place.span for place in kept.places] == [Span(start, end)]
