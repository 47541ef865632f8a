/** People of the demo programme, by what they can try out; see apps/server/demo. */
export const DEMO = {
  coordinator: 'koordination@klimalotsen.example.org',
  moderator: 'xaver.bergmueller@example.de',
  mentor: 'birte.hansen@example.org',
  mentee: 'jonas.brueckner@example.org',
} as const;

/** Everybody's password in the demo; printed at its start. */
export const DEMO_PASSWORD = 'gelbe Wiese im Mai';
