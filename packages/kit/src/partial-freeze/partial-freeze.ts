import type { FreezeHold } from "@holdpoint/core";
import { freezeHold, HoldpointError, isHeld } from "@holdpoint/core";
import { boundedInteger } from "../bounds/bounded-integer.ts";
import { Elapsed } from "../time/elapsed.ts";

export interface PartialFreezeOptions {
  /** Subsystems that may be frozen; at least one. */
  readonly freezable: readonly string[];
  /** Subsystems that go on whatever happens; none of them may be among `freezable`. */
  readonly never: readonly string[];
  /** A freeze lasts at least so long. */
  readonly minMs?: number;
}

/** JSON. */
export type PartialFreezeView = {
  readonly active: boolean;
  readonly frozen: readonly {
    readonly subsystem: string;
    readonly reason: string;
    readonly for_ms: number;
    /** How long it stays frozen though it may go on; null while nobody said so. */
    readonly thaws_in_ms: number | null;
  }[];
};

export const FREEZE_MIN_MS = 3000;
export const FREEZE_MIN_MS_MAX = 86_400_000;
const SUBSYSTEMS_MAX = 1000;

/**
 * Stops some subsystems of a service and lets the others go on. A freeze ends when somebody thaws it, and never
 * before its minimum is over: a thaw that comes earlier counts from then on, unless the subsystem is frozen again.
 *
 * @example
 * const freeze = new PartialFreeze({ freezable: ["rebid", "rescue_taker"], never: ["edge"] });
 * freeze.freeze(["rebid"], "oscillation", 0);
 * freeze.thaw(["rebid"], 1000);
 * freeze.isFrozen("rebid", 2999); // true
 * freeze.isFrozen("rebid", 3000); // false
 */
export class PartialFreeze {
  readonly #freezable: ReadonlySet<string>;
  readonly #never: ReadonlySet<string>;
  readonly #minMs: number;
  readonly #time: Elapsed = new Elapsed();
  readonly #holds: Map<string, FreezeHold> = new Map();

  /** @throws HoldpointError `HP-CONFIG-VALUE` for a name in both lists, no or too many names, minimum out of bounds */
  constructor({ freezable, never, minMs = FREEZE_MIN_MS }: PartialFreezeOptions) {
    boundedInteger("number of freezable subsystems", freezable.length, 1, SUBSYSTEMS_MAX);
    boundedInteger("number of subsystems that are never frozen", never.length, 0, SUBSYSTEMS_MAX);
    this.#freezable = new Set(freezable);
    this.#never = new Set(never);
    this.#minMs = boundedInteger("min_ms", minMs, 0, FREEZE_MIN_MS_MAX);
    const both = never.find((name) => this.#freezable.has(name));
    if (both !== undefined) {
      throw new HoldpointError("HP-CONFIG-VALUE", `'${both}' is freezable and never to be frozen`);
    }
  }

  /**
   * All of them, or none.
   *
   * @throws HoldpointError `HP-TUNING-NEVER-FROZEN` when one of them is never to be frozen, or not freezable
   */
  freeze(subsystems: readonly string[], reason: string, nowMs: number): void {
    const wrong = subsystems.find((name) => !this.#freezable.has(name));
    if (wrong !== undefined) {
      const why = this.#never.has(wrong) ? "is never to be frozen" : "is not among the freezable ones";
      throw new HoldpointError("HP-TUNING-NEVER-FROZEN", `'${wrong}' ${why}`);
    }
    const at = this.#time.advance(nowMs);
    for (const name of subsystems) {
      this.#holds.set(name, freezeHold(this.#holds.get(name), { reason, nowMs: at, minMs: this.#minMs }));
    }
  }

  /** They may go on, as soon as their minimum is over; one that is not frozen stays as it is. */
  thaw(subsystems: readonly string[], nowMs: number): void {
    const at = this.#time.advance(nowMs);
    for (const name of subsystems) {
      const hold = this.#holds.get(name);
      if (isHeld(hold, at, this.#minMs)) this.#holds.set(name, { ...hold, thawing: true });
    }
  }

  /** False for any name that is not among the freezable ones. */
  isFrozen(subsystem: string, nowMs: number): boolean {
    return isHeld(this.#holds.get(subsystem), this.#time.advance(nowMs), this.#minMs);
  }

  /** Those that are frozen, by name. */
  view(nowMs: number): PartialFreezeView {
    const at = this.#time.advance(nowMs);
    const held = [...this.#holds].filter(([, hold]) => isHeld(hold, at, this.#minMs));
    const frozen = held
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([subsystem, { sinceMs, reason, thawing }]) => ({
        subsystem,
        reason,
        for_ms: at - sinceMs,
        thaws_in_ms: thawing ? sinceMs + this.#minMs - at : null,
      }));
    return { active: frozen.length > 0, frozen };
  }
}
