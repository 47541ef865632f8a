import { describeSpecsOf } from './specs-of.js';

describeSpecsOf('topics');
