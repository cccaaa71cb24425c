import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { nodeEvent } from "./event.ts";

const read = (type: string, data: JsonObject): ReturnType<typeof nodeEvent> => nodeEvent({ type, data }, "f", 3);
const DETAILS = { duration_ms: 1.5, type: "test" };

test("the end of a test has everything that a case needs", () => {
  const data = { nesting: 1, name: "a", file: "/w/a.js", details: DETAILS };
  assert.deepEqual(read("test:pass", data), {
    type: "end",
    passed: true,
    nesting: 1,
    name: "a",
    file: "/w/a.js",
    isSuite: false,
    excused: null,
    durationMs: 1.5,
    message: null,
  });
  const bare = read("test:fail", { nesting: 0, name: "b", details: { type: "suite" } });
  assert.ok(bare?.type === "end" && !bare.passed && bare.isSuite && bare.file === null && bare.durationMs === null);
});

test("an excuse is a reason, or true", () => {
  const excused = (more: JsonObject): unknown => {
    const found = read("test:pass", { nesting: 0, name: "a", details: DETAILS, ...more });
    return found?.type === "end" ? found.excused : "none";
  };
  assert.equal(excused({}), null);
  assert.equal(excused(JSON.parse('{"skip":true}') as JsonObject), "");
  assert.equal(excused({ skip: "no yen" }), "no yen");
  assert.equal(excused({ skip: "" }), "");
  assert.equal(excused({ todo: "later" }), "later");
  assert.equal(excused({ skip: null, todo: false }), null);
});

test("plans and summaries are of a file or of the whole run", () => {
  assert.deepEqual(read("test:plan", { nesting: 0, count: 2 }), { type: "plan", nesting: 0, count: 2, ofFile: false });
  assert.deepEqual(read("test:plan", { nesting: 2, count: 2, file: "a" }), {
    type: "plan",
    nesting: 2,
    count: 2,
    ofFile: true,
  });
  const counts = { tests: 3, passed: 1, failed: 1, cancelled: 0, skipped: 1, todo: 0 };
  const more = { ...counts, topLevel: 1, suites: 0 };
  assert.deepEqual(read("test:summary", { counts: more }), { type: "summary", counts, ofFile: false });
});

test("events that tell no verdict are nothing, also those of later versions", () => {
  for (const type of ["test:enqueue", "test:stdout", "test:coverage", "test:watch:drained", "test:invented"]) {
    assert.equal(read(type, {}), null, type);
  }
});

test("wrong forms are refused at their line", () => {
  const wrong: readonly (readonly [string, JsonObject])[] = [
    ["log", {}],
    ["test:start", { nesting: -1, name: "a" }],
    ["test:start", { nesting: 0 }],
    ["test:pass", { nesting: 0, name: "a" }],
    ["test:pass", { nesting: 0, name: "a", details: [] }],
    ["test:plan", { nesting: 0, count: 1.5 }],
    ["test:summary", { counts: { tests: 1 } }],
  ];
  for (const [type, data] of wrong) {
    assert.throws(() => read(type, data), { code: "HP-READ-SYNTAX", place: { file: "f", line: 3, column: 1 } }, type);
  }
  assert.throws(() => nodeEvent({ type: "test:pass", data: "a" }, "f", 3), { code: "HP-READ-SYNTAX" });
});
