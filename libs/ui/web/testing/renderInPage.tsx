import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router';
import { LocaleProvider, platformTexts } from '#platform/web';
import type { TextSetting } from '#platform/shared';
import { uiTexts } from '../i18n/ui-texts.js';

/** Draws something as a page would have it: with texts, language and router. For specs. */
export async function renderInPage(element: ReactElement, { locale = 'de', address = 'sie', path = '/' }: Partial<TextSetting> & { readonly path?: string } = {}) {
  await Promise.all([uiTexts.load(locale), platformTexts.load(locale)]);
  return render(
    <MemoryRouter initialEntries={[path]}>
      <LocaleProvider initial={{ locale, address }}>{element}</LocaleProvider>
    </MemoryRouter>,
  );
}
