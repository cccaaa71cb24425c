/** The last so many entries of anything. */
export class History<T> {
  readonly #entries: T[] = [];
  readonly #entriesMax: number;
  #next = 0;

  constructor(entriesMax: number) {
    this.#entriesMax = entriesMax;
  }

  add(entry: T): void {
    this.#entries[this.#next] = entry;
    this.#next = (this.#next + 1) % this.#entriesMax;
  }

  /** At most `n` of them, oldest first. */
  last(n: number): T[] {
    const size = this.#entries.length;
    const count = Math.min(size, Math.max(0, Math.floor(n)) || 0);
    // A ring that is not full yet begins at its first entry, as does one that has come round to it.
    const from = (size < this.#entriesMax ? size : this.#next) - count + size;
    return Array.from({ length: count }, (_, index) => this.#entries[(from + index) % size] as T);
  }
}
