import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { announce, describeError, useDocumentTitle, useErrorTexts, useTexts, type Texts } from '#platform/web';
import { Button, LinkButton } from '../button/Button.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { classNames } from '../layout/classes.js';
import { VisuallyHidden } from '../layout/Layout.js';
import { MarkScene } from '../mark/Mark.js';
import { Alert, Skeleton } from '../state/State.js';
import { KeptWordsProvider } from './kept-words.js';
import { useLookingAgain, type AskedQuery } from './looking-again.js';
import { PageHeader, type PageHeaderProps } from './PageHeader.js';
import classes from './page.module.css';

/** The part of Apollo's query result that a page looks at. */
export interface PageQuery<Data> extends AskedQuery {
  readonly data?: Data | undefined;
  readonly loading: boolean;
  readonly error?: unknown;
}

interface PageLook extends Omit<PageHeaderProps, 'title'> {
  /** `reading` keeps the column of about 70 signs. */
  readonly width?: 'reading' | 'wide';
}

export interface PageProps extends PageLook {
  /** Also the document's title. */
  readonly title: string;
  /** Shown instead of `title` where the heading needs more than text. */
  readonly heading?: ReactNode;
  readonly children: ReactNode;
}

/** A page that needs no data, or whose data has arrived: title, header, content. */
export function Page({ title, heading, width = 'wide', children, ...header }: PageProps) {
  useDocumentTitle(title);
  return (
    <div className={classNames(classes.page, width === 'reading' && classes.reading)}>
      <PageHeader title={heading ?? title} {...header} />
      {children}
    </div>
  );
}

/** The page while its data is on the way. */
export function PageLoading({ width = 'wide', children }: { readonly width?: 'reading' | 'wide'; readonly children?: ReactNode }) {
  const t = useTexts(uiTexts);
  return (
    <div className={classNames(classes.page, width === 'reading' && classes.reading)} aria-busy="true">
      <VisuallyHidden as="h1">{t('page.loading')}</VisuallyHidden>
      <Skeleton lines={1} width="min(26rem, 80%)" />
      {children ?? (
        <div className={classes.waiting}>
          <Skeleton lines={4} />
          <Skeleton lines={3} />
        </div>
      )}
    </div>
  );
}

/** The page when the server's answer did not come; says so and offers to try again. */
export function PageProblem({ error, onRetry, texts }: { readonly error: unknown; readonly onRetry: () => unknown; readonly texts?: Pick<Texts<object>, 'name' | 'load' | 'loaded'> }) {
  const t = useTexts(uiTexts);
  const errors = useErrorTexts(texts);
  useDocumentTitle(t('page.problem'));
  return (
    <div className={classNames(classes.page, classes.reading)}>
      <PageHeader title={t('page.problem')} />
      <Alert kind="danger" live action={<div><Button onClick={() => void onRetry()}>{t('page.retry')}</Button></div>}>
        {errors.sentence(error)}
      </Alert>
    </div>
  );
}

/** What is not there or not for this reader: the same page for both, so that it tells nothing. */
export function ClosedDoor({ title, children, actions }: { readonly title?: string; readonly children?: ReactNode; readonly actions?: ReactNode }) {
  const t = useTexts(uiTexts);
  useDocumentTitle(title ?? t('door.title'));
  return (
    <div className={classes.door}>
      <MarkScene />
      <h1 tabIndex={-1}>{title ?? t('door.title')}</h1>
      {children ?? <p>{t('door.text')}</p>}
      {actions ?? <LinkButton to="/" kind="primary">{t('door.home')}</LinkButton>}
    </div>
  );
}

/** The page for a reader who has to sign in first; comes back here afterwards. */
export function SignInDoor() {
  const t = useTexts(uiTexts);
  const here = `${window.location.pathname}${window.location.search}`;
  return (
    <ClosedDoor title={t('door.signInTitle')} actions={<LinkButton to={`/anmelden?weiter=${encodeURIComponent(here)}`} kind="primary">{t('door.signIn')}</LinkButton>}>
      <p>{t('door.signInText')}</p>
    </ClosedDoor>
  );
}

export interface QueryPageProps<Data, Thing> {
  readonly query: PageQuery<Data>;
  /** Takes the page's subject out of the answer; `null` shows the closed door. */
  readonly pick: (data: Data) => Thing | null | undefined;
  /** Draws the page from its subject; usually a `<Page>`. */
  readonly children: (thing: Thing) => ReactNode;
  /** The bones of this very page, where they say more than lines. */
  readonly skeleton?: ReactNode;
  readonly width?: 'reading' | 'wide';
  /** A friendlier door, e.g. with how to get in. */
  readonly door?: ReactNode;
  readonly texts?: Pick<Texts<object>, 'name' | 'load' | 'loaded'>;
}

/** The four states of a page that lives on one query: loading, error with retry, closed door, content. What goes out of its reader's sight goes from the page. */
export function QueryPage<Data, Thing>({ query, pick, children, skeleton, width = 'wide', door, texts }: QueryPageProps<Data, Thing>) {
  const { data, error, loading } = query;
  const thing = data === undefined ? undefined : pick(data);
  const code = error === undefined ? undefined : describeError(error).code;
  // What was there before the server refused it must not stay readable.
  const isRefused = code === 'NOT_FOUND' || code === 'FORBIDDEN';
  const isThere = thing !== undefined && thing !== null && !isRefused;
  const { pathname } = useLocation();
  const [seenAt, setSeenAt] = useState<string>();
  if (isThere && seenAt !== pathname) setSeenAt(pathname);
  const [kept, setKept] = useState<string | null>(null);
  useLookingAgain(query, isThere);
  if (isThere) return <KeptWordsProvider onKept={setKept}>{children(thing)}</KeptWordsProvider>;
  if (code === 'UNAUTHENTICATED') return <SignInDoor />;
  if (error !== undefined && !isRefused) return <PageProblem error={error} onRetry={query.refetch} {...(texts && { texts })} />;
  if (!isRefused && loading) return <PageLoading width={width}>{skeleton}</PageLoading>;
  const closed = door ?? <ClosedDoor />;
  return seenAt === pathname ? <LostDoor kept={kept}>{closed}</LostDoor> : closed;
}

/** The closed door for who was inside: says that it closed, and where their words are. */
function LostDoor({ kept, children }: { readonly kept: string | null; readonly children: ReactNode }) {
  const t = useTexts(uiTexts);
  const place = useRef<HTMLDivElement>(null);
  const words = kept === null ? t('door.lost') : `${t('door.lost')} ${t('door.kept')}`;
  useEffect(() => {
    announce(words);
    // What had the keyboard is gone.
    if (document.activeElement === null || document.activeElement === document.body) place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [words]);
  return (
    <>
      <div ref={place} tabIndex={-1} className={classes.lost}>
        <Alert kind="warning" title={t('door.lost')}>
          {kept !== null && <>{t('door.kept')} <Link to={kept}>{t('door.toKept')}</Link></>}
        </Alert>
      </div>
      {children}
    </>
  );
}

/** Asks before the window closes while something unsent stands in a form. */
export function useLeaveGuard(isUnsent: boolean): void {
  useEffect(() => {
    if (!isUnsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsent]);
}
