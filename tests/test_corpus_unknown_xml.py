"""XML of kinds that have no reader: records by their fields at any depth, prose as one article, nothing else."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import INTERNAL, Article, Loss, Noted, Unread

SENTENCES = (
    "La digue du port a cédé lundi à l’aube sous une vague de quatre mètres de haut.",
    "Le maire demande à la région une aide de deux millions d’euros pour la réparer.",
    "Les pêcheurs ont déplacé leurs bateaux dans le bassin voisin avant la nuit noire.",
)


def found_in(xml: str) -> list[Article | Noted | Unread]:
    return list(read(xml.encode(), relative="a.xml"))


def test_records_whose_fields_lie_deeper_are_articles() -> None:
    record = (
        "<rec><heads><title>{}</title></heads><people><author>Martin, Jeanne</author><author>Amiel, Luc</author>"
        "</people><when><year>2023</year><date>12 septembre</date></when><texts><abstract>{}</abstract></texts></rec>"
    )
    rows = [record.format(f"Le port, acte {at}", text) for at, text in enumerate(SENTENCES)]
    found = found_in(f"<base><recs>{''.join(rows)}</recs></base>")
    articles = [one for one in found if isinstance(one, Article)]
    assert [one.title for one in articles] == [f"Le port, acte {at}" for at in range(3)]
    assert {one.author for one in articles} == {"Jeanne Martin, Luc Amiel"}
    assert {one.published.value for one in articles} == {"2023-09-12"}
    assert [one.text.split("\n")[-1] for one in articles] == list(SENTENCES)


def test_prose_of_an_unknown_kind_is_one_article_and_told() -> None:
    turns = "".join(f"<Turn start='{at}'><Sync/>{text}</Turn>" for at, text in enumerate(SENTENCES))
    article, note = found_in(f"<?xml version='1.0'?><Trans><Episode>{turns}</Episode></Trans>")
    assert isinstance(article, Article)
    assert [span.of(article.text) for span in article.paragraphs] == list(SENTENCES)
    assert isinstance(note, Noted)
    assert note.loss is Loss.REMARK


@pytest.mark.parametrize(
    "inner",
    [
        "<key>Width</key><integer>3</integer><key>Height</key><integer>4</integer>",
        "<dependency><artifactId>a</artifactId><version>1.0</version></dependency>",
    ],
)
def test_settings_and_lists_of_keys_stay_unread(inner: str) -> None:
    (found,) = found_in(f"<?xml version='1.0'?><settings>{inner * 4}</settings>")
    assert isinstance(found, Unread)


def test_what_is_said_in_elan_stands_in_the_order_of_time() -> None:
    slots = "".join(f"<TIME_SLOT TIME_SLOT_ID='t{at}' TIME_VALUE='{at}000'/>" for at in range(4))

    def said(at: int, text: str) -> str:
        return (
            f"<ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1='t{at}'><ANNOTATION_VALUE>{text}"
            "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
        )

    asked = said(0, "Et la digue ?") + said(2, "Et le phare ?")
    told = said(1, "Elle a cédé lundi.") + said(3, "Il tient encore.")
    note = "<TIER TIER_ID='note' PARENT_REF='b'><ANNOTATION><REF_ANNOTATION><ANNOTATION_VALUE>rire</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>"
    article, remark = found_in(
        f"<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER><TIER TIER_ID='a'>{asked}</TIER>"
        f"<TIER TIER_ID='b'>{told}</TIER>{note}</ANNOTATION_DOCUMENT>"
    )
    assert isinstance(article, Article)
    assert article.text.split("\n\n")[-4:] == [
        "Et la digue ?",
        "Elle a cédé lundi.",
        "Et le phare ?",
        "Il tient encore.",
    ]
    assert isinstance(remark, Noted)
    assert "rire" not in article.text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.eaf", "<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID='t' TIME_VALUE='x'/></TIME_ORDER></ANNOTATION_DOCUMENT>"),
        ("a.eaf", "<ANNOTATION_DOCUMENT><TIER/></ANNOTATION_DOCUMENT>"),
        ("a.TextGrid", 'File type = "ooTextFile"\nObject class = "TextGrid"\n'),
        ("a.TextGrid", 'File type = "ooTextFile"\nObject class = "TextGrid"\nname = "a"\nxmin = 1.2.3\ntext = "b"\n'),
        ("a.ciw", "FN Clarivate Analytics Web of Science\nVR 1.0\nEF"),
        ("a.nbib", "PMID- 1\n"),
        ("a.xml", "<collection><record><datafield/></record></collection>"),
        ("a.xml", "<mods/>"),
        ("a.xml", "<ead><archdesc/></ead>"),
        ("a.xml", "<PcGts><Page/></PcGts>"),
        ("a.html", "<html><body><div class='ocr_page'></div><span class='ocr_line'></span></body></html>"),
        ("a.html", '<html><script class="tiddlywiki-tiddler-store" type="application/json">[{</script></html>'),
        ("a.html", '<html><div class="note"><div class="heading"></div></div></html>'),
        ("a.csv", "start,end,text\n"),
        ("a.json", '{"abstract_inverted_index": {"a": "b", "c": [null]}, "title": {"fr": null}}'),
    ],
)  # fmt: skip
def test_empty_and_broken_files_of_these_kinds_are_told(name: str, text: str) -> None:
    found = list(read(text.encode(), relative=name))
    assert found
    assert not any(isinstance(one, Unread) and one.reason == INTERNAL for one in found)


_GRID = 'File type = "ooTextFile"\nObject class = "TextGrid"\n'
_TIER = 'name = "voix"\nxmin = 0\nxmax = 2\n'


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (_GRID, True),
        ("\u2603 nothing of Praat", True),
        (_GRID + _TIER + 'xmin = 0\nxmax = 2\ntext = "La digue a cé', True),
        (_GRID + _TIER + 'xmin = 1.2.3\ntext = "b"\n', True),
        (_GRID + _TIER + 'xmin = 0\nxmax = 2\ntext = ""\n', False),
    ],
)
def test_a_broken_grid_is_told_apart_from_one_without_words(text: str, broken: bool) -> None:
    (found,) = read(text.encode(), relative="a.TextGrid")
    assert isinstance(found, Unread)
    assert found.reason.startswith("The file is broken") is broken
