import type { StandardPage } from './standard-page.js';

export const ACCESSIBILITY: StandardPage = {
  slug: 'barrierefreiheit',
  version: 1,
  validFromOn: '2026-01-01',
  de: {
    title: 'Erklärung zur Barrierefreiheit',
    body: `> [!IMPORTANT]
> Dieser Text ist eine Vorlage nach dem Aufbau, den das Behindertengleichstellungsgesetz (BGG) und die Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) vorsehen. Angaben in doppelten eckigen Klammern füllt der Betreiber aus. Für Stellen der Länder und Kommunen gilt das jeweilige Landesrecht.

[[Name der öffentlichen Stelle]] ist bemüht, diese Plattform barrierefrei zugänglich zu machen. Diese Erklärung gilt für [[Internetadresse der Plattform]], auch für die Bereiche, die eine Anmeldung erfordern.

## Stand der Vereinbarkeit

Maßstab sind die BITV 2.0 und die europäische Norm EN 301 549, die auf die Web Content Accessibility Guidelines (WCAG) 2.1 auf Stufe AA verweist. Unser Ziel sind die WCAG 2.2 auf Stufe AA.

Die Plattform ist derzeit mit diesen Anforderungen [[vollständig / teilweise / nicht]] vereinbar.

## Nicht barrierefreie Inhalte

Folgende Inhalte sind nicht oder nicht vollständig barrierefrei:

- [[Inhalt oder Funktion, Begründung, geplanter Zeitpunkt der Behebung]]
- **Inhalte von Mitgliedern:** Angehängte Dateien und Bilder können ohne Alternativtext oder ohne Struktur hochgeladen worden sein. Der Editor fragt nach Alternativtexten; einzelne ältere Inhalte entsprechen dem nicht. Auf Anfrage stellen wir den Inhalt in anderer Form bereit.

## Was wir tun

- Alle Funktionen sind mit der Tastatur erreichbar, der Fokus ist sichtbar.
- Texte lassen sich auf 200 Prozent vergrößern; bei 320 Pixel Breite ist kein seitliches Blättern nötig.
- Farben sind nie der einzige Träger einer Information.
- Fehler stehen in Worten beim Feld, Eingaben bleiben erhalten.
- Wer weniger Bewegung eingestellt hat, sieht keine Übergänge.
- Jede Veröffentlichung der Software durchläuft automatische Prüfungen auf Barrierefreiheit.

## Erstellung dieser Erklärung

- Erstellt am: [[Datum]]
- Zuletzt überprüft am: [[Datum]]
- Grundlage: [[Selbstbewertung / Bewertung durch eine unabhängige Stelle, mit Name und Verfahren]]

## Barriere melden

Sie sind auf eine Barriere gestoßen oder brauchen einen Inhalt in anderer Form? Schreiben oder sprechen Sie uns an, auch ohne Konto:

- E-Mail: [[E-Mail-Adresse]]
- Telefon: [[Telefonnummer]]
- Post: [[Anschrift]]

Bitte nennen Sie die Seite und beschreiben Sie kurz, was nicht geht. Wir antworten innerhalb von [[Frist]].

## Schlichtung und Durchsetzung

Erhalten Sie auf Ihre Meldung keine zufriedenstellende Antwort, können Sie sich an die Schlichtungs- oder Durchsetzungsstelle wenden. Das Verfahren ist kostenlos, ein Rechtsbeistand ist nicht nötig.

[[Name der Schlichtungs- oder Durchsetzungsstelle, Anschrift, Telefon, E-Mail-Adresse, Internetadresse]]

## Leichte Sprache und Gebärdensprache

[[Verweis auf Erläuterungen in Leichter Sprache und in Deutscher Gebärdensprache, soweit vorgeschrieben]]`,
  },
  en: {
    title: 'Accessibility statement',
    body: `> [!IMPORTANT]
> This text is a template following the structure asked for by the German Act on Equal Opportunities for Persons with Disabilities (BGG) and the Barrier-free Information Technology Ordinance (BITV 2.0). The operator fills in everything in double square brackets. Public bodies of states and municipalities follow the law of their state.

[[Name of the public body]] strives to make this platform accessible. This statement applies to [[address of the platform]], including the areas behind the sign-in.

## State of conformity

The measure is BITV 2.0 and the European standard EN 301 549, which refers to the Web Content Accessibility Guidelines (WCAG) 2.1, level AA. Our goal is WCAG 2.2, level AA.

The platform is at present [[fully / partially / not]] compliant with these requirements.

## Content that is not accessible

The following is not, or not fully, accessible:

- [[content or function, reason, planned date of repair]]
- **Content written by members:** attached files and pictures may have been uploaded without a text alternative or without structure. The editor asks for text alternatives; some older content lacks them. On request we provide the content in another form.

## What we do

- All functions can be reached by keyboard, and the focus is visible.
- Text can be enlarged to 200 per cent; at a width of 320 pixels nothing has to be scrolled sideways.
- Colour is never the only carrier of information.
- Errors stand in words beside the field, and input is kept.
- If you have asked your system for less motion, there are no transitions.
- Every release of the software passes automatic accessibility checks.

## How this statement was made

- Made on: [[date]]
- Last reviewed on: [[date]]
- Based on: [[self-assessment / assessment by an independent body, with name and method]]

## Report a barrier

You have met a barrier, or you need content in another form? Write or speak to us, with or without an account:

- E-mail: [[e-mail address]]
- Telephone: [[telephone number]]
- Post: [[address]]

Please name the page and say briefly what does not work. We answer within [[period]].

## Arbitration and enforcement

If our answer does not satisfy you, you can turn to the arbitration or enforcement body. The procedure is free of charge, and you do not need a lawyer.

[[Name of the arbitration or enforcement body, address, telephone, e-mail address, web address]]

## Easy language and sign language

[[Reference to explanations in easy language and German Sign Language, where required]]`,
  },
};
