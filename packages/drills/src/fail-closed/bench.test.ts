import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { Json } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import { scriptedRoom } from "../error-taxonomy/testing-room.ts";
import { leafHash } from "../gateway/rfc6962.ts";
import { upstreamCall } from "../gateway/testing-house.ts";
import type { Bench } from "./bench.ts";
import { benchOf } from "./bench.ts";

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly request: ProbeRequest;
}

/** A bench before which everything is answered alike, with so many effects each time. */
function answering(json: Json | null, effects = 0): { bench: Bench; sent: Sent[] } {
  const sent: Sent[] = [];
  const { room, calls } = scriptedRoom((method, path, request) => {
    sent.push({ method, path, request });
    for (let n = 0; n < effects; n += 1) calls.push(upstreamCall("/count"));
    return json === null ? null : { json };
  });
  return { bench: benchOf(room), sent };
}

const word = async (json: Json | null): Promise<string | null> => (await answering(json).bench.submit("count")).word;

test("the word for an action is the closest one: the reason of a denial, the code of an error, else its state", async () => {
  assert.equal(await word({ state: "DENIED", verdict: { reason_code: "no_rule" } }), "no_rule");
  assert.equal(await word({ state: "DEAD", error: { code: "HP-ACTION-TIMEOUT" } }), "HP-ACTION-TIMEOUT");
  assert.equal(await word({ state: "READY" }), "READY");
  assert.equal(await word({ code: "HP-GATEWAY-BODY", status: 400 }), "HP-GATEWAY-BODY");
  assert.equal(await word(null), null);
});

test("a denial without a reason has no word, though it has an error", async () => {
  assert.equal(await word({ state: "DENIED", error: { code: "HP-ACTION-DENIED" } }), "");
});

test("what says that it succeeded is taken at its word, whatever else it carries", async () => {
  const denied = { verdict: { reason_code: "no_rule" }, error: { code: "HP-ACTION-DENIED" } };
  assert.equal(await word({ state: "SUCCEEDED", ...denied }), "SUCCEEDED");
});

test("an answer that is no action has neither id nor word", async () => {
  for (const json of [[], "x", 7, {}]) {
    const tried = await answering(json).bench.submit("count");
    assert.deepEqual(tried, { word: "", id: null, correlationId: "", effects: 0 });
  }
});

test("effects are those that came meanwhile, not those of before", async () => {
  const { bench } = answering({ id: "act_1", correlation_id: "req_1", state: "SUCCEEDED" }, 2);
  const first = await bench.submit("count");
  assert.deepEqual(first, { word: "SUCCEEDED", id: "act_1", correlationId: "req_1", effects: 2 });
  assert.equal((await bench.submit("count")).effects, 2);
  assert.equal(bench.effects(), 4);
});

test("effects of a call that was never answered are counted, too", async () => {
  const { room, calls } = scriptedRoom(() => {
    calls.push(upstreamCall("/count"));
    return null;
  });
  assert.deepEqual(await benchOf(room).submit("count"), { word: null, id: null, correlationId: "", effects: 1 });
});

test("each thing is tried by the one whose it is", async () => {
  const { bench, sent } = answering({ id: "act_1", state: "DENIED" });
  await bench.submit("count", { text: "y" });
  await bench.ask();
  await bench.ask("both");
  await bench.person("approver", "act_1", "deny");
  await bench.ended("act_1");
  await bench.post("operator", "/v1/policy/reload", {});
  assert.deepEqual(
    sent.map(({ method, path, request }) => [`${method} ${path}`, request.token]),
    [
      ["POST /v1/actions", "of-requester"],
      ["POST /v1/actions", "of-requester"],
      ["POST /v1/actions", "of-both"],
      ["POST /v1/actions/act_1/deny", "of-approver"],
      ["GET /v1/actions/act_1", "of-observer"],
      ["POST /v1/policy/reload", "of-operator"],
    ],
  );
  assert.deepEqual(sent[0]?.request.body, { adapter: "count", operation: "run", arguments: { text: "y" } });
  assert.equal(sent[1]?.request.headers?.["prefer"], "respond-async", "what needs a person is not waited for");
});

test("a person decides nothing where nothing was asked, and nothing ends", async () => {
  const { bench, sent } = answering({ id: "act_1", state: "SUCCEEDED" });
  const nothing = { word: null, id: null, correlationId: "", effects: 0 };
  assert.deepEqual(await bench.person("approver", null, "approve"), nothing);
  assert.deepEqual(await bench.ended(null), nothing);
  assert.deepEqual(sent, [], "and nobody is asked about an action without an id");
});

test("somebody who has no token asks without one", async () => {
  const { bench, sent } = answering({});
  await bench.post("nobody", "/v1/actions", {});
  assert.equal(sent[0]?.request.token, null);
});

test("a setting is patched under the tag that was just read, and under none where none was given", async () => {
  const sent: Sent[] = [];
  let tag: string | null = '"9"';
  const { room } = scriptedRoom((method, path, request) => {
    sent.push({ method, path, request });
    return tag === null ? null : { json: {}, headers: { etag: tag } };
  });
  const bench = benchOf(room);
  await bench.patch({ freeze: { active: true } });
  assert.deepEqual(
    sent.map(({ method }) => method),
    ["GET", "PATCH"],
  );
  assert.equal(sent[1]?.request.headers?.["if-match"], '"9"');
  tag = null;
  assert.equal(await bench.patch({}), null);
  assert.equal(sent[3]?.request.headers?.["if-match"], "");
});

test("an action is waited for until no person and no worker has it any more", async () => {
  const states = ["AWAITING_APPROVAL", "READY", "RUNNING", "EXPIRED"];
  let asked = 0;
  const { room } = scriptedRoom(() => ({ json: { state: states[(asked += 1) - 1] ?? "", error: { code: "HP-X" } } }));
  assert.equal((await benchOf(room).ended("act_1")).word, "HP-X");
  assert.equal(asked, states.length);
});

test("denials and receipts are believed by the keys in the data folder, each by its own", async (t) => {
  const guardian = generateKeyPairSync("ed25519");
  const ledger = generateKeyPairSync("ed25519");
  const pem = (key: typeof guardian.publicKey): string => String(key.export({ type: "spki", format: "pem" }));
  const payload = Buffer.from(JSON.stringify({ action: "act_1", decision: "DENY" }));
  const signed = Buffer.concat([Buffer.from(`DSSEv1 1 t ${payload.length} `), payload]);
  const signatures = [{ sig: sign(null, signed, guardian.privateKey).toString("base64") }];
  const envelope = { payloadType: "t", payload: payload.toString("base64"), signatures };
  const record = '{"action":"act_1"}';
  const note = `o\n1\n${leafHash(Buffer.from(record)).toString("base64")}\n`;
  const signature = Buffer.concat([Buffer.alloc(4), sign(null, Buffer.from(note), ledger.privateKey)]);
  const checkpoint = `${note}\n\u2014 o ${signature.toString("base64")}\n`;
  const receipt = { record, leaf_index: 0, inclusion: { tree_size: 1, hashes: [] }, checkpoint };
  const trail = { items: [{ kind: "action-verdict", action_id: "act_1", body: { envelope } }] };
  const files = (own: string, other: string): string =>
    scratch(t, { [`${own}/a.pub`]: pem(guardian.publicKey), [`${other}/b.pub`]: pem(ledger.publicKey) });
  const tried = { word: null, id: "act_1", correlationId: "req_1", effects: 0 };
  const script = (_: string, path: string): { json: Json } => ({ json: path.includes("receipts") ? receipt : trail });
  const sound = scriptedRoom(script, { dataFolder: files("guardian-keys", "keys") });
  assert.deepEqual(await benchOf(sound.room).denial(tried), { present: true, verified: true });
  assert.deepEqual(await benchOf(sound.room).receipt(tried), { present: true, verified: true });
  assert.deepEqual(sound.asked, ["GET /v1/audit-trails/req_1", "GET /v1/receipts/act_1"]);
  const swapped = scriptedRoom(script, { dataFolder: files("keys", "guardian-keys") });
  assert.deepEqual(await benchOf(swapped.room).denial(tried), { present: true, verified: false });
  assert.deepEqual(await benchOf(swapped.room).receipt(tried), { present: true, verified: false });
});
