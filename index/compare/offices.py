"""The offices and roles that sources give to one and the same person."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

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
_VERB_INSIDE = re.compile(
    r"\b(?:a|ont|est|sont|était|avait|avaient|sera|doit|dit|qui|que|dont|s['’]est|et[ \u00a0](?:le|la|l['’])|se)\b|\b(?:avec|selon)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:ex-?|ancien(?:ne)?\b|désormais ex)", re.IGNORECASE)


def offices_differing(
    articles: Sequence[Article], *, name_of: Callable[[EntityId], str]
) -> Iterator[Difference]:
    """One entry for each person to whom articles give offices that are not the same words.

    « ministre » against « ex-ministre » is a conflict to look at; other wordings are variants.
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
            _verdict([office for given in sides.values() for _, office in given], wordings),
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
    after = _AFTER.match(article.text, mention.end, sentence.end)
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


def _verdict(given: Sequence[str], wordings: dict[int, set[frozenset[str]]]) -> Verdict:
    former = [_FORMER.search(fold(office)) is not None for office in given]
    return Verdict.CONFLICT if any(former) and not all(former) else Verdict.VARIANT
