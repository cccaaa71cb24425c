import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { resources, resourcesScene } from "../../../scenes/resources.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("leak", check);

test("at the bound it passes, one below it does not", () => {
  assert.equal(judgeScene(check, resourcesScene({ requests: 1000 })).outcome, "pass");
  const { code, flip } = judgeScene(check, resourcesScene({ requests: 999 }));
  assert.deepEqual([code, flip], ["too-few-requests", "would be judged with 1000 requests"]);
});

test("even where no number is asked for, an idle process shows nothing", () => {
  const idle = { ...resourcesScene({ requests: 0 }), params: { requestsMin: 0 } };
  assert.deepEqual([judgeScene(check, idle).code, judgeScene(check, idle).outcome], ["idle", "missing"]);
});

test("each subject has to have served", () => {
  const bodies = { [KIND.resources]: [resources(), resources({ subject: "worker", requests: 1 })] };
  assert.equal(judgeScene(check, { bodies }).reason, "worker answered 1 request, 1000 are needed");
});
