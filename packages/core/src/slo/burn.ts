import type { BurnTerms } from "./objective.ts";
import { burnRateOf } from "./judge-events.ts";

/** Budget period that the usual pairs are made for, in hours. */
const PERIOD_H = 720;
const SHORT_PER_LONG = 12;

/** The Site Reliability Workbook, chapter 5: 2 % of the budget in an hour, 5 % in six hours, 10 % in three days. */
const PAIRS: readonly { readonly factor: number; readonly longH: number }[] = [
  { factor: 14.4, longH: 1 },
  { factor: 6, longH: 6 },
  { factor: 1, longH: 72 },
];

/**
 * The pairs of 30 days scaled to the length of a run, in whole seconds, at least one; the short window is a twelfth of
 * the long one. Pairs that have the same windows in a short run are one, of the lowest factor.
 *
 * @example
 * scaledBurn(86_400_000)[0]; // { factor: 14.4, longMs: 120_000, shortMs: 10_000 }
 */
export function scaledBurn(durationMs: number): readonly BurnTerms[] {
  const pairs = PAIRS.map(({ factor, longH }): BurnTerms => {
    const long = (durationMs * longH) / PERIOD_H;
    return { factor, longMs: wholeSeconds(long), shortMs: wholeSeconds(long / SHORT_PER_LONG) };
  });
  return pairs.filter(
    (pair, at) =>
      !pairs.slice(at + 1).some(({ longMs, shortMs }) => longMs === pair.longMs && shortMs === pair.shortMs),
  );
}

function wholeSeconds(ms: number): number {
  return Math.max(1, Math.round(ms / 1000)) * 1000;
}

/** Watches how fast a budget burns; an alert is counted when it begins. Memory is that of its longest window. */
export class BurnMeter {
  readonly #ratio: number;
  readonly #alerts: { readonly terms: BurnTerms; fired: number; worst: number; isOn: boolean }[];
  /** Running totals after each of the last seconds, in a ring. */
  readonly #all: Float64Array;
  readonly #bad: Float64Array;
  #seconds = 0;

  constructor(ratio: number, burn: readonly BurnTerms[]) {
    this.#ratio = ratio;
    this.#alerts = burn.map((terms) => ({ terms, fired: 0, worst: 0, isOn: false }));
    const longest = Math.max(1, ...burn.map(({ longMs }) => longMs / 1000));
    this.#all = new Float64Array(longest + 1);
    this.#bad = new Float64Array(longest + 1);
  }

  push(all: number, bad: number): void {
    const [before, at] = [this.#slot(0), this.#slot(1)];
    this.#all[at] = (this.#all[before] ?? 0) + all;
    this.#bad[at] = (this.#bad[before] ?? 0) + bad;
    this.#seconds += 1;
    for (const alert of this.#alerts) {
      const { longMs, shortMs, factor } = alert.terms;
      if (this.#seconds * 1000 < longMs) continue;
      const burns = Math.min(this.#over(longMs / 1000), this.#over(shortMs / 1000));
      const isOn = burns > factor;
      if (isOn && !alert.isOn) alert.fired += 1;
      alert.isOn = isOn;
      alert.worst = Math.max(alert.worst, burns);
    }
  }

  alerts(): readonly (BurnTerms & { readonly fired: number; readonly worst: number })[] {
    return this.#alerts.map(({ terms, fired, worst }) => ({ ...terms, fired, worst }));
  }

  /** Burn rate of the last so many seconds; 0 where nothing was asked for. */
  #over(seconds: number): number {
    const [from, to] = [this.#slot(-seconds), this.#slot(0)];
    const all = (this.#all[to] ?? 0) - (this.#all[from] ?? 0);
    const bad = (this.#bad[to] ?? 0) - (this.#bad[from] ?? 0);
    return burnRateOf(this.#ratio, bad, all) ?? 0;
  }

  #slot(offset: number): number {
    const { length } = this.#all;
    return (((this.#seconds + offset) % length) + length) % length;
  }
}
