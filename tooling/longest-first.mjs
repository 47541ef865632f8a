import Sequencer from '@jest/test-sequencer';

/**
 * Two suites go side by side; whichever takes long begins early, or the other would wait for it at the end. Jest remembers
 * how long each took; on a fresh clone it goes by the size of files, and these are short files about much.
 */
const LONGEST = [
  'outsider.spec.ts', 'platform.suite.ts', 'tips.suite.ts', 'notifications.suite.ts', 'accounts.suite.ts', 'spaces.suite.ts', 'discussions.suite.ts', 'threads.suite.ts',
  'harvest.suite.ts', 'fill-demo.spec.ts', 'boundaries.spec.ts',
  'looking.journey.ts', 'discussing.journey.ts', 'changing.journey.ts', 'access.journey.ts', 'live.journey.ts',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = LONGEST.findIndex((name) => path.endsWith(`/${name}`));
      return found === -1 ? LONGEST.length : found;
    };
    return super.sort(tests).toSorted((left, right) => place(left) - place(right));
  }
}
