import { ServerError } from '@apollo/client/errors';

/** Inside the chosen folder: wherever that folder lies next time, the same file meets the same tip. */
const pathOf = (file: File) => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath.replace(/^[^/]*\//, ''));

/**
 * Sends files for a preview. @returns the id of the import.
 * @throws in the error model, as GraphQL does, so that the same sentences fit.
 */
export async function uploadTips(spaceSlug: string, files: readonly File[]): Promise<string> {
  const form = new FormData();
  for (const file of files) form.append('files', file, pathOf(file));
  const response = await fetch(`/api/spaces/${encodeURIComponent(spaceSlug)}/tip-imports`, { method: 'POST', body: form, credentials: 'same-origin' });
  const bodyText = await response.text();
  if (response.ok) return (JSON.parse(bodyText) as { id: string }).id;
  throw new ServerError(`upload refused with ${response.status}`, { response, bodyText: asGraphqlErrors(bodyText) });
}

/** Outside GraphQL errors come as `{ error: { code, reason, … } }`. */
function asGraphqlErrors(bodyText: string): string {
  try {
    const { error } = JSON.parse(bodyText) as { error?: unknown };
    return error === undefined ? bodyText : JSON.stringify({ errors: [{ extensions: error }] });
  } catch {
    return bodyText;
  }
}
