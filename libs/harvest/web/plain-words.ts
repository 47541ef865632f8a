const TABLE_RULE = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$/;

/** Markdown of a passage as somebody reads it: of a mention its name, of a table its words; signs and addresses are for machines. */
export function plainWords(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => line.replace(/^(?:\s{0,3}>\s?)+/, '').replace(/^\s{0,3}#{1,6}\s+/, ''))
    .filter((line) => !TABLE_RULE.test(line))
    .map((line) => (/^\s*\|.*\|\s*$/.test(line) ? line.split('|').map((cell) => cell.trim()).filter((cell) => cell !== '').join(' · ') : line))
    .join('\n')
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)(?=\S)([^\n]*?\S)\1/g, '$2')
    .trim();
}
