import assert from "node:assert/strict";
import { test } from "node:test";
import { mismatchesOf, readAs, refusal, verdicts } from "../testing.test.ts";

const assembly = (inner: string, attributes: string = ""): string =>
  `<assemblies><assembly name="a"${attributes}>${inner}</assembly></assemblies>`;
const collection = (inner: string, attributes: string = ""): string =>
  assembly(`<collection name="c"${attributes}>${inner}</collection>`);
const one = (result: string, inner: string = ""): string =>
  collection(`<test name="N.C.T" type="N.C" result="${result}">${inner}</test>`);
const read = (source: string): readonly string[] => verdicts(readAs("xunit", source));

test("the result decides, but a failure inside outweighs it", () => {
  assert.deepEqual(read(one("Pass")), ["passed N.C › T"]);
  assert.deepEqual(read(one("Fail")), ["failed N.C › T"]);
  assert.deepEqual(read(one("Skip")), ["skipped N.C › T"]);
  assert.deepEqual(read(one("NotRun")), ["skipped N.C › T"]);
  assert.deepEqual(read(one("Pass", "<failure><message>no</message></failure>")), ["failed N.C › T"]);
});

test("version 1 has classes where later ones have collections, and one assembly may be the root", () => {
  const source =
    '<assembly name="a"><class name="N.C"><test name="N.C.T" type="N.C" result="Pass"/></class></assembly>';
  assert.deepEqual(read(source), ["passed N.C › T"]);
});

test("errors outside of tests are cases, and are counted", () => {
  const error = '<errors><error type="fixture" name="F"><failure><message>no</message></failure></error></errors>';
  assert.deepEqual(read(assembly(error)), ["errored fixture F › (assembly)"]);
  assert.deepEqual(mismatchesOf(readAs("xunit", assembly(error, ' errors="0"'))), ["1 a errors 0≠1"]);
  assert.deepEqual(read(assembly("<errors><error/></errors>")), ["errored (assembly)"]);
});

test("tests that were not run may be counted as skipped, apart, or not at all", () => {
  const tests = '<test name="a" result="Pass"/><test name="b" result="NotRun"/>';
  const found = (attributes: string): readonly string[] => mismatchesOf(readAs("xunit", collection(tests, attributes)));
  assert.deepEqual(found(' total="2" passed="1" skipped="0" not-run="1"'), []);
  assert.deepEqual(found(' total="2" passed="1" skipped="1"'), []);
  assert.deepEqual(found(' total="1" passed="1" skipped="0"'), []);
  assert.deepEqual(found(' total="3" passed="1"'), ["1 c tests 3≠2"]);
});

test("what might be an unknown word for a failure is refused", () => {
  assert.match(refusal("xunit", one("Broken")), /^HP-READ-SYNTAX/);
  assert.match(refusal("xunit", one("constructor")), /^HP-READ-SYNTAX/);
  assert.match(refusal("xunit", one("Pass", "<crash/>")), /^HP-READ-SYNTAX/);
  assert.match(refusal("xunit", assembly("<surprise/>")), /^HP-READ-SYNTAX/);
  assert.match(refusal("xunit", assembly("<environment><test/></environment>")), /^HP-READ-SYNTAX/);
  assert.match(refusal("xunit", collection('<test result="Pass"/>')), /^HP-READ-SYNTAX/);
  assert.match(refusal("xunit", collection('<test name="a"/>')), /^HP-READ-SYNTAX/);
  assert.match(refusal("xunit", collection("", ' total="x"')), /^HP-READ-SYNTAX/);
});

test("durations, messages and files come along", () => {
  const [found] = readAs(
    "xunit",
    collection(
      '<test name="t" type="N.C" time="0.25" result="Skip" source-file="/build/project/a"><reason>no</reason></test>',
    ),
  ).cases;
  assert.deepEqual([found?.durationMs, found?.message, found?.file, found?.id], [250, "no", "a", "N.C › t"]);
});
