import assert from "node:assert/strict";
import { test } from "node:test";
import { mismatchesOf, readAs, refusal, verdicts } from "../testing.test.ts";

const two = (first: string, second: string): string => `<assemblies>${first}${second}</assemblies>`;
const assembly = (name: string, inner: string, attributes: string = ""): string =>
  `<assembly name="${name}" ${attributes}>${inner}</assembly>`;
const collection = (inner: string, attributes: string = ""): string =>
  `<collection name="c" ${attributes}>${inner}</collection>`;
const PASS = '<test name="N.C.A" type="N.C" result="Pass"/>';
const FAIL = '<test name="N.C.B" type="N.C" result="Fail"><failure><message>no</message></failure></test>';

test("assemblies are added up, and each is compared with its own totals", () => {
  const source = two(
    assembly("one", collection(PASS), 'total="1" passed="1" failed="0"'),
    assembly("two", collection(FAIL) + collection(PASS), 'total="2" passed="2" failed="0"'),
  );
  const read = readAs("xunit", source);
  assert.deepEqual(verdicts(read), ["passed N.C › A", "failed N.C › B", "passed N.C › A"]);
  assert.deepEqual(mismatchesOf(read), ["1 two passed 2≠1", "1 two failures 0≠1"]);
  assert.equal(read.report.suites, 3);
});

test("a failure outside of a test but inside of a collection is a case", () => {
  const read = readAs("xunit", two(assembly("a", collection(`${PASS}<failure><message>no</message></failure>`)), ""));
  assert.deepEqual(verdicts(read), ["passed N.C › A", "errored c › (collection)"]);
  assert.match(read.cases[1]?.message ?? "", /^c/);
});

test("errors of an assembly tell their kind, their name and what was thrown, each as a case at its line", () => {
  const failure = (text: string): string => `<failure><message>${text}</message></failure>`;
  const errors = `<errors>
<error type="assembly-cleanup" name="N.F">${failure("disk full")}</error>
<error type="fatal"/><error name="N.G">said plainly</error>
</errors>`;
  const { cases, mismatches } = readAs("xunit", assembly("a", errors + collection(PASS), 'errors="3" total="1"'));
  assert.deepEqual(
    cases.map(({ id, status, message, line }) => [line, status, id, message]),
    [
      [2, "errored", "assembly-cleanup N.F › (assembly)", "assembly-cleanup N.F: disk full"],
      [3, "errored", "fatal › (assembly)", "fatal"],
      [3, "errored", "N.G › (assembly)", "N.G"],
      [4, "passed", "N.C › A", null],
    ],
  );
  assert.deepEqual(mismatches, []);
});

test("each number of a collection is compared, and those of its assembly with all of its collections", () => {
  const tests = PASS + FAIL + '<test name="s" result="Skip"/>';
  const right = { total: 3, passed: 1, failed: 1, skipped: 1 };
  const attributes = (patch: object): string =>
    Object.entries({ ...right, ...patch })
      .map(([name, count]) => `${name}="${count}"`)
      .join(" ");
  const found = (patch: object, outer: object = {}): readonly string[] =>
    mismatchesOf(readAs("xunit", assembly("a", collection(tests, attributes(patch)), attributes(outer))));
  assert.deepEqual(found({}), []);
  assert.deepEqual(found({ total: 4 }), ["1 c tests 4≠3"]);
  assert.deepEqual(found({ passed: 2 }), ["1 c passed 2≠1"]);
  assert.deepEqual(found({ failed: 0 }), ["1 c failures 0≠1"]);
  assert.deepEqual(found({ skipped: 0 }), ["1 c skipped 0≠1"]);
  assert.deepEqual(found({}, { failed: 2 }), ["1 a failures 2≠1"]);
});

test("a test without a class keeps its whole name", () => {
  const read = readAs("xunit", assembly("a", collection('<test name="rates are known" result="Pass"/>')));
  assert.deepEqual(verdicts(read), ["passed rates are known"]);
});

test("an empty assembly is no test, which is never a pass", () => {
  const read = readAs("xunit", "<assemblies/>");
  assert.deepEqual([read.cases.length, read.report.suites, read.mismatches.length], [0, 0, 0]);
  assert.deepEqual(mismatchesOf(readAs("xunit", assembly("a", "", 'total="3"'))), ["1 a tests 3≠0"]);
});

test("a report that is cut off, or goes on behind its end, is refused", () => {
  const whole = two(assembly("a", collection(PASS)), "");
  assert.equal(refusal("xunit", whole), "accepted");
  assert.match(refusal("xunit", whole.slice(0, -4)), /^HP-READ-TRUNCATED/);
  assert.match(refusal("xunit", `${whole}<more/>`), /^HP-READ-SYNTAX/);
  assert.match(refusal("xunit", `${whole}text`), /^HP-READ-SYNTAX/);
});
