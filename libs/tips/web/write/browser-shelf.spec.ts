import { browserShelf, draftsLeftHere } from './browser-shelf.js';
import type { ShelvedDraft } from './draft-keeper.js';
import { emptyDraft } from './draft.js';

const draft = (title: string, at: string): ShelvedDraft => ({ text: { ...emptyDraft, title, body: 'Text.' }, base: emptyDraft, baseVersion: 0, baseRevision: 0, at });

describe('the memory of this browser', () => {
  beforeEach(() => localStorage.clear());

  it('gives back what was put there, to the same account only', async () => {
    await browserShelf('me', 'one', null).write(draft('Eins', '2026-11-22T10:00:00Z'));
    expect((await browserShelf('me', 'one', null).read())?.text.title).toBe('Eins');
    expect(await browserShelf('other', 'one', null).read()).toBeUndefined();
    await browserShelf('me', 'one', null).clear();
    expect(await browserShelf('me', 'one', null).read()).toBeUndefined();
  });

  it('lists what never reached the server, the newest first, with the way back', async () => {
    await browserShelf('me', 'old', null).write(draft('Alt', '2026-11-20T10:00:00Z'));
    await browserShelf('me', 'new', 'nord').write(draft('Neu', '2026-11-22T10:00:00Z'));
    await browserShelf('other', 'theirs', null).write(draft('Fremd', '2026-11-22T10:00:00Z'));
    expect(draftsLeftHere('me')).toEqual([
      { tipId: 'new', title: 'Neu', at: '2026-11-22T10:00:00Z', path: '/tipp/new/bearbeiten?raum=nord' },
      { tipId: 'old', title: 'Alt', at: '2026-11-20T10:00:00Z', path: '/tipp/old/bearbeiten' },
    ]);
  });

  it('takes no harm from what something else has put there', async () => {
    localStorage.setItem('draft-text:me:tip-x', '{"text":"nur ein Text"}');
    localStorage.setItem('draft-text:me:tip-y', 'kein JSON');
    expect(draftsLeftHere('me')).toEqual([]);
    expect(await browserShelf('me', 'x', null).read()).toBeUndefined();
  });
});
