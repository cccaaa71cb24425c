import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError, problemOf } from "@holdpoint/core";
import { codedError, httpError, startError } from "./record-error.ts";

const outline = { id: "x", done: "does x", expected: "HP-GATEWAY-BODY" };
const secrets = { tokens: ["hp_t"], paths: ["/srv"] };
const problem = problemOf(new HoldpointError("HP-GATEWAY-BODY", "no"));
const headers = { "content-type": "application/problem+json", "retry-after": "2" };

test("an HTTP error is taken apart", () => {
  const operation = { method: "POST", path: "/v1/actions" };
  const error = httpError(outline, { status: 400, headers, text: JSON.stringify(problem) }, operation, secrets);
  assert.deepEqual(
    [error.code, error.status, error.retryable, error.retryAfter, error.contentType],
    ["HP-GATEWAY-BODY", 400, false, "2", "application/problem+json"],
  );
  assert.equal(error.problem?.title, problem.title);
  assert.deepEqual(error.operation, operation);
});

test("no answer, an answer without JSON and one without a code are told apart", () => {
  assert.equal(httpError(outline, null, null, secrets).answered, false);
  const plain = httpError(outline, { status: 502, headers: {}, text: "<html>" }, null, secrets);
  assert.deepEqual([plain.answered, plain.code, plain.problem, plain.status], [true, null, null, 502]);
  const action = httpError(outline, { status: 200, headers: {}, text: '{"id":"act_1"}' }, null, secrets);
  assert.deepEqual([action.code, action.problem], [null, null]);
});

test("members of other types are absent", () => {
  const text = JSON.stringify({ code: "HP-X", status: "400", retryable: "no", title: 7 });
  const error = httpError(outline, { status: 400, headers: {}, text }, null, secrets);
  assert.deepEqual([error.problem?.status, error.retryable, error.problem?.title], [null, null, null]);
});

test("messages and ends of actions have a code and a flag", () => {
  const error = codedError(outline, "stream", { code: "HP-A", retryable: true, message: "in /srv" }, secrets);
  assert.deepEqual([error.surface, error.code, error.retryable], ["stream", "HP-A", true]);
  assert.deepEqual(error.leaks, [{ kind: "path", where: "body" }]);
  assert.equal(codedError(outline, "action", null, secrets).answered, false);
  assert.equal(codedError(outline, "action", {}, secrets).code, null);
});

test("a refused start may name the paths that it was given, and no token", () => {
  const document = JSON.stringify({ ...problem, detail: "/srv hp_t" });
  assert.deepEqual(startError(outline, document, secrets).leaks, [{ kind: "token", where: "body" }]);
  assert.equal(startError(outline, null, secrets).answered, false);
  assert.equal(startError(outline, "usage: …", secrets).code, null);
});
