import type { CheckInput, Finding, JsonObject, LatencySummary, LoadBody, LoadWindow } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import type { Passed, Problem } from "../conclude.ts";
import { conclude } from "../conclude.ts";
import { countParam, percentParam, wrong } from "../params.ts";
import { isCapacityRun, noneToJudge } from "./load-runs.ts";

/** When a rate counts as held; `latency` is response time, of another tool's run whatever it measured. */
export interface Limits {
  readonly percentile: (typeof PERCENTILES)[number];
  readonly maxMs: number;
  readonly maxBadPercent: number;
  /** Seconds in all that the rate, or a higher one, was held. */
  readonly holdS: number;
}

/** A stretch of a climb: what was asked of the target and what came of it. Rates a second. */
export interface Point {
  readonly atMs: number;
  readonly sizeMs: number;
  readonly offered: number;
  readonly completed: number;
  /** Failed or dropped, of what ended. */
  readonly bad: number;
  readonly failed: number;
  readonly latency: LatencySummary | null;
  readonly service: LatencySummary | null;
  /** Arrivals that waited at its end. */
  readonly queued: number;
  readonly lagMax: number | null;
}

/** A way up, and perhaps down again. */
export interface Climb {
  readonly name: string;
  readonly runs: readonly LoadBody[];
  readonly points: readonly Point[];
}

const PERCENTILES = ["p50", "p90", "p95", "p99", "p999"] as const;
/** Answers beside arrivals, below which a target does not keep up; a window cuts some off. */
const KEEPS_UP = 0.95;

export function limitsParam(params: JsonObject): Limits {
  const given = params["limits"];
  const form = "{ percentile, maxMs, maxBadPercent, holdS }";
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw wrong("limits", form, given);
  const limits = given as JsonObject;
  const percentile = PERCENTILES.find((name) => name === limits["percentile"]);
  if (percentile === undefined) throw wrong("limits", `with a percentile of ${PERCENTILES.join(", ")}`, given);
  const maxBadPercent = percentParam(limits, "maxBadPercent");
  return { percentile, maxMs: countParam(limits, "maxMs"), maxBadPercent, holdS: countParam(limits, "holdS") };
}

/** Each run that climbs by itself is one; runs of one rate each are together one, by rising rate. */
export function climbsOf(input: CheckInput): readonly Climb[] {
  const runs = bodiesOf<LoadBody>(input, KIND.load).filter(isCapacityRun);
  const rungs = runs.filter(isRung).toSorted((a, b) => (a.target ?? 0) - (b.target ?? 0));
  const alone = runs.filter((run) => !isRung(run));
  const climbs = alone.map((run) => ({ name: run.id, runs: [run], points: windowPoints(run) }));
  return rungs.length === 0
    ? climbs
    : [...climbs, { name: "of several runs", runs: rungs, points: rungs.map(runPoint) }];
}

/** A check that is asked of each climb alone; whether there is one at all is asked by `climb-measured`. */
export function judgeClimbs(
  input: CheckInput,
  problems: (climb: Climb) => readonly Problem[],
  passed: (climbs: readonly Climb[]) => Passed,
): Finding {
  const climbs = climbsOf(input).filter(({ points }) => points.length > 0);
  if (climbs.length === 0) return noneToJudge("climb", "climb-measured");
  return conclude(climbs.flatMap(problems), passed(climbs));
}

export function isMet(point: Point, { percentile, maxMs, maxBadPercent }: Limits): boolean {
  if (point.latency === null || point.completed < point.offered * KEEPS_UP) return false;
  return point.latency[percentile] <= maxMs && point.bad * 100 <= maxBadPercent;
}

/** Where the target gave way for good: the first of two points on end, or the last one. Null: it never did. */
export function brokenAt(points: readonly Point[], limits: Limits): number | null {
  const at = points.findIndex((point, index) => {
    const next = points[index + 1];
    return !isMet(point, limits) && (next === undefined || !isMet(next, limits));
  });
  return at === -1 ? null : at;
}

/** Points before the target gave way. */
export function beforeBroken(points: readonly Point[], limits: Limits): readonly Point[] {
  return points.slice(0, brokenAt(points, limits) ?? points.length);
}

/** The highest rate that was held for so long in all before the target gave way, rounded down; 0 for none. */
export function heldPerS(points: readonly Point[], limits: Limits): number {
  const met = beforeBroken(points, limits).filter((point) => isMet(point, limits));
  let heldMs = 0;
  for (const { offered, sizeMs } of met.toSorted((a, b) => b.offered - a.offered)) {
    heldMs += sizeMs;
    if (heldMs >= limits.holdS * 1000) return Math.floor(offered);
  }
  return 0;
}

function isRung({ terms, windows }: LoadBody): boolean {
  return windows.length === 0 || terms.arrivals.every((kind) => kind !== "ramp" && kind !== "steps");
}

function windowPoints({ windows, durationMs }: LoadBody): Point[] {
  let before = 0;
  return windows.flatMap((window) => {
    const waited = before;
    before = window.queued;
    // What comes in after the last arrival is the drain, not the climb.
    return window.startMs >= durationMs || !(window.sizeMs > 0) ? [] : pointOf(window, waited);
  });
}

function pointOf(window: LoadWindow, waited: number): Point[] {
  const { startMs, sizeMs, sent, completed, failed, dropped, queued, lagMax, service } = window;
  const ended = completed + failed + dropped;
  const arrived = Math.max(0, sent + dropped + queued - waited);
  if (ended === 0 && arrived === 0) return [];
  const perS = 1000 / sizeMs;
  const [offered, answered] = [arrived * perS, completed * perS];
  const [bad, lost] = ended === 0 ? [1, 0] : [(failed + dropped) / ended, failed / ended];
  const latency = window.response ?? service;
  return [{ atMs: startMs, sizeMs, offered, completed: answered, bad, failed: lost, latency, service, queued, lagMax }];
}

function runPoint(run: LoadBody): Point {
  const { durationMs, completed, failed, dropped, target, achieved, response, service, queue, lag } = run;
  const ended = completed + failed + dropped;
  const [bad, lost] = ended === 0 ? [1, 0] : [(failed + dropped) / ended, failed / ended];
  const answered = durationMs > 0 ? (completed * 1000) / durationMs : 0;
  const clocks = { latency: response ?? service, service };
  const offered = target ?? achieved ?? 0;
  const waits = { queued: queue?.max ?? 0, lagMax: lag?.max ?? null };
  return { atMs: 0, sizeMs: durationMs, offered, completed: answered, bad, failed: lost, ...clocks, ...waits };
}
