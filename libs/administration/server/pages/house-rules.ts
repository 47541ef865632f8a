import type { StandardPage } from './standard-page.js';

export const HOUSE_RULES: StandardPage = {
  slug: 'hausregeln',
  version: 2,
  validFromOn: '2026-11-22',
  de: {
    title: 'Hausregeln',
    body: `Hier geben Menschen weiter, was sie in ihrer Arbeit gelernt haben. Damit das gelingt, gelten wenige Regeln.

## Wie wir miteinander umgehen

1. **Wir schreiben, wie wir im selben Raum reden würden:** freundlich, zur Sache, mit Namen.
2. **Wir fragen, bevor wir urteilen.** Hinter jeder Kommune steckt eine Geschichte.
3. **Wir widersprechen der Aussage, nicht dem Menschen.** Beleidigungen, Drohungen und Herabsetzung wegen Herkunft, Geschlecht, Religion, Behinderung, Alter oder sexueller Identität haben hier keinen Platz.
4. **Wir zeigen auch, was nicht gelungen ist.** Das hilft oft mehr als der Erfolg.

## Was in einen Praxistipp gehört

- eigene Erfahrung oder eine genannte Quelle
- was es gekostet hat, an Zeit und Geld
- woran es scheitern kann
- der Stand, wenn sich Recht oder Förderung ändern kann

Werbung gehört nicht hierher. Wer beruflich mit einem Produkt zu tun hat, über das er schreibt, sagt es dazu.

## Vertraulichkeit

- Was in einem geschlossenen Raum steht, bleibt dort. Weitergeben nur mit Zustimmung der Person, die es geschrieben hat.
- Keine personenbezogenen Daten von Menschen, die nicht gefragt wurden. Keine Namen aus Personalvorgängen, keine ungeschwärzten Bescheide.
- Dienstgeheimnisse bleiben Dienstgeheimnisse.

## Rechte an Texten und Dateien

Laden Sie nur hoch, was Sie weitergeben dürfen. Texte und Vorlagen dürfen von allen, die sie sehen können, für die eigene Arbeit genutzt und angepasst werden, wenn nichts anderes dabeisteht. Nennen Sie dabei die Quelle.

## Wenn etwas schiefgeht

Bei jedem Text steht „Melden“; Rechtswidriges in öffentlichen Räumen melden Sie auch ohne Konto. Oder Sie schreiben an [[E-Mail-Adresse für Meldungen]]. Wir sehen uns jede Meldung an und begründen die Entscheidung. Wer gemeldet hat, erfährt die andere Seite nicht.

| Was geschehen kann | Wer entscheidet |
| --- | --- |
| Hinweis, Bitte um Änderung | Moderation des Raums |
| Inhalt ausblenden | Moderation des Raums |
| Auf Zeit: langsamer schreiben, nur lesen, kein Zugang zum Raum | Moderation des Raums, mit Begründung |
| Aus dem Raum entfernen | Moderation des Raums, mit Begründung |
| Konto sperren | Koordination, mit Begründung |

Wer betroffen ist, erfährt den Grund. Gegen eine Entscheidung über einen Text legen Sie innerhalb von 183 Tagen dort Einspruch ein, wo sie Ihnen angezeigt wird; in allem anderen wenden Sie sich an [[E-Mail-Adresse der Koordination]]. Über den Einspruch entscheidet eine Person, die zuvor nicht beteiligt war.

## Wer hier verantwortlich ist

Die Koordination von [[Name des Programms]]. Fragen zu diesen Regeln beantworten wir gern.`,
  },
  en: {
    title: 'House rules',
    body: `Here people pass on what they have learned at work. A few rules help.

## How we treat each other

1. **We write as we would talk in the same room:** friendly, to the point, under our own names.
2. **We ask before we judge.** Every municipality has its story.
3. **We contradict the statement, not the person.** Insults, threats and belittling anybody for origin, gender, religion, disability, age or sexual identity have no place here.
4. **We also show what did not work.** Often that helps more than success.

## What belongs into a tip

- your own experience, or a source you name
- what it cost, in time and money
- what may make it fail
- the date, where law or funding may change

Advertising does not belong here. Whoever has a professional interest in a product they write about says so.

## Confidence

- What stands in a closed space stays there. Pass it on only if its author agrees.
- No personal data of people who were not asked. No names from personnel matters, no official letters without blackening.
- Official secrets remain official secrets.

## Rights in texts and files

Upload only what you may pass on. Unless it says otherwise, everybody who can see a text or a template may use and adapt it for their own work. Please name the source.

## When something goes wrong

Every text has “Report”; unlawful content in public spaces can be reported without an account, too. Or write to [[e-mail address for reports]]. We look at every report and give reasons for the decision. The other side does not learn who reported.

| What may happen | Who decides |
| --- | --- |
| a word of advice, a request to change | the space's moderators |
| hiding content | the space's moderators |
| for a time: writing more slowly, reading only, no access to the space | the space's moderators, with a reason |
| removal from the space | the space's moderators, with a reason |
| suspending an account | the coordinators, with a reason |

Whoever is concerned is told the reason. You object to a decision about a text within 183 days where it is shown to you; in everything else turn to [[e-mail address of the coordinators]]. Somebody who was not involved before decides on the objection.

## Who is responsible

The coordinators of [[name of the programme]]. We are glad to answer questions about these rules.`,
  },
};
