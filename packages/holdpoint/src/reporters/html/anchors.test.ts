import assert from "node:assert/strict";
import { test } from "node:test";
import { hostileRun } from "../fixture/hostile.ts";
import { HELD } from "../fixture/runs.ts";
import { anchorsOf } from "./anchors.ts";

test("every gate and check has an identifier of its own, whatever it is called", () => {
  for (const { judgement } of [HELD, hostileRun('" onload="x')]) {
    const anchors = anchorsOf(judgement);
    const ids = judgement.gates.flatMap((gate) => [anchors.gate(gate), ...gate.checks.map(anchors.check)]);
    assert.ok(ids.length > 5);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^(?:gate-\d+|check-\d+-\d+)$/);
  }
});

test("the same gate judged twice is two gates", () => {
  const [gate] = HELD.judgement.gates;
  assert.ok(gate !== undefined);
  const twin = { ...gate, checks: gate.checks.map((check) => ({ ...check })) };
  const anchors = anchorsOf({ ...HELD.judgement, gates: [gate, twin] });
  assert.deepEqual([anchors.gate(gate), anchors.gate(twin)], ["gate-1", "gate-2"]);
});

test("what is not on the page leads to the list of gates", () => {
  const [gate] = HELD.judgement.gates;
  const [check] = gate?.checks ?? [];
  assert.ok(gate !== undefined && check !== undefined);
  const anchors = anchorsOf({ ...HELD.judgement, gates: [] });
  assert.equal(anchors.gate(gate), "gates");
  assert.equal(anchors.check(check), "gates");
});
