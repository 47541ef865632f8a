import { describeSpecsOf } from './specs-of.js';

describeSpecsOf('moderation');
