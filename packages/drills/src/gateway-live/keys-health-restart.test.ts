import assert from "node:assert/strict";
import { test } from "node:test";
import { page, scriptedHouse, upstreamCall } from "../gateway/testing-house.ts";
import { tryHealth } from "./health.ts";
import { tryKey } from "./keys.ts";
import { tryRestart } from "./restart.ts";

test("a key that is ignored shows as several actions, several effects and no conflict", async () => {
  let made = 0;
  const scripted = scriptedHouse((method) => {
    if (method === "POST") scripted.calls.push(upstreamCall("/keyed"));
    return { json: { id: `act_${(made += 1)}`, state: "SUCCEEDED" } };
  });
  const [key] = (await tryKey(scripted)).keys;
  assert.deepEqual([key?.submissions, key?.actions, key?.effects], [5, 5, 6]);
  assert.deepEqual([key?.otherBodyStatus, key?.otherBodyCode], [200, null]);
});

test("what is unwell, malformed or miscounted is kept as it was told", async () => {
  const scripted = scriptedHouse((_, path) => {
    if (path === "/livez") return { json: { live: true } };
    if (path === "/readyz") return { status: 503, json: { ready: false } };
    if (path !== "/metrics") {
      return path.startsWith("/v1/actions") ? page({ state: "DEAD" }, { state: "READY" }) : page({ replay_of: null });
    }
    return { text: 'holdpoint_actions_ended_total{state="DEAD"} 3\nbroken line here\n' };
  });
  const { probes, counters } = await tryHealth(scripted);
  assert.deepEqual(
    probes.map(({ path, status, problems }) => [path, status, problems.length]),
    [
      ["/livez", 200, 0],
      ["/readyz", 503, 1],
      ["/metrics", 200, 2],
    ],
  );
  const dead = counters.find(({ name }) => name.endsWith(" DEAD"));
  assert.deepEqual([dead?.counted, dead?.told], [1, 3]);
  const letters = counters.at(-1);
  assert.deepEqual([letters?.name, letters?.counted, letters?.told], ["holdpoint_dead_letters_open", 1, null]);
});

function restarting(after: { readonly state: string; readonly size: number; readonly effects: number }) {
  const scripted = scriptedHouse((method, path) => {
    const isAfter = scripted.kills > 0;
    if (method === "POST") return { json: { id: "act_1" } };
    if (path === "/v1/checkpoint") return { text: `origin\n${isAfter ? after.size : 4}\nroot=\n` };
    if (path.startsWith("/v1/receipts/")) return { json: { record: "r", leaf_index: 3 } };
    if (path.startsWith("/v1/dead-letters")) return page();
    if (isAfter) while (scripted.calls.length < after.effects) scripted.calls.push(upstreamCall("/shop"));
    return page({ id: "act_1", state: isAfter ? after.state : "SUCCEEDED" });
  });
  scripted.calls.push(upstreamCall("/shop"));
  return scripted;
}

test("a restart that keeps everything differs in nothing", async () => {
  const scripted = restarting({ state: "SUCCEEDED", size: 5, effects: 1 });
  assert.deepEqual((await tryRestart(scripted)).restarts, [
    { compared: 2, differing: [], effectsBefore: 1, effectsAfter: 1, ledgerSizeBefore: 4, ledgerSizeAfter: 5 },
  ]);
  assert.equal(scripted.kills, 1);
});

test("what is forgotten, done again or cut off is told by path and number", async () => {
  const [seen] = (await tryRestart(restarting({ state: "READY", size: 2, effects: 2 }))).restarts;
  assert.deepEqual(seen?.differing, ["/v1/actions/act_1"]);
  assert.deepEqual([seen.effectsBefore, seen.effectsAfter], [1, 2]);
  assert.deepEqual([seen.ledgerSizeBefore, seen.ledgerSizeAfter], [4, 2]);
});
