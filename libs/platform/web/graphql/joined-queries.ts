import { ApolloLink } from '@apollo/client';
import { print } from '@apollo/client/utilities';
import { finalize, shareReplay, tap, type Observable } from 'rxjs';
import { anyTopic, onLive } from '../live/live-hub.js';

type Answers = Observable<ApolloLink.Result>;

/**
 * Several parts of a page that ask the same at once are answered by one request; but nobody is answered by one that left
 * before the page wrote something or was told of something: that answer may lack just this.
 */
export function joinedQueries(): ApolloLink {
  const onTheWay = new Map<string, Answers>();
  const forget = () => onTheWay.clear();
  onLive(anyTopic, forget);
  return new ApolloLink((operation, forward) => {
    if (operation.operationType !== 'query') return forward(operation).pipe(tap({ next: forget, error: forget }));
    const key = `${print(operation.query)} ${JSON.stringify(operation.variables)}`;
    const known = onTheWay.get(key);
    if (known !== undefined) return known;
    const answers: Answers = forward(operation).pipe(
      finalize(() => {
        if (onTheWay.get(key) === answers) onTheWay.delete(key);
      }),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
    onTheWay.set(key, answers);
    return answers;
  });
}
