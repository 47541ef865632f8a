import type { DemoDraft, DemoFeedback } from './demo.types.js';

export const DRAFTS: readonly DemoDraft[] = [
  {
    key: 'nachtabsenkung-erklaeren',
    space: 'klimalotsen',
    author: 'hansen',
    topics: ['beleuchtung', 'oeffentlichkeit'],
    title: 'Wie erklärt man, dass nachts das Licht ausgeht?',
    summary: 'Erfahrungen aus zwei Straßen, in denen wir zwischen eins und vier Uhr dimmen.',
    isSubmitted: false,
    daysAgo: 2,
    body: `## Ausgangslage

Seit dem Frühjahr dimmen wir in zwei Straßen zwischen ein und vier Uhr. Im Briefkasten lagen danach neun Beschwerden und ein Dankesbrief.

## Vorgehen

1. Vier Wochen vorher: Brief an alle Haushalte, mit Telefonnummer
2. Ortstermin um halb zwei nachts, mit Polizei und Frauenbeauftragter
3. …

## Aufwand

noch ergänzen: Stunden Bauhof`,
  },
  {
    key: 'erster-zwischenbericht',
    space: 'erstvorhaben',
    author: 'brueckner',
    topics: ['foerderung', 'einstieg'],
    title: 'Was hätte ich vor dem ersten Zwischenbericht gern gewusst?',
    summary: 'Fünf Kleinigkeiten aus meinem ersten Jahr, die beim Schreiben des Berichts gefehlt haben.',
    isSubmitted: true,
    daysAgo: 3,
    body: `## Ausgangslage

Ich bin seit acht Monaten im Amt und habe gerade den ersten Zwischenbericht abgegeben. Inhaltlich war er einfach. Gesucht habe ich nach Dingen, die niemand aufgehoben hatte.

## Vorgehen

Das würde ich beim nächsten Mal ab dem ersten Tag tun:

1. **Teilnahmelisten aufheben.** Auch vom Küchentisch, auch wenn nur sechs Leute da waren.
2. **Bilder sofort benennen.** Datum, Ort, Anlass, wer fotografiert hat.
3. **Abweichungen aufschreiben, wenn sie entstehen.** Nach einem halben Jahr weiß man nicht mehr, warum der Termin verschoben wurde.
4. **Einen Satz je Woche.** Er kostet eine Minute und spart zwei Tage.
5. **Den Bericht einer anderen Kommune lesen.** Birte hat mir ihren gezeigt; danach war mir klar, wie ausführlich er sein muss.

## Aufwand

Drei Tage für den Bericht, davon zwei für das Suchen.

## Stolpersteine

Die Vorlage im Förderportal hat weniger Platz, als man denkt. Erst kurz schreiben, dann einfügen.

## Rechtliches

Maßgeblich ist der Bescheid; meiner verlangt den Bericht zu einem festen Tag (Stand prüfen).

## Vorlagen

- Wochensatz als Tabelle

## Kontakt

Jonas Brückner, Gemeinde Ganderkesee`,
  },
];

export const FEEDBACK: readonly DemoFeedback[] = [
  { tip: 'die-ersten-hundert-tage', helped: ['brueckner', 'vogt', 'kraemer', 'adeyemi', 'huber'] },
  { tip: 'foerderantrag-kommunalrichtlinie', helped: ['brueckner', 'vogt', 'kraemer'] },
  { tip: 'energiemanagement-aufbauen', helped: ['petersen', 'brueckner'] },
  { tip: 'hitzeaktionsplan-beginnen', helped: ['vogt', 'nowak', 'kraemer', 'brueckner'] },
  { tip: 'treibhausgasbilanz-nach-bisko', helped: ['brueckner', 'thoms', 'hansen'] },
  { tip: 'radverkehr-in-kleinen-schritten', helped: ['thoms', 'janssen'] },
  { tip: 'ratsvorlage-die-gelesen-wird', helped: ['brueckner', 'maierhofer', 'schuette', 'vogt'] },
  { tip: 'haushaltsmittel-sichern', helped: ['oezkan', 'brueckner'] },
  {
    tip: 'klimafreundlich-beschaffen',
    helped: ['strauss'],
    outdated: { person: 'maierhofer', reason: 'Unsere Wertgrenzen für Vergaben wurden im Frühjahr angehoben. Der Abschnitt Rechtliches passt in Bayern so nicht mehr.' },
  },
  {
    tip: 'ladesaeulen-im-ort',
    helped: ['strauss'],
    outdated: { person: 'huber', reason: 'Bei uns gibt es inzwischen eine Standortkarte des Landes. Ein Hinweis darauf würde viel Arbeit sparen.' },
  },
];
