import { didYouMean, isHoldpointError } from "@holdpoint/core";
import { wantsColor } from "../color.ts";
import type { LoadTrendFlags } from "../commands/load-trend-flags.ts";
import { many } from "../digest/numbers.ts";
import type { Period } from "../digest/period.ts";
import { periodOf } from "../digest/period.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import type { DigestEntries } from "../io/digest-entries.ts";
import { readDigestEntries } from "../io/digest-entries.ts";
import { verifyTerms } from "../io/verify-terms.ts";
import { loadRuns, loadTrends } from "../load/trend/load-trends.ts";
import { trendMetric } from "../load/trend/trend-metrics.ts";
import { trendText } from "../load/trend/trend-text.ts";
import { GATES } from "../registry.ts";
import { painter } from "../reporters/text/paint.ts";
import { printable } from "../reporters/view/printable.ts";
import type { Answer } from "../verb.ts";

const SCHEMA = "holdpoint/load-trend/v1";

export default async function loadTrend(host: Host, flags: LoadTrendFlags): Promise<Answer> {
  const metric = trendMetric(flags.metric);
  const { root, config } = loadConfig(host.cwd, flags.config, GATES);
  const period = periodOf(flags.since, flags.until, host.nowMs());
  const { service } = config;
  const entries = entriesOf(root, { ...period, service });
  const runs = entries.runs.filter(({ figures }) => {
    const atMs = Date.parse(figures.judgedAt);
    return atMs >= period.sinceMs && atMs < period.untilMs;
  });
  const { trends, incomparable } = loadTrends(runs, metric, flags.load ?? null);
  const isEmpty = trends.every(({ points }) => points.every(({ value }) => value === null));
  const notes = [...notesOf(entries), ...(isEmpty ? [emptyNote(runs, flags)] : [])];
  const { unreadable, anchored, cutOff } = entries;
  return {
    exit: isEmpty ? EXIT.noVerdict : EXIT.pass,
    json: () => ({
      schema: SCHEMA,
      service,
      metric: metric.id,
      unit: metric.unit,
      better: metric.better,
      since: new Date(period.sinceMs).toISOString(),
      until: new Date(period.untilMs).toISOString(),
      trends,
      incomparable,
      unreadable,
      anchored,
      cutOff,
      notes,
    }),
    text: () => {
      const paint = painter(wantsColor(host.stdout, host.env));
      return trendText({ trends, incomparable }, { metric, paint, columns: host.stdout.columns, notes });
    },
  };
}

/** No ledger is no history, which is said as any other lack of it. */
function entriesOf(root: string, asked: Period & { readonly service: string }): DigestEntries {
  try {
    return readDigestEntries(root, asked, verifyTerms(root, { revokedNow: false }));
  } catch (thrown) {
    if (!(isHoldpointError(thrown) && thrown.code === "HP-RUN-UNKNOWN")) throw thrown;
    return { runs: [], unreadable: 0, anchored: false, cutOff: false };
  }
}

function notesOf({ runs, unreadable, anchored, cutOff }: DigestEntries): string[] {
  return [
    ...(unreadable > 0 ? [`Not understood, and in no figure below: ${many(unreadable, "record")}.`] : []),
    ...(cutOff ? ["There were more runs than are read; the oldest are in no figure below."] : []),
    ...(anchored || runs.length === 0 ? [] : ["No checkpoint outside the ledger vouches for all of these runs."]),
  ];
}

function emptyNote(runs: DigestEntries["runs"], { load }: LoadTrendFlags): string {
  if (runs.length === 0) return "There is no history: no run of this time is on record.";
  const ids = [...new Set(runs.flatMap(({ figures }) => loadRuns(figures).map(({ id }) => id)))].sort();
  if (ids.length === 0) return "There is no history: no run of this time judged a load by the gate performance.";
  const known = `there is ${ids.map(printable).join(", ")}${printable(didYouMean(load ?? "", ids))}`;
  return load === undefined || ids.includes(load)
    ? "There is no history: no run of this time measured it in a way that can be compared."
    : `There is no history of load ${printable(load)}: ${known}`;
}
