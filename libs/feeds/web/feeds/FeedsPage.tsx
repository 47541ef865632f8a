import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql, useTexts, type ResultOf } from '#platform/web';
import { Button, ConfirmDialog, DateTime, EmptyState, Form, LinkButton, List, ListRow, Page, QueryPage, Row, Section, Select, SpaceEmblem, toast, useForm, VisuallyHidden } from '#ui/web';
import { feedsTexts } from '../feeds-texts.js';
import classes from './feeds.module.css';
import { NewAddress } from './NewAddress.js';

const FeedsPageQuery = graphql(`
  query FeedsPage {
    me {
      id
      standing
    }
    myFeeds {
      id
      createdAt
      lastReadOn
      text
      space {
        id
        slug
        name
        colour
        emblem
      }
    }
    spaces {
      id
      slug
      name
      viewerCanRead
    }
  }
`);
const CreateFeed = graphql(`
  mutation CreateFeed($spaceId: ID!) {
    createFeed(input: { spaceId: $spaceId }) {
      address
      feed {
        id
        createdAt
        lastReadOn
      }
    }
  }
`);
const RevokeFeed = graphql(`
  mutation RevokeFeed($feedId: ID!) {
    revokeFeed(input: { feedId: $feedId }) {
      id
    }
  }
`);

type Feed = ResultOf<typeof FeedsPageQuery>['myFeeds'][number];
type Asked = { readonly about: 'renew' | 'end'; readonly feed: Feed };

/** One's own feeds: what there is, one more, new addresses, the end of one. */
export function FeedsPage() {
  const t = useTexts(feedsTexts);
  const query = useQuery(FeedsPageQuery, { fetchPolicy: 'cache-and-network' });
  return (
    <QueryPage query={query} pick={(data) => data} width="reading" texts={feedsTexts}>
      {({ me, myFeeds, spaces }) => {
        const taken = new Set(myFeeds.map((feed) => feed.space.id));
        return (
          <Page title={t('feeds.title')} summary={t('feeds.summary')} width="reading" actions={<LinkButton to="/konto">{t('feeds.account')}</LinkButton>}>
            {me?.standing === 'approved' ? (
              <Feeds feeds={myFeeds} spaces={spaces.filter((space) => space.viewerCanRead && !taken.has(space.id))} onChanged={() => void query.refetch()} />
            ) : (
              <p>{t('feeds.waiting')}</p>
            )}
          </Page>
        );
      }}
    </QueryPage>
  );
}

interface FeedsProps {
  readonly feeds: readonly Feed[];
  /** Those without a feed yet. */
  readonly spaces: readonly { readonly id: string; readonly slug: string; readonly name: string }[];
  readonly onChanged: () => void;
}

function Feeds({ feeds, spaces, onChanged }: FeedsProps) {
  const t = useTexts(feedsTexts);
  const [address, setAddress] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  const [create] = useMutation(CreateFeed);
  const [revoke] = useMutation(RevokeFeed);
  const make = async (spaceId: string) => {
    const { data } = await create({ variables: { spaceId } });
    setAddress(data?.createFeed.address);
    onChanged();
  };
  const confirm = async ({ about, feed }: Asked) => {
    if (about === 'renew') return make(feed.space.id);
    await revoke({ variables: { feedId: feed.id } });
    toast(t('feeds.ended'));
    onChanged();
  };
  return (
    <div className={classes.sections}>
      <Section title={t('feeds.mine')}>
        {feeds.length === 0 ? (
          <EmptyState size="small" title={t('feeds.none')}>{t('feeds.noneText')}</EmptyState>
        ) : (
          <List label={t('feeds.mine')}>
            {feeds.map((feed) => (
              <FeedRow key={feed.id} feed={feed} onAsk={(about) => setAsked({ about, feed })} />
            ))}
          </List>
        )}
      </Section>
      {spaces.length > 0 && <NewFeed key={spaces.length} spaces={spaces} onMake={make} />}
      <p>{t('feeds.closed')}</p>
      {address !== undefined && <NewAddress address={address} onClose={() => setAddress(undefined)} />}
      {asked !== undefined && (
        <ConfirmDialog
          isOpen
          title={t(asked.about === 'renew' ? 'feeds.renewTitle' : 'feeds.endTitle')}
          confirmLabel={t(asked.about === 'renew' ? 'feeds.renew' : 'feeds.end')}
          onConfirm={() => confirm(asked)}
          texts={feedsTexts}
          onClose={() => setAsked(undefined)}
        >
          {t(asked.about === 'renew' ? 'feeds.renewText' : 'feeds.endText', { space: asked.feed.space.name })}
        </ConfirmDialog>
      )}
    </div>
  );
}

interface NewFeedProps extends Pick<FeedsProps, 'spaces'> {
  readonly onMake: (spaceId: string) => Promise<void>;
}

function NewFeed({ spaces, onMake }: NewFeedProps) {
  const t = useTexts(feedsTexts);
  const [parameters] = useSearchParams();
  const form = useForm({
    initial: { space: spaces.find((space) => space.slug === parameters.get('raum'))?.id ?? '' },
    texts: feedsTexts,
    check: ({ space }) => ({ ...(space === '' && { space: t('feeds.spaceMissing') }) }),
    submit: async ({ space }) => onMake(space),
  });
  return (
    <Section title={t('feeds.new')}>
      <Form form={form} submitLabel={t('feeds.create')}>
        <Select label={t('feeds.space')} placeholder={t('feeds.choose')} choices={spaces.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('space')} />
      </Form>
    </Section>
  );
}

function FeedRow({ feed, onAsk }: { readonly feed: Feed; readonly onAsk: (about: Asked['about']) => void }) {
  const t = useTexts(feedsTexts);
  const { space } = feed;
  const name = <VisuallyHidden> ({space.name})</VisuallyHidden>;
  return (
    <ListRow
      title={space.name}
      lead={<SpaceEmblem colour={space.colour} emblem={space.emblem} />}
      meta={[
        t(`feeds.text.${feed.text}`),
        t.rich('feeds.made', { at: <DateTime at={feed.createdAt} as="date" /> }),
        feed.lastReadOn === null ? t('feeds.neverRead') : t.rich('feeds.read', { at: <DateTime at={feed.lastReadOn} as="date" /> }),
      ]}
      end={
        <Row>
          <Button size="small" onClick={() => onAsk('renew')}>{t('feeds.renew')}{name}</Button>
          <Button size="small" onClick={() => onAsk('end')}>{t('feeds.end')}{name}</Button>
        </Row>
      }
    />
  );
}
