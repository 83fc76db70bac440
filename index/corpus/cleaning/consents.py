"""The wordings with which a site asks its readers to accept that it follows them.

Written for lines in their plain form (`phrases.plain`).
"""

from __future__ import annotations

from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.wordings import start, whole

_USED = r"(?:utilis|depos|accept|refus|param|gere|consent|stock|navig|traceurs|mesur|publicit|personnalis|fonctionn|anal|trait|expir|desactiv|bloqu|politique)"
"""What a site says of its cookies; biscuits are eaten, baked and sold."""
CONSENTS = (
    start(
        Reason.COOKIES,
        90,
        rf"(?=.*\b(?:cookies?|traceurs)\b)(?=.*\b{_USED})[^«\"]*\b(?:nous utilisons|nos partenaires|notre site|ce site|en cliquant|en continuant|en poursuivant|vous acceptez|vous pouvez|votre (?:consentement|navigation|navigateur|choix|experience|terminal|appareil))\b",
        needs=("cookie", "traceurs"),
    ),
    start(
        Reason.COOKIES,
        90,
        r"(?:continuer|poursuivre) sans accepter",
        r"(?:nous et nos (?:\d+ )?partenaires (?:stock|utilis|trait)|nos (?:\d+ )?partenaires et nous\b)",
        r"nos (?:\d+ )?partenaires (?:stock|utilis|trait)\w*\b.{0,80}\b(?:cookies?|traceurs|donnees|informations|appareil|terminal|navigation)\b",
        r"nous (?:respectons|accordons)\b.{0,60}\bvo(?:tre|s) (?:vie privee|donnees)|nous et nos partenaires.{0,60}(?:vie privee|donnees)",
        r"en (?:poursuivant|continuant) (?:(?:votre|la) (?:navigation|visite)|sur ce site)\b.{0,80}(?:\bvous (?:accept|autoris|consent|reconnaiss)|\bj'accept|\bcookies?\b|\btraceurs\b)",
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
