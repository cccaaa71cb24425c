import type { Check, Collected, Collector, Finding, Gate } from "@holdpoint/core";
import type { RunOptions } from "./options.ts";
import { configOf, profileOf, suiteOf } from "./testing.ts";

export const NOW_MS: number = Date.UTC(2026, 0, 1);

interface Body {
  readonly failed: number;
}

/** One small real gate: no test may have failed. */
export const CHECK: Check = {
  definition: {
    id: "none-failed",
    title: "No test failed",
    question: "Did every test pass?",
    motivation: "m",
    remediation: "Repair it.",
    effort: "low",
    sections: ["L"],
    needs: ["test-results"],
    baseline: "none",
    reasons: { "some-failed": "one failed" },
    params: { max: 0 },
  },
  judge: (input): Finding => {
    const failed = input.of<Body>("test-results").reduce((sum, one) => sum + one.evidence.body.failed, 0);
    const told = { observed: failed, threshold: 0, reason: `${failed} failed` };
    return failed > Number(input.params["max"])
      ? { outcome: "fail", code: "some-failed", ...told }
      : { outcome: "pass", code: "pass", ...told };
  },
  sound: () => ({ bodies: { "test-results": [{ failed: 0 }] } }),
  plants: [],
};
export const GATE: Gate = {
  id: "tests",
  title: "Tests",
  question: "q",
  sections: ["L"],
  phase: "candidate",
  checks: [CHECK],
  facts: () => ({ passed: ["a", "b"] }),
};

/** What a collector of test results hands over. */
export function resultsOf(failed: number, atMs: number, patch: Partial<Collected> = {}): Collected<Body> {
  return {
    kind: "test-results",
    provenance: "imported",
    producer: { name: "p", version: "1" },
    startedAtMs: atMs,
    finishedAtMs: atMs,
    samples: 3,
    inputs: [],
    ...patch,
    body: { failed },
  };
}

export function collectorOf(failed: number | Error): Collector {
  const collect: Collector["collect"] = async ({ nowMs }) => {
    if (failed instanceof Error) throw failed;
    return [resultsOf(failed, nowMs())];
  };
  return { kind: "test-results", part: "suites", version: "1", collect };
}

/** The same options with another profile, of which nothing else is asked. */
export function withGates(options: RunOptions, gates: readonly Gate[], blocking: boolean = true): RunOptions {
  const profile = profileOf({ gates: gates.map(({ id }) => ({ id, blocking, checks: {} })) });
  return { ...options, gates, config: { ...options.config, profiles: { release: profile } } };
}

/** Ids of runs differ within a test file, whichever options they are begun with. */
let random = 0;

/** Options of a run whose only gate sees so many failed tests, or a collector that throws. */
export function optionsFor(root: string, failed: number | Error, patch: Partial<RunOptions> = {}): RunOptions {
  let nowMs = NOW_MS;
  const profile = profileOf({
    gates: [{ id: "tests", blocking: true, checks: {} }],
    requireGates: ["tests"],
    requireSections: ["L"],
  });
  return {
    root,
    config: configOf({ suites: [suiteOf({ results: ["r.xml"] })], profiles: { release: profile } }),
    profile: "release",
    evidence: "existing",
    gates: [GATE],
    collectors: [collectorOf(failed)],
    readCandidate: async () => ({ commit: "a".repeat(40), tree: "b".repeat(40), dirty: false }),
    livePlants: async () => [],
    renderers: [{ file: "report.txt", render: ({ judgement }) => judgement.verdict }],
    nowMs: () => (nowMs += 1),
    randomBytes: (size) => new Uint8Array(size).fill((random += 1)),
    environment: {},
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...patch,
  };
}
