import type { DemoTip } from '../demo.types.js';

export const CLOSED_DECISION_TIPS: readonly DemoTip[] = [
  {
    key: 'haushaltsmittel-sichern',
    space: 'erstvorhaben',
    author: 'strauss',
    coAuthors: ['hansen'],
    topics: ['haushalt', 'gremien'],
    title: 'Wie kommen Klimaschutzmittel in den Haushalt und bleiben dort?',
    summary: 'Wer im März mit der Kämmerei spricht, braucht im November keine Anträge. Ein Jahreslauf mit fünf Terminen.',
    publishedDaysAgo: 85,
    body: `## Ausgangslage

Im Oktober fällt auf, dass für die Umsetzung des Konzepts kein Geld eingeplant ist. Ein Antrag im November bringt 20.000 Euro, die im Nachtrag wieder gestrichen werden. Der Haushalt ist kein Ereignis, sondern ein Kreislauf. Wer ihn kennt, muss selten kämpfen.

## Vorgehen

| Zeit | Was geschieht | Was Sie tun |
| --- | --- | --- |
| Februar, März | Jahresabschluss, erste Eckwerte | Gespräch mit der Kämmerei: Was ist absehbar? |
| April, Mai | Mittelanmeldung der Ämter | Maßnahmen bei den Fachämtern anmelden lassen |
| Juni | Chefgespräche | eine Seite je Maßnahme, Betrag, Folgekosten |
| September, Oktober | Entwurf wird eingebracht | Ausschuss informieren, Fragen sammeln |
| November, Dezember | Beratung und Beschluss | erreichbar sein, rechnen können |

**Drei Regeln, die sich bewährt haben:**

1. **In fremden Produkten denken.** Die Pumpe gehört in das Budget der Schule, der Baum in das Budget des Bauhofs. Ein eigener Klimatopf ist der erste, der gekürzt wird.
2. **Immer die Folgekosten nennen.** Auch die gesparten. Und auch die Kosten, wenn nichts geschieht.
3. **Ein kleiner freier Betrag.** 5.000 Euro ohne Zweckbindung sind mehr wert als 50.000 mit drei Sperrvermerken.

> [!TIP]
> Lernen Sie den Unterschied von Ergebnis- und Finanzhaushalt, bevor Sie über Zuschüsse sprechen. Eine Stunde mit der Kämmerei genügt. Bringen Sie Kuchen mit.

### So sieht eine Seite für das Chefgespräch aus

> - **Maßnahme:** Dämmung der obersten Geschossdecke, Feuerwehrhaus Ebernburg
> - **Warum jetzt:** Dach wird ohnehin repariert, Gerüst steht im Mai
> - **Kosten:** 18.400 Euro, davon Eigenleistung des Bauhofs 2.000 Euro
> - **Förderung:** beantragt, noch nicht sicher
> - **Folgen:** jährlich etwa 1.500 Euro weniger Heizkosten, keine Unterhaltung
> - **Wenn nicht:** Dämmung später nur mit eigenem Gerüst, rund 6.000 Euro teurer
> - **Wer macht es:** Bauamt, Frau Keller; Start im Mai

Sieben Zeilen, keine Anlage. Wer mehr wissen will, fragt.

### Wenn das Geld trotzdem fehlt

- **Intracting:** Ersparnisse aus kleinen Maßnahmen fließen in einen Topf für die nächsten. Das braucht eine Vereinbarung mit der Kämmerei und ehrliche Messung.
- **Mitmachen statt extra:** Ein Umbau, der ohnehin stattfindet, kostet nur den Aufpreis.
- **Verschieben mit Datum:** „Nicht in diesem Jahr“ ist annehmbar, wenn im Protokoll steht, in welchem.

## Aufwand

Etwa zehn Arbeitstage im Jahr, gut verteilt. Das Heikle ist nicht die Menge, sondern der Zeitpunkt.

## Stolpersteine

- Bewilligte Fördermittel ohne eingeplanten Eigenanteil
- Maßnahmen, die niemand umsetzt: Übertragene Reste machen im Folgejahr unglaubwürdig.
- Vorläufige Haushaltsführung: Ohne beschlossenen Haushalt sind neue freiwillige Ausgaben kaum möglich. Verträge darauf abstimmen.

## Rechtliches

Gemeindehaushaltsrecht ist Landesrecht. In der Haushaltssicherung gelten besondere Grenzen für freiwillige Leistungen; wirtschaftliche Maßnahmen lassen sich dort oft trotzdem begründen. Früh mit der Kommunalaufsicht sprechen.

## Vorlagen

- Maßnahmenblatt für das Chefgespräch
- Jahreslauf als Kalenderdatei
- Rechenbeispiel „Kosten des Nichtstuns“

## Kontakt

Henning Strauß, Verbandsgemeinde Bad Münster am Stein-Ebernburg`,
  },
  {
    key: 'ratsvorlage-die-gelesen-wird',
    space: 'erstvorhaben',
    author: 'hansen',
    topics: ['gremien', 'verwaltung'],
    title: 'Wie schreibt man eine Ratsvorlage, die gelesen wird?',
    summary: 'Beschlussvorschlag zuerst, zwei Seiten höchstens, drei Varianten und ein Telefonat mit jeder Fraktion, bevor sie im System steht.',
    publishedDaysAgo: 77,
    body: `## Ausgangslage

Ratsmitglieder lesen am Sonntagabend zweihundert Seiten. Ihre Vorlage konkurriert mit dem Bebauungsplan und der Feuerwehr. Wer auf Seite sieben zum Punkt kommt, hat verloren. Umgekehrt wird eine klare Vorlage oft ohne Aussprache beschlossen.

## Vorgehen

### Der Aufbau

1. **Beschlussvorschlag.** Höchstens drei Punkte, jeder für sich abstimmbar. Wer tut was bis wann mit welchem Geld?
2. **Worum geht es?** Fünf Sätze, ohne Fachwörter.
3. **Varianten.** Immer drei: wie vorgeschlagen, kleiner, gar nicht. Mit Kosten und Folgen.
4. **Geld.** Einmalig, laufend, Förderung, Einsparung, Haushaltsstelle.
5. **Anlagen.** Alles andere.

### Vor der Sitzung

- [ ] Fachamt, Kämmerei, Rechtsamt und Pressestelle haben mitgezeichnet
- [ ] Die Verwaltungsspitze kann die Vorlage in zwei Minuten erklären
- [ ] Jede Fraktion wurde angerufen, auch die ablehnende
- [ ] Zwei schwierige Fragen samt Antwort stehen auf einer Karteikarte

### In der Sitzung

Sie haben drei Minuten. Ein Beispiel aus dem Ort, der Betrag, der nächste Schritt. Keine Folien, wenn niemand danach fragt.

> „Das steht in der Anlage“ ist eine gute Antwort. „Das reiche ich morgen nach“ ist die bessere, wenn man es tut.

## Aufwand

Zwei Tage Schreiben, zwei Tage Abstimmung, ein halber Tag Telefon. Rechnen Sie von der Idee bis zum Beschluss mit zehn bis zwölf Wochen, mit Sommerpause sechzehn.

## Stolpersteine

- Zwei Themen in einer Vorlage. Eines davon wird vertagt, und das andere gleich mit.
- Superlative. „Leuchtturm“ und „Meilenstein“ machen misstrauisch.
- Die Niederlage nicht nachbereiten. Wer abgelehnt hat, sagt am Tag danach oft, was gefehlt hat.

## Rechtliches

Ladungsfristen, Öffentlichkeit, Befangenheit und Zuständigkeit der Ausschüsse stehen in Gemeindeordnung und Geschäftsordnung. Bei Vergaben auf Vertraulichkeit von Angeboten achten: nichtöffentlicher Teil.

## Vorlagen

- Muster einer Vorlage mit drei Varianten
- Mitzeichnungsliste
- Karteikarte „Fragen und Antworten“

## Kontakt

Birte Hansen, Stadt Schleswig. Ich lese Entwürfe gern gegen, bitte zwei Tage Zeit lassen.`,
  },
  {
    key: 'buergerbeteiligung-mit-ergebnis',
    space: 'erstvorhaben',
    author: 'nowak',
    topics: ['beteiligung', 'oeffentlichkeit'],
    title: 'Wie beteiligt man Bürger:innen am Konzept, ohne Wunschlisten zu sammeln?',
    summary: 'Sagen, was offen ist und was nicht; zu den Menschen gehen; jede Rückmeldung beantworten. Drei Formate, die sich in kleinen Orten bewährt haben.',
    publishedDaysAgo: 52,
    body: `## Ausgangslage

Zur Klimakonferenz kommen dreißig Leute, von denen wir fünfundzwanzig kennen. An der Pinnwand hängen hundert Zettel. Ein Jahr später fragt jemand, was daraus geworden ist. Stille. Beteiligung scheitert selten am Format, sondern am fehlenden Auftrag.

## Vorgehen

**Zuerst die Beteiligungskarte.** Eine Seite, die mit der Verwaltungsspitze abgestimmt ist:

| Frage | Beispiel |
| --- | --- |
| Was ist entschieden? | Es wird ein Konzept geben, bis Juni. |
| Was ist offen? | Reihenfolge der Maßnahmen in den Ortsteilen |
| Wer entscheidet? | der Rat, am 18. Juni |
| Was geschieht mit Vorschlägen? | Antwort auf jeden bis zum 30. April |

**Dann drei Formate, die einander ergänzen:**

1. **Küchentische.** Acht Menschen laden je sechs Nachbarn ein. Sie bringen einen Umschlag mit drei Fragen. So erreicht man Leute, die nie in einen Saal kommen.
2. **Spaziergang.** Zwei Kilometer, vier Stationen, zwei Meinungen je Station. Funktioniert auch im Regen.
3. **Werkstatt der Umsetzung.** Nicht „Welche Ideen haben Sie?“, sondern „Diese fünf Maßnahmen stehen zur Wahl: Wer macht wo mit?“

> [!IMPORTANT]
> Die Antwort auf jeden Vorschlag ist der Kern der Sache: übernommen, abgewandelt, nicht übernommen, mit einem Satz Begründung. Öffentlich, als Liste.

### Drei Antworten aus unserer Liste

| Vorschlag | Antwort |
| --- | --- |
| Bus auch am Sonntag | nicht übernommen: Über den Fahrplan entscheidet der Verkehrsverbund. Wir haben den Wunsch mit 41 Unterschriften weitergegeben, Antwort erwartet im Herbst. |
| Trinkbrunnen am Markt | übernommen: steht ab Juni, Pate ist das Eiscafé. |
| Alle Laternen nachts aus | abgewandelt: In zwei Straßen wird von 1 bis 4 Uhr gedimmt, nach einem halben Jahr wird neu entschieden. |

Die Zeile „nicht übernommen“ hat uns niemand übel genommen. Übel nehmen Menschen das Schweigen.

## Aufwand

Alle drei Formate zusammen kosteten uns achtzehn Arbeitstage und knapp 4.000 Euro. Die Antwortliste allein vier Tage. Sie waren am besten angelegt.

## Stolpersteine

- Onlineumfragen ohne Begleitung. Sie messen, wer Zeit hat.
- Moderation durch dieselbe Person, die das Konzept schreibt.
- Termine um 17 Uhr. Schichtarbeit und Kinder bestimmen, wer kommt.

## Rechtliches

Informelle Beteiligung ersetzt keine förmliche, etwa in der Bauleitplanung. Datenschutz: Namen und Adressen nur so weit und so lange, wie es nötig ist. Bei Bildern von Veranstaltungen vorher und sichtbar darauf hinweisen.

## Vorlagen

- Beteiligungskarte
- Umschlag für den Küchentisch
- Antwortliste

## Kontakt

Katarzyna Nowak, Stadt Görlitz`,
  },
];
