"""The objects of a decision on the command line, looked up in the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.cli.wishes import find_entity
from index.errors import RecoupeError
from index.model.article import ArticleId, EntityId

if TYPE_CHECKING:
    from index.library import Library
    from index.notebook.proposals import Proposal


class Asked:
    """The arguments of `recoupe decide`; each look-up raises RecoupeError if nothing is found."""

    def __init__(
        self,
        library: Library,
        values: Sequence[str],
        forms: Sequence[str],
        articles: Sequence[str],
        reason: str,
    ) -> None:
        self.library = library
        self.values = tuple(values)
        self.forms = tuple(forms)
        self.articles = tuple(library.article(ArticleId(id)).id for id in articles)
        self.reason = reason

    def entity(self, at: int) -> EntityId:
        """An entity by its id or its name. Raises RecoupeError when there is no such entity, or
        several.
        """
        return find_entity(self.library, self.values[at])

    def proposal(self, id: str) -> Proposal:
        for proposal in self.library.proposals():
            if proposal.id == id:
                return proposal
        raise RecoupeError(
            "No open proposal has the id {id}.",
            advice="`recoupe decide proposals` prints them.",
            id=id,
        )
