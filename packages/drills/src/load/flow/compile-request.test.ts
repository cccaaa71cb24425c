import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DataPlan, RequestPlan } from "@holdpoint/core";
import { seededDraw } from "../schedule/random.ts";
import type { PreparedRequest } from "./compile-request.ts";
import { compileRequest } from "./compile-request.ts";
import { targetOf } from "./target.ts";
import { request } from "./testing-plan.ts";
import type { ArrivalValues } from "./values.ts";

const USERS: DataPlan = {
  name: "users",
  pick: "sequential",
  rows: [
    { name: "ann", token: "t-1" },
    { name: "böb", token: "t-2" },
  ],
};

function compile(over: Partial<RequestPlan>, extracted: readonly string[] = [], data = [USERS]): PreparedRequest {
  return compileRequest(request(over), {
    target: targetOf("http://h.example:8080/base"),
    data,
    extracted,
    pointer: "flows[0].steps[0]",
    placeOf: (pointer, column) => ({ file: `${pointer}.yaml`, line: 1, column }),
  });
}

function values(index: number, extracted: Readonly<Record<string, string>> = {}): ArrivalValues {
  return { index, draw: seededDraw(index), extracted: new Map(Object.entries(extracted)), rows: new Map() };
}

const refused = (over: Partial<RequestPlan>, code: string, message: RegExp, data = [USERS]): void => {
  assert.throws(
    () => compile(over, [], data),
    (thrown: Error & { code?: string; place?: { file?: string } }) => {
      assert.equal(thrown.code, code, thrown.message);
      assert.match(thrown.message, message);
      assert.match(thrown.place?.file ?? "", /^flows\[0\]\.steps\[0\]\./);
      return true;
    },
  );
};

describe("a request of the plan", () => {
  test("that is always the same is made once", () => {
    const compiled = compile({ path: "/a", headers: [["x-a", "1"]] });
    const first = compiled.request(values(0));
    assert.equal(compiled.request(values(9)), first);
    assert.equal(
      first.http1.toString(),
      "GET /base/a HTTP/1.1\r\nhost: h.example:8080\r\nx-a: 1\r\nuser-agent: holdpoint-load\r\naccept: */*\r\n\r\n",
    );
  });

  test("has everything filled in from one row for one arrival, and its length counted in bytes", () => {
    const compiled = compile({
      method: "POST",
      path: "/users/${users.name}?n=${seq}",
      headers: [["authorization", "Bearer ${data.token}"]],
      body: '{"name":"${users.name}"}',
    });
    const sent = compiled.request(values(3));
    assert.deepEqual([sent.method, sent.path], ["POST", "/base/users/b%C3%B6b?n=3"]);
    assert.deepEqual(
      sent.headers.find(([name]) => name === "authorization"),
      ["authorization", "Bearer t-2"],
    );
    assert.equal(sent.body?.toString("utf8"), '{"name":"böb"}');
    assert.deepEqual(sent.headers.at(-1), ["content-length", "15"]);
    assert.ok(sent.http1.toString("utf8").endsWith('content-length: 15\r\n\r\n{"name":"böb"}'));
    assert.notEqual(compiled.request(values(3)), sent, "another arrival may send something else");
  });

  test("what stands in JSON is escaped for it, what stands in a text is not", () => {
    const rows = [{ name: 'Carl "C"\\\n\u2028' }];
    const data = [{ ...USERS, rows }];
    for (const headers of [[], [["x-seq", "${seq}"]]] as const) {
      const body = JSON.stringify({ who: "${users.name}", n: "${seq}", "${users.name}": "$${x}" });
      const sent = compile({ method: "POST", body, headers, bodyFill: "json" }, [], data).request(values(7));
      const told: unknown = JSON.parse(String(sent.body));
      assert.deepEqual(told, { who: rows[0]?.name, n: "7", [rows[0]?.name ?? ""]: "${x}" });
      assert.ok(sent.http1.includes(`content-length: ${sent.body?.length}\r\n`));
      const plain = compile({ method: "POST", body: '<b n="${seq}">${users.name}</b>', headers }, [], data);
      assert.equal(String(plain.request(values(7)).body), `<b n="7">${rows[0]?.name}</b>`);
    }
  });

  test("takes values that earlier answers gave, which cannot begin another request", () => {
    const sent = compile({ path: "/items/${id}" }, ["id"]).request(
      values(0, { id: "7 HTTP/1.1\r\nhost: evil\r\n\r\n" }),
    );
    assert.equal(sent.path, "/base/items/7%20HTTP/1.1%0D%0Ahost:%20evil%0D%0A%0D%0A");
    assert.equal(sent.http1.toString().split("\r\n").length, 6);
    refused({ path: "/items/${id}" }, "HP-LOAD-PLACEHOLDER", /nothing gives \$\{id\}/);
  });

  test("keeps of an answer what its checks and extracts need", () => {
    const extract = [{ name: "id", from: "body", pattern: "id=(.+)" }] as const;
    assert.deepEqual([compile({}).keep, compile({ extract }).keep], ["nothing", "body"]);
    const compiled = compile({ extract, tags: ["a"], endpoint: "e" });
    assert.deepEqual([compiled.endpoint, compiled.tags, compiled.extracts.length], ["e", ["a"], 1]);
    assert.equal(compiled.checks.length, 1, "an error page is no success because nobody said what one is");
  });
});

describe("what cannot be sent is refused with its place, before anything is", () => {
  test("methods, header names and header values", () => {
    for (const method of ["", "GET /", "CONNECT", "G\r\nX"]) refused({ method }, "HP-LOAD-REQUEST", /is no method/);
    for (const name of ["", "a b", "a:", "ä"]) refused({ headers: [[name, "x"]] }, "HP-LOAD-REQUEST", /header name/);
    for (const name of ["Content-Length", "transfer-encoding", "te"]) {
      refused({ headers: [[name, "1"]] }, "HP-LOAD-REQUEST", /is set by the generator/);
    }
    refused({ headers: [["x", "a\r\nb: c"]] }, "HP-LOAD-REQUEST", /control character/);
  });

  test("a row of data that a header cannot take, whichever row it is", () => {
    const data = [{ ...USERS, rows: [...USERS.rows, { name: "eve", token: "t\r\nx: y" }] }];
    for (const placeholder of ["${users.token}", "${data.token}"]) {
      refused({ headers: [["x", placeholder]] }, "HP-LOAD-REQUEST", /control character/, data);
    }
    assert.doesNotThrow(() => compile({ body: "${users.token}" }, [], data), "a body takes anything");
  });

  test("placeholders, patterns and paths that lead nowhere", () => {
    refused({ path: "/${users.nam}" }, "HP-LOAD-PLACEHOLDER", /users\.name/);
    refused({ body: "${random.9.1}" }, "HP-LOAD-PLACEHOLDER", /9 is above 1/);
    refused({ checks: [{ kind: "body", matches: "(" }] }, "HP-LOAD-PATTERN", /checks\[0\]/);
    refused({ extract: [{ name: "x", from: "json", path: "a" }] }, "HP-LOAD-JSON-PATH", /extract\[0\]/);
  });
});
