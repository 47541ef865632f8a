import { useTexts } from '#platform/web';
import { LinkButton, MarkScene, Page, Row } from '#ui/web';
import type { Outcome } from './PublishDialog.js';
import classes from './write.module.css';
import { writingTexts } from './writing-texts.js';

interface PublishedProps {
  readonly outcome: Outcome;
  readonly spaceSlug: string | null;
}

/** The moment after: the seeds fly. */
export function Published({ outcome, spaceSlug }: PublishedProps) {
  const t = useTexts(writingTexts);
  const { kind, title, slug, isEdit } = outcome;
  const sentence = kind === 'submitted' ? 'publish.submittedText' : isEdit ? 'publish.doneEditText' : 'publish.doneText';
  return (
    <Page title={t(kind === 'submitted' ? 'publish.submittedTitle' : 'publish.doneTitle')} width="reading">
      <div className={classes.moment}>
        <MarkScene moving={kind === 'published'} />
        <output>{t(sentence, { title })}</output>
        <Row>
          {kind === 'published' ? (
            <LinkButton kind="primary" to={`/tipp/${slug}`}>{t('publish.read')}</LinkButton>
          ) : (
            <LinkButton kind="primary" to="/entwuerfe">{t('publish.toDrafts')}</LinkButton>
          )}
          {!isEdit && <LinkButton to={spaceSlug === null ? '/tipp/neu' : `/tipp/neu?raum=${spaceSlug}`}>{t('publish.another')}</LinkButton>}
        </Row>
      </div>
    </Page>
  );
}
