/** The contents Article 13 GDPR asks for, written for what this product really stores. */
export const PRIVACY_DE = `> [!IMPORTANT]
> Dieser Text ist eine Vorlage. Er beschreibt, was die Software tut. Angaben in doppelten eckigen Klammern füllt der Betreiber aus und lässt das Ganze von seinen Datenschutzbeauftragten prüfen.

Diese Erklärung sagt, welche personenbezogenen Daten wir verarbeiten, wenn Sie diese Plattform lesen oder mitmachen, wozu, wie lange und welche Rechte Sie haben.

## Das Wichtigste zuerst

- Ohne Konto lesen Sie öffentliche Inhalte, ohne dass wir Sie wiedererkennen.
- Es gibt keine Werbung, keine Analyse Ihres Verhaltens und keine Inhalte von fremden Servern.
- Was in geschlossenen Räumen steht, lesen nur ihre Mitglieder.
- Sie haben jederzeit das Recht, Ihre Daten zu sehen, mitzunehmen und löschen zu lassen.

## Verantwortlich

[[Name und Anschrift des Verantwortlichen]], Telefon [[Telefonnummer]], E-Mail [[E-Mail-Adresse]]

**Datenschutzbeauftragte:** [[Name oder Funktion, Anschrift, E-Mail-Adresse]]

## Welche Daten, wozu, auf welcher Grundlage

| Anlass | Daten | Zweck | Rechtsgrundlage |
| --- | --- | --- | --- |
| Aufruf einer Seite | IP-Adresse, Zeitpunkt, aufgerufene Adresse, technische Meldung | Betrieb, Abwehr von Angriffen | [[zum Beispiel Art. 6 Abs. 1 Buchst. e oder f DSGVO]] |
| Registrierung | Name, E-Mail-Adresse, Passwort (nur als Prüfwert), gewünschte Rolle | Konto anlegen und prüfen | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Zustimmung zu Hausregeln und Kenntnisnahme dieser Erklärung | Fassung und Zeitpunkt | Nachweis | [[zum Beispiel Art. 6 Abs. 1 Buchst. c DSGVO]] |
| Kontaktdatenblatt | Organisation, Funktion, Kommune, Land, Telefon, Themen, Selbstbeschreibung | passende Mentor:innen und Mentees finden | [[zum Beispiel Art. 6 Abs. 1 Buchst. a, b oder e DSGVO]] |
| Anfrage um Zugang zu einem Raum | Nachricht, Antworten, Entscheidung mit Begründung | Entscheidung der Moderation | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Schreiben und Bearbeiten | Texte, frühere Fassungen, Entwürfe, Dateien, Zeitpunkte | Wissensaustausch, Nachvollziehbarkeit | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Anmeldung und Sitzungen | Sitzungskennung, Zeitpunkt, Art des Geräts, Netzadresse | Sicherheit; Sie sehen und beenden Ihre Sitzungen selbst | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder f DSGVO]] |
| E-Mails der Plattform | Adresse, Inhalt der Benachrichtigung | Sie über Vorgänge informieren, die Sie betreffen | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Suche | Suchbegriffe ohne Treffer, **ohne Bezug zu Ihrer Person** | Angebot verbessern | kein Personenbezug |
| Hinweis auf rechtswidrige Inhalte | Hinweis, Adresse falls angegeben, Entscheidung | Rechtsverstöße behandeln | [[zum Beispiel Art. 6 Abs. 1 Buchst. c DSGVO]] |

Angaben, die als freiwillig gekennzeichnet sind, brauchen Sie nicht zu machen. Ohne E-Mail-Adresse und Passwort ist kein Konto möglich; ohne die Pflichtangaben des Kontaktdatenblatts können wir Ihre Aufnahme nicht prüfen.

### Suchbegriffe

Begriffe ohne Treffer werden gesammelt gezählt. Gespeichert wird nicht, wer gesucht hat. Angezeigt wird ein Begriff der Koordination erst, wenn mehrere Personen danach gesucht haben.

### Wer was sieht

Jede Seite sagt, wer sie lesen kann. Die Sichtbarkeit der Angaben in Ihrem Profil bestimmen Sie je Feld, soweit die Koordination es vorsieht. Administrator:innen betreten geschlossene Räume nur in einem eigenen, protokollierten Schritt, der der Moderation des Raums mitgeteilt wird.

## Cookies und Speicher im Browser

Wir setzen ausschließlich ein technisch notwendiges Cookie für die Anmeldung. Es enthält eine zufällige Kennung und endet mit der Sitzung oder nach Ablauf ihrer Höchstdauer. Im Speicher Ihres Browsers liegen Einstellungen, die Sie gewählt haben, und Entwürfe, solange keine Verbindung besteht. Eine Einwilligung ist dafür nicht erforderlich, weil beides für den von Ihnen gewünschten Dienst unbedingt nötig ist.

## Empfänger

- die Personen, für die Sie etwas sichtbar machen
- Koordination und Moderation im Rahmen ihrer Aufgaben
- [[Rechenzentrum oder Dienstleister für den Betrieb, mit Anschrift]] als Auftragsverarbeiter
- [[Dienst für den Versand von E-Mails, mit Anschrift]] als Auftragsverarbeiter

Eine Übermittlung in Länder außerhalb der Europäischen Union findet [[nicht statt / nur wie folgt statt]]. Datenbank und Suche laufen auf Servern des Betreibers oder seiner Auftragsverarbeiter.

## Wie lange

| Daten | Dauer |
| --- | --- |
| Protokolle des Servers | 14 Tage |
| unbestätigte Registrierungen | [[Zahl der Tage]] |
| abgelehnte oder nicht abgeschlossene Aufnahmen | [[Dauer]] |
| Sitzungen | bis zur Abmeldung, sonst bis zum Ende ihrer Höchstdauer |
| Links zum Bestätigen und Zurücksetzen | bis zur Nutzung oder zum Ablauf |
| Konto und Profil | bis zur Löschung des Kontos oder zum Ende des Programms |
| veröffentlichte Beiträge und ihre Fassungen | bis zur Löschung; nach Löschung des Kontos wie unten beschrieben |
| Entscheidungen der Moderation | [[Dauer]] |
| Sicherungskopien | [[Dauer]], danach überschrieben |

Ihr Konto löschen Sie selbst unter „Konto“, oder die Koordination tut es auf Ihren Wunsch. Sie sind dann sofort überall abgemeldet und für andere nicht mehr zu sehen. 14 Tage lang können Sie das Konto behalten, indem Sie sich wieder anmelden. Danach wird es im nächsten nächtlichen Lauf endgültig gelöscht:

- **Gelöscht** werden Name, E-Mail-Adresse, Passwort, Kontaktdatenblatt, Rollen, Sitzungen, Mitgliedschaften, Anfragen mit Nachrichten und Antworten, Einladungen mit Ihrem Namen, Nachrichten aus der Registrierung, nicht veröffentlichte Entwürfe und Fassungen, Hinweise zu Tipps und Mails, die noch auf den Versand warten.
- **Ohne Ihren Namen bleiben** veröffentlichte Tipps und Handbücher mit ihren Fassungen („Ehemaliges Mitglied“), das Protokoll, welcher Vorgang wann war, mit dem dort genannten Grund, und als Nachweis die letzte Zustimmung zu jedem Text.
- **Gemeinsame Entwürfe** bleiben den übrigen Autor:innen.

Wer als Einzige:r einen Raum moderiert oder das Programm koordiniert, übergibt diese Aufgabe vorher. In Sicherungskopien stehen die Daten, bis diese überschrieben sind.

## Ihre Rechte

Sie haben das Recht auf

- **Auskunft** und eine Kopie Ihrer Daten,
- **Berichtigung** falscher Angaben,
- **Löschung** und **Einschränkung** der Verarbeitung,
- **Datenübertragbarkeit** in einem maschinenlesbaren Format,
- **Widerspruch** aus Gründen Ihrer besonderen Situation gegen Verarbeitungen, die auf öffentlichem oder berechtigtem Interesse beruhen,
- **Widerruf** einer Einwilligung jederzeit für die Zukunft.

Ihre Zustimmungen sehen und widerrufen Sie selbst unter „Konto“, mit Fassung und Datum. Nach einem Widerruf schließt die Koordination Ihr Konto. Eine Kopie Ihrer Daten laden Sie dort als maschinenlesbare Datei herunter. Dort löschen Sie auch Ihr Konto. Für weitere Auskunft wenden Sie sich an die oben genannte Stelle. Wir antworten innerhalb eines Monats.

**Beschwerde:** Sie können sich bei einer Aufsichtsbehörde für den Datenschutz beschweren. Für uns zuständig ist [[Name, Anschrift und Internetadresse der Aufsichtsbehörde]].

## Keine automatisierte Entscheidung

Über Aufnahme, Zugang und Moderation entscheiden Menschen. Es findet kein Profiling statt.

## Sicherheit

Die Verbindung ist verschlüsselt. Passwörter speichern wir nur als Prüfwert nach dem Verfahren Argon2id. Zugriffe werden nach Rollen begrenzt und bei jeder Anfrage neu geprüft.

## Änderungen

Diese Erklärung trägt eine Fassung und ein Datum. Ändert sich ihr Inhalt so, dass Ihre Zustimmung neu nötig ist, bitten wir Sie beim nächsten Besuch der Startseite darum.`;
