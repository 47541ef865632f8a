/** Joins class names, leaving out what is not set. */
export function classNames(...names: readonly (string | false | undefined)[]): string | undefined {
  const set = names.filter((name) => name !== false && name !== undefined && name !== '');
  return set.length === 0 ? undefined : set.join(' ');
}
