import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, Gate } from "@holdpoint/core";
import { configOf, profileOf, suiteOf } from "../testing.ts";
import { neededKinds, resolvePolicy } from "./policy.ts";

const gate = (id: string, blocking = true): { id: string; blocking: boolean; checks: object } => ({
  id,
  blocking,
  checks: {},
});
const config = configOf({
  suites: [
    suiteOf(),
    suiteOf({ id: "kill", judged: false, reason: "takes ten minutes" }),
    suiteOf({ id: "x", judged: false }),
  ],
  profiles: {
    release: profileOf({ gates: [gate("tests"), gate("coverage", false)] as never, requireGates: ["tests"] }),
  },
});

test("a profile becomes a policy with its gates in order", () => {
  const policy = resolvePolicy(config, "release");
  assert.deepEqual(
    policy.gates.map(({ id, blocking }) => [id, blocking]),
    [
      ["tests", true],
      ["coverage", false],
    ],
  );
  assert.deepEqual(policy.requiredGates, ["tests"]);
  assert.equal(policy.partial, false);
});

test("what is not judged is listed with its reason", () => {
  assert.deepEqual(resolvePolicy(config, "release").notJudged, [
    { suite: "kill", reason: "takes ten minutes" },
    { suite: "x", reason: "the configuration says so" },
  ]);
});

test("asking for gates by name makes the policy partial, even when it is all of them", () => {
  assert.equal(resolvePolicy(config, "release", ["tests"]).partial, true);
  assert.equal(resolvePolicy(config, "release", ["tests", "coverage"]).partial, true);
  assert.equal(resolvePolicy(config, "release", []).partial, true);
  assert.equal(resolvePolicy(config, "release").partial, false);
});

test("an unknown profile or gate is refused by name", () => {
  assert.throws(() => resolvePolicy(config, "nightly"), { code: "HP-CONFIG-REFERENCE", message: /"nightly".*release/ });
  assert.throws(() => resolvePolicy(config, "toString"), { code: "HP-CONFIG-REFERENCE" });
  assert.throws(() => resolvePolicy(config, "release", ["tset"]), {
    code: "HP-RUN-UNKNOWN",
    message: /"tset".*tests, coverage/,
  });
});

test("needed kinds are those of one phase, each once", () => {
  const check = (needs: string[]): Check => ({ definition: { needs } }) as unknown as Check;
  const gates = [
    { id: "tests", phase: "candidate", checks: [check(["a", "b"]), check(["b"])] },
    { id: "coverage", phase: "self", checks: [check(["c"])] },
  ] as unknown as Gate[];
  const policy = resolvePolicy(config, "release");
  assert.deepEqual(neededKinds(policy, gates, "candidate"), ["a", "b"]);
  assert.deepEqual(neededKinds(policy, gates, "self"), ["c"]);
});
