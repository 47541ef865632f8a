import { useTexts } from '#platform/web';
import { Button, Section } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';

/** Everything the product keeps of oneself, as one file. */
export function OwnDataSection() {
  const t = useTexts(accountsTexts);
  return (
    <Section title={t('ownData.title')}>
      <p>{t('ownData.text')}</p>
      <div>
        <Button onClick={() => window.location.assign('/api/accounts/own-data')}>{t('ownData.download')}</Button>
      </div>
    </Section>
  );
}
