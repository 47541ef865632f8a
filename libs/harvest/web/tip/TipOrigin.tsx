import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { graphql, useLocale, useTexts } from '#platform/web';
import { harvestTexts } from '../harvest-texts.js';

const TipOriginQuery = graphql(`
  query TipOrigin($slug: String!) {
    tip(slug: $slug) {
      id
      contributors {
        accountId
        name
      }
      harvestedFrom {
        id
        slug
        title
      }
    }
  }
`);

/** Who else is in a tip, and what it was made of; nothing for most tips. */
export function TipOrigin() {
  const t = useTexts(harvestTexts);
  const { locale } = useLocale();
  const { slug = '' } = useParams();
  const { data } = useQuery(TipOriginQuery, { variables: { slug } });
  if (data === undefined) return null;
  const { contributors, harvestedFrom } = data.tip;
  const names = new Intl.ListFormat(locale).format(contributors.map(({ name }) => name ?? t('person.gone')));
  return (
    <>
      {contributors.length > 0 && <p>{t('origin.by', { names })}</p>}
      {harvestedFrom !== null && <p>{t.rich('origin.from', { link: <Link to={`/d/${harvestedFrom.slug}`}>{harvestedFrom.title}</Link> })}</p>}
    </>
  );
}
