import assert from "node:assert/strict";
import { test } from "node:test";
import { isTwoPeople } from "./two-people.ts";

test("two people are two names, however they are written", () => {
  assert.ok(isTwoPeople("Ada", "Bo"));
  const one: readonly (readonly [string, string])[] = [
    ["Ada", "ada"],
    ["Ａda", "Ada"],
    ["", ""],
    ["Ada", " "],
    ["", "Bo"],
  ];
  for (const [owner, approver] of one) assert.ok(!isTwoPeople(owner, approver), `${owner} and ${approver}`);
});
