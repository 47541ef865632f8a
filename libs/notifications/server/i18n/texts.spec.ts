import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

describe('the texts of notices and mails', () => {
  it('are there in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort());
  });

  it('use the same placeholders', () => {
    const placeholders = (value: unknown): readonly string[] => [...new Set(JSON.stringify(value).match(/\{\w+\}/g) ?? [])].sort();
    const english: Readonly<Record<string, unknown>> = en;
    for (const [key, value] of Object.entries(de)) expect([key, placeholders(english[key])]).toEqual([key, placeholders(value)]);
  });
});
