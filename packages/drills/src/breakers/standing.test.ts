import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { JsonObject } from "@holdpoint/core";
import type { ScriptedHouse } from "../gateway/testing-house.ts";
import { page, scriptedHouse, upstreamCall } from "../gateway/testing-house.ts";
import { objectOf } from "../http-probe.ts";
import { tryStanding } from "./standing.ts";
import type { Experiment } from "./terms.ts";
import { LIMITS } from "./terms.ts";

interface Told {
  readonly afterStart?: string;
  readonly callsAfterStart?: number;
  /** What a reset leaves in the log; null: nothing. */
  readonly record?: JsonObject | null;
  readonly forbidden?: number;
  readonly patchStatus?: number;
  /** Records that are in the log before. */
  readonly earlier?: readonly JsonObject[];
}

interface Standing {
  readonly scripted: ScriptedHouse;
  readonly experiment: Experiment;
  readonly patches: JsonObject[];
}

/** A breaker that opens at its minimum of calls, and a store with the table that records are read from. */
function standing(t: TestContext, told: Told = {}): Standing {
  const { afterStart = "open", callsAfterStart = 0, forbidden = 403, patchStatus = 200, earlier = [] } = told;
  const record = told.record === undefined ? { breaker: "lasting", by: "operator" } : told.record;
  const dataFolder = scratch(t, {});
  const store = new DatabaseSync(join(dataFolder, "ledger.db"));
  t.after(() => store.close());
  store.exec("CREATE TABLE record (seq INTEGER PRIMARY KEY, kind TEXT, bytes BLOB)");
  const write = (kind: string, body: JsonObject): void => {
    store.prepare("INSERT INTO record (kind, bytes) VALUES (?, ?)").run(kind, Buffer.from(JSON.stringify({ body })));
  };
  for (const body of earlier) write("breaker-reset", body);
  write("receipt", { state: "DEAD" });
  const patches: JsonObject[] = [];
  let isReset = false;
  const scripted = scriptedHouse((method, path, { token, body }) => {
    if (method === "PATCH") {
      patches.push(objectOf(body));
      return { status: patchStatus, json: {}, text: "no" };
    }
    if (path.endsWith("/reset")) {
      if (token !== "of-operator") return { status: forbidden, json: {} };
      isReset = true;
      if (record !== null) write("breaker-reset", record);
      return { json: {} };
    }
    if (method === "POST") {
      const calls = scripted.kills === 0 ? 1 : callsAfterStart;
      for (let n = 0; n < calls; n += 1) scripted.calls.push(upstreamCall("/lasting", { mode: "failing" }));
      return { json: { id: "act_1", state: "DEAD" } };
    }
    if (path !== "/v1/breakers") return page();
    const isOpen = scripted.house.upstream.callsTo("/lasting").length >= LIMITS.minimum_calls;
    const state = isReset ? "closed" : scripted.kills > 0 ? afterStart : isOpen ? "open" : "closed";
    return {
      json: {
        breakers: [
          { name: "steady", state: "closed" },
          { name: "lasting", state },
        ],
      },
    };
  });
  const house = { ...scripted.house, dataFolder };
  return { scripted, experiment: { house, context: scripted.context }, patches };
}

test("a breaker is opened for longer than the restart takes, and reset by somebody who may", async (t) => {
  const { scripted, experiment, patches } = standing(t);
  const { restarts, resets } = await tryStanding(experiment);
  assert.deepEqual(restarts, [{ stateBefore: "open", stateAfter: "open", upstreamCalls: 0 }]);
  assert.deepEqual(resets, [
    { by: "operator", stateBefore: "open", stateAfter: "closed", recordedActor: "operator", forbiddenStatus: 403 },
  ]);
  assert.equal(scripted.kills, 1);
  const [patch] = patches;
  assert.ok(Number(objectOf(patch?.["breaker"])["open_ms"]) > 60_000);
  assert.equal(objectOf(patch?.["breaker"])["minimum_calls"], LIMITS.minimum_calls, "the other limits stay");
});

test("a breaker that was forgotten shows in its state and in the calls that it lets through", async (t) => {
  const { experiment } = standing(t, { afterStart: "closed", callsAfterStart: 2 });
  const { restarts } = await tryStanding(experiment);
  assert.deepEqual(restarts, [{ stateBefore: "open", stateAfter: "closed", upstreamCalls: 2 }]);
});

test("a reset without a record, or with one for another breaker, is recorded for nobody", async (t) => {
  for (const record of [null, { breaker: "steady", by: "operator" }]) {
    const { resets } = await tryStanding(standing(t, { record }).experiment);
    assert.equal(resets[0]?.recordedActor, null);
  }
  const { resets } = await tryStanding(standing(t, { record: { breaker: "lasting" } }).experiment);
  assert.equal(resets[0]?.recordedActor, "", "a record without an actor");
});

test("a record of an earlier reset is not taken for that of this one", async (t) => {
  const earlier = [{ breaker: "lasting", by: "operator" }];
  const { resets } = await tryStanding(standing(t, { earlier, record: null }).experiment);
  assert.equal(resets[0]?.recordedActor, null);
  const later = await tryStanding(standing(t, { earlier, record: { breaker: "lasting", by: "other" } }).experiment);
  assert.equal(later.resets[0]?.recordedActor, "other");
});

test("the status of who must not is kept as it came, and a limit that cannot be set ends it", async (t) => {
  const { resets } = await tryStanding(standing(t, { forbidden: 200 }).experiment);
  assert.equal(resets[0]?.forbiddenStatus, 200);
  await assert.rejects(tryStanding(standing(t, { patchStatus: 428 }).experiment), /answered 428: no/);
});
