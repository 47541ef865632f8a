import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { BookmarkAction } from '#bookmarks/web';
import { useVisited } from '#notifications/web';
import { graphql, useTexts, type ResultOf } from '#platform/web';
import { classNames, DateTime, Page, QueryPage, Row, Skeleton, TopicList } from '#ui/web';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { tipsTexts } from '../tips-texts.js';
import { AnchoredText } from './AnchoredText.js';
import { TipActions, TipActionsFragment } from './TipActions.js';
import { TipByline, TipBylineFragment } from './TipByline.js';
import { TipFeedback, TipFeedbackFragment } from './TipFeedback.js';
import { TipNotices, TipNoticesFragment } from './TipNotices.js';
import { hasOutline, TipOutline, TipOutlineFragment } from './TipOutline.js';
import classes from './tip.module.css';

const TipPageQuery = graphql(
  `
    query TipPage($slug: String!) {
      tip(slug: $slug) {
        id
        slug
        title
        summary
        html
        state
        revisionNumber
        revisedAt
        publishedAt
        viewerCanSeeHistory
        viewerCanSeeInside
        topics { id slug name }
        space { id slug name }
        audience { ...WhoCanSee }
        ...TipByline
        ...TipNotices
        ...TipOutline
        ...TipActions
        ...TipFeedback
      }
    }
  `,
  [WhoCanSeeFragment, TipBylineFragment, TipNoticesFragment, TipOutlineFragment, TipActionsFragment, TipFeedbackFragment],
);

// Only authors and moderators have notes to read.
const TipNotes = lazy(async () => ({ default: (await import('./TipNotes.js')).TipNotes }));

// The text is there first; what others say about it comes when the reader nears the end.
const TipComments = lazy(async () => ({ default: (await import('../comments/TipComments.js')).TipComments }));

type Tip = ResultOf<typeof TipPageQuery>['tip'];

interface TipPageProps {
  /** What other domains show under the names. */
  readonly parts?: readonly ComponentType[];
}

/** A tip as it is read. */
export function TipPage({ parts = [] }: TipPageProps) {
  const { slug = '' } = useParams();
  const query = useQuery(TipPageQuery, { variables: { slug } });
  return (
    <QueryPage query={query} pick={(data) => data.tip} width="reading" texts={tipsTexts} skeleton={<ReadingBones />}>
      {(tip) => <TipArticle key={tip.id} tip={tip} asked={slug} parts={parts} />}
    </QueryPage>
  );
}

/** So far below the window that it is loaded before it is seen, in pixels. */
const NEAR = '600px';

/** Loads what stands at the end of a page once its reader nears it, or at once where a link leads there. */
function WhenNear({ children }: { readonly children: ReactNode }) {
  const { hash } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  const isWanted = hash === '#beitraege';
  const [isNear, setNear] = useState(() => typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const element = place.current;
    if (element === null || isNear) return;
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true), { rootMargin: NEAR });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <div ref={place}>
      {(isNear || isWanted) && <Suspense fallback={<Skeleton lines={3} />}>{children}</Suspense>}
    </div>
  );
}

function ReadingBones() {
  return (
    <>
      <Skeleton lines={2} />
      <Skeleton lines={5} />
      <Skeleton lines={4} />
    </>
  );
}

/** Former addresses and ids lead here; the address bar shall show the present one. */
function usePresentAddress(tip: Tip, asked: string): void {
  const navigate = useNavigate();
  const { hash } = useLocation();
  const isOld = tip.slug !== asked && tip.revisionNumber > 0;
  useEffect(() => {
    if (isOld) void navigate(`/tipp/${tip.slug}${hash}`, { replace: true });
  }, [isOld, tip.slug, hash, navigate]);
}

/** The browser looked for the place before the text was there. */
function usePlaceInText(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash.length < 2) return;
    document.querySelector(`[id="${CSS.escape(decodeURIComponent(hash.slice(1)))}"]`)?.scrollIntoView();
  }, [hash]);
}

function TipArticle({ tip, asked, parts }: { readonly tip: Tip; readonly asked: string } & Required<TipPageProps>) {
  const t = useTexts(tipsTexts);
  usePresentAddress(tip, asked);
  usePlaceInText();
  useVisited('tip', tip.id);
  const changedAt = tip.revisedAt ?? tip.publishedAt;
  const space = tip.space;
  return (
    <div className={classNames(classes.frame, hasOutline(tip) && classes.withOutline)}>
      <TipOutline tip={tip} place="beside" />
      <Page
        title={tip.title}
        width="reading"
        crumbs={space === null ? [] : [{ label: space.name, to: `/raum/${space.slug}` }, { label: t('tip.tips'), to: `/raum/${space.slug}/tipps` }]}
        {...(tip.summary !== '' && { summary: tip.summary })}
        {...(tip.audience !== null && { audience: <WhoCanSee audience={tip.audience} /> })}
      >
        <div className={classes.head}>
          <TipByline tip={tip} />
          <div className={classes.actions} data-print="no">
            <BookmarkAction kind="tip" id={tip.id} />
            <TipActions tip={tip} />
          </div>
        </div>
        {parts.map((Part, place) => (
          // The pieces keep their places.
          <Part key={place} />
        ))}
        <TipNotices tip={tip} />
        <TipOutline tip={tip} place="above" />
        {tip.html === '' ? <p>{t('tip.emptyBody')}</p> : <AnchoredText html={tip.html} path={`/tipp/${tip.slug}`} />}
        <footer className={classes.foot}>
          {tip.topics.length > 0 && (
            <TopicList label={t('tip.topics')} topics={tip.topics.map(({ name, slug }) => ({ name, ...(space !== null && { to: `/raum/${space.slug}/tipps?thema=${slug}` }) }))} />
          )}
          {changedAt !== null && (
            <Row className={classes.quiet}>
              <span>{t.rich('tip.changed', { when: <DateTime at={changedAt} as="date" /> })}</span>
              {tip.viewerCanSeeHistory && <Link to={`/tipp/${tip.slug}/verlauf`}>{t('tip.history')}</Link>}
            </Row>
          )}
          <TipFeedback tip={tip} />
        </footer>
        {tip.revisionNumber > 0 && <WhenNear><TipComments slug={tip.slug} /></WhenNear>}
        {tip.viewerCanSeeInside && (
          <Suspense fallback={null}>
            <TipNotes tipId={tip.id} />
          </Suspense>
        )}
      </Page>
    </div>
  );
}
