import type { LoadBody, LoadReason, LoadSeries, ToldLatency } from "@holdpoint/core";
import type { Cursor } from "../cursor.ts";
import { jsonDocument } from "../cursor.ts";
import { differing, draftBody } from "../draft.ts";
import { amountIn, countIn, rounded, toldOf } from "../figures.ts";
import type { LoadFormatReader } from "../format.ts";

const GROUPS_DEPTH_MAX = 32;

/** Gatling's `js/stats.json` and `js/global_stats.json`. */
export const gatlingStats: LoadFormatReader = {
  format: "gatling-stats",
  looksLike: (head) =>
    /^\ufeff?\s*\{/.test(head) && /"numberOfRequests"\s*:/.test(head) && /"percentiles1"\s*:/.test(head),
  read: readStats,
};

/**
 * Reads the figures of Gatling's report. Which percentiles are its four is said in `gatling.conf` and not here, so they
 * are told without their rank; `simulation.log` has every time. How users were injected is not said either.
 *
 * @throws HoldpointError `HP-READ-*` with file and JSON pointer
 */
function readStats(bytes: Uint8Array, file: string): LoadBody {
  const top = jsonDocument(bytes, file, (one) => one.at("stats").isObject || one.at("numberOfRequests").isObject);
  const stats = top.at("stats").isObject ? top.at("stats") : top;
  const { sent, failed, perS } = countsOf(stats, file);
  const leaves = requestsOf(top.at("contents"), 0);
  const named = leaves.map((one) => countsOf(one.stats, file));
  const sum = (of: "sent" | "failed"): number => named.reduce((all, one) => all + one[of], 0);
  return draftBody({
    tool: { name: "gatling", version: null },
    trust: "unknown",
    sent,
    completed: sent - failed,
    failed,
    durationMs: perS === 0 ? 0 : rounded((sent * 1000) / perS),
    failures: [["failed", failed]],
    told: sent === 0 ? null : timesOf(stats, sent, file),
    // Whole milliseconds.
    rounding: 0.01,
    series: leaves.map(({ name, stats: own }) => seriesOf(name, own, file)),
    reasons: [
      ...rangeReasons(stats, sent, failed),
      ...(leaves.length === 0
        ? []
        : [...differing("requests", sent, sum("sent")), ...differing("failed requests", failed, sum("failed"))]),
    ],
  });
}

/** Figures are numbers in newer versions, texts before, and `-` where there was nothing. */
function figure(value: Cursor, file: string): number | null {
  if (!value.isThere || value.value === "-") return null;
  return typeof value.value === "string" ? amountIn(value.value, "the figure", { file }) : value.amount();
}

function countAt(value: Cursor, file: string): number {
  if (value.value === "-") return 0;
  return typeof value.value === "string" ? countIn(value.value, "the count", { file }) : value.count();
}

function countsOf(stats: Cursor, file: string): { sent: number; failed: number; perS: number } {
  const requests = stats.at("numberOfRequests");
  const [sent, ok, failed] = [
    countAt(requests.at("total"), file),
    countAt(requests.at("ok"), file),
    countAt(requests.at("ko"), file),
  ];
  if (ok + failed !== sent) requests.fail(`${ok} that succeeded and ${failed} that failed are not ${sent}`);
  return { sent, failed, perS: figure(stats.at("meanNumberOfRequestsPerSecond").at("total"), file) ?? 0 };
}

/** Three ranges of time hold what succeeded, the fourth what failed. */
function rangeReasons(stats: Cursor, sent: number, failed: number): readonly LoadReason[] {
  const counts = [1, 2, 3, 4].map((number) => stats.at(`group${number}`).at("count").countOrNull());
  const told = counts.filter((count) => count !== null);
  if (told.length < counts.length) return [];
  const all = told.reduce((sum, count) => sum + count, 0);
  return [...differing("requests", sent, all), ...differing("failed requests", failed, told.at(-1) ?? 0)];
}

function timesOf(stats: Cursor, count: number, file: string): ToldLatency {
  const of = (name: string): number | null => figure(stats.at(name).at("total"), file);
  const percentiles = [1, 2, 3, 4].flatMap((number) => {
    const ms = of(`percentiles${number}`);
    return ms === null ? [] : [{ name: `percentiles${number}`, q: null, ms }];
  });
  return toldOf({
    count,
    min: of("minResponseTime"),
    mean: of("meanResponseTime"),
    max: of("maxResponseTime"),
    percentiles,
  });
}

interface Leaf {
  readonly name: string;
  readonly stats: Cursor;
}

function requestsOf(contents: Cursor, depth: number): Leaf[] {
  if (depth > GROUPS_DEPTH_MAX) contents.fail(`groups are nested deeper than ${GROUPS_DEPTH_MAX}`);
  return contents.entries().flatMap(([, one]) => {
    if (one.at("contents").isThere) return requestsOf(one.at("contents"), depth + 1);
    const name = one.at("path").textOrNull() || one.at("name").text();
    return [{ name, stats: one.at("stats") }];
  });
}

function seriesOf(name: string, stats: Cursor, file: string): LoadSeries {
  const { sent, failed } = countsOf(stats, file);
  const told = timesOf(stats, sent, file);
  return { of: "endpoint", name, completed: sent - failed, failed, response: null, service: null, summary: null, told };
}
