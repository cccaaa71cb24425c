import assert from "node:assert/strict";
import { test } from "node:test";
import type { BreakersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { breakerReset, breakers } from "../../../scenes/breakers.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("breakers", check);

const judged = (changes: Partial<BreakersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.breakers]: [breakers(changes)] } });

test("403 and nothing else shuts the door", () => {
  const code = (forbiddenStatus: number): string => judged({ resets: [breakerReset({ forbiddenStatus })] }).code;
  assert.equal(code(403), "pass");
  for (const status of [200, 202, 401, 404, 500]) assert.equal(code(status), "open-to-all", String(status));
});

test("a record under another name, or under none, is no record of the actor", () => {
  for (const [recordedActor, told] of [
    ["approver", "approver"],
    ["", ""],
    [null, "nobody"],
  ] as const) {
    const { code, reason, flip } = judged({ resets: [breakerReset({ recordedActor })] });
    assert.equal(code, "not-recorded");
    assert.equal(reason, `1 reset without a record of the actor: by operator: closed, recorded for ${told}`);
    assert.equal(flip, "would pass with the actor's name in a record");
  }
});

test("the reset of a closed breaker shows nothing, whatever else it says", () => {
  const { outcome, code, reason } = judged({
    resets: [breakerReset({ stateBefore: "closed" }), breakerReset({ stateAfter: "half_open", forbiddenStatus: 200 })],
  });
  assert.deepEqual([outcome, code], ["missing", "nothing-to-reset"]);
  assert.match(reason, /; 1 reset without effect: .*; 1 reset open to somebody who must not: /);
});
