"""Decisions about the entity that the cursor of the sidebar stands on."""

from __future__ import annotations

from textual import on

from index.errors import RecoupeError
from index.model.article import EntityId
from tui.screens.decide.decider import Decider, Verb
from tui.widgets.facet_list import Facets


class SidebarDeciding(Decider):
    """A screen with a sidebar; lists, results and counts show a decision at once."""

    @on(Facets.DecisionWanted)
    def _decision_wanted(self, event: Facets.DecisionWanted) -> None:
        self.work("about", self._about, EntityId(event.id), Verb(event.verb))

    async def _about(self, id: EntityId, verb: Verb) -> None:
        try:
            entities = await self.session.desk.entities()
        except RecoupeError as error:
            self.tell_error(error)
            return
        entity = next((entity for entity in entities if entity.id == id), None)
        if entity is not None:
            self.decide_about(entity, verb)

    def action_proposals(self) -> None:
        self.app.push_screen(self.session.doors.proposals())
