import { Injectable } from '@nestjs/common';

/** A part of the installation that can be well or ill. */
export interface HealthCheck {
  /** As it is called in the answer of `/health`: one plain word. */
  readonly name: string;
  /** Whether the service is of no use without it. */
  readonly isEssential: boolean;
  /** False or an error: ill. */
  readonly isWell: () => Promise<boolean>;
}

export interface Health {
  readonly isWell: boolean;
  readonly parts: Readonly<Record<string, 'ok' | 'ill'>>;
}

/** A part that does not answer in this time counts as ill; whoever asks waits no longer. */
const PATIENCE_MS = 3_000;

/** Domains add the parts that only they know; the platform asks them all. */
@Injectable()
export class HealthChecks {
  private readonly checks: HealthCheck[] = [];

  add(check: HealthCheck): void {
    if (this.checks.some((known) => known.name === check.name)) throw new Error(`health check ${check.name} exists twice`);
    this.checks.push(check);
  }

  async ask(): Promise<Health> {
    const answers = await Promise.all(this.checks.map(async (check) => ({ check, isWell: await isWellInTime(check) })));
    return {
      isWell: answers.every(({ check, isWell }) => isWell || !check.isEssential),
      parts: Object.fromEntries(answers.map(({ check, isWell }) => [check.name, isWell ? 'ok' : 'ill'])),
    };
  }
}

async function isWellInTime(check: HealthCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([check.isWell(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
