import type { ErrorPlace, LatencySummary, ToldLatency } from "@holdpoint/core";
import type { CsvRecord } from "../csv.ts";
import { amountIn, countIn, rounded, toldOf } from "../figures.ts";

/** Columns of percentiles, newest versions; older ones have fewer. */
const RANKS: readonly string[] = ["50%", "66%", "75%", "80%", "90%", "95%", "98%", "99%", "99.9%", "99.99%"];

export interface LocustTimes {
  readonly service: LatencySummary | null;
  readonly told: ToldLatency | null;
}

/** Its percentiles are rounded to two digits, so that one of 1563 ms is 1600, above the maximum. */
export const LOCUST_ROUNDING = 0.06;

/**
 * Times of a row; a whole summary where all its figures are told, nothing where no request ended.
 *
 * @param prefix of the columns other than percentiles
 */
export function timesOf({ field }: CsvRecord, count: number, prefix: string, place: ErrorPlace): LocustTimes {
  if (count === 0) return { service: null, told: null };
  const amount = (name: string): number => rounded(amountIn(field(name), name, place));
  const of = (name: string): number => amount(`${prefix}${name} Response Time`);
  const times = { count, min: of("Min"), mean: of("Average"), max: of("Max") };
  // The history has percentiles of the last ten seconds, which are not the run's.
  if (prefix !== "") return { service: null, told: toldOf(times) };
  const percentiles = RANKS.filter((name) => field(name) !== "").map((name) => ({
    name,
    q: rounded(Number(name.slice(0, -1)) / 100),
    ms: amount(name),
  }));
  const at = (name: string): number | undefined => percentiles.find((one) => one.name === name)?.ms;
  const [p50, p90, p95, p99, p999] = ["50%", "90%", "95%", "99%", "99.9%"].map(at);
  if (p50 === undefined || p90 === undefined || p95 === undefined || p99 === undefined || p999 === undefined)
    return { service: null, told: toldOf({ ...times, percentiles }) };
  return { service: { ...times, p50, p90, p95, p99, p999 }, told: null };
}

/** `N/A` where nothing ended yet. */
export function countAt({ field }: CsvRecord, name: string, place: ErrorPlace): number {
  return countIn(field(name), name, place);
}
