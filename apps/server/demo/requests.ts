import type { DemoJoinRequest } from './demo.types.js';

/** Join requests that wait for a moderator. */
export const JOIN_REQUESTS: readonly DemoJoinRequest[] = [
  {
    space: 'erstvorhaben', person: 'wolff', daysAgo: 1,
    message: 'Mein Mentor hat mir diesen Raum empfohlen. Ich fange gerade an und würde gern von denen lesen, die ein Jahr weiter sind.',
    answers: ['Gemeinde Michendorf, die Stelle gibt es seit vier Wochen.', 'Ich sortiere die Daten für die erste Bilanz und suche einen guten Weg in den Gemeinderat.', 'Ja, selbstverständlich.'],
  },
  {
    space: 'erstvorhaben', person: 'koenig', daysAgo: 5,
    message: 'Unser Konzept ist beschlossen, aber die Umsetzung stockt. Ich glaube, ich brauche weniger Fachwissen als Zuspruch von Leuten in derselben Lage.',
    answers: ['Lutherstadt Eisleben, seit knapp zwei Jahren.', 'Umsetzung der ersten fünf Maßnahmen; Begleitung wünsche ich mir bei der Zusammenarbeit mit der Bauverwaltung.', 'Ja.'],
  },
  {
    space: 'erstvorhaben', person: 'adeyemi', daysAgo: 2,
    message: 'Ich bin Energiemanager und nicht im Erstvorhaben, würde aber gern beim Thema Liegenschaften mitlesen. Passt das?',
    answers: ['Stadt Kaiserslautern, Energiemanagement seit einem Jahr.', 'Aufbau eines Controllings für 140 Gebäude.', 'Ja, einverstanden.'],
  },
  {
    space: 'nord', person: 'koenig', daysAgo: 3,
    message: 'Eisleben liegt nicht im Norden, aber für die östlichen Länder gibt es noch keine Runde. Dürfte ich bis dahin bei euch zu Gast sein?',
    answers: ['Landkreis Mansfeld-Südharz'],
  },
];
