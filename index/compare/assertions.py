"""How each source asserts what it says: plainly, on somebody's word, or in the conditional."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.compare.statements import Statement
from index.french.saying_verbs import saying_verbs
from index.french.source_words import SOURCE
from index.model.article import Article
from index.model.comparison import Asserted, Manner
from index.model.text import Span

_S = r"[^\S\t-\r]"
_ANONYMOUS = re.compile(
    rf"""\b(?: sous{_S}(?:le{_S})?couvert{_S}(?:de{_S}l['’]|d['’])anonymat
      | (?:ayant|a|ont|qui{_S}a){_S}(?:requis|demandé|préféré|souhaité|exigé)(?:{_S}\w+){{0,3}}?{_S}(?:l['’]anonymat|anonymes?|garder{_S}l['’]anonymat)
      | sous{_S}condition{_S}d['’]anonymat | source{_S}anonyme
      | (?:une|des|plusieurs|deux|trois|certaines|de|selon{_S}(?:une|des|plusieurs)){_S}sources?(?:{_S}(?:proches?|bien{_S}informées?|concordantes?|diplomatiques?|policières?
          |judiciaires?|militaires?|sécuritaires?|gouvernementales?|officielles?|syndicales?|médicales?|hospitalières?|internes?|locales?|au{_S}sein))+ )""",
    re.VERBOSE | re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    rf"""(?<![\w'’-])(?: (?:n['’])?(?:aurait|auraient|serait|seraient) ) (?:{_S}(?:pas|déjà|également|ainsi|été|aussi|encore|alors|même|[^\W\d_]+ment))*
      {_S} [^\W\d_]{{2,}}(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|t|te|ts|tes|se|ses)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_HYPOTHESIS = re.compile(rf"\b(?:si|s['’]ils?|au{_S}cas{_S}où|à{_S}condition){_S}?", re.IGNORECASE)
_THAT = re.compile(rf"{_S}(?:[^\W\d_]+ment{_S})?(?:que{_S}|qu['’])")


def assertions(article: Article, own: Sequence[Statement]) -> Iterator[Asserted]:
    """The sentences that an article does not assert plainly, in order.

    Words in quotation marks are somebody's word, whatever their mood; a conditional after « si » is
    a hypothesis, not a rumour.
    """
    for statement in own:
        found = _manner(article, statement)
        if found is not None:
            manner, cue = found
            yield Asserted(article.id, statement.span, manner, cue)


def _manner(article: Article, statement: Statement) -> tuple[Manner, Span | None] | None:
    text, (start, end) = article.text, statement.span
    anonymous = _ANONYMOUS.search(text, start, end)
    if anonymous:
        return Manner.ANONYMOUS, Span(*anonymous.span())
    for conditional in _CONDITIONAL.finditer(text, start, end):
        span = Span(*conditional.span())
        quoted = any(mark.contains(span) for mark in statement.quoted)
        if not quoted and not _HYPOTHESIS.search(text, start, span.start):
            return Manner.CONDITIONAL, span
    cue = _attribution(article, statement)
    return (Manner.ATTRIBUTED, cue) if cue is not None else None


def _attribution(article: Article, statement: Statement) -> Span | None:
    text, (start, end) = article.text, statement.span
    source = next(
        (m for m in SOURCE.finditer(text, start, end) if not _inside(statement, m.start())), None
    )
    if source:
        return Span(*source.span())
    for quote in article.annotations.quotes:
        if quote.start < end and start < quote.end and quote.verb is not None:
            return quote.speaker_span or Span(max(start, quote.start), min(end, quote.end))
    for verb in saying_verbs(text, start, end):
        if _THAT.match(text, verb.end) and not _inside(statement, verb.start):
            return Span(verb.start, verb.end)
    return None


def _inside(statement: Statement, position: int) -> bool:
    return any(mark.start <= position < mark.end for mark in statement.quoted)
