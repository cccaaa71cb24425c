import type { CheckResult, GateResult, HoldReason, Outcome } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";
import type { Explanation } from "./view/explain.ts";
import { explainCheck } from "./view/explain.ts";
import { formatPlace } from "./view/format.ts";
import { escapeXml } from "./view/xml.ts";

interface Case {
  readonly name: string;
  readonly kind: "passed" | "failure" | "error" | "skipped";
  readonly inside: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly durationMs: number;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * JUnit XML: a test suite for each gate, a test case for each check, and a suite `verdict` for what holds and belongs
 * to no check. `fail` is a failure; error, missing and stale are errors; waived and not-applicable are skipped; a
 * warning passes and says so in `system-out`.
 */
export function renderJunit(result: RunResult): string {
  const { judgement, durationMs } = result;
  const suites: Suite[] = judgement.gates.map((gate) => gateSuite(gate, result));
  const whole = judgement.holdReasons.filter((reason) => reason.check === null);
  if (whole.length > 0) {
    suites.push({
      name: "verdict",
      cases: whole.map(wholeCase),
      durationMs: 0,
      properties: { verdict: judgement.verdict },
    });
  }
  const timestamp = judgement.judgedAt.replace(/\.\d+Z$/, "");
  const all = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name: "holdpoint", ...counts(all), time: seconds(durationMs) })}>`,
    ...suites.map((suite) => suiteXml(suite, timestamp, result)),
    "</testsuites>\n",
  ].join("\n");
}

function gateSuite(gate: GateResult, { steps }: RunResult): Suite {
  const step = steps.find(({ kind, id }) => kind === "gate" && id === gate.id);
  return {
    name: gate.id,
    cases: gate.checks.map(checkCase),
    durationMs: step?.durationMs ?? 0,
    properties: { verdict: gate.verdict, blocking: String(gate.blocking), sections: gate.sections.join(" ") },
  };
}

const KINDS: Readonly<Record<Outcome, Case["kind"]>> = {
  pass: "passed",
  warn: "passed",
  fail: "failure",
  error: "error",
  missing: "error",
  stale: "error",
  waived: "skipped",
  "not-applicable": "skipped",
};

function checkCase(check: CheckResult): Case {
  const kind = KINDS[check.outcome];
  return { name: check.id, kind, inside: insideOf(kind, check) };
}

function insideOf(kind: Case["kind"], check: CheckResult): string {
  const { outcome, reason, code } = check;
  const text = escapeXml(body(outcome, explainCheck(check)));
  if (kind === "skipped") return `<skipped ${attributes({ message: `${outcome}: ${reason}` })}/>`;
  if (kind === "passed") return outcome === "warn" ? `<system-out>${text}</system-out>` : "";
  return `<${kind} ${attributes({ message: reason, type: code })}>${text}</${kind}>`;
}

function wholeCase({ gate, code, text }: HoldReason): Case {
  return {
    name: `${gate}: ${code}`,
    kind: "failure",
    inside: `<failure ${attributes({ message: text, type: code })}/>`,
  };
}

function body(outcome: string, told: Explanation): string {
  const rows: readonly (readonly [string, string | null])[] = [
    [outcome, told.reason],
    ["seen", told.seen],
    ["wanted", told.wanted],
    ["flip", told.flip],
    ["do", told.remediation],
  ];
  return [
    ...rows.flatMap(([label, text]) => (text === null ? [] : [`${label}: ${text}`])),
    ...told.locations.map((location) => `at ${formatPlace(location)} ${location.text}`),
  ].join("\n");
}

function suiteXml({ name, cases, durationMs, properties }: Suite, timestamp: string, { judgement }: RunResult): string {
  const { run, candidate, policyDigest, profile } = judgement;
  const all = { ...properties, profile, run, commit: candidate.commit, policy: policyDigest };
  return [
    `<testsuite ${attributes({ name, ...counts(cases), time: seconds(durationMs), timestamp })}>`,
    "<properties>",
    ...Object.entries(all).map(([key, value]) => `<property ${attributes({ name: key, value })}/>`),
    "</properties>",
    ...cases.map((one) => {
      const opened = `<testcase ${attributes({ name: one.name, classname: `holdpoint.${name}`, time: "0" })}`;
      return one.inside === "" ? `${opened}/>` : `${opened}>${one.inside}</testcase>`;
    }),
    "</testsuite>",
  ].join("\n");
}

function counts(cases: readonly Case[]): Readonly<Record<string, string>> {
  const of = (kind: Case["kind"]): string => String(cases.filter((one) => one.kind === kind).length);
  return { tests: String(cases.length), failures: of("failure"), errors: of("error"), skipped: of("skipped") };
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(" ");
}
