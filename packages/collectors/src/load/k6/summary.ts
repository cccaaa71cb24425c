import type { LoadBody, LoadReason, ToldLatency } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Cursor } from "../cursor.ts";
import { jsonDocument } from "../cursor.ts";
import { differing, disagree, draftBody } from "../draft.ts";
import { rounded, toldOf } from "../figures.ts";
import { checksOf } from "./checks.ts";
import { modelOf } from "./model.ts";

const TRENDS: readonly (readonly [key: string, is: "min" | "mean" | "max"])[] = [
  ["min", "min"],
  ["avg", "mean"],
  ["max", "max"],
];
/** A share that was computed from two counts, as it is printed. */
const SHARE_SLACK = 1e-6;

/**
 * Reads a summary of k6: `--summary-export`, where figures stand in the metric itself, or the data of `handleSummary`,
 * where they stand in its `values`. Which model was run is known only where the options were written too.
 *
 * @throws HoldpointError `HP-READ-*` with file and JSON pointer; `HP-READ-NOT-THE-FORMAT` without metrics
 */
export function readK6Summary(bytes: Uint8Array, file: string): LoadBody {
  const top = jsonDocument(bytes, file, (one) => one.at("metrics").isObject);
  const metrics = top.at("metrics");
  const requests = valuesOf(metrics.at("http_reqs"));
  if (!metrics.at("http_reqs").isThere) return nothing(metrics, file);
  const [sent, perS] = [requests.at("count").count(), requests.at("rate").amount()];
  const failures = failed(metrics, sent);
  const completed = sent - (failures.count ?? 0);
  const told = timesOf(metrics.at("http_req_duration"), sent);
  const timed = told?.count ?? 0;
  const { trust, arrivals, target } = modelOf(top.at("options"));
  const iterations = valuesOf(metrics.at("iterations")).at("count").countOrNull();
  const saidMs = top.at("state").at("testRunDurationMs").amountOrNull();
  const durationMs = saidMs ?? (perS === 0 ? 0 : rounded((sent * 1000) / perS));
  return draftBody({
    tool: { name: "k6", version: null },
    trust,
    target,
    achieved: iterations === null || durationMs === 0 ? null : (iterations * 1000) / durationMs,
    sent,
    completed: Math.max(0, completed),
    failed: failures.count,
    dropped: valuesOf(metrics.at("dropped_iterations")).at("count").countOrNull() ?? 0,
    durationMs,
    failures: [["failed", failures.count ?? 0]],
    checks: checksOf(top.at("root_group")),
    told,
    terms: { arrivals },
    reasons: [...failures.reasons, ...(timed > sent ? differing("times", timed, sent) : [])],
  });
}

/** In the older form the figures are the metric's own members. */
function valuesOf(metric: Cursor): Cursor {
  return metric.at("values").isObject ? metric.at("values") : metric;
}

function failed(metrics: Cursor, sent: number): { readonly count: number | null; readonly reasons: LoadReason[] } {
  const metric = metrics.at("http_req_failed");
  if (!metric.isThere) return { count: null, reasons: [] };
  const values = valuesOf(metric);
  // The rate counts what is true, so its passes are the requests that failed.
  const [count, sound] = [values.at("passes").count(), values.at("fails").count()];
  const share = (values.at("rate").isThere ? values.at("rate") : values.at("value")).amount();
  const reasons: LoadReason[] = [...differing("requests", sent, count + sound)];
  if (Math.abs(share * (count + sound) - count) > SHARE_SLACK * (count + sound) + SHARE_SLACK)
    reasons.push(disagree(`it says a share of ${share} failed, ${count} of ${count + sound} did`));
  return { count, reasons };
}

function timesOf(metric: Cursor, count: number): ToldLatency | null {
  if (!metric.isThere || count === 0) return null;
  const values = valuesOf(metric);
  const figures = Object.fromEntries(TRENDS.map(([key, is]) => [is, values.at(key).amountOrNull()]));
  const percentiles = values.entries().flatMap(([name, value]) => {
    const rank = name === "med" ? "50" : /^p\((\d+(?:\.\d+)?)\)$/.exec(name)?.[1];
    const q = rank === undefined ? Number.NaN : rounded(Number(rank) / 100);
    return q >= 0 && q <= 1 ? [{ name, q, ms: value.amount() }] : [];
  });
  return toldOf({ count: values.at("count").countOrNull() ?? count, ...figures, percentiles });
}

/** k6 leaves a metric out that has no sample. */
function nothing(metrics: Cursor, file: string): LoadBody {
  if (!metrics.entries().some(([name]) => name === "iterations" || name === "vus" || name === "data_sent"))
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "the metrics are not k6's", { file, line: 1, column: 1 });
  return draftBody({
    tool: { name: "k6", version: null },
    trust: "unknown",
    sent: 0,
    completed: 0,
    failed: 0,
    durationMs: 0,
  });
}
