"""Different words of the sources for one thing: « accord-cadre » here, « protocole d'accord »
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.model.article import Article
from index.model.comparison import About, Difference, Passage, Row, Verdict
from index.model.text import Span
from index.text.folding import fold

_OF = r"(?:[ \u00a0](?:de[ \u00a0]|d['’])[^\W\d_]+)?"
_FAMILIES = {
    "accord": rf"accords?-cadres?|protocoles?[ \u00a0]d['’]accord|protocoles?|accords?{_OF}|mémorandums?{_OF}"
    rf"|conventions?{_OF}|traités?{_OF}|pactes?|ententes?|contrats?",
    "attaque": r"attentats?|attaques?|fusillades?|explosions?|agressions?|incidents?|assauts?",
    "manifestation": r"manifestations?|rassemblements?|émeutes?|marches?|cortèges?|défilés?",
    "meurtre": r"meurtres?|assassinats?|homicides?|féminicides?|exécutions?",
    "guerre": r"guerres?|conflits?|offensives?|invasions?|opérations?[ \u00a0]militaires?",
    "catastrophe": r"inondations?|crues?|débordements?|submersions?|tempêtes?|orages?|ouragans?",
}
_PATTERNS = {
    name: re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)
    for name, pattern in _FAMILIES.items()
}


def designations_differing(
    articles: Sequence[Article], rows: Sequence[Row]
) -> Iterator[Difference]:
    """One entry for each kind of thing that the sources of a row name with different words.

    Its sides show all words of that kind in the passages of the rows.
    """
    by_id = {article.id: article for article in articles}
    for name, pattern in _PATTERNS.items():
        found: dict[str, dict[Span, str]] = {}
        together = False
        for row in rows:
            sides = {
                passage.article: _named(by_id[passage.article].text, passage.spans, pattern)
                for passage in row.passages
            }
            if sum(bool(named) for named in sides.values()) < 2:
                continue
            together = True
            for article, named in sides.items():
                found.setdefault(article, {}).update(named)
        words = {article: set(named.values()) for article, named in found.items() if named}
        if not together or len(set().union(*words.values())) < 2:
            continue
        yield Difference(
            About.NAME,
            name,
            Verdict.VARIANT,
            tuple(
                Passage(article.id, tuple(sorted(found[article.id])))
                for article in articles
                if found.get(article.id)
            ),
        )


def _named(text: str, spans: Sequence[Span], pattern: re.Pattern[str]) -> dict[Span, str]:
    return {
        Span(*match.span()): re.sub(r"s\b", "", fold(match.group()).replace("’", "'"))
        for span in spans
        for match in pattern.finditer(text, span.start, span.end)
    }
