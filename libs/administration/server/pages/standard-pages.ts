import { ACCESSIBILITY } from './accessibility.js';
import { HOUSE_RULES } from './house-rules.js';
import { IMPRINT } from './imprint.js';
import { PRIVACY } from './privacy.js';
import type { StandardPage } from './standard-page.js';

/** The pages reachable from everywhere, in the order of the footer. */
export const STANDARD_PAGES: readonly StandardPage[] = [IMPRINT, PRIVACY, ACCESSIBILITY, HOUSE_RULES];
