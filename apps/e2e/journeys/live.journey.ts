import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { DEMO, DEMO_PASSWORD } from '../running/demo.js';
import { demoScene } from '../running/scene.js';

const scene = demoScene();

/** The live connections of all tabs of a browser. */
function streamsOf(context: BrowserContext) {
  const streams = { begun: 0, open: 0 };
  const isStream = (request: { url(): string }): boolean => request.url().endsWith('/graphql/stream');
  const end = (request: { url(): string }): void => {
    if (isStream(request)) streams.open -= 1;
  };
  context.on('request', (request) => {
    if (!isStream(request)) return;
    streams.begun += 1;
    streams.open += 1;
  });
  context.on('requestfinished', end);
  context.on('requestfailed', end);
  return streams;
}

async function until(condition: () => boolean, withinMs = 15_000): Promise<void> {
  for (const end = Date.now() + withinMs; !condition(); await sleep(50)) if (Date.now() > end) throw new Error('it did not come about');
}

describe('open pages', () => {
  it('share one connection among three tabs, and another tab goes on when the leading one is closed', async () => {
    const person = await scene.somebody();
    await person.signInQuickly(DEMO.mentor, DEMO_PASSWORD);
    const streams = streamsOf(person.context);
    await person.openWhole('/');
    await until(() => streams.open === 1);
    const others = [await person.context.newPage(), await person.context.newPage()];
    for (const page of others) await page.goto('/');
    await sleep(4_000);
    expect(streams).toEqual({ begun: 1, open: 1 });
    await person.page.close();
    await until(() => streams.begun === 2);
    await sleep(1_000);
    expect(streams.begun).toBe(2);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });

  it('need no connection as long as nobody is signed in', async () => {
    const guest = await scene.somebody();
    const streams = streamsOf(guest.context);
    await guest.openWhole('/');
    await sleep(4_000);
    expect(streams.begun).toBe(0);
    await guest.leave();
  });

  it('begin anew within seconds when a role is taken, and show the sign-in when the account is blocked', async () => {
    const [mentor, coordinator] = [await scene.somebody(), await scene.somebody()];
    const accountId = await mentor.signInQuickly(DEMO.mentor, DEMO_PASSWORD);
    await coordinator.signInQuickly(DEMO.coordinator, DEMO_PASSWORD);
    const streams = streamsOf(mentor.context);
    await mentor.openWhole('/tipps');
    await until(() => streams.open === 1);
    // The server looks every other second what somebody's rights are.
    await sleep(3_000);
    await coordinator.ask('mutation ($input: SetProgrammeRolesInput!) { setProgrammeRoles(input: $input) { id } }', { input: { accountId, programmeRoles: ['mentee'] } });
    await mentor.page.getByText('Ihre Rolle oder Freigabe hat sich geändert.').first().waitFor({ timeout: 6_000 });
    expect(new URL(mentor.page.url()).pathname).toBe('/tipps');
    await until(() => streams.open === 1);
    await coordinator.ask('mutation ($input: SuspendAccountInput!) { suspendAccount(input: $input) { id } }', { input: { accountId, reason: 'Nur zur Probe.' } });
    await mentor.page.getByText('Sie sind nicht mehr angemeldet.').first().waitFor({ timeout: 8_000 });
    expect(new URL(mentor.page.url()).searchParams.get('weiter')).toBe('/tipps');
    await until(() => streams.open === 0);
    expect(mentor.complaints).toEqual([]);
    await mentor.leave();
    await coordinator.leave();
  });
});
