import assert from "node:assert/strict";
import { test } from "node:test";
import { REASONS } from "./reason-codes.ts";

test("each reason code is snake case and has one sentence, of its own", () => {
  const entries = Object.entries(REASONS);
  assert.ok(entries.length > 10);
  for (const [code, sentence] of entries) {
    assert.match(code, /^[a-z]+(?:_[a-z]+)*$/);
    assert.match(sentence, /^[A-Z][^.]+\.$/);
  }
  assert.equal(new Set(Object.values(REASONS)).size, entries.length);
});
