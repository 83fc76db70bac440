"""What a line beside the title of an article says of it: « La Gazette du Port, 17 janvier 2023 », « jeudi 11 mai 2023 | Luc Amiel »."""

from __future__ import annotations

from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.cleaning.headers import read_header
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.fields import Field, Value

_SHORT = 110


def said_beside(line: str) -> list[tuple[Field, Value]]:
    """What a line beside a title says of its article; nothing for any other line."""
    if len(line) > _SHORT:
        return []
    if (told := outlet_and_date(line)) is not None:
        return told
    facts = Facts()
    if not read_header(line, facts):
        return []
    pairs: list[tuple[Field, Value]] = [(Field.AUTHOR, ", ".join(facts.authors))]
    pairs += [(Field.PUBLISHED, day.value or "") for day in facts.published[:1]]
    pairs += [(Field.SOURCE, name) for name in facts.sources[:1]]
    pairs += [(Field.SECTION, name) for name in facts.sections[:1]]
    pairs += [(Field.PAGE, page) for page in facts.pages[:1]]
    return [(field, value) for field, value in pairs if value]
