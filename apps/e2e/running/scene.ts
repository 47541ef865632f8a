import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { Person } from './person.js';
import { Product } from './product.js';

/** The product with the demo in it, and a browser in front of it. */
export interface Scene {
  readonly product: Product;
  readonly browser: Browser;
  /** Somebody new at a browser of their own. */
  readonly somebody: (viewport?: { readonly width: number; readonly height: number }) => Promise<Person>;
}

/**
 * For a whole suite: comes up before its first test and goes after its last. Its members are there within tests only.
 * @param environment settings besides the usual ones.
 */
export function demoScene(environment: NodeJS.ProcessEnv = {}): Scene {
  let product: Product | undefined;
  let browser: Browser | undefined;
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the scene is set when the first test begins');
    return thing;
  };

  beforeAll(async () => {
    [product, browser] = await Promise.all([Product.start(['--demo'], environment), openBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  return {
    get product() {
      return there(product);
    },
    get browser() {
      return there(browser);
    },
    somebody: async (viewport) => Person.at(there(browser), there(product), viewport),
  };
}
