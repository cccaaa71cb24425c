import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import type { ScriptedHouse } from "../gateway/testing-house.ts";
import { page, scriptedHouse } from "../gateway/testing-house.ts";
import { tryEmptyFilters, tryPlan } from "./plans.ts";
import { actionIdsOf, ended, heal, letterStatus, makeLetters, run } from "./replaying.ts";
import { tryHealed, tryTwice } from "./runs.ts";
import { tryRestart } from "./restart.ts";

const REPLAY = "/v1/dead-letters/replay";

interface Told {
  readonly run?: JsonObject;
  readonly runStatus?: number;
  readonly state?: string;
  readonly letter?: JsonObject;
}

/** A gateway in which every action is `act_1` or a replay of it. */
function telling({ run: one = {}, runStatus = 202, state = "DEAD", letter = {} }: Told = {}): {
  scripted: ScriptedHouse;
  bodies: unknown[];
} {
  const bodies: unknown[] = [];
  const scripted = scriptedHouse((method, path, request: ProbeRequest) => {
    if (method === "POST" && path === REPLAY) {
      bodies.push(request.body);
      const isPlan = (request.body as JsonObject)["mode"] === "plan";
      return isPlan ? { json: { id: "plan_1", count: 1 } } : { status: runStatus, json: { id: "replay_1" } };
    }
    if (path.startsWith(`${REPLAY}/`)) return { json: one };
    if (method === "POST") return { json: { id: "act_1", state } };
    if (path.startsWith("/v1/dead-letters/")) return { json: letter };
    return path.startsWith("/v1/actions/") ? { json: { id: "act_1", state } } : page({ id: "act_1" });
  });
  return { scripted, bodies };
}

test("letters are made of actions that really died, else there is nothing to replay", async () => {
  const { scripted } = telling();
  assert.deepEqual(await makeLetters(scripted.house, "twice", 2), ["act_1", "act_1"]);
  assert.equal(scripted.house.upstream.modes.get("/twice"), "failing");
  await heal(scripted.house, "twice");
  assert.equal(scripted.house.upstream.modes.get("/twice"), "healthy");
  const alive = telling({ state: "SUCCEEDED" }).scripted;
  await assert.rejects(makeLetters(alive.house, "twice", 1), /is SUCCEEDED, and must be dead/);
});

test("a run is planned first, and has its rate and its cap", async () => {
  const { scripted, bodies } = telling();
  assert.equal(await run(scripted.house, { ids: ["act_1"] }, { ratePerSecond: 7, max: 2 }), "replay_1");
  await run(scripted.house, { adapter: "a" });
  assert.deepEqual(bodies, [
    { mode: "plan", filter: { ids: ["act_1"] } },
    { mode: "run", plan_id: "plan_1", rate_per_second: 7, max: 2 },
    { mode: "plan", filter: { adapter: "a" } },
    { mode: "run", plan_id: "plan_1", rate_per_second: 100 },
  ]);
});

test("a run that is refused did not start", async () => {
  const { scripted } = telling({ runStatus: 409 });
  assert.equal(await run(scripted.house, { ids: ["act_1"] }), null);
  assert.deepEqual((await tryTwice(scripted)).repetitions, [{ runs: 0, letters: 2, effects: 0, newActions: 0 }]);
});

test("a run has ended when everything that it started has", async () => {
  let asked = 0;
  const scripted = scriptedHouse(() => {
    asked += 1;
    return { json: { state: "done", started: 3, succeeded: asked > 2 ? 2 : 0, failed: 1, action_ids: ["a", "b"] } };
  });
  const done = await ended(scripted, "replay_1");
  assert.equal(asked, 3);
  assert.deepEqual(actionIdsOf(done), ["a", "b"]);
  assert.deepEqual(actionIdsOf({}), []);
});

test("a replay that runs the original again made no new action", async () => {
  const over = { state: "done", started: 1, succeeded: 1, failed: 0, action_ids: ["act_1"] };
  const { scripted } = telling({ run: over, letter: { status: "replayed" } });
  const [replay] = (await tryHealed(scripted)).replays;
  assert.deepEqual([replay?.newActions, replay?.linkedTo, replay?.original], [0, "", "act_1"]);
  assert.deepEqual([replay?.generation, replay?.sameTrace, replay?.letterStatus], [0, true, "replayed"]);
  assert.equal(await letterStatus(telling().scripted.house, "act_1"), "");
});

test("filters are told with what came of them, also when they are accepted", async () => {
  const { scripted } = telling();
  const { refusedFilters } = await tryEmptyFilters(scripted);
  assert.deepEqual(refusedFilters, [
    { filter: "{}", status: 200, code: null },
    { filter: '{"ids":[]}', status: 200, code: null },
    { filter: "null", status: 200, code: null },
  ]);
});

test("a plan and a restart are told by what was there before and after", async () => {
  const { scripted } = telling();
  const [plan] = (await tryPlan(scripted)).plans;
  assert.deepEqual([plan?.expected, plan?.planned, plan?.actionsBefore, plan?.actionsAfter], [3, 1, 1, 1]);
  assert.equal(plan?.lettersBefore, plan?.lettersAfter);
  const [restart] = (await tryRestart(scripted)).restarts;
  assert.deepEqual([restart?.before, restart?.after, scripted.kills], [1, 1, 1]);
});
