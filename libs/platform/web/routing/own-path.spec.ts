import { ownPath } from './own-path.js';

describe('the address to go on to', () => {
  it.each(['/', '/tipp/waermeplan?stelle=3#kosten', '/raum/bad-m%C3%BCnster'])('lets %s through', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    'https://fremd.example',
    '//fremd.example',
    '/\\fremd.example',
    '/\t/fremd.example',
    '/\n//fremd.example',
    '\\\\fremd.example',
    'javascript:alert(1)',
    ' /\\/fremd.example',
    '',
    null,
  ])('turns %j into the start page', (path) => {
    expect(ownPath(path)).toBe('/');
  });
});
