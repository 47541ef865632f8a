import { ADMINISTRATION_WORDS } from './seed-words.administration.js';
import { BUILDING_WORDS } from './seed-words.building.js';
import { CLIMATE_WORDS } from './seed-words.climate.js';
import { DEEDS_WORDS } from './seed-words.deeds.js';
import { EVERYDAY_WORDS } from './seed-words.everyday.js';
import { GENERAL_WORDS } from './seed-words.general.js';
import { PEOPLE_WORDS } from './seed-words.people.js';

/**
 * Common German base words, lower case, umlauts and ß kept, each once.
 *
 * The compound splitter takes a word apart only into words it knows, and it learns them from the texts of its own
 * community. A new community has too few: with some hundred texts it finds hardly half of what it finds later. These
 * words bridge that time. They are base words and stems on purpose; a compound in this list would stop the splitter from
 * looking inside, so only those stay whose parts say nothing about their meaning (Haushalt, Bürgermeister, Kreislauf).
 * Linking sounds (Verwaltung-s-rat) belong to the splitter, not to this list.
 */
export const SEED_WORDS: readonly string[] = [
  ADMINISTRATION_WORDS,
  BUILDING_WORDS,
  CLIMATE_WORDS,
  DEEDS_WORDS,
  EVERYDAY_WORDS,
  GENERAL_WORDS,
  PEOPLE_WORDS,
].flatMap((words) => words.trim().split(/\s+/));
