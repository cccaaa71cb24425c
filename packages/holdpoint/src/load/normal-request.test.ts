import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { normalFlows } from "./normal-request.ts";
import type { RawRequest } from "./raw-load.ts";

function only(raw: RawRequest): object | undefined {
  return normalFlows({ requests: [raw] })[0]?.steps[0];
}

describe("flows", () => {
  test("without any there is one GET of the URL", () => {
    const request = { endpoint: "GET /", tags: [], method: "GET", path: "", headers: [], body: null };
    const steps = [{ ...request, extract: [], checks: [] }];
    assert.deepEqual(normalFlows({}), [{ name: "GET /", weight: 1, steps }]);
  });

  test("a request is a flow of one step with its weight; flows come first", () => {
    const flows = normalFlows({
      flows: [{ name: "buy", weight: 3, steps: [{ path: "/a" }, { path: "/b" }] }],
      requests: [{ path: "/c", weight: 2 }, { endpoint: "d" }],
    });
    assert.deepEqual(
      flows.map(({ name, weight, steps }) => [name, weight, steps.length]),
      [
        ["buy", 3, 2],
        ["GET /c", 2, 1],
        ["d", 1, 1],
      ],
    );
  });
});

describe("a request", () => {
  test("JSON brings its content type, unless there is one", () => {
    assert.deepEqual(only({ method: "POST", json: { a: [1] }, headers: { x: "1" } }), {
      endpoint: "POST /",
      tags: [],
      method: "POST",
      path: "",
      headers: [
        ["x", "1"],
        ["content-type", "application/json"],
      ],
      body: '{"a":[1]}',
      extract: [],
      checks: [],
    });
    const many = only({ headers: { "X-A": ["1", "2"], B: "3" } }) as { headers: unknown };
    assert.deepEqual(many.headers, [
      ["X-A", "1"],
      ["X-A", "2"],
      ["B", "3"],
    ]);
    assert.equal((only({ json: { a: "${seq}" } }) as { bodyFill?: unknown }).bodyFill, "json");
    const { headers } = only({ json: null, headers: { "Content-Type": "text/x" } }) as { headers: unknown };
    assert.deepEqual(headers, [["Content-Type", "text/x"]]);
  });

  test("what is extracted and checked", () => {
    const { extract, checks } = only({
      extract: { a: { header: "X-Id" }, b: { json: "$.id" }, c: { body: "id=(.*)" } },
      checks: {
        status: [200, "301-308"],
        headers: { "X-A": "^b" },
        body: "ok",
        json: { "$.n": null },
        size: { min: 1 },
      },
    }) as { extract: unknown; checks: unknown };
    assert.deepEqual(extract, [
      { name: "a", from: "header", header: "x-id" },
      { name: "b", from: "json", path: "$.id" },
      { name: "c", from: "body", pattern: "id=(.*)" },
    ]);
    assert.deepEqual(checks, [
      {
        kind: "status",
        in: [
          [200, 200],
          [301, 308],
        ],
      },
      { kind: "header", header: "x-a", matches: "^b" },
      { kind: "body", matches: "ok" },
      { kind: "json", path: "$.n", equals: null },
      { kind: "size", minBytes: 1, maxBytes: Number.MAX_SAFE_INTEGER },
    ]);
  });
});

test("a message may say by which member its answer is found", () => {
  const [flow] = normalFlows({ requests: [{ body: '{"id":"${seq}"}', correlate: "id" }, { body: "ping" }] });
  assert.equal(flow?.steps[0]?.correlate, "id");
  const [, plain] = normalFlows({ requests: [{ correlate: "id" }, { body: "ping" }] });
  assert.equal(Object.hasOwn(plain?.steps[0] ?? {}, "correlate"), false);
});
