import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { uuidv7 } from '#platform/shared';
import { graphql, useErrorTexts, useTexts, type ResultOf } from '#platform/web';
import { Badge, Button, Checkbox, ClosedDoor, Dialog, EmptyState, Form, List, ListRow, Menu, Page, QueryPage, Row, SearchField, Select, TextArea, TextField, toast, useForm } from '#ui/web';
import { keepingTexts } from './keeping-texts.js';

const TopicsQuery = graphql(`
  query TopicsToKeep {
    viewerCanKeepTopics
    topics(withRetired: true) { id slug name description synonyms isRetired tipCount }
  }
`);

const CreateTopic = graphql(`mutation CreateTopic($input: CreateTopicInput!) { createTopic(input: $input) { id } }`);
const ChangeTopic = graphql(`mutation ChangeTopic($input: ChangeTopicInput!) { changeTopic(input: $input) { id name description synonyms } }`);
const RetireTopic = graphql(`mutation RetireTopic($input: TopicInput!) { retireTopic(input: $input) { id isRetired } }`);
const ReviveTopic = graphql(`mutation ReviveTopic($input: TopicInput!) { reviveTopic(input: $input) { id isRetired } }`);
const MergeTopics = graphql(`mutation MergeTopics($input: MergeTopicsInput!) { mergeTopics(input: $input) { id } }`);

type Topic = ResultOf<typeof TopicsQuery>['topics'][number];
type Opened = { readonly kind: 'new' } | { readonly kind: 'change' | 'merge'; readonly topic: Topic };

/** The vocabulary of the programme: words, what people say instead, and what means the same. */
export function TopicsPage() {
  const query = useQuery(TopicsQuery);
  return (
    <QueryPage query={query} pick={(data) => data} texts={keepingTexts}>
      {({ viewerCanKeepTopics, topics }) => (viewerCanKeepTopics ? <Topics topics={topics} onChanged={() => void query.refetch()} /> : <ClosedDoor />)}
    </QueryPage>
  );
}

const matches = (topic: Topic, words: string) => [topic.name, ...topic.synonyms].some((name) => name.toLocaleLowerCase('de').includes(words.trim().toLocaleLowerCase('de')));

function Topics({ topics, onChanged }: { readonly topics: readonly Topic[]; readonly onChanged: () => void }) {
  const t = useTexts(keepingTexts);
  const [words, setWords] = useState('');
  const [withRetired, setWithRetired] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const shown = topics.filter((topic) => (withRetired || !topic.isRetired) && matches(topic, words));
  const done = () => {
    setOpened(undefined);
    onChanged();
  };
  const add = <Button kind="primary" onClick={() => setOpened({ kind: 'new' })}>{t('topics.new')}</Button>;
  return (
    <Page title={t('topics.title')} summary={t('topics.summary')} audience={t('topics.audience')} actions={topics.length > 0 && add}>
      {topics.length === 0 ? (
        <EmptyState title={t('topics.empty')} action={add}>{t('topics.emptyText')}</EmptyState>
      ) : (
        <>
          <Row gap="wide">
            <SearchField label={t('topics.find')} placeholder={t('topics.find')} value={words} onChange={setWords} />
            {topics.some(({ isRetired }) => isRetired) && <Checkbox label={t('topics.withRetired')} value={withRetired} onChange={setWithRetired} />}
          </Row>
          {shown.length === 0 && <EmptyState size="small" title={t('topics.none')} />}
          <List label={t('topics.title')}>
            {shown.map((topic) => (
              <TopicRow key={topic.id} topic={topic} onOpen={setOpened} />
            ))}
          </List>
        </>
      )}
      <Dialog
        isOpen={opened !== undefined}
        onClose={() => setOpened(undefined)}
        title={opened === undefined ? '' : opened.kind === 'new' ? t('topics.new') : t(opened.kind === 'change' ? 'topics.changeTitle' : 'topics.mergeTitle', { name: opened.topic.name })}
      >
        {opened?.kind === 'merge' && <MergeForm topic={opened.topic} topics={topics} onDone={done} />}
        {opened !== undefined && opened.kind !== 'merge' && <TopicForm topic={opened.kind === 'new' ? undefined : opened.topic} onDone={done} />}
      </Dialog>
    </Page>
  );
}

function TopicRow({ topic, onOpen }: { readonly topic: Topic; readonly onOpen: (opened: Opened) => void }) {
  const t = useTexts(keepingTexts);
  const errors = useErrorTexts(keepingTexts);
  const [retire] = useMutation(RetireTopic);
  const [revive] = useMutation(ReviveTopic);
  const turn = async () => {
    try {
      await (topic.isRetired ? revive : retire)({ variables: { input: { topicId: topic.id } } });
      toast(t(topic.isRetired ? 'topics.reviveDone' : 'topics.retireDone', { name: topic.name }));
    } catch (error) {
      toast(errors.sentence(error), { kind: 'danger' });
    }
  };
  return (
    <ListRow
      title={topic.name}
      {...(topic.synonyms.length > 0 && { text: t('topics.synonymsLine', { words: topic.synonyms.join(', ') }) })}
      meta={[t('topics.tips', { count: topic.tipCount }), topic.description, topic.isRetired && <Badge key="retired">{t('topics.retired')}</Badge>]}
      end={
        <>
          <Button size="small" onClick={() => onOpen({ kind: 'change', topic })} aria-label={t('topics.changeTitle', { name: topic.name })}>{t('topics.change')}</Button>
          <Menu
            entries={[
              { label: t('topics.merge'), onSelect: () => onOpen({ kind: 'merge', topic }) },
              { label: t(topic.isRetired ? 'topics.revive' : 'topics.retire'), onSelect: () => void turn() },
            ]}
          >
            {(props) => <Button {...props} size="small" kind="quiet" aria-label={`${t('more')}: ${topic.name}`}>{t('more')}</Button>}
          </Menu>
        </>
      }
    />
  );
}

const linesOf = (text: string) => [...new Set(text.split(/[\n,;]/).map((word) => word.trim()).filter((word) => word !== ''))];

function TopicForm({ topic, onDone }: { readonly topic: Topic | undefined; readonly onDone: () => void }) {
  const t = useTexts(keepingTexts);
  const [create] = useMutation(CreateTopic);
  const [change] = useMutation(ChangeTopic);
  const [newId] = useState(uuidv7);
  const form = useForm({
    initial: { name: topic?.name ?? '', description: topic?.description ?? '', synonyms: topic?.synonyms.join('\n') ?? '' },
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('topics.nameMissing') } : {}),
    submit: async ({ name, description, synonyms }) => {
      const parts = { name, description, synonyms: linesOf(synonyms) };
      if (topic === undefined) await create({ variables: { input: { id: newId, ...parts } } });
      else await change({ variables: { input: { topicId: topic.id, ...parts } } });
      toast(topic === undefined ? t('topics.created', { name }) : t('topics.saved'));
      onDone();
    },
    texts: keepingTexts,
  });
  return (
    <Form form={form} submitLabel={t(topic === undefined ? 'topics.create' : 'topics.save')}>
      <TextField label={t('topics.name')} maxLength={60} autoComplete="off" {...form.field('name')} />
      <TextArea label={t('topics.synonyms')} help={t('topics.synonymsHelp')} optional rows={4} {...form.field('synonyms')} />
      <TextArea label={t('topics.description')} optional rows={2} maxLength={500} {...form.field('description')} />
    </Form>
  );
}

function MergeForm({ topic, topics, onDone }: { readonly topic: Topic; readonly topics: readonly Topic[]; readonly onDone: () => void }) {
  const t = useTexts(keepingTexts);
  const [merge] = useMutation(MergeTopics);
  const others = topics.filter(({ id, isRetired }) => id !== topic.id && !isRetired);
  const form = useForm({
    initial: { into: '' },
    check: ({ into }): { into?: string } => (into === '' ? { into: t('topics.mergeMissing') } : {}),
    submit: async ({ into }) => {
      await merge({ variables: { input: { fromTopicId: topic.id, intoTopicId: into } } });
      toast(t('topics.merged', { name: others.find(({ id }) => id === into)?.name ?? '' }));
      onDone();
    },
    texts: keepingTexts,
    fieldOf: (field) => (field === 'intoTopicId' ? 'into' : field),
  });
  return (
    <>
      <p>{t('topics.mergeText', { name: topic.name })}</p>
      <Form form={form} submitLabel={t('topics.mergeDo')} submitKind="danger">
        <Select label={t('topics.mergeInto')} placeholder={t('topics.mergeChoose')} choices={others.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('into')} />
      </Form>
    </>
  );
}
