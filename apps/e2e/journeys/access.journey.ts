import { DEMO, DEMO_PASSWORD } from '../running/demo.js';
import { PHONE } from '../running/person.js';
import { demoScene } from '../running/scene.js';

const SPACE = 'Erstvorhaben Süd';
const PATH = '/raum/erstvorhaben-sued';

describe('the way into a closed space', () => {
  const scene = demoScene();

  it('a guest is not told that the space exists', async () => {
    const guest = await scene.somebody();
    await guest.open(PATH);
    await guest.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await guest.page.content()).not.toContain(SPACE);
    await guest.leave();
  });

  it('a guest chooses English before signing in, and finds signing in and registering in it', async () => {
    const guest = await scene.somebody();
    const { page } = guest;
    await guest.openWhole('/anmelden');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    for (const [path, send] of [['/anmelden', 'Sign in'], ['/registrieren', 'Register'], ['/passwort-vergessen', /./]] as const) {
      await guest.openWhole(path);
      // Also what is said about mistakes.
      await page.locator('main').getByRole('button', { name: send }).last().click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
      expect({ path, german: (await page.locator('body').innerText()).replace('Deutsch', '').match(GERMAN) }).toEqual({ path, german: null });
    }
    // The browser keeps it for the next visit, and one can go back.
    await guest.openWhole('/');
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('link', { name: 'Anmelden' }).first().waitFor();
    expect(guest.complaints).toEqual([]);
    await guest.leave();
  });

  it('a wrong password is said at its field and lets nobody in', async () => {
    const jonas = await scene.somebody(PHONE);
    await jonas.signIn(DEMO.mentee, DEMO_PASSWORD);
    await jonas.open(PATH);
    const { page } = jonas;
    await page.getByRole('heading', { level: 1, name: SPACE }).waitFor();
    await page.getByLabel('Passwort des Raumes', { exact: true }).fill('geraten und falsch');
    await page.getByRole('button', { name: 'Mit Passwort beitreten' }).click();
    await page.getByRole('alert').or(page.locator('[aria-invalid="true"]')).first().waitFor();
    expect(await jonas.accessibilityFaults()).toEqual([]);
    await jonas.open(`${PATH}/tipps`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('list').getByText('LED').count()).toBe(0);
    expect(jonas.complaints).toEqual([]);
    await jonas.leave();
  });

  it('asking, approval, reading', async () => {
    const jonas = await scene.somebody();
    await jonas.signInQuickly(DEMO.mentee, DEMO_PASSWORD);
    await jonas.open(PATH);
    const { page } = jonas;
    await page.getByLabel(/Aus welchem Landkreis/).fill('Landkreis Oldenburg');
    await page.getByLabel('Nachricht an die Moderation').fill('Ich vertrete eine Kollegin im Süden.');
    await page.getByRole('button', { name: 'Zugang anfragen' }).click();
    await page.getByText('Anfrage gesendet.').first().waitFor();
    expect(await jonas.accessibilityFaults()).toEqual([]);

    const moderator = await scene.somebody();
    await moderator.signInQuickly(DEMO.moderator, DEMO_PASSWORD);
    await moderator.open('/anfragen');
    await moderator.page.getByText('Jonas Brückner').first().click();
    await moderator.page.getByText('Ich vertrete eine Kollegin im Süden.').first().waitFor();
    expect(await moderator.accessibilityFaults()).toEqual([]);
    await moderator.page.getByRole('button', { name: /^Zustimmen/ }).first().click();
    await moderator.page.getByText('Jonas Brückner ist jetzt Mitglied.').first().waitFor();

    // The mail points and tells nothing.
    const mail = await scene.product.mailTo(DEMO.mentee, 'angenommen');
    expect(mail.text).not.toContain('Kollegin im Süden');
    await jonas.open(`${PATH}/tipps`);
    await page.getByText(/Straßenbeleuchtung auf LED/).first().click();
    await page.getByRole('heading', { level: 1, name: /Straßenbeleuchtung/ }).waitFor();
    await page.getByText(/Sichtbar für die \d+ Mitglieder/).first().waitFor();
    expect(await jonas.accessibilityFaults()).toEqual([]);
    expect([...jonas.complaints, ...moderator.complaints]).toEqual([]);
    await moderator.leave();
    await jonas.leave();
  });

  it('from the search field to the tip by keyboard alone', async () => {
    const jonas = await scene.somebody();
    await jonas.signInQuickly(DEMO.mentee, DEMO_PASSWORD);
    await jonas.open('/');
    const { page } = jonas;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Inhalt/);
    await page.keyboard.press('/');
    await page.keyboard.type('Strasenbeleuchtung');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/suche/);
    const hit = page.getByRole('link', { name: /Straßenbeleuchtung auf LED/ }).first();
    await hit.waitFor();
    expect(await jonas.accessibilityFaults()).toEqual([]);
    for (let presses = 0; presses < 60; presses += 1) {
      if (await hit.evaluate((link) => link === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    // Wherever the focus is, one sees it.
    expect(await hit.evaluate(showsFocus)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Straßenbeleuchtung/ }).waitFor();
    await jonas.leave();
  });
});

/** Words that no English sentence has. The name of the programme stays as it is. */
const GERMAN = /\b(?:und|oder|nicht|bitte|Sie|Ihre?|die|das|ein|eine|Passwort|anmelden|registrieren|Bereiche|Impressum|Datenschutz|Darstellung)\b/gi;

/** The ring stands at the link itself or at the row it fills. */
function showsFocus(link: Element): boolean {
  const looks = [getComputedStyle(link), getComputedStyle(link, '::after'), ...(link.closest('li') === null ? [] : [getComputedStyle(link.closest('li') as Element)])];
  return looks.some((look) => look.outlineStyle !== 'none' && look.outlineWidth !== '0px');
}
