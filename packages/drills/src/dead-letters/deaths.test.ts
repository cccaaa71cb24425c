import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import { objectOf, textOf } from "../http-probe.ts";
import type { ScriptedHouse } from "../gateway/testing-house.ts";
import { page, scriptedHouse, upstreamCall } from "../gateway/testing-house.ts";
import { tryDeaths, tryOpenCircuit } from "./deaths.ts";
import { BREAKING, CAUSES } from "./terms.ts";

interface Told {
  /** Letters of an adapter, made for the action's id. */
  readonly letters?: (id: string) => readonly JsonObject[];
  readonly state?: string;
  readonly patchStatus?: number;
  readonly patched?: JsonObject;
}

interface Dying {
  readonly scripted: ScriptedHouse;
  readonly sent: { readonly path: string; readonly request: ProbeRequest }[];
}

/** A gateway that calls the upstream once for each submission; the id says which adapter it was for. */
function dying({
  letters = (id) => [{ id }],
  state = "DEAD",
  patchStatus = 200,
  patched = { a: 1 },
}: Told = {}): Dying {
  const sent: Dying["sent"] = [];
  const scripted = scriptedHouse((method, path, request) => {
    sent.push({ path, request });
    if (method === "PATCH") return { status: patchStatus, json: patched, text: "the patch" };
    if (path === "/v1/config") return { json: {}, headers: { etag: '"7"' } };
    if (method === "POST") {
      const adapter = textOf(objectOf(request.body)["adapter"]);
      scripted.calls.push(upstreamCall(`/${adapter}`, { mode: "failing" }));
      return { json: { id: `act_${adapter}` } };
    }
    const adapter = /[?&]adapter=([^&]+)/.exec(path)?.[1] ?? "";
    if (path.startsWith("/v1/dead-letters")) return page(...letters(`act_${adapter}`));
    const id = path.slice("/v1/actions/".length);
    return { json: { id, state, arguments_digest: "sha256:a", traceparent: "00-a" } };
  });
  return { scripted, sent };
}

test("every cause is tried at its own adapter, in its own mode, under an id of its own", async () => {
  const { scripted, sent } = dying();
  const { deaths } = await tryDeaths(scripted);
  assert.deepEqual(
    deaths.map(({ failureClass, action, attemptsDue }) => [failureClass, action, attemptsDue]),
    CAUSES.map(({ failureClass, adapter, attemptsDue }) => [failureClass, `act_${adapter}`, attemptsDue]),
  );
  for (const { adapter, mode } of CAUSES) assert.equal(scripted.house.upstream.modes.get(`/${adapter}`), mode);
  const submitted = sent.filter(({ request }) => request.body !== undefined);
  assert.deepEqual(
    submitted.map(({ request }) => request.headers?.["x-correlation-id"] ?? "").toSorted(),
    CAUSES.map(({ failureClass }) => `death-of-${failureClass}`).toSorted(),
  );
});

test("where nothing can arrive, the upstream's count says nothing", async () => {
  const { deaths } = await tryDeaths(dying().scripted);
  const uncounted = deaths.filter(({ upstreamCalls }) => upstreamCalls === null);
  assert.deepEqual(
    uncounted.map(({ failureClass }) => failureClass),
    ["connection_bootstrap", "policy_denied"],
  );
  for (const { upstreamCalls } of deaths) assert.ok(upstreamCalls === null || upstreamCalls === 1);
});

test("what a letter says is kept beside what its action says", async () => {
  const letter = {
    class: "timeout",
    attempts: [{}, {}],
    arguments_digest: "sha256:b",
    correlation_id: "other",
    traceparent: "00-b",
  };
  const [death] = (await tryDeaths(dying({ letters: (id) => [{ id, ...letter }] }).scripted)).deaths;
  assert.deepEqual([death?.letters, death?.letterClass, death?.letterAttempts], [1, "timeout", 2]);
  assert.deepEqual([death?.actionDigest, death?.letterDigest], ["sha256:a", "sha256:b"]);
  assert.deepEqual([death?.correlation, death?.letterCorrelation], ["death-of-execution_error", "other"]);
  assert.deepEqual([death?.traceparent, death?.letterTraceparent], ["00-a", "00-b"]);
});

test("letters of other actions are not its own, and a second one of its own is counted", async () => {
  const others = await tryDeaths(dying({ letters: () => [{ id: "act_other", class: "timeout" }] }).scripted);
  for (const { letters, letterClass, letterAttempts, letterDigest } of others.deaths) {
    assert.deepEqual([letters, letterClass, letterAttempts, letterDigest], [0, "", 0, ""]);
  }
  const twice = await tryDeaths(dying({ letters: (id) => [{ id }, { id: "act_other" }, { id }] }).scripted);
  assert.deepEqual(new Set(twice.deaths.map(({ letters }) => letters)), new Set([2]));
});

test("an action that did not die is told in the state that it is in", async () => {
  const { deaths } = await tryDeaths(dying({ state: "UNKNOWN", letters: () => [] }).scripted);
  assert.deepEqual(new Set(deaths.map(({ state }) => state)), new Set(["UNKNOWN"]));
});

test("a breaker is opened first, and only what comes after that is counted", async () => {
  const { scripted, sent } = dying();
  const [death] = (await tryOpenCircuit(scripted)).deaths;
  assert.deepEqual([death?.failureClass, death?.attemptsDue, death?.upstreamCalls], ["circuit_open", 0, 1]);
  assert.equal(scripted.house.upstream.callsTo(`/${BREAKING}`).length, 2);
  const patch = sent.find(({ request }) => request.headers?.["if-match"] !== undefined)?.request;
  assert.deepEqual([patch?.token, patch?.headers?.["if-match"]], ["of-operator", '"7"']);
  assert.equal(objectOf(objectOf(patch?.body)["breaker"])["minimum_calls"], 2);
});

test("a limit that cannot be set ends the experiment, before anything is submitted", async () => {
  const refused = dying({ patchStatus: 412 });
  await assert.rejects(tryOpenCircuit(refused.scripted), /PATCH \/v1\/config answered 412: the patch/);
  assert.deepEqual(refused.scripted.calls, []);
  await assert.rejects(tryOpenCircuit(dying({ patched: {} }).scripted), /answered nothing/);
});
