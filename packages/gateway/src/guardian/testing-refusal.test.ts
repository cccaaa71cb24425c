import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { refusalOf } from "./testing-refusal.ts";

function thrower(thrown: unknown): () => never {
  return () => {
    throw thrown;
  };
}

test("the registered error is handed out", () => {
  const error = new HoldpointError("HP-GATEWAY-POLICY", "no", { file: "policy.yaml" });
  assert.equal(refusalOf(thrower(error)), error);
});

test("what refuses nothing, or ends with an error that is not registered, fails the test", () => {
  assert.throws(() => refusalOf(() => "fine"), { code: "ERR_ASSERTION", message: "nothing was refused" });
  assert.throws(() => refusalOf(thrower(new TypeError("a slip"))), { code: "ERR_ASSERTION", message: /a slip/ });
  assert.throws(() => refusalOf(thrower("a text")), { code: "ERR_ASSERTION", message: "a text" });
});
