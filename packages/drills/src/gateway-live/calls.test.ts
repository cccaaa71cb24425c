import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import { listOf, objectOf, textOf } from "../http-probe.ts";
import type { ScriptedHouse } from "../gateway/testing-house.ts";
import { scriptedHouse } from "../gateway/testing-house.ts";
import { tryCalls } from "./calls.ts";

const RESTS: Readonly<Record<string, string>> = {
  shop: "SUCCEEDED",
  "lost-before": "UNKNOWN",
  dying: "DEAD",
  asked: "AWAITING_APPROVAL",
};
const REPLAY = "/v1/dead-letters/replay";
const DOCUMENT: Json = { paths: { "/livez": { get: { responses: { "200": {} } } } } };

interface Sent {
  readonly what: string;
  readonly request: ProbeRequest;
}

/** A gateway that grants everything that has a token; ids say what they are of. */
function granting(): { scripted: ScriptedHouse; sent: Sent[] } {
  const sent: Sent[] = [];
  let made = 0;
  const scripted = scriptedHouse((method, path, request) => {
    sent.push({ what: `${method} ${path}`, request });
    if (path === "/v1/openapi.json") return { json: DOCUMENT };
    if (path === REPLAY) return { json: { id: objectOf(request.body)["mode"] === "plan" ? "plan_7" : "replay_7" } };
    if (path === "/v1/config") return { json: {}, headers: { etag: '"3"' } };
    if (method === "POST" && path === "/v1/actions") {
      return { json: { id: `${textOf(objectOf(request.body)["adapter"])}-${(made += 1)}` } };
    }
    const adapter = /^\/v1\/actions\/(.*)-\d+$/.exec(path)?.[1] ?? "";
    return { json: { state: RESTS[adapter] ?? "" } };
  });
  return { scripted, sent };
}

const { scripted, sent } = granting();
const { operations, calls } = await tryCalls(scripted);

test("operations are those of the gateway's document, whatever was called", () => {
  assert.deepEqual(operations, ["GET /livez"]);
  assert.deepEqual(
    [...new Set(calls.filter(({ documented }) => documented).map(({ operation }) => operation))],
    ["GET /livez"],
  );
});

test("every operation that is granted is refused as well, and the other way round", () => {
  const called = (expected: string): string[] =>
    [...new Set(calls.filter((call) => call.expected === expected).map(({ operation }) => operation))].toSorted();
  assert.ok(called("success").length >= 26);
  assert.deepEqual(called("refusal"), called("success"));
});

test("everything that is granted is asked by whoever has the role, or by nobody where none is needed", () => {
  const token = (what: string): unknown => sent.findLast((one) => one.what.startsWith(what))?.request.token;
  const approvals = sent.filter(({ what }) => /^POST .*\/(approve|deny)$/.test(what));
  assert.deepEqual(
    approvals.slice(0, 2).map(({ request }) => request.token),
    ["of-approver", "of-approver"],
  );
  const cancel = sent.find(({ what }) => what.endsWith("/cancel"));
  assert.equal(cancel?.request.token, "of-requester");
  assert.equal(token("POST /v1/policy/reload"), undefined, "the last of these is the refusal");
  for (const path of ["/livez", "/readyz", "/v1/keys"]) assert.equal(token(`GET ${path}`), undefined, path);
});

test("a run is that of the plan, and is looked at and aborted by its id", () => {
  const bodies = sent.filter(({ what }) => what === `POST ${REPLAY}`).map(({ request }) => objectOf(request.body));
  assert.equal(bodies[0]?.["mode"], "plan");
  assert.equal(listOf(objectOf(bodies[0]?.["filter"])["ids"]).length, 2);
  assert.deepEqual([bodies[1]?.["mode"], bodies[1]?.["plan_id"]], ["run", "plan_7"]);
  const paths = sent.map(({ what }) => what);
  assert.ok(paths.indexOf(`GET ${REPLAY}/replay_7`) < paths.indexOf(`POST ${REPLAY}/replay_7/abort`));
  assert.ok(paths.includes(`GET ${REPLAY}/replay_7`));
});

test("a setting is changed under the tag that was read just before", () => {
  const patch = sent.find(({ what }) => what === "PATCH /v1/config");
  assert.equal(patch?.request.headers?.["if-match"], '"3"');
  assert.equal(patch?.request.token, "of-operator");
});

test("what was meant to be refused and was granted is told with its status", () => {
  const refusals = calls.filter(({ expected }) => expected === "refusal");
  assert.ok(refusals.length > 40);
  for (const { status, code, purpose } of refusals) assert.deepEqual([status, code], [200, null], purpose);
});

test("everything that is asked about is of the scene that was made", () => {
  const about = sent.filter(({ what }) => /\/v1\/(actions|receipts)\/[^/]+/.test(what));
  assert.ok(about.length > 20);
  const made = new Set(Object.keys(RESTS));
  for (const { what } of about) {
    const id = what.split("/")[3] ?? "";
    assert.ok(made.has(id.replace(/-\d+$/, "")) || id.startsWith("act_0000"), what);
  }
});
