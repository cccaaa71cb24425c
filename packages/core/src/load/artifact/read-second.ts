import type { HistogramSlice } from "../../histogram/slice.ts";
import { sliceProblem } from "../../histogram/slice-problem.ts";
import type { LoadSecond, SeriesName } from "../second.ts";
import type { WrittenSecond, WrittenSeries } from "./written-second.ts";

const COUNTS = ["due", "sent", "completed", "failed", "dropped", "queued"] as const;
const SLICES = ["response", "service", "failedResponse", "failedService", "lag"] as const;

const NOTHING: Omit<LoadSecond, "series" | "second"> = {
  due: 0,
  sent: 0,
  completed: 0,
  failed: 0,
  dropped: 0,
  queued: 0,
  response: null,
  service: null,
  failedResponse: null,
  failedService: null,
  lag: null,
};

/** Every series of a second as it was before it was written, or what is wrong with it, as a clause. */
export function readSecond(names: readonly SeriesName[], written: WrittenSecond): readonly LoadSecond[] | string {
  const { second, series } = written;
  if (!Array.isArray(series)) return "a second without its series";
  const read = names.map((name): LoadSecond => ({ ...NOTHING, series: name, second }));
  const seen = new Set<number>();
  for (const one of series as readonly WrittenSeries[]) {
    const { of, as, ...figures } = one;
    const own = Number.isInteger(of) ? read[of] : undefined;
    if (own === undefined) return `no series ${String(of)} in the header`;
    if (seen.has(of)) return `series ${of} twice`;
    const from = as === undefined ? figures : seen.has(as) ? read[as] : undefined;
    if (from === undefined) return `no series ${String(as)} before series ${of}`;
    const isCopy = as !== undefined;
    const problem = isCopy ? null : problemOf(figures);
    if (problem !== null) return `series ${of}: ${problem}`;
    read[of] = { ...NOTHING, ...from, series: own.series, second, ...(isCopy ? { queued: 0, lag: null } : {}) };
    seen.add(of);
  }
  return read;
}

/** Counts are counts, slices are what histograms leave behind, and each that ended has both of its times. */
function problemOf(figures: Partial<LoadSecond>): string | null {
  for (const key of COUNTS) {
    const count = figures[key] ?? 0;
    if (!Number.isSafeInteger(count) || count < 0) return `${key} is no count`;
  }
  for (const key of SLICES) {
    const slice = figures[key] ?? null;
    const problem = slice === null ? null : sliceTrouble(slice);
    if (problem !== null) return `${key}: ${problem}`;
  }
  const { completed = 0, failed = 0 } = figures;
  const all = {
    response: completed + failed,
    service: completed + failed,
    failedResponse: failed,
    failedService: failed,
  };
  for (const key of ["response", "service", "failedResponse", "failedService"] as const) {
    const count = figures[key]?.count ?? 0;
    if (count !== all[key]) return `${key} holds ${count} times of ${all[key]} that ended`;
  }
  return null;
}

function sliceTrouble(slice: HistogramSlice): string | null {
  return Array.isArray(slice.buckets) ? sliceProblem(slice) : "it has no buckets";
}
