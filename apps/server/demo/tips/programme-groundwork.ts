import type { DemoTip } from '../demo.types.js';

export const PROGRAMME_GROUNDWORK_TIPS: readonly DemoTip[] = [
  {
    key: 'klimabeirat-einrichten',
    space: 'klimalotsen',
    author: 'nowak',
    topics: ['beteiligung', 'gremien', 'ehrenamt'],
    title: 'Brauchen wir einen Klimabeirat, und wenn ja, welchen?',
    summary: 'Ein Beirat hilft, wenn er eine klare Frage, ein Recht auf Antwort und eine Geschäftsstelle hat. Sonst ist er ein Gesprächskreis.',
    publishedDaysAgo: 351,
    body: `## Ausgangslage

„Wir gründen einen Klimabeirat“ ist schnell beschlossen. Zwei Jahre später tagt er vor sich hin: Die einen wollten kontrollieren, die anderen beraten, die Verwaltung wollte Ruhe. Wer vorher klärt, wozu der Beirat da ist, spart sich die Enttäuschung.

## Vorgehen

### Erst der Zweck

Entscheiden Sie sich für **eine** Hauptaufgabe:

| Typ | Aufgabe | Mitglieder |
| --- | --- | --- |
| Fachbeirat | Vorlagen und Konzepte fachlich bewerten | 7 bis 9 Fachleute |
| Akteursbeirat | Vereine, Wirtschaft und Kirchen binden | 12 bis 18 Organisationen |
| Bürgerbeirat | Sicht des Alltags einbringen | 10 bis 15 Menschen, teilweise ausgelost |

### Dann die Regeln

- **Recht auf Befassung:** Der zuständige Ausschuss muss Empfehlungen behandeln, mit schriftlicher Antwort innerhalb von drei Monaten.
- **Geschäftsstelle:** Das Klimaschutzmanagement lädt ein und schreibt das Protokoll, leitet aber nicht die Sitzung.
- **Vorsitz von außen:** eine Person, die zuhören kann und nicht kandidiert.
- **Ablaufdatum:** zwei Jahre, danach wird entschieden, ob es weitergeht.

### Die ersten drei Sitzungen

1. Kennenlernen, Erwartungen, Spielregeln
2. Gemeinsamer Rundgang zu drei Orten: ein gutes Gebäude, ein schlechtes, eine Fläche
3. Erste Empfehlung zu einem Thema, das im selben Halbjahr entschieden wird

> [!TIP]
> Die erste Empfehlung soll gelingen. Wählen Sie ein Thema, bei dem Verwaltung und Politik wirklich offen sind.

## Aufwand

Vier Sitzungen im Jahr bedeuten für die Geschäftsstelle etwa zwölf Arbeitstage. Kosten entstehen für Moderation, Raum, Sitzungsgeld oder Verpflegung.

## Stolpersteine

- Fraktionen entsenden Stellvertreter, und die Debatte aus dem Rat wird nachgespielt.
- Der Beirat bekommt Vorlagen drei Tage vor der Entscheidung.
- Es fehlen Menschen ohne Eigenheim. Sprechen Sie sie gezielt an, und tagen Sie abends mit Kinderbetreuung.

## Rechtliches

Beiräte richten sich nach Gemeindeordnung und Hauptsatzung; Öffentlichkeit, Entschädigung und Verschwiegenheit dort nachlesen oder in einer eigenen Satzung regeln. Das Rechtsamt vor dem Beschluss einbinden.

## Vorlagen

- Entwurf einer Geschäftsordnung, drei Seiten
- Einladung an ausgeloste Personen
- Muster „Empfehlung und Antwort“

## Kontakt

Katarzyna Nowak, Stadt Görlitz`,
  },
  {
    key: 'treibhausgasbilanz-nach-bisko',
    space: 'klimalotsen',
    author: 'yildiz',
    topics: ['bilanz'],
    title: 'Wie entsteht eine Treibhausgasbilanz nach BISKO, der man trauen kann?',
    summary: 'Territorial, endenergiebasiert, mit benannter Datengüte: die wichtigsten Regeln, die beste Reihenfolge und die Fehler, die jede Bilanz einmal macht.',
    publishedDaysAgo: 130,
    body: `## Ausgangslage

Die Bilanzierungs-Systematik Kommunal, kurz BISKO, sorgt dafür, dass Bilanzen deutscher Kommunen vergleichbar sind. Sie zählt die Endenergie, die im Gebiet verbraucht wird, und rechnet sie mit einheitlichen Faktoren einschließlich der Vorketten in Treibhausgase um. Nicht enthalten sind zum Beispiel Ernährung und Konsum.

## Vorgehen

**1. Rahmen festlegen.** Welches Jahr? Nehmen Sie das jüngste, für das alle großen Datensätze vorliegen. Das liegt meist zwei Jahre zurück.

**2. Daten in dieser Reihenfolge anfragen:**

| Daten | Quelle | Wartezeit bei uns |
| --- | --- | --- |
| Strom und Gas nach Abnehmergruppen | Netzbetreiber | 4 bis 10 Wochen |
| Fern- und Nahwärme | Versorger | 4 Wochen |
| Feuerstätten | Bezirksschornsteinfeger, Land | 6 bis 12 Wochen |
| Eigene Liegenschaften und Fuhrpark | Gebäudewirtschaft | so schnell wie das Energiemanagement |
| Verkehr | Landesdaten oder Modell im Bilanzwerkzeug | sofort |
| Geförderte Anlagen | Förderstatistik von Bund und Land | 2 Wochen |

**3. Güte notieren.** Zu jedem Wert gehört die Datengüte: gemessen, hochgerechnet, aus Kennzahlen. Eine Bilanz ohne diese Angabe ist nur eine Zahl.

**4. Plausibilität prüfen.** Verbrauch pro Kopf mit Nachbarn vergleichen. Weicht ein Sektor um mehr als ein Drittel ab, nachfragen.

**5. Erzählen.** Drei Aussagen, ein Bild, ein Beispiel. Nicht alle 24 Diagramme.

> [!IMPORTANT]
> Nach BISKO wird nicht witterungsbereinigt und mit dem Bundesmix beim Strom gerechnet. Ein örtlicher Strommix darf zusätzlich gezeigt werden, ersetzt ihn aber nicht.

### Wie man die Ergebnisse erzählt

Eine Bilanz beantwortet drei Fragen, und mehr sollte die Präsentation nicht versuchen:

- **Woher kommen unsere Emissionen?** Ein einziges Bild mit vier Balken: Haushalte, Gewerbe und Industrie, Verkehr, eigene Einrichtungen.
- **Was hat sich verändert?** Nur mit gleicher Methode vergleichen. Wenn ein Wert gesunken ist, weil ein Betrieb geschlossen hat, gehört das dazu gesagt.
- **Worauf haben wir Einfluss?** Die eigenen Gebäude machen oft nur wenige Prozent aus. Trotzdem beginnt dort die Glaubwürdigkeit.

### Fragen aus dem Ausschuss, auf die man gefasst sein sollte

**„Warum ist unser Ökostrom nicht drin?“** Weil sonst derselbe grüne Strom zweimal gezählt würde: einmal bei uns und einmal im Bundesmix. Wir zeigen ihn in einer zweiten Rechnung.

**„Warum zählen die Lastwagen auf der Autobahn?“** Weil nach Gebiet gerechnet wird. Andere Gemeinden zählen dafür unsere Fahrten mit.

**„Und der Wald?“** Landnutzung steht gesondert daneben und wird nicht abgezogen.

**„Wie genau ist das?“** Bei Strom und Gas sehr genau, bei Heizöl und Verkehr ungefähr. Deshalb steht die Datengüte dabei.

## Aufwand

Beim ersten Mal etwa zwanzig Arbeitstage, verteilt auf ein halbes Jahr. Die Fortschreibung gelingt in acht, wenn die Anschreiben und Ansprechpersonen ordentlich abgelegt sind. Alle drei bis fünf Jahre reicht; wenige Kennzahlen dazwischen genügen.

## Stolpersteine

- Ein Industriebetrieb dominiert alles. Dann zusätzlich eine Darstellung ohne ihn zeigen und das offen sagen.
- Die Autobahn gehört zum Gebiet. Ja, sie wird gezählt; nein, Sie können wenig daran ändern.
- Ein Wechsel des Werkzeugs erzeugt Sprünge. Das alte Jahr mit neuen Faktoren nachrechnen.

## Rechtliches

Wenn nur einzelne Betriebe hinter einem Wert stehen, gilt Vertraulichkeit: zusammenfassen. Förderbescheide verlangen oft eine bestimmte Systematik und Fassung (Stand prüfen). Viele Länder stellen ein Bilanzwerkzeug kostenlos bereit.

## Vorlagen

- Fünf Anschreiben zur Datenabfrage
- Prüfliste Plausibilität
- Zweiseiter „Unsere Bilanz in drei Sätzen“

## Kontakt

Dr. Elif Yıldız, Landkreis Ludwigsburg. Ich schaue gern über fertige Bilanzen.`,
  },
  {
    key: 'pressearbeit-mit-wenig-zeit',
    space: 'klimalotsen',
    author: 'kraemer',
    coAuthors: ['petersen'],
    topics: ['oeffentlichkeit'],
    title: 'Wie kommt Klimaschutz in die Zeitung, ohne dass ich ständig schreibe?',
    summary: 'Ein Jahresplan mit sechs Anlässen, ein Foto mit Menschen und ein Anruf in der Redaktion bringen mehr als zwanzig Mitteilungen.',
    publishedDaysAgo: 60,
    body: `## Ausgangslage

Die Pressestelle hat keine Zeit, die Lokalredaktion keine Leute, und Ihre Mitteilung über den Förderbescheid landet auf Seite neun. Dabei interessieren sich Redaktionen für genau das, was wir haben: Menschen aus dem Ort, die etwas ausprobieren.

## Vorgehen

### Sechs Anlässe im Jahr genügen

| Monat | Anlass | Gesicht |
| --- | --- | --- |
| Februar | Heizung richtig eingestellt | Hausmeisterin der Grundschule |
| April | Pflanzaktion | Kita-Gruppe, Bauhof |
| Juni | Kühle Orte | Seniorenbeirat |
| September | Stadtradeln-Ergebnis | die Familie mit den meisten Kilometern |
| Oktober | Energiebericht | Kämmerer |
| Dezember | Was dieses Jahr misslang | Sie selbst |

### So entsteht eine Meldung in dreißig Minuten

1. **Ein Satz:** Was ist neu, und wen betrifft es?
2. **Ein Mensch:** ein Zitat, das jemand wirklich gesagt hat
3. **Eine Zahl:** greifbar („so viel wie zwölf Haushalte“), mit Rechenweg in der Fußnote
4. **Ein nächster Schritt:** Termin, Telefonnummer, Anmeldung
5. **Ein Foto:** quer, Gesichter, etwas in der Hand, keine Scheckübergabe

Dann anrufen. „Ich schicke Ihnen gleich etwas über die Hausmeisterin, die 8.000 Euro gespart hat. Möchten Sie sie kennenlernen?“

> Wer nur Erfolge meldet, wird irgendwann für Werbung gehalten.

## Aufwand

Je Anlass ein halber Tag einschließlich Fotoerlaubnis. Der Jahresplan kostet einen Nachmittag mit der Pressestelle.

## Stolpersteine

- Abstimmungsschleifen über fünf Schreibtische. Vereinbaren Sie: zwei Personen, ein Tag.
- Fachwörter. „Suffizienz“, „BISKO“ und „Maßnahmensteckbrief“ haben in einer Meldung nichts verloren.
- Kommentare im Netz. Eine sachliche Antwort, danach nicht mehr. Beleidigungen dokumentieren und melden.

## Rechtliches

- [ ] Einwilligung für Fotos, bei Kindern von den Sorgeberechtigten
- [ ] Rechte am Bild geklärt, Name der Fotografin genannt
- [ ] In der Zeit vor Wahlen gilt besondere Zurückhaltung der Verwaltung

## Vorlagen

- Jahresplan als Tabelle
- Fotoerlaubnis, eine halbe Seite
- Drei Meldungen zum Abwandeln

## Kontakt

Annegret Krämer, Samtgemeinde Elbtalaue`,
  },
  {
    key: 'waermenetz-anstossen',
    space: 'klimalotsen',
    author: 'hansen',
    coAuthors: ['petersen'],
    topics: ['waermenetze', 'waerme', 'foerderung'],
    title: 'Woran entscheidet sich, ob aus der Idee ein Wärmenetz wird?',
    summary: 'An Ankerkunden, an der Trägerschaft und an ehrlichen Preisen. Ein Vorgehen in fünf Toren, bei dem man an jedem aufhören darf.',
    publishedDaysAgo: 110,
    body: `## Ausgangslage

Im Ort steht eine Biogasanlage, die Schule braucht bald eine neue Heizung, im Wärmeplan ist das Viertel orange. Die Versammlung ist voll, alle sind begeistert. Zwei Jahre später gibt es ein Gutachten und kein Netz. Meist lag es nicht an der Technik.

## Vorgehen

An jedem Tor wird entschieden: weiter, ändern oder aufhören.

**Tor 1: Ankerkunden.** Gibt es zwei bis vier große Abnehmer, die grundsätzlich wollen? Ohne sie nicht weitergehen.

**Tor 2: Quelle.** Woher kommt die Wärme in fünfzehn Jahren? Abwärme ist schön, solange der Betrieb bleibt. Planen Sie eine zweite Quelle mit.

**Tor 3: Trägerschaft.** Wer baut, wer haftet, wer rechnet ab?

| Modell | Stärke | Schwäche |
| --- | --- | --- |
| Stadtwerk | Erfahrung, Personal | Renditevorgaben |
| Genossenschaft | Vertrauen, Preise | Ehrenamt trägt lange Last |
| Eigenbetrieb | Einfluss des Rates | Personal muss erst entstehen |
| Privater Betreiber | Tempo, Kapital | Abhängigkeit über Jahrzehnte |

**Tor 4: Anschlusswille.** Nicht fragen „Finden Sie das gut?“, sondern: „Unterschreiben Sie einen Vorvertrag zu diesem Preis?“ Nennen Sie Grundpreis, Arbeitspreis und Anschlusskosten als Spanne und vergleichen Sie mit den *vollen* Kosten einer eigenen Heizung.

**Tor 5: Finanzierung.** Erst wenn die Vorverträge reichen, folgen Ausführungsplanung, Förderantrag und Kredit.

> [!WARNING]
> Straßenbau und Netzbau gehören in einen Plan. Wer eine frisch asphaltierte Straße wieder öffnet, verliert mehr Rückhalt als durch jeden Preis.

### Ein Rechenbeispiel für die Versammlung

Zeigen Sie die vollen Kosten über zwanzig Jahre, nicht den Preis einer Kilowattstunde. Die Zeilen sind immer dieselben, die Zahlen setzen Sie selbst ein:

| Position | eigene Heizung | Anschluss ans Netz |
| --- | --- | --- |
| Gerät oder Übergabestation, abzüglich Förderung | … | … |
| Umbau im Haus | … | … |
| Energie je Jahr | … | Arbeitspreis |
| Wartung, Schornsteinfeger, Versicherung je Jahr | … | im Grundpreis |
| Rücklage für den Ersatz | … | entfällt |
| Platz im Keller | bleibt belegt | wird frei |

Wir haben drei Haushalte gebeten, ihre echten Rechnungen mitzubringen. Das überzeugte mehr als jede Folie, auch weil eine Familie feststellte, dass sich der Anschluss für sie *nicht* lohnt, und der Versorger ihr recht gab.

### Wer in der Gemeinde was tut

- **Rat:** Leitlinie beschließen, eigene Gebäude als Ankerkunden zusagen
- **Bauamt:** Straßenbau abstimmen, Flächen für die Zentrale sichern
- **Kämmerei:** Bürgschaft und Beteiligung früh bewerten
- **Klimaschutzmanagement:** Fragen sammeln, übersetzen, Termine zusammenhalten

Die Grundlage dafür legt die [kommunale Wärmeplanung](/tipp/waermeplanung-in-kleinen-gemeinden).

## Aufwand

Von der ersten Versammlung bis zur ersten Wärme: vier bis sechs Jahre. Das Klimaschutzmanagement war bei uns mit etwa einem Tag in der Woche dabei, vor allem als Übersetzerin zwischen Rat, Stadtwerk und Anwohnern.

## Stolpersteine

- Der Preisvergleich rechnet bei der Einzelheizung nur den Brennstoff.
- Die Gemeinde verspricht Preise, die sie nicht festlegen wird.
- Ein einzelner Großkunde springt ab. Rechnen Sie diesen Fall vorher durch.

## Rechtliches

Für Lieferverträge gilt die Verordnung über Allgemeine Bedingungen für die Versorgung mit Fernwärme. Anschluss- und Benutzungszwang braucht eine Satzung und gute Gründe. Beihilfe- und Vergaberecht früh prüfen lassen. Der Bund fördert effiziente Wärmenetze über ein eigenes Programm, in mehreren Stufen (Stand prüfen).

## Vorlagen

- Fünf Tore auf einer Seite
- Fragebogen und Vorvertrag (anwaltlich geprüft, bitte anpassen)
- Rechenblatt Vollkostenvergleich

## Kontakt

Birte Hansen, Stadt Schleswig; Lasse Petersen, Amt Mitteldithmarschen`,
  },
];
