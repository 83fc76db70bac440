"""A decision in a sentence, in the reader's language, and decisions as documents for scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from index.interface.texts import Texts
from index.model.article import ArticleId, EntityId
from index.notebook.decisions import (
    Apart,
    Dating,
    Decision,
    EventLock,
    EventMerge,
    EventMove,
    EventSplit,
    FactJudged,
    Hide,
    Kept,
    KeptState,
    Merge,
    Note,
    OnePerson,
    Rename,
    Retype,
    RowVerdict,
    SavedSearch,
    Slip,
    Split,
    section_of,
)
from index.notebook.proposals import NAMESAKES, Proposal
from index.notebook.written import to_entry

NameOf = Callable[[EntityId], str]


def told(
    decision: Decision,
    texts: Texts,
    *,
    name_of: NameOf,
    before: NameOf,
    earlier: Kept | None = None,
) -> str:
    """A decision as a sentence; `before` gives the name of an entity without any decision, `earlier`
    is what an entry of the notebook replaces.
    """
    match decision:
        case Merge() | Split() | Rename() | Retype() | Hide() | Apart() | OnePerson() | Slip():
            return _of_entity(decision, texts, name_of=name_of, before=before)
        case RowVerdict() | FactJudged():
            return _of_passages(decision, texts)
        case EventMove() | EventMerge() | EventSplit() | EventLock():
            return _of_event(decision, texts)
        case Kept():
            return _of_kept(decision, texts, earlier)
        case Dating(article=article, date=date):
            return texts("{article} appeared on {date}", article=article, date=date)
        case Note(article=article, note=note):
            return texts("Note on {article}: {note}", article=article, note=note or "·")
        case SavedSearch(name=name, dropped=dropped):
            if dropped:
                return texts("Search dropped: {name}", name=name)
            return texts("Search saved: {name}", name=name)


def _of_entity(
    decision: Merge | Split | Rename | Retype | Hide | Apart | OnePerson | Slip,
    texts: Texts,
    *,
    name_of: NameOf,
    before: NameOf,
) -> str:
    match decision:
        case Merge(into=into, others=others):
            # Asked now, `name_of` gives both the name of the entity that was kept.
            return texts(
                "{others} is {kept}", others=", ".join(map(before, others)), kept=name_of(into)
            )
        case Split(entity=entity, into=into, forms=forms, articles=articles):
            return texts(
                "{parts} split from {entity}",
                parts=", ".join((*forms, *articles)) or name_of(into),
                entity=name_of(entity),
            )
        case Rename(entity=entity, name=name):
            return texts("{entity} is called {name}", entity=before(entity), name=name)
        case Retype(entity=entity, kind=kind):
            return texts("{entity}: {kind}", entity=name_of(entity), kind=texts(kind.value))
        case Hide(entity=entity):
            return texts("{entity} hidden", entity=before(entity))
        case Apart(kept=kept, other=other):
            return texts("{other} is not {kept}", other=name_of(other), kept=name_of(kept))
        case OnePerson(entity=entity):
            return texts("{entity} is one person", entity=name_of(entity))
        case Slip(entity=entity, surface=surface, accepted=accepted):
            values = {"surface": surface, "entity": name_of(entity)}
            if accepted:
                return texts("“{surface}” read as {entity}", **values)
            return texts("“{surface}” is not {entity}", **values)


def _of_passages(decision: RowVerdict | FactJudged, texts: Texts) -> str:
    where = ", ".join(dict.fromkeys(str(passage.article) for passage in decision.passages))
    match decision:
        case RowVerdict(accepted=True):
            return texts("Row accepted: {articles}", articles=where)
        case RowVerdict():
            return texts("Row rejected: {articles}", articles=where)
        case FactJudged(accepted=True):
            return texts("Fact accepted: {articles}", articles=where)
        case FactJudged():
            return texts("Fact rejected: {articles}", articles=where)


def _of_event(decision: EventMove | EventMerge | EventSplit | EventLock, texts: Texts) -> str:
    match decision:
        case EventMove(article=article, to=to, out_of=out_of):
            beside = _listed(to or out_of)
            if to:
                return texts("{article} reports the same event as {others}", article=article,
                             others=beside)  # fmt: skip
            return texts("{article} does not report the event of {others}", article=article,
                         others=beside)  # fmt: skip
        case EventMerge(articles=articles):
            return texts("One event: {articles}", articles=_listed(articles))
        case EventSplit(articles=articles, rest=rest):
            return texts("{articles}: another event than {others}", articles=_listed(articles),
                         others=_listed(rest))  # fmt: skip
        case EventLock(articles=articles):
            return texts("Event locked: {articles}", articles=_listed(articles))


def earlier_states(decisions: Iterable[Decision]) -> Iterator[Kept | None]:
    """For each decision the entry of the notebook that it replaces, if any."""
    latest: dict[str, Kept] = {}
    for decision in decisions:
        if isinstance(decision, Kept):
            yield latest.get(decision.id)
            latest[decision.id] = decision
        else:
            yield None


def _of_kept(kept: Kept, texts: Texts, earlier: Kept | None) -> str:
    text = kept.label if kept.label and kept.others else kept.text
    others = dict.fromkeys(one.article for one in kept.others)
    article = ArticleId(_listed((kept.article, *others)))
    words = _shortened(text)
    if kept.state is KeptState.DROPPED:
        return texts("Dropped from the notebook: {words} ({article})", words=words, article=article)
    entry = texts("In the notebook: {words} ({article})", words=words, article=article)
    return " · ".join((entry, *_what_is_new(kept, texts, earlier)))


def _what_is_new(kept: Kept, texts: Texts, earlier: Kept | None) -> Iterator[str]:
    """Note, tags, state and place in the order, as far as the entry did not have them before."""
    if kept.note != (earlier.note if earlier else ""):
        yield f"✎ {_shortened(' '.join(kept.note.split()))}" if kept.note else texts("without note")
    if kept.tags != (earlier.tags if earlier else ()):
        yield " ".join(f"#{tag}" for tag in kept.tags) or texts("without tags")
    if kept.state is not (earlier.state if earlier else KeptState.KEPT):
        yield texts(kept.state.value)
    if earlier is not None and kept.order != earlier.order:
        yield texts("moved")


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + "…"


def _listed(ids: Sequence[str], *, most: int = 4) -> str:
    """Some of many ids, so that the sentence stays short."""
    return ", ".join(ids[:most]) + (f" … (+{len(ids) - most})" if len(ids) > most else "")


def asked(proposal: Proposal, texts: Texts, *, name_of: NameOf) -> str:
    """A proposal as a question."""
    if proposal.reason == NAMESAKES:
        one, other = proposal.told
        return texts(
            "Does {entity} name two people: “{one}” and “{other}”?",
            entity=name_of(proposal.kept),
            one=one,
            other=other,
        )
    if proposal.other is None:
        return texts(
            "Is “{surface}” {entity} and another word?",
            surface=proposal.surface,
            entity=name_of(proposal.kept),
        )
    return texts(
        "Is {other} the same as {kept}?",
        other=name_of(proposal.other),
        kept=name_of(proposal.kept),
    )


def decision_document(decision: Decision, *, why: str | None = None) -> dict[str, Any]:
    """A decision as a document; `why` is the reason if it does not apply."""
    return {
        "section": section_of(decision),
        **to_entry(decision),
        "applies": why is None,
        "why": why,
    }


def proposal_document(proposal: Proposal, *, name_of: NameOf) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "reason": proposal.reason,
        "kept": {"id": proposal.kept, "name": name_of(proposal.kept)},
        "other": {"id": proposal.other, "name": name_of(proposal.other)}
        if proposal.other is not None
        else None,
        "surface": proposal.surface or None,
        "form": proposal.form or None,
        "articles": list(proposal.articles),
        "told": list(proposal.told) if proposal.reason == NAMESAKES else None,
    }
