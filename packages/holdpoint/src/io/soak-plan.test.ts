import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { soakPlan } from "./soak-plan.ts";

const PLAN = `version: 1
id: pool
target: { run: [./iterate] }
kpis: [{ id: p95, select: { summary: p95 }, strict: "<= 300" }]
`;

test("soak.yaml of this folder is the plan unless another file is named; paths begin beside it", (t) => {
  const folder = scratch(t, { "soak.yaml": PLAN, "soaks/api.yaml": PLAN.replace("pool", "api") });
  assert.deepEqual(
    [soakPlan(folder, undefined, undefined).plan.id, soakPlan(folder, undefined, 3).plan.iterations],
    ["pool", 4],
  );
  const { plan, root } = soakPlan(folder, "soaks/api.yaml", undefined);
  assert.deepEqual([plan.id, root], ["api", join(folder, "soaks")]);
});

test("a plan that is not there, or is none, is told by the name that was typed", (t) => {
  const folder = scratch(t);
  assert.throws(() => soakPlan(folder, undefined, undefined), { code: "HP-USAGE", message: /no soak\.yaml here/ });
  assert.throws(() => soakPlan(folder, "a.yaml", undefined), { code: "HP-CONFIG-ABSENT", place: { file: "a.yaml" } });
  mkdirSync(join(folder, "b.yaml"));
  assert.throws(() => soakPlan(folder, "b.yaml", undefined), { code: "HP-CONFIG-SYNTAX", place: { file: "b.yaml" } });
});

test("data of a load is read beside the plan, and its absence is told", (t) => {
  const load =
    "load: { url: http://127.0.0.1, phases: [{ name: a, duration: 1s, rate: 1 }], data: [{ name: users, file: u.csv }] }";
  const text = PLAN.replace("run: [./iterate]", load).replace("summary: p95", "load: response.p95");
  const folder = scratch(t, { "soak.yaml": text, "u.csv": "name\nana\n" });
  const { target } = soakPlan(folder, undefined, undefined).plan;
  assert.deepEqual(target.kind === "http" && target.load.data[0]?.rows, [{ name: "ana" }]);
  assert.throws(() => soakPlan(scratch(t, { "soak.yaml": text }), undefined, undefined), { code: "HP-READ-ABSENT" });
});
