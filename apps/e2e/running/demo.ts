/** People of the demo programme, by what they can try out; see apps/server/demo. */
export const DEMO = {
  coordinator: 'koordination@klimalotsen.example.org',
  moderator: 'xaver.bergmueller@example.de',
  mentor: 'birte.hansen@example.org',
  mentee: 'jonas.brueckner@example.org',
} as const;

/** Everybody's password in the demo; printed at its start. */
export const DEMO_PASSWORD = 'gelbe Wiese im Mai';

/** More members of the demo, for what needs several: Sophie, Wiebke and Jonas are beginners, Henning moderates beside Xaver. */
export const MEMBERS = {
  ...DEMO,
  sophie: 'sophie.vogt@example.de',
  wiebke: 'wiebke.thoms@example.org',
  henning: 'henning.strauss@example.org',
  /** Reads what the whole programme reads and nothing of closed spaces. */
  outsider: 'marlene.koenig@example.org',
} as const;
