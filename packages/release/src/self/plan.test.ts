import assert from "node:assert/strict";
import { test } from "node:test";
import type { Gate, GateResult } from "@holdpoint/core";
import { resolvePolicy } from "../plan/policy.ts";
import { configOf, profileOf } from "../testing.ts";
import { planBody } from "./plan.ts";

const gates = [
  { id: "tests", sections: ["L"], checks: [{ definition: { id: "one", params: { max: 1, min: 0 } } }] },
] as unknown as Gate[];
const asked = [
  { id: "tests", blocking: true, checks: { one: { max: 5 } } },
  { id: "gone", blocking: false, checks: {} },
];

test("the plan tells the parameters in force and names gates that do not exist", () => {
  const policy = resolvePolicy(
    configOf({ profiles: { release: profileOf({ gates: asked, requireSections: ["L"] }) } }),
    "release",
    [],
  );
  const judged = [
    {
      checks: [
        { outcome: "pass", sections: ["L"] },
        { outcome: "missing", sections: ["K"] },
      ],
    },
  ] as unknown as GateResult[];
  const body = planBody(policy, gates, judged);
  assert.deepEqual(body.gates, [
    { id: "tests", blocking: true, exists: true, sections: ["L"], checks: [{ id: "one", params: { max: 5, min: 0 } }] },
    { id: "gone", blocking: false, exists: false, sections: [], checks: [] },
  ]);
  assert.deepEqual(body.coveredSections, ["L"]);
  assert.deepEqual(body.requiredSections, ["L"]);
});
