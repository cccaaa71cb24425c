import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import type { ScriptedHouse } from "../gateway/testing-house.ts";
import { scriptedHouse, upstreamCall } from "../gateway/testing-house.ts";
import { objectOf } from "../http-probe.ts";
import { tryCap, tryHealed, tryHopeless, tryTwice } from "./runs.ts";

const REPLAY = "/v1/dead-letters/replay";
const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const OTHER = "0af7651916cd43dd8448eb211c80319c";
const parent = (trace: string): string => `00-${trace}-00f067aa0ba902b7-01`;

interface Told {
  readonly runStatus?: number;
  /** What each run started, one after the other. */
  readonly started?: readonly (readonly string[])[];
  readonly told?: JsonObject;
  /** Actions as they are before and after the run. */
  readonly before?: Readonly<Record<string, JsonObject>>;
  readonly after?: Readonly<Record<string, JsonObject>>;
  readonly letterStatus?: string;
  /** Times at which the upstream is called by the run. */
  readonly callsAtMs?: readonly number[];
}

function replaying(adapter: string, told: Told): ScriptedHouse {
  const { runStatus = 202, started = [[]], before = {}, after = before, letterStatus = "", callsAtMs = [] } = told;
  let submitted = 0;
  let runs = 0;
  const scripted = scriptedHouse((method, path, { body }) => {
    if (method === "POST" && path === REPLAY) {
      if (objectOf(body)["mode"] === "plan") return { json: { id: "plan_1" } };
      runs += 1;
      for (const atMs of callsAtMs) scripted.calls.push(upstreamCall(`/${adapter}`, { atMs }));
      return { status: runStatus, json: { id: `replay_${runs}` } };
    }
    if (path.startsWith(`${REPLAY}/`)) {
      const ids = started[Number(path.split("_").at(-1)) - 1] ?? [];
      return {
        json: { state: "done", started: ids.length, succeeded: ids.length, action_ids: [...ids], ...told.told },
      };
    }
    if (method === "POST") return { json: { id: `act_${(submitted += 1)}` } };
    if (path.startsWith("/v1/dead-letters/")) return { json: { status: letterStatus } };
    const id = path.split("/").at(-1) ?? "";
    return { json: { id, state: "DEAD", ...(runs > 0 ? after : before)[id] } };
  });
  return scripted;
}

test("a replay is told by the action that it made and by the one that it was made from", async () => {
  const before = { act_1: { traceparent: parent(TRACE) } };
  const made = { state: "SUCCEEDED", replay_of: "act_1", generation: 1, traceparent: parent(OTHER) };
  const scripted = replaying("healing", {
    started: [["act_9"]],
    before,
    after: { ...before, act_9: made },
    letterStatus: "replayed",
  });
  const [seen] = (await tryHealed(scripted)).replays;
  assert.equal(seen?.originalAfter, seen?.originalBefore);
  assert.deepEqual(
    { ...seen, originalBefore: "", originalAfter: "" },
    {
      upstream: "healthy",
      newActions: 1,
      newState: "SUCCEEDED",
      linkedTo: "act_1",
      original: "act_1",
      generation: 1,
      sameTrace: false,
      originalBefore: "",
      originalAfter: "",
      letterStatus: "replayed",
    },
  );
  assert.equal(scripted.house.upstream.modes.get("/healing"), "healthy");
});

test("a hopeless replay leaves the upstream as it fails, and a changed original shows", async () => {
  const scripted = replaying("hopeless", {
    started: [["act_9"]],
    before: { act_1: { attempts: 1 } },
    after: { act_1: { attempts: 2 } },
    letterStatus: "open",
  });
  const [seen] = (await tryHopeless(scripted)).replays;
  assert.deepEqual([seen?.upstream, seen?.newState, seen?.letterStatus], ["failing", "DEAD", "open"]);
  assert.notEqual(seen?.originalAfter, seen?.originalBefore);
  assert.equal(scripted.house.upstream.modes.get("/hopeless"), "failing");
});

test("the span of another process in the same trace is the same trace", async () => {
  const after = {
    act_1: { traceparent: parent(TRACE) },
    act_9: { traceparent: `00-${TRACE}-1111111111111111-01` },
  };
  const scripted = replaying("healing", { started: [["act_9"]], before: after });
  assert.equal((await tryHealed(scripted)).replays[0]?.sameTrace, true);
});

test("a replay that never began made nothing, and one that started nothing neither", async () => {
  for (const told of [{ runStatus: 409 }, { started: [[]] }]) {
    const [seen] = (await tryHealed(replaying("healing", { ...told, letterStatus: "open" }))).replays;
    const { newActions, newState, linkedTo, generation, letterStatus } = seen ?? {};
    assert.deepEqual([newActions, newState, linkedTo, generation, letterStatus], [0, "", "", 0, "open"]);
  }
});

test("a run that tells nothing of itself is counted by what the upstream saw", async () => {
  const nothing = { started: null, succeeded: null, failed: null };
  const callsAtMs = [1, 2];
  const [capped] = (await tryCap(replaying("capped", { told: nothing, callsAtMs }))).caps;
  assert.equal(capped?.started, 2);
});

test("a run that starts two actions for one letter made two", async () => {
  const scripted = replaying("healing", { started: [["act_8", "act_9"]] });
  assert.equal((await tryHealed(scripted)).replays[0]?.newActions, 2);
});

test("two runs that start the same actions made them once, two that start others made them twice", async () => {
  const same = replaying("twice", {
    started: [
      ["new_1", "new_2"],
      ["new_2", "new_1"],
    ],
  });
  assert.deepEqual((await tryTwice(same)).repetitions, [{ runs: 2, letters: 2, effects: 0, newActions: 2 }]);
  const others = replaying("twice", {
    started: [
      ["new_1", "new_2"],
      ["new_3", "new_4"],
    ],
    callsAtMs: [1, 2],
  });
  assert.deepEqual((await tryTwice(others)).repetitions, [{ runs: 2, letters: 2, effects: 4, newActions: 4 }]);
});

test("the span of a capped run is that to its last call, counted from its asking", async () => {
  const started = [["a", "b", "c", "d"]];
  const [seen] = (await tryCap(replaying("capped", { started, callsAtMs: [101, 301, 701, 501] }))).caps;
  assert.deepEqual(seen, { planned: 6, max: 4, started: 4, ratePerSecond: 5, spanMs: 700 });
});

test("calls beyond the cap are believed before what the run tells of itself", async () => {
  const callsAtMs = [2, 3, 4, 5, 6, 7];
  const [more] = (await tryCap(replaying("capped", { started: [["a", "b", "c", "d"]], callsAtMs }))).caps;
  assert.equal(more?.started, 6);
  const [told] = (await tryCap(replaying("capped", { told: { started: 5, succeeded: 5 } }))).caps;
  assert.deepEqual([told?.started, told?.spanMs], [5, 0]);
  const [refused] = (await tryCap(replaying("capped", { runStatus: 409 }))).caps;
  assert.deepEqual([refused?.started, refused?.spanMs], [0, 0]);
});
