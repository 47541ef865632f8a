import { createElement, Suspense } from 'react';
import { readBoot, useDocumentTitle, useTexts, useViewer, type SlotEntry } from '#platform/web';
import { Alert, LinkButton, MarkScene, Page, PageLoading, Row, Skeleton, Stack } from '#ui/web';
import { slots } from '../routes.js';
import { lazyPart, Slot } from '../shell/Slot.js';
import { homeTexts } from './home-texts.js';
import classes from './home.module.css';

const byOrder = <Entry extends { readonly order?: number }>(entries: readonly Entry[]) => [...entries].sort((one, other) => (one.order ?? 0) - (other.order ?? 0));

/** Pieces of several domains below one another; when all of them stay empty, a sentence instead. */
function Pieces({ entries, whenNone }: { readonly entries: readonly SlotEntry[]; readonly whenNone: string }) {
  return (
    // All of them at once: most people have few of them, and what came and went again would push the rest about.
    <Suspense fallback={<Skeleton lines={2} />}>
      <div className={classes.pieces}>
        {byOrder(entries).map((entry, position) => createElement(lazyPart(entry), { key: position }))}
        <p className={classes.none}>{whenNone}</p>
      </div>
    </Suspense>
  );
}

function Welcome() {
  const t = useTexts(homeTexts);
  useDocumentTitle(readBoot().programmeName);
  return (
    <Stack gap="wide">
      <div className={classes.welcome}>
        <MarkScene moving />
        <h1 tabIndex={-1}>{t('guest.title')}</h1>
        <p>{t('guest.text')}</p>
        <Row>
          <LinkButton kind="primary" to="/anmelden">{t('guest.signIn')}</LinkButton>
          <LinkButton to="/registrieren">{t('guest.register')}</LinkButton>
        </Row>
      </div>
      {byOrder(slots.welcome).map((entry, position) => (
        // The list of slots is written in the code and never changes.
        <Slot key={position} entry={entry} />
      ))}
    </Stack>
  );
}

/** The start: what waits for me, what is new where I am. For guests what this place is. */
export function HomePage() {
  const t = useTexts(homeTexts);
  const viewer = useViewer();
  if (!viewer.isKnown) return <PageLoading />;
  if (viewer.isGuest) return <Welcome />;
  if (viewer.standing === 'unconfirmed' || viewer.standing === 'waiting') {
    return (
      <Page title={t('title')} heading={t('pending.title')} width="reading">
        <Alert action={viewer.standing === 'waiting' && <div><LinkButton to="/kontaktdaten">{t('pending.sheet')}</LinkButton></div>}>
          {t(`pending.${viewer.standing}`)}
        </Alert>
      </Page>
    );
  }
  return (
    <Page title={t('title')} heading={t('waiting')}>
      <Pieces entries={slots.waiting} whenNone={t('waiting.none')} />
      <Pieces entries={slots.fresh} whenNone={t('fresh.none')} />
    </Page>
  );
}
