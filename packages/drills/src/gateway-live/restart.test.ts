import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { GatewayRestart, JsonObject } from "@holdpoint/core";
import type { ScriptedHouse } from "../gateway/testing-house.ts";
import { page, scriptedHouse, upstreamCall } from "../gateway/testing-house.ts";
import { tryRestart } from "./restart.ts";

interface Side {
  readonly actions?: readonly JsonObject[];
  readonly letters?: readonly JsonObject[];
  readonly receipt?: JsonObject;
  readonly checkpoint?: string;
}

function restarting(before: Side, after: Side = before): ScriptedHouse {
  const scripted = scriptedHouse((method, path) => {
    const {
      actions = [],
      letters = [],
      receipt = { record: "r", leaf_index: 3 },
      checkpoint = "o\n4\nr=\n",
    } = scripted.kills > 0 ? after : before;
    if (method === "POST") return { json: { id: "act_1" } };
    if (path === "/v1/checkpoint") return { text: checkpoint };
    if (path.startsWith("/v1/receipts/")) return { json: receipt };
    return path.startsWith("/v1/dead-letters") ? page(...letters) : page(...actions);
  });
  return scripted;
}

async function seen(before: Side, after?: Side): Promise<GatewayRestart> {
  const [first] = (await tryRestart(restarting(before, after))).restarts;
  assert.ok(first !== undefined);
  return first;
}

const ACTION = { id: "act_1", state: "DEAD" };
const LETTER = { id: "act_1", class: "timeout" };

/** Each waits after its start, so that they wait together. */
describe("a restart", { concurrency: true }, () => {
  test("actions, letters and receipts are compared, each by its path", async () => {
    const { compared, differing } = await seen({ actions: [ACTION], letters: [LETTER] });
    assert.deepEqual([compared, differing], [3, []]);
  });

  test("the order of an answer's members is no difference, and a member that is gone is one", async () => {
    const [turned, gone] = await Promise.all([
      seen({ actions: [ACTION] }, { actions: [{ state: "DEAD", id: "act_1" }] }),
      seen({ actions: [ACTION] }, { actions: [{ id: "act_1" }] }),
    ]);
    assert.deepEqual(turned.differing, []);
    assert.deepEqual(gone.differing, ["/v1/actions/act_1"]);
  });

  test("what is there only before, or only after, differs", async () => {
    const [lost, made] = await Promise.all([
      seen({ actions: [ACTION], letters: [LETTER] }, { actions: [ACTION] }),
      seen({ actions: [ACTION] }, { actions: [ACTION, { id: "act_2", state: "READY" }] }),
    ]);
    assert.deepEqual(lost.differing, ["/v1/dead-letters/act_1"]);
    assert.deepEqual(made.differing, ["/v1/actions/act_2", "/v1/receipts/act_2"]);
    assert.equal(made.compared, 2, "what was not there before could not be compared");
  });

  test("a proof may grow, a record and its place may not", async () => {
    const grown = { receipt: { record: "r", leaf_index: 3, inclusion: { tree_size: 9 } } };
    const changed = [{ record: "x", leaf_index: 3 }, { record: "r", leaf_index: 4 }, {}].map((receipt) => ({
      receipt,
    }));
    const restarts = [grown, ...changed].map((after) => seen({ actions: [ACTION] }, { actions: [ACTION], ...after }));
    const receipt = ["/v1/receipts/act_1"];
    assert.deepEqual(
      (await Promise.all(restarts)).map(({ differing }) => differing),
      [[], receipt, receipt, receipt],
    );
  });

  test("a gateway that had nothing was compared with nothing", async () => {
    const { compared, differing } = await seen({}, { actions: [ACTION] });
    assert.equal(compared, 0);
    assert.equal(differing.length, 2);
  });

  test("a checkpoint that is none is a log of nothing", async () => {
    const { ledgerSizeBefore, ledgerSizeAfter } = await seen({ checkpoint: "o\n7\nr=\n" }, { checkpoint: "no note" });
    assert.deepEqual([ledgerSizeBefore, ledgerSizeAfter], [7, 0]);
  });

  test("effects are counted over every adapter that has some", async () => {
    const scripted = restarting({ actions: [ACTION] });
    for (const path of ["/shop", "/keyed", "/asked", "/elsewhere"]) scripted.calls.push(upstreamCall(path));
    scripted.calls.push(upstreamCall("/dying", { mode: "failing" }));
    const [restart] = (await tryRestart(scripted)).restarts;
    assert.deepEqual([restart?.effectsBefore, restart?.effectsAfter], [3, 3]);
  });
});
