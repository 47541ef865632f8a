import type { DemoTip } from '../demo.types.js';

export const PROGRAMME_STREETS_TIPS: readonly DemoTip[] = [
  {
    key: 'radverkehr-in-kleinen-schritten',
    space: 'klimalotsen',
    author: 'oezkan',
    coAuthors: ['schuette'],
    topics: ['radverkehr', 'mobilitaet'],
    title: 'Wie kommt der Radverkehr voran, wenn kein Radweg gebaut wird?',
    summary: 'Abstellplätze, Lücken, Bordsteine, Winterdienst: zwölf kleine Verbesserungen in einem Jahr überzeugen mehr als ein Konzept für zehn.',
    publishedDaysAgo: 70,
    body: `## Ausgangslage

Das Radverkehrskonzept schlägt 84 Maßnahmen vor. Drei davon sind teuer und umstritten, und so lange über sie geredet wird, geschieht gar nichts. Dabei hängt das tägliche Radfahren oft an einem Bordstein.

## Vorgehen

1. **Gemeinsam abfahren.** Zwei Stunden mit Bauhof, Ordnungsamt, einer Schülerin und jemandem mit Lastenrad. Jede Störung wird fotografiert und auf einer Karte vermerkt.
2. **Nach Aufwand sortieren.** In der ersten Liste steht nur, was der Bauhof selbst kann.
3. **Zwölf auswählen, eine je Monat.** Zum Beispiel:
   - Bordstein absenken
   - Umlaufsperre entfernen oder weiten
   - zehn Anlehnbügel am Supermarkt
   - Baustellenführung mit Rad mitdenken
   - Grünschnitt vor der Schulzeit
   - Winterdienst auf einer Hauptroute
   - Wegweiser, der nicht in die Irre führt
4. **Vorher und nachher zeigen.** Zwei Fotos, ein Satz, jeden Monat.
5. **Zählen.** Zwei Zählstellen, an denen Ehrenamtliche zweimal im Jahr stehen, reichen für den Anfang.

> [!TIP]
> Gute Abstellanlagen sind das Einfachste, was eine Kommune tun kann: Anlehnbügel mit ausreichend Abstand, nah am Eingang, beleuchtet. Vorderradhalter beschädigen Räder und bleiben leer.

## Aufwand

| Maßnahme | Bauhof | Material |
| --- | --- | --- |
| Zehn Bügel setzen | 2 Tage | unter 2.000 € |
| Bordstein absenken | 2 bis 3 Tage | je nach Lage |
| Markierung erneuern | Fremdfirma | Angebot einholen |
| Umlaufsperre ändern | 1 Tag | gering |

## Stolpersteine

- Parkplätze fallen weg, und die Anlieger erfahren es aus der Sitzung. Vorher klingeln.
- Die Landesstraße gehört nicht Ihnen. Suchen Sie früh das Gespräch mit der Straßenbaubehörde.
- „Erst die Sicherheit, dann das Rad“ wird als Bremse benutzt. Bringen Sie Unfallzahlen und Schulwegpläne mit.

## Rechtliches

Zuständig für Anordnungen ist die Straßenverkehrsbehörde, bei kleinen Gemeinden oft der Kreis. Straßenverkehrsgesetz und Straßenverkehrs-Ordnung wurden zuletzt geändert und lassen mehr Gründe für Radwege, Busspuren und geringere Geschwindigkeiten zu (Stand prüfen). Regelwerke für die Gestaltung geben Maße vor, die Förderstellen verlangen.

## Vorlagen

- Protokollbogen Abfahrt
- Monatsbild „vorher, nachher“
- Anschreiben an die Straßenbaubehörde

## Kontakt

Kerem Özkan-Falk, Stadt Offenbach am Main`,
  },
  {
    key: 'ladesaeulen-im-ort',
    space: 'klimalotsen',
    author: 'oezkan',
    topics: ['elektromobilitaet', 'mobilitaet', 'beschaffung'],
    title: 'Soll die Gemeinde selbst Ladesäulen bauen?',
    summary: 'Meist nicht. Besser ist es, gute Standorte zu sichern, Flächen gebündelt zu vergeben und beim Betrieb auf klare Bedingungen zu achten.',
    publishedDaysAgo: 100,
    body: `## Ausgangslage

Ein Anbieter schickt einen Vertrag über zehn Jahre, kostenlos, exklusiv. Der Rat möchte „endlich eine Säule am Rathaus“. Beides ist kein Plan. Gebraucht werden Ladepunkte dort, wo Menschen ohne eigenen Stellplatz wohnen und wo Autos ohnehin lange stehen.

## Vorgehen

**Bedarf ansehen.** Drei Gruppen unterscheiden:

| Gruppe | Ort | Ladeart |
| --- | --- | --- |
| Anwohner ohne Stellplatz | Wohnstraße, Quartiersparkplatz | langsam, über Nacht |
| Besuch, Einkauf | Zentrum, Bad, Markt | mittel |
| Durchreise | Bundesstraße, Gewerbegebiet | schnell |

**Standorte prüfen.** Netzanschluss beim Netzbetreiber anfragen, Eigentum, Denkmalschutz, Barrierefreiheit, Beleuchtung, Abstand zum Gehweg.

**Bündeln.** Einen attraktiven Platz nur zusammen mit zwei weniger attraktiven vergeben.

**Bedingungen festlegen.** Das gehört in jede Vereinbarung:

- [ ] Strom aus erneuerbaren Quellen mit Nachweis
- [ ] Verfügbarkeit und Frist für Reparatur
- [ ] Zahlen ohne Vertrag möglich, Preis vor dem Laden sichtbar
- [ ] Display und Stecker auch im Sitzen erreichbar
- [ ] Rückbau am Ende auf Kosten des Betreibers
- [ ] Daten zur Nutzung jährlich an die Gemeinde

> [!NOTE]
> Für den eigenen Fuhrpark lohnt sich eigene Ladetechnik fast immer. Das ist eine andere Aufgabe mit anderen Regeln: Bitte getrennt planen.

## Aufwand

Standortprüfung für fünf Orte: sechs bis acht Tage. Vergabeverfahren: etwa ein halbes Jahr. Im Betrieb danach wenige Stunden im Jahr, wenn die Bedingungen stimmen.

## Stolpersteine

- Exklusivrechte für das ganze Gemeindegebiet. Unterschreiben Sie das nicht.
- Säulen auf dem Gehweg. Wer mit Rollator unterwegs ist, weicht auf die Straße aus.
- Verbrenner parken auf dem Ladeplatz. Ohne Beschilderung und Kontrolle hilft keine Technik.

## Rechtliches

Sondernutzung, Konzessionsvergabe, Ladesäulenverordnung und die europäische Verordnung über die Infrastruktur für alternative Kraftstoffe setzen den Rahmen. Für Gebäude mit größeren Parkplätzen bestehen eigene Pflichten (Stand prüfen). Mess- und Eichrecht ist Sache des Betreibers, muss aber im Vertrag stehen.

## Vorlagen

- Bewertungsbogen Standort
- Eckpunkte der Vergabe
- Antwort auf Anbieterschreiben

## Kontakt

Kerem Özkan-Falk, Stadt Offenbach am Main`,
  },
  {
    key: 'stadtgruen-das-bleibt',
    space: 'klimalotsen',
    author: 'lindqvist',
    coAuthors: ['strauss'],
    topics: ['stadtgruen', 'klimaanpassung', 'starkregen'],
    title: 'Wie pflanzt man Bäume, die in dreißig Jahren noch stehen?',
    summary: 'Wurzelraum vor Stückzahl, Pflege vor Pflanzung und Entsiegelung dort, wo ohnehin gebaut wird: So wird Stadtgrün zur Klimaanpassung.',
    publishedDaysAgo: 30,
    body: `## Ausgangslage

„Tausend Bäume für unsere Stadt“ steht im Beschluss. Nach drei trockenen Sommern ist ein Drittel abgestorben, und der Bauhof fährt mit dem Gießwagen Überstunden. Ein Straßenbaum braucht Platz unter der Erde, und zwar mehr, als die alte Baumscheibe bietet.

## Vorgehen

### Erst der Raum, dann der Baum

1. Leitungspläne aller Versorger übereinanderlegen. Wo nichts liegt, ist Platz.
2. Je Baum einen großzügigen, durchwurzelbaren Raum vorsehen; die anerkannten Empfehlungen für Baumpflanzungen nennen Mindestgrößen.
3. Regenwasser von Gehweg und Dach zum Baum führen statt in den Kanal, wo die Belastung es zulässt.

### Arten mischen

Pflanzen Sie nie mehr als ein Viertel derselben Art in einem Viertel. Listen der Gartenamtsleiterkonferenz und Versuche der Länder helfen bei der Auswahl.

### Mitbauen statt extra bauen

| Anlass | Gelegenheit |
| --- | --- |
| Kanalerneuerung | Baumrigole |
| Straßensanierung | Fahrbahn schmaler, Streifen entsiegeln |
| Schulhofumbau | Asphalt raus, Schatten rein |
| Neuer Parkplatz | Fugenpflaster, ein Baum je vier bis fünf Stellplätze |

> [!TIP]
> Rechnen Sie die Pflege für fünf Jahre in den Pflanzpreis ein und beschließen Sie beides zusammen. Ein Baum ohne Gießgang ist eine Absichtserklärung.

### Schottergärten

Beraten wirkt besser als drohen: ein Musterbeet am Rathaus, fertige Pflanzpläne, eine Sammelbestellung im Herbst. Die meisten Landesbauordnungen verlangen ohnehin Begrünung.

## Aufwand

Ein gut gepflanzter Straßenbaum kostet mit Grube, Substrat und Pflege ein Mehrfaches des Baumes selbst. Dafür steht er. Hundert Bäume im Jahr sind für eine Stadt mit 50.000 Einwohner:innen nach unserer Erfahrung ein ehrgeiziges, aber machbares Maß.

## Stolpersteine

- Stückzahlen als Ziel. Besser: Kronenfläche oder Überlebensrate nach fünf Jahren.
- Patenschaften ohne Absprache. Manche gießen viel, manche nie.
- Neue Leitungen im frischen Wurzelraum. Vermerken Sie Baumstandorte im Leitungskataster.

## Rechtliches

Verkehrssicherungspflicht, Baumschutzsatzung, Artenschutz und Abstände zu Leitungen prüfen. Bei Versickerung wasserrechtliche Erlaubnis klären. Förderprogramme für natürlichen Klimaschutz wechseln häufig (Stand prüfen).

## Vorlagen

- Prüfliste Baumstandort
- Beschluss „Pflanzung mit fünf Jahren Pflege“
- Pflanzplan für ein Musterbeet

## Kontakt

Maja Lindqvist, Hansestadt Stralsund`,
  },
];
