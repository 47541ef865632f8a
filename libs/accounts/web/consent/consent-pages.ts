/** Which page a consent is about. */
export const consentPages = { rules: '/seite/hausregeln', privacy: '/seite/datenschutz' } as const;

/** The very wording a consent names: that version, in that language. */
export function wordingOf({ kind, version, locale }: { readonly kind: 'rules' | 'privacy'; readonly version: string; readonly locale: string }): string {
  return `${consentPages[kind]}?fassung=${encodeURIComponent(version)}&sprache=${locale === 'en' ? 'en' : 'de'}`;
}
