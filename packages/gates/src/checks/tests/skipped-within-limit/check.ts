import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { allCases, placeOf, testSuites } from "../../../evidence/test-cases.ts";
import { countParam, percentParam } from "../../../params.ts";
import { shareMax } from "../../../share.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const max = countParam(input.params, "max");
  const maxPercent = percentParam(input.params, "maxPercent");
  const cases = allCases(testSuites(input));
  const skipped = cases.filter(({ test }) => test.status === "skipped");
  const shareAllowed = shareMax(cases.length, maxPercent);
  const allowed = Math.min(max, shareAllowed);
  const seen = `${skipped.length} of ${count(cases.length, "test")} skipped`;
  const over = (code: string, limit: string): Problem => ({
    outcome: "fail",
    code,
    text: `${seen}, ${limit}`,
    observed: skipped.length,
    threshold: allowed,
    flip: `would pass at <= ${allowed} skipped`,
    locations: skipped.map(placeOf),
  });
  const problems: Problem[] = [];
  if (skipped.length > max) problems.push(over("too-many", `at most ${max} are allowed`));
  else if (skipped.length > shareAllowed) {
    problems.push(over("too-large-a-share", `at most ${maxPercent} % are allowed, which is ${shareAllowed}`));
  }
  return conclude(problems, {
    reason: seen,
    observed: skipped.length,
    threshold: allowed,
    locations: skipped.map(placeOf),
  });
}
