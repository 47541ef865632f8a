import { render, screen } from '@testing-library/react';
import { LocaleProvider } from '#platform/web';
import { audienceTexts } from './audience-texts.js';
import { useAudienceSentence, type Audience } from './WhoCanSee.js';

function Sentence({ audience }: { readonly audience: Audience }) {
  const sentence = useAudienceSentence();
  return <p>{sentence(audience)}</p>;
}

const circle = (part: Partial<Audience>): Audience => ({ kind: 'members', count: 23, visitors: 0, role: null, spaceName: 'Erstvorhaben Nord', ...part });

describe('who can see this', () => {
  beforeAll(async () => {
    await Promise.all([audienceTexts.load('de'), audienceTexts.load('en')]);
  });

  it.each<[string, 'de' | 'en', 'sie' | 'du', Partial<Audience>]>([
    ['Sichtbar für die 23 Mitglieder von „Erstvorhaben Nord“.', 'de', 'sie', {}],
    ['Sichtbar für das eine Mitglied von „Erstvorhaben Nord“.', 'de', 'sie', { count: 1 }],
    ['Sichtbar für alle, auch ohne Konto.', 'de', 'sie', { kind: 'everyone', count: null }],
    ['Sichtbar für alle 1.204 Mitglieder des Programms.', 'de', 'sie', { kind: 'programme', count: 1204 }],
    ['Sichtbar für 9 Personen: nur für Mentor:innen des Programms.', 'de', 'sie', { kind: 'role', role: 'mentor', count: 9 }],
    ['Sichtbar für 3 Personen: wer daran schreibt oder „Erstvorhaben Nord“ moderiert.', 'de', 'sie', { kind: 'reviewers', count: 3 }],
    ['Entwurf: nur für Sie sichtbar.', 'de', 'sie', { kind: 'authors', count: 1 }],
    ['Entwurf: nur für dich sichtbar.', 'de', 'du', { kind: 'authors', count: 1 }],
    ['Sichtbar für die 23 Mitglieder von „Erstvorhaben Nord“. Zurzeit sieht sich eine Person aus der Koordination hier um.', 'de', 'sie', { visitors: 1 }],
    ['Visible to the 23 members of “Erstvorhaben Nord”.', 'en', 'sie', {}],
  ])('says: %s', (sentence, locale, address, part) => {
    render(
      <LocaleProvider initial={{ locale, address }}>
        <Sentence audience={circle(part)} />
      </LocaleProvider>,
    );
    expect(screen.getByText(sentence)).toBeTruthy();
  });
});
