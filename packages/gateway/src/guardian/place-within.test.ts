import assert from "node:assert/strict";
import { test } from "node:test";
import { readPolicy } from "./read-policy.ts";
import { refusalOf } from "./testing-refusal.ts";

/** Where the unknown variable `foo` is said to stand. */
function placeOfFoo(...when: readonly string[]): readonly (number | undefined)[] {
  const text = ["version: 1", "rules:", "  - id: one", ...when, "    then: allow", ""].join("\n");
  const { place, message } = refusalOf(() => readPolicy(text, "policy.yaml"));
  assert.match(message, /^"when" of the rule "one": Unknown variable: foo/);
  assert.equal(place.file, "policy.yaml");
  return [place.line, place.column];
}

test("a part of a plain or quoted scalar is named to the character", () => {
  assert.deepEqual(placeOfFoo("    when: dry_run || foo"), [4, 22]);
  assert.deepEqual(placeOfFoo("    when: 'dry_run || foo'"), [4, 23]);
  assert.deepEqual(placeOfFoo('    when: "dry_run || foo"'), [4, 23]);
});

test("a part of a literal block is named by its own line", () => {
  assert.deepEqual(placeOfFoo("    when: |", "      dry_run ||", "        foo"), [6, 9]);
  assert.deepEqual(placeOfFoo("    when: |-", "      foo"), [5, 7]);
});

test("what is written otherwise than it reads is named by its beginning", () => {
  assert.deepEqual(placeOfFoo("    when: 'actor == ''a'' || foo'"), [4, 11]);
  assert.deepEqual(placeOfFoo("    when: >", "      dry_run ||", "      foo"), [4, 11]);
  assert.deepEqual(placeOfFoo("    when: dry_run ||", "      foo"), [4, 11]);
});
