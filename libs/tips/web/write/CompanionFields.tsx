import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { Section, TokenField, type Token } from '#ui/web';
import { useSpaceMembers } from './use-space-members.js';
import { writingTexts } from './writing-texts.js';

const TopicsQuery = graphql(`
  query OfferedTopics {
    topics { id name synonyms }
  }
`);

interface CompanionFieldsProps {
  readonly spaceSlug: string | null;
  readonly topicIds: readonly string[];
  readonly coAuthorIds: readonly string[];
  /** Names of what is chosen already, which may no longer be offered. */
  readonly knownTopics: readonly Token[];
  readonly knownPeople: readonly Token[];
  /** The owner is an author anyway. */
  readonly ownerId: string | null;
  readonly onTopics: (ids: readonly string[]) => void;
  readonly onCoAuthors: (ids: readonly string[]) => void;
}

const union = (offered: readonly Token[], known: readonly Token[]): readonly Token[] => [...offered, ...known.filter((token) => !offered.some(({ value }) => value === token.value))];

/** As the server allows. */
const TOPICS_MAX = 12;
const CO_AUTHORS_MAX = 12;

/** Topics and co-authors: chosen from what there is, never typed. */
export function CompanionFields(props: CompanionFieldsProps) {
  const t = useTexts(writingTexts);
  const { data: topicData } = useQuery(TopicsQuery);
  const members = useSpaceMembers(props.spaceSlug);
  const topics = (topicData?.topics ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const people = members.filter(({ value }) => value !== props.ownerId);
  return (
    <Section title={t('field.about')}>
      <TokenField
        label={t('field.topics')}
        help={t('field.topicsHelp')}
        optional
        value={props.topicIds}
        onChange={props.onTopics}
        choices={union(topics, props.knownTopics)}
        max={TOPICS_MAX}
      />
      <TokenField
        label={t('field.coAuthors')}
        help={t('field.coAuthorsHelp')}
        optional
        value={props.coAuthorIds}
        onChange={props.onCoAuthors}
        choices={union(people, props.knownPeople)}
        max={CO_AUTHORS_MAX}
      />
    </Section>
  );
}
