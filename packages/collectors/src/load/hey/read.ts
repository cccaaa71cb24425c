import type { LoadBody, ToldLatency } from "@holdpoint/core";
import { disagree, draftBody } from "../draft.ts";
import { amountIn, countIn, rateFits, rounded, toldOf } from "../figures.ts";
import { isSuccess, statusKind } from "../status.ts";
import { TextReport } from "../text-report.ts";

const STATUS = /^\s+\[(\d{3})\]\s+(\d+) responses?$/;
const ERROR = /^\s+\[(\d+)\]\s+(.*)$/;
// Some versions print the percent sign twice.
const PERCENTILE = /^\s+(\d+(?:\.\d+)?)%%? in (\S+) secs$/;
const KIND_CHARS_MAX = 200;

/**
 * Reads what hey prints. Requests that its HTTP client sent again by itself are counted nowhere, so resets of idle
 * connections cannot be seen.
 *
 * @throws HoldpointError `HP-READ-*` with file and line
 */
export function readHey(bytes: Uint8Array, file: string): LoadBody {
  const report = new TextReport(bytes, file);
  const seconds = (name: string): number => {
    const { groups, place } = report.must(new RegExp(String.raw`^\s+${name}:\s+(\S+)(?: secs)?$`), name);
    return amountIn(groups[0] ?? "", name, place);
  };
  const [totalS, perS] = [seconds("Total"), seconds("Requests/sec")];
  report.must(/^Status code (distribution):$/, "distribution of statuses");
  report.assertEnded();
  const statuses = report
    .section("Status code distribution:", STATUS)
    .map(({ groups: [status = "", count = ""], place }) => [Number(status), countIn(count, status, place)] as const);
  const errors = report
    .section("Error distribution:", ERROR)
    .map(({ groups: [count = "", kind = ""], place }) => [kind, countIn(count, "errors", place)] as const);
  const answered = statuses.reduce((sum, [, count]) => sum + count, 0);
  const broken = errors.reduce((sum, [, count]) => sum + count, 0);
  const completed = statuses.reduce((sum, [status, count]) => sum + (isSuccess(status) ? count : 0), 0);
  const sent = answered + broken;
  const fits = rateFits(sent, perS, totalS, { perS: 0.000_05, s: 0.000_05 });
  return draftBody({
    tool: { name: "hey", version: null },
    trust: "closed-service-only",
    sent,
    completed,
    failed: sent - completed,
    durationMs: rounded(totalS * 1000),
    failures: [
      ...statuses
        .filter(([status]) => !isSuccess(status))
        .map(([status, count]) => [statusKind(status), count] as const),
      ...errors.map(([kind, count]) => [withoutAddress(kind), count] as const),
    ],
    told: answered === 0 ? null : timesOf(report, answered, seconds),
    // Seconds with four decimals, so short times are coarse.
    rounding: 0.02,
    achieved: rounded(perS),
    reasons: fits ? [] : [disagree(`${sent} requests in ${totalS} s are not ${perS} a second`)],
  });
}

function timesOf(report: TextReport, count: number, seconds: (name: string) => number): ToldLatency {
  const ms = (name: string): number => rounded(seconds(name) * 1000);
  const percentiles = report
    .section("Latency distribution:", PERCENTILE)
    // Of few requests it has not every percentile, and prints a row of zeros for each that it lacks.
    .filter(({ groups: [name] }) => name !== "0")
    .map(({ groups: [name = "", time = ""], place }) => ({
      name: `${name}%`,
      q: rounded(Math.min(100, amountIn(name, "the percentile", place)) / 100),
      ms: rounded(amountIn(time, "the latency", place) * 1000),
    }));
  return toldOf({ count, min: ms("Fastest"), mean: ms("Average"), max: ms("Slowest"), percentiles });
}

/** Ports of our side differ from request to request and say nothing. */
function withoutAddress(kind: string): string {
  return kind.replaceAll(/\d+\.\d+\.\d+\.\d+:\d+->/g, "").slice(0, KIND_CHARS_MAX) || "error";
}
