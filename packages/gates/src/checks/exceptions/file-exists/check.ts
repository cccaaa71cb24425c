import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { exceptionProblem, openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const problems = open
    .filter(({ matches }) => matches.length === 0)
    .map((exception) =>
      exceptionProblem(exception, {
        outcome: "fail",
        code: "no-file",
        what: "fits no tracked file",
        observed: 0,
        threshold: "at least 1 file",
        flip: "would pass with 1 tracked file that fits",
      }),
    );
  return conclude(problems, {
    reason: `${openText(open)}, each of files that are there`,
    observed: open.length,
    threshold: open.length,
  });
}
