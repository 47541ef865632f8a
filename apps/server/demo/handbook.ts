import type { DemoHandbook } from './demo.types.js';

/** Tips of two spaces in reading order. Only what its reader may see appears: guests get the tips of the public space. */
export const HANDBOOK: DemoHandbook = {
  space: 'klimalotsen',
  title: 'Das erste Jahr im Klimaschutzmanagement',
  summary: 'Vom ersten Arbeitstag bis zur ersten Bilanz: die Praxistipps, die neue Kolleg:innen in dieser Reihenfolge am meisten brauchen.',
  chapters: [
    { title: 'Ankommen', tips: ['die-ersten-hundert-tage', 'klimabeirat-einrichten', 'pressearbeit-mit-wenig-zeit'] },
    { title: 'Wissen, wo man steht', tips: ['treibhausgasbilanz-nach-bisko', 'energiemanagement-aufbauen'] },
    { title: 'Entscheidungen vorbereiten', tips: ['klima-check-fuer-beschlussvorlagen', 'foerderantrag-kommunalrichtlinie'] },
    { title: 'Wärme und Strom', tips: ['waermeplanung-in-kleinen-gemeinden', 'waermenetz-anstossen', 'photovoltaik-auf-schuldaechern'] },
    { title: 'Verwaltung als Vorbild', tips: ['dienstreisen-neu-regeln', 'klimafreundlich-beschaffen', 'klimaschutz-in-der-kita'] },
    { title: 'Stadt und Straße', tips: ['radverkehr-in-kleinen-schritten', 'ladesaeulen-im-ort', 'hitzeaktionsplan-beginnen', 'stadtgruen-das-bleibt'] },
  ],
};
