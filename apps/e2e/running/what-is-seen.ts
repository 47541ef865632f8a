import type { Page } from 'playwright-core';

const CHARACTERS = 1500;
const PATIENCE_MS = 3000;

const pages = new Set<Page>();

/** Its address and words are printed where a test fails while it is open; see seen-environment.mjs. */
export function watchWhatIsSeen(page: Page): void {
  pages.add(page);
  page.on('close', () => pages.delete(page));
}

async function wordsOn(page: Page): Promise<string> {
  const words = await page.locator('body').innerText({ timeout: PATIENCE_MS }).catch((error: Error) => error.message);
  return `${page.url()}\n${words.replaceAll(/\s*\n\s*/g, '\n').slice(0, CHARACTERS)}`;
}

Object.assign(globalThis, {
  tellWhatIsSeen: async () => {
    for (const page of pages) console.error(`seen at ${await wordsOn(page)}`);
  },
});
