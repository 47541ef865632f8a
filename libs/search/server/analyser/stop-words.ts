import { fold } from './folding.js';

/** Function words that carry no topic. Left out of the index and of questions; they still count as positions in phrases. */
const GERMAN = `
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen man
mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner seines
ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer eures
dieser diese dieses diesen diesem dies jener jene jenes jenen jenem jeder jede jedes jeden jedem
welcher welche welches welchen welchem solcher solche solches solchen solchem mancher manche manches manchen manchem
derselbe dieselbe dasselbe denselben demselben desselben dieselben derselben derjenige diejenige dasjenige diejenigen
dessen deren denen wer wen wem wessen was wie wo wann warum wieso weshalb woher wohin womit wofür wodurch worin woran
worauf wobei wovon wozu worüber
und oder aber denn sondern weil dass daß ob wenn als falls damit sodass obwohl während bevor nachdem sobald solange
sowie sowohl weder noch entweder doch jedoch
in im ins an am ans auf aus bei beim bis durch für gegen mit nach von vom vor zu zum zur über unter um ab seit ohne
zwischen hinter neben wegen trotz laut gemäß gegenüber per pro je
da dort hier dabei dadurch dafür dagegen daher dahin dahinter damals danach daneben daran darauf daraus darin darüber
darum darunter davon davor dazu dazwischen hin her
nicht nichts auch nur schon so sehr mehr etwa etwas ja nein nun also dann immer wieder hierbei hierzu eben einmal
alle alles allen allem aller all beide beiden viel viele vielen vieler vieles wenig wenige einige einigen einiger einiges
andere anderen anderer anderes anderem ander selbst eigentlich bereits sonst zwar gar ganz
bin bist ist sind seid war waren warst wart sei seien wäre wären gewesen
habe hast hat haben habt hatte hatten hättest hätte hätten gehabt hab
werde wirst wird werden werdet wurde wurden würde würden worden geworden
kann kannst können könnt konnte konnten könnte könnten
muss musst müssen müsst musste mussten müsste müssten
soll sollst sollen sollt sollte sollten will willst wollen wollt wollte wollten
darf darfst dürfen dürft durfte durften mag möchte möchten möchtest
gibt gab gebe heißt heiße heißen hieß hießen lautet lauten lautete genannt nennt
`;

/** English words of the same sort that are not German words too. */
const ENGLISH = 'the of and or to for with from by on is are be it its this that how what which';

const STOP_WORDS: ReadonlySet<string> = new Set(`${GERMAN} ${ENGLISH}`.trim().split(/\s+/).map(fold));

/** Those long enough to be recognised when misspelt, by length. */
const LONG_STOP_WORDS: readonly string[] = [...STOP_WORDS].filter((word) => word.length >= 4);

/** Function words of nearly this length; takes a folded word. */
export function stopWordsLike(foldedWord: string): readonly string[] {
  return LONG_STOP_WORDS.filter((word) => Math.abs(word.length - foldedWord.length) <= 1);
}

/** Takes a folded word. */
export function isStopWord(foldedWord: string): boolean {
  return STOP_WORDS.has(foldedWord);
}
