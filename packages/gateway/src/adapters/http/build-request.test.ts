import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { JsonObject } from "@holdpoint/core";
import type { AdapterCall } from "../../contract/adapter.ts";
import type { HttpOperation } from "../../contract/gateway-config.ts";
import { adapterCall } from "../../executor/testing-executor.ts";
import type { BuiltRequest, HttpRequest } from "./build-request.ts";
import { buildRequest, buildStatusRequest } from "./build-request.ts";
import { fillPath } from "./fill-path.ts";

function build(
  method: HttpOperation["method"],
  path: string,
  given: JsonObject,
  changes: Partial<AdapterCall> = {},
): BuiltRequest {
  const call = adapterCall({ arguments: given, ...changes });
  return buildRequest("/v1", { method, path, statusPath: null }, call);
}

function built(request: BuiltRequest): HttpRequest {
  return "objection" in request ? assert.fail(request.objection) : request;
}

function objection(request: BuiltRequest): string {
  return "objection" in request ? request.objection : assert.fail(request.path);
}

test("places of the path are filled, the rest is the body", () => {
  const request = built(
    build("POST", "/orders/{order_id}/lines/{line}", { order_id: "a/b ?#ä", line: 3, note: "x", b: [1] }),
  );
  assert.equal(request.path, "/v1/orders/a%2Fb%20%3F%23%C3%A4/lines/3");
  assert.equal(request.body, '{"b":[1],"note":"x"}');
  assert.equal(request.headers["content-type"], "application/json");
});

test("GET and DELETE have a query and no body", () => {
  for (const method of ["GET", "DELETE"] as const) {
    const request = built(build(method, "/orders", { tag: ["x&y", "z"], limit: 5, on: true, "a=b": "1+1" }));
    assert.equal(request.path, "/v1/orders?tag=x%26y&tag=z&limit=5&on=true&a%3Db=1%2B1");
    assert.deepEqual([request.body, request.headers["content-type"]], [null, undefined]);
  }
  assert.equal(built(build("GET", "/orders", {})).path, "/v1/orders");
  for (const odd of [null, { a: 1 }, [[1]], [null]])
    assert.match(objection(build("GET", "/orders", { odd })), /odd has no form/);
  assert.match(objection(build("GET", "/orders", { odd: "\ud800" })), /half a character/);
});

test("a value neither climbs out of its segment nor is left out", () => {
  for (const id of ["..", ".", "", null, [], {}, "\ud800"]) {
    assert.match(objection(build("POST", "/orders/{id}", { id })), /id must be|\. or \.\./, JSON.stringify(id));
  }
  assert.match(objection(build("POST", "/orders/{id}", {})), /id must be/);
  assert.match(objection(build("POST", "/orders/{toString}", {})), /toString must be/);
  assert.match(objection(build("POST", "/x/{a}{b}", { a: ".", b: "." })), /\. or \.\./);
  assert.match(objection(build("POST", "/x/%2e{a}", { a: "." })), /\. or \.\./);
  assert.equal(built(build("POST", "/x/{a}", { a: "../../admin" })).path, "/v1/x/..%2F..%2Fadmin");
  assert.equal(built(build("POST", "/x/{a}", { a: "{b}", b: "2" })).path, "/v1/x/%7Bb%7D");
});

test("whatever the value, the path has the same segments and stays printable", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (value) => {
      const filled = fillPath("/a/{v}/b", { v: value });
      if ("objection" in filled) return;
      assert.match(filled.path, /^\/a\/[\x21-\x7e]+\/b$/);
      const url = new URL(`http://host${filled.path}`);
      assert.equal(url.pathname, filled.path);
      assert.equal(decodeURIComponent(url.pathname.split("/")[2] ?? ""), value);
    }),
  );
});

test("every call carries its trace, its correlation, its key and its time", () => {
  const { headers } = built(build("POST", "/x", {}, { tracestate: "a=1,b=2", timeoutMs: 250 }));
  assert.deepEqual(headers, {
    accept: "application/json, text/plain;q=0.5",
    "accept-encoding": "identity",
    "content-type": "application/json",
    "idempotency-key": "key-1",
    "x-correlation-id": "req_1",
    "x-request-timeout-ms": "250",
    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    tracestate: "a=1,b=2",
  });
});

test("nothing that could end a header line is sent in one", () => {
  const fields = ["idempotencyKey", "correlationId", "traceparent", "tracestate"] as const;
  for (const field of fields) {
    for (const value of ["a\r\nx-admin: 1", "a\nb", "a\0", "ä", " a", "a ", "\u2028"]) {
      assert.match(
        objection(build("POST", "/x", {}, { [field]: value })),
        /has a value that no header can have/,
        field,
      );
      assert.match(objection(build("GET", "/x", {}, { [field]: value })), /no header/, field);
    }
  }
  assert.match(objection(build("POST", "/x", {}, { idempotencyKey: "" })), /idempotency-key/);
  assert.equal(built(build("POST", "/x", {}, { tracestate: "" })).headers["tracestate"], undefined);
});

test("the status request names the call by its own key and id", () => {
  const call = adapterCall({ arguments: { order_id: 7, action_id: "act_of_somebody_else" } });
  const request = built(buildStatusRequest("/v1", "/orders/{order_id}/effects/{idempotency_key}/{action_id}", call));
  assert.deepEqual([request.method, request.path, request.body], ["GET", "/v1/orders/7/effects/key-1/act_1", null]);
  assert.match(objection(buildStatusRequest("", "/{gone}", call)), /gone must be/);
  assert.match(objection(buildStatusRequest("", "/x", { ...call, correlationId: "\n" })), /x-correlation-id/);
});
