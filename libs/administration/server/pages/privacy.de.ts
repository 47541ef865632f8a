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
| Schreiben und Bearbeiten | Praxistipps, Diskussionen, Beiträge, frühere Fassungen, Entwürfe, Zeitpunkte; wen Sie erwähnen und wen Sie zitieren | Wissensaustausch, Nachvollziehbarkeit | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Reaktionen auf Beiträge und Tipps | welche, worauf, wann; andere sehen nur die Zahl | Rückmeldung an die, die schreiben | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Lesen von Diskussionen | je Diskussion, bis zu welchem Beitrag und wann zuletzt gelesen; niemand sonst sieht das | zeigen, was für Sie neu ist | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Umfragen mit Namen | Ihre Wahl und der Zeitpunkt; Mitglieder des Programms, die die Diskussion lesen, sehen Ihren Namen | Meinungsbild | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Geheime Umfragen | Ihre Wahl unter einem Prüfwert, ohne Namen, Konto und Zeitpunkt | Meinungsbild, ohne dass jemand doppelt abstimmt | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Praxistipps aus Diskussionen | welche Ihrer Worte ausgewählt wurden, Ihr Einverständnis, ob Sie genannt werden möchten | Ihre Worte nur mit Ihrem Einverständnis weitergeben | [[zum Beispiel Art. 6 Abs. 1 Buchst. a DSGVO]] |
| Lesezeichen | was Sie sich merken, Ihre Notiz, der Tag der Erinnerung; nur für Sie sichtbar | Wiederfinden, Erinnern | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Anmeldung und Sitzungen | Sitzungskennung, Zeitpunkt, Art des Geräts, Netzadresse | Sicherheit; Sie sehen und beenden Ihre Sitzungen selbst | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder f DSGVO]] |
| Hinweise auf Neues | wovon, aus welchem Grund, wann, ob gelesen; Titel und Texte werden dabei nicht gespeichert. Außerdem, wem oder was Sie folgen, Ihre Ruhezeiten und Pausen | Sie über Vorgänge informieren, die Sie betreffen | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| E-Mails der Plattform | Adresse, Inhalt der Mail, bis sie verschickt ist; danach Art und Zeitpunkt | Sie über Vorgänge informieren, die Sie betreffen | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Unzustellbare Mails | Prüfwert der Adresse, Zeitpunkt, Fehlercode des Mailservers | nicht weiter an Adressen senden, die es nicht gibt; Sie und die Koordination darauf hinweisen | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder f DSGVO]] |
| Feeds, die Sie einrichten | Raum, Prüfwert der geheimen Adresse, letzter Tag des Abrufs | Neues in Ihrem Leseprogramm zeigen | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Suche | Suchbegriffe ohne Treffer, **ohne Bezug zu Ihrer Person** | Angebot verbessern | kein Personenbezug |
| Meldung eines Inhalts | Grund, Ihre Worte, wer gemeldet hat, Entscheidung | Regelverstöße prüfen | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder e DSGVO]] |
| Meldung rechtswidriger Inhalte ohne Konto | Name, E-Mail-Adresse, Begründung, Entscheidung | Rechtsverstöße behandeln, Eingang und Entscheidung mitteilen | [[zum Beispiel Art. 6 Abs. 1 Buchst. c DSGVO]] |
| Moderation Ihrer Beiträge | Entscheidungen mit Begründung, Ihr Einspruch, Maßnahmen auf Zeit, Zahl Ihrer unbeanstandeten Beiträge je Raum | Regeln durchsetzen, Entscheidungen überprüfbar machen | [[zum Beispiel Art. 6 Abs. 1 Buchst. b oder c DSGVO]] |

Angaben, die als freiwillig gekennzeichnet sind, brauchen Sie nicht zu machen. Ohne E-Mail-Adresse und Passwort ist kein Konto möglich; ohne die Pflichtangaben des Kontaktdatenblatts können wir Ihre Aufnahme nicht prüfen.

### Suchbegriffe

Begriffe ohne Treffer werden gesammelt gezählt. Gespeichert wird nicht, wer gesucht hat. Angezeigt wird ein Begriff der Koordination erst, wenn mehrere Personen danach gesucht haben.

### Wer was sieht

Jede Seite sagt, wer sie lesen kann. Die Sichtbarkeit der Angaben in Ihrem Profil bestimmen Sie je Feld, soweit die Koordination es vorsieht. Die Koordination betritt geschlossene Räume nur in einem eigenen, protokollierten Schritt, der der Moderation des Raums mitgeteilt wird.

Wer etwas meldet, wird der Moderation des Raums genannt, nie der Person, um deren Text es geht. Die E-Mail-Adresse einer Meldung ohne Konto sieht niemand. Den Text eines gelöschten Beitrags liest nur noch die Moderation des Raums, die ihn auf Bitte zurückholen kann, bis er nach 90 Tagen endgültig gelöscht wird.

Mails über geschlossene und verborgene Räume sagen nur, dass es Neues gibt, solange die Moderation des Raums nichts anderes festlegt; für Feeds gilt dieselbe Regel. Wer die Adresse Ihres Feeds kennt, kann ihn lesen; Sie können sie jederzeit beenden. Lesen Sie Feeds bei einem Anbieter im Netz, erfährt er, was darin steht.

### Geheime Umfragen

Damit niemand zweimal abstimmt, wird aus Ihrem Konto mit einem geheimen Schlüssel des Servers ein Prüfwert gebildet. Nur er steht bei Ihrer Wahl. Angezeigt wird er niemandem; ohne den Schlüssel führt er nicht zu Ihnen zurück.

## Cookies und Speicher im Browser

Wir setzen ausschließlich ein technisch notwendiges Cookie für die Anmeldung. Es enthält eine zufällige Kennung und endet mit der Sitzung oder nach Ablauf ihrer Höchstdauer. Offene Seiten erfahren über eine stehende Verbindung, dass sich etwas geändert hat; gespeichert wird dabei nichts. Im Speicher Ihres Browsers liegen Einstellungen, die Sie gewählt haben, und Entwürfe, solange keine Verbindung besteht. Eine Einwilligung ist dafür nicht erforderlich, weil beides für den von Ihnen gewünschten Dienst unbedingt nötig ist.

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
| veröffentlichte Tipps, Diskussionen und Beiträge mit ihren Fassungen | bis zur Löschung; nach Löschung des Kontos wie unten beschrieben |
| Text gelöschter Beiträge | 90 Tage nach dem Löschen; liegt eine Meldung oder ein Einspruch dazu vor, bis darüber entschieden ist |
| was die Moderation ausgeblendet oder nicht freigegeben hat: Diskussionen, Beiträge, Umfragen, Tipps mit allen Fassungen | 366 Tage nach der Entscheidung; liegt ein Einspruch vor, bis darüber entschieden ist; Tipps, an denen Sie weiterschreiben, bis 90 Tage nach der letzten Änderung |
| frühere Fassungen von Beiträgen | 1096 Tage (drei Jahre), nachdem sie ersetzt wurden |
| Entwürfe | bis Sie sie senden oder verwerfen; beiseitegelegte Texte von Tipps 90 Tage |
| Reaktionen, Lesestände, Lesezeichen, Feeds, Einstellungen zu Hinweisen | bis Sie sie entfernen, längstens bis zur Löschung des Kontos |
| Stimmen in Umfragen mit Namen | bis Sie sie ändern, längstens bis zur Löschung des Kontos oder der Diskussion |
| Stimmen in geheimen Umfragen | so lange wie die Diskussion |
| Hinweise | 180 Tage |
| Nachweis verschickter Mails, Fehler beim Zustellen | 30 Tage |
| Sperre einer unzustellbaren Adresse | bis sie aufgehoben oder das Konto gelöscht wird |
| Name und E-Mail-Adresse aus Meldungen ohne Konto | 183 Tage nach der Entscheidung |
| wer gemeldet hat und mit welchen Worten | 366 Tage nach der Entscheidung |
| Entscheidungen der Moderation, Einsprüche, beendete Maßnahmen | 1096 Tage (drei Jahre) nach Entscheidung oder Ende |
| Sicherungskopien | [[Dauer]], danach überschrieben |

Ihr Konto löschen Sie selbst unter „Konto“, oder die Koordination tut es auf Ihren Wunsch. Sie sind dann sofort überall abgemeldet und für andere nicht mehr zu sehen. 14 Tage lang können Sie das Konto behalten, indem Sie sich wieder anmelden. Danach wird es im nächsten nächtlichen Lauf endgültig gelöscht:

- **Gelöscht** werden Name, E-Mail-Adresse, Passwort, Kontaktdatenblatt, Rollen, Sitzungen, Mitgliedschaften, Anfragen mit Nachrichten und Antworten, Einladungen mit Ihrem Namen, Nachrichten aus der Registrierung, nicht veröffentlichte Entwürfe, Fassungen, Diskussionen und Beiträge, die Texte gelöschter Beiträge, Reaktionen, Lesestände, Stimmen in Umfragen mit Namen, Hinweise und ihre Einstellungen, Lesezeichen, Feeds, Ihre Worte in Meldungen und Einsprüchen, Maßnahmen gegen Sie, Anmerkungen zu Tipps und Mails, die noch auf den Versand warten.
- **Ohne Ihren Namen bleiben** veröffentlichte Tipps, Handbücher, Diskussionen und Beiträge mit ihren Fassungen („Ehemaliges Mitglied“), auch wo andere Sie dort erwähnt oder zitiert haben, Stimmen in geheimen Umfragen, Entscheidungen der Moderation, das Protokoll, welcher Vorgang wann war, mit dem dort genannten Grund, und als Nachweis die letzte Zustimmung zu jedem Text.
- **Gemeinsame Entwürfe** bleiben den übrigen Autor:innen.

Wer als Einzige:r einen Raum moderiert oder das Programm koordiniert, übergibt diese Aufgabe vorher. In Sicherungskopien stehen die Daten, bis diese überschrieben sind. Muss eine zurückgespielt werden, werden Konten, die seither endgültig gelöscht wurden, noch einmal gelöscht, bevor sich wieder jemand anmelden kann; dafür bewahren wir ihre zufällige Kennung auf, ohne Namen und Adresse.

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

Über Aufnahme, Zugang und Moderation entscheiden Menschen. Es findet kein Profiling statt. Wo ein Raum das so festlegt, hält die Software erste Beiträge neuer Mitglieder und Texte mit bestimmten Wörtern zurück, bis die Moderation sie angesehen hat; das wird Ihnen beim Schreiben gesagt.

## Sicherheit

Die Verbindung ist verschlüsselt. Passwörter speichern wir nur als Prüfwert nach dem Verfahren Argon2id. Zugriffe werden nach Rollen begrenzt und bei jeder Anfrage neu geprüft.

## Änderungen

Diese Erklärung trägt eine Fassung und ein Datum. Ändert sich ihr Inhalt so, dass Ihre Zustimmung neu nötig ist, bitten wir Sie beim nächsten Besuch der Startseite darum.`;
