import assert from "node:assert/strict";
import { test } from "node:test";
import { drillContext } from "../testing-drill.ts";
import { runErrorTaxonomy } from "./drill.ts";

test("a running gateway gives the error that is meant, for each way of provoking one", async () => {
  const { context, steps } = drillContext();
  const { provocations, operations, after } = await runErrorTaxonomy(context, { parts: ["http", "states", "actions"] });
  assert.ok(provocations.length >= 70, `${provocations.length} errors`);
  for (const { id, code, expected, leaks } of provocations) {
    assert.equal(code, expected, id);
    assert.deepEqual(leaks, [], id);
  }
  assert.ok(operations.length >= 20);
  assert.deepEqual(after, { live: true, ready: true, honestAction: "SUCCEEDED" });
  assert.ok(!JSON.stringify(steps).includes("hp_"), "no token is recorded");
});
