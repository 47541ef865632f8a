import { readFileSync } from 'node:fs';
import { NOTICE_CATEGORIES } from './categories.js';

type Texts = Readonly<Record<string, unknown>>;

/** Read as files: the two sides know each other by nothing else. */
const textsOf = (side: 'server' | 'web', locale: string): Texts => JSON.parse(readFileSync(new URL(`../../${side}/i18n/${locale}.json`, import.meta.url), 'utf8')) as Texts;

describe('the categories of notices', () => {
  it.each(['de', 'en'])('have in mails the names they have among the settings, which a mail’s last line leads to (%s)', (locale) => {
    const names = (side: 'server' | 'web', prefix: string) => NOTICE_CATEGORIES.map((category) => textsOf(side, locale)[`${prefix}.${category}`]);
    expect(names('server', 'scopes')).toEqual(names('web', 'category'));
    expect(names('server', 'scopes')).not.toContain(undefined);
  });
});
