import type { Browser } from 'playwright-core';
import { openBrowser } from '../running/browser.js';
import { DESKTOP, Person, PHONE } from '../running/person.js';
import { Product } from '../running/product.js';

const COORDINATOR = { name: 'Karla Koordination-Beispiel', address: 'karla@beispiel.de', password: 'ein langer satz fuer karla' };
const APPLICANT = { name: 'Jürgen Groß-Weißenfels', address: 'juergen@beispiel.de', password: 'ein langer satz fuer juergen' };

describe('from an empty machine to the first approved member', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    [product, browser] = await Promise.all([Product.start(), openBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('the first coordinator sets the programme up with the printed code', async () => {
    const karla = await Person.at(browser, product);
    const { page } = karla;
    // Whoever has just started the server opens its address, not the one of the form.
    await karla.open('/');
    await page.getByRole('link', { name: 'Programm einrichten' }).waitFor();
    expect(await karla.accessibilityFaults()).toEqual([]);
    await page.getByRole('link', { name: 'Programm einrichten' }).click();
    await page.getByLabel('Einmalcode').waitFor();
    await page.getByLabel('Einmalcode').fill('FALS-CHER-CODE');
    await page.getByLabel('Name des Programms').fill('Klimalotsen');
    await page.getByLabel('Name', { exact: true }).fill(COORDINATOR.name);
    await page.getByLabel('E-Mail-Adresse').fill(COORDINATOR.address);
    await page.getByLabel('Passwort', { exact: true }).fill(COORDINATOR.password);
    await page.getByRole('button', { name: 'Programm einrichten' }).click();
    // A wrong code is said at its field, and nothing typed is lost.
    await page.getByText('Dieser Code stimmt nicht').first().waitFor();
    expect(await page.getByLabel('Name des Programms').inputValue()).toBe('Klimalotsen');
    expect(await karla.accessibilityFaults()).toEqual([]);
    await page.getByLabel('Einmalcode').fill(product.setUpCode);
    await page.getByLabel('Passwort', { exact: true }).fill(COORDINATOR.password);
    await page.getByRole('button', { name: 'Programm einrichten' }).click();
    await page.getByRole('heading', { level: 1, name: 'Was auf Sie wartet' }).waitFor();
    expect(await karla.accessibilityFaults()).toEqual([]);
    expect(karla.complaints).toEqual([]);
    await karla.leave();
  });

  it('somebody registers on a phone, confirms by mail, fills in the sheet and is approved', async () => {
    const juergen = await Person.at(browser, product, PHONE);
    const { page } = juergen;
    await juergen.open('/registrieren');
    await page.getByLabel('Name', { exact: true }).fill(APPLICANT.name);
    await page.getByLabel('E-Mail-Adresse').fill(APPLICANT.address);
    await page.getByLabel('Passwort', { exact: true }).fill(APPLICANT.password);
    await page.getByLabel('Mentor:in').check();
    await page.getByLabel(/Ich halte mich an die/).check();
    await page.getByLabel(/Ich habe die/).check();
    expect(await juergen.accessibilityFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Registrieren' }).click();
    await page.getByRole('heading', { name: /Postfach/ }).waitFor();

    const mail = await product.mailTo(APPLICANT.address);
    // A mail scanner that opens the link uses nothing up: only the button does.
    expect((await fetch(mail.link)).status).toBe(200);
    await page.goto(mail.link);
    await page.getByLabel('Passwort', { exact: true }).fill(APPLICANT.password);
    await page.getByRole('button', { name: 'Adresse bestätigen' }).click();
    await page.getByLabel('E-Mail-Adresse').fill(APPLICANT.address);
    await page.getByLabel('Passwort', { exact: true }).fill(APPLICANT.password);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/anmelden');

    await juergen.open('/kontaktdaten');
    await page.getByLabel(/Organisation/).first().fill('Verbandsgemeinde Bad Münster am Stein-Ebernburg');
    await page.getByRole('button', { name: 'Zwischenspeichern' }).click();
    await page.getByText('Zwischengespeichert').first().waitFor();
    await juergen.open('/kontaktdaten');
    expect(await page.getByLabel(/Organisation/).first().inputValue()).toBe('Verbandsgemeinde Bad Münster am Stein-Ebernburg');
    expect(await juergen.accessibilityFaults()).toEqual([]);
    await finishSheet(juergen);

    const karla = await Person.at(browser, product, DESKTOP);
    await karla.signIn(COORDINATOR.address, COORDINATOR.password);
    await karla.open('/koordination/registrierungen');
    await karla.page.getByText(APPLICANT.name).first().click();
    await karla.page.getByRole('button', { name: /^Freigeben/ }).first().click();
    const dialog = karla.page.getByRole('dialog');
    await dialog.waitFor();
    expect(await karla.accessibilityFaults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Freigeben', exact: true }).click();
    await karla.page.getByText(`${APPLICANT.name} ist dabei.`).first().waitFor();

    await product.mailTo(APPLICANT.address, 'Klimalotsen');
    await juergen.open('/personen');
    await page.getByText(COORDINATOR.name).first().waitFor();
    expect([...juergen.complaints, ...karla.complaints]).toEqual([]);
    await karla.leave();
    await juergen.leave();
  });
});

/** Fills whatever the sheet still asks for. */
async function finishSheet({ page }: Person): Promise<void> {
  for (const label of [/Funktion/, /Kommune|Gemeinde|Ort/]) {
    const field = page.getByRole('textbox', { name: label }).first();
    if ((await field.count()) > 0 && (await field.inputValue()) === '') await field.fill('Klimaschutzmanagement');
  }
  const state = page.getByLabel(/Bundesland/).first();
  if ((await state.count()) > 0) await state.selectOption({ label: 'Rheinland-Pfalz' });
  await page.getByRole('button', { name: 'Fertig und abgeben' }).click();
  await page.getByText(/Alles da/).first().waitFor();
}
