import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { looksLikeCtrf } from "./looks-like.ts";
import { arrayAt, countAt, failAt, inside, objectAt, textAt } from "./members.ts";
import { readTest } from "./read-test.ts";

const PLACE = { file: "f", pointer: "/results/tests/3", line: 12 };

test("a report is known by its first key and by what its results begin with", () => {
  const looks = (text: string): boolean => looksLikeCtrf(Buffer.from(text));
  assert.ok(looks('{"reportFormat":"CTRF","specVersion":"1.0.0"'));
  assert.ok(looks('\ufeff{\n "results" : {\n "tool": {}'));
  assert.ok(looks('{"results":{"summary":{}'));
  assert.ok(looks('{"timestamp":"t","reportFormat":"CTRF"'));
  for (const text of [
    '{"results":[]}',
    '{"results":{"rows":[]}}',
    '{"reportFormat":"OTHER"}',
    '{"name":"x","results":{"tool":{}}}',
    '[{"results":{"tool":{}}}]',
    "",
  ]) {
    assert.equal(looks(text), false, text);
  }
});

test("members are of their kind, or refused under their pointer", () => {
  const refused = (read: () => unknown): string => {
    try {
      read();
    } catch (thrown) {
      return isHoldpointError(thrown) ? `${thrown.place.line} ${thrown.message}` : "?";
    }
    return "accepted";
  };
  const at = inside(PLACE, "x");
  assert.equal(
    refused(() => failAt(at, "no")),
    "12 /results/tests/3/x: no",
  );
  assert.equal(
    refused(() => objectAt([], at)),
    "12 /results/tests/3/x: must be an object",
  );
  assert.equal(
    refused(() => objectAt(null, at)),
    "12 /results/tests/3/x: must be an object",
  );
  assert.equal(
    refused(() => arrayAt({}, at)),
    "12 /results/tests/3/x: must be an array",
  );
  assert.equal(
    refused(() => textAt(3, at)),
    "12 /results/tests/3/x: must be a string",
  );
  for (const value of [-1, 1.5, "1", true]) {
    assert.equal(
      refused(() => countAt(value, at)),
      "12 /results/tests/3/x: must be a count, an integer from 0",
    );
  }
  assert.deepEqual(
    [countAt(undefined, at), countAt(null, at), countAt(0, at), textAt(null, at)],
    [null, null, 0, null],
  );
  assert.equal(
    refused(() => failAt({ ...at, line: null }, "no")),
    "undefined /results/tests/3/x: no",
  );
});

test("a test keeps what a case needs", () => {
  const { status, found } = readTest(
    { name: "t", status: "failed", duration: 3, filePath: "a.js", suite: ["s"], message: "m", trace: "at", line: 9 },
    PLACE,
  );
  assert.equal(status, "failed");
  assert.deepEqual(found, {
    file: "a.js",
    className: null,
    suites: ["s"],
    name: "t",
    status: "failed",
    durationMs: 3,
    flaky: false,
    message: "m",
    line: 12,
  });
});

test("without a message the trace stands for it, and a time of another kind is unknown", () => {
  const { found } = readTest(
    { name: "t", status: "failed", duration: "3", trace: "at a.js" },
    { ...PLACE, line: null },
  );
  assert.deepEqual([found.message, found.durationMs, found.line], ["at a.js", null, 1]);
});
