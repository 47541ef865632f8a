import { Analyser } from './analyser.js';
import { fold } from './folding.js';
import { analyserKnowing, seedAnalyser } from './seed-analyser.js';
import { seedFrequency } from './seed-vocabulary.js';

const known = new Map(['haushalt', 'planung', 'email', 'verteiler', 'betriebsmittel', 'betrieb', 'mittel', 'rucklage', 'reservieren', 'raum'].map((word) => [word, 3]));
const analyser = new Analyser((word) => known.get(word) ?? 0);
const lexemes = (text: string): string[] => analyser.analyse(text).map((token) => token.lexeme);
const parts = (text: string): string[] => analyser.analyse(text).flatMap((token) => token.parts.map((part) => part.lexeme));

describe('folding', () => {
  it.each([
    ['Rücklage', 'rucklage'],
    ['Ruecklage', 'rucklage'],
    ['RÜCKLAGE', 'rucklage'],
    ['Straße', 'strasse'],
    ['Oeffentlich', 'offentlich'],
    ['Cafe\u0301', 'cafe'],
    ['neue', 'neue'],
    ['Bauer', 'bauer'],
    ['Quelle', 'quelle'],
  ])('reads %s as %s', (word, expected) => {
    expect(fold(word)).toBe(expected);
  });
});

describe('the analyser', () => {
  it.each([
    ['Mentorinnen'], ['Mentorin'], ['Mentor:innen'], ['Mentor*innen'], ['Mentor_in'], ['Mentor/-innen'], ['Mentor/innen'], ['Mentor·innen'],
    ['Mentor(innen)'], ['MentorInnen'], ['Mentoren'],
  ])('reads %s as Mentor', (word) => {
    expect(lexemes(word)[0]).toBe('mentor');
  });

  it('leads feminine forms with umlaut to the masculine ones', () => {
    expect(lexemes('Ärztinnen Arzt Ärzt:innen')).toEqual(['arzt', 'arzt', 'arzt']);
  });

  it.each(['Termin', 'Berlin', 'Medizin', 'Schwerin', 'Benzin'])('leaves %s alone, which is no feminine form', (word) => {
    expect(lexemes(word)).toEqual([word.toLowerCase()]);
  });

  it('reads hyphenated words in their pieces and as one', () => {
    expect(lexemes('E-Mail')).toEqual(['e', 'mail', 'email']);
    expect(lexemes('E-Mail-Verteiler')).toEqual(expect.arrayContaining(lexemes('Emailverteiler')));
  });

  it('reads a day alike however it is written', () => {
    for (const text of ['24.12.2024', '24. Dezember 2024', '2024-12-24']) expect(lexemes(text)).toContain('2024-12-24');
  });

  it('reads thousands with and without dots alike', () => {
    expect(lexemes('1.000')).toEqual(lexemes('1000'));
  });

  it('reads § as the word it stands for', () => {
    expect(lexemes('§ 5')).toEqual(lexemes('Paragraf 5'));
  });

  it('takes compounds apart, with linking sounds and endings', () => {
    expect(parts('Haushaltsplanung')).toEqual(['haushalt', 'planung']);
    expect(parts('Haushaltsplanungen')).toEqual(['haushalt', 'planung']);
    expect(parts('Betriebsmittelrücklage')).toEqual(expect.arrayContaining(['betrieb', 'mittel', 'rucklag']));
  });

  it('knows a part that is derived from a known verb', () => {
    expect(parts('Raumreservierung')).toEqual(['raum', 'reservier']);
  });

  it.each([
    ['Planung', 'planen'],
    ['Moderation', 'moderieren'],
    ['Moderator', 'moderieren'],
    ['Barrierefreiheit', 'barrierefrei'],
    ['ehrenamtlich', 'Ehrenamt'],
    ['gegründet', 'gründen'],
    ['geschrieben', 'schreiben'],
    ['aufgeschrieben', 'aufschreiben'],
    ['verglichen', 'vergleichen'],
  ])('knows that %s comes from %s', (word, origin) => {
    const [token] = analyser.analyse(word);
    expect([token?.lexeme, token?.kin]).toContain(lexemes(origin)[0]);
  });

  it('leaves function words out and counts them as positions', () => {
    expect(analyser.analyse('Haus der Jugend').map((token) => [token.word, token.position])).toEqual([['haus', 1], ['jugend', 3]]);
  });

  it('gives offsets into the text as it was written', () => {
    const text = 'Die Mentor:innen im E-Mail-Verteiler';
    expect(analyser.analyse(text).map((token) => text.slice(token.start, token.end))).toEqual(
      expect.arrayContaining(['Mentor:innen', 'E', 'Mail', 'Verteiler', 'E-Mail-Verteiler']));
  });

  it('takes any text in bounded time', () => {
    const started = process.threadCpuUsage();
    for (const text of ['-'.repeat(50_000), 'a-'.repeat(20_000), `${'ä'.repeat(100_000)}`, 'e\u0301'.repeat(50_000), '\u0000%_\\\'"'.repeat(5_000)]) {
      analyser.analyse(text);
    }
    expect(process.threadCpuUsage(started).user).toBeLessThan(3_000_000);
  });
});

describe('an analyser with words of its own', () => {
  const texts = ['Klimawandelanpassung und Quittenmus im Schulhof', 'Quittenernte, Quitten und Gärten', 'Die Mitgliederversammlung der Quittenschule', 'Quittenverquirlung im Haus'];
  const frequencies = new Map([['quitten', 5], ['schule', 9], ['verquirlen', 3]]);
  const frequencyOf = (word: string): number => seedFrequency(word) + (frequencies.get(word) ?? 0);

  it('reads as one that shares nothing, before and after others have read the same', () => {
    for (const text of [...texts, ...texts]) {
      expect(analyserKnowing([...frequencies.keys()], frequencyOf).analyse(text)).toEqual(new Analyser(frequencyOf).analyse(text));
      expect(seedAnalyser.analyse(text)).toEqual(new Analyser(seedFrequency).analyse(text));
    }
  });

  it('takes nothing from the shared one for the words it knows better', () => {
    seedAnalyser.analyse('Quittenernte');
    expect(analyserKnowing([...frequencies.keys()], frequencyOf).analyse('Quittenernte')[0]?.parts.map((part) => part.lexeme)).toContain('quitt');
  });
});
