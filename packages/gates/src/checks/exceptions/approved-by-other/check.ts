import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { isTwoPeople } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { exceptionProblem, openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const problems = open
    .filter(({ owner, approver }) => !isTwoPeople(owner, approver))
    .map((exception) =>
      exceptionProblem(exception, {
        outcome: "fail",
        code: "not-two-people",
        what: `is approved by ${exception.approver.trim() === "" ? "nobody" : `"${exception.approver}"`}`,
        observed: "1 person",
        threshold: "2 people",
        flip: "would pass with an approver who is somebody else",
      }),
    );
  return conclude(problems, {
    reason: `${openText(open)}, each decided by two people`,
    observed: open.length,
    threshold: open.length,
  });
}
