import { graphql, readFragment, useTexts, type FragmentOf, type ResultOf } from '#platform/web';
import { audienceTexts } from './audience-texts.js';

export const WhoCanSeeFragment = graphql(`
  fragment WhoCanSee on Audience {
    kind
    count
    visitors
    role
    spaceName
  }
`);

/** Who can see something, as the server has counted it. */
export type Audience = ResultOf<typeof WhoCanSeeFragment>;

/** One plain sentence for an audience, e.g. „Sichtbar für die 23 Mitglieder von ‚Erstvorhaben Nord‘". */
export function useAudienceSentence(): (audience: Audience) => string {
  const t = useTexts(audienceTexts);
  return (audience) => {
    const params = { count: audience.count ?? 0, space: audience.spaceName };
    const key = audience.kind === 'role' ? (audience.role === 'mentor' ? 'mentors' : 'mentees') : audience.kind;
    const sentence = t(`audience.${key}`, params);
    return audience.visitors === 0 ? sentence : `${sentence} ${t('audience.visitors', { count: audience.visitors })}`;
  };
}

/** "Who can see this?" for the head of a page and for editors; computed by the rule that lets people see it. */
export function WhoCanSee({ audience }: { readonly audience: FragmentOf<typeof WhoCanSeeFragment> }) {
  const sentence = useAudienceSentence();
  return <>{sentence(readFragment(WhoCanSeeFragment, audience))}</>;
}
