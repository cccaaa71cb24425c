import assert from "node:assert/strict";
import { test } from "node:test";
import { ERROR_LIES } from "../mutants/refusal-lies.ts";
import { drillContext } from "../testing-drill.ts";
import { runErrorTaxonomy } from "./drill.ts";

test("errors come out of the stream and of a stopping gateway", async () => {
  const { context } = drillContext();
  const { provocations } = await runErrorTaxonomy(context, { parts: ["stream", "stopping"] });
  const surfaces = new Set(provocations.map(({ surface }) => surface));
  assert.deepEqual([...surfaces].sort(), ["http", "stream"]);
  for (const { id, code, expected, done } of provocations) {
    // The key that is used again was used over HTTP, by a part that is left out here.
    if (id !== "stream-key-reused") assert.equal(code, expected, done);
  }
});

test("starts are refused for their reasons", async () => {
  const { context } = drillContext();
  const { provocations } = await runErrorTaxonomy(context, { parts: ["starts"] });
  assert.ok(provocations.length >= 8);
  for (const { id, code, expected, problem } of provocations) {
    assert.equal(code, expected, id);
    assert.ok(problem !== null && problem.hint !== null, id);
  }
});

test("a gateway that lies is seen through", async () => {
  const { context } = drillContext();
  const { provocations } = await runErrorTaxonomy(context, { lie: ERROR_LIES.frameworkText, parts: ["http"] });
  const without = provocations.filter(({ code }) => code === null);
  assert.ok(without.length > 40, `${without.length} errors without a code`);
});
