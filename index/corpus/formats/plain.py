"""Plain text, as people save it from a page: one article a file, or many with visible borders."""

from __future__ import annotations

from collections.abc import Iterator

from index.corpus.bundles.finding import bundle
from index.corpus.bundles.reviews import stretches_in_doubt
from index.corpus.document import UNSTATED, Document, FileContent, Found, Lost, Stated
from index.corpus.formats import dokuwiki, metadata_tables, pasted_mails
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.gallica import issue_of
from index.corpus.formats.quoted import unquoted
from index.corpus.print_columns import looks_like_columns
from index.corpus.strand import identity
from index.model.article import Loss, SetAside
from index.model.text import Span

IN_DOUBT = (
    "It was read as one article, though it is parted into stretches that begin like articles: put a line of ====="
    " between them, or a file each."
)


def documents(file: FileContent) -> Iterator[Found]:
    """The whole text as one document, or the articles of an export or a press review."""
    yield from text_documents(file.text, stated=metadata_tables.stated_of(file))


def text_documents(
    text: str, *, region: Span | None = None, stated: Stated | None = None
) -> Iterator[Found]:
    """The documents of a text, of the whole file or of a stretch of it; `stated` is what a table beside the file
    states of it.
    """
    span = region or Span(0, len(text))
    whole = identity(text[span.start : span.end], span.start)
    if (mails := pasted_mails.documents(text, whole)) is not None:
        yield from mails
        return
    strand = unquoted(whole)
    issue = issue_of(text, strand)
    if issue is not None:
        yield issue
        return
    if dokuwiki.is_page(strand.text):
        yield from dokuwiki.documents(text, strand)
        return
    many = bundle(text, strand)
    if many is not None:
        yield from many
        return
    read = strand
    heads: tuple[SetAside, ...] = ()
    if "\f" in strand.text:
        # Imported here: hardly any text has pages.
        from index.corpus.formats.running_heads import without_heads

        read, heads = without_heads(strand)
    yield Document(
        raw=text,
        region=span,
        content=read.text,
        pieces=read.pieces,
        stated=stated or UNSTATED,
        aside=heads,
    )
    if stretches := stretches_in_doubt(strand.text):
        yield Lost(Loss.REMARK, IN_DOUBT, f"{stretches}")
    if looks_like_columns(strand.text):
        yield Lost(
            Loss.REMARK,
            "Its lines look like columns of print read across: sentences of two texts may be mixed.",
        )


FORMAT = Format(
    "plain text",
    (".txt", ".text", ""),
    documents,
    numbered_if_many=True,
    parted_by="",
    limit=100 * MEGABYTE,
)
