import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { MemberImport } from '#accounts/server';
import { Db, Outbox } from '#platform/server';
import { Refusal } from './run.js';
import { runCommand } from './command.js';

runCommand({
  usage: 'npm run import:members -- <file.csv> --by <address of a coordinator> [--spaces <slug,slug>] [--check yes]',
  takesSubject: true,
  options: [
    { name: 'by', isRequired: true },
    { name: 'spaces', isRequired: false },
    { name: 'check', isRequired: false },
  ],
  work: async ({ app }, { subject, options }) => {
    const db = app.get(Db);
    const [coordinator] = await db.query<{ id: string }>(
      `select id from account where lower(address) = lower($1) and 'coordinator' = any(site_roles) and standing = 'approved' and deleted_at is null`,
      [options['by']],
    );
    if (coordinator === undefined) throw new Refusal(`${options['by']} gehört nicht zur Koordination. / is not a coordinator.`);
    const slugs = (options['spaces'] ?? '').split(',').filter(Boolean);
    const spaces = await db.query<{ id: string; slug: string }>('select id, slug from space where slug = any($1)', [slugs]);
    const unknown = slugs.filter((slug) => !spaces.some((space) => space.slug === slug));
    if (unknown.length > 0) throw new Refusal(`Diesen Raum gibt es nicht / no such space: ${unknown.join(', ')}`);

    const members = app.get(MemberImport, { strict: false });
    const bytes = readFileSync(subject);
    const preview = await members.look(bytes, null);
    console.log(`${preview.rowCount} Zeilen/rows, ${preview.encoding}, ${preview.newCount} neu/new`);
    for (const problem of preview.problems) console.log(`Zeile/line ${problem.line}: ${problem.reason}`);
    if (preview.problems.some((problem) => problem.isError)) throw new Refusal('Nichts wurde übernommen. / Nothing was imported.');
    if (options['check'] !== undefined) return;
    const count = await members.store({ accountId: coordinator.id }, bytes, null, spaces.map((space) => space.id));
    await app.get(Outbox).drain();
    console.log(`${count} Mitglieder eingeladen. / members invited.`);
  },
});
