import type { LoadBody, LoadReason, LoadSeries, ToldLatency } from "@holdpoint/core";
import type { Cursor } from "../cursor.ts";
import { jsonDocument } from "../cursor.ts";
import { differing, draftBody } from "../draft.ts";
import { rounded, toldOf } from "../figures.ts";
import type { LoadFormatReader } from "../format.ts";

const GROUPS_DEPTH_MAX = 32;
const FIGURE = /^\d{1,15}(?:\.\d+)?$/;
const COUNT = /^\d{1,15}$/;

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
  const { sent, failed, perS } = countsOf(stats);
  const leaves = requestsOf(top.at("contents"), 0);
  const named = leaves.map((one) => countsOf(one.stats));
  const sum = (of: "sent" | "failed"): number => named.reduce((all, one) => all + one[of], 0);
  return draftBody({
    tool: { name: "gatling", version: null },
    trust: "unknown",
    sent,
    completed: sent - failed,
    failed,
    durationMs: perS === 0 ? 0 : rounded((sent * 1000) / perS),
    failures: [["failed", failed]],
    told: sent === 0 ? null : timesOf(stats, sent),
    // Whole milliseconds.
    rounding: 0.01,
    series: leaves.map(({ name, stats: own }) => seriesOf(name, own)),
    reasons: [
      ...rangeReasons(stats, sent, failed),
      ...(leaves.length === 0
        ? []
        : [...differing("requests", sent, sum("sent")), ...differing("failed requests", failed, sum("failed"))]),
    ],
  });
}

/** Figures are numbers in newer versions, texts before, and `-` where there was nothing. */
function figure(value: Cursor): number | null {
  if (!value.isThere || value.value === "-") return null;
  if (typeof value.value !== "string") return value.amount();
  return FIGURE.test(value.value) ? Number(value.value) : value.fail("must be a number from 0");
}

function countAt(value: Cursor): number {
  if (value.value === "-") return 0;
  if (typeof value.value !== "string") return value.count();
  return COUNT.test(value.value) ? Number(value.value) : value.fail("must be a count, an integer from 0");
}

function countsOf(stats: Cursor): { sent: number; failed: number; perS: number } {
  const requests = stats.at("numberOfRequests");
  const [sent, ok, failed] = [countAt(requests.at("total")), countAt(requests.at("ok")), countAt(requests.at("ko"))];
  if (ok + failed !== sent) requests.fail(`${ok} that succeeded and ${failed} that failed are not ${sent}`);
  return { sent, failed, perS: figure(stats.at("meanNumberOfRequestsPerSecond").at("total")) ?? 0 };
}

/** Three ranges of time hold what succeeded, the fourth what failed. */
function rangeReasons(stats: Cursor, sent: number, failed: number): readonly LoadReason[] {
  const counts = [1, 2, 3, 4].map((number) => stats.at(`group${number}`).at("count").countOrNull());
  const told = counts.filter((count) => count !== null);
  if (told.length < counts.length) return [];
  const all = told.reduce((sum, count) => sum + count, 0);
  return [...differing("requests", sent, all), ...differing("failed requests", failed, told.at(-1) ?? 0)];
}

function timesOf(stats: Cursor, count: number): ToldLatency {
  const of = (name: string): number | null => figure(stats.at(name).at("total"));
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

function seriesOf(name: string, stats: Cursor): LoadSeries {
  const { sent, failed } = countsOf(stats);
  const told = timesOf(stats, sent);
  return { of: "endpoint", name, completed: sent - failed, failed, response: null, service: null, summary: null, told };
}
