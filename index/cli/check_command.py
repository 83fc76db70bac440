"""`recoupe check`: what the corpus holds, what could not be read, and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from index.cli.call import common_options, make_call
from index.cli.progress import how_names_were_found
from index.export.build_documents import check_document
from index.interface.accounts import account_head, account_reasons, kept_whole
from index.model.article import Basis, TitleBasis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.cli.call import Call
    from index.corpus.noise import LearntLine
    from index.interface.texts import Texts
    from index.model.article import Article
    from index.model.file_outcomes import FileAccount
    from index.shelf.learnt_noise import Learning

NAME = "check"
_MANY = 5
"""Articles of a file up to which each has a line of its own."""


def command(texts: Texts) -> click.Command:
    @click.command(NAME, help=texts("What the corpus holds, what could not be read, and why."))
    @click.argument("corpus_argument", metavar="[CORPUS]", required=False)
    @click.option(
        "--noise", is_flag=True, help=texts("Show the lines that were learnt as a source's noise.")
    )
    @click.option(
        "--checksums",
        is_flag=True,
        help=texts("Read every file of the index, and compare it with what was written."),
    )
    @click.option(
        "--articles",
        "each",
        is_flag=True,
        help=texts("A line for each article, also where a file holds many."),
    )
    @common_options(texts)
    def check(
        corpus_argument: str | None, *, noise: bool, checksums: bool, each: bool, **options: Any
    ) -> None:
        call = make_call(options, corpus_argument)
        sources: Counter[str] = Counter()
        reasons: Counter[str] = Counter()
        lines = []
        listed = []
        with call.library() as library:
            if checksums and (damaged := library.damage()) is not None:
                raise damaged
            files = library.file_accounts()
            read = {file.path for file in files if file.articles}
            unread = [file for file in library.unread() if file.path not in read]
            learnt = library.learnt_noise()
            made = library.generation.manifest
            learning = library.noise_learning()
            for id in library.ids():
                article = library.article(id)
                sources[article.source or ""] += 1
                reasons.update(entry.reason for entry in article.set_aside)
                missing = [
                    name
                    for name, gone in (
                        ("title", article.title_basis is not TitleBasis.STATED),
                        ("source", article.source is None),
                        ("date", article.published.basis is not Basis.STATED),
                    )
                    if gone
                ]
                listed.append(
                    {
                        "id": id,
                        "path": article.path,
                        "encoding": article.encoding,
                        "paragraphs": len(article.paragraphs),
                        "set_aside": len(article.set_aside),
                        "repairs": sum(not repair.proposed for repair in article.repairs),
                        "proposed": sum(repair.proposed for repair in article.repairs),
                        "not_stated": missing,
                        **({"kept_whole": article.kept_whole} if article.kept_whole else {}),
                    }
                )
                lines.append((article, _gaps(article, missing)))
        if call.json:
            call.print_document(
                check_document(
                    corpus=str(call.places.corpus),
                    articles=listed,
                    unread=unread,
                    files=files,
                    sources=dict(sources.most_common()),
                    reasons=dict(reasons.most_common()),
                    model=made.model,
                    read_without=made.read_without,
                    learnt=learnt if noise else None,
                    learning=learning if noise else None,
                )
            )
            return
        say = call.texts
        if noise:
            _print_noise(call, learnt)
            _print_learning(call, learning, articles=len(lines))
            return
        call.print(call.styled(str(call.places.corpus), bold=True))
        call.print(
            say.count("{n} article", "{n} articles", len(lines))
            + ", "
            + say.count("{n} file not read", "{n} files not read", len(unread))
        )
        for sentence in how_names_were_found(say, made.model, made.read_without):
            call.print(sentence)
        _print_articles(call, lines, each=each)
        _print_accounts(call, files)
        if unread:
            call.print(call.styled(say("Not read"), bold=True))
        for file in unread:
            call.print(f"  {call.styled(file.path)}: {say(file.reason)}")
        if reasons:
            call.print(call.styled(say("Set aside, by reason"), bold=True))
        for reason, number in reasons.most_common():
            call.print(f"  {number:>6}  {say(reason)}")

    return check


def _gaps(article: Article, missing: Sequence[str]) -> list[str]:
    """What an article does not state, as it is told; what was inferred instead is told as such."""
    inferred = article.published.basis is Basis.INFERRED
    return ["date inferred" if name == "date" and inferred else f"no {name}" for name in missing]


def _print_articles(call: Call, lines: Sequence[tuple[Article, list[str]]], *, each: bool) -> None:
    """What was set aside of each article and what it does not state; of a file of many, in one line unless asked for."""
    say = call.texts
    files: dict[str, list[tuple[Article, list[str]]]] = {}
    for article, gaps in lines:
        files.setdefault(article.path, []).append((article, gaps))
    for path, held in files.items():
        if len(held) > _MANY and not each:
            aside = sum(len(article.set_aside) for article, _ in held)
            counts = Counter(say(gap) for _, gaps in held for gap in gaps)
            told = [f"{gap} × {say.number(number)}" for gap, number in counts.most_common()]
            head = say.count("{n} article", "{n} articles", len(held))
            told_aside = say.count("{n} set aside", "{n} set aside", aside)
            _print_line(call, path, f"{head}, {told_aside}", told)
            continue
        for article, gaps in held:
            aside = len(article.set_aside)
            told = [*map(say, gaps), *filter(None, [kept_whole(say, article)])]
            _print_line(call, article.id, say.count("{n} set aside", "{n} set aside", aside), told)


def _print_line(call: Call, name: str, head: str, told: Sequence[str]) -> None:
    call.print(f"  {call.styled(name)}  {head}" + (f"  ({', '.join(told)})" if told else ""))


def _print_accounts(call: Call, files: Sequence[FileAccount]) -> None:
    """Files that hold several articles, or of which there is something to say."""
    say = call.texts
    listed = [file for file in files if file.is_remarkable]
    if listed:
        call.print(call.styled(say("File by file"), bold=True))
    for file in listed:
        call.print(f"  {call.styled(file.path)}: {account_head(say, file)}")
        for reason, named in account_reasons(say, file):
            call.print(f"    {reason}" + (f" ({call.styled(named)})" if named else ""))


def _print_noise(call: Call, learnt: Sequence[LearntLine]) -> None:
    """The learnt lines source by source, and how to refuse one."""
    say = call.texts
    if not learnt:
        call.print(say("No line was learnt as noise."))
        return
    for source in dict.fromkeys(line.source for line in learnt):
        # Articles without a source are told by their folder, those at the top by the corpus.
        named = call.places.corpus.name if source == "." else source
        call.print(call.styled(named, bold=True))
        for line in learnt:
            if line.source == source:
                call.print(f"  {line.articles:>6}  {call.styled(line.text)}")
    call.narrate(
        say("To keep a line, name it under `keep:` in recoupe.yaml, then: recoupe rebuild")
    )


def _print_learning(call: Call, learning: Learning | None, *, articles: int) -> None:
    """When the lines were learnt, and what has come since without being asked."""
    if learning is None:
        return
    say = call.texts
    told = say.count(
        "Learnt on {day} from {n} article.",
        "Learnt on {day} from {n} articles.",
        learning.articles,
        day=learning.at[:10],
    )
    if articles > learning.articles:
        told += " " + say.count(
            "{n} that came since was not counted; recoupe rebuild counts it.",
            "{n} that came since were not counted; recoupe rebuild counts them.",
            articles - learning.articles,
        )
    call.narrate(told)
