"""Which forms are one word and which are not, by kinds; and that the compiled tables are up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from handful import make_article, open_index

from index.entities.gazetteer import parse, shipped_files
from index.french.families import families
from index.model.found import SearchRequest
from index.text.folding import fold

ONE_WORD = """
lieu lieux · milieu milieux · neveu neveux · essieu essieux · vœu vœux · aveu aveux · cheveu cheveux
pneu pneus · bleu bleus · feu feux · jeu jeux · enjeu enjeux · banlieue banlieues · hameau hameaux
plateau plateaux · drapeau drapeaux · manteau manteaux · troupeau troupeaux · jumeau jumelle
travail travaux · vitrail vitraux · bail baux · soupirail soupiraux · détail détails · portail portails
éventail éventails · tribunal tribunaux · général généraux · amiral amiraux · animal animaux · métal métaux
cheval chevaux · maréchal maréchaux · arsenal arsenaux · festival festivals · carnaval carnavals · bal bals
bancal bancals · final finale · fatal fatals · naval navals · municipal municipaux · départemental départementale
genou genoux · chou choux · hibou hiboux · joujou joujoux · pou poux · trou trous · fou folle · mou molle
œil yeux · ciel cieux · aïeul aïeux · monsieur messieurs · madame mesdames · tout toutes · tel telles · quel quelles
os os · nez nez · prix prix · corps corps · emploi emplois · loi lois · convoi convois · envoi envois · proie proies
élu élue · élus élues · prévenue prévenus · accusé accusée · blessé blessées · réfugié réfugiés · employé employées
détenue détenus · salarié salariée · retraité retraitée · associé associés · invité invitée · délégué déléguée
grec grecques · turc turque · public publique · franc franche · sec sèche · blanc blanches · frais fraîche
doux douce · roux rousse · faux fausse · jaloux jalouse · vieux vieille · beau belle · nouveau nouvelle · vieil vieux
long longue · oblong oblongue · favori favorite · malin maligne · gentil gentille · nul nulle
épais épaisse · gros grosse · bas basse · las lasse · exprès expresse · tiers tierce · pareil pareille
ancien ancienne · européen européenne · breton bretonne · mignon mignonne · muet muette · complet complète
discret discrète · inquiet inquiète · secret secrète · net nette · sot sotte · idiot idiote · aigu aiguë
ambigu ambiguë · neuf neuve · vif vive · bref brève · veuf veuve · sauf sauve · juif juive · actif actives
offensif offensive · définitif définitives · naïf naïve · administratif administratives
heureux heureuse · dangereux dangereuses · religieux religieuse · amoureux amoureuse · nombreux nombreuse
premier première · dernier dernières · entier entière · policier policières · infirmier infirmière
ouvrier ouvrières · caissier caissière · banquier banquière · romancier romancière · prisonnier prisonnière
boulanger boulangère · étranger étrangères · passager passagère · berger bergère
directeur directrice · acteur actrices · lecteur lectrice · électeur électrices · conducteur conductrice
inspecteur inspectrice · instituteur institutrice · créateur créatrice · sénateur sénatrice · auteur autrice
auteur auteure · ambassadeur ambassadrice · rédacteur rédactrices · agriculteur agricultrices · facteur factrice
vendeur vendeuse · chanteur chanteuse · danseur danseuses · coiffeur coiffeuse · chercheur chercheuse
travailleur travailleuse · joueur joueuses · serveur serveuse · entraîneur entraîneuse · éboueur éboueuse
procureur procureure · professeur professeure · ingénieur ingénieure · gouverneur gouverneure
docteur docteure · défenseur défenseure · député députées · maire maires · préfet préfète · chef cheffe
président présidente · avocat avocates · magistrat magistrate · soldat soldate · écrivain écrivaine
chirurgien chirurgienne · pharmacien pharmacienne · gardien gardienne · lycéen lycéenne · citoyen citoyennes
prince princesse · duc duchesse · maître maîtresse · poète poétesse · empereur impératrice · hôte hôtesse
témoin témoins · juge juges · ministre ministres · secrétaire secrétaires · journaliste journalistes
parler parlait · parler parleront · parler parlèrent · chanter chantâmes · trouver trouvât · rester restant
manger mangeait · manger mangeons · nager nageait · placer plaçait · avancer avançons · commencer commençaient
acheter achètera · appeler appellerait · jeter jetterons · geler gelait · peser pèsent · mener mènera · lever levait
céder cèdent · céder cédera · espérer espère · régler règlera · protéger protégeaient · répéter répètent
payer payait · payer paiera · envoyer envoie · envoyer enverrait · essuyer essuie · nettoyer nettoient · employer emploie
étudier étudiions · créer créé · créer créées · tuer tuées · lier liée
finir finissait · finir finissent · grandir grandirent · choisir choisissez · réussir réussi · bâtir bâtie · haïr hait
partir part · partir partait · sortir sortent · dormir dormait · servir servaient · sentir sentit · mentir ment
courir courut · courir courra · mourir mort · mourir meurent · mourir mourut · ouvrir ouvraient · offrir offert
couvrir couvre · souffrir souffert · cueillir cueille · fuir fuyait · vêtir vêtu · acquérir acquis · conquérir conquiert
venir vint · venir viendrait · devenir devenue · tenir tenait · obtenir obtenus · maintenir maintient · revenir revinrent
voir vit · voir verra · prévoir prévu · prévoir prévoyait · pouvoir pourra · pouvoir puisse · vouloir voudrait
vouloir voulu · savoir su · savoir sache · devoir doivent · devoir dû · devoir dut · recevoir reçu · recevoir reçoivent
apercevoir aperçut · falloir fallu · falloir faudra · valoir vaudra · pleuvoir pleuvait · asseoir assis · asseoir assied
émouvoir ému · prendre prennent · prendre prirent · apprendre apprit · comprendre comprise · mettre mis
permettre permettait · promettre promirent · battre battit · combattre combattaient · vendre vendent · rendre rendu
perdre perdait · répondre répondit · attendre attendent · défendre défendu · descendre descendus · fondre fondent
craindre craignait · plaindre plaint · joindre joignent · peindre peinte · éteindre éteignit · atteindre atteint
dire dites · dire disait · interdire interdite · contredire contredit · lire lu · élire élue · élire élurent
écrire écrivait · décrire décrivent · inscrire inscrite · faire font · faire fera · faire fasse · défaire défait
conduire conduisait · produire produite · construire construit · détruire détruisirent · traduire traduit
plaire plut · taire tait · croire crut · croire croyait · boire boivent · boire bu · connaître connu
connaître connaissait · paraître paraissent · disparaître disparue · naître naquit · croître croissait · vivre vécu
vivre vivaient · suivre suivi · suivre suivait · rire riait · sourire sourit · conclure conclut · exclure exclus
résoudre résolu · résoudre résolvent · coudre cousu · moudre moulu · vaincre vainquit · convaincre convainquent
rompre rompit · interrompre interrompue · aller vont · aller ira · aller aille · aller allait · bouillir bout
clé clés · clé clef · clefs clé · événement évènements · évènement événement · paie paye · maître maitre
connaître connait · île ile · août aout · coût cout · oignon ognon · nénuphar nénufar · réglementer règlementer
interpeller interpeler · week-end week-ends · céderait cèderait · assener asséner
sou sous · fil fils · pays pays · cours cours · héros héros · travaux travail · gaz gaz · bras bras
mail mails · tweet tweets · drone drones · match matchs · sandwich sandwiches · scénario scénarios · forum forums
média médias · référendum référendums · agenda agendas · visa visas · virus virus · maximum maximums
"""
TWO_WORDS = """
gaza gazer · gaza gaz · mali mal · mali malin · gard garder · gard garde · tours tourner · tours tour · lens lent
mans manche · mans main · oise oiseau · rome romain · reims reine · blois bloc · bourges bourg · bourges bourgeois
laval laver · pau peau · bonn bonne · nice nièce · vienne venir · nantes nantir · cannes canne · caen can
brest brestois · lille lilas · metz mettre · foix fois · sens sensé · dijon dix · nancy nance · lyon lion
marne marner · seine sein · vannes van · vichy vicié · suez suer · rabat rabattre · milan mil
calais cale · limoges limer · paris parier · macron macro · poutine pou · hollande hollandais
commune communication · commune communiste · commune communauté · port portable · port porter · banque banquet
grève grave · action actionnaire · mer mère · mur mûr · mur mûre · sale salle · jeune jeûne · cour courir
cour coureur · poste post · base bas · armée arme · armes armée · arrêté arrêt · journal journée · général générer
université universel · organe organiser · marin maritime · militant militaire · secret secrétaire · tribune tribunal
éclat éclair · règle règlement · état été · état étatique · vent vente · bon bonus · saint sain · coupe coup
coupe couple · mort mortel · parc parce · note notamment · série sérieux · forêt foret · tâche tache · sur sûr
marché marche · marche marché · montre montrer_ · point pointe · partie parti · pêche pêcheur · pêche péché
violent violer · violer violent · président présider · content conter · parent parer · couvent couver
chu choir · choir chu · usa user · user usa
cote côte · cote côté · côte coté · mais maïs · dès des · où ou · là la · été est · été être · est étaient
plan plante · plan planer · sport sportif · port porc · poisson poison · désert dessert · cheval chevalier
chat château · loi loin · foi foie · roi roide · main maintenir · main maintenant · ville village · ville villa
nation natal · école écologie · logement loge · droit droite_ · force forcené · vol volonté · viol violence
viol violon · vote votif · cas casser · casse case · car carte · carte carton · peine peindre · peinture peine
livre livret · lit litre · pont pontife · front frontière · camp campagne · champ champion · boîte boit
police politique · polir police · pouvoir peu · fin finance · fin finir · cent centre · cent central · mille milieu
père périr · fait fête · fille fil · fils fil_ · chaîne chêne · médecin médicament · hôpital hospice · maison mais
maire mairie · ministre ministère · président présidence · député députation · sénat sénile · conseil conseiller
assemblée ensemble · parlement parler · gouvernement gouverneur · république publicité · démocrate démocratie
élection électeur · élection élu · candidat candide · vote voter_ · campagne campagnard · parti partir_
guerre guérir · soldat solde · bombe bombance · canon canonique · feu feuille · eau eautre · air aire · terre terrible
mine minorité · mine minute · usine user · grain grainetier · voile violer · moule moulin · tombe tomber_
"""


def pairs(text: str) -> list[tuple[str, str]]:
    found = []
    for pair in text.replace("\n", " · ").split(" · "):
        words = pair.split()
        if len(words) == 2 and not any(word.endswith("_") for word in words):
            found.append((words[0], words[1]))
    return found


def covered(word: str) -> set[str]:
    lexicon = families()
    forms = {word}
    for one in lexicon.meant_by(word):
        family = lexicon.of(one)
        assert family is not None
        forms |= family.kin | family.others
    return forms


@pytest.mark.parametrize(("one", "other"), pairs(ONE_WORD))
def test_either_form_finds_the_other(one: str, other: str) -> None:
    assert other in covered(one)
    assert one in covered(other)


@pytest.mark.parametrize(("word", "other"), pairs(TWO_WORDS))
def test_a_word_does_not_find_another(word: str, other: str) -> None:
    assert other not in covered(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("evenements", {"événements", "évènements"}), ("elu", {"élu"}), ("mur", {"mur"}),
     ("coeur", {"cœur"}), ("qqqzzz", set())],
)  # fmt: skip
def test_what_is_no_word_stands_for_those_it_is_written_like(typed: str, meant: set[str]) -> None:
    assert set(families().meant_by(typed)) == meant


@pytest.mark.parametrize(
    ("word", "grammar"),
    [
        ("mai", "mais"), ("ver", "vers"), ("foi", "fois"), ("no", "nos"),
        ("fûts", "fut"), ("plaire", "plus"), ("suivre", "suis"), ("entrer", "entre"),
        ("luire", "lui"), ("taire", "tu"), ("sûre", "sur"), ("pouvoir", "puis"),
        ("pendre", "pendant"), ("durer", "durant"), ("devoir", "devant"), ("ors", "or"),
    ],
)  # fmt: skip
def test_a_word_of_grammar_is_no_form_of_another(word: str, grammar: str) -> None:
    family = families().of(word)
    assert family is not None
    assert grammar not in family.kin | family.others
    # Who asks for it is given it.
    own = families().of(grammar)
    assert own is None or grammar in own.kin


def test_a_name_covers_itself_only_but_for_its_accents() -> None:
    assert covered("israel") == covered("israël") == {"israel", "israël"}
    assert covered("paris") >= {"paris"} and "pari" not in covered("paris")


def test_the_tables_know_the_places_of_the_gazetteers() -> None:
    """Where a city that was added is also a form of a word: python tools/families.py."""
    names = [e.name.lower() for e in parse(shipped_files()["cities.yaml"]) if e.name.isalpha()]
    own = yaml.safe_load(Path("index/french/data/families.yaml").read_text("utf-8"))
    words_too = {word for line in own["words_too"] for word in line.split()}
    more = {n for n in names if {fold(form) for form in covered(n)} != {fold(n)}}
    assert more <= words_too


def test_the_tables_are_small_and_say_where_they_come_from() -> None:
    data = Path("index/french/data")
    assert sum((data / name).stat().st_size for name in ("families.bin", "usual.bin")) <= 5_000_000
    notice = (data / "NOTICE.md").read_text("utf-8")
    assert "Mozilla Public License 2.0" in notice and "Lexique 3.83" in notice


def test_an_acronym_is_no_form_of_another_word(tmp_path: Path) -> None:
    """« OMS » covered « OM », « CHU » covered « chois »."""
    articles = [
        make_article("oms", "L'OMS alerte, dit le CHU. Les gafam et le GAFAMS se taisent."),
        make_article("om", "L'OM gagne. Tu chois donc, et il cherra. Il use de tout."),
        make_article("usa", "Aux USA, rien."),
    ]
    searcher = open_index(tmp_path / "i", articles)
    for typed, ids in (("OMS", {"oms"}), ("OM", {"om"}), ("chu", {"oms"}), ("usa", {"usa"})):
        page = searcher.search(SearchRequest(typed))
        assert {hit.id for hit in page.hits} == ids, typed
    assert {"gafam", "gafams"} == set(searcher.search(SearchRequest("gafam")).covers[0].forms)
    searcher.close()
