"""The wordings with which pages address their reader and tell no news.

Each pattern is for a whole line in its plain form (`plain`): lower case, no accents, one kind of
apostrophe, no marks around it. A pattern for only the start of a line has a limit: it counts in
lines of at most so many words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.corpus.cleaning.appeals import APPEALS, STORED
from index.corpus.cleaning.consents import CONSENTS
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.wordings import start, whole
from index.text.folding import fold
from index.text.signs import holds
from index.text.tokens import APOSTROPHES

_TO_PLAIN = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys("\u00a0\u202f\u2009\t", " ")
    | {char: fold(char) for char in "àâäáãåçéèêëíìîïñóòôöõúùûüýÿœæ"}
    | dict.fromkeys("\u0300\u0301\u0302\u0308\u0327")
)
"""Folding one character at a time: ten times faster than decomposing a whole line."""
_ENCODING = "cp1252"
_ONE_BYTE = [
    char
    for char in bytes(range(256)).decode(_ENCODING, errors="ignore")
    if len(char.translate(_TO_PLAIN)) == 1
]
_BYTES_TO_PLAIN = bytes.maketrans(
    "".join(_ONE_BYTE).encode(_ENCODING),
    "".join(_ONE_BYTE).translate(_TO_PLAIN).encode(_ENCODING),
)
"""The same by a table of bytes, for lines that it can encode: three times faster again."""
_FIRST = re.compile(r"[\w«\"“(\[#+©@$€]")
_LAST = re.compile(r"[\w»\"”)\]!?.:…%+]")
"""The first and last characters that a plain line may have."""
_NETWORKS = (
    r"(?:facebook|twitter|x|instagram|whats ?app|linkedin|telegram|messenger|pinterest|tik ?tok|snapchat"
    r"|youtube|google (?:news|actualites|discover)|google ?\+|flipboard|reddit|viber|skype|bluesky|threads"
    r"|mastodon|signal|rss|flux rss|e-?mail|mail|courriel|tumblr|twitch|discord)"
)


@lru_cache(maxsize=1 << 12)
def plain(line: str) -> str:
    """A line in the form for which the patterns of this module are written."""
    lowered = line.lower()
    try:
        # A sign that becomes two characters or none in the plain form cannot stand in a table.
        small = lowered.replace("œ", "oe").replace("æ", "ae").replace("\u202f", " ")
        folded = small.encode(_ENCODING).translate(_BYTES_TO_PLAIN).decode(_ENCODING)
    except UnicodeEncodeError:
        folded = lowered.translate(_TO_PLAIN)
    return _trimmed(" ".join(folded.split()))


def _trimmed(line: str) -> str:
    """A line without the marks around it."""
    if line[:1].isalnum() and line[-1:].isalnum():
        return line
    first = _FIRST.search(line)
    if first is None:
        return ""
    end = len(line)
    while end and not _LAST.match(line, end - 1):
        end -= 1
    return line[first.start() : end]


_LENGTH = r"(?:\d{1,2} ?(?:h|heures?) ?(?:\d{1,2})?|\d{1,3} ?(?:min(?:utes?)?|mn|['′])\.? ?(?:\d{1,2} ?(?:s(?:ec(?:ondes?)?)?|[\"″])?)?|\d{1,2}:\d\d(?::\d\d)?)"
_LEGAL = (
    r"(?:mentions legales|cg[uv]|conditions (?:generales|d'utilisation)(?: d'utilisation| de vente)?|(?:politique|charte) de .{2,30}"
    r"|donnees personnelles|vie privee|plan du site|gestion des cookies|cookies|publicite|contacts?|nous contacter|qui sommes[ -]nous ?\??"
    r"|a propos|aide|faq|rss|accessibilite|abonnements?|newsletters?|archives|recrutement|annonceurs)"
)
"""The targets of links at the feet of pages."""
_ACTS = r"(?:copier le lien|copier l'url|imprimer|partager|envoyer par e-?mail|e-?mail)"
_NAME = r"[\w.'’&-]+(?: [\w.'’&-]+){0,4}"
_SOCIAL = (
    whole(
        Reason.SOCIAL,
        16,
        rf"(?:{_NETWORKS}(?: |$| ?[,|/·•-] ?)){{2,}}(?:{_NETWORKS}|{_ACTS})?|(?:{_NETWORKS} ){{1,6}}{_ACTS}(?: {_ACTS})*",
        r"(?:facebook|twitter|x|instagram|whatsapp|linkedin|telegram|messenger|pinterest|youtube|flipboard)",
        r"(?:vous avez aime (?:cet article|cette page|ce contenu) ?\? ?)?partagez[ -](?:le|la)(?: .{2,40})?|vous (?:avez aime|aimez|appreciez) (?:cet article|cette page|ce contenu|ce texte|ce dossier|cette serie|notre travail) ?\??",
        r"(?:partage|envoye|publie) (?:depuis|via|avec) (?:l'appli(?:cation)?|mon (?:iphone|mobile|telephone)|mon smartphone)\b.{0,40}",
        rf"(?:\d[\d .,k]*)?(?:partag(?:er?|ez|es)|shares?|tweet(?:er|ez|s)?|epingler|envoyer|imprimer)(?: (?:l'|cet? |cette )?(?:article|page|information|actu|contenu))?(?: (?:sur|par|via|avec|a) (?:{_NETWORKS}|un ami|vos amis)(?:(?:, ?| et | ou | ){_NETWORKS})*)?",
        r"partag(?:er|ez)(?: cet article| l'article)?(?: (?:sur|via) .{2,60})",
        r"(?:copier|copy) (?:le |the )?(?:lien|link)(?: de l'article)?",
        r"(?:lien|link) (?:copie|copied)",
        r"(?:\d[\d .,k]* )?(?:partages?|tweets?|likes?|j'aime|followers?|abonnes)",
        r"j'aime(?: ca| chargement)?",
        r"(?:cliquez|click)(?: ici)? pour partager .{2,60}",
        r"(?:suivez|retrouvez|rejoignez)[ -]nous(?: (?:sur|aussi|egalement|dans) .{2,80})?",
        rf"(?:suivre|suivez|retrouvez|rejoignez|follow) .{{2,60}} (?:sur|via|on) (?:nos reseaux sociaux|les reseaux sociaux|notre (?:page|compte|chaine|canal|groupe) .{{2,40}}|{_NETWORKS}(?:(?:, ?| et | ou ){_NETWORKS})*)",
        r"(?:nos |les )?reseaux sociaux",
        r"suivre @?\w+",
        r"vous etes (?:un |une )?(?:utilisat|lect|fan|adepte|abonne).{2,60}\? ?(?:suivez|rejoignez|abonnez)[ -]nous.{0,80}",
        r"pour (?:rester|etre|ne rien) .{2,40},? (?:suivez|rejoignez|abonnez[ -]vous) .{2,60}",
    ),
    whole(Reason.SOCIAL, 16, rf"{_NAME} (?:sur|on) {_NETWORKS}", needs=(" sur ", " on ")),
    whole(
        Reason.SOCIAL,
        16,
        rf"{_NAME}(?: [\w.'’&-]+){{0,4}} (?:suivre|suivez|retrouvez|rejoignez) .{{2,60}} (?:sur|via) {_NETWORKS}",
        needs=(" suivre ", " suivez ", " retrouvez ", " rejoignez "),
    ),
    start(
        Reason.SOCIAL,
        30,
        rf"(?:suivez|rejoignez|retrouvez|abonnez)(?:[ -](?:nous|vous))? .{{0,50}}(?:sur|via) (?:{_NETWORKS}|les reseaux)\b",
        r"(?:suivez|rejoignez|abonnez[ -]vous a) (?:notre|la) (?:chaine|canal|compte|page|groupe|communaute)\b",
    ),
)
_CONTACT = start(
    Reason.CONTACT,
    25,
    r"(?:vous avez|avez-vous) (?:une |un |des )?(?:infos?|informations?|questions?|remarques?|suggestions?|temoignages?|corrections?)\b.{0,60}(?:transmettre|signaler|communiquer|partager|contact|ecri|envoy|faire part)",
    r"(?:contactez|ecrivez|envoyez)[ -](?:nous|la redaction|un mail|vos)\b.{0,80}(?:@|mail|adresse|whatsapp|redaction|formulaire|temoignages)",
    r"(?:(?:vous )?(?:voulez|souhaitez)(?:[ -]vous)? )?(?:signaler|corriger) une (?:erreur|faute|coquille)\b",
    r"vous avez (?:trouve|repere|releve|constate|remarque|vu) une (?:erreur|faute|coquille)\b",
    r"merci de nous l[ae]s? signaler\b.{0,40}$",
    r"une (?:erreur|faute|coquille) (?:dans|sur) (?:[\w']+[ '])?(?:articles?|textes?|pages?|contenus?|infos?|informations?|sites?|publications?|papiers?)\b.{0,20}\? ?(?:signalez|ecrivez|contactez)[ -](?:la|le|nous|a la redaction)\b(?! service)",
    r"\d+(?: ?(?:bis|ter))?,? (?:rue|avenue|quai|boulevard|bd|place|chemin|route|allee|impasse|square|cours|esplanade) .{2,60}\b\d{5} [\w' -]{2,40}$",
    r"vous souhaitez (?:reagir(?: a | sur |\W*$)|temoigner|nous (?:ecrire|contacter|signaler))\b",
    r"contacts? (?:presse|medias?|journalistes?|redaction)\b.{0,60}$",
)
_WHISTLE = start(
    Reason.CONTACT,
    75,
    r"si vous (?:avez|detenez|disposez d|souhaitez|voulez)\b.{0,60}(?:informations?|documents?|temoign).{0,120}(?:contacter|ecri|adresse|transmettre|formulaire|plateforme)",
)
_ADVERTISING = whole(
    Reason.ADVERTISING,
    16,
    r"passer (?:la |cette |l')(?:publicite|pub|annonce)",
    r"(?:.{0,60}\? ?)?nos partenaires vous (?:aident|accompagnent|proposent|conseillent|offrent) .{2,60}",
    r"(?:la )?(?:suite|lecture)(?: de l'article)? (?:apres|sous) (?:la|cette) (?:publicite|pub|annonce)",
    r"(?:l'article |votre article )?continue(?: de se lire)? apres (?:la|cette) (?:publicite|annonce)",
    r"(?:- ?)?(?:publicites?|pub|advertisements?|advertising|annonces?(?: google)?|ads?|sponsorise|partenariat commercial)(?: ?-)?",
    r"(?:espaces?|encart|message|contenus?|publi-?|articles?) ?(?:publicitaires?|sponsorises?|partenaires?|redactionnel)",
    r"(?:continuez|poursuivez|reprenez|continuer|poursuivre|reprendre) (?:la |votre )?lecture(?: de l'article)?(?: (?:apres|ci-dessous|plus bas)\b.{0,40})?",
    r"fermer la publicite|masquer la publicite|ad(?:s)? by .{2,30}|sponsored(?: content)?",
)
_OFFER = r"(?:(?: ?(?:premiers?|1ers?|\d|mois|mo|an|annee|semaines?|jours?|engagement)\b){0,5}\W*|.{0,160}\b(?:abonn|acces|offre|essai|annul|resili|engagement|articles?|numerique|journal|site|contenus?|puis \d).*)"
"""What follows a price for a reader: nothing but a time, or what is offered."""
_SUBSCRIPTION = (
    whole(
        Reason.SUBSCRIPTION,
        14,
        r"(?:je )?m'?(?:abonne|inscris)(?: [^,]{2,60})?",
        r"s'(?:abonner|inscrire|identifier)(?: (?:a|au|aux|pour|des|gratuitement|maintenant)\b(?:[ ']\S+){0,4})?",
        r"(?:deja|pas encore|vous etes deja) (?:abonnee?|inscrite?|membre)s?(?: ?[?!].{0,60})?",
        r"(?:la |notre |nos |les |l'|inscription a l[a'] ?)?(?:newsletters?|infolettres?)(?: .{2,50})?",
        r"(?:l'|un )?acces illimite (?:a|aux) (?:tou(?:s|tes)|l'ensemble|nos|contenus?|articles?)\b.{0,80}|(?:un )?confort de lecture.{0,60}",
        r"(?:lire )?(?:le |votre )?journal (?:en version )?numerique(?: \(pdf\)| du jour)?",
        r"soutenez (?:(?:une|notre|le|la|l') ?(?:redaction|journalisme|presse|information|media)|notre travail)\b.{0,60}",
        r"inscrivez[ -]vous aux (?:newsletters|infolettres)\b.{0,40}",
        r"(?:article |contenu |reserve |edition |acces )(?:reserve )?(?:aux )?(?:abonnes?|premium|payant)",
        r"(?:reserve|accessible)(?: aux| a nos)? abonnes|abonnes|premium",
        r"vous pouvez vous (?:desinscrire|desabonner) (?:a tout moment|en un clic)\b.{0,60}",
        r"(?:offrir|lire|conserver|sauvegarder|enregistrer|envoyer)(?: cet| l'| un)? ?article(?: plus tard| a (?:un|une|vos|mes|des) .{2,30})?",
        r"(?:cet(?:te)?|l') ?(?:article|enquete|contenu|reportage|dossier) (?:(?:est )?(?:exceptionnellement )?en (?:acces|lecture) libre|reserve aux abonnes)(?: .{2,60})?",
        r"(?:est )?exceptionnellement en (?:acces|lecture) libre|abonnee?",
        r"lire plus tard|vos alertes|activer les notifications|(?:gerer|creer) (?:une |mes |vos )?alertes?.{0,40}",
        r"(?:je profite|profitez|profiter)(?: de (?:l'|cette |nos )?offres?)?.{0,30}",
        r"(?:voir|decouvrir|decouvrez) (?:les|nos|l'|toutes nos) ?offres?(?: d'abonnement)?",
        r"recevez l'essentiel\b.{0,60}",
        r"(?:sans engagement|annulable a tout moment|resiliable .{2,30})",
        r"(?:votre|entrez votre|saisissez votre)? ?(?:adresse )?e-?mail(?: \*)?",
        r"soutenez[ -]nous|faire un don|soutenir (?:notre|la redaction|le journal|l'information|ce (?:site|media|journal)|un media)\b.{0,30}|je fais un don",
    ),
    start(
        Reason.SUBSCRIPTION,
        45,
        r"(?:merci (?:de|d'avoir) .{2,80}|thanks for reading\b.{0,80}) ?[!.] ?(?:abonnez|inscrivez|subscribe)",
        r"(?:subscribe(?: now| for free)?|thanks for reading\b.{2,60}|ready for more\W*|start writing|get the app)$",
        r"(?:vous )?(?:voulez|souhaitez|envie de)\b.{2,60}\? .{0,80}(?:newsletter|\bnotre rendez-vous|\bvotre boite (?:e-?mail|mail|aux lettres))",
        r"abonnez[ -]vous\b(?!, (?:m'|l'|t'|dit|disait|a )| (?:dit|disait)\b)",
        r"vous n'etes pas (?:encore )?(?:inscrit|abonne|connecte|membre)\w*\b.{0,40}$",
        r"votre (?:adresse )?e-?mail,? avec votre consentement\b",
        r"(?:chaque|tous les|deux fois par|une fois par) (?:matin|soir|midi|jour|semaine|vendredi|lundi|dimanche)s?,? (?:recevez|retrouvez|decouvrez) (?!le jour\b|l[ae] (?:vie|monde)\b)",
        r"(?:chaque|tous les) (?:matin|soir|midi|jour|semaine)s?,? .{2,60} (?:dans|par) votre (?:boite|messagerie|e-?mail)",
        r"avec (?:cette offre|l'abonnement|votre abonnement),? (?:profitez|accedez|beneficiez)",
        r"emportez l'(?:actualite|info)",
        r"(?:la |notre |nos )?newsletters? ?:? ?(?:recevez|inscri|abonn|chaque|tous les|toute)",
        r"(?:suivez|retrouvez|recevez) toute l'(?:actualite|info)\b.{0,60}(?:application|appli|telechargeant|whatsapp|alertes?|mail)",
        r"inscrivez[ -]vous (?:a|gratuitement|pour|des)\b",
        r"recevez (?:chaque|tous|toutes|gratuitement|nos|notre|les|l'essentiel|toute l'actu)\b.{0,120}(?:mail|newsletters?|lettre|alertes?|boite|matin|soir|jour|semaine|actu)",
        r"(?:cet|l')? ?(?:article|contenu) (?:vous )?est (?:reserve|offert|exclusivement|accessible)\b",
        r"il vous reste \d+(?:[.,]\d+)? ?% (?:de|du)\b",
        r"la suite (?:de (?:cet|l')? ?article )?est reservee\b",
        r"(?:pour|afin de) (?:lire(?: (?:la suite|cet?|l'|nos|tous|plus|le)\b)?|continuer|acceder|poursuivre|profiter|debloquer)\b.{0,60}(?:abonnez|abonnement|connectez|inscrivez|\bcompte)",
        r"pour soutenir\b.{0,80}(?:rejoignez|abonnez|adherez|faites un don|donnez|notre communaute|communaute d(?:e |')(?:lect|abonn|soutien)|je (?:m'abonne|donne|fais un don|soutiens|m'engage))",
        r"(?:lisez|accedez)(?: a)? (?:tous|toute|l'integralite)\b.{0,60}(?:abonne|illimite)",
        r"(?:pour|des|a partir de) \d+(?:[.,]\d+)? ?(?:\$|€|euros?|chf|francs?) ?(?:par|/) ?(?:mois|semaine|an),? (?:lisez|accedez|profitez|abonnez|recevez|soutenez)\b.{0,80}\b(?:articles?|journal|contenus?|numerique|newsletters?|illimite\w*|telephone|tablette|redaction|journalisme)\b",
        r"(?:deja|pas encore) abonnee? ?\?",
        r"(?:vous avez|vous souhaitez) (?:deja )?(?:un compte|lu tous (?:vos|les)|atteint|vous abonner)\b",
        r"(?:telechargez|installez|decouvrez) (?:notre |l'|gratuitement l')(?:appli|application)\b",
        rf"\d+(?:[,.]\d+)? ?(?:€|euros?) ?(?:le premier|les \d|par mois|/ ?mois|pendant){_OFFER}$",
        rf"(?:a partir de|pour|seulement|des|essai) \d+(?:[,.]\d+)? ?(?:€|euros?)(?:(?:/| par| le| pour| pendant| sans){_OFFER})?$",
        r"ne (?:ratez|manquez) (?:rien|aucune?)\b.{0,80}(?:newsletter|alerte|abonn|inscri|application|notification)",
        r"(?:restez|soyez) (?:informee?s?|connectee?s?)\b.{0,80}(?:newsletter|alerte|abonn|inscri|application|notifications|whatsapp|telegram|chaine)",
        r"votre (?:inscription|adresse)\b.{0,40}(?:prise en compte|confirme|enregistre|e-?mail|conserve|utilise|transmise|cedee|partagee|collecte|traitee)",
        r"vos (?:donnees|informations|coordonnees|adresses?)\b.{0,60}(?:conserve|utilise|transmis|cede|partage|traite|collecte)",
    ),
    start(
        Reason.SUBSCRIPTION,
        45,
        r"[^.«]{3,60} ?: .{0,40}\brecevez (?:l'essentiel|nos|notre|les|toute)\b",
        r".{2,40} vous propose de (?:revenir sur|retrouver|suivre) (?:les actualites|l'actualite|les infos|toute l'actu)",
        needs=("recevez ", " vous propose de "),
    ),
)
_CREW = start(
    Reason.METADATA,
    30,
    r"\((?:reportage|redaction|redige|bureau|version francaise|edite|traduit|avec la contribution)\b.*\)\W*$",
    r"avec (?:les |des )?(?:informations|contributions?) d[e'] ?.{2,60}$",
)
_CLOCK = r"\d{1,2} ?(?:h|:) ?(?:\d{2})?"
_DAY = r"hier|aujourd'hui|avant-hier|ce (?:matin|midi|soir)|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
_DATED = r"le \d{1,2}(?:er)? (?:janv|fevr?|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[a-z]*\.?(?!,? ?(?:19|20)\d\d)"
_AT_TIME = (
    rf"(?:publiee?|parue?|postee?|mise? (?:en ligne|a jour)|modifiee?|actualisee?|maj) ?:? {_DATED}(?:,? a {_CLOCK})?|"
    rf"(?:publiee?|parue?|postee?|mise? (?:en ligne|a jour)|modifiee?|actualisee?|maj) ?:?(?: (?:{_DAY}),?)?(?: a)? {_CLOCK}"
    rf"|(?:{_DAY}),? a {_CLOCK}"
)
"""« Publié hier à 18h30 », « modifié à 07h58 »: the day of the copy, which nobody knows any more, or a day
without its year.
"""
_UNDATED = re.compile(rf"(?:{_AT_TIME}|(?:publiee? |mis a jour )?il y a .{{1,30}})(?:[ ,·|•–-].*)?")


def is_undated_time(line: str) -> bool:
    """Whether a line, in its plain form, says when a page was published without its year: « Publié à
    10h58 », « Il y a 3 heures ».
    """
    return len(line) <= 80 and bool(_UNDATED.fullmatch(line))


_NOTICE = start(
    Reason.INTERFACE,
    40,
    r"(?:debut|fin) du (?:widget|contenu|carrousel|diaporama)\b",
    r"la synthese vocale,? (?:basee|generee|produite)\b",
    r"(?:la |une |cette )?version audio (?:de|du)\b.{0,60}(?:generee|produite|synthese|lue par)\b",
    r"[^.]{3,90} (?:apporte|fournit)(?:nt)? (?:un |des )?financements? en tant que (?:membre|partenaire)s? (?:adherent|fondateur|bienfaiteur|financeur|strategique)e?s? d[^,]*$",
    r"provenant d(?:u podcast|e l'emission)\b",
    r"(?:les |cette |ces )?(?:tribunes?|chroniques?|opinions?|points? de vue)\b.{0,60}n'engagent? que (?:leurs?|son|ses|l'|la|les) ?(?:auteur|signataire|respons)",
    r"the wayback machine - ",
    r"(?:ce contenu|cet article|cette page) (?:vous )?(?:a-t-(?:il|elle)|vous a-t-(?:il|elle)).{0,30}(?:utile|plu|aidee?)\b",
    r"cet article ne (?:remplace|se substitue)\b",
    r"(?:les (?:informations|donnees)|cet article|ce contenu)\b.{0,80}\bne constituen?t? (?:pas|en aucun cas)\b",
    r"certains (?:des )?liens\b.{0,60}\baffili\w+",
    r"(?:lire|voir|consulter) (?:l'article|la depeche|la suite)(?: (?:complet|complete|original|en entier))? sur .{2,40}$",
    r"(?:afficher le |voir le )?contenu externe\W*$",
    r"(?:voir|lire|afficher|consulter) (?:ce message|cet e-?mail|cette lettre|la version en ligne)\b.{0,40}$",
    r"(?:voir|lire|afficher|consulter|ouvrir|visualiser)\b[^.]{0,40}\b(?:dans|depuis|avec) (?:le|votre|un) navigateur\W*$",
    r"(?:un )?(?:probleme|difficultes?) (?:d'affichage|(?:pour|a) (?:lire|afficher|visualiser))\b.{0,60}$|view (?:this (?:e-?mail|message) )?in (?:your )?browser\W*$",
    r"vous (?:recevez|avez recu) (?:ce message|cet e-?mail|cette (?:lettre|newsletter|infolettre)|ce courriel) (?:parce que|car)\b",
    r"(?:se desabonner|me desabonner|se desinscrire)\b.{0,40}$",
    r"resumes? (?:genere|cree|produit|redige|propose)s? (?:automatiquement\b|(?:par|avec) (?:l'|la |une? |notre |un outil d'|l'aide d(?:e l'|'une )|les outils d')?(?:ia|intelligence artificielle|redaction)\b)[^,;]{0,60}$",
    r"(?:cet |l')article (?:a ete )?(?:genere|traduit|resume) (?:automatiquement|par (?:une )?(?:ia|intelligence artificielle))",
)
_INTERFACE = whole(
    Reason.INTERFACE,
    12,
    r"(?:ecouter|regarder|lire) (?:l'|cet |cette )?(?:article|version audio|audio|podcast) ?[|:·-] ?\d.{0,14}",
    rf"(?:re)?(?:ecoute[rz]|lire|regarde[rz]|voir)(?: (?:l'|cet |cette |la )?(?:article|version audio|audio|podcast|video))?(?: en)?[ (:|·–-]{{1,4}}{_LENGTH}\)?|duree ?:? ?{_LENGTH}",
    r"(?:temps de |duree de )?lecture(?: estimee)?(?: en)? ?:? ?\d+ ?(?:min|mn|minutes?)(?: ?[–—|•·-] ?(?:repere|lu|vu|publie|traduit) (?:sur|dans|par) .{2,40})?",
    rf"(?:{_AT_TIME})(?:[ ,·|•–-]+(?:et )?(?:{_AT_TIME}))*(?:[ ,·|•–-]+(?:(?:temps de )?lecture ?:? )?\d+ ?min\w*)?",
    r"logo (?:de |du |d')?[\w.'-]+(?: [\w.'-]+){0,3}",
    r"(?:lire|voir|afficher|consulter) (?:le site|la version|la page|l'article) (?:complete?|classique|ordinateur|web|originale?)",
    r"(?:lire|voir|afficher) (?:d'|les |tous les |ses |plus d')?autres articles.{0,30}",
    r"l'histoire continue|l'article continue(?: ci-dessous| plus bas)?",
    r"republique francaise|confederation suisse|liberte,? egalite,? fraternite|(?:un |le )?site officiel\b.{0,40}",
    r"\W*\d{1,2} ?(?:h|min|j|sem)\.? ?[•·|] ?\d+ ?min\w*(?: de lecture)?|\d+ secondes de contexte",
    r"ajoutez .{2,40} a vos (?:sources|medias|favoris|applis?)\b.{0,40}|(?:cet |l')article est lu par .{3,50}|(?:lecture|version|ecoute) audio reservee aux abonnes|vitesse (?:x ?)?\d(?:[.,]\d+)?x?",
    r"(?:nos |les )?offres? partenaires?|ceci est un contenu (?:sponsorise|partenaire|publicitaire)|copie[rz]?|enregistre[erz]?|partages|se connecter (?:avec|via|par) (?:google|facebook|apple|x|twitter|linkedin|microsoft)|(?:debloquer|deverrouiller) (?:l'|cet )article|lire (?:dans|sur) l'appli(?:cation)?|espaces? abonnes?",
    r"(?:acheter|achetez|feuilleter|feuilletez|commander) (?:ce |le |notre )(?:numero|journal|magazine)|le journal du jour|edition du (?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) \d{1,2} \w+(?: \d{4})?",
    r"les videos? du (?:jour|moment)|revoir le direct|(?:le |voir le )replay|tous les episodes|meteo du jour|(?:le )?programme tv|horoscope(?: du jour)?|jeux[ -]concours|mots fleches|mots croises",
    r"poser une question|derniere mise a jour il y a .{2,20}|langue ?: ?\w+|(?:changer de|choisir (?:ma|une|votre)|choisissez (?:votre|une)) (?:region|commune|ville|edition|departement)|ma commune(?: ?: ?.{2,30})?|nos partenaires",
    r"about this capture|version (?:integrale|en texte seul)|afficher la source|full version|text-only version|view source",
    r"\d+ captures?|actualiser|favoris?|recommander|recommandes? ?\(\d+\)|(?:article )?pdf|offrir|suivre|s'abonner",
    r"(?:voir|lire|retrouvez|suivez) (?:toute |plus |davantage )(?:l'|d'|de |les )?(?:actu(?:alite)?s?|infos?|articles?)(?: (?:du|de|de la|des|sur|en|a) .{2,40})?",
    r"ecouter (?:l'|cet )article ?\d+ ?min\w*|votre navigateur ne (?:prend|supporte|permet)\b.{0,60}|(?:agrandir|reduire) (?:le texte|la police)|activer le son",
    r"(?:ajouter|retirer) (?:l'|cet )article (?:a|de) (?:vos|mes) (?:selections?|favoris|lectures)|(?:suivre|vous suivez) (?:ce|cet|cette) (?:sujet|theme|auteure?|rubrique|dossier|media|journal|journaliste|titre|ville|commune|club|serie)",
    r"(?:voir|ouvrir) (?:la galerie|le diaporama|l'album) ?\(.{1,20}\)|(?:photo|image|page) \d+ ?(?:/|sur) ?\d+|(?:afficher|masquer) la legende|retour a la page d'accueil",
    r"(?:voir|consulter) (?:son|le) profil|(?:ses|tous ses) (?:derniers )?articles|en savoir plus sur l'auteure?|ecrire a l'auteure?|contacter (?:la redaction|l'auteure?)",
    r"(?:lire|read) (?:en|in) (?:anglais|english|arabe|espagnol)|english version|(?:reagir|commenter) ?\(\d+\)|temps de lecture ?:? ?\d+ ?min \d+|cet article est[ -]il utile ?\??",
    r"sujets associes|google (?:actualites|news|discover)|recommande pour vous|plus d'articles|nos lecteurs ont aussi (?:lu|aime)|retrouvez (?:tout )?notre dossier(?: special)?",
    r"avis de deces|petites annonces|annonces (?:legales|immobilieres)|codes? promo|bons plans|creer un compte|telecharger (?:l'|notre )(?:appli(?:cation)?)",
    r"offrez cet? article|tous les sujets vous interessent",
    r"\d{1,2} ?(?:h|min|j) ?·?",
    r"page \d+(?: ?/ ?\d+)?|forwarded message|message (?:transfere|original|d'origine)|begin forwarded message|debut du message (?:transfere|reexpedie)",
    r"close|fermer|menu|open|ouvrir|share|next|prev(?:ious)?|back|play|pause|stop|mute|unmute|loading|expand|collapse|search|submit|cancel|ok|skip|undo|more|less|toggle navigation|read more|show more|load more|advertisement|image|video|audio|podcast|diaporama|galerie",
    r"(?:accueil|home|contact|contacts|rechercher?|recherche|connexion|deconnexion|mon compte|mon espace|mon profil|se connecter|connectez[ -]vous|s'identifier|identifiez[ -]vous|inscription|aide|faq|plan du site|rss|archives|a propos|qui sommes[ -]nous|nous contacter|contactez[ -]nous|la redaction)",
    r"(?:aller|skip|acceder|passer) (?:au|to|directement au|a la) (?:main )?(?:contenu|content|navigation|menu|recherche)(?: principal)?",
    r"rechercher? (?:un|une|des|sur|dans|par)\b[^,]{0,40}",
    r"(?:afficher|voir|charger) (?:le diaporama|la galerie|les? (?:nouveaux|nouvelles|anciens|autres) .{2,30})(?: ?\(\d+\))?",
    r"(?:telecharger|imprimer|enregistrer)(?: (?:l'|cet )?article)?(?: (?:en|au format))? pdf|filtrer ?:.{0,60}|illustration \d+|trier par.{0,30}|(?:tri|ordre) (?:chronologique|antichronologique|par .{2,20})|les? (?:plus|moins) (?:recente?s?|anciene?s?|anciens|pertinents?) d'abord",
    r"les (?:plus|\+) recents|plus recents|tout voir|voir moins",
    r"(?:retour|revenir|remonter)(?: (?:en|vers le|au|a la?|a l'))? ?(?:haut|accueil|debut|sommaire|liste|page precedente)?(?: de (?:la )?page)?",
    r"haut de (?:la )?page|back to top",
    r"(?:ecouter|lire|voir|regarder|commenter|imprimer|reagir a|signaler|corriger|agrandir|envoyer|telecharger|enregistrer)(?: (?:l'|cet |cette |ce |la |le |une |un )?(?:article|page|video|image|photo|audio|podcast|diaporama|erreur|faute|version audio|pdf|abus|contenu|commentaire)s?)?",
    r"(?:lire|voir|afficher|charger|en savoir|en voir|decouvrir)(?: (?:la|le|l'|les))? ?(?:suite|plus|tout|article complet|article en entier|davantage|integralite|tous|toutes)(?: de (?:l'|cet )?article| d'(?:articles|infos|actualites)| les articles)?",
    r"(?:temps de |duree de )?lecture(?: estimee?)? ?:? ?(?:\d+(?: ?(?:min|mn|minutes?|m|'))?\.?)(?: ?\d* ?(?:s|sec))?",
    r"\d+(?: ?[-–] ?\d+)? ?(?:min|mn|minutes?)\.? ?(?:de lecture|read|environ)?\.?",
    r"(?:lu |vu )?\d[\d .,]*k? ?(?:fois|vues?|lectures?|views?|visites?)",
    r"\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?",
    r"\d{1,3} ?/ ?\d{1,3}",
    r"(?:page |pages )?(?:\d+ ){2,}(?:suivant.?|derniere.?)?|page \d+(?: (?:sur|de|/) \d+)?",
    r"(?:article |page |photo )?(?:suivante?|precedente?)(?: (?:article|page))?",
    r"(?:a ?\+ ?a ?-?|a ?- ?a ?\+?|taille (?:du texte|de police).{0,20}|aa)",
    r"(?:ajouter|retirer|mettre|enregistrer|sauvegarder)(?: (?:a|de|en|aux|dans))? (?:mes |vos |ma |votre )?(?:favoris|listes?|selections?|signets|lectures?|articles?)",
    r"powered by .{2,40}|(?:par|by|propose par) (?:taboola|outbrain|ligatus|plista)|(?:disponible |telecharger? )?(?:sur |dans )?(?:l')?(?:app ?store|google play|apple store|play store|app ?gallery)",
    r"(?:signaler|repondre|repondez|citer|moderer|utile|masquer|afficher les reponses|voir les reponses)",
    r"veuillez (?:patienter|reessayer|activer javascript).{0,60}|chargement(?: en cours)?|(?:activer|votre navigateur).{0,20}javascript.{0,40}",
    r"(?:cliquer|cliquez|touchez|appuyez) (?:ici|pour|sur)\b.{0,50}|click (?:here|to).{0,40}",
    r"(?:zoom|plein ecran|full ?screen|slide \d+|diapositive \d+)",
    r"(?:il y a|publie il y a|mis a jour il y a) \d+ (?:minutes?|heures?|jours?|semaines?|mois|min|h)",
    r"(?:version|edition|format) (?:imprimable|pdf|mobile|abonnes|numerique|papier)",
    r"(?:resume|ecouter) (?:par|avec) l'ia|(?:resumer|traduire)(?: cet article| l'article)?",
    r"(?:francais|english|fr|en|espanol|arabic)(?: ?[|/] ?(?:francais|english|fr|en|espanol|ar|arabic))+",
    r"breaking news|flash info|en continu|en direct|direct|live|urgent",
    rf"{_LEGAL}(?: ?[|•·,/–-] ?{_LEGAL})*",
    r"(?:sommaire|rubriques?|toutes les rubriques|categories|navigation|liens utiles|partenaires)",
)
_COMMENTS = whole(
    Reason.COMMENTS,
    25,
    r"(?:laisser|laissez|ajouter|ajoutez|poster|postez|ecrire|ecrivez|publier|publiez|deposer) (?:un|votre|vos|le premier) (?:commentaires?|reponse|avis|reaction).{0,40}",
    r"(?:\d+|aucun|pas de|les|vos|voir (?:tous )?les|lire (?:tous )?les|tous les|afficher (?:tous )?les) (?:\d+ )?(?:commentaires?|reactions?|comments?|avis|contributions|reponses)(?: (?:sur|pour) .{2,120})?",
    r"les commentaires (?:de cet article |sur cet article )?(?:sont|ont ete) (?:moderes|fermes|desactives|clos)(?: (?:par (?:l'equipe|la redaction|nos moderateurs)(?: d.{2,40})?|pour cet article|a (?:priori|posteriori)))?",
    r"pour (?:commenter|reagir|participer),? .{0,20}(?:connectez|identifiez|inscrivez|abonnez)[ -]vous(?: (?:ou (?:creez|connectez|inscrivez|identifiez|abonnez)\b.{0,30}|(?:a|avec|sur) (?:votre (?:compte|espace)|un compte|notre site)|ici|gratuitement|d'abord))?|(?:votre|vos) commentaires? (?:sera|seront) (?:publie|visible|relu|modere)\w*\b.{0,60}",
    r"(?:reagissez|participez|prenez part) (?:a (?:cet|l') ?article|au debat|a la discussion)",
    r"commentaires?(?: ?\(\d+\))?|comments?(?: ?\(\d+\))?|reactions? ?\(\d+\)",
    r"(?:soyez|devenez) (?:le|la) premiere?(?: personne)? a (?:commenter|reagir|laisser|donner).{0,60}",
    r"(?:votre|donnez votre) (?:avis|opinion|reaction)(?: (?:sur|nous interesse) ?.{0,40})?\??",
    r"votre adresse (?:e-?mail|de messagerie|courriel) ne sera pas publiee.{0,100}",
    r"(?:bienvenue (?:dans|sur) (?:l'|notre )?espace (?:de )?commentaires?|nous souhaitons (?:un espace|que cet espace)|merci de (?:respecter|rester) .{2,40}(?:charte|courtois)\w*)\b.{0,90}",
    r"(?:l'espace des (?:contributions|commentaires)|(?:l'espace |les )commentaires?|cet espace) (?:est|sont) reserves?(?: exclusivement)? (?:aux|a nos) abonnes|seuls (?:les|nos) abonnes peuvent (?:commenter|reagir|contribuer|participer).{0,40}|(?:vous devez|il faut) etre abonnee? pour (?:commenter|reagir|contribuer|participer).{0,40}",
    r"leave a (?:reply|comment).{0,30}|(?:vous devez|connectez-vous (?:ou|pour|afin)).{0,50} commenter.{0,40}|reagir a (?:cet|l')? ?article|annuler la reponse",
)
_WORDINGS = (
    *_SOCIAL,
    _CONTACT,
    _WHISTLE,
    _ADVERTISING,
    *_SUBSCRIPTION,
    *APPEALS,
    *CONSENTS,
    _COMMENTS,
    _CREW,
    STORED,
    _NOTICE,
    _INTERFACE,
)
_TOLD = re.compile(
    r", (?:(?:a|ont|avait|avaient) )?(?:dit|disent|assure|rappele|rappelle|explique|precise|indique|affirme|annonce|declare|souligne|estime|previent|prevenu|promet|promis"
    r"|repond|repondu|conseille|lance|raconte|ajoute|insiste|regrette|resume|confie|note|poursuit|poursuivi|reconnait|reconnu|propose|plaide|juge)(?:nt)? (?!vous\b)[^,:!?]{3,80}\.?$|, selon (?!vous\b)[^,:!?]{3,80}\.?$"
)
"""Words that a newspaper puts behind what somebody says; no site speaks so of itself."""
_SENTENCE_BREAK = re.compile(r"[.!?…](?<=[^.\s]{2}.)[.!?…]* (?=\w)")
_STOPS = (". ", "! ", "? ", "… ")
_COMPOUND = 40
"""The most words of a line whose sentences are tested one by one."""
LONGEST = max(wording.words for wording in _WORDINGS)
"""The most words of a line in which any pattern counts."""


def reason_of(line: str, *, words: int) -> Reason | None:
    """The reason why a line, in its plain form, is no part of the article, if its wording shows
    one.

    `words` is the number of words in the line.
    """
    reason = _reason_of_one(line, words)
    if reason is not None or words > _COMPOUND or not holds(line, _STOPS):
        return reason
    if not _SENTENCE_BREAK.search(line):
        return reason
    # « Article réservé aux abonnés. Abonnez-vous à partir de 1 € » is noise if each of its
    # sentences is.
    parts = _SENTENCE_BREAK.split(line)
    reasons = [_reason_of_one(_trimmed(part), len(part.split())) for part in parts]
    return reasons[0] if all(reasons) else None


def _reason_of_one(line: str, words: int) -> Reason | None:
    for reason, limit, pattern, needs in _WORDINGS:
        if words <= limit and (not needs or holds(line, needs)) and pattern.match(line):
            return None if _TOLD.search(line) else reason
    return None
