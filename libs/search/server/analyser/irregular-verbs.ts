/**
 * Past forms of strong and mixed verbs, as "infinitive: forms". Folded, stems only: "fand" also stands for fanden and fandest,
 * "gefund" for gefunden.
 */
const VERBS = `
beginnen: begann begonn; beissen: biss gebiss; bieten: bot gebot; binden: band gebund; bitten: bat gebet; blasen: blies;
bleiben: blieb geblieb; brechen: brach gebroch; brennen: brannt gebrannt; bringen: bracht gebracht; denken: dacht gedacht;
dringen: drang gedrung; empfehlen: empfahl empfohl; empfinden: empfand empfund; essen: ass gegess; fahren: fuhr;
fallen: fiel; fangen: fing; finden: fand gefund; fliegen: flog geflog; fliehen: floh gefloh; fliessen: floss gefloss;
frieren: fror gefror; geben: gab; gehen: ging gegang; gelingen: gelang gelung; gelten: galt gegolt; geniessen: genoss;
geschehen: geschah; gewinnen: gewann gewonn; giessen: goss gegoss; graben: grub; greifen: griff gegriff; halten: hielt;
hangen: hing; heben: hob gehob; heissen: hiess; helfen: half geholf; kennen: kannt gekannt; klingen: klang geklung;
kommen: kam; laden: lud; lassen: liess; laufen: lief; leiden: litt gelitt; leihen: lieh gelieh; lesen: las; liegen: lag geleg;
lugen: log gelog; messen: mass gemess; meiden: mied gemied; nehmen: nahm genomm; nennen: nannt genannt; pfeifen: pfiff;
raten: riet; reissen: riss geriss; reiten: ritt geritt; rennen: rannt gerannt; rufen: rief; schaffen: schuf;
scheiden: schied geschied; scheinen: schien; schieben: schob geschob; schiessen: schoss geschoss; schlafen: schlief;
schlagen: schlug; schliessen: schloss geschloss; schneiden: schnitt geschnitt; schreiben: schrieb geschrieb;
schreiten: schritt; schweigen: schwieg geschwieg; schwimmen: schwamm geschwomm; schworen: schwor; sehen: sah;
senden: sandt gesandt; singen: sang gesung; sinken: sank gesunk; sitzen: sass gesess; sprechen: sprach gesproch;
springen: sprang gesprung; stechen: stach gestoch; stehen: stand gestand; stehlen: stahl gestohl; steigen: stieg gestieg;
sterben: starb gestorb; stossen: stiess; streiten: stritt gestritt; tragen: trug; treffen: traf getroff; treiben: trieb getrieb;
treten: trat; trinken: trank getrunk; tun: tat getan; verderben: verdarb; vergessen: vergass; vergleichen: verglich;
verlieren: verlor; verschwinden: verschwand verschwund; verzeihen: verzieh; wachsen: wuchs; waschen: wusch; weichen: wich gewich;
weisen: wies gewies; wenden: wandt gewandt; werben: warb geworb; werfen: warf geworf; wiegen: wog gewog; wissen: wusst gewusst;
ziehen: zog gezog; zwingen: zwang gezwung
`;

const INFINITIVE_OF: ReadonlyMap<string, string> = new Map(
  VERBS.trim().split(';').flatMap((line): [string, string][] => {
    const [infinitive = '', forms = ''] = line.split(':').map((part) => part.trim());
    return forms.split(/\s+/).map((form) => [form, infinitive]);
  }),
);

const PREFIX =
  /^(?:an|ab|auf|aus|be|bei|dar|durch|ein|ent|er|fest|fort|her|herab|heran|heraus|herein|hin|hinaus|hinzu|hervor|los|mit|nach|nieder|statt|teil|uber|um|unter|ver|vor|voraus|vorbei|weg|weiter|wider|wieder|zer|zu|zuruck|zusammen)(?=.{3})/;

/** The infinitive of an irregular past form, with its prefix: "verschrieben" gives "verschreiben". Null for other words. */
export function infinitiveOf(foldedWord: string): string | null {
  const form = foldedWord.replace(/(?:en|e|est|st|t|er|es|em)$/, '');
  const own = INFINITIVE_OF.get(form) ?? INFINITIVE_OF.get(foldedWord);
  if (own) return own;
  const prefix = PREFIX.exec(foldedWord)?.[0];
  if (!prefix) return null;
  const rest = form.slice(prefix.length);
  // "verschrieben" has no ge-, "aufgeschrieben" has one inside.
  const infinitive = INFINITIVE_OF.get(rest) ?? INFINITIVE_OF.get(`ge${rest}`) ?? INFINITIVE_OF.get(foldedWord.slice(prefix.length));
  return infinitive ? prefix + infinitive : null;
}
