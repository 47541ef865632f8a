import { describeSpecsOf } from './specs-of.js';

describeSpecsOf('access');
