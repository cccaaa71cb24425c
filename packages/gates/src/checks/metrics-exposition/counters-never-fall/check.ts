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
    code: "fell",
    claims: EXPOSITION_CLAIMS.fallen,
    text: "of counters that fell",
    flip: "would pass with counters that only rise, or with process_start_time_seconds where the process began anew",
  },
  {
    code: "impossible",
    claims: EXPOSITION_CLAIMS.impossible,
    text: "of counters that cannot be so",
    flip: "would pass with counters of 0 and more",
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
      reason: `${count(families, "family", "families")} without a counter that fell`,
      observed: families,
      threshold: families,
    },
  );
}
