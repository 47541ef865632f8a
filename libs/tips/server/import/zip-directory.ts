/** An entry as the directory of an archive tells of it; what it tells may be a lie. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  /** Unpacked, by its own account. */
  readonly declaredSize: number;
  readonly packed: Uint8Array;
}

const SIGNATURES = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, entry: 0x02014b50, file: 0x04034b50 } as const;
const COMMENT_MAX = 65_535;
const IN_EXTRA_FIELD = 0xffffffff;
const METHODS = new Map([[0, 'stored'], [8, 'deflated']] as const);

/**
 * Reads the directory of an archive and unpacks nothing, so that what is to come can be weighed first.
 * @param isWanted asked before anything of an entry but its name is looked at
 * @throws {Error} for whatever is no sound archive, or an encrypted one
 */
export function* zipEntries(bytes: Uint8Array, isWanted: (name: string) => boolean): Generator<ZipEntry> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let { count, at } = directoryOf(archive);
  for (; count > 0; count -= 1) {
    expectSignature(archive, at, SIGNATURES.entry);
    const flags = archive.readUInt16LE(at + 8);
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    const extraEnd = nameEnd + archive.readUInt16LE(at + 30);
    const name = archive.toString((flags & 0x800) === 0 ? 'latin1' : 'utf8', at + 46, nameEnd);
    if (isWanted(name)) {
      const method = METHODS.get(archive.readUInt16LE(at + 10) as 0 | 8);
      if (method === undefined || (flags & 1) === 1) throw new Error('cannot be unpacked');
      const [declaredSize, packedSize, start] = wideNumbers(archive.subarray(nameEnd, extraEnd), [archive.readUInt32LE(at + 24), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)]);
      expectSignature(archive, start, SIGNATURES.file);
      const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
      if (from + packedSize > archive.length) throw new Error('ends too early');
      yield { name, method, declaredSize, packed: archive.subarray(from, from + packedSize) };
    }
    at = extraEnd + archive.readUInt16LE(at + 32);
  }
}

function directoryOf(archive: Buffer): { readonly count: number; readonly at: number } {
  let end = archive.length - 22;
  while (archive.readUInt32LE(end) !== SIGNATURES.end) {
    end -= 1;
    if (archive.length - end > COMMENT_MAX + 22) throw new Error('no directory');
  }
  if (end >= 20 && archive.readUInt32LE(end - 20) === SIGNATURES.locator64) {
    const wide = Number(archive.readBigUInt64LE(end - 12));
    expectSignature(archive, wide, SIGNATURES.end64);
    return { count: Number(archive.readBigUInt64LE(wide + 32)), at: Number(archive.readBigUInt64LE(wide + 48)) };
  }
  return { count: archive.readUInt16LE(end + 10), at: archive.readUInt32LE(end + 16) };
}

/** Numbers too wide for their place stand in an extra field, in this order and only those. */
function wideNumbers(extra: Buffer, numbers: readonly [number, number, number]): readonly [number, number, number] {
  if (!numbers.includes(IN_EXTRA_FIELD)) return numbers;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let place = at + 4;
    const wide = (number: number): number => {
      if (number !== IN_EXTRA_FIELD) return number;
      place += 8;
      return Number(extra.readBigUInt64LE(place - 8));
    };
    return [wide(numbers[0]), wide(numbers[1]), wide(numbers[2])];
  }
  throw new Error('sizes are missing');
}

function expectSignature(archive: Buffer, at: number, signature: number): void {
  if (archive.readUInt32LE(at) !== signature) throw new Error('not where it should be');
}
