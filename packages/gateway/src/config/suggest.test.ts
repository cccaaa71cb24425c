import assert from "node:assert/strict";
import { test } from "node:test";
import { didYouMean, editDistance, suggest } from "./suggest.ts";

test("the nearest known name, or none that is near enough", () => {
  const known = ["adapters", "policy", "listen", "settings"];
  assert.equal(suggest("adaptors", known), "adapters");
  assert.equal(suggest("POLICY", known), "policy");
  assert.equal(suggest("lsiten", known), "listen");
  assert.equal(suggest("headers", []), null);
  assert.equal(suggest("zzzzzz", known), null);
});

test("as the end of a sentence", () => {
  assert.equal(didYouMean("setings", ["settings"]), '; did you mean "settings"?');
  assert.equal(didYouMean("x", ["settings"]), "");
});

test("insertions, deletions, replacements and swaps count one each", () => {
  const pairs: readonly (readonly [string, string, number])[] = [
    ["", "", 0],
    ["ab", "ba", 1],
    ["abc", "abd", 1],
    ["abc", "ab", 1],
    ["", "abc", 3],
    ["kitten", "sitting", 3],
  ];
  for (const [a, b, distance] of pairs) {
    assert.equal(editDistance(a, b), distance, `${a} ${b}`);
    assert.equal(editDistance(b, a), distance, `${b} ${a}`);
  }
});
