import { z } from 'zod';
import { defineSettings } from './settings.js';

/** How the programme is called and how it speaks. */
export const programmeSettings = defineSettings(
  'programme',
  z.object({
    name: z.string().default('Pusteblume'),
    address: z.enum(['sie', 'du']).default('sie'),
    locale: z.enum(['de', 'en']).default('de'),
    contactAddress: z.string().default(''),
  }),
);
