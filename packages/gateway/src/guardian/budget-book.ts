import { HoldpointError } from "@holdpoint/core";
import type { BudgetRow, Reservation } from "../contract/guardian.ts";
import type { Charge } from "./charges.ts";
import { WINDOW_MS_MAX } from "./policy-troubles.ts";
import type { ReasonCode } from "./reason-codes.ts";

export const COUNTERS_MAX = 100_000;

interface Counter {
  windowStartMs: number;
  windowEndMs: number;
  reserved: number;
  committed: number;
}

export interface BudgetObjection {
  readonly code: Extract<ReasonCode, "budget_exhausted" | "budget_error">;
  readonly reason: string;
}

/**
 * What was taken out of budgets: one counter per budget and key, of its newest window. It does not know the policy, so
 * what was spent stays spent when the policy changes.
 */
export class BudgetBook {
  readonly #budgets: Map<string, Map<string, Counter>> = new Map();
  readonly #countersMax: number;
  #size = 0;
  /** Before this no counter's window is over, so that looking for one is not worth it. */
  #nextEndMs = Number.POSITIVE_INFINITY;

  constructor(countersMax: number = COUNTERS_MAX) {
    this.#countersMax = countersMax;
  }

  get size(): number {
    return this.#size;
  }

  /** Why these cannot be taken, all of them; null when they can. */
  objection(charges: readonly Charge[], nowMs: number): BudgetObjection | null {
    let added = 0;
    for (const { budget, key, amount } of charges) {
      const counter = this.#find(budget.id, key);
      if (counter === undefined) added += 1;
      const used =
        counter === undefined || startOf(budget.windowMs, nowMs) > counter.windowStartMs ? 0 : usedOf(counter);
      const left = Math.max(0, budget.limit - used);
      if (amount > left) {
        const reason = `"${budget.id}" has ${left} of ${budget.limit} left, and this takes ${amount}`;
        return { code: "budget_exhausted", reason };
      }
    }
    if (added === 0 || this.#hasRoom(added, nowMs)) return null;
    return { code: "budget_error", reason: `as many budgets are counted as may, ${this.#countersMax}` };
  }

  /** Takes all of them, which nothing was said against at the same instant. */
  hold(charges: readonly Charge[], nowMs: number): readonly Reservation[] {
    return charges.map(({ budget, key, amount }) => {
      const counter = this.#current(budget.id, key, budget.windowMs, nowMs);
      counter.reserved += amount;
      return { budget: budget.id, key, windowStartMs: counter.windowStartMs, amount };
    });
  }

  /** Of a window that is over nothing is counted any more. */
  settle(reservations: readonly Reservation[], how: "commit" | "release"): void {
    for (const { budget, key, windowStartMs, amount } of reservations) {
      const counter = this.#find(budget, key);
      if (counter?.windowStartMs !== windowStartMs || !isAmount(amount)) continue;
      counter.reserved -= Math.min(amount, counter.reserved);
      if (how === "commit") counter.committed = Math.min(Number.MAX_SAFE_INTEGER, counter.committed + amount);
    }
  }

  /** Standing of what these touch, each once. */
  rows(reservations: readonly Reservation[]): readonly BudgetRow[] {
    const rows: BudgetRow[] = [];
    for (const { budget, key, windowStartMs } of reservations) {
      const counter = this.#find(budget, key);
      if (counter?.windowStartMs !== windowStartMs || rows.some((row) => row.budget === budget && row.key === key))
        continue;
      rows.push({ budget, key, windowStartMs, reserved: counter.reserved, committed: counter.committed });
    }
    return rows;
  }

  /**
   * Takes over what was stored: of each budget and key the newest window.
   *
   * @param windowMsOf length of a budget's windows, null when no policy has it
   * @throws HoldpointError `HP-GATEWAY-DATA` for a standing that cannot be one
   */
  restore(rows: readonly BudgetRow[], windowMsOf: (budget: string) => number | null): void {
    for (const row of rows) {
      if (!Number.isSafeInteger(row.windowStartMs) || !isAmount(row.reserved) || !isAmount(row.committed)) {
        throw new HoldpointError("HP-GATEWAY-DATA", `the stored standing of the budget "${row.budget}" cannot be one`);
      }
    }
    for (const { budget, key, windowStartMs, reserved, committed } of rows) {
      const known = this.#find(budget, key);
      if (known !== undefined && known.windowStartMs > windowStartMs) continue;
      const windowEndMs = windowStartMs + (windowMsOf(budget) ?? WINDOW_MS_MAX);
      this.#put(budget, key, { windowStartMs, windowEndMs, reserved, committed });
    }
  }

  #find(budget: string, key: string): Counter | undefined {
    return this.#budgets.get(budget)?.get(key);
  }

  /** A clock that steps back does not open an earlier window again. */
  #current(budget: string, key: string, windowMs: number, nowMs: number): Counter {
    const windowStartMs = startOf(windowMs, nowMs);
    const known = this.#find(budget, key);
    if (known !== undefined && known.windowStartMs >= windowStartMs) return known;
    const counter = { windowStartMs, windowEndMs: windowStartMs + windowMs, reserved: 0, committed: 0 };
    this.#put(budget, key, counter);
    return counter;
  }

  #put(budget: string, key: string, counter: Counter): void {
    let counters = this.#budgets.get(budget);
    if (counters === undefined) this.#budgets.set(budget, (counters = new Map()));
    if (!counters.has(key)) this.#size += 1;
    counters.set(key, counter);
    this.#nextEndMs = Math.min(this.#nextEndMs, counter.windowEndMs);
  }

  #hasRoom(added: number, nowMs: number): boolean {
    if (this.#size + added <= this.#countersMax) return true;
    if (nowMs >= this.#nextEndMs) this.#dropEnded(nowMs);
    return this.#size + added <= this.#countersMax;
  }

  #dropEnded(nowMs: number): void {
    this.#nextEndMs = Number.POSITIVE_INFINITY;
    for (const [budget, counters] of this.#budgets) {
      for (const [key, { windowEndMs }] of counters) {
        if (windowEndMs > nowMs) {
          this.#nextEndMs = Math.min(this.#nextEndMs, windowEndMs);
        } else {
          counters.delete(key);
          this.#size -= 1;
        }
      }
      if (counters.size === 0) this.#budgets.delete(budget);
    }
  }
}

function startOf(windowMs: number, nowMs: number): number {
  return Math.floor(nowMs / windowMs) * windowMs;
}

function usedOf({ reserved, committed }: Counter): number {
  return Math.min(Number.MAX_SAFE_INTEGER, reserved + committed);
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
