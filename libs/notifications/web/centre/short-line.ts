/**
 * A line without the title of its group, which stands above it already: "Birte Hansen hat geschrieben". Only where the
 * title is an adverbial that can go, follows a colon, or is all that is spoken of: "Wartet auf die Freigabe"; all other sentences stay whole.
 */
export function shortLine(line: string, title: string): string {
  for (const part of [` in „${title}“`, ` zu „${title}“`, ` in “${title}”`, ` about “${title}”`]) {
    if (line.includes(part)) return line.replace(part, '');
  }
  for (const [open, close] of ['„“', '“”']) {
    const end = `: ${open}${title}${close}`;
    if (line.endsWith(end)) return line.slice(0, -end.length);
    const start = `${open}${title}${close} `;
    if (line.startsWith(start)) return line.slice(start.length).replace(/^./u, (letter) => letter.toUpperCase());
  }
  return line;
}
