import { readCsv } from '#text/server';
import { guessTargets } from './member-columns.js';
import { checkRows } from './member-rows.js';

const ADDRESS = 'petra@beispiel.test';

function read(heads: string, cells: string) {
  const table = readCsv(Buffer.from(`${heads};E-Mail\n${cells};${ADDRESS}\n`));
  return checkRows(table, { mapping: guessTargets(table.columns, new Map()), fields: [], programmeName: 'Klimalotsen', known: new Set() });
}

describe('the name of a row', () => {
  it.each([
    ['Name', 'Petra Lange', 'Petra Lange'],
    ['Name', 'Stadt Köln, Umweltamt', 'Stadt Köln, Umweltamt'],
    ['Nachname', 'Lange', 'Lange'],
    ['Vorname;Nachname', 'Petra;Lange', 'Petra Lange'],
    ['Vorname;Nachname', 'Ernst;Ernst', 'Ernst Ernst'],
    ['Vorname;Nachname', 'Hans;Hansen', 'Hans Hansen'],
    ['Vorname;Nachname', 'Jan;Meyer-Jan', 'Jan Meyer-Jan'],
    ['Vorname;Nachname', 'Petra;', 'Petra'],
    ['Nachname, Vorname', 'Lange, Petra', 'Petra Lange'],
    ['Nachname, Vorname', 'Lange', 'Lange'],
    ['Nachname, Vorname;Vorname', 'Lange, Petra;', 'Petra Lange'],
    ['Name;Vorname', 'Lange;Petra', 'Petra Lange'],
    ['Name;Vorname', 'Lange, Petra;Petra', 'Petra Lange'],
    ['Name;Vorname', 'Dr. Petra Lange;Petra', 'Dr. Petra Lange'],
    ['Name;Vorname', 'Lange Petra;Petra', 'Lange Petra'],
    ['Name;Vorname', 'Lange, Dr. Petra;Petra', 'Lange, Dr. Petra'],
    ['Name;Vorname', 'LANGE, PETRA;Petra', 'PETRA LANGE'],
    ['Name;Vorname', 'Ernst;Ernst', 'Ernst Ernst'],
    ['Name;Vorname', 'Ida Winter;', 'Ida Winter'],
    ['Anzeigename;Vorname', 'Lange, Anna Petra;Anna Petra', 'Anna Petra Lange'],
    ['Anzeigename;Vorname;Nachname', 'Lange, Petra;Petra;Lange', 'Petra Lange'],
    ['Anzeigename;Vorname;Nachname', 'Lange, Petra (Umweltamt);Petra;Lange', 'Petra Lange'],
    ['Anzeigename;Vorname;Nachname', 'Dr. Petra Lange;Petra;', 'Dr. Petra Lange'],
    ['Anzeigename;Vorname;Nachname', 'Lange, Petra;Petra;', 'Petra Lange'],
    ['Anzeigename;Vorname;Nachname', 'Poststelle;;', 'Poststelle'],
    ['Anzeigename;Vorname;Nachname', ';Petra;Lange', 'Petra Lange'],
    ['Anzeigename;Vorname;Nachname', ';;Lange', 'Lange'],
  ])('under %s of %s is %s', (heads, cells, name) => {
    expect(read(heads, cells)).toMatchObject({ members: [{ name, address: ADDRESS }], problems: [] });
  });

  it('is missed in the column of last names, where there are first names besides', () => {
    expect(read('Anzeigename;Vorname;Nachname', ';;').problems).toMatchObject([{ line: 2, column: 'Nachname', reason: 'required' }]);
    expect(read('Name', '').problems).toMatchObject([{ line: 2, column: 'Name', reason: 'required' }]);
  });
});
