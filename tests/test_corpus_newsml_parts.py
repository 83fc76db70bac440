"""Items of NewsML 1 with several texts: each that tells something else is an article, other forms of one are told."""

from __future__ import annotations

from index.corpus.file_reading import read
from index.model.article import Article, Loss, Noted

MAIN = (
    "La digue du port a cédé lundi à l’aube sous une vague de quatre mètres de haut.",
    "Le maire demande à la région une aide de deux millions d’euros pour la réparer.",
)
BOX = "Construite en 1881, la digue avait déjà cédé deux fois, en 1924 et en 1987, sans faire de victime."
ENGLISH = "The harbour wall gave way on Monday at dawn, and the mayor is asking the region for two million euros."


def component(headline: str, *paragraphs: str, byline: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    by = f"<ByLine>{byline}</ByLine>" if byline else ""
    return (
        f"<NewsComponent><NewsLines><HeadLine>{headline}</HeadLine>{by}</NewsLines><ContentItem>"
        f"<DataContent><body>{body}</body></DataContent></ContentItem></NewsComponent>"
    )


def item(*components: str) -> list[Article | Noted]:
    xml = (
        "<?xml version='1.0'?><NewsML><NewsItem><Identification><NewsIdentifier><DateId>20240304</DateId>"
        "<NewsItemId>port-1</NewsItemId></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>"
        "20240304T073000Z</ThisRevisionCreated></NewsManagement><NewsComponent><AdministrativeMetadata><Provider>"
        f"<Party FormalName='AFP'/></Provider></AdministrativeMetadata>{''.join(components)}</NewsComponent></NewsItem></NewsML>"
    )
    found = list(read(xml.encode(), relative="a.xml"))
    assert all(isinstance(one, Article | Noted) for one in found)
    return [one for one in found if isinstance(one, Article | Noted)]


def test_each_text_with_its_own_words_is_an_article() -> None:
    found = item(
        component("La digue cède", *MAIN, byline="Odile Perrin"),
        component("Une digue trois fois tombée", BOX),
        component("Harbour wall collapses", ENGLISH, byline="John Field"),
    )
    told = [
        (one.title, one.author, one.source, one.language)
        for one in found
        if isinstance(one, Article)
    ]
    assert told == [
        ("La digue cède", "Odile Perrin", "AFP", "fr"),
        ("Une digue trois fois tombée", None, "AFP", "fr"),
        ("Harbour wall collapses", "John Field", "AFP", "en"),
    ]
    assert all(
        (one.published.value or "")[:10] == "2024-03-04"
        for one in found
        if isinstance(one, Article)
    )


def test_another_form_of_the_same_text_is_told() -> None:
    article, note = item(
        component("La digue cède", *MAIN), component("La digue cède (bref)", MAIN[0])
    )
    assert isinstance(article, Article)
    assert isinstance(note, Noted)
    assert (note.loss, note.what) == (Loss.REFUSED, "La digue cède (bref)")


def test_a_label_beside_a_text_is_told() -> None:
    article, note = item(component("La digue cède", *MAIN), component("Légende", "Le port lundi"))
    assert isinstance(article, Article)
    assert isinstance(note, Noted)
