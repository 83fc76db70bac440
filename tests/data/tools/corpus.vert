<doc id="1" title="La digue de Valcreux cède sous la houle" source="La Vague" author="Odile Perrin" date="2024-03-04">
<s>
La	X	la
digue	X	digue
du	X	du
port	X	port
de	X	de
Valcreux	X	valcreux
a	X	a
cédé	X	cédé
lundi	X	lundi
à	X	à
l’	X	l’
aube	X	aube
sous	X	sous
une	X	une
vague	X	vague
de	X	de
quatre	X	quatre
mètres	X	mètres
.	X	.
</s>
<s>
Le	X	le
maire	X	maire
demande	X	demande
à	X	à
la	X	la
région	X	région
une	X	une
aide	X	aide
de	X	de
deux	X	deux
millions	X	millions
d’	X	d’
euros	X	euros
pour	X	pour
la	X	la
réparer	X	réparer
.	X	.
</s>
<s>
Les	X	les
pêcheurs	X	pêcheurs
ont	X	ont
déplacé	X	déplacé
leurs	X	leurs
bateaux	X	bateaux
dans	X	dans
le	X	le
bassin	X	bassin
voisin	X	voisin
avant	X	avant
la	X	la
nuit	X	nuit
.	X	.
</s>
</doc>
<doc id="2" title="Farine : les boulangers de Morlande disent non" source="Le Fournil" author="Marc Aubry" date="2024-03-05">
<s>
Le	X	le
syndicat	X	syndicat
des	X	des
boulangers	X	boulangers
de	X	de
Morlande	X	morlande
refuse	X	refuse
la	X	la
hausse	X	hausse
du	X	du
prix	X	prix
de	X	de
la	X	la
farine	X	farine
.	X	.
</s>
<s>
Une	X	une
réunion	X	réunion
est	X	est
prévue	X	prévue
jeudi	X	jeudi
à	X	à
la	X	la
chambre	X	chambre
de	X	de
métiers	X	métiers
,	X	,
selon	X	selon
son	X	son
président	X	président
.	X	.
</s>
<s>
Trois	X	trois
meuniers	X	meuniers
sur	X	sur
dix	X	dix
ont	X	ont
déjà	X	déjà
fermé	X	fermé
depuis	X	depuis
le	X	le
début	X	début
de	X	de
l’	X	l’
année	X	année
.	X	.
</s>
</doc>
