"""Lines that name others than the author: who translated, drew, presented or paid, and what is asked about the author.

« Traduit de l’anglais par X », « Illustration de X », « En partenariat avec X », « Voir le profil de X » stand around an
article and are no part of it.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.name_looks import is_name, is_person
from index.corpus.cleaning.outlets import could_be_outlet
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.reasons import Reason

_DONE_BY = re.compile(
    r"(?:texte |article |entretien |[ée]mission )?(?:traduit|adapt[ée]|relu|[ée]dit[ée]|valid[ée]|corrig[ée]|v[ée]rifi[ée]|mis en (?:ligne|page|images?|ondes)|lu|dit|racont[ée]"
    r"|pr[ée]sent[ée]|r[ée]alis[ée]|produit|mont[ée]|illustr[ée]|financ[ée]|sponsoris[ée]|parrain[ée]|offert|propos[ée]|coordonn[ée]|supervis[ée])e?s?"
    r"(?: (?:de l[’']|du )\w+)?(?: et \w+)? par (?P<name>\S.{1,50})",
    re.IGNORECASE,
)
_WORK_OF = re.compile(
    r"(?:traduction|illustrations?|dessins?|infographies?|cartographie|graphiques?|r[ée]alisation|montage|musique|maquette|mise en page|iconographie|relecture"
    r"|(?:avec )?(?:notre |nos |l[’'])?invit[ée]e?s?|photos?|photographies?)(?:\s*:\s*|\s+(?:de\s+|d[’']|par\s+)?)(?P<name>\S.{2,50})",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:en partenariat avec|avec le soutien d[eu]|[ée]crire [àa]|contacter|suivre|(?:voir|consulter) (?:le profil|la page|tous les articles|les articles) d[eu]|(?:tous |toutes )?(?:les|ses) (?:derniers )?(?:articles|papiers|billets) d[eu]"
    r"|(?:un grand )?mercis? [àa]|remerciements [àa]|nos remerciements [àa])\s+(?P<name>\S.{2,50})",
    re.IGNORECASE,
)
_OF_AUTHOR = re.compile(
    r"(?:voir|lire|consulter|retrouver) (?:tous )?ses (?:derniers )?articles", re.IGNORECASE
)
_LOOKS = (Look.SHORT, Look.AUTHOR_BOX, Look.RELATED)


def judge_crew(page: Page, first: int, last: int) -> None:
    """Sets such lines aside between the title and the first paragraph, and below the last one."""
    start = page.title + 1 if page.title is not None else 0
    for at in (*range(start, first), *range(last + 1, len(page.lines))):
        if page.look(at) in _LOOKS and page.is_open(at) and is_crew(page.text(at)):
            page.reasons[at] = Reason.METADATA


def judge_counts(page: Page, end: int) -> None:
    """Sets bare figures below the title aside: how many liked it, commented on it."""
    for at in range(page.title + 1 if page.title is not None else end, end):
        if page.text(at).isdigit() and page.is_short(at):
            page.reasons[at] = Reason.INTERFACE


def is_crew(text: str) -> bool:
    """Whether a line names somebody beside the author."""
    if text[-1] in ".!?":
        return False
    if _OF_AUTHOR.fullmatch(text):
        return True
    done = _DONE_BY.fullmatch(text)
    if done is not None:
        return done["name"][0].isupper() or could_be_outlet(
            done["name"].removeprefix("la ").removeprefix("le ")
        )
    named = _WORK_OF.fullmatch(text) or _ASKED.fullmatch(text)
    return named is not None and (
        is_person(named["name"]) or (named.re is _ASKED and is_name(named["name"]))
    )
