import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import { upstreamCall } from "../gateway/testing-house.ts";
import { scriptedRoom } from "../error-taxonomy/testing-room.ts";
import { scriptedBench, triedAs } from "./testing-bench.ts";
import { tryAccess, tryDoors } from "./try-doors.ts";

const DOCUMENT: Json = {
  paths: {
    "/livez": { get: { security: [] }, summary: "not a method" },
    "/v1/actions": {
      get: { description: "Roles: requester, approver, operator, observer." },
      post: { description: "Roles: requester." },
    },
    "/v1/breakers/{name}/reset": { post: { description: "Roles: operator." }, delete: { description: "Anybody." } },
  },
};

interface Sent {
  readonly what: string;
  readonly request: ProbeRequest;
}

function accessOf(status: (request: ProbeRequest) => number | null, document: Json = DOCUMENT) {
  const sent: Sent[] = [];
  const { room } = scriptedRoom((method, path, request) => {
    if (path === "/v1/openapi.json") return { json: document };
    sent.push({ what: `${method} ${path}`, request });
    const answer = status(request);
    return answer === null ? null : { status: answer, json: {} };
  });
  return { trials: tryAccess(scriptedBench({ room })), sent };
}

test("every operation is tried by a stranger, by an unknown token and by a role that it does not name", async () => {
  const { trials, sent } = accessOf(({ token }) => (token?.startsWith("of-") ? 403 : 401));
  assert.deepEqual(
    (await trials).map(({ method, path, withoutToken, withUnknownToken, withWrongRole, open }) => [
      `${method} ${path}`,
      withoutToken,
      withUnknownToken,
      withWrongRole,
      open,
    ]),
    [
      ["GET /livez", 401, 401, null, true],
      ["GET /v1/actions", 401, 401, null, false],
      ["POST /v1/actions", 401, 401, 403, false],
      ["POST /v1/breakers/{name}/reset", 401, 401, 403, false],
      ["DELETE /v1/breakers/{name}/reset", 401, 401, null, false],
    ],
  );
  const wrong = sent.filter(({ request }) => request.token?.startsWith("of-"));
  assert.deepEqual(
    wrong.map(({ what, request }) => [what, request.token]),
    [
      ["POST /v1/actions", "of-approver"],
      ["POST /v1/breakers/act_0000000000000000/reset", "of-requester"],
    ],
  );
});

test("the unknown token has the form of a token, and what is no GET has a body", async () => {
  const { trials, sent } = accessOf(() => 401);
  await trials;
  const unknown = new Set(sent.map(({ request }) => request.token).filter((token) => token?.startsWith("hp_")));
  assert.equal(unknown.size, 1);
  assert.match([...unknown].join(), /^hp_[A-Za-z0-9_-]{43}$/);
  for (const { what, request } of sent) assert.equal(request.body === undefined, what.startsWith("GET"), what);
});

test("a door that is open is told by the status that it gave, and silence by null", async () => {
  const open = await accessOf(() => 200).trials;
  assert.deepEqual(new Set(open.map(({ withoutToken }) => withoutToken)), new Set([200]));
  const silent = await accessOf(() => null).trials;
  assert.deepEqual(new Set(silent.map(({ withUnknownToken }) => withUnknownToken)), new Set([null]));
});

test("only an empty list of requirements opens an operation", async () => {
  for (const [security, isOpen] of [
    [[], true],
    [[{ bearer: [] }], false],
    [null, false],
    ["none", false],
  ] as const) {
    const document: Json = { paths: { "/a": { get: { security: security as Json } } } };
    const [trial] = await accessOf(() => 401, document).trials;
    assert.equal(trial?.open, isOpen);
  }
});

test("a gateway without a document is not tried at all", async () => {
  for (const document of [{}, { paths: [] }, []] as const) {
    assert.deepEqual(await accessOf(() => 401, document as Json).trials, []);
  }
});

function doors(headers: Record<string, string>, code = "HP-GATEWAY-UNAUTHENTICATED", effects = 0) {
  const sent: Sent[] = [];
  const { room, calls } = scriptedRoom((method, path, request) => {
    sent.push({ what: `${method} ${path}`, request });
    if (method !== "POST") return { headers, json: {} };
    for (let n = 0; n < effects; n += 1) calls.push(upstreamCall("/count"));
    return { status: 401, json: { code } };
  });
  const submit = async () => triedAs("SUCCEEDED", { effects: 1 });
  return { rules: tryDoors(scriptedBench({ room, submit, effects: () => calls.length })), sent };
}

test("strangers and those who may only look are tried twice each, with different tokens", async () => {
  const { rules, sent } = doors({});
  const [stranger, role, page] = await rules;
  assert.deepEqual([stranger?.id, role?.id, page?.id], ["no-token", "wrong-role", "cors-closed"]);
  const tokens = sent.filter(({ what }) => what === "POST /v1/actions").map(({ request }) => request.token);
  assert.deepEqual(
    [tokens[0], tokens[1]?.slice(0, 3), ...tokens.slice(2)],
    [null, "hp_", "of-observer", "of-approver"],
  );
  assert.deepEqual([stranger?.got, stranger?.again], ["HP-GATEWAY-UNAUTHENTICATED", "HP-GATEWAY-UNAUTHENTICATED"]);
  assert.deepEqual([role?.got, role?.expected], ["HP-GATEWAY-UNAUTHENTICATED", "HP-GATEWAY-FORBIDDEN"]);
  for (const rule of [stranger, role, page])
    assert.deepEqual([rule?.effects, rule?.control, rule?.receipt], [0, 1, null]);
});

test("a submission that is refused and done all the same has its effects counted", async () => {
  const [stranger] = await doors({}, "HP-GATEWAY-UNAUTHENTICATED", 1).rules;
  assert.equal(stranger?.effects, 2, "one for each try");
});

test("a page of another site is let in by one header, whatever its value", async () => {
  const word = async (headers: Record<string, string>): Promise<unknown> => {
    const page = (await doors(headers).rules).at(-1);
    return [page?.got, page?.again];
  };
  assert.deepEqual(await word({}), ["closed", "closed"]);
  assert.deepEqual(await word({ "access-control-allow-origin": "*" }), ["accepted", "accepted"]);
  assert.deepEqual(await word({ "access-control-allow-origin": "null" }), ["accepted", "accepted"]);
  assert.deepEqual(await word({ vary: "origin" }), ["closed", "closed"]);
});
