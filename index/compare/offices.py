"""The offices and roles that sources give to one and the same person."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from index.french.function_words import FUNCTION_WORDS
from index.french.stems import FrenchStemmer
from index.french.tokens import fold, tokenize
from index.model.article import Article, EntityId, Kind, Mention
from index.model.comparison import About, Difference, Passage, Verdict
from index.model.text import Span

_OFFICES = (
    "ministre président présidente directeur directrice chef cheffe secrétaire porte-parole général"
    " colonel amiral commandant commandante inspecteur inspectrice patron patronne député députée"
    " sénateur sénatrice maire roi reine prince princesse ambassadeur ambassadrice conseiller"
    " conseillère gouverneur gouverneure préfet préfète procureur procureure juge avocat avocate"
    " responsable fondateur fondatrice dirigeant dirigeante leader candidat candidate professeur"
    " professeure entraîneur sélectionneur capitaine numéro chancelier chancelière"
    " vice-président vice-présidente commissaire délégué déléguée représentant représentante"
    " coprésident coprésidente pdg dg gérant économiste chercheur chercheuse épidémiologiste"
    " infectiologue médecin chirurgien écrivain écrivaine auteur auteure acteur actrice chanteur"
    " chanteuse réalisateur réalisatrice journaliste homologue héritier héritière envoyé envoyée"
    " coordinateur coordinatrice trésorier trésorière adjoint adjointe administrateur"
    " administratrice analyste expert experte spécialiste militant militante opposant opposante"
).split()
_OFFICE = rf"(?:(?:ex|vice|sous|co)-?|premier[ \u00a0]|première[ \u00a0])?(?:{'|'.join(sorted(_OFFICES, key=len, reverse=True))})"
_INSIDE = r"[^\n,;:.!?()«»“”\"]"
_BEFORE = re.compile(
    rf"(?:\b(?:le|la|les|l['’]|un|une|du|au|des|de|son|sa|par|celle|celui|ancien|ancienne|nouveau|nouvelle|[Ll]['’]ex-|ex-)[ \u00a0]?)?"
    rf"\b(?P<office>(?:ancien(?:ne)?[ \u00a0]|futur(?:e)?[ \u00a0]|nouveau[ \u00a0]|nouvelle[ \u00a0])?{_OFFICE}\b{_INSIDE}{{0,110}}?)[ \u00a0]?,?[ \u00a0]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"[ \u00a0]*(?:,[ \u00a0](?:(?:le|la|l['’]|un|une|désormais|alors|également|aussi)[ \u00a0]?){{0,2}}|\()(?P<office>(?:ancien(?:ne)?[ \u00a0]|futur(?:e)?[ \u00a0]|nouveau[ \u00a0]|nouvelle[ \u00a0])?{_OFFICE}\b{_INSIDE}{{0,110}})(?=[,;:.!?)\n]|$)",
    re.IGNORECASE,
)
_PROFESSION = re.compile(
    r"[ \u00a0]*,[ \u00a0](?P<office>(?:(?:ancien(?:ne)?|alors|désormais)[ \u00a0]|ex-)?"
    r"[^\W\d_-]{3,}(?:eure?|euse|rice|iste|logue|ien|ienne|ier|ière|aire|graphe)s?"
    r"[ \u00a0](?:de[ \u00a0]|du[ \u00a0]|des[ \u00a0]|d['’]|au[ \u00a0]|aux[ \u00a0]|à[ \u00a0]|en[ \u00a0]|chez[ \u00a0])"
    rf"{_INSIDE}{{1,110}})(?=[,;:.!?)\n]|$)"
)
"""« Nom, hydrologue au service … »: what somebody does, by its ending and what follows it."""
_THEN = re.compile(r"\b(?:alors|à l['’]époque)[ \u00a0,]*$", re.IGNORECASE)
_SOON = 31
"""Days between two articles within which an office does not change unnoticed."""
_VERB_INSIDE = re.compile(
    r"\b(?:a|ont|est|sont|était|avait|avaient|sera|doit|dit|qui|que|dont|s['’]est|et[ \u00a0](?:le|la|l['’])|se)\b|\b(?:avec|selon)\b",
    re.IGNORECASE,
)
_MARKS = frozenset(("ex", "ancien", "ancienne", "l", "le", "la", "alors", "desormais"))
_FORMER = re.compile(r"\b(?:ex-?|ancien(?:ne)?\b|désormais ex)", re.IGNORECASE)


def offices_differing(
    articles: Sequence[Article], *, name_of: Callable[[EntityId], str]
) -> Iterator[Difference]:
    """One entry for each person to whom articles give offices that are not the same words.

    « ministre » against « ex-ministre » in the same weeks is a conflict to look at; otherwise it is
    a change, and other wordings are variants.
    """
    stemmer = FrenchStemmer()
    found: dict[EntityId, dict[int, list[tuple[Span, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for side, article in enumerate(articles):
        for mention in article.annotations.mentions:
            if mention.kind is Kind.PERSON:
                for span in offices(article, mention):
                    found[mention.entity][side].append((span, span.of(article.text)))
    for entity, sides in found.items():
        if len(sides) < 2:
            continue
        wordings = {
            side: {_key(office, stemmer) for _, office in given} for side, given in sides.items()
        }
        if len(set().union(*wordings.values())) < 2:
            continue
        yield Difference(
            About.ROLE,
            name_of(entity),
            _verdict([(articles[side], span) for side in sides for span, _ in sides[side]]),
            tuple(
                Passage(articles[side].id, tuple(sorted(span for span, _ in sides[side])))
                for side in sorted(sides)
            ),
        )


def offices(article: Article, mention: Mention) -> tuple[Span, ...]:
    """Where an article says what somebody is, right before or after the name."""
    sentence = next(
        (s for s in article.annotations.sentences if s.start <= mention.start < s.end),
        Span(mention.start, mention.end),
    )
    found = []
    others = [
        other.start
        for other in article.annotations.mentions
        if other.kind is Kind.PERSON
        and other.end <= mention.start
        and other.entity != mention.entity
    ]
    floor = max([sentence.start, *(start for start in others if start >= sentence.start)])
    lead = article.text[floor : mention.start]
    before = _BEFORE.search(lead)
    if before and not _VERB_INSIDE.search(before["office"]):
        start = floor + before.start("office")
        found.append(_trimmed(article.text, start, floor + before.end("office")))
    after = _AFTER.match(article.text, mention.end, sentence.end) or _PROFESSION.match(
        article.text, mention.end, sentence.end
    )
    if after and not _VERB_INSIDE.search(after["office"]):
        found.append(_trimmed(article.text, after.start("office"), after.end("office")))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " \u00a0,":
        end -= 1
    # « l'ex-ministre »: what makes it a former office belongs to it.
    former = re.search(r"(?:ex-|ancien(?:ne)? )$", text[max(0, start - 9) : start], re.IGNORECASE)
    return Span(start - len(former.group()) if former else start, end)


def _key(office: str, stemmer: FrenchStemmer) -> frozenset[str]:
    return frozenset(
        stemmer.stem(token.exact)
        for token in tokenize(office)
        if not token.elided and token.exact not in FUNCTION_WORDS
    )


def _verdict(given: Sequence[tuple[Article, Span]]) -> Verdict:
    """A conflict when one source calls former what another of the same weeks calls present.

    « alors ministre » and an older article's « ministre » are what the former one was.
    """
    for article, span in given:
        for other, counterpart in given:
            if (
                article is not other
                and _is_former(article, span)
                and not _is_former(other, counterpart)
                and not _THEN.search(other.text[max(0, counterpart.start - 12) : counterpart.start])
                and _same_office(span.of(article.text), counterpart.of(other.text))
                and _of_the_same_weeks(article, other)
            ):
                return Verdict.CONFLICT
    return Verdict.VARIANT


def _is_former(article: Article, span: Span) -> bool:
    return _FORMER.search(fold(span.of(article.text))) is not None


def _same_office(one: str, other: str) -> bool:
    """Whether the words that name the office itself are the same: « ex-ministre », « ministre »."""
    return _head(one) == _head(other)


def _head(office: str) -> str:
    words = [word for word in re.split(r"[^\w]+", fold(office)) if word]
    return next((word for word in words if word not in _MARKS), "")


def _of_the_same_weeks(one: Article, other: Article) -> bool:
    (a, b) = (article.published.earliest for article in (one, other))
    if a is None or b is None:
        return False
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _SOON
