import { askedIn, likenessTo, MOST_ASKED } from './likeness.js';

const KAEMMEREI = { title: 'Kämmerei will den Eigenanteil streichen. Was kann ich noch tun?', text: 'Der Haushalt ist knapp. Habt ihr Erfahrung, wer hat geholfen?' };
const PUMPE = { title: 'Wärmepumpe an der Grundschule: Wie laut darf sie nachts sein?', text: 'Die Nachbarn fragen nach Lärm. Wer hat Messwerte?' };
const TAXIS = { title: 'Elterntaxis vor der Schule: Was hat bei euch gewirkt?', text: 'Morgens steht alles. Die Eltern kennen das Problem.' };
const BEIRAT = { title: 'Brauchen wir einen Klimabeirat, und wenn ja, welchen?', text: 'Eine Satzung braucht es nicht. Muster für die Satzung gibt es viele; wer eine Satzung will, fragt das Rechtsamt.' };
const ENERGIE = { title: 'Wie baut man ein Energiemanagement auf?', text: 'Erfahrung ist wichtig. Jemand muss die Zähler lesen. Das kostet Zeit. Eine Tabelle genügt als Software.' };

const isLike = (title: string, thing: { readonly title: string; readonly text: string }): boolean => likenessTo(askedIn(title), thing).isLike;

describe('what is like a title that is being typed', () => {
  it.each([
    'Wer hat Erfahrung mit Funklöchern?',
    'Wer hat Erfahrung mit',
    'Hat jemand einen Laubbläser abzugeben?',
    'Kann mir bitte jemand helfen?',
    'Wie war euer Wochenende?',
    'Was habt ihr diese Woche geschafft?',
    'Neue Kollegin stellt sich vor',
    'Guten Tag zusammen, eine kurze Frage',
    'Welche Software nutzt ihr?',
  ])('nothing is like "%s" only because it is asked in the same words', (title) => {
    expect([KAEMMEREI, PUMPE, TAXIS, BEIRAT, ENERGIE].filter((thing) => isLike(title, thing))).toEqual([]);
  });

  it.each([
    ['Die Kämmerei will unseren Eigenanteil stre', KAEMMEREI],
    ['Frage zur Kämmerei', KAEMMEREI],
    ['Was kostet eine Wärmepumpe in der Grundschule?', PUMPE],
    ['Wärmepum', PUMPE],
    ['Sind Elterntaxis bei euch auch ein Problem?', TAXIS],
    ['Muster für eine Satzung gesucht', BEIRAT],
  ])('"%s" is like what speaks of the same', (title, thing) => {
    expect(isLike(title, thing)).toBe(true);
  });

  it('what names it in the title comes before what mentions it', () => {
    const asked = askedIn('Wärmepumpe für die Grundschule');
    expect(likenessTo(asked, PUMPE).score).toBeGreaterThan(likenessTo(asked, { title: 'Wärmepumpe oder Fernwärme?', text: 'Die Grundschule wird noch geheizt.' }).score);
  });

  it('a piece of a compound alone is not enough, two are', () => {
    expect(isLike('Neues von der Grundschule', TAXIS)).toBe(false);
    expect(isLike('Welche Erfahrungen habt ihr mit Dächern und Photovoltaikanlagen?', { title: 'Welches Schuldach zuerst? Photovoltaik planen', text: '' })).toBe(true);
  });

  it('words that mean the same count as the same', () => {
    expect(likenessTo(askedIn('Wer bezahlt die PV?', [['PV', 'Photovoltaik']]), { title: 'Photovoltaik planen', text: '' }).isLike).toBe(true);
  });

  it('signs that search reads as orders are part of the title', () => {
    expect(askedIn('Lastenrad -Kauf und „Miete“?').text).toBe('Lastenrad Kauf Miete ');
    expect(askedIn('Wer hat?').words).toEqual([]);
  });

  describe('at typing pace', () => {
    const syllables = ['ka', 'mo', 'ri', 'te', 'lu', 'sa', 'ne', 'po', 'di', 'gu', 'fe', 'ba'];
    const wordAt = (at: number): string => [at, Math.floor(at / 12), Math.floor(at / 144), Math.floor(at / 1728)].map((digit) => syllables[digit % 12] ?? '').join('');

    it('compares the first words of a long title', () => {
      const asked = askedIn(Array.from({ length: 40 }, (_, at) => wordAt(at * 7)).join(' '));
      expect(asked.words).toHaveLength(MOST_ASKED);
      expect(asked.text.trim().split(' ')).toHaveLength(MOST_ASKED);
    });

    it('compares the beginning of a long text', () => {
      const asked = askedIn('Wärmepumpe für die Grundschule');
      const said = 'Die Wärmepumpe der Grundschule. ';
      const filling = 'Es regnet heute sehr. '.repeat(200);
      expect(likenessTo(asked, { title: '', text: said + filling }).isLike).toBe(true);
      expect(likenessTo(asked, { title: '', text: filling + said }).isLike).toBe(false);
    });

    it('costs little for the longest title and two dozen long texts without a word twice', () => {
      const asked = askedIn(Array.from({ length: 50 }, (_, at) => wordAt(at * 13).slice(0, 4)).join(' '));
      const things = Array.from({ length: 24 }, (_, thing) => ({ title: 'Etwas', text: Array.from({ length: 2200 }, (_word, at) => wordAt(at * 9 + thing)).join(' ') }));
      likenessTo(asked, { title: 'Etwas', text: things[0]?.text ?? '' });
      const before = process.threadCpuUsage();
      for (const thing of things) likenessTo(asked, thing);
      const { user, system } = process.threadCpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(300);
    });
  });
});
