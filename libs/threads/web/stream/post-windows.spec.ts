import { joined, PostWindows, trimmed, type PostRow, type PostWindow, type WindowDirection } from './post-windows.js';

const row = (position: number): PostRow => ({ id: `p${position}`, position });
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => row(from + step));
const SIZE = 20;

/** A thread as a server would give it out. Positions in `gone` have moved to another thread. */
function thread(length: number, gone: readonly number[] = []) {
  const all = rows(1, length).filter(({ position }) => !gone.includes(position));
  const asked: [WindowDirection, number][] = [];
  const load = async (direction: WindowDirection, position: number): Promise<PostWindow> => {
    asked.push([direction, position]);
    const at = all.findIndex((post) => post.position >= position);
    const [from, to] =
      direction === 'around' ? [Math.max(0, at - 5), at + SIZE]
      : direction === 'earlier' ? [Math.max(0, at - SIZE), at]
      : [all.findIndex((post) => post.position > position), all.findIndex((post) => post.position > position) + SIZE];
    const part = from === -1 ? [] : all.slice(from, to);
    return { rows: part, hasEarlier: from > 0, hasLater: from !== -1 && to < all.length };
  };
  return { windows: new PostWindows(load), asked, all };
}

const places = (windows: PostWindows) => windows.current().rows.map(({ position }) => position);

describe('the part of a thread on the page', () => {
  it('opens in the middle of a long thread with a few posts before the place', async () => {
    const { windows, asked } = thread(10_000);
    await windows.open(312);
    expect(asked).toEqual([['around', 312]]);
    expect(places(windows)[0]).toBe(307);
    expect(windows.current()).toMatchObject({ hasEarlier: true, hasLater: true, jump: { position: 312 } });
  });

  it('grows at both ends without a gap and without a post twice', async () => {
    const { windows } = thread(1000);
    await windows.open(312);
    await windows.earlier();
    await windows.later();
    expect(places(windows)).toEqual(rows(287, 351).map(({ position }) => position));
  });

  it('says when there is nothing before or after', async () => {
    const { windows, asked } = thread(12);
    await windows.open(1);
    expect(windows.current()).toMatchObject({ hasEarlier: false, hasLater: false });
    await windows.earlier();
    await windows.later();
    expect(asked).toHaveLength(1);
  });

  it('brings what was written while a part was on its way', async () => {
    let answer: (window: PostWindow) => void = () => undefined;
    const load = async (direction: WindowDirection, position: number): Promise<PostWindow> =>
      direction === 'around'
        ? new Promise((resolve) => {
            answer = resolve;
          })
        : { rows: [row(position + 1)], hasEarlier: true, hasLater: false };
    const windows = new PostWindows(load);
    const opening = windows.open(1);
    await windows.later(true);
    answer({ rows: rows(1, 2), hasEarlier: false, hasLater: false });
    await opening;
    expect(places(windows)).toEqual([1, 2, 3]);
  });

  it('jumps without asking where the place is already there', async () => {
    const { windows, asked } = thread(100);
    await windows.open(50);
    await windows.open(52, { focuses: true });
    expect(asked).toHaveLength(1);
    expect(windows.current().jump).toMatchObject({ position: 52, focuses: true });
  });

  it('goes on loading after a jump to a place that is there, though a part was on its way', async () => {
    const { windows } = thread(100);
    await windows.open(50);
    const growing = windows.later();
    await windows.open(52);
    await growing;
    expect(windows.current()).toMatchObject({ busy: null, jump: { position: 52 } });
    expect(places(windows).at(-1)).toBe(89);
    await windows.earlier();
    expect(places(windows)[0]).toBe(25);
  });

  it('shows one’s own new post, though an earlier part was on its way', async () => {
    const { windows, all } = thread(60);
    await windows.open(50);
    const growing = windows.earlier();
    all.push(row(61));
    await windows.openNew(61);
    await growing;
    expect(windows.current()).toMatchObject({ busy: null, jump: { position: 61, focuses: true } });
    expect(places(windows)).toContain(61);
    const [first] = places(windows);
    await windows.earlier();
    expect(places(windows)[0]).toBeLessThan(first ?? 0);
  });

  it('takes a moved post\'s place for being there between its neighbours', async () => {
    const { windows, asked } = thread(100, [51]);
    await windows.open(50);
    await windows.open(51);
    expect(asked).toHaveLength(1);
  });

  it('replaces what it shows when the place lies elsewhere', async () => {
    const { windows } = thread(1000);
    await windows.open(10);
    await windows.open(900);
    expect(places(windows)[0]).toBe(895);
  });

  it('keeps no more than a page can bear, and asks again on the way back', async () => {
    const { windows } = thread(1000);
    await windows.open(1);
    for (let step = 0; step < 12; step += 1) await windows.later();
    expect(places(windows)).toHaveLength(120);
    expect(windows.current().hasEarlier).toBe(true);
    const first = places(windows)[0] ?? 0;
    await windows.earlier();
    expect(places(windows)[0]).toBe(first - SIZE);
    expect(windows.current().hasLater).toBe(true);
  });

  it('drops an answer that comes after the next jump', async () => {
    const answers: ((window: PostWindow) => void)[] = [];
    const windows = new PostWindows(() => new Promise((resolve) => { answers.push(resolve); }));
    const early = windows.open(10);
    const late = windows.open(500);
    answers[1]?.({ rows: [row(500)], hasEarlier: true, hasLater: true });
    answers[0]?.({ rows: [row(10)], hasEarlier: true, hasLater: true });
    await Promise.all([early, late]);
    expect(places(windows)).toEqual([500]);
  });

  it('shows what was written since only when it is asked for', async () => {
    const { windows, all } = thread(5);
    await windows.open(1);
    all.push(row(6), row(7));
    await windows.later();
    expect(places(windows).at(-1)).toBe(5);
    await windows.later(true);
    expect(places(windows).at(-1)).toBe(7);
  });

  it('tells of an answer that did not come and can be asked again', async () => {
    let isDown = true;
    const windows = new PostWindows(async () => {
      if (isDown) throw new TypeError('away');
      return { rows: [row(1)], hasEarlier: false, hasLater: false };
    });
    await windows.open(1);
    expect(windows.current()).toMatchObject({ isOpen: false, busy: null, error: expect.any(TypeError) });
    isDown = false;
    await windows.open(1);
    expect(windows.current()).toMatchObject({ isOpen: true, error: undefined });
  });
});

describe('windows', () => {
  it('are joined at the end they were asked for', () => {
    const here: PostWindow = { rows: rows(20, 30), hasEarlier: true, hasLater: true };
    expect(joined(here, { rows: rows(10, 19), hasEarlier: false, hasLater: true }, 'earlier')).toEqual({ rows: rows(10, 30), hasEarlier: false, hasLater: true });
  });

  it('are cut at the end the reader comes from', () => {
    const here: PostWindow = { rows: rows(1, 30), hasEarlier: false, hasLater: false };
    expect(trimmed(here, 'later', 10)).toEqual({ rows: rows(21, 30), hasEarlier: true, hasLater: false });
    expect(trimmed(here, 'earlier', 10)).toEqual({ rows: rows(1, 10), hasEarlier: false, hasLater: true });
  });

  it('is looked at anew as it is: what was taken away goes, what came behind it waits until the reader asks for it', async () => {
    const { windows, all } = thread(60);
    await windows.open(30);
    await windows.later();
    expect(places(windows)).toEqual(rows(25, 60).map(({ position }) => position));
    all.splice(all.findIndex(({ position }) => position === 33), 1);
    all.push(...rows(61, 75));
    await windows.refresh();
    expect(places(windows)).toEqual(rows(25, 60).map(({ position }) => position).filter((position) => position !== 33));
    expect(windows.current()).toMatchObject({ hasEarlier: true, hasLater: false, error: undefined });
    await windows.openNew(61);
    expect(places(windows).slice(-2)).toEqual([74, 75]);
  });

  it('shows nothing any more of a stretch of which all was taken away, and does not jump', async () => {
    const { windows, all } = thread(200);
    await windows.open(100);
    const before = places(windows);
    all.splice(all.findIndex(({ position }) => position === before[0]), before.length);
    await windows.refresh();
    expect(places(windows).filter((position) => before.includes(position))).toEqual([]);
    expect(places(windows)).not.toEqual([]);
    expect(windows.current()).toMatchObject({ busy: null, jump: null });
  });

  it('stays as it is where it cannot be looked at anew, and is not looked at in the middle of a jump', async () => {
    const { all } = thread(60);
    let isAway = false;
    const windows = new PostWindows(async (_, position) => {
      if (isAway) throw new TypeError('Failed to fetch');
      return { rows: all.filter((post) => post.position > position).slice(0, SIZE), hasEarlier: position > 0, hasLater: position < 40 };
    });
    await windows.open(10);
    const before = places(windows);
    isAway = true;
    await windows.refresh();
    expect(places(windows)).toEqual(before);
    expect(windows.current().error).toBeUndefined();
    isAway = false;
    const jump = windows.open(50);
    await windows.refresh();
    await jump;
    expect(windows.current().jump).toMatchObject({ position: 50 });
  });
});
