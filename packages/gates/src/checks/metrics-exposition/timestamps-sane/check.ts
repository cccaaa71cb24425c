import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { EXPOSITION_CLAIMS } from "../../../evidence/exposition-claims.ts";
import type { ProblemRule } from "../../../evidence/exposition-problems.ts";
import { expositions, problemsBy, toldProblems } from "../../../evidence/exposition-problems.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly ProblemRule[] = [
  {
    code: "impossible-time",
    claims: EXPOSITION_CLAIMS.times,
    text: "of timestamps",
    flip: "would pass without timestamps",
  },
  {
    code: "out-of-order",
    claims: EXPOSITION_CLAIMS.order,
    text: "of order",
    flip: "would pass with scrapes in the order of their names",
  },
];

function judge(input: CheckInput): Finding {
  const bodies = expositions(input);
  const claims = RULES.flatMap((rule) => rule.claims);
  const told = toldProblems(bodies, claims);
  const families = bodies.reduce((sum, body) => sum + body.families.length, 0);
  return conclude(
    RULES.flatMap((rule) => problemsBy(told, rule)),
    {
      reason: `${count(families, "family", "families")} with times that can be so`,
      observed: families,
      threshold: families,
    },
  );
}
