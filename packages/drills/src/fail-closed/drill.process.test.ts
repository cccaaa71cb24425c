import assert from "node:assert/strict";
import { test } from "node:test";
import type { FailClosedBody } from "@holdpoint/core";
import { drillContext } from "../testing-drill.ts";
import { runFailClosed } from "./drill.ts";

const GOOD = { present: true, verified: true };

function assertRefused({ rules, after }: FailClosedBody): void {
  for (const { id, got, expected, again, effects, control, denial, receipt } of rules) {
    assert.equal(got, expected, id);
    if (again !== null) assert.equal(again, expected, `${id}, again`);
    assert.equal(effects, 0, id);
    assert.equal(control, 1, id);
    for (const trace of [denial, receipt]) if (trace !== null) assert.deepEqual(trace, GOOD, id);
  }
  assert.deepEqual(after, { ready: true, honestAction: "SUCCEEDED", effects: 1 });
}

test("a running gateway refuses submissions for their reasons, with signed denials and without effects", async () => {
  const { context, steps } = drillContext();
  const body = await runFailClosed(context, { parts: ["submissions"] });
  assertRefused(body);
  assert.ok(body.rules.length >= 14);
  assert.ok(body.rules.filter(({ denial }) => denial !== null).length >= 8);
  assert.ok(!JSON.stringify(steps).includes("hp_"), "no token is recorded");
});

test("people, freeze and policy refuse, and every door is shut to strangers", async () => {
  const { context } = drillContext();
  const body = await runFailClosed(context, { parts: ["people", "doors", "access"] });
  assertRefused(body);
  assert.equal(body.rules.length, 11);
  const guarded = body.access.filter(({ open }) => !open);
  assert.ok(guarded.length >= 20);
  for (const { path, withoutToken, withUnknownToken, withWrongRole } of guarded) {
    assert.deepEqual([withoutToken, withUnknownToken], [401, 401], path);
    assert.ok(withWrongRole === null || withWrongRole === 403, path);
  }
});
