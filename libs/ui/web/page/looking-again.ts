import type { ApolloClient, DocumentNode, OperationVariables } from '@apollo/client';
import { useRef } from 'react';
import { useLive } from '#platform/web';

/** The part of Apollo's query result that is needed to ask once more. */
export interface AskedQuery {
  readonly data?: unknown;
  readonly refetch: () => unknown;
  readonly client?: Pick<ApolloClient, 'query'>;
  readonly observable?: { readonly query: DocumentNode; readonly variables: OperationVariables };
}

/** So often at most a page asks again because something on it was not there. */
const REST_MS = 3000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** A list of which the answer is the beginning only, while more of it is shown. */
const isLoadedFurther = (shown: Readonly<Record<string, unknown>>, answer: Readonly<Record<string, unknown>>) =>
  Array.isArray(shown['nodes']) && Array.isArray(answer['nodes']) && shown['nodes'].length > answer['nodes'].length && isObject(answer['pageInfo']) && answer['pageInfo']['hasNextPage'] === true;

/** Whether an answer says what is shown already; lists that were loaded further are left out. */
function saysTheSame(shown: unknown, answer: unknown): boolean {
  if (!isObject(shown) || !isObject(answer)) return Object.is(shown, answer);
  if (isLoadedFurther(shown, answer)) return true;
  const names = Object.keys(shown);
  return names.length === Object.keys(answer).length && names.every((name) => name in answer && saysTheSame(shown[name], answer[name]));
}

/** The page finds out by itself that it went out of sight or came into it: its reader's rights changed, or a part of it is refused. */
export function useLookingAgain({ data, refetch, client, observable }: AskedQuery, isThere: boolean): void {
  const asked = useRef(0);
  const look = () => {
    asked.current = Date.now();
    Promise.resolve(refetch()).catch(() => undefined);
  };
  // Asked anew a list would fall back to its beginning; mostly nothing about the page itself has changed.
  const lookFirst = async () => {
    if (client === undefined || observable === undefined) return look();
    asked.current = Date.now();
    const answer = await client.query({ query: observable.query, variables: observable.variables, fetchPolicy: 'no-cache' }).catch(() => undefined);
    if (answer === undefined || !saysTheSame(data, answer.data)) look();
  };
  useLive('viewer', null, look);
  useLive('refused', null, () => {
    if (isThere && Date.now() - asked.current > REST_MS) void lookFirst();
  });
}
