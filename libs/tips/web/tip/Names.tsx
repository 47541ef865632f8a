import { Fragment } from 'react';
import { Link } from 'react-router';
import { useLocale, useTexts } from '#platform/web';
import { tipsTexts } from '../tips-texts.js';

export interface NamedPerson {
  readonly accountId: string;
  /** Null where the account is gone. */
  readonly name: string | null;
  /** Municipality or organisation, where one may see it. */
  readonly place?: string | null;
}

interface NamesProps {
  readonly people: readonly NamedPerson[];
  readonly isPlain?: boolean;
  /** Also where each of them works: "Kim Berg (Wiesenau)". */
  readonly withPlace?: boolean;
}

/** People in one line: "Ada Hell, Kim Berg und Uwe Lang"; each leads to the person unless `isPlain`. */
export function Names({ people, isPlain = false, withPlace = false }: NamesProps) {
  const t = useTexts(tipsTexts);
  const { locale } = useLocale();
  const names = people.map(({ name }) => name ?? t('person.gone'));
  const parts = new Intl.ListFormat(locale).formatToParts(names);
  return parts.map((part, place) => {
    if (part.type === 'literal') return part.value;
    const person = people[parts.slice(0, place).filter(({ type }) => type === 'element').length];
    if (isPlain || person === undefined || person.name === null) return part.value;
    return (
      // Two authors may bear one name; their places in the byline do not change.
      <Fragment key={place}>
        <Link to={`/person/${person.accountId}`}>{part.value}</Link>
        {withPlace && typeof person.place === 'string' && ` (${person.place})`}
      </Fragment>
    );
  });
}
