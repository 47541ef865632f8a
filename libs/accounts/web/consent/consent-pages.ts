/** Which page a consent is about. */
export const consentPages = { rules: '/seite/hausregeln', privacy: '/seite/datenschutz' } as const;
