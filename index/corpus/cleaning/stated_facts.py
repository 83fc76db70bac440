"""The statements of a page's lines about its article."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.model.article import DateValue


@dataclass(slots=True)
class Facts:
    """The statements of a page's lines about its article, gathered while the page is read."""

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: list[DateValue] = field(default_factory=list)
    """The days of publication; those that a label names (« Publié le ») before the others."""
    labelled: int = 0
    """How many of them a label names."""
    modified: list[DateValue] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    """News agencies beside a day, as outlets stand there: « AFP, 2 mai 2023 »."""
    holders: list[str] = field(default_factory=list)
    """Who holds the rights: the outlet, its publisher, or the author."""
    name: str | None = None
    """The outlet's name as the page has it at its head and says it again."""
    followed: list[str] = field(default_factory=list)
    """Outlets that the page asks its reader to follow elsewhere."""
    avatars: list[str] = field(default_factory=list)
    """Names beside a small square picture, as authors have."""
    tags: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    """The pages of the article in print: « p. 12 »."""
    description: str | None = None
    language: str | None = None

    @property
    def outlets(self) -> list[str]:
        """All names that may be the outlet's, those in its lines before the holders of rights."""
        return [*self.sources, *self.holders]

    def add(self, header: Facts) -> None:
        """Adds what a single line states about author, dates, section, outlet and page."""
        self.authors.extend(header.authors)
        self.published[self.labelled : self.labelled] = header.published[: header.labelled]
        self.published.extend(header.published[header.labelled :])
        self.labelled += header.labelled
        self.modified.extend(header.modified)
        self.sections.extend(header.sections)
        self.sources.extend(header.sources)
        self.agencies.extend(header.agencies)
        self.pages.extend(header.pages)
