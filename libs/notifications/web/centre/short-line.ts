/**
 * A line without the title of its group, which stands above it already: "Birte Hansen hat geschrieben". Only where the
 * title is an adverbial that can go; all other sentences stay whole.
 */
export function shortLine(line: string, title: string): string {
  for (const part of [` in „${title}“`, ` zu „${title}“`, ` in “${title}”`, ` about “${title}”`]) {
    if (line.includes(part)) return line.replace(part, '');
  }
  return line;
}
