/** The probes of one half-open time: at most so many at once, each with a limit. */
export class Probes {
  readonly #limits: Map<object, number> = new Map();
  #succeeded = 0;

  get running(): number {
    return this.#limits.size;
  }

  get succeeded(): number {
    return this.#succeeded;
  }

  start(token: object, limitAtMs: number): void {
    this.#limits.set(token, limitAtMs);
  }

  /** Neither good nor bad: another may take its place. */
  release(token: object): void {
    this.#limits.delete(token);
  }

  succeed(token: object): void {
    this.#limits.delete(token);
    this.#succeeded += 1;
  }

  clear(): void {
    this.#limits.clear();
    this.#succeeded = 0;
  }

  /** When the first of the running ones runs into its limit; null when none runs. */
  firstLimitMs(): number | null {
    return this.#limits.size === 0 ? null : Math.min(...this.#limits.values());
  }
}
