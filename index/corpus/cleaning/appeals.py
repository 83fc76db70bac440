"""The wordings with which a medium asks its readers for money, and speaks of its own article, edition and offers.

Written for lines in their plain form (`phrases.plain`).
"""

from __future__ import annotations

from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.wordings import start, whole

_WORK = r"(?:article|texte|reportage|entretien|dossier|contenu|recit|portrait|billet|papier)"
_MEDIUM = r"(?:journal|media|magazine|site|redaction|revue|radio|quotidien|hebdomadaire|independance|journalisme)"
APPEALS = (
    start(
        Reason.SUBSCRIPTION,
        60,
        rf"(?=[\w'-]+ (?:vit|vivons|depend|existe|est) |.*\b(?:{_MEDIUM}s?|information|presse|actionnaires?|lecteurs|lectrices|abonnes|soutenez|abonnez|donnez|faites un don)\b)(?:[\w'-]+ ){{1,4}}(?:vit|vivons|depend|existe|est financee?) (?:de|grace a|par|exclusivement de|uniquement de) (?:vos dons|ses lecteurs|ses lectrices|ses abonnes)\b",
        needs=(" vos dons", " ses lect", " ses abonnes"),
    ),
    start(
        Reason.SUBSCRIPTION,
        60,
        rf"(?:[\w'-]+ ){{1,4}}est un {_MEDIUM} (?:independant|libre|associatif|gratuit|sans publicite)\b.{{0,120}}\b(?:faites un don|chaque don compte|abonnez-vous|soutenez-(?:le|la|nous))\b",
        needs=(" est un ",),
    ),
    start(
        Reason.SUBSCRIPTION,
        60,
        r"(?:en vous abonnant|en faisant un don|en nous soutenant|grace a votre (?:don|abonnement|soutien)),? (?:vous|nous) ",
        r"(?:puisque|si|maintenant que) vous (?:etes ici|avez lu cet article|appreciez (?:notre|nos))\b",
        r"nous avons (?:une faveur|un service)\b.{0,60}\bdemander\b|nous avons besoin de (?:votre soutien|vos dons)\b",
        rf"(?:cet? |cette )?{_WORK} vous a (?:plu|ete utile|interesse)\b",
        rf"(?:notre|votre) {_MEDIUM} (?:ne )?(?:vit|existe|depend|tient|est finance)\w* (?:que |uniquement |exclusivement )?(?:grace|par|de) ",
        r"(?:faites|faire) un don\b|je (?:donne|fais un don)$|\d\d ?% de votre don\b|(?:votre|vos|chaque) dons? .{0,60}\b(?:deductibles?|impots|redaction|independan\w+)\b",
        r"vous avez lu cet article (?:en entier|jusqu'au bout|jusqu'a la fin)\b",
        r"(?:decouvrez|retrouvez|recevez) l'essentiel de l'(?:actualite|info)\b.{0,30}$",
        rf"soutenez (?:un|une|la|le|notre|votre|l') ?(?:{_MEDIUM}|presse|information)\b.{{0,60}}$",
        r"acced(?:ez|er) a (?:tous|toutes|l'ensemble|l'integralite)\b",
        r"en cliquant sur .{2,40},? (?:j'accepte|vous acceptez|je reconnais|vous reconnaissez)\b",
        r"en (?:vous inscrivant|vous abonnant|creant (?:un|votre) compte|validant|soumettant|renseignant)\b.{0,60}(?:\bj'accept|\bvous (?:accept|consent|reconnaiss|autoris)\w+ .{0,60}\b(?:conditions|politique|charte|cg[uv]|newsletters?|courriels?|donnees|cookies)\b)",
    ),
    start(
        Reason.INTERFACE,
        45,
        r"cher lecteur,? chere lectrice\b|chere? (?:lectrice|lecteur|abonnee?)s?,",
        r"(?:si )?vous souhaitez (?:nous adresser|exercer|demander) (?:un|votre) droit de reponse\b|si vous souhaitez nous adresser un droit de reponse\b",
        rf"(?:cet?|cette) {_WORK} (?:a (?:d'abord |initialement |aussi |egalement )?ete publiee?|est (?:paru|initialement paru|issu|extrait|tire)|fait partie|provient)\b.{{0,60}}\b(?:edition|numero|cahier|magazine|hors-serie|newsletter|lettre|journal|version papier)\b",
        rf"retrouvez (?:cet?|cette|l'|notre|l'integralite de (?:cet|l')) ?{_WORK} (?:dans|en kiosque|sur)\b",
        rf"(?:cet?|cette|ces) {_WORK}s? (?:a|ont|est|sont) (?:ete )?(?:produit|realise|redige|concu)s? (?:par l'equipe|par le service|en partenariat|en collaboration|avec le soutien|pour le compte)\b",
        r"(?:ce|le|cette) (?:resume|synthese|traduction|transcription) (?:a ete|est|etait) (?:genere|produit|redige|realise)\w*\b",
        r"utilisez les fleches\b|ce contenu (?:externe )?(?:ne peut|n'est pas|n'a pas pu)\b.{0,60}$",
        r"continuez (?:la|votre) lecture\b.{0,40}$|merci de votre (?:patience|comprehension|fidelite)\b",
        r"(?:ecoutez|(?:re)?voyez|regardez) (?:notre|nos|l'integralite de) (?:emission|podcast|episode|chronique|journal|video|reportage)s?\b",
    ),
    start(
        Reason.COMMENTS,
        40,
        r"les commentaires (?:sont|seront|ont ete)(?: \w+)? (?:ferme|modere|desactive|clos)\w*(?:\W*$|\.| (?:par la redaction|(?:sur|sous|pour) cet article)\b)",
    ),
    start(
        Reason.COPYRIGHT,
        40,
        r"toute reproduction\b.{0,60}\binterdite\b",
        rf"(?:cet?|cette) {_WORK} est (?:publie |republie |mis a disposition )?(?:a partir de .{{2,40}} )?sous (?:licence|copyright)\b",
    ),
    start(
        Reason.METADATA,
        90,
        r"declarations? d'interets?\W*$|.{2,60} ne travaille(?:nt)? pas, ne conseille(?:nt)?\b|.{2,80} (?:apporte|fournit) des fonds en tant que (?:membre|partenaire)s?\b",
        needs=("declaration", " ne travaille", " des fonds en tant que"),
    ),
    start(
        Reason.INTERFACE,
        40,
        r"(?:vous devez |merci d'|veuillez )activer javascript\b",
        r"saisissez votre adresse e-?mail (?:pour|afin)\b|ajoutez[ -]nous a vos sources\b|carte interactive ?:? (?:cliquez|survolez|zoomez)\b",
        r"(?:cette|ce|la|le) (?:infographie|carte|video|tweet|post|publication|contenu|message) (?:ne s'affiche pas|a ete supprimee?|n'est plus (?:en ligne|disponible))\b",
        r"(?:re)?(?:produisez|publiez) (?:nos|cet|ces) articles?\b.{0,40}\b(?:gratuit|librement|licence|en ligne)|nous croyons (?:a|en) la libre circulation\b|before you go\b",
        r"(?:chaque (?:jour|semaine)|tous les jours),? (?:de nouvelles |nos |vos )?(?:grilles|jeux|mots croises|mots fleches)\b|(?:[\w'-]+ ){1,4}publie (?:regulierement )?des (?:chroniques|tribunes|opinions|points de vue)\b.{0,90}\b(?:exterieur|n'engage|redigees?)",
        r"vous souhaitez ecrire\W*$|ecrivez un article et rejoignez\b|voir les partenaires\b|ce site utilise akismet\b",
        rf"(?:cet? )?{_WORK} (?:redige|traduit|genere|resume|produit|ecrit)e? (?:avec|a) l'aide d(?:e l'|'une? )(?:ia|intelligence artificielle|outil)",
    ),
    start(
        Reason.SOCIAL,
        30,
        r"suivez toute l'(?:actualite|info|actu)\b",
        r"pic\.twitter\.com/\w+$|(?:voir|afficher) cette publication sur \w+|une publication partagee par\b",
    ),
    start(
        Reason.SUBSCRIPTION,
        16,
        r"(?:profitez|beneficiez) d'un acces (?:illimite|complet|gratuit)\b|vous avez (?:deja )?lu \d+ (?:de vos )?(?:\d+ )?articles?\b|il vous reste \d+ articles?\b",
        r"(?:pour|des|seulement|a partir de) \d+(?:[.,]\d+)? ?(?:€|euros?|\$|dollars?|chf|francs|f ?cfa) ?(?:par |/ ?)(?:mois|semaine|an|jour)\W*$",
        r"(?:etes-vous|vous etes) prete?s? a passer au (?:numerique|journal numerique)\b|ne passez pas a cote de (?:l'|toute l'|nos )(?:actu|info|article)",
        r"(?:chaque|tous les) (?:matin|soir|midi|jour|semaine|vendredi|lundi|dimanche|samedi)s?,? (?:l'essentiel|le meilleur|toute l'actualite)\b",
    ),
    whole(
        Reason.COMMENTS,
        30,
        r"(?:une|deux|trois|\d+) (?:reponses?|reflexions?|pensees?|commentaires?) (?:a|sur|au sujet de) .{2,160}",
        r"vos (?:reactions|commentaires|messages)(?: ?\(\d+\))?|repondre a ce message|le \d{1,2} .{3,20} a \d{1,2} ?[:h] ?\d\d,? par .{1,40}?(?: en reponse a .*)?",
        r"participe[rz] a la discussion|votre commentaire|nouveau commentaire|rejoi(?:gnez|ndre) la (?:discussion|conversation)|sort by (?:newest|oldest|best)",
        r"\d+ ?\. ?postee? par .{2,60}|\d+ ?\. le \d.{4,30},? par .{2,40}|.{2,40} [•·] il y a (?:une?|\d+) (?:ans?|mois|jours?|heures?|semaines?)",
        r"enregistrer mon nom, mon e-mail .{2,90}",
    ),
    whole(
        Reason.INTERFACE,
        6,
        r"(?:mon|ma|mes) (?:actu|fil|flux|articles?|alertes?|favoris|journal|abonnement|newsletters?|region|commune|ville|selection)s?",
        r"a (?:voir|ecouter|regarder) en (?:video|images|audio|replay|direct)|(?:jusqu'a|economisez) \d\d? ?% (?:de )?(?:remise|reduction)",
        r"(?:la )?suite de (?:l'|cet )article|voir la (?:carte|video|galerie|fiche)|infogram|flourish|datawrapper|un (?:tweet|post|message) de @\w+",
        r"langues?|english|espanol|portugues|envoyer un (?:courriel|e-?mail|message) a l'auteure?",
        r"-?\d{1,2} ?°c?(?: ?[/|-] ?-?\d{1,2} ?°c?)?|votre meteo (?:avec|par|du jour|chez vous)\b.{0,20}|ne se prononce(?:nt)? pas|sans opinion|je vote|votez|voir les resultats|\d[\d .]* (?:votes?|votants?)",
        r"voir (?:le |les |tous les |tout l')(?:classements?|calendriers?|resultats?|agenda)(?: complete?s?)?",
        r"votre meteo",
        r"besoin d'aide ?\??|video player|lecteur video|service (?:client|abonnes|abonnements)",
    ),
    start(
        Reason.ADVERTISING,
        40,
        r"jouer comporte des risques ?(?::|$)",
    ),
    start(
        Reason.CONTACT,
        20,
        r"une (?:erreur|faute|coquille|question|suggestion|remarque|precision)(?:,? (?:ou )?une (?:erreur|faute|coquille|question|suggestion|remarque|precision|info\w*))* ?\? ?(?:ecrivez|contactez|signalez|dites)[ -](?:nous|la|le)(?: nous)?\W*$",
    ),
    start(
        Reason.CREDIT,
        14,
        r"citation de [\w' .-]{3,40}(?:, [^.!?:;]{2,60})?$|(?!.* (?:a|ont|est|etait|sont) )[^.!?:;«»\"“”]{3,90}, au micro d(?:e |')[^.!?:;«»\"“”,]{3,40}$",
        needs=("citation de ", ", au micro d"),
    ),
    whole(
        Reason.INTERFACE,
        6,
        r"(?:je )?(?:soutiens|commande|feuillette|postule|participe)|j'achete|montant libre|paiement securise|postuler|toutes les (?:offres|annonces|videos)|tous les rendez-vous|feuilleter(?: un extrait)?",
        r"acheter ce numero|voir l'annonce|revivez le match|feuille de match|(?:commencer|faire|jouer au) (?:le |ce )?quiz|apple podcasts?|spotify|deezer|castbox|podcast addict|amazon music",
        r"(?:envoyer|donner|partager) vos remarques|vous voyez une erreur ?\??|et vous,? qu'en pensez-vous ?\??|.{2,40} \(?h/f\)?",
    ),
    start(
        Reason.COPYRIGHT,
        25,
        r"directeur\w* de (?:la )?publication ?:|directrice de (?:la )?publication ?:|issn ?:? \d{4}-\d|cppap\b|commission paritaire\b|(?:site|portail) (?:realise|concu|developpe) par\b",
    ),
    start(
        Reason.SUBSCRIPTION,
        20,
        r"toute l'(?:actualite|info|actu)\b.{0,40}\b(?:appli|application|votre (?:mobile|telephone|boite))\b",
        r"vous comptez sur .{2,40}\?.{0,60}\bcompte sur vous",
    ),
)
STORED = start(
    Reason.INTERFACE,
    60,
    r"(?:voici|ceci est|this is|il s'agit de) (?:la version|un instantane|google's cache|le cache|une copie)\b.{0,40}\b(?:cache|archive|page|google)\b",
    r"(?:astuce|tip) ?: (?:pour|to) (?:trouver|quickly find)\b.{0,60}(?:terme|search term)",
    r"(?:cette page a ete (?:archivee|enregistree)|(?:webpage|page) (?:archived|saved) (?:from|by)|saved from|archive (?:de|du|from)) .{2,80}$",
)
"""What a cache or an archive says above the page that it stored."""
