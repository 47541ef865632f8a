import { describeSpecsOf } from './specs-of.js';

describeSpecsOf('text');
