/** How far an instant may lie before the last one and still count as the same: callers that took theirs early. */
export const BACKSTEP_TOLERATED_MS = 1000;

/**
 * Time that never runs backwards, made of instants that may: milliseconds since the first one. A clock that is set back
 * costs at most `BACKSTEP_TOLERATED_MS`, however far it is set.
 *
 * @example
 * const time = new Elapsed();
 * time.advance(10_000); // 0
 * time.advance(10_250); // 250
 * time.advance(2_000); // 250: the clock was set back
 * time.advance(2_100); // 350
 */
export class Elapsed {
  #lastMs: number | null = null;
  #elapsedMs = 0;

  /** @param nowMs milliseconds of any clock, cut to whole ones; what is not finite passes no time */
  advance(nowMs: number): number {
    if (!Number.isFinite(nowMs)) return this.#elapsedMs;
    const now = Math.floor(nowMs);
    const lastMs = this.#lastMs ?? now;
    const passedMs = now - lastMs;
    if (this.#lastMs !== null && passedMs < 0 && passedMs >= -BACKSTEP_TOLERATED_MS) return this.#elapsedMs;
    this.#lastMs = now;
    this.#elapsedMs += Math.max(0, passedMs);
    return this.#elapsedMs;
  }
}
