import type { Collected, SuiteConfig, SuiteRunBody } from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import type { StoredEvidence } from "@holdpoint/core";
import { runSuite } from "../io/run-suite.ts";
import type { CollectTerms } from "./collect.ts";
import { envelope, failureEvidence } from "./envelope.ts";

export interface SuiteTerms extends CollectTerms {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** False: reports are judged as they lie there, and the evidence says that nobody ran anything. */
  readonly runCommands: boolean;
}

/** Runs every judged suite, one after the other, since each may want the whole machine. */
export async function gatherSuites(terms: SuiteTerms): Promise<StoredEvidence[]> {
  const judged = terms.config.suites.filter((suite) => suite.judged);
  const gathered: StoredEvidence[] = [];
  for (const suite of judged) {
    const evidence = await gatherSuite(suite, terms);
    terms.keep(evidence);
    gathered.push(evidence);
  }
  return gathered;
}

async function gatherSuite(suite: SuiteConfig, terms: SuiteTerms): Promise<StoredEvidence> {
  const { nowMs, onProgress } = terms;
  const startedAtMs = nowMs();
  onProgress({ type: "started", kind: "suite", id: suite.id });
  const ended = (word: string): void =>
    onProgress({ type: "ended", kind: "suite", id: suite.id, durationMs: nowMs() - startedAtMs, ended: word });
  try {
    terms.signal.throwIfAborted();
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
