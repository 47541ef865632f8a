import { recordLine } from './record-line.js';

const because = (reason: string): string => `Grund: ${reason}`;

describe('an entry of the record', () => {
  it('names the space and the reason', () => {
    const entry = { spaceName: 'Erstvorhaben Nord', subjectName: null, details: '{"reason":"Hinweis auf einen Verstoß"}' };
    expect(recordLine(entry, 'Einen Raum zur Einsicht betreten', because)).toBe(
      'Einen Raum zur Einsicht betreten: Erstvorhaben Nord – Grund: Hinweis auf einen Verstoß',
    );
  });

  it('names the person before the space', () => {
    const entry = { spaceName: 'Erstvorhaben Nord', subjectName: 'Frauke Petersen', details: '{"role":"moderator"}' };
    expect(recordLine(entry, 'Eine Moderation eingesetzt', because)).toBe('Eine Moderation eingesetzt: Frauke Petersen, Erstvorhaben Nord');
  });

  it.each(['{}', '{"reason":null}', '{"reason":" "}', 'kein JSON'])('is the act alone where nothing more is known (%s)', (details) => {
    expect(recordLine({ spaceName: null, subjectName: null, details }, 'Tipps importiert', because)).toBe('Tipps importiert');
  });
});
