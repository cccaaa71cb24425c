import assert from "node:assert/strict";
import { test } from "node:test";
import type { GatewayLiveBody, JsonObject } from "@holdpoint/core";
import { page, scriptedHouse } from "../gateway/testing-house.ts";
import { tryHealth } from "./health.ts";

const TYPE = { "content-type": "text/plain; version=0.0.4; charset=utf-8" };
const STATES = ["SUCCEEDED", "DENIED", "EXPIRED", "CANCELLED", "DEAD", "SIMULATED"];

interface Told {
  readonly actions?: readonly JsonObject[];
  readonly letters?: readonly JsonObject[];
  readonly metrics?: string;
  readonly headers?: Record<string, string>;
  readonly live?: JsonObject;
}

function health(told: Told): Promise<Pick<GatewayLiveBody, "probes" | "counters">> {
  const { actions = [], letters = [], metrics = "up 1\n", headers = TYPE, live = { live: true } } = told;
  const scripted = scriptedHouse((_, path) => {
    if (path === "/livez") return { json: live };
    if (path === "/readyz") return { json: { ready: true } };
    if (path === "/metrics") return { text: metrics, headers };
    return path.startsWith("/v1/actions") ? page(...actions) : page(...letters);
  });
  return tryHealth(scripted);
}

test("a gateway that is well has no problems", async () => {
  const { probes } = await health({});
  assert.deepEqual(
    probes.map(({ path, status, problems }) => [path, status, problems]),
    [
      ["/livez", 200, []],
      ["/readyz", 200, []],
      ["/metrics", 200, []],
    ],
  );
});

test("only true is true: a word, a number and silence are none", async () => {
  for (const live of [{ live: "true" }, { live: 1 }, { live: false }, {}] as const) {
    const { probes } = await health({ live });
    assert.deepEqual(probes[0]?.problems, ["it does not say that live is true"]);
  }
});

test("a text of another type is a problem, though it can be read", async () => {
  for (const type of ["text/plain", "application/json", "application/openmetrics-text; version=1.0.0"]) {
    const { probes } = await health({ headers: { "content-type": type } });
    assert.deepEqual(probes[2]?.problems, ["it is not of the type text/plain; version=0.0.4"], type);
  }
});

test("every end has a counter, each beside the actions that ended so", async () => {
  const actions = ["SUCCEEDED", "SUCCEEDED", "DEAD", "READY", "UNKNOWN"].map((state) => ({ state }));
  const metrics = STATES.map((state, n) => `holdpoint_actions_ended_total{state="${state}"} ${n}\n`).join("");
  const { counters } = await health({ actions, metrics });
  assert.deepEqual(
    counters.slice(0, -1).map(({ name, counted, told }) => [name, counted, told]),
    STATES.map((state, n) => [
      `holdpoint_actions_ended_total ${state}`,
      state === "SUCCEEDED" ? 2 : state === "DEAD" ? 1 : 0,
      n,
    ]),
  );
});

test("a counter that is not told is null, which is not zero", async () => {
  const { counters } = await health({ metrics: 'holdpoint_actions_ended_total{state="DEAD"} 0\n' });
  assert.deepEqual(
    counters.filter(({ told }) => told !== null).map(({ name, told }) => [name, told]),
    [["holdpoint_actions_ended_total DEAD", 0]],
  );
});

test("a letter of a replay is counted with its original, and a letter that does not say is not counted", async () => {
  const letters = [{ replay_of: null }, { replay_of: "act_1" }, {}];
  const { counters } = await health({ letters, metrics: "holdpoint_dead_letters_open 3\n" });
  assert.deepEqual(counters.at(-1), { name: "holdpoint_dead_letters_open", counted: 1, told: 3 });
});
