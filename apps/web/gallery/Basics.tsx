import { IconBookmark, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  Alert, Avatar, Badge, Button, ConfirmDialog, DateTime, Dialog, EmptyState, IconButton, Kbd, LinkButton, Mark, MarkLoader, MarkScene, Menu, ProgressBar, Row,
  Skeleton, spaceColourNames, SpaceEmblem, spaceEmblemNames, Stack, TextField, toast, TopicList, useColourSchemeEntries, Waiting,
} from '#ui/web';
import { Case } from './Case.js';
import classes from './gallery.module.css';

const colours = ['paper', 'surface', 'sunken', 'ink', 'ink-quiet', 'line', 'line-control', 'green', 'green-soft', 'yellow', 'yellow-soft', 'red', 'red-soft'];

export function Colours() {
  return (
    <>
      <Case name="Farben">
        <div className={classes.colours}>
          {colours.map((colour) => (
            <div key={colour}>
              <div className={classes.colour} style={{ background: `var(--${colour})` }} />
              {colour}
            </div>
          ))}
        </div>
      </Case>
      <Case name="Schrift">
        <h1>Wärmeplanung in der Verbandsgemeinde Bad Münster am Stein-Ebernburg</h1>
        <h2>Wie fangen wir an, wenn niemand Zeit hat?</h2>
        <h3>Die ersten vier Wochen</h3>
        <p>Bedienschrift: Inter, 17 Pixel. Größe, Übung, Straße, Łódź, Škoda, 1.234.567 Kilowattstunden.</p>
        <div className={classes.reading}>
          <p>
            Leseschrift: Source Serif. Eine gute Wärmeplanung beginnt nicht mit einem Gutachten, sondern mit einem Gespräch: Wer im Haus weiß, wo die
            Leitungen liegen, <em>wirklich</em> liegen, und wer entscheidet am Ende über das Geld? <strong>Schreiben Sie die drei Namen auf</strong>, bevor
            Sie das erste Angebot einholen, und lesen Sie dazu <a href="#schrift">die Vorlage aus dem Landkreis</a>.
          </p>
        </div>
      </Case>
      <Case name="Zeichen">
        <Row gap="wide">
          <Mark size={24} />
          <Mark size={40} />
          <Mark size={72} />
          <MarkLoader />
          <MarkScene />
        </Row>
      </Case>
    </>
  );
}

export function Actions() {
  const schemes = useColourSchemeEntries();
  const [open, setOpen] = useState<'dialog' | 'confirm'>();
  return (
    <>
      <Case name="Schaltflächen">
        <Row>
          <Button kind="primary">Freigeben</Button>
          <Button>Entwurf behalten</Button>
          <Button kind="quiet">Abbrechen</Button>
          <Button kind="danger">Raum auflösen</Button>
          <LinkButton to="/galerie" icon={<IconPencil size={18} stroke={1.8} aria-hidden="true" />}>Bearbeiten</LinkButton>
        </Row>
        <Row>
          <Button kind="primary" busy>Wird gespeichert</Button>
          <Button disabled>Nicht möglich</Button>
          <Button size="small">Klein</Button>
          <IconButton label="Merken"><IconBookmark size={20} stroke={1.8} /></IconButton>
        </Row>
      </Case>
      <Case name="Menü, Dialog, Nachfrage, Meldung">
        <Row>
          <Menu
            align="start"
            entries={[
              { label: 'Bearbeiten', icon: <IconPencil size={18} stroke={1.8} />, onSelect: () => toast('Bearbeiten') },
              { kind: 'link', label: 'Verlauf ansehen', to: '/galerie' },
              { kind: 'line' },
              ...schemes,
              { kind: 'line' },
              { label: 'Zurückziehen', icon: <IconTrash size={18} stroke={1.8} />, isDanger: true, onSelect: () => toast('Zurückgezogen', { kind: 'danger' }) },
            ]}
          >
            {(props) => <Button {...props} icon={<IconDots size={18} aria-hidden="true" />}>Mehr</Button>}
          </Menu>
          <Button onClick={() => setOpen('dialog')}>Dialog öffnen</Button>
          <Button onClick={() => setOpen('confirm')}>Nachfragen</Button>
          <Button onClick={() => toast('Der Tipp ist veröffentlicht. 23 Mitglieder erfahren es.', { isMoment: true })}>Veröffentlicht</Button>
          <Button onClick={() => toast('Der Entwurf ist gelöscht.', { kind: 'note', action: { label: 'Rückgängig', run: () => toast('Wieder da') } })}>Mit Rückweg</Button>
        </Row>
        <Dialog isOpen={open === 'dialog'} onClose={() => setOpen(undefined)} title="Tipp veröffentlichen" actions={<><Button kind="primary" onClick={() => setOpen(undefined)}>Veröffentlichen</Button><Button onClick={() => setOpen(undefined)}>Noch nicht</Button></>}>
          <p>Sichtbar für die 23 Mitglieder von „Erstvorhaben Nord“. Wer Themen dieses Tipps verfolgt, bekommt einen Hinweis.</p>
          <TextField label="Bemerkung zur Fassung" optional value="" onChange={() => undefined} />
        </Dialog>
        <ConfirmDialog
          isOpen={open === 'confirm'}
          onClose={() => setOpen(undefined)}
          title="Mitglied entfernen?"
          confirmLabel="Entfernen"
          kind="danger"
          onConfirm={async () => {
            await new Promise((done) => setTimeout(done, 600));
            throw new TypeError('gallery');
          }}
        >
          Jana Wittenberg sieht danach nichts mehr aus diesem Raum. Eigene Entwürfe bleiben erhalten.
        </ConfirmDialog>
      </Case>
    </>
  );
}

const twoHoursAgo = new Date(Date.now() - 7_200_000).toISOString();

export function Signs() {
  return (
    <>
      <Case name="Personen, Räume, Themen, Zustände">
        <Row>
          <Avatar name="Jana Wittenberg" />
          <Avatar name="Dr. Klaus-Peter Öztürk" />
          <Avatar name="Mia" size={28} />
          <Avatar name="Ökonom Ärmel" size={56} />
        </Row>
        <Row gap="tight">
          {spaceColourNames.map((colour, position) => (
            <SpaceEmblem key={colour} colour={colour} emblem={spaceEmblemNames[position % spaceEmblemNames.length] ?? 'seed'} />
          ))}
          <SpaceEmblem colour="heather" emblem="wheel" size={56} />
        </Row>
        <TopicList label="Themen" topics={[{ name: 'Wärmeplanung', to: '/galerie' }, { name: 'Fördermittel', to: '/galerie' }, { name: 'Bürgerbeteiligung' }]} />
        <Row gap="tight">
          <Badge>Entwurf</Badge>
          <Badge kind="done">Veröffentlicht</Badge>
          <Badge kind="new">Neu</Badge>
          <Badge kind="warning">Prüfung fällig</Badge>
          <Badge kind="danger">Abgelehnt</Badge>
          <Kbd>/</Kbd>
          <DateTime at={twoHoursAgo} />
          <DateTime at="2026-03-29T08:30:00Z" as="full" />
        </Row>
      </Case>
      <Case name="Hinweise">
        <Stack>
          <Alert>Dieser Raum ist archiviert. Lesen geht weiterhin.</Alert>
          <Alert kind="done" title="Ihre Anfrage ist angekommen.">Die Moderation antwortet meist binnen drei Werktagen.</Alert>
          <Alert kind="warning" title="Prüfung fällig seit 14 Tagen." action={<div><Button size="small">Jetzt prüfen</Button></div>}>Stimmt noch alles? Dann reicht ein Klick.</Alert>
          <Alert kind="danger">Diese Datei ist 31 MB groß; möglich sind 25 MB. Teilen Sie sie auf oder <a href="#link">verlinken Sie sie</a>.</Alert>
        </Stack>
      </Case>
      <Case name="Warten und Fortschritt">
        <Skeleton lines={3} />
        <Waiting>Die Vorschau wird erstellt.</Waiting>
        <ProgressBar label="Import" value={120} max={300} spoken="120 von 300 Dateien" />
      </Case>
      <Case name="Leer">
        <EmptyState title="Noch keine Praxistipps" action={<LinkButton kind="primary" to="/galerie">Ersten Tipp schreiben</LinkButton>}>
          Hier stehen bald die Erfahrungen aus diesem Raum. Eine halbe Seite genügt für den Anfang.
        </EmptyState>
        <EmptyState title="Nichts wartet." size="small">Neue Anfragen erscheinen hier.</EmptyState>
      </Case>
    </>
  );
}
