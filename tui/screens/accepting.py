"""Screens on which the reader accepts or rejects what was brought together: a row, a fact."""

from __future__ import annotations

from index.model.comparison import Row
from index.model.facts import Fact
from index.notebook.verdict import RowAnswer
from tui.screens.base import RoomScreen
from tui.screens.decide.desk_decision import make


class AcceptingScreen(RoomScreen):
    """Subclasses say in `judged_here` what the cursor stands on, and draw themselves anew in `decided`.

    They bind `judge('accepted')` and `judge('rejected')` where these belong among their keys.
    """

    def judged_here(self) -> Fact | Row | None:
        raise NotImplementedError

    def nothing_to_judge(self) -> str:
        """Says, in English, that the cursor stands on nothing to judge: the id of a sentence."""
        raise NotImplementedError

    def decided(self) -> None:
        raise NotImplementedError

    def judging(self, here: Fact | Row, answer: RowAnswer) -> None:
        """Shows an answer at once, before it is written down."""

    def judged(self, here: Fact | Row, *, done: bool) -> None:
        """Hears whether an answer was written down."""

    def action_judge(self, answer: str) -> None:
        here = self.judged_here()
        if here is None:
            self.tell(self.t(self.nothing_to_judge()), wrong=True)
        else:
            self.judging(here, RowAnswer(answer))
            self.act(self._judge, here, RowAnswer(answer))

    async def _judge(self, here: Fact | Row, answer: RowAnswer) -> None:
        accepted = answer is RowAnswer.ACCEPTED
        if isinstance(here, Row):
            passages = here.passages
            words = self.t("Row accepted.") if accepted else self.t("Row rejected.")
            done = await make(self, lambda library: library.judge(passages, answer), words=words)
        else:
            fact = here
            words = self.t("Fact accepted.") if accepted else self.t("Fact rejected.")
            done = await make(self, lambda library: library.judge_fact(fact, answer), words=words)
        self.judged(here, done=done)
        if done:
            self.decided()
