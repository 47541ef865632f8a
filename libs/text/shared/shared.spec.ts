import { calloutKindOf, countWords, displayableText, isWithin, lengthOf, readingMinutesOf, slugOf, storableText } from './index.js';

describe('a slug', () => {
  test.each([
    ['Förderantrag stellen?', 'foerderantrag-stellen'],
    ['Fo\u0308rderantrag stellen?', 'foerderantrag-stellen'],
    ['  Straße & Größe  ', 'strasse-und-groesse'],
    ['Über uns – 2024/25', 'ueber-uns-2024-25'],
    ['Mentor:innen', 'mentor-innen'],
    ['Klima\u00ADschutz', 'klimaschutz'],
    ['café crème', 'cafe-creme'],
    ['ÄÖÜ', 'aeoeue'],
    ['§ 13 EEG', '13-eeg'],
    ['Ω', ''],
    ['', ''],
    ['---', ''],
  ])('of %j is %j', (text, expected) => {
    expect(slugOf(text)).toBe(expected);
  });

  test('is cut between words and stays within the limit', () => {
    const slug = slugOf('Wie beantragt eine kleine Gemeinde Fördermittel für ein Erstvorhaben im Klimaschutz beim Bund?', 40);
    expect(slug).toBe('wie-beantragt-eine-kleine-gemeinde');
    expect(slugOf('x'.repeat(100), 40)).toHaveLength(40);
  });
});

describe('a length', () => {
  test('is the same for both spellings of an umlaut and counts an emoji once', () => {
    expect(lengthOf('a\u0308')).toBe(1);
    expect(lengthOf('ä')).toBe(1);
    expect(lengthOf('🌼')).toBe(1);
  });

  test('at the limit is accepted, one more is not', () => {
    expect(isWithin('ü'.repeat(10), 10)).toBe(true);
    expect(isWithin('u\u0308'.repeat(10), 10)).toBe(true);
    expect(isWithin('ü'.repeat(11), 10)).toBe(false);
    expect(isWithin('x'.repeat(10_000_000), 10)).toBe(false);
  });
});

describe('characters', () => {
  test('that a database refuses are taken out, everything else stays', () => {
    expect(storableText('a\0b\uD800c\r\nd\re')).toBe('ab\uFFFDc\nd\ne');
    expect(storableText('\u202Etxt.exe')).toBe('\u202Etxt.exe');
  });

  test('that reorder or overpaint a page are not shown', () => {
    expect(displayableText('\u202Egnp.exe\u2066x')).toBe('gnp.exex');
    expect(displayableText(`e${'\u0301'.repeat(50)}`).length).toBeLessThan(12);
    expect(displayableText('Tab\tbleibt\u0007')).toBe('Tab\tbleibt');
    expect(displayableText('नमस्ते tiếng Việt')).toBe('नमस्ते tiếng Việt');
  });

  test('one megabyte of combining marks is dealt with at once', () => {
    const startedAt = process.threadCpuUsage();
    expect(displayableText(`a${'\u0301'.repeat(500_000)}`).length).toBeLessThan(20);
    expect(process.threadCpuUsage(startedAt).user).toBeLessThan(1_000_000);
  });
});

describe('callout markers and words', () => {
  test('are known in any case, unknown ones are not', () => {
    expect(calloutKindOf('NOTE')).toBe('note');
    expect(calloutKindOf('Caution')).toBe('warning');
    expect(calloutKindOf('constructor')).toBeUndefined();
  });

  test('are counted as a reader would', () => {
    expect(countWords('Bürger:innen der Stadt-Umland-Region, z.B. 2024')).toBe(5);
    expect(countWords(' — ')).toBe(0);
    expect(readingMinutesOf(0)).toBe(1);
    expect(readingMinutesOf(1000)).toBe(5);
  });
});
