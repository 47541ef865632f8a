import { z } from 'zod';
import { defineSettings } from '#platform/server';

/** How one gets in. Versions are what a consent names; raise them when the wording changes. */
export const registrationSettings = defineSettings(
  'registration',
  z.object({
    rulesVersion: z.string().default('1'),
    privacyVersion: z.string().default('1'),
    /** Entries nobody confirmed are deleted after so many days. */
    unconfirmedDays: z.number().int().min(1).max(90).default(7),
    /** Imported people who never came are deleted after so many days. */
    invitedDays: z.number().int().min(7).max(365).default(90),
  }),
);
