import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProbeRequest } from "../http-probe.ts";
import { objectOf, textOf } from "../http-probe.ts";
import type { ScriptedHouse } from "../gateway/testing-house.ts";
import { scriptedHouse } from "../gateway/testing-house.ts";
import { makeScene } from "./scene.ts";

const RESTS: Readonly<Record<string, string>> = {
  shop: "SUCCEEDED",
  "lost-before": "UNKNOWN",
  dying: "DEAD",
  asked: "AWAITING_APPROVAL",
};

/** A gateway in which an action's id begins with its adapter, which says how it rests. */
function resting(rests = RESTS): { scripted: ScriptedHouse; submitted: ProbeRequest[] } {
  const submitted: ProbeRequest[] = [];
  const scripted = scriptedHouse((method, path, request) => {
    if (method === "POST") {
      submitted.push(request);
      return { json: { id: `${textOf(objectOf(request.body)["adapter"])}_${submitted.length}` } };
    }
    const adapter = /\/v1\/actions\/(.*)_\d+$/.exec(path)?.[1] ?? "";
    return { json: { state: rests[adapter] ?? "" } };
  });
  return { scripted, submitted };
}

test("a scene has one action for each way to rest, and no action stands for two", async () => {
  const { scripted, submitted } = resting();
  const { letters, correlation, ...actions } = await makeScene(scripted.house);
  const ids = [...Object.values(actions), ...letters];
  assert.equal(new Set(ids).size, submitted.length);
  assert.match(actions.ended, /^shop_/);
  assert.match(actions.unknown, /^lost-before_/);
  for (const id of letters) assert.match(id, /^dying_/);
  for (const id of [actions.toApprove, actions.toDeny, actions.toCancel]) assert.match(id, /^asked_/);
  for (const { headers } of submitted) assert.equal(headers?.["x-correlation-id"], correlation);
});

test("what waits for a person is made last, because it has little time", async () => {
  const { scripted, submitted } = resting();
  await makeScene(scripted.house);
  const adapters = submitted.map(({ body }) => objectOf(body)["adapter"]);
  assert.deepEqual(adapters.slice(-3), ["asked", "asked", "asked"]);
  assert.ok(!adapters.slice(0, -3).includes("asked"));
});

test("a scene that did not come about is told, and not asked about", async () => {
  for (const adapter of Object.keys(RESTS)) {
    const { scripted } = resting({ ...RESTS, [adapter]: "RUNNING" });
    await assert.rejects(makeScene(scripted.house), new RegExp(`an action of ${adapter} is RUNNING, not `));
  }
});
