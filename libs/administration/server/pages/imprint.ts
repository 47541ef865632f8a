import type { StandardPage } from './standard-page.js';

export const IMPRINT: StandardPage = {
  slug: 'impressum',
  version: 1,
  validFromOn: '2026-01-01',
  de: {
    title: 'Impressum',
    body: `> [!IMPORTANT]
> Dieser Text ist eine Vorlage. Alle Angaben in doppelten eckigen Klammern füllt der Betreiber aus. Bitte rechtlich prüfen lassen.

## Anbieter

[[Name der Behörde oder Organisation]], [[Straße und Hausnummer]], [[Postleitzahl und Ort]]

**Vertreten durch:** [[Name und Funktion der vertretungsberechtigten Person]]

## Kontakt

- Telefon: [[Telefonnummer]]
- E-Mail: [[E-Mail-Adresse]]

## Rechtsform und Aufsicht

- Rechtsform: [[zum Beispiel Körperschaft des öffentlichen Rechts, eingetragener Verein]]
- Register und Nummer: [[Registergericht und Registernummer, falls vorhanden]]
- Aufsichtsbehörde: [[zuständige Aufsichtsbehörde, falls vorhanden]]
- Umsatzsteuer-Identifikationsnummer: [[Nummer, falls vorhanden]]

## Redaktionell verantwortlich

[[Name und Anschrift der Person, die für journalistisch-redaktionelle Inhalte verantwortlich ist]]

## Inhalte der Mitglieder

Beiträge geben die Sicht ihrer Verfasser:innen wieder. Hinweise auf rechtswidrige Inhalte nimmt die oben genannte Stelle entgegen, auch von Menschen ohne Konto.

**Zentrale Kontaktstelle** für Behörden und Nutzer:innen nach der europäischen Verordnung über digitale Dienste: [[E-Mail-Adresse]]. Verständigung auf Deutsch und Englisch.

## Sicherheitslücken

Wer eine Sicherheitslücke findet, meldet sie bitte vertraulich an [[E-Mail-Adresse für Sicherheitsmeldungen]].

## Bildnachweise und Lizenzen

[[Bildnachweise]]

Diese Plattform läuft mit Pusteblume, freier Software unter der Lizenz EUPL-1.2.`,
  },
  en: {
    title: 'Imprint',
    body: `> [!IMPORTANT]
> This text is a template. The operator fills in everything in double square brackets. Please have it checked by a lawyer.

## Provider

[[Name of the authority or organisation]], [[street and number]], [[postcode and town]]

**Represented by:** [[name and office of the person entitled to represent]]

## Contact

- Telephone: [[telephone number]]
- E-mail: [[e-mail address]]

## Legal form and supervision

- Legal form: [[for example public body, registered association]]
- Register and number: [[court and number, if any]]
- Supervisory authority: [[authority in charge, if any]]
- VAT identification number: [[number, if any]]

## Editorially responsible

[[name and address of the person responsible for journalistic and editorial content]]

## Content written by members

Contributions express the views of their authors. The office named above receives notices of illegal content, with or without an account.

**Single point of contact** for authorities and users under the European Digital Services Act: [[e-mail address]]. Languages: German and English.

## Security issues

If you find a security issue, please report it in confidence to [[e-mail address for security reports]].

## Pictures and licences

[[picture credits]]

This platform runs on Pusteblume, free software under the EUPL-1.2 licence.`,
  },
};
