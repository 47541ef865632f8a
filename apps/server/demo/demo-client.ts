import type { NestFastifyApplication } from '@nestjs/platform-fastify';

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** One person of the demo at their browser: every request takes the way of a real one, through all rules, without a network. */
export class DemoClient {
  private cookie = '';

  /** @param network an address of their own, so that the limits of one do not meet another's. */
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly network: string,
  ) {}

  /** Goes on as the owner of this session, whichever name its cookie has here (see `publicUrl`). */
  open(sessionToken: string): void {
    this.cookie = `pusteblume=${sessionToken}; __Host-pusteblume=${sessionToken}`;
  }

  /**
   * @param query one operation with one root field.
   * @returns the data of that field.
   * @throws {Error} with the reason where the server refuses.
   */
  async ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const response = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: this.network,
      headers: { 'content-type': 'application/json', ...(this.cookie === '' ? {} : { cookie: this.cookie }) },
      payload: { query, variables },
    });
    const cookies = response.cookies.filter((cookie) => cookie.value !== '').map((cookie) => `${cookie.name}=${cookie.value}`);
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    const { data, errors } = response.json<Answer>();
    if (data === null || data === undefined || errors !== undefined) {
      throw new Error(`the demo was refused: ${JSON.stringify(errors)} for ${query.slice(0, 80)}`);
    }
    return Object.values(data)[0] as Data;
  }
}
