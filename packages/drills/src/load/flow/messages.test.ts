import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LoadPlan, RequestPlan } from "@holdpoint/core";
import { compileFlows } from "./compile-flows.ts";
import { compileOpening } from "./messages.ts";
import { plan, request } from "./testing-plan.ts";

const DATA = [
  {
    name: "users",
    pick: "sequential",
    rows: [
      { id: "ann", key: "1" },
      { id: "b b", key: "2" },
    ],
  },
] as const;

/** A plan of one flow over a WebSocket. */
function messages(steps: readonly Partial<RequestPlan>[], over: Partial<LoadPlan> = {}): LoadPlan {
  const flows = [{ name: "main", weight: 1, steps: steps.map((step) => request({ path: "", body: "hi", ...step })) }];
  return plan({ url: "ws://h.example:8/base?v=1", protocol: "websocket", data: DATA, flows, ...over });
}

const refused = (load: LoadPlan, code: string, message: RegExp): void => {
  assert.throws(
    () => compileFlows(load),
    (thrown: Error & { code?: string; place?: { column?: number } }) => {
      assert.equal(thrown.code, code, thrown.message);
      assert.match(thrown.message, message);
      assert.ok((thrown.place?.column ?? 0) >= 1);
      return true;
    },
  );
};

describe("the request that opens a WebSocket", () => {
  test("has the placeholders of the first step filled in, for each connection its own", () => {
    const opening = compileOpening(
      messages([{ path: "/feed?u=${users.id}&n=${seq}", headers: [["authorization", "Bearer ${data.key}"]] }]),
    );
    assert.deepEqual(opening(0), {
      url: "ws://h.example:8/base/feed?v=1&u=ann&n=0",
      headers: [["authorization", "Bearer 1"]],
    });
    assert.deepEqual(opening(1), {
      url: "ws://h.example:8/base/feed?v=1&u=b%20b&n=1",
      headers: [["authorization", "Bearer 2"]],
    });
    assert.deepEqual(opening(2).headers, opening(0).headers, "rows begin anew");
  });

  test("is the same again for the same connection and seed, and another for another one", () => {
    const load = messages([{ path: "/${uuid}" }]);
    const opening = compileOpening(load);
    assert.equal(opening(7).url, compileOpening(load)(7).url);
    assert.notEqual(opening(7).url, opening(8).url);
    assert.notEqual(opening(7).url, compileOpening({ ...load, seed: 2 })(7).url);
  });

  test("holds no value that would end its path", () => {
    const data = [{ name: "users", pick: "sequential", rows: [{ id: "a#b\r\nx: y" }] }] as const;
    const { url } = compileOpening(messages([{ path: "/feed?u=${users.id}" }], { data }))(0);
    assert.equal(url, "ws://h.example:8/base/feed?v=1&u=a%23b%0D%0Ax:%20y");
    const headers = [["x-user", "${users.id}"]] as const;
    assert.throws(() => compileOpening(messages([{ headers }], { data }))(0), { code: "HP-LOAD-REQUEST" });
  });

  test("is the URL itself where no path is planned", () => {
    assert.equal(compileOpening(messages([{}]))(0).url, "ws://h.example:8/base?v=1");
  });

  test("knows no value that only an answer gives, and no header of the handshake", () => {
    const extract = [{ name: "token", from: "json", path: "$.token" }] as const;
    refused(messages([{ path: "/${token}", extract }]), "HP-LOAD-PLACEHOLDER", /nothing gives \$\{token\}/);
    for (const name of ["Host", "connection", "Sec-WebSocket-Key", "sec-websocket-extensions"]) {
      refused(messages([{ headers: [[name, "x"]] }]), "HP-LOAD-REQUEST", /is set by whoever opens/);
    }
    assert.doesNotThrow(() => compileFlows(messages([{ headers: [["sec-websocket-protocol", "v1"]] }])));
  });
});

describe("what a message cannot have is refused, not passed over", () => {
  test("another path or other headers than those of the opening", () => {
    refused(messages([{ path: "/a" }, { path: "/b" }]), "HP-LOAD-REQUEST", /steps\[1\]\.path: a message has no path/);
    assert.doesNotThrow(() => compileFlows(messages([{ path: "/a" }, { path: "/a" }, { path: "" }])));
    const headers = [["x-a", "1"]] as const;
    refused(messages([{}, { headers }]), "HP-LOAD-REQUEST", /steps\[1\]\.headers: a message has no headers/);
    const typed = [...headers, ["content-type", "application/json"]] as const;
    assert.doesNotThrow(() => compileFlows(messages([{ headers }, { headers: typed }, {}])));
  });

  test("headers of an answer that a check or an extract wants", () => {
    const checks = [{ kind: "header", header: "x", matches: "y" }] as const;
    refused(messages([{ checks }]), "HP-LOAD-REQUEST", /checks\[0\]: a message has no headers/);
    const extract = [{ name: "x", from: "header", header: "x" }] as const;
    refused(messages([{ extract }]), "HP-LOAD-REQUEST", /extract\[0\]: a message has no headers/);
  });

  test("a correlation that no answer could have, or that no protocol but this one needs", () => {
    const correlate = "id";
    for (const body of [null, "hi", '{"no":1}', '["id"]']) {
      refused(messages([{ body, correlate }]), "HP-LOAD-REQUEST", /has no member "id"/);
    }
    assert.doesNotThrow(() => compileFlows(messages([{ body: '{"id":1}', correlate }])));
    assert.doesNotThrow(() => compileFlows(messages([{ body: '{"id":${seq}}', correlate }])));
    for (const protocol of ["http1", "http2"] as const) {
      const load = messages([{ body: '{"id":1}', correlate }], { url: "http://h.example", protocol });
      refused(load, "HP-LOAD-REQUEST", new RegExp(`an answer of ${protocol} is known without it`));
    }
  });

  test("the member goes along with each message that is sent", () => {
    const { flowOf, valuesOf } = compileFlows(messages([{ body: '{"id":${seq}}', correlate: "id" }, {}]));
    const [first, second] = flowOf(5).steps;
    const sent = first?.request(valuesOf(5));
    assert.deepEqual([sent?.correlate, sent?.body?.toString()], ["id", '{"id":5}']);
    assert.equal(second?.request(valuesOf(5)).correlate, undefined);
  });
});
