import assert from "node:assert/strict";
import { test } from "node:test";
import type { Keep } from "./keep.ts";
import { keepsBody, keepsHeaders, mostKept } from "./keep.ts";

const ALL: readonly Keep[] = ["nothing", "headers", "body", "all"];

test("what is kept for some is kept for each of them, and nothing besides", () => {
  assert.equal(mostKept([]), "nothing");
  for (const one of ALL) {
    for (const other of ALL) {
      const both = mostKept([one, other]);
      assert.equal(keepsHeaders(both), keepsHeaders(one) || keepsHeaders(other), `${one} ${other}`);
      assert.equal(keepsBody(both), keepsBody(one) || keepsBody(other), `${one} ${other}`);
    }
  }
});
