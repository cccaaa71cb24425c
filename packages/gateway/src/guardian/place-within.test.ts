import assert from "node:assert/strict";
import { test } from "node:test";
import { placeWithin } from "./place-within.ts";
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

const FILE = "policy.yaml";

test("a part of a block stands where the block has it, empty lines and more indented ones counted", () => {
  const source = "when: |\n  a ||\n\n    b ||\n  c\nthen: allow\n";
  const value = "a ||\n\n  b ||\nc\n";
  const at = (part: string): unknown =>
    placeWithin(source, { file: FILE, line: 1, column: 7 }, value, value.indexOf(part));
  assert.deepEqual(at("a"), { file: FILE, line: 2, column: 3 });
  assert.deepEqual(at("b"), { file: FILE, line: 4, column: 5 });
  assert.deepEqual(at("c"), { file: FILE, line: 5, column: 3 });
});

test("a place that the document does not have, or not as it reads, is left as it is", () => {
  const block = "when: |\n  a\n  b\n";
  const cases: readonly (readonly [string, { file: string; line?: number; column?: number }, string, number])[] = [
    [block, { file: FILE }, "a", 0],
    [block, { file: FILE, line: 1 }, "a", 0],
    [block, { file: FILE, line: 9, column: 1 }, "a", 0],
    [block, { file: FILE, line: 1, column: 7 }, "a\nx\n", 2],
    [block, { file: FILE, line: 1, column: 7 }, "a\nb\n\n\n\nc", 7],
    ["when: a", { file: FILE, line: 1, column: 7 }, "b", 0],
  ];
  for (const [source, place, value, offset] of cases) assert.equal(placeWithin(source, place, value, offset), place);
});
