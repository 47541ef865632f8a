import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql, useTexts } from '#platform/web';
import { TokenField, type Token } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';

const PeopleToChoose = graphql(`
  query PeopleToChoose($text: String) {
    people(text: $text, first: 12) {
      nodes {
        id
        name
      }
    }
  }
`);

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 200;

interface PeopleFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly error?: string;
  readonly name: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly max: number;
}

/** Members of the programme, found while typing. */
export function PeopleField({ value, ...rest }: PeopleFieldProps) {
  const t = useTexts(spacesTexts);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [known, setKnown] = useState<readonly Token[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery(PeopleToChoose, { variables: { text: text === '' ? null : text } });
  const found = data?.people.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const choices = [...known.filter((token) => value.includes(token.value)), ...found.filter((token) => !value.includes(token.value) || !known.some((other) => other.value === token.value))];
  return (
    <TokenField
      help={t('people.help')}
      {...rest}
      value={value}
      choices={choices}
      onSearch={setTyped}
      onChange={(next) => {
        setKnown(choices.filter((token) => next.includes(token.value)));
        rest.onChange(next);
      }}
    />
  );
}
