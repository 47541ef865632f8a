import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { graphql, readFragment, useTexts, type FragmentOf } from '#platform/web';
import { Alert, Button, DateTime, toast } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

export const EntryBannerFragment = graphql(`
  fragment EntryBanner on Space {
    id
    myEntry {
      endsAt
      reason
    }
  }
`);

const LeaveEntry = graphql(`
  mutation LeaveEntry($input: SpaceIdInput!) {
    leaveEntry(input: $input) {
      id
    }
  }
`);

/** For coordinators who look in by a logged step: until when, and the way out. */
export function EntryBanner({ space: masked }: { readonly space: FragmentOf<typeof EntryBannerFragment> }) {
  const t = useTexts(spacesTexts);
  const navigate = useNavigate();
  const space = readFragment(EntryBannerFragment, masked);
  const [leave, { loading, client }] = useMutation(LeaveEntry, { variables: { input: { spaceId: space.id } } });
  if (space.myEntry === null) return null;
  const end = async () => {
    await leave();
    toast(t('entry.ended'));
    await navigate('/koordination/raeume');
    await client.resetStore().catch(() => undefined);
  };
  return (
    <Alert kind="warning" title={t('entry.title')} action={<div><Button size="small" busy={loading} onClick={() => void end()}>{t('entry.leave')}</Button></div>}>
      {t.rich('entry.text', { time: <DateTime at={space.myEntry.endsAt} as="time" />, reason: space.myEntry.reason })}
    </Alert>
  );
}
