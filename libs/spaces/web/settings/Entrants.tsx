import { graphql, readFragment, useTexts, type FragmentOf, type ResultOf } from '#platform/web';
import { spacesTexts } from '../spaces-texts.js';

export const EntrantsFragment = graphql(`
  fragment Entrants on GatesChange {
    widerWays {
      gate
      count
    }
    role
  }
`);

/** What other ways into a space would change. */
export const SpaceGatesChange = graphql(
  `
    query SpaceGatesChange($input: SpaceGatesChangeInput!) {
      spaceGatesChange(input: $input) {
        isWider
        confirmation
        ...Entrants
      }
    }
  `,
  [EntrantsFragment],
);

export type GatesChange = ResultOf<typeof SpaceGatesChange>['spaceGatesChange'];

/** Who could come in that cannot now, one sentence for each way. */
export function Entrants({ change: masked }: { readonly change: FragmentOf<typeof EntrantsFragment> }) {
  const t = useTexts(spacesTexts);
  const { widerWays, role } = readFragment(EntrantsFragment, masked);
  const who = t(`entrants.who.${role ?? 'all'}`);
  if (widerWays.length === 0) return null;
  return (
    <>
      {widerWays.map(({ gate, count }) => (
        <p key={gate}>{count === null ? t('entrants.invitation') : t(`entrants.${gate === 'invitation' ? 'open' : gate}`, { who, count })}</p>
      ))}
      <p>{t('entrants.read')}</p>
    </>
  );
}
