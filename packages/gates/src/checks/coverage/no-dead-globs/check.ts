import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { byText, count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const reports = coverageReports(input);
  const dead = [...new Set(reports.flatMap((body) => body.deadGlobs))].sort(byText);
  const problems: Problem[] =
    dead.length === 0
      ? []
      : [
          {
            outcome: "fail",
            code: "glob-matches-nothing",
            text: `${count(dead.length, "pattern")} fit no tracked file: ${listed(dead, dead.length)}`,
            observed: dead.length,
            threshold: 0,
            flip: "would pass with 0 patterns that fit nothing",
            locations: dead.map((glob) => ({ file: "holdpoint.yaml", text: `${glob} fits no tracked file` })),
          },
        ];
  return conclude(problems, { reason: "every pattern fits a tracked file", observed: 0, threshold: 0 });
}
