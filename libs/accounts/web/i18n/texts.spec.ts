import coordinationDe from './coordination.de.json' with { type: 'json' };
import coordinationEn from './coordination.en.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import menuDe from './menu.de.json' with { type: 'json' };
import menuEn from './menu.en.json' with { type: 'json' };

const placeholders = (value: unknown): readonly string[] => [...new Set(JSON.stringify(value).match(/\{\w+\}/g) ?? [])].sort();

describe.each([
  ['of ways in, account and people', de, en],
  ['of the account’s menu', menuDe, menuEn],
  ['of the coordination', coordinationDe, coordinationEn],
] as const)('the texts %s', (_which, german: Readonly<Record<string, unknown>>, english: Readonly<Record<string, unknown>>) => {
  it('are there in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(german).sort());
  });

  it('use the same placeholders', () => {
    for (const [key, value] of Object.entries(german)) expect([key, placeholders(english[key])]).toEqual([key, placeholders(value)]);
  });
});
