"""Which of the authors that a page states are nobody who wrote: the outlet itself, an account, who made the site."""

from __future__ import annotations

import re
from dataclasses import replace

from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.possible_names import is_account
from index.corpus.document import Stated


def without_labels(stated: Stated) -> Stated:
    """The statements of a page without such authors; « Le Phare » of Le Phare is no author, « La rédaction » may be one."""
    if stated.author is None:
        return stated
    outlet = _bare(stated.source or "")
    names = [
        name for name in stated.author.split(", ") if not is_account(name) and _bare(name) != outlet
    ]
    return replace(stated, author=", ".join(names) or None)


def _bare(name: str) -> str:
    """The plain form of an outlet's name without its article and its ending: « Le Phare », « lephare.fr »."""
    return re.sub(r"^(?:le|la|les|l') ?|\.[a-z]{2,7}$", "", plain(name))
