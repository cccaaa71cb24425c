import type { Collected, SuiteConfig, SuiteRunBody } from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import type { StoredEvidence } from "@holdpoint/core";
import { runSuite } from "../io/run-suite.ts";
import type { CollectTerms } from "./collect.ts";
import { envelope, failureEvidence } from "./envelope.ts";
import type { MergedShards, ShardSuite } from "../shards/shard.ts";

export interface SuiteTerms extends Omit<CollectTerms, "carried"> {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** False: reports are judged as they lie there, and the evidence says that nobody ran anything. */
  readonly runCommands: boolean;
  /** Shards that were joined for this candidate; their suites ran elsewhere. Null: every suite runs here. */
  readonly merged: MergedShards | null;
}

/** How many suites run at once where they allow it. */
export const SUITES_AT_ONCE_MAX = 4;

/** Runs every judged suite in order; one that wants the machine alone has it alone. */
export async function gatherSuites(terms: SuiteTerms): Promise<StoredEvidence[]> {
  const gathered: StoredEvidence[] = [];
  for (const batch of suiteBatches(terms.config.suites.filter((suite) => suite.judged))) {
    const work = batch.map(async (suite) => {
      const evidence = await gatherSuite(suite, terms);
      terms.keep(evidence);
      return evidence;
    });
    gathered.push(...(await Promise.all(work)));
  }
  return gathered;
}

/** Neighbours that need not be alone, together; the order is kept. */
export function suiteBatches<Suite extends Pick<SuiteConfig, "alone">>(suites: readonly Suite[]): Suite[][] {
  const batches: Suite[][] = [];
  for (const suite of suites) {
    const last = batches.at(-1);
    const joins =
      !suite.alone && last !== undefined && last.length < SUITES_AT_ONCE_MAX && !last.some((one) => one.alone);
    if (joins) last.push(suite);
    else batches.push([suite]);
  }
  return batches;
}

async function gatherSuite(suite: SuiteConfig, terms: SuiteTerms): Promise<StoredEvidence> {
  const { nowMs, onProgress } = terms;
  const startedAtMs = nowMs();
  onProgress({ type: "started", kind: "suite", id: suite.id });
  const ended = (word: string): void =>
    onProgress({ type: "ended", kind: "suite", id: suite.id, durationMs: nowMs() - startedAtMs, ended: word });
  try {
    terms.signal.throwIfAborted();
    const elsewhere = suite.shard === null ? null : ranElsewhere(suite, suite.shard, terms);
    if (elsewhere !== null) {
      ended(`${howEnded(elsewhere.body)} in shard ${suite.shard}`);
      return envelope(
        collected(elsewhere.body, Date.parse(elsewhere.startedAt), Date.parse(elsewhere.finishedAt)),
        terms,
      );
    }
    const body = suite.run !== null && terms.runCommands ? await runSuite(suite, suite.run, terms) : notRun(suite);
    if (terms.signal.aborted) throw new HoldpointError("HP-RUN-INTERRUPTED", `the suite "${suite.id}" was interrupted`);
    ended(howEnded(body));
    return envelope(collected(body, startedAtMs, nowMs()), terms);
  } catch (thrown) {
    ended("failed");
    const cause = terms.signal.aborted
      ? new HoldpointError("HP-RUN-INTERRUPTED", `the suite "${suite.id}" was interrupted`)
      : thrown;
    return failureEvidence(KIND.suiteRun, cause, nowMs(), terms);
  }
}

/** The suite as it ran in its shard; null when nothing was merged, so that it runs here. */
function ranElsewhere({ id }: SuiteConfig, shard: string, { merged }: SuiteTerms): ShardSuite | null {
  if (merged === null) return null;
  const suite = merged.shards.find((one) => one.shard === shard)?.suites.find(({ body }) => body.suite === id);
  if (suite !== undefined) return suite;
  throw new HoldpointError("HP-SHARD-MISSING", `the shard "${shard}", which runs the suite "${id}", was not merged`);
}

function collected(body: SuiteRunBody, startedAtMs: number, finishedAtMs: number): Collected<SuiteRunBody> {
  const producer = { name: "holdpoint", version: "1" };
  const inputs = body.reports.flatMap(({ path, sha256 }) => (sha256 === null ? [] : [{ name: path, sha256 }]));
  return { kind: KIND.suiteRun, provenance: "measured", producer, startedAtMs, finishedAtMs, samples: 1, inputs, body };
}

/** An empty argv says that the reports are only imported. */
function notRun(suite: SuiteConfig): SuiteRunBody {
  return {
    suite: suite.id,
    argv: [],
    exitCode: null,
    signal: null,
    timedOut: false,
    durationMs: 0,
    timeoutMs: suite.timeoutMs,
    environmentRemoved: [],
    stdoutTail: "",
    stderrTail: "",
    reports: [],
  };
}

function howEnded(body: SuiteRunBody): string {
  if (body.argv.length === 0) return "imported";
  if (body.timedOut) return `timed out after ${body.timeoutMs} ms`;
  return body.signal === null ? `exit ${body.exitCode}` : `ended by ${body.signal}`;
}
