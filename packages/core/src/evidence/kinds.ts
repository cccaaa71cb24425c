/** Names of the evidence kinds; a kind is spelled nowhere else. */
export const KIND: {
  readonly repository: "repository";
  readonly suiteRun: "suite-run";
  readonly testResults: "test-results";
  readonly coverage: "coverage";
  readonly changes: "changes";
  readonly testMapping: "test-mapping";
  readonly coverageExceptions: "coverage-exceptions";
  readonly dependencies: "dependencies";
  readonly gatewayLive: "gateway-live";
  readonly breakers: "breakers";
  readonly deadLetters: "dead-letters";
  readonly errorTaxonomy: "error-taxonomy";
  readonly failClosed: "fail-closed";
  readonly load: "load";
  readonly resources: "resources";
  readonly metricsExposition: "metrics-exposition";
  readonly soak: "soak";
  readonly plan: "plan";
  readonly artifacts: "artifacts";
  readonly rejudgement: "rejudgement";
  readonly selftest: "selftest";
  readonly ledger: "ledger";
} = {
  repository: "repository",
  suiteRun: "suite-run",
  testResults: "test-results",
  coverage: "coverage",
  changes: "changes",
  testMapping: "test-mapping",
  coverageExceptions: "coverage-exceptions",
  dependencies: "dependencies",
  gatewayLive: "gateway-live",
  breakers: "breakers",
  deadLetters: "dead-letters",
  errorTaxonomy: "error-taxonomy",
  failClosed: "fail-closed",
  load: "load",
  resources: "resources",
  metricsExposition: "metrics-exposition",
  soak: "soak",
  plan: "plan",
  artifacts: "artifacts",
  rejudgement: "rejudgement",
  selftest: "selftest",
  ledger: "ledger",
};

/** What Holdpoint gathers about itself, after the candidate's gates were judged; those gates never see it. */
export const SELF_KINDS: ReadonlySet<string> = new Set([
  KIND.plan,
  KIND.artifacts,
  KIND.rejudgement,
  KIND.selftest,
  KIND.ledger,
]);
