import type { ChangePoint, LoadFigures, LoadRunFigures, RunFigures } from "@holdpoint/core";
import { changePoints, HISTORY_MAX } from "@holdpoint/core";
import type { DigestRun } from "../../digest/digest.ts";
import type { TrendMetric } from "./trend-metrics.ts";

/** What one load came to, release after release, on one machine by one plan. */
export interface LoadTrend {
  readonly load: string;
  readonly tool: string;
  readonly planSha256: string;
  readonly testbedSha256: string;
  readonly testbed: string | null;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** Advisory: a change takes runs on both sides, so that the newest is never one. */
  readonly changes: readonly TrendChange[];
}

export interface TrendPoint {
  /** Index of its record in the ledger. */
  readonly seq: number;
  readonly run: string;
  /** RFC 3339, UTC. */
  readonly judgedAt: string;
  readonly commit: string;
  readonly verdict: string;
  /** Null for a run that was invalid, or did not measure it. */
  readonly value: number | null;
}

/** The first run of a new level. */
export interface TrendChange extends Omit<TrendPoint, "value" | "verdict"> {
  readonly was: number;
  readonly is: number;
  /** Null where it was 0. */
  readonly percent: number | null;
  readonly p: number;
  readonly to: "better" | "worse";
}

export interface LoadTrends {
  /** By load; of one load the one that was measured last comes first. */
  readonly trends: readonly LoadTrend[];
  /** Runs that do not say their plan or their machine: comparable with none, not even with one another. */
  readonly incomparable: number;
}

/** Runs may come in any order. What differs in plan, machine or tool is never mixed. */
export function loadTrends(given: readonly DigestRun[], metric: TrendMetric, load: string | null = null): LoadTrends {
  const all = given
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap((run) => loadRuns(run.figures).map((figures) => ({ run, figures })))
    .filter(({ figures }) => load === null || figures.id === load);
  const known = all.filter(({ figures }) => figures.planSha256 !== null && figures.testbedSha256 !== null);
  const groups = Map.groupBy(known, ({ figures: { id, tool, planSha256, testbedSha256 } }) =>
    JSON.stringify([id, tool, planSha256, testbedSha256]),
  );
  const trends = [...groups.values()].map((group) => trendOf(group.slice(-HISTORY_MAX), metric));
  return { trends: trends.sort(inOrder), incomparable: all.length - known.length };
}

/** Figures of another form are no figures. */
export function loadRuns({ figures }: Pick<RunFigures, "figures">): LoadFigures["runs"] {
  const runs = figures["performance"]?.["runs"];
  return Array.isArray(runs) ? runs : [];
}

interface Told {
  readonly run: DigestRun;
  readonly figures: LoadRunFigures;
}

function trendOf(group: readonly Told[], metric: TrendMetric): LoadTrend {
  const points = group.map(({ run: { seq, run, figures: of }, figures }): TrendPoint => {
    return { seq, run, judgedAt: of.judgedAt, commit: of.commit, verdict: of.verdict, value: metric.of(figures) };
  });
  const last = group.at(-1)?.figures;
  return {
    load: last?.id ?? "",
    tool: last?.tool ?? "",
    planSha256: last?.planSha256 ?? "",
    testbedSha256: last?.testbedSha256 ?? "",
    testbed: last?.testbed ?? null,
    points,
    changes: changesOf(points, metric),
  };
}

function changesOf(points: readonly TrendPoint[], { better }: TrendMetric): readonly TrendChange[] {
  const measured = points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
  return changePoints(measured.map(({ value }) => value)).flatMap((change) => {
    const first = measured[change.index];
    if (first === undefined) return [];
    const { seq, run, judgedAt, commit } = first;
    return [{ seq, run, judgedAt, commit, ...toldOf(change, better) }];
  });
}

function toldOf(
  { before, after, p }: ChangePoint,
  better: TrendMetric["better"],
): Pick<TrendChange, "was" | "is" | "percent" | "p" | "to"> {
  const percent = before === 0 ? null : ((after - before) / Math.abs(before)) * 100;
  return { was: before, is: after, percent, p, to: after > before === (better === "higher") ? "better" : "worse" };
}

function inOrder(a: LoadTrend, b: LoadTrend): number {
  if (a.load !== b.load) return a.load < b.load ? -1 : 1;
  const newer = (b.points.at(-1)?.seq ?? 0) - (a.points.at(-1)?.seq ?? 0);
  if (newer !== 0) return newer;
  return identityOf(a) < identityOf(b) ? -1 : 1;
}

function identityOf({ tool, planSha256, testbedSha256 }: LoadTrend): string {
  return JSON.stringify([tool, planSha256, testbedSha256]);
}
