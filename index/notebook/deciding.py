"""Decisions about an open corpus: each goes into the notebook and takes effect at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from index.errors import RecoupeError
from index.notebook.decisions import (
    Decision,
    FactJudged,
    Kept,
    KeptKind,
    KeptState,
    RowVerdict,
    Split,
)
from index.notebook.event_rulings import Part, locked, merged, moved, parted
from index.notebook.verdict import RowAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model.article import Article, ArticleId, EntityId
    from index.model.comparison import Passage
    from index.model.events import Event
    from index.model.facts import Fact
    from index.model.notes import Noted
    from index.model.text import Span
    from index.notebook.keepable import Keepable
    from index.notebook.notebook import Notebook
    from index.notebook.proposals import Proposal
    from index.notebook.ruling import Unapplied
    from index.notebook.standing import Standing


class Deciding(ABC):
    """The half of a library that writes; `notebook` and `_standing` belong to the corpus."""

    notebook: Notebook
    _standing: Standing

    @abstractmethod
    def article(self, id: ArticleId) -> Article:
        """An article as the reader decided."""

    @abstractmethod
    def event_of(self, id: ArticleId) -> Event | None:
        """The event that an article reports, or is background to; None when it stands alone."""

    def decide(self, decision: Decision) -> Decision:
        """Writes a decision down; its effect is seen at once.

        Raises SettingsError when the file of decisions is not as it must be, CorpusError when it
        cannot be written. Nothing has changed then.
        """
        made = self.notebook.decide(decision)
        self._standing.lay()
        return made

    def split(
        self,
        entity: EntityId,
        *,
        forms: Sequence[str] = (),
        articles: Sequence[ArticleId] = (),
        reason: str = "",
    ) -> Decision:
        """Makes some spellings of an entity, or its mentions in some articles, another entity."""
        own = self._standing.entity(entity)
        name = forms[0] if forms else own.name if own else str(entity)
        return self.decide(
            Split(
                entity=entity,
                into=self._standing.new_id(entity, name),
                forms=tuple(forms),
                articles=tuple(articles),
                reason=reason,
            )
        )

    def judge(
        self, passages: Sequence[Passage], verdict: RowAnswer, *, reason: str = ""
    ) -> Decision:
        """Writes down whether the passages of a row report the same statement."""
        from index.compare.whole import whole
        from index.notebook.cited import cited_passages

        articles = [whole(self.article(passage.article)) for passage in passages]
        return self.decide(
            RowVerdict(
                accepted=verdict is RowAnswer.ACCEPTED,
                passages=cited_passages(passages, articles),
                reason=reason,
            )
        )

    def judge_fact(self, fact: Fact, verdict: RowAnswer, *, reason: str = "") -> Decision:
        """Writes down whether the claims of a fact are about one thing."""
        from index.compare.whole import in_whole, whole
        from index.notebook.cited import cite

        cited = []
        for account in fact.accounts:
            article = self.article(account.article)
            for claim in account.claims:
                place = in_whole(article, claim.span, claim.part)
                cited.append(cite(whole(article), place))
        return self.decide(
            FactJudged(
                accepted=verdict is RowAnswer.ACCEPTED,
                about=fact.about.value,
                passages=tuple(cited),
                reason=reason,
            )
        )

    def accept(self, proposal: Proposal, *, reason: str = "") -> Decision:
        from index.notebook.proposals import accepted

        name = self._standing.name_of(proposal.kept)
        into = self._standing.new_id(proposal.kept, name)
        return self.decide(accepted(proposal, into=into, reason=reason))

    def refuse(self, proposal: Proposal, *, reason: str = "") -> Decision:
        from index.notebook.proposals import refused

        return self.decide(refused(proposal, reason=reason))

    def undo(self) -> Decision | None:
        """Takes the latest decision back; gives it, or None when there is none."""
        undone = self.notebook.undo()
        self._standing.lay()
        return undone

    def redo(self) -> Decision | None:
        """Makes the decision again that was taken back last."""
        redone = self.notebook.redo()
        self._standing.lay()
        return redone

    def withdraw(self, decision: Decision) -> None:
        self.notebook.withdraw(decision)
        self._standing.lay()

    def gather(self) -> tuple[Decision, ...]:
        """Moves decisions made when the corpus could not be written to beside it; gives them."""
        moved = self.notebook.gather()
        self._standing.lay()
        return moved

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in force, in the order in which they were made."""
        self._standing.refresh()
        return self.notebook.decisions

    def unapplied(self) -> tuple[Unapplied, ...]:
        """The decisions that this index gives no occasion for; they stay in the file."""
        self._standing.refresh()
        return (*self._standing.unapplied, *self._standing.lost_rows())

    def proposals(self) -> tuple[Proposal, ...]:
        """The proposals that the reader has not decided yet, the most mentioned first."""
        self._standing.refresh()
        return self._standing.proposals()

    def move_article(
        self, id: ArticleId, *, to: Part | None, out_of: Event | None = None, reason: str = ""
    ) -> Decision:
        """An article reports the event `to`, or what one other article reports; None: its event not.

        `out_of` says which event it leaves, for one that is background to several. Raises
        RecoupeError when one of the events is locked, or there is none to leave.
        """
        leaves = out_of or self.event_of(id)
        return self.decide(moved(id, to=to, leaves=leaves, reason=reason))

    def merge_events(self, parts: Sequence[Part], *, reason: str = "") -> Decision:
        """Several events, or articles that stand alone, are one. Raises as `move_article`."""
        return self.decide(merged(parts, reason=reason))

    def split_event(
        self, event: Event, *, leaving: Sequence[ArticleId], reason: str = ""
    ) -> Decision:
        """Some articles of an event report another one. Raises RecoupeError when none would stay."""
        return self.decide(parted(event, leaving=leaving, reason=reason))

    def lock_event(self, event: Event, *, reason: str = "") -> Decision:
        """An event stays as it is, whatever comes into the corpus, until it is unlocked."""
        return self.decide(locked(event, reason=reason))

    def unlock_event(self, event: Event) -> Decision:
        """Takes the lock of an event back. Raises RecoupeError when it has none."""
        lock = self._standing.lock_of(event) if event.locked else None
        if lock is None:
            raise RecoupeError("This event is not locked.")
        self.withdraw(lock)
        return lock

    def keep(
        self,
        id: ArticleId,
        *,
        span: Span | None = None,
        kind: KeptKind | None = None,
        part: str = "text",
        who: str = "",
    ) -> Kept:
        """Keeps a passage, or the whole article without a span, in the notebook, with its proof.

        Without a kind, a passage that is just what somebody says is a quotation.
        """
        from index.model.claims import Part
        from index.notebook import keepable

        if span is None:
            return self.keep_this(keepable.of_article(id), who=who)
        wanted = keepable.of_passage(self.article(id), span, part=Part(part))
        return self.keep_this(replace(wanted, kind=kind) if kind else wanted, who=who)

    def keep_this(
        self,
        wanted: Keepable,
        *,
        who: str = "",
        note: str | None = None,
        tags: Sequence[str] | None = None,
        state: KeptState | None = None,
        by: int = 0,
    ) -> Kept:
        """Keeps anything with a proof for each of its places: a fact, a row, a quotation, a line.

        What is kept already is given as it is; what was dropped comes back. Its note, tags, state and
        place are written with it, as one decision. Raises RecoupeError when a place is not inside its
        article.
        """
        from index.notebook.entries import entries, entry_with, kept, last_place

        decisions = self.decisions()
        made = kept(wanted, article=self.article, order=last_place(decisions), who=who)
        before = entries(decisions).get(made.id)
        if before is not None:
            dropped = before.state is KeptState.DROPPED
            made = replace(before, state=KeptState.KEPT) if dropped else before
        made = entry_with(made, (*decisions, made), note=note, tags=tags, state=state, by=by)
        if made == before:
            return made
        decided = self.decide(made)
        assert isinstance(decided, Kept)
        return decided

    def change_kept(
        self,
        id: str,
        *,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        state: KeptState | None = None,
        by: int = 0,
    ) -> Kept:
        """Another note, tags, state or place for an entry. Raises RecoupeError for an unknown one."""
        from index.notebook.entries import entries, entry_with, unknown

        decisions = self.decisions()
        entry = entries(decisions).get(id)
        if entry is None:
            raise unknown(id)
        decided = self.decide(
            entry_with(entry, decisions, note=note, tags=tags, state=state, by=by)
        )
        assert isinstance(decided, Kept)
        return decided

    def noted(self, *, dropped: bool = False) -> tuple[Noted, ...]:
        """The notebook, in the reader's own order."""
        from index.notebook.entries import noted

        now = self._standing.followed
        return tuple(noted(self.decisions(), article=self.article, dropped=dropped, now=now))
