import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProxyAnswer, ProxyRequest } from "./lie.ts";
import { ERROR_LIES, OPEN_LIES } from "./refusal-lies.ts";

const JSON_TYPE = { "content-type": "application/json" };
const request = (method: string, path: string): ProxyRequest => ({ method, path, headers: {}, body: "{}" });
const answer = (status: number, body: object): ProxyAnswer => ({
  status,
  headers: JSON_TYPE,
  body: JSON.stringify(body),
});

test("every lie has an id and a sentence of its own", () => {
  const lies = [...Object.values(ERROR_LIES), ...Object.values(OPEN_LIES)];
  assert.equal(new Set(lies.map(({ id }) => id)).size, lies.length);
  for (const { id, harms } of lies) {
    assert.match(id, /^[a-z]+(-[a-z]+)+$/);
    assert.ok(harms.length > 12);
  }
});

test("what is no refusal is left as it is by the lies about refusals", async () => {
  const sound = answer(200, { state: "SUCCEEDED", payload: 1 });
  const lies = [...Object.values(ERROR_LIES), ...Object.values(OPEN_LIES)];
  for (const lie of lies) {
    const told = await lie.tell(request("GET", "/v1/actions/act_1"), async () => sound);
    assert.equal(told.answer.status, 200, lie.id);
    assert.deepEqual(JSON.parse(told.answer.body), JSON.parse(sound.body), lie.id);
  }
});

test("refusals are made what they are not", async () => {
  const refusal = answer(400, { code: "HP-X", detail: "no", retryable: false });
  const told = async (lie: (typeof ERROR_LIES)["stackTold"]): Promise<ProxyAnswer> =>
    (await lie.tell(request("POST", "/v1/actions"), async () => refusal)).answer;
  assert.equal((await told(ERROR_LIES.refusalAsSuccess)).status, 200);
  assert.doesNotMatch((await told(ERROR_LIES.frameworkText)).body, /HP-X/);
  assert.match((await told(ERROR_LIES.stackTold)).body, /\\n {4}at handle/);
  assert.match((await told(ERROR_LIES.flagTurned)).body, /"retryable":true/);
});

test("what was denied is done beside it, once for each denial", async () => {
  const asked: string[] = [];
  const ask = async ({ body }: ProxyRequest): Promise<ProxyAnswer> => {
    asked.push(body);
    return answer(200, { state: "DENIED" });
  };
  assert.equal((await OPEN_LIES.effectAnyway.tell(request("POST", "/v1/actions"), ask)).lied, true);
  assert.equal(asked.length, 2);
  assert.match(asked[1] ?? "", /"anyway"/);
  assert.equal((await OPEN_LIES.effectAnyway.tell(request("GET", "/v1/actions/a"), ask)).lied, false);
});

test("denials are forged, receipts are gone, roles are let in", async () => {
  const trail = { ...answer(200, {}), body: '{"payload":"eyJ"}' };
  const forged = await OPEN_LIES.denialForged.tell(request("GET", "/v1/audit-trails/req_1"), async () => trail);
  assert.equal(forged.answer.body, '{"payload":"eyAJ"}');
  const gone = await OPEN_LIES.receiptsGone.tell(request("GET", "/v1/receipts/a"), async () => answer(200, { a: 1 }));
  assert.equal(gone.answer.status, 404);
  const role = await OPEN_LIES.anyRole.tell(request("GET", "/v1/config"), async () => answer(403, {}));
  assert.equal(role.answer.status, 200);
});
