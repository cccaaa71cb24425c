import type { LoadBody, LoadReason } from "@holdpoint/core";
import type { Cursor } from "../cursor.ts";
import { jsonDocument } from "../cursor.ts";
import { differing, disagree, draftBody } from "../draft.ts";
import { rounded, toldOf } from "../figures.ts";

const CLASSES = ["1xx", "2xx", "3xx", "4xx", "5xx"] as const;
const PERCENTILE = /^p(\d+)(?:_(\d+))?$/;

/**
 * Reads autocannon's JSON. It counts some broken connections nowhere: then more was sent than was answered or counted
 * as an error, and the run is invalid. So is one whose latencies are more than its answers, which its correction for
 * coordinated omission made up (`--ignoreCoordinatedOmission` turns that off).
 *
 * @throws HoldpointError `HP-READ-*` with file and JSON pointer
 */
export function readAutocannon(bytes: Uint8Array, file: string): LoadBody {
  const top = jsonDocument(bytes, file, (one) => one.at("sampleInt").isThere && one.at("latency").isObject);
  const requests = top.at("requests");
  const counts = CLASSES.map((name) => [name, top.at(name).count()] as const);
  const answered = counts.reduce((sum, [, count]) => sum + count, 0);
  const [errors, mismatches] = [top.at("errors").count(), top.at("mismatches").count()];
  const timeouts = top.at("timeouts").count();
  const accepted = counts.reduce((sum, [name, count]) => sum + (name === "2xx" || name === "3xx" ? count : 0), 0);
  const completed = Math.max(0, accepted - mismatches);
  const ended = answered + errors;
  const durationMs = rounded(top.at("duration").amount() * 1000);
  const latency = top.at("latency");
  const told = answered > 0 && latency.at("totalCount").count() > 0;
  return draftBody({
    tool: { name: "autocannon", version: top.at("version").textOrNull() },
    trust: "closed-service-only",
    url: top.at("url").textOrNull(),
    sent: Math.max(ended, requests.at("sent").countOrNull() ?? ended),
    completed,
    failed: ended - completed,
    durationMs,
    failures: [
      ...counts.filter(([name]) => name !== "2xx" && name !== "3xx"),
      ["mismatch", Math.min(accepted, mismatches)],
      ["timeout", Math.min(timeouts, errors)],
      ["error", Math.max(0, errors - timeouts)],
    ],
    told: told ? timesOf(latency) : null,
    // Whole milliseconds, and a histogram of three digits.
    rounding: 0.01,
    achieved: durationMs === 0 ? null : rounded((ended * 1000) / durationMs),
    terms: { connections: top.at("connections").countOrNull(), workers: top.at("workers").countOrNull() },
    reasons: [...differing("requests", requests.at("total").count(), answered), ...doubts(top, answered, ended)],
  });
}

function doubts(top: Cursor, answered: number, ended: number): LoadReason[] {
  const [sent, latencies] = [top.at("requests").at("sent").countOrNull(), top.at("latency").at("totalCount").count()];
  const underWay = (top.at("connections").countOrNull() ?? 0) * (top.at("pipelining").countOrNull() ?? 1);
  const reasons: LoadReason[] = [];
  if (sent !== null && sent - ended > underWay)
    reasons.push(disagree(`${sent} requests were sent, and ${sent - ended} neither answered nor counted as errors`));
  if (latencies !== answered) reasons.push(disagree(`it tells ${latencies} latencies of ${answered} answers`));
  const statuses = top.at("statusCodeStats");
  if (statuses.isThere) {
    const listed = statuses.entries().reduce((sum, [, one]) => sum + one.at("count").count(), 0);
    reasons.push(...differing("answers by class", answered, listed));
  }
  return [
    ...reasons,
    ...differing("answers that are not 2xx", top.at("non2xx").count(), answered - top.at("2xx").count()),
  ];
}

function timesOf(latency: Cursor): ReturnType<typeof toldOf> {
  const percentiles = latency.entries().flatMap(([name, value]) => {
    const [, whole, part = ""] = PERCENTILE.exec(name) ?? [];
    if (whole === undefined) return [];
    return [{ name, q: rounded(Number(`${whole}.${part || "0"}`) / 100), ms: value.amount() }];
  });
  return toldOf({
    count: latency.at("totalCount").count(),
    min: latency.at("min").amount(),
    mean: latency.at("mean").amount(),
    max: latency.at("max").amount(),
    percentiles: percentiles.filter(({ q }) => q >= 0.1 && q <= 1),
  });
}
