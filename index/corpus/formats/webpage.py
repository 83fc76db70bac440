"""Saved web pages: the article's blocks by trafilatura and by our own look at them, with their places."""

from __future__ import annotations

import html
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.corpus.bundles.finding import bundle
from index.corpus.bundles.headed import ONE
from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.cleaning import rights
from index.corpus.cleaning.bylines import read_byline
from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.document import Document, FileContent, Found, Lost, Stated, UnreadableError
from index.corpus.fields import state
from index.corpus.formats import (
    bookmarks,
    europresse_html,
    factiva_html,
    html_articles,
    html_reviews,
    html_tables,
    jsonlines,
    keep_html,
    posts_apart,
    scans,
    telegram_html,
)
from index.corpus.formats.format import Format
from index.corpus.formats.letter_articles import letter_documents
from index.corpus.formats.pageleads import lead_of
from index.corpus.formats.pagemeta import page_statements
from index.corpus.formats.pagerest import aside, links_of, reason_of, words_of_readers
from index.corpus.formats.pagevisible import address_of_copy, shown
from index.corpus.markup import Block, Markup, paragraphs, read_markup
from index.corpus.strand import Weaver
from index.model.article import Basis, Loss
from index.model.text import Span

_FRAME = ("nav", "footer", "form", "button", "dialog", "menu")
_LETTERS = re.compile(r"[\W_]+")
_TITLE = 12
"""The fewest letters of a title by which the rest of the head's title is told."""
_SURE = 40
"""The number of letters from which on a block found in the main text is surely the same block."""


def documents(file: FileContent) -> Iterator[Found]:
    """The article of a page, or the articles of a press database's export."""
    if bookmarks.is_list(file.text):
        yield from bookmarks.documents_in(file.text)
        return
    if telegram_html.is_export(file.text):
        yield from telegram_html.messages(file.text)
        return
    if scans.is_hocr(file.text):
        yield from scans.hocr(file.text)
        return
    if _WIKI in file.text:
        yield from _tiddlers(file)
        return
    markup = read_markup(file.text)
    if keep_html.is_note(file.text):
        yield from keep_html.documents_in(file.text, markup)
        return
    for export in (europresse_html, factiva_html):
        found = export.documents_in(file.text, markup)
        if found:
            yield from found
            return
    if "<t" in file.text and (found := html_tables.documents_in(file.text, markup, file.rules)):
        yield from found
        return
    if "<h2" in file.text and "<th" in file.text:
        references = list(html_reviews.of_references(file.text, markup))
        if references:
            yield from references
            return
    if found := html_reviews.reviewed(file.text, markup.blocks):
        yield from found
        return
    if found := _many(file.text, markup):
        yield from found
        return
    if file.text.count("<article") > 1:
        stated = page_statements(markup, rules=file.rules)
        if several := html_articles.articles_in(file.text, markup.blocks, stated):
            yield from several
            return
    document = page_document(file.text, markup, file=file)
    if document is not None and (told := posts_apart.stated_of(file)):
        document = replace(document, stated=_filled(state(told), document.stated))
    if document is not None:
        yield document
        if html_articles.in_doubt(markup.blocks):
            yield Lost(Loss.REMARK, ONE)


def _many(text: str, markup: Markup) -> list[Found]:
    """The articles of a review, a letter or an export of LexisNexis that was saved as a page; empty for any other page."""
    if _OF_WRITERS.search(text, 0, _HEAD) or _is_bare(text):
        many = bundle(text, paragraphs(markup.blocks))
        found = list(many or letter_documents(text, markup.blocks, text, 0))
        # « La Matinale – jeudi 27 février 2025 », as letters name themselves
        named = _PAGE_TITLE.search(text, 0, _HEAD)
        told = outlet_and_date(html.unescape(named["title"]).strip()) if named else None
        issue = state(told or ())
        if found:
            return [_dated_by(one, issue) if isinstance(one, Document) else one for one in found]
    if any(mark in text for mark in _OF_LEXIS):
        return list(bundle(text, paragraphs(markup.blocks), reviewed=False) or ())
    return []


_WIKI = 'class="tiddlywiki-tiddler-store"'
_STORE = re.compile(
    r"<script class=\"tiddlywiki-tiddler-store\"[^>]*>(?P<json>.*?)</script>", re.DOTALL
)


def _tiddlers(file: FileContent) -> Iterator[Found]:
    """The pieces of a wiki that is one page (TiddlyWiki), which it holds as JSON in its scripts."""
    for store in _STORE.finditer(file.text):
        # Blanks stand for the page around it, so that each text is shown at its place in the file.
        before = " " * store.start("json")
        yield from jsonlines.documents(replace(file, text=before + store["json"]))


_PAGE_TITLE = re.compile(r"<title[^<>]*>(?P<title>[^<>]{1,200})</title>", re.IGNORECASE)
_OF_SITES = ("<nav", "<aside", "<script", "<form", "<article", "<main", "itemprop")


def _is_bare(text: str) -> bool:
    """Whether a page has nothing of a site around its text: somebody wrote it, or a letter was saved."""
    return not any(mark in text for mark in _OF_SITES)


_HEAD = 5000
_OF_WRITERS = re.compile(
    r"<meta[^<>]{0,200}(?:LibreOffice|OpenOffice|Microsoft Word|Word\.Document|Etherpad|TextEdit|Cocoa HTML Writer)"
)
"""Programs for writing, whose documents were saved as pages: a press review may stand in one."""
_OF_LEXIS = ("DOCUMENT", "DOKUMENT", "End of Document", "Fin du document", "Ende des Dok", "Einde ")
"""Words that pages exported by LexisNexis have, and others rarely."""


def page_document(raw: str, markup: Markup, *, file: FileContent) -> Document | None:
    """The document of one page; None when no text of it looks like an article."""
    stated = page_statements(markup, rules=file.rules)
    title = _title_block(markup, stated)
    main = _main_blocks(markup.blocks, _extracted(raw))
    if title is not None:
        main.discard(title)
    readers = words_of_readers(markup.blocks, main)
    main -= readers
    labelled: set[int] = set()
    if "<table" in raw and (before := _text_below(markup.blocks, main, stated)):
        pairs, held = html_tables.labels_in(raw, markup.blocks, before)
        told = set(map(id, held))
        labelled = {at for at, block in enumerate(markup.blocks) if id(block) in told}
        main -= labelled
        stated = _filled(stated, state(pairs))
    if not main:
        return None
    stated = _completed(stated, raw, markup.blocks, title=title, main=main)
    lead = None if stated.description else lead_of(raw, markup.blocks, main, title)
    if lead is not None:
        # Where it belongs to the text, it stays there.
        stated = replace(stated, description=markup.blocks[lead].text)
    if stated.source is None and title is not None:
        stated = replace(stated, source=_outlet_in_head(markup, markup.blocks[title].text))
    weaver = Weaver()
    title_span = None
    if title is not None:
        weaver.add(markup.blocks[title].strand)
        title_span = Span(0, weaver.length)
    for at in sorted(main):
        strand = markup.blocks[at].strand
        if weaver.length:
            place = strand.pieces[0].raw_start
            weaver.put("\n\n", place, place)
        weaver.add(strand)
    used = main if title is None else main | {title}
    last = max(main)
    others = [at for at in range(len(markup.blocks)) if at not in used]
    strand = weaver.strand()
    return Document(
        raw=raw,
        region=Span(0, len(raw)),
        content=strand.text,
        pieces=strand.pieces,
        title=title_span,
        stated=stated,
        aside=tuple(
            aside(
                markup.blocks[at],
                Reason.METADATA
                if at in labelled
                else Reason.COMMENTS
                if at in readers
                else Reason.DESCRIPTION
                if at == lead
                else reason_of(markup.blocks[at], stated),
            )
            for at in others
        ),
        related=tuple(links_of(markup.blocks, others, last)),
    )


def _text_below(blocks: Sequence[Block], main: set[int], stated: Stated) -> int:
    """The place before which a table of labels may state facts; 0 where the page itself states or shows some."""
    if stated.author or stated.source or stated.published.basis is Basis.STATED:
        return 0
    text = min((at for at in main if not blocks[at].inside("table", "h1")), default=None)
    if text is None:
        return 0
    above = [block for block in blocks[: text + 1] if not block.inside("table")]
    if any(read_byline(block.text) for block in above):
        return 0
    return blocks[text].strand.pieces[0].raw_start


def _outlet_in_head(markup: Markup, title: str) -> str | None:
    """The outlet that stands behind the title in the head of a page: « Le port rouvre | La Gazette »."""
    for entry in markup.meta:
        if entry.tag != "title":
            continue
        head = html.unescape(entry.content).strip()
        simple, known = plain(head), plain(title)
        if len(known) >= _TITLE and simple.startswith(known):
            return rights.outlet_after(head, len(simple) - len(known))
    return None


def _completed(
    stated: Stated, raw: str, blocks: Sequence[Block], *, title: int | None, main: set[int]
) -> Stated:
    """The statements of the head of the page, completed by those shown around its article."""
    seen = state(shown(raw, blocks, title=title, main=main))
    return _filled(stated, replace(seen, url=address_of_copy(raw), tags=()))


def _dated_by(document: Document, issue: Stated) -> Document:
    return replace(document, stated=_filled(document.stated, issue))


def _filled(stated: Stated, seen: Stated) -> Stated:
    """Statements, with what others add where they say nothing."""
    dated = stated.published.basis is Basis.STATED
    return replace(
        stated,
        author=stated.author or seen.author,
        published=stated.published
        if dated or seen.published.basis is Basis.NONE
        else seen.published,
        modified=stated.modified if stated.modified.basis is not Basis.NONE else seen.modified,
        source=stated.source or seen.source,
        section=stated.section or seen.section,
        url=stated.url or seen.url,
        tags=stated.tags or seen.tags,
    )


def _extracted(raw: str) -> str | None:
    """The main text by trafilatura; None if it finds none. Raises UnreadableError if it is not
    installed.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise UnreadableError(
            "Web pages need libraries that are missing: pip install 'trafilatura>=2.0' 'lxml_html_clean>=0.4'"
        ) from error
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(
        raw, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    return found if isinstance(found, str) else None


def _main_blocks(blocks: Sequence[Block], extracted: str | None) -> set[int]:
    """Blocks of the main text: those that were extracted, and the prose beside them.

    A paragraph that trafilatura left out is added if it stands in the element that holds most of
    the others; a block that it took from the frame of the page is removed.
    """
    lines = {_letters(line) for line in (extracted or "").splitlines()}
    whole = _letters(extracted or "")
    main: set[int] = set()
    for at, block in enumerate(blocks):
        letters = _letters(block.text)
        if not letters or _is_frame(block) or block.inside("figcaption", "aside"):
            continue
        if letters in lines or (len(letters) >= _SURE and letters in whole):
            main.add(at)
    prose = {
        at
        for at, block in enumerate(blocks)
        if block.inside("p") and not _is_frame(block) and look_of(block.text).look is Look.PROSE
    }
    holders = Counter(
        holder for at in (main & prose or prose) if (holder := _holder(blocks[at])) is not None
    )
    if not holders:
        return main
    best = holders.most_common(1)[0][0]
    beside = {at for at in prose if _holder(blocks[at]) == best}
    return main | {at for at in beside if not blocks[at].inside("figcaption", "aside")}


def _is_frame(block: Block) -> bool:
    if block.inside(*_FRAME):
        return True
    return block.inside("header") and not block.inside("article", "main")


def _holder(block: Block) -> int | None:
    """The element that holds the paragraph of a block."""
    for depth in range(len(block.path) - 1, 0, -1):
        if block.path[depth].tag == "p":
            return block.path[depth - 1].number
    return None


def _title_block(markup: Markup, stated: Stated) -> int | None:
    """The heading with the title, preferably one that agrees with the head of the page."""
    heads = [
        at
        for at, block in enumerate(markup.blocks)
        if block.inside("h1") and len(block.text.split()) >= 2 and not block.inside(*_FRAME)
    ]
    names = [plain(stated.title)] if stated.title else []
    names += [plain(entry.content) for entry in markup.meta if entry.tag == "title"]
    for at in heads:
        head = plain(markup.blocks[at].text)
        if any(head == name or (len(head) > 15 and head in name) for name in names):
            return at
    return heads[0] if len(heads) == 1 else None


def _letters(text: str) -> str:
    return _LETTERS.sub("", text).lower()


FORMAT = Format(
    "web page",
    (".html", ".htm", ".xhtml"),
    documents,
    library="trafilatura",
    numbered_if_many=True,
    parted_by="",
    quiet=frozenset(("script", "style", "noscript")),
)
