"""The wordings with which a site asks its readers to accept that it follows them.

Written for lines in their plain form (`phrases.plain`).
"""

from __future__ import annotations

from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.wordings import start, whole

CONSENTS = (
    start(
        Reason.COOKIES,
        90,
        r"(?=.*\b(?:cookies?|traceurs)\b)[^«\"]*\b(?:nous utilisons|nos partenaires|notre site|ce site|en cliquant|en continuant|en poursuivant|vous acceptez|vous pouvez|votre (?:consentement|navigation|navigateur|choix|experience|terminal|appareil))\b",
        needs=("cookie", "traceurs"),
    ),
    start(
        Reason.COOKIES,
        90,
        r"(?:continuer|poursuivre) sans accepter",
        r"(?:nous et )?nos (?:\d+ )?partenaires (?:stock|utilis|trait|et nous)",
        r"nous (?:respectons|accordons|et nos partenaires).{0,60}(?:vie privee|donnees)",
        r"en (?:poursuivant|continuant) (?:votre|la|sur) (?:navigation|visite|ce site)",
        r"vous avez (?:choisi de refuser|refuse) (?:les|de)\b",
        r"ce contenu (?:a ete bloque|est bloque|n'est pas visible)",
    ),
    whole(
        Reason.COOKIES,
        8,
        r"(?:tout |j')?(?:accepte[rz]?|refuse[rz]?)(?: tout| et fermer| et continuer| les cookies| sans)?",
        r"(?:parametrer|gerer|personnaliser|modifier)(?: (?:mes|les|vos|ses)? ?(?:cookies|choix|preferences|consentements?))?",
        r"(?:politique|charte) (?:de|des|sur les) (?:cookies|confidentialite|donnees personnelles|vie privee)",
        r"panneau de gestion des cookies",
        r"mentions legales|conditions generales(?: d'utilisation| de vente)?|cgu|cgv|donnees personnelles|vie privee|confidentialite",
    ),
)
