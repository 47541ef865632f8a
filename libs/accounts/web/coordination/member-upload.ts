import type { ErrorParams } from '#platform/shared';

export interface ImportProblem {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
  readonly params?: ErrorParams;
  readonly isError: boolean;
}

export interface ImportPreview {
  readonly columns: readonly { readonly name: string; readonly target: string }[];
  readonly encoding: string;
  readonly delimiter: string;
  readonly rowCount: number;
  readonly sample: readonly { readonly line: number; readonly values: Readonly<Record<string, string>> }[];
  readonly problems: readonly ImportProblem[];
  readonly newCount: number;
}

/** A refusal of the plain HTTP route, in the words of the same error model. */
export class UploadRefused extends Error {
  constructor(
    readonly reason: string,
    readonly code: string,
    readonly params: ErrorParams,
  ) {
    super(reason);
  }
}

type Mapping = Readonly<Record<string, string>>;

async function send<Answer>(path: string, file: File, mapping: Mapping | null, spaceIds: readonly string[]): Promise<Answer> {
  const body = new FormData();
  if (mapping !== null) body.set('mapping', JSON.stringify(mapping));
  body.set('spaceIds', JSON.stringify(spaceIds));
  body.set('file', file);
  const answer = await fetch(`/api/accounts/import${path}`, { method: 'POST', body, credentials: 'same-origin' });
  const content = (await answer.json().catch(() => ({}))) as { error?: { reason?: string; code?: string; params?: ErrorParams } };
  if (!answer.ok) throw new UploadRefused(content.error?.reason ?? 'INTERNAL', content.error?.code ?? 'INTERNAL', content.error?.params ?? {});
  return content as Answer;
}

/** What would happen; nothing is stored. */
export function previewMembers(file: File, mapping: Mapping | null): Promise<ImportPreview> {
  return send('/preview', file, mapping, []);
}

/** All or nothing. */
export async function importMembers(file: File, mapping: Mapping, spaceIds: readonly string[]): Promise<number> {
  return (await send<{ invited: number }>('', file, mapping, spaceIds)).invited;
}
