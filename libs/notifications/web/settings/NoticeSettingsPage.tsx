import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Alert, DateTime, LinkButton, Page, QueryPage, Stack } from '#ui/web';
import { notificationsTexts } from '../notifications-texts.js';
import { CategoriesFragment, CategoriesPart } from './CategoriesPart.js';
import { FollowedPart } from './FollowedPart.js';
import { PauseFragment, PausePart } from './PausePart.js';
import { QuietFragment, QuietPart } from './QuietPart.js';
import { SummaryFragment, SummaryPart } from './SummaryPart.js';

const SettingsQuery = graphql(
  `
    query NoticeSettings {
      noticePreferences {
        mailStoppedAt
        ...CategoriesPart
        ...SummaryPart
        ...QuietPart
        ...PausePart
      }
    }
  `,
  [CategoriesFragment, SummaryFragment, QuietFragment, PauseFragment],
);

/** What one wants to be told, by which way and when. */
export function NoticeSettingsPage() {
  const t = useTexts(notificationsTexts);
  const query = useQuery(SettingsQuery);
  return (
    <QueryPage query={query} pick={(data) => data.noticePreferences} width="reading" texts={notificationsTexts}>
      {(preferences) => (
        <Page
          title={t('settings.title')}
          summary={t('settings.summary')}
          width="reading"
          crumbs={[{ label: t('settings.account'), to: '/konto' }]}
          actions={<LinkButton to="/hinweise">{t('centre.title')}</LinkButton>}
        >
          <Stack gap="wide">
            {preferences.mailStoppedAt !== null && (
              <Alert kind="warning" title={t('stopped.title')} action={<div><LinkButton size="small" to="/konto">{t('stopped.action')}</LinkButton></div>}>
                {t.rich('stopped.text', { when: <DateTime at={preferences.mailStoppedAt} as="date" /> })}
              </Alert>
            )}
            <CategoriesPart preferences={preferences} />
            <SummaryPart preferences={preferences} />
            <QuietPart preferences={preferences} />
            <PausePart preferences={preferences} />
            <FollowedPart />
          </Stack>
        </Page>
      )}
    </QueryPage>
  );
}
