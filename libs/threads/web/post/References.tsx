import { IconArrowBackUp, IconQuote } from '@tabler/icons-react';
import { Link } from 'react-router';
import { readFragment, useTexts, type FragmentOf } from '#platform/web';
import { threadsTexts } from '../threads-texts.js';
import type { PostReferenceFragment } from './post.fragment.js';
import { PostReferenceFragment as Fragment } from './post.fragment.js';
import classes from './post.module.css';

type Masked = FragmentOf<typeof PostReferenceFragment>;

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;

/** Which post this one answers. */
export function ReplyTo({ reference, hrefOf }: { readonly reference: Masked; readonly hrefOf: (reference: { readonly id: string; readonly threadId: string; readonly position: number | null }) => string }) {
  const t = useTexts(threadsTexts);
  const post = readFragment(Fragment, reference);
  return (
    <p className={classes.reference}>
      <IconArrowBackUp {...icon} />
      <Link to={hrefOf(post)}>{t('post.replyTo', { name: post.author?.name ?? t('post.someone') })}</Link>
    </p>
  );
}

interface QuotedByProps {
  readonly references: readonly Masked[];
  readonly hrefOf: (reference: { readonly id: string; readonly threadId: string; readonly position: number | null }) => string;
}

/** Where this post was quoted: the way back of a quotation. */
export function QuotedBy({ references, hrefOf }: QuotedByProps) {
  const t = useTexts(threadsTexts);
  if (references.length === 0) return null;
  return (
    <p className={classes.reference}>
      <IconQuote {...icon} />
      <span>
        {t('post.quotedBy')}{' '}
        {references.map((masked, position) => {
          const post = readFragment(Fragment, masked);
          return (
            <span key={post.id}>
              {position > 0 && ', '}
              <Link to={hrefOf(post)}>{post.author?.name ?? t('post.someone')}</Link>
            </span>
          );
        })}
      </span>
    </p>
  );
}
