import { z } from 'zod';
import { defineSettings } from '#platform/server';

/** How long unfinished ways in are kept. */
export const registrationSettings = defineSettings(
  'registration',
  z.object({
    /** Entries nobody confirmed are deleted after so many days. */
    unconfirmedDays: z.number().int().min(1).max(90).default(7),
    /** Imported people who never came are deleted after so many days. */
    invitedDays: z.number().int().min(7).max(365).default(90),
  }),
);
