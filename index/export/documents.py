"""The JSON documents of the command line: a contract, so their form is written out here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.corpus.walls import is_walled
from index.export.fact_documents import claim_of_article
from index.interface.days import proposal_label
from index.interface.texts import Texts, texts_for
from index.model.article import Article
from index.model.found import COUNTED_FACETS, Entity, Page
from index.model.json_document import document
from index.query.printing import in_language
from index.text.author_names import authors_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from index.model.article import DateValue, EntityId, Mention, Said
    from index.model.found import (
        Concordance,
        ConcordanceLine,
        Excerpt,
        Hit,
        Jointly,
        Neighbours,
        Role,
    )
    from index.model.quoting import Quoting
    from index.model.text import Span

FORMAT = 1

Json = dict[str, Any]


@document.register
def search_document(page: Page, texts: Texts | None = None) -> Json:
    t = texts or texts_for("fr")
    return {
        "format": FORMAT,
        "query": page.request.query,
        "understood": in_language(page.understood, t.language),
        "total": page.total,
        "origins": page.origins,
        "offset": page.request.offset,
        "took_ms": round(page.took_ms, 3),
        "hits": [_hit(hit) for hit in page.hits],
        "facets": {
            facet.value: [
                {"id": entry.id, "name": entry.name, "articles": entry.articles}
                | ({} if entry.origins is None else {"origins": entry.origins})
                for entry in page.facet(facet)
            ]
            for facet in COUNTED_FACETS
        }
        if page.request.facets
        else {},
        "facet_values": {counts.facet.value: counts.values for counts in page.facets},
        "proposals": [
            {"query": one.query, "label": proposal_label(one, t), "total": one.total}
            for one in page.proposals
        ],
        "suggestions": list(page.suggestions),
        "hints": [
            {
                "query": hint.query,
                "articles": hint.articles,
                "instead_of": hint.instead_of,
                "use": hint.use,
            }
            for hint in page.hints
        ],
        "covers": [
            {
                "word": cover.word,
                "forms": list(cover.forms),
                "count": cover.count,
                "complete": cover.complete,
                "others": [{"word": word, "articles": n} for word, n in cover.others],
            }
            for cover in page.covers
        ],
    }


def concordance_document(
    found: Concordance, *, query: str, by: Neighbours, lines: Sequence[ConcordanceLine]
) -> Json:
    return {
        "format": FORMAT,
        "query": query,
        "by": by.value,
        "total": len(found.lines),
        "articles": found.articles,
        "complete": found.complete,
        "lines": [
            {
                "id": line.article,
                "start": line.span.start,
                "end": line.span.end,
                "left": line.left,
                "form": line.form,
                "right": line.right,
                "source": line.source,
                "published": date_json(line.published),
            }
            for line in lines
        ],
        "groups": [{"value": value, "lines": number} for value, number in found.groups],
    }


@document.register
def article_document(article: Article, *, articles_in_file: int = 1) -> Json:
    """An article with all that was found in it; `articles_in_file` are those of its file, itself with them."""
    # Claims bring a sixth of a second of patterns; only an article's document asks for them.
    from index.claims.account import claims

    found = article.annotations
    return {
        "format": FORMAT,
        "id": article.id,
        "path": article.path,
        "sha256": article.sha256,
        "encoding": article.encoding,
        "record_id": article.record_id,
        "title": article.title,
        "title_basis": article.title_basis.value,
        "title_span": list(article.title_span) if article.title_span else None,
        "description": article.description,
        "source": article.source,
        "author": article.author,
        "authors": list(authors_of(article.author)) if article.author else [],
        "published": date_json(article.published),
        "modified": date_json(article.modified),
        "url": article.url,
        "section": article.section,
        "language": article.language,
        "page": article.page,
        "edition": article.edition,
        "truncated": is_walled(article.set_aside_texts),
        **({"kept_whole": article.kept_whole} if article.kept_whole else {}),
        **({"articles_in_file": articles_in_file} if articles_in_file > 1 else {}),
        "tags": list(article.tags),
        "text": article.text,
        "paragraphs": spans_json(article.paragraphs),
        "sentences": spans_json(found.sentences),
        "set_aside": [
            {
                "raw_start": entry.raw_start,
                "raw_end": entry.raw_end,
                "reason": entry.reason,
                **({"signs": list(entry.signs)} if entry.signs else {}),
                "text": text,
            }
            for entry, text in zip(article.set_aside, article.set_aside_texts, strict=True)
        ],
        "repairs": [
            {
                "start": repair.start,
                "end": repair.end,
                "raw": repair.raw,
                "reason": repair.reason,
                "proposed": repair.proposed,
            }
            for repair in article.repairs
        ],
        "related": list(article.related),
        "mentions": [_mention(mention, article.text) for mention in found.mentions],
        "lead_mentions": [
            _mention(mention, article.description or "") for mention in found.lead_mentions
        ],
        "quotes": [said_document(quote) for quote in found.quotes],
        "dates": [
            {
                "start": date.start,
                "end": date.end,
                "from": date.earliest,
                "to": date.latest,
                "basis": date.basis,
            }
            for date in found.dates
        ],
        "quantities": [
            {
                "start": quantity.start,
                "end": quantity.end,
                "value": _number(quantity.value),
                "unit": quantity.unit,
            }
            for quantity in found.quantities
        ],
        "claims": [claim_of_article(claim, article) for claim in claims(article)],
    }


def said_document(said: Said) -> Json:
    """A quotation or an attributed stretch."""
    return {
        "start": said.start,
        "end": said.end,
        "speaker": said.speaker,
        "speaker_span": list(said.speaker_span) if said.speaker_span else None,
        "speaker_text": said.speaker_text,
        "verb": said.verb,
        "manner": said.manner.value if said.manner else None,
        "via": said.via,
        "via_text": said.via_text,
        "resolved": said.resolved,
    }


def speakers_document(found: Iterable[Quoting]) -> Json:
    return {
        "format": FORMAT,
        "speakers": [
            {
                "entity": one.entity,
                "name": one.name,
                "quotes": [
                    {
                        "article": quoted.article,
                        "source": quoted.source,
                        "published": date_json(quoted.published),
                        "span": [quoted.said.start, quoted.said.end],
                        "text": quoted.text,
                        "speaker_text": quoted.said.speaker_text,
                        "verb": quoted.said.verb,
                        "manner": quoted.said.manner.value if quoted.said.manner else None,
                        "via_text": quoted.said.via_text,
                        "resolved": quoted.said.resolved,
                        "also": list(quoted.also),
                    }
                    for quoted in one.quotes
                ],
            }
            for one in found
        ],
    }


def entities_document(
    entities: Iterable[Entity], *, roles: Callable[[EntityId], Sequence[Role]]
) -> Json:
    return {
        "format": FORMAT,
        "entities": [
            {**entity_document(entity), "roles": [_role(role) for role in roles(entity.id)]}
            for entity in entities
        ],
    }


@document.register
def entity_document(entity: Entity) -> Json:
    """One entry of `recoupe entities --json`, without its roles."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "articles": entity.articles,
        "mentions": entity.mentions,
        "forms": [{"surface": form.surface, "mentions": form.mentions} for form in entity.forms],
        "known": entity.known,
        "found_by": {one.extractor.value: one.mentions for one in entity.found_by},
    }


def together_document(one: EntityId, other: EntityId, found: Jointly) -> Json:
    return {
        "format": FORMAT,
        "entities": [one, other],
        "articles": found.articles,
        "passages": [
            {
                "article": passage.article,
                "pieces": [
                    {"start": span.start, "end": span.end, "text": text}
                    for span, text in passage.pieces
                ],
                "mentions": [[name.start, name.end] for name in passage.names],
                "source": passage.source,
                "published": date_json(passage.published),
            }
            for passage in found.passages
        ],
    }


def _role(role: Role) -> Json:
    return {
        "role": role.text,
        "articles": [
            {
                "id": place.article,
                "start": place.span.start,
                "end": place.span.end,
                "source": place.source,
                "published": date_json(place.published),
            }
            for place in role.places
        ],
    }


def _hit(hit: Hit) -> Json:
    return {
        "id": hit.id,
        "title": hit.title,
        "source": hit.source,
        "published": date_json(hit.published),
        "score": round(hit.score, 4),
        "excerpts": [_excerpt(excerpt) for excerpt in hit.excerpts],
        "copies": [
            {
                "id": copy.id, "source": copy.source, "link": copy.link.value, "title": copy.title,
                "published": date_json(copy.published),
            }
            for copy in hit.copies
        ],
    }  # fmt: skip


def _excerpt(excerpt: Excerpt) -> Json:
    return {
        "text": excerpt.text,
        "matches": spans_json(excerpt.matches),
        "span": list(excerpt.span) if excerpt.span else None,
        "place": excerpt.place,
    }


def date_json(value: DateValue) -> Json:
    return {
        "value": value.value,
        "from": value.earliest,
        "to": value.latest,
        "basis": value.basis.value,
    }


def spans_json(spans: Iterable[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _mention(mention: Mention, text: str) -> dict[str, object]:
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": text[mention.start : mention.end],
        "entity": mention.entity,
        "kind": mention.kind.value,
        "by": mention.by,
    }


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value
