import { useQuery } from '@apollo/client/react';
import { useEffect, useState, type ReactNode } from 'react';
import { graphql, useTexts } from '#platform/web';
import { TokenField, type Token } from '#ui/web';
import { moderationTexts } from '../moderation-texts.js';

const MembersQuery = graphql(`
  query MembersToMeasure($slug: String!, $name: String) {
    space(slug: $slug) {
      id
      members(first: 50, name: $name) {
        nodes {
          accountId
          name
          role
        }
      }
    }
  }
`);

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 200;

interface MeasuredMemberProps {
  readonly slug: string;
  readonly name: string;
  readonly error?: ReactNode;
  readonly value: Token | null;
  readonly onChange: (value: Token | null) => void;
}

/** One member of the space who does not look after it, found while typing. */
export function MeasuredMember({ slug, name: fieldName, error, value, onChange }: MeasuredMemberProps) {
  const t = useTexts(moderationTexts);
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setName(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery(MembersQuery, { variables: { slug, name: name === '' ? null : name } });
  const found = (data?.space.members?.nodes ?? []).filter(({ role }) => role !== 'moderator').map(({ accountId, name: label }) => ({ value: accountId, label }));
  const choices = value === null ? found : [value, ...found.filter((token) => token.value !== value.value)];
  return (
    <TokenField
      name={fieldName}
      error={error}
      label={t('measure.member')}
      help={t('measure.memberHelp')}
      max={1}
      choices={choices}
      value={value === null ? [] : [value.value]}
      onSearch={setTyped}
      onChange={([next]) => onChange(choices.find((token) => token.value === next) ?? null)}
    />
  );
}
