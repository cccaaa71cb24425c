import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { digestOf } from "@holdpoint/core";
import type { ActionWire } from "../contract/wire.ts";
import type { EffectLine, Evidence } from "./fixture/evidence.ts";
import { breaches, judge } from "./fixture/judge.ts";
import type { Wish } from "./fixture/load.ts";
import { tableText } from "./fixture/report.ts";

const OLD = { correlation_id: "req_1", traceparent: "", actor: "requester", adapter: "target", session_id: null };

function action(id: string, n: string, state: string): ActionWire {
  const isEnd = state === "SUCCEEDED" || state === "DEAD";
  return {
    ...OLD,
    id,
    state,
    operation: "once",
    arguments_digest: digestOf({ n }),
    risk: "low",
    verdict: null,
    attempts: 1,
    created_at: "",
    updated_at: "",
    deadline_at: null,
    approval: null,
    ...(state === "SUCCEEDED" ? { result: { done: true } } : {}),
    receipt: isEnd ? { leaf_index: 3, checkpoint_size: 4 } : null,
    replay_of: null,
    generation: 0,
  };
}

const wish = (n: string, ...answers: ActionWire[]): Wish => ({ n, operation: "once", key: n, answers, isLost: false });
const effect = (key: string, n: string): EffectLine => ({ way: "/once", key, arguments: { n } });
const record = (
  seq: number,
  kind: string,
  run: string,
  body: Record<string, string>,
): Evidence["facts"]["records"][0] => ({
  at: "",
  kind,
  run,
  seq,
  body,
  v: 1,
});
const allow = (seq: number, id: string, n: string): Evidence["facts"]["verdicts"][0] => ({
  seq,
  body: { action: id, arguments: digestOf({ n }), decision: "ALLOW", state: "RUNNING" },
});

/** One that succeeded, one that is unknown and was done, one that is dead and was not. */
function sound(): Evidence {
  const ended = action("act_1", "n1", "SUCCEEDED");
  const unknown = action("act_2", "n2", "UNKNOWN");
  const dead = action("act_3", "n3", "DEAD");
  return {
    wishes: [wish("n1", action("act_1", "n1", "RUNNING"), ended), wish("n2", unknown), wish("n3", dead), wish("n4")],
    actions: new Map([ended, unknown, dead].map((one) => [one.id, one])),
    listedUnknown: new Set(["act_2"]),
    namedUnknown: new Set(["act_2"]),
    reconciled: new Map([["act_2", "SUCCEEDED"]]),
    effects: [effect("act_1", "n1"), effect("act_2", "n2")],
    facts: {
      verdicts: [allow(0, "act_1", "n1"), allow(1, "act_2", "n2")],
      records: [
        record(0, "action", "act_1", { state: "RUNNING" }),
        record(1, "action", "act_2", { state: "RUNNING" }),
        record(2, "receipt-provisional", "act_2", { state: "UNKNOWN" }),
        record(3, "receipt", "act_1", { state: "SUCCEEDED" }),
        record(4, "receipt", "act_3", { state: "DEAD" }),
      ],
      problems: [],
    },
    verification: { valid: true, problems: [] },
    problems: [],
  };
}

test("evidence that fits together has no breach", () => {
  assert.deepEqual(breaches(judge(sound())), []);
});

const without = <K, V>(map: ReadonlyMap<K, V>, key: K): Map<K, V> => new Map([...map].filter(([name]) => name !== key));

describe("each rule goes red for its own reason", () => {
  const { actions, effects, facts, wishes } = sound();
  const planted: readonly (readonly [string, Partial<Evidence>, RegExp])[] = [
    ["an acknowledged action is gone", { actions: without(actions, "act_3") }, /^lost: n3 .*not there/],
    [
      "a key was answered with two ids",
      { wishes: [...wishes, wish("n1", action("act_1", "n1", "RUNNING"), action("act_3", "n1", "RUNNING"))] },
      /^lost: n1 was answered with 2 ids/,
    ],
    [
      "an end that was told is another one now",
      { actions: new Map([...actions, ["act_3", action("act_3", "n3", "SUCCEEDED")]]) },
      /^lost: act_3 had ended DEAD/,
    ],
    [
      "an answer is of something else",
      { wishes: [wish("n9", action("act_1", "n1", "RUNNING"))] },
      /^lost: act_1 is of/,
    ],
    [
      "a wish was done under two ids",
      { effects: [...effects, effect("act_9", "n1")] },
      /^doubled: n1 was done 2 times/,
    ],
    ["an action was done twice", { effects: [...effects, effect("act_1", "n8")] }, /^doubled: act_1 had 2 effects/],
    [
      "there is no verdict",
      { facts: { ...facts, verdicts: facts.verdicts.slice(1) } },
      /^notAllowed: act_1 .* without an ALLOW/,
    ],
    [
      "the verdict is for other arguments",
      { facts: { ...facts, verdicts: [allow(0, "act_1", "n7"), ...facts.verdicts.slice(1)] } },
      /^notAllowed: act_1 .* without an ALLOW/,
    ],
    [
      "the verdict says DENY",
      {
        facts: {
          ...facts,
          verdicts: facts.verdicts.map(({ seq, body }) => ({ seq, body: { ...body, decision: "DENY" } })),
        },
      },
      /^notAllowed: act_1/,
    ],
    [
      "there is no intent",
      { facts: { ...facts, records: facts.records.slice(1) } },
      /^notAllowed: act_1 .* without an intent/,
    ],
    [
      "what was done is called dead",
      { effects: [...effects, effect("act_3", "n3")] },
      /^unreported: act_3 was done and is DEAD/,
    ],
    ["an unknown one is not listed", { listedUnknown: new Set() }, /^unreported: act_2 is UNKNOWN and is not listed/],
    ["a success was not done", { effects: effects.slice(1) }, /^unreported: once act_1 is SUCCEEDED/],
    [
      "an unknown one has no provisional receipt",
      { facts: { ...facts, records: facts.records.filter(({ seq }) => seq !== 2) } },
      /^unreported: act_2 is UNKNOWN without a provisional/,
    ],
    [
      "an end has no receipt",
      { facts: { ...facts, records: facts.records.slice(0, -1) } },
      /^others: act_3 ended DEAD without/,
    ],
    [
      "an end has two receipts",
      { facts: { ...facts, records: [...facts.records, record(5, "receipt", "act_3", {})] } },
      /^others: act_3 has 2 receipts/,
    ],
    [
      "something never comes to rest",
      { actions: new Map([...actions, ["act_5", action("act_5", "n5", "RUNNING")]]) },
      /^others: act_5 came to no rest/,
    ],
    ["the question is answered wrongly", { reconciled: new Map([["act_2", "DEAD"]]) }, /^others: act_2 was reconciled/],
    [
      "the ledger does not verify",
      { verification: { valid: false, problems: [{ code: "root-mismatch", where: "checkpoint 3" }] } },
      /^others: the ledger does not verify.*root-mismatch/,
    ],
    ["a client had trouble", { problems: ["n1 was answered 500"] }, /^others: n1 was answered 500/],
  ];
  for (const [what, change, expected] of planted) {
    test(what, () => {
      const found = breaches(judge({ ...sound(), ...change }));
      assert.ok(found.length > 0, "it was not seen");
      assert.ok(
        found.some((text) => expected.test(text)),
        found.join("\n"),
      );
    });
  }
});

test("the table adds its rows up", () => {
  const row = {
    seed: 7,
    kills: 20,
    "after effect": 9,
    submitted: 30,
    acknowledged: 28,
    broken: 4,
    effects: 25,
    unknown: 3,
  };
  const counts = { lost: 0, double: 1, "not allowed": 0, unreported: 0, others: 0 };
  const lines = tableText([
    { ...row, ...counts },
    { ...row, seed: 8, ...counts },
  ]).split("\n");
  assert.equal(lines.length, 4);
  assert.match(lines[0] ?? "", /^seed +kills +after effect/);
  assert.match(lines[3] ?? "", /^ *all +40 +18 +60 +56 +8 +50 +6 +0 +2 +0 +0 +0$/);
});
