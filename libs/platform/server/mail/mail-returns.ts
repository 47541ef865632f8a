import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Secrets } from '../config/secrets.js';
import { addressHash } from './mail-addresses.js';

const PURPOSE = 'platform.mailReturns';
/** In hexadecimal digits: enough that no two addresses meet, short enough for the 64 signs of a local part. */
const ADDRESS_DIGITS = 24;
const PROOF_DIGITS = 16;

/**
 * The address that mail servers send reports to when a mail does not arrive after all: one for each recipient
 * (`bounces+4f…@example.org`), so that a report says for certain whom it is about, also where mail was forwarded. It
 * tells no address and carries a keyed proof: nobody makes one up for somebody else.
 */
@Injectable()
export class MailReturns {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  /** The envelope's sender for a mail to this address; null where the operator set up no reading of reports. */
  addressFor(address: string): string | null {
    if (this.config.bounces === null) return null;
    const [local = '', host = ''] = this.config.bounces.address.split('@');
    const start = addressHash(address).slice(0, ADDRESS_DIGITS);
    return `${local}+${start}${this.proofOf(start)}@${host}`;
  }

  /** The beginnings of {@link addressHash} of all whom these texts name as recipients of our mails; what is not ours is passed over. */
  recipientsIn(texts: readonly string[]): readonly string[] {
    if (this.config.bounces === null) return [];
    const [local = '', host = ''] = this.config.bounces.address.toLowerCase().split('@').map((part) => part.replaceAll('.', '\\.'));
    const own = new RegExp(`(?<![a-z0-9._+-])${local}\\+([0-9a-f]{${ADDRESS_DIGITS + PROOF_DIGITS}})@${host}(?![a-z0-9.-])`, 'g');
    const codes = texts.flatMap((text) => [...text.toLowerCase().matchAll(own)].map(([, code = '']) => code));
    return [...new Set(codes)].filter((code) => this.isOurs(code)).map((code) => code.slice(0, ADDRESS_DIGITS));
  }

  private isOurs(code: string): boolean {
    const expected = this.proofOf(code.slice(0, ADDRESS_DIGITS));
    return timingSafeEqual(Buffer.from(expected), Buffer.from(code.slice(ADDRESS_DIGITS)));
  }

  private proofOf(start: string): string {
    return Buffer.from(this.secrets.fingerprint(PURPOSE, start), 'base64url').toString('hex').slice(0, PROOF_DIGITS);
  }
}
