import assert from "node:assert/strict";
import { test } from "node:test";
import { TEST_NAME_CHARS_MAX } from "../../reading/limits.ts";
import { caseId } from "../case-id.ts";
import { refusal } from "../testing.test.ts";
import { secondsToMs } from "./seconds.ts";
import { statusMeaning } from "./status-word.ts";

test("seconds are read as the runners write them", () => {
  const cases: readonly (readonly [string | null, number | null])[] = [
    ["0.5", 500],
    ["1", 1_000],
    [".25", 250],
    ["1.", 1_000],
    ["9.1e-7", 0.001],
    ["1,234.5", 1_234_500],
    ["1,234,567", 1_234_567_000],
    ["0,123", 123],
    ["12,5", 12_500],
    ["0.5s", 500],
    ["2 sec", 2_000],
    [" 3 ", 3_000],
    ["0", 0],
    ["", null],
    [null, null],
    ["NaN", null],
    ["-1", null],
    ["Infinity", null],
    ["1e300", null],
    ["1.2.3", null],
    ["abc", null],
    ["1,23,4", null],
  ];
  for (const [text, expected] of cases) assert.equal(secondsToMs(text), expected, String(text));
});

test("words of status are known or refused, also the names of object members", () => {
  assert.equal(statusMeaning("Run"), "started");
  assert.equal(statusMeaning("NOT RUN"), "skipped");
  assert.equal(statusMeaning("timeout"), "failed");
  for (const word of ["constructor", "__proto__", "toString", "maybe"]) assert.equal(statusMeaning(word), null, word);
});

test("names have a length that they may have and no longer one, of tests as of suites", () => {
  const report = (suite: number, name: number): string =>
    `<testsuites><testsuite name="${"s".repeat(suite)}"><testcase name="${"t".repeat(name)}"/></testsuite></testsuites>`;
  assert.equal(refusal("junit", report(1_000, 2_000)), "accepted");
  assert.equal(refusal("junit", report(1, TEST_NAME_CHARS_MAX + 1)), "HP-READ-TOO-LARGE 1:33");
  assert.equal(refusal("junit", report(TEST_NAME_CHARS_MAX + 1, 1)), "HP-READ-TOO-LARGE 1:13");
  assert.equal(refusal("junit", "<testsuite><testcase/></testsuite>"), "HP-READ-SYNTAX 1:12");
});

test("a part that repeats another is left out of a name, and nothing else", () => {
  const id = (file: string | null, className: string | null, suites: readonly string[], name = "works"): string =>
    caseId({ file, className, suites, name }, "/w/project");
  assert.equal(id("/w/project/a.test.js", "test", []), "a.test.js › works");
  assert.equal(id("file:///w/project/a%20b.js", "suite", ["x"]), "a b.js › x › works");
  assert.equal(id("./a.js", "x.y", ["", "x", "y"]), "a.js › x › y › works");
  assert.equal(id("tests/test_a.py", "tests.test_a", ["pytest"]), "tests/test_a.py › pytest › works");
  assert.equal(
    id("tests/test_a.py", "tests.test_a.B", ["pytest"]),
    "tests/test_a.py › tests.test_a.B › pytest › works",
  );
  assert.equal(id(null, "com.example.A", ["com.example.A"]), "com.example.A › works");
  assert.equal(id(null, "com.example.A", ["all"]), "com.example.A › all › works");
  assert.equal(id(null, null, ["a", "a"]), "a › a › works");
  assert.equal(id(null, null, []), "works");
  assert.equal(id(null, "/w/project/src/a.js", []), "src/a.js › works");
  assert.equal(id(null, null, [], "/w/project/test/crashed.js"), "test/crashed.js");
});
