"""What was decided on a file that was one article follows the words when the file is read as several."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.building.build import rebuild
from index.library import Library
from index.model.article import ArticleId, EntityId
from index.model.found import Facet, Filter, SearchRequest
from index.model.text import Span
from index.notebook.decisions import Dating, KeptKind, Note, Split
from index.notebook.keepable import Keepable, Place
from index.settings.places import Places, find_places

_FIRST = """Le pont de Larmont rouvre

Le pont de Larmont a rouvert jeudi après deux mois de travaux, a annoncé la mairie. Les automobilistes respirent."""
_SECOND = """Une digue cède à Vaubrac

Une digue a cédé mardi à Vaubrac. Trois rues sont sous l'eau, selon les pompiers, et cent habitants ont été relogés."""
_WORDS = "cent habitants ont été relogés"


def _opened(places: Places) -> Library:
    rebuild(places, lambda event: None)
    return Library.open(places)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A corpus on which something was decided while its file was one article, and which is two now."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    file = corpus / "revue.txt"
    file.write_text(f"{_FIRST}\n\n{_SECOND.replace('cède à', 'cède près de')}\n", encoding="utf-8")
    library = _opened(places)
    assert library.ids() == ("revue",)
    article = library.article(ArticleId("revue"))
    start = article.text.index(_WORDS)
    span = Span(start, start + len(_WORDS))
    library.keep_this(Keepable(KeptKind.PASSAGE, (Place(article.id, span),)))
    library.decide(Note(article=article.id, note="à vérifier"))
    library.decide(Dating(article=article.id, date="2021-02-02"))
    library.close()
    file.write_text(
        f"Document 1 of 2\n\n{_FIRST}\n\n{'=' * 60}\n\nDocument 2 of 2\n\n{_SECOND}\n",
        encoding="utf-8",
    )
    return places


def test_a_passage_moves_to_the_article_that_holds_its_words(places: Places) -> None:
    library = _opened(places)
    assert library.ids() == ("revue#1", "revue#2")
    (noted,) = library.noted()
    assert noted.proofs[0].article == "revue#2"
    assert noted.proofs[0].span is not None
    assert noted.proofs[0].span.of(library.article(ArticleId("revue#2")).text) == _WORDS
    library.close()


def test_what_cites_no_words_is_listed_as_no_longer_applying(places: Places) -> None:
    library = _opened(places)
    lost = {type(one.decision) for one in library.unapplied()}
    assert lost == {Note, Dating}
    library.close()


@pytest.fixture
def split_places(tmp_path: Path) -> Places:
    """A corpus of a file that names « Karim Vautrel », who was told from another one by `--article`."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    named = " Le maire, Karim Vautrel, s'est dit soulagé."
    (corpus / "autre.txt").write_text(
        f"Une école ouvre à Lorsan\n\nL'école a ouvert lundi à Lorsan.{named}\n", encoding="utf-8"
    )
    file = corpus / "revue.txt"
    file.write_text(f"{_FIRST}{named}\n\n{_SECOND}{named}\n", encoding="utf-8")
    library = _opened(places)
    assert library.ids() == ("autre", "revue")
    (entity,) = (one.id for one in library.entities() if one.name == "Karim Vautrel")
    library.decide(
        Split(entity=entity, into=EntityId("person:l-autre"), articles=(ArticleId("revue"),))
    )
    library.close()
    return places


def test_a_split_in_an_article_holds_in_all_that_its_file_gives_now(split_places: Places) -> None:
    named = " Le maire, Karim Vautrel, s'est dit soulagé."
    (split_places.corpus / "revue.txt").write_text(
        f"Document 1 of 2\n\n{_FIRST}{named}\n\n{'=' * 60}\n\nDocument 2 of 2\n\n{_SECOND}{named}\n",
        encoding="utf-8",
    )
    library = _opened(split_places)
    assert library.ids() == ("autre", "revue#1", "revue#2")
    assert library.unapplied() == ()
    page = library.search(SearchRequest("", filters=(Filter(Facet.PERSON, "person:l-autre"),)))
    assert {hit.id for hit in page.hits} == {"revue#1", "revue#2"}
    library.close()


def test_a_split_in_an_article_that_is_gone_is_listed(split_places: Places) -> None:
    (split_places.corpus / "revue.txt").unlink()
    library = _opened(split_places)
    (lost,) = library.unapplied()
    assert isinstance(lost.decision, Split)
    assert lost.why == "the article is gone"
    library.close()
