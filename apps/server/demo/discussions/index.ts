import type { DemoDiscussion } from '../demo.types.js';
import { CLOSED_DISCUSSIONS } from './closed.js';
import { EVERYDAY_DISCUSSIONS } from './everyday.js';
import { OPEN_DISCUSSIONS } from './open.js';
import { PROGRAMME_DISCUSSIONS } from './programme.js';

export const DISCUSSIONS: readonly DemoDiscussion[] = [...OPEN_DISCUSSIONS, ...EVERYDAY_DISCUSSIONS, ...PROGRAMME_DISCUSSIONS, ...CLOSED_DISCUSSIONS];
