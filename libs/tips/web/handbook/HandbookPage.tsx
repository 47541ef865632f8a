import { IconHistory, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { WhoCanSee, WhoCanSeeFragment } from '#spaces/web';
import { RenderedText } from '#text/web';
import { graphql, useTexts, useViewer, type ResultOf } from '#platform/web';
import { Alert, Button, classNames, DateTime, EmptyState, LinkButton, Menu, Page, QueryPage } from '#ui/web';
import { Names } from '../tip/Names.js';
import tipClasses from '../tip/tip.module.css';
import { tipsTexts } from '../tips-texts.js';
import classes from './handbook.module.css';

const HandbookQuery = graphql(
  `
    query Handbook($id: ID!) {
      handbook(id: $id) {
        id
        title
        introHtml
        updatedAt
        changedBy { accountId name }
        viewerCanEdit
        space { id slug name audience { ...WhoCanSee } }
        chapters {
          title
          introHtml
          entries { anchor html tip { id slug title summary state isOverdue authors { accountId name } } }
        }
      }
    }
  `,
  [WhoCanSeeFragment],
);

type Handbook = ResultOf<typeof HandbookQuery>['handbook'];

/** A handbook, read and printed as one. */
export function HandbookPage() {
  const { id = '' } = useParams();
  const query = useQuery(HandbookQuery, { variables: { id } });
  return (
    <QueryPage query={query} pick={(data) => data.handbook} width="reading" texts={tipsTexts}>
      {(handbook) => <WholeHandbook handbook={handbook} />}
    </QueryPage>
  );
}

const chapterId = (position: number) => `kapitel-${position + 1}`;

function WholeHandbook({ handbook }: { readonly handbook: Handbook }) {
  const t = useTexts(tipsTexts);
  const { space, chapters } = handbook;
  const isEmpty = chapters.every(({ entries }) => entries.length === 0);
  return (
    <div className={classNames(tipClasses.frame, !isEmpty && tipClasses.withOutline)}>
      {!isEmpty && <div className={tipClasses.outlineBeside} data-print="no"><Contents chapters={chapters} /></div>}
      <Page
        title={handbook.title}
        width="reading"
        crumbs={space === null ? [] : [{ label: space.name, to: `/raum/${space.slug}` }, { label: t('handbooks.title'), to: `/raum/${space.slug}/handbuecher` }]}
        {...(space !== null && space.audience !== null && { audience: <WhoCanSee audience={space.audience} /> })}
        actions={<Actions handbook={handbook} />}
      >
        <p className={tipClasses.quiet}><span>
          {handbook.changedBy === null
            ? t.rich('handbook.changed', { when: <DateTime at={handbook.updatedAt} as="date" /> })
            : t.rich('handbook.changedBy', { when: <DateTime at={handbook.updatedAt} as="date" />, who: <Names people={[handbook.changedBy]} /> })}
        </span></p>
        {handbook.introHtml !== '' && <RenderedText html={handbook.introHtml} />}
        {isEmpty ? (
          <EmptyState title={t('handbook.empty')} action={handbook.viewerCanEdit && <LinkButton to={`/handbuch/${handbook.id}/bearbeiten`}>{t('handbook.edit')}</LinkButton>} />
        ) : (
          <details className={tipClasses.outlineAbove} data-print="contents">
            <summary>{t('handbook.contents')}</summary>
            <Contents chapters={chapters} />
          </details>
        )}
        {chapters.map((chapter, position) => (
          // Chapters keep their places while they are read.
          <section key={position} className={classes.chapter} aria-labelledby={chapterId(position)}>
            <h2 id={chapterId(position)}>{chapter.title}</h2>
            {chapter.introHtml !== '' && <RenderedText html={chapter.introHtml} />}
            {chapter.entries.length === 0 && <p>{t('handbook.emptyChapter')}</p>}
            {chapter.entries.map((entry) => (
              <Entry key={entry.anchor} entry={entry} />
            ))}
          </section>
        ))}
      </Page>
    </div>
  );
}

function Contents({ chapters }: { readonly chapters: Handbook['chapters'] }) {
  const t = useTexts(tipsTexts);
  return (
    <nav aria-label={t('handbook.contents')}>
      <ol className={tipClasses.outlineList}>
        {chapters.map((chapter, position) => (
          <li key={position}>
            <a href={`#${chapterId(position)}`} className={classes.chapterLink}>{chapter.title}</a>
            <ol className={tipClasses.outlineList}>
              {chapter.entries.map(({ anchor, tip }) => (
                <li key={anchor} className={tipClasses.deeper}><a href={`#${anchor}`}>{tip.title}</a></li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Entry({ entry }: { readonly entry: Handbook['chapters'][number]['entries'][number] }) {
  const t = useTexts(tipsTexts);
  const { tip, anchor, html } = entry;
  return (
    <article className={classes.entry} aria-labelledby={anchor}>
      <h3 id={anchor}>{tip.title}</h3>
      {tip.summary !== '' && <p className={classes.summary}>{tip.summary}</p>}
      <p className={tipClasses.quiet}>
        {tip.authors.length > 0 && <span><Names people={tip.authors} isPlain /></span>}
        <Link to={`/tipp/${tip.slug}`} data-print="no">{t('handbook.single')}</Link>
      </p>
      {tip.state === 'retired' && <Alert kind="warning">{t('handbook.retired')}</Alert>}
      {tip.isOverdue && <Alert kind="warning">{t('handbook.overdue')}</Alert>}
      <RenderedText html={html} />
    </article>
  );
}

function Actions({ handbook }: { readonly handbook: Handbook }) {
  const t = useTexts(tipsTexts);
  const { isApproved } = useViewer();
  const icon = { size: 20, stroke: 1.8, 'aria-hidden': true } as const;
  return (
    <>
      <Button icon={<IconPrinter {...icon} />} onClick={() => window.print()}>{t('handbook.print')}</Button>
      <Menu
        entries={[
          ...(handbook.viewerCanEdit ? [{ kind: 'link' as const, label: t('handbook.edit'), icon: <IconPencil {...icon} />, to: `/handbuch/${handbook.id}/bearbeiten` }] : []),
          ...(isApproved ? [{ kind: 'link' as const, label: t('handbookHistory.title'), icon: <IconHistory {...icon} />, to: `/handbuch/${handbook.id}/verlauf` }] : []),
          { label: t('handbook.export'), onSelect: () => window.location.assign(`/api/handbooks/${handbook.id}/export.md`) },
        ]}
      >
        {(props) => <Button {...props} kind="quiet">{t('tip.more')}</Button>}
      </Menu>
    </>
  );
}
