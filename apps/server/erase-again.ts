import { AccountErasure, LeavingWishes } from '#accounts/server';
import type { Application } from './app.js';

/** Before anybody is let in: whoever is gone stays gone, and whoever wished to go goes, also where the database comes from an older backup. Where that cannot be done, everything is stopped again. */
export async function eraseAgain(running: Application): Promise<void> {
  try {
    await running.app.get(AccountErasure, { strict: false }).repeat();
    await running.app.get(LeavingWishes, { strict: false }).repeat();
  } catch (error) {
    await running.stop();
    throw error;
  }
}
