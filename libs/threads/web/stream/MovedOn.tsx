import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { useTexts } from '#platform/web';
import { threadsTexts } from '../threads-texts.js';
import { MovedPostQuery } from './stream.queries.js';
import classes from './stream.module.css';

/** Positions at which posts are missing, the first and the last. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

interface MovedOnProps {
  readonly threadId: string;
  readonly gap: Gap;
}

/** Where posts stood that went to another thread: the way to them, for those who may see it. Nothing where they were not moved. */
export function MovedOn({ threadId, gap: { from, to } }: MovedOnProps) {
  const t = useTexts(threadsTexts);
  const { data } = useQuery(MovedPostQuery, { variables: { id: threadId, position: from, to } });
  const moved = data?.thread.movedPost;
  const title = moved?.thread.subject?.title;
  if (moved === undefined || moved === null || title === undefined) return null;
  return <p className={classes.movedOn}>{t.rich('stream.movedOn', { title: <Link to={moved.path ?? `/beitrag/${moved.id}`}>{title}</Link> })}</p>;
}

/** The places of which none has a post: before a row, by its id; after the last under `end`. */
export function gapsIn({ rows, hasEarlier, hasLater, end }: { readonly rows: readonly { readonly id: string; readonly position: number }[]; readonly hasEarlier: boolean; readonly hasLater: boolean; readonly end?: number }): ReadonlyMap<string, Gap> {
  const gaps = new Map<string, Gap>();
  let next = hasEarlier ? (rows[0]?.position ?? 1) : 1;
  for (const { id, position } of rows) {
    if (position > next) gaps.set(id, { from: next, to: position - 1 });
    next = position + 1;
  }
  if (!hasLater && end !== undefined && end >= next) gaps.set('end', { from: next, to: end });
  return gaps;
}
