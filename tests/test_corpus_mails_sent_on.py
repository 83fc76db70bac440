"""Mails that were forwarded or answered: their heads are no facts, their quoted lines are text."""

from __future__ import annotations

import textwrap

import pytest

from index.corpus.file_reading import raw_text, read
from index.corpus.formats.quoted import unquoted
from index.corpus.strand import identity
from index.model.article import Article

TITLE = "Le port rouvre après trois semaines de grève"
TEXTS = (
    "Les dockers ont voté la reprise du travail mardi matin, après trois semaines de grève qui ont paralysé le terminal.",
    "« Nous avons obtenu l’essentiel », a déclaré Jeanne Martin, déléguée du personnel, devant deux cents salariés.",
)
AFTER = "« La direction promet un plan d’embauche avant l’été », et deux cents salariés l’ont applaudie sur le quai."
ARTICLE = "\n\n".join(
    [TITLE, "Par Yann Le Gall", "La Gazette du Port, mardi 17 janvier 2023", *TEXTS]
)


def quoted(text: str, sign: str = "> ") -> str:
    lines = (textwrap.fill(line, 68) if line else "" for line in text.split("\n"))
    return "\n".join(f"{sign}{line}".rstrip() for line in "\n".join(lines).split("\n"))


def read_one(text: str, name: str = "m.txt") -> Article:
    found = [one for one in read(text.encode(), relative=name) if isinstance(one, Article)]
    assert len(found) == 1
    return found[0]


HEADS = {
    "fr": "De : Paul Renard <paul@example.org>\nEnvoyé : mercredi 18 janvier 2023 08:15\nÀ : Desk <desk@example.org>\nObjet : TR : Le port rouvre",
    "fr, Thunderbird": "-------- Message transféré --------\nSujet : \tLe port rouvre\nDate : \tWed, 18 Jan 2023 08:15:00 +0100\nDe : \tPaul Renard <paul@example.org>\nPour : \tDesk <desk@example.org>",
    "en": "-----Original Message-----\nFrom: Paul Renard\nSent: Wednesday, January 18, 2023 8:15 AM\nTo: Desk\nCc: Luc Amiel\nSubject: FW: Le port rouvre",
    "de": "Von: Paul Renard\nGesendet: Mittwoch, 18. Januar 2023 08:15\nAn: Desk\nBetreff: WG: Le port rouvre",
    "es": "De: Paul Renard <paul@example.org>\nFecha: mié, 18 ene 2023 a las 8:15\nAsunto: RV: Le port rouvre\nPara: Desk",
    "nl": "Van: Paul Renard\nVerzonden: woensdag 18 januari 2023 08:15\nAan: Desk\nOnderwerp: Le port rouvre",
    "it": "Da: Paul Renard\nInviato: mercoledì 18 gennaio 2023 08:15\nA: Desk\nOggetto: I: Le port rouvre",
    "many": "De : Paul Renard <paul@example.org>\nÀ : Desk <desk@example.org>;\nLuc Amiel <luc@example.org>;\nDate : 18 janvier 2023\nObjet : Le port rouvre",
}


@pytest.mark.parametrize("form", HEADS)
@pytest.mark.parametrize("note", ["", "Pour info.\n\n"])
def test_the_head_of_a_sent_on_mail_states_nothing_of_its_article(form: str, note: str) -> None:
    article = read_one(f"{note}{HEADS[form]}\n\n{ARTICLE}")
    assert (article.title, article.source, article.author) == (
        TITLE,
        "La Gazette du Port",
        "Yann Le Gall",
    )
    assert (article.published.value or "")[:10] == "2023-01-17"
    assert not article.tags
    for line in HEADS[form].split("\n"):
        assert line not in article.text
    for text in TEXTS:
        assert text in article.text


WROTE = (
    "Le 18/01/2023 à 08:15, Paul Renard a écrit :",
    "Le mer. 18 janv. 2023 à 08:15, Paul Renard <paul.renard@redaction.example> a\nécrit :",
    "On Wed, Jan 18, 2023 at 8:15 AM Paul Renard <paul@example.org> wrote:",
    "On Wed, Jan 18, 2023 at 8:15 AM Paul Renard <paul.renard@redaction.example>\nwrote:",
    "Am 18.01.2023 um 08:15 schrieb Paul Renard:",
    "El mié, 18 ene 2023 a las 8:15, Paul Renard (<paul@example.org>) escribió:",
    "Op 18 jan. 2023 om 08:15 schreef Paul Renard <paul@example.org>:",
    "Il giorno mer 18 gen 2023 alle ore 08:15 Paul Renard ha scritto:",
)


@pytest.mark.parametrize("wrote", WROTE)
@pytest.mark.parametrize("sign", ["> ", ">", "> > "])
def test_quoted_lines_are_unquoted_and_joined(wrote: str, sign: str) -> None:
    article = read_one(f"Tu as vu ?\n\n{wrote}\n{quoted(ARTICLE, sign)}\n")
    assert (article.source, article.author) == ("La Gazette du Port", "Yann Le Gall")
    for text in TEXTS:
        assert text in article.text
    assert ">" not in article.text
    assert "crit" not in article.text and "Renard" not in article.text


def test_unquoted_text_stands_at_its_place_in_the_file() -> None:
    text = f"Tu as vu ?\n\n{quoted(ARTICLE)}\n"
    article = read_one(text)
    raw = raw_text(text.encode(), article.encoding)
    for piece in article.pieces:
        if piece.end - piece.start == piece.raw_end - piece.raw_start:
            told = article.text[piece.start : piece.end]
            assert raw[piece.raw_start : piece.raw_end].split() == told.split()


@pytest.mark.parametrize(
    "text",
    [
        "> Le port rouvre\n> La criée menacée\n> Le bac arrêté\n",
        "> Le port rouvre, La Gazette\n\n> La criée menacée, Le Lac\n\n> Le bac arrêté\n",
        "Sans aucun signe.\n",
        "> Une ligne.\n> Une autre.\n",
    ],
)
def test_a_list_of_lines_with_that_sign_is_no_quotation(text: str) -> None:
    assert unquoted(identity(text)).text == text


@pytest.mark.parametrize(
    "sentence",
    [
        "Le 3 mars, il a écrit :",
        "Le maire de la ville voisine a écrit :",
        "À la fin, elle écrit :",
        "Le 12 mars à 10 h 30, Jeanne Martin a écrit :",
        "Le 6 janvier 2021 à 14:24, Jeanne Martin a écrit :",
        "Le 6 janvier 2021 à 14:24, @jmartin a écrit :",
        "Le 18 janvier à 8h15, le maire a écrit au préfet pour demander la fermeture du pont :",
        "On 6 January at 14:24 the mayor wrote:",
        "Am 6. Januar um 14:24 schrieb der Bürgermeister:",
    ],
)
def test_a_sentence_of_an_article_that_announces_words_stays(sentence: str) -> None:
    article = read_one(f"{TITLE}\n\n{TEXTS[0]}\n\n{sentence}\n\n{TEXTS[1]}\n")
    assert sentence in article.text


def test_a_sentence_of_a_forwarded_article_that_announces_words_stays() -> None:
    sentence = "Le 12 mars à 10 h 30, Jeanne Martin a écrit :"
    article = read_one(f"{HEADS['fr']}\n\n{ARTICLE}\n\n{sentence}\n\n{AFTER}\n")
    assert sentence in article.text


@pytest.mark.parametrize("wrote", [WROTE[0], WROTE[4], WROTE[7]])
def test_who_wrote_stands_beside_a_mails_head_too(wrote: str) -> None:
    article = read_one(f"{HEADS['fr']}\n\n{wrote}\n\n{ARTICLE}\n")
    assert wrote not in article.text


def test_a_sentence_that_begins_with_the_subject_is_no_title_of_its_own() -> None:
    mail = (
        'From: "Le Brief du Val" <brief@val.invalid>\nSubject: Les loups sont de retour\n'
        "Date: Tue, 07 Oct 2025 06:30:00 +0200\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\n\nBonjour,\n\n"
        "Les loups sont de retour. Deux brebis ont été tuées dans la nuit, selon la mairie.\n\n"
        "L'éleveur, Luc Amiel, réclame des tirs. La préfecture n'a pas encore tranché.\n"
    )
    assert read_one(mail, "lettre.eml").title == "Les loups sont de retour"


def message(subject: str, body: str, sender: str = "Paul Renard <paul@example.org>") -> str:
    return (
        f"From: {sender}\nTo: Desk <desk@example.org>\nSubject: {subject}\nMIME-Version: 1.0\n"
        "Date: Wed, 18 Jan 2023 08:15:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n" + body
    )


SIGNED = "\n\nBien cordialement,\n\nPaul Renard\nAssociation Les Amis du Port\n06 00 00 00 00"
OUTLOOK = "De : Luc Amiel <luc@example.org>\nEnvoyé : mardi 17 janvier 2023 17:45\nÀ : Paul Renard\nObjet : {}"
OUTLET_ABOVE = (
    f"La Gazette du Port\n\n17 janvier 2023\n\n{TITLE}\n\nPar Yann Le Gall\n\n" + "\n\n".join(TEXTS)
)
SENT_ON = {
    "a word before the title": message(f"Article - {TITLE}", f"Bonjour à tous,\n\nVoici l’article dont je vous parlais.\n\n{ARTICLE}{SIGNED}"),
    "brackets": message(f"Fwd: [revue] {TITLE}", f"A lire\n\n{ARTICLE}"),
    "a subject of its own": message("TR: lu ce matin", f"Pour info.\n\n{OUTLOOK.format('lu ce matin')}\n\n{ARTICLE}{SIGNED}"),
    "the outlet above": message("Tr : port", f"Bonjour,\n\nUn article qui devrait vous intéresser :\n\n{OUTLET_ABOVE}{SIGNED}"),
    "Gmail": message("Fwd: port", f"---------- Forwarded message ---------\nDe : Luc Amiel <luc@example.org>\nDate: mar. 17 janv. 2023 à 17:45\nSubject: port\nTo: Paul Renard <paul@example.org>\n\n\n{ARTICLE}"),
    "Apple, quoted": message("Tr : port", "Envoyé de mon iPhone\n\nDébut du message transféré :\n\n" + quoted(f"De: Luc Amiel <luc@example.org>\nObjet: port\nDate: 17 janvier 2023 à 17:45:02 UTC+1\nÀ: Paul Renard <paul@example.org>\n\n{ARTICLE}")),
    "twice": message("TR: TR: port", f"{OUTLOOK.format('TR: port')}\n\nÀ diffuser.\n\n{OUTLOOK.format('port')}\n\n{OUTLET_ABOVE}"),
    "a button": message(f"Paul Renard vous recommande cet article : {TITLE}", f"Bonjour,\n\nPaul Renard vous recommande la lecture de cet article :\n\n{ARTICLE}\n\nCe message vous a été envoyé à la demande de Paul Renard. Votre adresse n’est pas conservée.", "La Gazette du Port <partage@gazette.example>"),
}  # fmt: skip


@pytest.mark.parametrize("form", SENT_ON)
def test_what_a_mail_sends_on_states_its_own_facts(form: str) -> None:
    article = read_one(SENT_ON[form], "m.eml")
    assert article.title == TITLE
    assert (article.source, article.author) == ("La Gazette du Port", "Yann Le Gall")
    assert (article.published.value or "")[:10] == "2023-01-17"
    assert tuple(span.of(article.text) for span in article.paragraphs) == TEXTS


def test_the_outlet_that_was_forwarded_is_the_source_and_the_forwarder_is_none() -> None:
    head = "---------- Forwarded message ---------\nDe : Le Phare <lettre@phare.example>\nDate: mar. 17 janv. 2023 à 07:00\nSubject: La lettre\nTo: Paul Renard\n\n"
    text = "\n\n".join([TITLE, "Par Yann Le Gall", *TEXTS])
    article = read_one(message("Fwd: La lettre", head + text), "m.eml")
    assert (article.title, article.source) == (TITLE, "Le Phare")
    person = head.replace("Le Phare <lettre@phare.example>", "Luc Amiel <luc.amiel@mail.example>")
    assert read_one(message("Fwd: La lettre", person + text), "m.eml").source is None


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(TEXTS),
        f"{' '.join(TEXTS * 3)}\n\n{ARTICLE}",
        f"Bonjour,\n\n{TEXTS[0]}\n\nBien à vous,\n\nPaul",
    ],
)
def test_a_letter_keeps_its_subject_and_its_text(body: str) -> None:
    article = read_one(message("Réunion de jeudi", body), "m.eml")
    assert article.title == "Réunion de jeudi"
    assert TEXTS[0] in article.text


def test_a_letter_of_an_outlet_keeps_all_its_articles() -> None:
    body = f"La lettre du matin\n\nBonjour à tous,\n\n{TITLE}\n\n{TEXTS[0]}\n\nLa criée menacée\n\n{TEXTS[1]}"
    article = read_one(
        message("Le port change d’ère", body, "La Gazette du Port <l@g.example>"), "m.eml"
    )
    assert article.title == "Le port change d’ère"
    assert TITLE in article.text


LETTERS = {
    "an address": "Léa Arnal\n12 rue du Port\n29000 Morsaint\n\nMorsaint, le 4 mars 2022\n\nMadame la maire,",
    "an address of other words": "Léa Arnal\n3 bis, chemin des Dunes\nBP 12\n\nMorsaint, le 4 mars 2022",
    "the day above": "Morsaint, le 4 mars 2022\n\nLéa Arnal\nCollectif des riverains du port\n29000 Morsaint",
    "no address": "Collectif des riverains du port\n\nMorsaint, le 4 mars 2022\n\nMonsieur le préfet,",
    "below a word": "Pour info, la lettre que nous avons envoyée hier à la mairie de la ville.\n\nLéa Arnal\n12 rue du Port\nMorsaint, le 4 mars 2022\n\nChers élus,",
}


@pytest.mark.parametrize("head", LETTERS)
@pytest.mark.parametrize("above", ["", OUTLOOK.format("Lettre ouverte") + "\n\n"])
def test_the_head_of_a_letter_has_no_title(head: str, above: str) -> None:
    body = "\n\n".join([LETTERS[head], *TEXTS, "Léa Arnal"])
    article = read_one(message("Lettre ouverte", above + body), "m.eml")
    assert article.title == "Lettre ouverte"
    assert all(text in article.text for text in TEXTS)


@pytest.mark.parametrize(
    ("sender", "line", "source"),
    [
        ("Les Dupont <lesdupont@dupont.net>", "", None),
        ("Les Dupont <contact@lesdupont.fr>", "", None),
        ("La Mouette <lamouette@lamouette.fr>", "© La Mouette", "La Mouette"),
        ("La Mouette <redaction@lamouette.fr>", "", "La Mouette"),
    ],
)
def test_who_sent_a_forwarded_mail_is_an_outlet_only_if_something_says_so(
    sender: str, line: str, source: str | None
) -> None:
    head = f"De : {sender}\nEnvoyé : mardi 17 janvier 2023 17:45\nÀ : Paul Renard\nObjet : port"
    text = "\n\n".join(filter(None, [head, TITLE, "Par Yann Le Gall", *TEXTS, line]))
    assert read_one(message("Fwd: port", text), "m.eml").source == source
