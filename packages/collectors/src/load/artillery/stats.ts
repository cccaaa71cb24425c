import type { LatencySummary, LoadReason, ToldLatency } from "@holdpoint/core";
import type { Cursor } from "../cursor.ts";
import { differing } from "../draft.ts";
import { rounded, toldOf } from "../figures.ts";
import { isSuccess, statusIn, statusKind } from "../status.ts";

/** What one period, or the whole, tells. */
export interface ArtilleryStats {
  readonly sent: number;
  readonly completed: number;
  readonly failed: number;
  readonly failures: readonly (readonly [kind: string, count: number])[];
  /** Virtual users that were started. */
  readonly arrivals: number | null;
  /** Start of the period and the first and last instant in it, milliseconds since the epoch; null where not said. */
  readonly periodMs: number | null;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly service: LatencySummary | null;
  readonly told: ToldLatency | null;
  readonly reasons: readonly LoadReason[];
}

/** Reads either version's object. */
export function statsOf(stats: Cursor): ArtilleryStats {
  return stats.at("scenariosCreated").isThere ? ofVersion1(stats) : ofVersion2(stats);
}

function ofVersion1(stats: Cursor): ArtilleryStats {
  const codes = codesIn(stats.at("codes").entries());
  const answered = stats.at("requestsCompleted").count();
  const rps = stats.at("rps").at("count").countOrNull() ?? answered;
  const at = stats.at("timestamp").isThere ? Date.parse(stats.at("timestamp").text()) : Number.NaN;
  const instant = Number.isFinite(at) ? at : null;
  return {
    ...countsOf({ sent: rps, answered, codes, errors: countsIn(stats.at("errors")) }),
    arrivals: stats.at("scenariosCreated").count(),
    periodMs: instant,
    firstMs: instant,
    lastMs: instant,
    ...timesOf(stats.at("latency"), answered),
  };
}

function ofVersion2(stats: Cursor): ArtilleryStats {
  const counters = stats.at("counters");
  // Others are the script's own, and may hold whatever it likes.
  const under = (prefix: string): (readonly [string, Cursor])[] =>
    counters.entries().flatMap(([name, one]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), one]] : []));
  const answered = counters.at("http.responses").countOrNull() ?? 0;
  const summaries = stats.at("summaries").isThere ? stats.at("summaries") : stats.at("histograms");
  const period = stats.at("period");
  const periodMs = typeof period.value === "string" ? Number(period.value) : period.amountOrNull();
  return {
    ...countsOf({
      sent: counters.at("http.requests").countOrNull() ?? 0,
      answered,
      codes: codesIn(under("http.codes.")),
      errors: under("errors.").map(([kind, one]) => [kind, one.count()]),
    }),
    arrivals: counters.at("vusers.created").countOrNull(),
    periodMs: Number.isFinite(periodMs) ? periodMs : null,
    firstMs: stats.at("firstMetricAt").amountOrNull() ?? stats.at("firstCounterAt").amountOrNull(),
    lastMs: stats.at("lastMetricAt").amountOrNull() ?? stats.at("lastCounterAt").amountOrNull(),
    ...timesOf(summaries.at("http.response_time"), answered),
  };
}

interface Counted {
  readonly sent: number;
  readonly answered: number;
  readonly codes: readonly (readonly [status: number, count: number])[];
  readonly errors: readonly (readonly [kind: string, count: number])[];
}

type Counts = Pick<ArtilleryStats, "sent" | "completed" | "failed" | "failures" | "reasons">;

/** An error is a request without an answer, or an answer that something in the scenario refused. */
function countsOf({ sent, answered, codes, errors }: Counted): Counts {
  const refused = codes.filter(([status]) => !isSuccess(status));
  const sum = (list: readonly (readonly [string | number, number])[]): number =>
    list.reduce((all, [, count]) => all + count, 0);
  const told = sum(refused) + sum(errors);
  const unanswered = Math.max(0, sent - answered - sum(errors));
  const failed = Math.min(sent, told + unanswered);
  const failures = [
    ...refused.map(([status, count]) => [statusKind(status), count] as const),
    ...errors,
    ["unanswered", unanswered] as const,
  ];
  return {
    sent,
    completed: sent - failed,
    failed,
    failures: told + unanswered > failed ? [["failed", failed]] : failures,
    reasons: [
      ...differing("answers", answered, sum(codes)),
      ...(answered > sent ? differing("requests", sent, answered) : []),
    ],
  };
}

function codesIn(members: readonly (readonly [code: string, count: Cursor])[]): Counted["codes"] {
  return members.map(([code, one]) => [statusIn(code, one), one.count()]);
}

function countsIn(object: Cursor): (readonly [name: string, count: number])[] {
  return object.entries().map(([name, value]) => [name, value.count()]);
}

const RANKS: readonly (readonly [name: string, q: number])[] = [
  ["p50", 0.5],
  ["median", 0.5],
  ["p75", 0.75],
  ["p90", 0.9],
  ["p95", 0.95],
  ["p99", 0.99],
  ["p999", 0.999],
];

/** A whole summary where everything is told, else what is. */
function timesOf(times: Cursor, answered: number): Pick<ArtilleryStats, "service" | "told"> {
  if (!times.isThere || answered === 0) return { service: null, told: null };
  const at = (key: string): number | null => amountOrNone(times.at(key));
  const percentiles = RANKS.flatMap(([name, q]) => {
    const ms = at(name);
    return ms === null ? [] : [{ name, q, ms: rounded(ms) }];
  });
  const told = toldOf({
    count: times.at("count").countOrNull() ?? answered,
    min: at("min"),
    mean: at("mean"),
    max: at("max"),
    percentiles,
  });
  const { count, min, mean, max } = told;
  const [p50, p90, p95, p99, p999] = [at("p50") ?? at("median"), at("p90"), at("p95"), at("p99"), at("p999")];
  if (count === null || min === null || mean === null || max === null) return { service: null, told };
  if (p50 === null || p90 === null || p95 === null || p99 === null || p999 === null) return { service: null, told };
  return { service: { count, min, mean, p50, p90, p95, p99, p999, max }, told: null };
}

/** Version 1 writes `null`, and in places the text `NaN`, where there was too little. */
function amountOrNone(value: Cursor): number | null {
  return value.value === "NaN" ? null : value.amountOrNull();
}
