import type { LoadBody, ToldLatency } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { disagree, draftBody } from "../draft.ts";
import { amountIn, countIn, durationIn, rateFits, rounded, toldOf } from "../figures.ts";
import { TextReport } from "../text-report.ts";

const SUMMARY = /^\s*(\d+) requests in (\S+), \S+ read$/;
const THREADS = /^\s*(\d+) threads? and (\d+) connections?$/;
const LATENCY = /^\s+Latency\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)$/;
const SOCKETS = /^\s*Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)$/;
const OTHER_STATUS = /^\s*Non-2xx or 3xx responses: (\d+)$/;
const PERCENTILE = /^\s+(\d+(?:\.\d+)?)%\s+(\S+)$/;

/**
 * Reads what wrk prints. A socket error is a failed request beside those that it counts as requests; a timed out one,
 * which may be answered later, too: rather one failure too many.
 *
 * @throws HoldpointError `HP-READ-*` with file and line; `HP-READ-NOT-THE-FORMAT` for wrk2's, whose clock is another
 */
export function readWrk(bytes: Uint8Array, file: string): LoadBody {
  const report = new TextReport(bytes, file);
  refuseWrk2(report);
  const [running, threads] = [report.must(/^Running (\S+) test @ (\S+)$/, "target"), report.must(THREADS, "threads")];
  const summary = report.must(SUMMARY, "number of requests");
  const rate = report.must(/^Requests\/sec:\s+(\S+)$/, "rate of requests");
  report.must(/^Transfer\/sec:\s+(\S+)$/, "rate of transfer, its last line");
  report.assertEnded();
  const [answered, durationMs] = [
    countIn(summary.groups[0] ?? "", "requests", summary.place),
    durationIn(summary.groups[1] ?? "", "the time", summary.place),
  ];
  const perS = amountIn(rate.groups[0] ?? "", "the rate", rate.place);
  const sockets = report.one(SOCKETS);
  const kinds = ["connect", "read", "write", "timeout"].map(
    (kind, index) => [kind, sockets === null ? 0 : countIn(sockets.groups[index] ?? "", kind, sockets.place)] as const,
  );
  const status = report.one(OTHER_STATUS);
  const refused = status === null ? 0 : countIn(status.groups[0] ?? "", "responses", status.place);
  const broken = kinds.reduce((sum, [, count]) => sum + count, 0);
  const fits = rateFits(answered, perS, durationMs / 1000, { perS: 0.01, s: 0.01 });
  return draftBody({
    tool: { name: "wrk", version: null },
    trust: "closed-service-only",
    url: running.groups[1] ?? null,
    sent: answered + broken,
    completed: Math.max(0, answered - refused),
    failed: Math.min(answered, refused) + broken,
    durationMs,
    failures: [...kinds, ["status", Math.min(answered, refused)]],
    told: timesOf(report),
    // wrk prints two decimals of whatever unit; its maximum and its percentiles are rounded apart.
    rounding: 0.005,
    achieved: rounded(perS),
    terms: {
      connections: countIn(threads.groups[1] ?? "", "connections", threads.place),
      workers: countIn(threads.groups[0] ?? "", "threads", threads.place),
    },
    reasons: [
      ...(fits ? [] : [disagree(`${answered} requests in ${durationMs} ms are not ${perS} a second`)]),
      ...(refused > answered ? [disagree(`${refused} refused responses of ${answered}`)] : []),
    ],
  });
}

function timesOf(report: TextReport): ToldLatency | null {
  const latency = report.must(LATENCY, "latency");
  const [mean = "", , max = ""] = latency.groups;
  const rows = report.lines.flatMap((line, index) => {
    const [, name, time] = PERCENTILE.exec(line) ?? [];
    if (name === undefined || time === undefined) return [];
    const place = report.place(index);
    const q = rounded(amountIn(name, "the percentile", place) / 100);
    if (q > 1) throw new HoldpointError("HP-READ-SYNTAX", `a percentile of ${name}%`, place);
    return [{ name: `${name}%`, q, ms: durationIn(time, "the latency", place) }];
  });
  const times = {
    mean: durationIn(mean, "the mean", latency.place),
    max: durationIn(max, "the maximum", latency.place),
    percentiles: rows,
  };
  // Without an answer wrk prints a row of zeros, which is no time of anything.
  return times.max === 0 ? null : toldOf(times);
}

function refuseWrk2(report: TextReport): void {
  const at = report.lines.findIndex((line) => line.includes("HdrHistogram") || line.includes("Uncorrected Latency"));
  if (at === -1) return;
  const text = "this is wrk2's output, whose clock is another; import its histogram log";
  throw new HoldpointError("HP-READ-NOT-THE-FORMAT", text, report.place(at));
}
