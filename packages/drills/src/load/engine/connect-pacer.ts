const MICROSECONDS_PER_MS = 1000;
const FIRST_WAIT_MS = 10;
const WAIT_MS_MAX = 1000;
const DOUBLINGS_MAX = 10;

/** Attempts to connect at a time. */
export const ATTEMPTS_MAX = 64;

/**
 * When the next attempt to connect may be made, so that a dead target is not met by a storm: at most 64 on their way,
 * and after a failure one at a time, 10 ms later and then twice as late each time, up to a second. Pure.
 */
export class ConnectPacer {
  #failedInRow = 0;
  #waits = 0;
  #notBeforeUs = Number.NEGATIVE_INFINITY;

  /** Failures since an attempt, or an answer, came off. */
  get failedInRow(): number {
    return this.#failedInRow;
  }

  /** Attempts that may be started now. */
  allowed(nowUs: number, onTheirWay: number): number {
    if (nowUs < this.#notBeforeUs) return 0;
    return Math.max(0, (this.#failedInRow === 0 ? ATTEMPTS_MAX : 1) - onTheirWay);
  }

  failed(nowUs: number): void {
    this.#failedInRow += 1;
    // Others that were on their way at the same time say the same thing again.
    if (nowUs < this.#notBeforeUs) return;
    const waitMs = Math.min(WAIT_MS_MAX, FIRST_WAIT_MS * 2 ** Math.min(this.#waits, DOUBLINGS_MAX));
    this.#waits += 1;
    this.#notBeforeUs = nowUs + waitMs * MICROSECONDS_PER_MS;
  }

  succeeded(): void {
    this.#failedInRow = 0;
    this.#waits = 0;
    this.#notBeforeUs = Number.NEGATIVE_INFINITY;
  }
}
