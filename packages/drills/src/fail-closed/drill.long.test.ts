import assert from "node:assert/strict";
import { test } from "node:test";
import { OPEN_LIES } from "../mutants/refusal-lies.ts";
import { drillContext } from "../testing-drill.ts";
import { runFailClosed } from "./drill.ts";

test("starts are refused, and the program's own probes come back whole", async () => {
  const { context } = drillContext();
  const { rules, probe } = await runFailClosed(context, { parts: ["probe", "starts"] });
  for (const { id, got, expected } of rules) assert.equal(got, expected, id);
  assert.equal(rules.filter(({ by }) => by === "probe").length, probe.announced);
  assert.deepEqual([probe.exitCode, rules.length], [0, probe.announced + 4]);
});

test("a gateway that acts on what it denied is seen through", async () => {
  const { context } = drillContext();
  const { rules } = await runFailClosed(context, { lie: OPEN_LIES.effectAnyway, parts: ["submissions"] });
  assert.ok(rules.filter(({ effects }) => (effects ?? 0) > 0).length >= 8);
});
