import type { Gate, Policy, SectionId, SuiteConfig } from "@holdpoint/core";
import { EVIDENCE_AGE_DEFAULT_MAX_MS, KIND } from "@holdpoint/core";
import { bringsOf } from "../gather/jobs.ts";
import { reportAges } from "../io/report-ages.ts";
import type { RunOptions } from "../options.ts";
import { neededKinds, resolvePolicy } from "./policy.ts";

/** What `holdpoint plan` tells: what would run, which evidence is missing or stale, and why. */
export interface PlanDocument {
  readonly schema: "holdpoint/plan-preview/v1";
  readonly profile: string;
  readonly gates: readonly PreviewGate[];
  readonly suites: readonly PreviewSuite[];
  readonly evidence: readonly PreviewEvidence[];
  readonly requiredGates: readonly string[];
  readonly requiredSections: readonly SectionId[];
  /** Sections that no check of the profile could cover. */
  readonly uncoverable: readonly SectionId[];
  readonly baseline: string;
  readonly firstRelease: "allow" | "refuse";
  readonly notJudged: Policy["notJudged"];
}

export interface PreviewGate {
  readonly id: string;
  readonly blocking: boolean;
  readonly exists: boolean;
  readonly checks: number;
  readonly needs: readonly string[];
}

export interface PreviewSuite {
  readonly id: string;
  /** Null when its reports are only imported. */
  readonly command: string | null;
  readonly timeoutMs: number;
  readonly reports: readonly PreviewReport[];
}

export interface PreviewReport {
  readonly glob: string;
  readonly state: "absent" | "stale" | "fresh" | "will be written";
  readonly ageMs: number | null;
}

export interface PreviewEvidence {
  readonly kind: string;
  readonly from: "suite" | "collector" | "holdpoint itself" | "nothing";
  readonly maxAgeMs: number;
}

type PlanOptions = Pick<
  RunOptions,
  "root" | "config" | "profile" | "only" | "gates" | "collectors" | "evidence" | "nowMs"
>;

/** Says what a run would do, without doing it. */
export function planRelease(options: PlanOptions): PlanDocument {
  const policy = resolvePolicy(options.config, options.profile, options.gates, options.only);
  const gates = policy.gates.map(({ id, blocking }) => previewGate(id, blocking, options.gates));
  const known = options.gates.filter((gate) => gates.some(({ id }) => id === gate.id));
  const coverable = new Set(known.flatMap((gate) => gate.checks.flatMap((check) => check.definition.sections)));
  return {
    schema: "holdpoint/plan-preview/v1",
    profile: policy.profile,
    gates,
    suites: options.config.suites.filter((suite) => suite.judged).map((suite) => previewSuite(suite, policy, options)),
    evidence: evidenceOf(policy, options),
    requiredGates: policy.requiredGates,
    requiredSections: policy.requiredSections,
    uncoverable: policy.requiredSections.filter((section) => !coverable.has(section)),
    baseline: policy.baseline,
    firstRelease: policy.firstRelease,
    notJudged: policy.notJudged,
  };
}

function previewGate(id: string, blocking: boolean, gates: readonly Gate[]): PreviewGate {
  const gate = gates.find((one) => one.id === id);
  const needs = new Set(gate?.checks.flatMap((check) => check.definition.needs));
  return { id, blocking, exists: gate !== undefined, checks: gate?.checks.length ?? 0, needs: [...needs] };
}

function previewSuite(suite: SuiteConfig, policy: Policy, options: PlanOptions): PreviewSuite {
  const willRun = suite.run !== null && options.evidence === "fresh";
  const reports = [...suite.results, ...suite.writes].map((glob): PreviewReport => {
    const ageMs = reportAges(options.root, glob, options.nowMs())[0] ?? null;
    if (willRun) return { glob, state: "will be written", ageMs };
    if (ageMs === null) return { glob, state: "absent", ageMs };
    return { glob, state: ageMs > maxAgeMs(policy, KIND.testResults) ? "stale" : "fresh", ageMs };
  });
  return { id: suite.id, command: willRun ? (suite.run ?? []).join(" ") : null, timeoutMs: suite.timeoutMs, reports };
}

function evidenceOf(policy: Policy, options: PlanOptions): PreviewEvidence[] {
  const describe = (kind: string, from: PreviewEvidence["from"]): PreviewEvidence => ({
    kind,
    from,
    maxAgeMs: maxAgeMs(policy, kind),
  });
  const gathered = neededKinds(policy, options.gates, "candidate").map((kind) => {
    if (kind === KIND.suiteRun) return describe(kind, "suite");
    return describe(kind, options.collectors.some((one) => bringsOf(one).includes(kind)) ? "collector" : "nothing");
  });
  const own = neededKinds(policy, options.gates, "self")
    .filter((kind) => !gathered.some((one) => one.kind === kind))
    .map((kind) => describe(kind, kind === KIND.suiteRun ? "suite" : "holdpoint itself"));
  return [...gathered, ...own];
}

function maxAgeMs(policy: Policy, kind: string): number {
  return policy.maxAgeMs[kind] ?? policy.maxAgeMs["*"] ?? EVIDENCE_AGE_DEFAULT_MAX_MS;
}
