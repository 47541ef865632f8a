import { useState } from 'react';
import { IconMessageCircle } from '@tabler/icons-react';
import { Avatar, Badge, Button, DateTime, Facts, FilterWords, List, ListRow, LoadMore, PageTabs, PlaceGroups, PlaceList, SpaceEmblem, Table, Tabs } from '#ui/web';
import { Case } from './Case.js';

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

export function Lists() {
  const [tab, setTab] = useState<'tips' | 'members'>('tips');
  const [word, setWord] = useState<'all' | 'due' | 'mine'>('all');
  return (
    <>
      <Case name="Zeilen">
        <FilterWords label="Zeigen:" current={word} onChange={setWord} words={[{ value: 'all', label: 'Alle', count: 1234 }, { value: 'due', label: 'Prüfung fällig', count: 7 }, { value: 'mine', label: 'Von mir', count: 0 }]} />
        <List label="Tipps">
          <ListRow isNew to="/galerie" title="Wie gewinnen wir die Feuerwehr für den Hitzeaktionsplan der Verbandsgemeinde Bad Münster am Stein-Ebernburg?" text="Mit der Wehrleitung anfangen, nicht mit dem Konzept: drei Gespräche, eine Karte und ein gemeinsamer Termin haben gereicht." meta={['Jana Wittenberg', 'Bad Münster am Stein-Ebernburg', <DateTime key="at" at={hoursAgo(3)} />]} end={<Badge kind="new">Neu</Badge>} />
          <ListRow to="/galerie" title="LED in der Straßenbeleuchtung: was die Ausschreibung enthalten muss" meta={['Klaus-Peter Öztürk', <DateTime key="at" at={hoursAgo(60)} />, 'geprüft bis März 2027']} />
          <ListRow to="/galerie" title="Förderantrag ohne Nachforderung" meta={['Entwurf', <DateTime key="at" at={hoursAgo(400)} />]} end={<Badge kind="warning">Prüfung fällig</Badge>} />
        </List>
        <LoadMore shown={3} total={1234} hasMore onMore={() => undefined} />
      </Case>
      <Case name="Anfragen und Räume">
        <List label="Anfragen">
          <ListRow lead={<Avatar name="Sören Lindqvist" />} title="Sören Lindqvist" text="Wir fangen im Januar mit der Wärmeplanung an und würden gern mitlesen." meta={['Stadt Eckernförde', <DateTime key="at" at={hoursAgo(26)} />]} end={<><Button kind="primary" size="small">Aufnehmen</Button><Button size="small">Ablehnen</Button></>} />
          <ListRow lead={<SpaceEmblem colour="lake" emblem="river" />} to="/galerie" title="Erstvorhaben Nord" text="Für alle, die gerade ihr erstes Vorhaben planen." meta={['23 Mitglieder', 'geschlossen']} />
        </List>
      </Case>
      <Case name="Orte der Leiste">
        <nav aria-label="Beispiel" style={{ maxWidth: '15.5rem' }}>
          <PlaceGroups
            title="Koordination"
            groups={[
              { name: 'gallery-people', label: 'Menschen', places: [{ to: '/galerie', label: 'Konten' }] },
              { name: 'gallery-content', label: 'Räume und Inhalte', places: [{ to: '/seiten', label: 'Seiten' }] },
            ]}
          />
          <PlaceList
            title="Meine Räume"
            places={[
              { to: '/raum/nord', label: 'Erstvorhaben Nord', lead: <SpaceEmblem colour="lake" emblem="river" size={22} />, isNew: true, places: [{ to: '/raum/nord-kueste', label: 'Küste und Inseln' }, { to: '/raum/heide', label: 'Heideregion' }] },
              { to: '/raum/vg', label: 'Verbandsgemeinde Bad Münster am Stein-Ebernburg', lead: <SpaceEmblem colour="brick" emblem="house" size={22} /> },
              { to: '/nachrichten', label: 'Nachrichten', lead: <IconMessageCircle size={20} stroke={1.7} />, count: 3 },
            ]}
          />
        </nav>
      </Case>
      <Case name="Reiter">
        <PageTabs label="Raum" tabs={[{ to: '/galerie', label: 'Tipps', count: 34 }, { to: '/mitglieder', label: 'Mitglieder', count: 23 }, { to: '/einstellungen', label: 'Einstellungen' }]} />
        <Tabs
          label="Beispiel"
          current={tab}
          onChange={setTab}
          tabs={[
            { name: 'tips', label: 'Fassungen', count: 4, content: <p>Vier Fassungen, die letzte von gestern.</p> },
            { name: 'members', label: 'Vergleich', content: <p>Zwei Fassungen wählen und vergleichen.</p> },
          ]}
        />
      </Case>
      <Case name="Tabelle und Angaben">
        <Table
          caption="Konten, die auf Freigabe warten"
          keyOf={(row) => row.name}
          rows={[
            { name: 'Jana Wittenberg', town: 'Verbandsgemeinde Bad Münster am Stein-Ebernburg', tips: 12 },
            { name: 'Sören Lindqvist', town: 'Eckernförde', tips: 3 },
            { name: 'Aylin Demir', town: 'Bad Salzuflen', tips: 1048 },
          ]}
          columns={[
            { name: 'name', title: 'Name', cell: (row) => row.name },
            { name: 'town', title: 'Kommune', cell: (row) => row.town },
            { name: 'tips', title: 'Tipps', isNumber: true, cell: (row) => row.tips.toLocaleString('de') },
          ]}
        />
        <Facts facts={[{ name: 'Kommune', value: 'Verbandsgemeinde Bad Münster am Stein-Ebernburg' }, { name: 'Funktion', value: 'Klimaschutzmanagement' }, { name: 'Telefon', value: 'nur für Mitglieder gemeinsamer Räume' }]} />
      </Case>
    </>
  );
}
