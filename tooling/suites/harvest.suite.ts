import { describeSpecsOf } from './specs-of.js';

describeSpecsOf('harvest');
