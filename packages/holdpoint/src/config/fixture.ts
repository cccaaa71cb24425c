import type { Check, CheckDefinition, Gate, JsonObject } from "@holdpoint/core";

/** Gates with parameters of every type, for the tests of whoever reads a configuration. */
export const FIXTURE_GATES: readonly Gate[] = [
  gate("candidate", [check("clean-tree", {})]),
  gate("tests", [
    check("skipped-within-limit", { max: 0, percent: "0.5", allow: [], strict: true, note: null, limits: {} }),
    check("none-failed", {}),
  ]),
];

/** A configuration that is whole; tests change a line of it. */
export const FIXTURE_YAML = `version: 1
service: my-service
suites:
  - id: unit
    run: [node, --test]
    timeout: 2m
    results: [reports/junit/*.xml]
profiles:
  release:
    gates:
      candidate: {}
      tests:
        blocking: true
        checks:
          skipped-within-limit: { max: 3 }
`;

function gate(id: string, checks: readonly Check[]): Gate {
  return { id, title: id, question: `${id}?`, sections: ["L"], phase: "candidate", checks };
}

function check(id: string, params: JsonObject): Check {
  const definition: CheckDefinition = {
    id,
    title: id,
    question: `${id}?`,
    motivation: "",
    remediation: "",
    effort: "low",
    sections: ["L"],
    needs: ["test-results"],
    baseline: "none",
    reasons: {},
    params,
  };
  const pass = { outcome: "pass", code: "pass", observed: 0, threshold: 0, reason: "" } as const;
  return { definition, judge: () => pass, sound: () => ({ bodies: {} }), plants: [] };
}
