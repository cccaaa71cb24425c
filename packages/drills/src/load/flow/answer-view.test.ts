import assert from "node:assert/strict";
import { test } from "node:test";
import { AnswerView } from "./answer-view.ts";
import { answer, view } from "./testing-answer.ts";

test("an answer is read as text and as JSON, each once", () => {
  const seen = view(200, '{"a":[1]}', { "x-id": "7" });
  assert.equal(seen.text, '{"a":[1]}');
  assert.deepEqual(seen.json, { a: [1] });
  assert.equal(seen.json, seen.json, "the same object: it was parsed once");
  assert.equal(seen.header("x-id"), "7");
  assert.equal(seen.header("x-other"), null);
});

test("what was not kept, is empty or is no JSON is not there", () => {
  const bare = new AnswerView({ status: 200, bodyBytes: 9, headers: null, body: null });
  assert.deepEqual([bare.text, bare.json, bare.header("x-id")], ["", undefined, null]);
  for (const body of ["", "{", "nothing"]) assert.equal(view(200, body).json, undefined, body);
  assert.equal(view(200, "null").json, null, "which is JSON");
  assert.equal(new AnswerView({ ...answer(200), body: Buffer.from([0xff, 0xfe]) }).text, "\uFFFD\uFFFD");
});
