import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError, isHoldpointError } from "./holdpoint-error.ts";
import { problemOf } from "./problem.ts";
import type { ErrorCode } from "./registry.ts";

test("a registered error becomes a problem document with its place", () => {
  assert.deepEqual(
    problemOf(new HoldpointError("HP-READ-EMPTY", "0 bytes", { file: "lcov.info", line: 1, column: 2 })),
    {
      type: "urn:holdpoint:error:HP-READ-EMPTY",
      title: "The file holds nothing",
      status: 422,
      detail: "0 bytes",
      code: "HP-READ-EMPTY",
      retryable: false,
      hint: "The tool that writes it found nothing to report; an empty report is never a pass.",
      file: "lcov.info",
      line: 1,
      column: 2,
    },
  );
});

test("anything unforeseen is HP-INTERNAL, without a stack", () => {
  const unforeseen: readonly (readonly [unknown, string])[] = [
    [new TypeError("boom"), "boom"],
    ["text", "text"],
    [undefined, "undefined"],
    [null, "null"],
    [Symbol("s"), "Symbol(s)"],
    [Object.create(null), "something that has no text was thrown"],
    [new HoldpointError("HP-NO-SUCH-CODE" as ErrorCode, "from another version"), "from another version"],
    [new HoldpointError("toString" as ErrorCode, "a member of every object"), "a member of every object"],
  ];
  for (const [thrown, detail] of unforeseen) {
    const problem = problemOf(thrown);
    assert.equal(problem.code, "HP-INTERNAL");
    assert.equal(problem.detail, detail);
    assert.doesNotMatch(JSON.stringify(problem), /\bat .+:\d+:\d+/);
  }
});

test("the cause is kept, for those who look", () => {
  const cause = new Error("disk");
  assert.equal(new HoldpointError("HP-READ-FAILED", "no", {}, cause).cause, cause);
  assert.ok(!("cause" in new HoldpointError("HP-READ-FAILED", "no")));
});

test("an error of another installed copy of the package is known as one", () => {
  const foreign = Object.assign(new Error("0 bytes"), {
    isHoldpointError: true,
    code: "HP-READ-EMPTY",
    place: { file: "a" },
  });
  assert.ok(isHoldpointError(foreign));
  assert.equal(problemOf(foreign).status, 422);
  for (const other of [null, undefined, "HP-READ-EMPTY", new Error("no"), { isHoldpointError: true }])
    assert.ok(!isHoldpointError(other));
});
