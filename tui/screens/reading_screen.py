"""One article: its text in a readable column, what it names beside it, the file it came from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal

from index.errors import RecoupeError
from index.export.gathering import Gathering
from index.export.material import Material, Subject
from index.interface.proof_words import file_words
from index.model.article import Article, ArticleId
from index.model.events import Event
from index.model.found import Hit
from index.model.text import Span
from index.notebook.keepable import Keepable, of_article, of_passage
from tui.keytable import bound
from tui.rendering import joined, truncated
from tui.screens.citing import citation
from tui.screens.decide.noting import notes_on
from tui.screens.events_screen import sources_of
from tui.screens.jotting import JottingScreen
from tui.screens.placing import PlaceScreen
from tui.screens.walking import WalkingScreen
from tui.session import Session
from tui.widgets.article_paper import ArticlePaper
from tui.widgets.articlecard import ArticleCard
from tui.widgets.hitlist import HitList
from tui.widgets.items import Items
from tui.widgets.raw import RawPaper
from tui.widgets.selecting import SelectablePaper

_PATIENCE = 0.2
"""Seconds for which the previous article may stay visible after another was asked for."""
MOST_ELSEWHERE = 8
"""How many other articles on the same event are named beside the text."""


class ReadingScreen(WalkingScreen, JottingScreen, PlaceScreen):
    CSS_PATH = "reading.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-two"), (160, "-wide")]
    BINDINGS = [
        bound("reading.raw", "raw", "Raw file",
                tooltip="The file as it is, beside the clean text"),
        bound("reading.event", "compare_event", "Versions",
                tooltip="Put this article beside the others on the same event"),
        bound("reading.note", "note", "Note", show=False,
                tooltip="Write a note on the passage that is selected or was just kept, else on this article"),
        bound("reading.retain", "retain", "Retain",
                tooltip="Retain this article to compare it; a selected passage goes into the notebook"),
        bound("reading.keep", "keep_article", "Keep the article", show=False,
                tooltip="Put this article into the notebook"),
        bound("export", "export", "Export", show=False,
                tooltip="Write this as a document: a dossier, a table, references…"),
        bound("reading.next", "article(1)", "Next article",
                tooltip="The next of the results"),
        bound("reading.previous", "article(-1)", "Previous article", show=False,
                tooltip="The result before this one"),
        bound("reading.previous-pane", "pane(-1)", "Previous pane", show=False),
        bound("reading.pane", "pane", "Entities",
                tooltip="To what the article names, and back to its text"),
    ]  # fmt: skip

    def __init__(
        self,
        session: Session,
        id: ArticleId,
        *,
        hits: Sequence[Hit] = (),
        at: Span | None = None,
        total: int = 0,
        top: int = 0,
    ) -> None:
        super().__init__(session, id, hits=hits, total=total)
        self._at = at
        self._top = top
        """The character that stands in the first line when the article is first shown."""
        self._event: Event | None = None
        self._just_kept: Keepable | None = None
        """The passage that was kept last, when nothing of it is selected any more."""

    def body(self) -> ComposeResult:
        with Horizontal(id="panes"):
            yield HitList(self.t, id="hits")
            yield SelectablePaper(self.t, id="text")
            yield RawPaper(self.t, id="raw")
            yield ArticleCard(self.t, id="card")

    def on_mount(self) -> None:
        self._card.border_title = joined(f" {self.t('In this article')} ")
        self.query_one(RawPaper).border_title = joined(f" {self.t('The file as it is')} ")
        self._text.focus()
        self._load()

    @property
    def _text(self) -> SelectablePaper:
        return self.query_one("#text", SelectablePaper)

    @property
    def _card(self) -> ArticleCard:
        return self.query_one("#card", ArticleCard)

    def help_topics(self) -> tuple[str, ...]:
        return ("reading", "signs")

    def _load(self) -> None:
        self._show_list()
        self.work("article", self._read, self._article_id)
        late = self.while_here(partial(self._say_loading, self._article_id))
        self.set_timer(_PATIENCE, late)

    def _say_loading(self, id: ArticleId) -> None:
        """Says that the article is loading, in place of the previous one, when it takes long."""
        shown = self._text.article
        if id == self._article_id and shown is not None and shown.id != id:
            self._text.say(self.t("Loading…"))
            self._text.border_title = joined(f" {id} ")
            self._text.border_subtitle = ""

    async def _read(self, id: ArticleId) -> None:
        desk = self.session.desk
        try:
            article = await desk.article(id)
            matches = await desk.matches(self.session.asked.query, article)
            self._show(article, matches)
            entities = await desk.entities_of(id)
            notes = notes_on(id, await desk.ask(lambda library: library.decisions()))
            self.look_at_notebook()
        except RecoupeError as error:
            self._text.say(self.session.told(error))
            return
        if id == self._article_id:
            self._card.show(article, entities, notes=[note.note for note in notes])
            self.work("event", self._find_event, id)

    async def _find_event(self, id: ArticleId) -> None:
        """The other articles on the same event, when the desk has grouped them."""
        self._event = None
        desk = self.session.desk
        try:
            events = await desk.events()
            mine = (e for e in events if any(one.article == id for one in e.articles))
            event = next(mine, None)
            if event is None:
                return
            others = [one.article for one in event.articles if one.article != id]
            articles = await desk.articles(others[:MOST_ELSEWHERE])
        except RecoupeError:
            return  # the article can be read without its event
        if id == self._article_id:
            self._event = event
            self._card.show_event(event, articles)
            self.refresh_bindings()

    @on(ArticleCard.ArticleChosen)
    def _article_chosen(self, event: ArticleCard.ArticleChosen) -> None:
        self.app.push_screen(self.session.doors.reading(event.id))

    def action_compare(self) -> None:
        """Compares what is retained; where that is too little, this article and the others on its event."""
        kept = self.session.kept.articles
        if not kept and self._event is not None:
            self.action_compare_event()
        else:
            super().action_compare()

    def action_compare_event(self) -> None:
        """Compares this article with the others on the same event."""
        ids = sources_of(self._event, self._article_id) if self._event else ()
        if len(ids) >= 2:
            self.app.push_screen(self.session.doors.compare(ids))
        else:
            self.tell(self.t("No other article reports this event."))

    def _show(self, article: Article, matches: tuple[Span, ...]) -> None:
        if article.id != self._article_id:
            return
        self._text.show(article, matches)
        if self._at is not None:
            self.call_after_refresh(self._text.go_to, self._at)
            self._at = None
        elif self._top:
            self.call_after_refresh(self._text.put_on_top, self._top)
            self._top = 0
        elif self._enter_from and matches:
            target = matches[0] if self._enter_from > 0 else matches[-1]
            self.call_after_refresh(self._text.go_to, target)
        self._enter_from = 0
        self.call_after_refresh(self._leave_desk)
        self._title(article)
        if self.has_class("-raw"):
            self._load_raw()

    def _title(self, article: Article) -> None:
        t = self.t
        place = self._place()
        facts = [article.path]
        if place is not None:
            facts.insert(0, f"{place + 1}/{self.t.number(self._total)}")
        letter = self.session.kept.letter(article.id)
        self._text.border_title = joined(
            " ",
            (f"✓{letter} " if letter else "", "mark--kept"),
            ("✎ " if article.id in self.session.marks.articles else "", "mark--kept"),
            truncated(joined(" · ".join(facts)), max(10, self._text.size.width - 10)),
            " ",
        )
        aside = sum(bool(text.strip()) for text in article.set_aside_texts)
        words = []
        if self.session.asked.query.strip():
            words.append(t.count("{n} match", "{n} matches", len(self._text.matches)))
        if aside:
            words.append(t.count("{n} passage set aside (z)", "{n} passages set aside (z)", aside))
        self._text.border_subtitle = joined(f" {' · '.join(words)} " if words else "")

    def decided(self) -> None:
        self._load()

    # The file beside the text

    def action_note(self) -> None:
        just = self._kept_in_view()
        if self._text.chosen is not None:
            self.action_jot()
        elif just is not None:
            self.jot(just, noting=True)
        else:
            self._note_on_article()

    def _kept_in_view(self) -> Keepable | None:
        """The passage just kept, as long as the notebook holds it and the reader went nowhere else."""
        just = self._just_kept
        if just is None or just.id not in self.session.marks.ids or self._text.here is not None:
            return None
        place = just.places[0]
        if place.article != self._article_id or place.span is None:
            return None
        return just if self._text.sees(place.span) else None

    @on(ArticleCard.NotesChosen)
    def _note_on_article(self) -> None:
        article = self._text.article
        if article is not None:
            screen = self.session.doors.note(article.id, title=article.title)
            self.app.push_screen(screen, lambda _: self._load())

    # What the article names

    def action_pane(self, by: int = 1) -> None:
        """Goes from pane to pane: the results where they have room, the text, what it names."""
        self.all_panes()
        panes = (
            [self._list, self._text, self._card] if self._list.display else [self._text, self._card]
        )
        here = next((n for n, pane in enumerate(panes) if pane is self.focused), 0)
        target = panes[(here + by) % len(panes)]
        if target is self._card:
            self.remove_class("-raw")
        self.set_class(target is self._card, "-on-card")
        self.call_after_refresh(target.focus)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.set_class(event.widget is self._card, "-on-card")

    @on(Items.Highlighted, "#card")
    def _look_at(self, event: Items.Highlighted) -> None:
        """Shows the first mention of what the cursor stands on."""
        article = self._text.article
        sort, _, id = event.key.partition(":")
        if article is not None and sort == "entity":
            for mention in article.annotations.mentions:
                if mention.entity == id:
                    self._text.go_to(Span(mention.start, mention.end))
                    return

    @on(ArticleCard.PlaceChosen)
    def _go_to_place(self, event: ArticleCard.PlaceChosen) -> None:
        self._text.go_to(event.span)
        self._text.focus()

    @on(ArticleCard.EntityChosen)
    def _entity_chosen(self, event: ArticleCard.EntityChosen) -> None:
        self.open_card(event.entity)

    @on(ArticlePaper.MentionOpened)
    def _mention_opened(self, event: ArticlePaper.MentionOpened) -> None:
        self.open_card(event.entity)

    def article_here(self) -> ArticleId:
        return self._article_id

    def citation_here(self) -> str:
        article = self._text.article
        if article is None:
            return ""
        chosen = self._text.chosen
        return citation(
            self.t,
            article.title if chosen is None else chosen.of(article.text),
            source=article.source,
            published=article.published,
            file=file_words(self.t, article.path, article.id),
        )

    def offset_here(self) -> int:
        """The place of what is selected or current, else of the first visible line."""
        place = self._text.chosen or self._text.here
        return place.start if place else self._text.sheet.offset_at(self._text.top)

    def keepable_here(self) -> Keepable | None:
        """The passage that is selected, else the article."""
        article, chosen = self._text.article, self._text.chosen
        if article is None:
            return None
        return of_article(article.id) if chosen is None else of_passage(article, chosen)

    def action_retain(self) -> None:
        if self._text.chosen is not None:
            self.jot(self.keepable_here())
        else:
            self.keep(self._article_id)

    def action_keep_article(self) -> None:
        self.jot(of_article(self._article_id))

    def jotted(self, wanted: Keepable) -> None:
        self._text.clear_chosen()
        self._just_kept = wanted

    def marks_changed(self) -> None:
        self.work("noted", self._show_noted, self._article_id)

    async def _show_noted(self, id: ArticleId) -> None:
        """Marks what the notebook holds of the article."""
        noted = await self.session.desk.ask(lambda library: library.noted())
        proofs = [proof for one in noted for proof in one.proofs if proof.article == id]
        spans = tuple(p.span for p in proofs if p.span is not None and p.part == "text")
        if id != self._article_id or self._text.article is None:
            return
        self._title(self._text.article)
        if spans != self._text.noted:
            self._text.noted = spans
            self._text.redraw()

    def action_export(self) -> None:
        article = self._text.article
        if article is not None:

            def gathered(gathering: Gathering) -> Material:
                return gathering.articles([article.id])

            self.app.push_screen(
                self.session.doors.export(Subject.RESULTS, article.title, gathered)
            )

    def kept_changed(self) -> None:
        super().kept_changed()
        if self._text.article is not None:
            self._title(self._text.article)

    def action_back(self) -> None:
        if self.focused is self._card:
            self.remove_class("-on-card")
            self._text.focus()
        elif self.has_class("-raw"):
            self.action_raw()
        else:
            super().action_back()
