"""The bytes of a file → its articles, or a sentence that says why there are none.

A bad file is an event that is counted and shown: nothing here raises because of a file's content.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from index.corpus.cleaning.clean import Origin, clean
from index.corpus.document import (
    FileContent,
    Found,
    Lost,
    SourceRules,
    UnreadableError,
    no_file,
)
from index.corpus.encoding import decode, decoded
from index.corpus.files_beside import read_beside
from index.corpus.folder import (
    DEAD_LINK,
    LINK_OUT,
    LINKED_FOLDER,
    NO_FILE,
    SourceFile,
    plain_id,
)
from index.corpus.formats.account_names import names_accounts
from index.corpus.formats.archives import FORMAT as ARCHIVE
from index.corpus.formats.archives import is_archive
from index.corpus.formats.content import format_by_content
from index.corpus.formats.format import Format
from index.corpus.formats.format_registry import FORMATS, format_of
from index.corpus.formats.kinds import MOST_OF_UNKNOWN, is_lock, is_never_read, why_not_read
from index.corpus.left_out import LeftOut
from index.errors import RecoupeError
from index.model.article import CANNOT_OPEN, INTERNAL, Article, ArticleId, Loss, Noted, Unread
from index.settings.guarded import read_guarded
from index.settings.log import log_failure

__all__ = ["WHOLE", "Share", "raw_text", "read", "read_file"]


_BROKEN = (UnicodeError, EOFError, OSError, MemoryError, RecursionError, zlib.error)
"""Errors that Python raises in our own code because of a file's content."""
_PASSED_OVER = {
    DEAD_LINK: "The link leads nowhere.",
    LINK_OUT: "The link leads out of the corpus; nothing is read there.",
    LINKED_FOLDER: "The link leads to a folder of the corpus, whose files are read where they lie.",
    NO_FILE: "It is a pipe, a device or a socket, not a file.",
}
_PACKAGE = str(Path(__file__).parent.parent)


class Share(NamedTuple):
    """The articles of a file that are read here: every `of`-th, from the one at `at`, counted from
    0.

    Several processes read a file of thousands of records at once. Each of them separates all
    records, which is fast, and makes articles of its own share, which is slow.
    """

    at: int
    of: int

    def read_at(self, found: Article | Noted | Unread, size: int) -> int:
        """About how many bytes of a file of `size` this share has read when it gives an article."""
        if not isinstance(found, Article) or not found.pieces:
            return 0
        return min(size, found.pieces[-1].raw_end) // self.of


class Neighbours(NamedTuple):
    """The files of the corpus that may complete one."""

    read: Callable[[str], bytes]
    table: str = ""


WHOLE = Share(0, 1)


def is_ours(error: BaseException) -> bool:
    """Whether an error happened in our own code, not in a library that reads a format."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None or isinstance(error, _BROKEN):
        return False
    return trace.tb_frame.f_code.co_filename.startswith(_PACKAGE)


def read_file(
    file: SourceFile,
    *,
    id: ArticleId | None = None,
    rules: SourceRules | None = None,
    share: Share = WHOLE,
) -> Iterator[Article | Noted | Unread]:
    """The articles of a file of the corpus; `id` is the one of `assign_ids`, by default its path."""
    if file.goes_with_page:
        yield Unread(file.relative, "It goes with the saved page beside it; it holds no article.")
        return
    if file.is_closed_folder:
        yield Unread(file.relative, "The folder may not be listed; its files were not read.")
        return
    if file.is_passed_over:
        yield Unread(file.relative, _PASSED_OVER[file.size])
        return
    known = format_of(file.relative)
    limit = known.limit if known else MOST_OF_UNKNOWN
    never = is_lock(file.relative) or (known is None and is_never_read(file.relative))
    if never or (known is None and file.size > limit):
        yield Unread(file.relative, why_not_read(file.relative))
        return
    if file.size > limit:
        yield Unread(file.relative, "The file is too large for its format.")
        return
    try:
        data = read_guarded(Path(file.path), within=None, most_bytes=limit)
    except OSError:
        yield Unread(file.relative, CANNOT_OPEN)
        return
    beside = Neighbours(partial(read_beside, file), file.table)
    yield from read(data, relative=file.relative, id=id, rules=rules, share=share, beside=beside)


def read(
    data: bytes,
    *,
    relative: str,
    id: ArticleId | None = None,
    rules: SourceRules | None = None,
    share: Share = WHOLE,
    beside: Neighbours | None = None,
) -> Iterator[Article | Noted | Unread]:
    """The articles in the bytes of a file; `relative` is its path in the corpus, with `/`, and `beside` reads
    the files that complete it.

    A file that can be read only in part gives its articles first and the error last.
    """
    known = format_of(relative)
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        yield Unread(relative, "The file is empty." if known else why_not_read(relative))
        return
    found = 0
    try:
        known = format_by_content(data, relative, known)
        if known is None and is_archive(data, relative):
            known = ARCHIVE
        if known is None:
            yield Unread(relative, why_not_read(relative, data))
            return
        if len(data) > known.limit:
            yield Unread(relative, "The file is too large for its format.")
            return
        if names_accounts(data, relative):
            yield Unread(relative, "It names the accounts of a service; it holds no article.")
            return
        own = id or ArticleId(plain_id(relative))
        encoding, text = decode(data) if known.raw is None else (known.name, "")
        content = FileContent(
            data,
            relative,
            text,
            rules or SourceRules(),
            beside.table if beside else "",
            beside.read if beside else no_file,
        )
        for one in _articles(content, known, Origin(own, relative, _digest(data), encoding), share):
            found += isinstance(one, _ARTICLES)
            if not isinstance(one, _Passed):
                yield one
    except UnreadableError as error:
        yield Unread(relative, str(error))
        return
    except RecoupeError:
        raise  # the reader's rules cannot be applied: this stops the whole build
    # The formats' libraries raise any error on broken input; only here does it become an event.
    except Exception as error:
        if is_ours(error):
            log_failure(f"{relative} could not be read", error)
            yield Unread(relative, INTERNAL)
        else:
            yield Unread(relative, "The file is broken: it is not what its name says.")
        return
    if not found:
        yield Unread(relative, "The file holds no text that reads as an article.")


def raw_text(data: bytes, encoding: str) -> str:
    """The content of a file to which all raw offsets refer; `encoding` is the article's.

    For a format that is not text (PDF, WARC) this is the text that its reader extracts.
    """
    for known in (*FORMATS, ARCHIVE):
        if known.raw is not None and known.name == encoding:
            return known.raw(data)
    return decoded(data, encoding)


class _Passed(NamedTuple):
    """A document of which another process makes an article."""

    number: int


_ARTICLES = (Article, _Passed)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _articles(
    content: FileContent, known: Format, of_file: Origin, share: Share
) -> Iterator[Article | Noted | _Passed]:
    """`of_file` is the origin of the one article of a file."""
    relative, rules = content.relative, content.rules
    documents = known.documents(content)
    numbered = known.holds_many
    if known.numbered_if_many:
        first = _first_two(documents)
        numbered = sum(not isinstance(one, Lost) or one.loss.is_article for one in first) > 1
        documents = chain(first, documents)
    # Each process separates all records; one of them is enough to tell what none of them took.
    left = None
    if known.parted_by is not None and share.at == 0:
        left = LeftOut(known.parted_by, quiet=known.quiet)
    number = 0
    for one in documents:
        if isinstance(one, Lost):
            number += one.number if one.loss.is_article else 0
            if left is not None:
                left.note(one)
            yield Noted(relative, one.loss, one.reason, one.what, one.number)
            continue
        number += 1
        if left is not None:
            left.add(one)
        if (number - 1) % share.of != share.at:
            yield _Passed(number)
            continue
        origin = of_file
        if numbered:
            origin = of_file._replace(id=ArticleId(f"{of_file.id}#{number}"), of_many=True)
        article = clean(one, origin, rules=rules)
        if article is not None:
            yield article
        elif numbered:
            what = one.stated.title or f"#{number}"
            yield Noted(relative, Loss.WITHOUT_TEXT, "Nothing of it reads as text.", what)
    # Around the one article of a page or a letter stands what was set aside from it.
    speaks = left is not None and (number > 1 or not known.numbered_if_many)
    for lost in left.lost() if left is not None and speaks else ():
        yield Noted(relative, lost.loss, lost.reason, lost.what, lost.number)


def _first_two(documents: Iterator[Found]) -> list[Found]:
    """The results up to the second article of a file, so that a single one gets no number."""
    first: list[Found] = []
    articles = 0
    for one in documents:
        first.append(one)
        articles += not isinstance(one, Lost) or one.loss.is_article
        if articles > 1:
            break
    return first
