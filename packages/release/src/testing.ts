import type { Candidate, Config, CoverageConfig, ProfileConfig, SuiteConfig } from "@holdpoint/core";
import type { CollectTerms } from "./gather/collect.ts";

/** Shapes that the tests of this room start from. */
export const CANDIDATE: Candidate = {
  service: "trial",
  commit: "a".repeat(40),
  tree: "b".repeat(40),
  dirty: false,
  artifacts: [],
  configDigest: `sha256:${"c".repeat(64)}`,
  environment: "release",
};

export function profileOf(patch: Partial<ProfileConfig> = {}): ProfileConfig {
  return {
    gates: [],
    requireGates: [],
    requireSections: [],
    maxAgeMs: { "*": 3_600_000 },
    baseline: "last-promoted",
    firstRelease: "allow",
    ...patch,
  };
}

export function configOf(patch: Partial<Config> = {}): Config {
  return {
    version: 1,
    service: "trial",
    environment: "release",
    suites: [],
    repository: { versionFiles: ["package.json"], changelog: "CHANGELOG.md" },
    coverage: null,
    dependencies: null,
    drills: null,
    profiles: { release: profileOf() },
    ...patch,
  };
}

/** A part about coverage that names nothing. */
export const NO_COVERAGE: CoverageConfig = {
  reports: [],
  source: [],
  exclude: [],
  components: [],
  contexts: [],
  tests: [],
  register: null,
};

export function suiteOf(patch: Partial<SuiteConfig> = {}): SuiteConfig {
  return {
    id: "unit",
    run: null,
    timeoutMs: 20_000,
    results: [],
    writes: [],
    alone: true,
    judged: true,
    reason: null,
    shard: null,
    ...patch,
  };
}

export function collectTerms(root: string, patch: Partial<CollectTerms> = {}): CollectTerms {
  let nowMs = Date.UTC(2026, 0, 1);
  return {
    root,
    run: "run-1",
    candidate: CANDIDATE,
    config: configOf(),
    base: null,
    carried: {},
    nowMs: () => (nowMs += 10),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    keep: () => undefined,
    ...patch,
  };
}
