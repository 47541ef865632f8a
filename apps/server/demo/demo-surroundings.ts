import type { Clock, Mail, Mailer } from '#platform/server';

/**
 * What differs while the demo is filled: things happen on days in the past, and nobody is written to. Afterwards clock
 * and mailer are the ordinary ones again.
 */
export class DemoSurroundings {
  private daysAgo = 0;
  private isFilling = false;
  private readonly held: Mail[] = [];

  readonly clock: Clock = { now: () => new Date(Date.now() - this.daysAgo * 86_400_000) };

  /** Puts itself before the real mailer. */
  readonly wrap = (real: Mailer): Mailer => ({
    send: async (mail) => {
      if (this.isFilling) this.held.push(mail);
      else await real.send(mail);
    },
  });

  /** Runs `work` with held mails; its end brings the present back, also where it fails. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.isFilling = true;
    try {
      return await work();
    } finally {
      this.isFilling = false;
      this.daysAgo = 0;
      this.held.length = 0;
    }
  }

  goBack(days: number): void {
    this.daysAgo = days;
  }

  /** The secret behind the `#` of the newest mail to this address. */
  secretFor(address: string): string {
    const url = this.held.findLast((mail) => mail.to.address === address && mail.action?.url.includes('#'))?.action?.url;
    const secret = url?.split('#')[1];
    if (secret === undefined) throw new Error(`no link was mailed to ${address}`);
    return secret;
  }
}
