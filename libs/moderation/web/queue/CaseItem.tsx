import { Link } from 'react-router';
import { useTexts } from '#platform/web';
import { WhoCanSee } from '#spaces/web';
import { RenderedText } from '#text/web';
import { Alert, AudienceLine, DateTime, Section } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';
import type { CaseDetailData } from './CaseContext.js';
import classes from './queue.module.css';

/** The item itself, as its readers see it, between its neighbours. */
export function CaseItem({ one }: { readonly one: CaseDetailData }) {
  const t = useTexts(moderationTexts);
  const { item } = one;
  if (item === null) return <Alert>{t('item.goneText')}</Alert>;
  const neighbours = (isBefore: boolean) => one.surroundings.filter((neighbour) => neighbour.isBefore === isBefore).map((neighbour) => <Neighbour key={neighbour.id} neighbour={neighbour} />);
  return (
    <Section title={t('item.title')} level={3} action={<Link to={item.path}>{t('item.open')}</Link>}>
      {item.contextTitle !== null && item.contextPath !== null && <p className={classes.note}>{t.rich('item.in', { title: <Link to={item.contextPath}>{item.contextTitle}</Link> })}</p>}
      <Readers one={one} isShown={item.isShown} />
      {neighbours(true)}
      <div className={classes.item}>
        <RenderedText html={item.html} />
      </div>
      {neighbours(false)}
    </Section>
  );
}

/** How far it reaches decides what harm it does. */
function Readers({ one: { space, decision }, isShown }: { readonly one: CaseDetailData; readonly isShown: boolean }) {
  const t = useTexts(moderationTexts);
  const audience = space?.audience ?? null;
  const who = audience !== null && <WhoCanSee audience={audience} />;
  if (isShown) return who === false ? null : <AudienceLine>{who}</AudienceLine>;
  return (
    <>
      {decision === null && <p className={classes.note}>{t('item.notShown')}</p>}
      {who !== false && <p className={classes.note}>{t.rich('item.ifShown', { who })}</p>}
    </>
  );
}

function Neighbour({ neighbour }: { readonly neighbour: CaseDetailData['surroundings'][number] }) {
  const t = useTexts(moderationTexts);
  return (
    <div className={classes.neighbour}>
      <p className={classes.note}>{neighbour.author?.name ?? t('author.gone')} · <DateTime at={neighbour.writtenAt} /></p>
      <RenderedText html={neighbour.html} />
    </div>
  );
}
