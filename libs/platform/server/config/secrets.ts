import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';

/** Keys for one purpose each, all from the operator's secret (or one made at the first start and kept). */
@Injectable()
export class Secrets {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.root = config.secret ?? keptSecret(config.dataDir);
  }

  /** A keyed fingerprint: equal inputs meet, without the key nobody can try inputs. */
  fingerprint(purpose: string, value: string): string {
    const key = Buffer.from(hkdfSync('sha256', this.root, '', purpose, 32));
    return createHmac('sha256', key).update(value).digest('base64url');
  }
}

function keptSecret(dataDir: string): string {
  const file = path.resolve(dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
