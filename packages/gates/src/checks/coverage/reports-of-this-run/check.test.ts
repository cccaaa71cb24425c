import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene, KIND } from "@holdpoint/core";
import { coverage } from "../../../scenes/coverage.ts";
import { importedSuite, suiteReport, suiteRun } from "../../../scenes/suite-run.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("coverage", check);

test("every file of a report is looked at, the suite that writes it may be any", () => {
  const result = judgeScene(check, {
    bodies: {
      [KIND.coverage]: [coverage()],
      [KIND.suiteRun]: [
        suiteRun({ reports: [suiteReport({ path: "a.lcov", sha256: "a" })] }),
        suiteRun({ suite: "process", reports: [suiteReport({ path: "b.lcov", sha256: "b", fresh: false })] }),
      ],
    },
    inputs: {
      [KIND.coverage]: [
        [
          { name: "a.lcov", sha256: "a" },
          { name: "b.lcov", sha256: "b" },
        ],
      ],
    },
  });
  assert.equal(result.code, "stale");
  assert.deepEqual(
    result.locations.map((place) => place.file),
    ["b.lcov"],
  );
});

test("beside a suite that ran, an imported coverage file is unclaimed", () => {
  const sound = check.sound();
  const bodies = { ...sound.bodies, [KIND.suiteRun]: [suiteRun(), importedSuite({ suite: "elsewhere" })] };
  assert.equal(judgeScene(check, { ...sound, bodies }).code, "unclaimed");
});

test("imported files do not apply where the profile says so", () => {
  const sound = check.sound();
  const bodies = { ...sound.bodies, [KIND.suiteRun]: [importedSuite()] };
  const result = judgeScene(check, { ...sound, bodies, params: { imported: "allow" } });
  assert.equal(result.outcome, "not-applicable");
  assert.equal(result.reason, "1 coverage file imported: nobody saw a suite write it");
});
