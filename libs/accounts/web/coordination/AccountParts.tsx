import { graphql, readFragment, useLocale, useTexts, type FragmentOf } from '#platform/web';
import { DateTime, EmptyState, Facts, List, ListRow, Section, TopicList } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { coordinationTexts } from '../coordination-texts.js';
import { Answers } from '../people/Answers.js';
import classes from './coordination.module.css';

export const AccountPartsFragment = graphql(`
  fragment AccountParts on ManagedAccount {
    id
    sheet {
      answers
      visibility
      field {
        id
        kind
        labelDe
        labelEn
      }
    }
    history {
      id
      at
      step
      message
      actorName
    }
  }
`);

/** What the coordination knows of somebody: the sheet as it stands, and everything that happened on the way in. */
export function AccountParts({ account: masked }: { readonly account: FragmentOf<typeof AccountPartsFragment> }) {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const { locale } = useLocale();
  const { sheet, history } = readFragment(AccountPartsFragment, masked);
  const written = sheet.filter((entry) => entry.answers.length > 0);
  const empty = sheet.filter((entry) => entry.answers.length === 0).map(({ field }) => (locale === 'en' ? field.labelEn : field.labelDe));
  return (
    <>
      <Section title={t('sheet.title')}>
        {written.length === 0 ? (
          <EmptyState size="small" title={c('sheet.none')} />
        ) : (
          <Facts
            facts={written.map(({ field, answers }) => {
              const label = locale === 'en' ? field.labelEn : field.labelDe;
              return {
                name: label,
                value: field.kind === 'topics' ? <TopicList label={label} topics={answers.map((name) => ({ name }))} /> : <Answers kind={field.kind} answers={answers} />,
              };
            })}
          />
        )}
        {written.length > 0 && empty.length > 0 && <p className={classes.note}>{c('sheet.empty', { fields: empty.join(', ') })}</p>}
      </Section>
      {history.length > 0 && (
        <Section title={t('history.title')}>
          <List>
            {history.map((step) => (
              <ListRow
                key={step.id}
                title={t(`step.${step.step}`)}
                {...(step.message !== '' && { text: <span className={classes.message}>{step.message}</span> })}
                meta={[step.actorName, <DateTime key="at" at={step.at} as="dateTime" />]}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
