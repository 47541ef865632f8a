import type { DemoTip } from '../demo.types.js';

export const OPEN_START_TIPS: readonly DemoTip[] = [
  {
    key: 'die-ersten-hundert-tage',
    space: 'offen',
    author: 'hansen',
    coAuthors: ['grossmann'],
    topics: ['einstieg', 'verwaltung'],
    title: 'Was tun in den ersten hundert Tagen?',
    summary: 'Zuhören, drei Verbündete finden, eine sichtbare Kleinigkeit erledigen: ein Fahrplan für neue Klimaschutzmanager:innen.',
    publishedDaysAgo: 210,
    body: `## Ausgangslage

Die Stelle ist neu, das Büro ist leer, und alle haben eine Vorstellung davon, was Sie tun werden. Meist sind es sehr verschiedene. Der Projektantrag nennt Pflichten, die Bürgermeisterin nennt Wünsche, die Nachbarn im Flur nennen Bedenken. Wer in den ersten Wochen schon liefert, liefert oft am Bedarf vorbei.

## Vorgehen

Teilen Sie die Zeit in drei Abschnitte.

### Tag 1 bis 30: zuhören

1. Den Zuwendungsbescheid zweimal lesen und alle Fristen in den Kalender eintragen.
2. Mit jeder Amtsleitung eine halbe Stunde sprechen, möglichst in deren Büro. Drei Fragen genügen: *Was läuft bei Ihnen schon? Was ist zuletzt gescheitert? Womit könnte ich Ihnen Arbeit abnehmen?*
3. Die Protokolle der letzten zwei Jahre nach „Klima“, „Energie“ und „Heizung“ durchsuchen.
4. Einen Tag mit den Hausmeistern verbringen. Kein Termin bringt mehr.

### Tag 31 bis 60: sortieren

Schreiben Sie auf eine einzige Seite, was Sie gehört haben: Was läuft, was wartet, was fehlt. Besprechen Sie diese Seite mit Ihrer Leitung, bevor Sie irgendetwas anderes schreiben.

### Tag 61 bis 100: eine Sache fertig machen

Suchen Sie eine Maßnahme, die klein, sichtbar und unstrittig ist: Zeitschaltuhren an Untertischboilern, ein Fahrradständer vor dem Rathaus, ein Merkblatt für Balkonkraftwerke. Fertig ist wichtiger als groß.

> [!TIP]
> Führen Sie vom ersten Tag an ein Arbeitstagebuch mit drei Zeilen täglich. Der Zwischenbericht schreibt sich daraus fast von selbst.

### Ein Beispiel aus Schleswig

In meiner dritten Woche erzählte ein Hausmeister, dass die Umwälzpumpe der Turnhalle seit Jahren durchläuft. Niemand hatte ihn je gefragt. Die Zeitschaltuhr kostete 40 Euro, der Einbau eine halbe Stunde. Ich habe ihn gebeten, im Ausschuss selbst davon zu berichten. Er war aufgeregt, er war großartig, und seitdem rufen mich die anderen Hausmeister an.

Ein Jahr später stand der [Energiebericht](/tipp/energiemanagement-aufbauen), und die Hälfte der Ideen darin kam aus diesen Anrufen.

### Fragen, die in den ersten Wochen fast immer kommen

- **„Kannst du mal eben …?“** Antworten Sie mit einem Datum, nicht mit Ja oder Nein: „Anfang Mai kann ich mir das ansehen.“
- **„Was bringt das in Tonnen?“** Sagen Sie, was Sie wissen, und wann Sie es genauer wissen. Die Bilanz kommt noch.
- **„Wozu brauchen wir dich eigentlich?“** Eine gute Frage. Fragen Sie zurück, was die Person in einem Jahr gern anders hätte.
- **„Wir haben doch schon ein Konzept.“** Lesen Sie es gemeinsam mit jemandem, der damals dabei war. Was wurde umgesetzt, was nicht, und warum?

## Aufwand

| Baustein | Zeit | Kosten |
| --- | --- | --- |
| Gespräche mit zehn Stellen | etwa 15 Stunden | keine |
| Bestandsseite | 2 Tage | keine |
| Erste sichtbare Maßnahme | 3 bis 5 Tage | meist unter 1.000 Euro |

## Stolpersteine

- **Das große Auftaktfest.** Es bindet Kräfte, bevor es etwas zu zeigen gibt.
- **Alles annehmen.** Wer einmal die Fahrradabrechnung übernimmt, behält sie.
- **Allein bleiben.** Ohne feste Vertretung liegt bei Krankheit alles still.

## Rechtliches

Prüfen Sie, welche Aufgaben der Zuwendungsbescheid erlaubt. Tätigkeiten außerhalb des bewilligten Arbeitsplans können zu Kürzungen führen. Im Zweifel vorher beim Projektträger fragen und die Antwort zu den Akten nehmen.

## Vorlagen

- [ ] Gesprächsleitfaden mit drei Fragen
- [ ] Fristenkalender aus dem Bescheid
- [ ] Bestandsseite: läuft, wartet, fehlt
- [ ] Liste mit Vertretungen und Zugängen

## Kontakt

Birte Hansen, Stadt Schleswig. Am liebsten am Telefon, vormittags.`,
  },
  {
    key: 'foerderantrag-kommunalrichtlinie',
    space: 'offen',
    author: 'hansen',
    topics: ['foerderung', 'gremien', 'einstieg'],
    title: 'Wie gelingt der Antrag nach der Kommunalrichtlinie?',
    summary: 'Ein guter Antrag entsteht rückwärts: vom Ratsbeschluss über den Eigenanteil zur Vorhabenbeschreibung. So planen Sie die Monate davor.',
    publishedDaysAgo: 160,
    body: `## Ausgangslage

Über die Kommunalrichtlinie der Nationalen Klimaschutzinitiative fördert der Bund unter anderem Klimaschutzkonzepte mit Personal, Energiemanagement und einzelne investive Maßnahmen. Die Bedingungen ändern sich regelmäßig. Was hier steht, beschreibt den Weg; **Quoten, Fristen und Fördertatbestände bitte immer im aktuellen Richtlinientext und im technischen Annex nachlesen (Stand prüfen).**

## Vorgehen

Planen Sie vom gewünschten Beginn aus rückwärts.

1. **Beratung nutzen.** Die Beratungsstelle des Bundes für kommunalen Klimaschutz und viele Landesenergieagenturen sagen am Telefon in zehn Minuten, ob ein Vorhaben passt.
2. **Eigenanteil klären.** Ein Gespräch mit der Kämmerei, bevor der Antrag Gestalt annimmt. Nehmen Sie eine Tabelle mit: Jahr, Personalkosten, Sachkosten, Zuwendung, Eigenanteil.
3. **Beschluss einholen.** Der Rat beschließt das Vorhaben und die Mittel, möglichst mit dem Zusatz „vorbehaltlich der Bewilligung“.
4. **Vorhabenbeschreibung schreiben.** Halten Sie sich an die Gliederung des Merkblatts, auch wenn Sie eine schönere wüssten. Wer prüft, sucht nach den Überschriften.
5. **Antrag im Förderportal stellen.** Planen Sie einen ganzen Tag für Eingabe, Gegenlesen und Unterschrift ein.
6. **Nachforderungen rasch beantworten.** Legen Sie eine Vertretung fest, die das Postfach kennt.

> [!WARNING]
> Vor der Bewilligung keine Verträge schließen und niemanden einstellen. Ein vorzeitiger Beginn kann die ganze Förderung kosten. Schon eine Auftragsbestätigung per E-Mail kann als Beginn gelten.

### Was eine gute Vorhabenbeschreibung ausmacht

Wer den Antrag prüft, kennt Ihre Gemeinde nicht. Drei Absätze reichen, um das zu ändern:

1. **Die Ausgangslage in Zahlen:** Einwohner:innen, Fläche, eigene Gebäude, Energieversorger, wichtigste Verursacher. Keine Geschichte der Stadtgründung.
2. **Was schon geschehen ist:** Auch kleine Schritte zeigen, dass die Verwaltung mitzieht. Verweisen Sie auf Beschlüsse mit Datum.
3. **Was ohne Förderung nicht geschähe:** ehrlich und ohne Klage.

Danach folgt der Arbeitsplan. Bewährt hat sich eine Tabelle mit Arbeitspaket, Monat, Personentagen und Ergebnis. Prüfen Sie zum Schluss, ob die Summe der Tage zur Stelle passt: Eine halbe Stelle hat nach Urlaub und Feiertagen kaum mehr als hundert Arbeitstage im Jahr.

### Wenn der Bescheid da ist

Freuen Sie sich einen Tag. Dann lesen Sie ihn von vorn bis hinten, tragen Fristen ein und richten die Ablage so ein, wie der Verwendungsnachweis gegliedert sein wird. Wie die ersten Wochen danach aussehen können, steht in [Was tun in den ersten hundert Tagen?](/tipp/die-ersten-hundert-tage).

## Aufwand

Vom ersten Gespräch bis zur Bewilligung rechnen wir mit einem knappen Jahr. Reine Arbeitszeit:

| Schritt | Arbeitstage |
| --- | --- |
| Beratung und Vorklärung | 1 bis 2 |
| Kämmerei und Beschluss | 3 bis 4 |
| Vorhabenbeschreibung | 5 bis 8 |
| Portal und Unterlagen | 1 bis 2 |
| Nachforderungen | 1 bis 2 |

## Stolpersteine

- Die Personalkosten werden ohne Tarifsteigerung gerechnet. Im dritten Jahr fehlt dann Geld.
- Die Sitzungsfolge wird übersehen: Ausschuss, Hauptausschuss, Rat. In der Sommerpause geht nichts.
- Der Arbeitsplan verspricht zwölf Arbeitspakete für eine halbe Stelle.

## Rechtliches

Maßgeblich sind Richtlinientext, Bescheid und die darin genannten Nebenbestimmungen. Vergaberecht gilt auch für geförderte Aufträge. Für finanzschwache Kommunen gibt es oft abweichende Bedingungen; welcher Nachweis verlangt wird, steht in den Merkblättern (Stand prüfen).

## Vorlagen

- Kostentabelle mit Tarifsteigerung
- Beschlussvorlage „Beantragung einer Zuwendung“
- Zeitplan rückwärts, mit Sitzungskalender

## Kontakt

Birte Hansen, Stadt Schleswig. Wer mag, bekommt unseren bewilligten Arbeitsplan zum Vergleichen.`,
  },
  {
    key: 'klima-check-fuer-beschlussvorlagen',
    space: 'offen',
    author: 'ostermann',
    topics: ['gremien', 'verwaltung'],
    title: 'Wie wird der Klima-Check für Beschlussvorlagen mehr als ein Häkchen?',
    summary: 'Eine Ampel, drei Fragen und ein fester Ansprechpartner: So prüfen Fachämter selbst, welche Folgen ein Beschluss für das Klima hat.',
    publishedDaysAgo: 145,
    body: `## Ausgangslage

Viele Räte haben beschlossen, dass jede Vorlage auf ihre Klimawirkung zu prüfen ist. Danach erscheint unter jeder Vorlage derselbe Satz: „Auswirkungen auf das Klima: keine.“ Das liegt selten an bösem Willen. Den Fachämtern fehlen Maßstab und Zeit.

## Vorgehen

Unser Verfahren hat zwei Stufen.

**Stufe 1: Vorprüfung, zwei Minuten.** Das Fachamt beantwortet drei Fragen:

1. Verändert der Beschluss den Verbrauch von Energie, Fläche oder Material?
2. Legt er etwas für mehr als zehn Jahre fest?
3. Ändert er, wie Menschen unterwegs sind?

Dreimal Nein: keine weitere Prüfung. Einmal Ja: Stufe 2.

**Stufe 2: Ampel mit Begründung, zwanzig Minuten.** Das Fachamt stuft ein und schreibt drei Sätze: Was ändert sich? Welche Alternative wurde erwogen? Was würde die Wirkung verbessern?

| Ampel | Bedeutung | Beispiel |
| --- | --- | --- |
| grün | mindert Emissionen oder schützt vor Klimafolgen | Dämmung der Turnhalle |
| gelb | gering oder noch nicht zu beurteilen | neue Veranstaltungsreihe |
| rot | erhöht Emissionen deutlich oder legt sie fest | Gasheizung im Neubau |

> [!IMPORTANT]
> Rot heißt nicht verboten. Rot heißt: Der Rat entscheidet in Kenntnis der Folgen. Sagen Sie das am Anfang sehr deutlich.

## Aufwand

Einführung: etwa zehn Arbeitstage für Leitfaden, Abstimmung und zwei Schulungen. Im Betrieb: bei uns kommen auf hundert Vorlagen etwa fünfzehn in Stufe 2. Das Klimaschutzmanagement berät, schreibt aber nicht selbst.

## Stolpersteine

- Wer die Prüfung zentral erledigt, wird zur Engstelle und zum Gegner.
- Tonnenangaben ohne Rechenweg schaffen Scheingenauigkeit. Lieber „deutlich mehr“ mit Begründung.
- Ohne Rückschau verflacht das Verfahren. Wir zeigen dem Ausschuss einmal im Jahr fünf Beispiele, gute und schlechte.

## Rechtliches

Der Klima-Check ist eine freiwillige Verfahrensregel, meist als Ratsbeschluss oder Dienstanweisung. Prüfen Sie, ob Landesrecht inzwischen eigene Pflichten zur Berücksichtigung des Klimaschutzes kennt (Stand prüfen).

## Vorlagen

- Vordruck für Stufe 1 und 2, eine Seite
- Folien für die Schulung, 45 Minuten
- Fünf ausgefüllte Beispiele

## Kontakt

Ruth Ostermann, Kreis Steinfurt`,
  },
  {
    key: 'ehrenamt-gewinnen-und-halten',
    space: 'offen',
    author: 'nowak',
    coAuthors: ['kraemer'],
    topics: ['ehrenamt', 'beteiligung'],
    title: 'Wie gewinnt man Ehrenamtliche, ohne sie zu verheizen?',
    summary: 'Kleine, abgeschlossene Aufgaben, eine feste Ansprechperson und ein Ende mit Dank: Klimaschutz mit Freiwilligen braucht vor allem Verlässlichkeit.',
    publishedDaysAgo: 95,
    body: `## Ausgangslage

In fast jeder Gemeinde gibt es Menschen, die mitmachen wollen: die Energiegruppe der Kirche, die Schrauberinnen vom Reparaturcafé, den pensionierten Ingenieur mit der Wärmebildkamera. Die Verwaltung freut sich, weiß aber nicht, was sie ihnen geben soll. Nach einem Jahr sind drei übrig.

## Vorgehen

- **Aufgaben zuschneiden.** Eine gute Aufgabe passt auf eine Karte: Was, bis wann, mit wem, wie viele Stunden. „Zehn Haushalte beim Heizungscheck begleiten“ ist eine Aufgabe, „bei der Wärmewende helfen“ ist keine.
- **Persönlich fragen.** Auf Aufrufe melden sich immer dieselben. Auf die Frage „Könnten Sie sich vorstellen, …?“ antworten erstaunlich viele mit Ja.
- **Einführen.** Zwei Stunden gemeinsam, danach ein erster Einsatz zu zweit.
- **Dranbleiben.** Eine Ansprechperson, die innerhalb von zwei Tagen antwortet. Das ist der wichtigste Satz dieses Textes.
- **Beenden.** Nach jedem Durchgang fragen wir: Aufhören, weitermachen, etwas anderes? Wer gut gehen darf, kommt wieder.

> Ich bin geblieben, weil jemand zurückgerufen hat.
>
> – eine Stromsparhelferin nach drei Jahren

## Aufwand

Für zwölf Ehrenamtliche rechnen wir mit einem halben Tag Betreuung in der Woche. Dazu kommen Fahrtkosten, Verpflegung und ein Abend mit gutem Essen im Jahr. Für Material reicht oft ein kleiner Betrag aus dem Ehrenamtsfonds.

## Stolpersteine

1. Ehrenamt soll Lücken im Stellenplan füllen. Das merken die Leute.
2. Lob nur in der Zeitung, aber kein Schlüssel für den Besprechungsraum.
3. Fachleute im Ruhestand werden unterfordert, Jüngere mit Protokollen beschäftigt.

## Rechtliches

Klären Sie vor dem ersten Einsatz:

- [ ] Unfall- und Haftpflichtversicherung (Auskunft geben Unfallkasse und kommunaler Versicherer)
- [ ] Verschwiegenheit und Datenschutz bei Hausbesuchen
- [ ] Aufwandsentschädigung: steuerliche Grenzen im aktuellen Stand prüfen
- [ ] bei Arbeit mit Kindern: erweitertes Führungszeugnis

## Vorlagen

- Aufgabenkarte
- Vereinbarung auf einer Seite
- Ablauf der Einführung

## Kontakt

Katarzyna Nowak, Stadt Görlitz, und Annegret Krämer, Samtgemeinde Elbtalaue`,
  },
];
