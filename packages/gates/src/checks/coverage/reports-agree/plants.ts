import type { CoverageBody, Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { coverage, coveredFile } from "../../../scenes/coverage.ts";
import { suiteReport, suiteRun } from "../../../scenes/suite-run.ts";

const XML: CoverageBody = coverage({ report: "xml", format: "cobertura" });

export function sound(): PlantScene {
  return withOther(XML);
}

export const plants: readonly Plant[] = [
  {
    id: "improved-by-hand",
    harm: "a line that the LCOV report leaves uncovered is covered in the Cobertura report of the same run",
    expect: { outcome: "fail", code: "lines-contradict" },
    plant: () =>
      withOther({
        ...XML,
        files: [
          coveredFile("src/cart.ts", { lines: { covered: 10, total: 10 }, coveredLines: "1-10", uncoveredLines: "" }),
        ],
      }),
  },
  {
    id: "summary-improved",
    harm: "the summary of the same run covers one line more than the lines do",
    expect: { outcome: "fail", code: "counts-contradict" },
    plant: () =>
      withOther({
        ...XML,
        format: "istanbul-summary",
        files: [
          coveredFile("src/cart.ts", { lines: { covered: 10, total: 10 }, coveredLines: "", uncoveredLines: "" }),
        ],
      }),
  },
  {
    id: "two-of-one",
    harm: "two versions of one report came together",
    expect: { outcome: "fail", code: "told-twice" },
    plant: () => withOther(coverage({ files: [coveredFile("src/cart.ts")] })),
  },
];

function withOther(other: CoverageBody): PlantScene {
  const files = [
    { name: "reports/unit.info", sha256: "b".repeat(64) },
    { name: "reports/unit.xml", sha256: "c".repeat(64) },
  ];
  const reports = files.map(({ name, sha256 }) => suiteReport({ path: name, sha256 }));
  return {
    bodies: { [KIND.coverage]: [coverage(), other], [KIND.suiteRun]: [suiteRun({ reports })] },
    inputs: { [KIND.coverage]: files.map((file) => [file]) },
  };
}
