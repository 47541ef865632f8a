import { plainWords } from './plain-words.js';

it.each([
  ['Frag [@Hanne](/person/1), **dringend** und `so`.', 'Frag @Hanne, dringend und so.'],
  ['| | ohne | mit |\n|---|---:|---:|\n| Eigenanteil | 0 € | 18.000 € |', 'ohne · mit\nEigenanteil · 0 € · 18.000 €'],
  ['> Ein Wort\n>\n> > von weiter innen', 'Ein Wort\n\nvon weiter innen'],
  ['## Schritte\n1. planen\n- bauen --- und 2 * 3 * 4', 'Schritte\n1. planen\n- bauen --- und 2 * 3 * 4'],
])('%s reads plainly', (markdown, words) => {
  expect(plainWords(markdown)).toBe(words);
});
