import type { BandId, Count, CoverageMetric, RunFigures } from "@holdpoint/core";
import type { ComponentDigest } from "./components.ts";
import { componentDigests, coverageFigures } from "./components.ts";
import type { DueException } from "./exceptions.ts";
import { dueExceptions } from "./exceptions.ts";
import type { DeadGate, HeldCheck } from "./failures.ts";
import { deadGates, heldChecks } from "./failures.ts";
import type { FlakyTest } from "./flaky.ts";
import { flakyTests } from "./flaky.ts";
import type { LoadDigest } from "./load.ts";
import { loadDigest } from "./load.ts";

export const DIGEST_SCHEMA = "holdpoint/digest/v1";

const LATEST_MAX = 20;
const TREND_MAX = 40;

/** A run as the ledger tells it. */
export interface DigestRun {
  /** Index of its record in the ledger. */
  readonly seq: number;
  readonly run: string;
  readonly figures: RunFigures;
}

export interface DigestTerms {
  readonly service: string;
  readonly sinceMs: number;
  readonly untilMs: number;
  /** Records of the period that could not be understood. */
  readonly unreadable: number;
  /** False: no checkpoint kept outside the ledger vouches for every run of the period. */
  readonly anchored: boolean;
  /** True: there were more runs than are read, and the oldest were left out. */
  readonly cutOff: boolean;
}

/** What happened in a period, made of ledger entries and of nothing else: same entries, same bytes. */
export interface Digest {
  readonly schema: typeof DIGEST_SCHEMA;
  readonly service: string;
  /** RFC 3339, UTC. */
  readonly since: string;
  readonly until: string;
  readonly runs: {
    readonly whole: number;
    readonly promoted: number;
    readonly held: number;
    /** `check`: some gates only. */
    readonly partial: number;
    readonly totalMs: number;
    readonly medianMs: number | null;
    readonly slowestMs: number | null;
    readonly unreadable: number;
  };
  /** Ledger indexes of the first and last run that the rest is made of; null when there was none. */
  readonly entries: { readonly first: number; readonly last: number } | null;
  readonly anchored: boolean;
  readonly cutOff: boolean;
  /** Newest first, at most 20. */
  readonly latest: readonly RunLine[];
  /** Covered lines of the whole, oldest first, of the last 40 runs that measured them. */
  readonly trend: readonly Count[];
  /** How the gate `coverage` ended in the run that the last figures are from; null: nothing measured, or not judged. */
  readonly coverageVerdict: string | null;
  readonly whole: ComponentDigest | null;
  readonly components: readonly ComponentDigest[];
  readonly held: readonly HeldCheck[];
  readonly deadGates: readonly DeadGate[];
  readonly flaky: readonly FlakyTest[];
  readonly exceptions: readonly DueException[];
  /** p99 of response time, load by load; null: no run of the period put anything under load. */
  readonly load: LoadDigest | null;
  readonly mapping: { readonly first: Count; readonly last: Count; readonly untested: readonly string[] } | null;
}

/** One run in the list of the latest. */
export interface RunLine {
  readonly seq: number;
  readonly run: string;
  readonly judgedAt: string;
  readonly verdict: string;
  readonly partial: boolean;
  readonly profile: string;
  readonly environment: string;
  readonly commit: string;
  readonly durationMs: number;
  readonly lines: Count | null;
}

export interface MetricChange {
  readonly metric: CoverageMetric;
  readonly first: Count | null;
  readonly last: Count;
  /** Percentage points with two decimals, `+1.25`; null where there was nothing to compare with. */
  readonly points: string | null;
  /** Change of what is uncovered; null where there was nothing to compare with. */
  readonly uncovered: number | null;
  readonly band: BandId | null;
}

/** Runs may come in any order. */
export function digestOfRuns(given: readonly DigestRun[], terms: DigestTerms): Digest {
  const runs = given.filter(({ figures }) => isWithin(figures.judgedAt, terms)).toSorted((a, b) => a.seq - b.seq);
  const all = runs.map(({ figures }) => figures);
  const whole = all.filter(({ partial }) => !partial);
  const durations = whole.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
  const [first, last] = [runs[0], runs.at(-1)];
  const { total, components } = componentDigests(all);
  return {
    schema: DIGEST_SCHEMA,
    service: terms.service,
    since: new Date(terms.sinceMs).toISOString(),
    until: new Date(terms.untilMs).toISOString(),
    runs: {
      whole: whole.length,
      promoted: whole.filter(({ verdict }) => verdict === "PROMOTE").length,
      held: whole.filter(({ verdict }) => verdict !== "PROMOTE").length,
      partial: all.length - whole.length,
      totalMs: all.reduce((sum, { durationMs }) => sum + durationMs, 0),
      medianMs: durations[Math.floor((durations.length - 1) / 2)] ?? null,
      slowestMs: durations.at(-1) ?? null,
      unreadable: terms.unreadable,
    },
    entries: first === undefined || last === undefined ? null : { first: first.seq, last: last.seq },
    anchored: terms.anchored,
    cutOff: terms.cutOff,
    latest: runs.slice(-LATEST_MAX).toReversed().map(runLine),
    trend: all.flatMap((run) => linesOf(run) ?? []).slice(-TREND_MAX),
    coverageVerdict: coverageVerdictOf(all),
    whole: total,
    components,
    held: heldChecks(all),
    deadGates: deadGates(all),
    flaky: flakyTests(all),
    exceptions: dueExceptions(all, terms.untilMs),
    load: loadDigest(runs),
    mapping: mappingOf(all),
  };
}

function runLine({ seq, run, figures }: DigestRun): RunLine {
  const { judgedAt, verdict, partial, profile, environment, commit, durationMs } = figures;
  const lines = linesOf(figures);
  return { seq, run, judgedAt, verdict, partial, profile, environment, commit, durationMs, lines };
}

function linesOf({ figures }: RunFigures): Count | null {
  const [lines] = coverageFigures(figures["coverage"]).map(({ totals }) => totals.lines);
  return lines ?? null;
}

function isWithin(judgedAt: string, { sinceMs, untilMs }: DigestTerms): boolean {
  const atMs = Date.parse(judgedAt);
  return atMs >= sinceMs && atMs < untilMs;
}

/** Figures of stale or carried reports are figures all the same; only the gate says what they are worth. */
function coverageVerdictOf(runs: readonly RunFigures[]): string | null {
  const last = runs.findLast(({ figures }) => coverageFigures(figures["coverage"]).length > 0);
  return last?.gates.find(({ id }) => id === "coverage")?.verdict ?? null;
}

function mappingOf(runs: readonly RunFigures[]): Digest["mapping"] {
  const all = runs.flatMap(({ figures }) => {
    const own = figures["test-mapping"];
    const [modules, tested, untested] = [own?.["modules"], own?.["tested"], own?.["untested"]];
    if (typeof modules !== "number" || typeof tested !== "number" || !Array.isArray(untested)) return [];
    return [{ count: { covered: tested, total: modules }, untested: untested as readonly string[] }];
  });
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first: first.count, last: last.count, untested: last.untested };
}
