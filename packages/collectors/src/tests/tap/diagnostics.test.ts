import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_DIAGNOSTICS, tapDiagnostics } from "./diagnostics.ts";

test("time, message, type and place are found among other keys", () => {
  const lines = [
    "duration_ms: 0.612636",
    "type: 'test'",
    "location: 'a/b.test.js:3:1'",
    "failureType: 'testCodeFailure'",
    "error: 'it''s 2'",
    "stack: |-",
    "  error: not this one",
    "  duration_ms: 99",
  ];
  assert.deepEqual(tapDiagnostics(lines), {
    durationMs: 0.612636,
    message: "it's 2",
    type: "test",
    file: "a/b.test.js",
  });
});

test("messages may be blocks, and a block ends where its indentation does", () => {
  const lines = ["message: |-", "  first", "", "    deeper", "at:", "  line: 3", "duration_ms: 4"];
  assert.deepEqual(tapDiagnostics(lines), { ...NO_DIAGNOSTICS, durationMs: 4, message: "first\n\n  deeper" });
});

test("what cannot be understood is left aside, and the first of two keys stands", () => {
  assert.deepEqual(tapDiagnostics(["duration_ms: soon", "message: ~", "- a", "}{", "type: null"]), {
    ...NO_DIAGNOSTICS,
    type: "",
  });
  assert.equal(tapDiagnostics(['message: "a\\n\\u00e9"', "message: b"]).message, "a\né");
  assert.equal(tapDiagnostics(['message: "a\\q"']).message, "a\\q");
  assert.equal(tapDiagnostics(["error: ''", "message: m"]).message, "m");
});
