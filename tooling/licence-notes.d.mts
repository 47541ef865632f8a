/** The licence texts of the packages that the given modules come from, and of the fonts. */
export function licenceNotes(moduleIds: Iterable<string>, fontFolders: readonly string[]): string;
