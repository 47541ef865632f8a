import { useMutation, useQuery } from '@apollo/client/react';
import { IconBell, IconBellOff, IconBellRinging } from '@tabler/icons-react';
import { Suspense } from 'react';
import { graphql, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Button, Menu, Skeleton, toast } from '#ui/web';
import { FollowLevelQuery } from './follow-level.js';
import { followTexts } from './follow-texts.js';

const SetFollowLevel = graphql(`
  mutation SetFollowLevel($input: SetFollowLevelInput!) {
    setFollowLevel(input: $input) { kind id level }
  }
`);

const LEVELS = ['all', 'answers', 'muted'] as const;
type Level = (typeof LEVELS)[number];

const icons = { all: IconBellRinging, answers: IconBell, muted: IconBellOff } as const;
const look = { size: 20, stroke: 1.8, 'aria-hidden': true } as const;

export interface FollowMenuProps {
  /** `thread`, `topic`, `space`. */
  readonly kind: string;
  readonly id: string;
  /** Where several stand in one list: what this one is about, said by screen readers. */
  readonly title?: string;
  /** The level, where the page knows it already: then nothing is asked. */
  readonly known?: Level;
  readonly size?: 'normal' | 'small';
}

/** How much one wants to hear of a thread, a topic, a space: all, answers to me, nothing. Nothing for guests. */
export function FollowMenu(props: FollowMenuProps) {
  const { isApproved } = useViewer();
  if (!isApproved) return null;
  return (
    <Suspense fallback={null}>
      <Levels {...props} />
    </Suspense>
  );
}

function Levels({ kind, id, title, known, size = 'normal' }: FollowMenuProps) {
  const t = useTexts(followTexts);
  const errors = useErrorTexts(followTexts);
  // Also where the level is known: another menu of the same thing may have changed it since.
  const { data, error } = useQuery(FollowLevelQuery, { variables: { kind, id }, fetchPolicy: known === undefined ? 'cache-and-network' : 'cache-only' });
  const [set, { loading }] = useMutation(SetFollowLevel);
  const level: Level | undefined = data?.followLevel ?? known;
  // What cannot be followed (any more) has no menu; until that is known none is promised.
  if (level === undefined) return error === undefined ? <Skeleton lines={1} width="6rem" /> : null;

  const choose = async (next: Level) => {
    try {
      await set({
        variables: { input: { kind, id, level: next } },
        update: (cache) => cache.writeQuery({ query: FollowLevelQuery, variables: { kind, id }, data: { followLevel: next } }),
      });
      toast(t(`saved.${next}`));
    } catch (problem) {
      toast(errors.sentence(problem), { kind: 'danger' });
    }
  };

  const Icon = icons[level];
  const words = t(title === undefined ? `state.${level}` : `level.${level}`);
  return (
    <Menu
      entries={[
        { kind: 'heading', label: t('follow.heading') },
        ...LEVELS.map((choice) => ({ kind: 'choice' as const, label: t(`level.${choice}`), isChosen: choice === level, onSelect: () => void choose(choice) })),
        ...(title === undefined ? [{ kind: 'line' as const }, { kind: 'link' as const, label: t('settings'), to: '/konto/benachrichtigungen#folgen' }] : []),
      ]}
    >
      {(props) => (
        <Button {...props} kind="quiet" size={size} busy={loading} icon={<Icon {...look} />} {...(title !== undefined && { 'aria-label': t('follow.of', { level: words, title }) })}>
          {words}
        </Button>
      )}
    </Menu>
  );
}
