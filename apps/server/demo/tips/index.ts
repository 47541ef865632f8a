import type { DemoTip } from '../demo.types.js';
import { CLOSED_CARRYING_ON_TIPS } from './closed-carrying-on.js';
import { CLOSED_DECISION_TIPS } from './closed-decisions.js';
import { MENTOR_TIPS } from './mentors.js';
import { OPEN_PRACTICE_TIPS } from './open-practice.js';
import { OPEN_START_TIPS } from './open-start.js';
import { PROGRAMME_EXAMPLE_TIPS } from './programme-example.js';
import { PROGRAMME_GROUNDWORK_TIPS } from './programme-groundwork.js';
import { PROGRAMME_STREETS_TIPS } from './programme-streets.js';
import { REGIONAL_TIPS } from './regional.js';

/** The thirty tips of the demo programme. */
export const TIPS: readonly DemoTip[] = [
  ...OPEN_START_TIPS,
  ...OPEN_PRACTICE_TIPS,
  ...PROGRAMME_GROUNDWORK_TIPS,
  ...PROGRAMME_EXAMPLE_TIPS,
  ...PROGRAMME_STREETS_TIPS,
  ...CLOSED_DECISION_TIPS,
  ...CLOSED_CARRYING_ON_TIPS,
  ...REGIONAL_TIPS,
  ...MENTOR_TIPS,
];
