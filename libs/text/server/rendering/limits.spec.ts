import { AppError } from '#platform/shared';
import { TEXT_LIMITS } from '#text/shared';
import { renderMarkdown } from '../index.js';

const rows = (count: number, row: (index: number) => string): string => Array.from({ length: count }, (_, index) => row(index)).join('\n');

/** Reason of the refusal, or `rendered`. */
function outcomeOf(source: string): string {
  try {
    renderMarkdown(source);
    return 'rendered';
  } catch (error) {
    if (error instanceof AppError) return error.reason;
    throw error;
  }
}

describe('limits', () => {
  test('at the limit a text is rendered, one sign more is refused, and both spellings of umlauts count alike', () => {
    expect(outcomeOf('ä'.repeat(TEXT_LIMITS.markdownLength))).toBe('rendered');
    expect(outcomeOf('a\u0308'.repeat(TEXT_LIMITS.markdownLength))).toBe('rendered');
    expect(outcomeOf('ä'.repeat(TEXT_LIMITS.markdownLength + 1))).toBe('text.tooLong');
  });

  test('quotes and lists nest as deep as the limit says', () => {
    expect(outcomeOf(`${'> '.repeat(TEXT_LIMITS.nesting)}x`)).toBe('rendered');
    expect(outcomeOf(`${'> '.repeat(TEXT_LIMITS.nesting + 1)}x`)).toBe('text.tooDeeplyNested');
    expect(outcomeOf(rows(30, (index) => `${'  '.repeat(index)}- a`))).toBe('rendered');
    expect(outcomeOf(rows(60, (index) => `${'  '.repeat(index)}- a`))).toBe('text.tooDeeplyNested');
  });
});

const hostile: Readonly<Record<string, string>> = {
  'opening brackets': '['.repeat(10_000),
  'bracket pairs': '['.repeat(10_000) + ']'.repeat(10_000),
  'picture brackets': '!['.repeat(90_000),
  'quote levels': `${'>'.repeat(5_000)} x`,
  'growing quote levels': rows(500, (index) => `${'>'.repeat(index)}a`),
  'list levels': rows(440, (index) => `${'  '.repeat(index)}- a`),
  'numbers in a row': '1. '.repeat(20_000),
  'link definitions': rows(8_000, (index) => `[a${index}]: http://x/${index}`),
  'used link definitions': `${rows(4_000, (index) => `[a${index}]: http://x/${index}`)}\n\n${rows(9_000, (index) => `[a${index % 4_000}]`)}`,
  'one long definition used often': `[a]: ${'x'.repeat(90_000)}\n\n${'[a]'.repeat(30_000)}`,
  'footnotes': `${rows(5_000, (index) => `[^a${index}]: t`)}\n\n${rows(5_000, (index) => `[^a${index}]`)}`,
  'a chain of footnotes': `${rows(5_000, (index) => `[^a${index}]: t[^a${index + 1}]\n`)}\n\n[^a0]`,
  'citations of one footnote': `[^a]: t\n\n${'[^a]'.repeat(45_000)}`,
  'emphasis': '*a **a '.repeat(28_000),
  'alternating emphasis': 'a*'.repeat(99_000),
  'underscores': '_a'.repeat(99_000),
  'backtick runs': rows(600, (index) => '`'.repeat(index)),
  'fences': '```\n'.repeat(49_000),
  'div tags': '<div>'.repeat(39_000),
  'inline tags': 'a <b>'.repeat(39_000),
  'angle brackets': '<'.repeat(199_000),
  'comments': 'a <!-- '.repeat(28_000),
  'CDATA': 'a <![CDATA['.repeat(18_000),
  'attributes': `<a ${'a="" '.repeat(39_000)}>`,
  'unfinished links': '[a](b'.repeat(39_000),
  'unfinished titles': '[a](b "'.repeat(28_000),
  'nested links': '[a'.repeat(50_000) + '](b)'.repeat(20_000),
  'autolinks': 'http://a.de '.repeat(16_000),
  'addresses': 'a@b.de '.repeat(28_000),
  'rows of a table': `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(30_000)}`,
  'columns filled up': `|${'a|'.repeat(3_000)}\n|${'-|'.repeat(3_000)}\n${'|\n'.repeat(90_000)}`,
  'equal headings': '# a\n'.repeat(49_000),
  'callouts': '> [!NOTE]\n\n'.repeat(16_000),
  'tasks': '- [ ] a\n'.repeat(24_000),
  'lines': 'a\n'.repeat(99_000),
  'entities': '&#x41;'.repeat(33_000),
  'combining marks': `a${'\u0301'.repeat(198_000)}`,
};

/** Time this thread has worked, in milliseconds; unlike the clock it does not count what others do on the machine. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

test.each(Object.keys(hostile))('%s are rendered or refused within a second', (name) => {
  const source = hostile[name] ?? '';
  const startedAt = workedMs();
  const outcome = outcomeOf(source);
  expect(workedMs() - startedAt).toBeLessThan(1000);
  expect(['rendered', 'text.tooDeeplyNested', 'text.tooComplex', 'text.tooLong']).toContain(outcome);
});
