import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput } from "@holdpoint/core";
import { KIND, sceneEvidence } from "@holdpoint/core";
import { coverage, coveredFile } from "../scenes/coverage.ts";
import { coverageReports, uncoveredPlaces } from "./coverage-files.ts";

const count = (covered: number, total: number) => ({ covered, total });

test("reports come by name and shard, whatever the order of evidence", () => {
  const bodies = [coverage({ report: "b" }), coverage({ shard: "two" }), coverage({ shard: "one" }), coverage()];
  for (const given of [bodies, bodies.toReversed()]) {
    const evidence = sceneEvidence({ bodies: { [KIND.coverage]: given } });
    assert.deepEqual(
      coverageReports({ of: () => evidence } as unknown as CheckInput).map(({ report, shard }) => [report, shard]),
      [
        ["b", null],
        ["unit", null],
        ["unit", "one"],
        ["unit", "two"],
      ],
    );
  }
});

test("the files with the most uncovered lines come first, at their first uncovered line", () => {
  const files = [
    coveredFile("one.ts"),
    coveredFile("whole.ts", { lines: count(10, 10), uncoveredLines: "" }),
    coveredFile("worst.ts", { lines: count(2, 10), uncoveredLines: "3-10" }),
    coveredFile("unsaid.ts", { lines: count(9, 10), uncoveredLines: "" }),
  ];
  assert.deepEqual(uncoveredPlaces(files), [
    { file: "worst.ts", line: 3, text: "8 of 10 lines uncovered: 3-10" },
    { file: "one.ts", line: 7, text: "1 of 10 lines uncovered: 7" },
    { file: "unsaid.ts", text: "1 of 10 lines uncovered: which is not said" },
  ]);
});
