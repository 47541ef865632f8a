import type { DemoSpace } from './demo.types.js';

const EVERYBODY_BUT = (...absent: readonly string[]): ((key: string) => boolean) => (key) => !absent.includes(key);

const MENTORS = ['hansen', 'yildiz', 'bergmueller', 'nowak', 'strauss', 'ostermann', 'petersen', 'oezkan', 'kraemer', 'lindqvist'] as const;
const MENTEES = ['brueckner', 'vogt', 'maierhofer', 'thoms', 'adeyemi', 'grossmann', 'schuette', 'huber', 'koenig', 'janssen', 'wolff'] as const;

export const SPACES: readonly DemoSpace[] = [
  {
    key: 'klimalotsen',
    slug: 'klimalotsen',
    name: 'Klimalotsen',
    description:
      'Der gemeinsame Raum des Programms: Praxistipps aus allen Kommunen, von Mentor:innen geschrieben und jährlich geprüft. Alle freigegebenen Mitglieder lesen mit.',
    colour: 'spruce',
    emblem: 'seed',
    visibility: 'programme',
    gates: ['open'],
    questions: [],
    publishers: 'mentors',
    moderators: ['hansen', 'nowak'],
    authors: ['kraemer'],
    members: [...MENTORS, ...MENTEES].filter(EVERYBODY_BUT('hansen', 'nowak', 'kraemer', 'wolff')),
  },
  {
    key: 'offen',
    slug: 'praxis-offen',
    name: 'Praxis offen',
    description:
      'Was wir gelernt haben und gern weitergeben: ausgewählte Praxistipps, die auch ohne Konto zu lesen sind. Für Kommunen, die überlegen mitzumachen.',
    colour: 'lake',
    emblem: 'sun',
    visibility: 'public',
    gates: ['open'],
    questions: [],
    publishers: 'authors',
    moderators: ['yildiz'],
    authors: ['hansen', 'nowak', 'bergmueller', 'strauss', 'ostermann'],
    members: ['kraemer', 'petersen', 'grossmann', 'brueckner', 'vogt', 'adeyemi', 'huber'],
  },
  {
    key: 'erstvorhaben',
    slug: 'erstvorhaben',
    name: 'Erstvorhaben begleiten',
    description:
      'Geschützter Raum für alle, die in einer Kommune das erste Klimaschutzkonzept auf den Weg bringen, und für ihre Mentor:innen. Hier darf auch stehen, was noch nicht gelingt.',
    colour: 'sand',
    emblem: 'path',
    visibility: 'closed',
    gates: ['request', 'invitation'],
    questions: [
      'In welcher Kommune arbeiten Sie, und seit wann gibt es dort die Stelle für Klimaschutz?',
      'Woran arbeiten Sie gerade, und wobei wünschen Sie sich Begleitung?',
      'Sind Sie einverstanden, dass Inhalte dieses Raumes den Raum nicht verlassen?',
    ],
    publishers: 'mentors',
    moderators: ['bergmueller', 'strauss'],
    authors: ['grossmann'],
    members: ['hansen', 'yildiz', 'nowak', 'ostermann', 'oezkan', 'kraemer', 'brueckner', 'vogt', 'maierhofer', 'thoms', 'schuette', 'huber'],
  },
  {
    key: 'nord',
    slug: 'erstvorhaben-nord',
    name: 'Erstvorhaben Nord',
    description: 'Regionale Runde für Schleswig-Holstein, Mecklenburg-Vorpommern, Niedersachsen, Hamburg und Bremen. Treffen alle sechs Wochen, abwechselnd vor Ort und per Video.',
    colour: 'slate',
    emblem: 'wind',
    visibility: 'closed',
    gates: ['request'],
    questions: ['Aus welchem Landkreis kommen Sie?'],
    publishers: 'members',
    parent: 'erstvorhaben',
    moderators: ['petersen'],
    authors: [],
    members: ['hansen', 'brueckner', 'thoms', 'schuette', 'janssen'],
  },
  {
    key: 'sued',
    slug: 'erstvorhaben-sued',
    name: 'Erstvorhaben Süd',
    description: 'Regionale Runde für Bayern, Baden-Württemberg, Hessen, Rheinland-Pfalz und das Saarland. Mit gemeinsamer Sammlung von Vorlagen aus den Kommunen.',
    colour: 'moss',
    emblem: 'hill',
    visibility: 'closed',
    gates: ['request', 'password'],
    questions: ['Aus welchem Landkreis kommen Sie?'],
    publishers: 'members',
    parent: 'erstvorhaben',
    moderators: ['bergmueller'],
    authors: [],
    members: ['yildiz', 'oezkan', 'vogt', 'maierhofer', 'huber', 'adeyemi'],
  },
  {
    key: 'mentorenkreis',
    slug: 'kreis-der-mentorinnen-und-mentoren',
    name: 'Kreis der Mentor:innen',
    description: 'Kollegiale Beratung unter Mentor:innen: schwierige Gespräche, festgefahrene Tandems, eigene Grenzen. Was hier steht, bleibt hier.',
    colour: 'heather',
    emblem: 'circle',
    visibility: 'hidden',
    gates: ['invitation'],
    questions: [],
    onlyFor: 'mentor',
    publishers: 'members',
    moderators: ['nowak'],
    authors: [],
    members: MENTORS.filter(EVERYBODY_BUT('nowak', 'lindqvist')),
  },
];

/** Only for the demo: the word that opens `Erstvorhaben Süd` besides asking. */
export const SPACE_PASSWORDS: Readonly<Record<string, string>> = { sued: 'Pusteblume-im-Süden' };
