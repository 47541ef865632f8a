import { isAboutAddress } from '#platform/server';

/** What a mail server tells later of a mail it had taken (RFC 3464): that it has given up. */
export interface DeliveryReport {
  /** Names the report: handed in twice it is one. */
  readonly id: string;
  /** The headers that can hold the return address it was sent to. */
  readonly addressedTo: readonly string[];
  /** As mail servers answer, RFC 5321: 550 stands for an unknown mailbox. */
  readonly code: number;
}

type Fields = ReadonlyMap<string, readonly string[]>;

/** `Delivered-To` and `X-Original-To` are written by the server that hands it in, and `To` by the one that reports. */
const ADDRESS_FIELDS = ['delivered-to', 'x-original-to', 'envelope-to', 'to'];

/**
 * Reads the one part of a report that is made for programs, and nothing else of it. Strict on purpose: what stops
 * somebody's mail must not be guessed. @returns null for everything but a report that a mail was given up for good:
 * other mail, delays, deliveries, absences, and where only some of several it was passed on to failed.
 */
export function deliveryReportOf(raw: string): DeliveryReport | null {
  // A line of mailbox files, before the first header.
  const { fields, body } = partOf(raw.replace(/\r\n?/g, '\n').replace(/^From .*\n/, ''));
  const [type, parameters] = typeOf(fields);
  const boundary = parameters.get('boundary');
  if (type !== 'multipart/report' || parameters.get('report-type')?.toLowerCase() !== 'delivery-status' || boundary === undefined) return null;
  const status = partsOf(body, boundary).find((part) => ['message/delivery-status', 'message/global-delivery-status'].includes(typeOf(part.fields)[0]) && isPlain(part.fields));
  if (status === undefined) return null;
  // The first group is about the mail, each further one about a recipient.
  const recipients = status.body.split(/\n(?:[ \t]*\n)+/).map(fieldsOf).filter((group) => group.has('action'));
  const codes = recipients.map(codeOf);
  const code = codes[0];
  if (code === undefined || code === null || codes.includes(null)) return null;
  return { id: one(fields, 'message-id') ?? raw, addressedTo: ADDRESS_FIELDS.flatMap((name) => fields.get(name) ?? []), code };
}

/** Null where it was not given up, or not because of the address: what a filter takes for spam says nothing of whom it was for. */
function codeOf(recipient: Fields): number | null {
  const [given = ''] = /^[45]\.\d{1,3}\.\d{1,3}/.exec(one(recipient, 'status') ?? '') ?? [];
  if (one(recipient, 'action')?.toLowerCase() !== 'failed' || given === '') return null;
  const diagnostic = one(recipient, 'diagnostic-code') ?? '';
  if (!isAboutAddress(`${given} ${diagnostic}`)) return null;
  const [, answer] = /^smtp\s*;\s*([45]\d\d)(?!\d)/i.exec(diagnostic) ?? [];
  return answer === undefined ? (given.startsWith('5') ? 550 : 450) : Number(answer);
}

interface Part {
  readonly fields: Fields;
  readonly body: string;
}

function partOf(text: string): Part {
  // A part may begin with its empty line: then it has no fields.
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  return end < 0 ? { fields: fieldsOf(text), body: '' } : { fields: fieldsOf(text.slice(0, end)), body: text.slice(end).replace(/^\n+/, '') };
}

/** Without what stands before the first and after the last boundary. */
function partsOf(body: string, boundary: string): readonly Part[] {
  const parts: string[][] = [];
  for (const line of body.split('\n')) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}--`) break;
    if (mark === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => partOf(lines.join('\n')));
}

function fieldsOf(text: string): Fields {
  const lines = text.replace(/\n[ \t]+/g, ' ').split('\n');
  const pairs = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return new Map([...Map.groupBy(pairs, ([name]) => name)].map(([name, found]) => [name, found.map(([, value]) => value)]));
}

function one(fields: Fields, name: string): string | undefined {
  return fields.get(name)?.[0];
}

/** The type in small letters, with its parameters. */
function typeOf(fields: Fields): readonly [string, ReadonlyMap<string, string>] {
  const value = one(fields, 'content-type') ?? 'text/plain';
  const parameters = [...value.matchAll(/;\s*([a-z-]+)\s*=\s*(?:"([^"]*)"|([^\s;"]+))/gi)];
  return [(value.split(';')[0] ?? '').trim().toLowerCase(), new Map(parameters.map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? '']))];
}

/** RFC 3464 asks for it; anything else is not from a mail server that keeps to it. */
function isPlain(fields: Fields): boolean {
  return ['7bit', '8bit', 'binary'].includes((one(fields, 'content-transfer-encoding') ?? '7bit').toLowerCase());
}
