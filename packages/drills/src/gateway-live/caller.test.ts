import assert from "node:assert/strict";
import { test } from "node:test";
import { scriptedHouse } from "../gateway/testing-house.ts";
import { callerOf } from "./caller.ts";

const DOCUMENT = {
  paths: {
    "/livez": { get: { responses: { "200": {} } }, summary: "no method" },
    "/v1/actions/{id}": { get: { responses: { "200": {}, "404": {} } }, delete: { responses: {} } },
  },
};

test("operations are those of the gateway's own document, and nothing else of it", async () => {
  const { house } = scriptedHouse(() => ({ json: DOCUMENT }));
  const { operations } = await callerOf(house);
  assert.deepEqual(operations, ["GET /livez", "GET /v1/actions/{id}", "DELETE /v1/actions/{id}"]);
});

test("a gateway without a document has no operations, and its answers are not documented", async () => {
  const { house } = scriptedHouse(() => ({ status: 404, json: { code: "HP-GATEWAY-NOT-FOUND" } }));
  const caller = await callerOf(house);
  await caller.call({ operation: "GET /livez", purpose: "asks", expected: "success", path: "/livez" });
  assert.deepEqual(caller.operations, []);
  assert.deepEqual(
    caller.calls.map(({ status, documented, code }) => [status, documented, code]),
    [[404, false, "HP-GATEWAY-NOT-FOUND"]],
  );
});

test("every call is kept as it was answered, whatever was expected", async () => {
  const { house, asked } = scriptedHouse((_, path) => {
    if (path === "/v1/openapi.json") return { json: DOCUMENT };
    return path.endsWith("/gone") ? { status: 404, json: { code: "HP-GATEWAY-NOT-FOUND" } } : { status: 418, json: {} };
  });
  const caller = await callerOf(house);
  const one = { operation: "GET /v1/actions/{id}", expected: "success" } as const;
  const answer = await caller.call({ ...one, purpose: "reads", path: "/v1/actions/gone" });
  await caller.call({ ...one, purpose: "reads another", path: "/v1/actions/a" });
  assert.equal(answer.status, 404);
  assert.deepEqual(asked.slice(1), ["GET /v1/actions/gone", "GET /v1/actions/a"]);
  assert.deepEqual(caller.calls, [
    {
      ...one,
      purpose: "reads",
      status: 404,
      contentType: "application/problem+json",
      code: "HP-GATEWAY-NOT-FOUND",
      documented: true,
    },
    {
      ...one,
      purpose: "reads another",
      status: 418,
      contentType: "application/json",
      code: null,
      documented: false,
    },
  ]);
});
