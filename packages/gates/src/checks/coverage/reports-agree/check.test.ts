import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageBody, JsonObject } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { importedSuite, suiteReport, suiteRun } from "../../../scenes/suite-run.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

const better = (changes: Partial<CoverageBody>): CoverageBody =>
  coverage({
    report: "other",
    files: [
      coveredFile("src/cart.ts", { lines: { covered: 10, total: 10 }, coveredLines: "1-10", uncoveredLines: "" }),
    ],
    ...changes,
  });

function judged(other: CoverageBody, suites: readonly string[] | null, params: JsonObject = {}): string {
  const names = ["a.info", "b.xml"];
  const runs =
    suites === null
      ? [importedSuite()]
      : suites.map((suite, index) => suiteRun({ suite, reports: [suiteReport({ path: names[index] ?? "" })] }));
  return judgeScene(check, {
    bodies: { [KIND.coverage]: [coverage(), other], [KIND.suiteRun]: runs },
    inputs: { [KIND.coverage]: names.map((name) => [{ name, sha256: "a" }]) },
    params,
  }).code;
}

test("only accounts of one run are held against each other", () => {
  const xml = better({ format: "cobertura" });
  assert.equal(judged(xml, ["unit", "process"]), "pass", "of two suites");
  assert.equal(judged({ ...xml, instrumenter: "v8" }, null), "pass", "of two instrumenters");
  assert.equal(judged(better({}), null), "pass", "of one format: two parts of one whole");
  assert.equal(judged({ ...xml, shard: "windows" }, null), "pass", "of two shards");
});

test("where nobody saw a suite write them the profile says whether they are compared", () => {
  const xml = better({ format: "cobertura" });
  assert.equal(judged(xml, null), "lines-contradict");
  assert.equal(judged(xml, null, { unattributed: "skip" }), "pass");
});

test("both are named, and the line", () => {
  const sound = check.sound();
  const bodies = { ...sound.bodies, [KIND.coverage]: [coverage(), better({ format: "cobertura" })] };
  const result = judgeScene(check, { ...sound, bodies });
  assert.equal(
    result.reason,
    '"other" (cobertura) and "unit" (lcov) contradict each other in 1 file (src/cart.ts): ' +
      "line 7 is covered in one and uncovered in the other",
  );
  assert.deepEqual(
    result.locations.map(({ file, line }) => [file, line]),
    [["src/cart.ts", 7]],
  );
});
