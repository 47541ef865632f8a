/** What domains hand a hub while the application is put together, each under a name that no other has. */
export class Contributions<T> {
  private readonly byName = new Map<string, T>();

  /** @param what they are, for whoever finds two of one name: `kinds of notices`. */
  constructor(
    private readonly what: string,
    private readonly nameOf: (one: T) => string,
  ) {}

  /** @throws {Error} where the name is taken; the server then does not start. */
  add(one: T): void {
    const name = this.nameOf(one);
    if (this.byName.has(name)) throw new Error(`two ${this.what} called ${name}`);
    this.byName.set(name, one);
  }

  /** Undefined for what no domain has brought, or none any more. */
  named(name: string): T | undefined {
    return this.byName.get(name);
  }

  /** In the order of their names, whatever the order of modules: two transactions that ask all then never wait for each other crosswise. */
  get all(): readonly T[] {
    return [...this.byName.entries()].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
  }
}
