import assert from "node:assert/strict";
import { test } from "node:test";
import type { SoakManifest, SoakRunRecord } from "../soak/stored-run.ts";
import type { SoakPlan } from "../soak/plan.ts";
import { validatorOf } from "./schemas.test.ts";

const HEX = "a".repeat(64);
const COMMIT = "b".repeat(40);

const plan: SoakPlan = {
  id: "market",
  target: { kind: "command", run: ["./iterate"], timeoutMs: 1000 },
  iterations: 8,
  phases: { warmUp: 1, rampDown: 0 },
  settleMs: 0,
  kpis: [],
  parameters: [],
  rules: [],
  guards: {
    debounce: { openMs: 2500, closeMs: 4000 },
    oscillation: { window: 6, signChanges: 2 },
    velocity: { perHour: {} },
    latency: null,
    freeze: { freezable: [], never: [], minMs: 3000 },
    steady: null,
  },
  applier: null,
  alongside: ["generation"],
  synthetic: false,
};

const record: SoakRunRecord = {
  schema: "holdpoint/soak-run/v1",
  run: "RUN_1",
  tool: { name: "holdpoint", version: "0.1.0" },
  candidate: { commit: COMMIT, tree: COMMIT, dirty: false },
  testbed: { text: "2 x processor", sha256: HEX },
  startedAtMs: 1,
  finishedAtMs: 2,
  parameters: { first: { "a.b": 1 }, last: { "a.b": null } },
  plan,
};

const manifest: SoakManifest = {
  schema: "holdpoint/soak-manifest/v1",
  run: "RUN_1",
  files: [{ path: "run.json", sha256: HEX, sizeBytes: 7 }],
};

test("the record and the manifest of a stored soak are what their schemas say", () => {
  assert.deepEqual(validatorOf("soak-run")(record), []);
  assert.deepEqual(validatorOf("soak-manifest")(manifest), []);
});

for (const [what, change] of [
  ["a run that is called otherwise", { run: "latest" }],
  ["no commit", { candidate: { ...record.candidate, commit: "HEAD" } }],
  ["an unknown member", { extra: 1 }],
  ["a text as value of a parameter", { parameters: { first: { a: "1" }, last: {} } }],
] as const) {
  test(`a record with ${what} is refused`, () => {
    assert.notDeepEqual(validatorOf("soak-run")({ ...record, ...change }), []);
  });
}

test("a manifest whose digest is none is refused", () => {
  const files = [{ path: "run.json", sha256: "abc", sizeBytes: 7 }];
  assert.notDeepEqual(validatorOf("soak-manifest")({ ...manifest, files }), []);
});
