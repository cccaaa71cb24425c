import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { tryProbes, tryStuckProbe } from "./breakers/recovery.ts";
import { DELAY_MS, LIMITS } from "./breakers/terms.ts";
import { tryAbort } from "./dead-letters/runs.ts";
import { provokeStates } from "./error-taxonomy/provoke-http.ts";
import { scriptedRoom } from "./error-taxonomy/testing-room.ts";
import { POLICY as EVERY_ERROR } from "./error-taxonomy/scene.ts";
import type { Bench } from "./fail-closed/bench.ts";
import { BROKEN_POLICY, POLICY } from "./fail-closed/scene.ts";
import { scriptedBench, triedAs } from "./fail-closed/testing-bench.ts";
import { tryPeople } from "./fail-closed/try-people.ts";
import type { ScriptedHouse } from "./gateway/testing-house.ts";
import { scriptedHouse, upstreamCall } from "./gateway/testing-house.ts";
import { objectOf } from "./http-probe.ts";

/** Experiments that wait by the clock, all at once, so that they wait together. */
describe("experiments that take their time", { concurrency: true }, () => {
  test("a probe is whoever came before the first one's answer; who comes later is a call like any other", async () => {
    const refused = { id: "act_1", error: { code: "HP-ACTION-CIRCUIT-OPEN" } };
    const answers = [{ state: "SUCCEEDED" }, { state: "SUCCEEDED" }, ...Array.from({ length: 6 }, () => refused)];
    const scripted = afterOpening("probing", (n) => {
      const atMs = n === 0 ? 1000 : n === 1 ? 1000 + DELAY_MS : null;
      return { json: answers[n] ?? {}, atMs };
    });
    assert.deepEqual((await tryProbes(scripted)).probes, [
      { submitted: 8, upstreamAtOnce: 1, upstreamCalls: 1, refused: 7 },
    ]);
    assert.equal(scripted.house.upstream.modes.get("/probing"), "delayed");
  });

  test("two calls within the first one's time are two probes, and silence is none", async () => {
    const two = afterOpening("probing", (n) => ({ json: {}, atMs: n < 2 ? 1000 + n * (DELAY_MS - 1) : null }));
    const none = afterOpening("probing", () => ({ json: { error: { code: "HP-ACTION-DEADLINE" } }, atMs: null }));
    const [first, second] = await Promise.all([tryProbes(two), tryProbes(none)]);
    assert.deepEqual([first.probes[0]?.upstreamCalls, first.probes[0]?.refused], [2, 0]);
    assert.deepEqual([second.probes[0]?.upstreamCalls, second.probes[0]?.refused], [0, 0]);
  });

  test("a stuck probe is looked at when its time is over, and healed before it is tried again", async () => {
    const modes: (string | undefined)[] = [];
    const scripted = afterOpening("stuck", (n) => {
      modes.push(scripted.house.upstream.modes.get("/stuck"));
      return { json: { state: n === 0 ? "RUNNING" : "SUCCEEDED" }, atMs: 1 };
    });
    assert.deepEqual((await tryStuckProbe(scripted)).stuckProbes, [
      { probeTimeoutMs: LIMITS.probe_timeout_ms, stateAfterTimeout: "half_open", recoveredLater: true },
    ]);
    assert.deepEqual(modes, ["hanging", "healthy"]);
  });

  test("what started after an abort is what the run tells or what the upstream saw, whichever is more", async () => {
    const [told, seen] = await Promise.all([tryAbort(aborting(2, 0)), tryAbort(aborting(1, 4))]);
    assert.deepEqual(told.aborts, [{ planned: 6, startedAtAbort: 2, startedLater: 2, state: "aborted" }]);
    assert.deepEqual(seen.aborts, [{ planned: 6, startedAtAbort: 1, startedLater: 4, state: "aborted" }]);
    assert.deepEqual((await tryAbort(aborting(0, 0, 409))).aborts, [], "a run that never started is not aborted");
  });

  test("people are tried in every way, under a policy and a freeze that are put back each time", async () => {
    const { bench, done } = people();
    const rules = await tryPeople(bench);
    assert.deepEqual(
      rules.map(({ id, expected, got }) => [id, expected, got]),
      [
        ["approval-by-requester", "HP-GATEWAY-APPROVER-IS-REQUESTER", "HP-GATEWAY-APPROVER-IS-REQUESTER"],
        ["grant-used-twice", "HP-GATEWAY-STATE-CONFLICT", "HP-GATEWAY-STATE-CONFLICT"],
        ["approval-expired", "HP-ACTION-EXPIRED", "ended"],
        ["approval-denied", "approval_denied", "ended"],
        ["frozen-at-decision", "frozen", "no_rule"],
        ["frozen-before-execution", "frozen", "ended"],
        ["denial-stays", "frozen", "no_rule"],
        ["policy-reload-error", "HP-GATEWAY-POLICY", "accepted"],
      ],
    );
    const freezes = done.filter((one) => one.startsWith("freeze"));
    assert.deepEqual(
      freezes,
      Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? "freeze true" : "freeze null")),
    );
    const signed = rules.filter(({ denial }) => denial !== null).map(({ id }) => id);
    assert.deepEqual(signed, [
      "approval-denied",
      "frozen-at-decision",
      "frozen-before-execution",
      "denial-stays",
      "policy-reload-error",
    ]);
    assert.deepEqual(done.slice(-5), ["write broken", "reload", "reload", "write sound", "submit count"]);
  });

  test("states are provoked in order, and every setting and the policy are put back", async () => {
    const patches: unknown[] = [];
    let isLimited = false;
    const { room, written } = scriptedRoom((method, path, { body, headers }) => {
      if (method === "PATCH") {
        patches.push(body);
        isLimited = objectOf(objectOf(body)["limits"])["burst_per_actor"] === 1;
        assert.equal(headers?.["if-match"], '"4"');
        return { status: 422, json: {}, text: '{"code":"HP-GATEWAY-SETTING"}' };
      }
      if (path === "/v1/config") return { json: {}, headers: { etag: '"4"' } };
      if (isLimited)
        return { status: 429, headers: { "retry-after": "1" }, text: '{"code":"HP-GATEWAY-RATE-LIMITED"}' };
      return { json: { id: "act_7" }, text: "{}" };
    });
    const errors = await provokeStates(room);
    assert.equal(errors.length, 8);
    const settings = errors.filter(({ id }) => id.startsWith("setting-"));
    assert.deepEqual(
      settings.map(({ code, operation }) => [code, operation?.method]),
      [
        ["HP-GATEWAY-SETTING", "PATCH"],
        ["HP-GATEWAY-SETTING", "PATCH"],
      ],
    );
    const rate = errors.at(-1);
    assert.deepEqual([rate?.id, rate?.code, rate?.retryAfter], ["too-often", "HP-GATEWAY-RATE-LIMITED", "1"]);
    assert.deepEqual(patches.at(3), { limits: { live_actions: null } });
    assert.deepEqual(patches.at(-1), { limits: { requests_per_second_per_actor: null, burst_per_actor: null } });
    assert.deepEqual(
      written.map(([name, text]) => [name, text === EVERY_ERROR]),
      [
        ["policy.yaml", false],
        ["policy.yaml", true],
      ],
    );
  });
});

/** A gateway whose submissions are answered in order, once as many as open the breaker have been made. */
function afterOpening(
  adapter: string,
  answer: (n: number) => { json: JsonObject; atMs: number | null },
): ScriptedHouse {
  let submitted = 0;
  const scripted = scriptedHouse((method) => {
    if (method === "GET") return { json: { breakers: [{ name: adapter, state: "half_open" }] } };
    submitted += 1;
    const n = submitted - LIMITS.minimum_calls - 1;
    if (n < 0) {
      scripted.calls.push(upstreamCall(`/${adapter}`, { mode: "failing" }));
      return { json: {} };
    }
    const { json, atMs } = answer(n);
    if (atMs !== null) scripted.calls.push(upstreamCall(`/${adapter}`, { atMs }));
    return { json };
  });
  return scripted;
}

function aborting(started: number, effectsLater: number, runStatus = 202): ScriptedHouse {
  const scripted = scriptedHouse((method, path, { body }) => {
    if (path.endsWith("/abort")) {
      for (let n = 0; n < effectsLater; n += 1) scripted.calls.push(upstreamCall("/aborted"));
      return { json: { started } };
    }
    if (path === "/v1/dead-letters/replay") {
      return objectOf(body)["mode"] === "plan"
        ? { json: { id: "plan_1" } }
        : { status: runStatus, json: { id: "run" } };
    }
    if (method === "POST") return { json: { id: "act_1" } };
    return { json: { id: "act_1", state: path.startsWith("/v1/actions") ? "DEAD" : "aborted", started } };
  });
  return scripted;
}

/** A bench whose gateway refuses by the book but puts every policy in force. */
function people(): { bench: Bench; done: string[] } {
  const done: string[] = [];
  const { room } = scriptedBench();
  const folder = {
    ...room.folder,
    write: (name: string, text: string): string => {
      assert.equal(name, "policy.yaml");
      done.push(text === POLICY ? "write sound" : text === BROKEN_POLICY ? "write broken" : "write another");
      return name;
    },
  };
  const bench = scriptedBench({
    room: { ...room, folder },
    submit: async (adapter) => {
      // What no rule speaks of is tried between two reloads, and is no control.
      if (adapter !== "unruled") done.push(`submit ${adapter}`);
      return triedAs("no_rule");
    },
    person: async (role) => triedAs(role === "both" ? "HP-GATEWAY-APPROVER-IS-REQUESTER" : "HP-GATEWAY-STATE-CONFLICT"),
    ended: async () => triedAs("ended"),
    patch: async (body) => {
      done.push(`freeze ${JSON.stringify(objectOf(body["freeze"])["active"])}`);
      return null;
    },
    post: async () => {
      done.push("reload");
      return null;
    },
  });
  return { bench, done };
}
