import type { OutcomeTotals, OutcomeWindow } from "./outcome-window.ts";

const FAILED = 1;
const SLOW = 2;
const SAVED = /^[0-3]*$/;

/** The last so many calls, in a ring of one byte each. */
export class CountWindow implements OutcomeWindow {
  readonly #ring: Uint8Array;
  #next = 0;
  #calls = 0;
  #failures = 0;
  #slow = 0;

  constructor(calls: number) {
    this.#ring = new Uint8Array(calls);
  }

  record(failed: boolean, slow: boolean): void {
    const outcome = (failed ? FAILED : 0) | (slow ? SLOW : 0);
    if (this.#calls === this.#ring.length) this.#count(this.#ring[this.#next] ?? 0, -1);
    this.#ring[this.#next] = outcome;
    this.#next = (this.#next + 1) % this.#ring.length;
    this.#count(outcome, 1);
  }

  totals(): OutcomeTotals {
    return { calls: this.#calls, failures: this.#failures, slow: this.#slow };
  }

  clear(): void {
    this.#next = this.#calls = this.#failures = this.#slow = 0;
  }

  /** One digit a call, oldest first: 1 failed, 2 slow, 3 both, 0 neither. */
  save(): string {
    const size = this.#ring.length;
    return Array.from({ length: this.#calls }, (_, index) => {
      return this.#ring[(this.#next - this.#calls + index + size) % size];
    }).join("");
  }

  load(saved: unknown): boolean {
    this.clear();
    if (typeof saved !== "string" || saved.length > this.#ring.length || !SAVED.test(saved)) return false;
    for (const digit of saved) this.record((Number(digit) & FAILED) !== 0, (Number(digit) & SLOW) !== 0);
    return true;
  }

  #count(outcome: number, by: 1 | -1): void {
    this.#calls += by;
    if ((outcome & FAILED) !== 0) this.#failures += by;
    if ((outcome & SLOW) !== 0) this.#slow += by;
  }
}
