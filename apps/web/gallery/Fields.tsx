import { useState } from 'react';
import { Checkbox, CheckboxGroup, FileDrop, Fieldset, Form, PasswordField, RadioGroup, SearchField, Select, TextArea, TextField, TokenField, useForm } from '#ui/web';
import { Case } from './Case.js';

const states = [
  { value: 'ni', label: 'Niedersachsen' },
  { value: 'rp', label: 'Rheinland-Pfalz' },
  { value: 'sh', label: 'Schleswig-Holstein' },
] as const;

const topics = ['Wärmeplanung', 'Fördermittel', 'Bürgerbeteiligung', 'Radverkehr', 'Photovoltaik', 'Straßenbeleuchtung', 'Hochwasserschutz'].map((name) => ({ value: name, label: name }));

export function Fields() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [words, setWords] = useState('');
  const form = useForm({
    initial: { name: '', text: '', password: '', state: '' as '' | 'ni' | 'rp' | 'sh', role: '' as '' | 'mentor' | 'mentee', days: [] as readonly string[], topics: ['Wärmeplanung'] as readonly string[], consent: false },
    draftKey: 'gallery',
    check: (values) => ({
      ...(values.name.trim() === '' && { name: 'Bitte schreiben Sie Ihren Namen, so wie er im Verzeichnis stehen soll.' }),
      ...(values.role === '' && { role: 'Bitte wählen Sie eine Rolle; sie lässt sich später ändern.' }),
      ...(!values.consent && { consent: 'Ohne Zustimmung zu den Hausregeln geht es nicht weiter.' }),
    }),
    submit: async () => {
      await new Promise((done) => setTimeout(done, 500));
      throw new TypeError('gallery');
    },
  });
  return (
    <>
      <Case name="Formular (leer absenden zeigt alle Fehler)">
        <Form form={form} submitLabel="Zugang anfragen" label="Beispiel">
          <TextField label="Name" help="So erscheint er bei Ihren Beiträgen." autoComplete="name" maxLength={60} {...form.field('name')} />
          <TextArea label="Nachricht an die Moderation" optional maxLength={280} {...form.field('text')} />
          <PasswordField label="Passwort" help="Mindestens 8 Zeichen; ein Satz ist besser als ein Wort." autoComplete="new-password" {...form.field('password')} />
          <Select label="Bundesland" placeholder="Bitte wählen" choices={states} {...form.field('state')} />
          <RadioGroup
            label="Rolle im Programm"
            choices={[
              { value: 'mentor', label: 'Mentor:in', help: 'Ich gebe weiter, was bei uns geklappt hat.' },
              { value: 'mentee', label: 'Mentee', help: 'Ich möchte von anderen lernen.' },
            ]}
            {...form.field('role')}
          />
          <CheckboxGroup label="Erreichbar am" optional choices={['Montag', 'Mittwoch', 'Freitag'].map((day) => ({ value: day, label: day }))} {...form.field('days')} />
          <TokenField label="Themen" help="Höchstens fünf." choices={topics} max={5} canAdd {...form.field('topics')} />
          <Checkbox label={<>Ich habe die <a href="/seite/hausregeln">Hausregeln</a> gelesen und halte sie ein.</>} {...form.field('consent')} />
        </Form>
      </Case>
      <Case name="Felder in anderen Zuständen">
        <Fieldset legend="Zusammengehörige Felder">
          <TextField label="Gesperrt" value="Kann gerade nicht geändert werden" disabled onChange={() => undefined} />
          <TextField label="Jahr" narrow inputMode="numeric" value="2026" error="Das Jahr liegt in der Zukunft. Gemeint ist das Jahr des Beschlusses." onChange={() => undefined} />
          <TextField label="Fast voll" maxLength={30} value="Wärmeplanung kommunal 2026" onChange={() => undefined} />
          <Checkbox label="Nicht wählbar" value={false} disabled onChange={() => undefined} />
          <Checkbox label="Gewählt" help="Mit einem Satz dazu." value onChange={() => undefined} />
        </Fieldset>
        <SearchField label="Mitglieder durchsuchen" placeholder="Name oder Gemeinde" value={words} onChange={setWords} />
        <FileDrop label="Mitgliederliste" help="Eine CSV-Datei aus der Tabellenkalkulation." files={files} onChange={setFiles} accept=".csv" maxBytes={25_000_000} hint="CSV, bis 25 MB, oder hierher ziehen" />
      </Case>
    </>
  );
}
