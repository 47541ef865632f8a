import { Link } from 'react-router';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Avatar, Section } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import classes from './home.module.css';

export const ModeratorsFragment = graphql(`
  fragment Moderators on Space {
    id
    moderators {
      accountId
      name
    }
  }
`);

/** Who looks after a space; told to members of the programme only, so for others this is nothing. */
export function Moderators({ space: masked }: { readonly space: FragmentOf<typeof ModeratorsFragment> }) {
  const t = useTexts(spacesTexts);
  const { moderators } = readFragment(ModeratorsFragment, masked);
  if (moderators.length === 0) return null;
  return (
    <Section title={t('home.moderators')}>
      <ul className={classes.people}>
        {moderators.map((moderator) => (
          <li key={moderator.accountId}>
            <Avatar name={moderator.name} size={28} />
            <Link to={`/person/${moderator.accountId}`}>{moderator.name}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
