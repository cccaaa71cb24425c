import type { ResourceSeries } from "../evidence/resources.ts";
import type { Trend, TrendPoint } from "../statistics/theil-sen.ts";
import { theilSen } from "../statistics/theil-sen.ts";
import { floorsOf } from "./floors.ts";
import type { LeakCode, LeakOutcome, LeakResult, LeakTerms } from "./terms.ts";

const DAY_MS = 86_400_000;

/**
 * Whether what a process holds grows without end. After warm-up the lowest reading of each window is its floor; the
 * slope through the floors is Theil and Sen's, with its interval. It is a leak when the interval is above 0 and the
 * growth, projected on 24 hours, above the limit, a rate, and not all of it came in one step. What could not be
 * measured is `undecided`, which is no pass. Collect garbage before each reading where the program lets you: a rise
 * between two collections that are further apart than the run is long looks the same as a leak.
 *
 * @throws RangeError for terms that no series can be judged by
 * @example
 * const points = Array.from({ length: 600 }, (_, s): [number, number] => [s * 1000, 5e7 + s * 1e4]);
 * const series: ResourceSeries = { resource: "heap", unit: "bytes", points, unreadable: 0 };
 * const terms = { steadyFromMs: 60_000, faulted: [], requests: 1e5, limitPer24h: 1e8, resolution: 1e6 };
 * judgeLeak(series, { ...LEAK_DEFAULTS, ...terms }).outcome; // "leak": 864 MB a day
 */
export function judgeLeak(series: ResourceSeries, terms: LeakTerms): LeakResult {
  assertTerms(terms);
  const unmeasured = notMeasured(series, terms);
  if (unmeasured !== null) return result(series, terms, { ...unmeasured, outcome: "undecided" });
  const floors = floorsOf(series.points, terms);
  const trend = theilSen(floors.groups, terms.confidence);
  const facts = { windows: floors.windows, skipped: floors.skipped, steadyMs: floors.steadyMs };
  if (trend === null || trend.interval === null || floors.windows < terms.windowsMin) {
    const reason = `${floors.windows} of ${terms.windows} windows can be used, ${terms.windowsMin} are needed`;
    return result(series, terms, { outcome: "undecided", code: "too-few-windows", reason, ...facts });
  }
  const growth = trend.slope * floors.steadyMs;
  const measured = { ...facts, growth, per24h: trend.slope * DAY_MS, interval: scaled(trend.interval) };
  return result(series, terms, {
    ...measured,
    ...verdict(series.unit, { trend, growth, groups: floors.groups }, terms),
  });
}

interface Grown {
  readonly trend: Trend;
  readonly growth: number;
  readonly groups: readonly (readonly TrendPoint[])[];
}

interface Verdict {
  readonly outcome: LeakOutcome;
  readonly code: LeakCode;
  readonly reason: string;
}

function verdict(unit: ResourceSeries["unit"], { trend, growth, groups }: Grown, terms: LeakTerms): Verdict {
  const per24h = trend.slope * DAY_MS;
  if (!rises(trend)) return { outcome: "none", code: "flat", reason: "no growth that is more than noise" };
  if (per24h <= terms.limitPer24h)
    return { outcome: "none", code: "within-limit", reason: `grows by ${shown(per24h, unit)} per 24 h` };
  if (growth < terms.resolution) {
    const reason = `grew by ${shown(growth, unit)}, too little to be told apart in so short a time`;
    return { outcome: "suspect", code: "below-resolution", reason };
  }
  const step = largestStep(groups);
  const rest = theilSen(withoutStep(groups, step.at), terms.confidence);
  if (rest === null || !rises(rest) || rest.slope * DAY_MS <= terms.limitPer24h) {
    const reason = `grew by ${shown(step.by, unit)} at once and stood still before and after`;
    return { outcome: "suspect", code: "one-step", reason };
  }
  return { outcome: "leak", code: "growing", reason: `grows by ${shown(per24h, unit)} per 24 h` };
}

function rises({ interval }: Trend): boolean {
  return interval !== null && interval[0] > 0;
}

function scaled([low, high]: readonly [number, number]): readonly [number, number] {
  return [low * DAY_MS, high * DAY_MS];
}

/** Where the floor rises most from one window to the next. */
function largestStep(groups: readonly (readonly TrendPoint[])[]): { at: TrendPoint | null; by: number } {
  let best: { at: TrendPoint | null; by: number } = { at: null, by: 0 };
  for (const group of groups)
    for (const [index, point] of group.entries()) {
      const by = point[1] - (group[index - 1]?.[1] ?? point[1]);
      if (by > best.by) best = { at: point, by };
    }
  return best;
}

/** Parted where the step is: a level before it is not compared with one after it. */
function withoutStep(groups: readonly (readonly TrendPoint[])[], at: TrendPoint | null): TrendPoint[][] {
  return groups.flatMap((group) => {
    const index = at === null ? -1 : group.indexOf(at);
    return index < 0 ? [[...group]] : [group.slice(0, index), group.slice(index)];
  });
}

function notMeasured(series: ResourceSeries, terms: LeakTerms): { code: LeakCode; reason: string } | null {
  const { points, unreadable } = series;
  if (terms.requests <= 0) return { code: "no-requests", reason: "it served nothing: who does nothing leaks nothing" };
  if (points.length === 0) return { code: "no-readings", reason: "there is no reading" };
  if (unreadable > (points.length + unreadable) * terms.unreadableShareMax)
    return { code: "unreadable", reason: `${unreadable} of ${points.length + unreadable} readings failed` };
  const odd = points.findIndex(([atMs, value], index) => {
    const readable = Number.isFinite(atMs) && Number.isFinite(value) && value >= 0;
    return !readable || atMs <= (points[index - 1]?.[0] ?? -1);
  });
  if (odd < 0) return null;
  return { code: "not-a-series", reason: `reading ${odd + 1} is no reading, or not later than the one before` };
}

function result(series: ResourceSeries, terms: LeakTerms, found: Partial<LeakResult> & Verdict): LeakResult {
  const { resource, unit } = series;
  const nothing = { per24h: null, interval: null, growth: null, windows: 0, skipped: 0, steadyMs: 0 };
  const { outcome, code, reason, ...measured } = found;
  return { resource, unit, outcome, code, reason, limitPer24h: terms.limitPer24h, ...nothing, ...measured };
}

function shown(value: number, unit: ResourceSeries["unit"]): string {
  if (unit === "count") return value.toFixed(1);
  return value >= 1e6 ? `${(value / 1e6).toFixed(1)} MB` : `${(value / 1e3).toFixed(1)} kB`;
}

function assertTerms({ windows, windowsMin, confidence, samplesPerWindowMin }: LeakTerms): void {
  const sound = windows <= 600 && windowsMin >= 3 && windowsMin <= windows && samplesPerWindowMin >= 1;
  if (!sound || !(confidence > 0 && confidence < 1))
    throw new RangeError(`no leak is judged by ${windows} windows, ${windowsMin} at least, ${confidence} sure`);
}
