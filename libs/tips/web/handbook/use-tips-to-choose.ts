import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '#platform/web';

const FirstTips = graphql(`
  query TipsForHandbook($space: String!) {
    tips(space: $space, sort: title, first: 40) { nodes { id title } }
  }
`);

const FoundTips = graphql(`
  query TipsFoundForHandbook($inSpace: SearchInput!, $everywhere: SearchInput!) {
    inSpace: search(input: $inSpace) { hits { id state title { text } } }
    everywhere: search(input: $everywhere) { hits { id state title { text } space { id name } } }
  }
`);

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 250;

/** A tip that may come into a chapter. */
export interface ChoosableTip {
  readonly id: string;
  readonly title: string;
  /** Name of its space where it is another one than the handbook's. */
  readonly elsewhere: string | null;
}

interface TipsToChoose {
  readonly tips: readonly ChoosableTip[];
  readonly onSearch: (text: string) => void;
}

const titleOf = (segments: readonly { readonly text: string }[]): string => segments.map(({ text }) => text).join('');

/** Tips to choose among: the first of the space by title, and while one types whatever the search finds, the own space first. */
export function useTipsToChoose(spaceId: string): TipsToChoose {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const first = useQuery(FirstTips, { variables: { space: spaceId } });
  const found = useQuery(FoundTips, {
    variables: {
      inSpace: { text, first: 20, filters: { kinds: ['tip'], spaceIds: [spaceId] } },
      everywhere: { text, first: 20, filters: { kinds: ['tip'] } },
    },
    skip: text === '',
  });
  if (text === '') return { tips: (first.data?.tips.nodes ?? []).map(({ id, title }) => ({ id, title, elsewhere: null })), onSearch: setTyped };
  const answer = found.data ?? found.previousData;
  const own = (answer?.inSpace.hits ?? []).filter(({ state }) => state !== 'retired').map(({ id, title }) => ({ id, title: titleOf(title), elsewhere: null }));
  const others = (answer?.everywhere.hits ?? [])
    .filter(({ id, state, space }) => state !== 'retired' && space?.id !== spaceId && !own.some((tip) => tip.id === id))
    .map(({ id, title, space }) => ({ id, title: titleOf(title), elsewhere: space?.name ?? null }));
  return { tips: [...own, ...others], onSearch: setTyped };
}
