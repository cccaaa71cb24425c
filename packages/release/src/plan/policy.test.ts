import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, ComponentConfig, Gate } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { configOf, NO_COVERAGE, profileOf, suiteOf } from "../testing.ts";
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
  const policy = resolvePolicy(config, "release", []);
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
  assert.deepEqual(resolvePolicy(config, "release", []).notJudged, [
    { suite: "kill", reason: "takes ten minutes" },
    { suite: "x", reason: "the configuration says so" },
  ]);
});

test("asking for gates by name makes the policy partial, even when it is all of them", () => {
  assert.equal(resolvePolicy(config, "release", [], ["tests"]).partial, true);
  assert.equal(resolvePolicy(config, "release", [], ["tests", "coverage"]).partial, true);
  assert.equal(resolvePolicy(config, "release", [], []).partial, true);
  assert.equal(resolvePolicy(config, "release", []).partial, false);
});

test("an unknown profile or gate is refused by name", () => {
  assert.throws(() => resolvePolicy(config, "nightly", []), {
    code: "HP-CONFIG-REFERENCE",
    message: /"nightly".*release/,
  });
  assert.throws(() => resolvePolicy(config, "toString", []), { code: "HP-CONFIG-REFERENCE" });
  assert.throws(() => resolvePolicy(config, "release", [], ["tset"]), {
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
  const policy = resolvePolicy(config, "release", []);
  assert.deepEqual(neededKinds(policy, gates, "candidate"), ["a", "b"]);
  assert.deepEqual(neededKinds(policy, gates, "self"), ["c"]);
});

test("components, contexts and shards are handed to the checks that ask for them", () => {
  const component = { id: "api", paths: ["api/**"] } as unknown as ComponentConfig;
  const report = { id: "lcov", format: "auto", files: [], shard: "linux", context: null } as const;
  const params = { components: [], shards: [], max: 1 };
  const asking = { definition: { id: "asks", needs: [KIND.changes, KIND.coverage], params } };
  const silent = { definition: { id: "silent", needs: [KIND.coverage], params: { max: 1 } } };
  const other = { definition: { id: "other", needs: [KIND.failClosed], params: { components: ["store"] } } };
  const gates = [{ id: "tests", checks: [asking, silent, other] }] as unknown as Gate[];
  const given = configOf({
    suites: [
      suiteOf({ shard: "linux" }),
      suiteOf({ id: "win", shard: "windows" }),
      suiteOf({ id: "kill", judged: false, shard: "night" }),
    ],
    coverage: { ...NO_COVERAGE, components: [component], reports: [report] },
    profiles: config.profiles,
  });
  const shards = [
    { id: "linux", reports: ["lcov"], suites: ["unit"] },
    { id: "windows", reports: [], suites: ["win"] },
  ];
  const [first] = resolvePolicy(given, "release", gates).gates;
  assert.deepEqual(first?.params, { asks: { components: [component], shards } });
  const own = { asks: { components: [], max: 2 } };
  const profile = profileOf({ gates: [{ id: "tests", blocking: true, checks: own }] as never });
  const [second] = resolvePolicy({ ...given, profiles: { release: profile } }, "release", gates).gates;
  assert.deepEqual(second?.params, { asks: { components: [], shards, max: 2 } });
});
