import { readFileSync } from 'node:fs';
import path from 'node:path';

const folders = ['i18n', 'report/i18n', 'home/i18n'];
type Value = string | { readonly [form: string]: Value };

const read = (folder: string, locale: string) => JSON.parse(readFileSync(path.join(__dirname, folder, `${locale}.json`), 'utf8')) as Record<string, Value>;
const placeholders = (value: Value): string => [...new Set((JSON.stringify(value).match(/\{\w+\}/g) ?? []).filter((name) => name !== '{count}'))].sort().join(' ');

describe.each(folders)('the texts in %s', (folder) => {
  const [de, en] = [read(folder, 'de'), read(folder, 'en')];

  it('are complete in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort());
  });

  it('name the same things in both languages', () => {
    expect(Object.keys(de).filter((key) => placeholders(de[key] ?? '') !== placeholders(en[key] ?? ''))).toEqual([]);
  });

  it('are written for both forms of address wherever somebody is addressed', () => {
    const addressed = /\b(Sie|Ihre?[nmrs]?|Ihnen)\b/;
    const only = Object.entries(de).filter(([, value]) => typeof value === 'string' && addressed.test(value.replace(/(^|[.!?:] )(Sie|Ihre?[nmrs]?)\b/g, '')));
    expect(only.map(([key]) => key)).toEqual([]);
  });
});
