import assert from "node:assert/strict";
import { test } from "node:test";
import { REPORT_DEPTH_MAX } from "../../reading/limits.ts";
import { mismatchesOf, readAs, refusal, verdicts } from "../testing.test.ts";

const tap = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;
const read = (...lines: readonly string[]): readonly string[] => verdicts(readAs("tap", tap(...lines)));

test("the plan may stand before or after, and is compared with the points", () => {
  assert.deepEqual(read("1..2", "ok 1 - a", "not ok 2 - b"), ["passed a", "failed b"]);
  assert.deepEqual(read("ok 1 - a", "not ok 2 - b", "1..2"), ["passed a", "failed b"]);
  assert.deepEqual(mismatchesOf(readAs("tap", tap("1..3", "ok 1 - a"))), ["1  tests 3≠1"]);
  assert.deepEqual(mismatchesOf(readAs("tap", tap("ok 1 - a", "ok 2 - b", "1..1"))), ["3  tests 1≠2"]);
});

test("without a plan, and with two, there is no report", () => {
  assert.equal(refusal("tap", tap("TAP version 14", "ok 1 - a")), "HP-READ-TRUNCATED 2:1");
  assert.equal(refusal("tap", tap("TAP version 13")), "HP-READ-TRUNCATED 1:1");
  assert.equal(refusal("tap", tap("1..1", "ok 1 - a", "1..1")), "HP-READ-SYNTAX 3:1");
  assert.equal(refusal("tap", tap("1..1", "ok 1", "  ---", "  a: b")), "HP-READ-TRUNCATED 4:1");
});

test("a plan of nothing is one skipped case with its reason, or no case", () => {
  const skipped = readAs("tap", tap("1..0 # SKIP no db"));
  assert.deepEqual(verdicts(skipped), ["skipped (all)"]);
  assert.equal(skipped.cases[0]?.message, "no db");
  assert.deepEqual(read("1..0"), []);
});

test("subtests are suites; their own point is a case only when it alone failed", () => {
  const inner = ["    ok 1 - b", "    1..1"];
  assert.deepEqual(read(...inner, "ok 1 - a", "1..1"), ["passed a › b"]);
  assert.deepEqual(read("1..1", "# Subtest: a", ...inner, "not ok 1 - a"), ["passed a › b", "failed a"]);
  assert.deepEqual(read("1..1", "ok 1 - a {", ...inner, "}"), ["passed a › b"]);
  assert.deepEqual(read("1..1", "    # Subtest: a", "    not ok 1 - b", "    1..1", "not ok 1"), ["failed a › b"]);
});

test("what fails below a point that is to be done yet is no failure", () => {
  assert.deepEqual(read("    not ok 1 - b", "    1..1", "not ok 1 - a # TODO later", "1..1"), ["skipped a › b"]);
});

test("a failure below a point that passed is not lost", () => {
  assert.deepEqual(read("    not ok 1 - b", "    1..1", "ok 1 - a", "1..1"), ["failed a › b"]);
});

test("a subtest is cut off without its plan or its point, and its plan is compared", () => {
  assert.equal(refusal("tap", tap("1..1", "    ok 1 - b", "ok 1 - a")), "HP-READ-TRUNCATED 3:1");
  assert.equal(refusal("tap", tap("1..1", "    ok 1 - b", "    1..1")), "HP-READ-TRUNCATED 3:1");
  assert.deepEqual(mismatchesOf(readAs("tap", tap("    ok 1", "    1..2", "ok 1 - a", "1..1"))), ["2 a tests 2≠1"]);
});

test("bailing out errors the run, whatever the plan says, and keeps what was told", () => {
  const bailed = readAs("tap", tap("1..9", "ok 1 - a", "    not ok 1 - b", "Bail out! no db", "ok 2 - c"));
  assert.deepEqual(verdicts(bailed), ["passed a", "failed b", "errored (run)"]);
  assert.equal(bailed.cases[2]?.message, "Bail out! no db");
  assert.deepEqual(bailed.mismatches, []);
});

test("points without a name have their number", () => {
  assert.deepEqual(read("1..2", "ok", "not ok 7"), ["passed test 1", "failed test 2"]);
});

test("lines that are no TAP are passed over, and before the version may stand anything", () => {
  assert.deepEqual(read("> app@1.0.0 test", "", "TAP version 13", "hello", "ok 1 - a", "oops ok 2", "1..1"), [
    "passed a",
  ]);
  assert.equal(refusal("tap", tap("hello", "ok 1 - a", "1..1")), "HP-READ-NOT-THE-FORMAT 1:1");
});

test("subtests are read to a depth that has a bound", () => {
  // Buffered subtests: a point that opens one stands before what is in it.
  const opened = (depth: number): readonly string[] => [
    ...Array.from({ length: depth }, (_, level) => `${"    ".repeat(level)}ok 1 - p${level} {`),
    `${"    ".repeat(depth)}ok 1 - leaf`,
    ...Array.from({ length: depth }, (_, index) => {
      const level = depth - index;
      return `${"    ".repeat(level)}1..1\n${"    ".repeat(level - 1)}}`;
    }),
    "1..1",
  ];
  assert.equal(read(...opened(20)).length, 1);
  assert.match(read(...opened(20))[0] ?? "", /^passed p0 › p1 › .* › p19 › leaf$/);
  assert.equal(refusal("tap", tap("1..1", ...opened(REPORT_DEPTH_MAX + 1))), `HP-READ-DEPTH ${REPORT_DEPTH_MAX + 3}:1`);
  assert.equal(refusal("tap", tap(...opened(REPORT_DEPTH_MAX))), "accepted");
  // What is indented by more than one level at once is no subtest.
  assert.deepEqual(read("            ok 1 - far", "ok 1 - a", "1..1"), ["passed a"]);
});

test("diagnostics belong to the point before them, and only where they are indented below it", () => {
  const block = ["  ---", "  message: 'boom'", "  duration_ms: 3", "  ..."];
  const [one, two] = readAs("tap", tap("1..2", "not ok 1 - a", ...block, "not ok 2 - b")).cases;
  assert.deepEqual([one?.message, one?.durationMs], ["boom", 3]);
  assert.deepEqual([two?.message, two?.durationMs], [null, null]);
  const [loose] = readAs("tap", tap("1..1", "not ok 1 - a", "---", "message: 'boom'", "...")).cases;
  assert.equal(loose?.message, null);
  assert.deepEqual(read("1..1", "not ok 1 - a", "  ---", "ok 2 - not a point", "  ..."), ["failed a"]);
});

test("a second subtest before the point of the first is refused, and so is a plan twice within one", () => {
  const inner = ["        ok 1 - c", "        1..1"];
  assert.equal(refusal("tap", tap("    ok 1 - z", ...inner, "    1..1", ...inner)), "HP-READ-SYNTAX 5:1");
  const subtest = ["    ok 1 - b", "    1..1"];
  assert.equal(refusal("tap", tap(...subtest, "    1..1", "ok 1 - a", "1..1")), "HP-READ-SYNTAX 3:1");
  assert.deepEqual(read(...subtest, "ok 1 - first", ...subtest, "ok 2 - second", "1..2"), [
    "passed first › b",
    "passed second › b",
  ]);
});

test("totals of a trailer count only behind the last point, and in one of the ways of their writers", () => {
  const lines = ["ok 1 - a", "ok 2 - b # SKIP", "1..2"];
  const trailer = (...said: readonly string[]): readonly string[] =>
    mismatchesOf(readAs("tap", tap(...lines, ...said.map((one) => `# ${one}`))));
  assert.deepEqual(trailer("tests 2", "pass 1", "fail 0", "skipped 1"), []);
  assert.deepEqual(trailer("tests 1", "pass 1", "fail 0"), []);
  assert.deepEqual(trailer("tests 2", "pass 2", "fail 0"), []);
  assert.deepEqual(trailer("tests 3", "pass 1", "fail 0"), ["4  tests 3≠2"]);
  assert.deepEqual(mismatchesOf(readAs("tap", tap("# tests 9", "# pass 9", ...lines))), []);
});
