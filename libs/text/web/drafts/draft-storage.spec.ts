import { forgetDraftTexts, hasDraftTexts } from './draft-storage.js';

beforeEach(() => localStorage.clear());

describe('texts that the server does not have', () => {
  test('are known by account', () => {
    localStorage.setItem('draft-text:a1:tip-t1', '{}');
    expect(hasDraftTexts('a1')).toBe(true);
    expect(hasDraftTexts('a')).toBe(false);
    expect(hasDraftTexts('a2')).toBe(false);
  });

  test('are all forgotten at sign-out, and nothing else is', () => {
    localStorage.setItem('draft-text:a1:tip-t1', '{}');
    localStorage.setItem('draft-text:a2:tip-t1', '{}');
    localStorage.setItem('anderes', 'bleibt');
    forgetDraftTexts();
    expect(Object.keys(localStorage)).toEqual(['anderes']);
  });

  test('are none where the browser keeps nothing', () => {
    const off = jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('off', 'SecurityError');
    });
    expect(hasDraftTexts('a1')).toBe(false);
    expect(() => forgetDraftTexts()).not.toThrow();
    off.mockRestore();
  });
});
