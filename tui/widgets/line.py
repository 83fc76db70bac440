"""A line in which one types: each key is done with before the next one is heard."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class Line(Input):
    """Textual inserts a letter in the line's turn, but empties the line in the app's, which comes later: a word
    typed at once behind ctrl+u went with the old one.
    """

    async def _on_key(self, event: events.Key) -> None:
        if self.app.focused is not self:
            # A key before has led elsewhere: this one is meant for what stands there.
            event.prevent_default()
        elif not event.is_printable and await self.did(event.key):
            event.prevent_default()
            event.stop()

    async def did(self, key: str) -> bool:
        """Does what a key of this line does; false where it has none."""
        for node, bindings in self.screen._modal_binding_chain:
            if node is self:
                for binding in bindings.key_to_bindings.get(key, ()):
                    if await self.app.run_action(binding.action, self):
                        return True
        return False
