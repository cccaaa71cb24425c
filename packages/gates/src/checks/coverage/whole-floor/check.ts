import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { coverageReports, measuredFiles } from "../../../evidence/coverage-files.ts";
import { floorProblems, reached } from "../../../evidence/coverage-floor.ts";
import { percentParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const { params } = input;
  const floors = {
    lines: percentParam(params, "linesPercent"),
    branches: percentParam(params, "branchesPercent"),
    functions: percentParam(params, "functionsPercent"),
  };
  const deadPoints = percentParam(params, "deadPoints");
  const files = measuredFiles(coverageReports(input));
  const seen = reached(files, ["lines", "branches", "functions"]);
  return conclude(floorProblems(files, floors, { of: "the whole project", deadPoints }), {
    reason: `${seen} over ${count(files.length, "file")}`,
    observed: seen,
    threshold: Object.entries(floors)
      .map(([metric, floor]) => `${metric} ${floor}%`)
      .join(", "),
  });
}
