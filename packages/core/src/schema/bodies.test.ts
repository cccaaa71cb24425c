import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChangesBody } from "../evidence/changes.ts";
import type { CoverageBody } from "../evidence/coverage.ts";
import type { CoverageExceptionsBody } from "../evidence/coverage-exceptions.ts";
import type { DependenciesBody } from "../evidence/dependencies.ts";
import type { ErrorTaxonomyBody } from "../evidence/error-taxonomy.ts";
import type { FailClosedBody } from "../evidence/fail-closed.ts";
import { KIND } from "../evidence/kinds.ts";
import type { RepositoryBody } from "../evidence/repository.ts";
import type { ArtifactsBody, LedgerBody, PlanBody, RejudgementBody, SelftestBody } from "../evidence/self.ts";
import type { SuiteRunBody } from "../evidence/suite-run.ts";
import type { TestMappingBody } from "../evidence/test-mapping.ts";
import type { TestResultsBody } from "../evidence/test-results.ts";
import type { CollectionFailure } from "../noun/evidence.ts";
import { metricsExposition } from "./exposition-body.test.ts";
import { breakers, deadLetters, gatewayLive } from "./gateway-bodies.test.ts";
import { assertSchemaFits } from "./harms.test.ts";
import { load } from "./load-bodies.test.ts";
import { SCHEMA_NAMES, validatorOf } from "./schemas.test.ts";
import { resources, soak } from "./soak-bodies.test.ts";

const COMMIT = "1".repeat(40);
const HEX = "a".repeat(64);

const repository: RepositoryBody = {
  commit: COMMIT,
  tree: COMMIT,
  committedAt: "2026-01-02T03:04:05Z",
  branch: "main",
  shallow: false,
  dirty: { count: 1, paths: [{ path: "a", state: " M" }] },
  operation: "merge",
  submodules: [{ path: "s", state: "moved" }],
  hiddenPaths: ["h"],
  versions: [{ file: "package.json", version: "1.0.0" }],
  changelog: { file: "CHANGELOG.md", version: "1.0.0", line: 3, sizeChars: 80 },
  versionTags: [{ tag: "v1.0.0", commit: COMMIT }],
  trackedIgnored: ["t"],
  trackedFiles: 10,
  damage: ["missing blob"],
};

const suiteRun: SuiteRunBody = {
  suite: "unit",
  argv: ["node", "--test"],
  exitCode: 0,
  signal: null,
  timedOut: false,
  durationMs: 12.5,
  timeoutMs: 60_000,
  environmentRemoved: ["CI"],
  stdoutTail: "ok",
  stderrTail: "",
  reports: [{ path: "reports/unit.xml", sha256: HEX, sizeBytes: 100, fresh: true }],
};

const testResults: TestResultsBody = {
  suite: "unit",
  reports: [{ file: "r.xml", format: "junit", dialect: "pytest", suites: 1, cases: 1 }],
  cases: [
    {
      id: "a › b",
      name: "b",
      file: "a.ts",
      status: "failed",
      durationMs: 0.5,
      flaky: false,
      message: "no",
      report: "r.xml",
      line: 3,
    },
  ],
  mismatches: [{ report: "r.xml", line: 2, suite: "a", what: "tests", declared: -1, counted: 1 }],
  contradictions: [
    {
      test: "a › b",
      first: { report: "r.xml", line: 3, status: "failed" },
      second: { report: "r.tap", line: null, status: null },
    },
  ],
};

const coverage: CoverageBody = {
  report: "unit",
  format: "lcov",
  instrumenter: "unknown",
  files: [
    {
      path: "a.ts",
      resolved: true,
      lines: { covered: 1, total: 2 },
      branches: { covered: 0, total: 0 },
      functions: { covered: 1, total: 1 },
      statements: { covered: 1, total: 2 },
      regions: { covered: 1, total: 4 },
      coveredLines: "1",
      uncoveredLines: "3-5,9",
    },
  ],
  unmatched: [{ reported: "b.ts", why: "ambiguous", candidates: ["x/b.ts"] }],
  unmeasured: ["c.ts"],
  deadGlobs: ["lib/**"],
  mismatches: [
    { file: "a.ts", line: 1, metric: "lines", declared: { covered: 1, total: 1 }, counted: { covered: 1, total: 2 } },
  ],
  shard: "unit-api",
  carried: { commit: HEX.slice(0, 40), measuredAt: "2026-01-01T00:00:00.000Z" },
  contexts: [{ id: "security", files: [{ path: "a.ts", coveredLines: "1" }] }],
  remarks: [{ code: "duplicate-file", file: "r.info", line: 3, column: 1, text: "a.ts stands there twice" }],
};

const changes: ChangesBody = {
  base: { commit: COMMIT, from: "option" },
  files: [
    {
      path: "a.ts",
      basePath: "b.ts",
      status: "renamed",
      binary: false,
      hunks: [{ baseStart: 0, baseLines: 0, start: 1, lines: 2 }],
    },
  ],
};

const drift = { path: "node_modules/a", what: "version", expected: "1", found: "2" };
const dependencies: DependenciesBody = {
  manager: "npm",
  lockfile: { file: "package-lock.json", version: 3, sha256: HEX },
  direct: [{ manifest: "package.json", name: "a", range: "1.0.0", exact: true, type: "dependencies", locked: "1.0.0" }],
  packages: [
    {
      path: "node_modules/a",
      name: "a",
      version: "1.0.0",
      integrity: "sha512-x",
      licence: "MIT",
      installScript: false,
      dev: false,
      optional: false,
    },
  ],
  manifestDrift: [drift],
  installed: { entries: 1, drift: [drift], extraneous: ["x"], absent: ["y"] },
  record: { recordedAt: "2026-01-02T03:04:05Z", packages: 1, changed: ["a"], unrecorded: ["b"], gone: ["c"] },
  sbom: { sha256: HEX, components: 1 },
};

const plan: PlanBody = {
  profile: "release",
  requiredGates: ["tests"],
  requiredSections: ["L"],
  coveredSections: ["L", "S"],
  gates: [
    { id: "tests", blocking: true, exists: true, sections: ["L"], checks: [{ id: "no-failed", params: { max: 0 } }] },
  ],
};

const artifacts: ArtifactsBody = {
  artifacts: [
    {
      gate: "tests",
      file: "reports/audit/tests.json",
      present: true,
      sha256: HEX,
      problems: ["/run is wrong"],
      run: "r",
      commit: COMMIT,
      judgedAt: "2026-01-02T03:04:05.000Z",
      signed: true,
      verdict: "PASS",
    },
  ],
};

const rejudgement: RejudgementBody = {
  first: "sha256:a",
  second: "sha256:b",
  differences: ["/gates/0"],
  environment: ["PATH"],
};

const selftest: SelftestBody = {
  codeDigest: "sha256:a",
  codeDigestNow: "sha256:a",
  planted: 2,
  caught: 1,
  checks: [{ gate: "tests", check: "no-failed", plants: 1, missed: ["failed-test"] }],
  live: [{ gate: "tests", plant: "broken", expected: "fail", got: "pass", caught: false }],
};

const ledger: LedgerBody = {
  origin: "o",
  size: 3,
  root: "r",
  anchoredUpTo: 3,
  problems: [{ code: "gap", where: "2" }],
  durability: { journal: "wal", synchronous: "full" },
  checkpoints: { outside: 2, disagreeing: ["c.txt"] },
  keys: [{ fingerprint: "SHA256:x", file: "k.pem", mode: "0600", privateToOwner: true, revoked: false, current: true }],
  lastPromotion: { index: 1, size: 2, contiguous: true },
  unrecorded: ["sha256:c"],
  recorded: 2,
  governance: {
    files: 1,
    promotions: [`sha256:${HEX}`],
    problems: [{ file: "w.json", code: "HP-GOVERNANCE-INVALID", text: "no signature" }],
  },
};

const errorTaxonomy: ErrorTaxonomyBody = {
  provocations: [
    {
      id: "malformed-json",
      surface: "http",
      done: "sends half a body",
      expected: "HP-GATEWAY-BODY",
      answered: true,
      code: "HP-GATEWAY-BODY",
      retryable: false,
      status: 400,
      contentType: "application/problem+json",
      retryAfter: "1",
      problem: { type: "urn:x", title: "t", status: 400, detail: "d", code: "c", retryable: false, hint: "h" },
      operation: { method: "POST", path: "/v1/actions" },
      leaks: [{ kind: "path", where: "body" }],
    },
  ],
  registry: [{ code: "HP-GATEWAY-BODY", title: "t", status: 400, retryable: false }],
  excused: [{ code: "HP-GATEWAY-STORAGE", reason: "no broken disk at hand" }],
  documentation: { file: "docs/reference/errors.md", codes: ["HP-GATEWAY-BODY"] },
  operations: [{ method: "POST", path: "/v1/actions", responses: ["200", "4XX"] }],
  after: { live: true, ready: true, honestAction: "SUCCEEDED" },
};

const trace = { present: true, verified: true };
const failClosed: FailClosedBody = {
  rules: [
    {
      id: "permit-missing",
      component: "executor",
      rows: [4],
      by: "probe",
      attempted: "runs a call without a permit",
      skipped: "not here",
      expected: "HP-ACTION-PERMIT",
      got: "HP-ACTION-PERMIT",
      again: "HP-ACTION-PERMIT",
      effects: 0,
      control: 1,
      denial: trace,
      receipt: trace,
    },
  ],
  access: [
    {
      method: "GET",
      path: "/v1/actions",
      withoutToken: 401,
      withUnknownToken: 401,
      withWrongRole: 403,
      open: false,
    },
  ],
  probe: { version: "0.1.0", announced: 1, exitCode: 0 },
  after: { ready: true, honestAction: "SUCCEEDED", effects: 1 },
};

const coverageExceptions: CoverageExceptionsBody = {
  exceptions: [
    {
      id: "cov-20260101-0a1b2c3d",
      path: "src/*.ts",
      metric: "lines",
      type: "platform",
      owner: "Ada",
      approver: "Grace",
      rationale: "runs on another system only",
      mitigation: "tried by hand before a release",
      createdAt: "2026-01-01T00:00:00.000Z",
      expiresAt: "2026-03-01T00:00:00.000Z",
      nextReviewAt: "2026-02-01T00:00:00.000Z",
      atDecision: { covered: 1, total: 3 },
      reviews: [{ at: "2026-01-15T00:00:00.000Z", by: "Ada", note: "still so" }],
      resolved: { at: "2026-02-01T00:00:00.000Z", by: "Ada", why: "reached", final: { covered: 3, total: 3 } },
      matches: ["src/a.ts"],
      file: "governance/exceptions/cov-20260101-0a1b2c3d.dsse.json",
      introducedIn: COMMIT,
    },
  ],
  problems: [{ file: "governance/exceptions/x.dsse.json", code: "signature-missing", text: "Bo has not signed it" }],
  register: { file: "docs/exceptions.md", state: "differs", line: 3, text: "another owner" },
  proposals: [{ id: "proposal-0a1b2c3d", path: "src/b.ts", metric: "branches", line: 9 }],
};

const testMapping: TestMappingBody = {
  modules: [{ path: "src/a.ts", tests: ["src/a.test.ts"], by: "import", distance: 1 }],
  tests: ["src/a.test.ts", "src/old.test.ts"],
  looseTests: ["src/old.test.ts"],
  unreadable: [{ path: "src/b.ts", text: "it is not UTF-8" }],
  unresolved: [{ path: "src/a.ts", line: 3, specifier: "./gone.ts" }],
  deadGlobs: ["spec/**"],
};

const failure: CollectionFailure = {
  of: "coverage",
  outcome: "error",
  code: "HP-READ-SYNTAX",
  text: "broken",
  hint: "look",
  file: "l.info",
  line: 1,
  column: 2,
};

/** Parameters of checks, values by KPI and labels of a metric: any name may be there; and what may be left out. */
const ANY_NAME = String.raw`^\w+ /(gates/0/checks/0/params|iterations/0/values|terms/kpis/3/select/labels)/\w+$`;
const OPTIONAL = "^without .*/(told|failedService|retried|rounding)$";
const OPEN = new RegExp(`${ANY_NAME}|${OPTIONAL}`);

const BODIES: Readonly<Record<string, unknown>> = {
  [KIND.repository]: repository,
  [KIND.suiteRun]: suiteRun,
  [KIND.testResults]: testResults,
  [KIND.coverage]: coverage,
  [KIND.changes]: changes,
  [KIND.testMapping]: testMapping,
  [KIND.coverageExceptions]: coverageExceptions,
  [KIND.dependencies]: dependencies,
  [KIND.plan]: plan,
  [KIND.artifacts]: artifacts,
  [KIND.rejudgement]: rejudgement,
  [KIND.selftest]: selftest,
  [KIND.ledger]: ledger,
  [KIND.gatewayLive]: gatewayLive,
  [KIND.breakers]: breakers,
  [KIND.deadLetters]: deadLetters,
  [KIND.errorTaxonomy]: errorTaxonomy,
  [KIND.failClosed]: failClosed,
  [KIND.load]: load,
  [KIND.metricsExposition]: metricsExposition,
  [KIND.resources]: resources,
  [KIND.soak]: soak,
};

test("every kind of evidence has a schema for its body", () => {
  for (const kind of Object.values(KIND)) assert.ok(SCHEMA_NAMES.includes(`${kind}-body`), kind);
  assert.deepEqual(Object.keys(BODIES).sort(), Object.values(KIND).sort());
});

for (const [kind, body] of Object.entries(BODIES)) {
  test(`the schema of ${kind} takes its body and nothing else`, () => {
    assertSchemaFits(`${kind}-body`, body, OPEN);
  });
}

test("the schema of collection-failure takes its body and nothing else", () => {
  assertSchemaFits("collection-failure", failure);
});

test("what is null where nothing was measured or recorded is taken", () => {
  const taken = (name: string, body: unknown): void => assert.deepEqual(validatorOf(name)(body), []);
  taken("coverage-body", {
    ...coverage,
    files: [
      {
        path: "a",
        resolved: false,
        lines: null,
        branches: null,
        functions: null,
        statements: null,
        regions: null,
        coveredLines: "",
        uncoveredLines: "",
      },
    ],
  });
  taken("changes-body", { base: null, files: [{ ...changes.files[0], basePath: null, status: "added" }] });
  const [exception] = coverageExceptions.exceptions;
  taken("coverage-exceptions-body", {
    ...coverageExceptions,
    exceptions: [{ ...exception, resolved: null, introducedIn: null, reviews: [], matches: [] }],
    register: null,
  });
  taken("dependencies-body", { ...dependencies, installed: null, record: null });
  taken("ledger-body", { ...ledger, size: 0, root: "", lastPromotion: null });
  taken("repository-body", { ...repository, branch: null, operation: null, changelog: null });
  taken("suite-run-body", {
    ...suiteRun,
    exitCode: null,
    signal: "SIGKILL",
    reports: [{ path: "r", sha256: null, sizeBytes: null, fresh: false }],
  });
});
