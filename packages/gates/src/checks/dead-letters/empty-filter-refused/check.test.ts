import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadLettersBody } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { deadLetters, refusedFilter } from "../../../scenes/dead-letters.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("dead-letters", check);

const judged = (changes: Partial<DeadLettersBody>): ReturnType<typeof judgeScene> =>
  judgeScene(check, { bodies: { [KIND.deadLetters]: [deadLetters(changes)] } });

test("every status of the 400s refuses, and nothing else", () => {
  const code = (status: number): string => judged({ refusedFilters: [refusedFilter({ status })] }).code;
  for (const status of [400, 422, 499]) assert.equal(code(status), "pass", String(status));
  for (const status of [200, 202, 302, 399, 500]) assert.equal(code(status), "accepted", String(status));
});

test("a body that is no body at all may be refused as one", () => {
  const code = (value: string | null): string => judged({ refusedFilters: [refusedFilter({ code: value })] }).code;
  assert.equal(code("HP-GATEWAY-BODY"), "pass");
  for (const other of ["HP-GATEWAY-FORBIDDEN", "HP-GATEWAY-RATE-LIMITED", null]) {
    assert.equal(code(other), "other-reason", String(other));
  }
});

test("one accepted filter among refused ones is named with its status", () => {
  const refusedFilters = [refusedFilter(), refusedFilter({ filter: "null", status: 200, code: null })];
  const { observed, reason, flip } = judged({ refusedFilters });
  assert.equal(observed, 1);
  assert.equal(reason, "1 empty filter accepted: null: 200; 1 empty filter refused for another reason: null: 200");
  assert.equal(flip, "would pass with 422");
});
