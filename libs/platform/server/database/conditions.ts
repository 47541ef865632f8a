/** Collects the conditions of a statement with their numbered parameters. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly parts: string[] = [];

  /** @returns the placeholder of the value, for the text of a condition. */
  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  /** @param sql a literal of code; values only through {@link bind}. */
  add(sql: string): void {
    this.parts.push(sql);
  }

  /** True where there are none. */
  get sql(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' and ');
  }
}
