"""A small library of the invented articles, which answers without an index."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from invented import BODIES, NAMES, make_article, raw_of

from index.compare.claim import ClaimPassage
from index.compare.claim import passages as claim_passages
from index.compare.claim_words import read_claim
from index.compare.contrast import contrast
from index.compare.first_sayer import with_first
from index.compare.quotations_by_speaker import quoting
from index.compare.tallies import Tally
from index.compare.time_counts import appeared, told
from index.entities.together import passages
from index.errors import ArticleUnknownError, QueryError
from index.model.article import (
    Article,
    ArticleId,
    Basis,
    EntityId,
    Loss,
)
from index.model.article import Noted as Missed
from index.model.claims import Claim, ClaimKind
from index.model.comparison import (
    About,
    Asserted,
    Comparison,
    Dependence,
    Difference,
    Evidence,
    Manner,
    Passage,
    QuoteLine,
    QuoteUse,
    Rendering,
    Row,
    Strength,
    Verdict,
)
from index.model.events import Event, EventArticle, LinkKind
from index.model.facts import Account, Fact, FactVerdict
from index.model.file_outcomes import FileAccount
from index.model.found import (
    ConcordanceLine,
    Entity,
    Excerpt,
    Extractor,
    Facet,
    FacetCounts,
    FacetEntry,
    Filter,
    Form,
    FoundBy,
    Hint,
    Hit,
    Jointly,
    Occurrences,
    Overview,
    Page,
    Role,
    RolePlace,
    SearchRequest,
)
from index.model.halves import Contrast
from index.model.notes import Noted
from index.model.quoting import Quoted
from index.model.text import Span
from index.model.timeline import Appeared, Told
from index.notebook.decisions import Decision
from index.text.folding import fold


class InventedLibrary:
    """Answers like the real library, from three articles and a few rules."""

    def __init__(self) -> None:
        self.articles = {id: make_article(id) for id in BODIES}
        self.asked: list[SearchRequest] = []
        self.closed = False
        self.current = True

    def appeared(self, request: SearchRequest) -> tuple[tuple[Appeared, ...], tuple[Hit, ...]]:
        return appeared(self.search(replace(request, limit=0, offset=0)).hits)

    def contrast(self, one: SearchRequest, other: str = "", *, most: int = 0) -> Contrast:
        first = {hit.id for hit in self.search(replace(one, limit=0)).hits}
        return contrast(
            [article for id, article in self.articles.items() if id in first],
            [article for id, article in self.articles.items() if id not in first],
            name_of=self.name_of,
        )

    def days_told(self, ids: Sequence[ArticleId]) -> tuple[Told, ...]:
        return told(self.articles[id] for id in ids)

    def overview(self) -> Overview:
        return Overview("essai", len(self.articles), 2, 2023, 2023, 1)

    def search(self, request: SearchRequest) -> Page:
        self.asked.append(request)
        if request.query.count('"') % 2:
            column = request.query.index('"') + 1
            raise QueryError("A quotation mark is not closed.", column=column)
        words = [fold(word) for word in re.findall(r"\w+", request.query)]
        found = [
            article
            for article in self.articles.values()
            if all(word in fold(article.text) for word in words) and self._kept(article, request)
        ]
        hits = tuple(
            Hit(
                article.id,
                article.title,
                article.source,
                article.published,
                1.0,
                self._excerpts(article, words),
            )
            for article in found[request.offset : request.offset + (request.limit or 999)]
        )
        return Page(
            request=request,
            understood=" ET ".join(words),
            total=len(found),
            origins=len(found),
            took_ms=1.5,
            hits=hits,
            facets=self._facets(found),
            hints=() if found else (Hint("quai", 2, request.query, "quai"),),
        )

    def _kept(self, article: Article, request: SearchRequest) -> bool:
        values = {m.entity for m in article.annotations.mentions} | {article.source or ""}
        return all((f.id in values) != f.exclude for f in request.filters)

    def _excerpts(self, article: Article, words: Sequence[str]) -> tuple[Excerpt, ...]:
        span = article.paragraphs[0]
        text = span.of(article.text)
        matches = [
            Span(found.start(), found.end())
            for found in re.finditer(r"\w+", text)
            if fold(found.group()) in words
        ]
        return (Excerpt(text, tuple(matches), span),)

    def _facets(self, found: Sequence[Article]) -> tuple[FacetCounts, ...]:
        counts: list[FacetCounts] = []
        for facet in (Facet.PERSON, Facet.ORGANISATION, Facet.PLACE, Facet.EQUIPMENT):
            entries = []
            for id, (name, kind, _) in NAMES.items():
                number = sum(any(m.entity == id for m in a.annotations.mentions) for a in found)
                if kind == facet.value and number:
                    entries.append(FacetEntry(id, name, number))
            counts.append(FacetCounts(facet, tuple(entries)))
        sources = {a.source or "" for a in found}
        counts.append(
            FacetCounts(Facet.SOURCE, tuple(FacetEntry(s, s, 1) for s in sorted(sources)))
        )
        dated = sum(a.published.basis is not Basis.NONE for a in found)
        years = [FacetEntry("2023", "2023", dated)] if dated else []
        if len(found) > dated:
            years.append(FacetEntry("", "", len(found) - dated))
        counts.append(FacetCounts(Facet.YEAR, tuple(years)))
        return tuple(counts)

    def article(self, id: ArticleId) -> Article:
        try:
            return self.articles[id]
        except KeyError:
            raise ArticleUnknownError("No article has the id {id}.", id=id) from None

    def raw_text(self, id: ArticleId) -> str:
        return raw_of(self.article(id))

    def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        words = [fold(word) for word in re.findall(r"\w+", query)]
        return tuple(
            Span(found.start(), found.end())
            for found in re.finditer(r"\w+", article.text)
            if fold(found.group()) in words
        )

    def occurrences(
        self, query: str, *, filters: Sequence[Filter] = (), skip: int = 0, most: int = 10_000
    ) -> Occurrences:
        if not query.strip():
            raise QueryError(
                "This query names no word whose occurrences could be listed.", column=1
            )
        lines: list[ConcordanceLine] = []
        articles = list(self.articles.values())
        for read, article in enumerate(articles[skip:], start=skip + 1):
            for span in self.matches(query, article):
                left, right = article.text[: span.start], article.text[span.end :]
                line = ConcordanceLine(
                    article.id, span, left.split("\n")[-1], span.of(article.text),
                    right.split("\n")[0], article.source, article.published,
                )  # fmt: skip
                lines.append(line)
            if len(lines) >= most:
                return Occurrences(tuple(lines), read, complete=read == len(articles))
        return Occurrences(tuple(lines), len(articles), complete=True)

    def entities(self) -> tuple[Entity, ...]:
        return tuple(self._entity(id, tuple(self.articles.values())) for id in NAMES)

    def entities_of(self, id: ArticleId) -> tuple[Entity, ...]:
        article = self.article(id)
        here = {m.entity for m in article.annotations.mentions}
        return tuple(self._entity(name, (article,)) for name in NAMES if name in here)

    def _entity(self, id: str, articles: Sequence[Article]) -> Entity:
        name, kind, _ = NAMES[id]
        surfaces = [
            a.text[m.start : m.end] for a in articles for m in a.annotations.mentions
            if m.entity == id
        ]  # fmt: skip
        forms = tuple(Form(s, surfaces.count(s)) for s in dict.fromkeys(surfaces))
        within = sum(any(m.entity == id for m in a.annotations.mentions) for a in articles)
        by = (FoundBy(Extractor.LISTS, len(surfaces)),)
        return Entity(EntityId(id), name, kind, within, len(surfaces), forms, True, by)

    def quotes_of(self, entity: EntityId) -> tuple[Quoted, ...]:
        told = quoting(self.articles.values(), name_of=self.name_of)
        return next((one.quotes for one in told if one.entity == entity), ())

    def roles(self, entity: EntityId) -> tuple[Role, ...]:
        """One person has a role here, stated in one article."""
        article = self.articles.get("quai-a")
        if entity != "hadari" or article is None:
            return ()
        place = RolePlace(
            article.id, _find(article, "qui dirige les travaux"), article.source, article.published
        )
        return (Role("directrice des travaux", (place,)),)

    def claim(self, text: str, *, most: int = 20) -> tuple[ClaimPassage, ...]:
        articles = list(self.articles.values())

        def holding(word: str) -> int:
            return sum(word in article.text.lower() for article in articles)

        claim = read_claim(text, articles=len(articles), holding=holding)
        found = with_first(claim_passages(claim, articles), {one.id: one for one in articles})
        return tuple(found[:most])

    def together(self, one: EntityId, other: EntityId) -> Jointly:
        near, apart = passages(self.articles.values(), one, other)
        found = {passage.article for passage in (*near, *apart)}
        return Jointly((*near, *apart), len(found), len(apart))

    def name_of(self, entity: EntityId) -> str:
        return NAMES[entity][0]

    def compare(self, ids: Sequence[ArticleId]) -> Comparison:
        articles = [self.article(id) for id in ids]
        a, b = articles[0], articles[1]
        sa, sb = a.annotations.sentences, b.annotations.sentences
        rows = (
            Row(
                (Passage(a.id, (sa[0],)), Passage(b.id, (sb[0],))),
                Strength.STRONG,
                0.84,
                (Evidence.WORDS, Evidence.ENTITY),
                ("quai Est", "Nador"),
                (Passage(a.id, (_find(a, "le 3 mars"),)),),
            ),
            Row(
                (Passage(a.id, (sa[1],)), Passage(b.id, (sb[-1],))),
                Strength.SAME,
                1.0,
                (Evidence.QUOTE,),
            ),
            Row(
                (Passage(a.id, (sa[2],)), Passage(b.id, (sb[1],))),
                Strength.PROBABLE,
                0.41,
                (Evidence.NUMBER,),
            ),
        )
        used = {(p.article, s) for row in rows for p in row.passages for s in p.spans}
        only = tuple(
            Passage(x.id, tuple(s for s in x.annotations.sentences if (x.id, s) not in used))
            for x in articles
        )
        quote = QuoteLine(
            tuple(
                QuoteUse(x.id, (Span(x.annotations.quotes[0].start, x.annotations.quotes[0].end),),
                         Rendering.IDENTICAL)
                for x in (a, b)
            )
        )  # fmt: skip
        count = Difference(
            About.QUANTITY,
            "grues",
            Verdict.CONFLICT,
            (
                Passage(a.id, (_find(a, "Deux grues"),)),
                Passage(b.id, (_find(b, "Trois grues"),)),
            ),
        )
        cranes = Fact(
            "fact:grues",
            ClaimKind.COUNT,
            "",
            "grues",
            FactVerdict.CONFLICT,
            0.5,
            tuple(
                Account(x.id, (_crane_claim(x, words, value),))
                for x, words, value in ((a, "Deux grues", 2), (b, "Trois grues", 3))
            ),
        )
        said = Asserted(a.id, sa[3], Manner.ATTRIBUTED, _find(a, "selon Mme Hadari"))
        return Comparison(
            tuple(ids),
            rows,
            only,
            (quote,),
            (count,),
            asserted=(said,),
            own_words=(Passage(b.id, (_find(b, "trois grues neuves"),)),),
            dependence=(Dependence(a.id, 0.42, 1.0), Dependence(b.id, 0.61, None)),
            communique=(Passage(a.id, quote.uses[0].spans),),
            facts=(cranes,),
            lengths=(len(a.text), len(b.text)),
        )

    def tallies(self, events: Sequence[Event]) -> dict[str, Tally]:
        return {event.id: Tally(len(event.articles), len(event.articles), 1) for event in events}

    def accounts(self, id: str) -> tuple[ArticleId, ...]:
        (event,) = (event for event in self.events() if event.id == id)
        return tuple(one.article for one in event.articles)

    def events(self) -> tuple[Event, ...]:
        return (
            Event(
                "quai-a",
                "Le quai Est de Nador",
                "2023-01-16",
                "2023-01-17",
                (
                    EventArticle(ArticleId("quai-a"), LinkKind.SAME_EVENT, ("entity", "date")),
                    EventArticle(ArticleId("quai-b"), LinkKind.SHARED_SOURCE, ("quote",)),
                ),
            ),
        )

    def noted(self, *, dropped: bool = False) -> tuple[Noted, ...]:
        return ()

    def decisions(self) -> tuple[Decision, ...]:
        return ()

    def file_accounts(self) -> tuple[FileAccount, ...]:
        lost = Missed(
            "revue.html", Loss.WITHOUT_TEXT, "It has a head and no text.", "Une brève du soir"
        )
        return (
            FileAccount("image.bin", 0, reason="It is no text."),
            FileAccount("revue.html", 3, without_text=(lost,)),
            FileAccount("seul.txt", 1),
        )

    def is_current(self) -> bool:
        return self.current

    def close(self) -> None:
        self.closed = True


def _find(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def _crane_claim(article: Article, words: str, value: int) -> Claim:
    span = _find(article, words)
    sentence = next(each for each in article.annotations.sentences if each.contains(span))
    return Claim(
        ClaimKind.COUNT, "", span.start, span.end, str(value), sentence, value, value, text=words
    )
