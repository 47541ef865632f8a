import { useSearchParams } from 'react-router';
import { Button, ClosedDoor, FilterWords, LinkButton, Page, PageLoading, PageProblem, Section, SignInDoor } from '#ui/web';
import { Actions, Colours, Signs } from './Basics.js';
import { Fields } from './Fields.js';
import { Lists } from './Lists.js';

const states = [
  { value: 'all', label: 'Bausteine' },
  { value: 'loading', label: 'Seite lädt' },
  { value: 'problem', label: 'Seite mit Fehler' },
  { value: 'door', label: 'Geschlossene Tür' },
  { value: 'signIn', label: 'Anmelden nötig' },
  { value: 'broken', label: 'Seite gestürzt' },
] as const;

type State = (typeof states)[number]['value'];

function Broken(): never {
  throw new Error('The gallery shows what a fault of a page looks like');
}

function Exhibit({ state }: { readonly state: State }) {
  switch (state) {
    case 'loading':
      return <PageLoading />;
    case 'problem':
      return <PageProblem error={new TypeError('gallery')} onRetry={() => undefined} />;
    case 'door':
      return <ClosedDoor />;
    case 'signIn':
      return <SignInDoor />;
    case 'broken':
      return <Broken />;
    case 'all':
      return (
        <Page
          title="Galerie"
          crumbs={[{ label: 'Start', to: '/' }, { label: 'Erstvorhaben Nord', to: '/raum/nord' }]}
          summary="Alle Bausteine und ihre Zustände, zum Ansehen beim Entwickeln."
          audience="Sichtbar für die 23 Mitglieder von „Erstvorhaben Nord“"
          actions={<><Button>Bearbeiten</Button><LinkButton to="/galerie" kind="quiet">Verlauf</LinkButton></>}
        >
          <Section title="Grundlagen"><Colours /></Section>
          <Section title="Handeln"><Actions /></Section>
          <Section title="Zeichen und Zustände"><Signs /></Section>
          <Section title="Eingaben"><Fields /></Section>
          <Section title="Listen"><Lists /></Section>
        </Page>
      );
  }
}

/** All components and states on one page, for development. */
export function GalleryPage() {
  const [search, setSearch] = useSearchParams();
  const state = states.find(({ value }) => value === search.get('zustand'))?.value ?? 'all';
  return (
    <>
      <FilterWords label="Galerie:" words={states} current={state} onChange={(value) => setSearch({ zustand: value })} />
      <Exhibit key={state} state={state} />
    </>
  );
}
