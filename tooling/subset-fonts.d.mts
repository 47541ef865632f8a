/** Writes generated/fonts/*.woff2; existing files stay unless `force`. */
export function subsetFonts(options?: { readonly force?: boolean }): Promise<void>;
