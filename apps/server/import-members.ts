import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { MemberImport, runMemberImport } from '#accounts/server';
import { Db, Outbox, Refusal } from '#platform/server';
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

    const wishes = {
      actor: { accountId: coordinator.id },
      bytes: bytesOf(subject),
      isPreview: options['check'] !== undefined,
      spaceIds: spaces.map((space) => space.id),
    };
    const isDone = await runMemberImport(app.get(MemberImport, { strict: false }), wishes, console.log);
    // Without a running server nobody else would send the invitations.
    if (isDone) await app.get(Outbox).drain();
    else process.exitCode = 1;
  },
});

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Refusal(`Diese Datei lässt sich nicht lesen. / This file cannot be read: ${file}`);
  }
}
