import { AppError } from '#platform/shared';
import { TEXT_LIMITS, storableText } from '#text/shared';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** NFC, line feeds only, without byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** First line in which bytes could not be read and were replaced by a question mark sign, if any. */
  readonly damagedLine?: number;
}

const marks: readonly (readonly [readonly number[], TextEncoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/* In UTF-16 nearly every second byte of a European text is zero, in the other encodings none is. */
function encodingByZeros(bytes: Uint8Array): TextEncoding | undefined {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const pairs = sample.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}

/**
 * UTF-8 unless the bytes speak against it. A file of thousands of right UTF-8 letters with a few broken ones is damaged
 * UTF-8; read as Windows-1252 every umlaut in it would be garbled.
 */
function encodingByLetters(bytes: Uint8Array): TextEncoding {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    // Not faultless; how much of it is UTF-8 is counted below.
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\uFFFD').length - 1;
  const beyondAscii = text.match(/[\u0080-\u{10FFFF}]/gu)?.length ?? 0;
  return beyondAscii - broken > broken * 10 ? 'utf-8' : 'windows-1252';
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 8192);
  // oxlint-disable-next-line no-control-regex -- control characters tell pictures and archives from texts
  const controls = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFE\uFFFF]/g)?.length ?? 0;
  return controls > sample.length / 50;
}

/**
 * Reads a text file as people have them: UTF-8 with or without byte order mark, UTF-16 of both orders with or without,
 * Windows-1252 and with it Latin-1 (which browsers, too, read as Windows-1252).
 * @throws AppError `import.tooLarge` or `import.notText`
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > TEXT_LIMITS.importedBytes) {
    throw new AppError('BAD_USER_INPUT', 'import.tooLarge', { params: { limitBytes: TEXT_LIMITS.importedBytes } });
  }
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.[1] ?? encodingByZeros(bytes) ?? encodingByLetters(bytes);
  const raw = new TextDecoder(encoding).decode(bytes);
  if (looksBinary(raw)) throw new AppError('BAD_USER_INPUT', 'import.notText');
  const text = storableText(raw).replace(/^\uFEFF/, '');
  const damagedAt = text.indexOf('\uFFFD');
  if (damagedAt < 0) return { text, encoding };
  return { text, encoding, damagedLine: text.slice(0, damagedAt).split('\n').length };
}
