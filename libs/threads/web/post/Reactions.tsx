import { IconMoodSmile } from '@tabler/icons-react';
import { useMutation } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useFollowedAnew } from '#notifications/web';
import { announce, graphql, useErrorTexts, useLocale, useTexts } from '#platform/web';
import { Button, Menu, toast } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import classes from './post.module.css';

const React = graphql(`
  mutation ReactToPost($input: PostReactionInput!) {
    react(input: $input) { id reactions { kind count viewerReacted } }
  }
`);
const Unreact = graphql(`
  mutation TakeReactionBack($input: PostReactionInput!) {
    unreact(input: $input) { id reactions { kind count viewerReacted } }
  }
`);

export const reactionKinds = ['thanks', 'helpful', 'agree', 'sameHere'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export interface ReactionCount {
  readonly kind: ReactionKind;
  readonly count: number;
  readonly viewerReacted: boolean;
}

interface ReactionsProps {
  readonly postId: string;
  readonly reactions: readonly ReactionCount[];
  readonly canReact: boolean;
  /** Of the first post: whoever has the same question follows this thread. */
  readonly followedThread?: string;
}

/** What people said to a post with one word. Words, not pictures: nobody has to guess what was meant. */
export function Reactions({ postId, reactions, canReact, followedThread }: ReactionsProps) {
  const t = useTexts(threadsTexts);
  const errors = useErrorTexts(threadsTexts);
  const { locale } = useLocale();
  const followedAnew = useFollowedAnew();
  const [react] = useMutation(React);
  const [unreact] = useMutation(Unreact);
  const given = reactionKinds.flatMap((kind) => reactions.find((reaction) => reaction.kind === kind && reaction.count > 0) ?? []);

  const group = useRef<HTMLFieldSetElement>(null);
  const goesAway = useRef(false);
  const shown = useRef(given.length);
  // The last one of its word goes away with its button: the keyboard stays here, where the word can be said again.
  useEffect(() => {
    const isFewer = given.length < shown.current;
    shown.current = given.length;
    if (!isFewer || !goesAway.current) return;
    goesAway.current = false;
    if (document.activeElement === document.body) group.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  }, [given.length]);

  const toggle = async (kind: ReactionKind) => {
    const isTakingBack = given.some((reaction) => reaction.kind === kind && reaction.viewerReacted);
    const variables = { input: { postId, kind } };
    try {
      await (isTakingBack ? unreact({ variables }) : react({ variables }));
      if (kind === 'sameHere' && !isTakingBack && followedThread !== undefined) followedAnew('thread', followedThread);
      announce(t(isTakingBack ? 'reaction.takenBack' : 'reaction.given', { word: t(`reaction.${kind}`) }));
    } catch (error) {
      goesAway.current = false;
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };

  const press = ({ kind, count, viewerReacted }: ReactionCount) => {
    goesAway.current = viewerReacted && count === 1;
    void toggle(kind);
  };

  if (given.length === 0 && !canReact) return null;
  return (
    <fieldset ref={group} className={classes.reactions} aria-label={t('reaction.title')}>
      {given.map(({ kind, count, viewerReacted }) =>
        canReact ? (
          <button key={kind} type="button" className={classes.reaction} aria-pressed={viewerReacted} onClick={() => press({ kind, count, viewerReacted })}>
            {t(`reaction.${kind}`)} <span>{count.toLocaleString(locale)}</span>
          </button>
        ) : (
          <span key={kind} className={classes.reaction}>
            {t(`reaction.${kind}`)} <span>{count.toLocaleString(locale)}</span>
          </span>
        ),
      )}
      {canReact && (
        <Menu
          align="start"
          entries={reactionKinds.map((kind) => ({
            kind: 'choice',
            label: t(`reaction.${kind}`),
            isChosen: given.some((reaction) => reaction.kind === kind && reaction.viewerReacted),
            onSelect: () => void toggle(kind),
          }))}
        >
          {(props) => (
            <Button {...props} kind="quiet" size="small" icon={<IconMoodSmile size={18} stroke={1.8} aria-hidden="true" />}>
              {t('reaction.react')}
            </Button>
          )}
        </Menu>
      )}
    </fieldset>
  );
}
