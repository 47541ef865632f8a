import { screen } from '@testing-library/react';
import { renderInPage } from '../testing/index.js';
import { ErrorBoundary } from './ErrorBoundary.js';

function Broken({ error }: { readonly error: Error }): never {
  throw error;
}

const draw = (error: Error) => renderInPage(<ErrorBoundary resetKey="/"><Broken error={error} /></ErrorBoundary>);
const missing = new TypeError('Failed to fetch dynamically imported module: /assets/BegunPage.js');
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('a page that cannot be drawn', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  it('is called new where its piece is gone from the server', async () => {
    await draw(missing);
    expect(heading()).toBe('Es gibt eine neue Fassung');
  });

  it('speaks of the network where there is none, and of no new version', async () => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await draw(missing);
    expect(heading()).toBe('Ohne Netz nicht zu laden');
    expect(screen.getByText(/Sobald wieder Netz da ist, kommt sie von selbst/)).toBeTruthy();
  });

  it('owns up to a fault of its own', async () => {
    await draw(new Error('undefined is not a function'));
    expect(heading()).toBe('Diese Seite ist gestolpert');
  });
});
