import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluationProblem } from "./evaluation-problem.ts";

test("a summary goes before a message", () => {
  const error = Object.assign(new Error("No such key: a\n\n>    1 | args.a"), { summary: "No such key: a" });
  assert.equal(evaluationProblem(error), "No such key: a");
  assert.equal(evaluationProblem(new RangeError("too deep")), "too deep");
});

test("whatever is thrown is told, also what says nothing", () => {
  for (const thrown of [null, undefined, 5, "a text", {}, { message: 5 }, { summary: null }]) {
    assert.equal(evaluationProblem(thrown), "something was thrown");
  }
  assert.equal(evaluationProblem({ summary: 5, message: "said" }), "said");
});

test("it is one line, without control characters, and cut", () => {
  assert.equal(evaluationProblem(new Error("a\r\n\t b\u001b[31mc\u202ed ")), "a b [31mc d");
  assert.equal(evaluationProblem(new Error("x".repeat(5_000))).length, 200);
});
