/** Ce que le moteur, les fichiers d'États et les scénarios disent en anglais, en français : par texte exact, puis par forme. */

/** Raisons pour lesquelles un État n'a pas de date, et conditions de résultats supposés. */
export const recordFr: Record<string, string> = {
  'only the Falkland Islands/Malvinas are concerned, which the United Kingdom declared clear in 2020':
    'seules les îles Falkland/Malvinas sont concernées ; le Royaume-Uni les a déclarées dépolluées en 2020',
  'Argentina has not verified this and has not declared completion':
    'l’Argentine ne l’a pas vérifié et n’a pas déclaré l’achèvement',
  'no total of land with anti-personnel mines exists since the war of 2020':
    'aucun total des terres contenant des mines antipersonnel n’existe depuis la guerre de 2020',
  'the figures of the authority count mines and all other ordnance together':
    'les chiffres de l’autorité comptent ensemble les mines et tous les autres engins',
  'nine tenths of the land held to be affected were not yet checked in March 2023':
    'neuf dixièmes des terres tenues pour touchées n’avaient pas encore été contrôlés en mars 2023',
  'armed groups lay more':
    'des groupes armés en posent davantage',
  'the extent of the improvised mines is not known':
    'l’étendue des mines improvisées n’est pas connue',
  'the deadline of 2013 passed without a request':
    'l’échéance de 2013 est passée sans demande de prolongation',
  'it keeps its minefields around the United States base at Guantanamo, for defence':
    'il conserve pour sa défense ses champs de mines autour de la base des États-Unis à Guantánamo',
  'the area of these minefields is not published':
    'la superficie de ces champs de mines n’est pas publiée',
  'there is no mine action programme, and nothing was cleared in the ten years to 2019':
    'il n’y a pas de programme de lutte antimines, et rien n’a été dépollué dans les dix ans jusqu’à 2019',
  'what is left lies outside government control and cannot be entered':
    'ce qui reste échappe au contrôle du gouvernement et n’est pas accessible',
  'United Nations deminers were sent home in November 2017':
    'les démineurs des Nations Unies ont été renvoyés en novembre 2017',
  'the later totals (1.7 and 2 km2) count all hazards and repeat data of 2018':
    'les totaux ultérieurs (1,7 et 2 km²) comptent tous les dangers et reprennent des données de 2018',
  'the government says that no anti-personnel mine is left on the land that it controls':
    'le gouvernement dit qu’il ne reste aucune mine antipersonnel sur les terres qu’il contrôle',
  'no credible figure of mined land has ever been given':
    'aucun chiffre crédible des terres minées n’a jamais été donné',
  'the figures that exist, 248 or 2,680 km2, count mines and all other war remnants':
    'les chiffres existants, 248 ou 2 680 km², comptent les mines et tous les autres restes de guerre',
  'the army clears land, but details of the work are not reported':
    'l’armée dépollue des terres, mais le détail de ce travail n’est pas publié',
  'no report since 2013, so the 33 km2 of then may be anything today':
    'aucun rapport depuis 2013 : on ne sait pas ce que sont devenus les 33 km² d’alors',
  'no sign of any survey or clearance since':
    'aucun signe d’enquête ni de dépollution depuis',
  'the strip along the Berm, thought to be mined most densely, has never been surveyed':
    'la bande le long du mur de sable, que l’on pense la plus densément minée, n’a jamais fait l’objet d’une enquête',
  'for the land west of the Berm there is no mined area that anybody trusts':
    'à l’ouest du mur de sable, aucun chiffre de zone minée n’est tenu pour fiable',
  'the only count of land with anti-personnel mines is of 2017, for the east alone':
    'le seul décompte des terres contenant des mines antipersonnel date de 2017 et ne porte que sur l’est',
  'operations stopped, in a time of renewed conflict, and started again only in May 2023':
    'les opérations ont cessé avec la reprise du conflit et n’ont recommencé qu’en mai 2023',
  'no figure of land with anti-personnel mines was found that can be read':
    'aucun chiffre lisible des terres contenant des mines antipersonnel n’a été trouvé',
  'Abkhazia and South Ossetia are outside the control of the government':
    'l’Abkhazie et l’Ossétie du Sud échappent au contrôle du gouvernement',
  'the border minefield at the Red Bridge needs an understanding with Azerbaijan':
    'le champ de mines frontalier du Pont rouge exige une entente avec l’Azerbaïdjan',
  'no international operator is left, and no mined land was released after 2022':
    'il ne reste aucun opérateur international, et aucune terre minée n’a été remise à disposition après 2022',
  '43 suspected areas have no size; only two of nine confirmed areas hold anti-personnel mines':
    '43 zones soupçonnées sont sans superficie ; seules deux des neuf zones confirmées contiennent des mines antipersonnel',
  'survey stopped twice in 2024 for lack of money':
    'l’enquête s’est arrêtée deux fois en 2024, faute d’argent',
  'no land was released since the finds of 2021':
    'aucune terre n’a été remise à disposition depuis les découvertes de 2021',
  'the state publishes neither how much land is mined nor what is cleared':
    'l’État ne publie ni l’étendue des terres minées ni ce qui est dépollué',
  'mines lie on and near the Line of Control with Pakistan, laid by the army':
    'des mines posées par l’armée se trouvent sur la ligne de contrôle avec le Pakistan et à proximité',
  'new mines were listed for 2016 and 2017, also by insurgents elsewhere':
    'de nouvelles mines ont été signalées pour 2016 et 2017, posées aussi par des insurgés ailleurs',
  'there is no civilian programme; the army decides what is cleared':
    'il n’y a pas de programme civil ; l’armée décide de ce qui est dépollué',
  'official figures contradict each other, and the newest, of 2014, count other ordnance too':
    'les chiffres officiels se contredisent, et les plus récents, de 2014, comptent aussi d’autres engins',
  'they leave out the borders with Afghanistan and Pakistan and the deserts of the east':
    'ils laissent de côté les frontières avec l’Afghanistan et le Pakistan et les déserts de l’est',
  'no results of clearance were available when last asked for':
    'aucun résultat de dépollution n’était disponible à la dernière demande',
  'use of new mines was reported between the middle of 2023 and October 2024':
    'un nouvel emploi de mines a été signalé entre le milieu de 2023 et octobre 2024',
  'totals since 2022 count all explosive remnants, so the newest anti-personnel figure is of 2021, from the press':
    'les totaux depuis 2022 comptent tous les restes explosifs ; le chiffre antipersonnel le plus récent est donc de 2021 et vient de la presse',
  'survey in Anbar and Ninewa keeps adding more mined land than is released':
    'l’enquête à Anbar et à Ninive ajoute toujours plus de terres minées qu’il n’en est remis à disposition',
  'no national release of anti-personnel mined land after 2015, only the Kurdistan Region\'s':
    'après 2015, aucun chiffre national de remise à disposition de terres minées antipersonnel, seulement celui de la région du Kurdistan',
  'Israel publishes only the mined areas that it does not need for its security':
    'Israël ne publie que les zones minées dont il n’a pas besoin pour sa sécurité',
  'the other minefields are secret, and nothing says that they will ever be cleared':
    'les autres champs de mines sont secrets, et rien ne dit qu’ils seront un jour dépollués',
  'the newest extent of anti-personnel mines that was read is of 2016; none was given for 2022':
    'l’étendue la plus récente de mines antipersonnel que l’on ait pu lire est de 2016 ; aucune n’a été donnée pour 2022',
  'what the army clears is not reported':
    'ce que l’armée dépollue n’est pas publié',
  'barrier minefields along the Demilitarized Zone stand for defence, with about 970,000 mines':
    'des champs de mines de défense, environ 970 000 mines, longent la zone démilitarisée',
  'the only figure of area is of 2010, and most of it was never confirmed':
    'le seul chiffre de superficie date de 2010, et la plus grande partie n’a jamais été confirmée',
  'a law on mine action is in force since 2025, but no rule yet lets the army release land':
    'une loi sur la lutte antimines est en vigueur depuis 2025, mais aucune règle ne permet encore à l’armée de remettre des terres à disposition',
  'no figure of mined area exists: all areas are of cluster munitions and other ordnance':
    'aucun chiffre de zone minée n’existe : toutes les zones concernent des sous-munitions et d’autres engins',
  'survey looks for cluster munitions, not for mines':
    'l’enquête cherche des sous-munitions, non des mines',
  'no mine clearance is planned; mines are destroyed where teams happen to meet them':
    'aucun déminage n’est prévu ; les mines sont détruites là où les équipes en rencontrent',
  'the extent of mined land is unknown, as there was never a national survey':
    'l’étendue des terres minées est inconnue, car il n’y a jamais eu d’enquête nationale',
  'the only area figures, of 2016, count all explosive hazards, and nobody repeats them now':
    'les seuls chiffres de superficie, de 2016, comptent tous les dangers explosifs, et plus personne ne les reprend',
  'power is divided, and operators in the east were stopped for a time until July 2024':
    'le pouvoir est divisé, et les opérateurs de l’est ont été arrêtés un temps, jusqu’en juillet 2024',
  'no mined land is released; the work is on other ordnance and single finds':
    'aucune terre minée n’est remise à disposition ; le travail porte sur d’autres engins et des découvertes isolées',
  'the state has no valid deadline and reports no contamination':
    'l’État n’a pas d’échéance valable et ne déclare aucune contamination',
  'no figure of mined area exists, for any year':
    'aucun chiffre de zone minée n’existe, pour aucune année',
  'the armed forces use mines extensively, as confirmed for 2024':
    'les forces armées emploient massivement des mines, comme confirmé pour 2024',
  'the record knows of no survey or clearance that is permitted':
    'les données publiques ne connaissent aucune enquête ni dépollution autorisée',
  'improvised mines in the border regions are not surveyed':
    'les mines improvisées des régions frontalières ne font pas l’objet d’enquêtes',
  'no land was released since March 2020, at Madama either':
    'aucune terre n’a été remise à disposition depuis mars 2020, à Madama non plus',
  'the coup of July 2023 ended most outside support':
    'le coup d’État de juillet 2023 a mis fin à l’essentiel du soutien extérieur',
  'the extent of the improvised mines in the north-east is unknown':
    'l’étendue des mines improvisées dans le nord-est est inconnue',
  'armed groups still lay mines there, and much land cannot be entered':
    'des groupes armés y posent encore des mines, et beaucoup de terres ne sont pas accessibles',
  'only the security forces clear, and they report no area':
    'seules les forces de sécurité dépolluent, et elles ne publient aucune superficie',
  'no stock is known at the origin':
    'aucun chiffre de terres minées n’est connu à la date de départ',
  'the state says that it has no uncleared mines, so no area is published':
    'l’État dit n’avoir aucune mine à enlever ; aucune superficie n’est donc publiée',
  'armed groups in the border areas lay mines; new ones were listed for 2016 and 2017':
    'des groupes armés posent des mines dans les zones frontalières ; de nouvelles ont été signalées pour 2016 et 2017',
  'clearance is the army\'s, and the record has no area of it':
    'la dépollution relève de l’armée, et aucune superficie n’en est connue',
  'nobody outside knows how much land is mined':
    'personne, hors du pays, ne sait combien de terres sont minées',
  'new mines are laid near the Demilitarized Zone, last reported from late 2023':
    'de nouvelles mines sont posées près de la zone démilitarisée, signalées en dernier lieu à la fin de 2023',
  'there is no mine action programme':
    'il n’y a pas de programme de lutte antimines',
  'Israel controls the mined land and must approve all demining':
    'Israël contrôle les terres minées et doit approuver tout déminage',
  'HALO\'s first phase of work ended in 2023, and the record names no permission for the rest':
    'la première phase des travaux de HALO s’est achevée en 2023, et aucune autorisation n’est connue pour le reste',
  'the official 18 km2 and a far lower estimate stand side by side':
    'les 18 km² officiels et une estimation bien plus basse coexistent',
  'the state does not publish how much of its land is mined':
    'l’État ne publie pas quelle part de ses terres est minée',
  'statements on the North Caucasus run from 14 to 245 km2, and no survey decides between them':
    'pour le Caucase du Nord, les déclarations vont de 14 à 245 km², et aucune enquête ne les départage',
  'there is no mine action authority; army and ministries clear without reporting areas':
    'il n’y a pas d’autorité de lutte antimines ; l’armée et les ministères dépolluent sans publier de superficies',
  'war since April 2023 stopped the national centre, and new mines are reported':
    'la guerre a arrêté le centre national en avril 2023, et de nouvelles mines sont signalées',
  'the 34 km2 of 2023 are explosive hazards of earlier wars, of all kinds':
    'les 34 km² de 2023 sont des dangers explosifs de toutes sortes, de guerres antérieures',
  'no figure of released mined land after 2016':
    'aucun chiffre de terres minées remises à disposition après 2016',
  'no national baseline, and the 72 km2 of 2018 are disputed':
    'pas d’état des lieux national, et les 72 km² de 2018 sont contestés',
  'a nationwide survey is still missing, and operators fell to two for lack of money':
    'une enquête nationale manque toujours, et il ne reste que deux opérateurs, faute d’argent',
  'no release figure after 2018':
    'aucun chiffre de remise à disposition après 2018',
  'the areas found after the fires of 2019 and 2021 have no size':
    'les zones découvertes après les incendies de 2019 et 2021 sont sans superficie',
  'two of the three areas then known were released in 2022 and one more area in early 2024, so nearly all that is left are those without a size':
    'deux des trois zones alors connues ont été remises à disposition en 2022 et une autre au début de 2024 ; il ne reste donc presque que les zones sans superficie',
  'no figure of mined land exists for the country, only surveys of single regions':
    'aucun chiffre des terres minées n’existe pour le pays, seulement des enquêtes sur quelques régions',
  'those surveys count all explosive ordnance, not mines alone':
    'ces enquêtes comptent tous les engins explosifs, et non les seules mines',
  'there was no national authority and no common database when last read':
    'à la dernière lecture, il n’y avait ni autorité nationale ni base de données commune',
  'mines of all sides of the war since 2011 are still to be found':
    'les mines de tous les camps de la guerre depuis 2011 restent à trouver',
  'all totals since 2022 are land that may hold any explosive ordnance, not mined area':
    'tous les totaux depuis 2022 sont des terres pouvant contenir tout engin explosif, et non des zones minées',
  'mines are in use on both sides since 2022':
    'des mines sont employées des deux côtés depuis 2022',
  'the extent cannot be measured while the war goes on':
    'l’étendue ne peut être mesurée tant que dure la guerre',
  'nobody has measured the land that holds anti-personnel mines':
    'personne n’a mesuré les terres qui contiennent des mines antipersonnel',
  'the national strategy is about unexploded ordnance; it does not deal with mines':
    'la stratégie nationale porte sur les engins non explosés ; elle ne traite pas des mines',
  'most clearance is the army\'s, which reports hardly any figures':
    'l’essentiel de la dépollution relève de l’armée, qui ne publie guère de chiffres',
  'no nationwide baseline, only 52 km2 found so far in the government-held part':
    'pas d’état des lieux national, seulement 52 km² trouvés jusqu’ici dans la partie tenue par le gouvernement',
  'two authorities, and land in between that nobody can enter':
    'deux autorités, et entre elles des terres où personne ne peut entrer',
  'released land is given for all explosive ordnance, mostly emergency clearance':
    'les terres remises à disposition le sont pour tous les engins explosifs, surtout par des interventions d’urgence',
  'survey and most teams stopped in 2023 for lack of money':
    'l’enquête et la plupart des équipes se sont arrêtées en 2023, faute d’argent',
  'the state file marks it as not estimable':
    'le fichier de l’État indique qu’aucune estimation n’est possible',
  'no figure of people exposed to mines is reported beside a recorded area':
    'aucun nombre de personnes exposées aux mines n’est déclaré pour une superficie recensée',
  'ceasefire and permission in 2028, and a baseline of 40 to 120 km2':
    'un cessez-le-feu et une autorisation en 2028, et un état des lieux de 40 à 120 km²',
  'a baseline survey by the end of 2027 that finds 30 to 110 km2, and access as today':
    'un état des lieux à la fin de 2027 qui trouve 30 à 110 km², et l’accès d’aujourd’hui',
};

/** Titres des parties de `minefree explain`. */
export const sectionsFr: Record<string, string> = {
  'Treaty and plan': 'Traité et plan',
  'Reported history': 'Historique déclaré',
  'Starting stock': 'Terres au départ',
  'Capacity (clearance-equivalent km2, at median parameters)': 'Capacité (km² équivalents dépollués, paramètres médians)',
  'Funding': 'Financement',
  'Donors': 'Donateurs',
  'Security': 'Sécurité',
  'What the scenario changes': 'Ce que change le scénario',
  'Casualties': 'Victimes',
  'Parameters in force': 'Paramètres en vigueur',
  'People': 'Personnes',
  'After completion': 'Après l’achèvement',
  'Counting of the land': 'Décompte des terres',
  'Reported after the origin': 'Déclaré après la date de départ',
  'Of another counting': 'Selon un autre décompte',
  'Declaration': 'Déclaration',
  'Published too late for this origin': 'Publié trop tard pour cette date de départ',
};

/** D'où vient un chiffre. */
export const kindsFr: Record<string, string> = {
  'data': 'donnée',
  'estimated from data': 'estimé à partir des données',
  'literature': 'littérature',
  'prior': 'a priori (jugement)',
  'calibrated': 'calibré',
  'lever': 'levier',
  'scenario': 'scénario',
  'imputed': 'imputé',
};

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const jour = (annee: string, mois: string, jours: string): string => `${Number(jours) === 1 ? '1er' : Number(jours)} ${MOIS[Number(mois) - 1]} ${annee}`;
const nombre = (texte: string): string => texte.replace('.', ',');
const REGIMES: Record<string, string> = { open: 'ouvert', restricted: 'accès restreint', conflict: 'conflit' };

type Forme = [RegExp, (...parts: string[]) => string];

/** Ce que le moteur compose lui-même. */
export const formsFr: Forme[] = [
  [/^no usable figure of land release in the five years to (\d+)$/, (a) => `aucun chiffre utilisable de remise à disposition dans les cinq ans jusqu’à ${a}`],
  [/^no stock since (\d+)$/, (a) => `aucun chiffre des terres minées depuis ${a}`],
  [/^no mined area is on record: the newest stock, of (\d+), is none$/, (a) => `aucune zone minée n’est recensée : le chiffre le plus récent, de ${a}, est zéro`],
  [/^declared complete on (\d+)-(\d+)-(\d+)$/, (a, m, j) => `achèvement déclaré le ${jour(a!, m!, j!)}`],
  [/^no yearly casualties are reported for the ten years to (\d+)$/, (a) => `aucun nombre annuel de victimes n’est déclaré pour les dix ans jusqu’à ${a}`],
];

/** Une valeur d'un scénario, sans ses années. */
export const valuesFr: Forme[] = [
  [/^([+-][\d.]+)%$/, (n) => `${nombre(n!).replace('-', '−')} %`],
  [/^([\d.]+) million USD a year on top$/, (n) => `${nombre(n!)} million${Number(n) >= 2 ? 's' : ''} d’USD de plus par an`],
  [/^([\d.]+) million USD a year in all$/, (n) => `${nombre(n!)} million${Number(n) >= 2 ? 's' : ''} d’USD par an en tout`],
  [/^([\d.]+) million USD a year$/, (n) => `${nombre(n!)} million${Number(n) >= 2 ? 's' : ''} d’USD par an`],
  [/^([\d.]+) times the usual survey$/, (n) => `${nombre(n!)} fois l’enquête habituelle`],
  [/^moved forward: years (\d+), share ([\d.]+)%$/, (n, part) => `avancé : ${nombre(part!)} % dans les ${n} premières années`],
  [/^pledge of ([\d.]+) million USD, over (\d+) years, at a risk of ([\d.]+)$/, (n, ans, risque) => `promesse de ${nombre(n!)} millions d’USD sur ${ans} ans, rompue avec une probabilité de ${nombre(risque!)}`],
  [/^paid by results: ([\d.]+) million USD a km2, at most ([\d.]+) million USD a year$/, (n, plafond) => `payé aux résultats : ${nombre(n!)} million${Number(n) >= 2 ? 's' : ''} d’USD par km², au plus ${nombre(plafond!)} millions d’USD par an`],
  [/^(open|restricted|conflict)$/, (regime) => REGIMES[regime!]!],
  [/^low ([\d.]+), best ([\d.]+), high ([\d.]+), source own$/, (bas, mieux, haut) => `bas ${nombre(bas!)}, meilleur ${nombre(mieux!)}, haut ${nombre(haut!)}, estimation propre au scénario`],
  [/^[\d., ]+$/, (...tout) => tout.at(-1)!],
];
