import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { measuredFiles } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { deadFloorProblems, floorProblems, reached } from "../../../evidence/coverage-floor.ts";
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
  const of = "the whole project";
  const missed = floorProblems(files, floors, { of, softUntil: null });
  return conclude([...missed, ...deadFloorProblems(files, floors, { of, deadPoints })], {
    reason: `${seen} over ${count(files.length, "file")}`,
    observed: seen,
    threshold: Object.entries(floors)
      .map(([metric, floor]) => `${metric} ${floor}%`)
      .join(", "),
  });
}
