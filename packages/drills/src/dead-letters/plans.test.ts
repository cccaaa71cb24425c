import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import type { ScriptedHouse } from "../gateway/testing-house.ts";
import { page, scriptedHouse, upstreamCall } from "../gateway/testing-house.ts";
import { objectOf } from "../http-probe.ts";
import { tryPlan, tryTodaysPolicy } from "./plans.ts";

const REPLAY = "/v1/dead-letters/replay";

interface Told {
  readonly plan?: JsonObject;
  /** Whether a plan does what a run would. */
  readonly planActs?: boolean;
  readonly runStatus?: number;
  readonly started?: readonly string[];
  /** By id; else every action is dead. */
  readonly states?: Readonly<Record<string, string>>;
  readonly statuses?: Readonly<Record<string, string>>;
  readonly effects?: number;
}

/** A gateway of letters `act_1`, `act_2`…, in which plans and runs do what is told. */
function planning(told: Told): ScriptedHouse {
  const { plan = {}, planActs = false, runStatus = 202, started = [], states = {}, statuses = {}, effects = 0 } = told;
  let submitted = 0;
  let planned = 0;
  const scripted = scriptedHouse((method, path, { body }) => {
    if (method === "POST" && path === REPLAY) {
      if (objectOf(body)["mode"] === "plan") {
        planned += 1;
        if (planActs) scripted.calls.push(upstreamCall("/planned"));
        return { json: { id: "plan_1", ...plan } };
      }
      for (let n = 0; n < effects; n += 1) scripted.calls.push(upstreamCall("/denied-by-now"));
      return { status: runStatus, json: { id: "replay_1" } };
    }
    if (path.startsWith(`${REPLAY}/`)) {
      return {
        json: {
          state: "done",
          started: started.length,
          succeeded: 0,
          failed: started.length,
          action_ids: [...started],
        },
      };
    }
    if (method === "POST") return path === "/v1/actions" ? { json: { id: `act_${(submitted += 1)}` } } : { json: {} };
    const id = path.split("/").at(-1) ?? "";
    if (path.startsWith("/v1/dead-letters/")) return { json: { id, status: statuses[id] ?? "open" } };
    if (path.startsWith("/v1/actions/")) return { json: { id, state: states[id] ?? "DEAD" } };
    const count = planActs && planned > 0 && path.startsWith("/v1/actions") ? 4 : 3;
    const status = planActs && planned > 0 ? "replayed" : "open";
    return page(...Array.from({ length: count }, (_, n) => ({ id: `act_${n + 1}`, status })));
  });
  return scripted;
}

test("a plan that only counts leaves everything as it was", async () => {
  const [seen] = (await tryPlan(planning({ plan: { count: 3 } }))).plans;
  assert.deepEqual([seen?.expected, seen?.planned, seen?.upstreamCalls], [3, 3, 0]);
  assert.deepEqual([seen?.actionsBefore, seen?.actionsAfter], [3, 3]);
  assert.equal(seen?.lettersAfter, seen?.lettersBefore);
  assert.match(seen?.lettersBefore ?? "", /^sha256:[0-9a-f]{64}$/);
});

test("a plan that acts shows in letters, in actions and at the upstream", async () => {
  const [seen] = (await tryPlan(planning({ plan: { count: 3 }, planActs: true }))).plans;
  assert.notEqual(seen?.lettersAfter, seen?.lettersBefore);
  assert.deepEqual([seen?.actionsBefore, seen?.actionsAfter, seen?.upstreamCalls], [3, 4, 1]);
});

test("a plan that does not count, or counts in words, counted nothing", async () => {
  for (const plan of [{}, { count: "3" }, { count: null }]) {
    assert.equal((await tryPlan(planning({ plan }))).plans[0]?.planned, 0);
  }
});

test("the policy changes between the deaths and the plan, and is put back at the end", async () => {
  const scripted = planning({ plan: { decisions: { DENY: 2 } } });
  await tryTodaysPolicy(scripted);
  const posts = scripted.asked.filter((one) => one.startsWith("POST"));
  const submit = "POST /v1/actions";
  const reload = "POST /v1/policy/reload";
  assert.deepEqual(posts, [submit, submit, reload, `POST ${REPLAY}`, `POST ${REPLAY}`, `POST ${REPLAY}`, reload]);
});

test("denials are those that actions ended in, not those that were foretold", async () => {
  const decisions = { ALLOW: 1, DENY: 2 };
  const states = { new_1: "DENIED", new_2: "SUCCEEDED" };
  const statuses = { act_2: "replayed" };
  const scripted = planning({ plan: { decisions }, started: ["new_1", "new_2"], states, statuses, effects: 1 });
  assert.deepEqual((await tryTodaysPolicy(scripted)).policies, [
    { letters: 2, plannedDenials: 2, denied: 1, effects: 1, stillOpen: 1 },
  ]);
});

test("a run that is refused denied nothing, and neither did a plan that tells no decisions", async () => {
  const scripted = planning({ runStatus: 409, started: ["new_1"], states: { new_1: "DENIED" } });
  assert.deepEqual((await tryTodaysPolicy(scripted)).policies, [
    { letters: 2, plannedDenials: 0, denied: 0, effects: 0, stillOpen: 2 },
  ]);
  assert.ok(!scripted.asked.some((one) => one.startsWith(`GET ${REPLAY}/`)), "there is no run to look at");
});
