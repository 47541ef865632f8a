/** Words of another post within a text. */
export interface Quotation {
  readonly postId: string;
  readonly text: string;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const SOURCE = new RegExp(String.raw`^(\s*—\s*)\[(?:\\.|[^\]\\]){0,300}\]\(/beitrag/(${UUID})\)\s*$`, 'i');
const MARK = /^\s{0,3}>\s?/;
/** Quotations in quotations in quotations: nobody reads further. */
const DEEPEST = 8;

/** What a Markdown text quotes, with where it was said; also what its quotations quote in turn. */
export function quotationsIn(text: string, depth = 0): readonly Quotation[] {
  if (depth === DEEPEST) return [];
  const found: Quotation[] = [];
  let block: string[] = [];
  const close = (): void => {
    let words: string[] = [];
    for (const line of block) {
      const postId = SOURCE.exec(line)?.[2];
      if (postId === undefined) words.push(line);
      else {
        found.push({ postId: postId.toLowerCase(), text: words.filter((one) => !MARK.test(one)).join('\n').trim() });
        words = [];
      }
    }
    if (block.length > 0) found.push(...quotationsIn(block.join('\n'), depth + 1));
    block = [];
  };
  for (const line of text.split('\n')) {
    if (MARK.test(line)) block.push(line.replace(MARK, ''));
    else close();
  }
  close();
  return found.filter((quotation) => quotation.text !== '');
}

/** The same text with sources that name nobody: whether somebody is named is theirs to say. */
export function withoutNamesOfSources(text: string, sourceLabel: string): string {
  return text
    .split('\n')
    .map((line) => {
      const marks = /^(?:\s{0,3}>\s?)+/.exec(line)?.[0] ?? '';
      const match = SOURCE.exec(line.slice(marks.length));
      return marks === '' || match === null ? line : `${marks}${match[1]}[${sourceLabel}](/beitrag/${match[2]})`;
    })
    .join('\n');
}
