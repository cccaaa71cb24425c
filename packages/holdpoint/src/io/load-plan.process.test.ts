import assert from "node:assert/strict";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { loadPlan } from "./load-plan.ts";

const PLAN = "version: 1\nurl: http://h\nphases: [{ name: a, rate: 5, duration: 1s }]\n";
const DATA = `${PLAN}data: [{ name: u, file: data/u.csv }]\n`;
const ASKED = { insecure: false } as const;

test("a file that is named, load.yaml without one, flags alone where there is a URL", (t) => {
  const folder = scratch(t, { "load.yaml": PLAN, "other.yaml": PLAN.replace("rate: 5", "rate: 7") });
  const rate = (...args: Parameters<typeof loadPlan>): unknown => loadPlan(...args).phases[0]?.arrival;
  assert.deepEqual(rate(folder, undefined, ASKED), { kind: "constant", ratePerS: 5 });
  assert.deepEqual(rate(folder, "other.yaml", ASKED), { kind: "constant", ratePerS: 7 });
  assert.deepEqual(rate(folder, undefined, { ...ASKED, url: "http://x" }), { kind: "constant", ratePerS: 50 });
  assert.equal(loadPlan(folder, "other.yaml", { ...ASKED, url: "http://x" }).url, "http://x");
});

test("files beside a plan are read from its folder; a body from the folder where the command was given", (t) => {
  const folder = scratch(t, { "plans/load.yaml": DATA, "plans/data/u.csv": "id\n1\n", "body.json": "{}" });
  assert.deepEqual(loadPlan(folder, "plans/load.yaml", ASKED).data[0]?.rows, [{ id: "1" }]);
  const plan = loadPlan(folder, undefined, { ...ASKED, url: "http://x", body: "@body.json" });
  assert.equal(plan.flows[0]?.steps[0]?.body, "{}");
});

test("what is absent, no file, no text or a folder is refused by its name", (t) => {
  const folder = scratch(t, { "load.yaml": DATA, "latin.csv": Buffer.from([0xe4]).toString("latin1") });
  for (const [asked, file, code] of [
    [ASKED, "gone.yaml", "HP-CONFIG-ABSENT"],
    [ASKED, ".", "HP-CONFIG-SYNTAX"],
    [ASKED, "load.yaml", "HP-READ-ABSENT"],
    [{ ...ASKED, url: "http://x", body: "@gone" }, undefined, "HP-READ-ABSENT"],
    [{ ...ASKED, url: "http://x", pacing: "precise", slo: ["p99 maybe"] }, undefined, "HP-USAGE"],
  ] as const) {
    assert.throws(() => loadPlan(folder, file, asked), { code }, `${code} ${file}`);
  }
  assert.throws(() => loadPlan(scratch(t), undefined, ASKED), { code: "HP-USAGE" });
});

test("what holds together only as a whole is refused as a wrong command line", (t) => {
  const asked = { ...ASKED, url: "ws://x", slo: ["p99 < 1s"] };
  assert.equal(loadPlan(scratch(t), undefined, asked).protocol, "websocket");
});
