"""Blocks of a page: links to other articles, readers' comments, sign-up boxes."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from index.corpus.cleaning import links, phrases
from index.corpus.cleaning.line_looks import Look, is_title_like
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.teasers import read_teasers

_SAYS = re.compile(r"(.{2,40}?)\s(?:dit|a dit|a écrit|a répondu|says|said)\s?:\s*", re.IGNORECASE)
"""A line that gives the next ones to somebody: a reader's comment or a speaker of the article."""
_ANSWER = re.compile(
    r"(?:\d+ )?(?:repondre|reply)(?: \d+)?(?: ?[|·•/-]? ?(?:signaler|partager|citer|j'aime|report)(?: (?:un abus|ce commentaire))?)*"
)
_QUOTED = tuple('«“"‹—–')
_PITCH = re.compile(
    r"\b(?:retrouve[zr]|rece(?:vez|voir)|inscri|chaque|abonn|newsletter|mail|rédaction|sélection|actualité|alertes?|infos?)",
    re.IGNORECASE,
)
_INVITES = frozenset((Reason.SUBSCRIPTION, Reason.SOCIAL))
_LETTER = re.compile(
    r"(?:la |le |les |l')?(?:matinale|brief|essentiel|quotidienne|hebdomadaire|lettre|resume)(?: (?:du|de|de la|des) .{2,20})?"
)
_WISH = re.compile(
    r"(?:si vous (?:voulez|aimez|souhaitez)|envie de|pour ne rien (?:rater|manquer))\b.*[^.?!]"
)
_BARE = re.compile(r"(?:Lire|LIRE|Voir|VOIR|Écouter|Relire)\s+(?=[A-ZÀ-Ý«“\"])")
_SEEN = re.compile(
    r"(?:VIDÉOS?|PHOTOS?|EN IMAGES|DIAPORAMA|PODCAST|CARTE|INFOGRAPHIE|INTERACTIF|EN VIDÉO)\s?[.:|]\s+(?=[A-ZÀ-Ý«“\"])"
)
"""A label in capitals before the title of a film or of pictures: « VIDÉO. La digue filmée par un drone »."""
_READ_IT = re.compile(r"(?:lire|voir) (?:l'article|la suite|le sujet|plus)")
_IN_BRACKETS = re.compile(r"(?:[•*+·-] )?(?:\[(?!…|\.\.\.)[^\[\]]{2,80}\][\s|·•]*)+")
_FEWEST_BRACKETED = 4
_FEWEST_LINKED = 4
"""The fewest words of « Lire » with a title."""
_LONGEST_LINK = 180
_FILM = 20
"""The most words of the title of a film."""
_BOX = 3
"""The most lines between the two ends of a sign-up box."""
_PITCH_WORDS = 40
_CONTENTS = re.compile(r"(?:au )?sommaire|dans cet article|table des matieres|plan de l'article")


def judge_links(page: Page) -> None:
    """Sets aside cross-links and blocks of teasers, with the titles that they point to."""
    at = 0
    while at < len(page.lines):
        look = page.look(at)
        if not page.is_open(at):
            at += 1
        elif look is Look.CROSS_LINK:
            at = _judge_cross_link(page, at)
        elif look is Look.SHORT and _is_bare_link(page, at):
            page.reasons[at] = Reason.CROSS_LINK
            page.related.append(_BARE.sub("", page.text(at)))
            at += 1
        elif look is Look.SHORT and _is_button_s_title(page, at):
            page.reasons[at] = Reason.CROSS_LINK
            page.related.append(page.text(at))
            at += 1
        elif look in (Look.SHORT, Look.PROSE) and _is_film(page, at):
            page.reasons[at] = Reason.CROSS_LINK
            page.related.append(_SEEN.sub("", page.text(at)))
            at += 1
        elif look is Look.RELATED:
            at = _judge_block(page, at)
        elif look is Look.AUTHOR_BOX:
            at = _judge_author_box(page, at)
        else:
            at += 1


def judge_bracketed(page: Page) -> None:
    """Sets aside the links and pictures that browsers for terminals write in brackets: « [Accueil]
    [Enquêtes] », « • [Répondre] ». An editor's « [Encadré] » stands alone on its page.
    """
    found = [
        at
        for at, line in enumerate(page.lines)
        if line.text[-1] == "]" and "[" in line.text[:4] and _IN_BRACKETS.fullmatch(line.text)
    ]
    if len(found) >= _FEWEST_BRACKETED:
        for at in found:
            if page.is_open(at):
                page.reasons[at] = Reason.INTERFACE


def _is_bare_link(page: Page, at: int) -> bool:
    """Whether a line between two paragraphs is « Lire Le port rouvre »; above them it may be the title."""
    text = page.text(at)
    if not _BARE.match(text) or not is_title_like(text) or len(text.split()) < _FEWEST_LINKED:
        return False
    return page.is_prose(at - 1) if at else False


def _is_button_s_title(page: Page, at: int) -> bool:
    """Whether a line among paragraphs is the title of another article: « Lire l’article » is below it."""
    below = page.plains[at + 1] if at + 1 < len(page.lines) else ""
    return (
        _READ_IT.fullmatch(below) is not None
        and is_title_like(page.text(at))
        and len(page.text(at).split()) >= _FEWEST_LINKED
        and any(page.is_prose(other) for other in range(at))
    )


def _is_film(page: Page, at: int) -> bool:
    """Whether a line among paragraphs is the title of a film or of pictures shown there."""
    text = page.text(at)
    return (
        _SEEN.match(text) is not None
        and len(text) <= _LONGEST_LINK
        and is_title_like(_SEEN.sub("", text))
        and len(text.split()) <= _FILM
        and any(page.is_prose(other) for other in range(at))
    )


def _judge_cross_link(page: Page, at: int) -> int:
    link = links.read_cross_link(page.text(at))
    if link is not None and link.title:
        page.reasons[at] = Reason.CROSS_LINK
        page.related.append(link.title)
        return at + 1
    if len(read_teasers(page, at).titles) > 1:
        return _judge_block(page, at)
    page.reasons[at] = Reason.CROSS_LINK
    after = at + 1
    if after < len(page.lines) and page.is_open(after):
        text = page.text(after)
        if is_title_like(text) and len(text.split()) > 2:
            page.reasons[after] = Reason.CROSS_LINK
            page.related.append(text)
            return after + 1
    return after


def _judge_block(page: Page, header: int) -> int:
    """Sets aside a header such as « Sur le même sujet » with its block; gives the line after it."""
    block = read_teasers(page, header)
    if not block.lines:
        # Without a block, it may be a heading of the article, unless it speaks of the page.
        if links.is_own_offer(page.text(header)):
            page.reasons[header] = Reason.CROSS_LINK
        elif not any(page.is_prose(at) for at in range(header)):
            words = len(page.text(header).split())
            page.reasons[header] = phrases.reason_of(page.plains[header], words=words)
        return header + 1
    page.reasons[header] = Reason.TEASER
    for at in block.lines:
        if page.is_open(at):
            page.reasons[at] = Reason.TEASER
    page.related.extend(page.text(at) for at in block.titles)
    return block.end


def _judge_author_box(page: Page, header: int) -> int:
    """Sets aside « À propos de l'auteur » with the one paragraph below it."""
    if not any(page.is_prose(at) for at in range(header)):
        return header + 1
    page.reasons[header] = Reason.INTERFACE
    after = [at for at in range(header + 1, len(page.lines)) if page.is_open(at)]
    if sum(page.look(at) is Look.PROSE for at in after) > 1:
        return header + 1
    for at in after:
        if page.look(at) is Look.RELATED:
            break
        page.reasons[at] = Reason.INTERFACE
        if page.look(at) is Look.PROSE:
            return at + 1
    return header + 1


def judge_contents(page: Page) -> None:
    """Sets aside « Sommaire » with the headings below it, if each of them stands in the article
    again.
    """
    headers = [at for at, simple in enumerate(page.plains) if _CONTENTS.fullmatch(simple)]
    later = Counter(page.plains) if headers else Counter()
    for header in headers:
        at = header + 1
        while at < len(page.lines) and page.plains[at] and later[page.plains[at]] > 1:
            at += 1
        for line in range(header, at) if at > header + 1 else ():
            page.reasons[line] = Reason.INTERFACE


def judge_subscriptions(page: Page) -> None:
    """Sets aside the lines between « Newsletter » and « S'inscrire », which advertise the
    newsletter.
    """
    for at, reason in enumerate(page.reasons):
        if reason in _INVITES and at and page.is_open(at - 1) and _invites(page, at - 1):
            page.reasons[at - 1] = reason
    marks = [at for at, reason in enumerate(page.reasons) if reason is Reason.SUBSCRIPTION]
    for start, end in pairwise(marks):
        inner = [at for at in range(start + 1, end) if page.is_open(at)]
        if not inner or end - start - 1 > _BOX:
            continue
        if all(_is_pitch(page, at) for at in inner):
            for at in inner:
                page.reasons[at] = Reason.SUBSCRIPTION


def _invites(page: Page, at: int) -> bool:
    """Whether a short line above an invitation is its title or its first words."""
    simple = page.plains[at].rstrip(".")
    return page.is_short(at) and bool(_LETTER.fullmatch(simple) or _WISH.fullmatch(simple))


def _is_pitch(page: Page, at: int) -> bool:
    words = len(page.text(at).split())
    return words <= 6 or (words <= _PITCH_WORDS and bool(_PITCH.search(page.text(at))))


def judge_comments(page: Page) -> None:
    """Sets aside readers' words, after the invitation to comment or the first « … dit : ».

    This needs less text after than before it: a counter of comments may stand under the title.
    """
    starts = [at for at in range(len(page.lines)) if page.look(at) is Look.COMMENTS]
    prose = page.prose()
    below = next((at for at in starts if prose and at > prose[-1]), len(page.lines))
    for at in range(below, len(page.lines)):
        # After the counter at the foot of a page, short lines are a reader's words.
        if page.is_short(at):
            page.reasons[at] = Reason.COMMENTS
    said = [at for at in range(len(page.lines)) if _gives_to_reader(page, at)]
    if not starts and not said:
        return
    start = _start_of_comments(page, starts, said)
    for at in starts:
        if page.is_open(at):
            page.reasons[at] = Reason.COMMENTS
    if start is None:
        return
    for at in range(start, len(page.lines)):
        if page.is_open(at) and page.look(at) is not Look.RELATED:
            page.reasons[at] = Reason.COMMENTS


def _gives_to_reader(page: Page, at: int) -> bool:
    """Whether a line gives the next ones to a reader.

    The article gives them to its own speaker where they stand in quotation marks, and where its
    prose above has already named him.
    """
    text = page.text(at)
    given = _SAYS.fullmatch(text) if text.rstrip().endswith(":") else None
    if given is None:
        return False
    below = next((line for line in range(at + 1, len(page.lines)) if page.text(line)), None)
    if below is not None and page.text(below).startswith(_QUOTED):
        return False
    name = given[1].split()[-1]
    return not any(name in page.text(line) for line in page.prose() if line < at)


def _is_answered(page: Page, counter: int) -> bool:
    """Whether a button to answer stands below a counter of comments, as each comment has one."""
    return any(_ANSWER.fullmatch(page.plains[at]) for at in range(counter + 1, len(page.lines)))


def _start_of_comments(page: Page, starts: list[int], said: list[int]) -> int | None:
    if not starts and not said:
        return None
    lengths = [len(page.text(at)) if page.is_prose(at) else 0 for at in range(len(page.lines))]
    total = sum(lengths)
    invited = [at for at in starts if not links.is_comments_counter(page.text(at))]
    for at in sorted({*starts, *said}):
        before = sum(lengths[:at])
        if not before:
            continue
        told = bool(invited) or any(other >= at for other in said) or _is_answered(page, at)
        if at in starts and not told:
            continue
        if at in said and not (starts or len(said) > 1):
            continue
        enough = before * 2 >= total or (bool(said) and min(said) - at <= 3 and before > 300)
        if enough:
            return at
    return None
