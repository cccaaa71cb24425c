import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { didYouMean, editDistance, suggest } from "./suggest.ts";

test("the nearest name within three edits", () => {
  assert.equal(suggest("blokcing", ["checks", "blocking"]), "blocking");
  assert.equal(suggest("Gates", ["gates", "requireGates"]), "gates");
  assert.equal(suggest("reprots", ["reports", "repository"]), "reports");
  assert.equal(suggest("xy", ["gates"]), null);
  assert.equal(suggest("completely-else", ["gates", "checks"]), null);
  assert.equal(suggest("a", []), null);
});

test("as a part of a sentence", () => {
  assert.equal(didYouMean("promot", ["promote"]), '; did you mean "promote"?');
  assert.equal(didYouMean("zzz", ["promote"]), "");
});

test("distances", () => {
  assert.equal(editDistance("", ""), 0);
  assert.equal(editDistance("abc", ""), 3);
  assert.equal(editDistance("", "abc"), 3);
  assert.equal(editDistance("ab", "ba"), 1);
  assert.equal(editDistance("kitten", "sitting"), 3);
});

test("a distance is symmetric, zero only for equals, and bounded by the longer word", () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      assert.equal(distance, editDistance(b, a));
      assert.equal(distance === 0, a === b);
      assert.ok(distance <= Math.max(a.length, b.length));
    }),
  );
});
