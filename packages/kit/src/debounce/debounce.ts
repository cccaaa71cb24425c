import type { Debounced } from "@holdpoint/core";
import { debounce, DEBOUNCE_SHUT } from "@holdpoint/core";
import { boundedInteger } from "../bounds/bounded-integer.ts";
import { Elapsed } from "../time/elapsed.ts";

export interface DebounceOptions {
  /** How long the signal must be true before the output is; 0 at once. */
  readonly openMs: number;
  /** How long it must be false before the output is. */
  readonly closeMs: number;
}

/** JSON. */
export type DebounceView = {
  readonly open: boolean;
  /** How long the signal has differed from the output, as far as it was looked at; null when it does not. */
  readonly differs_for_ms: number | null;
};

export const DEBOUNCE_MS_MAX = 86_400_000;

/**
 * A signal that has to hold before it counts, in either direction; one look at which it does not hold begins anew. The
 * time runs from the first look at which the signal differed from the output, so that the output takes no part in it.
 *
 * @example
 * const guard = new Debounce({ openMs: 2500, closeMs: 4000 });
 * guard.update(true, 0); // false
 * guard.update(true, 2500); // true
 */
export class Debounce {
  readonly #options: DebounceOptions;
  readonly #time: Elapsed = new Elapsed();
  #state: Debounced = DEBOUNCE_SHUT;

  /** @throws HoldpointError `HP-CONFIG-VALUE` unless both are whole numbers from 0 to one day */
  constructor({ openMs, closeMs }: DebounceOptions) {
    this.#options = {
      openMs: boundedInteger("open_ms", openMs, 0, DEBOUNCE_MS_MAX),
      closeMs: boundedInteger("close_ms", closeMs, 0, DEBOUNCE_MS_MAX),
    };
  }

  /** The output after this look at the signal. */
  update(signal: boolean, nowMs: number): boolean {
    this.#state = debounce(this.#state, signal, this.#time.advance(nowMs), this.#options);
    return this.#state.open;
  }

  view(nowMs: number): DebounceView {
    const at = this.#time.advance(nowMs);
    const { open, differsSinceMs } = this.#state;
    return { open, differs_for_ms: differsSinceMs === null ? null : at - differsSinceMs };
  }
}
