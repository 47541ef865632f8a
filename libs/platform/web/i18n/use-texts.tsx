import { Fragment, use, useMemo, type ReactNode } from 'react';
import { chooseText, formatParam, formatText, type TextParams, type TextSetting, type TextValue } from '#platform/shared';
import type { Texts } from './define-texts.js';
import { useLocale } from './LocaleProvider.js';

/** Gives the sentence for a key. */
export interface Translate<Key extends string = string> {
  (key: Key, params?: TextParams): string;
  /** As above, but placeholders may hold elements: `t.rich('terms', { link: <Link to="/regeln">…</Link> })`. */
  readonly rich: (key: Key, params: Readonly<Record<string, ReactNode>>) => ReactNode;
  /** Whether a text is written for a key that is only known while running, e.g. `errors.<reason>`. */
  readonly has: (key: string) => key is Key;
}

/** @param values the texts of one language; see `defineTexts`. */
export function makeTranslate<Values extends object>(name: string, values: Values, setting: TextSetting): Translate<keyof Values & string> {
  const find = (key: string): TextValue =>
    Object.hasOwn(values, key) ? (values as Readonly<Record<string, TextValue>>)[key] ?? '' : `[${name}:${key}]`;
  const translate = (key: string, params: TextParams = {}) => formatText(find(key), params, setting);
  const rich = (key: string, params: Readonly<Record<string, ReactNode>>) => {
    const count = params['count'];
    const sentence = chooseText(find(key), typeof count === 'number' ? { count } : {}, setting);
    return sentence.split(/(\{\w+\})/g).map((piece, position) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined || params[name] === undefined) return piece;
      const value = params[name];
      // The pieces of one sentence never change places, so their position is their identity.
      return <Fragment key={position}>{typeof value === 'number' ? formatParam(value, setting.locale) : value}</Fragment>;
    });
  };
  const has = (key: string): key is keyof Values & string => Object.hasOwn(values, key);
  return Object.assign(translate, { rich, has });
}

/** The texts of a library in the reader's language. Waits (suspends) when they have not been loaded by the route. */
export function useTexts<Values extends object>(texts: Texts<Values>): Translate<keyof Values & string> {
  const { locale, address } = useLocale();
  // Always asked, also for what has long arrived: a hook that is called only sometimes confuses the render that is resumed.
  const values = use(texts.load(locale));
  return useMemo(() => makeTranslate(texts.name, values, { locale, address }), [texts, values, locale, address]);
}
