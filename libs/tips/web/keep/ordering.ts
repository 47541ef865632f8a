/** The list with one thing at another place; places outside leave it as it is. */
export function moved<Thing>(things: readonly Thing[], from: number, to: number): readonly Thing[] {
  const thing = things[from];
  if (thing === undefined || to < 0 || to >= things.length || from === to) return things;
  const rest = things.filter((_, position) => position !== from);
  return [...rest.slice(0, to), thing, ...rest.slice(to)];
}
