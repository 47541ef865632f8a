import { useQuery } from '@apollo/client/react';
import { Navigate, useParams } from 'react-router';
import { graphql, useTexts, useViewer } from '#platform/web';
import { ClosedDoor, QueryPage, Section, SignInDoor, Stack } from '#ui/web';
import { SpaceFrame, SpaceFrameFragment } from '../home/SpaceFrame.js';
import { spacesTexts } from '../spaces-texts.js';
import { ArchivePart, ArchivePartFragment } from './ArchivePart.js';
import { GatesForm, GatesFormFragment } from './GatesForm.js';
import { GeneralForm, GeneralFormFragment } from './GeneralForm.js';
import { PublishersForm, PublishersFormFragment } from './PublishersForm.js';
import { VisibilityForm, VisibilityFormFragment } from './VisibilityForm.js';

const SettingsPageQuery = graphql(
  `
    query SpaceSettingsPage($slug: String!) {
      space(slug: $slug) {
        id
        slug
        visibility
        viewerCanModerate
        viewerCanChange
        ...SpaceFrame
        ...GeneralForm
        ...VisibilityForm
        ...GatesForm
        ...PublishersForm
        ...ArchivePart
      }
    }
  `,
  [SpaceFrameFragment, GeneralFormFragment, VisibilityFormFragment, GatesFormFragment, PublishersFormFragment, ArchivePartFragment],
);

/** Everything moderators set about their space; each part is saved by itself. */
export function SettingsPage() {
  const t = useTexts(spacesTexts);
  const viewer = useViewer();
  const { slug = '' } = useParams();
  const query = useQuery(SettingsPageQuery, { variables: { slug } });
  return (
    <QueryPage
      query={query}
      pick={(data) => (data.space.viewerCanModerate ? data.space : null)}
      texts={spacesTexts}
      width="reading"
      door={viewer.isGuest ? <SignInDoor /> : <ClosedDoor />}
    >
      {(space) =>
        // The address can be changed on this very page.
        space.slug === slug ? (
          <SpaceFrame space={space} title={t('tabs.settings')} audience={t('frame.moderatorsOnly')}>
            <Stack gap="wide">
              {space.viewerCanChange && (
                <>
                  <Section title={t('general.title')}>
                    <GeneralForm space={space} />
                  </Section>
                  <Section title={t('gates.title')}>
                    {/* Another visibility allows other gates: the form begins anew with it. */}
                    <GatesForm key={space.visibility} space={space} />
                  </Section>
                  <Section title={t('publishers.title')}>
                    <PublishersForm space={space} />
                  </Section>
                  <Section title={t('visibility.title')}>
                    <VisibilityForm space={space} />
                  </Section>
                </>
              )}
              <Section title={t('archive.title')}>
                <ArchivePart space={space} />
              </Section>
            </Stack>
          </SpaceFrame>
        ) : (
          <Navigate to={`/raum/${space.slug}/einstellungen`} replace />
        )
      }
    </QueryPage>
  );
}
