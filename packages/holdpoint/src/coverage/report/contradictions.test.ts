import assert from "node:assert/strict";
import { test } from "node:test";
import { byFormat } from "./combine.ts";
import { findContradictions } from "./contradictions.ts";
import { keyAll } from "./keys.ts";
import type { ReadInput } from "./read-input.ts";
import { countsOf, inputOf } from "./testing.ts";

function contradictions(...inputs: ReadInput[]): string[] {
  const { keyed } = keyAll(inputs, { root: "/w", tracked: null });
  return findContradictions(keyed, byFormat(keyed)).map(
    ({ code, severity, file, text }) => `${severity} ${code.slice("HP-COVERAGE-".length)} ${file} ${text}`,
  );
}
const by = (instrumenter: string): { readonly instrumenter: string } => ({ instrumenter });
const kinds = (...inputs: ReadInput[]): string[] => contradictions(...inputs).map((text) => text.split(" ")[1] ?? "");

test("every metric that both measure is compared, and every other one is left", () => {
  const all = Uint32Array.from([1, 3, 2, 4]);
  const less = Uint32Array.from([1, 2, 2, 4]);
  const lcov = inputOf("l", "lcov", { a: countsOf([1, 0], { branches: all, functions: all, statements: all }) });
  const json = inputOf("j", "istanbul", { a: countsOf([1, 0], { branches: less, functions: less, regions: less }) });
  assert.deepEqual(contradictions(lcov, json), [
    "error CONTRADICTION j j and l differ in the branches of a file, such as a: 0 of 2 against 1 of 2",
    "error CONTRADICTION j j and l differ in the functions of a file, such as a: 0 of 2 against 1 of 2",
  ]);
});

test("one finding tells how many files differ and names the first", () => {
  const lcov = inputOf("l", "lcov", { c: [1], b: [1], a: [1], d: [0] });
  const json = inputOf("j", "istanbul", { b: [0], c: [0, 0], a: [1], d: [0], e: [1] });
  assert.deepEqual(contradictions(lcov, json), [
    "error CONTRADICTION j j and l differ in the lines of 2 files, such as b: 0 of 1 against 1 of 1",
  ]);
});

test("differences that cancel each other out in the sum are seen", () => {
  const lcov = inputOf("l", "lcov", { a: [1], b: [0] });
  const json = inputOf("j", "istanbul", { a: [0], b: [1] });
  assert.deepEqual(kinds(lcov, json), ["CONTRADICTION"]);
});

test("only two instrumenters that are both known are not comparable", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["coverage.py", "coverage.py", "CONTRADICTION"],
    ["unknown", "coverage.py", "CONTRADICTION"],
    ["istanbul-reports", "v8-to-istanbul", "CONTRADICTION"],
    ["unknown", "unknown", "CONTRADICTION"],
    ["node:test", "v8-to-istanbul", "NOT-COMPARABLE"],
    ["llvm", "gcovr", "NOT-COMPARABLE"],
  ];
  for (const [first, second, expected] of cases) {
    const inputs = [inputOf("l", "lcov", { a: [1] }, by(first)), inputOf("j", "istanbul", { a: [0] }, by(second))];
    assert.deepEqual(kinds(...inputs), [expected], `${first} and ${second}`);
    assert.deepEqual(kinds(...inputs.toReversed()), [expected], `${second} and ${first}`);
  }
  const json = inputOf("j", "istanbul", { a: [0] }, by("x"));
  const shards = (path: string): ReadInput[] => [
    inputOf("1", "lcov", { a: [1] }, by("x")),
    inputOf("2", "lcov", { [path]: [1] }, by("y")),
  ];
  assert.deepEqual(kinds(...shards("a"), json), ["NOT-COMPARABLE"]);
  assert.deepEqual(kinds(...shards("b"), json), ["CONTRADICTION"], "only who tells of the file counts");
  assert.match(contradictions(...shards("b"), json)[0] ?? "", / j and 1 differ/);
});

test("three formats are compared two by two, and many shards are named shortly", () => {
  const shards = ["s5", "s4", "s3", "s2", "s1"].map((name) => inputOf(name, "lcov", { a: [1] }));
  const found = contradictions(
    ...shards,
    inputOf("j", "istanbul", { a: [0] }),
    inputOf("x", "cobertura", { a: [0, 0] }),
  );
  assert.deepEqual(
    found.map((text) => text.split(" differ")[0]),
    [
      "error CONTRADICTION x x and j",
      "error CONTRADICTION x x and s1, s2, s3 and 2 more",
      "error CONTRADICTION j j and s1, s2, s3 and 2 more",
    ],
  );
});
