import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DeadLetterDetailWire, ReplayPlanWire, ReplayRunWire } from "@holdpoint/gateway/client";
import { first } from "./first.ts";
import { jsonOfFlag, objectOfFlag } from "./read-json.ts";
import { exitOfRun, letterLines, letterText, planText, runText } from "./replay-text.ts";

const LETTER: DeadLetterDetailWire = {
  id: "act_1",
  actor: "ada",
  adapter: "pay",
  operation: "refund",
  session_id: null,
  class: "timeout",
  code: "HP-ACTION-TIMEOUT",
  message: "late",
  attempts: [
    { number: 1, started_at: "S1", ended_at: "E1", class: "timeout", message: "late" },
    { number: 2, started_at: "S2", ended_at: null, class: null, message: null },
  ],
  arguments: { order: 7 },
  arguments_digest: "sha256:0",
  payload: "/v1/actions/act_1",
  correlation_id: "c",
  traceparent: "t",
  died_at: "D",
  status: "open",
  replay_of: null,
  generation: 0,
  replays: [],
};

const PLAN: ReplayPlanWire = {
  id: "plan_1",
  created_at: "C",
  expires_at: "X",
  filter: { adapter: "pay" },
  count: 2,
  decisions: { ALLOW: 1, DENY: 1, ESCALATE: 0 },
  estimate_ms: 100,
  items: [
    {
      id: "act_1",
      before: { class: "timeout", policy: "p1" },
      today: { decision: "ALLOW", reason_code: "rule_allowed", policy: "p1", breaker: "closed" },
    },
    {
      id: "act_2",
      before: { class: "circuit_open", policy: "p1" },
      today: { decision: "DENY", reason_code: "no_rule", policy: "p2", breaker: "open" },
    },
  ],
};

const RUN: ReplayRunWire = {
  id: "run_1",
  plan_id: "plan_1",
  state: "done",
  planned: 2,
  started: 2,
  skipped: 0,
  succeeded: 2,
  failed: 0,
  action_ids: ["a", "b"],
};

describe("dead letters for a person", () => {
  test("a line for each", () => {
    assert.deepEqual(letterLines([LETTER]), ["act_1  open  timeout  pay/refund  ada  D  late"]);
  });

  test("one with its attempts and its replays", () => {
    const text = letterText({ ...LETTER, replays: ["act_2", "act_3"], replay_of: "act_0" });
    assert.match(text, /^class +timeout \[HP-ACTION-TIMEOUT\]$/m);
    assert.match(text, /^replay of +act_0$/m);
    assert.match(text, /^replays +act_2, act_3$/m);
    assert.match(text, /attempts\n {2}1\. {2}S1 {2}timeout {4}late\n {2}2\. {2}S2 {2}succeeded$/);
    assert.ok(!/replay/.test(letterText(LETTER)));
  });

  test("a plan says what would happen and how to let it happen", () => {
    assert.equal(
      planText(PLAN),
      `2 dead letters: 1 would be allowed, 1 denied, 0 would wait for an approver.
  act_1  timeout       ALLOW rule_allowed  same policy   breaker closed
  act_2  circuit_open  DENY no_rule        other policy  breaker open
Until X: holdpoint dead-letters replay plan_1`,
    );
    assert.ok(!planText({ ...PLAN, count: 0, items: [] }).includes("replay plan_1"), "nothing to replay");
  });

  test("a run: 1 where something failed or it was aborted", () => {
    assert.match(runText(RUN), /^succeeded +2$/m);
    const exits = [
      RUN,
      { ...RUN, state: "running" as const },
      { ...RUN, failed: 1 },
      { ...RUN, state: "aborted" as const },
    ];
    assert.deepEqual(exits.map(exitOfRun), [0, 0, 1, 1]);
  });
});

describe("parts of the verbs", () => {
  test("no more of a list is read than is shown, and whether there is more is known", async () => {
    let read = 0;
    async function* list() {
      for (let index = 0; index < 5; index += 1) {
        read += 1;
        yield index;
      }
    }
    assert.deepEqual(await first(list(), 2), { items: [0, 1], more: true });
    assert.equal(read, 3);
    assert.deepEqual(await first(list(), 5), { items: [0, 1, 2, 3, 4], more: false });
  });

  test("JSON of a flag is strict and the flag is named", () => {
    assert.deepEqual(jsonOfFlag("--result", "[1]"), [1]);
    assert.deepEqual(objectOfFlag("--arguments", '{"a":1}'), { a: 1 });
    for (const text of ["", "{", "{'a':1}", '{"a":1,"a":2}', "undefined"]) {
      assert.throws(() => jsonOfFlag("--result", text), /--result is not JSON/, text);
    }
    for (const text of ["[]", "null", "7", '"x"']) {
      assert.throws(() => objectOfFlag("--arguments", text), /--arguments must be a JSON object/, text);
    }
  });
});
